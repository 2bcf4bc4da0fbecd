"""The boxes of a page in which other stories' days and other people's names stand."""

from lxml.html import HtmlElement

from extractor.clean.metadata.lines import class_words
from extractor.clean.reading.markup import box_at

_BOXES = ("related", "sidebar", "comments", "advertisement", "share", "navigation")


def is_box(node: HtmlElement) -> bool:
    """Whether the names of an element say that it is the site's foot, or a box of other stories."""
    if node.tag in ("body", "html") or not (said := class_words(node)):
        return False
    box = box_at(node)
    return "footer" in said or (box is not None and box.reason in _BOXES)


def is_in_comments(node: HtmlElement) -> bool:
    """Whether an element is one of the readers' comments, or stands among them.

    A box with a headline is the story's, though its names say "comments-open".
    """
    around = (box for box in (node, *node.iterancestors()) if (named := box_at(box)) and named.reason == "comments")
    return any(next(box.iter("h1"), None) is None for box in around)
