"""Rows that a page repeats and no story has: links to stories, events of a calendar, posts with a call to read on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from extractor.article import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3", "h4", "h5")
_LOOKED = 200  # elements of a kind that are looked at
_INSIDE = 100  # elements of a row
_LINKED, PER, _BEHIND = 4, 4, 2
"""Links that make a list: so many, all but one of so many paragraphs; and the lines of a teaser behind each."""
_LINE, _LINK = 5, 11  # words of a line, characters of a link: with fewer it is a date, a label, a running time
_START, _MOST = 3, 50  # words that links are known by, and how many are compared that start alike
_ABOVE = 3  # elements around an address in which its row is looked for


def own_lines(article: Article, tree: "HtmlElement", prose: int) -> list[str] | None:
    """The lines that are no list of links to stories; None where what was read, with so many paragraphs, is no list.

    Where a page holds no story, a reader takes its list of latest ones for it: title, date, teaser, title ... The
    titles may have been cut out already, and date and teaser may stand in the title's own line.
    """
    linked = defaultdict[str, list[str]](list)
    for said in dict.fromkeys(" ".join(text.split()) for text in _links()(tree)):
        if said.count(" ") >= _LINE - 2:
            linked[_start(said)].append(said)
    lines = as_it_stood(article)
    at = [number for number, (line, _) in enumerate(lines) if _is_headed(line, linked)]
    if len(at) < _LINKED or len(at) * PER < prose * (PER - 1):
        return None
    gone = {number + behind for number in at for behind in range(_BEHIND + 1)}
    kept = (line for number, (line, is_kept) in enumerate(lines) if is_kept and number not in gone)
    return [line for line in kept if line.count(" ") >= _LINE - 1]


def _start(line: str) -> str:
    return " ".join(line.split(" ", _START)[:_START])


def _is_headed(line: str, linked: Mapping[str, list[str]]) -> bool:
    """Whether a line is one of the links, by their first words, or begins with one and goes on behind it."""
    return any(line.startswith(said) for said in linked.get(_start(line), ())[:_MOST])


@cache
def _links() -> Callable[..., list[str]]:
    """The path of the texts of links, but for the short ones."""
    from lxml import etree  # a text needs none

    path = f"descendant::a/descendant::text()[string-length() > {_LINK}]"
    return cast("Callable[..., list[str]]", etree.XPath(path, smart_strings=False))


def as_it_stood(article: Article) -> list[tuple[str, bool]]:
    """The lines of the page's draft in order, each with whether it is in the article's text."""
    lines, at = list[tuple[str, bool]](), 0
    pieces = [(piece.at, piece.text) for piece in article.removed]
    for start, removed in [*pieces, (len(article.text), "")]:
        lines += [(line, True) for line in article.text[at:start].split("\n")]
        lines += [(line, False) for line in removed.split("\n")]
        at = max(at, start)
    return [(" ".join(line.split()), is_kept) for line, is_kept in lines if line.strip()]


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


def leads_on(tree: "HtmlElement", title: str, calls: tuple[str, ...], *, is_front: bool) -> bool:
    """Whether the heading of this title, in lower case, leads to the story, and a call to read on to the same address.

    On a front page nothing need call: no story of its own leads away.
    """
    for heading in islice(tree.iter("h1", "h2", "h3"), _LOOKED):
        links = (*islice(heading.iterancestors("a"), 1), *islice(heading.iter("a"), 1))
        href = links[0].get("href") or "" if links else ""
        if href.strip("/#") and " ".join(" ".join(heading.itertext()).lower().split()) == title:
            same = (link for link in tree.iter("a") if link.get("href") == href and link not in links)
            return is_front or any(_says(link).endswith(calls) for link in same)
    return False


def _calls(post: "HtmlElement", calls: tuple[str, ...]) -> bool:
    return any(_says(link).endswith(calls) for link in islice(post.iter("a"), _INSIDE))


def _is_linked_heading(node: "HtmlElement") -> bool:
    return node.tag in _HEADINGS and node.find(".//a") is not None


def _says(link: "HtmlElement") -> str:
    return "".join(islice(link.itertext(), _INSIDE)).lower().strip(" \n\t»›→>")
