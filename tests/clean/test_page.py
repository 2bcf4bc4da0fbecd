"""Pages: the story out of its furniture, lists and tables as lines, metadata, and hostile markup."""

import time

import pytest

from extractor import Article, Page
from extractor.clean import clean
from extractor.errors import SetAside
from tests.test_urls import UNREADABLE

LEAD = "AMBON, KABAR LONTAR – Pemerintah Kota Ambon menerima piagam perlindungan pekerja di Jakarta, Selasa (3/6/2025)."
NEXT = "“Kami berterima kasih kepada para nelayan,” kata Wali Kota Ambon, Yermias Tupalessy, seusai acara itu."
PAGE = f"""<!DOCTYPE html><html><head><title>Ambon Terima Piagam Pekerja - Kabar Lontar</title>
<meta property="og:site_name" content="Kabar Lontar"><link rel="canonical" href="https://kabarlontar.example/a/1">
<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"2025-06-04T08:00:00+09:00",
"author":[{{"name":"Ona Latupono"}}]}}</script><style>p {{}}</style></head>
<body><nav><a href="/">Beranda</a></nav><h1>Ambon Terima Piagam Pekerja</h1><div class="share">Bagikan</div>
<div class="entry-content"><figure><img><figcaption>Piala di meja.</figcaption></figure>
<p>{LEAD}</p><div class="baca-juga"><a href="#">Ternate Raih Juara 1</a></div>
<p>{NEXT}</p><ul><li>Kota Ambon</li><li><p>Kota Tual</p></li></ul>
<ol><li>Kabupaten Buru</li><li>Kabupaten&nbsp;Seram Bagian Barat</li></ol>
<table><tr><th>Daerah</th><th>Peserta</th></tr><tr><td>Ambon</td><td>1.200<br>orang</td></tr></table>
<p>Baca juga: <a href="#">Harga Ikan di Tual</a></p>Baris lepas<br>di akhir.<script>var a = 1;</script></div>
<aside><p>{"Berita lain yang panjang sekali. " * 30}</p></aside><footer>Hak Cipta</footer></body></html>"""


def read(html: str) -> Article:
    return clean(Page("halaman.html", html.encode(), media_type="text/html"))


def test_the_story_is_what_a_reader_would_call_it() -> None:
    assert read(PAGE).text == "\n\n".join(
        [
            LEAD,
            NEXT,
            "- Kota Ambon\n- Kota Tual",
            "1. Kabupaten Buru\n2. Kabupaten Seram Bagian Barat",
            "Daerah | Peserta\nAmbon | 1.200 orang",
            "Baris lepas\ndi akhir.",
        ]
    )


@pytest.mark.parametrize("where", [*UNREADABLE, "", "halaman.html"])
def test_a_page_from_an_address_that_is_none_is_read_all_the_same(where: str) -> None:
    article = clean(Page("arsip.warc", PAGE.encode(), where, "text/html"))
    assert (article.text, article.url) == (read(PAGE).text, "https://kabarlontar.example/a/1")
    bare = clean(Page("arsip.warc", PAGE.replace('rel="canonical"', "").encode(), where, "text/html"))
    assert (bare.text, bare.url, bare.outlet) == (article.text, where, "Kabar Lontar")


def test_the_page_says_what_it_is() -> None:
    article = read(PAGE)
    said = article._replace(text="", told=(), removed=(), reading=None)
    assert said == Article(
        text="",
        source="halaman.html",
        url="https://kabarlontar.example/a/1",
        outlet="Kabar Lontar",
        title="Ambon Terima Piagam Pekerja",
        author="Ona Latupono",
        published="2025-06-04T08:00:00+09:00",
        dateline="AMBON",
        dateline_span=(0, len("AMBON, KABAR LONTAR –")),
        language="id",
        charset="utf-8 (its bytes)",
    )


def test_what_was_cut_out_is_on_record_where_it_stood() -> None:
    article = read(PAGE)
    cut = {piece.text: article.text[piece.at :][:20] for piece in article.removed}
    assert cut["Piala di meja."] == LEAD[:20]
    assert cut["Ternate Raih Juara 1"] == NEXT[:20]
    assert cut["Baca juga: Harga Ikan di Tual"] == "Baris lepas\ndi akhir"[:20]


def test_each_field_says_where_it_comes_from() -> None:
    told = {(told.field, told.origin) for told in read(PAGE).told}
    assert {("published", "json-ld"), ("outlet", "open graph"), ("url", "canonical")} <= told


@pytest.mark.parametrize(
    "container",
    [
        '<article class="post tag-ambon">',
        '<div itemprop="articleBody">',
        '<div class="detail__body-text">',
        '<div id="x">',
    ],
)
def test_the_story_is_found_in_many_containers(container: str) -> None:
    related = "<ul class='related'>" + "<li><a href='#'>Judul berita lain yang cukup panjang</a></li>" * 20 + "</ul>"
    assert (
        read(f"<html><body>{related}{container}<p>{LEAD}</p><p>{NEXT}</p></div>{related}").text == f"{LEAD}\n\n{NEXT}"
    )


def test_a_box_that_holds_the_story_is_kept() -> None:
    assert LEAD in read(f"<html><body><article><div class='widget'><p>{LEAD}</p><p>{NEXT}</p></div></article>").text


def test_a_page_of_bare_text_is_its_text() -> None:
    assert read(f"{LEAD}<br><br>{NEXT}").text == f"{LEAD}\n\n{NEXT}"


def test_paid_stories_say_so() -> None:
    assert read(f"<html><body><article><p>{LEAD}</p><p>{NEXT} (ADV/Kominfo)</p></article>").advertorial


@pytest.mark.parametrize("depth", [240, 300, 5000])
def test_a_story_below_many_elements_is_not_lost(depth: int) -> None:
    assert (
        read(f"<html><body>{'<div>' * depth}<p>{LEAD}</p><p>{NEXT}</p>{'</div>' * depth}").text == f"{LEAD}\n\n{NEXT}"
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<div " + " ".join(f"a{number}=1" for number in range(40_000)) + ">",
        "<b>" * 20_000,
        "<table><tr><td>" * 2_000,
        "<ul><li>" * 2_000,
        "<!--" * 20_000 + "-->",
        "<div>" * 5_000 + "<script>bukan cerita</script>",
    ],
    ids=["attributes", "bold", "tables", "lists", "comments", "a script below many elements"],
)
def test_hostile_markup_takes_no_more_than_seconds(markup: str) -> None:
    started = time.process_time()
    text = read(f"<html><body><article>{markup}<p>{LEAD}</p><p>{NEXT}</p>").text
    assert LEAD in text
    assert "bukan cerita" not in text
    assert time.process_time() - started < 5


@pytest.mark.parametrize("odd", ["\0", "\ud800", "\x0b"], ids=["nul", "surrogate", "control"])
def test_characters_that_no_parser_takes_do_not_end_the_story(odd: str) -> None:
    assert NEXT in clean(f"<html><body><p>{LEAD}{odd}</p><p>{NEXT}</p>").text


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><nav>Beranda</nav></html>", "<!-- -->", " "])
def test_a_page_without_a_story_is_set_aside(page: str) -> None:
    with pytest.raises(SetAside, match=r"^halaman\.html: "):
        read(page)
