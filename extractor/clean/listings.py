"""Rows that a page repeats and no story has: events of a calendar, posts each with a call to read on."""

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3", "h4", "h5")
_LOOKED = 200  # elements of a kind that are looked at
_INSIDE = 100  # elements of a row
_ABOVE = 3  # elements around an address in which its row is looked for


def event_rows(tree: "HtmlElement") -> int:
    """The most rows of one kind with a heading that is a link, a `<time>` and an `<address>`."""
    found = Counter[tuple[str, str]]()
    for address in islice(tree.iter("address"), _LOOKED):
        for node in islice(address.iterancestors(), _ABOVE):
            inside = list(islice(node.iter(), _INSIDE))
            if any(one.tag == "time" for one in inside) and any(map(_is_linked_heading, inside)):
                found[str(node.tag), node.get("class") or ""] += 1
                break
    return max(found.values(), default=0)


def post_rows(tree: "HtmlElement", calls: tuple[str, ...]) -> int:
    """How many posts (`hentry`, of the microformat hAtom) hold a link whose text ends as one of `calls` does."""
    posts = (node for node in tree.iter("div", "article", "li") if "hentry" in (node.get("class") or "").split())
    return sum(_calls(post, calls) for post in islice(posts, _LOOKED))


def _calls(post: "HtmlElement", calls: tuple[str, ...]) -> bool:
    return any(_says(link).endswith(calls) for link in islice(post.iter("a"), _INSIDE))


def _is_linked_heading(node: "HtmlElement") -> bool:
    return node.tag in _HEADINGS and node.find(".//a") is not None


def _says(link: "HtmlElement") -> str:
    return "".join(islice(link.itertext(), _INSIDE)).lower().strip(" \n\t»›→>")
