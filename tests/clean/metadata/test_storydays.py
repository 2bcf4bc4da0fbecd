"""Days that the printed page names beside its byline, clocks that name none, and the zone that a page shows."""

import pytest

from extractor.article import Page
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.tree import parse

STORY = (
    "<p>Pemerintah kota menyerahkan kartu jaminan kepada ratusan nelayan dan buruh bongkar muat di pelabuhan itu, "
    "dan wali kota menyebut perlindungan bagi pekerja rentan akan diteruskan pada tahun berikutnya bersama provinsi, "
    "sebab iuran mereka ditanggung oleh anggaran daerah sejak awal tahun lalu menurut kepala dinas setempat.</p>"
)
T = "Wali Kota Serahkan Kartu Nelayan di Pelabuhan"
H1 = f"<h1>{T}</h1>"
ID = '<html lang="id">'
AT_TEN = '<meta property="article:published_time" content="2023-09-12T10:00:00+08:00">'
BYLINE = "<div>Rabu, 6 September 2023 10:00 WITA</div>"


def head(html: str) -> Metadata:
    return metadata(parse(html), Page("halaman.html", b""))


def origins(said: Metadata, field: str) -> list[str]:
    return [told.origin for told in said.told if told.field == field]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Tual (18/6/2025) - Pemerintah kota", "2025-06-18"),
        ("Tual, 18 Juni 2025 — Pemerintah kota", "2025-06-18"),
        ("<b>Tual</b>, Rabu (18/6/2025) – Pemerintah kota", "2025-06-18"),
        ("KABAR LONTAR, Ambon, 18/6/2025: Pemerintah kota", "2025-06-18"),
        ("Tual, 9 Desember 2024. Pemerintah kota", "2024-12-09"),
        ("Tual (18/6) - Pemerintah kota", None),
        ("Pada 18 Juni 2025 - begitu Ambon mengingatnya - pemerintah", None),
        ("Wali Kota Ambon bercerita, 18 Juni 2025 - pemerintah kota", None),
        ("Tual - Sejak 18 Juni 2025 - pemerintah kota", None),
        ("Juara Lomba, 18 Juni 2025 - pemerintah kota", None),
    ],
)
def test_the_dateline_tells_the_day_where_nothing_else_does(opening: str, day: str | None) -> None:
    said = head(ID + H1 + STORY.replace("Pemerintah kota", opening, 1))
    assert said.published == day
    assert origins(said, "published") == (["dateline"] if day else [])


def test_the_dateline_is_not_asked_where_the_byline_has_a_day() -> None:
    said = head(ID + H1 + BYLINE + STORY.replace("Pemerintah kota", "Tual, 5 September 2023 - Pemerintah kota"))
    assert said.published == "2023-09-06T10:00:00+08:00"
    assert origins(said, "published") == ["byline"]


@pytest.mark.parametrize(
    ("masthead", "day"),
    [
        ("Edisi 31 / Tahun VI, Kamis 3 Agustus 2006", "2006-08-03"),
        ("Vol. 4 | Jumat, 4 Agustus 2006", "2006-08-04"),
        ("Kamis 3 Agustus 2006", None),
    ],
)
def test_a_masthead_tells_the_day_of_its_edition_and_else_that_of_the_visit(masthead: str, day: str | None) -> None:
    said = head(f"{ID}<title>{T}</title><font size=6>HARIAN LONTAR</font><br>{masthead}<hr>{H1}{STORY}")
    assert "masthead" in origins(said, "published") if day else "masthead" not in origins(said, "published")
    assert said.published == day
    assert said.author is None


@pytest.mark.parametrize(
    ("reported", "published"),
    [
        ("katanya, Selasa (5/9/2023).", "2023-09-06T10:00:00+08:00"),
        ("katanya, Selasa (5/9).", "2023-09-06T10:00:00+08:00"),
        ("katanya, Senin (11/9/2023).", "2023-09-12T10:00:00+08:00"),
        ("katanya, Senin (3/7/2023).", "2023-09-12T10:00:00+08:00"),
        ("katanya, Senin (31/6/2023).", "2023-09-12T10:00:00+08:00"),
        ("katanya kemarin.", "2023-09-12T10:00:00+08:00"),
    ],
)
def test_of_two_days_that_is_believed_which_follows_on_what_the_story_reports(reported: str, published: str) -> None:
    said = head(f"{ID}{AT_TEN}{H1}{BYLINE}{STORY}<p>“Kami berterima kasih,” {reported}</p>")
    assert said.published == published
    assert said.conflicts == ("published",)


def test_two_families_outweigh_what_the_story_reports() -> None:
    address = '<link rel="canonical" href="https://kabarlontar.example/2023/09/12/wali-kota-serahkan">'
    said = head(f"{ID}{AT_TEN}{address}{H1}{BYLINE}{STORY}<p>“Terima kasih,” katanya, Selasa (5/9/2023).</p>")
    assert said.published == "2023-09-12T10:00:00+08:00"
    assert said.conflicts == ("published",)


@pytest.mark.parametrize(
    ("clock", "published"),
    [
        ("Rabu, 25 November 2026 | 10:21:09 WIT", "2024-12-10T09:12:00+09:00"),
        ("Rabu, 25 November 2026 | 10.21 (WITA)", "2024-12-10T09:12:00+08:00"),
        ("Rabu, 25 November 2026", "2024-12-10T09:12:00+07:00"),
    ],
)
def test_a_clock_above_the_story_tells_the_zone_and_no_day(clock: str, published: str) -> None:
    said = head(f"{ID}<div>{clock}</div>{H1}<ul><li>Admin</li><li>10-12-2024 09:12:00</li></ul>{STORY}")
    assert said.published == published
    assert said.conflicts == ()


@pytest.mark.parametrize(
    "clock",
    [
        '<div class="top-bar topbar">Rabu, 25 November 2026 10:21 WIT</div>',
        '<div id="live-clock">Rabu, 25 November 2026 10:21 WIT</div>',
        '<time class="today" datetime="2026-11-25T10:21:00+09:00">Rabu, 25 November 2026</time>',
    ],
)
def test_a_clock_is_no_day_of_publication_on_a_page_without_a_heading_either(clock: str) -> None:
    said = head(f"{ID}{clock}<div>Selasa, 10 Desember 2024 09:12 WIT</div>{STORY}")
    assert said.published == "2024-12-10T09:12:00+09:00"
    assert said.conflicts == ()


@pytest.mark.parametrize(
    ("near", "day"),
    [
        ("<div>22 Juli | Ona Latupono</div>", "2014-07-22"),
        ("<div>Jul 22nd by Marl</div>", "2014-07-22"),
        ("<div>22</div><div>Jul</div>", "2014-07-22"),
        ("<div>22 Agustus</div>", None),
        ("<div>22 Juli dan 23 Juli</div>", None),
        ("<div>35 Juli</div>", None),
        ("<div>Juli 22:10</div>", None),
    ],
)
def test_a_day_without_its_year_is_completed_by_the_months_address(near: str, day: str | None) -> None:
    address = '<link rel="canonical" href="https://kabarlontar.example/2014/07/wali-kota-serahkan">'
    assert head(f"{ID}{address}{H1}{near}{STORY}").published == day
    assert head(f"{ID}{H1}{near}{STORY}").published is None
