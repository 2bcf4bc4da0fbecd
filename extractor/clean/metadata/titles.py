"""The title of a story: what the heading, OpenGraph, JSON-LD and the title tag agree on.

The heading is what readers see, so it is believed where it agrees with another source; a shortened og:title ("...")
loses to it. What sites put behind a title goes: "Judul - Kabar Lontar", "Judul | Halaman 2", "Judul Halaman all -
Kompas.com". A part behind a dash is the outlet's where it is named so elsewhere, is the host, or numbers the page; a
dash in the title itself stays.
"""

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor.clean.metadata.claims import Claim, Verdict, believe, fold
from extractor.clean.metadata.headlines import (
    DIVIDER,
    LARGE,
    addressed,
    agree,
    clean,
    headline,
    is_addressed,
    is_over_story,
    leading,
    slugs_of,
    title_words,
)
from extractor.clean.metadata.jsonld import Node, text
from extractor.clean.metadata.markup import Markup, printed
from extractor.clean.metadata.mastheads import is_masthead, names
from extractor.clean.metadata.sitetitles import (
    MARKS,
    NAME,
    agrees,
    are_of_site,
    is_of_site,
    is_sure,
    leads,
    site_alone,
    without_last,
    without_lead,
)
from extractor.clean.metadata.words import alternatives, words

_DIVIDES = re.compile(r"[-–—|»«›‹•·~:]")
_CUT = re.compile(r"\s*(?:\.{2,3}|…)$")
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,10}){1,3}", re.I)
_SITE = 60  # characters of a site's name
_NUMBER = 40  # characters of a page's number


class Titled(NamedTuple):
    """The title that is believed, the element that prints it, and what stood behind it: the outlet's name."""

    verdict: Verdict
    heading: HtmlElement | None
    suffix: str | None


def title(
    markup: Markup,
    articles: Sequence[Node],
    sites: Iterable[str],
    selected: Iterable[str],
    addresses: Iterable[str] = (),
) -> Titled:
    """The title of the page; `sites` are names under which its outlet is known, `selected` what a layout found.

    `addresses` are the page's own, asked where it names no title but in a heading.
    """
    known = {fold(site) for site in sites if fold(site)}
    selected, slugs = list(selected), slugs_of(addresses)
    found = _title(markup, articles, known, selected, slugs)
    if is_addressed(found.verdict.value or "", slugs) or not is_masthead(found.heading):
        return found
    listed = names(markup, found.heading)
    again = _title(markup, articles, {*known, *map(fold, listed)}, selected, slugs)
    if again.heading is None or again.heading is found.heading:
        return found
    verdict = believe([*again.verdict.claims, *found.verdict.claims], conflict=again.verdict.conflict)
    names_site = (name for name in listed if title_words(name)[:1] and title_words(name)[0] in words().site_leads)
    return Titled(verdict, again.heading, found.suffix or again.suffix or next(names_site, None))


