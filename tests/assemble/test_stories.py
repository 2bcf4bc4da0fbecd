"""Records of whole stories: lists, tables, what a sentence takes from those before it. All firms are invented."""

import pytest

from extractor import extract

LIST = """Berikut daftar pemenang Paritrana Award 2022 Provinsi Bali, sesuai urutan juara:
Kategori Usaha Besar
1. PT Karang Lestari Bahari
2. PT Samudra Bumi Persada
Kategori Desa
1. Desa Penglipuran, Kabupaten Bangli
"""
TABLE = """Gubernur Bali mengumumkan penerima Paritrana Award 2022 tingkat Provinsi Bali.
Kategori | Juara I | Juara II
Pemerintah Kabupaten/Kota | Kabupaten Tabanan | Kota Denpasar
Usaha Besar | PT Karang Lestari Bahari | PT Samudra Bumi Persada
"""


def places(text: str) -> list[tuple[str | None, int | None, str]]:
    return [(record.category, record.rank, record.recipient.name) for record in extract(text).records]


def test_a_numbered_list_restarts_its_places_with_each_category() -> None:
    assert places(LIST) == [
        ("Usaha Besar", 1, "Karang Lestari Bahari"),
        ("Usaha Besar", 2, "Samudra Bumi Persada"),
        ("Desa", 1, "Desa Penglipuran"),
    ]


def test_the_header_of_a_table_gives_the_places() -> None:
    assert places(TABLE) == [
        ("Pemerintah Kabupaten/Kota", 1, "Kabupaten Tabanan"),
        ("Pemerintah Kabupaten/Kota", 2, "Kota Denpasar"),
        ("Usaha Besar", 1, "Karang Lestari Bahari"),
        ("Usaha Besar", 2, "Samudra Bumi Persada"),
    ]


def test_a_list_takes_the_outcome_that_its_head_announced() -> None:
    text = (
        "Tiga daerah masuk tiga besar Paritrana Award 2025 tingkat Provinsi Jambi, yakni:\n- Kota Jambi\n- "
        "Kabupaten Bungo\n- Kabupaten Tebo\n"
    )
    records = extract(text).records
    assert [(record.recipient.name, record.outcome, record.shortlist) for record in records] == [
        ("Kota Jambi", "nominee", 3),
        ("Kabupaten Bungo", "nominee", 3),
        ("Kabupaten Tebo", "nominee", 3),
    ]


def test_a_winner_outranks_the_same_edition_nomination() -> None:
    text = "Kota Jambi masuk nominasi Paritrana Award 2024.\nKota Jambi akhirnya meraih juara I Paritrana Award 2024."
    assert [(record.outcome, record.rank) for record in extract(text).records] == [("winner", 1)]


def test_an_abbreviation_in_brackets_names_the_company_later() -> None:
    text = (
        "PT Karang Lestari Bahari (KLB) meraih juara II Paritrana Award 2024.\nPada edisi 2022, KLB merebut juara III."
    )
    assert [(record.edition, record.rank, record.recipient.name) for record in extract(text).records] == [
        (2024, 2, "Karang Lestari Bahari"),
        (2022, 3, "Karang Lestari Bahari"),
    ]


def test_every_span_of_a_record_lies_in_the_text_and_is_not_empty() -> None:
    text = LIST + TABLE
    spans = [span for record in extract(text).records for span in record.spans]
    assert spans
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_the_next_award_of_an_enumeration_is_the_heros() -> None:
    text = (
        "Kabupaten Sumenep menerima UHC Award 2023 dari BPJS Kesehatan.\n"
        "Kedua, predikat Nindya dalam penghargaan Kabupaten/Kota Layak Anak 2023.\n"
        "Yang terbaru, Natamukti 2023 dari Kementerian Koperasi dan UKM."
    )
    assert [(record.award, record.category, record.recipient.name) for record in extract(text).records] == [
        ("UHC Award", None, "Kabupaten Sumenep"),
        ("Kabupaten/Kota Layak Anak", "Nindya", "Kabupaten Sumenep"),
        ("Natamukti", None, "Kabupaten Sumenep"),
    ]


