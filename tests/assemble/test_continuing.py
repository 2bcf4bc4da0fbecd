"""Lists that go on: names that a later sentence adds, those who take part, grades without a verb, the best of all."""

import pytest

from extractor import extract
from extractor.facts import Record


def told(text: str) -> list[tuple[str | None, str, str, int | None]]:
    return [(one.category, one.recipient.name, one.outcome, one.rank) for one in read(text)]


def read(text: str) -> tuple[Record, ...]:
    return extract(text).records


def test_names_behind_an_opener_go_on_with_the_list_of_the_sentence_before() -> None:
    text = (
        "Dua belas perusahaan di Banten menerima Zero Accident Award dari Kementerian Ketenagakerjaan. Penerima dari "
        "Cilegon antara lain PT Baja Selat dan PT Kimia Merak. Dari Serang ada PT Ciruas Internasional. Pandeglang "
        "menyumbang satu, yakni CV Labuan Bahari."
    )
    assert [one[1] for one in told(text)] == ["Baja Selat", "Kimia Merak", "Ciruas Internasional", "Labuan Bahari"]


def test_who_takes_part_in_a_category_is_a_nominee_as_those_before() -> None:
    text = (
        "Penilaian Paritrana Award 2022 Provinsi Riau memasuki tahap wawancara. Untuk skala besar, perusahaan yang "
        "diwawancarai adalah PT Sagara dan PT Karang Lestari. Adapun skala menengah diikuti CV Bumi Rokan dan CV "
        "Siak Jaya. Sementara itu UKM diwakili dua peserta, yaitu Tenun Ibu Ros dan Lempuk Bengkalis."
    )
    assert told(text) == [
        ("skala besar", "Sagara", "nominee", None),
        ("skala besar", "Karang Lestari", "nominee", None),
        ("skala menengah", "Bumi Rokan", "nominee", None),
        ("skala menengah", "Siak Jaya", "nominee", None),
        ("UKM", "Tenun Ibu Ros", "nominee", None),
        ("UKM", "Lempuk Bengkalis", "nominee", None),
    ]


def test_grades_without_a_verb_are_won_where_winners_were_counted() -> None:
    text = (
        "Empat daerah di Provinsi Jambi menerima penghargaan Kabupaten/Kota Layak Anak tahun 2022. Kota Jambi naik "
        "ke kategori Nindya. Kabupaten Bungo dan Kabupaten Tebo bertahan di Madya. Sedangkan Kabupaten Merangin "
        "masih Pratama."
    )
    assert [one[:3] for one in told(text)] == [
        ("Nindya", "Kota Jambi", "winner"),
        ("Madya", "Kabupaten Bungo", "winner"),
        ("Madya", "Kabupaten Tebo", "winner"),
        ("Pratama", "Kabupaten Merangin", "winner"),
    ]


def test_the_best_of_a_sort_is_named_behind_it() -> None:
    text = (
        "PT Lhok Semen meraih terbaik satu Paritrana Award 2024 Provinsi Aceh kategori perusahaan besar. Perusahaan "
        "menengah terbaik adalah RSIA Bunda Cut. Sementara UMKM terbaik Kopi Tengku Aman."
    )
    assert told(text) == [
        ("perusahaan besar", "Lhok Semen", "winner", 1),
        ("Perusahaan menengah", "RSIA Bunda Cut", "winner", None),
        ("UMKM", "Kopi Tengku Aman", "winner", None),
    ]


def test_a_superlative_before_its_verb_is_the_category_of_the_places_behind() -> None:
    text = (
        "Pemkab Kebumen menggelar Anugerah Desa Peduli Jamsostek 2025. Desa dengan pekerja rentan terbanyak "
        "dimenangkan Desa Karangsari (juara 1) dan Desa Kebulusan (juara 2)."
    )
    assert told(text) == [
        ("Desa dengan pekerja rentan terbanyak", "Desa Karangsari", "winner", 1),
        ("Desa dengan pekerja rentan terbanyak", "Desa Kebulusan", "winner", 2),
    ]
    assert [(one.level, one.scope) for one in read(text)] == [("regency", "33.05")] * 2


def test_a_category_of_regencies_is_none_of_a_province() -> None:
    text = (
        "Provinsi Bali menjadi terbaik pertama Paritrana Award 2023 tingkat nasional. Pada kategori kabupaten/kota, "
        "terbaik I diraih Kota Makassar."
    )
    assert told(text) == [(None, "Provinsi Bali", "winner", 1), ("kabupaten/kota", "Kota Makassar", "winner", 1)]