def _title(
    markup: Markup, articles: Sequence[Node], known: set[str], selected: Iterable[str], slugs: Sequence[set[str]]
) -> Titled:
    """The title where `known` are the names of the site, folded."""
    said_first = [
        *(Claim(clean(value), "open graph") for _, value in markup.first(("og:title",))),
        *(Claim(clean(text(node, "headline") or text(node, "name") or ""), "json-ld") for node in articles[:1]),
        *(Claim(clean(value), "layout") for value in selected),  # its selector may fit no more
    ]
    tag = Claim(clean(markup.title or ""), "title tag")
    others = [Claim(clean(value), "meta") for _, value in markup.first(words().keys["title"][1:3])]
    machine = [without_site(claim, known) for claim in (*said_first, tag, *others) if claim.value]
    machine = [claim for claim in machine if claim.value and fold(claim.value) not in known]
    machine = [claim for claim in machine if not _is_general(claim.value)]
    own = [(node, without_site(Claim(clean(printed(node)), "h1"), known)) for node in markup.headings]
    own = [(node, claim) for node, claim in own if claim.value and fold(claim.value) not in known]
    witnesses = [claim for claim in machine if claim.origin != "layout"] or machine  # a layout would confirm itself
    heading, shown = headline(markup, own, witnesses)
    sites_alone = site_alone(markup, machine) if shown is None else None
    if shown is None and (not machine or sites_alone):
        heading, shown = addressed(markup, slugs)
        heading, shown = (heading, shown) if shown else leading(markup, known, dated=True)
        machine = witnesses = [] if shown else machine
    elif (sure := is_of_site(markup, shown, machine)) is not None:
        over = _over_story(markup, {*known, fold(machine[0].value)}, dated=not sure)
        heading, shown, witnesses = (*over, []) if over else (heading, shown, witnesses)
    elif not is_sure(shown, machine, slugs) and are_of_site(markup, heading, machine):
        over = _over_story(markup, {*known, *(fold(claim.value) for claim in machine)}, dated=True)
        if over or (shown and heading is not None and not agrees(shown, machine) and is_over_story(heading)):
            heading, shown, witnesses = (*(over or (heading, shown)), [])
    if shown is None and len({fold(claim.value) for claim in machine}) == 1:
        machine = witnesses = [without_last(claim) for claim in machine]
    chosen = _choose(shown, witnesses)
    rest = [shown, *machine] if shown else machine
    suffix = _suffix(markup.title, chosen.value) if chosen else None
    if chosen and not suffix and _is_general(tag.value) and _DIVIDES.search(tag.value):
        suffix = _suffix(tag.value, DIVIDER.split(tag.value)[0])
    if shown is not None and sites_alone:
        suffix = sites_alone
    elif machine and not witnesses:
        suffix = next((part for part in DIVIDER.split(tag.value) if fold(part) in known), None)
        suffix = suffix or _suffix(tag.value, without_last(machine[0]).value) or _first_part(markup, machine[0])
    suffix = suffix or _first_known(markup, tag.value, known)
    is_disputed = _is_disputed(chosen, rest) and not (shown and shown.origin == LARGE)
    return Titled(believe(rest, chosen, conflict=is_disputed), heading, suffix)


def _over_story(markup: Markup, sites: set[str], *, dated: bool) -> tuple[HtmlElement, Claim] | None:
    """The heading over the story, with a day below it or, unless it must be `dated`, without."""
    for with_day in (True,) if dated else (True, False):
        node, said = leading(markup, sites, dated=with_day)
        if node is not None and said is not None:
            return node, said
    return None


def _is_general(value: str) -> bool:
    """Whether a title names a kind of page, whatever site stands behind it: "Detail Berita - PPID Kota Tual"."""
    return DIVIDER.split(value)[0].casefold().strip() in words().no_title


def _choose(shown: Claim | None, machine: Sequence[Claim]) -> Claim | None:
    """The heading where another source agrees with it or there is none; else what the others agree on."""
    if shown is None:
        return _whole(machine)
    if not machine or any(agree(shown.value, claim.value) for claim in machine):
        if any(_is_behind_kicker(shown.value, claim.value) for claim in machine[:1]):
            return machine[0]
        longer = next((claim for claim in machine if _is_shortened(shown.value, claim.value)), None)
        return longer or shown
    return _whole(machine)


def _is_behind_kicker(shown: str, whole: str) -> bool:
    """Whether a heading is a title with a section's name or the like before it: "Ekonomi Wali Kota Serahkan Kartu"."""
    ahead = len(title_words(shown)) - len(title_words(whole))
    return 0 < ahead <= NAME < len(title_words(whole)) and fold(shown).endswith(fold(whole))


def _whole(machine: Sequence[Claim]) -> Claim | None:
    """The surest of the claims, or that of which it is a shortened form."""
    if not machine:
        return None
    first = machine[0]
    return next((claim for claim in machine if _is_shortened(first.value, claim.value)), first)


def _is_shortened(short: str, whole: str) -> bool:
    """Whether one title is the other cut off, "Bupati Serahkan Kartu..."."""
    cut = _CUT.sub("", short)
    return cut != short and len(whole) > len(cut) and fold(whole).startswith(fold(cut)) and not _CUT.search(whole)


def _is_disputed(chosen: Claim | None, claims: Sequence[Claim]) -> bool:
    """Whether the believed title has another against it and none beside it."""
    if chosen is None:
        return False
    others = [claim for claim in claims if claim.origin != chosen.origin]
    against = [claim for claim in others if not agree(claim.value, chosen.value)]
    return bool(against) and len(against) >= len(others)


