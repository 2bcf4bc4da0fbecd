"""Plain text keeps every character; its first lines give title, dateline, outlet and date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article, Page
from extractor.article import Removed
from extractor.clean import clean
from extractor.errors import SetAside

LEAD = "AMBON, LONTAR.COM – Pemerintah Kota Ambon menerima piagam perlindungan pekerja di Jakarta, Selasa (3/6/2025)."


def test_a_text_is_kept_as_it_stands() -> None:
    text = f"\ufeff  {LEAD}\r\n\r\n\tDua  spasi.\u00a0\n"
    assert clean(text).text == text


def test_the_html_of_a_page_is_a_page_whatever_charset_it_names() -> None:
    story = f"{LEAD} Nelayan di Séram dan Café Desa ikut terdaftar sejak Januari lalu."
    html = f"<!DOCTYPE html><html><head><meta charset=iso-8859-2><title>Ambon</title></head><body><p>{story}</p></body>"
    assert clean(html).text == story


def test_a_text_that_speaks_of_html_is_a_text() -> None:
    text = f"{LEAD}\nTag <html> dan <body> diajarkan di sekolah itu.\n"
    assert clean(text).text == text


def test_the_first_lines_name_title_outlet_place_and_day() -> None:
    text = f"Advertorial\nAmbon Lindungi Seribu Nelayan Kecil\nRabu, 4 Juni 2025 08:00 WIT\nAnak judul.\n{LEAD}\n"
    article = clean(Page("a.txt", text.encode(), media_type="text/plain"))
    kept = text.replace("Rabu, 4 Juni 2025 08:00 WIT\n", "")
    title, dateline = kept.index("Ambon L"), kept.index("AMBON,")
    assert article == Article(
        text=kept,
        source="a.txt",
        outlet="LONTAR.COM",
        title="Ambon Lindungi Seribu Nelayan Kecil",
        published="2025-06-04",
        dateline="AMBON",
        advertorial=True,
        title_span=(title, title + len("Ambon Lindungi Seribu Nelayan Kecil")),
        dateline_span=(dateline, dateline + len("AMBON, LONTAR.COM –")),
        removed=(Removed(kept.index("Anak judul."), "Rabu, 4 Juni 2025 08:00 WIT", "byline"),),
        charset="utf-8 (its bytes)",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Wali Kota Ambon menerima piagam itu di Jakarta.",
        "Rincian penerima tahun 2024 adalah sebagai berikut:",
        "dan seterusnya sampai akhir tahun",
        "1. Kota Ambon dan Kota Tual",
        "“Kami senang sekali hari ini",
        "Dua kalimat ada di sini. Kedua tanpa titik",
        "Tiga kata saja",
    ],
)
def test_a_line_of_the_story_is_no_title(line: str) -> None:
    assert clean(f"{line}\n{LEAD.removeprefix('AMBON, LONTAR.COM – ')}").title is None


def test_a_text_of_one_line_has_no_title() -> None:
    assert clean("Ambon Lindungi Seribu Nelayan Kecil").title is None


@pytest.mark.parametrize("mark", ["(adv)", "(Adv/Kominfo)", "(ADV)", "[Pariwara]", "\n(Advetorial)", "\nSponsored"])
def test_a_sign_off_tells_that_a_story_was_paid_for(mark: str) -> None:
    assert clean(f"{LEAD} {mark}").advertorial


@pytest.mark.parametrize("words", ["(advokat)", "Rubrik advertorial ramai dibaca.", "Ia disponsori sponsored post."])
def test_words_about_advertising_do_not(words: str) -> None:
    assert not clean(f"{LEAD} {words} Selesai sudah acara itu.").advertorial


def test_the_address_names_the_outlet_where_nothing_else_does() -> None:
    page = Page(
        "a", b"Nelayan Ambon menerima kartu peserta.", url="https://www.lontar.example/a", media_type="text/plain"
    )
    assert clean(page).outlet == "lontar.example"


STARTS = ["<!DOCTYPE html>", "\n<html>", "\ufeff<?xml version='1.0'?><html>", "<!-- a\nb --> <!-- c --><html>"]


@pytest.mark.parametrize("start", STARTS)
def test_a_page_in_a_text_file_is_a_page(start: str) -> None:
    page = f"{start}<p>{LEAD} {LEAD}</p>"
    assert clean(Page("a.txt", page.encode(), media_type="text/plain")).text == f"{LEAD} {LEAD}"


@pytest.mark.parametrize("text", ['{"judul": "Ambon"}', "<tr><td>Ambon</td></tr>", "a\0b", "satu \ud800 dua"])
def test_odd_text_is_still_text(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (b" \n\t", "white space"), (b"\xef\xbb\xbf", "empty")])
def test_nothing_to_read_is_set_aside(content: bytes, reason: str) -> None:
    with pytest.raises(SetAside, match=f"^a.txt: .*{reason}"):
        clean(Page("a.txt", content))


@given(st.text(min_size=1))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    try:
        article = clean(text)
    except SetAside:
        return
    for span in (article.title_span, article.dateline_span):
        assert span is None or 0 <= span[0] < span[1] <= len(article.text)
