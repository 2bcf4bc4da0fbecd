"""Layouts as outlet files and system files write them, each a [[layout]] table, newest first.

    [[layout]]
    story = ["div.side-article.txt-article"]      CSS selectors, surest first
    drop = ["p.baca", "p:has(> strong)"]          what inside the story is none; also title, author, published, tags
    since = "2019-10-01"                          optional, as `until`: the days of publication that it is for
    verified = "never"
"""

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from extractor.outlets.outlet import Layout
from extractor.tomlfiles import TomlFile

_SELECTORS = ("story", "drop", "title", "author", "published", "tags")
_KEYS: dict[str, type] = dict.fromkeys(_SELECTORS, list) | dict.fromkeys(("since", "until", "verified", "note"), str)
_VERIFIED = re.compile(r"(?:saved page )?([0-9]{4}-[0-9]{2}-[0-9]{2})")


def read_layouts(file: TomlFile, thorough: bool) -> tuple[Layout, ...]:
    """The layouts of a file; refuses selectors that cannot be meant, by BeautifulSoup's parser too where `thorough`."""
    lines = [number for number, line in enumerate(file.lines, start=1) if line.split("#")[0].strip() == "[[layout]]"]
    rows = file.content.get("layout", [])
    if len(rows) != len(lines):
        file.refuse(0, "layouts are [[layout]] tables, each with that line of its own")
    layouts = tuple(_layout(file, row, line, thorough) for row, line in zip(rows, lines, strict=True))
    for (newer, older), line in zip(pairwise(layouts), lines[1:], strict=False):
        if newer.since and older.since and newer.since < older.since:
            file.refuse(line, "layouts stand newest first, and this one is newer than the one before it")
    return layouts


def verified(file: TomlFile, said: str, after: int = 0) -> str | None:
    """The day of the real page that was seen, ISO; None for "never"."""
    if said == "never":
        return None
    match = _VERIFIED.fullmatch(said)
    try:
        return date.fromisoformat(match[1] if match else "").isoformat()
    except ValueError:
        reason = f'`verified` is "never", a day ("2025-06-24") or "saved page" and its day, not {said!r}'
        file.refuse(file.line_of("verified =", after), reason)


def _layout(file: TomlFile, row: dict[str, Any], line: int, thorough: bool) -> Layout:
    file.expect(row, _KEYS, line)
    file.expect_words(row, _SELECTORS, line)
    for key in ("story", "verified"):
        if not row.get(key):
            file.refuse(line, f"a layout needs `{key}`")
    for key in _SELECTORS:
        for selector in row.get(key, ()):
            if reason := _fault_of(key, selector, thorough):
                file.refuse(file.line_of(selector, line), f"{selector!r} in `{key}` is no CSS selector: {reason}")
    if vague := [selector for selector in row["story"] if not any(sign in selector for sign in ".#[")]:
        reason = f"{vague[0]!r} may be anything: a story's selector names a class, an id or an attribute"
        file.refuse(file.line_of(vague[0], line), reason)
    since, until = (_day(file, row, key, line) for key in ("since", "until"))
    if since and until and since >= until:
        file.refuse(file.line_of("until =", line), "`until` is not after `since`")
    selectors = {key: tuple(row.get(key, ())) for key in _SELECTORS}
    return Layout(**selectors, since=since, until=until, verified=verified(file, row["verified"], line))


def _day(file: TomlFile, row: dict[str, Any], key: str, line: int) -> str | None:
    if key not in row:
        return None
    try:
        return date.fromisoformat(row[key]).isoformat()
    except ValueError:
        file.refuse(file.line_of(f"{key} =", line), f'`{key}` is a day such as "2019-10-01", not {row[key]!r}')


def _fault_of(key: str, selector: str, thorough: bool) -> str | None:
    """Why nothing can search by the selector: what stories drop BeautifulSoup finds, which knows more."""
    if key == "drop" and ":" in selector:
        return _fault_in_soup(selector)
    return _fault(selector) or (_fault_in_soup(selector) if thorough else None)


@lru_cache(maxsize=1024)
def _fault(selector: str) -> str | None:
    """Why lxml cannot search by the selector; None where it can."""
    from cssselect import HTMLTranslator, SelectorError

    try:
        HTMLTranslator().css_to_xpath(selector)
    except SelectorError as error:
        return str(error)
    return None


def _fault_in_soup(selector: str) -> str | None:
    """Why BeautifulSoup cannot search by the selector; None where it can. Half a millisecond each."""
    import soupsieve

    try:
        soupsieve.compile(selector)
    except soupsieve.SelectorSyntaxError as error:
        return str(error).splitlines()[0]
    return None