def test_the_kind_of_government_before_a_place_is_its_category() -> None:
    text = "Kota Makassar dinobatkan sebagai pemerintah kota terbaik pertama pada Paritrana Award 2023."
    assert told(text) == [("pemerintah kota", "Kota Makassar", "winner", 1)]


def test_a_day_counted_back_is_only_of_those_who_won_on_it_too() -> None:
    text = (
        "BPK menyerahkan opini WTP atas LKPD 2018 kepada dua daerah, Senin (27/5/2019). Keduanya adalah Kota Kendari "
        "dan Kabupaten Muna. Sehari sebelumnya, Provinsi Sulawesi Tenggara juga meraih opini WTP."
    )
    assert [(one.recipient.name, one.event_date) for one in read(text)] == [
        ("Kota Kendari", "2019-05-27"),
        ("Kabupaten Muna", "2019-05-27"),
        ("Provinsi Sulawesi Tenggara", "2019-05-26"),
    ]


def test_a_person_behind_a_received_award_is_its_winner() -> None:
    text = (
        "Nugra Jasa Dharma Pustaloka 2019 kategori masyarakat diterima I Wayan Suardika, sastrawan asal Jembrana. "
        "Kategori pejabat publik diterima Pj Bupati Buleleng Putu Agus Suradnya."
    )
    assert [(one.recipient.type, one.recipient.name) for one in read(text)] == [
        ("person", "I Wayan Suardika"),
        ("person", "Putu Agus Suradnya"),
    ]


def test_a_firm_that_is_named_without_its_head_is_the_same() -> None:
    text = (
        "Perumda Tirta Karang menyabet Top BUMD Awards 2022. BPR Samudra Jaya ikut hadir. Tahun lalu, Tirta Karang "
        "hanya mengoleksi bintang 3."
    )
    assert [(one.recipient.name, one.edition) for one in read(text)] == [
        ("Perumda Tirta Karang", 2022),
        ("Perumda Tirta Karang", 2021),
    ]


def test_the_last_of_a_list_of_winners_may_have_a_category_that_no_word_opens() -> None:
    text = (
        "Paritrana Award 2024 Provinsi Papua Selatan diserahkan gubernur. Untuk badan usaha, penghargaan diberikan "
        "kepada PT Wasur Agro (sektor perkebunan), CV Kimaam Bahari (usaha kecil) dan RS Santo Bupul (layanan "
        "kesehatan)."
    )
    assert [one[1] for one in told(text)] == ["Wasur Agro", "Kimaam Bahari", "RS Santo Bupul"]


def test_nominees_of_a_category_without_a_winner_are_told() -> None:
    text = (
        "Kota Banjarbaru meraih juara dua Paritrana Award 2024 Provinsi Kalimantan Selatan. Untuk kategori desa "
        "belum ada pemenang, nominatornya Desa Kersik Putih dan Desa Segumbang yang berada di Kecamatan Batulicin."
    )
    assert told(text) == [
        (None, "Kota Banjarbaru", "winner", 2),
        ("desa", "Desa Kersik Putih", "nominee", None),
        ("desa", "Desa Segumbang", "nominee", None),
    ]


def test_who_says_that_they_got_an_award_speaks_of_the_storys_hero() -> None:
    text = (
        "Kota Singkawang meraih UHC Award 2024. Wali Kota Singkawang Tjen Liem bersyukur. \"Ini yang kedua, tahun "
        "2023 juga kita dapat UHC Award,\" ujarnya."
    )
    assert [(one.recipient.name, one.edition) for one in read(text)] == [
        ("Kota Singkawang", 2024),
        ("Kota Singkawang", 2023),
    ]


def test_a_title_given_soon_after_a_winner_is_of_the_same_award() -> None:
    text = (
        "Kabupaten Boalemo menempati juara II Paritrana Award 2022 Provinsi Gorontalo. Masih dari kabupaten yang "
        "sama, Desa Tangga Barito dinobatkan sebagai desa terbaik."
    )
    assert told(text) == [
        (None, "Kabupaten Boalemo", "winner", 2),
        ("desa terbaik", "Desa Tangga Barito", "winner", None),
    ]


