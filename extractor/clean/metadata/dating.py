"""Where in a page a date of publication may stand, and what each place says: the claims that published.py weighs."""

import copy
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata import bylines
from extractor.clean.metadata.jsonld import Node, text
from extractor.clean.metadata.lines import Line, class_words, just_above
from extractor.clean.metadata.markup import Markup, elements, is_outside, names, printed
from extractor.clean.metadata.moments import Moment, find, read
from extractor.clean.metadata.published import ADDRESS, PRINT, SOURCE, Dated
from extractor.clean.metadata.words import alternatives, words
from extractor.clean.reading.markup import box_at

_STAMP = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
_AROUND = 3  # boxes round a date that may be named as a clock
_PARAGRAPH = 160  # characters: what is longer is the story's, or its summary
_OTHER_STORIES = etree.XPath(
    "//body//*[self::aside or self::nav or self::footer or self::article[not(.//h1)] or self::li[a or */a]]"
)
_BOXES, _MOST_BOXES = ("related", "sidebar", "comments", "advertisement", "share", "navigation"), 2_000
_TOO_MANY = ((("meta",), 300), (("time", "abbr"), 300), ((), 50_000))
_TEXT: Callable[..., Any] = etree.XPath("descendant::text() | descendant::*/@datetime | descendant::*/@content")
_NEW_YEAR = re.compile(
    r"\b0?1(?:[ -]jan|[/.-]0?1[/.-](?:19|20))|(?:19|20)[0-9]{2}[/.-]0?1[/.-]0?1\b|\bjan[a-z]{0,5} 0?1,", re.IGNORECASE
)
_TITLES = ("h1", "h2", "h3", "h4")
_IN_ADDRESS = re.compile(
    r"/(?P<y>199\d|20[0-4]\d)/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?:/(?P<t>[0-2]\d[0-5]\d)\d{2,8})?(?![^/?#])"
    r"|/(?P<s>20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)[-/]"
    r"|[/_-](?P<i>(?:199\d|20[0-4]\d)[-_](?:0[1-9]|1[0-2])[-_](?:0[1-9]|[12]\d|3[01]))(?!\d)"
    r"|[/_-](?P<c>20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[/_.-]|$)"
)


class Place(NamedTuple):
    """What of the page is looked at: its article in JSON-LD, its heading, the lines below it, its addresses."""

    articles: Sequence[Node]
    heading: HtmlElement | None
    lines: Sequence[Line]
    addresses: Sequence[str]
    month_first: bool


def claims(markup: Markup, place: Place, selected: Iterable[str]) -> tuple[list[Dated], list[Moment]]:
    """What the sources say of the day of publication, and the days of changes; `selected` is what a layout found."""
    below, changed_below = bylines.dates(place.lines, month_first=place.month_first)
    found = [
        *_said((text(node, "datePublished") for node in place.articles), "json-ld", SOURCE),
        *_said((text(node, "datePublished") for node in markup.linked.pages), "json-ld", SOURCE, 3),
        *_in_meta(markup),
        *_said(_marked(markup, "datepublished"), "microdata", SOURCE, 2),
        *_said(_marked(markup, "datecreated", "created"), "microdata", SOURCE, 3),  # as Drupal writes it
        *_said(in_scripts(markup, "scripts_published"), "dataLayer", SOURCE, 4),
        *_said(selected, "layout", PRINT),
        *_said(_times(markup, place.heading), "time", PRINT, 2),
        *(Dated(moment, "byline", PRINT, 1 if moment.clock else bylines.BARE) for moment in _first(below)),
        *_in_addresses(place.addresses),
    ]
    found += () if found else _above(place)
    changed = [
        *_moments(text(node, "dateModified") for node in (*place.articles, *markup.linked.pages)),
        *_moments(value for _, value in markup.first(words().keys["changed"])),
        *changed_below,
    ]
    return found, changed


def _first(printed_days: Sequence[Moment]) -> Sequence[Moment]:
    """The first day that is printed, with the time of day that a later line tells of it."""
    first = printed_days[:1]
    if not first or first[0].clock:
        return first
    return [next((moment for moment in printed_days if moment.day == first[0].day and moment.clock), first[0])]


