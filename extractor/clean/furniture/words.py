"""The words of patterns/furniture.toml, read once and refused whole where the file cannot be meant."""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from extractor import folders
from extractor.tomlfiles import TomlFile, read_toml

_RULES = {"reason": str, "words": int, "lines": list}
_KEYS: dict[str, dict[str, type]] = {
    "teasers": {"labels": list, "bare": list, "openers": list, "small": list},
    "glued": {"advertisement": list},
    "lists": {"sure": list, "foot": list},
    "share": {"networks": list, "fillers": list},
    "calls": {"calls": list, "channels": list, "follow": list, "places": list},
    "notes": {"subjects": list, "says": list},
    "contacts": {"labels": list, "asks": list, "offices": list, "streets": list},
    "buttons": {"newsletter": list},
    "writers": {"starts": list},
    "captions": {"credits": list, "heads": list},
    "menus": {"sections": list},
}


class Start(NamedTuple):
    """How a line of furniture starts, the words that it has at most, and what it is."""

    start: str
    words: int
    reason: str


class Words(NamedTuple):
    """The lists of patterns/furniture.toml, in lower case but for what is glued into paragraphs.

    `whole`, `head`, `foot` and `ends` give the reason by line, `starts` the starts by their first two letters, `holds`
    the marks of code and of the law, `code` the former, `marks` those of what is glued into paragraphs by their last
    words.
    """

    whole: Mapping[str, str]
    head: Mapping[str, str]
    foot: Mapping[str, str]
    starts: Mapping[str, tuple[Start, ...]]
    holds: tuple[Start, ...]
    code: tuple[Start, ...]
    ends: Mapping[str, str]
    labels: frozenset[str]
    label_heads: frozenset[str]
    bare: tuple[str, ...]
    openers: frozenset[str]
    small: frozenset[str]
    glued: tuple[str, ...]
    sure_lists: frozenset[str]
    foot_lists: frozenset[str]
    networks: frozenset[str]
    glued_networks: re.Pattern[str]
    fillers: frozenset[str]
    calls: frozenset[str]
    channels: tuple[str, ...]
    follow: frozenset[str]
    places: tuple[str, ...]
    appeals: tuple[str, ...]
    note_behind: re.Pattern[str]
    marks: tuple[tuple[str, tuple[str, ...]], ...]
    note_subjects: tuple[str, ...]
    note_says: tuple[str, ...]
    contacts: frozenset[str]
    asks: tuple[str, ...]
    offices: tuple[str, ...]
    streets: tuple[str, ...]
    buttons: frozenset[str]
    writers: tuple[str, ...]
    credits: tuple[str, ...]
    caption_heads: tuple[str, ...]
    sections: frozenset[str]