def test_the_category_of_nominees_stands_before_their_verb_or_behind_it() -> None:
    text = (
        "Tim penilai menetapkan nominasi Paritrana Award 2019 Provinsi Sumatera Barat. Perusahaan besar yang "
        "dinominasikan PT Semen Indarung dan PT Pasaman Makmur. Sementara perusahaan menengah yaitu RS Yos Sudarma "
        "dan PT Lembah Anai. CV Minang Jaya lolos sebagai nominator usaha kecil."
    )
    assert told(text) == [
        ("Perusahaan besar", "Semen Indarung", "nominee", None),
        ("Perusahaan besar", "Pasaman Makmur", "nominee", None),
        ("perusahaan menengah", "RS Yos Sudarma", "nominee", None),
        ("perusahaan menengah", "Lembah Anai", "nominee", None),
        ("usaha kecil", "Minang Jaya", "nominee", None),
    ]


def test_what_a_head_of_government_says_of_earlier_years_is_of_the_storys_hero() -> None:
    text = (
        "Kabupaten Bungo meraih terbaik I Paritrana Award 2024 tingkat Provinsi Jambi. \"Tahun 2022 kita peringkat "
        "dua, 2023 terbaik satu dan sekarang bisa dipertahankan,\" kata Bupati Bungo Dedi Nugraha."
    )
    assert [(one.recipient.name, one.edition, one.rank) for one in read(text)] == [
        ("Kabupaten Bungo", 2024, 1),
        ("Kabupaten Bungo", 2022, 2),
        ("Kabupaten Bungo", 2023, 1),
    ]


def test_a_name_between_commas_before_its_verb_is_its_subject() -> None:
    text = (
        "Kota Padang Panjang meraih Paritrana Award 2020 tingkat Provinsi Sumatera Barat. Salah satu pelaku UKM dari "
        "Padang Panjang, Kerupuk Kulit Bundo, juga menyabet Terbaik I kategori UKM."
    )
    assert told(text)[1] == ("UKM", "Kerupuk Kulit Bundo", "winner", 1)


def test_persons_in_a_row_are_told_with_what_they_are() -> None:
    text = (
        "Kalpataru 2017 diserahkan Presiden. Kategori Perintis Lingkungan diterima Yosef Lalu Wea, petani dari "
        "Kabupaten Ngada, dan Siti Maemunah, guru asal Kota Banjar. Kategori Penyelamat Lingkungan diraih Masyarakat "
        "Adat Kasepuhan Cibedug (Kabupaten Lebak)."
    )
    assert [one[1] for one in told(text)] == [
        "Yosef Lalu Wea",
        "Siti Maemunah",
        "Masyarakat Adat Kasepuhan Cibedug",
    ]


def test_the_champion_of_all_is_a_winner_of_the_same_award() -> None:
    text = (
        "PT Singosari Kemasan menjadi juara 2 Paritrana Award 2022 Jawa Timur. Juara umum pemda dipegang Kabupaten "
        "Banyuwangi, disusul Kota Surabaya."
    )
    assert [one[1] for one in told(text)] == ["Singosari Kemasan", "Kabupaten Banyuwangi", "Kota Surabaya"]


def test_an_office_that_lies_behind_a_long_name_got_nothing() -> None:
    text = (
        "PT Pupuk Ampera menyabet Proper Emas 2023. \"Dua perusahaan turun ke merah,\" kata Kepala Dinas Lingkungan "
        "Hidup dan Pertanahan Sumsel Edward Wiratama."
    )
    assert [one[1] for one in told(text)] == ["Pupuk Ampera"]


def test_who_goes_to_the_next_level_after_a_place_has_it_there() -> None:
    text = (
        "Kota Mataram menjadi kandidat penerima Paritrana Award 2020 tingkat nasional. Menurut panitia, Mataram "
        "maju ke nasional setelah menjadi juara pertama di tingkat Provinsi Nusa Tenggara Barat."
    )
    assert [(one.level, one.outcome, one.rank) for one in read(text)] == [
        ("national", "nominee", None),
        ("province", "winner", 1),
    ]


def test_the_last_of_a_row_of_years_is_the_storys_own() -> None:
    text = (
        "Untuk ketiga kalinya berturut-turut, yaitu 2019, 2020 dan 2021, Pemkab Sidoarjo memenangkan Paritrana Award "
        "tingkat Provinsi Jawa Timur. Peringkat kedua Kota Madiun."
    )
    assert [(one.recipient.name, one.edition) for one in read(text)] == [
        ("Kabupaten Sidoarjo", 2019),
        ("Kabupaten Sidoarjo", 2020),
        ("Kabupaten Sidoarjo", 2021),
        ("Kota Madiun", 2021),
    ]


