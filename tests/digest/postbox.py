"""A mail server on this machine, as small as a test needs it: it keeps what it takes; it can refuse and hang up."""

import base64
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default


@dataclass
class Postbox:
    """The server's state and its whims.

    `refused` are addressees, with the answer that they get; `at_data` is the answer behind the mail, "" to hang up
    without one; `password` is asked for where it is set; `offers_tls` says so without being able to.
    """

    port: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    at_sender: str = "250 ok"
    at_data: str = "250 kept"
    password: str | None = None
    offers_tls: bool = False
    context: ssl.SSLContext | None = None
    taken: list[tuple[str, tuple[str, ...], bytes]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails that it took."""
        return [message_from_bytes(raw, policy=default) for _, _, raw in self.taken]  # type: ignore[misc]


class _Talk(socketserver.StreamRequestHandler):
    box: Postbox

    def handle(self) -> None:
        if self.box.context:
            self.request = self.box.context.wrap_socket(self.request, server_side=True)
            self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", buffering=0)
            with self.request:
                self._talk()
        else:
            self._talk()

    def _talk(self) -> None:
        self._say("220 postbox.example")
        self.sender, self.to = "", list[str]()
        while line := self.rfile.readline().decode(errors="replace").strip():
            self.box.said.append(line)
            if not self._answer(line):
                return

    def _answer(self, line: str) -> bool:
        word = line.split(maxsplit=1)[0].upper()
        if word in ("EHLO", "HELO"):
            tls = "250-STARTTLS\r\n" if self.box.offers_tls else ""
            login = "250-AUTH PLAIN\r\n" if self.box.password else ""
            self._say(f"250-postbox.example\r\n{tls}{login}250 8BITMIME")
        elif word == "AUTH":
            given = base64.b64decode(line.split()[2]).decode().split("\0")[2]
            self._say("235 welcome" if given == self.box.password else f"535 {line} is wrong")
        elif word == "MAIL":
            self.sender, self.to = line[10:].split(maxsplit=1)[0].strip("<>"), []
            self._say(self.box.at_sender)
        elif word == "RCPT":
            name = line[8:].strip("<>")
            self.to += [name]
            self._say(self.box.refused.get(name, "250 ok"))
        elif word == "DATA":
            return self._take()
        elif word == "QUIT":
            self._say("221 bye")
            return False
        else:
            self._say("250 ok" if word in ("RSET", "NOOP") else "502 what?")
        return True

    def _take(self) -> bool:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        if self.box.at_data.startswith("250") or not self.box.at_data:
            self.box.taken.append((self.sender, tuple(self.to), b"".join(lines)))
        if self.box.at_data:
            self._say(self.box.at_data)
        return bool(self.box.at_data)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up in the middle of a talk is no fault of a test's."""


@contextmanager
def postbox(**whims: object) -> Iterator[Postbox]:
    """A server that listens while the test runs."""
    box = Postbox(**whims)  # type: ignore[arg-type]
    with _Server(("127.0.0.1", 0), type("Talk", (_Talk,), {"box": box})) as server:
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
