"""A page tells which of its story's pages it is, how many there are, and where the others are."""

import lxml.html
import pytest

from extractor.article import Page, Pages
from extractor.clean.several import Numbering, numbering

STORY = "https://lontar.example/berita/kota-ambon-raih-adipura"
CANONICAL = f'<link rel="canonical" href="{STORY}">'


def read(body: str, head: str = CANONICAL, url: str | None = None) -> Numbering:
    html = f"<html><head>{head}</head><body><p>Ambon meraih Adipura.</p>{body}</body></html>"
    return numbering(lxml.html.fromstring(html), Page("a.html", html.encode(), url))


def pager(*shown: str) -> str:
    return f"<div class='paging'>Halaman: {' '.join(shown)} <a href='{STORY}?page=9x'>Bagikan</a></div>"


def link(number: int) -> str:
    return f"<a href='{STORY}{f'?page={number}' if number > 1 else ''}'>{number}</a>"


@pytest.mark.parametrize(
    ("body", "head", "url", "number", "of"),
    [
        (pager("<b>1</b>", link(2), link(3)), CANONICAL, None, 1, 3),
        (pager(link(1), "<b>2</b>", link(3)), CANONICAL, None, 2, 3),
        (pager(link(1), link(2), "<b>3</b>"), CANONICAL, None, 3, 3),
        (pager(link(1), f"<li class='active'>{link(2)}</li>", link(3)), CANONICAL, None, 2, 3),
        ("<a href='?page=2'>2</a>", "", None, 1, 2),
        (f"<a href='{STORY}/2/'>Selanjutnya</a>", CANONICAL, None, 1, 2),
        ("<span>Halaman 2/3</span>", CANONICAL, None, 2, 3),
        ("<p>Halaman <b>1</b> dari <b>4</b></p>", CANONICAL, None, 1, 4),
        (f"<span>Page 2 of 3</span>{link(3)}", CANONICAL, None, 2, 3),
        ("", CANONICAL, STORY + "?page=2", 2, 2),
        ("", f'<link rel="canonical" href="{STORY}/3/">', None, 3, 3),
        ("", CANONICAL + "<title>Ambon Raih Adipura - Halaman 2 - Kabar Lontar</title>", None, 2, 2),
        ("", CANONICAL + "<title>Ambon Raih Adipura Halaman 2 dari 3 | Lontar</title>", None, 2, 3),
        ("", CANONICAL + f'<link rel="next" href="{STORY}?page=3">', None, 2, 3),
        ("", CANONICAL + f'<link rel="prev" href="{STORY}">', None, 2, 2),
        ('<script>dataLayer=[{"articleTotalPages": "4"}]</script>', CANONICAL, None, 1, 4),
    ],
)
def test_a_page_of_several_says_which(body: str, head: str, url: str | None, number: int, of: int) -> None:
    found = read(body, head, url)
    assert (found.number, found.of) == (number, of)
    assert found.pages == Pages(1, of, tuple(at for at in range(1, of + 1) if at != number))


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("", CANONICAL),
        ("<a href='/terkini?page=2'>2</a> <a href='/terkini?page=3'>3</a>", CANONICAL),
        ("<span>Halaman 1 dari 45</span><a href='https://lontar.example/terkini?page=2'>2</a>", CANONICAL),
        ("<span>Page 1 of 45</span>", CANONICAL),
        ("<p>Hal itu tertulis pada halaman 2 dari 10 laporan.</p>", CANONICAL),
        ("", CANONICAL + "<title>Warga Protes Halaman 2 Sekolah</title>"),
        ("", CANONICAL + '<link rel="next" href="https://lontar.example/page/2/">'),
        (f"<a href='{STORY}/comment-page-2/#comments'>2</a>", CANONICAL),
        (f"<a href='{STORY}?utm_source=surat'>Ambon Raih Adipura</a>", CANONICAL),
        ("<a href='/page/2'>2</a>", '<link rel="canonical" href="https://lontar.example/">'),
    ],
)
def test_a_page_that_is_the_whole_story_says_nothing(body: str, head: str) -> None:
    assert read(body, head).pages is None


@pytest.mark.parametrize(
    ("body", "head", "url"),
    [
        (pager("<b>1</b>", link(2)), CANONICAL, STORY + "?page=all"),
        (pager("<b>1</b>", link(2)), CANONICAL + "<title>Ambon Raih Adipura Halaman all - Lontar</title>", None),
        ("<div class='article-content-body__item-page'>a</div>" * 2, CANONICAL, None),
    ],
)
def test_all_pages_at_once_are_the_whole_story(body: str, head: str, url: str | None) -> None:
    found = read(body, head, url)
    assert (found.whole, found.of, found.pages) == (True, 2, None)


def test_the_other_pages_have_addresses() -> None:
    found = read(pager("<b>1</b>", link(2), "3", link(4), f"<a href='{STORY}?page=all'>Semua</a>"))
    assert found.others == ((2, f"{STORY}?page=2"), (3, f"{STORY}?page=3"), (4, f"{STORY}?page=4"))
    assert found.everything == f"{STORY}?page=all"


def test_links_are_read_against_the_address_of_the_page() -> None:
    found = read("<a href='?page=2'>2</a>", "", STORY)
    assert found.others == ((2, f"{STORY}?page=2"),)


def test_a_number_that_no_story_reaches_is_none() -> None:
    assert read('<script>x={"articleTotalPages": "99"}</script>').pages is None


SHORT = "https://lontar.example/adipura"


@pytest.mark.parametrize(
    ("body", "own", "number", "of"),
    [
        (f"<b>1</b> <a href='{SHORT}/2/'>2</a> <a href='{SHORT}/3/'>3</a>", "", 1, 3),
        (f"<a href='{SHORT}/'>1</a> <b>2</b> <a href='{SHORT}/3/'>3</a>", "/2/", 2, 3),
        (f"<a href='{SHORT}/'>1</a> <b>2</b>", "/2", 2, 2),
    ],
)
def test_the_pages_of_a_story_with_a_short_address_are_told_by_their_pager(
    body: str, own: str, number: int, of: int
) -> None:
    found = read(f"<div>{body}</div>", f'<link rel="canonical" href="{SHORT}{own}">')
    assert (found.number, found.of) == (number, of)
    assert dict(found.others)[2 if number == 1 else 1].removesuffix("/") == (SHORT + "/2" if number == 1 else SHORT)


@pytest.mark.parametrize(
    "body",
    [
        f"<a href='{SHORT}'>Adipura</a>",
        f"<a href='{SHORT}/11'>Adipura untuk Tual</a>",
        f"<a href='{SHORT}/13'>13</a>",
    ],
)
def test_a_number_by_which_a_story_is_kept_is_no_pages(body: str) -> None:
    assert read(body, f'<link rel="canonical" href="{SHORT}/12">') == Numbering()
