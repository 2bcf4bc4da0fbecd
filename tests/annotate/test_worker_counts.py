"""Worker counts: whom a number counts, what is said of them, and where they are."""

import pytest

from extractor.annotate.officials import officials
from extractor.annotate.regions import regions
from extractor.annotate.story import read_story
from extractor.annotate.worker_counts import worker_counts
from extractor.article import Article
from extractor.facts import WorkerCount


def read(text: str, published: str | None = None) -> tuple[WorkerCount, ...]:
    story = read_story(Article(text, published=published))
    places = regions(story)
    return worker_counts(story, places, officials(story, places))


def counted(text: str) -> list[tuple[int, str]]:
    return [(fact.count, fact.group) for fact in read(text)]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("mendaftarkan 612 guru honorer SMA/SMK ke BPJS", "guru honorer SMA/SMK"),
        ("mendaftarkan 612 pekerja sosial keagamaan dan kemasyarakatan", "pekerja sosial keagamaan dan kemasyarakatan"),
        ("mendaftarkan 612 tukang ojek, tukang becak, dan sopir ke BPJS", "tukang ojek, tukang becak, dan sopir"),
        ("mendaftarkan 612 buruh tani tembakau di Garut", "buruh tani tembakau"),
        ("mendaftarkan 612 pekerja rentan seperti tukang ojek", "pekerja rentan"),
        ("mendaftarkan 612 pekerja rentan yang miskin", "pekerja rentan"),
        ("mendaftarkan 612 orang perangkat desa ke BPJS", "perangkat desa"),
        ("mendaftarkan 612 ketua RT dan RW ke BPJS", "ketua RT dan RW"),
        ("mendaftarkan 612 pegawai non-ASN ke BPJS", "pegawai non-ASN"),
        ("Daftarkan 612 Pekerja Rentan ke BPJS", "Pekerja Rentan"),
        ("mendaftarkan 612 juru pelihara candi ke BPJS", "juru pelihara candi"),
        ("mendata 612 orang yang bekerja, separuhnya ikut BPJS", "orang yang bekerja"),
    ],
)
def test_a_group_is_the_noun_phrase_as_printed(text: str, group: str) -> None:
    assert counted(f"Pemkab Garut {text}.") == [(612, group)]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat itu dihadiri 300 peserta dari BPJS Ketenagakerjaan.",
        "Lomba dayung itu diikuti 48 nelayan.",
        "Sebanyak 34 perusahaan terdaftar di BPJS Ketenagakerjaan.",
        "Longsor menewaskan tiga buruh.",
        "Pengunjung pantai mencapai 2.000 orang.",
        "Bupati menyebut 21 penerima penghargaan Paritrana Award.",
        "BPJS Ketenagakerjaan membayar klaim untuk 5.430 peserta.",
        "Iuran BPJS Ketenagakerjaan Rp 16.800 bagi pekerja rentan.",
        "Baru 31 persen pekerja rentan terdaftar di BPJS Ketenagakerjaan.",
        "Perlindungan pekerja rentan sudah menyentuh 117 kampung.",
        "Dari tujuh juara Paritrana Award, empat adalah anggota asosiasi.",
        "Pelatihan BPJS Ketenagakerjaan itu diikuti 60 petani madu.",
        "Setiap 1.000 peserta BPJS Ketenagakerjaan dilayani satu agen.",
    ],
)
def test_guests_victims_firms_money_and_shares_are_no_worker_counts(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dari 12.000 pekerja rentan, baru 4.000 orang yang terdaftar.", [12000, 4000]),
        ("Pekerja rentan yang terdaftar sebanyak 8.300 orang.", [8300]),
        ("Pekerja rentan terdaftar: 8.300", [8300]),
        ("Antara 7.000 hingga 8.500 pekerja rentan akan didaftarkan.", [7000, 8500]),
        ("Ada 14.500 pekerja, 9.000 di antaranya sudah dijamin BPJS.", [14500, 9000]),
        ("Iuran 700 pekerja rentan dibayar. Totalnya sampai kini 900 orang.", [700, 900]),
        ("Pekerja rentan itu terdaftar. Desa sebelah lebih baik lagi, yakni 900 orang.", [900]),
        ("Nelayan terdaftar. Keluarga nelayan Hartono Wijaya (54) hadir.", []),
        ("Pekerja rentan didaftarkan. Masing-masing petani cabai 900, nelayan kecil 500.", [900, 500]),
        ("Gubernur menyerahkan Paritrana Award kepada 11 penerima.", []),
        ("Dari 604 desa, 211 di antaranya membayar iuran perangkat desa.", []),
        ("Sebanyak 60-70 buruh panen belum didata.", [60, 70]),
        ("Penduduk bekerja 366 ribu orang, sedangkan penganggur 14 ribu orang.", [366000]),
        ("Sebanyak 1.364 panitia dan 744 anggota linmas desa didaftarkan.", [1364, 744]),
        ("Kades Sukamaju Hartono minta tambahan. Usulannya baru 600.", []),
    ],
)
def test_a_bare_number_counts_the_group_before_it(text: str, found: list[int]) -> None:
    assert [count for count, _ in counted(f"Kepesertaan BPJS Ketenagakerjaan.\n\n{text}")] == found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pemkab Garut mendaftarkan 500 nelayan ke BPJS.", "covered"),
        ("Sebanyak 500 nelayan iurannya dibayar APBD lewat BPJS.", "covered"),
        ("Pemkab Garut akan mendaftarkan 500 nelayan ke BPJS.", "target"),
        ("Pemkab Garut menargetkan 500 nelayan terdaftar di BPJS.", "target"),
        ("Tahun depan 500 nelayan ikut BPJS.", "target"),
        ("Sebanyak 500 nelayan diusulkan menerima BSU.", "target"),
        ("Sebanyak 500 nelayan belum terdaftar di BPJS.", "uncovered"),
        ("Sebanyak 500 nelayan tidak terdaftar di BPJS.", "uncovered"),
        ("Masih ada 500 nelayan tanpa perlindungan BPJS.", "uncovered"),
        ("Baru 20 persen dari 500 nelayan yang terdaftar di BPJS.", "total"),
        ("Jumlah nelayan 500 orang, yang ikut BPJS baru 20 persen.", "total"),
        ("Sebanyak 500 nelayan yang belum punya kartu BPJS akan kami daftarkan.", "target"),
        ("Pemkab Garut akan mendaftarkan 500 nelayan jadi peserta BPJS.", "target"),
        ("Sebanyak 500 nelayan sudah masuk daftar calon penerima BSU.", "target"),
        ("Yang ikut BPJS idealnya 500 nelayan.", "target"),
        ("Layanan BPJS itu menjangkau 500 nelayan.", "covered"),
        ("Anggaran PBI Rp1,2 miliar untuk 500 warga kurang mampu.", "covered"),
        ("Pelatihan itu diikuti 500 petani yang seluruhnya telah terdaftar di BPJS.", "covered"),
        ("Dari 500 pekerja yang layak menjadi peserta BPJS, sepertiganya terdaftar.", "total"),
        ("Ada 500 penderes di sini dan tidak sampai 10 persen yang menjadi peserta BPJS.", "total"),
        ("Guru mengaji kini dijamin BPJS. Totalnya 500 orang.", "covered"),
        ("Terima kasih kepada 500 karyawan kami. Iuran BPJS naik.", "total"),
    ],
)
def test_the_words_of_coverage_give_the_status(text: str, status: str) -> None:
    assert [fact.status for fact in read(text)] == [status]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dari 48,250 orang pekerja di sini, sudah 21,475 orang yang terdaftar di BPJS.", [48250, 21475]),
        ("Pemkab Garut mendaftarkan 3,412 pekerja rentan ke BPJS.", [3412]),
        ("Nelayan saja sudah 7,860 orang yang ikut BPJS.", [7860]),
        ("Pemkab Garut mendaftarkan 1,25 juta pekerja ke BPJS.", [1250000]),
        ("Upah pekerja rentan peserta BPJS rata-rata 3,125 juta rupiah.", []),
    ],
)
def test_a_comma_before_three_digits_groups_where_people_are_counted(text: str, found: list[int]) -> None:
    assert [count for count, _ in counted(text)] == found


