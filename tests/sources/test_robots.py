"""robots.txt: RFC 9309's examples, what webmasters write, and no address that any reading of the file forbids."""

import pytest

from extractor.sources.robots import LIMIT, Rules

RFC_EXAMPLE = b"""User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


def allows(text: str, path: str, agent: str = "extractor") -> bool:
    return Rules.read(text.encode()).allows(agent, f"https://koran.example{path}")


@pytest.mark.parametrize(
    ("agent", "path", "allowed"),
    [
        ("extractor", "/example/page.html", False),
        ("extractor", "/publications/a.gif", True),
        ("extractor", "/a.gif", False),
        ("foobot", "/example/page.html", True),
        ("foobot", "/example/other.html", False),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/a.gif", True),
        ("quxbot", "/example/page.html", True),
        ("FooBot", "/publications/", False),
    ],
)
def test_the_simple_example_of_the_rfc(agent: str, path: str, allowed: bool) -> None:
    assert Rules.read(RFC_EXAMPLE).allows(agent, f"https://koran.example{path}") is allowed


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /a/*/c", "/a/b/c", False),
        ("Disallow: /path/file-with-a-%2A.html", "/path/file-with-a-*.html", False),
        ("Disallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar", False),
        ("Disallow: /foo/bar/\u30c4", "/foo/bar/%E3%83%84", False),
        ("Disallow: /foo/bar/%E3%83%84", "/foo/bar/\u30c4", False),
        ("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", False),
        ("Disallow: /foo/bar/baz", "/foo/bar/%62%61%7A", False),
        ("Disallow: /\nAllow: /foo/bar/%62%61%7A", "/foo/bar/baz", False),
        ("Disallow: /\nAllow: /foo/%e3%83%84", "/foo/%E3%83%84", True),
        ("Disallow: /*.php$", "/a.php?b", True),
        ("Disallow: /*.php$", "/a.php", False),
        ("Disallow: /a$b", "/a$b", False),
        ("Disallow: /a[bc]", "/a[bc]", False),
        ("Disallow: /a[bc]", "/ab", True),
        ("Disallow: /*?", "/a?b", False),
        ("Disallow: /*?", "/ab", True),
        ("Disallow: /\nAllow: /berita/index.html", "/berita/", True),
        ("Disallow: /\nAllow: /berita/index.html", "/berita/a", False),
        ("Disallow:", "/a", True),
        ("Disallow /a", "/a", False),
        ("Dissalow: /a", "/a", False),
        ("disallow : /a # tidak boleh", "/a", False),
        ("Disallow: /A", "/a", True),
        ("Disallow: /\nAllow: /$", "/", True),
        ("Disallow: /", "", False),
    ],
)
def test_what_a_rule_forbids(rules: str, path: str, allowed: bool) -> None:
    assert allows(f"User-agent: *\n{rules}", path) is allowed


@pytest.mark.parametrize(
    ("text", "agent", "allowed"),
    [
        ("User-agent: a\nCrawl-delay: 5\nUser-agent: *\nDisallow: /", "a", False),
        ("User-agent: a\nSitemap: https://koran.example/s.xml\nUser-agent: b\nDisallow: /", "a", False),
        ("User-agent: a\nApa saja: ini\nUser-agent: b\nDisallow: /", "a", False),
        ("User-agent: a\nAllow: /b\nUser-agent: b\nDisallow: /", "a", True),
        ("User-agent: *\nDisallow: /\nUser-agent: a/2.1\nAllow: /", "a", True),
        ("User-agent: a\nAllow: /b\n\nUser-agent: a\nDisallow: /", "a", False),
        ("User-agent: * dan lain\nDisallow: /", "a", False),
        ("User-agent: ab\nDisallow: /", "a", True),
        ("User-agent: a\nDisallow: /\nUser-agent: ab\nAllow: /", "ab", True),
        ("Disallow: /\nUser-agent: *\nAllow: /", "a", True),
        ("useragent: a\ndisallow: /", "A", False),
        ("User agent: a\ndisallow: /", "a", False),
        ("User-agent a\nDisallow /", "a", False),
        ("User-agent: a\rDisallow: /", "a", False),
        ("\ufeffUser-agent: a\nDisallow: /", "a", False),
        ("User-agent: a\0\nDisallow: /", "a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: a\nDisallow:", "a", True),
        ("<!DOCTYPE html><p>User-agent: *\nDisallow: /", "a", True),
        ("", "a", True),
    ],
)
def test_which_group_speaks_to_whom(text: str, agent: str, allowed: bool) -> None:
    assert allows(text, "/a", agent) is allowed


def test_the_file_itself_is_allowed_as_the_rfc_says_and_googles_parser_does_not() -> None:
    assert allows("User-agent: *\nDisallow: /", "/robots.txt")


def test_a_byte_order_mark_hides_no_rule() -> None:
    assert not Rules.read(b"\xef\xbb\xbfUser-agent: *\nDisallow: /").allows("extractor", "https://koran.example/a")


def test_what_lies_beyond_the_limit_is_not_read() -> None:
    before = b"# isi\n" * (LIMIT // 6)
    assert Rules.read(b"User-agent: *\nDisallow: /a\n" + before + b"Disallow: /b").allows("x", "https://koran.example/b")
    assert not Rules.read(b"User-agent: *\nDisallow: /a\n" + before).allows("x", "https://koran.example/a")


DELAYS = [("5", 5.0), ("0.5", 0.5), ("1,5", 1.5), ("lama", None), ("-1", None), ("nan", None)]


@pytest.mark.parametrize(("value", "delay"), DELAYS)
def test_a_crawl_delay_is_in_seconds(value: str, delay: float | None) -> None:
    assert Rules.read(f"User-agent: *\nCrawl-delay: {value}\nDisallow: /a".encode()).delay("extractor") == delay


def test_sitemaps_belong_to_no_group() -> None:
    text = b"Sitemap: https://koran.example/a.xml\nUser-agent: b\nDisallow: /\nsitemap:https://koran.example/b.xml"
    assert Rules.read(text).sitemaps == ("https://koran.example/a.xml", "https://koran.example/b.xml")


@pytest.mark.parametrize("line", ["Disallow: /" + "*a" * 5_000 + "$", "Disallow: " + "/" * 400_000, "*" * 500_000])
def test_a_hostile_file_ends_soon(line: str) -> None:
    rules = Rules.read(f"User-agent: *\n{line}\nDisallow: /x".encode())
    assert not rules.allows("extractor", "https://koran.example/x" + "a" * 5_000)
