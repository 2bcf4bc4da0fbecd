"""What is no article is named, and no real story is taken for it."""

from typing import Any

import lxml.html
import pytest

from extractor.article import Article, Page, Pages, Removed
from extractor.clean.no_article import reason
from tests.clean.test_languages import ENGLISH, INDONESIAN, MALAY

SHORT = "AMBON - Api melanda dua rumah di Waihaong, Senin malam. Tak ada yang luka, kata dia. Api padam jam tiga."
STORY = f"{INDONESIAN}\n\n{INDONESIAN.replace('Ambon', 'Tual')}\n\n{SHORT}"
CITIES = ("Tual", "Sorong", "Bitung", "Palu", "Jambi")
HEADLINES = [f"Kota {name} Raih Adipura Setelah Menanti Enam Tahun" for name in CITIES]
TEASER = "Wali kota berterima kasih kepada warga yang menjaga pasar dan pantai tetap bersih."
LATEST = "\n\n".join(f"{headline}\n\n12 Mei 2025\n\n{TEASER}" for headline in HEADLINES)
LINKS = "".join(f"<div><a href='/{number}'><h3>{headline}</h3></a></div>" for number, headline in enumerate(HEADLINES))


def code(
    text: str,
    title: str = "Ambon Raih Adipura",
    body: str = "<body>",
    head: str = "",
    url: str | None = None,
    **said: Any,
) -> str | None:
    """The code under which a page of this source, of which this text was read, is set aside."""
    html = f"<html><head>{head}</head>{body}{LINKS}</body></html>"
    article = Article(text, title=title, url=url)._replace(**said)
    found = reason(article, lxml.html.fromstring(html), Page("a.html", html.encode(), url))
    assert found is None or found.article is article
    return found.code if found else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", "404 Not Found"),
        ("Mohon maaf, artikel yang Anda cari sudah dihapus.", "Kabar Lontar"),
        (f"Sepertinya tidak ada di sini.\n\n{LATEST}", "Ups! Halaman tidak ditemukan."),
        (LATEST, "Page not found - Kabar Lontar"),
    ],
)
def test_a_page_that_is_not_there(text: str, title: str) -> None:
    assert code(text, title) == "soft_404"


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("", "Login - Kabar Lontar", "<body>"),
        ("Silakan masuk. Belum punya akun?", "Kabar Lontar", "<body><input type='password'>"),
    ],
)
def test_a_login(text: str, title: str, body: str) -> None:
    assert code(text, title, body) == "login"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"{SHORT} Wali kota ...\n\nArtikel ini khusus pelanggan", '<script>{"isAccessibleForFree": false}</script>'),
        (f"{SHORT}\n\nUntuk melanjutkan membaca, silakan berlangganan. Wali kota mengatakan ...", ""),
        (SHORT, '<script type="application/ld+json">{"isAccessibleForFree":"False"}</script>'),
        (f"{SHORT}\n\nUntuk melanjutkan membaca, silakan masuk atau daftar.", ""),
        (f"{SHORT}\n\nAnda telah mencapai batas artikel gratis bulan ini.", ""),
    ],
)
def test_the_opening_of_a_paid_story(text: str, head: str) -> None:
    assert code(text, head=head) == "paywall"


def test_a_short_story_that_speaks_of_readers_who_pay_is_none() -> None:
    told = f"Koran itu meminta warga berlangganan untuk membaca artikel ini. {SHORT} {SHORT}"
    assert code(f"{told}\n\n{SHORT}\n\n{SHORT}") is None


CONSENT = (
    "Kami dan 90 mitra menyimpan kuki pada perangkat Anda. Anda dapat membaca artikel ini dengan menyetujui kuki, atau "
    "berlangganan tanpa iklan seharga Rp10.000. Persetujuan dapat dicabut kapan saja, lihat kebijakan privasi kami."
)


@pytest.mark.parametrize(
    ("text", "removed"),
    [
        (CONSENT, ()),
        ("Before you continue. We and our partners store and/or access information on your device. Accept all", ()),
        (f"{CONSENT} Kami memproses data seperti alamat IP.\n\n" + "Mitra kami membaca kuki. " * 60, ()),
        ("", (Removed(0, CONSENT, "cookies"),)),
    ],
)
def test_a_page_that_asks_for_consent_first(text: str, removed: tuple[Removed, ...]) -> None:
    assert code(text, removed=removed) == "paywall"


def test_a_story_above_a_bar_of_cookies_stays() -> None:
    assert code(SHORT, removed=(Removed(0, CONSENT, "cookies"),)) is None
    assert code(f"{STORY}\n\n{CONSENT}\n\n{STORY}") is None


EVENTS = "\n\n".join(
    f"Rapat {city}\n\nPukul 8.00 WIT, bertempat di Balai Kota {city}. Peserta: seluruh kepala dinas." for city in CITIES
)


