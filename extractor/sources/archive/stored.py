"""What the archive says of itself: a record and its place, an exchange read back, what is lost."""

import base64
import hashlib
from datetime import UTC, datetime
from typing import NamedTuple

from extractor.errors import ExtractorError
from extractor.sources.exchange import Exchange


class Stored(NamedTuple):
    """A record of the archive: a row of the index by address, time and hash.

    `file` is a name in the archive's folder; `offset` and `length` are the bytes of the record's gzip member there.
    `kind` is "metadata", "request", "response" or "revisit"; `at` is the record's time (seconds UTC, whole
    microseconds). `digest` ("sha1:" and base32) is of the body as it was sent, None where the record has none;
    `status` is of answers only.
    """

    file: str
    offset: int
    length: int
    kind: str
    url: str
    at: float
    digest: str | None = None
    status: int | None = None


class Captured(NamedTuple):
    """An exchange as it is read back from the archive, and the records that hold it, in their order."""

    exchange: Exchange
    stored: tuple[Stored, ...]


class Lost(NamedTuple):
    """Bytes of a WARC that are no whole record, and why; `cut` where they were cut off the end of the file."""

    file: str
    offset: int
    length: int
    reason: str
    cut: bool = False

    def __str__(self) -> str:
        done = "cut off" if self.cut else "passed over"
        return f"{self.file}: {self.length:,} bytes at {self.offset:,} {done}: {self.reason}"


class ArchiveError(ExtractorError):
    """The archive cannot be written or read; nothing half written is left of what was to be written."""


def digest_of(content: bytes) -> str:
    """The digest of a body or a block, as WARC files print it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode("ascii")


def whole_microseconds(at: float) -> float:
    """A time as a record can hold it."""
    return round(at * 1_000_000) / 1_000_000


def printed_time(at: float) -> str:
    """Seconds UTC as a WARC-Date with microseconds."""
    microseconds = round(at * 1_000_000)
    moment = datetime.fromtimestamp(microseconds // 1_000_000, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{microseconds % 1_000_000:06}Z"


def read_time(printed: str) -> float:
    """Seconds UTC of a WARC-Date; 0.0 where it is none."""
    try:
        return datetime.fromisoformat(printed).timestamp()
    except ValueError:
        return 0.0
