"""Small heads of pages as the systems of the press write them, and what each says of its story."""

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


def head(html: str, url: str | None = None) -> Metadata:
    page = html if "<p>" in html else html + STORY
    return metadata(parse(page), Page("halaman.html", b"", url))


def ld(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


def og(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{value}">'


T = "Wali Kota Serahkan Kartu Nelayan di Pelabuhan"
H1 = f"<h1>{T}</h1>"
DASHED = "Kota Tual - Kota Ambon Jajaki Kapal Malam"
ONA = '{"@type": "Person", "@id": "#ona", "name": "Ona Latupono"}'
CRUMBS = f'[{{"name": "Home"}}, {{"name": "Daerah"}}, {{"name": "{T}"}}]'
ART = '"@type": "NewsArticle", "headline": "Wali Kota Serahkan Kartu Nelayan di Pelabuhan"'
ID = '<html lang="id">'

PUBLISHED: list[tuple[str, str, str | None]] = [
    ("json-ld", ld(f'{{{ART}, "datePublished": "2021-09-09T16:51:00+07:00"}}'), "2021-09-09T16:51:00+07:00"),
    (
        "json-ld in a list",
        ld(f'[{{"@type": "WebSite"}}, {{{ART}, "datePublished": "2021-09-09T16:51:00+07:00"}}]'),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "json-ld in @graph",
        ID
        + ld(f'{{"@graph": [{{"@type": "Organization"}}, {{{ART}, "datePublished": "2021-09-09T09:51:00+00:00"}}]}}')
        + H1,
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "json-ld with a comma too many",
        ld(f'{{{ART}, "datePublished": "2021-09-09T16:51:00+07:00",}}'),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "json-ld in a comment",
        ld(f'<!-- {{{ART}, "datePublished": "2021-09-09T16:51:00+07:00"}} -->'),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "json-ld with a bare quote",
        ld(f'{{{ART}, "description": "ia berkata "ya" lalu", "datePublished": "2021-09-09T16:51:00+07:00"}}'),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "json-ld with a line end in a text",
        ld(f'{{{ART}, "description": "satu\ndua", "datePublished": "2021-09-09T16:51:00+07:00"}}'),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "json-ld with its type in a list",
        ld('{"@type": ["Article", "NewsArticle"], "datePublished": "2021-09-09"}'),
        "2021-09-09",
    ),
    (
        "json-ld of a page",
        ld('{"@type": "WebPage", "datePublished": "2021-09-09T16:51:00+07:00"}'),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "json-ld that was changed only",
        ID + ld('{"@type": "NewsArticle", "dateModified": "2021-09-09T16:51:00+07:00"}') + H1,
        None,
    ),
    (
        "a related story in json-ld",
        H1
        + f"<title>{T}</title>"
        + ld('{"@type": "NewsArticle", "headline": "Harga Cabai Naik", "datePublished": "2019-01-02"}')
        + ld(f'{{{ART}, "datePublished": "2021-09-09"}}'),
        "2021-09-09",
    ),
    ("open graph", og("article:published_time", "2021-09-09T16:51:00+07:00"), "2021-09-09T16:51:00+07:00"),
    (
        "open graph in Greenwich's time",
        ID + og("article:published_time", "2021-09-09T22:51:00Z"),
        "2021-09-10T05:51:00+07:00",
    ),
    (
        "a page of another country",
        '<html lang="de">' + og("article:published_time", "2021-09-09T22:51:00+00:00"),
        "2021-09-09T22:51:00+00:00",
    ),
    (
        "kompas",
        ID
        + meta("content_PublishedDate", "2021-09-09 16:51:00")
        + og("article:published_time", "2021-09-09T09:51:00+00:00"),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "detik",
        ID + meta("dtk:publishdate", "2021/09/09 16:51:00") + meta("publishdate", "2021/09/09 16:51:00"),
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "detik's Z",
        ID + meta("pubdate", "2021-09-09T16:51:00Z") + H1 + "<div>Kamis, 09 Sep 2021 16:51 WIB</div>",
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "jpnn",
        ID + meta("datePublished", "2021-07-22T14-10-00Z") + H1 + "<div>Kamis, 22 Juli 2021 – 14:10 WIB</div>",
        "2021-07-22T14:10:00+07:00",
    ),
    ("a day only", ID + meta("pubdate", "2021-09-09"), "2021-09-09"),
    ("seconds since 1970", ID + meta("published_at", "1631181060"), "2021-09-09T16:51:00+07:00"),
    ("midnight is no time", ID + og("article:published_time", "2021-09-09T00:00:00+07:00"), "2021-09-09"),
    (
        "midnight beside a time",
        ID
        + og("article:published_time", "2021-09-09T00:00:00+07:00")
        + H1
        + "<div>Kamis, 9 September 2021 16:51 WIB</div>",
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "microdata",
        H1 + '<span itemprop="datePublished" content="2021-09-09T16:51:00+07:00">kemarin</span>',
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "microdata in a meta tag",
        H1 + '<meta itemprop="datePublished" content="2021-09-09T16:51:00+07:00">',
        "2021-09-09T16:51:00+07:00",
    ),
    ("<time>", H1 + '<time datetime="2021-09-09T16:51:00+08:00">9 September</time>', "2021-09-09T16:51:00+08:00"),
    (
        "<time> of a change",
        ID + H1 + '<time class="entry-date published" datetime="2021-09-09T16:51:00+07:00">x</time>'
        '<time class="updated" datetime="2021-09-12T10:00:00+07:00">x</time>',
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "<time> above the heading",
        ID + '<div><time datetime="2021-09-09T16:51:00+07:00">x</time>' + H1 + "</div>",
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "an empty <time datetime>",
        ID + H1 + '<time datetime="">9 September 2021 16:51 WIB</time>',
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "<time> of another story",
        ID + H1 + STORY + '<article><h3>Lain</h3><time datetime="2020-01-02">x</time></article>',
        None,
    ),
    ("byline", ID + H1 + "<div class=x>Kamis, 09 Sep 2021 16:51 WIB</div>", "2021-09-09T16:51:00+07:00"),
    (
        "byline in WITA",
        H1 + "<div>Penulis: Ona Latupono | Kamis, 9 September 2021 16:51 WITA</div>",
        "2021-09-09T16:51:00+08:00",
    ),
    ("byline in WIT", H1 + "<div>Kamis, 9/9/2021 - 16.51 WIT</div>", "2021-09-09T16:51:00+09:00"),
    (
        "byline in pieces",
        H1 + "<div><span>Kamis,</span> <span>9 September 2021</span> <span>| 16:51 WIB</span></div>",
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "byline with its outlet",
        H1 + "<p>Lontar.example - 09/09/2021, 16:51 WIB</p>" + STORY,
        "2021-09-09T16:51:00+07:00",
    ),
    ("byline in English", ID + H1 + "<div>Posted on September 9, 2021 by redaksi</div>", "2021-09-09"),
    (
        "byline of a change",
        ID + H1 + "<div>Terbit: 9 September 2021 16:51 WIB</div><div>Diperbarui: 12 September 2021 10:00 WIB</div>",
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "a change first",
        ID + H1 + "<div>Update: Minggu, 12 September 2021 10:00 WIB</div><div>Kamis, 9 September 2021 16:51 WIB</div>",
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "today above the page's head",
        ID + "<div class=top>Sabtu, 22 November 2025</div><nav>x</nav>" + H1 + "<div>Kamis, 9 September 2021</div>",
        "2021-09-09",
    ),
    (
        "the world's time in source, WITA in print",
        ID
        + og("article:published_time", "2021-09-09T08:51:00+00:00")
        + H1
        + "<div>Kamis, 9 September 2021 16:51 WITA</div>",
        "2021-09-09T16:51:00+08:00",
    ),
    (
        "+07:00 in source, WIT in print",
        ID
        + og("article:published_time", "2021-09-09T16:51:00+07:00")
        + H1
        + "<div>Kamis, 9 September 2021 16:51 WIT</div>",
        "2021-09-09T16:51:00+09:00",
    ),
    (
        "data layer",
        ID + "<script>dataLayer.push({'published_date': '2021-09-09 16:51:00', 'author': 'Ona'})</script>",
        "2021-09-09T16:51:00+07:00",
    ),
    (
        "the day of a list of other stories",
        ID + H1 + STORY + "<ul><li><a href=x>Harga Cabai</a><span class=date>12 Januari 2020</span></li></ul>",
        None,
    ),
    ("before the press came to the web", ID + og("article:published_time", "1970-01-01T00:00:00+00:00"), None),
    ("no date at all", ID + H1, None),
]


@pytest.mark.parametrize(("html", "expected"), [row[1:] for row in PUBLISHED], ids=[row[0] for row in PUBLISHED])
def test_a_page_says_when_it_was_published(html: str, expected: str | None) -> None:
    assert head(html).published == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://lontar.example/2021/09/09/kartu-nelayan/", "2021-09-09"),
        ("https://www.lontar.example/read/2021/09/09/165100478/kartu-nelayan", "2021-09-09T16:51:00+07:00"),
        ("https://lontar.example/ekonomi/20210909165100-92-690/kartu-nelayan", "2021-09-09T16:51:00+07:00"),
        ("https://lontar.example/berita/2021-09-09/kartu-nelayan", "2021-09-09"),
        ("https://lontar.example/2021/09/kartu-nelayan/", None),
        ("https://lontar.example/berita/2021/13/45/kartu", None),
        ("https://lontar.example/read/20210909/1/kartu", "2021-09-09"),
    ],
)
def test_an_address_tells_the_day(url: str, expected: str | None) -> None:
    assert head(ID + H1, url).published == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            og("article:published_time", "2021-09-09T16:51:00+07:00")
            + H1
            + "<div>Jumat, 10 September 2021 08:00 WIB</div>",
            True,
            id="another day in print",
        ),
        pytest.param(
            og("article:published_time", "2021-09-09T16:51:00+07:00")
            + og("article:modified_time", "2021-09-10T08:00:00+07:00")
            + H1
            + "<div>Jumat, 10 September 2021 08:00 WIB</div>",
            False,
            id="the day of a change in print",
        ),
        pytest.param(
            og("article:published_time", "2021-09-09T16:51:00+07:00")
            + H1
            + "<div>Kamis, 9 September 2021 16:55 WIB</div>",
            False,
            id="minutes apart",
        ),
        pytest.param(
            og("article:published_time", "2021-09-09T16:51:00+07:00")
            + H1
            + "<div>Kamis, 9 September 2021 10:00 WIB</div>",
            True,
            id="hours apart",
        ),
        pytest.param(
            og("article:published_time", "2021-09-09T16:51:00Z") + H1 + "<div>Kamis, 9 September 2021 16:51 WIB</div>",
            True,
            id="labelled as Greenwich's",
        ),
        pytest.param(
            og("article:published_time", "2021-09-09T09:51:00Z") + H1 + "<div>Kamis, 9 September 2021 16:51 WIB</div>",
            False,
            id="converted",
        ),
        pytest.param(
            og("article:published_time", "2021-09-08T20:51:00Z") + H1 + "<div>Kamis, 9 September 2021</div>",
            False,
            id="the day of the zone",
        ),
        pytest.param(
            og("article:published_time", "2021-09-09") + ld('{"@type": "NewsArticle", "datePublished": "2021-09-12"}'),
            True,
            id="two in the source",
        ),
        pytest.param(
            og("article:published_time", "2021-09-09") + og("article:modified_time", "2021-09-01"),
            True,
            id="changed before it appeared",
        ),
    ],
)
def test_days_that_cannot_be_one_are_a_conflict(html: str, expected: bool) -> None:
    assert ("published" in head(ID + html).conflicts) is expected


