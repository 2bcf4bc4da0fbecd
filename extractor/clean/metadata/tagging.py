"""The tags of a story: those of its data, of the links below it, and keywords that are not the whole site's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor.clean.metadata.claims import Claim, Verdict, believe, fold
from extractor.clean.metadata.headlines import agree
from extractor.clean.metadata.jsonld import Node, plain
from extractor.clean.metadata.lines import class_words
from extractor.clean.metadata.markup import Markup, is_outside, printed
from extractor.clean.metadata.words import words
from extractor.gazetteer import gazetteer

_TAGS, _TAG = 40, 80  # how many tags are kept, and how long one may be
_BOXES = frozenset(("tag", "tags"))  # words in the class of a box of tags
_LEVELS = ("province", "regency", "city")
_PROSE = 50  # characters: a text that is longer is no menu's


class About(NamedTuple):
    """What a tag may be of: the story, by its heading, title and summary, or the site, by its names."""

    heading: HtmlElement | None
    title: str | None
    description: str | None
    sites: Sequence[str]


def tags(
    markup: Markup, articles: Sequence[Node], selected: Sequence[str], about: About
) -> tuple[tuple[str, ...], Verdict]:
    """The tags of the story in the order of the first source that has any, and what each source says."""
    sources = [
        ([value for name, value in markup.first(words().keys["tags"]) if ":tag" in name], "open graph"),
        (list(selected), "layout"),
        ([value for node in articles[:1] for value in _keywords(node)], "json-ld"),
        ([printed(node).lstrip("# ") for node in islice(_tag_links(markup), _TAGS)], "tag links"),
    ]
    split = [(_split(values), origin) for values, origin in sources]
    keywords = (_split([value]) for name, value in markup.first(words().keys["tags"]) if ":tag" not in name)
    split += [(listed, "meta") for listed in keywords if _is_of_story(listed, markup, about)]
    if not any(values for values, _ in split):
        links = _addressed_tags(markup, about.heading)
        split.append((_split(printed(node).lstrip("# ") for node in links), "tag links"))
    split = [(listed, origin) for listed, origin in split if listed]
    verdict = believe(Claim(", ".join(listed), origin) for listed, origin in split)
    return (split[0][0] if split else ()), verdict


def _is_of_story(keywords: Sequence[str], markup: Markup, about: About) -> bool:
    """Whether the story names one of the keywords that is not made of the site's names: else they are of all pages.

    Sites of governments and of local papers name their region and its administration on each page.
    """
    names = " ".join(map(fold, about.sites))
    own = [word.casefold() for word in keywords if not all(fold(part) in names for part in word.split())]
    if not own or any(" " in word and word in words().site_words for word in own):
        return False
    if _is_head_of_site(markup, about.title):
        return False
    told = f"{about.title or ''} {about.description or ''}".casefold()
    if any(word in told and not _is_general(word) for word in own):
        return True
    prose = " ".join(text for text in markup.elements.texts if len(text) > _PROSE).casefold()
    return any(word in prose and not _is_general(word) for word in own)


def _is_head_of_site(markup: Markup, title: str | None) -> bool:
    """Whether no title in the source is the story's: its keywords are those of each page then."""
    said = [value for _, value in markup.first(words().keys["title"])] + ([markup.title] if markup.title else [])
    return bool(title and said) and not any(agree(title or "", value) for value in said)


def _is_general(keyword: str) -> bool:
    """Whether a keyword is a region's name, or says no more than that a site is a paper's or a government's."""
    return all(part in words().general_tags for part in keyword.split()) or any(
        gazetteer().named(keyword, level=level) for level in _LEVELS
    )


def _tag_links(markup: Markup) -> Iterator[HtmlElement]:
    """The links to the story's tags: WordPress marks those to its categories as tags too."""
    links = (node for node, rel in markup.elements.having("rel") if node.tag == "a" and "tag" in rel.split(" "))
    return (node for node in links if "category" not in node.get("rel") and not is_outside(node))


def _addressed_tags(markup: Markup, heading: HtmlElement | None) -> list[HtmlElement]:
    """The links to addresses of tags, or in a box that is named for tags, in the first box below the heading that has
    any; those of trends come later.
    """
    found, box = list[HtmlElement](), None
    is_told = any(path in href for href in markup.elements.links for path in words().keys["tag_paths"])
    if heading is None or not (is_told or "tag" in markup.elements.names):
        return []
    for node in heading.xpath("following::a[@href]"):
        if _is_tag(node) and not is_outside(node):
            around = node.getparent()
            around = around.getparent() if around is not None and around.tag in ("li", "span") else around
            if box is not None and around is not box:
                break
            box = around
            found.append(node)
    return found[:_TAGS]


def _is_tag(node: HtmlElement) -> bool:
    href = node.get("href")
    if any(path in href for path in words().keys["tag_paths"]):
        return True
    return any(_is_tag_box(box) for box in islice(node.iterancestors(), 2))


def _is_tag_box(box: HtmlElement) -> bool:
    """Whether an element is named for tags; most are not named so at all."""
    named = "tag" in (box.get("class") or "").lower() or "tag" in (box.get("id") or "").lower()
    return named and not _BOXES.isdisjoint(class_words(box))


def _keywords(node: Node) -> list[str]:
    value = node.get("keywords")
    listed = value if isinstance(value, list) else [value]
    return [plain(entry) for entry in listed if isinstance(entry, str)]


def _split(values: Iterable[str]) -> tuple[str, ...]:
    """The tags of values, each once whatever its case, at their commas."""
    found = dict[str, str]()
    for value in values:
        for part in re.split(r"[,;]", value):
            tag = " ".join(part.split()).lstrip("#").strip()
            if 0 < len(tag) <= _TAG and tag.casefold().rstrip(" :") not in words().other_labels:
                found.setdefault(tag.casefold(), tag)
    return tuple(islice(found.values(), _TAGS))
