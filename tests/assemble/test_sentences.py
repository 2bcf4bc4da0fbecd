"""Records, a sentence each: who got what or is in the running for it, and what is neither. All people "
"and firms are invented."""

import pytest

from extractor import extract
from extractor.facts import Record

Row = tuple[str, int | None, str | None, str | None, str, str, int | None]


def row(record: Record) -> Row:
    return (
        record.award,
        record.edition,
        record.level,
        record.category,
        record.recipient.name,
        record.outcome,
        record.rank,
    )


TOLD: list[tuple[str, list[Row]]] = [
    (
        "Pemerintah Kabupaten Sumenep sukses menyabet peringkat kedua Paritrana Award 2023 tingkat "
        "Provinsi Jawa Timur.",
        [
            ("Paritrana Award", 2023, "province", None, "Kabupaten Sumenep", "winner", 2),
        ],
    ),
    (
        "Kota Tegal untuk kelima kalinya berturut-turut meraih opini Wajar Tanpa Pengecualian (WTP) dari "
        "BPK RI atas Laporan Keuangan Pemerintah Daerah tahun 2021.",
        [
            ("Opini WTP", 2021, "national", None, "Kota Tegal", "winner", None),
        ],
    ),
    (
        "Juara I, II dan III kategori pemerintah kabupaten/kota Paritrana Award 2022 Provinsi Bali "
        "berturut-turut diraih Kabupaten Tabanan, Kota Denpasar dan Kabupaten Klungkung.",
        [
            ("Paritrana Award", 2022, "province", "pemerintah kabupaten/kota", "Kabupaten Tabanan", "winner", 1),
            ("Paritrana Award", 2022, "province", "pemerintah kabupaten/kota", "Kota Denpasar", "winner", 2),
            ("Paritrana Award", 2022, "province", "pemerintah kabupaten/kota", "Kabupaten Klungkung", "winner", 3),
        ],
    ),
    (
        "Untuk kategori usaha besar, juara pertama Paritrana Award Provinsi Riau 2023 diraih PT Sagara "
        "Riau Lestari, disusul PT Bintang Karang Utama di posisi kedua dan PT Cakra Bumi Sejati di tempat ketiga.",
        [
            ("Paritrana Award", 2023, "province", "usaha besar", "Sagara Riau Lestari", "winner", 1),
            ("Paritrana Award", 2023, "province", "usaha besar", "Bintang Karang Utama", "winner", 2),
            ("Paritrana Award", 2023, "province", "usaha besar", "Cakra Bumi Sejati", "winner", 3),
        ],
    ),
    (
        "Pemkab Banyumas dinobatkan sebagai Terbaik I Penghargaan Pembangunan Daerah (PPD) 2024 kategori "
        "kabupaten oleh Bappenas.",
        [
            ("Penghargaan Pembangunan Daerah", 2024, "national", "kabupaten", "Kabupaten Banyumas", "winner", 1),
        ],
    ),
    (
        "Piala Adipura 2023 kembali diboyong Kabupaten Ciamis.",
        [
            ("Adipura", 2023, "national", None, "Kabupaten Ciamis", "winner", None),
        ],
    ),
    (
        "Menteri Kesehatan menyerahkan penghargaan Swasti Saba Wiwerda kepada Wali Kota Salatiga di "
        "Jakarta, Selasa (28/11/2023).",
        [
            ("Swasti Saba", None, "national", "Wiwerda", "Kota Salatiga", "winner", None),
        ],
    ),
    (
        "Bupati Sragen menerima langsung penghargaan Kabupaten Layak Anak (KLA) 2023 kategori Nindya dari "
        "Menteri PPPA.",
        [
            ("Kabupaten/Kota Layak Anak", 2023, "national", "Nindya", "Kabupaten Sragen", "winner", None),
        ],
    ),
    (
        "Tiga kabupaten masuk nominasi Paritrana Award 2024 Provinsi Lampung, yakni Kabupaten Pringsewu, "
        "Tanggamus, dan Way Kanan.",
        [
            ("Paritrana Award", 2024, "province", None, "Kabupaten Pringsewu", "nominee", None),
            ("Paritrana Award", 2024, "province", None, "Kabupaten Tanggamus", "nominee", None),
            ("Paritrana Award", 2024, "province", None, "Kabupaten Way Kanan", "nominee", None),
        ],
    ),
    (
        "PT Lontar Samudra Abadi Tbk berhasil meraih PROPER Hijau 2022 dari Kementerian Lingkungan Hidup "
        "dan Kehutanan.",
        [
            ("PROPER", 2022, "national", "Hijau", "Lontar Samudra Abadi", "winner", None),
        ],
    ),
    (
        "Selain Kota Blitar, penghargaan UHC Award 2023 juga diterima Kabupaten Trenggalek dan Kabupaten Ponorogo.",
        [
            ("UHC Award", 2023, "national", None, "Kabupaten Trenggalek", "winner", None),
            ("UHC Award", 2023, "national", None, "Kabupaten Ponorogo", "winner", None),
        ],
    ),
    (
        "Dalam Innovative Government Award (IGA) 2022, Kabupaten Banyuwangi kembali dinobatkan sebagai "
        "kabupaten terinovatif se-Indonesia.",
        [
            (
                "Innovative Government Award",
                2022,
                "national",
                "kabupaten terinovatif",
                "Kabupaten Banyuwangi",
                "winner",
                None,
            ),
        ],
    ),
    (
        "Penghargaan Zero Accident 2024 diberikan Gubernur Riau kepada PT Cakra Bumi Sejati dan PT Sagara "
        "Riau Lestari.",
        [
            ("Penghargaan K3", 2024, "province", "Zero Accident", "Cakra Bumi Sejati", "winner", None),
            ("Penghargaan K3", 2024, "province", "Zero Accident", "Sagara Riau Lestari", "winner", None),
        ],
    ),
    (
        "Kota Madiun meraih juara 1 dan Kabupaten Magetan juara 3 pada Paritrana Award 2021 tingkat "
        "Provinsi Jawa Timur.",
        [
            ("Paritrana Award", 2021, "province", None, "Kota Madiun", "winner", 1),
            ("Paritrana Award", 2021, "province", None, "Kabupaten Magetan", "winner", 3),
        ],
    ),
    (
        "Kabupaten Badung (juara I), Kota Denpasar (juara II), dan Kabupaten Gianyar (juara III) menjadi "
        "pemenang Paritrana Award Provinsi Bali 2020.",
        [
            ("Paritrana Award", 2020, "province", None, "Kabupaten Badung", "winner", 1),
            ("Paritrana Award", 2020, "province", None, "Kota Denpasar", "winner", 2),
            ("Paritrana Award", 2020, "province", None, "Kabupaten Gianyar", "winner", 3),
        ],
    ),
    (
        "Pada tahun 2021 Kabupaten Gianyar meraih peringkat ketiga Paritrana Award, lalu pada 2022 naik "
        "ke peringkat kedua.",
        [
            ("Paritrana Award", 2021, None, None, "Kabupaten Gianyar", "winner", 3),
            ("Paritrana Award", 2022, None, None, "Kabupaten Gianyar", "winner", 2),
        ],
    ),
    (
        "Kabupaten Kendal lolos ke tahap wawancara Paritrana Award 2024 bersama Kota Salatiga dan Kabupaten Sragen.",
        [
            ("Paritrana Award", 2024, None, None, "Kabupaten Kendal", "nominee", None),
            ("Paritrana Award", 2024, None, None, "Kota Salatiga", "nominee", None),
            ("Paritrana Award", 2024, None, None, "Kabupaten Sragen", "nominee", None),
        ],
    ),
    (
        "RSUD Karang Samudra meraih penghargaan Paritrana Award kategori usaha menengah.",
        [
            ("Paritrana Award", None, None, "usaha menengah", "RSUD Karang Samudra", "winner", None),
        ],
    ),
    (
        "Bank Karang Lestari menjadi terbaik pertama sektor keuangan dalam ajang Paritrana Award 2022.",
        [
            ("Paritrana Award", 2022, None, "sektor keuangan", "Bank Karang Lestari", "winner", 1),
        ],
    ),
    (
        "Pemprov Jawa Tengah keluar sebagai juara umum Paritrana Award 2021 tingkat nasional.",
        [
            ("Paritrana Award", 2021, "national", None, "Provinsi Jawa Tengah", "winner", None),
        ],
    ),
    (
        "Wakil Presiden menyerahkan Paritrana Award 2023 kepada sembilan pemerintah provinsi, di "
        "antaranya Jawa Tengah, Bali, dan Sulawesi Utara.",
        [
            ("Paritrana Award", 2023, "national", None, "Provinsi Jawa Tengah", "winner", None),
            ("Paritrana Award", 2023, "national", None, "Provinsi Bali", "winner", None),
            ("Paritrana Award", 2023, "national", None, "Provinsi Sulawesi Utara", "winner", None),
        ],
    ),
    (
        "Ombudsman RI memberikan penghargaan kepatuhan standar pelayanan publik kepada Pemerintah Kabupaten Sragen.",
        [
            (
                "penghargaan kepatuhan standar pelayanan publik",
                None,
                "national",
                None,
                "Kabupaten Sragen",
                "winner",
                None,
            ),
        ],
    ),
    (
        "Kabupaten Sragen meraih penghargaan Anugerah Layanan Prima Nusantara dari Kementerian PANRB.",
        [
            ("Anugerah Layanan Prima Nusantara", None, "national", None, "Kabupaten Sragen", "winner", None),
        ],
    ),
    (
        "Kabupaten Sragen dianugerahi Samudra Digital Award 2024 sebagai daerah dengan inovasi terbaik.",
        [
            ("Samudra Digital Award", 2024, None, None, "Kabupaten Sragen", "winner", None),
        ],
    ),
    (
        "Untuk ketujuh kalinya Kabupaten Kulon Progo mempertahankan predikat WTP.",
        [
            ("Opini WTP", None, "national", None, "Kabupaten Kulon Progo", "winner", None),
        ],
    ),
    (
        "Kota Salatiga ditetapkan sebagai Kota Layak Anak tingkat Utama tahun 2022 oleh Kementerian PPPA.",
        [
            ("Kabupaten/Kota Layak Anak", 2022, "national", "Utama", "Kota Salatiga", "winner", None),
        ],
    ),
    (
        "Paritrana Award 2022 kategori UKM dimenangkan Keripik Mbok Sarti.",
        [
            ("Paritrana Award", 2022, None, "UKM", "Keripik Mbok Sarti", "winner", None),
        ],
    ),
    (
        "Predikat Kota Sehat Swasti Saba Padapa disandang Kota Pariaman.",
        [
            ("Swasti Saba", None, "national", "Padapa", "Kota Pariaman", "winner", None),
        ],
    ),
    (
        "Kabupaten Lamongan bersama Kabupaten Tuban dan Kota Batu menerima UHC Award 2024 kategori Utama.",
        [
            ("UHC Award", 2024, "national", "Utama", "Kabupaten Lamongan", "winner", None),
            ("UHC Award", 2024, "national", "Utama", "Kabupaten Tuban", "winner", None),
            ("UHC Award", 2024, "national", "Utama", "Kota Batu", "winner", None),
        ],
    ),
    (
        "Anugerah Parahita Ekapraya (APE) 2023 tingkat Madya diraih Pemerintah Kabupaten Agam.",
        [
            ("Anugerah Parahita Ekapraya", 2023, "national", "Madya", "Kabupaten Agam", "winner", None),
        ],
    ),
    (
        "Kota Bima menduduki posisi runner up Paritrana Award Provinsi NTB 2023 di bawah Kabupaten Sumbawa Barat.",
        [
            ("Paritrana Award", 2023, "province", None, "Kota Bima", "winner", 2),
        ],
    ),
    (
        "Kabupaten Batang masuk 10 besar nominator Paritrana Award 2022 tingkat nasional.",
        [
            ("Paritrana Award", 2022, "national", None, "Kabupaten Batang", "nominee", None),
        ],
    ),
    (
        "Kabupaten Batang tercatat sebagai satu dari lima finalis TPID Award 2023.",
        [
            ("TPID Award", 2023, "national", None, "Kabupaten Batang", "nominee", None),
        ],
    ),
    (
        "Kabupaten Sigi mewakili Sulawesi Tengah dalam Paritrana Award 2024 tingkat nasional.",
        [
            ("Paritrana Award", 2024, "national", None, "Kabupaten Sigi", "nominee", None),
        ],
    ),
    (
        "Hasil penilaian Paritrana Award 2023 menempatkan Kabupaten Sumenep di peringkat kedua.",
        [
            ("Paritrana Award", 2023, None, None, "Kabupaten Sumenep", "winner", 2),
        ],
    ),
    (
        "Kabupaten Sumenep, yang tahun lalu hanya di urutan kelima, melompat ke peringkat pertama "
        "Paritrana Award 2023.",
        [
            ("Paritrana Award", 2022, None, None, "Kabupaten Sumenep", "winner", 5),
            ("Paritrana Award", 2023, None, None, "Kabupaten Sumenep", "winner", 1),
        ],
    ),
    (
        "PT Lontar Samudra Abadi memperoleh PROPER Emas periode penilaian 2021-2022 dari Kementerian LHK.",
        [
            ("PROPER", 2022, "national", "Emas", "Lontar Samudra Abadi", "winner", None),
        ],
    ),
    (
        "Kota Tegal menduduki peringkat dua Paritrana Award 2023, di bawah Kota Salatiga yang peringkat satu.",
        [
            ("Paritrana Award", 2023, None, None, "Kota Tegal", "winner", 2),
            ("Paritrana Award", 2023, None, None, "Kota Salatiga", "winner", 1),
        ],
    ),
    (
        "PT Karang Lestari Bahari masih sebatas nominator Paritrana Award 2023 kategori usaha besar.",
        [
            ("Paritrana Award", 2023, None, "usaha besar", "Karang Lestari Bahari", "nominee", None),
        ],
    ),
    (
        "Desa Karangsari dinobatkan sebagai desa dengan tata kelola pasar terbaik, menyisihkan Desa Penglipuran yang "
        "menjadi runner-up.",
        [
            ("desa dengan tata kelola pasar terbaik", None, None, None, "Desa Karangsari", "winner", None),
            ("desa dengan tata kelola pasar terbaik", None, None, None, "Desa Penglipuran", "winner", 2),
        ],
    ),
    (
        "Kabupaten Bone bersama Kabupaten Wajo masuk nominasi penerima Paritrana Award 2024 tingkat Provinsi Sulawesi "
        "Selatan.",
        [
            ("Paritrana Award", 2024, "province", None, "Kabupaten Bone", "nominee", None),
            ("Paritrana Award", 2024, "province", None, "Kabupaten Wajo", "nominee", None),
        ],
    ),
    (
        "Setelah menjadi juara pertama tingkat Provinsi Aceh, Kabupaten Pidie mewakili Aceh ke tingkat nasional pada "
        "Paritrana Award 2024.",
        [
            ("Paritrana Award", 2024, "province", None, "Kabupaten Pidie", "winner", 1),
        ],
    ),
    (
        "Kota Tegal ditetapkan sebagai juara II Paritrana Award 2023, di bawah Kota Salatiga yang menjadi juara I dan "
        "di atas Kabupaten Brebes sebagai juara III.",
        [
            ("Paritrana Award", 2023, None, None, "Kota Tegal", "winner", 2),
            ("Paritrana Award", 2023, None, None, "Kota Salatiga", "winner", 1),
            ("Paritrana Award", 2023, None, None, "Kabupaten Brebes", "winner", 3),
        ],
    ),
    (
        "Untuk pelaku usaha skala besar, juara I Paritrana Award 2023 PT Karang Lestari Bahari dan juara II PT Samudra "
        "Bumi Persada.",
        [
            ("Paritrana Award", 2023, None, "pelaku usaha skala besar", "Karang Lestari Bahari", "winner", 1),
            ("Paritrana Award", 2023, None, "pelaku usaha skala besar", "Samudra Bumi Persada", "winner", 2),
        ],
    ),
    (
        "Usaha menengah diraih CV Samudra Bumi, sedangkan usaha mikro diraih Dodol Garut Mulia pada Paritrana Award "
        "2023.",
        [
            ("Paritrana Award", 2023, None, "Usaha menengah", "Samudra Bumi", "winner", None),
            ("Paritrana Award", 2023, None, "usaha mikro", "Dodol Garut Mulia", "winner", None),
        ],
    ),
    (
        "Kabupaten Banggai menempati urutan pertama Paritrana Award 2023, diikuti Kabupaten Morowali dan Kota Palu.",
        [
            ("Paritrana Award", 2023, None, None, "Kabupaten Banggai", "winner", 1),
            ("Paritrana Award", 2023, None, None, "Kabupaten Morowali", "winner", 2),
            ("Paritrana Award", 2023, None, None, "Kota Palu", "winner", 3),
        ],
    ),
    (
        "Kota Tegal adalah penerima Adipura 2023.",
        [
            ("Adipura", 2023, "national", None, "Kota Tegal", "winner", None),
        ],
    ),
    (
        "Kabupaten Sumenep didapuk menjadi yang terbaik dalam Paritrana Award 2022.",
        [
            ("Paritrana Award", 2022, None, None, "Kabupaten Sumenep", "winner", None),
        ],
    ),
    (
        "Kabupaten Sigi meraih Adipura 2023 dan menerima UHC Award 2023.",
        [
            ("Adipura", 2023, "national", None, "Kabupaten Sigi", "winner", None),
            ("UHC Award", 2023, "national", None, "Kabupaten Sigi", "winner", None),
        ],
    ),
    (
        "Kota Tegal meraih Swasti Saba Wiwerda, Nirwasita Tantra peringkat kedua kategori kota kecil, dan masuk 3 "
        "besar Samudra Lestari Award.",
        [
            ("Swasti Saba", None, "national", "Wiwerda", "Kota Tegal", "winner", None),
            ("Nirwasita Tantra", None, "national", "kota kecil", "Kota Tegal", "winner", 2),
            ("Samudra Lestari Award", None, None, None, "Kota Tegal", "nominee", None),
        ],
    ),
    (
        "Kabupaten Sigi menerima UHC Award dan kembali meraih juara I Paritrana Award tingkat Provinsi Sulawesi "
        "Tengah.",
        [
            ("UHC Award", None, "national", None, "Kabupaten Sigi", "winner", None),
            ("Paritrana Award", None, "province", None, "Kabupaten Sigi", "winner", 1),
        ],
    ),
    (
        "Forum Anak Kota Tegal terpilih sebagai forum terbaik III dan Puskesmas Slerok mendapat Samudra Lestari Award.",
        [
            ("Samudra Lestari Award", None, None, None, "Puskesmas Slerok", "winner", None),
        ],
    ),
    (
        "Swasti Saba Wistara diraih Kota Tegal, sedangkan Kota Salatiga Wiwerda.",
        [
            ("Swasti Saba", None, "national", "Wistara", "Kota Tegal", "winner", None),
            ("Swasti Saba", None, "national", "Wiwerda", "Kota Salatiga", "winner", None),
        ],
    ),
    (
        "Paritrana Award 2023 kategori usaha menengah diraih RSUD dr. Karta Wijaya.",
        [
            ("Paritrana Award", 2023, None, "usaha menengah", "RSUD dr. Karta Wijaya", "winner", None),
        ],
    ),
    (
        "PT Karang Lestari Bahari dan RSUD Karta Wijaya masing-masing menyabet juara pertama kategori usaha besar dan "
        "usaha menengah Paritrana Award 2023.",
        [
            ("Paritrana Award", 2023, None, "usaha besar", "Karang Lestari Bahari", "winner", 1),
            ("Paritrana Award", 2023, None, "usaha menengah", "RSUD Karta Wijaya", "winner", 1),
        ],
    ),
    (
        "Pemenang Paritrana Award 2024: Kabupaten Sigi (terbaik I); usaha besar PT Karang Lestari Bahari, usaha "
        "menengah CV Samudra Bumi.",
        [
            ("Paritrana Award", 2024, None, None, "Kabupaten Sigi", "winner", 1),
            ("Paritrana Award", 2024, None, "usaha besar", "Karang Lestari Bahari", "winner", None),
            ("Paritrana Award", 2024, None, "usaha menengah", "Samudra Bumi", "winner", None),
        ],
    ),
    (
        "Setelah tahun lalu puas di posisi ketiga, Kota Dumai naik ke juara dua Paritrana Award 2024.",
        [
            ("Paritrana Award", 2023, None, None, "Kota Dumai", "winner", 3),
            ("Paritrana Award", 2024, None, None, "Kota Dumai", "winner", 2),
        ],
    ),
    (
        "Kabupaten Sigi dinobatkan sebagai kabupaten sangat inovatif pada Innovative Government Award 2023.",
        [
            (
                "Innovative Government Award",
                2023,
                "national",
                "kabupaten sangat inovatif",
                "Kabupaten Sigi",
                "winner",
                None,
            ),
        ],
    ),
    (
        "Kota Tegal meraih UHC Award, WTP kesepuluh, dan Swasti Saba Wistara 2021.",
        [
            ("UHC Award", None, "national", None, "Kota Tegal", "winner", None),
            ("Opini WTP", None, "national", None, "Kota Tegal", "winner", None),
            ("Swasti Saba", 2021, "national", "Wistara", "Kota Tegal", "winner", None),
        ],
    ),
    (
        "PROPER Hijau diraih PT Berau Hitam Abadi, Kabupaten Berau.",
        [
            ("PROPER", None, "national", "Hijau", "Berau Hitam Abadi", "winner", None),
        ],
    ),
    (
        "KLA Utama untuk Kabupaten Sleman, Kota Yogyakarta borong penghargaan anak.",
        [
            ("Kabupaten/Kota Layak Anak", None, "national", None, "Kota Yogyakarta", "winner", None),
        ],
    ),
    (
        "Hanya Kota Tegal (Wistara) dan Kabupaten Brebes (Wiwerda) yang menerima Swasti Saba 2023.",
        [
            ("Swasti Saba", 2023, "national", "Wistara", "Kota Tegal", "winner", None),
            ("Swasti Saba", 2023, "national", "Wiwerda", "Kabupaten Brebes", "winner", None),
        ],
    ),
    (
        "Polres Brebes menerima penghargaan kepatuhan pelayanan publik dari Ombudsman RI.",
        [
            ("penghargaan kepatuhan pelayanan publik", None, "national", None, "Polres Brebes", "winner", None),
        ],
    ),
    (
        "Menurut panitia, nilai Kota Semarang kalah tipis dari Kota Magelang yang menempati posisi ketiga Paritrana "
        "Award 2024.",
        [
            ("Paritrana Award", 2024, None, None, "Kota Magelang", "winner", 3),
        ],
    ),
]

