"""What a worker gives to the store: the article's own address and site, all that is known of it, and its inputs."""

import hashlib
from typing import Any

import pytest

from extractor.article import Article, Page, Pages
from extractor.batch.kept import PIPELINE, Kept
from extractor.batch.reader import load, read_input
from extractor.batch.results import Read
from extractor.facts import Extraction, Facts

TEXT = "AMBON - Pemerintah Kota Ambon meraih Piala Adipura 2024 dari Kementerian Lingkungan Hidup, Selasa (3/6/2025)."


def told(fetched: str | None = None, **article: Any) -> dict[str, Any]:
    made = Extraction(Article(**{"text": TEXT} | article), Facts(), ())
    found = Kept(made, fetched).to_dict()["article"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("url", "canonical", "site"),
    [
        ("http://www.warta.example/a/kota-raih-piala/?utm_source=x", "https://warta.example/a/kota-raih-piala",
         "warta.example"),
        ("https://m.warta.example/a/kota-raih-piala?page=2", "https://warta.example/a/kota-raih-piala",
         "warta.example"),
        ("https://warta.example/amp/a/kota-raih-piala", "https://warta.example/a/kota-raih-piala", "warta.example"),
        ("https://jambi.tribunnews.com/2025/06/03/kota-raih-piala", "https://jambi.tribunnews.com/2025/06/03/kota-raih-piala",
         "jambi.tribunnews.com"),
        (None, None, None),
    ],
)  # fmt: skip
def test_an_article_is_named_by_its_own_address(url: str | None, canonical: str | None, site: str | None) -> None:
    article = told(url=url)
    assert (article["canonical"], article["site"]) == (canonical, site)


STORY, SECTION = "https://warta.example/a/kota-raih-piala", "https://warta.example/berita"
ANOTHER = "https://warta.example/a/bupati-resmikan-pasar-induk"


@pytest.mark.parametrize(
    ("said", "own", "canonical"),
    [
        (SECTION, f"{STORY}?utm_source=x", STORY),
        (STORY, SECTION, STORY),
        (STORY, "https://amp.lain.example/b/kota-raih-piala-lagi", STORY),
        (SECTION, None, SECTION),
        (SECTION, "https://warta.example/olahraga", SECTION),
        ("https://warta.example/", f"{STORY}?utm_source=x", STORY),
        ("https://warta.example/", None, None),
        ("https://warta.example/", "https://warta.example/", None),
    ],
)
def test_a_section_or_front_page_is_no_storys_address(said: str, own: str | None, canonical: str | None) -> None:
    found = Kept(Extraction(Article(TEXT, url=said), Facts(), ()), None, own).to_dict()["article"]
    assert found["canonical"] == canonical


@pytest.mark.parametrize(
    ("said", "own", "canonical"),
    [
        (STORY, ANOTHER, ANOTHER),
        (STORY, "https://warta.example/a/kota-teduh-raih-piala-wali-kota", STORY),
        (STORY, "https://warta.example/?p=123", STORY),
        (f"{STORY}-1234567", "https://warta.example/read/1234567/judul-lama-sekali-itu", f"{STORY}-1234567"),
    ],
)
def test_the_address_of_another_story_is_not_that_of_this_one(said: str, own: str, canonical: str) -> None:
    found = Kept(Extraction(Article(TEXT, url=said), Facts(), ()), None, own).to_dict()["article"]
    assert found["canonical"] == canonical


@pytest.mark.parametrize(
    ("outlet", "site"),
    [("REPUBLIKA.CO.ID", "republika.co.id"), ("Warta Kita", "Warta Kita"), ("Kabar.example", "kabar.example")],
)
def test_without_an_address_the_site_is_what_the_outlet_is_called(outlet: str, site: str) -> None:
    assert told(outlet=outlet)["site"] == site


def test_all_that_is_known_of_an_article_is_there() -> None:
    article = told(
        "2025-06-04T01:02:03Z",
        published="2025-06-03T10:00:00+07:00",
        section="daerah",
        tags=("adipura",),
        language="id",
        conflicts=("author",),
        pages=Pages(1, 2, (2,)),
        title_span=(0, 3),
    )
    assert (article["published"], article["fetched"]) == ("2025-06-03T10:00:00+07:00", "2025-06-04T01:02:03Z")
    assert (article["section"], article["tags"], article["conflicts"]) == ("daerah", ["adipura"], ["author"])
    assert (article["pages"], article["title_span"]) == ({"have": 1, "of": 2, "missing": [2]}, [0, 3])


def test_a_result_names_the_pages_it_was_read_from_with_their_digests() -> None:
    page = Page("https://warta.example/a", TEXT.encode(), media_type="text/plain", place="a.warc.gz#7")
    result = read_input(page._replace(fetched="2025-06-04T01:02:03Z"), load(PIPELINE))
    assert result.read == (Read("a.warc.gz#7", hashlib.sha256(TEXT.encode()).hexdigest()),)
    assert result.extraction is not None
    assert result.extraction["article"]["fetched"] == "2025-06-04T01:02:03Z"
    assert "adipura" in result.extraction["words"]["words"].split()


def test_what_is_set_aside_names_its_page_too() -> None:
    page = Page("https://warta.example/a", b"   ", "https://warta.example/a", place="a.warc.gz#7")
    result = read_input(page, load(PIPELINE))
    assert (result.extraction, result.site, result.read[0].name) == (None, "warta.example", "a.warc.gz#7")
