"""What a person sets in a sheet: it is there when the sheet is made again, whoever saved it in between."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.comments import Comment

from extractor.cli import group
from extractor.digest.sheets import earlier
from extractor.digest.tones import NotASheet
from extractor.store import Store
from tests.register.test_likeness import RECAST, RELEASE, REPORTER
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.test_clusters import ingest, story

DAY = "2025-08-29"
NAME = f"kliping-{DAY}.xlsx"
Page = Any


def made(url: str, folder: Path, *arguments: str) -> Result:
    asked = ["kliping", "--day", DAY, "--out", str(folder), *arguments]
    done = CliRunner(env={"EXTRACTOR_STORE": url}).invoke(group, asked, standalone_mode=False)
    assert done.return_value == 0
    return done


def by_hand(path: Path, change: Callable[[Page], None]) -> None:
    book = openpyxl.load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


def tones(path: Path) -> dict[str, str | None]:
    """The tones of a sheet by the outlets."""
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True))
    return {str(row[1]): row[8] for row in rows if row[0]}


def first_positive(page: Page) -> None:
    page["I2"] = "positif"


@pytest.fixture
def url(store: Store, store_url: str) -> str:  # noqa: F811
    ingest(store, [story("kabar", RELEASE, DAY), story("warta", REPORTER, DAY)])
    return store_url


def test_a_tone_that_was_set_is_there_when_the_sheet_is_made_again(url: str, tmp_path: Path) -> None:
    made(url, tmp_path)
    by_hand(tmp_path / NAME, first_positive)
    assert made(url, tmp_path).stderr.endswith("1 tone set by hand was taken over\n")
    assert tones(tmp_path / NAME) == {"kabar.example": "positif", "warta.example": None}
    assert "positif" in (tmp_path / NAME).with_suffix(".html").read_text(encoding="utf-8")
    assert len(list(tmp_path.glob("kliping*"))) == 2


def test_a_tone_follows_its_article_when_others_come_before_it(store: Store, url: str, tmp_path: Path) -> None:  # noqa: F811
    made(url, tmp_path)
    by_hand(tmp_path / NAME, first_positive)
    ingest(store, [story("aceh", RECAST, f"{DAY}T00:10:00+07:00")])
    made(url, tmp_path)
    assert tones(tmp_path / NAME) == {"aceh.example": None, "kabar.example": "positif", "warta.example": None}


def test_a_tone_stays_through_a_third_and_a_fourth_making(url: str, tmp_path: Path) -> None:
    made(url, tmp_path)
    by_hand(tmp_path / NAME, first_positive)
    made(url, tmp_path)
    content = (tmp_path / NAME).read_bytes()
    made(url, tmp_path)
    assert (tmp_path / NAME).read_bytes() == content


def test_a_tone_is_told_in_the_words_of_the_new_sheet(url: str, tmp_path: Path) -> None:
    made(url, tmp_path)
    by_hand(tmp_path / NAME, first_positive)
    made(url, tmp_path, "--language", "en")
    assert tones(tmp_path / NAME)["kabar.example"] == "positive"


def test_a_tone_in_words_of_ones_own_stays_as_it_is(url: str, tmp_path: Path) -> None:
    made(url, tmp_path)
    by_hand(tmp_path / NAME, lambda page: page.__setitem__("I3", "=1+1 agak negatif"))
    made(url, tmp_path)
    made(url, tmp_path)
    cell = openpyxl.load_workbook(tmp_path / NAME).worksheets[0]["I3"]
    assert (cell.data_type, cell.value) != ("f", "=1+1 agak negatif")


def test_rows_that_a_person_sorted_are_no_change(url: str, tmp_path: Path) -> None:
    made(url, tmp_path)

    def turn(page: Page) -> None:
        for column in range(1, 10):
            one, other = page.cell(2, column), page.cell(3, column)
            one.value, other.value = other.value, one.value
        page["I3"] = "netral"

    by_hand(tmp_path / NAME, turn)
    made(url, tmp_path)
    assert tones(tmp_path / NAME) == {"kabar.example": "netral", "warta.example": None}
    assert len(list(tmp_path.glob("kliping*"))) == 2


def note_beside(page: Page) -> None:
    page["J2"] = "kirim ke Kadis"


def other_title(page: Page) -> None:
    page["C2"] = "Judul yang dibetulkan"


def second_sheet(page: Page) -> None:
    page.parent.create_sheet("Catatan")["A1"] = "telepon redaksi"


def comment(page: Page) -> None:
    page["C2"].comment = Comment("cek lagi", "Sari")


def deleted_row(page: Page) -> None:
    page.delete_rows(3)


@pytest.mark.parametrize("change", [note_beside, other_title, second_sheet, comment, deleted_row])
def test_what_else_a_person_wrote_is_kept_beside(url: str, tmp_path: Path, change: Callable[[Page], None]) -> None:
    made(url, tmp_path)
    by_hand(tmp_path / NAME, first_positive)
    by_hand(tmp_path / NAME, change)
    content = (tmp_path / NAME).read_bytes()
    done = made(url, tmp_path)
    kept = tmp_path / f"kliping-{DAY}-1.xlsx"
    assert f"it is kept as {kept}" in done.stderr
    assert kept.read_bytes() == content
    assert tones(tmp_path / NAME)["kabar.example"] == "positif"


def test_a_tone_of_an_article_that_left_the_sheet_is_kept_beside(
    store: Store, url: str, tmp_path: Path  # noqa: F811
) -> None:
    made(url, tmp_path)
    by_hand(tmp_path / NAME, first_positive)
    ingest(store, [story("kabar", f"{RELEASE}\nDibetulkan.", "2025-08-20")])
    made(url, tmp_path)
    assert tones(tmp_path / NAME) == {"warta.example": None}
    assert tones(tmp_path / f"kliping-{DAY}-1.xlsx")["kabar.example"] == "positif"


@pytest.mark.parametrize("content", [b"", b"no spreadsheet", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_sheet_is_kept_beside(url: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    (tmp_path / f"kliping-{DAY}-1.xlsx").write_bytes(b"of before")
    made(url, tmp_path)
    assert (tmp_path / f"kliping-{DAY}-2.xlsx").read_bytes() == content
    assert set(tones(tmp_path / NAME).values()) == {None}


def test_articles_without_an_address_are_known_by_file_and_title(
    store: Store, store_url: str, tmp_path: Path  # noqa: F811
) -> None:
    some = [
        story("kabar", text, DAY, url=None, canonical=None, title=title, source=f"{folder}/berita.txt", outlet=title)
        for text, title, folder in ((RELEASE, "Satu", "a"), (REPORTER, "Dua", "b"))
    ]
    ingest(store, some)
    made(store_url, tmp_path)
    by_hand(tmp_path / NAME, lambda page: page.__setitem__("I3", "negatif"))
    before = tones(tmp_path / NAME)
    made(store_url, tmp_path)
    assert tones(tmp_path / NAME) == before
    assert sorted(before.values(), key=str) == [None, "negatif"]


def test_a_part_beyond_all_measure_is_not_unpacked() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/_rels/workbook.xml.rels", b" " * (65 << 20))
    with pytest.raises(NotASheet):
        earlier(made.getvalue())