def test_an_enumeration_of_what_a_region_hopes_for_gives_no_record() -> None:
    text = "Kabupaten Sumenep menerima UHC Award 2023.\nSelanjutnya target Adipura 2024 dikejar bersama warga."
    assert [record.award for record in extract(text).records] == ["UHC Award"]


def test_a_line_above_places_is_their_category() -> None:
    text = (
        "Bupati Bangli menyerahkan Paritrana Award 2022 kepada para pemenang.\n"
        "Desa\nJuara 1 Desa Penglipuran\nPerusahaan\nJuara 1 PT Karang Lestari Bahari\n"
    )
    assert places(text) == [("Desa", 1, "Desa Penglipuran"), ("Perusahaan", 1, "Karang Lestari Bahari")]


def test_a_row_without_its_first_cell_goes_on_with_the_category_above() -> None:
    text = (
        "Gubernur Bali mengumumkan penerima Paritrana Award 2022 tingkat Provinsi Bali.\n"
        "Skala | Juara | Nama\nUsaha besar | 1 | PT Karang Lestari Bahari\n2 | PT Samudra Bumi Persada\n"
    )
    assert places(text) == [
        ("Usaha besar", 1, "Karang Lestari Bahari"),
        ("Usaha besar", 2, "Samudra Bumi Persada"),
    ]


def test_a_column_of_places_may_spell_them_out() -> None:
    text = "Penerima Paritrana Award 2022 Provinsi Bali diumumkan.\nPeringkat | Penerima\nJuara 1 | Kabupaten Tabanan\n"
    assert places(text) == [(None, 1, "Kabupaten Tabanan")]


def test_the_same_award_in_the_next_sentence_is_penghargaan_serupa() -> None:
    text = "Kota Tegal menerima UHC Award 2023 di Jakarta.\nPenghargaan serupa diraih pula oleh Kabupaten Sumenep."
    assert [record.recipient.name for record in extract(text).records] == ["Kota Tegal", "Kabupaten Sumenep"]


def test_a_category_of_persons_is_won_by_a_person() -> None:
    text = "Paritrana Award 2023 dibagikan di Denpasar.\nKategori perorangan diberikan kepada Ni Luh Samudra Asri."
    assert [(record.recipient.type, record.recipient.name) for record in extract(text).records] == [
        ("person", "Ni Luh Samudra Asri")
    ]


def test_a_sentence_with_adalah_and_one_name_lists_nobody() -> None:
    text = (
        "Kota Tegal masuk nominasi Paritrana Award.\nHanya 28 pemerintah kota yang meraih penghargaan tersebut.\n"
        "Kuncinya adalah Kota Tegal mencapai kepesertaan hingga 97 persen."
    )
    assert [(record.recipient.name, record.outcome) for record in extract(text).records] == [("Kota Tegal", "nominee")]


def test_the_nominee_that_a_story_is_about_has_the_day_of_the_event() -> None:
    text = (
        "Dua daerah lolos tiga besar Paritrana Award 2019 tingkat Provinsi Jawa Tengah, yakni:\n\n- Kota Tegal\n\n"
        "- Kabupaten Brebes\n\nPemkot Tegal memaparkan programnya. Pemaparan berlangsung Kamis (7/2/2019)."
    )
    assert [(record.recipient.name, record.event_date) for record in extract(text).records] == [
        ("Kota Tegal", "2019-02-07"),
        ("Kabupaten Brebes", None),
    ]


def test_a_nominee_has_the_day_of_a_stage_that_is_told_later() -> None:
    text = (
        "Kota Tegal masuk nominasi Paritrana Award.\n"
        "Pada Kamis (7/2/2019) Wali Kota Tegal memaparkan ekspose penilaian penghargaan di Jakarta."
    )
    assert [(record.outcome, record.event_date) for record in extract(text).records] == [("nominee", "2019-02-07")]


