"""What the file of an outlet adds to what its pages say: its name, its zone, and where its layout has things."""

from dataclasses import replace

import pytest

from extractor.article import Page
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.tree import parse
from extractor.outlets import Layout, Outlet, outlets

TITLE = "Wali Kota Serahkan Kartu Nelayan di Pelabuhan"
STORY = f"<p>{'Isi berita itu panjang sekali. ' * 12}</p>"
BODY = f"<h1>{TITLE}</h1><div class=w>Kamis, 9 September 2021 16:51</div>{STORY}"


@pytest.fixture(name="lontar", scope="module")
def _lontar() -> Outlet:
    known = outlets().of("jpnn.com")
    assert known is not None
    layout = Layout(
        story=("div.isi",), title=("h2.judul",), author=("span.nama",), published=("span.waktu",), tags=("a.topik",)
    )
    return replace(
        known,
        id="lontar.example",
        name="Kabar Lontar",
        domains=("lontar.example",),
        zone="Asia/Makassar",
        layouts=(layout,),
    )


def read(html: str, outlet: Outlet | None) -> Metadata:
    return metadata(parse(html), Page("halaman.html", b"", "https://lontar.example/a/1"), outlet)


def test_the_file_names_the_outlet(lontar: Outlet) -> None:
    said = read('<meta property="og:site_name" content="Portal Berita Lain">' + BODY, lontar)
    assert (said.outlet, said.conflicts) == ("Kabar Lontar", ())
    assert [told.origin for told in said.told if told.field == "outlet"][:2] == ["outlet file", "open graph"]


def test_a_time_without_a_zone_has_the_outlets(lontar: Outlet) -> None:
    assert read(BODY, lontar).published == "2021-09-09T16:51:00+08:00"
    assert read(BODY, None).published == "2021-09-09T16:51:00+07:00"


def test_a_printed_zone_beats_the_outlets(lontar: Outlet) -> None:
    assert read(BODY.replace("16:51", "16:51 WIT"), lontar).published == "2021-09-09T16:51:00+09:00"


def test_a_layout_says_where_things_stand(lontar: Outlet) -> None:
    said = read(
        f"<h2 class=judul>{TITLE}</h2>{STORY}<span class=nama>Ona Latupono</span>"
        "<span class=waktu>9 September 2021 pukul 16.51</span><a class=topik>Nelayan</a><a class=topik>Ambon</a>",
        lontar,
    )
    assert said.title == TITLE
    assert said.author == "Ona Latupono"
    assert said.published == "2021-09-09T16:51:00+08:00"
    assert said.tags == ("Nelayan", "Ambon")


def test_a_layout_that_fits_no_more_gives_way(lontar: Outlet) -> None:
    said = read(f'<meta property="og:title" content="{TITLE}"><h2 class=judul>Berita Terpopuler Hari Ini</h2>', lontar)
    assert said.title == TITLE
