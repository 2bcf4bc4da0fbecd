"""Records of short stories: who a category, an apposition, a list's line or a counting sentence means. All people and
firms are invented."""

import pytest

from extractor import extract

Row = tuple[str, int | None, str | None, str, str, int | None]


def rows(text: str) -> list[Row]:
    """The records of a text: award, edition, level, recipient, outcome and rank."""
    return [
        (one.award, one.edition, one.level, one.recipient.name, one.outcome, one.rank) for one in extract(text).records
    ]


CATEGORIES = [
    (
        "Tim penilai Paritrana Award 2024 Provinsi Bali mewawancarai lima nominator.\n\n"
        "Kategori pemerintah daerah diwakili Kabupaten Tabanan dan Kota Denpasar. Kategori usaha besar: PT Karang "
        "Lestari Bahari, PT Sagara Niaga.",
        ["Kabupaten Tabanan", "Kota Denpasar", "Karang Lestari Bahari", "Sagara Niaga"],
    ),
    (
        "Komisi Informasi Bali menggelar Anugerah Keterbukaan Informasi Publik 2024.\n\n"
        "Kategori Kabupaten/Kota:\nInformatif: Kabupaten Tabanan (nilai 96,2), Kota Denpasar (93,1) dan Kabupaten "
        "Badung (91,4).\nMenuju Informatif: Kabupaten Jembrana dan Kabupaten Bangli.",
        ["Kabupaten Tabanan", "Kota Denpasar", "Kabupaten Badung", "Kabupaten Jembrana", "Kabupaten Bangli"],
    ),
    (
        "Kementerian Dalam Negeri memberikan Innovative Government Award 2022 kepada Kabupaten Sragen selaku kabupaten "
        "terinovatif. Untuk klaster kota ada Bogor dan Cimahi.",
        ["Kabupaten Sragen", "Kota Bogor", "Kota Cimahi"],
    ),
]


@pytest.mark.parametrize(("text", "named"), CATEGORIES)
def test_a_category_that_opens_a_sentence_says_whose_it_is(text: str, named: list[str]) -> None:
    assert [row[3] for row in rows(text)] == named


def test_a_failing_grade_is_no_award() -> None:
    assert rows("Dalam Innovative Government Award 2022 Kota Tegal berada di kategori kurang inovatif.") == []


def test_a_noun_behind_a_name_says_what_it_won() -> None:
    text = "PT Karang Lestari, peraih Paritrana Award 2022 tingkat Provinsi Bali, mempekerjakan 300 orang."
    assert rows(text) == [("Paritrana Award", 2022, "province", "Karang Lestari", "winner", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Menurut Bupati Sigi, penerima Paritrana Award akan diumumkan gubernur pekan depan.",
        "Di Kabupaten Sigi, penerima Paritrana Award tahun ini belum ditetapkan.",
    ],
)
def test_who_speaks_of_the_winners_is_none(text: str) -> None:
    assert rows(text) == []


def test_a_name_in_a_list_goes_before_the_place_where_it_is() -> None:
    text = (
        "Berikut daftar penerima Siddhakarya 2018 Provinsi Lampung:\n- Keripik Ibu Marsih (Bandar Lampung)\n"
        "- Kopi Cap Gajah Way, Tanggamus\n- CV Rejo Makmur (Kota Metro)"
    )
    assert [row[3] for row in rows(text)] == ["Keripik Ibu Marsih", "Kopi Cap Gajah Way", "Rejo Makmur"]


def test_a_name_tied_by_comma_and_conjunction_is_one_of_the_row() -> None:
    text = "PROPER Emas 2020 diraih PT Badak Karang, PT Pupuk Samudra, dan Sangatta Terang."
    assert [row[3] for row in rows(text)] == ["Badak Karang", "Pupuk Samudra", "Sangatta Terang"]


def test_the_dateline_below_a_headline_is_no_part_of_its_award() -> None:
    text = "Barito Timur Sabet UHC Awards\n\nJakarta - Kabupaten Barito Timur kembali meraih UHC Awards."
    assert [row[2] for row in rows(text)] == ["national"]