def test_a_category_before_a_colon_has_the_names_behind_it() -> None:
    text = (
        "Gubernur menyerahkan Paritrana Award 2019 Provinsi Jawa Tengah kepada Bupati Kudus (juara 1). "
        "Perusahaan menengah: PT Sirup Kurma, Hotel Laras Ambarawa, RSI Sunan Muria."
    )
    assert [one[:3] for one in told(text)][1:] == [
        ("Perusahaan menengah", "Sirup Kurma", "winner"),
        ("Perusahaan menengah", "Hotel Laras Ambarawa", "winner"),
        ("Perusahaan menengah", "RSI Sunan Muria", "winner"),
    ]


def test_who_follows_in_a_sentence_of_its_own_has_the_places_behind() -> None:
    text = (
        "Peringkat pertama kategori provinsi Paritrana Award 2018 tingkat nasional diraih DKI Jakarta. Setelah itu "
        "berturut-turut Jawa Timur, Sulawesi Tengah, dan Kepulauan Riau."
    )
    assert [(one[1], one[3]) for one in told(text)] == [
        ("Provinsi DKI Jakarta", 1),
        ("Provinsi Jawa Timur", 2),
        ("Provinsi Sulawesi Tengah", 3),
        ("Provinsi Kepulauan Riau", 4),
    ]


def test_those_who_are_only_consoled_end_a_list_of_places() -> None:
    text = (
        "Wakil Presiden menyerahkan Paritrana Award 2018. Kabupaten/kota yang menerima penghargaan adalah Kota "
        "Denpasar (peringkat 1), Kabupaten Lamongan (peringkat 2), serta Kota Jambi dan Kota Bitung sebagai juara "
        "harapan."
    )
    assert told(text) == [
        ("Kabupaten/kota", "Kota Denpasar", "winner", 1),
        ("Kabupaten/kota", "Kabupaten Lamongan", "winner", 2),
        ("Kabupaten/kota", "Kota Jambi", "winner", None),
        ("Kabupaten/kota", "Kota Bitung", "winner", None),
    ]


def test_each_is_the_best_of_its_own_sort() -> None:
    text = (
        "Paritrana Award 2018 Provinsi Bangka Belitung diumumkan. Wakil Gubernur menyerahkannya kepada Kabupaten "
        "Bangka Tengah sebagai pemerintah daerah terbaik, PT Koba Timah sebagai perusahaan besar terbaik, dan Toko "
        "Lempah Kuning sebagai pelaku UKM terbaik."
    )
    assert [one[:3] for one in told(text)] == [
        ("pemerintah daerah", "Kabupaten Bangka Tengah", "winner"),
        ("perusahaan besar", "Koba Timah", "winner"),
        ("pelaku UKM", "Toko Lempah Kuning", "winner"),
    ]


def test_winner_before_a_colon_is_no_category() -> None:
    text = "Berikut pemenang Paritrana Award 2019 Provinsi Bali:\nKategori UKM\nPemenang: Klappertart Ibu Meity"
    assert told(text) == [("UKM", "Klappertart Ibu Meity", "winner", None)]


def test_who_was_shortlisted_and_won_nothing_is_a_nominee() -> None:
    text = (
        "Provinsi Bali meraih peringkat ketiga Paritrana Award 2022 kategori pemerintah provinsi. Kabupaten Sumbawa "
        "Barat yang masuk sepuluh besar kategori kabupaten/kota gagal naik podium. Penghargaan kategori ini direbut "
        "Kota Cimahi dan Kabupaten Badung masing-masing sebagai juara I dan II."
    )
    assert told(text) == [
        ("pemerintah provinsi", "Provinsi Bali", "winner", 3),
        ("kabupaten/kota", "Kabupaten Sumbawa Barat", "nominee", None),
        ("kabupaten/kota", "Kota Cimahi", "winner", 1),
        ("kabupaten/kota", "Kabupaten Badung", "winner", 2),
    ]


