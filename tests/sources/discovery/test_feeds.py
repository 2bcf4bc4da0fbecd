"""Feeds: every kind and every damage gives stories, or says why it does not."""

import feedparser
import pytest

from extractor.outlets import Outlet
from extractor.sources.discovery import Candidate, read_feed
from extractor.sources.discovery.feeds import MOST

AT = "https://kabar.example/feed/"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
<title>Kabar Bahari</title><link>https://kabar.example/</link>{entries}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://kabar.example/"><title>Warta Desa</title>
<link rel="next" href="/feeds?page=2"/>
<entry><title type="html">Desa &lt;i&gt;Sukamaju&lt;/i&gt; juara</title><link rel="replies" href="balasan"/>
<link rel="alternate" type="text/html" href="2021/09/desa-juara.html"/><id>tag:desa</id>
<published>2021-09-09T08:15:00.000+07:00</published><updated>2021-09-10T08:15:00Z</updated>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Meraih <b>Proklim</b></div></summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Kabar</title></channel>
<item rdf:about="https://kabar.example/bupati-terima-piala"><title>Bupati terima piala</title>
<dc:date>2021-09-09</dc:date><dc:subject>Paritrana</dc:subject></item></rdf:RDF>"""


def rss(*entries: str) -> bytes:
    return RSS.format(entries="".join(f"<item>{entry}</item>" for entry in entries)).encode()


def one(entry: str, at: str = AT) -> Candidate:
    (candidate,) = read_feed(rss(entry), at).candidates
    return candidate


def test_an_entry_of_rss_is_a_story_with_what_the_feed_says_of_it() -> None:
    entry = """<title><![CDATA[Jambi & Bungo <b>raih</b> Paritrana]]></title><category>Ketenagakerjaan</category>
    <link>https://www.kabar.example/2021/jambi-raih-paritrana/?utm_source=rss</link><description>Isi&nbsp;berita</description>
    <pubDate>Thu, 09 Sep 2021 08:15:00 +0700</pubDate>"""
    assert one(entry) == Candidate(
        url="https://kabar.example/2021/jambi-raih-paritrana",
        as_found="https://www.kabar.example/2021/jambi-raih-paritrana/?utm_source=rss",
        headline="Jambi & Bungo raih Paritrana",
        published="2021-09-09T08:15:00+07:00",
        found_in=AT,
        summary="Isi berita; Ketenagakerjaan",
    )


def test_an_entry_of_atom_has_its_alternate_link_from_the_feeds_base() -> None:
    listed = read_feed(ATOM.encode(), "https://kabar.example/feeds/posts/default")
    (story,) = listed.candidates
    assert story.url == "https://kabar.example/2021/09/desa-juara.html"
    assert (story.headline, story.summary) == ("Desa Sukamaju juara", "Meraih Proklim")
    assert story.published == "2021-09-09T08:15:00+07:00"
    assert listed.next == "https://kabar.example/feeds?page=2"


def test_an_entry_of_rdf_is_what_it_is_about() -> None:
    (story,) = read_feed(RDF.encode(), "https://kabar.example/rdf").candidates
    assert story.url == "https://kabar.example/bupati-terima-piala"
    assert (story.published, story.summary) == ("2021-09-09", "Paritrana")


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ("<link>/relatif/satu-dua</link>", "https://kabar.example/relatif/satu-dua"),
        ("<guid isPermaLink='true'>https://m.kabar.example/tiga/amp/</guid>", "https://kabar.example/tiga"),
        ("<guid isPermaLink='false'>https://kabar.example/?p=4</guid>", "https://kabar.example/?p=4"),
        ("<link><![CDATA[https://kabar.example/x?id=1&cat=2]]></link>", "https://kabar.example/x?cat=2&id=1"),
        ("<link>https://kabar.example/x?id=1&cat=2</link>", "https://kabar.example/x?cat=2&id=1"),
        ("<link>https://kabar.example/x?id=1&amp;cat=2</link>", "https://kabar.example/x?cat=2&id=1"),
        ("<link>https://kabar.example/a b/penghargaan desa</link>", "https://kabar.example/a%20b/penghargaan%20desa"),
    ],
)
def test_a_link_is_made_whole(entry: str, url: str) -> None:
    assert one(f"<title>Warta</title>{entry}").url == url


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("Kamis, 09 September 2021 08:15:00 +0700", "2021-09-09T08:15:00+07:00"),
        ("09 Agu 2021 08:15:00 +0700", "2021-08-09T08:15:00+07:00"),
        ("Thu, 09 Sep 2021 01:15:00 GMT", "2021-09-09T01:15:00+00:00"),
        ("2021-09-09 08:15:00", "2021-09-09T08:15:00"),
        ("kemarin", None),
        ("Thu, 99 Sep 2021 01:15:00 GMT", None),
    ],
)
def test_a_day_is_read_as_printed(printed: str, published: str | None) -> None:
    assert one(f"<title>A</title><link>/a</link><pubDate>{printed}</pubDate>").published == published


def test_a_proxys_feed_lists_the_stories_of_the_site_that_it_names() -> None:
    entry = """<title>Warta</title><link>https://feedproxy.google.com/~r/kabar/1</link>
    <feedburner:origLink>https://kabar.example/warta</feedburner:origLink>"""
    assert one(entry, "https://feeds.feedburner.com/kabar").url == "https://kabar.example/warta"