def test_a_day_of_two_families_beats_that_of_one() -> None:
    said = head(
        ID
        + og("article:published_time", "2021-09-12T08:00:00+07:00")
        + H1
        + "<div>Kamis, 9 September 2021 16:51 WIB</div>",
        "https://lontar.example/2021/09/09/kartu-nelayan/",
    )
    assert (said.published, said.conflicts) == ("2021-09-09T16:51:00+07:00", ("published",))


TITLES: list[tuple[str, str, str | None]] = [
    ("heading", H1, T),
    ("title tag with its outlet", f"<title>{T} - Kabar Lontar</title>{og('og:site_name', 'Kabar Lontar')}", T),
    ("title tag with its host", f"<title>{T} - Lontar.com</title>", T),
    (
        "title tag with page and outlet",
        f"<title>{T} Halaman 2 - Kabar Lontar</title>{og('og:site_name', 'Kabar Lontar')}",
        T,
    ),
    ("title tag with all pages", f"<title>{T} Halaman all - Lontar.com</title>", T),
    ("title tag with a page behind a bar", f"<title>{T} | Halaman 2</title>", T),
    ("og:title", og("og:title", T), T),
    ("og:title that is cut", og("og:title", "Wali Kota Serahkan Kartu Nelayan...") + H1, T),
    ("og:title that is cut, no heading", og("og:title", "Wali Kota Serahkan Kartu…") + f"<title>{T}</title>", T),
    (
        "escaped twice",
        og("og:title", "Bupati: &amp;quot;Kartu&amp;quot; untuk Nelayan &amp;amp; Buruh"),
        'Bupati: "Kartu" untuk Nelayan & Buruh',
    ),
    (
        "a logo as heading",
        '<h1><a href="/">Kabar Lontar</a></h1>'
        + og("og:site_name", "Kabar Lontar")
        + og("og:title", T)
        + f"<h2>{T}</h2>",
        T,
    ),
    ("a section as heading", "<h1>Ekonomi</h1>" + og("og:title", T), T),
    ("two headings", f"<h1>Berita Terbaru Hari Ini</h1><h1>{T}</h1>" + og("og:title", f"{T} - Kabar Lontar"), T),
    (
        "a dash of its own",
        f"<h1>{DASHED}</h1><title>{DASHED} - Lontar.com</title>",
        DASHED,
    ),
    ("json-ld", ld(f"{{{ART}}}"), T),
    ("the outlet first", f"<title>Harian Lontar :: {T}</title>", T),
    ("a section's name in the heading", f"<h1><span>Ekonomi</span> {T}</h1>" + og("og:title", T), T),
    ("capitals in the heading", f"<h1>{T.upper()}</h1>" + og("og:title", T), T.upper()),
    ("the outlet first, before a colon", f"<title>Lontar Kita: {T}</title><h3 class=post-title>{T}</h3><p>x</p>", T),
    ("the office first, before a dash", f"<title>Dinas Tenaga Kerja - {T}</title><h2>{T}</h2>", T),
    ("a colon before the outlet", H1 + f"<title>{T} : Kabarlontar News</title>", T),
    ("nothing", "<p>x</p>", None),
]


