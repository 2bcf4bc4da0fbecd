"""Places and shortlists as the press tells of them."""

import pytest

from extractor.annotate.ranks import ranks
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.facts import Rank


def read(text: str) -> tuple[Rank, ...]:
    return ranks(read_story(Article(text)))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("juara 1", 1),
        ("juara I", 1),
        ("Juara pertama", 1),
        ("juara dua", 2),
        ("terbaik III", 3),
        ("terbaik ke-2", 2),
        ("peringkat ke 4", 4),
        ("urutan kelima", 5),
        ("tempat ketiga", 3),
        ("posisi ke-7", 7),
        ("posisi runner up", 2),
        ("runner-up", 2),
        ("peringkat nasional ketiga", 3),
        ("peringkat nomor 3", 3),
        ("juara satu kategori usaha besar", 1),
    ],
)
def test_a_place_is_its_number(said: str, value: int) -> None:
    (found,) = read(f"Kabupaten Sleman meraih {said} dalam lomba tingkat provinsi.")
    assert (found.kind, found.value, found.of, found.modality) == ("place", value, None, "actual")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("juara 1, 2 dan 3", [1, 2, 3]),
        ("juara I, II, dan III", [1, 2, 3]),
        ("terbaik dua dan ketiga", [2, 3]),
        ("peringkat satu dan tiga", [1, 3]),
        ("peringkat pertama dan kedua", [1, 2]),
        ("juara I dan juara II", [1, 2]),
    ],
)
def test_places_that_share_their_head_are_each_a_fact(said: str, expected: list[int]) -> None:
    found = read(f"Kota Tegal dan Kota Kupang masing-masing meraih {said} tingkat nasional.")
    assert [one.value for one in found] == expected


def test_the_span_of_a_later_place_is_its_number_alone() -> None:
    text = "Kota Tegal dan Kota Kupang masing-masing terbaik dua dan ketiga."
    assert [[text[start:end] for start, end in one.spans] for one in read(text)] == [["terbaik dua"], ["ketiga"]]


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("Kota Tegal masuk tiga besar nasional.", 3, None),
        ("Kota Tegal masuk dalam 13 besar dari 50 kota.", 13, 50),
        ("Dari 17 kabupaten dan kota, tersisa lima besar.", 5, 17),
        ("Sebanyak 24 finalis mengikuti wawancara.", 24, None),
        ("Inovasi itu masuk Top 45 pelayanan publik.", 45, None),
        ("Kota Tegal masuk dalam 10 kota terbaik di Indonesia.", 10, None),
    ],
)
def test_a_shortlist_is_its_length(text: str, value: int, of: int | None) -> None:
    (found,) = read(text)
    assert (found.kind, found.value, found.of) == ("shortlist", value, of)


def test_a_place_out_of_many_keeps_how_many() -> None:
    (found,) = read("Kota Tegal berada di peringkat 8 dari 93 kota.")
    assert (found.value, found.of) == (8, 93)


@pytest.mark.parametrize(
    "text",
    [
        "Kota Tegal bertekad meraih juara pertama.",
        "Targetnya tahun depan peringkat pertama.",
        "Semoga bisa juara satu.",
        "Bupati ingin daerahnya menjadi juara I.",
        "Juara I menjadi target kota itu.",
    ],
)
def test_a_place_that_is_hoped_for_is_hoped(text: str) -> None:
    assert [one.modality for one in read(text)] == ["hoped"]


def test_a_place_reached_counts_behind_a_hope() -> None:
    (found,) = read("Kota Tegal akan maju ke nasional setelah berhasil meraih juara 1.")
    assert found.modality == "actual"


def test_a_place_both_reached_and_hoped_for_is_two_facts() -> None:
    found = read("Kota Tegal meraih juara 1. Tahun depan Kota Kupang bertekad meraih juara 1.")
    assert [(one.value, one.modality) for one in found] == [(1, "actual"), (1, "hoped")]


def test_a_place_said_twice_is_one_fact() -> None:
    (found,) = read("Kota Tegal meraih juara 1. Juara pertama itu diserahkan bupati.")
    assert len(found.spans) == 2


def test_a_column_of_places_is_read() -> None:
    text = "Kategori | Peringkat | Penerima\nProvinsi | 1 | Bali\nProvinsi | 2 | Riau"
    assert [one.value for one in read(text)] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Asisten II hadir pada triwulan II periode II.",
        "Ia juara tiga kali berturut-turut.",
        "Sanitarian itu menyabet juara harapan I.",
        "Perusahaan itu meraih peringkat emas.",
        "Kota itu berada di peringkat ketiga terbawah.",
        "IHSG ditutup pada posisi 8.150.",
        "Suku bunga ada di posisi 4 persen.",
        "Sebagian besar pekerja belum terdaftar.",
        "Ini hasil terbaik dan mereka pantas juara.",
        "Ada tempat 3 hari menginap.",
    ],
)
def test_what_is_no_rank_is_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kota Tegal malah di bawah kami, nomor tiga.", 3),
        ("Kota Tegal menjadi nomor dua setelah Kota Kupang.", 2),
        ("Kota Tegal menempati peringkat nomor empat.", 4),
        ("Desa Linsowu nomor 2 se-Sulawesi Tenggara!", 2),
        ("Kota Tegal nomor lima tingkat provinsi.", 5),
        ("Kota Tegal nomor wahid se-Jawa Tengah.", 1),
    ],
)
def test_a_number_may_name_a_place_by_itself(text: str, value: int) -> None:
    assert [(one.kind, one.value) for one in read(text)] == [("place", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Orang nomor dua di Sleman itu hadir.",
        "Rumah nomor tiga di gang itu roboh.",
        "Perda Nomor 4 Kabupaten Sleman sudah berlaku.",
        "Pasangan calon nomor dua unggul.",
        "Sumur itu milik orang nomor satu Sleman.",
    ],
)
def test_the_number_of_a_thing_is_no_place(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ('Sleman ikut lagi, "minimal tiga besar".', "shortlist", 3),
        ("Setidaknya masuk 5 besar nasional.", "shortlist", 5),
        ("Paling tidak juara dua, katanya.", "place", 2),
        ("Mari kita doakan bisa juara 1. Amin.", "place", 1),
        ("Moga-moga juara satu, ujar dia.", "place", 1),
    ],
)
def test_the_least_that_is_wanted_and_what_is_prayed_for_is_hoped(text: str, kind: str, value: int) -> None:
    assert [(one.kind, one.value, one.modality) for one in read(text)] == [(kind, value, "hoped")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Sleman menembus 10 teratas.", 10), ("Sleman lolos big 5.", 5), ("Sleman lolos ke 5 terbaik.", 5)],
)
def test_the_best_of_a_number_are_a_shortlist(text: str, value: int) -> None:
    assert [(one.kind, one.value) for one in read(text)] == [("shortlist", value)]
