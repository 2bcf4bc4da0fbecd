"""`python -m bench.hosts N SECONDS`: so many hosts on loopback, each at an address of its own, that answer at once.

It prints the hosts' origins as a JSON list, serves until its standard input ends, then prints what it was asked.
"""

import asyncio
import gzip
import json
import re
import sys
import threading
import time
from collections import defaultdict
from functools import partial
from ipaddress import IPv4Address
from itertools import pairwise
from typing import NamedTuple

from bench.irrelevant import irrelevant_pages

PAGE = "/berita/"
_FIRST = int(IPv4Address("127.0.4.1"))
_PAGES = 50
_ROBOTS = b"User-agent: *\nDisallow: /admin/\n"
_PACKED = "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip"
_PLAIN = "Content-Type: text/plain"


class Asked(NamedTuple):
    """What all hosts were asked: pages in the seconds that count, from the first request on; robots.txt files; the
    shortest time between two requests to a host, in seconds.
    """

    pages: int
    robots: int
    gap: float


class _Log:
    """When each host was asked for what."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.came: dict[str, list[tuple[float, bool]]] = defaultdict(list)

    def told(self) -> Asked:
        """What it comes to."""
        first = min((times[0][0] for times in self.came.values()), default=0.0)
        every = [one for times in self.came.values() for one in times]
        pages = sum(is_page and at - first <= self.seconds for at, is_page in every)
        gaps = (later[0] - one[0] for times in self.came.values() for one, later in pairwise(times))
        return Asked(pages, sum(not is_page for _, is_page in every), min(gaps, default=0.0))


class _Answer(asyncio.Protocol):
    """One connection to a host; kept open where the other side does not say "close"."""

    def __init__(self, host: str, log: _Log, pages: list[bytes]) -> None:
        self.host, self.log, self.pages = host, log, pages
        self.head = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, received: bytes) -> None:
        self.head += received
        while b"\r\n\r\n" in self.head:
            head, _, self.head = self.head.partition(b"\r\n\r\n")
            self._answer(head)

    def _answer(self, head: bytes) -> None:
        target = head.split(b" ", 2)[1].decode("ascii", "replace")
        is_page = target.startswith(PAGE)
        self.log.came[self.host].append((time.monotonic(), is_page))
        status, kind, body = "404 Not Found", _PLAIN, b""
        if is_page:
            number = int("".join(re.findall(r"[0-9]+", target)) or 0)
            status, kind, body = "200 OK", _PACKED, self.pages[number % len(self.pages)]
        elif target == "/robots.txt":
            status, body = "200 OK", _ROBOTS
        shown = f"HTTP/1.1 {status}\r\n{kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        self.transport.write(shown.encode() + body)
        if b"connection: close" in head.lower():
            self.transport.close()


async def _serve(count: int, seconds: float) -> None:
    log, pages = _Log(seconds), [gzip.compress(page, 6) for page in irrelevant_pages(_PAGES, lambda _: False)]
    loop, origins = asyncio.get_running_loop(), []
    for number in range(count):
        host = str(IPv4Address(_FIRST + number))
        server = await loop.create_server(partial(_Answer, host, log, pages), host, 0)
        origins.append(f"http://{host}:{server.sockets[0].getsockname()[1]}")
    print(json.dumps(origins), flush=True)
    ended = asyncio.Event()

    def wait() -> None:
        sys.stdin.read()
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=wait, daemon=True).start()
    await ended.wait()
    print(json.dumps(log.told()), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), float(sys.argv[2])))
