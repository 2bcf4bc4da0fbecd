"""Certificates are checked, and what holds of http holds of https: its time, its address, what is kept of it."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import NamedTuple
from unittest.mock import patch

import pytest

from extractor.outlets import outlets
from extractor.sources import network as network_module
from extractor.sources.crawl import Clocks
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.fetching import Fetcher
from extractor.sources.network import Network
from extractor.sources.night import Night, crawl
from extractor.sources.summary import Summary
from tests.sources.scripted import Script, answer, endless, sends
from tests.sources.web import press_patterns, sources_of_little_web, stories_of
from tests.sources.web.certificates import authority, context
from tests.sources.web.faults import silent
from tests.sources.web.kinds import Antara, Tribun, WordPress
from tests.sources.web.night import Wall, fetcher, finder, settings
from tests.sources.web.serving import LittleWeb, Request
from tests.sources.web.stories import WIB

STORY = b"<p>Kota Ambon menerima piagam.</p>" * 100
WHOLE = 0.8  # seconds for an exchange in these tests
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
SCRIPTS: dict[str, Script] = {
    "/ok": answer(STORY),
    "/short": sends(OK + b"Content-Length: 5000\r\n\r\n" + STORY[:700]),
    "/slow": endless(OK + b"Content-Length: 5000\r\n\r\n", b"a", pause=0.05),
    "/endless": endless(OK + b"\r\n", b"a" * 1000, pause=0.001),
    "/flood": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
    "/silent": silent,
    "/inside": answer(b"", "302 Found", Location="https://127.0.0.1/rahasia"),
}


class Scripted:
    """A site whose paths are scripts."""

    def __init__(self, *hosts: str) -> None:
        self.hosts = hosts

    def respond(self, request: Request) -> Script:
        return SCRIPTS.get(request.path, answer(b"", "404 Not Found"))


class Safe(NamedTuple):
    """Servers with certificates of each kind, and a fetcher that trusts one authority."""

    web: LittleWeb
    others: dict[str, LittleWeb]
    fetcher: Fetcher

    def fetch(self, url: str) -> Exchange:
        return self.fetcher.fetch(Ask(url, "article"))


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Safe]:
    folder = tmp_path_factory.mktemp("certificates")
    ours, strange = authority(folder), authority(folder, "Strange")
    name = "www.kabar.example"
    shown = {
        "wrong.example": context(ours, ["lain.example"]),
        "ended.example": context(ours, ["ended.example"], ended=True),
        "strange.example": context(strange, ["strange.example"]),
    }
    others = {
        host: LittleWeb([Scripted(host)], f"127.0.4.{number}", tls)
        for number, (host, tls) in enumerate(shown.items(), start=1)
    }
    web = LittleWeb([Scripted(name)], "127.0.3.1", context(ours, [name]))

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        return others.get(host, web).resolve(host, port)

    network = Network("extractor/0 (tests)", connect=0.5, whole=WHOLE, inside=True, resolve=resolve)
    with patch.object(network_module, "where", lambda: str(ours.file)):
        fetcher = Fetcher(network)
    with web, others["wrong.example"], others["ended.example"], others["strange.example"]:
        yield Safe(web, others, fetcher)


def test_a_page_comes_over_https_and_is_kept_as_it_was_sent(safe: Safe) -> None:
    found = safe.fetch("https://www.kabar.example/ok")
    assert (found.outcome, found.body, found.hops[0].wire) == ("ok", STORY, STORY)
    assert found.hops[0].address == "127.0.3.1"
    assert found.hops[0].request.startswith(b"GET /ok HTTP/1.1\r\nHost: www.kabar.example\r\n")


def test_the_name_that_is_asked_for_is_said_and_not_the_address(safe: Safe) -> None:
    safe.fetch("https://www.kabar.example/ok")
    assert set(safe.web.greeted) == {"www.kabar.example"}


@pytest.mark.parametrize("host", ["wrong.example", "ended.example", "strange.example"])
def test_a_certificate_that_cannot_be_trusted_is_no_answer(safe: Safe, host: str) -> None:
    found = safe.fetch(f"https://{host}/ok")
    assert (found.outcome, found.reason, found.passing) == ("failed", "its certificate cannot be trusted", False)
    assert (found.hops, safe.others[host].log(host)) == ((), [])


def test_without_the_check_such_a_page_would_come(safe: Safe) -> None:
    careless = ssl.create_default_context()
    careless.check_hostname, careless.verify_mode = False, ssl.CERT_NONE
    address = safe.others["strange.example"].resolve("strange.example", 443)[0]
    with socket.create_connection(address, 1) as plain, careless.wrap_socket(plain) as made:
        made.sendall(b"GET /ok HTTP/1.1\r\nHost: strange.example\r\n\r\n")
        assert made.recv(12) == b"HTTP/1.1 200"
    safe.others["strange.example"].forget()


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/short", "truncated"),
        ("/slow", "truncated"),
        ("/endless", "truncated"),
        ("/silent", "failed"),
        ("/flood", "failed"),
    ],
)
def test_what_goes_wrong_behind_a_certificate_ends_in_its_time(safe: Safe, path: str, outcome: str) -> None:
    started = time.monotonic()
    found = safe.fetch(f"https://www.kabar.example{path}")
    assert (found.outcome, found.passing) == (outcome, True)
    assert time.monotonic() - started < WHOLE + 0.5


@contextmanager
def listening(says: bytes | None) -> Iterator[Fetcher]:
    """A fetcher all of whose names lead to a server that takes one connection, and says so much on it or nothing."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError), server, server.accept()[0] as connection:
            if says is not None:
                connection.recv(4096)
                connection.sendall(says)
            while connection.recv(4096):
                pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    port = server.getsockname()[1]
    network = Network("extractor/0 (tests)", connect=30, whole=WHOLE, inside=True)
    yield Fetcher(network._replace(resolve=lambda *_: [("127.0.0.1", port)]))
    thread.join(5)


