"""Heads of small local sites: names that end like weekdays, sites that name themselves alone, sections in bylines."""

import pytest

from extractor.article import Page
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.tree import parse

TITLE = "Bupati Serahkan Santunan bagi Ahli Waris Pekerja Rentan"
STORY = (
    "<p>Bupati menyerahkan santunan kepada ahli waris pekerja rentan di aula kantor bupati, dan penyerahan itu "
    "disaksikan kepala cabang penyelenggara jaminan sosial serta para camat yang datang dari pulau-pulau kecil.</p>"
)


def head(body: str, *, title: str = TITLE, host: str = "tualpos.example") -> Metadata:
    page = f'<html lang="id"><head><title>{title}</title></head><body>{body}{STORY}</body></html>'
    return metadata(parse(page), Page("halaman.html", b"", f"https://{host}/?id=332"))


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Oleh: Siti Yasmin Senin, 3 Mei 2016", "Siti Yasmin"),
        ("Oleh: Siti Yasmin, 3 Mei 2016", "Siti Yasmin"),
        ("Oleh: admin 3 Mei 2016", None),
    ],
)
def test_a_name_that_ends_like_a_weekday_stays_whole(byline: str, author: str | None) -> None:
    assert head(f"<h1>{TITLE}</h1><div>{byline}</div>").author == author


def test_a_site_that_names_itself_alone_in_every_title_is_the_outlet() -> None:
    printed = f'<font size="4"><b>{TITLE}</b></font><br><font size="1">03/05/16 - oleh: admin</font>'
    found = head(printed, title="Tual Pos")
    assert (found.title, found.outlet, found.published) == (TITLE, "Tual Pos", "2016-05-03")


def test_the_masthead_before_a_colon_is_the_outlet() -> None:
    body = f'<h1><a href="/">Kampung Harapan</a></h1><h3 class="post-title">{TITLE}</h3>'
    found = head(body, title=f"Kampung Harapan: {TITLE}", host="kampungharapan.blogspot.com")
    assert (found.title, found.outlet) == (TITLE, "Kampung Harapan")


@pytest.mark.parametrize("divider", ["«", "»", "›", "|", "—", "::"])
def test_sites_set_many_marks_before_their_name(divider: str) -> None:
    found = head(f"<h1>{TITLE}</h1>", title=f"{TITLE} {divider} Tual Pos")
    assert (found.title, found.outlet) == (TITLE, "Tual Pos")


def test_another_storys_headline_above_is_no_section() -> None:
    side = "<div><p><a href=/1>Harga Ikan di Pasar Arumbai Turun</a></p></div>"
    assert head(f"{side}<div><h1>{TITLE}</h1></div>").section is None
    assert head(f"{side.replace('Harga Ikan di Pasar Arumbai Turun', 'Pasar Ikan')}<div><h1>{TITLE}</h1></div>").section


def test_what_a_site_is_belongs_not_to_its_name() -> None:
    found = head(f"<h1>{TITLE}</h1>", title=f"{TITLE} - Website Resmi Desa Ohoitel")
    assert found.outlet == "Desa Ohoitel"


@pytest.mark.parametrize(
    ("byline", "section"),
    [
        ("Senin, 7 Januari 2013 | Kategori : Kesejahteraan Sosial | Dibaca : 1204", "Kesejahteraan Sosial"),
        ("Rubrik: Ekonomi", "Ekonomi"),
        ("Senin, 7 Januari 2013 | Sub Kategori Ekonomi", None),
    ],
)
def test_a_byline_names_the_section_behind_its_label(byline: str, section: str | None) -> None:
    assert head(f"<h1>{TITLE}</h1><div>{byline}</div>").section == section
