"""Where in a page a date of publication may stand, and what each place says: the claims that published.py weighs."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.elements import STAMPS
from extractor.clean.metadata import bylines
from extractor.clean.metadata.boxes import is_box
from extractor.clean.metadata.jsonld import Node, text
from extractor.clean.metadata.lines import Line, class_words, just_above, leaf
from extractor.clean.metadata.markup import Markup, is_outside, names, printed
from extractor.clean.metadata.moments import DATED, Moment, find, read
from extractor.clean.metadata.published import ADDRESS, PRINT, SOURCE, Dated
from extractor.clean.metadata.words import alternatives, words

_STAMP = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
_AROUND = 3  # boxes round a date that may be named as a clock
_NEAR = 15  # lines below a heading in which its byline stands
_STAMPS, _SCRIPT = 60, 200_000  # elements with a stamp, and characters of a script, that are looked at
_LABELLED, _LABEL = 120, 40  # characters of a text that is a day and its label, and of the label
_LIST = 20  # texts with days: a page that has so many lists stories
_TEXT: Callable[..., Any] = etree.XPath("(body/descendant::text())[$number]")
_PARAGRAPH = 160  # characters: what is longer is the story's, or its summary
_TITLES = ("h1", "h2", "h3", "h4")
_IN_ADDRESS = re.compile(
    r"/(?P<y>199\d|20[0-4]\d)/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?:/(?P<t>[0-2]\d[0-5]\d)\d{2,8})?(?![^/?#])"
    r"|/(?P<s>20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)[-/]"
    r"|[/_-](?P<i>(?:199\d|20[0-4]\d)[-_](?:0[1-9]|1[0-2])[-_](?:0[1-9]|[12]\d|3[01]))(?!\d)"
    r"|[/_-](?P<c>20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[/_.-]|$)"
)


class Place(NamedTuple):
    """What of the page is looked at: its article in JSON-LD, its heading, the lines below it, its addresses.

    `month_first` says how the page writes "3/5/2016"; None where nothing tells, and then it is told in both readings.
    """

    articles: Sequence[Node]
    heading: HtmlElement | None
    lines: Sequence[Line]
    addresses: Sequence[str]
    month_first: bool | None

    def near(self) -> Sequence[Line]:
        """The lines in which a byline stands: those just above the heading, and the first below it."""
        above = just_above(self.heading, without=words().clock_classes) if self.heading is not None else []
        return [*above, *self.lines[:_NEAR]]


def claims(markup: Markup, place: Place, selected: Sequence[str]) -> tuple[list[Dated], list[Dated]]:
    """What the sources say of the day of publication, and of those of changes; `selected` is what a layout found."""
    found, changed = _read(markup, place, selected, month_first=place.month_first is True)
    if place.month_first is None:
        others, _ = _read(markup, place, selected, month_first=True)
        found += [claim._replace(rank=claim.rank + 1) for claim in others if claim not in found]
    return found, changed


def _read(
    markup: Markup, place: Place, selected: Sequence[str], *, month_first: bool
) -> tuple[list[Dated], list[Dated]]:
    below, changed_below = bylines.dates(place.lines, month_first=month_first)
    said = functools.partial(_said, month_first=month_first)
    found = [
        *said((text(node, "datePublished") for node in place.articles), "json-ld", SOURCE),
        *said((text(node, "datePublished") for node in markup.linked.pages), "json-ld", SOURCE, 3),
        *_in_meta(markup, month_first),
        *said(_marked(markup, "datepublished"), "microdata", SOURCE, 2),
        *said(_marked(markup, "datecreated", "created"), "microdata", SOURCE, 3),  # as Drupal writes it
        *said(in_scripts(markup, "scripts_published"), "dataLayer", SOURCE, 4),
        *said(selected, "layout", PRINT),
        *said(_times(markup, place.heading), "time", PRINT, 2),
        *_first(below, place.lines),
        *_in_addresses(place.addresses),
    ]
    for elsewhere in (
        _above(place, month_first),
        _labelled(markup, month_first),
        _in_attributes(markup),
        _in_any_script(markup),
    ):
        found += () if found else elsewhere
    changes = [
        *(text(node, "dateModified") for node in (*place.articles, *markup.linked.pages)),
        *(value for _, value in markup.first(words().keys["changed"])),
    ]
    told = [Dated(moment, "changed", SOURCE, bylines.FAR) for moment in _moments(changes, month_first)]
    return found, [Dated(moment, "changed", PRINT, bylines.BARE) for moment in changed_below] + told


def _first(printed_days: Sequence[Moment], lines: Sequence[Line]) -> Iterator[Dated]:
    """The first day that is printed, with the time of day that a later line tells of it; far below it is less sure."""
    for first in printed_days[:1]:
        timed = (moment for moment in printed_days if moment.day == first.day and moment.clock)
        moment = first if first.clock else next(timed, first)
        is_near = any(line.dated for line in lines[:_NEAR])
        yield Dated(moment, "byline", PRINT, 1 if moment.clock else bylines.BARE if is_near else bylines.FAR)


def _above(place: Place, month_first: bool) -> Iterator[Dated]:
    """The only day printed just above the heading, in the block in which newer designs set date and section."""
    near = place.lines[:_NEAR]
    if place.heading is not None:
        near = just_above(place.heading, without=words().clock_classes)
    moments, _ = bylines.dates(near, month_first=month_first)
    moments = moments or [found.moment for found in islice(find(leaf(near), month_first=month_first), 1)]
    if len({moment.day for moment in moments}) == 1:
        yield Dated(moments[0], "byline", PRINT, bylines.BARE)


def _labelled(markup: Markup, month_first: bool) -> Iterator[Dated]:
    """The only day that stands behind a label of publication, below the story or wherever, in no box of others."""
    texts, found = markup.elements.texts, list[Moment]()
    dated = (number for number, text in enumerate(texts) if len(text) <= _LABELLED and DATED.search(text))
    listed = list(islice(dated, _LIST))
    for number in listed if len(listed) < _LIST else ():
        date = next(find(" ".join(texts[number].split()), month_first=month_first), None)
        before = " ".join(texts[number].split())[: date.start] if date else ""
        label = before if before.strip() else " ".join(texts[number - 1].split())[-_LABEL:]
        if date is None or len(label) > _LABEL or not bylines.is_published(label):
            continue
        if not _is_others(_TEXT(markup.tree, number=number + 1)[0].getparent()):
            found.append(date.moment)
    if len({moment.day for moment in found}) == 1:
        yield Dated(found[0], "byline", PRINT, bylines.BARE)


def _in_attributes(markup: Markup) -> Iterator[Dated]:
    """The only day that attributes tell beside the sidebars, for scripts that print "3 hours ago" of it."""
    said = [entry for name in STAMPS for entry in markup.elements.having(name)[:_STAMPS]]
    values = [value for node, value in said if not _is_others(node) and not _is_clock(node)]
    yield from _only(_moments(values), "attribute")


def _is_others(node: HtmlElement) -> bool:
    """Whether an element stands beside the story or in a box of other stories or of comments."""
    return is_outside(node) or is_box(node) or any(map(is_box, node.iterancestors()))


def _in_any_script(markup: Markup) -> Iterator[Dated]:
    """The only day that stands under a key of publication in the page's scripts."""
    starts = [script[:_SCRIPT] for script in markup.scripts]
    yield from _only(_moments(_under("scripts_published", starts)), "script")


