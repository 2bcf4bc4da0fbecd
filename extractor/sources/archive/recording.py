"""An exchange as WARC 1.1 records, each packed as one gzip member: what is written to the archive.

First the metadata record: why the address was asked for, where it was found, what became of it, how many answers
there were. Then, for each of them, the request and the answer. The exchange is whole with its last answer; one that got
none is its metadata record. An answer whose body is that of an earlier one from the same address is a revisit
(profile identical-payload-digest), and so is a 304 (server-not-modified): their bodies are not kept twice.

A body is kept as it was sent, still packed but without its chunks; so that nobody looks for chunks in it,
Transfer-Encoding is renamed X-Crawl-Transfer-Encoding, as Common Crawl does. `Extractor-Why` in a record's head says
what the address was asked for, so that a reader can tell articles from feeds without looking for the metadata.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.sources.archive.stored import Stored, digest_of, printed_time, whole_microseconds
from extractor.sources.exchange import Exchange, Hop

WHY = "Extractor-Why"
SENT, RENAMED = b"Transfer-Encoding", b"X-Crawl-Transfer-Encoding"
REVISIT = "http://netpreserve.org/warc/1.1/revisit/"
SAME, NOT_MODIFIED = f"{REVISIT}identical-payload-digest", f"{REVISIT}server-not-modified"
VERSION = "1.1"


class Recorded(NamedTuple):
    """A record ready to be written: its bytes, and its row but for the place."""

    packed: bytes
    kind: str
    url: str
    at: float
    digest: str | None = None
    status: int | None = None

    def stored(self, file: str, offset: int) -> Stored:
        """The record's row, once it is known where it stands."""
        return Stored(file, offset, len(self.packed), self.kind, self.url, self.at, self.digest, self.status)


def records_of(exchange: Exchange, now: float, earlier: Stored | None = None) -> list[Recorded]:
    """The records of an exchange in the order in which they are written.

    `now` dates an exchange that got no answer. `earlier` is the response that holds the last body from the same
    address as far as the caller knows; it is ignored where the address is another.
    """
    last = len(exchange.hops) - 1
    at = whole_microseconds(exchange.hops[-1].at if exchange.hops else now)
    writer = _Writer(exchange.ask.why)
    metadata = writer.identity()
    records = [writer.metadata(exchange, at, metadata)]
    for number, hop in enumerate(exchange.hops):
        records += writer.hop(hop, metadata, _truncated(exchange) if number == last else None, earlier)
    return records


def warcinfo(file: str, now: float) -> bytes:
    """The first record of a file."""
    from warcio.statusandheaders import StatusAndHeaders

    fields = {
        "software": "extractor",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    }
    writer = _Writer("")
    record = writer.warc.create_warcinfo_record(file, fields)
    headers: StatusAndHeaders = record.rec_headers
    headers.replace_header("WARC-Date", printed_time(now))
    return writer.packed(record)


