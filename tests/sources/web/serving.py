"""The servers of the little web: one process, one selector that accepts, a thread for each open connection.

Each site has an address of its own in 127.0.0.0/8 and keeps what it was asked, and when, in its own log. Names are
known by `resolve`, as `Network` takes it; nothing else on the machine is touched.
"""

import selectors
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from ipaddress import IPv4Address
from typing import NamedTuple, Protocol
from urllib.parse import parse_qsl, urlsplit

from tests.sources.scripted import Script

_LONGEST_HEAD = 65_536


class Request(NamedTuple):
    """What a host was asked for; the names of `headers` are in lower case."""

    host: str
    target: str
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query))


class Seen(NamedTuple):
    """A request in a site's own log: when it came, by `time.monotonic`, and how many others were being answered."""

    request: Request
    came: float
    beside: int

    @property
    def target(self) -> str:
        return self.request.target

    @property
    def path(self) -> str:
        return self.request.path


class Answers(Protocol):
    """A site: the names by which it is asked, and what it does with a request."""

    hosts: tuple[str, ...]

    def respond(self, request: Request) -> Script: ...


class _Place:
    """Where a site listens, and its log."""

    def __init__(self, site: Answers, host: str) -> None:
        self.site, self.log, self.busy = site, list[Seen](), 0
        self.socket = socket.create_server((host, 0))
        self.address: tuple[str, int] = self.socket.getsockname()


class LittleWeb:
    """Sites that listen while they are needed, at addresses from `first` on; `addresses` are theirs alone.

    `tls` has them speak https. `greeted` are the names that were asked for when connections were made so.
    """

    def __init__(
        self, sites: Iterable[Answers], first: str = "127.0.1.1", tls: ssl.SSLContext | None = None
    ) -> None:
        self._tls, self.greeted = tls, list[str | None]()
        if tls:
            tls.sni_callback = lambda _, name, __: self.greeted.append(name)
        start = int(IPv4Address(first))
        self._places = [_Place(site, str(IPv4Address(start + number))) for number, site in enumerate(sites)]
        self._by_name = {host: place for place in self._places for host in place.site.hosts}
        self._selector = selectors.DefaultSelector()
        for place in self._places:
            place.socket.setblocking(False)
            self._selector.register(place.socket, selectors.EVENT_READ, place)
        self._open: dict[socket.socket, threading.Thread] = {}
        self._lock, self._ending = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._accept, name="little web", daemon=True)

    @property
    def addresses(self) -> frozenset[str]:
        return frozenset(place.address[0] for place in self._places)

    def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        """The address of a host of the little web; no other name is known."""
        if host not in self._by_name:
            raise socket.gaierror(socket.EAI_NONAME, f"{host}:{port} is not of the little web")
        return [self._by_name[host].address]

    def log(self, host: str) -> list[Seen]:
        """What the site of a host was asked, in the order in which it came."""
        return sorted(self._by_name[host].log, key=lambda seen: seen.came)

    def forget(self) -> None:
        """Begin all logs anew."""
        for place in self._places:
            place.log.clear()

    def __enter__(self) -> "LittleWeb":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._thread.join()
        self._selector.close()
        for place in self._places:
            place.socket.close()
        with self._lock:
            left = dict(self._open)
        for connection in left:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in left.values():
            thread.join(5)

    def _accept(self) -> None:
        while not self._ending.is_set():
            for key, _ in self._selector.select(0.05):
                with suppress(OSError):
                    connection, _ = key.data.socket.accept()
                    connection.settimeout(60)
                    thread = threading.Thread(target=self._answer, args=(connection, key.data), daemon=True)
                    with self._lock:
                        self._open[connection] = thread
                    thread.start()

    def _answer(self, connection: socket.socket, place: _Place) -> None:
        with suppress(OSError), connection:
            if self._tls:
                with self._tls.wrap_socket(connection, server_side=True) as safe:
                    self._speak(safe, place)
            else:
                self._speak(connection, place)
        with self._lock:
            del self._open[connection]

    def _speak(self, connection: socket.socket, place: _Place) -> None:
        request = _read(connection)
        if request is None:
            return
        with self._lock:
            place.log.append(Seen(request, time.monotonic(), place.busy))
            place.busy += 1
        try:
            place.site.respond(request)(connection, b"")
        finally:
            with self._lock:
                place.busy -= 1


def _read(connection: socket.socket) -> Request | None:
    """The request that comes over a connection; None where none comes."""
    head = b""
    while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
        piece = connection.recv(_LONGEST_HEAD)
        if not piece:
            return None
        head += piece
    first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Request(headers.get("host", "").partition(":")[0], first.split(" ")[1], headers)
