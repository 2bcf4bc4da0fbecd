"""Index and tag pages: the links that lead to stories, the page's own list apart from what stands beside it."""

import pytest

from extractor.outlets import Outlet
from extractor.sources.discovery import Listing, feeds_of, read_index
from extractor.sources.discovery.indexes import LONGEST

AT = "https://kabar.example/tag/paritrana-award"


def entry(number: int) -> str:
    link = f"/read/1234{number}/pemkot-{number}-juara"
    return (
        f'<li class="art item-{number}"><a href="{link}"><img src="x.jpg"></a>'
        f'<h2><a href="https://www.kabar.example{link}?utm_source=tag">Pemkot {number} juara</a></h2></li>'
    )


def page(own: str, *, beside: str = "", head: str = "") -> bytes:
    return f"""<html><head><title>Berita Paritrana Award</title>{head}</head><body>
    <nav><a href="/read/99999/menu">Menu</a></nav>
    <h1>Paritrana Award</h1><main><ul class="list">{own}</ul></main>{beside}
    <footer><a href="/pedoman-media-siber">Pedoman</a></footer></body></html>""".encode()


LIST = "".join(map(entry, range(4)))
POPULAR = "".join(f'<li><a href="/read/2234{number}/warta-{number}">Populer {number}</a></li>' for number in range(9))


def test_a_story_has_the_text_of_its_link_as_its_headline() -> None:
    listed = read_index(page(LIST), AT)
    assert len(listed.stories) == 4
    assert listed.stories[1].url == "https://kabar.example/read/12341/pemkot-1-juara"
    assert listed.stories[1].headline == "Pemkot 1 juara"


@pytest.mark.parametrize(
    "box",
    [
        "<aside>{}</aside>", '<div class="box-terpopuler">{}</div>', '<div id="sidebarRight">{}</div>',
        '<div class="related_posts">{}</div>',
    ],
)  # fmt: skip
def test_what_stands_beside_the_list_is_named_behind_it(box: str) -> None:
    listed = read_index(page(LIST, beside=box.format(f"<ul>{POPULAR}</ul>")), AT)
    assert (listed.own, len(listed.candidates)) == (4, 14)
    assert all("juara" in story.url for story in listed.stories)


def test_a_longer_list_without_a_box_would_be_the_pages_own() -> None:
    assert read_index(page(LIST, beside=f"<ul>{POPULAR}</ul>"), AT).own == 9


def test_the_headline_of_a_picture_is_its_title() -> None:
    own = '<li><a href="/a-b-c-d"><img alt="Bupati juara"></a></li><li><a href="/e-f-g-h" title="Juara"></a></li>'
    assert [story.headline for story in read_index(page(own), AT).stories] == ["Bupati juara", "Juara"]


def test_links_are_relative_to_the_pages_base() -> None:
    head = '<base href="https://kabar.example/daerah/">'
    listed = read_index(page('<li><a href="a-b-c-d">A</a></li>', head=head), AT)
    assert listed.stories[0].url == "https://kabar.example/daerah/a-b-c-d"


def test_other_sites_are_not_the_outlets(outlet: Outlet) -> None:
    own = '<li><a href="https://wartabahari.example/a-b-c-d">A</a></li><li><a href="https://lain.example/a-b-c-d">B</a></li>'
    assert [story.url for story in read_index(page(own), "https://warta.example/indeks", outlet).stories] == [
        "https://wartabahari.example/a-b-c-d"
    ]


@pytest.mark.parametrize(
    ("link", "following"),
    [
        ('<link rel="next" href="?page=2">', f"{AT}?page=2"),
        ('<a rel="nofollow next" href="/tag/paritrana-award/page/2/">x</a>', f"{AT}/page/2/"),
        ('<a rel="next" href="https://lain.example/?page=2">x</a>', None),
        ('<a rel="next" href="#">x</a>', None),
        ('<a rel="next" href="/kalender">x</a>', None),
        ('<a href="?page=2">x</a>', None),
    ],
)
def test_the_next_page_is_the_one_that_the_page_names_as_such(link: str, following: str | None) -> None:
    assert read_index(page(LIST, beside=link), AT).next == following


def test_the_page_behind_the_third_is_no_earlier_one() -> None:
    assert read_index(page(LIST, head='<link rel="next" href="?page=2">'), f"{AT}?page=3").next is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (page("<form><input type='password' name='p'></form>"), "a login wall"),
        (page("<p>Maaf, halaman yang Anda cari tidak ditemukan.</p>"), "the page says that nothing was found"),
        (page(LIST, beside="<h3>Belum ada berita untuk topik ini</h3>"), "the page says that nothing was found"),
        (page("<div id='app'></div>"), "no stories: a page of another kind, or one that a script fills"),
        (b"%PDF-1.4", "not text: a PDF document; make text of it first (pdftotext)"),
        (page(LIST) + b" " * LONGEST, "longer than 1.5 MB: what follows is not read"),
    ],
)
def test_a_page_that_is_no_list_is_said_to_be_none(body: bytes, reason: str) -> None:
    assert reason in read_index(body, AT).said


def test_a_headline_that_something_was_not_found_makes_no_empty_list() -> None:
    own = '<li><a href="/korban-banjir-belum-ditemukan"><h3>Korban banjir tidak ditemukan</h3></a></li>'
    assert read_index(page(own), AT).said == ()


def test_a_front_page_names_its_feeds() -> None:
    head = """<link rel="alternate" type="application/rss+xml" href="/feed/">
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="icon" href="/i.png">"""
    assert feeds_of(page("", head=head), "https://kabar.example/") == (Listing("https://kabar.example/feed/", "feed"),)
