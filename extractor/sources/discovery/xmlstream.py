"""Feeds and sitemaps as streams of elements: any encoding, packed or not, broken or hostile, in little memory.

What lies before the root is dropped, so a document type with its entities never reaches the parser; an entity that no
HTML knows stays as its letters. libxml2 then reads on behind errors (`recover`), with its limits on depth and on the
length of texts (`huge_tree` off), and what was read is forgotten.
"""

import codecs
import io
import re
import zlib
from collections.abc import Iterator
from html.entities import name2codepoint
from typing import Any

from extractor.errors import SetAside

GZIP = b"\x1f\x8b"
LIMIT = 50 * 1024 * 1024
"""Bytes of a list, unpacked: the most that a sitemap may have by the protocol."""
_PIECE = 65_536
_SAMPLE = 1_000_000
_ROOT = re.compile(r"<((?:[\w.-]{1,30}:)?(?:rss|feed|rdf|urlset|sitemapindex|channel))(?=[\s>/])", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7};|#x[0-9a-f]{1,6};|([a-z][a-z0-9]{1,31});)?", re.IGNORECASE)
_OPEN = re.compile(r"&[#\w]{0,40}$|<[^<>]{0,2000}$|\]{1,2}$")
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|code|div|em|fig(?:ure|caption)|font|h[1-6r]|i|iframe|img|li|ol|p|pre|q|s|"
    r"small|span|strike|strong|su[bp]|table|tbody|t[dhr]|u|ul)(?=[\s/>])[^<>]{0,2000}>",
    re.IGNORECASE,
)
"""Tags of HTML, which broken feeds print as they are: unclosed, they would draw into them what follows."""
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], " ")
"""What XML cannot hold."""
_XML = frozenset("lt gt amp quot apos".split())
_FATAL = 3  # of libxml2's levels: no XML at all from here on, were it not mended
_INSIDE = 2_000  # elements of one entry that are kept
_NAMES = 200  # of elements, that are remembered
_LONGEST_TAG = 200_000  # characters; a longer tag is made of attributes that nobody means