def without_site(claim: Claim, known: set[str]) -> Claim:
    """A title without the parts of the outlet and the page's number behind it, and of the outlet before it."""
    value = claim.value
    for _ in range(4 if _DIVIDES.search(value) else 0):
        dividers = list(DIVIDER.finditer(value))
        if not dividers:
            break
        last, first = dividers[-1], dividers[0]
        if _is_sites(value[last.end() :], known):
            value = value[: last.start()]
        elif _is_site_first(value[: first.start()], first[0], value[first.end() :], known):
            value = value[first.end() :]
        else:
            break
    is_numbered = value[-1:].isdecimal() or value.lower().endswith(_number_ends())
    number = _numbered().search(value, max(0, len(value) - _NUMBER)) if is_numbered else None
    stripped = (value[: number.start()] if number else value).strip()
    return Claim(stripped or value, claim.origin)


def _first_part(markup: Markup, claim: Claim) -> str | None:
    """The name in a site's title where it is known for one or printed: "Harian Suluh" of "Harian Suluh - Cerdas"."""
    name = next(filter(None, DIVIDER.split(claim.value.strip(MARKS))), None)
    return name if name and (leads(name) or name.casefold() in markup.elements.text.casefold()) else None


def _first_known(markup: Markup, tag: str, known: set[str]) -> str | None:
    """The site's name where it is all that the title tag says, or stands before a colon: "Kampung Kita: Judul"."""
    name = tag.partition(": ")[0]
    is_known = fold(name) in known or (name != tag and fold(name) in map(fold, names(markup, None)))
    return name if is_known and 2 <= len(name) <= _SITE and not _DOMAIN.fullmatch(name) else None


def _is_site_first(head: str, divider: str, rest: str, known: set[str]) -> bool:
    """Whether the outlet stands before the title: named elsewhere, or "Harian Lontar :: Judul" of older systems."""
    if len(title_words(rest)) < 3:
        return False
    return fold(head) in known or (divider.strip() in ("::", "»") and len(title_words(head)) < len(title_words(rest)))


def _is_sites(part: str, known: set[str]) -> bool:
    """Whether the last part of a title is the outlet's, or numbers the page."""
    folded = fold(part)
    if not folded or folded in known or part.casefold().strip() in words().site_words:
        return True
    if _DOMAIN.fullmatch(part.strip()) or _page_mark().fullmatch(part.casefold().strip()):
        return True
    return any(len(site) >= 5 and (folded.endswith(site) or folded.startswith(site)) for site in known)


@functools.cache
def _numbered() -> re.Pattern[str]:
    """A page's number without a divider: "Judul Halaman 2", "Judul Halaman all"."""
    return re.compile(rf"\s(?:{alternatives(_number_marks())})\s?(?:\d{{1,2}}|all)?$", re.I)


@functools.cache
def _number_ends() -> tuple[str, ...]:
    """How a title ends with such a number, if not with a figure."""
    return (*_number_marks(), "all")


def _number_marks() -> frozenset[str]:
    return frozenset(mark for mark in words().page_marks if len(mark) > 3)


def _suffix(tag: str | None, chosen: str) -> str | None:
    """What the title tag has behind the title: "Kabar Lontar" of "Judul - Kabar Lontar"."""
    if not tag:
        return None
    at = tag.casefold().find(chosen.casefold())
    if at < 0:
        return None
    before = list(DIVIDER.finditer(tag[:at]))
    rest = tag[at + len(chosen) :].strip() or (tag[: before[-1].start()] if before else "")
    parts = [part.strip() for part in DIVIDER.split(f" {rest} ") if part and part.strip(MARKS)]
    parts = [part for part in parts if part.casefold() not in words().no_outlet]
    last = parts[-1].strip(MARKS) if parts else ""
    last = without_lead(last)
    is_name = 2 <= len(last) <= _SITE and last.count(" ") <= 5 and not _page_mark().fullmatch(last.casefold())
    return last if is_name else None


@functools.cache
def _page_mark() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words().page_marks)})\s?\d*")
