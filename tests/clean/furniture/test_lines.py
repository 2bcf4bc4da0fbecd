"""Lines that are furniture go whole, each with its reason; lines of the story that only look so stay."""

import pytest

from extractor.clean.drafts import Draft, finish
from extractor.clean.furniture import cut_furniture

STORY = "Wali Kota Ambon menerima piagam itu di Jakarta, Selasa (3/6/2025), disaksikan para kepala dinas.\n"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Facebook Twitter WhatsApp Telegram", "share"),
        ("FacebookTwitterWhatsAppTelegram", "share"),
        ("Bagikan ke: Facebook | X | WhatsApp", "share"),
        ("Click to share on Facebook (Opens in new window)", "share"),
        ("Share this:", "share"),
        ("Peliput: Ona Latupono", "credit"),
        ("Artikel berlanjut di bawah iklan", "advertisement"),
        ("Lanjutkan membaca artikel di bawah ini", "advertisement"),
        ("Simak breaking news dan berita pilihan kami langsung di ponselmu.", "share"),
        (
            "This entry was posted on Selasa, Juni 3rd, 2025 at 08:00 and is filed under Daerah. You can follow any "
            "responses to this entry through the RSS 2.0 feed. You can leave a response, or trackback from your site.",
            "tags",
        ),
        ("Ikuti kami di Google News", "share"),
        ("Gabung di saluran WhatsApp Kabar Lontar, klik di sini", "share"),
        ("Yuk, ikuti kanal WhatsApp Channel Kabar Lontar tiap pagi", "share"),
        ("Dibaca 123 kali", "counter"),
        ("1.245 views", "counter"),
        ("Post Views: 1,024", "counter"),
        ("Waktu baca 2 menit", "counter"),
        ("Halaman 1 2 3 Selanjutnya", "pages"),
        ("Halaman: 1 2 Show All", "pages"),
        ("1 2 3 Next »", "pages"),
        ("2 dari 3 halaman", "pages"),
        ("Lanjut ke halaman berikutnya", "pages"),
        ("Baca selengkapnya di halaman berikutnya....", "pages"),
        ("(Foto: Humas Pemkot Ambon)", "caption"),
        ("Foto: Yance/Kabar Lontar", "caption"),
        ("Ist/Kabar Lontar", "caption"),
        ("Dok. Humas Pemkot Ambon", "caption"),
        ("Wali Kota Ambon saat menerima piagam di Jakarta. (Foto/Dok)", "caption"),
        ("[Gambas:Video 20detik]", "advertisement"),
        ("Scroll to continue reading", "advertisement"),
        ("Copyright © 2025 Kabar Lontar", "copyright"),
        ("Dilarang keras mengambil konten tanpa izin tertulis dari Kabar Lontar.", "copyright"),
        ("Artikel ini telah tayang di Kabarlontar.example dengan judul Kota Lama Raih Juara 1", "credit"),
        ("Reporter : Ona Latupono | Editor : Yance Luhulima", "credit"),
        ("Sumber: Dinas Kominfo", "credit"),
        ("Tags: Ambon, BPJS Ketenagakerjaan, nelayan", "tags"),
        ("#Ambon #Nelayan", "tags"),
        ("Home » Berita » Daerah", "breadcrumb"),
        ("Tentang Penulis", "author box"),
        ("View all posts by Ona →", "author box"),
        ("Situs ini menggunakan cookie untuk pengalaman terbaik Anda.", "cookies"),
        ("Artikel ini hanya untuk pelanggan.", "paywall"),
        ("Langganan newsletter kami", "newsletter"),
        ("Next post", "link"),
        ("Baca Juga | Kota Lama Raih Adipura", "link"),
        ("BACA JUGA >> Kota Lama Raih Adipura", "link"),
        ("Baca Juga – Kota Lama Raih Adipura", "link"),
        ("- Baca juga: Kota Lama Raih Adipura", "link"),
        ('Tonton juga "Panen Pala di Banda Besar" di sini:', "link"),
        ("Read also: Ambon Wins City Award", "link"),
        ("Baca artikel lontarmaluku, “Kota Lama Menang” selengkapnya https://lontar.example/a", "share"),
        ("3 Komentar", "counter"),
        ("(adsbygoogle = window.adsbygoogle || []).push({});", "code"),
        ("Red: Ona Latupono", "credit"),
        ("kabarlontar.example - hak cipta dilindungi", "copyright"),
        ("Artikel Pilihan", "related"),
        ("SIARAN PERS", "label"),
        ("[ Kembali ke depan ]", "link"),
        ("Iklan - gulir untuk membaca terus", "advertisement"),
        ("Gulir ke bawah untuk lanjut membaca", "advertisement"),
        ("Estimasi waktu baca: 2 menit", "counter"),
        ("2 menit membaca", "counter"),
        ("Teks: Ona Latupono · Foto: Yance Luhulima", "credit"),
        ("Naskah & foto: Ona Latupono", "credit"),
        ("Ditulis oleh Ona Latupono pada 3 Juni 2024 pukul 16.45 WIT dalam kategori Desa", "byline"),
        ("Diposting oleh Admin pada Senin, 3 Juni 2024", "byline"),
        ("Posted by Ona Latupono on June 3, 2024 in Berita", "byline"),
        ("Dipublikasikan: 03/06/2024", "byline"),
        ("Siaran pers ini disiarkan apa adanya; isi sepenuhnya tanggung jawab pengirim.", "note"),
        ("Isi tulisan di atas di luar tanggung jawab redaksi Kabar Lontar.", "note"),
        ("Liputan ini didukung dana hibah Yayasan Lontar.", "appeal"),
        ("Dapatkan buletin mingguan kami langsung di kotak surat Anda.", "newsletter"),
        ("Foto bersama seusai rapat di lobi kantor", "caption"),
        ("Foto 2/5: Nelayan pulang melaut di Hunimua", "caption"),
        ("Gambar 1. Peta sebaran kartu peserta", "caption"),
        ("Nelayan pulang melaut di Hunimua. Foto: Yance Luhulima/Kabar Lontar", "caption"),
        ("Foto 1/6", "pages"),
        ("Artikel ini telah dibaca sebanyak 12 kali", "counter"),
        ("Posted by: admin", "credit"),
        ("Klik untuk berbagi di Facebook(Membuka di jendela yang baru)", "share"),
        ("Temukan kami di Instagram", "share"),
        ("Pasang iklan di sini", "advertisement"),
        ("Komentar baru terbit setelah disetujui Admin", "comment form"),
        ("Comments Off on Nelayan Tulehu", "comment form"),
        ("Alamat redaksi: Jl. Rijali No. 3, Ambon", "copyright"),
        ("Tulisan dari Ona Latupono tidak mewakili pandangan dari redaksi", "note"),
    ],
)
def test_a_line_of_furniture_goes_with_its_reason(line: str, reason: str | None) -> None:
    kept, removed = finish(cut_furniture(Draft(f"{STORY}{line}\n{STORY}")), tidy=False)
    assert [(piece.text, piece.reason) for piece in removed] == ([(line, reason)] if reason else [])
    assert kept == (STORY + STORY if reason else f"{STORY}{line}\n{STORY}")


