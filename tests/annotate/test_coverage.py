"""Coverage: shares of people covered, told from all other percentages."""

import pytest

from extractor.annotate.coverage import coverage
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.facts import Coverage


def read(text: str) -> tuple[Coverage, ...]:
    return coverage(read_story(Article(text)))


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("Kepesertaan BPJS Kesehatan di Blora 97 persen.", 97, "Kepesertaan BPJS Kesehatan"),
        ("Pekerja terlindungi mencapai 43,31% dari total tenaga kerja.", 43.31, "total tenaga kerja"),
        ("Cakupan kepesertaan 61,8 persen dari 398.000 pekerja.", 61.8, "pekerja"),
        ("Baru 19 persen pekerja informal yang terlindungi.", 19, "pekerja informal"),
        ("Pekerja informal itu baru 24 persen yang terlindungi.", 24, "Pekerja informal"),
        ("Sudah 98,2 persen penduduk Blora menjadi peserta JKN.", 98.2, "penduduk Blora"),
        ("Baru 89,9 persen penduduknya yang jadi peserta JKN.", 89.9, "penduduknya"),
        ("Dari total 88.600 orang yang bekerja baru 41.2% dilindungi.", 41.2, "orang yang bekerja"),
        ("Ada 742 pekerja rentan memegang kartu BPJS atau 62,9 persen.", 62.9, "pekerja rentan"),
    ],
)
def test_a_share_is_of_what_the_story_says(text: str, value: float, of: str) -> None:
    assert [(fact.value, fact.of) for fact in read(text)] == [(value, of)]


@pytest.mark.parametrize(
    "text",
    [
        "Bobot kepesertaan 40 persen dan inovasi 30 persen.",
        "Kepesertaan BPJS naik 5 persen.",
        "Inflasi 2,4 persen menekan pekerja yang terdaftar di BPJS.",
        "Realisasi anggaran BPJS mencapai 87 persen.",
        "Sekitar 94 persen rumah sudah berjamban.",
        "Cakupan layanan internet mencapai 50 persen.",
        "Sebanyak 59 persen tenaga kerja bekerja di sawah.",
    ],
)
def test_weights_growth_rates_and_budgets_are_no_coverage(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Kepesertaan BPJS kini 30 persen dan ditargetkan 45 persen.", ["actual", "target"]),
        ("Kepesertaan BPJS kini 30 persen, didorong menuju 100 persen.", ["actual", "target"]),
        ("Kepesertaan BPJS 30 persen. Tahun depan 45 persen.", ["actual", "target"]),
        ("Cakupan BPJS ditargetkan 35 persen pada 2026, naik menjadi 40 persen pada 2027.", ["target", "target"]),
        ("Kepesertaan BPJS ditargetkan 45 persen, kini masih 30 persen.", ["target", "actual"]),
        ("Diharapkan menyusul, karena baru 89 persen penduduk jadi peserta JKN.", ["actual"]),
        ("Kepesertaan BPJS naik dari 22,5 persen menjadi 46 persen.", ["actual", "actual"]),
    ],
)
def test_words_of_planning_make_a_target(text: str, statuses: list[str]) -> None:
    assert [fact.status for fact in read(text)] == statuses


def test_a_later_share_goes_on_from_the_one_before_it() -> None:
    text = "Baru 30 persen dari angkatan kerja terlindungi. Targetnya 45 persen."
    assert [fact.of for fact in read(text)] == ["angkatan kerja", "angkatan kerja"]


def test_a_share_said_twice_is_one_fact() -> None:
    text = "Kepesertaan BPJS 30 persen. Angka 30 persen itu dihitung dari pekerja yang terdaftar."
    assert [len(fact.spans) for fact in read(text)] == [2]


def test_an_answer_is_about_the_workers_that_it_names() -> None:
    text = (
        "BPJS dan iuran kami tanggung.\n\nMengapa?\n\nBanyak buruh tani belum tersentuh. Cakupan kami baru 29 persen."
    )
    assert [(fact.value, fact.of) for fact in read(text)] == [(29, "Cakupan")]


def test_a_share_that_is_to_be_reached_goes_on_from_another_paragraph() -> None:
    text = "Kepesertaan BPJS baru 19 persen.\n\nKepala BPJS Lebak berharap minimal 30 persen tercapai."
    assert [(fact.value, fact.of, fact.status) for fact in read(text)] == [
        (19, "Kepesertaan BPJS", "actual"),
        (30, "Kepesertaan BPJS", "target"),
    ]


def test_a_hostile_row_of_shares_is_read_in_linear_time() -> None:
    text = "Buruh belum ikut BPJS. " + "Cakupan kami baru 29 persen. Buruh kota belum tersentuh. " * 1500
    assert [(fact.value, len(fact.spans)) for fact in read(text)] == [(29, 1500)]


def test_a_share_by_which_members_fell_is_none() -> None:
    assert read("Peserta aktif BPJS Ketenagakerjaan 174.552 orang, melorot 6,1 persen.") == ()


def test_the_coverage_of_jamsostek_has_a_short_name() -> None:
    assert [fact.value for fact in read("Soal BPJS Ketenagakerjaan, UCJ Sleman ada di angka 43,6 persen.")] == [43.6]