def _above(place: Place) -> Iterator[Dated]:
    """The only day printed just above the heading, in the block in which newer designs set date and section."""
    if place.heading is None:
        return
    near = just_above(place.heading, without=words().clock_classes)
    moments, _ = bylines.dates(near, month_first=place.month_first)
    if len({moment.day for moment in moments}) == 1:
        yield Dated(moments[0], "byline", PRINT, bylines.BARE)


def guess(markup: Markup, place: Place, *, far: bool) -> list[Dated]:
    """What htmldate finds in a page that names its day nowhere; `far` lets it search the whole text.

    Where it may not, it does not see the boxes of other stories either. A page made of dates is not shown to it at
    all, for it takes 10 ms for each that it cannot read.
    """
    tree, address = markup.tree, next(iter(place.addresses), None)
    from htmldate import find_date  # slow to import, slow to run

    if any(sum(1 for _ in islice(tree.iter(*kinds), most)) == most for kinds, most in _TOO_MANY):
        return []
    if not far:
        tree = _without_others(markup, place.heading)
    try:
        day = find_date(
            tree, extensive_search=far, original_date=True, url=address, min_date="1995-01-01", max_date="2049-12-31"
        )
    except (ValueError, TypeError, AttributeError, RecursionError):  # odd trees: a page without a date, no failure
        return []
    if day is None or (not far and day.endswith("-01-01") and not _prints_new_year(tree)):
        return []
    return list(_said([day], "htmldate", PRINT, 6))


def _without_others(markup: Markup, heading: HtmlElement | None) -> HtmlElement:
    """A copy of the page without its foot, its sidebars, and its boxes and lists of other stories.

    A box in which the story's heading stands is none of them, whatever it is called.
    """
    titled = [heading] if heading is not None else markup.headings
    around = {box for title in titled for box in title.iterancestors()}
    others = set(elements(_OTHER_STORIES, markup.tree, _MOST_BOXES))
    if not markup.headings:  # without an h1, an article is the story's as well as another's
        others = {box for box in others if box.tag != "article"}
    others |= set(filter(_is_box, markup.elements.every))
    copied = copy.deepcopy(markup.tree)
    for node, twin in list(zip(markup.tree.iter(), copied.iter(), strict=True)):
        if node in others and node not in around and twin.getparent() is not None:
            twin.drop_tree()
    return copied


def _is_box(node: HtmlElement) -> bool:
    """Whether the names of an element say that it is the site's foot, or a box of other stories."""
    if node.tag in ("body", "html") or not (said := class_words(node)):
        return False
    box = box_at(node)
    return "footer" in said or (box is not None and box.reason in _BOXES)


def _prints_new_year(tree: HtmlElement) -> bool:
    """Whether a page prints a first of January: of a bare year, as in an award's name, htmldate makes that day."""
    return _NEW_YEAR.search(" ".join(_TEXT(tree))) is not None


def _said(values: Iterable[str | None], origin: str, family: int, rank: int = 0) -> Iterator[Dated]:
    """The first of the values that is a date."""
    for moment in _moments(values):
        yield Dated(moment, origin, family, rank)
        return


def _moments(values: Iterable[str | None]) -> Iterator[Moment]:
    for value in values:
        moment = _moment(value) if value else None
        if moment is not None:
            yield moment


def _moment(value: str) -> Moment | None:
    """The date in a value of the source, seconds since 1970 too."""
    value = value.strip()
    if _STAMP.fullmatch(value):
        import datetime

        since = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(value[:10]))
        return Moment(since.date(), since.time(), 0)
    return read(value)


def _in_meta(markup: Markup) -> Iterator[Dated]:
    """What meta tags say: the first of OpenGraph's, the first of the others, and "date", which may be of anything."""
    told = set[str]()
    for name, value in markup.first(words().keys["published"]):
        origin = "open graph" if name.startswith(("article:", "og:")) else "meta"
        moment = _moment(value)
        if moment and origin not in told:
            told.add(origin)
            yield Dated(moment, origin, SOURCE, 1 if origin == "open graph" else 5 if name == "date" else 2)


