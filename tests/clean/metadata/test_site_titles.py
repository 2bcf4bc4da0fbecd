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


def said(head: str, body: str, story: str = STORY) -> Metadata:
    page = f'<html lang="id"><head>{head}</head><body>{body}{story}</body></html>'
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


MOTTO = "<title>Pemerintah Kota Ambon | Manise Par Samua</title><meta property=og:title content='Manise Par Samua'>"
BRAND = "<a class=brand href='/'><h1>Manise Par Samua</h1><h2>Kota Musik Dunia</h2></a>"


@pytest.mark.parametrize(
    "masthead",
    [
        BRAND,
        "<h1 class=logo-text><a href='https://ambonkota.example/'>Manise Par Samua</a></h1>",
        "<div class=navbar><nav><a href=/berita>Berita</a></nav><h1>Manise Par Samua</h1></div>",
    ],
    ids="link inside menu".split(),
)
def test_a_motto_in_the_masthead_is_no_title(masthead: str) -> None:
    found = said(MOTTO, f"{masthead}<h4>{TITLE}</h4>{DAY}")
    assert (found.title, found.outlet) == (TITLE, "Pemerintah Kota Ambon")


@pytest.mark.parametrize("head", [SITE, OFFICE, WEBSITE, MOTTO, "<title>Pemerintah Kota Ambon</title>"])
@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>",
        f"<h1>{TITLE}</h1>{DAY}",
        f"<h1>Ambon Manise</h1><h2>{TITLE}</h2>{DAY}",
        f"<h1>Kota Ambon Manise</h1><h2>{TITLE}</h2>{DAY}",
    ],
    ids="heading dated motto likemotto".split(),
)
def test_a_heading_over_the_story_is_its_title_whatever_a_site_calls_all_its_pages(head: str, body: str) -> None:
    assert said(head, body).title == TITLE


def test_a_title_of_which_the_story_speaks_is_no_sites() -> None:
    title = "Nelayan Hunimua di Ambon Mendapat Asuransi Setahun"
    found = said(f"<title>{title}</title><meta property=og:title content='{title}'>", "<h1>Kabar Laut dan Pantai</h1>")
    assert found.title == title


def test_a_title_in_a_head_with_a_menu_stays_where_no_other_heading_has_a_day() -> None:
    head = f"<header><nav><a href=/berita>Berita</a></nav><h1>{TITLE}</h1></header>"
    assert said(f"<title>{TITLE}</title>", f"{head}{DAY}<h2>Kartu untuk Semua Nelayan</h2>").title == TITLE


def test_the_keywords_of_a_head_that_names_the_site_alone_are_no_tags() -> None:
    keywords = "<meta name=keywords content='nelayan, hunimua, ambon'>"
    assert said(MOTTO + keywords, f"{BRAND}<h4>{TITLE}</h4>{DAY}").tags == ()
    assert said(f"<title>{TITLE}</title>{keywords}", f"<h1>{TITLE}</h1>").tags == ("nelayan", "hunimua", "ambon")


def test_the_logo_names_the_outlet_where_nothing_else_does() -> None:
    page = "<ul><li><a href='/'>Beranda Kami</a></li></ul><div id=logo><a href='/'>Kabar Hunimua</a></div>"
    root = parse(f"<html lang=id><title>{TITLE}</title><body>{page}<h1>{TITLE}</h1>{STORY}")
    assert metadata(root, Page("halaman.html", b"")).outlet == "Kabar Hunimua"


OLD = "<title>:: HARIAN SULUH - Mencerahkan Bangsa ::</title>"
PRINTED = f"<font size=1>Selasa, 14 Mei 2024</font><font size=1>MALUKU</font><br><font size=4><b>{TITLE}</b></font><br>"
FOOT = "<font size=1>Hak Cipta Harian Suluh</font>"


def test_a_page_of_the_nineties_prints_its_title_in_large_letters() -> None:
    found = said(OLD, PRINTED, STORY + FOOT)
    assert (found.title, found.outlet, found.conflicts) == (TITLE, "HARIAN SULUH", ("published",))


def test_the_day_at_the_top_counts_where_the_story_reports_on_it_and_is_flagged() -> None:
    assert said(OLD, PRINTED).published == "2024-05-14"
    assert said(OLD, PRINTED, STORY.replace("14/5", "14/3")).published is None
