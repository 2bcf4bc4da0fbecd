"""One page over the net: what the server says of it is kept, and a server that will not stop is left."""

import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import extractor.batch.fetch
from extractor.batch.fetch import fetch
from extractor.errors import SetAside
from extractor.sources.fetching import Fetcher
from extractor.sources.network import Network

BODY = "“Ambon”".encode("windows-1252")


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        match self.path:
            case "/moved":
                self.answer(302, b"", Location="/page")
            case "/round":
                self.answer(302, b"", Location="/round")
            case "/endless":
                self.send_response(200)
                self.end_headers()
                try:
                    while True:
                        self.wfile.write(b"kata " * 10_000)
                except OSError:
                    self.close_connection = True
            case "/slow":
                time.sleep(1)
                self.answer(200, BODY)
            case "/page":
                self.answer(200, BODY, Content_Type="text/html; charset=windows-1252")
            case "/packed":
                self.answer(200, b"bukan gzip", Content_Encoding="gzip")
            case "/torn":
                self.answer(200, b"awal", Content_Length="900")
            case "/away":
                self.answer(302, b"", Location="file:///tiada")
            case _:
                self.answer(404, b"tiada")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        headers.setdefault("Content_Length", str(len(body)))
        [self.send_header(name.replace("_", "-"), value) for name, value in headers.items()]
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}"
        listening.shutdown()


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_comes_with_what_the_server_says_of_it(server: str, path: str) -> None:
    page = fetch(server + path)
    assert page[:5] == (server + path, BODY, f"{server}/page", "text/html", "windows-1252")
    assert page.fetched is not None
    assert abs(datetime.now(UTC) - datetime.fromisoformat(page.fetched)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/tiada", "the server answers 404 Not Found"),
        ("/endless", "cannot be fetched: longer than 5 MiB"),
        ("/round", "more than 5 redirects"),
        ("/packed", "cannot be fetched: is no gzip"),
        ("/torn", "cannot be fetched: the connection broke off before the end of the page"),
        ("/away", "may not be asked: file: only http and https are asked"),
    ],
)
def test_a_page_that_does_not_come_is_set_aside(server: str, path: str, reason: str) -> None:
    with pytest.raises(SetAside, match=reason):
        fetch(server + path)


def test_a_server_that_dawdles_is_left(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor.batch.fetch, "fetcher", lambda: Fetcher(Network("tests", whole=0.2, inside=True)))
    with pytest.raises(SetAside, match="in time"):
        fetch(server + "/slow")


HOSTS = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "169.254.169.254", "10.0.0.1"]


@pytest.mark.parametrize("host", HOSTS)
def test_an_address_inside_is_not_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor.batch.fetch, "fetcher", lambda: Fetcher(Network("tests")))
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("it was asked"))
    with pytest.raises(SetAside, match=r"may not be asked|cannot be fetched"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize(
    ("url", "reason"),
    [("http://127.0.0.1:9/", "refused"), ("http://", "is no address"), ("http://[", "is no address")],
)
def test_an_address_that_leads_nowhere_is_set_aside(url: str, reason: str) -> None:
    with pytest.raises(SetAside, match=reason):
        fetch(url)
