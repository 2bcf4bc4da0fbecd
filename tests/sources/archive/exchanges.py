"""Exchanges as a crawl would have had them, for the tests of the archive."""

import gzip

from extractor.sources.exchange import Ask, Exchange, Headers, Hop

STORY = "<html><title>Piala Adipura</title><p>Kabupaten Lanri menerima Piala Adipura untuk kali ketiga.</p></html>"


def hop(
    url: str, body: bytes = b"", at: float = 1_700_000_000.25, status: int = 200, headers: Headers | None = None
) -> Hop:
    """A request and its answer."""
    own = headers if headers is not None else (("Content-Type", "text/html; charset=utf-8"), ("Server", "nginx"))
    lines = [f"HTTP/1.1 {status} OK", *(f"{name}: {value}" for name, value in own)]
    path = "/" + url.split("/", 3)[-1]
    request = f"GET {path} HTTP/1.1\r\nHost: warta.example\r\nUser-Agent: extractor\r\n\r\n".encode()
    return Hop(url, at, "127.0.0.7", request, ("\r\n".join([*lines, "", ""])).encode("latin-1"), status, own, body)


def article(number: int = 1, body: bytes | None = None, at: float = 1_700_000_000.25) -> Exchange:
    """An article as its server sent it, whole and not packed."""
    url = f"https://warta.example/berita/{number}"
    content = f"{STORY}<!-- {number} -->".encode() if body is None else body
    ask = Ask(url, "article", "https://warta.example/feed")
    ended = Exchange(ask, "ok", None, url, (hop(url, content, at),), content, "text/html", "utf-8")
    return ended._replace(seconds=0.125)


def packed_article() -> Exchange:
    """An article that was sent packed and in chunks, behind a redirect, asked for with what was known of it."""
    asked, url = "http://warta.example/b/7", "https://warta.example/berita/7?a=1"
    wire = gzip.compress(STORY.encode(), mtime=0)
    headers = (
        ("content-type", "Text/HTML; Charset=UTF-8"),
        ("Transfer-Encoding", "chunked"),
        ("Content-Encoding", "gzip"),
        ("Set-Cookie", "a=1; Path=/"),
        ("Set-Cookie", "b=\xe9"),
    )
    first = hop(asked, at=1_700_000_001.0, status=301, headers=(("Location", url),))
    hops = (first, hop(url, wire, 1_700_000_003.123457, headers=headers))
    ask = Ask(asked, "article", None, '"abc"', "Sat, 21 Nov 2026 10:00:00 GMT")
    return Exchange(ask, "ok", None, url, hops, STORY.encode(), "text/html", "utf-8", seconds=1.5)


def failure() -> Exchange:
    """An address that got no answer."""
    url = "https://sunyi.example/"
    return Exchange(Ask(url, "feed"), "failed", "no answer in time", url, (), seconds=30.0, passing=True)


def refusal() -> Exchange:
    """An address that is to be left alone for a while."""
    url = "https://warta.example/rss"
    hops = (hop(url, b"slow down", status=429, headers=(("Retry-After", "120"),)),)
    return Exchange(Ask(url, "feed"), "later", "429 OK", url, hops, retry_after=120.0, passing=True)


def unchanged(number: int = 1, at: float = 1_700_100_000.0) -> Exchange:
    """A 304 for an article."""
    url = f"https://warta.example/berita/{number}"
    hops = (hop(url, at=at, status=304, headers=(("ETag", '"abc"'),)),)
    return Exchange(Ask(url, "article", None, '"abc"'), "unchanged", None, url, hops)


def torn() -> Exchange:
    """An article whose body broke off."""
    whole = article(9)
    return whole._replace(outcome="truncated", reason="the connection broke off", passing=True)
