"""Regions in sentences: which names count, which region each means, and what is none."""

import pytest

from extractor.annotate.regions import region_facts, regions
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.gazetteer import Region, gazetteer


def codes(text: str, **article: object) -> list[str]:
    story = read_story(Article(text, **article))  # type: ignore[arg-type]
    return [fact.code for fact in region_facts(story, regions(story))]


def said(text: str) -> list[tuple[str, str]]:
    story = read_story(Article(text))
    return [(story.units.said(one.start, one.end), one.how) for one in regions(story)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pemkot Jambi mendaftarkan 500 nelayan.", "15.71"),
        ("Pemprov Jambi mendaftarkan 500 nelayan.", "15"),
        ("Penghargaan diterima Wali Kota Solok di aula.", "13.72"),
        ("Penghargaan diterima Bupati Solok di aula.", "13.02"),
        ("Program itu dijalankan Kabupaten Bogor.", "32.01"),
        ("Program itu dijalankan Kab. Bogor.", "32.01"),
        ("Pemerintah Kota (Pemko) Padang Panjang hadir.", "13.74"),
        ("Hal itu kata Sekretaris Daerah (Sekda) Provinsi Jambi.", "15"),
        ("Ribuan warga Kukar menerima kartu.", "64.02"),
        ("Pemkab pandeglang ikut dinilai.", "36.01"),
        ("Buruh se-Sultra berkumpul.", "74"),
        ("Rapat digelar di Yogyakarta kemarin.", "34.71"),
    ],
)
def test_a_cue_says_which_region_a_name_means(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Nasabah Bank Jambi mengantre sejak pagi.",
        "Laga digelar di Stadion Jakabaring oleh Persib Bandung.",
        "Mahasiswa Universitas Negeri Padang berunjuk rasa.",
        "Kepala BPJS Ketenagakerjaan Cabang Pringsewu hadir.",
        "Warga Solok berkumpul.",
        "Dari Sabang sampai Merauke semua pekerja dilindungi.",
        "Saluran itu dibangun sepanjang 300 metro.",
        "Pekerja di Sumatera dan Kalimantan belum terlindungi.",
        "Yayasan Kasih Dogiyai mendapat piagam.",
        "Menurut data, Hironimus Sabang belum hadir.",
        "Kondisi di Nusa Tenggara, Maluku dan Papua berbeda.",
        "Program Desa Sadar Jaminan Sosial dimulai.",
    ],
)
def test_a_name_that_is_part_of_another_or_open_is_no_region(text: str) -> None:
    assert codes(text) == []


def test_a_list_head_carries_over() -> None:
    assert codes("Nominasinya Kabupaten Sijunjung, Mentawai, Solok dan Kota Sawahlunto.") == [
        "13.03",
        "13.09",
        "13.02",
        "13.73",
    ]


def test_a_name_that_would_leave_its_list_is_the_one_a_letter_off() -> None:
    assert "13.02" in codes("Nominasinya Kabupaten Sijunjung, Mentawai, Solo, dan Kota Sawahlunto.")


def test_a_name_that_is_also_a_word_counts_in_its_province() -> None:
    assert codes("Pelaku usaha di Solo, Jawa Tengah, terdaftar.") == ["33.72", "33"]
    assert codes("Ia tampil Solo malam itu.") == []


def test_a_name_behind_a_comma_is_the_province_of_the_one_before() -> None:
    assert codes("Acara berlangsung di Kota Sungai Penuh, Jambi.") == ["15.72", "15"]


def test_two_kinds_before_a_name_are_two_regions() -> None:
    assert codes("Pemkab/Pemkot Bogor sepakat.") == ["32.01", "32.71"]