def test_a_province_wins_a_national_award_at_its_own_level() -> None:
    text = (
        "Kota Palu meraih TPID Award 2023. Di level provinsi, Sulawesi Utara dinobatkan sebagai TPID Provinsi Terbaik."
    )
    assert ("TPID Award", 2023, "national", "Provinsi Sulawesi Utara", "winner", None) in rows(text)


def test_the_first_award_of_a_row_is_the_one_whose_several_awards_the_headline_tells() -> None:
    text = (
        "SIGI BORONG DUA PENGHARGAAN DALAM SEPEKAN\n\nKABUPATEN SIGI menerima dua penghargaan. "
        "Pertama, UHC Award tahun 2023 dari BPJS Kesehatan. Kedua, opini WTP atas LKPD 2022."
    )
    assert rows(text) == [
        ("UHC Award", 2023, "national", "Kabupaten Sigi", "winner", None),
        ("Opini WTP", 2022, "national", "Kabupaten Sigi", "winner", None),
    ]


def test_a_prize_for_a_place_is_nobodys_place() -> None:
    text = "Desa Tegalarum juara pertama Lomba Desa 2018. Desa Tegalarum mendapat Rp5 juta, juara kedua Rp3 juta."
    assert [(row[3], row[5]) for row in rows(text)] == [("Desa Tegalarum", 1)]


def test_those_to_whom_a_sentence_counts_are_listed_behind_it() -> None:
    text = (
        "Pemerintah Kabupaten Sigi memberikan Penghargaan Perusahaan Peduli Nelayan 2023 kepada dua perusahaan. Kedua "
        "perusahaan itu PT Karang Lestari dan CV Sagara Niaga. Ketiga, PT Samudra hadir."
    )
    assert [row[3] for row in rows(text)] == ["Karang Lestari", "Sagara Niaga"]


def test_an_award_for_persons_is_the_officials_and_not_the_regions() -> None:
    text = (
        "Bupati Sigi Arman Lado dan Bupati Poso Yunus Tandi menerima Satyalancana Wira Karya dari Presiden. "
        "Arman juga dianugerahi Manggala Karya Kencana."
    )
    assert [(row[0], row[3]) for row in rows(text)] == [
        ("Satyalancana Wira Karya", "Arman Lado"),
        ("Satyalancana Wira Karya", "Yunus Tandi"),
        ("Manggala Karya Kencana", "Arman Lado"),
    ]


def test_what_an_official_got_by_name_is_not_what_the_story_spoke_of_last_got() -> None:
    text = (
        "Kabupaten Sigi meraih Adipura 2022, diterima Bupati Sigi Arman Lado. Kota Palu meraih Adipura 2022. "
        "Arman juga meraih penghargaan itu pada 2021."
    )
    assert ("Adipura", 2021, "national", "Kota Palu", "winner", None) not in rows(text)


def test_a_place_and_a_shortlist_in_one_sentence_are_two_outcomes() -> None:
    text = (
        "Kabupaten Sigi menjadi juara pertama Paritrana Award 2023 tingkat Provinsi Sulawesi Tengah, dan lolos sampai "
        "tiga besar tingkat nasional."
    )
    told = [(row[2], row[4], row[5]) for row in rows(text)]
    assert told == [("province", "winner", 1), ("national", "nominee", None)]


def test_places_told_in_turn_go_to_the_names_before_them_in_order() -> None:
    text = (
        "Innovative Government Award 2022 kategori provinsi terinovatif ditempati Jawa Tengah, Sumatera Selatan, dan "
        "Jawa Barat berturut-turut di posisi 1, 2 dan 3."
    )
    assert [(row[3], row[5]) for row in rows(text)] == [
        ("Provinsi Jawa Tengah", 1),
        ("Provinsi Sumatera Selatan", 2),
        ("Provinsi Jawa Barat", 3),
    ]