@pytest.mark.parametrize(("html", "expected"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_a_page_says_its_title(html: str, expected: str | None) -> None:
    assert head(html, "https://kabarlontar.example/a/1").title == expected


def test_titles_of_two_stories_are_a_conflict() -> None:
    said = head("<h1>Harga Cabai Naik Tajam di Pasar Raya</h1>" + og("og:title", T))
    assert (said.title, said.conflicts) == (T, ("title",))


READER = """<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><div
class="comment-author vcard"><{0} class="fn">Boy Simamora</{0}> berkata:</div><p>Mantap.</p></li></ol></div>"""
AUTHORS: list[tuple[str, str, str | None]] = [
    ("json-ld", ld(f'{{{ART}, "author": {{"@type": "Person", "name": "Ona Latupono"}}}}'), "Ona Latupono"),
    (
        "json-ld's list",
        ld(f'{{{ART}, "author": [{{"name": "Ona Latupono"}}, {{"name": "Boy Simamora"}}]}}'),
        "Ona Latupono, Boy Simamora",
    ),
    (
        "json-ld's reference",
        ld(f'{{"@graph": [{{{ART}, "author": {{"@id": "#ona"}}}}, {ONA}]}}'),
        "Ona Latupono",
    ),
    ("json-ld's outlet", ld(f'{{{ART}, "author": {{"@type": "Organization", "name": "Kabar Lontar"}}}}'), None),
    (
        "json-ld's editor beside a reporter",
        ld(f'{{{ART}, "author": {{"name": "Rudi Hartanto"}}}}')
        + H1
        + "<div>Penulis: Ona Latupono</div><div>Editor: Rudi Hartanto</div>",
        "Ona Latupono",
    ),
    ("meta", meta("author", "Ona Latupono"), "Ona Latupono"),
    ("meta's admin", meta("author", "admin"), None),
    ("meta's newsroom", meta("author", "Tim Redaksi"), None),
    ("meta's address", og("article:author", "https://www.facebook.example/lontar"), None),
    (
        "WordPress for Twitter",
        meta("twitter:label1", "Ditulis oleh") + meta("twitter:data1", "Ona Latupono"),
        "Ona Latupono",
    ),
    (
        "WordPress's reading time",
        meta("twitter:label1", "Estimasi waktu membaca") + meta("twitter:data1", "2 menit"),
        None,
    ),
    ("Tribun", H1 + "<p>Laporan Wartawan Tribun Lontar, Ona Latupono</p>" + STORY, "Ona Latupono"),
    ("a label", H1 + "<div>Penulis: Ona Latupono</div>", "Ona Latupono"),
    ("a label in its own element", H1 + "<div><span>Penulis:</span> <a href=x>Ona Latupono</a></div>", "Ona Latupono"),
    (
        "Antara",
        H1 + STORY + "<p>Pewarta: Ona Latupono<br>Editor: Rudi Hartanto<br>Copyright © LONTAR 2021</p>",
        "Ona Latupono",
    ),
    ("Republika", H1 + "<div>Rep: Ona Latupono / Red: Rudi Hartanto</div>", "Ona Latupono"),
    ("an editor alone", H1 + STORY + "<p>Editor: Rudi Hartanto</p>", "Rudi Hartanto"),
    ("with the outlet", H1 + "<div>Ona Latupono - Kompas.com</div>", "Ona Latupono"),
    ("oleh", H1 + "<div>Oleh Ona Latupono</div>", "Ona Latupono"),
    ("two by dan", H1 + "<div>Penulis: Ona Latupono dan Boy Simamora</div>", "Ona Latupono, Boy Simamora"),
    ("a degree", H1 + "<div>Penulis: Ona Latupono, S.Pd.</div>", "Ona Latupono, S.Pd."),
    ("beside the date", H1 + "<div>Ona Latupono | Kamis, 9 September 2021 16:51 WIB</div>", "Ona Latupono"),
    ("microdata", H1 + '<span itemprop="author"><span itemprop="name">Ona Latupono</span></span>', "Ona Latupono"),
    ("rel", H1 + '<a rel="author" href="/x">Ona Latupono</a>', "Ona Latupono"),
    (
        "Kompas",
        H1 + "<div><span>Penulis</span> <h6>Ona Latupono</h6> <span>Editor</span> <h6>Rudi</h6></div>",
        "Ona Latupono",
    ),
    ("a label before capitals", H1 + "<div>Penulis Ona Latupono | Editor Rudi Hartanto</div>", "Ona Latupono"),
    ("posted by", H1 + "<div>Posted by Ona Latupono</div>", "Ona Latupono"),
    ("an essay", H1 + "<div>Oleh: Dr. Ona Latupono, M.Si. *)</div>", "Dr. Ona Latupono, M.Si."),
    ("a trade behind the name", H1 + "<div>Oleh: Ona Latupono, Dosen Universitas Lontar</div>", "Ona Latupono"),
    ("above the date", H1 + "<div>Ona Latupono</div><div>Kamis, 9 September 2021</div>", "Ona Latupono"),
    ("small letters", H1 + "<div>Reporter: andi<br>Editor: budi</div>", "andi"),
    (
        "another story's",
        H1 + STORY + "<p>Penulis: Ona Latupono</p><h3>Lain</h3><p>Penulis: Boy Simamora</p>",
        "Ona Latupono",
    ),
    ("a reader", H1 + STORY + READER.format("b"), None),
    ("a reader who is cited", H1 + STORY + READER.format("cite"), None),
    (
        "a story that readers may speak of",
        f'<article class="comments-open">{H1}<a rel="author" href="/x">Ona Latupono</a></article>{READER.format("b")}',
        "Ona Latupono",
    ),
    ("a place above the date", H1 + "<div>Maluku Utara</div><div>Kamis, 9 September 2021</div>", None),
    ("a share bar above the date", H1 + "<div>Bagikan Ke</div><div>Kamis, 9 September 2021</div>", None),
    ("a photographer", H1 + "<div>Foto: Ona Latupono</div><div>Kamis, 9 September 2021</div>", None),
    ("the outlet above the date", H1 + "<div>Kabar Lontar</div><div>Kamis, 9 September 2021</div>", None),
    ("a newsroom with its outlet", H1 + "<div>Tim Lontar - detikNews</div>", None),
    ("a sentence with a label", H1 + "<p>Kata bupati: penulis: itu bohong</p>", None),
    ("none", H1, None),
]


@pytest.mark.parametrize(("html", "expected"), [row[1:] for row in AUTHORS], ids=[row[0] for row in AUTHORS])
def test_a_page_says_who_wrote_it(html: str, expected: str | None) -> None:
    said = head(og("og:site_name", "Kabar Lontar") + html, "https://kabarlontar.example/a/1")
    assert said.author == expected


def test_two_authors_are_a_conflict_and_an_editor_is_none() -> None:
    linked = ld(f'{{{ART}, "author": {{"name": "Boy Simamora"}}}}')
    assert head(linked + H1 + "<div>Penulis: Ona Latupono</div>").conflicts == ("author",)
    assert head(linked + H1 + "<div>Penulis: Ona Latupono | Editor: Boy Simamora</div>").conflicts == ()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (og("og:site_name", "Kabar Lontar"), "Kabar Lontar"),
        (og("og:site_name", "nasional") + "<title>Ambon - Kabar Lontar</title>", "Kabar Lontar"),
        (og("og:site_name", "Kabar Lontar - Berita Terkini dari Maluku"), "Kabar Lontar"),
        (og("og:site_name", "www.kabarlontar.example"), "kabarlontar.example"),
        (
            og("og:site_name", "kabarlontar.example")
            + ld('{"@type": "NewsArticle", "publisher": {"name": "Kabar Lontar"}}'),
            "Kabar Lontar",
        ),
        (
            ld('{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Kabar Lontar"}}'),
            "Kabar Lontar",
        ),
        (H1 + f"<title>{T} - Kabar Lontar</title>", "Kabar Lontar"),
        (H1, "kabarlontar.example"),
    ],
)
def test_a_page_says_its_outlet(html: str, expected: str) -> None:
    assert head(html, "https://www.kabarlontar.example/a/1").outlet == expected


