"""What lines tell together: share bars, lists of other stories, comment forms, captions and bylines above a story."""

import pytest

from extractor.clean.drafts import Cut, Draft, finish
from extractor.clean.furniture import cut_furniture, strip

STORY = "Wali Kota Ambon menerima piagam itu di Jakarta, Selasa (3/6/2025), disaksikan para kepala dinas.\n"


def reasons(text: str, title: str | None = None) -> list[tuple[str, str]]:
    removed = finish(cut_furniture(Draft(text), title=title), tidy=False)[1]
    return [(piece.text, piece.reason) for piece in removed]


def test_networks_line_by_line_are_a_share_bar() -> None:
    assert strip(f"{STORY}- Facebook\n- X\n- WhatsApp\n{STORY}") == STORY + STORY


def test_networks_that_a_sentence_introduces_are_a_list_of_the_story() -> None:
    text = f"Dinas memakai tiga saluran ini:\n- Facebook\n- X\n- WhatsApp\n{STORY}"
    assert strip(text) == text


def test_winners_under_a_prize_that_is_called_most_popular_stay() -> None:
    text = f"{STORY}Para pemenang, yakni:\nTerbaik\n1. Desa Wisata Hunimua\nTerpopuler\n1. Desa Wisata Latuhalat\n"
    assert strip(text) == text


def test_a_list_of_other_stories_below_the_story_goes() -> None:
    assert strip(f"{STORY}Terpopuler\nPasar Mardika Ditata Ulang\n2 jam lalu\nPanen Raya Pala\n") == STORY


def test_headlines_that_lost_their_line_ends_go_with_their_label() -> None:
    teased = "Baca Juga\nPasar Mardika Ditata UlangPanen Raya Pala di BandaKapal Feri Kembali Berlayar dari Hunimua\n"
    assert strip(f"{STORY}{teased}{STORY}") == STORY + STORY


def test_what_follows_a_label_whose_link_was_cut_stays() -> None:
    text = f"{STORY}Baca juga:\nKota Lama Juara\nManfaat Bagi Nelayan Kecil\n{STORY}"
    cut = Cut(text.index("Kota Lama"), text.index("Manfaat"), "box")
    kept, _ = finish(cut_furniture(Draft(text, (cut,))), tidy=False)
    assert kept == f"{STORY}Manfaat Bagi Nelayan Kecil\n{STORY}"


def test_comments_longer_than_the_story_go_with_their_form() -> None:
    story = STORY * 5
    assert strip(f"{story}Leave a Reply\n{'Semoga berkah untuk semua nelayan. ' * 30}\n") == story


def test_the_link_to_the_comments_above_a_story_takes_nothing() -> None:
    text = f"Leave a Comment\n{STORY * 9}"
    assert strip(text) == text


def test_a_title_said_again_in_the_head_goes() -> None:
    text = f"Ambon Raih Piagam!\n{STORY}"
    assert reasons(text, "Ambon Raih Piagam") == [("Ambon Raih Piagam!", "repeated title")]


def test_a_title_that_nobody_told_stays() -> None:
    assert reasons(f"Ambon Raih Piagam\n{STORY}") == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Selasa, 3 Juni 2025 16:51 WIB", "byline"),
        ("Ona Latupono - Selasa, 3 Juni 2025", "byline"),
        ("Kabar Lontar | 3/6/2025 16:51", "byline"),
        ("Nelayan Ambon pulang melaut. (Kabar Lontar/Ona)", "caption"),
        ("Nelayan Ambon pulang melaut (ist)", "caption"),
        ("Oleh Ona Latupono", "byline"),
        ("Oleh: Ona Latupono, 3 Juni 2024", "byline"),
        ("Oleh: Ona Latupono dan Yance Luhulima | Senin, 3 Juni 2024", "byline"),
        ("Oleh: Ona Latupono*", "byline"),
        ("oleh Ona Latupono di 4 June 2025", "byline"),
        ("Ona Latupono, Wartawan", "byline"),
        ("Rabu Legi, 4 Juni 2025", "byline"),
        ("HARIAN LENTERA PULAU", "label"),
        ("A A", "label"),
        ("/", "label"),
        ("Regional", "label"),
        ("Berita Daerah", "label"),
        ("Terkait", "label"),
        ("Ilustrasi nelayan pulang melaut", "caption"),
    ],
)
def test_bylines_and_captions_go_above_the_story_only(line: str, reason: str) -> None:
    assert reasons(f"{line}\n{STORY}{STORY}") == [(line, reason)]
    assert reasons(f"{STORY}{line}\n{STORY}") == []