def test_a_bare_name_is_the_region_that_the_story_names_with_its_kind() -> None:
    text = "Pemkab Solok menerima piagam. Tahun lalu Solok juga juara."
    assert said(text) == [("Pemkab Solok", "government"), ("Solok", "bare")]
    assert codes(text) == ["13.02"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Warga Desa Arang-arang, Kumpeh Hulu, Muaro Jambi.", ["15.05.06.2016", "15.05.06", "15.05"]),
        ("Di Kabupaten Tanjung Jabung Barat: Kecamatan Bram Itam dan Senyerang.", ["15.06", "15.06.11", "15.06.13"]),
        ("Pekon Tanjungsetia, Kecamatan Pesisir Selatan, Pesisir Barat.", ["18.13.02.2007", "18.13.02", "18.13"]),
        ("Nagari Gunung Medan, Kecamatan Sitiung, Kabupaten Dharmasraya.", ["13.10.04.2004", "13.10.04", "13.10"]),
        ("Warga Singkawang Utara di Kota Singkawang.", ["61.72.04", "61.72"]),
        ("Bupati Lombok Timur meninjau buruh di Selong kemarin.", ["52.03", "52.03.07"]),
        ("Warga Kecamatan Metro Selatan, Kota Metro, hadir.", ["18.72.05", "18.72"]),
    ],
)
def test_districts_and_villages_are_found_under_the_storys_regions(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_village_name_again_holds_no_city() -> None:
    assert "12.71" not in codes("Nagari Gunung Medan, Kabupaten Dharmasraya, juara. Gunung Medan juara lagi.")


def test_a_branchs_region_is_a_mention_and_no_fact() -> None:
    story = read_story(Article("Kepala BPJS Ketenagakerjaan Cabang Pringsewu hadir."))
    places = regions(story)
    assert [place.how for place in places] == ["branch"]
    assert region_facts(story, places) == ()


def test_a_dateline_names_its_place_and_not_its_outlet() -> None:
    text = "MERANGIN, SERAMBI BATANGHARI -- Bupati Merangin hadir."
    assert codes(text, dateline="Merangin", dateline_span=(0, 30)) == ["15.02"]


def test_a_region_named_twice_is_one_fact_with_two_spans() -> None:
    story = read_story(Article("Pemkab Bungo hadir. Kabupaten Bungo menang."))
    (fact,) = region_facts(story, regions(story))
    assert (fact.name, fact.level, fact.spans) == ("Kabupaten Bungo", "regency", ((0, 12), (20, 35)))


def test_a_village_word_within_a_districts_name_starts_no_village() -> None:
    assert codes("Sungai meluap di Kecamatan Bandar Negeri Suoh, Lampung Barat.") == ["18.04.23", "18.04"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pemkab dan Pemkot Bogor sepakat.", ["32.01", "32.71"]),
        ("Bupati dan Wali Kota Madiun hadir.", ["35.19", "35.77"]),
        ("Bupati dan Wakil Bupati Solok hadir.", ["13.02"]),
    ],
)
def test_two_cues_share_a_name(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kategori kabupaten: Malang, Kediri, Ngawi.", ["35.07", "35.06", "35.21"]),
        ("Kategori Kota\n\n1. Malang\n2. Kediri\n3. Surabaya", ["35.73", "35.71", "35.78"]),
        ("Untuk kategori kabupaten, juara I Malang, juara II Blitar.", ["35.07", "35.05"]),
    ],
)
def test_a_heading_carries_over_its_list(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kepala Dinas Tenaga Kerja dan Transmigrasi Bungo hadir.", ["15.08"]),
        ("Dinas Tenaga Kerja (Disnaker) Gresik membuka posko.", ["35.25"]),
        ("Kepala Kejaksaan Negeri (Kejari) Sidoarjo hadir.", []),
        ("Acara digelar di Hotel Merbau Makassar kemarin.", ["73.71"]),
    ],
)
def test_a_regions_own_office_and_a_venue_place_it(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_misspelt_name_behind_its_kind_is_the_one_of_the_storys_province() -> None:
    assert codes("Pemprov Jambi memuji Pemkab Merngin.") == ["15", "15.02"]


def names(text: str) -> list[str]:
    story = read_story(Article(text))
    return [fact.name for fact in region_facts(story, regions(story)) if fact.level == "village"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Di Kabupaten Maluku Tengah, Negeri Haruku menang.", ["Negeri Haruku"]),
        ("Di Kabupaten Maluku Tengah, Negeri Liliboy dan Allang menang.", ["Negeri Liliboy", "Negeri Allang"]),
        ("Di Kabupaten Lampung Barat, Desa Hujung menang.", ["Desa Hujung"]),
        ("Di Kabupaten Lampung Barat, Desa Hujung menang. Warga Pekon Hujung senang.", ["Pekon Hujung"]),
        ("Di Kota Jambi, Desa Solok Sipin menang.", ["Kelurahan Solok Sipin"]),
        ("Di Kabupaten Buton Utara, Kades Linsowu hadir.", ["Desa Linsowu"]),
    ],
)
def test_a_village_keeps_the_word_of_the_story(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Warga Kecamatan Ternate Utara, Kota Ternate, senang.", "82.71.03"),
        ("Warga Kecamatan Waingapu, Kabupaten Sumba Timur, senang.", "53.11.01"),
        ("Warga Kecamatan Kota Selong, Kabupaten Lombok Timur, senang.", "52.03.07"),
    ],
)
def test_the_district_of_a_capital_is_known_with_kota_and_without(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Juara 1 Kota Bitung\nJuara 2 Kabupaten Minahasa\nSelatan\nJuara 3 Kota Tomohon", "71.05"),
        ("Piala itu dibawa pulang rombongan dari Kabupaten Lampung\nTengah setelah menunggu lama.", "18.02"),
    ],
)
def test_a_name_goes_on_in_the_next_line(text: str, expected: str) -> None:
    assert expected in codes(text)


