"""The elements inside a story that are no story: what tags, classes and styles say, and how far that is believed."""

from collections.abc import Collection
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor.clean.drafts import Cut
from extractor.clean.reading.markup import COMMENTED, Box, box_at, is_commented

# fmt: off
_TAGS = {
    "nav": Box("navigation", True), "menu": Box("navigation"), "figcaption": Box("caption", True),
    "form": Box("form"), "button": Box("button", True), "label": Box("form"), "dialog": Box("notice"),
    "footer": Box("footer"), "header": Box("header"), "aside": Box("aside"), "amp-sidebar": Box("navigation", True),
    "amp-social-share": Box("share", True),
}
# fmt: on
_HEADINGS = ("h2", "h3", "h4", "h5", "summary")  # of an accordion: what opens it is its heading
_SHARE, _SURE_SHARE = 0.4, 0.85  # of the prose: what names itself a box and holds more is none
_TOGETHER = 0.6  # of the prose: what all boxes of one reason hold at most
_NOTE = 300  # letters outside links: a box of this size is small in any story
_TEXTS = ("p", "div", "span", "small", "em", "i")
_PICTURES = ("img", "picture", "amp-img")
_CAPTION, _STOPS = 200, (".", "!", "?", "”", '"', ":", "–", "-")
_NEVER = ("navigation", "button")
_TITLE_WORDS = 3  # words that a heading shares with the title: "What I do now" has two of any other


class Found(NamedTuple):
    """A box: its cut, its letters outside links and in them, and whether its name is a sure one."""

    cut: Cut
    prose: int
    links: int
    sure: bool


def box_in(node: HtmlElement, drop: Collection[HtmlElement], title: str | None) -> Box | None:
    """Why an element is no story; None for one that may be."""
    if drop and node in drop:
        named = box_at(node) or _TAGS.get(node.tag)
        return Box(named.reason if named else "dropped by the layout", True)
    tag = node.tag
    if tag in ("body", "html", "main"):
        return None
    if found := _TAGS.get(tag):
        return None if tag == "button" and node.getparent().tag in _HEADINGS else found
    if tag == "figure":
        return Box("caption") if next(node.iter("table", "pre", "blockquote"), None) is None else None
    if tag == "h1":
        return Box("title", True) if title is None or _alike(node, title) else None
    if tag == "time":
        return Box("byline") if node.getparent().tag not in ("p", "li", "td", "em", "strong", "b", "span") else None
    if found := box_at(node):
        return found
    if tag in COMMENTED and is_commented(node):
        return Box("comments", True)
    if tag in _TEXTS and _is_below_picture(node):
        return Box("caption", True)
    style = node.get("style")
    if (style and "display:none" in style.replace(" ", "").lower()) or node.get("aria-hidden") == "true":
        return Box("hidden")
    return None


def _is_below_picture(node: HtmlElement) -> bool:
    """Whether an element follows a picture and is no sentence: a short text without a stop."""
    before = node.getprevious()
    if before is None or before.tag not in _PICTURES:
        return False
    text = "".join(islice(node.itertext(), 20)).strip()
    if not text or len(text) > _CAPTION or text.endswith(_STOPS):
        return False
    return next(node.iter("a", "h1", "h2", "h3", "h4"), None) is None


def _alike(heading: HtmlElement, title: str) -> bool:
    """Whether a heading is the page's title, or most of it; two words of several are nobody's title."""
    said = {word.strip(".,:;!?\"'“”‘’").casefold() for word in "".join(heading.itertext()).split()}
    known = {word.strip(".,:;!?\"'“”‘’").casefold() for word in title.split()}
    least = min(len(said), len(known))
    return 2 * len(said & known) >= least and len(said & known) >= min(least, _TITLE_WORDS)


def _is_small(box: Found, prose: int) -> bool:
    """Whether a box is small enough beside all the prose to be what its name says.

    Navigation is no story though nothing else stands there. Comments may be longer than the story. "Related" holds
    links, or it is the rest of the story behind a "read more". Of the others a sure name counts in a short text too.
    """
    reason = box.cut.reason
    if not box.prose or reason in _NEVER:
        return True
    if reason == "related" and box.prose > max(_NOTE, 2 * box.links):
        return False
    is_sure = box.sure and (reason in ("comments", "related", "dropped by the layout") or box.prose <= 2 * _NOTE)
    return box.prose <= (_SURE_SHARE if is_sure else _SHARE) * prose


def believed(found: list[Found], prose: int) -> list[Cut]:
    """The boxes that are small enough, alone and with others of their reason: a story may stand in a "widget"."""
    small = [box for box in found if _is_small(box, prose)]
    sums, ends = dict[str, int](), dict[str, int]()
    for box in sorted(small, key=lambda box: (box.cut.start, -box.cut.end)):
        reason = box.cut.reason
        if not box.sure and box.cut.end > ends.get(reason, -1):
            sums[reason] = sums.get(reason, 0) + box.prose
            ends[reason] = box.cut.end
    return [box.cut for box in small if box.sure or not box.prose or sums[box.cut.reason] <= _TOGETHER * prose]
