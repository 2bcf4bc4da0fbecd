"""Records of tables, whose rows come as lines with bars between the cells. All people and firms are invented."""

from extractor import extract

Row = tuple[str | None, int | None, str]

HEAD = "Daftar pemenang Paritrana Award Provinsi Jambi 2024\n\n"


def rows(table: str) -> list[Row]:
    """The records of a table under a headline: category, rank and recipient."""
    return [(one.category, one.rank, one.recipient.name) for one in extract(HEAD + table).records]


BY_SCALE = [
    ("Usaha Besar", 1, "Sagara Niaga"),
    ("Usaha Besar", 2, "Karang Lestari"),
    ("Usaha Menengah", 1, "Bintang Laut"),
    ("Usaha Menengah", 2, "Lontar Sakti"),
]


def test_the_places_may_stand_in_a_second_row_of_the_head() -> None:
    table = (
        "Kategori | Juara\nI | II\nUsaha Besar | PT Sagara Niaga | PT Karang Lestari\n"
        "Usaha Menengah | CV Bintang Laut | CV Lontar Sakti\n"
    )
    assert rows(table) == BY_SCALE


def test_a_second_row_of_the_head_may_begin_with_an_empty_cell() -> None:
    table = (
        "Kategori | Juara\n| 1 | 2\nUsaha Besar | PT Sagara Niaga | PT Karang Lestari\n"
        "Usaha Menengah | CV Bintang Laut | CV Lontar Sakti\n"
    )
    assert rows(table) == BY_SCALE


def test_columns_behind_the_places_of_a_second_row_move_on() -> None:
    table = "Kategori | Juara | Keterangan\nI | II\nUsaha Besar | PT Sagara Niaga | PT Karang Lestari | hadir\n"
    assert rows(table) == BY_SCALE[:2]


def test_a_row_of_figures_without_a_name_is_no_head() -> None:
    table = "No | Peringkat | Penerima\n1 | 1 |\n2 | 2 | PT Karang Lestari\n"
    assert rows(table) == [(None, 2, "Karang Lestari")]


def test_a_line_between_the_rows_names_their_category_and_keeps_the_head() -> None:
    table = (
        "Peringkat | Penerima\nKategori Usaha Besar\n1 | PT Sagara Niaga\n2 | PT Karang Lestari\n"
        "Kategori Usaha Menengah\n1 | CV Bintang Laut\n2 | CV Lontar Sakti\n"
    )
    assert rows(table) == BY_SCALE


def test_a_row_with_one_cell_names_the_category_of_those_below() -> None:
    table = (
        "Peringkat | Penerima | Nilai\nKategori Usaha Besar | |\n1 | PT Sagara Niaga | 91\n2 | PT Karang Lestari | 90\n"
        "Usaha Menengah | |\n1 | CV Bintang Laut | 92\n2 | CV Lontar Sakti | 89\n"
    )
    assert rows(table) == BY_SCALE


def test_a_head_may_stand_again_below_each_category() -> None:
    table = (
        "Kategori Usaha Besar\nPeringkat | Penerima\n1 | PT Sagara Niaga\n2 | PT Karang Lestari\n"
        "Kategori Usaha Menengah\nPenerima | Peringkat\nCV Bintang Laut | 1\nCV Lontar Sakti | 2\n"
    )
    assert rows(table) == BY_SCALE


def test_categories_may_head_the_columns_with_the_places_down_the_side() -> None:
    table = (
        "Peringkat | Usaha Besar | Usaha Menengah\n1 | PT Sagara Niaga | CV Bintang Laut\n"
        "2 | PT Karang Lestari | CV Lontar Sakti\n"
    )
    assert sorted(rows(table)) == BY_SCALE


def test_the_column_of_places_may_have_no_head() -> None:
    table = (
        "| Kategori Usaha Besar | Kategori Usaha Menengah\nJuara I | PT Sagara Niaga | CV Bintang Laut\n"
        "Juara II | PT Karang Lestari | CV Lontar Sakti\n"
    )
    assert sorted(rows(table)) == BY_SCALE


def test_figures_in_a_column_without_a_head_are_no_places() -> None:
    table = "| Usaha Besar | Usaha Menengah\n1 | PT Sagara Niaga | CV Bintang Laut\n"
    assert rows(table) == [("Usaha Besar", None, "Sagara Niaga"), ("Usaha Menengah", None, "Bintang Laut")]
