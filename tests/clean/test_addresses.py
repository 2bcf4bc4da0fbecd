"""The address of a story is that of any of its pages, without what only tells page, device and reader apart."""

import pytest

from extractor.clean.addresses import read_address, story_address
from extractor.outlets.outlet import Outlet, PageNumbers

STORY = "https://lontar.example/berita/kota-ambon-raih-adipura"


def numbered(pages: PageNumbers) -> Outlet:
    """An outlet of which only the numbering of pages is known."""
    return Outlet(
        id="lontar.example", name="Kabar Lontar", domains=("lontar.example",), region=None, zone="Asia/Jakarta",
        system=None, pages=pages, file="lontar.toml",
    )  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        STORY,
        STORY + "/",
        STORY.replace("https:", "http:"),
        "HTTPS://WWW.Lontar.example/berita/kota-ambon-raih-adipura",
        STORY + "?page=2",
        STORY + "?page=all",
        STORY + "?halaman=3&utm_source=grup",
        STORY + "/2",
        STORY + "/2/",
        STORY + "/page/2/",
        STORY + "/2/amp/",
        STORY + "/comment-page-4#komentar-9",
        STORY + "-part2",
        STORY + "?single=1",
        STORY + "?fbclid=IwAR0&amp=1",
        STORY + "/amp",
        STORY + "?outputType=amp",
        "https://m.lontar.example/berita/kota-ambon-raih-adipura?m=1",
        "https://amp.lontar.example/berita/kota-ambon-raih-adipura",
        "https://www.lontar.example/amp/berita/kota-ambon-raih-adipura",
        "https://lontar-example.cdn.ampproject.org/c/s/lontar.example/berita/kota-ambon-raih-adipura/amp/",
        "https://www.google.com/amp/s/m.lontar.example/berita/kota-ambon-raih-adipura",
    ],
)
def test_all_addresses_of_a_story_are_one(url: str) -> None:
    assert story_address(url) == STORY


@pytest.mark.parametrize("end", ["", "/", "/2", "/3/", "/amp/", "/page/2"])
@pytest.mark.parametrize("story", ["https://lontar.example/2024/05/banjir", "https://lontar.example/a/2024/5/14/banjir"])
def test_a_short_title_behind_its_month_is_a_storys(story: str, end: str) -> None:
    assert story_address(story + end) == story


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://lontar.example/?p=2", "https://lontar.example/?p=3"),
        ("https://lontar.example/berita/2", "https://lontar.example/berita/3"),
        ("https://lontar.example/2021/09/12", "https://lontar.example/2021/09/11"),
        ("https://lontar.example/kanal/81/ekonomi/2", "https://lontar.example/kanal/81/ekonomi/3"),
        ("https://lontar.example/baca?id=2", "https://lontar.example/baca?id=3"),
        ("https://lontar.example/baca?page=profil", "https://lontar.example/baca?page=sejarah"),
        ("https://lontar.example/baca?cid=2", "https://lontar.example/baca?cid=3"),
        ("https://lontar.example/lomba-baca-puisi-2024", "https://lontar.example/lomba-baca-puisi-2025"),
        ("https://jambi.lontar.example/a-b-c", "https://aceh.lontar.example/a-b-c"),
    ],
)
def test_addresses_of_two_stories_stay_apart(one: str, other: str) -> None:
    assert story_address(one) != story_address(other)


@pytest.mark.parametrize("url", ["halaman.html", "", "http://[::1/", "https://", "mailto:redaksi@lontar.example"])
def test_what_is_no_address_stays_as_it_is(url: str) -> None:
    assert story_address(url) == url
    assert read_address(url) is None


@pytest.mark.parametrize(
    ("url", "page", "whole"),
    [
        (STORY, None, False),
        (STORY + "?page=2", 2, False),
        (STORY + "/3/", 3, False),
        (STORY + "?page=all", None, True),
        (STORY + "?showpage=all", None, True),
        (STORY + "/all", None, True),
        ("https://lontar.example/kategori/all", None, False),
        (STORY + "?page=2024", None, False),
    ],
)
def test_an_address_tells_its_page(url: str, page: int | None, whole: bool) -> None:
    read = read_address(url)
    assert read
    assert (read.page, read.whole) == (page, whole)


def test_an_outlet_numbers_its_pages_in_its_own_way() -> None:
    outlet = numbered(PageNumbers(all="?tampil=utuh", each="?ke={n}"))
    assert story_address(STORY + "?ke=2", outlet) == STORY
    assert story_address(STORY + "?ke=2") == STORY + "?ke=2"
    read = read_address(STORY + "?tampil=utuh", outlet)
    assert read
    assert read.whole


def test_an_outlet_whose_pages_are_parts_of_the_path_numbers_short_ones_too() -> None:
    outlet = numbered(PageNumbers(each="/{n}"))
    assert story_address("https://lontar.example/baca/2", outlet) == "https://lontar.example/baca"


@pytest.mark.parametrize(
    ("url", "front", "slug"),
    [
        ("https://lontar.example/", True, False),
        ("https://lontar.example/index.php", True, False),
        ("https://lontar.example/?page=2", True, False),
        ("https://lontar.example/terkini", False, False),
        (STORY, False, True),
        ("https://lontar.example/read/3301234", False, True),
        ("https://lontar.example/?p=123", False, True),
    ],
)
def test_front_pages_and_stories_look_different(url: str, front: bool, slug: bool) -> None:
    read = read_address(url)
    assert read
    assert (read.is_front, read.is_slug) == (front, slug)


def test_the_first_page_is_where_the_others_say() -> None:
    read = read_address("https://www.lontar.example/berita/kota-ambon-raih-adipura?page=3")
    assert read
    assert read.bare == "https://www.lontar.example/berita/kota-ambon-raih-adipura"
