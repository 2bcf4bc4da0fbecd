"""Pages made to hurt: metadata is read in seconds, or is not there."""

import time

import pytest

from extractor.article import Page
from extractor.clean.metadata import metadata
from extractor.clean.tree import parse

HEAD = '<html lang="id"><body><h1>Wali Kota Serahkan Kartu Nelayan</h1>'
MANY = 20_000


@pytest.mark.parametrize(
    "html",
    [
        HEAD + "<div>" * 5_000,
        HEAD + '<time datetime="x">5 x 2020</time>' * MANY,
        HEAD * 5_000,
        HEAD + "<a rel=author href=x>Budi</a>" * MANY,
        HEAD + "<div>12 Abcd 2021 13 Efgh 2022</div>" * MANY,
        HEAD + "<div>Penulis: </div>" * MANY,
        "<html><head>" + '<meta name="author" content="A B">' * MANY,
        "<html><head>"
        + "".join(f'<meta name="pubdate" content="12 {"abcdefgh"[n % 8] * 4} 2020">' for n in range(MANY)),
        HEAD + "<article><p>x</p></article>" * MANY,
        "<html><title>" + "a - " * MANY + "</title><h1>" + "a - " * MANY + "</h1>",
        HEAD + '<div itemprop="datePublished author name">x</div>' * MANY,
        HEAD + "<div>" + "12/12/" * MANY,
        HEAD + "<script>dataLayer.push(" + "'author' " * MANY + ")</script>",
        HEAD + "<p>" + "<b>x</b> " * MANY,
    ],
    ids=(
        "deep times headings links bylines labels authors dates articles dashes properties digits scripts inline"
    ).split(),
)
def test_a_hostile_page_ends_in_seconds(html: str) -> None:
    tree = parse(html)
    started = time.process_time()
    metadata(tree, Page("halaman.html", b""))
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    "html", ["", "x", "<html></html>", "<frameset></frameset>", "<!-- -->", "<title></title><h1></h1>"]
)
def test_an_empty_page_says_nothing(html: str) -> None:
    said = metadata(parse(html), Page("halaman.html", b""))
    assert (said.title, said.author, said.outlet, said.published, said.url) == (None,) * 5
    assert said.conflicts == ()