def test_a_bracket_says_the_category_of_the_names_before_it() -> None:
    text = (
        "Tiga kota menerima Adipura 2018, yakni Padang (kota besar), Bukittinggi dan Payakumbuh (keduanya kota sedang)."
    )
    assert [(one.recipient.name, one.category) for one in extract(text).records] == [
        ("Kota Padang", "kota besar"),
        ("Kota Bukittinggi", "kota sedang"),
        ("Kota Payakumbuh", "kota sedang"),
    ]


def test_a_line_that_denies_its_names_the_award_tells_of_none() -> None:
    text = (
        "Berikut penerima Kabupaten Layak Anak 2022:\n- Kabupaten Bungo, Nindya\n- Kabupaten Tebo, Pratama\n"
        "- Kabupaten Kerinci, belum dapat"
    )
    assert [(one.recipient.name, one.category) for one in extract(text).records] == [
        ("Kabupaten Bungo", "Nindya"),
        ("Kabupaten Tebo", "Pratama"),
    ]


def test_a_village_without_its_kind_is_the_one_the_story_told_of() -> None:
    text = (
        "Desa Tegalarum juara pertama Lomba Desa 2018 tingkat Kabupaten Sleman. Juara kedua Desa Bimomartani. Dengan "
        "itu Tegalarum berhak maju ke lomba desa tingkat provinsi."
    )
    assert [(row[2], row[3], row[4]) for row in rows(text)] == [
        ("regency", "Desa Tegalarum", "winner"),
        ("regency", "Desa Bimomartani", "winner"),
        ("province", "Desa Tegalarum", "nominee"),
    ]


@pytest.mark.parametrize("prize", ["uang pembinaan Rp15 juta", "Rp15 juta", "insentif dari pusat"])
def test_who_gets_a_prize_gets_no_further_place_by_it(prize: str) -> None:
    text = (
        "Desa Tegalarum juara pertama Lomba Desa 2018 tingkat Kabupaten Sleman. Desa Tegalarum berhak maju ke lomba "
        f"desa tingkat provinsi. Selaku juara, Desa Tegalarum menerima {prize}."
    )
    assert [(row[2], row[4]) for row in rows(text)] == [("regency", "winner"), ("province", "nominee")]


def test_an_office_named_with_its_abbreviation_is_no_region_that_won() -> None:
    text = (
        "Pengumuman Lomba Desa 2018 dibacakan Kepala Dinas Pemberdayaan Masyarakat dan Desa (DPMD) Sleman. Juara "
        "pertama diraih Desa Tegalarum."
    )
    assert [row[3] for row in rows(text)] == ["Desa Tegalarum"]


def test_a_headline_that_only_describes_its_winner_names_none() -> None:
    assert rows("Penjaga Hutan Bakau dari Girimulyo Raih Kalpataru") == []


def test_a_government_of_a_regency_gives_an_award_at_its_level() -> None:
    text = "Pemerintah Kabupaten Sigi memberikan Penghargaan Perusahaan Peduli Nelayan 2023 kepada PT Karang Lestari."
    assert [row[2] for row in rows(text)] == ["regency"]


AUDIT = (
    "BPK Perwakilan Bengkulu menyerahkan Laporan Hasil Pemeriksaan atas LKPD tahun 2022 kepada dua pemerintah daerah. "
    "Keduanya diganjar opini Wajar Tanpa Pengecualian.\n\nDua daerah itu adalah Kabupaten Seluma dan Kota Bengkulu."
)


def test_those_who_are_all_told_of_and_named_later_have_the_audited_year_of_the_lead() -> None:
    assert rows(AUDIT) == [
        ("Opini WTP", 2022, "national", "Kabupaten Seluma", "winner", None),
        ("Opini WTP", 2022, "national", "Kota Bengkulu", "winner", None),
    ]


def test_some_who_are_counted_are_those_named_behind_and_not_who_speaks_of_them() -> None:
    text = (
        "Kepala DLH Buleleng merinci dua kampung menerima Proklim Utama 2019, yakni Desa Les, Kecamatan Tejakula dan "
        "Desa Pemuteran, Kecamatan Gerokgak."
    )
    assert [row[3] for row in rows(text)] == ["Desa Les", "Desa Pemuteran"]