class _Writer:
    """Makes the records of one exchange with warcio, each into bytes of its own."""

    def __init__(self, why: str) -> None:
        from warcio.warcwriter import WARCWriter

        self.why = why
        self.out = io.BytesIO()
        self.warc = WARCWriter(self.out, gzip=True, warc_version=VERSION)

    def identity(self) -> str:
        """A new record's name."""
        return str(self.warc._make_warc_id())

    def packed(self, record: Any) -> bytes:
        """A record as one gzip member."""
        self.out.seek(0)
        self.out.truncate()
        self.warc.write_record(record)
        return self.out.getvalue()

    def metadata(self, exchange: Exchange, at: float, identity: str) -> Recorded:
        """Why an address was asked for, and what became of it."""
        content = "".join(f"{name}: {value}\r\n" for name, value in _fields(exchange)).encode("utf-8", "replace")
        url = _one_line(exchange.ask.url)
        headers = {"WARC-Record-ID": identity, "WARC-Date": printed_time(at), WHY: self.why}
        record = self.warc.create_warc_record(
            url, "metadata", payload=io.BytesIO(content), length=len(content), warc_headers_dict=headers
        )
        return Recorded(self.packed(record), "metadata", url, at)

    def hop(self, hop: Hop, metadata: str, truncated: str | None, earlier: Stored | None) -> Iterator[Recorded]:
        """A request and its answer; no request where none is known."""
        answer, at, url = self.identity(), whole_microseconds(hop.at), _one_line(hop.url)
        common = {"WARC-Date": printed_time(at), WHY: self.why}
        if hop.request:
            head, _, rest = hop.request.partition(b"\r\n\r\n")
            headers = {**common, "WARC-Concurrent-To": answer}
            packed = self.packed(self._http(url, "request", head + b"\r\n\r\n", rest, headers))
            yield Recorded(packed, "request", url, at)
        headers = {**common, "WARC-Record-ID": answer, "WARC-Concurrent-To": metadata}
        headers |= {"WARC-IP-Address": hop.address} if hop.address else {}
        headers |= {"WARC-Truncated": truncated} if truncated else {}
        yield self._answer(hop._replace(url=url, at=at), headers, earlier if earlier and earlier.url == url else None)

    def _answer(self, hop: Hop, headers: dict[str, str], earlier: Stored | None) -> Recorded:
        head = re.sub(rb"(?im)^Transfer-Encoding(?=[ \t]*:)", RENAMED, hop.head)
        digest = digest_of(hop.wire)
        unchanged = hop.status == 304
        if earlier and earlier.kind == "response" and (unchanged or (hop.wire and digest == earlier.digest)):
            digest = earlier.digest or digest
            headers |= {
                "WARC-Profile": NOT_MODIFIED if unchanged else SAME,
                "WARC-Refers-To-Target-URI": earlier.url,
                "WARC-Refers-To-Date": printed_time(earlier.at),
                "WARC-Refers-To-Filename": earlier.file,
                "WARC-Refers-To-File-Offset": str(earlier.offset),
                "WARC-Payload-Digest": digest,
            }
            record = self._http(hop.url, "revisit", head, b"", headers)
            return Recorded(self.packed(record), "revisit", hop.url, hop.at, digest, hop.status)
        record = self._http(hop.url, "response", head, hop.wire, {**headers, "WARC-Payload-Digest": digest})
        return Recorded(self.packed(record), "response", hop.url, hop.at, digest, hop.status)

    def _http(self, url: str, kind: str, head: bytes, body: bytes, headers: dict[str, str]) -> Any:
        return self.warc.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            warc_headers_dict=headers,
            http_headers=_as_sent(head),
        )


def _as_sent(head: bytes) -> Any:
    """The head of a request or an answer that warcio writes as it is, where it would mend what it parses."""
    from warcio.statusandheaders import StatusAndHeaders

    class AsSent(StatusAndHeaders):  # type: ignore[misc]  # warcio ships no types
        def compute_headers_buffer(self, header_filter: object = None) -> None:  # noqa: ARG002  warcio's own name
            self.headers_buff = head

    return AsSent("as sent", [])


def _fields(exchange: Exchange) -> Iterator[tuple[str, str]]:
    """The fields of a metadata record; `via` and `fetchTimeMs` are the standard's own."""
    ask = exchange.ask
    fields = {
        "why": ask.why,
        "via": ask.found_in,
        "etag": ask.etag,
        "modified": ask.modified,
        "outcome": exchange.outcome,
        "reason": exchange.reason,
        "leadsTo": exchange.url,
        "retryAfter": None if exchange.retry_after is None else repr(exchange.retry_after),
        "fetchTimeMs": str(round(exchange.seconds * 1000)),
        "passing": "yes" if exchange.passing else None,
        "answers": str(len(exchange.hops)),
    }
    yield from ((name, _one_line(value)) for name, value in fields.items() if value is not None)


def _one_line(value: str) -> str:
    """A value that can stand in a line of its own."""
    return re.sub(r"[\r\n\x00]+", " ", value)


def _truncated(exchange: Exchange) -> str | None:
    """Why the last answer's body is not the whole of it, in the standard's words."""
    if exchange.outcome != "truncated" or not exchange.passing:  # one that cannot be unpacked came whole
        return None
    reason = exchange.reason or ""
    return "length" if reason.startswith("longer") else "time" if "time" in reason else "disconnect"
