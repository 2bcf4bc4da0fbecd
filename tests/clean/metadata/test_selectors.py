"""The selectors of layouts find what lxml's own do, by whatever path."""

from dataclasses import replace

import pytest
from lxml.cssselect import CSSSelector

from extractor.article import Page
from extractor.clean.elements import Elements
from extractor.clean.metadata import metadata
from extractor.clean.metadata.markup import Markup
from extractor.clean.metadata.selectors import selected
from extractor.clean.tree import parse
from extractor.outlets import Layout, outlets

HTML = """<html class="halaman"><body class="tulisan besar" id="badan">
<div class="nama penulis"><a href="#" rel="author">Ona <b>Latupono</b></a><a>Ridho</a></div>
<div class="nama"><div class="nama"><span class="waktu">Selasa</span></div></div>
<div id="kredit"><span class="pewarta-utama">Siti</span><meta content="Isi"></div><p class="pewarta">Budi</p>
</body></html>"""
SELECTORS = [
    ".nama", ".nama a", ".nama > a", ".nama.penulis a", ".nama .waktu", "#kredit", "#kredit span.pewarta-utama",
    "a[rel=author]", ".pewarta", ".pewarta, .waktu", ".tulisan .waktu", "#badan p", ".halaman p", ".nama:first-child",
    ".nama a:last-child", "p", "div.nama a", "div.nama.penulis", "div#kredit", "p#kredit", "span.pewarta-utama, p",
    ".nama.penulis b", "#kredit.nama", "body#badan.besar p", ".penulis.nama", ".namai",
    ".tak-ada", "#tak-ada a", ".waktu, .tak-ada", ".nama + .nama", ".nama  a", ".pewar",
]  # fmt: skip


@pytest.mark.parametrize("selector", SELECTORS)
def test_a_selector_finds_what_lxml_finds(selector: str) -> None:
    tree = parse(HTML)
    layout = Layout(story=("p",), tags=(selector,))
    kin = replace(next(iter(outlets().all)), layouts=(layout,))
    found = CSSSelector(selector, translator="html")(tree)
    texts = [" ".join(" ".join(node.itertext()).split()) for node in found]
    assert selected(Markup(Elements(tree)), kin, "tags") == [text for text in texts if text]


def test_the_first_selector_that_finds_a_text_says_it() -> None:
    layout = Layout(story=("p",), author=(".tak-ada", ".kosong", "#kredit .pewarta-utama", ".pewarta"))
    kin = replace(next(iter(outlets().all)), layouts=(layout,))
    assert metadata(parse(HTML), Page("a.html", b""), kin).author == "Siti"
