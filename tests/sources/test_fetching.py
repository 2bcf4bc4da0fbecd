"""Fetching: every exchange ends in time and within its memory, with what came of it and why."""

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Iterator

import brotli
import pytest
import requests
import zstandard

from extractor.sources.exchange import Ask, Exchange
from extractor.sources.fetching import Fetcher
from extractor.sources.guard import refusal
from extractor.sources.network import Network
from tests.sources.scripted import Script, Server, answer, endless, resets, sends, serving

STORY = b"<p>Kota Ambon menerima piagam.</p>" * 100
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMB = gzip.compress(b"\0" * 50_000_000)
WHOLE = 0.6  # seconds for an exchange in these tests
NETWORK = Network("extractor/0 (tests)", connect=0.5, whole=WHOLE, wire=2_000_000, unpacked=10_000_000, inside=True)


def packed(encoding: str, body: bytes) -> Script:
    return answer(body, Content_Encoding=encoding)


SCRIPTS: dict[str, Script] = {
    "/ok": answer(STORY),
    "/gzip": packed("gzip", gzip.compress(STORY)),
    "/two-members": packed("gzip", gzip.compress(STORY[:99]) + gzip.compress(STORY[99:])),
    "/deflate": packed("deflate", zlib.compress(STORY)),
    "/raw-deflate": packed("deflate", zlib.compress(STORY)[2:-4]),
    "/br": packed("br", brotli.compress(STORY)),
    "/zstd": packed("zstd", zstandard.compress(STORY)),
    "/twice": packed("gzip, br", brotli.compress(gzip.compress(STORY))),
    "/chunked": sends(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"5\r\nKota \r\n", b"5\r\nAmbon\r\n0\r\n\r\n"),
    "/to-the-end": sends(OK + b"\r\nKota Ambon"),
    "/short": sends(OK + b"Content-Length: 5000\r\n\r\n" + STORY[:700]),
    "/half-chunked": sends(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nKota \r\n5\r\nAm"),
    "/half-gzip": packed("gzip", gzip.compress(bytes(range(256)) * 30)[:200]),
    "/half-br": packed("br", brotli.compress(bytes(range(256)) * 30)[:-40]),
    "/half-zstd": packed("zstd", zstandard.compress(bytes(range(256)) * 30)[:-40]),
    "/no-gzip": packed("gzip", STORY),
    "/unknown": packed("rot13", STORY),
    "/long": answer(b"a" * 3_000_000),
    "/bomb": packed("gzip", BOMB),
    "/bomb-br": packed("br", brotli.compress(b"\0" * 50_000_000, quality=1)),
    "/bomb-zstd": packed("zstd", zstandard.compress(b"\0" * 50_000_000)),
    "/slow": endless(OK + b"Content-Length: 5000\r\n\r\n", b"a", pause=0.05),
    "/slow-head": endless(b"HTTP/1.1 200 OK\r\n", b"a", pause=0.05),
    "/continue": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.001),
    "/endless": endless(OK + b"\r\n", b"a" * 1000, pause=0.001),
    "/flood": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
    "/silent": endless(b"", b"", pause=5),
    "/reset": resets(OK + b"Content-Length: 5000\r\n\r\n" + STORY[:700]),
    "/reset-first": resets(),
    "/no-http": sends(b"220 smtp siap\r\n"),
    "/headers": sends(OK + b"a: b\r\n" * 500 + b"\r\n"),
    "/404": answer(b"tiada", "404 Not Found"),
    "/410": answer(b"", "410 Gone"),
    "/403": answer(b"", "403 Forbidden"),
    "/500": answer(b"", "500 Internal Server Error"),
    "/304": sends(b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n"),
    "/429": answer(b"", "429 Too Many Requests", Retry_After="120"),
    "/503": answer(
        b"", "503 Busy", Retry_After="Sun, 22 Nov 2026 00:10:00 GMT", Date="Sun, 22 Nov 2026 00:05:00 GMT"
    ),
    "/503-soon": answer(b"", "503 Busy", Retry_After="sebentar"),
    "/moved": answer(b"", "301 Moved Permanently", Location="/ok#atas"),
    "/loop": answer(b"", "302 Found", Location="/loop"),
    "/heavy": endless(b"HTTP/1.1 302 Found\r\nLocation: /ok\r\nContent-Length: 1000000000\r\n\r\n", b"a" * 65_536),
    "/file": answer(b"", "302 Found", Location="file:///etc/passwd"),
    "/ftp": answer(b"", "302 Found", Location="ftp://127.0.0.1/a"),
    "/named": answer(b"", "302 Found", Location="http://nama@127.0.0.1/"),
    "/bad-place": answer(b"", "302 Found", Location="http://[::1/"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(SCRIPTS) as running:
        yield running


def fetch(server: Server, path: str, network: Network = NETWORK, **more: str) -> Exchange:
    return Fetcher(network).fetch(Ask(f"http://127.0.0.1:{server.port}{path}", "article", **more))


@pytest.mark.parametrize(
    "path", ["/ok", "/gzip", "/two-members", "/deflate", "/raw-deflate", "/br", "/zstd", "/twice", "/moved", "/heavy"]
)
def test_a_page_comes_whole_however_it_is_sent(server: Server, path: str) -> None:
    found = fetch(server, path)
    assert (found.outcome, found.reason, found.body, found.status) == ("ok", None, STORY, 200)
    assert (found.media_type, found.charset) == ("text/html", "utf-8")


@pytest.mark.parametrize("path", ["/chunked", "/to-the-end"])
def test_a_body_without_its_length_is_whole_where_it_ends_well(server: Server, path: str) -> None:
    assert (fetch(server, path).outcome, fetch(server, path).body) == ("ok", b"Kota Ambon")


@pytest.mark.parametrize(
    ("path", "reason", "kept"),
    [
        ("/short", "broke off", STORY[:700]),
        ("/half-chunked", "broke off", b"Kota "),
        ("/reset", "reset", STORY[:700]),
        ("/half-gzip", "breaks off within gzip", b"\0\1\2"),
        ("/half-br", "breaks off within brotli", b"\0\1\2"),
        ("/half-zstd", "breaks off within zstd", b""),
        ("/no-gzip", "is no gzip", b""),
        ("/unknown", "packed as 'rot13'", STORY),
        ("/long", "longer than 1.91 MiB", b"a" * 2_000_000),
        ("/bomb", "unpacks to more than 10 MB", b"\0" * 10_000_000),
        ("/bomb-br", "unpacks to more than 10 MB", b"\0" * 10_000_000),
        ("/bomb-zstd", "unpacks to more than 10 MB", b"\0" * 10_000_000),
        ("/slow", "in time", b"aaa"),
        ("/endless", "in time", b"aaa"),
    ],
)
def test_what_is_not_whole_is_kept_and_says_so(server: Server, path: str, reason: str, kept: bytes) -> None:
    found = fetch(server, path)
    assert found.outcome == "truncated"
    assert reason in (found.reason or "")
    assert found.body.startswith(kept)


@pytest.mark.parametrize(
    ("path", "outcome", "reason", "passing"),
    [
        ("/404", "gone", "404 Not Found", False),
        ("/410", "gone", "410 Gone", False),
        ("/403", "refused", "403 Forbidden", False),
        ("/500", "failed", "500 Internal Server Error", True),
        ("/429", "later", "429 Too Many Requests", True),
        ("/slow-head", "failed", "not there in time", True),
        ("/continue", "failed", "not there in time", True),
        ("/flood", "failed", "not there in time", True),
        ("/silent", "failed", "not there in time", True),
        ("/reset-first", "failed", "reset", True),
        ("/no-http", "failed", "", True),
        ("/headers", "failed", "headers", True),
        ("/loop", "failed", "more than 5 redirects", False),
        ("/file", "forbidden", "only http and https", False),
        ("/ftp", "forbidden", "only http and https", False),
        ("/named", "forbidden", "user's name", False),
        ("/bad-place", "forbidden", "is no address", False),
    ],
)
def test_what_does_not_come_says_why(server: Server, path: str, outcome: str, reason: str, passing: bool) -> None:
    started = time.monotonic()
    found = fetch(server, path)
    assert (found.outcome, found.passing) == (outcome, passing)
    assert reason in (found.reason or "")
    assert time.monotonic() - started < WHOLE + 0.5


@pytest.mark.parametrize(("path", "seconds"), [("/429", 120.0), ("/503", 300.0), ("/503-soon", None)])
def test_retry_after_is_read_in_both_forms(server: Server, path: str, seconds: float | None) -> None:
    assert fetch(server, path).retry_after == seconds


def test_an_unchanged_page_is_asked_for_by_what_is_known_of_it(server: Server) -> None:
    found = fetch(server, "/304", etag='"x"', modified="Sun, 22 Nov 2026 00:05:00 GMT")
    assert (found.outcome, found.reason) == ("unchanged", None)
    assert b'If-None-Match: "x"\r\n' in server.seen[-1]
    assert b"If-Modified-Since: Sun, 22 Nov" in server.seen[-1]


def test_a_304_that_nothing_was_asked_by_is_no_unchanged_page(server: Server) -> None:
    found = fetch(server, "/304")
    assert (found.outcome, found.reason, found.passing) == ("failed", "304 Not Modified", True)


@pytest.mark.parametrize(
    ("path", "passing"),
    [("/half-gzip", True), ("/no-gzip", True), ("/unknown", True), ("/short", True), ("/long", False)],
)
def test_what_broke_off_is_read_again_and_what_is_too_long_is_not(server: Server, path: str, passing: bool) -> None:
    found = fetch(server, path)
    assert (found.outcome, found.passing) == ("truncated", passing)


def test_who_asks_is_said_and_nothing_else_is(server: Server) -> None:
    fetch(server, "/ok")
    names = [line.split(b":")[0] for line in server.seen[-1].split(b"\r\n")[1:] if line]
    assert names == [b"Host", b"User-Agent", b"Accept", b"Accept-Language", b"Accept-Encoding", b"Connection"]
    assert b"extractor/0 (tests)" in server.seen[-1]


def test_an_exchange_keeps_what_was_sent_and_what_came(server: Server) -> None:
    first, last = fetch(server, "/moved").hops
    assert (first.status, first.wire, last.status, last.wire) == (301, b"", 200, STORY)
    assert last.request == server.seen[-1]
    assert last.head.startswith(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ")
    assert last.head.endswith(b"\r\n\r\n")
    assert last.address == "127.0.0.1"


def test_what_is_kept_of_a_packed_page_is_what_was_sent(server: Server) -> None:
    assert gzip.decompress(fetch(server, "/gzip").hops[-1].wire) == STORY


def test_a_redirect_is_followed_only_where_it_is_let(server: Server) -> None:
    asked = list[str]()

    def between(url: str) -> str | None:
        asked.append(url)
        return "robots.txt forbids it"

    found = Fetcher(NETWORK).fetch(Ask(f"http://127.0.0.1:{server.port}/moved", "article"), between)
    assert (found.outcome, found.reason) == ("moved", "robots.txt forbids it")
    assert [found.url] == asked == [f"http://127.0.0.1:{server.port}/ok"]


@pytest.mark.parametrize("path", ["/bomb", "/bomb-br", "/bomb-zstd", "/heavy", "/endless", "/long"])
def test_no_answer_takes_more_memory_than_its_limits(server: Server, path: str) -> None:
    fetch(server, "/ok")
    tracemalloc.start()
    fetch(server, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000


def test_a_closed_port_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    found = Fetcher(NETWORK).fetch(Ask(f"http://127.0.0.1:{port}/", "article"))
    assert (found.outcome, found.reason, found.passing) == ("failed", "the connection is refused", True)


INSIDE = """127.0.0.1 127.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 localhost 0 0.0.0.0 10.0.0.1 172.16.0.1
192.168.1.1 169.254.169.254 2852039166 0xa9fea9fe 100.64.0.1 198.18.0.1 192.0.2.1 224.0.0.1 240.0.0.1 255.255.255.255
168.63.129.16 [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [fe80::1] [fc00::1] [fec0::1] [ff02::1]
[2002:7f00:1::] [64:ff9b::7f00:1] [64:ff9b:1::1] [2001::1] [2001:db8::1] [100::1] 127.0.0.1.
127.0.0.1%00.example""".split()
OPEN = Network("extractor/0 (tests)", connect=0.5, whole=WHOLE)


@pytest.mark.parametrize("host", INSIDE)
def test_no_notation_of_an_inside_address_is_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reached = list[object]()
    monkeypatch.setattr(socket, "create_connection", lambda address, **_: reached.append(address))
    found = Fetcher(OPEN).fetch(Ask(f"http://{host}/", "article"))
    assert found.outcome in ("forbidden", "failed")
    assert reached == []


def test_without_the_guard_an_inside_address_is_reached(server: Server) -> None:
    assert requests.get(f"http://2130706433:{server.port}/ok", timeout=2).content == STORY


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/", "https://koran.example:22/", "http://koran.example:99999/"])
def test_other_ports_than_the_webs_are_not_asked(url: str) -> None:
    assert Fetcher(OPEN).fetch(Ask(url, "article")).outcome == "forbidden"


def test_a_redirect_that_leads_inside_is_not_followed() -> None:
    with serving({"/": answer(b"", "302 Found", Location="http://meta.example/")}) as other:
        places = {"koran.example": ("127.0.0.1", other.port), "meta.example": ("169.254.169.254", 80)}
        fetcher = Fetcher(OPEN._replace(resolve=lambda host, _: [places[host]]))
        with pytest.MonkeyPatch.context() as patch:  # the first hop is let through, as if it were in the open net
            patch.setattr("extractor.sources.network.refusal", lambda a: None if a == "127.0.0.1" else refusal(a))
            found = fetcher.fetch(Ask("http://koran.example/", "article"))
    assert (found.outcome, found.url) == ("forbidden", "http://meta.example/")
    assert "169.254.169.254" in (found.reason or "")


def test_a_name_that_resolves_to_two_addresses_in_turn_gains_nothing() -> None:
    answers = iter([[("93.184.216.34", 80)], [("127.0.0.1", 80)]])
    reached = list[object]()

    def connect(address: object, **_: object) -> socket.socket:
        reached.append(address)
        raise ConnectionRefusedError

    fetcher = Fetcher(OPEN._replace(resolve=lambda *_: next(answers)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "create_connection", connect)
        assert fetcher.fetch(Ask("http://koran.example/", "article")).outcome == "failed"
        assert fetcher.fetch(Ask("http://koran.example/", "article")).outcome == "forbidden"
    assert reached == [("93.184.216.34", 80)]


def test_a_resolver_that_does_not_answer_is_left() -> None:
    fetcher = Fetcher(NETWORK._replace(resolve=lambda *_: time.sleep(3) or []))
    started = time.monotonic()
    found = fetcher.fetch(Ask("http://koran.example/", "article"))
    assert (found.outcome, found.passing) == ("failed", True)
    assert time.monotonic() - started < WHOLE + 0.5


def test_without_the_watchdog_a_slow_server_is_never_left() -> None:
    def trickle(connection: socket.socket, _: bytes) -> None:
        for letter in b"HTTP/1.1 200 OK\r\nA: " + b"a" * 20 + b"\r\n\r\n":
            connection.sendall(bytes((letter,)))
            time.sleep(0.02)

    started = time.monotonic()
    with serving({"/": trickle}) as slow, pytest.MonkeyPatch.context() as patch:
        patch.setattr("extractor.sources.network.Watchdog.watch", lambda _, connection, __: connection.dup())
        fetch(slow, "/", NETWORK._replace(whole=0.3))
    assert time.monotonic() - started > 0.8
