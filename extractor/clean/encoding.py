"""What the bytes of a page say: the charset is named by a mark, the server, the page or the bytes themselves.

Labels mean what browsers take them to mean (WHATWG: "iso-8859-1" is windows-1252). Bytes that are UTF-8 are read so
whatever a label says, for chance does not make valid UTF-8. Bytes that are no text are refused.
"""

import codecs

import webencodings

from extractor.errors import SetAside

_MARKS = (
    ("utf-8", codecs.BOM_UTF8),
    ("utf-32-le", codecs.BOM_UTF32_LE),  # it starts with the mark of UTF-16
    ("utf-32-be", codecs.BOM_UTF32_BE),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document; make text of it first (pdftotext)"),
    (b"PK\x03\x04", "a zip archive or office document; save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as text first"),
    (b"{\\rtf", "an RTF document; save it as text first"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
)
_SAMPLE = 65_536
_META_BYTES = 2_048


def decode(content: bytes, source: str, charset: str | None = None) -> str:
    """The text of a page's bytes; `charset` is what the server said.

    Raises `SetAside` for bytes that are no text: a PDF, a picture, a share of control bytes that no text has.
    """
    for name, mark in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise SetAside(source, f"not text: {what}")
    wide = _wide(content[:_SAMPLE])
    if wide:
        return content.decode(wide, "replace")
    if _is_binary(content[:_SAMPLE]):
        raise SetAside(source, "not text: its bytes are those of a binary file")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(content, charset or _declared(content))


def _wide(sample: bytes) -> str | None:
    """The name of UTF-16 without its mark: of Latin letters, every second byte is NUL."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 2 or max(even, odd) * 10 < half * 6 or min(even, odd) * 50 > half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_binary(sample: bytes) -> bool:
    """True where more than two bytes and one in a hundred are NUL, or one in twenty a control that no text holds."""
    text_controls = b"\t\n\r\x0b\x0c\x1b"
    controls = len(sample) - len(sample.translate(None, bytes(c for c in range(1, 32) if c not in text_controls)))
    return sample.count(0) > max(2, len(sample) // 100) or controls * 20 > len(sample)


def _declared(content: bytes) -> str | None:
    """The charset that a page names in its first two kilobytes: in `<meta charset=...>` or an XML declaration."""
    head = content[:_META_BYTES].lower()
    for key in (b"charset=", b"encoding="):
        at = head.find(key)
        if at >= 0:
            label = head[at + len(key) :].lstrip(b" \"'")[:40]
            end = next((i for i, byte in enumerate(label) if byte in b" \"'>;/?\r\n\t"), len(label))
            return label[:end].decode("ascii", "replace")
    return None


def _decode_other(content: bytes, label: str | None) -> str:
    """Bytes that are not valid UTF-8: a few bad bytes in UTF-8, the named charset, or windows-1252."""
    lenient = content.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    if bad * 10 <= sum(1 for character in lenient if character > "\x7f"):
        return lenient
    encoding = webencodings.lookup(label.strip()) if label else None
    if encoding is None or encoding.name in ("utf-8", "utf-16le", "utf-16be"):  # what they are not, or would show
        encoding = webencodings.lookup("windows-1252")
    return str(webencodings.decode(content, encoding, "replace")[0])