def test_those_who_are_only_counted_are_not_the_one_named_last() -> None:
    text = "Kota Tegal masuk nominasi Paritrana Award.\nHanya 28 pemerintah kota yang meraih penghargaan tersebut."
    assert [(record.recipient.name, record.outcome) for record in extract(text).records] == [("Kota Tegal", "nominee")]


def test_a_title_is_no_award_of_its_own_where_an_award_was_named() -> None:
    text = "Kota Tegal meraih IGA 2023 dari Kemendagri.\nKota Tegal dinobatkan sebagai kota terinovatif dan tertib."
    assert {record.award for record in extract(text).records} == {"Innovative Government Award"}


def test_a_contest_told_between_the_lines_of_a_list_ends_the_list() -> None:
    text = (
        "Berikut daftar pemenang Paritrana Award 2022 Provinsi Bali:\n- Kabupaten Tabanan\n"
        "Lomba perahu digelar\n- Kabupaten Bangli\n"
    )
    assert [record.recipient.name for record in extract(text).records] == ["Kabupaten Tabanan"]


FURTHER: list[tuple[str, list[tuple[str | None, int | None, str]]]] = [
    (
        "Paritrana Award 2021 tingkat Provinsi Bali diserahkan di Denpasar. Untuk perusahaan menengah giliran Sagara "
        "Boga serta Hotel Karang Asri, masing-masing peringkat satu dan tiga; peringkat dua sengaja dikosongkan.",
        [("perusahaan menengah", 1, "Sagara Boga"), ("perusahaan menengah", 3, "Hotel Karang Asri")],
    ),
    (
        "Kabupaten Tabanan meraih juara I Paritrana Award 2021 kategori pemerintah kabupaten/kota. "
        "Kota Denpasar harus puas dengan juara harapan satu.",
        [("pemerintah kabupaten/kota", 1, "Kabupaten Tabanan"), ("pemerintah kabupaten/kota", None, "Kota Denpasar")],
    ),
    (
        "Provinsi Bali menjadi yang terbaik pertama di antara pemerintah provinsi pada Paritrana Award 2021.",
        [("pemerintah provinsi", 1, "Provinsi Bali")],
    ),
    (
        "Berikut penerima Paritrana Award 2021 Provinsi Bali:\n- Kedai Kopi Samudra, usaha mikro terbaik pertama.\n",
        [("usaha mikro", 1, "Kedai Kopi Samudra")],
    ),
    (
        "Kabupaten Tabanan meraih Paritrana Award 2021 kategori pemerintah provinsi tahun ini.",
        [("pemerintah provinsi", None, "Kabupaten Tabanan")],
    ),
    (
        "Untuk kategori usaha besar juaranya PT Karang Lestari Bahari yang meraih juara I Paritrana Award 2021.",
        [("usaha besar", 1, "Karang Lestari Bahari")],
    ),
    (
        "Anugerah Keterbukaan Informasi Publik 2021 Provinsi Bali diserahkan. Kualifikasi Informatif untuk pemerintah "
        "kabupaten/kota diraih Kabupaten Tabanan.",
        [("Informatif", None, "Kabupaten Tabanan")],
    ),
    (
        "Kabupaten Tabanan berada di Provinsi Bali, kata panitia Paritrana Award 2021.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "rows"), FURTHER)
def test_a_category_ends_where_its_words_do_and_goes_with_its_places(
    text: str, rows: list[tuple[str | None, int | None, str]]
) -> None:
    assert places(text) == rows


def test_a_category_before_a_name_holds_for_its_places_in_two_editions() -> None:
    text = (
        "Paritrana Award 2024 diumumkan di Jakarta. Dari kelompok kabupaten/kota, Kabupaten Tabanan, yang tahun lalu "
        "hanya di urutan kelima, kini melompat ke puncak sebagai terbaik pertama."
    )
    assert [(record.edition, record.category, record.rank) for record in extract(text).records] == [
        (2023, "kabupaten/kota", 5),
        (2024, "kabupaten/kota", 1),
    ]


def test_a_day_told_of_one_winner_is_that_of_the_others_of_its_award() -> None:
    text = (
        "Kota Tegal meraih Adipura 2021, Senin (6/6/2022).\n\nPada 12 Oktober 2022, Kabupaten Kebumen meraih STBM "
        "Award 2022 kategori Madya.\n\nKabupaten Brebes juga meraih STBM Award 2022 kategori Pratama."
    )
    days = {record.recipient.name: record.event_date for record in extract(text).records}
    assert days == {"Kota Tegal": "2022-06-06", "Kabupaten Kebumen": "2022-10-12", "Kabupaten Brebes": "2022-10-12"}


def test_marked_lines_that_each_name_an_award_are_no_list_under_the_first() -> None:
    text = (
        "Empat penghargaan dibawa pulang:\n- Kalpataru 2018 kategori Perintis Lingkungan untuk Mbah Sarman;\n"
        "- Sekolah sehat untuk Desa Penglipuran;\n"
    )
    assert extract(text).records == ()


def test_a_further_place_stands_at_the_level_of_the_one_before() -> None:
    text = (
        "Kota Jayapura masuk lima besar Paritrana Award 2022 tingkat nasional.\nDi tingkat Provinsi Papua, juara II "
        "diraih Kabupaten Keerom.\nJuara III Kabupaten Sarmi."
    )
    levels = {record.recipient.name: record.level for record in extract(text).records}
    assert levels["Kabupaten Sarmi"] == "province"


def told(text: str) -> list[tuple[str, str, int | None, str | None]]:
    records = extract(text).records
    return [(record.recipient.name, record.outcome, record.shortlist, record.category) for record in records]


def test_who_stops_among_the_best_few_is_a_nominee_beside_winners() -> None:
    text = (
        "Kabupaten Kebumen menerima STBM Award 2019 sebagai terbaik III. Kota Tegal menjadi terbaik kedua, sementara "
        "Kabupaten Brebes terhenti di lima besar kategori kabupaten."
    )
    assert told(text)[2] == ("Kabupaten Brebes", "nominee", 5, "kabupaten")


def test_a_winner_sheds_the_shortlist_on_which_it_stood() -> None:
    text = "Kota Tegal masuk lima besar Paritrana Award 2024.\nKota Tegal akhirnya meraih juara I Paritrana Award 2024."
    assert told(text) == [("Kota Tegal", "winner", None, None)]


def test_a_grade_that_is_only_hoped_for_is_not_won() -> None:
    text = (
        "Kabupaten Tabanan meraih UHC Award 2024 kategori Madya. Bupati berharap Kabupaten Tabanan tahun depan naik "
        "ke Utama."
    )
    assert told(text) == [("Kabupaten Tabanan", "winner", None, "Madya")]


def test_a_grade_that_is_left_behind_is_not_the_one_that_was_won() -> None:
    text = "Naik dari tingkat Pratama pada tahun sebelumnya, Kota Tegal dianugerahi Kota Layak Anak 2023 tingkat Madya."
    assert told(text) == [("Kota Tegal", "winner", None, "Madya")]


def test_one_for_whom_somebody_stands_gives_no_award() -> None:
    text = (
        "Mewakili bupati, ia menerima penghargaan sebagai kabupaten pembina nelayan terbaik se-Jawa Barat yang "
        "diserahkan Gubernur Jawa Barat. Kabupaten Kuningan berada di urutan pertama."
    )
    assert [(record.level, record.scope) for record in extract(text).records] == [("province", "32")]


def test_money_is_no_award() -> None:
    assert extract("Kabupaten Kuningan menerima penghargaan uang pembinaan kader dari Kementerian.").records == ()


def test_a_category_right_behind_a_name_goes_before_the_one_of_all() -> None:
    text = (
        "Untuk badan usaha, Paritrana Award 2024 diberikan kepada PT Karang Lestari Bahari (sektor perkebunan), CV "
        "Sagara Mandiri (usaha kecil)."
    )
    assert [category for _, _, _, category in told(text)] == ["sektor perkebunan", "usaha kecil"]


def test_of_two_editions_in_a_sentence_a_verb_has_that_of_the_award_nearest_to_it() -> None:
    text = (
        "PT Karang Lestari Bahari memperoleh PROPER Emas 2020. Emas ini yang kedua setelah PROPER Emas 2018; pada "
        "2019, PT Karang Lestari Bahari memperoleh PROPER Hijau."
    )
    assert (2019, "Hijau") in [(record.edition, record.category) for record in extract(text).records]


def test_a_giver_behind_a_dateline_says_the_level() -> None:
    text = "TABANAN (KABAR BALI) – Bupati Tabanan menyerahkan Bali Resik Award 2025 kepada Desa Penglipuran."
    assert [(record.level, record.scope) for record in extract(text).records] == [("regency", "51.02")]


def test_an_award_and_its_abbreviation_behind_a_slash_are_one_name() -> None:
    text = "Kota Tegal meraih Innovative Government Award/IGA 2023."
    assert [(record.award, record.edition) for record in extract(text).records] == [
        ("Innovative Government Award", 2023)
    ]


HONOURS = """Pemkab Sigi Borong Empat Penghargaan

Pemerintah Kabupaten Sigi menutup tahun 2023 dengan empat penghargaan. Di antaranya:
1. Opini WTP atas LKPD 2022 dari BPK
2. Kabupaten Layak Anak 2023 kategori Nindya
3. Juara II Paritrana Award 2023 tingkat Provinsi Sulawesi Tengah
4. Target Adipura 2024
Bupati mengapresiasi kerja keras seluruh jajaran.
"""


def test_the_lines_of_a_list_of_honours_are_those_of_the_one_that_its_head_names() -> None:
    told = [
        (one.award, one.edition, one.level, one.category, one.rank, one.recipient.name)
        for one in extract(HONOURS).records
    ]
    assert told == [
        ("Opini WTP", 2022, "national", None, None, "Kabupaten Sigi"),
        ("Kabupaten/Kota Layak Anak", 2023, "national", "Nindya", None, "Kabupaten Sigi"),
        ("Paritrana Award", 2023, "province", None, 2, "Kabupaten Sigi"),
    ]


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("menutup tahun 2023 dengan empat penghargaan", "menargetkan empat penghargaan"),
        ("menutup tahun 2023 dengan empat penghargaan", "menyerahkan empat penghargaan"),
        ("Pemerintah Kabupaten Sigi menutup", "Kota Palu dan Kabupaten Sigi menutup"),
        ("Pemkab Sigi Borong Empat", "Mengenal Empat"),
    ],
)
def test_awards_that_are_hoped_for_or_given_away_or_shared_are_no_honours(said: str, instead: str) -> None:
    assert said in HONOURS
    assert extract(HONOURS.replace(said, instead)).records == ()


