"""One exchange over the net: an address asked for, its redirects followed by hand, its body read within limits.

What cannot be had is an outcome with its reason, never an exception: a night asks for thousands of addresses.
"""

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from http.client import IncompleteRead
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import requests
import urllib3
from requests import PreparedRequest, Response

from extractor.sources.exchange import Ask, Exchange, Headers, Hop
from extractor.sources.network import MIB, UNKNOWN, Adapter, Network, Refused
from extractor.sources.unpacking import unpack

_PIECE = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_FINAL = {404: "gone", 410: "gone", 429: "later", 503: "later", 304: "unchanged"}
_PORTS = (None, 80, 443)
_LONGEST = 8_192  # characters of an address
_LATE = "not there in time"
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
Between = Callable[[str], str | None]
"""Asked before a redirect is followed: None lets it, a reason stops there."""


class _Read(NamedTuple):
    """The body of an answer as it was sent, and why it is not the whole of it."""

    wire: bytes
    reason: str | None = None


class Fetcher:
    """Fetches addresses; one for all threads."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._adapter = Adapter(network)

    def fetch(self, ask: Ask, between: Between | None = None) -> Exchange:
        """What becomes of an address."""
        started, hops, url = time.monotonic(), list[Hop](), ask.url
        deadline = started + self.network.whole
        while True:
            closed = self._closed(url)
            if closed:
                return _exchange(ask, "forbidden", closed, url, hops, started)
            try:
                response = self._send(url, ask if not hops else None, deadline)
            except Refused as refused:
                return _exchange(ask, "forbidden", str(refused), url, hops, started)
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
                reason, passing = _why(error, deadline)
                return _exchange(ask, "failed", reason, url, hops, started)._replace(passing=passing)
            if time.monotonic() >= deadline:  # shut down within its head
                response.close()
                return _exchange(ask, "failed", _LATE, url, hops, started)._replace(passing=True)
            leads_to = _location(response, url)
            if leads_to is None:
                return self._ended(ask, url, hops, response, started)
            hops.append(self._hop(url, response, b""))
            response.close()
            url = leads_to
            if len(hops) > self.network.redirects:
                return _exchange(ask, "failed", f"more than {self.network.redirects} redirects", url, hops, started)
            stop = between(url) if between else None
            if stop:
                return _exchange(ask, "moved", stop, url, hops, started)

    def _closed(self, url: str) -> str | None:
        """Why an address may not be asked for at all, by what it says; None where it may."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return "is no address"
        if parts.scheme not in ("http", "https"):
            return f"{parts.scheme or 'an address without a scheme'}: only http and https are asked"
        if not parts.hostname or len(url) > _LONGEST:
            return "is no address" if not parts.hostname else "is longer than any address"
        if parts.username is not None or parts.password is not None:
            return "holds a user's name"
        if port not in _PORTS and not self.network.inside:
            return f"port {port} is none of the web's"
        return None

    def _send(self, url: str, ask: Ask | None, deadline: float) -> Response:
        """The head of the answer; its body waits on the connection. `ask` is of the first request only."""
        headers = {
            "User-Agent": self.network.user_agent,
            "Accept": _ACCEPT,
            "Accept-Language": "id, en;q=0.5",
            "Accept-Encoding": "gzip, br, zstd",
            "Connection": "close",
        }
        if ask is not None and ask.etag:
            headers["If-None-Match"] = ask.etag
        if ask is not None and ask.modified:
            headers["If-Modified-Since"] = ask.modified
        request = PreparedRequest()
        request.prepare(method="GET", url=url, headers=headers)
        self._adapter.recording.begin(deadline)
        left = max(0.001, deadline - time.monotonic())
        timeout = (min(self.network.connect, left), left)
        return self._adapter.send(request, stream=True, timeout=timeout, verify=True, proxies={})

    def _ended(self, ask: Ask, url: str, hops: list[Hop], response: Response, started: float) -> Exchange:
        """The exchange whose last answer is here: its body is read, and what it means is decided."""
        status = response.status_code
        read = self._read(response, started + self.network.whole)
        hops.append(self._hop(url, response, read.wire))
        response.close()
        if not 200 <= status < 300:
            outcome = _FINAL.get(status, "refused" if 400 <= status < 500 else "failed")
            unasked = outcome == "unchanged" and (len(hops) > 1 or not (ask.etag or ask.modified))
            outcome = "failed" if unasked else outcome
            reason = None if outcome == "unchanged" else f"{status} {response.reason or ''}".strip()
            passing = unasked or status >= 500 or status in (408, 425, 429)
            ended = _exchange(ask, outcome, reason, url, hops, started)
            return ended._replace(retry_after=_retry_after(hops[-1]), passing=passing)
        encodings = response.headers.get("Content-Encoding", "").lower().replace(" ", "")
        unpacked = unpack(read.wire, [name for name in encodings.split(",") if name], self.network.unpacked)
        reason = read.reason or unpacked.reason
        ended = _exchange(ask, "truncated" if reason else "ok", reason, url, hops, started)
        media_type, charset = _content_type(response.headers.get("Content-Type", ""))
        too_long = len(read.wire) >= self.network.wire or len(unpacked.body) >= self.network.unpacked
        passing = reason is not None and not too_long  # what broke off or cannot be unpacked is read again later
        return ended._replace(body=unpacked.body, media_type=media_type, charset=charset, passing=passing)

    def _read(self, response: Response, deadline: float) -> _Read:
        """The body as it comes, up to the limit and the deadline."""
        wire = bytearray()
        try:
            while time.monotonic() < deadline and (piece := response.raw.read1(_PIECE, decode_content=False)):
                wire += piece
                if len(wire) > self.network.wire:
                    return _Read(bytes(wire[: self.network.wire]), f"longer than {self.network.wire / MIB:.3g} MiB")
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            wire += _partial(error)
            return _Read(bytes(wire), _why(error, deadline)[0])
        if time.monotonic() >= deadline:
            return _Read(bytes(wire), "not whole in time")
        promised = response.headers.get("Content-Length", "")
        if promised.isdecimal() and len(wire) < int(promised) and "Transfer-Encoding" not in response.headers:
            return _Read(bytes(wire), "the connection broke off before the end of the page")
        return _Read(bytes(wire))

    def _hop(self, url: str, response: Response, wire: bytes) -> Hop:
        recording = self._adapter.recording
        answer = response.raw._original_response  # http.client's: the headers in their order, as they came
        assert answer is not None
        headers: Headers = tuple((name, str(value)) for name, value in answer.msg.items())
        version = "1.0" if answer.version == 10 else "1.1"
        lines = [f"HTTP/{version} {answer.status} {answer.reason}", *(f"{name}: {value}" for name, value in headers)]
        head = "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")
        return Hop(url, time.time(), recording.address, bytes(recording.sent), head, answer.status, headers, wire)


