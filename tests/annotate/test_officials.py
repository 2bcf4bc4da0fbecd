"""Officials: who holds which public post, as the press prints it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.annotate.officials import officials
from extractor.annotate.regions import regions
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.facts import Official


def read(text: str, title_span: tuple[int, int] | None = None) -> tuple[Official, ...]:
    story = read_story(Article(text, title_span=title_span))
    return officials(story, regions(story))


def only(text: str) -> Official:
    (found,) = read(text)
    return found


def spans(text: str, official: Official) -> list[str]:
    return [text[start:end] for start, end in official.spans]


@pytest.mark.parametrize(
    ("text", "name", "honorifics", "degrees"),
    [
        (
            "Wali Kota Ambon, Dr. dr. H. Rasyid Pelupessy, M.K.M., hadir.",
            "Rasyid Pelupessy",
            ("Dr.", "dr.", "H."),
            ("M.K.M.",),
        ),
        ("Wali Kota Ambon Drs HR Pelupessy, MM hadir.", "Pelupessy", ("Drs", "HR"), ("MM",)),
        ("Bupati Sleman, Joune J.E. Hartadi, SE, MAP, M.Si, hadir.", "Joune J.E. Hartadi", (), ("SE", "MAP", "M.Si")),
        ("Sekretaris Dinas Sosial Sleman Tanti Palupi,SH.MH, hadir.", "Tanti Palupi", (), ("SH.", "MH")),
        ("Bupati Gianyar, I Dewa Gede Astawa, S.E., M.Si. hadir.", "I Dewa Gede Astawa", (), ("S.E.", "M.Si.")),
        ("Bupati Tabalong Drs H Anang Noor MSi hadir.", "Anang Noor", ("Drs", "H"), ("MSi",)),
        ("Bupati Tabalong Dr.(HC). dr. Anang Noor hadir.", "Anang Noor", ("Dr.(HC)", "dr."), ()),
        ("Bupati Lotim HM Syukran Azmi hadir.", "M Syukran Azmi", ("H",), ()),
        ("Gubernur NTB Dr. H. Lalu Mahdan Syafi’i hadir.", "Lalu Mahdan Syafi’i", ("Dr.", "H."), ()),
        ("Gubernur DIY Sri Sultan Hadiwijaya X hadir.", "Sri Sultan Hadiwijaya X", (), ()),
        ("Wakil Wali Kota Bandar Lampung Herman HN hadir.", "Herman HN", (), ()),
        ("Kapolres Sleman AKBP Gideon Marbun hadir.", "Gideon Marbun", ("AKBP",), ()),
        ("Bupati Sleman Ahmad bin Said hadir.", "Ahmad bin Said", (), ()),
        ("Piagam diterima Bupati Sleman ibu. Hj.Meliana STrKeb. MKes.", "Meliana", ("Hj.",), ("STrKeb", "MKes")),
        ("Wali Kota Bogor Bima Arya Kusuma hadir.", "Bima Arya Kusuma", (), ()),
    ],
)
def test_a_name_is_read_without_its_titles_and_degrees(
    text: str, name: str, honorifics: tuple[str, ...], degrees: tuple[str, ...]
) -> None:
    found = only(text)
    assert (found.name, found.honorifics, found.degrees) == (name, honorifics, degrees)


@pytest.mark.parametrize(
    ("text", "role", "jurisdiction", "organization"),
    [
        ("Wawako Ambon Rasyid Pelupessy hadir.", "Wakil Wali Kota", "81.71", None),
        ("Sekretaris Daerah (Sekda) Pemprov Kaltim Norma Lestari hadir.", "Sekretaris Daerah", "64", None),
        ("Pemprov Kaltara hadir. Sekretaris Provinsi, Dr. Hendra Putra, pun.", "Sekretaris Daerah", "65", None),
        ("Asisten II Sekda Kota Jambi, Hendra Putra, hadir.", "Asisten II", "15.71", None),
        ("Kabag Hukum Setda Muba Yuniarti Puspa hadir.", "Kepala Bagian Hukum", "16.06", "Setda Muba"),
        (
            "Kabid Kesmas Dinas Kesehatan Sleman Hendra Putra hadir.",
            "Kepala Bidang Kesehatan Masyarakat",
            "34.04",
            "Dinas Kesehatan Sleman",
        ),
        ("Kadinkes Sleman Hendra Putra hadir.", "Kepala Dinas", "34.04", "Dinkes Sleman"),
        ("Kepala Bappeda Sleman Hendra Putra hadir.", "Kepala Badan", "34.04", "Bappeda Sleman"),
        ("Ketua DPRD Sleman Hendra Putra hadir.", "Ketua DPRD", "34.04", None),
        ("Ketua Komisi IV DPRD Kota Solok, Hendra Putra, hadir.", "Ketua Komisi IV DPRD", "13.72", None),
        (
            "Kepala BPJS Ketenagakerjaan Cabang Palu, Hendra Putra, hadir.",
            "Kepala Cabang",
            None,
            "BPJS Ketenagakerjaan Cabang Palu",
        ),
        ("Ketua KPU Kota Jambi Hendra Putra hadir.", "Ketua", None, "KPU Kota Jambi"),
        ("Ketua Komisi Informasi Sumbar, Hendra Putra, hadir.", "Ketua", None, "Komisi Informasi Sumbar"),
        ("Kepala Perwakilan BPK Papua Barat, Hendra Putra, hadir.", "Kepala Perwakilan", None, "BPK Papua Barat"),
        ("Ketua Badan Pengawas Pemilu Sleman Hendra Putra hadir.", "Ketua", None, "Badan Pengawas Pemilu Sleman"),
        ("Kepala Badan Gizi Nasional Hendra Putra hadir di Sleman.", "Kepala Badan", None, "Badan Gizi Nasional"),
        ("Kapolres Sleman AKBP Hendra Putra hadir.", "Kepala Kepolisian Resor", "34.04", None),
        (
            "Universitas Negeri Pasifik (Unipas) ramai. Kabag Keuangan Unipas Hendra Putra hadir.",
            "Kepala Bagian Keuangan",
            None,
            None,
        ),
        ("Bupati Solok absen. Anggota Komisi VII DPR-RI Hendra Putra hadir.", "Anggota Komisi VII", None, "DPR-RI"),
        (
            "Kepala UPTD Kebun Raya Balikpapan Hendra Putra hadir.",
            "Kepala UPTD",
            "64.71",
            "UPTD Kebun Raya Balikpapan",
        ),
        ("Kapolres Kediri AKBP Hendra Putra hadir.", "Kepala Kepolisian Resor", "35.06", None),
        ("Kapolres Kediri Kota AKBP Hendra Putra hadir.", "Kepala Kepolisian Resor", "35.71", None),
        (
            "DPRD Kabupaten Solok rapat. Kota Solok tidak. Kota Solok pun tidak. Hadir Ketua DPRD Hendra Putra, SH.",
            "Ketua DPRD",
            "13.02",
            None,
        ),
        (
            "Kantor BPJS Kesehatan ramai. Kabag Kepesertaan Hendra Putra, SH hadir.",
            "Kepala Bagian Kepesertaan",
            None,
            "BPJS Kesehatan",
        ),
        ("Dandim 0732/Sleman Letkol Inf Hendra Putra hadir.", "Komandan Kodim", "34.04", None),
        ("Camat Depok Hendra Putra hadir di Kabupaten Sleman.", "Camat", "34.04.07", None),
        ("Menaker Hendra Putra hadir.", "Menteri Ketenagakerjaan", None, None),
        ("Menteri Hukum dan Hak Asasi Manusia Hendra Putra hadir.", "Menteri Hukum dan Hak Asasi Manusia", None, None),
        (
            "Deputi Bidang Pelayanan Publik Kementerian PANRB Hendra Putra hadir.",
            "Deputi Bidang Pelayanan Publik",
            None,
            "Kementerian PANRB",
        ),
        ("Presiden RI ke-7 Hendra Putra hadir.", "Presiden", None, None),
    ],
)
def test_a_post_is_written_out_and_has_its_region_or_its_body(
    text: str, role: str, jurisdiction: str | None, organization: str | None
) -> None:
    found = only(text)
    assert (found.role, found.jurisdiction, found.organization) == (role, jurisdiction, organization)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Penjabat (Pj) Bupati Sleman Hendra Putra hadir.", "Pj"),
        ("Pj Gubernur Banten Hendra Putra hadir.", "Pj"),
        ("Pj. Gubernur Banten Hendra Putra hadir.", "Pj"),
        ("Plt. Kepala Dinas Sosial Sleman Hendra Putra hadir.", "Plt"),
        ("Pelaksana Harian Sekda Sleman Hendra Putra hadir.", "Plh"),
        ("Penjabat Sementara Wali Kota Jambi Hendra Putra hadir.", "Pjs"),
        ("Bupati Sleman Hendra Putra hadir.", None),
    ],
)
def test_an_acting_status_stands_beside_the_post(text: str, status: str | None) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yusran Malik, Sekda Raja Ampat, hadir.", ["Yusran Malik"]),
        ("Sementara itu, Rizki Kepala BPJS Ketenagakerjaan Cabang Pringsewu mengatakan siap.", ["Rizki"]),
        ("Hadir Hendra Putra (Bupati Sleman) dan Retno Palupi (Sekda Bantul).", ["Hendra Putra", "Retno Palupi"]),
        ("Piagam diterima Hendra Putra selaku Bupati Sleman.", ["Hendra Putra"]),
        ("Bupati dan Wakil Bupati Sleman Hendra Putra dan Retno Palupi dilantik.", ["Hendra Putra", "Retno Palupi"]),
        ("Bupati Sleman yang diwakili Sekda Hendra Putra menerima piagam.", ["Hendra Putra"]),
        (
            "Kepala Dinas Sosial Retno Palupi, Kepala Dinas Kesehatan Budi Raharjo, dan Sekda Sleman Hartono hadir.",
            ["Retno Palupi", "Budi Raharjo", "Hartono"],
        ),
        ("Hendra Putra, Bupati Sleman, Retno Palupi, Sekda Bantul, tampak akrab.", ["Hendra Putra", "Retno Palupi"]),
    ],
)
def test_each_post_finds_its_bearer(text: str, names: list[str]) -> None:
    assert [found.name for found in read(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Wali Kota menegaskan hal itu kepada wartawan.",
        "Mantan Bupati Sleman Hendra Putra ikut menonton.",
        "Calon Bupati Sleman Hendra Putra berkampanye.",
        "Bupati Sleman, Senin (3/6/2024), membuka acara.",
        "Dalam Rapat Paripurna, Bupati Sleman menyampaikan jawaban.",
        "Di Graha Siger, Bupati Sleman menyampaikan sambutan.",
        "Direktur PT Sinar Laut, Hendra Putra, menerima piagam.",
        "Ketua Apindo Sleman, Hendra Putra, hadir.",
        "Ketua DPD Partai Golkar Sleman, Hendra Putra, hadir.",
        "Strategi Presiden Mengentaskan Kemiskinan dibahas.",
        "Presiden Amerika Serikat Hendra Putra berpidato.",
        "Piala Wali Kota Cup digelar di Sleman.",
        "Kepala Dinas Pariwisata dan Kebudayaan hadir.",
        "Gubernur Jawa Tengah, Semarang, hari ini.",
    ],
)
def test_what_is_no_official_is_left_alone(text: str) -> None:
    assert read(text) == ()


def test_a_headline_names_nobody_whom_the_story_does_not_name() -> None:
    title = "Wali Kota Tegaskan Dukungan bagi Pekerja Rentan"
    assert read(f"{title}\n\nAcara itu dibuka pagi tadi.", (0, len(title))) == ()


def test_a_headline_adds_a_span_to_whom_the_story_names() -> None:
    title = "Bupati Hendra Tegaskan Dukungan bagi Pekerja"
    text = f"{title}\n\nBupati Sleman, Hendra Putra, membuka acara itu."
    (found,) = read(text, (0, len(title)))
    assert (found.name, spans(text, found)) == ("Hendra Putra", ["Bupati Hendra", "Bupati Sleman, Hendra Putra"])


def test_an_official_named_three_times_is_one_fact_with_three_spans() -> None:
    text = (
        "Wali Kota Jambi, Dr. Hendra Putra, M.Si, hadir. “Kami siap,” ujar Hendra.\n\nWali Kota Hendra menutup acara."
    )
    found = only(text)
    assert spans(text, found) == ["Wali Kota Jambi, Dr. Hendra Putra, M.Si", "Hendra", "Wali Kota Hendra"]


def test_two_persons_with_one_first_name_stay_two_and_the_first_name_alone_is_neithers() -> None:
    text = "Bupati Sleman, Hendra Putra, dan Sekda Bantul, Hendra Wijaya, hadir. “Siap,” ujar Hendra."
    found = read(text)
    assert [(one.name, len(one.spans)) for one in found] == [("Hendra Putra", 1), ("Hendra Wijaya", 1)]


def test_a_misspelt_name_in_the_same_post_is_the_same_person() -> None:
    found = only("Bupati Sleman Hendra Umilati hadir. Menurut Bupati Sleman Hendra Umlati, acara itu baik.")
    assert len(found.spans) == 2


def test_a_head_without_a_place_has_the_region_that_the_story_names() -> None:
    found = read("Pemkab Sleman menggelar rapat. Bupati Hendra Putra dan Kepala Dinas Sosial Retno Palupi hadir.")
    assert [one.jurisdiction for one in found] == ["34.04", "34.04"]


def test_a_name_wrapped_over_two_lines_is_one() -> None:
    text = (
        "Piala itu rencananya akan diserahkan pada akhir bulan depan oleh Bupati Sleman\n"
        "Hendra Putra di pendopo kabupaten, kata panitia kepada wartawan kemarin siang\n"
        "di sela rapat persiapan yang dihadiri seluruh dinas terkait di lingkungan pemda.\n"
    )
    assert only(text).name == "Hendra Putra"


def test_spans_lie_in_the_text_and_are_in_order() -> None:
    text = "Bupati Sleman Hendra Putra hadir. Retno Palupi, Sekda Sleman, pulang. Hendra tertawa."
    found = read(text)
    assert [sorted(one.spans) for one in found] == [list(one.spans) for one in found]
    assert all(0 <= start < end <= len(text) for one in found for start, end in one.spans)


PIECES = (
    "Sekretaris Kepala Ketua Komisi IV Bupati Wakil Menteri / ( ) , . Dinas Sosial Kota Jambi Sleman dan Hendra Putra "
    "Dr. H. S.E. SH Pj Plt. Ka ibu Sy Asisten II Sekda Fraksi dari PKS Direktur Kepesertaan BPJS Dandim 0732/Sleman "
    "Camat Depok Anak Agung I Made – Mei HM Kadis Kapolres yang juga selaku Partai bin Polres Deputi bidang"
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "\n", "\n\n"]), min_size=1, max_size=25))
def test_any_row_of_such_words_is_read_and_every_span_lies_in_it(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    assert all(0 <= start < end <= len(text) for one in found for start, end in one.spans)
    assert all(one.name and one.role for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bupati Sleman Rusdi Sinen-Palar, M.Si hadir.", "Rusdi Sinen-Palar"),
        ("Piagam diterima Rusdi Sinen-Palar, Sekda Sleman.", "Rusdi Sinen-Palar"),
        ("Sekda Sleman Drs. Rusman Juni. Ia pulang.", "Rusman Juni"),
        ("Bupati Sleman Rusman Juni hadir.", "Rusman Juni"),
        ("Bupati Sleman Rusman Juni lalu hadir.", "Rusman"),
        ("Bupati Sleman Rusman Juni 2024 hadir.", "Rusman"),
        ("Camat Parang Bp. Eko Wahyono, S.STP, MM hadir di Kabupaten Magetan.", "Eko Wahyono"),
    ],
)
def test_a_name_may_end_in_a_double_name_or_a_month(text: str, name: str) -> None:
    assert only(text).name == name


def test_a_hyphen_between_two_persons_joins_no_name() -> None:
    assert "Pranata-Hasan" not in only("Bupati Sleman Ganjar Pranata-Hasan Basri hadir.").name


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Sleman Hamzah Yusuf Palar hadir. Bupati Hamza senang.",
        "Bupati Hamza hadir. Bupati Sleman Hamzah Yusuf Palar senang.",
        "Bupati Sleman Hamzah Yusuf-Palar hadir. Bupati Sleman Hamzah Yusuf Palar senang.",
    ],
)
def test_a_name_spelt_otherwise_of_the_same_post_is_the_same_person(text: str) -> None:
    found = only(text)
    assert found.name.replace("-", " ") == "Hamzah Yusuf Palar"
    assert len(found.spans) == 2


def test_heads_of_two_offices_whose_names_sound_alike_stay_two() -> None:
    text = "Kepala Dinas Sosial Sleman Hendra Putra hadir. Kepala Dinas Kesehatan Sleman Hendro ikut."
    assert [one.name for one in read(text)] == ["Hendra Putra", "Hendro"]


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Kepala Bappppeda Kabupaten Sleman Dr. Elsa Wardani hadir.", "Kepala Badan", "Bappppeda Kabupaten Sleman"),
        ("Kepala Disperkopdag Sleman Elsa Wardani hadir.", "Kepala Dinas", "Disperkopdag Sleman"),
    ],
)
def test_an_office_of_a_drawn_together_name_is_known_by_its_beginning(text: str, role: str, organization: str) -> None:
    found = only(text)
    assert (found.role, found.organization, found.jurisdiction) == (role, organization, "34.04")


def test_the_field_of_an_adviser_may_stand_behind_the_place() -> None:
    assert only("Staf Ahli Bupati Sleman Bidang Hukum, Hendra Putra, hadir.").role == "Staf Ahli Bupati Bidang Hukum"


def test_certificates_of_a_profession_are_degrees() -> None:
    assert only("Bupati Sleman Elsa Wardani, S.E., M.M., AAAIJ, QIA hadir.").degrees == ("S.E.", "M.M.", "AAAIJ", "QIA")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Warga Desa Linsowu, Kabupaten Buton Utara, senang. Kepala desa, Kornelis Palar, hadir.", "74.10.01.2011"),
        ("Di Kabupaten Sorong Selatan, Distrik Kais dan Distrik Kokoda maju, kata camat, Drs. Kornelis Palar.", None),
    ],
)
def test_the_head_of_the_only_village_or_district_of_a_story_is_its(text: str, code: str | None) -> None:
    assert only(text).jurisdiction == code


@pytest.mark.parametrize(
    ("text", "name", "role", "jurisdiction", "organization"),
    [
        (
            "Kepala Bidang Cipta Karya DPUPR Sleman, Restu, hadir.",
            "Restu",
            "Kepala Bidang Cipta Karya",
            "34.04",
            "DPUPR Sleman",
        ),
        ("Kabid Bina Marga DPUPR Sleman, Restu, hadir.", "Restu", "Kepala Bidang Bina Marga", "34.04", "DPUPR Sleman"),
        (
            "Kepala Bidang Titik Balik DPUPR Sleman, Restu, hadir.",
            "Restu",
            "Kepala Bidang Titik Balik",
            "34.04",
            "DPUPR Sleman",
        ),
        ("Kapolda Jambi Irjen Pol, Hartono Palupi hadir.", "Hartono Palupi", "Kepala Kepolisian Daerah", "15", None),
        (
            "Ketua Harian Tim Gugus Tugas percepatan penanganan Covid-19 Kabupaten Sleman, Restu Palupi, hadir.",
            "Restu Palupi",
            "Ketua Harian",
            "34.04",
            "Tim Gugus Tugas percepatan penanganan Covid-19 Kabupaten Sleman",
        ),
        (
            "Juru Bicara Satgas Covid-19 Kabupaten Sleman, Restu Palupi, hadir.",
            "Restu Palupi",
            "Juru Bicara",
            "34.04",
            "Satgas Covid-19 Kabupaten Sleman",
        ),
        (
            "Di Kota Jambi, Jubir Satgas Penanganan Covid-19 Restu Palupi hadir.",
            "Restu Palupi",
            "Juru Bicara",
            None,
            "Satgas Penanganan Covid-19",
        ),
        ("Acara itu mewakili Menteri Hartono di Sleman.", "Hartono", "Menteri", None, None),
        (
            "Satlantas Polres Sleman yang dipimpin Kasat Lantas Iptu Restu Palupi bersiaga.",
            "Restu Palupi",
            "Kepala Satuan Lalu Lintas",
            "34.04",
            "Polres Sleman",
        ),
        (
            "Kasat Lantas Polres Sleman Iptu Restu Palupi bersiaga.",
            "Restu Palupi",
            "Kepala Satuan Lalu Lintas",
            "34.04",
            "Polres Sleman",
        ),
        (
            "Petugas Polres Sleman mendampingi Kapolres AKBP Restu Palupi.",
            "Restu Palupi",
            "Kepala Kepolisian Resor",
            "34.04",
            None,
        ),
        (
            "Kasi Intel Kejari Sleman, Restu Palupi, hadir.",
            "Restu Palupi",
            "Kepala Seksi Intelijen",
            "34.04",
            "Kejari Sleman",
        ),
        (
            "Di Kabupaten Sleman, Kepala Dinas Sosial setempat, Restu Palupi, hadir.",
            "Restu Palupi",
            "Kepala Dinas",
            "34.04",
            "Dinas Sosial",
        ),
        (
            "Ketua Satgas Percepatan Penurunan Stunting Kota Jambi Restu Palupi hadir.",
            "Restu Palupi",
            "Ketua",
            "15.71",
            "Satgas Percepatan Penurunan Stunting Kota Jambi",
        ),
        (
            "Sekretaris Komisi A DPRD Kota Jambi Restu Palupi hadir.",
            "Restu Palupi",
            "Sekretaris Komisi A DPRD",
            "15.71",
            None,
        ),
    ],
)
def test_a_post_takes_its_field_its_task_force_and_its_superior_unit(
    text: str, name: str, role: str, jurisdiction: str | None, organization: str | None
) -> None:
    found = only(text)
    assert (found.name, found.role, found.jurisdiction, found.organization) == (name, role, jurisdiction, organization)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Menteri Kehutanan Raja Juli Hartono hadir.", "Raja Juli Hartono"),
        ("Menteri Kehutanan Raja Juli, hadir.", "Raja Juli"),
        ("Kepala Bappeda Kota Jambi April Susanto hadir.", "April Susanto"),
        ("Kepala Bappeda Sleman, Hartono Ramadhan melalui stafnya membantah.", "Hartono Ramadhan"),
        ("Bupati Sleman Hartono Ramadhan ini berpuasa.", "Hartono"),
        ("Bupati Sleman Hartono Juli lalu meresmikannya.", "Hartono"),
    ],
)
def test_a_month_inside_a_run_of_name_words_is_part_of_the_name(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Para Menteri Kabinet Pelangi hadir.",
        "Menteri Percepatan hadir.",
        "Ketua Pokja Wartawan Jambi, Restu Palupi, hadir.",
        "Kapolda Jambi, Irjen Pol, hadir.",
        "Juru bicara Bupati Sleman Restu Palupi hadir.",
    ],
)
def test_no_person_is_made_of_a_post_without_a_public_bearer(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "role", "jurisdiction", "organization"),
    [
        (
            "Kepala Dinas Pemuda, Olahraga, dan Pariwisata (Porapar) Sleman Retno Palupi hadir.",
            "Retno Palupi",
            "Kepala Dinas",
            "34.04",
            "Dinas Pemuda, Olahraga, dan Pariwisata (Porapar) Sleman",
        ),
        (
            "Direktur Penyuluhan, Pelayanan, dan Hubungan Masyarakat Kementerian Keuangan Retno Palupi hadir.",
            "Retno Palupi",
            "Direktur Penyuluhan, Pelayanan, dan Hubungan Masyarakat",
            None,
            "Kementerian Keuangan",
        ),
        (
            "Kadis Tanaman Pangan dan Hortikulturra Sleman Retno Palupi hadir.",
            "Retno Palupi",
            "Kepala Dinas",
            "34.04",
            "Dinas Tanaman Pangan dan Hortikulturra Sleman",
        ),
        (
            "Kepala Dinas Perumputan (Disrumpun) Sleman, Retno Palupi, hadir.",
            "Retno Palupi",
            "Kepala Dinas",
            "34.04",
            "Dinas Perumputan (Disrumpun) Sleman",
        ),
        (
            "Kepala Bagian (Kabag) Tata Pemerintahan (Tapem) Setda Sleman Retno Palupi hadir.",
            "Retno Palupi",
            "Kepala Bagian Tata Pemerintahan",
            "34.04",
            "Setda Sleman",
        ),
        ("Kepala DKX4 Kota Jambi Retno Palupi hadir.", "Retno Palupi", "Kepala Dinas", "15.71", "DKX4 Kota Jambi"),
        ("Dirjen Pajak Retno Palupi hadir.", "Retno Palupi", "Direktur Jenderal Pajak", None, None),
        ("Bupati Way Kanan Lampung Hendra Putra hadir.", "Hendra Putra", "Bupati", "18.08", None),
        ("Anggota DPR RI asal Jambi, Hendra Putra, hadir.", "Hendra Putra", "Anggota DPR", None, None),
        ("Anggota DPR RI Dapil Jambi I, Hendra Putra, hadir.", "Hendra Putra", "Anggota DPR", None, None),
    ],
)
def test_a_field_goes_on_to_the_place_the_office_or_the_bearer(
    text: str, name: str, role: str, jurisdiction: str | None, organization: str | None
) -> None:
    found = only(text)
    assert (found.name, found.role, found.jurisdiction) == (name, role, jurisdiction)
    assert found.organization == organization


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Di Kabupaten Sleman, Kapolsek Depok Kompol Hendra Putra hadir.", "Hendra Putra", "34.04.07"),
        ("Di Kabupaten Sleman, Danramil 0732-04/Depok, Kapten Inf Hendra Putra, hadir.", "Hendra Putra", "34.04.07"),
        ("Dandim 0732 Sleman Letkol Inf Hendra Putra hadir.", "Hendra Putra", "34.04"),
        ("Kapolsek Muara Gading AKP Hendra Putra hadir.", "Hendra Putra", None),
    ],
)
def test_commands_are_named_for_districts_too_and_a_rank_ends_an_unknown_place(
    text: str, name: str, code: str | None
) -> None:
    found = only(text)
    assert (found.name, found.jurisdiction) == (name, code)


@pytest.mark.parametrize(
    ("text", "name", "organization"),
    [
        (
            "Direktur RSUD dr. H. Wiyono Hartadi Sleman, dr. Retno Palupi, hadir.",
            "Retno Palupi",
            "RSUD dr. H. Wiyono Hartadi Sleman",
        ),
        ("Direktur RSUD Ki Ageng Pandan, Retno Palupi hadir.", "Retno Palupi", "RSUD Ki Ageng Pandan"),
        ("Direktur RSUD Ki Ageng Pandan Sleman Retno Palupi hadir.", "Retno Palupi", "RSUD Ki Ageng Pandan Sleman"),
        (
            "Direktur RSUD Kemuning, Kabupaten Sleman, Retno Palupi hadir.",
            "Retno Palupi",
            "RSUD Kemuning, Kabupaten Sleman",
        ),
        ("Direktur RSUD Retno Palupi hadir.", "Retno Palupi", "RSUD"),
    ],
)
def test_a_hospital_named_for_a_person_is_not_its_director(text: str, name: str, organization: str) -> None:
    found = only(text)
    assert (found.name, found.organization) == (name, organization)


def test_an_unknown_name_behind_camat_is_the_camats_where_no_district_bears_it() -> None:
    assert only("Warga Sleman berkumpul. Camat Dulgani Wirasemba, menyampaikan itu.").name == "Dulgani Wirasemba"
    assert read("Warga Sleman berkumpul. Camat Kalasan menyampaikan hal itu.") == ()


def test_degrees_may_stand_between_a_name_and_selaku() -> None:
    found = only("Hartono Wijaya, S.SiT., M.H., selaku Kepala Kantor Pertanahan Sleman, hadir.")
    assert found.degrees == ("S.SiT.", "M.H.")


def test_the_board_of_a_party_is_no_post() -> None:
    assert read("Dewan Pimpinan Pusat (DPP) Kebun Nusantara mengusulkan kenaikan harga.") == ()


@pytest.mark.parametrize(
    ("text", "name", "organization"),
    [
        ("Kepala Puskesmas Kalasan Hartoyono mengatakan hal itu di Sleman.", "Hartoyono", "Puskesmas Kalasan"),
        ("Kepala Samsat Kalasan Retno Palupi mengatakan hal itu di Sleman.", "Retno Palupi", "Samsat Kalasan"),
        ("Kabid Humas Polda Metro Jaya Kombes Hendra Putra hadir.", "Hendra Putra", "Polda Metro Jaya"),
    ],
)
def test_an_office_named_for_a_district_does_not_lend_its_name_to_its_head(
    text: str, name: str, organization: str
) -> None:
    found = only(text)
    assert (found.name, found.organization) == (name, organization)


def test_an_office_of_a_district_without_a_bearer_has_none() -> None:
    assert read("Undangan bagi Direktur RSUD Kalasan. Kabupaten Sleman ikut.") == ()


def test_a_verb_glued_to_a_name_is_none_of_it() -> None:
    assert only("Bupati Sleman, Wiyono Hartadimengatakan, hal itu benar.").name == "Wiyono Hartadi"


def test_an_unknown_village_ends_with_its_district() -> None:
    text = "Kepala Desa Sumberwangi Lor, Kecamatan Kalasan, Hartoyono, mengatakan hal itu di Kabupaten Sleman."
    assert only(text).name == "Hartoyono"


def test_a_speaker_whose_name_begins_like_a_town_is_a_person() -> None:
    assert only("Kepala BPBD Sleman, Padang Wiyono Utomo, mengatakan hal itu.").name == "Padang Wiyono Utomo"


def test_a_spokesman_speaks_for_his_body_in_lower_case_too() -> None:
    found = only('"Proses berjalan," kata jubir KPK Retno Palupi, Senin.')
    assert (found.name, found.role, found.organization) == ("Retno Palupi", "Juru Bicara", "KPK")


@pytest.mark.parametrize("area", ["Tapin", "Tapin dan Banjar", "Tapin, Banjar"])
def test_what_an_office_looks_after_stands_before_its_heads_name(area: str) -> None:
    found = only(f"Kepala BPJS Ketenagakerjaan Batulicin yang membawahi {area}, M. Fahmi Rizal, mengatakan hal itu.")
    assert (found.name, found.role) == ("M. Fahmi Rizal", "Kepala")


def test_a_person_has_the_post_that_the_story_gives_first() -> None:
    text = "Pj Gubernur Riau Sofyan Haryadi hadir. Hal itu dikatakan Sofyan Haryadi, Sekretaris Daerah Riau."
    assert (only(text).role, only(text).status) == ("Gubernur", "Pj")


def test_a_rank_may_end_with_a_stop() -> None:
    found = only("Danramil Woha Kapten Inf. Iwan Susanto hadir di Kabupaten Bima.")
    assert (found.name, found.honorifics) == ("Iwan Susanto", ("Kapten Inf.",))