@pytest.mark.parametrize("says", [b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", None])
def test_a_server_that_speaks_no_tls_is_no_answer_and_ends_in_its_time(says: bytes | None) -> None:
    started = time.monotonic()
    with listening(says) as fetcher:
        found = fetcher.fetch(Ask("https://www.kabar.example/ok", "article"))
    assert (found.outcome, found.hops, found.passing) == ("failed", (), True)
    assert time.monotonic() - started < WHOLE + 0.5


def test_an_address_inside_is_no_better_for_its_certificate(safe: Safe) -> None:
    closed = Fetcher(safe.fetcher.network._replace(inside=False))
    found = closed.fetch(Ask("https://www.kabar.example/ok", "article"))
    assert (found.outcome, found.reason) == ("forbidden", "127.0.3.1 is an inner address, which extractor never asks")


SYSTEMS = {"wordpress": WordPress, "tribun": Tribun, "antara": Antara}


@pytest.fixture(scope="module")
def by_systems(tmp_path_factory: pytest.TempPathFactory) -> tuple[Summary, dict[str, list[str]]]:
    """A night on sites of which the project knows no more than their page systems; what each was asked for."""
    folder, evening = tmp_path_factory.mktemp("systems"), datetime(2026, 11, 22, 18, 0, tzinfo=WIB)
    (folder / "patterns").mkdir()
    sites = []
    for number, (system, kind) in enumerate(SYSTEMS.items()):
        site = kind(number, stories_of(number, 12, 6, evening))
        site.home = f"https://www.{site.domain}"
        site.toml = f'system = "{system}"\nhost = "HOST"'
        sites.append(site)
    ours = authority(folder)
    shown = context(ours, [host for site in sites for host in site.hosts])
    with (
        press_patterns(folder / "patterns", sites),
        LittleWeb(sites, tls=shown) as web,
        sources_of_little_web(web),
        patch.object(network_module, "where", lambda: str(ours.file)),
    ):
        clocks = Clocks(wall=Wall(evening))
        told = Night(folder / "data", settings(), fetcher(web), finder(), outlets().all, clocks=clocks)
        summary = crawl(told)
        logs = {system: web.log(site.domain) for system, site in zip(SYSTEMS, sites, strict=True)}
        asked = {system: [seen.target for seen in log] for system, log in logs.items()}
    return summary, asked


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_site_is_crawled_by_what_its_page_system_says(
    by_systems: tuple[Summary, dict[str, list[str]]], system: str
) -> None:
    summary, asked = by_systems
    number = list(SYSTEMS).index(system)
    assert summary.became[f"kabar{number:02}.example"]["stored"] == 6
    assert summary.faults() == []
    assert asked[system][0] == "/robots.txt"


def test_what_a_page_system_says_is_forbidden_is_not_even_tried(
    by_systems: tuple[Summary, dict[str, list[str]]],
) -> None:
    assert [target for target in by_systems[1]["tribun"] if target.startswith(("/tag/", "/search"))] == []