@pytest.mark.parametrize("line", ["3 Juni 2025", "Ambon, 3 Juni 2025", "Senin di Ambon"])
def test_a_date_alone_is_no_byline(line: str) -> None:
    assert reasons(f"{line}\n{STORY}{STORY}") == []


def test_a_label_that_heads_no_headlines_goes_alone() -> None:
    assert strip(f"{STORY}Berita Terkait:\n{STORY}") == STORY + STORY


def test_a_list_under_share_buttons_is_no_list_of_the_story() -> None:
    foot = "Bagikan ini:\nFacebook\nX\nTerkait\nPasar Mardika Ditata Ulang\n12 Mei 2025\n"
    assert strip(f"{STORY}{foot}") == STORY


@pytest.mark.parametrize("label", ["Previous article", "Pos Berikutnya", "Next post"])
def test_the_neighbours_of_a_story_go_with_their_labels(label: str) -> None:
    assert strip(f"{STORY}{label}\nPasar Mardika Ditata Ulang\n") == STORY


def test_a_box_about_the_author_goes_whole() -> None:
    assert strip(f"{STORY}Tentang Penulis\nOna Latupono\nWartawan Kabar Lontar sejak 2010\n") == STORY


def test_a_list_of_posts_stays_whole_where_a_post_is_called_like_a_credit() -> None:
    text = f"{STORY}Ketua: Ona Latupono\nReporter: Yance Luhulima\nFotografer: Ina Sahetapy\n{STORY}"
    assert strip(text) == text


@pytest.mark.parametrize(
    "line", ["Kabar Lontar | Daerah | Ekonomi", "Redaksi • Pedoman Media Siber • Kontak", "Berita > Daerah"]
)
def test_menus_above_and_below_a_story_go(line: str) -> None:
    assert reasons(f"{line}\n{STORY}{STORY}{line}\n") == [(line, "menu"), (line, "menu")]


def test_a_table_in_the_story_is_no_menu() -> None:
    assert reasons(f"{STORY}Nama | Berita | Foto\nOna | 1 | 2\n{STORY}") == []


@pytest.mark.parametrize("line", ["Like this:", "Print", "Next »"])
def test_words_that_stories_use_go_below_a_story_only(line: str) -> None:
    assert strip(f"{STORY}{line}\n{STORY}") == f"{STORY}{line}\n{STORY}"
    assert strip(f"{STORY}{STORY}{line}\n") == STORY + STORY


@pytest.mark.parametrize(
    "line",
    [
        "Advertorial",
        "Oleh-oleh Ambon",
        "Oleh Oleh Khas Ambon",
        "Oleh karena itu",
        "Oleh Ona, nelayan itu diberi kartu",
        "Laporan Keuangan Daerah Terlambat",
        "Naskah Kuno Maluku Ditemukan",
        "Penulis Muda Ambon Raih Penghargaan",
        "Pendidikan | Budaya",
    ],
)
def test_what_is_no_section_and_no_writer_stays_above_a_story(line: str) -> None:
    assert reasons(f"{line}\n{STORY}{STORY}") == []


def test_a_section_that_heads_a_list_is_of_the_story() -> None:
    text = f"Daftar pemenang\nPendidikan\n1. Ona Latupono\nBudaya\n1. Yance Luhulima\n{STORY}{STORY}"
    assert strip(text) == text


def test_whom_to_ask_goes_with_names_and_telephones() -> None:
    block = "Narahubung media:\nOna Latupono\nHumas PT Laut Jaya\nTelepon 0811-000-111\n"
    assert strip(f"{STORY}{STORY}{block}") == STORY + STORY
    assert strip(f"{STORY}{block}Tentang PT Laut Jaya\n{STORY}") == f"{STORY}Tentang PT Laut Jaya\n{STORY}"