@pytest.mark.parametrize(
    ("text", "title", "head", "url"),
    [
        (EVENTS, "Agenda Kegiatan - Kota Ambon", "", "https://ambon.example/agenda/2024/10"),
        (EVENTS, "Upcoming Events", '<script>{"@type":"Event"}</script>', None),
        ("", "Kalender Kegiatan", "", "https://ambon.example/kalender"),
    ],
)
def test_a_calendar_of_events(text: str, title: str, head: str, url: str | None) -> None:
    assert code(text, title, head=head, url=url) == "index"


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Agenda Kegiatan Wali Kota Padat Menjelang Lomba", "https://ambon.example/agenda/padat"),
        ("Dua Rumah Terbakar", "https://ambon.example/agenda/rapat"),
    ],
)
def test_a_story_about_an_event_is_no_calendar(title: str, url: str) -> None:
    assert code(STORY, title, '<body><script>{"@type":"Event"}</script>', url=url) is None


DOCUMENTS = (
    "<body><object data='/f/kepbup.pdf' type='application/pdf'></object>",
    "<body><iframe src='https://docs.google.com/gview?url=https://ambon.example/kepbup.pdf&embedded=true'></iframe>",
    "<body><div class='wp-block-file'><a href='/f/kepbup.pdf'>Kepbup.pdf</a></div>",
)


@pytest.mark.parametrize("body", DOCUMENTS)
def test_a_page_of_a_document(body: str) -> None:
    assert code("Kepbup.pdf Unduh", body=body) == "media"
    assert code(f"{SHORT} Upah itu berlaku bagi semua pekerja di kota itu mulai tahun depan.", body=body) is None


@pytest.mark.parametrize(
    ("title", "body", "url"),
    [
        ("Adipura", "<body class='archive tag tag-adipura'>", None),
        ("Adipura", "<body>", "https://lontar.example/tag/adipura"),
        ("Berita Adipura Terbaru Hari Ini", "<body>", "https://lontar.example/adipura"),
        ("Kabar Lontar", "<body class='home blog'>", "https://lontar.example/"),
        ("Kabar Lontar", "<body>", "https://www.lontar.example"),
    ],
)
def test_a_list_of_stories(title: str, body: str, url: str | None) -> None:
    assert code(LATEST, title, body, url=url) == "index"


@pytest.mark.parametrize(
    ("text", "title", "head", "url"),
    [
        ("Dua rumah terbakar. Tidak ada korban.", "VIDEO: Dua Rumah Terbakar", "", None),
        (LATEST, "Karnaval Nelayan", '<script>{"@type":"ImageGallery"}</script>', None),
        ("", "Karnaval Nelayan", "", "https://lontar.example/foto/karnaval-nelayan-prigi"),
    ],
)
def test_media_without_a_story(text: str, title: str, head: str, url: str | None) -> None:
    assert code(text, title, head=head, url=url) == "media"


@pytest.mark.parametrize("text", [ENGLISH, MALAY])
def test_another_language(text: str) -> None:
    assert code(text) == "language"


@pytest.mark.parametrize("text", ["", "Kebakaran melanda dua rumah di Ambon.", f"Listrik padam di Ambon.\n\n{LATEST}"])
def test_what_is_too_short(text: str) -> None:
    assert code(text) == "too_short"


@pytest.mark.parametrize(
    ("text", "title", "body", "head", "url"),
    [
        (SHORT, "Dua Rumah Terbakar", "<body>", "", None),
        (f"{STORY}\n\n{STORY}", "404 Not Found", "<body class='error404'>", "", None),
        (f"{STORY}\n\nHalaman tidak ditemukan, begitu situs dinas itu.", "Situs Dinas Mati", "<body>", "", None),
        (STORY, "Login Massal", "<body><input type='password'>Silakan masuk", "", None),
        (f"{SHORT}\n\n{SHORT}", "Dua Rumah Terbakar", "<body><input type='password'>", "", None),
        (f"{STORY}\n\n{STORY}\n\nBerlangganan sekarang", "Iuran", "<body>", '{"isAccessibleForFree": false}', None),
        (STORY, "Dua Rumah Terbakar", "<body class='archive'>", "", "https://lontar.example/berita/dua-rumah-terbakar"),
        (STORY, "Dua Rumah Terbakar", "<body>", "", "https://lontar.example/"),
        (STORY, "Dua Rumah Terbakar", "<body>", "", "https://lontar.example/tag/dua-rumah-terbakar"),
        (STORY, "Kategori Pemenang", "<body class='single single-post'>", '"CollectionPage"', None),
        (STORY, "VIDEO: Dua Rumah Terbakar", "<body>", '{"@type":"VideoObject"}', "https://lontar.example/video/dua-rumah"),
        (f"{STORY}\n\n{LATEST}", "Dua Rumah Terbakar", "<body>", "", None),
        (f"{STORY}\n\n“{ENGLISH[:200]}”", "Dua Rumah Terbakar", "<body>", "", None),
        (f"{SHORT}\n\n" + "\n".join(f"- Kota {city}" for city in CITIES), "Pemenang", "<body>", "", None),
    ],
)
def test_a_real_story_stays(text: str, title: str, body: str, head: str, url: str | None) -> None:
    assert code(text, title, body, head, url) is None