@pytest.mark.parametrize(
    "said",
    [
        "PT Karang Lestari Bahari dan PT Samudra Bumi Persada untuk usaha besar.",
        "Lalu PT Karang Lestari Bahari dan PT Samudra Bumi Persada kategori usaha besar.",
    ],
)
def test_a_sentence_without_a_verb_goes_on_with_the_next_category(said: str) -> None:
    text = "Paritrana Award 2022 diraih Kabupaten Sigi dan Kota Palu untuk kategori pemerintah daerah.\n" + said
    assert places(text) == [
        ("pemerintah daerah", None, "Kabupaten Sigi"),
        ("pemerintah daerah", None, "Kota Palu"),
        ("usaha besar", None, "Karang Lestari Bahari"),
        ("usaha besar", None, "Samudra Bumi Persada"),
    ]


def test_other_nominees_are_on_the_shortlist_just_told() -> None:
    text = (
        "Kabupaten Gresik masuk lima besar Paritrana Award 2024 tingkat nasional.\nEmpat daerah lain yang lolos ialah "
        "Kota Surabaya, Kabupaten Badung, Kota Makassar dan Kabupaten Bogor."
    )
    assert {(record.outcome, record.shortlist) for record in extract(text).records} == {("nominee", 5)}


def test_the_government_that_a_winner_lost_to_does_not_give_the_award() -> None:
    text = (
        "Desa Karangsari meraih juara I kategori desa Paritrana Award 2024 tingkat Provinsi Bali.\nPemkab Tabanan "
        "harus puas di posisi kedua kategori pemerintah daerah, kalah dari Pemkot Denpasar."
    )
    assert {record.level for record in extract(text).records} == {"province"}


