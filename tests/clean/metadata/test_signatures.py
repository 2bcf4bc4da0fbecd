"""Sentences that sign a story, kickers that name its section, keywords of a whole site, titles in large letters."""

import pytest

from extractor.article import Page
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.tree import parse

STORY = (
    "<p>Pemerintah kota menyerahkan kartu jaminan kepada ratusan nelayan dan buruh bongkar muat di pelabuhan itu, "
    "dan wali kota menyebut perlindungan bagi pekerja rentan akan diteruskan pada tahun berikutnya bersama provinsi, "
    "sebab iuran mereka ditanggung oleh anggaran daerah sejak awal tahun lalu menurut kepala dinas setempat.</p>"
)
T = "Wali Kota Serahkan Kartu Nelayan di Pelabuhan"
H1 = f"<h1>{T}</h1>"
SIGNED = 'Ditulis oleh Ona Latupono pada 17 Januari 2022 pukul 16.45 WIT dalam kategori <a href="/l">Lingkungan</a>'
BY_LINK = 'Ditulis oleh <a href="/u">Ona Latupono</a> pada 17 Januari 2022 pukul 16.45 WIT di Rubrik: <b>Lingkungan</b>'
IN_SPANS = (
    "<span>Diposting oleh</span> <b>Ona Latupono</b> <i>pada 17 Januari 2022 pukul 16.45 WIT</i> "
    "<i>dalam kategori</i> <a>Lingkungan</a>"
)
SITE = '<meta property="og:site_name" content="Website Resmi Desa Lontar Indah">'


def head(html: str) -> Metadata:
    return metadata(parse(f'<html lang="id">{html}'), Page("halaman.html", b""))


@pytest.mark.parametrize("sentence", [SIGNED, BY_LINK, IN_SPANS])
@pytest.mark.parametrize("page", ["{h1}<div>{said}</div>{story}", "{h1}{story}<div class=akhir>{said}</div>"])
def test_a_sentence_signs_the_story_above_or_below_it(page: str, sentence: str) -> None:
    said = head(page.format(h1=H1, said=sentence, story=STORY))
    assert (said.author, said.published, said.section) == ("Ona Latupono", "2022-01-17T16:45:00+09:00", "Lingkungan")


@pytest.mark.parametrize(
    "html",
    [
        f"{H1}{STORY}<aside><div>{SIGNED}</div></aside>",
        f'{H1}{STORY}<div class="komentar"><div>{SIGNED}</div></div>',
        f"{H1}{STORY}<p>Buku itu ditulis oleh Ona Latupono pada 2019.</p>",
        f"{H1}{STORY}<p>Ditulis oleh warga kampung pada 17 Januari tahun lalu.</p>",
    ],
)
def test_a_sentence_of_others_signs_nothing(html: str) -> None:
    said = head(html)
    assert (said.author, said.published, said.section) == (None, None, None)


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<span>Berita Daerah</span>", "Berita Daerah"),
        ("<div>Ekonomi dan Bisnis</div>", "Ekonomi dan Bisnis"),
        ("<span>Ona Latupono</span>", None),
        ("<span>Kegiatan wali kota di daerah pesisir</span>", None),
        ("<span>berita lain</span>", None),
        ("<span>Berita</span><div>Selasa</div>", None),
    ],
)
def test_a_line_just_above_the_heading_names_the_section(above: str, section: str | None) -> None:
    assert head(f"<div>{above}{H1}{STORY}</div>").section == section


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ("desa,website desa", ()),
        ("berita terkini, portal warga", ()),
        ("desa, nelayan", ("desa", "nelayan")),
        ("Lontar Indah, Kartu Jaminan", ("Lontar Indah", "Kartu Jaminan")),
        ("dinas setempat, pesisir", ("dinas setempat", "pesisir")),
    ],
)
def test_keywords_of_the_whole_site_are_no_tags(keywords: str, tags: tuple[str, ...]) -> None:
    assert head(f'{SITE}<meta name="keywords" content="{keywords}">{H1}{STORY}').tags == tags


def test_links_give_the_tags_where_keywords_are_the_sites() -> None:
    links = '<div><a href="/tag/kartu">Kartu</a></div>'
    assert head(f'{SITE}<meta name="keywords" content="desa">{H1}{STORY}{links}').tags == ("Kartu",)


OLD = f'<table><tr><td><font size=6><b>HARIAN LONTAR RAYA</b></font></td></tr><tr><td><font size=5><b>{T}</b></font>'


@pytest.mark.parametrize("tag", [f"Harian Lontar Raya - {T}", f"{T} | Harian Lontar Raya"])
def test_a_page_of_large_letters_prints_its_title_in_them(tag: str) -> None:
    said = head(f"<title>{tag}</title>{OLD}<p>Oleh Ona Latupono{STORY}</table>")
    assert (said.title, said.outlet, said.author) == (T, "Harian Lontar Raya", "Ona Latupono")
    assert said.conflicts == ()


def test_bold_words_are_not_where_a_story_begins_if_there_is_a_heading() -> None:
    bold = f"<title>Portal Kota Lontar - Berita</title><b>Portal Kota Lontar</b>{STORY}"
    assert head(f"{bold}{H1}<div>Selasa, 10 Desember 2024 09:12 WIT</div>").published == "2024-12-10T09:12:00+09:00"


@pytest.mark.parametrize(
    "links",
    [
        '<footer class="akhir"><a href="/tag/kartu" rel="tag">Kartu</a>, <a href="/t/2" rel="tag">Tual</a></footer>',
        '<div class="tags">TAGS: <a href="/t/kartu">Kartu</a>, <a href="/t/tual">Tual</a></div>',
        '<ul class="post-tags"><li><a href="/t/kartu">Kartu</a></li><li><a href="/t/tual">Tual</a></li></ul>',
    ],
)
def test_tags_stand_in_the_foot_of_the_article_or_in_a_box_that_is_named_for_them(links: str) -> None:
    said = head(f'<article>{H1}{STORY}{links}</article><footer><a href="/tag/lain" rel="tag">Lain</a></footer>')
    assert said.tags == ("Kartu", "Tual")


def test_links_in_the_foot_of_the_page_and_in_stages_are_no_tags() -> None:
    links = '<div class="stages"><a href="/t/a">A</a></div><footer class="tags"><a href="/t/b">B</a></footer>'
    assert head(f"{H1}{STORY}{links}").tags == ()


@pytest.mark.parametrize(
    ("box", "author"),
    [
        ("<div>Ona Latupono</div><div>Tayang: Kamis, 6 Maret 2025 12:40 WIB</div>", "Ona Latupono"),
        ("<span>Ona Latupono</span> <span>Diterbitkan 6 Maret 2025</span>", "Ona Latupono"),
        ("<span>Ona Tayang Latupono</span> <span>6 Maret 2025</span>", "Ona Tayang Latupono"),
    ],
)
def test_the_label_of_the_date_is_no_part_of_the_authors_name(box: str, author: str) -> None:
    assert head(f'{H1}<div class="penulis-box">{box}</div>{STORY}').author == author
