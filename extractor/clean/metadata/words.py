"""The words by which pages tell of themselves: patterns/metadata.toml, read once, refused where it cannot be meant."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from extractor import folders
from extractor.tomlfiles import TomlFile, read_toml

_NUMBERS = {"dates": ("months", "foreign_months", "zones")}
_TEXTS = {"language": ("names",)}
_MONTH, _ZONE = range(1, 13), range(-12, 15)


class Words(NamedTuple):
    """The lists of patterns/metadata.toml, each under "table.key" there; all in lower case."""

    months: Mapping[str, int]
    zones: Mapping[str, int]
    weekdays: tuple[str, ...]
    published_labels: tuple[str, ...]
    day_labels: tuple[str, ...]
    changed_labels: tuple[str, ...]
    label_joints: tuple[str, ...]
    other_day_labels: tuple[str, ...]
    indonesian_dates: frozenset[str]
    edition_labels: frozenset[str]
    clock_classes: frozenset[str]
    keys: Mapping[str, tuple[str, ...]]
    reporter_labels: frozenset[str]
    editor_labels: frozenset[str]
    other_labels: frozenset[str]
    offices: tuple[str, ...]
    nobody: frozenset[str]
    no_person: frozenset[str]
    page_marks: frozenset[str]
    site_words: frozenset[str]
    site_leads: frozenset[str]
    no_title: frozenset[str]
    no_outlet: frozenset[str]
    general_tags: frozenset[str]
    no_section: frozenset[str]
    no_path: frozenset[str]
    section_classes: frozenset[str]
    section_labels: frozenset[str]
    section_words: frozenset[str]
    paid: frozenset[str]
    paid_slots: frozenset[str]
    paid_titles: frozenset[str]
    paid_types: frozenset[str]
    indonesian: frozenset[str]
    languages: Mapping[str, str]


_LISTS = {
    "dates": (
        "weekdays published_labels day_labels changed_labels label_joints other_day_labels indonesian edition_labels "
        "clock_classes"
    ).split(),
    "keys": (
        "published changed author section tags title outlet description scripts_published scripts_author tag_paths"
    ).split(),
    "authors": ("reporter_labels", "editor_labels", "other_labels", "offices", "nobody", "no_person"),
    "titles": ("page_marks", "site_words", "site_leads", "no_title", "no_outlet"),
    "tags": ("general",),
    "sections": ("no_section", "no_path", "classes", "labels", "words"),
    "paid": ("labels", "slots", "title_marks", "types"),
    "language": ("indonesian",),
}


@functools.cache
def words() -> Words:
    """The words of the project's own file; `PatternError` where it cannot be meant."""
    return read_words(folders.patterns() / "metadata.toml")


def read_words(path: Path) -> Words:
    """The words of a file of that form; `PatternError` with file, line and reason where it cannot be meant."""
    file = read_toml(path, path.name)
    _check(file)
    dates, authors, paid = file.content["dates"], file.content["authors"], file.content["paid"]
    return Words(
        months={**dates["months"], **dates["foreign_months"]},
        zones=dates["zones"],
        weekdays=tuple(dates["weekdays"]),
        published_labels=tuple(dates["published_labels"]),
        day_labels=tuple(dates["day_labels"]),
        changed_labels=tuple(dates["changed_labels"]),
        label_joints=tuple(dates["label_joints"]),
        other_day_labels=tuple(dates["other_day_labels"]),
        indonesian_dates=frozenset(dates["indonesian"]),
        edition_labels=frozenset(dates["edition_labels"]),
        clock_classes=frozenset(dates["clock_classes"]),
        keys={key: tuple(names) for key, names in file.content["keys"].items()},
        reporter_labels=frozenset(authors["reporter_labels"]),
        editor_labels=frozenset(authors["editor_labels"]),
        other_labels=frozenset(authors["other_labels"]),
        offices=tuple(authors["offices"]),
        nobody=frozenset(authors["nobody"]),
        no_person=frozenset(authors["no_person"]),
        page_marks=frozenset(file.content["titles"]["page_marks"]),
        site_words=frozenset(file.content["titles"]["site_words"]),
        site_leads=frozenset(file.content["titles"]["site_leads"]),
        no_title=frozenset(file.content["titles"]["no_title"]),
        no_outlet=frozenset(file.content["titles"]["no_outlet"]),
        general_tags=frozenset(file.content["tags"]["general"]),
        no_path=frozenset(file.content["sections"]["no_path"]),
        section_classes=frozenset(file.content["sections"]["classes"]),
        section_labels=frozenset(file.content["sections"]["labels"]),
        section_words=frozenset(file.content["sections"]["words"]),
        no_section=frozenset(file.content["sections"]["no_section"]),
        paid=frozenset(paid["labels"]),
        paid_slots=frozenset(paid["slots"]),
        paid_titles=frozenset(paid["title_marks"]),
        paid_types=frozenset(paid["types"]),
        indonesian=frozenset(file.content["language"]["indonesian"]),
        languages=file.content["language"]["names"],
    )


def alternatives(listed: tuple[str, ...] | frozenset[str] | Mapping[str, Any]) -> str:
    """The words as alternatives of a regular expression, the longest first; a space in them is any one space.

    They are grouped by their first letter, or else each is tried at every place of a text.
    """
    by_first = dict[str, list[str]]()
    for word in sorted(listed, key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())


def _check(file: TomlFile) -> None:
    file.expect(file.content, dict.fromkeys(_LISTS, dict), 1)
    for name, lists in _LISTS.items():
        at = file.line_of(f"[{name}]")
        table: dict[str, Any] = file.content.get(name, {})
        tables = (*_NUMBERS.get(name, ()), *_TEXTS.get(name, ()))
        file.expect(table, {**dict.fromkeys(lists, list), **dict.fromkeys(tables, dict)}, at)
        missing = [key for key in (*lists, *tables) if not table.get(key)]
        if missing:
            file.refuse(at, f"[{name}] lacks {', '.join(missing)}")
        file.expect_words(table, tuple(lists), at)
        file.expect_lower(table, (*lists, *tables), at)
        for key in (*lists, *tables):
            _expect_once(file, key, list(table[key]), at)
        for key in tables:
            _expect_values(file, name, key, table[key], at)


def _expect_once(file: TomlFile, key: str, listed: list[str], after: int) -> None:
    line = file.line_of(f"{key} =", after)
    twice = next((word for word in listed if listed.count(word) > 1), None)
    if twice is not None:
        file.refuse(file.line_of(twice, line), f"`{key}` holds {twice!r} twice")


def _expect_values(file: TomlFile, name: str, key: str, table: dict[str, Any], after: int) -> None:
    line = file.line_of(f"{key} =", after)
    for word, value in table.items():
        if name in _TEXTS:
            if not isinstance(value, str) or not re.fullmatch("[a-z]{2,3}", value):
                file.refuse(line, f"{word!r} of `{key}` must be a language's code, not {value!r}")
        elif type(value) is not int or value not in (_ZONE if key == "zones" else _MONTH):
            file.refuse(line, f"{word!r} of `{key}` must be a number that can be meant, not {value!r}")
