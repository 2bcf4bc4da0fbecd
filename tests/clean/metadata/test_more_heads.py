"""Heads of pages whose sites say little in data: section, tags, author and title as they are printed."""

from typing import Any

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


NAV = (
    '<nav><ul><li><a href="/">Beranda</a></li><li><a href="/ekonomi">Ekonomi</a></li>'
    '<li><a href="/siaran-pers">Siaran Pers</a></li><li><a href="/berita">Berita</a></li></ul></nav>'
)
AT = "https://kabarlontar.example"


def head(html: str, url: str | None = None) -> Metadata:
    return metadata(parse(html if STORY in html else html + STORY), Page("halaman.html", b"", url))


def ld(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


def meta(name: str, value: str, key: str = "name") -> str:
    return f'<meta {key}="{name}" content="{value}">'


@pytest.mark.parametrize(
    ("html", "url", "section"),
    [
        (f'{NAV}<span class="badge bg-primary">Ekonomi</span>{H1}', None, "Ekonomi"),
        (f'{NAV}<div class="judul"><a class="penci-cat-name" href="#">Budaya</a></div>{H1}', None, "Budaya"),
        (f'<p class="news-cat">Berita Kampus</p>{H1}', None, "Berita Kampus"),
        (f'<div class="czmQ"><a href="/channel/budaya"><span>Budaya</span></a></div>{H1}', None, "Budaya"),
        (f"{NAV}{H1}", f"{AT}/siaran-pers/wali-kota-serahkan-kartu", "Siaran Pers"),
        (f"{NAV}{H1}", f"{AT}/berita/wali-kota-serahkan-kartu", None),
        (f"{NAV}{H1}", f"{AT}/siaran-pers/ekonomi/wali-kota-serahkan-kartu", "Ekonomi"),
        (f"{NAV}{H1}", f"{AT}/hujan/wali-kota-serahkan-kartu", None),
        (f'{H1}<p>oleh Ona | <a href="/kanal/desa" rel="category tag">Desa</a></p>{STORY}', None, "Desa"),
        (f'<nav><a href="/x" rel="category tag">Desa</a></nav>{H1}', None, None),
        (f'<div class="detail_crumb__1k">Regional</div>{H1}', None, "Regional"),
        (f'<p class="block-breadcumb"><a>Home</a><a>Daerah</a></p>{H1}', None, "Daerah"),
        (f'<ul class="breadcrumb"><li>Home</li><li>Daerah</li><li>{T}</li></ul>{H1}', None, "Daerah"),
        (f'{NAV}<span>Selasa</span>{H1}', None, None),
        (f'{meta("kanal", "Hukum")}{NAV}<span class="cat">Ekonomi</span>{H1}', None, "Hukum"),
    ],
)
def test_the_section_is_what_the_page_prints(html: str, url: str | None, section: str | None) -> None:
    assert head(html, url).section == section


TAGS = '<div class="tag"><a href="/tag/kartu">kartu</a> <a href="/tag/nelayan-tual">Nelayan Tual</a></div>'
TRENDS = '<div class="tren"><a href="/tag/banjir">#banjir</a><a href="/tag/pilkada">#pilkada</a></div>'


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        (H1 + STORY + TAGS, ("kartu", "Nelayan Tual")),
        (TRENDS + H1 + STORY + TAGS, ("kartu", "Nelayan Tual")),
        (H1 + STORY + TAGS + TRENDS, ("kartu", "Nelayan Tual")),
        (TRENDS + H1 + STORY, ()),
        (H1 + STORY + f"<aside>{TRENDS}</aside>", ()),
        (meta("keywords", "kartu, nelayan") + H1 + STORY + TRENDS, ("kartu", "nelayan")),
        (H1 + STORY + '<ul><li><a href="/topik/kapal">Kapal</a></li><li><a href="/topik/tual">Tual</a></li></ul>',
         ("Kapal", "Tual")),
    ],
)  # fmt: skip
def test_the_tags_are_those_of_the_first_box_below_the_heading(html: str, tags: tuple[str, ...]) -> None:
    assert head(html).tags == tags


@pytest.mark.parametrize(
    ("html", "author"),
    [
        (f"{H1}<span>ditulis oleh <a href='#'>Musdalifah</a></span>", "Musdalifah"),
        (f"{H1}<span>ditulis oleh warga kampung</span>", None),
        (f"{H1}<p class='by'>Teks: Galuh Permatasari · Foto: Ridho Saputra</p>{STORY}", "Galuh Permatasari"),
        (ld(f'{{"@type": "NewsArticle", "headline": "{T}", "author": {{"name": {{"@value": "Win Ruhdi"}}}}}}') + H1,
         "Win Ruhdi"),
        (f"{H1}<div>Penulis: Dr. Nur Aini, M.Si. | Editor: Ridho Saputra</div>", "Dr. Nur Aini, M.Si."),
        (f"{H1}<div>Kontributor: Yohanes Bala dan Maria Uta</div>", "Yohanes Bala, Maria Uta"),
        (f"{H1}<div>Oleh: Ona Latupono</div>", "Ona Latupono"),
        (f"{H1}<div>Editor: Ridho Saputra</div>", "Ridho Saputra"),
        (f"{H1}{STORY}<div><b>Pewarta</b> : Yohanes Bala</div>", "Yohanes Bala"),
    ],
)  # fmt: skip
def test_the_author_is_who_is_printed(html: str, author: str | None) -> None:
    assert head(html).author == author


GENERAL = "<title>Detail Berita - PPID Kota Tual</title>"


@pytest.mark.parametrize(
    ("html", "url", "said"),
    [
        (f"{GENERAL}<h2>Pengumuman</h2><h4>{T}</h4>", f"{AT}/detail/wali-kota-serahkan-kartu",
         (T, "PPID Kota Tual")),
        (f"{GENERAL}<h4><a href='/x'>Wali Kota Serahkan Kartu Beras</a></h4><h4>{T}</h4>",
         f"{AT}/detail/wali-kota-serahkan-kartu", (T, "PPID Kota Tual")),
        (meta("og:site_name", "My Site 1", "property") + f"<title>{T} | Kabar Lontar</title>{H1}",
         None, (T, "Kabar Lontar")),
        (meta("og:title", "Wali Kota Serahkan Kartu Nelayan...", "property") + f"<title>{T} - Lontar.id</title>{H1}",
         None, (T, "Lontar.id")),
    ],
)  # fmt: skip
def test_a_title_that_names_a_kind_of_page_is_none(html: str, url: str | None, said: tuple[Any, Any]) -> None:
    found = head(html, url)
    assert (found.title, found.outlet) == said