def test_the_rest_of_a_list_is_what_the_list_is() -> None:
    text = "Pemkab Garut mendaftarkan 600 pekerja rentan ke BPJS, terdiri dari 300 nelayan dan sisanya 300 petani."
    assert {fact.status for fact in read(text)} == {"covered"}


def test_the_rest_of_a_list_without_a_word_for_it_is_what_the_list_is() -> None:
    text = "Iuran 300 pekerja ditanggung BPJS: petani sayur 100 orang, kurir 120 orang, sisanya 80 pedagang keliling."
    assert [fact.status for fact in read(text)] == ["covered"] * 4


def test_a_number_of_which_a_part_is_told_behind_it_is_a_total() -> None:
    text = "Ada 500 pekerja penerima upah di sini. Dari jumlah itu, yang menjadi peserta BPJS 120 orang."
    assert [(fact.group, fact.status) for fact in read(text)] == [
        ("pekerja penerima upah", "total"),
        ("pekerja penerima upah", "covered"),
    ]


def test_a_title_about_social_security_makes_a_story_about_it() -> None:
    text = "Ketua RT menjadi sasaran perlindungan BPJS Ketenagakerjaan.\n\nRapat selesai.\n\nIa menyebut 320 ketua RT."
    plain, titled = (read_story(Article(text, title=title)) for title in (None, "RT Dilindungi BPJS"))
    assert [len(worker_counts(story, (), ())) for story in (plain, titled)] == [0, 1]


