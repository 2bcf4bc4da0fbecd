"""Pages that print what others say in data: the day in WordPress's closing sentence, authors of interviews, menus."""

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
RSS = 'and is filed under <a href="/?cat=4" rel="category tag">Desa</a>. You can follow any responses to this entry.'


def head(html: str) -> Metadata:
    return metadata(parse(f'<html lang="id"><body>{html}</body></html>'), Page("halaman.html", b""))


@pytest.mark.parametrize(
    "sentence",
    [
        f"This entry was posted on Sabtu, Agustus 12th, 2023 at 07:30 {RSS}",
        f"This entry was posted on Saturday, August 12th, 2023 at 7:30 am {RSS}",
        f"Tulisan ini dipublikasikan pada Sabtu, 12 Agustus 2023 pukul 07.30 {RSS}",
    ],
)
def test_the_sentence_that_closes_an_entry_tells_the_time_of_the_day_above_it(sentence: str) -> None:
    said = head(f"{H1}<small>12 Agustus 2023 by Sitti Maryam</small>{STORY}<p><small>{sentence}</small></p>")
    assert said.published == "2023-08-12T07:30:00+07:00"
    assert said.conflicts == ()


def test_the_entry_of_another_day_tells_no_time_of_this_one() -> None:
    other = f"This entry was posted on Sabtu, Agustus 19th, 2023 at 07:30 {RSS}"
    assert head(f"{H1}<small>12 Agustus 2023</small>{STORY}<p>{other}</p>").published == "2023-08-12"


@pytest.mark.parametrize("label", ["Pewawancara: Febe Kambuaya", "Pewawancara : Febe Kambuaya"])
def test_who_asked_in_an_interview_wrote_it(label: str) -> None:
    assert head(f'{H1}<p class="oleh">{label}</p>{STORY}').author == "Febe Kambuaya"


def test_blog_archive_between_a_sites_name_and_a_title_is_no_outlet() -> None:
    said = head(f"<title>Lontar.Net » Blog Archive » {T}</title><h1>Lontar.Net</h1><h2>{T}</h2>{STORY}")
    assert (said.title, said.outlet) == (T, "Lontar.Net")


@pytest.mark.parametrize(
    ("box", "section"),
    [
        ('<ul class="menu"><li><a href="/a">Cerita</a></li><li><a href="/b">Foto</a></li></ul>', None),
        ('<div><ul class="main-navigation"><li><a href="/a">Cerita</a></li></ul></div>', None),
        ('<ul class="rubrik"><li><a href="/a">Cerita</a></li></ul>', "Cerita"),
    ],
)
def test_a_short_menu_above_the_heading_names_no_section(box: str, section: str | None) -> None:
    assert head(f"{box}<div>{H1}</div>{STORY}").section == section


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("<div><div>20 September 2024</div><div>Kabar Desa</div></div>", "2024-09-20"),
        ("<p>Jumat, 20 September 2024</p>", "2024-09-20"),
        ("<p>Diperbarui: 20 September 2024</p>", None),
        ("<p>20 September 2024</p><p>27 September 2024</p>", None),
        ('<div class="top-bar">Jumat, 20 September 2024</div>', None),
        ('<p>Jumat, 20 September 2024</p><ul class="menu"><li><a href="/">Beranda</a></li></ul>', None),
        ('<p><a href="/x">Harga Cabai Rawit di Pasar Naik</a> 20 September 2024</p>', None),
    ],
)
def test_the_only_day_just_above_the_heading_is_that_of_publication(above: str, published: str | None) -> None:
    assert head(f"<div>{above}{H1}{STORY}</div>").published == published


def test_a_day_below_the_heading_is_believed_and_not_that_above_it() -> None:
    said = head(f"<div><p>Sabtu, 22 November 2025</p>{H1}<ul><li>16 Desember 2024</li></ul>{STORY}</div>")
    assert (said.published, said.conflicts) == ("2024-12-16", ())