@pytest.mark.parametrize(
    "line",
    [
        "Simak juga penjelasan bupati tentang pekerja rentan di kampung nelayan berikut ini.",
        "Lihat juga betapa cepat kartu itu dibagikan.",
        "Dibaca 123 kali pun naskah itu tetap indah, kata juri.",
        "Halaman 2 naskah itu hilang, kata juri.",
        "Foto udara kampung nelayan dipamerkan di Balai Kota.",
        "Facebook dan WhatsApp dipakai dinas untuk mendata nelayan.",
        "Tags adalah penanda harga di pasar.",
        "Copyright adalah hak pencipta",
        "Home industry di Ambon tumbuh.",
        "Gabung dengan koperasi membuat nelayan lebih terlindungi.",
        "Unduh aplikasi JMO melalui Play Store, lalu daftar.",
        "Sumber: data itu dihimpun dari lima dinas di Ambon, kata Sekda.",
        "Wali Kota menyerahkan piagam (baca: penghargaan) kepada nelayan.",
        "Next, bupati akan menemui nelayan.",
        "Artikel ini ditulis oleh siswa pemenang lomba.",
        "Baca juga, tulis juga, pesan bupati.",
        "Dok itu milik galangan kapal.",
        "Istimewa, kata bupati, karena nelayan hadir.",
        "Hits: lagu itu",
        "Wali Kota Ambon: Kami Bangga",
        "Kata bupati, ada dua kursi yang lowong (Bupati/Wakil Bupati).",
        "1 2 3",
        "Pengembang itu memakai fungsi gtag() pada laman dinas untuk menghitung pembaca.",
        "Red: warna bendera nelayan pada lomba perahu itu",
        "Hak cipta dilindungi undang-undang, kata Sekda, maka motif tenun Ambon itu didaftarkan lebih dulu.",
        "3 orang dari 12 halaman",
        "Siaran pers itu dibacakan bupati.",
        "Siaran pers ini dibacakan bupati di hadapan nelayan.",
        "Tulisan ini menang lomba esai desa.",
        "Ditulis oleh Ona Latupono pada 3 Juni 2024, buku itu terjual habis.",
        "Diterbitkan pada 3 Juni 2024 oleh pemerintah provinsi, aturan itu berlaku seketika.",
        "Gulir layar untuk melihat harga adalah fitur baru aplikasi nelayan itu.",
        "Foto bersama menutup acara di Balai Kota.",
        "Teks: nelayan itu membaca sumpah dengan lantang, lalu bupati menyerahkan kartu peserta.",
        "Bacaan 2 menit itu menyentuh hati juri.",
        "Kembali ke depan kelas, guru itu menulis namanya.",
        "Narahubung lomba itu Ona Latupono.",
        "Penulis adalah profesi baru di desa itu.",
        "Nelayan membawa bukti. Foto: perahu itu rusak, mesin hilang, dan jaring putus dimakan karang.",
        "Foto 1 dari enam foto itu hilang.",
        "Tulisan dari Ona Latupono menang lomba.",
        "Posted adalah kata Inggris yang dipakai nelayan muda di desa itu.",
        "Dukung kami, kata nelayan itu kepada bupati.",
        "Nelayan di Ambon: Satu / Dua",
    ],
)
def test_a_line_of_the_story_stays(line: str) -> None:
    assert finish(cut_furniture(Draft(f"{STORY}{line}\n{STORY}")), tidy=False)[1] == ()


@pytest.mark.parametrize(
    "printed",
    [
        "Foto: Ona Latupono\nVideo: Yance Luhulima\n",
        "- Puisi: Ona Latupono\n- Foto: Yance Luhulima\n",
        "Ketua: Ona Latupono\nEditor: Yance Luhulima\n",
    ],
)
def test_credits_among_other_pairs_are_a_list_of_the_story(printed: str) -> None:
    text = f"{STORY}{printed}{STORY}"
    assert finish(cut_furniture(Draft(text)), tidy=False)[0] == text


@pytest.mark.parametrize("line", ["Foto: Ambon Panen Raya Pala Tahun Ini", "FOTO: Ambon Panen Raya Pala"])
def test_a_headline_of_pictures_that_opens_a_text_stays(line: str) -> None:
    assert finish(cut_furniture(Draft(f"{line}\n{STORY}")), tidy=False)[1] == ()