def test_the_rest_of_those_covered_is_not_yet() -> None:
    text = "Baru 800 nelayan terdaftar di BPJS, sisanya 1.200 nelayan."
    assert [fact.status for fact in read(text)] == ["covered", "uncovered"]


def test_a_plan_for_a_later_year_is_a_target() -> None:
    text = "Pada 2026 sebanyak 500 nelayan didaftarkan ke BPJS."
    assert [fact.status for fact in read(text, published="2025-03-01")] == ["target"]
    assert [fact.status for fact in read(text, published="2026-03-01")] == ["covered"]


def test_numbers_joined_by_and_share_what_is_said() -> None:
    text = "Sebanyak 500 nelayan, 30 marbot dan 20 pecalang di Badung sudah terdaftar di BPJS."
    assert [fact.status for fact in read(text)] == ["covered"] * 3


def test_parts_of_a_covered_sum_are_covered() -> None:
    text = "PT Karang Bahari mempekerjakan 300 karyawan dan 200 buruh. Total 500 pekerja itu sudah ikut BPJS."
    assert [fact.status for fact in read(text)] == ["covered"] * 3


def test_without_a_word_of_social_security_a_number_is_a_total_or_nothing() -> None:
    assert [fact.status for fact in read("Pabrik itu menyerahkan seragam kepada 300 karyawan.")] == [None]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("sekitar 500 pekerja", "about"),
        ("500-an pekerja", "about"),
        ("lebih dari 500 pekerja", "at_least"),
        ("hampir 500 pekerja", "at_most"),
        ("500 pekerja", "exact"),
        ("pekerja rentan 500 orang lebih", "at_least"),
    ],
)
def test_the_bound_is_the_numbers(text: str, bound: str) -> None:
    assert [fact.bound for fact in read(f"Pemkab Garut mendaftarkan {text} ke BPJS.")] == [bound]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Sebanyak 500 pekerja di Kabupaten Garut terdaftar.", "32.05"),
        ("Kabupaten Garut mendaftarkan 500 pekerja.", "32.05"),
        ("Kabupaten Garut sudah. Pekerja yang didaftarkan 500 orang.", "32.05"),
        ("Pemkab Garut kalah dari Pemprov Bali. Pemkab sendiri mendaftarkan 500 pekerja.", "32.05"),
        ("Sebanyak 500 pekerja di Indonesia terdaftar.", None),
        ("Di Kota Depok, Kabupaten Garut dan Kabupaten Ciamis baru 500 pekerja terdaftar.", None),
        ("Kabupaten Garut, Kota Depok dan Kota Bogor maju. Di tiga daerah itu 500 pekerja terdaftar.", None),
        ("Bupati Garut Hartono di Kecamatan Tarogong Kidul menyebut 500 pekerja terdaftar.", "32.05"),
        ("Kabupaten Garut mendaftarkan 500 pekerja di Kecamatan Cibatu, Cilawu dan Wanaraja.", "32.05"),
        ("Desa Bomari, Kecamatan Bajawa, Kabupaten Ngada ikut. Di sana 23 perajin didaftarkan.", "53.09.06.2002"),
        ("Di Kabupaten Garut juaranya PT Karang. Perusahaan itu mendaftarkan 500 karyawan.", None),
    ],
)
def test_the_region_is_the_nearest_that_the_figure_can_be_for(text: str, region: str | None) -> None:
    assert [fact.region for fact in read(f"{text} Itu kata BPJS.")] == [region]


