"""Connections that are guarded: to addresses of the open net only, and closed when their time is over.

requests has a timeout between two bytes and none for the whole: a server that sends a byte a second, or `100 Continue`
without end, holds it for ever. Here a watchdog shuts the connection down at the deadline of its exchange, whatever the
libraries above are waiting for.
"""

import ctypes
import heapq
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from certifi import where
from requests.adapters import HTTPAdapter
from urllib3 import PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.ssl_ import create_urllib3_context

from extractor.sources.guard import refusal

MIB = 1024 * 1024
_ATTACH_FILTER = 26  # SO_ATTACH_FILTER of Linux, which Python does not name
UNKNOWN = " is not known"
"""What is said of a name that no resolver knows ends so."""
Resolve = Callable[[str, int], list[tuple[str, int]]]
"""The numeric addresses and ports that a host's name and port stand for; `OSError` where it stands for none."""


class Refused(Exception):
    """An address that may not be asked; the text says why."""


def system_resolve(host: str, port: int) -> list[tuple[str, int]]:
    """What the system's resolver says, IPv4 first."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    return [(str(entry[4][0]), int(entry[4][1])) for entry in found]


class Network(NamedTuple):
    """How the net is used: who asks, what an exchange may take (seconds, bytes), how names are resolved.

    `inside` lets inner addresses and other ports than 80 and 443 be asked: for tests, and a ping that is set so.
    """

    user_agent: str
    connect: float = 10.0
    whole: float = 30.0
    wire: int = 5 * MIB
    unpacked: int = 10_000_000
    redirects: int = 5
    inside: bool = False
    resolve: Resolve = system_resolve


class Recording(threading.local):
    """What the exchange of this thread sends, where it is connected, and until when."""

    sent = bytearray()
    address: str | None = None
    deadline = 0.0

    def begin(self, deadline: float) -> None:
        """A new request; nothing of the one before."""
        self.sent, self.address, self.deadline = bytearray(), None, deadline


class Watchdog:
    """One thread that shuts connections down when their time is over."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, socket.socket]] = []
        self._count = 0
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None

    def watch(self, connection: socket.socket, deadline: float) -> socket.socket:
        """Shut a connection down at a time of `time.monotonic`; give what this returns to `release`."""
        handle = connection.dup()  # TLS takes the socket over, and its own shutdown is not for other threads
        with self._condition:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
                self._thread.start()
            self._count += 1
            heapq.heappush(self._heap, (deadline, self._count, handle))
            self._condition.notify()
        return handle

    def release(self, handle: socket.socket) -> None:
        """The exchange has ended: its connection is not watched any more."""
        with self._condition:
            handle.close()

    def _run(self) -> None:
        while True:
            with self._condition:
                while not self._heap:
                    self._condition.wait()
                due, _, handle = self._heap[0]
                if due > time.monotonic() and handle.fileno() >= 0:
                    self._condition.wait(due - time.monotonic())
                    continue
                heapq.heappop(self._heap)
                _shut_down(handle)
                handle.close()


def _shut_down(connection: socket.socket) -> None:
    """End a connection under whoever reads from it: what has come may be read, then it is at its end.

    After a shutdown alone Linux goes on to take what is sent; the filter (one instruction: nothing) drops that. The
    lingering of no time has the close reset the connection, or the other side would go on sending beside the next one.
    """
    program = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0))
    with suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, struct.pack("HP", 1, ctypes.addressof(program)))
    with suppress(OSError):  # it has ended already
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.shutdown(socket.SHUT_RDWR)


class Adapter(HTTPAdapter):
    """requests' adapter over guarded connections; one for all threads."""

    def __init__(self, network: Network) -> None:
        self.network, self.recording, self.watchdog = network, Recording(), Watchdog()
        super().__init__(max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: Any) -> None:
        """Pools whose connections are ours; the certificates that are trusted are loaded once."""
        context = create_urllib3_context()
        context.load_verify_locations(where())
        self.poolmanager = PoolManager(connections, maxsize=maxsize, block=block, ssl_context=context, **more)
        self.poolmanager.pool_classes_by_scheme = {
            "http": _pool(HTTPConnectionPool, HTTPConnection, self),
            "https": _pool(HTTPSConnectionPool, HTTPSConnection, self),
        }


def _pool(pool: type, connection: Any, adapter: Adapter) -> Any:
    """A class of pools whose connections are made by an adapter's rules."""

    class Connection(connection):  # type: ignore[misc]
        handle: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            made = connect(adapter.network, self.host, self.port or self.default_port, adapter.recording)
            self.handle = adapter.watchdog.watch(made, adapter.recording.deadline)
            return made

        def send(self, data: Any) -> None:
            adapter.recording.sent += data
            super().send(data)

        def close(self) -> None:
            super().close()
            if self.handle:
                adapter.watchdog.release(self.handle)

    return type(pool.__name__, (pool,), {"ConnectionCls": Connection})


def connect(network: Network, host: str, port: int, recording: Recording) -> socket.socket:
    """A connection to a host, by the first of its addresses that takes it; `Refused` where it is no open address."""
    last: OSError | None = None
    for address, number in _resolved(network, host, port, recording.deadline):
        closed = None if network.inside else refusal(address)
        if closed:
            raise Refused(closed)
        left = recording.deadline - time.monotonic()
        try:
            made = socket.create_connection((address, number), timeout=max(0.001, min(network.connect, left)))
        except OSError as error:
            last = error
            continue
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        recording.address = address
        return made
    raise last or OSError(f"{host} has no address")


def _resolved(network: Network, host: str, port: int, deadline: float) -> list[tuple[str, int]]:
    """The addresses of a host; a resolver that does not answer in time is left to itself, for it cannot be stopped."""
    answer: list[list[tuple[str, int]] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answer.append(network.resolve(host, port))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    thread = threading.Thread(target=ask, name=f"resolve {host}", daemon=True)
    thread.start()
    thread.join(max(0.0, min(network.connect, deadline - time.monotonic())))
    if not answer:
        raise TimeoutError(f"{host} is not resolved in time")
    if isinstance(answer[0], list):
        return answer[0]
    raise socket.gaierror(f"{host}{UNKNOWN}") from answer[0]