@pytest.mark.parametrize(
    ("html", "fetched", "expected"),
    [
        ('<link rel="canonical" href="https://lontar.example/a/1">', None, "https://lontar.example/a/1"),
        ('<link rel="canonical" href="/a/1">', "https://lontar.example/a/1?utm=x", "https://lontar.example/a/1"),
        (
            '<link rel="canonical" href="https://lontar.example/">',
            "https://lontar.example/a/1",
            "https://lontar.example/a/1",
        ),
        (
            '<link rel="canonical" href="https://induk.example">' + og("og:url", "https://lontar.example/a/1"),
            None,
            "https://lontar.example/a/1",
        ),
        (og("og:url", "https://lontar.example/a/1#x"), None, "https://lontar.example/a/1"),
        (
            '<link rel="canonical" href="https://lontar.example/a/1">',
            "https://lontar.example/amp/a/1",
            "https://lontar.example/a/1",
        ),
        (
            '<link rel="canonical" href="https://web.archive.org/web/2022/https://lontar.example/a/1">',
            None,
            "https://lontar.example/a/1",
        ),
        (
            ld('{"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://lontar.example/a/1"}}'),
            None,
            "https://lontar.example/a/1",
        ),
        ('<link rel="canonical" href="javascript:void(0)">', None, None),
        ('<link rel="canonical" href="http://[::1/x">', None, None),
        ("", "https://lontar.example/a/1", "https://lontar.example/a/1"),
    ],
)
def test_a_page_says_its_address(html: str, fetched: str | None, expected: str | None) -> None:
    assert head(H1 + html, fetched).url == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (og("article:section", "Advertorial"), True),
        (ld('{"@type": "AdvertiserContentArticle"}'), True),
        (H1 + "<div>Advertorial</div>", True),
        ("<div><span>PARIWARA</span>" + H1 + "</div>", True),
        ("<h1>[ADV] Bank Lontar Buka Kantor Baru di Ambon</h1>", True),
        (og("article:tag", "sponsored"), True),
        ("<nav><a href=x>Advertorial</a></nav>" + H1, False),
        (H1 + "<p>Advertorial itu dihapus, kata bupati.</p>" + STORY, False),
        (og("article:section", "Ekonomi"), False),
        ("<div class=slot>Iklan</div>" + H1 + "<div>Iklan</div>", False),
        (og("article:section", "Iklan"), True),
    ],
)
def test_a_page_says_whether_it_was_paid_for(html: str, expected: bool) -> None:
    assert head(html).advertorial is expected