@pytest.mark.parametrize("said", ["mendaftarkan masing-masing", "masing-masing mendaftarkan"])
def test_two_regions_have_a_figure_each(said: str) -> None:
    text = f"Kota Depok dan Kabupaten Bogor {said} 1.400 dan 2.600 nelayan ke BPJS."
    assert [(fact.count, fact.region) for fact in read(text)] == [(1400, "32.76"), (2600, "32.01")]


def test_a_whole_is_of_the_region_of_its_part() -> None:
    text = "Di Desa Bomari, Kabupaten Ngada baru 86 nelayan yang ikut BPJS, dari sekitar 740 nelayan."
    first, second = read(text)
    assert first.region == second.region


def test_the_region_that_a_speaker_points_at_is_his_own() -> None:
    story = "Bupati Garut Dudung Asmara hadir. Kabupaten Subang juga menang. Dudung menuturkan, 214 petugas kebersihan"
    assert [fact.region for fact in read(f"{story} di kabupaten itu sudah terdaftar di BPJS.")] == ["32.05"]


@pytest.mark.parametrize(
    ("guest", "region"), [(", dihadiri Gubernur Jawa Barat", "32.05"), (" di Kota Cimahi", "32.77")]
)
def test_a_guest_of_a_speaker_gives_no_region_but_a_place_does(guest: str, region: str) -> None:
    story = "Bupati Garut Dudung Asmara menyampaikan kabar. Ia menginformasikan bahwa kemarin dilantik 1.650 ketua RT"
    assert [fact.region for fact in read(f"{story}{guest}. Semuanya peserta BPJS.")] == [region]


def test_rows_of_a_table_belong_to_the_head_of_their_column() -> None:
    rows = ["Daerah", "Pekerja rentan (orang)", "Kabupaten Garut", "6.310", "Kabupaten Subang", "5.120"]
    text = "Iuran pekerja rentan dibayar daerah.\n\n" + "\n".join(rows)
    assert [(fact.count, fact.region, fact.status) for fact in read(text)] == [
        (6310, "32.05", "covered"),
        (5120, "32.13", "covered"),
    ]


def test_cells_between_bars_belong_to_the_head_of_their_column() -> None:
    text = "Kepesertaan BPJS.\n\nDaerah | Peserta aktif | Angkatan kerja\nKabupaten Garut | 6.310 | 90.400"
    assert [(fact.count, fact.group, fact.status) for fact in read(text)] == [
        (6310, "Peserta aktif", "covered"),
        (90400, "Angkatan kerja", "total"),
    ]