def test_a_higher_place_told_later_has_the_category_of_the_one_before_it() -> None:
    text = (
        "Kota Parepare meraih juara 2 Paritrana Award 2020 kategori pemerintah kabupaten/kota.\nJuara 1 Kabupaten "
        "Tabanan dan juara 3 Kota Batu.\nKategori provinsi diraih Jawa Timur."
    )
    assert places(text)[:3] == [
        ("pemerintah kabupaten/kota", 2, "Kota Parepare"),
        ("pemerintah kabupaten/kota", 1, "Kabupaten Tabanan"),
        ("pemerintah kabupaten/kota", 3, "Kota Batu"),
    ]


def test_places_of_something_else_are_no_places_of_an_opinion() -> None:
    text = (
        "Aceh Besar kembali meraih opini WTP atas LKPD 2023.\nPemkab Aceh Besar memberi apresiasi kepada lima "
        "instansi. Dinas Kesehatan peringkat pertama, Dinas Pendidikan kedua."
    )
    assert places(text) == [(None, None, "Kabupaten Aceh Besar")]


def test_a_person_by_profession_is_not_the_one_named_before() -> None:
    text = (
        "Puskesmas Slerok meraih Samudra Lestari Award 2024.\nKader posyandu, Nurhayati, juga meraih penghargaan yang "
        "sama sebagai juara 2."
    )
    assert places(text) == [(None, None, "Puskesmas Slerok")]