@functools.cache
def words() -> Words:
    """The word lists; `PatternError` with file and line where they cannot be meant."""
    file = read_toml(folders.patterns() / "furniture.toml", "patterns/furniture.toml")
    rules = {kind: _rules(file, kind) for kind in ("whole", "head", "foot", "starts", "holds", "ends")}
    lists = {name: _table(file, name, keys) for name, keys in _KEYS.items()}
    for unknown in file.content.keys() - rules.keys() - lists.keys():
        file.refuse(file.line_of(unknown), f"unknown part {unknown!r}")
    starts = defaultdict[str, list[Start]](list)
    for rule in rules["starts"]:
        if len(rule.start) < 2:
            file.refuse(file.line_of(f'"{rule.start}"'), "what a line starts with has two letters at least")
        starts[rule.start[:2]].append(rule)
    appeals = [rule.start for rule in rules["starts"] if rule.reason in ("appeal", "newsletter")]
    return Words(
        whole={rule.start.rstrip(".:… "): rule.reason for rule in rules["whole"]},
        head={rule.start: rule.reason for rule in rules["head"]},
        foot={rule.start: rule.reason for rule in rules["foot"]},
        starts={letters: tuple(found) for letters, found in starts.items()},
        holds=tuple(rules["holds"]),
        code=tuple(rule for rule in rules["holds"] if rule.reason == "code"),
        ends={rule.start: rule.reason for rule in rules["ends"]},
        labels=frozenset(lists["teasers"]["labels"]),
        label_heads=frozenset(label[:4] for key in ("labels", "bare") for label in lists["teasers"][key]),
        bare=tuple(lists["teasers"]["bare"]),
        openers=frozenset(lists["teasers"]["openers"]),
        small=frozenset(lists["teasers"]["small"]),
        glued=tuple(lists["glued"]["advertisement"]),
        sure_lists=frozenset(lists["lists"]["sure"]),
        foot_lists=frozenset(lists["lists"]["foot"]),
        networks=frozenset(lists["share"]["networks"]),
        glued_networks=_joined(lists["share"]["networks"]),
        fillers=frozenset(lists["share"]["fillers"]),
        calls=frozenset(lists["calls"]["calls"]),
        channels=tuple(lists["calls"]["channels"]),
        follow=frozenset(lists["calls"]["follow"]),
        places=tuple(lists["calls"]["places"]),
        appeals=tuple(appeals),
        note_behind=_behind([*lists["notes"]["subjects"], *appeals]),
        marks=_by_last_word([*lists["teasers"]["bare"], *lists["calls"]["channels"], "baca:", "gambas:"]),
        note_subjects=tuple(lists["notes"]["subjects"]),
        note_says=tuple(lists["notes"]["says"]),
        contacts=frozenset(lists["contacts"]["labels"]),
        asks=tuple(lists["contacts"]["asks"]),
        offices=tuple(lists["contacts"]["offices"]),
        streets=tuple(lists["contacts"]["streets"]),
        buttons=frozenset(lists["buttons"]["newsletter"]),
        writers=tuple(lists["writers"]["starts"]),
        credits=tuple(lists["captions"]["credits"]),
        caption_heads=tuple(lists["captions"]["heads"]),
        sections=frozenset(lists["menus"]["sections"]),
    )


def _behind(starts: list[str]) -> re.Pattern[str]:
    """One of the starts behind the end of a sentence: most texts have none, and one look shows it."""
    return re.compile(rf"[.!?)”\"] ?(?:{'|'.join(map(re.escape, starts))})")


def _by_last_word(marks: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The marks that end with each word, which a text without the word need not be searched for."""
    found = defaultdict[str, list[str]](list)
    for mark in marks:
        found[mark.rsplit(" ", 1)[-1]].append(mark)
    return tuple((word, tuple(ended)) for word, ended in found.items())


def _joined(networks: list[str]) -> re.Pattern[str]:
    """Two networks or more without a space: "FacebookTwitterWhatsApp"."""
    names = "|".join(re.escape(name) for name in sorted(networks, key=len, reverse=True) if len(name) > 4)
    return re.compile(rf"(?:{names}){{2,12}}")


def _rules(file: TomlFile, kind: str) -> list[Start]:
    """The lines of all `[[kind]]` tables with their reasons."""
    found, at = list[Start](), 0
    tables = file.content.get(kind, [])
    if not isinstance(tables, list):
        file.refuse(file.line_of(f"[{kind}]"), f"write [[{kind}]], for there may be several")
    for table in tables:
        at = file.line_of(f"[[{kind}]]", at + 1)
        file.expect(table, _RULES, at)
        if not table.get("reason") or not table.get("lines") or ("words" in table) != (kind == "starts"):
            needs = "`reason`, `words` and `lines`" if kind == "starts" else "`reason` and `lines`"
            file.refuse(at, f"[[{kind}]] needs {needs}")
        _expect_lower(file, table, at)
        found += [Start(line, table.get("words", 0), table["reason"]) for line in table["lines"]]
    return found


def _table(file: TomlFile, name: str, keys: dict[str, type]) -> dict[str, list[str]]:
    """A table of word lists, all of which must be there."""
    at = file.line_of(f"[{name}]")
    table = file.content.get(name)
    if not isinstance(table, dict) or table.keys() != keys.keys():
        file.refuse(at, f"[{name}] must hold the lists {', '.join(keys)}")
    file.expect(table, keys, at)
    file.expect_words(table, tuple(keys), at)
    if name != "glued":
        _expect_lower(file, table, at)
    return table


def _expect_lower(file: TomlFile, table: dict[str, Any], at: int) -> None:
    """Refuse words that no line in lower case can hold."""
    lists = [key for key, value in table.items() if isinstance(value, list)]
    file.expect_words(table, tuple(lists), at)
    file.expect_lower(table, lists, at)