def test_rows_that_name_groups_are_counted_by_what_the_columns_say() -> None:
    text = "Kepesertaan BPJS.\n\nSektor | Jumlah (orang) | Terdaftar (orang)\nPetani | 6.310 | 940"
    assert [(fact.count, fact.group, fact.status) for fact in read(text)] == [
        (6310, "Petani", "total"),
        (940, "Petani", "covered"),
    ]


def test_rows_of_a_list_are_of_what_stands_above_it() -> None:
    text = "Target pekerja rentan yang ikut BPJS berjenjang:\n2026 = 15.000\n2027 = 30.000\n2028 = 45.000"
    assert [(fact.count, fact.group, fact.status) for fact in read(text)] == [
        (15000, "pekerja rentan", "target"),
        (30000, "pekerja rentan", "target"),
        (45000, "pekerja rentan", "target"),
    ]


def test_a_figure_said_twice_is_one_fact_with_two_spans() -> None:
    text = "Sebanyak 4.120 pekerja rentan terdaftar di BPJS. Kata bupati, 4.120 pekerja itu dibiayai APBD."
    facts = read(text)
    assert [(fact.count, len(fact.spans)) for fact in facts] == [(4120, 2)]
    assert [text[start:end] for start, end in facts[0].spans] == ["4.120 pekerja rentan", "4.120 pekerja"]


def test_a_figure_of_the_headline_is_the_same_under_another_name() -> None:
    text = "4.215 Nelayan dan Petani Dijamin BPJS\n\nPemkab Garut mendaftarkan 4.215 pekerja rentan ke BPJS."
    assert counted(text) == [(4215, "pekerja rentan")]


def test_round_figures_of_two_groups_are_two_facts() -> None:
    assert len(read("Pemkab Garut mendaftarkan 2.000 nelayan ke BPJS. Pemkab juga mendaftarkan 2.000 petani.")) == 2


def test_a_hostile_row_of_numbers_is_read_in_linear_time() -> None:
    assert len(read("Iuran BPJS bagi " + "10 pekerja, " * 3000 + "11 nelayan.")) == 2


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Kementerian menyalurkan bantuan kepada 2,4 juta pekerja peserta Jamsostek. Kabupaten Sleman ikut.", None),
        ("Bantuan itu sudah diterima 3,6 juta pekerja peserta Jamsostek. Pemkab Sleman ikut mendata.", None),
        ("Bantuan itu sudah diterima 36 ribu pekerja peserta Jamsostek. Pemkab Sleman ikut mendata.", "34.04"),
        ("Pemkab Sleman memberi piagam. Semeru Kapur memiliki 3.150 karyawan peserta Jamsostek.", None),
    ],
)
def test_a_figure_of_the_country_or_of_a_firm_is_of_no_region(text: str, region: str | None) -> None:
    assert [count.region for count in read(text)] == [region]


@pytest.mark.parametrize(
    ("said", "status"),
    [("sudah terdaftar", "covered"), ("belum terdaftar", "uncovered"), ("akan didaftarkan", "target")],
)
def test_what_is_said_of_a_part_may_stand_behind_its_whole(said: str, status: str) -> None:
    found = read(f"Sebanyak 98.000 dari total 280.000 pekerja informal di Kota Medan {said} di Jamsostek.")
    assert [(count.count, count.status) for count in found] == [(98000, status), (280000, "total")]


def test_who_became_members_are_whom_a_later_number_counts() -> None:
    found = read("Dinas mencatat 7.200 PMI telah menjadi peserta Jamsostek, sementara 1.300 lainnya belum.")
    assert [(count.group, count.status) for count in found] == [("PMI", "covered"), ("PMI", "uncovered")]


def test_places_with_their_numbers_count_what_was_counted_before_them() -> None:
    found = read(
        "Pemkab melindungi 9.000 petani sawit di Kotawaringin Timur lewat BPJS Ketenagakerjaan.\n\n"
        '"Kecamatan Parenggean dapat 2.010 orang, Mentaya Hulu 1.755 dan Telawang 1.102," katanya.'
    )
    assert [(count.count, count.group, count.region) for count in found[1:]] == [
        (2010, "petani sawit", "62.02.04"),
        (1755, "petani sawit", "62.02.03"),
        (1102, "petani sawit", "62.02.14"),
    ]


