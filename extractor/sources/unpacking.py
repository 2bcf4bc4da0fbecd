"""Bodies unpacked as their Content-Encoding says, piece by piece, and never to more than a limit.

A bomb of 10 MB that unpacks to 10 GB is stopped at the limit; half a body gives its half, and says that it is one.
"""

import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

_PIECE = 65_536
_ZSTD_PIECE = 64  # bytes: zstd's reader has no limit of its own, and four bytes of it may stand for 128 KiB
_Pieces = Iterator[bytes]


class Unpacked(NamedTuple):
    """A body, and why it is not the whole of it; None where it is."""

    body: bytes
    reason: str | None = None


class _Broken(Exception):
    """The packed bytes end too early, or are none of their kind; the text says which."""


def unpack(wire: bytes, encodings: list[str], limit: int) -> Unpacked:
    """The body of bytes that were packed by these encodings, the last one last."""
    pieces: _Pieces = iter((wire,))
    for name in reversed(encodings):
        if name not in _UNPACKERS:
            return Unpacked(wire[:limit], f"packed as {name!r}, which nobody here knows")
        pieces = _UNPACKERS[name](pieces)
    body = bytearray()
    try:
        for piece in pieces:
            body += piece
            if len(body) > limit:
                return Unpacked(bytes(body[:limit]), f"unpacks to more than {limit // 1_000_000} MB")
    except _Broken as broken:
        return Unpacked(bytes(body), str(broken))
    return Unpacked(bytes(body))


def _zlib(pieces: _Pieces, window: int, name: str) -> _Pieces:
    """gzip, of any number of members, and deflate; what follows the last member is none of the body."""
    reader, begun = zlib.decompressobj(window), False
    for piece in pieces:
        left = piece
        while True:
            try:
                made = reader.decompress(left, _PIECE)
            except zlib.error:
                raise _Broken(f"is no {name}" if not begun else f"breaks within {name}") from None
            begun = begun or bool(left)
            yield made
            left = reader.unconsumed_tail
            if reader.eof:
                left = reader.unused_data
                if window < 0 or not left.startswith(b"\x1f\x8b"):
                    return
                reader = zlib.decompressobj(window)
            elif not left and len(made) < _PIECE:  # a full piece may have more behind it
                break
    if begun and not reader.eof:
        raise _Broken(f"breaks off within {name}")


def _gzip(pieces: _Pieces) -> _Pieces:
    return _zlib(pieces, zlib.MAX_WBITS | 16, "gzip")


def _deflate(pieces: _Pieces) -> _Pieces:
    """With the head of zlib, as the standard says, or without it, as some servers send it."""
    first = next(pieces, b"")
    while len(first) < 2 and (more := next(pieces, b"")):
        first += more
    headed = len(first) >= 2 and first[0] & 0x0F == 8 and int.from_bytes(first[:2], "big") % 31 == 0

    def again() -> _Pieces:
        yield first
        yield from pieces

    return _zlib(again(), zlib.MAX_WBITS if headed else -zlib.MAX_WBITS, "deflate")


def _brotli(pieces: _Pieces) -> _Pieces:
    import brotli

    reader, begun = brotli.Decompressor(), False
    for piece in pieces:
        try:
            yield reader.process(piece, output_buffer_limit=_PIECE)
            begun = True
            while not reader.can_accept_more_data():
                yield reader.process(b"", output_buffer_limit=_PIECE)
        except brotli.error:
            raise _Broken("is no brotli") from None
    if begun and not reader.is_finished():
        raise _Broken("breaks off within brotli")


def _zstd(pieces: _Pieces) -> _Pieces:
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=8 * 1024 * 1024).decompressobj()  # RFC 8878: no more is needed
    begun = False
    for piece in pieces:
        for start in range(0, len(piece), _ZSTD_PIECE):
            try:
                yield reader.decompress(piece[start : start + _ZSTD_PIECE])
            except zstandard.ZstdError:
                if begun and reader.eof:
                    return
                raise _Broken("is no zstd") from None
            begun = True
            if reader.eof:
                return
    if begun:
        raise _Broken("breaks off within zstd")


_UNPACKERS: dict[str, Callable[[_Pieces], _Pieces]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
    "identity": lambda pieces: pieces,
}
