"""A small press on the machine itself: every host of the demonstration with its robots.txt, its feed and its pages."""

import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import EAI_NONAME, gaierror
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlsplit

from extractor.sources.demo.pages import DemoPage, demo_pages

_ROBOTS = b"User-agent: *\nDisallow: /admin/\nAllow: /\n"
_HTML, _XML, _TEXT = "text/html; charset=utf-8", "application/rss+xml; charset=utf-8", "text/plain; charset=utf-8"
Printed = Mapping[tuple[str, str], tuple[bytes, str]]
"""Bodies and media types by host and path."""


class Demo(NamedTuple):
    """The press while it is served: its feeds, and where its names lead."""

    feeds: tuple[str, ...]
    hosts: frozenset[str]
    address: tuple[str, int]

    def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        """The address of one of its hosts; no other name is known, so that a demonstration leaves the machine alone."""
        if host not in self.hosts:
            raise gaierror(EAI_NONAME, f"{host}:{port} is not in the demonstration")
        return [self.address]


class _Answer(BaseHTTPRequestHandler):
    """One request to one of the hosts."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "demo", ""
    timeout = 10
    printed: ClassVar[Printed] = {}

    def do_GET(self) -> None:
        """What is printed there, 304 where it is known, or 404."""
        host = (self.headers.get("Host") or "").partition(":")[0]
        body, media_type = self.printed.get((host, _path(self.path)), (b"", ""))
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        known = bool(media_type) and self.headers.get("If-None-Match") == etag
        self.send_response(304 if known else 200 if media_type else 404)
        if media_type:
            self.send_header("ETag", etag)
            self.send_header("Content-Type", media_type)
        sent = b"" if known else body
        self.send_header("Content-Length", str(len(sent)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_: Any) -> None:
        """Nothing: what was asked is in the archive."""


@contextmanager
def serve_demo() -> Iterator[Demo]:
    """Serve the press at a free port of 127.0.0.1 for as long as it is needed."""
    pages = demo_pages()
    answer = type("_Answer", (_Answer,), {"printed": _printed(pages)})
    hosts = frozenset(page.host for page in pages)
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="demo", daemon=True)
        thread.start()
        try:
            feeds = tuple(f"http://{host}/feed/" for host in sorted(hosts))
            yield Demo(feeds, hosts, ("127.0.0.1", server.server_port))
        finally:
            server.shutdown()
            thread.join()


def _printed(pages: tuple[DemoPage, ...]) -> Printed:
    """Everything that the hosts answer."""
    by_host: dict[str, list[DemoPage]] = {}
    for page in pages:
        by_host.setdefault(page.host, []).append(page)
    printed = {(page.host, _path(page.url)): (page.body, _HTML) for page in pages}
    printed |= {(host, "/robots.txt"): (_ROBOTS, _TEXT) for host in by_host}
    return printed | {(host, "/feed"): (_feed(host, own), _XML) for host, own in by_host.items()}


def _path(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path.rstrip("/") or "/") + (f"?{parts.query}" if parts.query else "")


def _feed(host: str, pages: list[DemoPage]) -> bytes:
    """The host's feed, as WordPress prints it."""
    items = "".join(
        f"<item><title>{escape(page.title)}</title><link>{escape(page.url)}</link>{_moment(page)}</item>\n"
        for page in pages
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>{host}</title>\n'
    return f"{head}{items}</channel></rss>\n".encode()


def _moment(page: DemoPage) -> str:
    try:
        moment = datetime.fromisoformat(page.published or "")
    except ValueError:
        return ""
    return f"<pubDate>{format_datetime(moment)}</pubDate>"