def test_who_got_the_like_opinion_got_it_too() -> None:
    text = (
        "Kota Bogor menerima opini WTP atas LKPD 2023 dari BPK. Pada hari yang sama Kabupaten Bogor dan Kota Depok "
        "juga mendapatkan opini serupa, sedangkan Kabupaten Cianjur turun ke WDP."
    )
    assert [one[1] for one in told(text)] == ["Kota Bogor", "Kabupaten Bogor", "Kota Depok"]


def test_the_day_of_a_stage_to_come_is_none_of_the_stage_told() -> None:
    text = (
        "Dua perusahaan lolos seleksi Paritrana Award 2021 Provinsi Gorontalo, yakni PT Gula Manis dan PT Kelapa Jaya. "
        "Kedua perusahaan itu akan mengikuti wawancara pada Selasa (19/10/2021)."
    )
    assert [(one.outcome, one.event_date) for one in read(text)] == [("nominee", None)] * 2


NOT_ADDED = [
    "PT Sagara menerima Zero Accident Award 2022. Dari Serang hadir PT Karang sebagai mitra.",
    "PT Sagara menerima Zero Accident Award 2022. Perusahaan pesaing di Serang antara lain PT Karang.",
    "PT Sagara menerima Zero Accident Award 2022. Yang belum ada PT Karang.",
    "PT Sagara meraih juara pertama Paritrana Award 2022. Selanjutnya PT Karang akan menjadi tuan rumah.",
    "PT Sagara meraih Paritrana Award 2022. Ketua serikat pekerja, Siti Aminah Putri, juga menerima bunga.",
    "PT Sagara meraih Paritrana Award 2022. Menurut panitia, Kepala Seksi Siti Aminah turut menerima ucapan selamat.",
]


@pytest.mark.parametrize("text", NOT_ADDED)
def test_who_only_stands_beside_a_winner_is_none(text: str) -> None:
    assert [one[1] for one in told(text)] == ["Sagara"]


NOT_WON = [
    "Kata Bupati Poso, pemda dapat belajar dari Kota Palu yang meraih Adipura 2022.",
    "Lima daerah menerima penghargaan KLA 2022. Kota Jambi masih jauh dari kategori Utama.",
]


@pytest.mark.parametrize("text", NOT_WON)
def test_who_speaks_of_anothers_award_or_grade_won_nothing(text: str) -> None:
    assert told(text) == []


def test_who_congratulates_a_winner_or_visits_one_is_none() -> None:
    congratulated = "Bupati Tebo mengucapkan selamat kepada Kabupaten Bungo yang menjadi juara I Paritrana Award 2023."
    visited = "Rombongan Pemkab Tebo belajar ke Kota Jambi. Kota itu menjadi terbaik pertama Paritrana Award 2023."
    assert [one[1] for one in told(congratulated)] == ["Kabupaten Bungo"]
    assert told(visited) == []


BESIDE = [
    "Paritrana Award 2023 diraih Kabupaten Bungo, bukan Kabupaten Tebo.",
    "Paritrana Award 2023 diserahkan kepada Kabupaten Bungo, disaksikan Bupati Tebo serta Direksi PT Sawit Jaya.",
    "Kabupaten Bungo yang juara I Paritrana Award 2023 kini harus mengakui keunggulan Kota Jambi.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_who_is_only_named_beside_a_winner_got_nothing(text: str) -> None:
    assert [one[1] for one in told(text)] == ["Kabupaten Bungo"]


def test_a_place_in_brackets_is_that_of_the_name_before_it() -> None:
    text = (
        "Kabupaten Tabalong meraih Terbaik III Paritrana Award 2024 Provinsi Kalimantan Selatan. Bersama Tabalong, "
        "turut menerima penghargaan Kabupaten Tanah Laut (Terbaik I) dan Kota Banjarbaru (Terbaik II)."
    )
    assert [(one[1], one[3]) for one in told(text)] == [
        ("Kabupaten Tabalong", 3),
        ("Kabupaten Tanah Laut", 1),
        ("Kota Banjarbaru", 2),
    ]


def test_a_grade_that_was_almost_reached_is_none() -> None:
    text = (
        "Kabupaten Lumajang mempertahankan predikat Nindya pada Kabupaten/Kota Layak Anak 2025. Lumajang hampir naik "
        "ke kategori Utama. Kabupaten Banyuwangi bahkan sudah Utama."
    )
    assert [one[:2] for one in told(text)] == [("Nindya", "Kabupaten Lumajang"), ("Utama", "Kabupaten Banyuwangi")]
