"""The daily kliping: what stands in it, and that nothing of the press is more than text."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from lxml import html

from extractor.cli import group
from extractor.digest import sheets
from extractor.digest.kliping import LANGUAGES, clips, counted, words_of
from extractor.digest.sheets import CLASSES, Sheets
from extractor.store import Store
from extractor.store.clusters import cluster
from tests.register.test_likeness import RECAST, RELEASE, REPORTER
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.test_clusters import COPIED, RILIS, ingest, story

DAY = "2025-08-29"
COUNT = {"count": 4120, "bound": "about", "group": "nelayan ikan terbang", "status": "covered", "region": "53.06"}
COUNT |= {"spans": [[0, 9]], "pattern": "worker_counts.made_up"}
HOSTILE = [
    '=HYPERLINK("http://evil.example";"x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\tTab",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\x1b[31m\u202eterbalik\x00",
    "Z" * 10_000,
]


def told(host: str, text: str, published: str | None = DAY, **more: Any) -> dict[str, Any]:
    return story(host, text, published, **more) | {"worker_counts": [COUNT]}


def sheet_of(store: Store, language: str = "id") -> list[Any]:  # noqa: F811
    cluster(store)
    with store.reading() as connection:
        return clips(connection, DAY, language)


def as_page(sheet: list[Any], day: str, language: str) -> str:
    return sheets.as_page(Sheets(sheet, day, language, (counted(sheet, day, language),)))


def as_book(sheet: list[Any], day: str, language: str) -> bytes:
    return sheets.as_book(Sheets(sheet, day, language, (counted(sheet, day, language),)))


def cells(sheet: list[Any], language: str = "id") -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(BytesIO(as_book(sheet, DAY, language)))
    return list(book.worksheets[0].iter_rows())


def run(url: str, *arguments: str) -> Result:
    return CliRunner(env={"EXTRACTOR_STORE": url}).invoke(group, ["kliping", *arguments], standalone_mode=False)


def test_a_release_stands_together_and_its_facts_stand_once(store: Store) -> None:  # noqa: F811
    texts = {"pos": (COPIED, "09"), "warta": (REPORTER, "08"), "kabar": (RELEASE, "07")}
    ingest(store, [told(host, text, f"{DAY}T{hour}:00:00+07:00") for host, (text, hour) in texts.items()])
    sheet = sheet_of(store)
    assert [(clip.outlet, clip.release) for clip in sheet] == [
        ("kabar.example", "dimuat dalam 2 artikel"),
        ("pos.example", "lihat no. 1"),
        ("warta.example", ""),
    ]
    assert sheet[0].awards == (
        "Paritrana Award 2025, Provinsi Nusa Tenggara Timur: Kabupaten Flores Timur (pemenang, peringkat 1)",
    )
    assert sheet[0].workers == ("sekitar 4.120 nelayan ikan terbang (terlindungi), Kabupaten Flores Timur",)
    assert (sheet[1].awards, sheet[1].workers) == ((), ())
    assert counted(sheet, DAY, "id") == "29 Agustus 2025: 3 artikel (2 naskah berbeda)"


def test_only_articles_of_the_day_are_in_it(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kemarin", RELEASE, "2025-08-28"), told("besok", RECAST, "2025-08-30T00:01:00+07:00")])
    assert sheet_of(store) == []


def test_an_article_without_a_title_says_so_and_how_it_begins(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", " ".join(["Nelayan Lamakera"] * 40), title=None)])
    [clip] = sheet_of(store)
    assert re.fullmatch(r"\(tanpa judul\)( Nelayan Lamakera)+( Nelayan)?…", clip.title)
    assert len(clip.title) <= 140


def test_a_sheet_of_awards_leaves_out_what_tells_of_none(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE), told("warta", REPORTER) | {"records": []}])
    with store.reading() as connection:
        assert [clip.outlet for clip in clips(connection, DAY, "id", awarded=True)] == ["kabar.example"]


def test_the_command_counts_what_tells_of_no_award(
    store: Store, store_url: str, tmp_path: Path  # noqa: F811
) -> None:
    ingest(store, [told("kabar", RELEASE), told("warta", REPORTER) | {"records": []}])
    done = run(store_url, "--day", DAY, "--only-awards", "--out", str(tmp_path))
    assert done.stderr.endswith("\n1 article without an award is left out\n")
    assert "1 artikel tanpa penghargaan tidak dimuat" in (tmp_path / f"kliping-{DAY}.html").read_text(encoding="utf-8")


def test_an_article_without_a_day_is_of_the_day_it_was_met(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE, None, fetched=f"{DAY}T03:20:00Z")])
    assert [clip.outlet for clip in sheet_of(store)] == ["kabar.example"]


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_title_is_text(store: Store, title: str) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE, title=title)])
    sheet = sheet_of(store)
    assert {cell.data_type for cell in cells(sheet)[1]} <= {"s", "n"}
    assert len(sheet[0].title) <= 301
    page = html.fromstring(as_page(sheet, DAY, "id"))
    assert page.xpath("//script | //img | //@onerror") == []
    assert page.xpath("string(//tbody/tr/td[3]/div)") == sheet[0].title
    assert not re.search("[\x00\x1b\u202e]", as_page(sheet, DAY, "id"))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", None])
def test_only_addresses_of_the_web_are_links(store: Store, url: str | None) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE, url=url, canonical=url)])
    sheet = sheet_of(store)
    assert sheet[0].link is None
    assert [cell.hyperlink for cell in cells(sheet)[1] if cell.hyperlink] == []
    assert html.fromstring(as_page(sheet, DAY, "id")).xpath("//a") == []


def test_an_address_of_the_web_leads_to_its_article(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE, url="https://kabar.example/berita/20250829123456")])
    sheet = sheet_of(store)
    assert cells(sheet)[1][4].hyperlink.target == "https://kabar.example/berita/20250829123456"
    assert html.fromstring(as_page(sheet, DAY, "id")).xpath("//a/@href") == [sheet[0].link]


def test_phone_numbers_do_not_leave(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE, title="Hubungi 0812-3456-7890")])
    assert sheet_of(store)[0].title == "Hubungi ••••-••••-••••"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_all_words_and_the_tone_is_left_empty(store: Store, language: str) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    sheet = sheet_of(store, language)
    words, rows = words_of(language), cells(sheet, language)
    assert [cell.value for cell in rows[0]] == words["columns"]
    assert len(words["columns"]) == len(CLASSES)
    assert rows[1][8].value is None
    page = html.fromstring(as_page(sheet, DAY, language))
    assert page.xpath("//th/text()") == words["columns"]
    assert page.xpath("normalize-space(//tbody/tr/td[9])") == ""


def test_the_command_writes_both_files_and_the_same_bytes_again(
    store: Store, store_url: str, tmp_path: Path  # noqa: F811
) -> None:
    ingest(store, [RILIS])
    first = run(store_url, "--day", DAY, "--out", str(tmp_path / "a"))
    assert first.return_value == 0
    assert first.stderr.startswith("29 August 2025: 1 article (1 text); ")
    run(store_url, "--day", DAY, "--out", str(tmp_path / "b"))
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == [f"kliping-{DAY}.html", f"kliping-{DAY}.xlsx"]
    assert [(tmp_path / "a" / name).read_bytes() for name in names] == [
        (tmp_path / "b" / name).read_bytes() for name in names
    ]


def test_a_day_without_articles_writes_nothing_and_names_the_newest(
    store: Store, store_url: str, tmp_path: Path  # noqa: F811
) -> None:
    ingest(store, [RILIS])
    done = run(store_url, "--day", "2025-01-01", "--out", str(tmp_path / "none"))
    assert done.return_value == 0
    assert done.stderr == f"no article of 2025-01-01; the newest sheets would be of {DAY}\n"
    assert not (tmp_path / "none").exists()


def test_a_row_is_as_tall_as_its_lines(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    [clip] = sheet_of(store)
    lines = tuple(f"Adipura {year}, nasional, kota kecil: Kota Sawahlunto (pemenang)" for year in range(2000, 2009))
    page = openpyxl.load_workbook(BytesIO(as_book([clip._replace(awards=lines)], DAY, "id"))).worksheets[0]
    assert page.row_dimensions[2].height == 18 * 15
    assert page["G2"].value == "\n".join(lines)


def test_what_no_row_has_room_for_is_counted(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    [clip] = sheet_of(store)
    lines = tuple(f"Adipura {year}{' kota kecil' * 20}" for year in range(2000, 2012))
    page = openpyxl.load_workbook(BytesIO(as_book([clip._replace(awards=lines)], DAY, "id"))).worksheets[0]
    assert page.row_dimensions[2].height <= 409
    assert page["G2"].value.endswith("\n… +7")
    assert page["G2"].value.count("\n") == 5