def test_the_address_of_an_advertorial_tells() -> None:
    assert head(H1, "https://lontar.example/advertorial/12/bank-lontar").advertorial
    assert not head(H1, "https://lontar.example/ekonomi/advertorial").advertorial


@pytest.mark.parametrize(
    ("html", "field", "expected"),
    [
        (og("article:section", "Ekonomi"), "section", "Ekonomi"),
        (ld(f'{{{ART}, "articleSection": ["Daerah", "Maluku"]}}'), "section", "Daerah"),
        (
            H1 + ld(f'{{"@type": "BreadcrumbList", "itemListElement": {CRUMBS}}}'),
            "section",
            "Daerah",
        ),
        (
            H1 + '<ul class="breadcrumb"><li><a href="/">Beranda</a></li><li><a href="/d">Daerah</a></li></ul>',
            "section",
            "Daerah",
        ),
        (og("article:tag", "Nelayan") + og("article:tag", "Ambon"), "tags", ("Nelayan", "Ambon")),
        (ld(f'{{{ART}, "keywords": "nelayan, Ambon"}}'), "tags", ("nelayan", "Ambon")),
        (ld(f'{{{ART}, "keywords": ["nelayan", "Nelayan", "Ambon"]}}'), "tags", ("nelayan", "Ambon")),
        (meta("news_keywords", "nelayan; Ambon"), "tags", ("nelayan", "Ambon")),
        (
            '<div>TAGS <a rel="tag" href=x>#nelayan</a> <a rel="category tag" href=x>Daerah</a></div>',
            "tags",
            ("nelayan",),
        ),
        ('<html lang="id-ID">', "language", "id"),
        ('<html lang="en">' + og("og:locale", "id_ID"), "language", "id"),
        ('<html lang="en-US">', "language", "en"),
        (meta("language", "Indonesian"), "language", "id"),
        ('<meta http-equiv="content-language" content="In-Id">', "language", "id"),
        ("", "language", None),
        (
            og("og:description", "Kartu untuk nelayan.") + meta("description", "Lain."),
            "description",
            "Kartu untuk nelayan.",
        ),
    ],
)
def test_a_page_says_more(html: str, field: str, expected: Any) -> None:
    assert getattr(head(html if html.startswith("<html") else f"<head>{html}</head>"), field) == expected


def test_what_each_source_says_is_kept_the_believed_first() -> None:
    said = head(
        H1 + og("og:title", f"{T}!") + og("article:published_time", "2021-09-09T16:51:00+07:00"),
        "https://lontar.example/2021/09/09/x/",
    )
    titles = [(told.value, told.origin) for told in said.told if told.field == "title"]
    days = [(told.value, told.origin) for told in said.told if told.field == "published"]
    assert titles == [(T, "h1"), (f"{T}!", "open graph")]
    assert days == [("2021-09-09T16:51:00+07:00", "open graph"), ("2021-09-09", "url")]