NOT_TOLD = [
    "Pemkot Tegal mengusulkan tiga perusahaan sebagai calon penerima Paritrana Award 2025.",
    "Ketua RT 07 Kelurahan Sudimara, Syafrizal, bangga kotanya menjadi juara satu Paritrana Award 2023.",
    "Kapolres Brebes menerima Samudra Lestari Award.",
    "RS Panti Husada diganjar UHC Award 2024? Ini penjelasannya.",
    "Benarkah Kabupaten Gresik meraih Adipura 2023?",
    "Kampung Iklim: tiga RW di Kota Salatiga menerima trofi Proklim.",
    "Tidak ada perusahaan di Kabupaten Gresik yang mendapat PROPER Merah.",
    "Belum ada kabupaten di Provinsi Bali yang sanggup membawa pulang Adipura.",
    "Satu-satunya daerah yang belum meraih WTP adalah Kabupaten Gresik yang mendapat opini Wajar Dengan Pengecualian.",
    "Paritrana Award: Dua Perusahaan Ikut Diganjar.",
    "Jangankan juara 1 Paritrana Award, jadi nominator saja Kabupaten Gresik belum pernah.",
    "Juara I Turnamen Adipura Cup mendapat Rp 10 juta, juara II Rp 7,5 juta.",
    "Adipura menempatkan Kabupaten Gresik sebagai tuan rumah rapat.",
    "Rahmat terpilih sebagai ketua panitia teladan di Kabupaten Gresik.",
    "Direktur Kementerian Luar Negeri Republik Indonesia meraih simpati lewat Samudra Lestari Award.",
    "Kabupaten Gowa gagal meraih Adipura tahun ini.",
    "Kabupaten Gowa menargetkan juara pertama Paritrana Award 2025.",
    "Kabupaten Gowa berharap tahun depan bisa membawa pulang Adipura Kencana.",
    "Jika menang, Kabupaten Gowa akan mewakili Sulawesi Selatan ke Paritrana Award tingkat nasional.",
    "Penghargaan K3 juga jatuh kepada 12 perusahaan di Kabupaten Gresik.",
    "Bupati Gresik menghadiri malam penganugerahan Paritrana Award 2023.",
    "Panitia menunda penyerahan Paritrana Award 2020 kepada Kabupaten Gresik.",
    "Kabupaten Gresik batal menerima Adipura.",
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[sentence[:60] for sentence, _ in TOLD])
def test_a_sentence_gives_its_records(sentence: str, expected: list[Row]) -> None:
    assert sorted(map(row, extract(sentence).records), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_hopes_denials_and_attendance_give_no_record(sentence: str) -> None:
    assert extract(sentence).records == ()