def test_a_list_whose_titles_were_cut_out_is_no_story() -> None:
    teasers = "\n\n".join([TEASER] * len(HEADLINES))
    step = len(TEASER) + 2
    cut = tuple(Removed(number * step, headline, "link") for number, headline in enumerate(HEADLINES))
    assert code(teasers, "FOTO: Karnaval Nelayan", removed=cut) == "media"


def test_a_story_with_links_between_its_paragraphs_stays() -> None:
    paragraphs = [*STORY.split("\n\n"), SHORT, SHORT]
    ends = [sum(len(before) + 2 for before in paragraphs[: number + 1]) for number in range(len(paragraphs))]
    cut = tuple(Removed(at, headline, "link") for at, headline in zip(ends, HEADLINES, strict=True))
    assert code("\n\n".join(paragraphs), "VIDEO: Dua Rumah Terbakar", removed=cut) is None


def test_a_front_page_of_which_teasers_were_read() -> None:
    assert code(f"{TEASER} {TEASER}", "Kabar Lontar", "<body class='home blog'>") == "index"


def test_a_dated_page_is_no_index() -> None:
    head = '<meta property="article:published_time" content="2025-05-12T08:00:00+09:00">'
    assert code(LATEST, "Adipura", "<body class='archive'>", head, "https://lontar.example/tag/a") != "index"


def test_the_last_page_of_several_may_be_short() -> None:
    assert code("Demikian wali kota.", pages=Pages(1, 3, (1, 2))) is None


def test_a_paywall_may_have_been_cut_out() -> None:
    assert code(f"{SHORT} Wali ...", removed=(Removed(20, "Artikel ini khusus pelanggan", "paywall"),)) == "paywall"


@pytest.mark.parametrize(("languages", "expected"), [(("id",), "language"), (("id", "en"), None), (None, None)])
def test_a_caller_chooses_the_languages(languages: tuple[str, ...] | None, expected: str | None) -> None:
    found = reason(Article(ENGLISH), None, Page("a.html", b""), languages=languages)
    assert (found.code if found else None) == expected


def test_a_reason_tells_the_input_and_the_words() -> None:
    found = reason(Article(ENGLISH), None, Page("a.html", b""))
    assert str(found) == "a.html: is written in English"


GONE = "Maaf, tulisan yang Anda tuju sudah tidak tersedia atau alamatnya keliru."
SUGGESTED = "\n\n".join(f"{INDONESIAN} Kota {name} menyusul tahun depan." for name in CITIES)


@pytest.mark.parametrize(
    "first",
    [
        GONE,
        "Kami tidak dapat menemukan halaman yang Anda minta. Coba berita berikut.",
        "Artikel ini sudah tidak tersedia. Silakan baca berita lain.",
    ],
)
def test_a_page_that_is_not_there_may_offer_long_stories(first: str) -> None:
    assert code(f"{first}\n\n{SUGGESTED}", "Kabar Lontar") == "soft_404"


@pytest.mark.parametrize(
    "first",
    [
        "Obat yang Anda cari di apotek belum tentu asli, kata Kepala BPOM Ambon, Selasa.",
        "Kapal yang dituju para perantau itu sudah tidak tersedia sejak pandemi.",
    ],
)
def test_a_story_about_what_is_missing_stays(first: str) -> None:
    assert code(f"{first}\n\n{SUGGESTED}", "Kabar Lontar") is None


EVENT = "<li class=r><time>{}</time><h3><a href='/a{}'>Pawai Obor</a></h3><address>Lapangan Merdeka</address></li>"


def test_rows_of_events_are_a_calendar() -> None:
    rows = "".join(EVENT.format(f"{day} Mei", day) for day in (3, 9, 17))
    assert code(f"{TEASER}\n\n{TEASER}", "Kalender Acara Mei 2025", f"<body><ul>{rows}</ul>") == "index"


def test_a_list_of_all_posts_of_a_type() -> None:
    assert code(f"{TEASER}\n\n{TEASER}", "Acara", "<body class='post-type-archive-acara'>") == "index"


POST = "<div class='post hentry'><h3><a href='/p{0}'>Kabar {0}</a></h3><p>{1}</p><a>Baca selengkapnya »</a></div>"


def test_a_label_of_which_one_teaser_was_read() -> None:
    shown = "<div>Menampilkan postingan dengan label <b>Tual</b>.</div>"
    posts = "".join(POST.format(number, TEASER) for number in range(3))
    url = "https://kabarlontar.example/search/label/Tual"
    assert code(f"{TEASER} {TEASER}", "Kabar Lontar: Tual", f"<body>{shown}{posts}", url=url) == "index"
    assert code(f"{TEASER} {TEASER}", "Kabar Lontar: Tual", f"<body>{shown}{posts}") == "index"


def test_the_consent_dialog_of_a_network_is_no_story() -> None:
    text = (
        "kabarlontar.example meminta persetujuan Anda untuk menggunakan data pribadi Anda untuk:\n\n"
        "Data pribadi Anda akan diproses dan dapat disimpan oleh 88 mitra TCF.\n\n"
        "Beberapa vendor bekerja atas dasar kepentingan sah; untuk menolaknya, kelola opsi di bawah."
    )
    assert code(text, "Harga Pala Naik") == "paywall"
