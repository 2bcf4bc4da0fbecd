"""What a layout drops is found in lxml's tree, with all that BeautifulSoup's selectors know."""

import pytest
from lxml.html import HtmlElement

from extractor.clean.elements import Elements
from extractor.clean.reading.layouts import by_layouts, dropped
from extractor.clean.tree import parse
from extractor.outlets import Layout

STORY = (
    "<div class='isi'><p id=a>Pemerintah Kota Ambon menerima piagam itu pada Selasa malam di Jakarta.</p>"
    "<p id=b class='sisip merah'><strong><a href=#>Baca juga: Ternate Juara 1</a></strong></p>"
    "<div id=c class=sisipan><p id=d>Harga ikan naik.</p></div><amp-ad id=e></amp-ad>"
    "<p id=f>Pembaca <a href=#>lain</a> datang ke kantor lurah & berterima kasih.</p>"
    "<ul id=g><li id=h><b id=i>Satu</ul><p id=j class=Sisip data-x=rekam>Tahun depan kota itu mendaftar lagi.</p></div>"
)


def element(markup: str = STORY) -> HtmlElement:
    return parse(markup).find_class("isi")[0]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        (".sisip", "b"),
        ("p.sisip.merah", "b"),
        (".merah.sisip#b", "b"),
        ("p#c", ""),
        ("div#c.sisipan", "c"),
        ("#b.sisipan", ""),
        ("[class*=sisipa]", "c"),
        ("div.sisip", ""),
        ("#c", "c"),
        ("amp-ad", "e"),
        ("div.sisipan p", "d"),
        ("div.isi > .sisip", "b"),
        ("p:has(> strong)", "b"),
        ('p:-soup-contains("Baca juga")', "b"),
        ('p:-soup-contains("& berterima")', "f"),
        ("p:not(.sisip, .Sisip)", "adf"),
        ("[data-x]", "j"),
        ("[data-x*=kam]", "j"),
        ("b, .sisip", "bi"),
        ("ul + p", "j"),
        ("li:first-child b", "i"),
        (".tidak-ada", ""),
        (".sisi", ""),
    ],
)
def test_a_layout_drops_what_its_selector_finds(selector: str, found: str) -> None:
    story = element()
    dropped_nodes = dropped([story], (selector,))
    assert sorted(node.get("id") for node in dropped_nodes) == list(found)
    assert dropped_nodes <= set(story.iter())


def test_several_selectors_drop_what_any_of_them_finds() -> None:
    found = dropped([element()], ("amp-ad", ".tidak-ada", "#c", "p.sisip"))
    assert sorted(node.get("id") for node in found) == ["b", "c", "e"]


def test_a_selector_with_text_drops_the_teaser_and_keeps_the_story() -> None:
    layout = Layout(story=("div.isi",), drop=('p:-soup-contains("Baca juga")',))
    found = by_layouts(Elements(parse(STORY)), [layout], None)
    assert found is not None
    assert "Ternate" not in found[0].text
    assert "berterima kasih" in found[0].text


def test_the_first_selector_that_finds_a_story_says_it() -> None:
    found = by_layouts(Elements(parse(STORY)), [Layout(story=("div.lain", "#c", "div.isi"))], None)
    assert found is not None
    assert found[2] == "div.isi"


def test_a_selector_of_names_that_the_page_has_not_finds_nothing() -> None:
    assert by_layouts(Elements(parse(STORY)), [Layout(story=("div.lain", "#lain"))], None) is None


def test_a_large_story_is_searched_in_linear_time() -> None:
    story = element(f"<div class=isi>{'<p class=x>Satu <b>dua</b></p>' * 4_000}<p class=y>tiga</p></div>")
    assert [node.text for node in dropped([story], ("p.y", "div > p.z"))] == ["tiga"]