def _only(moments: Iterable[Moment], origin: str) -> Iterator[Dated]:
    """The claim of a day where there is no other one: among several one would have to be guessed."""
    listed = list(moments)
    if len({moment.day for moment in listed}) == 1:
        yield Dated(listed[0], origin, SOURCE, 6)


def _said(
    values: Iterable[str | None], origin: str, family: int, rank: int = 0, *, month_first: bool
) -> Iterator[Dated]:
    """The first of the values that is a date."""
    for moment in _moments(values, month_first):
        yield Dated(moment, origin, family, rank)
        return


def _moments(values: Iterable[str | None], month_first: bool = False) -> Iterator[Moment]:
    for value in values:
        moment = _moment(value, month_first) if value else None
        if moment is not None:
            yield moment


def _moment(value: str, month_first: bool) -> Moment | None:
    """The date in a value of the source, seconds since 1970 too."""
    value = value.strip()
    if _STAMP.fullmatch(value):
        import datetime

        since = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(value[:10]))
        return Moment(since.date(), since.time(), 0)
    return read(value, month_first=month_first)


def _in_meta(markup: Markup, month_first: bool) -> Iterator[Dated]:
    """What meta tags say: the first of OpenGraph's, the first of the others, and "date", which may be of anything."""
    told = set[str]()
    for name, value in markup.first(words().keys["published"]):
        origin = "open graph" if name.startswith(("article:", "og:")) else "meta"
        moment = _moment(value, month_first)
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
    return _under(key, markup.feeding)


def _under(key: str, scripts: Iterable[str]) -> Iterator[str]:
    listed = words().keys[key]
    for script in scripts:
        lowered = script.lower()
        if any(name in lowered for name in listed):
            for match in _keys(key).finditer(script):
                yield match[1]


@functools.cache
def _keys(key: str) -> re.Pattern[str]:
    """A key of a script with its text: `'published_date': '2026-01-20 18:30:00'`."""
    listed = alternatives(words().keys[key])
    quoted = r"""\\?["']([^"'\\\n]{2,100})\\?["']"""  # escaped where the script holds JSON in a string
    return re.compile(rf"""(?<![\w-])(?:{listed})(?:\\?["'])?\s{{0,9}}[:=,]\s{{0,9}}{quoted}""", re.I)


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
