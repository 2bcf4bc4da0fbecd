"""A million bytes of anything, and more, end in seconds and in little memory; and without the guards they do not."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from extractor.sources.discovery import Listing, read_feed, read_list, read_sitemap

AT = "https://kabar.example/x"
SIZE = 2_000_000
SECONDS = 3.0  # for half of that, on cores that others use, too; alone the slowest takes half of one
GROWTH = 150 * 1024 * 1024
HOSTILE: dict[str, Callable[[int], bytes]] = {
    "entries": lambda size: b"<rss><channel>" + b"<item><link>/a</link></item>" * (size // 28),
    "elements": lambda size: b"<rss><channel>" + b"<z/>" * (size // 4),
    "elements in an entry": lambda size: b"<rss><channel><item>" + b"<z/>" * (size // 4),
    "depth": lambda size: b"<urlset>" + b"<z>" * (size // 3),
    "attributes": lambda size: b"<rss " + b"".join(b'a%d="" ' % number for number in range(size * 9 // 20)),
    "ampersands": lambda size: b"<rss><channel><item><title>" + b"&" * (size // 4),
    "a text": lambda size: b"<rss><channel><item><title>" + b"x" * size,
    "blank lines": lambda size: b"\n" * size + b"<rss/>",
    "sections": lambda size: b"<rss><channel><item><title>" + b"<![CDATA[" * (size // 9),
    "open tags": lambda size: b"<rss><channel><item>" + b"<p " * (size // 3),
    "markup": lambda size: b"<rss><channel><item>" + b"<p>" * (size // 3),
    "comments": lambda size: b"<urlset>" + b"<!--" * (size // 4),
    "links": lambda size: b"".join(b'<a href="/a-b-c-%d">x</a>' % number for number in range(size // 27)),
    "anchors": lambda size: b"<a>" * (size // 3),
    "lines that find nothing": lambda size: b"<p>not found</p>" * (size // 16),
    "arrays": lambda size: b"[" + b"[]," * (size // 12) + b"0]",
    "noughts": bytes,
}
BOMB = b"""<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">%s]><rss version="2.0"><channel><title>Kabar</title>
<item><title>&e;</title><link>/a</link></item></channel></rss>"""
LEVELS = b"".join(
    b'<!ENTITY %c "%s">' % (after, b"&%c;" % before * 10) for before, after in zip(b"abcd", b"bcde", strict=True)
)


@pytest.mark.parametrize("why", ["feed", "sitemap", "index", "api"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_list_ends_in_seconds(name: str, why: str) -> None:
    body = HOSTILE[name](SIZE // 2)
    begun = time.process_time()
    read_list(Listing(AT, why), body)
    assert time.process_time() - begun < SECONDS


GROWN = """
import re, runpy
from pathlib import Path
from lxml import etree
from extractor.sources.discovery import Listing, award_words, read_list
def kilobytes(name):
    return int(re.search(name + r":\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
[read_list(Listing("https://kabar.example/x", why), b"<rss/>") for why in ("feed", "index")]
body = runpy.run_path({file!r})["HOSTILE"][{name!r}]({size})
Path("/proc/self/clear_refs").write_text("5")  # forget the highest so far
before = kilobytes("VmRSS")
{does}
print((kilobytes("VmHWM") - before) * 1024)
"""


def grown(name: str, does: str) -> int:
    """The bytes by which a process grows that does something with a hostile body."""
    code = GROWN.format(file=__file__, name=name, size=SIZE, does=does)
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="Linux tells the highest use")
@pytest.mark.parametrize(
    ("name", "why"),
    [("elements in an entry", "feed"), ("attributes", "sitemap"), ("attributes", "index"), ("anchors", "index")],
)
def test_a_hostile_list_takes_little_memory(name: str, why: str) -> None:
    assert grown(name, f"read_list(Listing({AT!r}, {why!r}), body)") < GROWTH


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="Linux tells the highest use")
def test_a_tag_without_end_read_whole_takes_more_than_that() -> None:
    assert grown("attributes", "etree.fromstring(body + b'/>', etree.XMLParser(recover=True, huge_tree=True))") > GROWTH


def test_a_bomb_of_entities_stays_as_small_as_it_came() -> None:
    (story,) = read_feed(BOMB % LEVELS, AT).candidates
    assert story.headline == "&e;"


def test_a_parser_that_reads_the_document_type_unfolds_the_bomb() -> None:
    root = etree.fromstring(BOMB % LEVELS, etree.XMLParser(resolve_entities=True, huge_tree=True))
    assert len(root.findtext(".//item/title") or "") == 100_000


def test_an_entity_that_names_a_file_is_never_opened() -> None:
    outside = b"<!ENTITY e SYSTEM 'file:///etc/hostname'>"
    assert [story.headline for story in read_feed(BOMB % outside, AT).candidates] == ["&e;"]


def test_feedparser_by_itself_takes_time_with_the_square_of_blank_lines() -> None:
    spent = []
    for lines in (2_000, 6_000):
        begun = time.process_time()
        feedparser.parse(b"\n" * lines + b"<rss/>")
        spent.append(time.process_time() - begun)
    assert spent[1] > spent[0] * 5


PIECES = st.sampled_from(
    "<rss> <channel> <item> <entry> <urlset> <url> <loc> <title> </title> </item> <link> </link> <guid> & &#1; "
    "&#xD800; &lol; <![CDATA[ ]]> <!-- --> <?xml xmlns:a='b' a:b='c' <a:b> http://[::1 https://kabar.example/a-b-c-d "
    "// %zz 2021-09-09 9999-99-99 \ufffe \x00 \x0b { [ null \" ' <a href= <html> <base".split(" ")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=40), st.sampled_from(["feed", "sitemap", "index", "api"]))
def test_no_bytes_break_a_reader(pieces: list[str], why: str) -> None:
    body = "".join(pieces).encode("utf-8", "replace")
    listed = read_list(Listing(AT, why, award="A", tag="a"), body, charset="bogus")
    assert all(story.url.startswith("https://kabar.example") for story in listed.candidates)


def test_feedparsers_second_parser_is_never_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    def reached(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("feedparser.api.LooseFeedParser", reached)
    broken = b"<rss><channel><item><title>A & B <b></title><link>/a</link><x:y z:a='1'></item><item><title>\x0b"
    assert len(read_feed(broken, AT).candidates) == 1
    with pytest.raises(AssertionError):
        feedparser.parse(broken)


def test_fifty_thousand_addresses_of_a_sitemap_take_seconds() -> None:
    body = b"<urlset>" + b"".join(b"<url><loc>/pemkot-raih-%d</loc></url>" % number for number in range(60_000))
    begun = time.process_time()
    assert len(read_sitemap(body, AT).candidates) == 50_000
    assert time.process_time() - begun < SECONDS
