"""The elements of a page, found by what they are."""

import pytest

from extractor.clean.elements import Elements
from extractor.clean.metadata.markup import Markup
from extractor.clean.tree import parse

PAGE = """<html class="penulis"><head><title class="penulis">Judul</title><link rel="canonical" href="/a">
<meta property="og:url" content="/b"></head><body class="penulis"><p id="satu" class="nama">Satu</p>
<div id="dua" class="kotak"><a href="/c" rel="tag">Dua</a><svg><title>Ikon</title></svg></div>
<p id="tiga" class="nama penulis">Tiga</p></body></html>"""


@pytest.fixture
def elements() -> Elements:
    return Elements(parse(PAGE))


def test_elements_stand_in_the_order_of_the_page_and_once(elements: Elements) -> None:
    one, three = elements.selected(".nama")
    two = elements.selected("#dua")[0]
    assert elements.in_order([three, two, one, two]) == [one, two, three]


def test_what_the_body_holds_is_known_from_what_is_around_it(elements: Elements) -> None:
    assert [node.get("id") for node in Markup(elements).named("penulis")] == ["tiga"]


def test_the_title_of_a_drawing_is_none_of_the_head(elements: Elements) -> None:
    assert [elements.is_head(node) for node in elements.tagged("title")] == [True, False]


def test_all_elements_of_a_page_without_a_head_may_speak_for_it() -> None:
    bare = Elements(parse("<body><link rel=next href=/2></body>"))
    assert [bare.is_head(node) for node in bare.tagged("link")] == [True]


def test_attributes_that_nobody_asks_for_are_not_kept(elements: Elements) -> None:
    assert [value for _, value in elements.having("rel")] == ["canonical", "tag"]
    assert elements.having("content") == []