def test_the_best_told_behind_a_winner_are_winners_of_the_same_award() -> None:
    text = (
        "Kota Tegal meraih TPID Award 2022 sebagai TPID berkinerja terbaik kawasan Jawa.\nUntuk TPID provinsi terbaik "
        "diraih Provinsi Jawa Tengah, sedangkan TPID kabupaten terbaik diraih Kabupaten Brebes."
    )
    assert places(text) == [
        (None, None, "Kota Tegal"),
        ("TPID provinsi terbaik", None, "Provinsi Jawa Tengah"),
        ("TPID kabupaten terbaik", None, "Kabupaten Brebes"),
    ]


def test_no_nominee_is_the_best_yet() -> None:
    text = (
        "Kota Tegal meraih TPID Award 2022.\nTPID kabupaten terbaik diraih Kabupaten Brebes.\nKabupaten Demak hanya "
        "masuk nominasi."
    )
    assert [(record.category, record.outcome) for record in extract(text).records][1:] == [
        ("TPID kabupaten terbaik", "winner"),
        (None, "nominee"),
    ]


def test_an_enumerated_award_keeps_its_place() -> None:
    text = (
        "Pemkab Sigi meraih dua penghargaan.\nPertama, Sigi meraih Adipura 2022.\nKedua, juara I Paritrana Award 2022 "
        "tingkat Provinsi Sulawesi Tengah."
    )
    assert places(text) == [(None, None, "Kabupaten Sigi"), (None, 1, "Kabupaten Sigi")]


def test_a_line_that_ends_the_name_of_the_line_before_is_no_heading() -> None:
    text = (
        "Pemkot Pangkalpinang menjuarai Paritrana Award 2022 tingkat Provinsi Kepulauan Bangka Belitung.\n\nBerikut "
        "daftar pemenang:\n\nPemerintah Kabupaten/Kota\nJuara 1 Kota Pangkalpinang\nJuara 2 Kabupaten Bangka\n"
        "Selatan\nJuara 3 Kabupaten Belitung\n"
    )
    assert places(text)[-3:] == [
        ("Pemerintah Kabupaten/Kota", 1, "Kota Pangkal Pinang"),
        ("Pemerintah Kabupaten/Kota", 2, "Kabupaten Bangka Selatan"),
        ("Pemerintah Kabupaten/Kota", 3, "Kabupaten Belitung"),
    ]
