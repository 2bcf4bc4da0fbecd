"""Files of one command that are pages of one story become one input; other stories never do."""

from pathlib import Path

import pytest

from extractor.batch import Input, expand
from extractor.batch.prescan import grouped, head_of

STORY = "https://lontar.example/berita/kota-ambon-raih-adipura"
TITLE = "Kota Ambon Raih Adipura"


def head(url: str = STORY, title: str = TITLE, og: str = "") -> str:
    return f'<!doctype html><html><head><title>{title}</title><link rel="canonical" href="{url}">{og}</head><body>'


def names(folder: Path, *pages: str) -> list[tuple[str, ...]]:
    """The names of the inputs that the pages become, without their folder."""
    for number, page in enumerate(pages, 1):
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    return [tuple(Path(name).name for name in given.names) for given in expand([str(folder)])]


@pytest.mark.parametrize(
    "second",
    [
        head(),
        head(STORY + "?page=2"),
        head(STORY + "/2/", f"{TITLE} - Halaman 2 - Kabar Lontar"),
        head("https://m.lontar.example/amp/berita/kota-ambon-raih-adipura", f"{TITLE} | Kabar Lontar"),
        head(STORY, f"{TITLE} Halaman all - Kabar Lontar"),
        head(STORY, "Lain Sama Sekali Judulnya", f"<meta property='og:title' content='{TITLE}'>"),
        f'<head><meta content="{STORY}?page=3" property="og:url"><meta property="og:title" content="{TITLE}">',
    ],
)
def test_pages_of_one_story_are_one_input(tmp_path: Path, second: str) -> None:
    assert names(tmp_path, head(title=f"{TITLE} - Kabar Lontar"), second) == [("1.html", "2.html")]


@pytest.mark.parametrize(
    "second",
    [
        head("https://lontar.example/berita/kota-tual-raih-adipura"),
        head(STORY, "Kota Tual Raih Adipura"),
        head(STORY, ""),
        head("https://lontar.example/"),
        head("/berita/kota-ambon-raih-adipura"),
        "<html><body><p>Ambon",
    ],
)
def test_other_stories_are_read_apart(tmp_path: Path, second: str) -> None:
    assert names(tmp_path, head(), second) == [("1.html",), ("2.html",)]


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://lontar.example/", TITLE),
        ("https://lontar.example/terkini", TITLE),
        (STORY, "Kabar Lontar"),
    ],
)
def test_a_site_that_says_the_same_on_all_its_pages_is_not_believed(tmp_path: Path, url: str, title: str) -> None:
    assert names(tmp_path, head(url, title), head(url, title)) == [("1.html",), ("2.html",)]


SHORT, LONG_TITLE = "https://lontar.example/adipura", "Kota Ambon Raih Adipura Kelima Kali"
ARTICLE = "<meta property='og:type' content='article'>"


@pytest.mark.parametrize("second", ["?page=2", "/2/"])
def test_pages_of_an_article_with_a_short_address_are_one_input(tmp_path: Path, second: str) -> None:
    pages = [head(url, LONG_TITLE, ARTICLE) for url in (SHORT, SHORT + second)]
    assert names(tmp_path, *pages) == [("1.html", "2.html")]


def test_pages_of_a_list_with_a_short_address_are_read_apart(tmp_path: Path) -> None:
    pages = [head(url, LONG_TITLE) for url in (SHORT, SHORT + "?page=2")]
    assert names(tmp_path, *pages) == [("1.html",), ("2.html",)]


def test_a_story_stands_where_its_first_page_stood(tmp_path: Path) -> None:
    other = head("https://lontar.example/berita/kota-tual-raih-adipura")
    assert names(tmp_path, head(), other, head(STORY + "?page=2")) == [("1.html", "3.html"), ("2.html",)]


def test_addresses_of_one_story_are_one_input() -> None:
    other = "https://lontar.example/berita/kota-tual-raih-adipura"
    inputs = grouped([Input(STORY), Input(other), Input(STORY + "?page=2"), Input(STORY + "/amp")])
    assert [given.names for given in inputs] == [(STORY, STORY + "?page=2", STORY + "/amp"), (other,)]


@pytest.mark.parametrize("url", ["https://lontar.example/", "https://lontar.example/terkini"])
def test_addresses_of_no_story_are_not_put_together(url: str) -> None:
    assert len(grouped([Input(url), Input(url + "?page=2")])) == 2


def test_what_cannot_be_scanned_stays_as_it_is(tmp_path: Path) -> None:
    inputs = [Input("-"), Input("tiada.html"), Input(str(tmp_path)), Input("a.html", "no such file"), Input(STORY)]
    assert grouped(inputs) == inputs


def test_only_the_start_of_a_page_is_scanned(tmp_path: Path) -> None:
    late = "<html><head>" + "<style>p{}</style>" * 4_000 + head()
    assert names(tmp_path, late, late) == [("1.html",), ("2.html",)]


def test_a_head_in_another_charset_is_read() -> None:
    found = head_of(head(title="Wali Kota “Hijau” Raih Adipura").encode("windows-1252"))
    assert found
    assert found.story == STORY