class XmlList:
    """The text of a feed or a sitemap, read once from its beginning; `root` is its outermost element, in lower case.

    `root` is None where the bytes are no such list. `said` tells what was cut off.
    """

    def __init__(self, body: bytes, charset: str | None = None, limit: int = LIMIT) -> None:
        self.said: list[str] = []
        self._limit, self._left = limit, b""
        self._pieces = self._unpacked(body)
        self._in_cdata = self._ended = False
        self._tag = 0
        self.head = self._begin(charset)
        found = _ROOT.search(self.head)
        self.root = found[1].lower().rpartition(":")[2] if found else None
        self._text = self.head[found.start() :] if found else ""

    def elements(self, names: frozenset[str]) -> Iterator[Any]:
        """The elements of these local names in lower case, whole, in their order; each is emptied behind its use."""
        from lxml import etree

        events = etree.iterparse(
            self, events=("start", "end"), recover=True, huge_tree=False, resolve_entities=False, no_network=True,
            remove_comments=True, remove_pis=True, encoding="utf-8",
        )  # fmt: skip
        try:
            yield from _whole(events, names)
        except etree.XMLSyntaxError as error:
            self.said.append(f"broken: {error.msg.partition(chr(10))[0]}"[:200])
            return
        if broken := next((entry for entry in events.error_log if entry.level >= _FATAL), None):
            self.said.append(f"broken: {broken.message.strip().partition(chr(10))[0]}"[:200])

    def read(self, _size: int = -1) -> bytes:
        """The next of the text as UTF-8, for the parser; empty at the end."""
        while not self._ended and len(self._text) < _PIECE:
            piece = next(self._pieces, None)
            self._ended = piece is None
            self._text += self._decoder.decode(piece or b"", final=self._ended).translate(_CONTROLS)
        text, self._text = self._text, ""
        if not self._ended and (cut := _OPEN.search(text, max(0, len(text) - 2_010))):
            text, self._text = text[: cut.start()], text[cut.start() :]
        self._refuse_long_tag(text)
        made = self._mended(text).encode("utf-8", "replace")
        return made if made or self._ended else b" "

    def _refuse_long_tag(self, text: str) -> None:
        """Read no further where a tag does not end."""
        opens, closes = text.rfind("<"), text.rfind(">")
        if self._in_cdata or closes > opens:
            self._tag = 0
        elif opens > closes or self._tag:
            self._tag = self._tag + len(text) if opens < 0 else len(text) - opens
        if self._tag > _LONGEST_TAG:
            self._ended, self._text, self._tag = True, "", 0
            self.said.append("broken: a tag that does not end")

    def _begin(self, charset: str | None) -> str:
        from extractor.clean.encoding import decode

        sample = b""
        while len(sample) < _SAMPLE and (piece := next(self._pieces, b"")):
            sample += piece
        try:
            name = decode(sample, "list", charset).charset if sample else "utf-8"
        except SetAside as refused:
            self.said.append(refused.reason)
            name, sample = "utf-8", b""
        try:
            self._decoder = codecs.getincrementaldecoder(name)("replace")
        except LookupError:
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        return self._decoder.decode(sample).lstrip("\ufeff").translate(_CONTROLS)

    def _unpacked(self, body: bytes) -> Iterator[bytes]:
        """The bytes of the list in pieces, up to the limit; a sitemap may itself be packed (.xml.gz)."""
        packed, count = body.startswith(GZIP), 0
        source = io.BytesIO(body)
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
        while piece := source.read(_PIECE):
            while piece:
                try:
                    made = unpacker.decompress(piece, _PIECE) if unpacker else piece
                except zlib.error:
                    self.said.append("broken: gzip")
                    return
                piece = unpacker.unconsumed_tail if unpacker else b""
                count += len(made)
                if count > self._limit:
                    self.said.append(f"longer than {self._limit // (1024 * 1024)} MB: what follows is not read")
                    return
                yield made
            if unpacker and unpacker.eof:
                return
        if unpacker and body:
            self.said.append("broken off within gzip")

    def _mended(self, text: str) -> str:
        """The text with "&" and the entities of HTML as XML has them and without tags of HTML, outside of CDATA."""
        made, at = [], 0
        while at < len(text):
            sign = "]]>" if self._in_cdata else "<![CDATA["
            end = text.find(sign, at)
            part = text[at:] if end < 0 else text[at:end]
            made.append(part if self._in_cdata else _MARKUP.sub(" ", _REFERENCE.sub(_as_xml, part)))
            if end < 0:
                break
            made.append(sign)
            at, self._in_cdata = end + len(sign), not self._in_cdata
        return "".join(made)


def _as_xml(found: re.Match[str]) -> str:
    said = found[0]
    if said.startswith("&#"):
        number = int(said[3:-1], 16) if said[2] in "xX" else int(said[2:-1])
        return said if number < 0x110000 and number not in _CONTROLS else " "
    if found[1] in _XML:
        return said
    if found[1] in name2codepoint:
        return f"&#{name2codepoint[found[1]]};"
    return "&amp;" + said[1:]


def local(tag: Any) -> str:
    """The name of an element without its namespace, in lower case; empty for what is no element."""
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _whole(events: Any, names: frozenset[str]) -> Iterator[Any]:
    inside = count = 0
    named: dict[Any, bool] = {}
    for event, element in events:
        wanted = named.get(element.tag)
        if wanted is None:
            wanted = local(element.tag) in names
            if len(named) < _NAMES:
                named[element.tag] = wanted
        if event == "start":
            inside += wanted
            count += inside > 0
            continue
        inside -= wanted
        if wanted and not inside:
            yield element
        if not inside:
            count = 0
            _forget(element)
        elif count > _INSIDE:
            _empty(element)


def _forget(element: Any) -> None:
    """Let go of an element that has been read, and of what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _empty(element: Any) -> None:
    """Let go of what an entry holds beyond any measure, but of nothing that it said before."""
    element.clear()
    before = element.getprevious()
    if before is not None and len(before) == 0 and not before.text and not before.attrib:
        before.getparent().remove(before)