def _exchange(ask: Ask, outcome: str, reason: str | None, url: str, hops: list[Hop], started: float) -> Exchange:
    return Exchange(ask, outcome, reason, url, tuple(hops), seconds=time.monotonic() - started)


def _location(response: Response, url: str) -> str | None:
    """Where an answer leads; None where it is no redirect."""
    location = response.headers.get("Location")
    if response.status_code not in _REDIRECTS or not location:
        return None
    as_sent = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()  # http.client reads latin-1
    try:
        return urldefrag(urljoin(url, as_sent))[0]
    except ValueError:
        return as_sent


def _content_type(printed: str) -> tuple[str | None, str | None]:
    """The media type and the charset of a Content-Type header."""
    media_type, _, parameters = printed.partition(";")
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    return media_type.strip().lower() or None, charset or None


def _retry_after(hop: Hop) -> float | None:
    """The seconds that a server asks to be left alone for: a number of them, or a date beside the server's own."""
    said = {name.lower(): value.strip() for name, value in hop.headers}
    printed = said.get("retry-after", "")
    if printed.isdecimal() and len(printed) < 10:
        return float(printed)
    try:
        until = parsedate_to_datetime(printed).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None
    try:
        now = parsedate_to_datetime(said.get("date", "")).timestamp()
    except (TypeError, ValueError, OverflowError):
        now = hop.at
    return max(0.0, until - now)


def _why(error: Exception, deadline: float) -> tuple[str, bool]:
    """What went wrong, on one line and without the libraries' names, and whether it may pass."""
    if time.monotonic() >= deadline:
        return _LATE, True
    chain = _chain(error)
    for cause in reversed(chain):
        text = str(cause)
        match cause:
            case Refused():
                return text, False
            case _ if "certificate" in text.lower():
                return "its certificate cannot be trusted", False
            case TimeoutError() | urllib3.exceptions.TimeoutError() | requests.Timeout():
                return "no answer in time", True
            case ConnectionRefusedError():
                return "the connection is refused", True
            case ConnectionResetError() | BrokenPipeError():
                return "the connection was reset", True
            case OSError() if text.endswith(UNKNOWN):
                return text, True
    if isinstance(error, requests.exceptions.InvalidURL | UnicodeError):
        return "is no address", False
    if any(isinstance(cause, IncompleteRead) for cause in chain):
        return "the connection broke off before the end of the page", True
    return " ".join(str(chain[-1]).split())[:120] or type(error).__name__, True


def _partial(error: BaseException) -> bytes:
    """What came of a body before it broke off, and was not handed out."""
    cut = (cause.partial for cause in _chain(error) if isinstance(cause, IncompleteRead))
    return next((partial for partial in cut if isinstance(partial, bytes)), b"")  # urllib3's own holds a number


def _chain(error: BaseException) -> list[BaseException]:
    """An error and what it was made of, the outermost first."""
    chain = [error]
    while len(chain) < 8 and (inner := _inner(chain[-1])) is not None:
        chain.append(inner)
    return chain


def _inner(error: BaseException) -> BaseException | None:
    """What an error was made of: its cause, or an exception among its arguments, as urllib3 wraps them."""
    within = (getattr(error, "reason", None), *error.args)
    return next((inner for inner in within if isinstance(inner, Exception)), error.__cause__ or error.__context__)
