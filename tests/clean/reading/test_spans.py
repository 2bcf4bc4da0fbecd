"""Tables whose cells go on in the rows below."""

import pytest

from extractor.clean.drafts import finish
from extractor.clean.reading.rendering import render
from extractor.clean.tree import parse


def text_of(table: str) -> str:
    tree = parse(f"<body><p>Berikut penerimanya:</p><table>{table}</table>")
    text, _ = finish(render([tree.find("body")]).draft, tidy=True)
    return text.partition("\n\n")[2]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><td rowspan=2>Utama<td>Wasur<tr><td>Kuprik", "Utama | Wasur\nKuprik"),
        ("<tr><td>Wasur<td rowspan=2>Utama<td>91<tr><td>Kuprik<td>88", "Wasur | Utama | 91\nKuprik | Utama | 88"),
        ("<tr><td>Wasur<td rowspan=2>Utama<tr><td>Kuprik", "Wasur | Utama\nKuprik | Utama"),
        (
            "<tr><td>1<td rowspan=3>Utama<td rowspan=2>Asmat<tr><td>2<tr><td>3<td>Mappi",
            "1 | Utama | Asmat\n2 | Utama | Asmat\n3 | Utama | Mappi",
        ),
        (
            "<tr><td rowspan=2>Nama<td colspan=2>Nilai<td rowspan=2>Juara<tr><td>Upah<td>K3",
            "Nama | Nilai | Juara\nUpah | K3 | Juara",
        ),
        ("<tbody><tr><td rowspan=9>Utama<td>A<tbody><tr><td>Madya<td>B", "Utama | A\nMadya | B"),
        ("<tr><td rowspan=0>Utama<td>A<tr><td>Madya<td>B", "Utama | A\nMadya | B"),
        ("<tr><td rowspan=2><td>A<tr><td>B", "A\nB"),
        ("<tr><td>1<td rowspan=2><td rowspan=2>Tual<td>9<tr><td>2<td>8", "1 | Tual | 9\n2 | Tual | 8"),
        ("<tr><td rowspan=2>1<td>A<td rowspan=2>Tual<td>9<tr><td>B<td>8", "1 | A | Tual | 9\nB | Tual | 8"),
        ("<tr><td><b>1</b><td rowspan=2><p>Kota <i>Tual</i></p><tr><td>2", "1 | Kota Tual\n2 | Kota Tual"),
    ],
)
def test_a_cell_that_goes_on_behind_a_rows_first_is_said_again(table: str, expected: str) -> None:
    assert text_of(table) == expected


HEAD = "<tr><th>Kategori<th>Juara I<th>Juara II"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>Besar<td><td>PT Sagara", "Besar | | PT Sagara"),
        ("<tr><td>Besar<td>PT Karang<td>&nbsp;", "Besar | PT Karang |"),
        ("<tr><td>Besar<td><td>", "Besar | |"),
        ("<tr><td><td>PT Karang<td>PT Sagara", "PT Karang | PT Sagara"),
        ("<tr><td>Besar<td><td colspan=2>PT Sagara", "Besar | PT Sagara"),
        ("<tr><td>Besar<td>PT Sagara", "Besar | PT Sagara"),
    ],
)
def test_an_empty_cell_keeps_its_column_where_the_table_has_as_many(rows: str, expected: str) -> None:
    assert text_of(HEAD + rows) == f"Kategori | Juara I | Juara II\n{expected}"


def test_the_empty_corner_of_a_table_keeps_its_bar() -> None:
    head, rows = "<tr><th>&nbsp;<th>Juara I<th>Juara II", "<tr><td>Besar<td>PT Karang<td>PT Sagara"
    expected = "| Juara I | Juara II\nBesar | PT Karang | PT Sagara"
    assert text_of(head + rows) == expected
    assert text_of(f"<thead>{head}</thead><tbody>{rows}</tbody>") == expected
    assert text_of("<tr><th><th>Juara I<th>Juara II<tr><td><td>PT Karang<td>PT Sagara").count("|") == 2


def test_empty_cells_of_a_table_that_lays_out_a_page_are_nothing() -> None:
    page = "<tr><td>Beranda<td><td>Berita<tr><td>Besar<td><td>PT Sagara"
    assert text_of(page) == "Beranda | Berita\nBesar | PT Sagara"


def test_a_long_cell_is_said_once() -> None:
    long = "Dinilai oleh juri dari perguruan tinggi, pemerintah, dan serikat pekerja di seluruh provinsi"
    assert text_of(f"<tr><td>A<td rowspan=2>{long}<tr><td>B") == f"A | {long}\nB"


def test_a_menu_beside_the_columns_of_a_page_is_not_repeated() -> None:
    column = "<p>Wali Kota Tual menerima piagam itu di Ambon pada Selasa siang bersama para kepala dinas.</p>" * 8
    assert text_of(f"<tr><td rowspan=2>Beranda<td>{column}<tr><td>{column}").count("Beranda") == 1


def test_a_hostile_table_is_not_multiplied() -> None:
    cells = "<td rowspan=999>" + "sangat panjang " * 4
    assert len(text_of(f"<tr>{cells * 50}{'<tr><td>1' * 900}")) < 20_000
