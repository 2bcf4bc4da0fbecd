"""JSON-LD as pages have it: in every shape, broken, and hostile."""

import time

import pytest

from extractor.clean.metadata.jsonld import linked, parsed


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Judul"}',
        '[{"@type": "NewsArticle", "headline": "Judul"}]',
        '{"@graph": [{"@type": "NewsArticle", "headline": "Judul"}]}',
        '{"@graph": {"@graph": [{"@type": "NewsArticle", "headline": "Judul"}]}}',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Judul"}}',
        '{"@type": "http://schema.org/NewsArticle", "headline": "Judul"}',
        '{"@type": "WebSite"}\n{"@type": "NewsArticle", "headline": "Judul"}',
        '{"@type": "NewsArticle", "headline": "Judul",}',
        '<!--\n{"@type": "NewsArticle", "headline": "Judul"}\n-->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Judul"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Judul", "description": "Ia berkata "ya"."}',
        '{"@type": "NewsArticle", "headline": "Judul", "description": "satu\ndua"}',
        '{"@type": "NewsArticle", "headline": "Judul"',
        '{"@type": "NewsArticle", "headline": "Judul"};',
    ],
)
def test_an_article_is_read_in_every_shape(script: str) -> None:
    assert [node["headline"] for node in linked([script]).articles] == ["Judul"]


@pytest.mark.parametrize(
    "script", ["", "null", "12", '"teks"', "[[[]]]", "var a = {b: 1};", '{"@type": 5}', '{"@graph": "x"}', "{" * 50]
)
def test_what_only_looks_like_json_ld_says_nothing(script: str) -> None:
    assert linked([script]).articles == ()


def test_the_name_behind_a_reference_is_found() -> None:
    read = linked(['{"@graph": [{"@type": "Person", "@id": "#a", "name": "Ona &amp; Boy"}]}'])
    assert read.names({"@id": "#a"}) == [("Ona & Boy", "person")]


@pytest.mark.parametrize(
    "script",
    ["[" * 200_000, "{" + ", " * 200_000 + "}", '{"author":' + " " * 400_000, '{"headline":"' + "\\" * 400_000],
    ids=["deep", "commas", "spaces", "backslashes"],
)
def test_a_hostile_script_ends_in_a_second(script: str) -> None:
    started = time.process_time()
    parsed(script)
    assert time.process_time() - started < 1
