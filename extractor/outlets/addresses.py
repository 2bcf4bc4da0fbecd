"""The addresses of an outlet's stories: which address is one's, and what day it tells.

An outlet describes them by templates of paths, "/{section}/read/{year}/{month}/{day}/{slug}". A part in braces is

    {year} {month} {day}   four, two, two digits       {id}     digits
    {stamp}                YYYYMMDD and the time       {code}   letters and digits
    {time}                 digits that begin HHMM      {slug}   what holds a letter
    {headline}             four words or more, with hyphens between them
    {section}              anything but what lists lie below: tag, kategori, author ...

A path is compared whole, without query and fragment, without a slash at its end; failing that, without what makes it a
page of the story ("/2", "/full", as the outlet's page numbers say) or its AMP page ("/amp" at either end).
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from extractor.outlets.outlet import Outlet, PageNumbers
from extractor.urls import url_parts

_LISTINGS = "tags?|topi[ck]s?|categor(?:y|ies)|kategori|authors?|penulis|page|search|inde(?:x|ks)|label|galleries"
"""Parts of paths below which pages of lists lie, whatever the outlet: a tag may be of four words like a headline."""

PARTS = {
    "year": "(?P<year>[12][0-9]{3})",
    "month": "(?P<month>[01]?[0-9])",
    "day": "(?P<day>[0-3]?[0-9])",
    "time": "(?P<time>[0-9]{4,12})",
    "stamp": "(?P<stamp>[0-9]{14})",
    "id": "[0-9]{1,20}",
    "code": "[0-9A-Za-z]{1,20}",
    "slug": "(?=[^/]{0,60}[A-Za-z])[^/]{1,400}",
    "section": f"(?!(?:{_LISTINGS})/)[^/]{{1,80}}",
    "headline": "(?:[^/-]{1,60}-{1,3}){3,80}[^/-]{1,60}",
}
_IN_BRACES = re.compile(r"\{([a-z]*)\}")
_PAGE = re.compile("/[0-9]{1,2}$")
_LONGEST = 2_000  # characters of an address; a longer one is no story's


class Address(NamedTuple):
    """The address of a story: the template that it fits, and the day, perhaps with its time, that it tells."""

    template: str
    published: str | None


def address(outlet: Outlet, url: str) -> Address | None:
    """The story's address that this is at the outlet; None where no story's looks so: an index, a tag page.

    An outlet without templates knows none: ask `outlet.article_addresses` first. The time told is that of its zone.
    """
    return fitting(url, outlet.article_addresses, outlet.pages)


def fitting(url: str, templates: tuple[str, ...], pages: PageNumbers) -> Address | None:
    """The address by the first of the templates that it fits, as a whole or as a page of a story."""
    path = _path(url)
    if path is None:
        return None
    for spelling in (path, _whole(path, pages)):
        for template in templates:
            if match := compiled(template).fullmatch(spelling):
                return Address(template, _day(match.groupdict()))
    return None


def unknown_parts(template: str) -> list[str]:
    """The parts in braces of a template that mean nothing."""
    return [name for name in _IN_BRACES.findall(template) if name not in PARTS]


@lru_cache(maxsize=1024)
def compiled(template: str) -> re.Pattern[str]:
    """A template as a regular expression; every part is bounded, so that no address is costly."""
    pieces = _IN_BRACES.split(template.rstrip("/"))
    named: set[str] = set()
    for at in range(1, len(pieces), 2):
        part = PARTS[pieces[at]]
        pieces[at] = f"(?P={pieces[at]})" if pieces[at] in named and "?P<" in part else part
        named.add(part[4 : part.index(">")] if "?P<" in part else "")
    pieces[::2] = map(re.escape, pieces[::2])
    return re.compile("".join(pieces))


def _path(url: str) -> str | None:
    if len(url) > _LONGEST:
        return None
    parts = url_parts(url)
    return (re.sub("/{2,8}", "/", parts.path).rstrip("/") or "/") if any(parts) else None


def _whole(path: str, pages: PageNumbers) -> str:
    """The path of the whole story, on desktop pages."""
    path = path.removesuffix("/amp")
    path = path.removeprefix("/amp") if path.startswith("/amp/") else path
    if pages.all and pages.all.startswith("/"):
        path = path.removesuffix(pages.all)
    return _PAGE.sub("", path) if pages.each == "/{n}" else path


def _day(told: dict[str, str | None]) -> str | None:
    """The ISO date, with the time where the address has it; None where it has no day or no such day exists."""
    stamp = told.get("stamp")
    if stamp is None:
        year, month, day = (told.get(name) for name in ("year", "month", "day"))
        if not (year and month and day):
            return None
        stamp = f"{year}{month:0>2}{day:0>2}{(told.get('time') or '')[:4]}"
    shape = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}.get(len(stamp))
    if shape is None:
        return None
    try:
        moment = datetime.strptime(stamp, shape)
    except ValueError:
        return None
    return moment.date().isoformat() if len(stamp) == 8 else moment.isoformat()