def test_groups_with_their_numbers_go_on_from_each_other() -> None:
    found = read(
        "Semua guru honorer kami sudah ikut BPJS Ketenagakerjaan. Non ASN lain 5.120, perangkat desa 3.612, BPD 2.370, "
        "RT dan RW 12.084 orang."
    )
    assert [(count.count, count.group) for count in found] == [
        (5120, "Non ASN"),
        (3612, "perangkat desa"),
        (2370, "BPD"),
        (12084, "RT dan RW"),
    ]


@pytest.mark.parametrize(
    "said", ["Bila Desember lalu peserta aktif 14.906 orang, kini turun.", "Kini tersisa peserta aktif 14.906 orang."]
)
def test_active_members_are_covered_whatever_is_said_of_their_fewness(said: str) -> None:
    assert read(f"{said} Demikian data BPJS Ketenagakerjaan.")[0].status == "covered"


def test_the_paper_goes_on_with_what_an_official_said() -> None:
    (found,) = read(
        "Bupati Sleman Wagino Harsono bicara soal BPJS Ketenagakerjaan bersama Gubernur DIY Sumarno Adi. Wagino "
        "mengatakan datanya sudah ada. Sebanyak 1.204 petani didaftarkan."
    )
    assert found.region == "34.04"


@pytest.mark.parametrize("empty", ["|", "| |", "||", " | "])
def test_a_row_of_bars_alone_ends_no_table(empty: str) -> None:
    assert counted(f"{empty}\nDaerah | Pekerja rentan | Nelayan\n{empty}\nKota Jambi | 1.200 | 300\n") == [
        (1200, "Pekerja rentan"),
        (300, "Nelayan"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sebanyak 3.200 buruh terdaftar di Jamsostek kena PHK.", None),
        ("Yang layak menjadi peserta Jamsostek ada 381.240 pekerja.", "total"),
        ("Dinas menyebut ada 43.120 buruh pabrik. Jamsostek penting.", "total"),
        ("Pekerja formal 18.611 orang, sisanya 24.636 pekerja informal. Jamsostek penting.", None),
    ],
)
def test_workers_of_whom_nothing_is_said_are_not_covered(text: str, status: str | None) -> None:
    assert {count.status for count in read(text)} == {status}


def test_places_have_their_parts_of_the_largest_number_before_them() -> None:
    found = read(
        "Buol mendaftarkan 3.300 pekerja rentan ke Jamsostek, di antaranya 430 tukang bentor.\n\n"
        "Kota Ambon menyumbang 940, Maluku Tengah 415, Kepulauan Aru 220."
    )
    assert [(count.count, count.group) for count in found[2:]] == [
        (940, "pekerja rentan"),
        (415, "pekerja rentan"),
        (220, "pekerja rentan"),
    ]


def test_we_are_whom_the_speaker_governs() -> None:
    found = read(
        'Bupati Sleman Wagino Harsono bicara. "Bantul menanggung 21.000 buruh rokok lewat Jamsostek, kita baru 2.300 '
        'pekerja rentan," kata Wagino.'
    )
    assert [count.region for count in found] == ["34.02", "34.04"]


def test_a_word_that_ends_groups_is_none() -> None:
    assert [count.group for count in read("Perangkat desa yang 11 orang tetap dijamin Jamsostek.")] != ["tetap"]


def test_of_two_numbers_behind_a_word_the_nearer_counts() -> None:
    (found,) = read("Pekerja formal yang ikut Jamsostek tercatat sebanyak 96.317 dari 1.204 badan usaha.")
    assert found.count == 96317


def test_what_money_is_prepared_for_is_planned() -> None:
    (found,) = read("Pemprov menyiapkan Rp18 miliar dana tahun depan guna melindungi 40.000 nelayan lewat Jamsostek.")
    assert found.status == "target"
