"""One page over the net: what the server says of it is kept, and a server that will not stop is left."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import extractor.batch.fetch
from extractor.batch.fetch import fetch
from extractor.errors import SetAside

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
    assert page == (server + path, BODY, f"{server}/page", "text/html", "windows-1252")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/tiada", "the server answers 404 Not Found"),
        ("/endless", "longer than 5 MiB, which no article is"),
        ("/round", "cannot be fetched: it redirects without end"),
        ("/packed", "cannot be fetched: the server's packed bytes cannot be unpacked"),
        ("/torn", "cannot be fetched: the connection broke off before the end of the page"),
        ("/away", "cannot be fetched: it leads to what is no http:// or https:// address"),
    ],
)
def test_a_page_that_does_not_come_is_set_aside(server: str, path: str, reason: str) -> None:
    with pytest.raises(SetAside, match=reason):
        fetch(server + path)


def test_a_server_that_dawdles_is_left(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor.batch.fetch, "_IN_ALL", 0)
    with pytest.raises(SetAside, match="not there after 0 s"):
        fetch(server + "/endless")


@pytest.mark.parametrize(
    ("url", "reason"),
    [("http://127.0.0.1:9/", "no connection"), ("http://", "cannot be fetched"), ("http://[", "cannot")],
)
def test_an_address_that_leads_nowhere_is_set_aside(url: str, reason: str) -> None:
    with pytest.raises(SetAside, match=reason):
        fetch(url)