@pytest.mark.parametrize(
    ("field", "section"),
    [
        ('<div><div>Kategori</div><div><a href="/k/desa">Desa</a></div></div>', "Desa"),
        ('<dl><dt>Rubrik:</dt><dd><a href="/k/desa">Desa</a></dd></dl>', "Desa"),
        ('<p><strong>Kategori :</strong> <a href="/k/desa">Desa</a></p>', "Desa"),
        ('<div><h4>Kategori</h4><a href="/k/desa">Desa</a></div>', None),
        ('<div><div>Kategori</div><div><a href="/a">A1</a><a href="/b">B1</a><a href="/c">C1</a></div></div>', None),
        ('<ul><li><a href="/k">Kategori</a></li><li><a href="/k/desa">Desa</a></li></ul>', None),
        ('<aside><div>Kategori</div><div><a href="/k/desa">Desa</a></div></aside>', None),
    ],
)
def test_a_labelled_field_with_one_link_names_the_section(field: str, section: str | None) -> None:
    assert head(f"{H1}{STORY}{field}").section == section


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ("tual, maluku, pemkot", ()),
        ("kota tual", ()),
        ("berita tual, portal berita", ()),
        ("tual, kartu nelayan", ("tual", "kartu nelayan")),
    ],
)
def test_keywords_that_name_no_more_than_a_region_and_its_offices_are_the_sites(
    keywords: str, tags: tuple[str, ...]
) -> None:
    story = f"<h1>Pemkot Tual Serahkan Kartu Nelayan Maluku</h1>{STORY}"
    assert head(f'<meta name="keywords" content="{keywords}">{story}').tags == tags


BAR = '<div class="top-bar"><span>(0744) 0000</span> <span>Sabtu, 22 November 2025</span></div>'
DETAIL = '<section><h2>Detail Berita</h2><ol class="breadcrumb"><li>Beranda</li><li>Berita</li></ol></section>'
META = "<ul><li>16 Desember 2024</li><li>Admin</li><li>Dibaca 128 kali</li></ul>"
CARD = "<div><h4>Harga Cabai Rawit di Pasar Tual Naik</h4><p>Dinas belum menjawab.</p><small>1 Mei 2025</small></div>"
SITE = '<meta name="description" content="{0}"><title>{0}</title>'


@pytest.mark.parametrize(
    ("site", "outlet"),
    [
        ("Website Resmi Pemerintah Kota Tual", "Pemerintah Kota Tual"),
        ("Portal Berita - Pemerintah Kota Tual", "Pemerintah Kota Tual"),
        ("Pemerintah Kota Tual", "Pemerintah Kota Tual"),
    ],
)
@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_where_the_title_is_the_sites_alone_the_heading_above_the_byline_is_the_storys(
    site: str, outlet: str, tag: str
) -> None:
    said = head(f"{SITE.format(site)}{BAR}{DETAIL}<div><{tag}>{T}</{tag}>{META}{STORY}</div>{CARD}")
    assert (said.title, said.outlet, said.published) == (T, outlet, "2024-12-16")
    assert said.conflicts == ()


def test_a_bar_of_other_stories_before_the_story_is_passed_over() -> None:
    page = f"{SITE.format('Website Resmi Kota Tual')}{CARD}<div><h3>{T}</h3>{META}{STORY}</div>{CARD}"
    assert (head(page).title, head(page).published) == (T, "2024-12-16")


def test_a_day_in_the_body_itself_above_the_heading_may_be_todays() -> None:
    assert head(f"<div>Sabtu, 22 November 2025 10:21 WIB</div>{H1}{STORY}").published is None


@pytest.mark.parametrize(
    "page",
    [
        f"<title>{T}</title><div>{T}</div>{STORY}{CARD}",
        f'<title>{T}</title><meta name="description" content="{T}"><div>{T}</div>{STORY}{CARD}{STORY}',
        f"<title>{T}</title>{BAR}<h3>Kabar Lain dari Kota Tual</h3>{META}{STORY}",
    ],
)
def test_a_title_of_a_story_is_not_left_for_a_heading_with_a_day(page: str) -> None:
    assert head(page).title == T


@pytest.mark.parametrize(
    "told", ["Kota Tual meraih Paritrana Award 2024.", "Tahun 2022 lalu kota ini hanya masuk nominasi.", "Adipura 2023"]
)
def test_a_bare_year_of_the_story_is_no_day_of_its_publication(told: str) -> None:
    said = head(f"{H1}<p>{told}</p>{STORY}")
    assert (said.published, [one for one in said.told if one.field == "published"]) == (None, [])


def test_a_printed_new_year_is_a_day() -> None:
    assert head(f"{H1}{STORY}<div class='post-date'>1 Januari 2024</div>").published == "2024-01-01"
