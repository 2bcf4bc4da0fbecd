"""Quantities: values, bounds, what belongs to them, and what is none."""

import time

import pytest

from extractor.language import read
from extractor.numbers import quantities


def only(text):
    (found,) = quantities(read(text))
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sebanyak 1.316 petugas", 1_316),
        ("1.500.000,50", 1_500_000.5),
        ("1,4 persen", 1.4),
        ("97.5 persen", 97.5),
        ("0,5", 0.5),
        ("117 ribu orang", 117_000),
        ("60ribu orang", 60_000),
        ("1,4 juta", 1_400_000),
        ("1.5 juta", 1_500_000),
        ("1,269 juta", 1_269_000),
        ("Rp1,5 miliar", 1_500_000_000),
        ("Rp3,5 M", 3_500_000_000),
        ("Rp1,2 T.", 1_200_000_000_000),
        ("5 puluh ribu", 50_000),
        ("Rp 40 ribu/kg", 40_000),
        ("3,000 pekerja", 3_000),
        ("1,269 pekerja", 1.269),
        ("naik ke 60 ribu", 60_000),
    ],
)
def test_a_figure_has_the_value_that_the_press_means(text, value):
    assert only(text).value == value


def test_commas_group_in_a_text_that_groups_so_elsewhere():
    assert [found.value for found in quantities(read("1,269 orang dari 1,000,500 orang"))] == [1_269, 1_000_500]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("empat", 4),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("dua belas ribu lima ratus", 12_500),
        ("tiga puluh dua", 32),
        ("seratus lima", 105),
        ("seribu", 1_000),
        ("seribu dua ratus", 1_200),
        ("sejuta", 1_000_000),
        ("setengah juta", 500_000),
        ("dua setengah juta", 2_500_000),
        ("tiga juta", 3_000_000),
        ("sembilan ratus sembilan puluh sembilan ribu seratus sebelas", 999_111),
    ],
)
def test_words_count(text, value):
    found = only(f"ada {text} orang")
    assert (found.value, found.printed, found.end - found.start) == (value, False, len(text.split()))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("[300]", "exact"),
        ("{sekitar} [300]", "about"),
        ("{kurang lebih} [300]", "about"),
        ("{sekitar Rp} [20 juta]", "about"),
        ("[2.300-an]", "about"),
        ("[2.300an]", "about"),
        ("[12 ribuan]", "about"),
        ("[20 juta-an]", "about"),
        ("{lebih dari} [1,4 juta]", "at_least"),
        ("{tidak kurang dari} [500]", "at_least"),
        ("{setidaknya ada} [500]", "at_least"),
        ("[60 ribuan lebih]", "at_least"),
        ("[3.000 lebih]", "at_least"),
        ("[3.000+]", "at_least"),
        ("{hampir mencapai} [2.000]", "at_most"),
        ("{tidak lebih dari} [50]", "at_most"),
        ("{kurang dari} [50]", "at_most"),
        ("{hampir} [2.000-an]", "at_most"),
        ("{lebih dari} [seribu]", "at_least"),
        ("[3.000] lebih banyak", "exact"),
    ],
)
def test_a_bound_before_or_behind_a_number(text, bound):
    plain = text.translate(str.maketrans("", "", "[]{}"))
    reading = read(plain)
    (found,) = quantities(reading)
    assert found.bound == bound
    assert f"[{reading.said(found.start, found.end)}]" in text
    before = reading.said(found.bound_start, found.start) if found.bound_start < found.start else ""
    assert not before or f"{{{before}}}" in text
    assert bool(before) == ("{" in text)


@pytest.mark.parametrize(
    "text",
    ["4 (empat)", "empat (4)", "tiga puluh dua (32)", "1.500.000 (satu juta lima ratus ribu rupiah)", "2 (dua) ribu"],
)
def test_a_number_said_twice_is_one(text):
    reading = read(f"ada {text} orang")
    (found,) = quantities(reading)
    assert reading.said(found.start, found.end) == text


def test_a_number_in_brackets_that_says_something_else_is_another():
    assert [found.value for found in quantities(read("4 (lima) orang"))] == [4, 5]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10 hingga 15 orang", [10, 15]),
        ("20-25 juta", [20_000_000, 25_000_000]),
        ("Rp 40-50ribu", [40_000, 50_000]),
        ("500 hingga 2 ribu", [500, 2_000]),
        ("2025–2029", [2025, 2029]),
        ("juara 1,2,3", [1, 2, 3]),
    ],
)
def test_a_range_or_list_gives_each_number(text, values):
    assert [found.value for found in quantities(read(text))] == values


@pytest.mark.parametrize(
    "text",
    [
        "Selasa (24/6/2025)",
        "24 Juni 2025",
        "2-4 Mei",
        "2 dan 4 Mei",
        "13-3-2019",
        "pukul 08.30 WIB",
        "jam 9",
        "08.30",
        "tahun 2024",
        "Nomor 14",
        "No. 4",
        "RT. 03 RW 02",
        "188.45/123/2024",
        "081234567890",
        "ke-2",
        "kedua",
        "ribuan pekerja",
        "puluhan ribu pekerja",
        "beberapa juta",
        "salah satu",
        "satu per satu",
        "satu sama lain",
        "setengah hari",
        "1.25.000",
        "K3",
    ],
)
def test_no_quantity(text):
    assert quantities(read(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "suspect"),
    [
        ("Rp 7.699.476 Miliar", 7_699_476_000_000_000, True),
        ("Rp 7.699.476", 7_699_476, False),
        ("Rp 1.316 miliar", 1_316_000_000_000, False),
        ("Rp190.00/kg", 19_000, True),
        ("Rp45.0000", 45_000, True),
        ("Rp 36.189.084.0003. Inspektorat", 36_189_084_000, True),
        ("Rp9,500 per kg", 9_500, False),
        ("Rp9,500 miliar", 9_500_000_000, False),
    ],
)
def test_a_figure_that_cannot_be_meant_is_suspect(text, value, suspect):
    found = only(text)
    assert (found.value, found.suspect) == (value, suspect)


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "satu " * 50_000, "ribu " * 50_000, "1 ( satu " * 20_000, "1 ribu " * 30_000]
)
def test_hostile_texts_take_linear_time(text):
    reading = read(text)
    began = time.process_time()
    quantities(reading)
    assert time.process_time() - began < 3
