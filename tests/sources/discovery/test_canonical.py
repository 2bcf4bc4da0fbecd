"""Addresses: one for every page, device and visit of a story; what looks like a story's."""

import pytest

from extractor.clean.addresses import story_address
from extractor.outlets import Outlet
from extractor.sources.discovery import Candidate, canonical
from extractor.sources.discovery.canonical import absolute, is_story


@pytest.mark.parametrize(
    "variant",
    [
        "http://www.warta.example/daerah/pemkot-raih-penghargaan/",
        "https://m.warta.example/daerah/pemkot-raih-penghargaan?utm_source=x&utm_medium=y",
        "https://warta.example/daerah/pemkot-raih-penghargaan/amp/",
        "https://warta.example/daerah/pemkot-raih-penghargaan?page=all",
        "https://warta.example/daerah/pemkot-raih-penghargaan?page=2&fbclid=z",
        "https://warta.example/daerah/pemkot-raih-penghargaan;jsessionid=0A1B2C3D4E5F",
        "https://warta.example/daerah/pemkot-raih-penghargaan?PHPSESSID=8a7b6c5d4e3f",
        "https://warta.example/(S(lit3py55t21z5v55vlm25s55))/daerah/pemkot-raih-penghargaan",
        "https://warta-example.cdn.ampproject.org/c/s/warta.example/daerah/pemkot-raih-penghargaan/amp/",
    ],
)
def test_variants_of_an_address_are_one(variant: str) -> None:
    assert canonical(variant) == "https://warta.example/daerah/pemkot-raih-penghargaan"


def test_without_dropping_sessions_each_visit_would_be_a_story_of_its_own() -> None:
    visits = [f"https://warta.example/daerah/pemkot-raih-penghargaan?PHPSESSID={visit}" for visit in range(3)]
    assert len({story_address(visit) for visit in visits}) == 3
    assert len({canonical(visit) for visit in visits}) == 1


@pytest.mark.parametrize("pair", ["id=12", "cid=12", "s=penghargaan", "source=12"])
def test_what_may_tell_stories_apart_stays(pair: str) -> None:
    assert canonical(f"https://warta.example/baca?{pair}") == f"https://warta.example/baca?{pair}"


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("https://www.warta.example/a-b/?utm_source=rss", "https://www.warta.example/a-b/"),
        ("https://www.warta.example/a-b/amp/", "https://www.warta.example/a-b/"),
        ("https://www.warta.example/a-b?PHPSESSID=1", "https://www.warta.example/a-b"),
        ("https://www.warta.example/baca/?id=7&fbclid=1", "https://www.warta.example/baca?id=7"),
    ],
)
def test_a_story_is_asked_for_where_it_is_listed_without_what_tells_visits_apart(listed: str, asked: str) -> None:
    assert Candidate(canonical(listed), listed).address == asked


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/a#isi", "https://warta.example/a"),
        ("?page=2", "https://warta.example/daerah/?page=2"),
        ("//m.warta.example/a", "https://m.warta.example/a"),
        (" https://warta.example/a ", "https://warta.example/a"),
        ("/kafé", "https://warta.example/kaf%C3%A9"),
        ("#atas", None),
        ("mailto:a@warta.example", None),
        ("whatsapp://send?text=a", None),
        ("https://warta.example:99999/", None),
        ("https://user:secret@warta.example/", None),
        ("https://[::1", None),
        ("/" + "a" * 3_000, None),
    ],
)
def test_a_link_leads_to_an_address_or_nowhere(href: str, url: str | None) -> None:
    assert absolute(href, "https://warta.example/daerah/") == url


@pytest.mark.parametrize(
    "path",
    [
        "/daerah/pemkot-raih-penghargaan-paritrana", "/read/512345/pemkot-juara", "/2021/09/09/pemkot",
        "/2021/09/pemkot", "/baca.php?id=77", "/?p=77", "/berita-512345.html",
    ],
)  # fmt: skip
def test_an_address_looks_like_a_storys(path: str) -> None:
    assert is_story(f"https://kabar.example{path}", None)


@pytest.mark.parametrize(
    "path",
    [
        "/", "/daerah", "/tag/pemkot-raih-penghargaan-paritrana", "/2021/09/", "/author/siti-nur-aini-putri",
        "/search?q=a-b-c-d", "/pedoman-pemberitaan-media-siber", "/foto/a-b-c-d.jpg", "/login", "/indeks/2021/09/09/10",
        "/page/12345", "/daerah/page/2", "/kalender/2021/09/09/a", "/wp-content/uploads/2021/09/a-b-c-d.pdf",
    ],
)  # fmt: skip
def test_an_address_of_a_list_does_not(path: str) -> None:
    assert not is_story(f"https://kabar.example{path}", None)


def test_an_outlets_templates_count_whatever_the_looks(outlet: Outlet) -> None:
    assert is_story("https://warta.example/daerah/read/juara", outlet)
    assert not is_story("https://warta.example/daerah/read/juara", None)
