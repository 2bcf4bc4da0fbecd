"""What the bytes of a page say: the charset is named by a mark, the server, the page or the bytes themselves.

Labels mean what browsers take them to mean (WHATWG Encoding Standard: "iso-8859-1" is windows-1252), in its order: byte
order mark, Content-Type, `<meta>`. Bytes that are UTF-8 are read so whatever a label says, for chance does not make
valid UTF-8; other bytes that nothing names are windows-1252, or what charset-normalizer takes them for where the text
cannot be in Latin letters. Bytes that are no text are refused.
"""

import codecs
import re
from typing import NamedTuple

import webencodings

from extractor.clean.mojibake import mend
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
_FIRST = 8_000  # bytes in which a binary file shows itself: as many as git looks at
_META_BYTES = 8_192  # the standard asks for 1,024; sites put scripts before their <meta>
_COMMENT = re.compile(rb"<!--.{0,8192}?-->", re.DOTALL)
_DECLARED = re.compile(
    rb"<(?:meta[\s/][^>]{0,400}?charset|\?xml[^>]{0,100}?encoding)\s{0,9}=[\s\"']{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_ASCII_ONLY = ("iso-2022-jp", "replacement")  # escapes in plain ASCII: valid UTF-8, and still not what it says
_ASCII_LABELS = (b"2022", b"hz-gb-2312", b"replacement")  # one of them stands in each label of those


_NO_TEXT_CONTROLS = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\r\x0b\x0c\x1b")


class Decoded(NamedTuple):
    """The text of a page's bytes, the charset they were read in, what named it, and how many lines were mended.

    `utf8` is the text in UTF-8 where that is what the bytes were, so that nobody encodes it again.
    """

    text: str
    charset: str
    named_by: str
    mended: int = 0
    utf8: bytes | None = None

    def __str__(self) -> str:
        """As people read it: "windows-1252 (server), 3 lines of mojibake mended"."""
        lines = f"{self.mended} line{'s'[: self.mended != 1]}"
        return f"{self.charset} ({self.named_by})" + (f", {lines} of mojibake mended" if self.mended else "")


def decode(content: bytes, source: str, charset: str | None = None) -> Decoded:
    """The text of a page's bytes; `charset` is what the server said.

    Raises `SetAside` for bytes that are no text: a PDF, a picture, a share of control bytes that no text has.
    """
    read = _decode(content, source, charset)
    text, mended = mend(read.text)
    return read._replace(text=text, mended=mended, utf8=None) if mended else read


def _decode(content: bytes, source: str, charset: str | None) -> Decoded:
    for name, mark in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(name, "replace"), name, "byte order mark")
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise SetAside(source, f"not text: {what}")
    wide = _wide(content[:_SAMPLE])
    if wide:
        return Decoded(content.decode(wide, "replace"), wide, "its bytes")
    if _is_binary(content[:_FIRST]):
        raise SetAside(source, "not text: its bytes are those of a binary file")
    head = ((charset or "").encode("utf-8", "replace") + content[:_META_BYTES]).lower()
    if any(label in head for label in _ASCII_LABELS):
        label = _label(content, charset)
        if label and label[0].name in _ASCII_ONLY:
            return _labelled(content, label)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", "its bytes", utf8=content)
    except UnicodeDecodeError:
        return _decode_other(content, _label(content, charset))


def _wide(sample: bytes) -> str | None:
    """The name of UTF-16 without its mark: of Latin letters, every second byte is NUL."""
    if b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 2 or max(even, odd) * 10 < half * 6 or min(even, odd) * 50 > half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_binary(sample: bytes) -> bool:
    """True where more than two bytes and one in a hundred are NUL, or one in twenty a control that no text holds."""
    controls = len(sample) - len(sample.translate(None, _NO_TEXT_CONTROLS))
    return sample.count(0) > max(2, len(sample) // 100) or controls * 20 > len(sample)


def _label(content: bytes, charset: str | None) -> tuple[webencodings.Encoding, str] | None:
    """The charset that the server or else the page names, and which of them does; None for labels of nothing."""
    declared = _DECLARED.search(_COMMENT.sub(b"", content[:_META_BYTES]))
    for label, by in ((charset, "server"), (declared[1].decode("ascii", "replace") if declared else None, "page")):
        encoding = webencodings.lookup(label.strip()) if label else None
        if encoding is not None:
            return encoding, by
    return None


def _decode_other(content: bytes, label: tuple[webencodings.Encoding, str] | None) -> Decoded:
    """Bytes that are not valid UTF-8: a few bad bytes in UTF-8, the named charset, or what they look like."""
    lenient = content.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    if bad * 10 <= sum(1 for character in lenient if character > "\x7f"):
        return Decoded(lenient, "utf-8", "its bytes")
    if label is None or label[0].name in ("utf-8", "utf-16le", "utf-16be"):  # what they are not, or would show
        return _sniffed(content)
    return _labelled(content, label)


def _labelled(content: bytes, label: tuple[webencodings.Encoding, str]) -> Decoded:
    encoding, by = label
    if encoding.name == "windows-1252":  # Python refuses five bytes of it that browsers read as controls
        import ftfy.bad_codecs  # noqa: F401  it knows the browsers' table

        return Decoded(content.decode("sloppy-windows-1252"), encoding.name, by)
    return Decoded(str(webencodings.decode(content, encoding, "replace")[0]), encoding.name, by)


def _sniffed(content: bytes) -> Decoded:
    """windows-1252, or what charset-normalizer says where more letters lie beyond ASCII than in any Latin script."""
    sample = content[:_SAMPLE]
    beyond = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    encoding = webencodings.lookup("windows-1252")
    if beyond * 5 > len(re.findall(rb"[A-Za-z\x80-\xff]", sample)):
        from charset_normalizer import from_bytes

        best = from_bytes(sample, steps=3, chunk_size=2048).best()
        encoding = (webencodings.lookup(best.encoding.replace("_", "-")) if best else None) or encoding
    return _labelled(content, (encoding, "its bytes"))
