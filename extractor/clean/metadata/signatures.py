"""The sentence in which pages sign a story, mostly below it: "Ditulis oleh NAME pada DATE dalam kategori SECTION"."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.boxes import is_in_comments
from extractor.clean.metadata.lines import SILENT, Line, lines_of
from extractor.clean.metadata.markup import Markup, is_outside, printed
from extractor.clean.metadata.moments import DATED
from extractor.clean.metadata.words import alternatives, words

_SIGNS = re.compile(r"\s{0,200}(?:(?:ditulis|diposting|diposkan) oleh|(?:written|posted|published) by)\b", re.I)
_ENTRY = re.compile(
    r"\s{0,200}(?:this entry was (?:posted|written|published) (?:on|in|by)"
    r"|(?:tulisan|entri|artikel) ini di\w{4,14} (?:pada|oleh))\b",
    re.I,
)
_CUES = ("itulis oleh", "iposting oleh", "iposkan oleh", "ritten by", "osted by", "ublished by")
_BY, _THIS = (" oleh", "ed by", "en by"), (" ini di", " entry was")
"""Parts of the cues: most pages hold none of them."""
_ENTRY_CUES = ("his entry was", "ulisan ini di", "ntri ini di", "rtikel ini di")
_TEXT: Callable[..., Any] = etree.XPath("(body/descendant::text())[$number]")
_LABEL, _SECTION, _SENTENCE = 20, 40, 200  # characters of a bare label, of a section's name, and of a whole sentence
_FIELDS, _NO_LABELS = 6, ("a", "h1", "h2", "h3", "h4", "h5", "h6", "nav", *SILENT)


def signatures(markup: Markup) -> list[Line]:
    """The sentences that sign the story and that tell of its entry, as lines; none of a sidebar or among comments."""
    joined = markup.elements.text
    signed = _signed(markup) if any(mark in joined and any(cue in joined for cue in _CUES) for mark in _BY) else []
    told = any(mark in joined and any(cue in joined for cue in _ENTRY_CUES) for mark in _THIS)
    return signed + (_entries(markup) if told else [])


def _signed(markup: Markup) -> list[Line]:
    """The first sentence that signs the story."""
    for number in [number for number, text in enumerate(markup.elements.texts, start=1) if _SIGNS.match(text)]:
        node = _TEXT(markup.tree, number=number)[0].getparent()
        if node is None or node.tag in SILENT or is_outside(node) or is_in_comments(node):
            continue
        line = next(iter(lines_of(node)), None)
        if line and len(line.text) < _LABEL and node.getparent() is not None:
            line = next(iter(lines_of(node.getparent())), None)
        return [line] if line and len(line.text) < _SENTENCE else []
    return []


def labelled_sections(lines: Sequence[Line]) -> Iterator[str]:
    """What stands behind "dalam kategori" or "Rubrik:" in a byline: in an element of its own, or up to a divider."""
    for line in lines:
        if ":" in line.text and (field := _field().search(line.text)):
            yield field["name"]
        for said, behind in pairwise(line.pieces):
            if len(behind) <= _SECTION and _labels().search(said.lower()):
                yield behind


def field_sections(markup: Markup) -> Iterator[str]:
    """The link beside a label that stands alone, as systems print their fields: "Kategori" | "Pertanian".

    A label above a list of links is that of a menu, and one that is a link or a heading is none of a story's.
    """
    said = enumerate((text.strip().lower().rstrip(" :") for text in markup.elements.texts), start=1)
    for number in islice((number for number, text in said if text in words().section_labels), _FIELDS):
        node = _TEXT(markup.tree, number=number)[0].getparent()
        if node is None or node.tag in _NO_LABELS or is_outside(node):
            continue
        if next(node.iterancestors(*_NO_LABELS), None) is not None:
            continue
        links = next(filter(None, (list(islice(box.iter("a"), 3)) for box in _beside(node))), [])
        named = [name for name in map(printed, links) if 0 < len(name) <= _SECTION]
        if 0 < len(named) == len(links) <= 2:
            yield named[0]
            return


def _beside(node: HtmlElement) -> Iterator[HtmlElement]:
    """The element of a label itself, what stands behind it, and what stands behind the box of a label alone."""
    yield node
    yield from islice(node.itersiblings(), 1)
    around = node.getparent()
    if around is not None and printed(around) == printed(node):
        yield from islice(around.itersiblings(), 1)


def _entries(markup: Markup) -> list[Line]:
    """The start of the sentence below a story in which older WordPress tells its day and time.

    "This entry was posted on Sabtu, Agustus 12th, 2023 at 07:30 and is filed under": the names of sections are links.
    """
    for number in [number for number, text in enumerate(markup.elements.texts, start=1) if _ENTRY.match(text)]:
        text = " ".join(markup.elements.texts[number - 1].split())
        if len(text) > _SENTENCE:
            continue
        node = _TEXT(markup.tree, number=number)[0].getparent()
        if node is not None and node.tag not in SILENT and not is_outside(node):
            return [Line((text,), text, DATED.search(text) is not None)]
    return []


@cache
def _field() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[|•·]\s?)(?:{alternatives(words().section_labels)})\s?:\s?(?P<name>[^|•·:]{{2,{_SECTION}}}?)\s*(?:[|•·]|$)",
        re.I,
    )


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words().section_labels)})\s?:?$")
