"""A story named by the address of one page is fetched whole: all pages at once, or each by its number, politely."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

import extractor.batch.pages
from extractor.article import Page
from extractor.batch.fetch import fetch
from extractor.batch.pages import MOST, other_pages
from extractor.batch.reader import load, read_input

SENTENCE = "Halaman {n}: Kota Ambon meraih Adipura setelah enam tahun menanti, kata wali kota dalam bagian ke-{n}."


class Server(BaseHTTPRequestHandler):
    """Stories of several pages: /SITE/kota-ambon-raih-adipura?page=2 of a site that behaves as its name says."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        path, _, query = self.path.partition("?")
        site, _, page = path.split("/")[1], *query.partition("page=")[1:]
        match site, page or "1":
            case "moved", "2":
                self.answer(302, "", Location="/")
            case "gap", "2":
                self.answer(404, "tiada")
            case "whole", "all":
                self.answer(200, self.story(path, ["1", "2", "3"], []))
            case "lost", "all":
                self.answer(302, "", Location=path)
            case "endless", number:
                self.answer(200, self.story(path, [number], range(1, 51)))
            case "onward", number:
                self.answer(200, self.story(path, [number], [int(number) + 1] if int(number) < 4 else []))
            case "abroad", number:
                self.answer(200, self.story(path, [number], [1, 2, 3]).replace("href='?", "href='http://lain.example/?"))
            case _, number:
                self.answer(200, self.story(path, [number], [1, 2, 3], everything=site in ("whole", "lost")))

    def story(self, path: str, numbers: list[str], linked: Any, everything: bool = False) -> str:
        story = f"http://{self.headers['Host']}{path}"
        links = [f"<a href='?page={n}'>{n}</a>" if str(n) not in numbers else f"<b>{n}</b>" for n in linked]
        links += ["<a href='?page=all'>Semua</a>"] if everything else []
        paragraphs = "".join(f"<p>{SENTENCE.format(n=n)}</p>" * 2 for n in numbers)
        return (
            f"<html><head><title>Kota Ambon Raih Adipura</title><link rel='canonical' href='{story}'></head><body>"
            f"<div class='entry-content'>{paragraphs}</div><div class='paging'>{' '.join(links)}</div></body></html>"
        )

    def answer(self, status: int, body: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(extractor.batch.pages, "PAUSE", 0.0)
    monkeypatch.setattr(Server, "asked", [], raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}"
        listening.shutdown()


def others(server: str, site: str, query: str = "") -> list[str]:
    """The queries of the pages that are fetched beside the first that is asked for."""
    page = fetch(f"{server}/{site}/kota-ambon-raih-adipura{query}")
    return [(found.url or "").partition("?")[2] for found in other_pages(page)]


@pytest.mark.parametrize(
    ("site", "query", "fetched"),
    [
        ("plain", "", ["page=2", "page=3"]),
        ("plain", "?page=2", ["page=1", "page=3"]),
        ("plain", "?page=all", []),
        ("whole", "", ["page=all"]),
        ("lost", "", ["page=2", "page=3"]),
        ("gap", "", ["page=3"]),
        ("moved", "", ["page=3"]),
        ("onward", "", ["page=2", "page=3", "page=4"]),
        ("abroad", "", []),
    ],
)
def test_the_other_pages_are_fetched(server: str, site: str, query: str, fetched: list[str]) -> None:
    assert others(server, site, query) == fetched


def test_no_more_pages_are_fetched_than_a_story_has(server: str) -> None:
    assert len(others(server, "endless")) == MOST - 1


def test_a_page_that_is_no_text_has_no_others() -> None:
    assert other_pages(Page("http://lontar.example/a", b"%PDF-1.4\0\0\1", "http://lontar.example/a")) == []


def test_its_reader_says_that_it_is_alive_before_each_request(server: str) -> None:
    times: list[int] = []
    page = fetch(f"{server}/plain/kota-ambon-raih-adipura")
    other_pages(page, lambda: times.append(len(Server.asked)))
    assert times == [1, 2]


@pytest.mark.parametrize(
    ("site", "numbers", "missing"),
    [("plain", "123", ()), ("whole", "123", ()), ("gap", "13", (2,)), ("moved", "13", (2,))],
)
def test_the_pages_of_an_address_are_one_article(
    server: str, site: str, numbers: str, missing: tuple[int, ...]
) -> None:
    url = f"{server}/{site}/kota-ambon-raih-adipura"
    result = read_input(url, load("tests.batch.stubs:cleaned"))
    assert result.extraction, result.reason
    article = result.extraction["article"]
    assert [SENTENCE.format(n=n) in article.text for n in "123"] == [n in numbers for n in "123"]
    assert article.pages
    assert article.pages.missing == missing
    assert (article.source, result.apart) == (url, ())


def test_two_addresses_of_one_story_are_read_with_the_rest_of_it(server: str) -> None:
    url = f"{server}/plain/kota-ambon-raih-adipura"
    result = read_input([url + "?page=2", url], load("tests.batch.stubs:cleaned"))
    assert result.extraction, result.reason
    assert all(SENTENCE.format(n=n) in result.extraction["article"].text for n in "123")
    assert (result.source, result.apart) == (url + "?page=2", ())