def test_a_contest_in_one_clause_is_not_the_award_in_the_next() -> None:
    text = "Desa Sembungan meraih juara harapan lomba desa wisata, sementara SMPN 1 Garung menyabet Adiwiyata Provinsi."
    assert [(row[0], row[2], row[3]) for row in rows(text)] == [("Adiwiyata", "province", "SMPN 1 Garung")]


def test_whose_turn_it_is_did_not_get_what_the_clause_before_tells() -> None:
    text = (
        "Kabupaten Sigi kembali panen penghargaan. Setelah menerima Swasti Saba Wiwerda 2018, giliran PDAM Tirta Sigi "
        "yang dianugerahi TOP BUMD 2018."
    )
    assert ("Top BUMD Awards", "PDAM Tirta Sigi") in [(row[0], row[3]) for row in rows(text)]
    assert ("Swasti Saba", "PDAM Tirta Sigi") not in [(row[0], row[3]) for row in rows(text)]


def test_a_noun_that_opens_a_sentence_is_no_institution() -> None:
    text = (
        "Gubernur Gorontalo menyerahkan Paritrana Award 2024 kepada dua perusahaan. Rumah sakit yang menerima "
        "penghargaan tersebut yaitu RSUD Toto Kabila."
    )
    assert [row[3] for row in rows(text)] == ["RSUD Toto Kabila"]


def test_a_grade_in_small_letters_is_no_award_of_its_own() -> None:
    text = (
        "Kemendagri menggelar Innovative Government Award 2025. Kabupaten Kolaka Timur meraih predikat daerah "
        "tertinggal terinovatif."
    )
    assert [row[0] for row in rows(text)] == ["Innovative Government Award"]


def test_a_lower_opinion_of_the_audit_is_no_award() -> None:
    text = (
        "Empat belas daerah menerima opini WTP atas LKPD 2019. Tiga daerah yang memperoleh WDP yakni Muna Barat, Buton "
        "Selatan dan Konawe Kepulauan. Kabupaten Buton mendapat opini WDP."
    )
    assert rows(text) == []


def test_those_whom_a_body_appoints_are_listed_behind_it() -> None:
    text = (
        "Komisi Pemberantasan Korupsi menetapkan dua desa sebagai Desa Antikorupsi tahun 2023. Keduanya yaitu Desa "
        "Banyubiru (Kabupaten Semarang) dengan nilai 96,5 dan Desa Cepogo (Kabupaten Boyolali) dengan nilai 92,25."
    )
    assert [row[3] for row in rows(text)] == ["Desa Banyubiru", "Desa Cepogo"]


def test_the_firm_that_a_story_is_about_and_not_the_giver_got_the_award_before() -> None:
    text = (
        "PT Karang Semen meraih Paritrana Award 2021 tingkat Provinsi Jawa Timur. Trofi diserahkan Gubernur Jawa Timur "
        "kepada Direktur SDM PT Karang Semen. Sebelumnya perseroan memperoleh penghargaan yang sama pada 2018 dan "
        "2019, saat itu sebagai juara kedua."
    )
    assert [(row[1], row[3], row[5]) for row in rows(text)] == [
        (2021, "Karang Semen", None),
        (2018, "Karang Semen", 2),
        (2019, "Karang Semen", 2),
    ]


def test_years_from_one_to_another_in_which_it_was_won_before_are_editions() -> None:
    text = (
        "Kabupaten Konawe Selatan menerima opini WTP dari BPK atas laporan keuangan tahun 2019. Tiga kali sebelumnya "
        "diraih pada 2016 hingga 2018 secara berturut-turut."
    )
    assert [row[1] for row in rows(text)] == [2019, 2016, 2017, 2018]


def test_names_with_their_places_between_are_one_subject() -> None:
    text = (
        "Dua desa, yaitu Desa Wae Lolos di Manggarai Barat dan Desa Detusoko Barat di Ende, juga menembus 50 besar "
        "Anugerah Desa Wisata Indonesia 2022."
    )
    assert [row[3] for row in rows(text)] == ["Desa Wae Lolos", "Desa Detusoko Barat"]