def _marked(markup: Markup, *names: str) -> Iterator[str]:
    """The values of the elements that microdata or RDFa mark so, outside sidebars."""
    for node in (node for name in names for node in markup.marked.get(name, ())):
        if not is_outside(node):
            yield node.get("content") or node.get("datetime") or printed(node)


def _times(markup: Markup, heading: HtmlElement | None) -> Iterator[str]:
    """The values of `<time>`: those marked as of publication first, those of changes never, other stories' never."""
    usable = [node for node in markup.times if not is_outside(node) and not _is_changed(node) and not _is_clock(node)]
    if heading is not None and usable:
        near = _near(markup, heading)
        usable = [node for node in usable if node in near]
    abbreviated = (node for node in markup.abbreviations if "published" in (node.get("class") or ""))
    yield from (node.get("title") or "" for node in islice(abbreviated, 3))  # hAtom: older Blogger and WordPress
    usable.sort(key=lambda node: not ("publish" in names(node) or node.get("pubdate") is not None))
    for node in usable:
        value = node.get("datetime") or printed(node)
        yield value if read(value) else printed(node)


def _near(markup: Markup, heading: HtmlElement) -> list[HtmlElement]:
    """The `<time>` elements round a heading: behind it up to the first paragraph or third heading, then before it."""
    above, below, titles = list[HtmlElement](), list[HtmlElement](), 0
    passed, left = False, len(markup.times)
    for node in markup.tree.iter():
        if node is heading:
            passed = True
        elif node.tag == "time":
            (below if passed else above).append(node)
            left -= 1
        elif node.tag in _TITLES:
            titles, above = titles + passed, above if passed else []
        if passed and (left <= 0 or (node is not heading and (titles > 2 or _is_paragraph(node)))):
            break
    around = set(heading.iterancestors("article"))
    return [node for node in below + above[-2:] if around.issuperset(islice(node.iterancestors("article"), 1))]


def _is_paragraph(node: HtmlElement) -> bool:
    """Whether a text of the story starts here or ends here."""
    if node.tag == "p":
        return len(printed(node)) > _PARAGRAPH
    return node.tag not in ("script", "style") and max(len(node.text or ""), len(node.tail or "")) > 2 * _PARAGRAPH


def _is_changed(node: HtmlElement) -> bool:
    marks = f"{names(node)} {(node.get('itemprop') or '').lower()}"
    return ("updated" in marks or "modified" in marks) and not ("publish" in marks or "entry-date" in marks)


def _is_clock(node: HtmlElement) -> bool:
    """Whether an element or one round it shows what day it is today."""
    around = (node, *islice(node.iterancestors(), _AROUND))
    return any(not words().clock_classes.isdisjoint(class_words(box)) for box in around)


def in_scripts(markup: Markup, key: str) -> Iterator[str]:
    """The texts under the keys of that list of words in the scripts that feed the page's statistics."""
    listed = words().keys[key]
    for script in markup.feeding:
        lowered = script.lower()
        if any(name in lowered for name in listed):
            for match in _keys(key).finditer(script):
                yield match[1]


@functools.cache
def _keys(key: str) -> re.Pattern[str]:
    """A key of a script with its text: `'published_date': '2026-01-20 18:30:00'`."""
    listed = alternatives(words().keys[key])
    return re.compile(rf"""(?<![\w-])["']?(?:{listed})["']?\s{{0,9}}[:=,]\s{{0,9}}["']([^"'\n]{{2,100}})["']""", re.I)


def _in_addresses(addresses: Iterable[str]) -> Iterator[Dated]:
    """The day that an address of the page tells."""
    for address in addresses:
        match = _IN_ADDRESS.search(address[:2_000])
        if match is None:
            continue
        if match["y"]:
            time = f"T{match['t'][:2]}:{match['t'][2:]}:00" if match["t"] else ""
            told = f"{match['y']}-{match['m']:0>2}-{match['d']:0>2}{time}"
        else:
            told = (match["s"] or match["i"] or match["c"]).replace("_", "-")
        moment = next((found.moment for found in find(told)), None)
        if moment:
            yield Dated(moment, "url", ADDRESS)
            return
