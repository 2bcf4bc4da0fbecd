"""Awards: one file each in patterns/awards, found by listing the folder; a new award is a new file and nothing else.

    name = "Adipura"                      the canonical name, as records carry it
    giver = "Kementerian Lingkungan Hidup"   who gives it, for people who read the file
    level = "national"                    optional: where it is given when the story does not say
    names = ["Piala Adipura", ...]        how the press calls it; `misspelt` the same, wrongly spelt
    predicates = ["Kencana", ...]         optional: grades that are printed with it; they become the category
    not_after = ["tugu", ...]             optional: behind these words the name is no award
    edition_words = ["LKPD", ...]         optional: the edition is the year behind these words
    finds, ignores                        examples, as in a pattern file; every one is a test
"""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from extractor.errors import PatternError
from extractor.patterns.patternfiles import Example, read_example
from extractor.patterns.wordlists import Entry, WordList

LEVELS = ("national", "province", "regency")
_KEYS = {"name", "giver", "level", "names", "misspelt", "predicates", "not_after", "edition_words", "finds", "ignores"}


class Award(NamedTuple):
    """An award as its file describes it."""

    name: str
    giver: str | None
    level: str | None
    names: tuple[str, ...]
    predicates: tuple[str, ...]
    not_after: frozenset[str]
    edition_words: tuple[str, ...]
    finds: tuple[Example, ...]
    ignores: tuple[Example, ...]
    file: str


def read_awards(folder: Path) -> dict[str, Award]:
    """The awards of a folder by canonical name; refuses a file that cannot be meant and a name that two awards claim."""
    awards: dict[str, Award] = {}
    owners: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        award = _award(path)
        for name in award.names:
            owner = owners.setdefault(name.lower(), award.name)
            if owner != award.name:
                raise PatternError(path.name, 0, f"{name!r} is a name of {owner!r} already")
        awards[award.name] = award
    return awards


def award_names(awards: dict[str, Award]) -> WordList:
    """All names of all awards as the word list `award`; each stands for the canonical name."""
    names = {name.lower(): (name, award.name) for award in awards.values() for name in award.names}
    return WordList("award", "awards", False, tuple(Entry(name, canonical, 0) for name, canonical in names.values()))


def predicates(awards: dict[str, Award]) -> WordList:
    """The grades that are printed with any award, as the word list `predicate`."""
    grades = {grade.lower(): grade for award in awards.values() for grade in award.predicates}
    return WordList("predicate", "awards", False, tuple(Entry(grade, grade, 0) for grade in grades.values()))


def _award(path: Path) -> Award:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PatternError(path.name, 0, str(error)) from None
    _refuse(path, content)
    name = content["name"]
    names = dict.fromkeys((name, *content["names"], *content.get("misspelt", ())))
    return Award(
        name=name,
        giver=content.get("giver"),
        level=content.get("level"),
        names=tuple(names),
        predicates=tuple(content.get("predicates", ())),
        not_after=frozenset(word.lower() for word in content.get("not_after", ())),
        edition_words=tuple(word.lower() for word in content.get("edition_words", ())),
        finds=tuple(read_example(path, 0, example) for example in content["finds"]),
        ignores=tuple(read_example(path, 0, example, must_mark=False) for example in content.get("ignores", [])),
        file=path.name,
    )


def _refuse(path: Path, content: dict[str, Any]) -> None:
    for key in ("name", "names", "finds"):
        if not content.get(key):
            raise PatternError(path.name, 0, f"an award file needs `{key}`")
    unknown = set(content) - _KEYS
    if unknown:
        raise PatternError(path.name, 0, f"unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(_KEYS))}")
    if content.get("level", "national") not in LEVELS:
        raise PatternError(path.name, 0, f"`level` is one of {', '.join(LEVELS)}")