def test_stories_on_other_sites_are_left_out_and_counted() -> None:
    listed = read_feed(rss("<link>https://lain.example/a</link>", "<link>/b</link>"), AT)
    assert [story.url for story in listed.candidates] == ["https://kabar.example/b"]
    assert listed.said == ("on other sites: 1 of the entries",)


def test_an_outlets_other_domain_is_its_own(outlet: Outlet) -> None:
    (story,) = read_feed(rss("<link>https://wartabahari.example/a</link>"), "https://warta.example/rss", outlet).stories
    assert story.url == "https://wartabahari.example/a"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "http://[::1", "http://a:b@kabar.example/", ""]
)
def test_what_is_no_address_of_the_web_is_no_story(link: str) -> None:
    assert read_feed(rss(f"<title>A</title><link>{link}</link>"), AT).candidates == ()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_feed_in_another_encoding_is_read(charset: str) -> None:
    entry = "<title>Café “Bahari”</title><link>/kafe</link>"
    body = RSS.format(entries=f"<item>{entry}</item>").replace("UTF-8", charset).encode(charset)
    assert [story.headline for story in read_feed(body, AT).candidates] == ["Café “Bahari”"]


@pytest.mark.parametrize(
    "body",
    [
        b"<br />\n<b>Warning</b>: x in y.php\n" + rss("<title>A & B</title><link>/a</link>"),
        rss("<title>A & B</title><link>/a</link><media:thumbnail url='x'/>"),
        rss("<title>A & B</title><link>/a</link>")[:-30],
        rss("<title>A \x0b& B</title><link>/a</link>"),
        rss("<title>A &#1;&amp; B</title><link>/a</link>"),
        rss("<title>A & B</title><link>/a</link><description><p>tak ditutup</description>"),
        rss("<title>A & <b>B</title><link>/a</link>"),
        rss("<title>A & B</title><link>/a</link>").replace(b"<?xml", b"\n\n  <?xml"),
    ],
    ids="warning prefix cut control reference open open-before late".split(),
)
def test_a_broken_feed_gives_what_is_whole_in_it(body: bytes) -> None:
    assert [(story.url, story.headline) for story in read_feed(body, AT).candidates] == [
        ("https://kabar.example/a", "A & B")
    ]


@pytest.mark.parametrize("body", [b"", b"   ", b"<html><title>404</title></html>", b"{}", b"%PDF-1.4", bytes(5_000)])
def test_what_is_no_feed_is_said_to_be_none(body: bytes) -> None:
    listed = read_feed(body, AT)
    assert listed.candidates == ()
    assert listed.said[-1] == "no feed"


def test_a_feed_of_a_hundred_thousand_entries_is_capped_and_says_so() -> None:
    body = rss(*(f"<title>Warta {number}</title><link>/{number}</link>" for number in range(100_000)))
    listed = read_feed(body, AT)
    assert len(listed.candidates) == MOST
    assert listed.said == (f"only the first {MOST:,} entries are read",)


def test_feedparser_by_itself_would_read_them_all() -> None:
    body = rss(*(f"<title>Warta {number}</title><link>/{number}</link>" for number in range(MOST + 10)))
    assert len(feedparser.parse(body).entries) == MOST + 10
