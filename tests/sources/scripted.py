"""A server whose answers are scripts: each path sends bytes, waits, or breaks off, as a test says."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Script = Callable[[socket.socket, bytes], None]
"""What a path does with its connection and the request's bytes."""


def sends(*pieces: bytes) -> Script:
    """An answer that is sent as it stands."""

    def script(connection: socket.socket, _: bytes) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return script


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> Script:
    """A whole answer with its length."""
    named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    return sends("\r\n".join(lines).encode("latin-1") + body)


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Script:
    """A head, then the same piece again and again until the other side goes away."""

    def script(connection: socket.socket, _: bytes) -> None:
        connection.sendall(head)
        waiting = threading.Event()
        while not waiting.wait(pause):
            connection.sendall(piece)

    return script


def resets(*pieces: bytes) -> Script:
    """Some bytes, then a reset of the connection."""

    def script(connection: socket.socket, _: bytes) -> None:
        for piece in pieces:
            connection.sendall(piece)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return script


class Server:
    """A scripted server on loopback; `seen` holds the requests that came, as bytes."""

    def __init__(self, scripts: dict[str, Script], host: str = "127.0.0.1") -> None:
        self.scripts, self.seen = scripts, list[bytes]()
        self.socket = socket.create_server((host, 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            request = b""
            try:
                while b"\r\n\r\n" not in request and (piece := connection.recv(65_536)):
                    request += piece
                self.seen.append(request)
                path = request.split(b" ")[1].decode() if b" " in request else ""
                self.scripts.get(path, answer(b"", "404 Not Found"))(connection, request)
            except OSError:
                return


@contextmanager
def serving(scripts: dict[str, Script]) -> Iterator[Server]:
    """A server while it is needed."""
    server = Server(scripts)
    try:
        yield server
    finally:
        server.socket.close()