def test_whom_to_ask_on_one_line_goes_where_it_tells_an_address() -> None:
    assert strip(f"{STORY}{STORY}Kontak media: Ona Latupono, ona@laut.example\n") == STORY + STORY
    told = f"{STORY}Narahubung: Ona Latupono\n{STORY}"
    assert strip(told) == told


def test_whom_to_ask_in_a_sentence_goes_with_a_telephone() -> None:
    ask = "Untuk informasi lebih lanjut, silakan hubungi:\nOna Latupono\nSekretaris PT Laut Jaya\n"
    assert strip(f"{STORY}{STORY}{ask}Telp. 0811-000-111\n") == STORY + STORY
    assert strip(f"{STORY}{STORY}{ask}") == f"{STORY}{STORY}{ask}"


def test_the_number_of_a_press_release_goes_with_its_label() -> None:
    assert strip(f"SIARAN PERS\nNomor: 12/SP-HM/VI/2025\n{STORY}{STORY}") == STORY + STORY
    assert strip(f"KEPUTUSAN\nNomor: 12/SP-HM/VI/2025\n{STORY}{STORY}").startswith("KEPUTUSAN\nNomor")


def test_tags_line_by_line_go_below_a_story() -> None:
    assert strip(f"{STORY}{STORY}Tags:\nnelayan\nTulehu\n") == STORY + STORY


def test_a_star_presents_the_writer() -> None:
    assert strip(f"{STORY}{STORY}*Ona Latupono adalah jurnalis lepas di Ambon.\n") == STORY + STORY
    assert strip(f"{STORY}{STORY}*Angka itu adalah hasil sementara.\n").endswith("sementara.\n")


@pytest.mark.parametrize("mark", ["", "*", "*) ", "("])
def test_who_the_writer_is_goes_at_the_end_only(mark: str) -> None:
    line = f"{mark}Penulis adalah pegiat desa di Ambon, tinggal di Tulehu\n"
    assert strip(f"{STORY}{STORY}{line}") == STORY + STORY
    assert strip(f"{STORY}{line}{STORY * 3}") == f"{STORY}{line}{STORY * 3}"


def test_the_button_under_a_call_to_subscribe_goes() -> None:
    assert strip(f"{STORY}Dapatkan buletin mingguan kami\nDaftar\n{STORY}") == STORY + STORY
    assert strip(f"{STORY}Daftar\n{STORY}") == f"{STORY}Daftar\n{STORY}"


def test_other_short_pieces_below_a_story_go_with_their_head() -> None:
    pieces = f"Kabar Singkat Lainnya Hari Ini\nPenjual Cendol Naik Haji\n{STORY}Angkot Pasang Kotak Buku\n{STORY}"
    assert reasons(f"{STORY * 3}{pieces}")[0] == ("Kabar Singkat Lainnya Hari Ini", "related")
    assert strip(f"{STORY * 3}{pieces}") == STORY * 3


def test_the_office_that_sends_a_release_goes_from_its_foot() -> None:
    office = "Bagian Humas\nPT Pala Banda Persada\nJalan Pattimura Nomor 7, Ambon\nSurel: humas@pala.example\n"
    assert strip(f"{STORY}\n{office}") == f"{STORY}\n"
    line = "Kantor Pusat: Gedung Pala Lantai 3, Jalan Raya 7, Ambon | Telp (0911) 345678\n"
    assert strip(f"{STORY}\n{line}") == f"{STORY}\n"


@pytest.mark.parametrize(
    "foot",
    [
        "Pendaftaran dibuka di tiga tempat ini:\nJalan Pattimura Nomor 7\nTelepon 0911 555 014\n",
        "Jalan Pattimura macet sejak pagi\nJalan Sudirman lancar\n",
        "Dinas Sosial\nDinas Perikanan\n",
    ],
)
def test_streets_and_offices_of_the_story_stay(foot: str) -> None:
    assert strip(f"{STORY}\n{foot}") == f"{STORY}\n{foot}"
