"""Pages whose source names the site where a title should stand: the heading over the story is asked, and flagged."""

import pytest

from extractor.article import Page
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.tree import parse

TITLE = "Wali Kota Serahkan Kartu Nelayan di Hunimua"
STORY = (
    "<p>Ambon – Wali Kota Ambon menyerahkan kartu nelayan kepada 120 orang di Hunimua, Selasa (14/5/2024). Mereka akan "
    "mendapat asuransi selama setahun penuh dari pemerintah kota.</p><p>Kartu itu berlaku lima tahun.</p>"
)
SITE = "<title>Kabar Hunimua - Berita Maluku Terkini dan Terpercaya</title>"
OFFICE = "<title>Dinas Perikanan Kota Ambon</title><meta property=og:title content='Dinas Perikanan Kota Ambon'>"
WEBSITE = "<title>Website Resmi Desa Waai</title>"
DAY = "<p>Admin, 14 Mei 2024</p>"


def said(head: str, body: str) -> Metadata:
    page = f'<html lang="id"><head>{head}</head><body>{body}{STORY}</body></html>'
    return metadata(parse(page), Page("halaman.html", b"", "https://kabarhunimua.example/index.php?id=12"))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (SITE, f"<h1>Kabar Hunimua</h1><h3>{TITLE}</h3>"),
        (SITE, f"<div id=logo>Kabar Hunimua</div><h2>{TITLE}</h2>{DAY}"),
        (OFFICE, f"<h1>Dinas Perikanan Kota Ambon</h1><h2>{TITLE}</h2>{DAY}"),
        (OFFICE, f"<div class=judul-berita>{TITLE}</div>"),
        (WEBSITE, f"<h1>Website Resmi Desa Waai</h1><h2>{TITLE}</h2>"),
    ],
    ids="motto logo office named website".split(),
)
def test_the_heading_over_the_story_is_its_title_where_the_source_names_the_site(head: str, body: str) -> None:
    found = said(head, body)
    assert (found.title, found.conflicts) == (TITLE, ("title",))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Dinas Perikanan Bagikan Kartu", "<h1>Dinas Perikanan Bagikan Kartu</h1><h2>Nelayan di Hunimua Gembira</h2>"),
        ("Kartu Nelayan Dibagikan", "<div>Kartu Nelayan Dibagikan</div><h3>Bantuan untuk Hunimua dan Tulehu</h3>"),
        ("Kartu Nelayan Dibagikan", "<h1>Kartu Nelayan Dibagikan</h1><h2>Nelayan di Hunimua Gembira</h2>" + DAY),
    ],
    ids="office printed heading".split(),
)
def test_a_title_that_the_page_prints_stays(title: str, body: str) -> None:
    assert said(f"<title>{title}</title>", body).title == title


def test_the_site_of_such_a_title_is_the_outlet() -> None:
    assert said(SITE, f"<h1>Kabar Hunimua</h1><h3>{TITLE}</h3>").outlet == "Kabar Hunimua"