def test_a_name_ends_with_its_paragraph() -> None:
    assert codes("Juara 2 Kabupaten Minahasa\n\nSelatan menjadi arah angin.") == ["71.02"]


def test_a_name_drawn_together_means_the_region_named_in_full() -> None:
    text = "Kabupaten Bone Bolango menang. Bupati Bonebola hadir. Warga Bonebola senang."
    assert codes(text) == ["75.03"]
    assert [said for said, _ in said(text)] == ["Kabupaten Bone Bolango", "Bupati Bonebola", "Bonebola"]


def test_a_persons_name_is_no_name_drawn_together() -> None:
    assert said("Kabupaten Bone Bolango menang. Bupati Bonar hadir.") == [("Kabupaten Bone Bolango", "cue")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota Blitar menerima 400 kartu, sedangkan kabupatennya 900.", ["35.72", "35.05"]),
        ("Kabupaten Bogor menerima 400 kartu, kotanya 900.", ["32.01", "32.71"]),
        ("Kota Cilegon menerima 400 kartu, kabupatennya tidak ada.", ["36.72"]),
    ],
)
def test_a_sister_region_is_known_by_the_one_beside_it(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_districts_go_on_behind_their_figures() -> None:
    text = "Di Ketapang, Kecamatan Kendawangan 40 orang, Manis Mata 30 orang dan Sungai Melayu Rayak (20 orang)."
    assert codes(f"{text} Pemkab Ketapang senang.") == ["61.04", "61.04.04", "61.04.03", "61.04.25"]


@pytest.mark.parametrize("text", ["Malut Terkini melaporkan.", "Ia menulis untuk Bali Today sejak muda."])
def test_an_outlet_that_bears_a_regions_name_is_no_region(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tiga pekon di Kecamatan Ngambur, Pesisir Barat yaitu Gedung Cahya Kuningan, Sukanegara dan Sukabanjar.",
            ["18.13.09", "18.13", "18.13.09.2005", "18.13.09.2007", "18.13.09.2006"],
        ),
        (
            "Di Kecamatan Ngambur, Pesisir Barat, dua pekon tersebut antara lain Antah Berantah dan Sukabanjar.",
            ["18.13.09", "18.13", "18.13.09.2006"],
        ),
        (
            "Dua kecamatan di Kabupaten Tulang Bawang Barat, yakni Tumijajar dan Lambu Kibang.",
            ["18.12", "18.12.02", "18.12.07"],
        ),
        (
            "Dua pekon (desa) di Kecamatan Ngambur, Pesisir Barat yaitu Sukanegara dan Sukabanjar.",
            ["18.13.09", "18.13", "18.13.09.2007", "18.13.09.2006"],
        ),
        ("Bantuan Kota Banjarmasin sampai di dua desa, yaitu Kuripan dan Kelayan Barat.", ["63.71"]),
        ("Sebuah pekon di Kecamatan Ngambur, Pesisir Barat yaitu hulu sungai Sukabanjar.", ["18.13.09", "18.13"]),
    ],
)
def test_a_counted_kind_heads_a_list_of_names(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pemuda asal Liwa Lampung Barat itu menang.", ["18.04"]),
        ("Ia tinggal di Pringsewu Barat, Kabupaten Pringsewu.", ["18.10.01.1004", "18.10"]),
    ],
)
def test_a_town_beside_its_regency_and_the_longest_name_are_read(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Gajah itu terlihat di wilayah Seksi I, Way Kanan, kemarin.",
        "Kebun Afdeling Way Kanan panen.",
        "Listrik Rayon Pringsewu padam.",
    ],
)
def test_a_name_of_an_inner_unit_is_no_region(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kirab lewat Jalan Melur, Samboja, Kutai Kartanegara.", ["64.02.13", "64.02"]),
        ("Pasar di Tunggal Warga, Banjar Agung, Kabupaten Tulang Bawang.", ["18.05.08.2010", "18.05.08", "18.05"]),
        ("Perajin di Waluyojati, Pringsewu, mengeluh.", ["18.10.01.2007", "18.10"]),
        ("Wali Kota Metro hadir di Jl. Melur no. 7 Yosodadi Metro Timur.", ["18.72", "18.72.04.1001", "18.72.04"]),
        ("Jalan itu dari Terbanggi Besar di Lampung Tengah.", ["18.02.07", "18.02"]),
        ("Di RSUD Menggala, Tulang Bawang, pasien antre.", ["18.05"]),
        ("Pedagang di Pasar Panjang, Kota Bandar Lampung, antre.", ["18.71"]),
        ("Peserta dari Menggala, Lampung Tengah, datang.", ["18.02"]),
        ("Ia tinggal di Way Halim Bandar Lampung.", ["18.71.15", "18.71"]),
    ],
)
def test_an_address_names_places_from_the_smallest_to_the_largest(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Di Lampung Barat, Kecamatan Sukau Rp89 ribu, Suoh Rp43 ribu dan Batubrak Rp7 ribu.",
            ["18.04", "18.04.11", "18.04.09", "18.04.10"],
        ),
        (
            "Di Lampung Selatan, Desa Bumidaya (9 ha), Bumiasri (6 ha, 4 KK) dan Pulaujaya (45 ha) kering.",
            ["18.01", "18.01.10.2013", "18.01.10.2020", "18.01.10.2021"],
        ),
        (
            "Di Bandar Lampung, tiga kecamatan kering antara lain yaitu Kedaton, Way Halim dan Teluk Betung Timur.",
            ["18.71", "18.71.01", "18.71.15", "18.71.19"],
        ),
        ("Di Lampung Utara dua kecamatan, yakni; Abung Timur dan Abung Semuli.", ["18.03", "18.03.05", "18.03.13"]),
        (
            "Di tiga kecamatan di Pringsewu :\nAmbarawa sebanyak 7 unit\nBanyumas sebanyak 6 unit\nPardasuka 9 unit",
            ["18.10", "18.10.03", "18.10.06", "18.10.04"],
        ),
        (
            "Di Kabupaten Banyumas banjir melanda Kelurahan Purwokerto Wetan, Arcawinangun, serta Berkoh.",
            ["33.02", "33.02.26.1004", "33.02.26.1006", "33.02.24.1003"],
        ),
        ("Lampung Barat siaga di wilayah Suoh dan Bandarnegeri Suoh.", ["18.04", "18.04.09", "18.04.23"]),
    ],
)
def test_lists_of_districts_and_villages_go_on_over_figures_openers_and_lines(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Di Lampung Barat, Pekon (Desa) Kubu Perahu dilanda banjir.", ["18.04", "18.04.04.2002"]),
        ("Di Lampung Barat, Pekon Kubu Perahu (Balik Bukit) dilanda banjir.", ["18.04", "18.04.04.2002", "18.04.04"]),
        ("Di Lampung Barat, Pekon Sukabanjar Lumbok Seminung banjir.", ["18.04", "18.04.22.2003", "18.04.22"]),
    ],
)
def test_a_villages_district_stands_right_behind_it(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_figure_behind_a_name_is_no_part_of_it() -> None:
    assert ("Kecamatan Sukau", "cue") in said("Di Lampung Barat, Kecamatan Sukau 2 hektare.")


def test_those_in_all_of_a_region_are_of_the_province_of_its_name() -> None:
    assert codes("Sebanyak 10 kabupaten/kota se-Jambi ikut.") == ["15"]
    assert codes("Bupati se-Gorontalo hadir.") == ["75"]


def test_a_list_of_branches_names_no_region() -> None:
    assert codes("Gerai itu ada di cabang Kudus, Pati, dan Jepara.") == []
    assert codes("Gerai itu ada di cabang Kudus, Jawa Tengah.") == ["33"]


def test_the_last_word_of_a_villages_name_may_be_printed_small() -> None:
    assert codes("Di Lampung Tengah, Kampung Purnama tunggal banjir.") == ["18.02", "18.02.17.2006"]
    assert codes("Di Lampung Tengah, Kampung Purnama ikut.") == ["18.02"]


def test_districts_of_the_storys_kabupaten_in_a_row_need_no_word_before_them() -> None:
    text = 'Bupati Kepahiang bicara. "Bermani Ilir, Tebat Karai sama Merigi itu kantong buruhnya," katanya.'
    assert set(codes(text)) == {"17.08", "17.08.01", "17.08.03", "17.08.05"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kabupaten Purbalingga. Di Kecamatan Mrebet, Rembang, serta Bobotsari.", "33.03.13"),
        ("Kabupaten Tulang Bawang Barat. Di Kecamatan Tumijajar dan Tulang Bawang Tengah.", "18.12.01"),
        ("Kabupaten Subang. Di Kecamatan Pagaden, Subang.", "32.13"),
    ],
)
def test_a_district_in_a_list_may_bear_a_larger_regions_name(text: str, found: str) -> None:
    assert found in codes(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Di Kabupaten Pringsewu diumumkan pemenangnya: Batik Siger (Metro).", ["18.10", "18.72"]),
        ("Di Kabupaten Lombok Barat ketua, sekretaris dan bendahara (KSB) dilantik.", ["52.01"]),
    ],
)
def test_a_name_that_is_also_a_word_counts_in_a_bracket_of_its_own(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_kabupaten_of_aceh_behind_di_is_not_the_province() -> None:
    assert codes("Ada 200 petani di Aceh Utara dan di Aceh Besar.") == ["11.08", "11.06"]
    assert codes("Warga DI Aceh senang.") == ["11"]


def test_a_field_of_work_before_a_region_makes_it_no_branch() -> None:
    assert codes("Pengawas ketenagakerjaan Provinsi Kalbar hadir di Kabupaten Sanggau.") == ["61", "61.03"]


def upper_regions() -> list[tuple[Region, Region]]:
    """Each kabupaten and kota whose name no other one and no province bears, behind its province."""
    found = gazetteer()
    provinces = [region for code in range(11, 97) if (region := found.get(str(code)))]
    pairs = [(province, region) for province in provinces for region in found.children(province.code)]
    names = [region.name for pair in pairs for region in pair[1:]] + [province.name for province in provinces]
    return [(province, region) for province, region in pairs if names.count(region.name) == 1]


def test_every_name_of_one_region_is_read_behind_di() -> None:
    unread = [
        region.name
        for province, region in upper_regions()
        if region.code not in codes(f"Gubernur {province.name} hadir. Peserta di {region.name} sudah terdaftar.")
    ]
    assert unread == []
