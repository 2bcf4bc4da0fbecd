"""Awards: one file each in patterns/awards, found by listing the folder; a new award is a new file and nothing else.

    name = "Adipura"                      the canonical name, as records carry it
    giver = "Kementerian Lingkungan Hidup"   who gives it, for people who read the file
    level = "national"                    optional: where it is given when the story does not say
    names = ["Piala Adipura", ...]        how the press calls it; `misspelt` the same, wrongly spelt
    predicates = ["Kencana", ...]         optional: grades that are printed with it; they become the category
    not_after = ["tugu", ...]             optional: behind these words the name is no award
    edition_words = ["LKPD", ...]         optional: the edition is the year behind these words
    to = "person"                         optional: officials get it for themselves, not for their region
    finds, ignores                        examples, as in a pattern file; every one is a test
"""

from pathlib import Path
from typing import NamedTuple

from extractor.errors import PatternError
from extractor.patterns.examples import Example, read_examples
from extractor.patterns.wordlists import Entry, WordList
from extractor.tomlfiles import TomlFile, read_toml

LEVELS = ("national", "province", "regency")
_WORDS = ("names", "misspelt", "predicates", "not_after", "edition_words")
_KEYS = dict.fromkeys(("name", "giver", "level", "to"), str) | dict.fromkeys((*_WORDS, "finds", "ignores"), list)


class Award(NamedTuple):
    """An award as its file describes it; `lines` tells where the file has each name."""

    name: str
    giver: str | None
    level: str | None
    names: tuple[str, ...]
    predicates: tuple[str, ...]
    not_after: frozenset[str]
    edition_words: tuple[str, ...]
    personal: bool
    finds: tuple[Example, ...]
    ignores: tuple[Example, ...]
    file: str
    lines: dict[str, int]


def read_awards(folder: Path) -> dict[str, Award]:
    """The awards of a folder by canonical name; refuses what cannot be meant and a name that two awards claim."""
    awards: dict[str, Award] = {}
    owners: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        award = _award(path)
        for name in award.names:
            owner = owners.setdefault(name.lower(), award.name)
            if owner != award.name:
                raise PatternError(award.file, award.lines[name], f"{name!r} is a name of {owner!r} already")
        if award.name in awards:
            raise PatternError(award.file, 0, f"{awards[award.name].file} describes {award.name!r} already")
        awards[award.name] = award
    return awards


def award_names(awards: dict[str, Award]) -> WordList:
    """All names of all awards as the word list `award`; each stands for the canonical name."""
    names = {name.lower(): (name, award) for award in awards.values() for name in award.names}
    entries = tuple(Entry(name, award.name, award.lines[name]) for name, award in names.values())
    return WordList("award", "awards", False, entries)


def predicates(awards: dict[str, Award]) -> WordList:
    """The grades that are printed with any award, as the word list `predicate`."""
    grades = {grade.lower(): grade for award in awards.values() for grade in award.predicates}
    return WordList("predicate", "awards", False, tuple(Entry(grade, grade, 0) for grade in grades.values()))


def _award(path: Path) -> Award:
    file = read_toml(path, f"awards/{path.name}")
    _refuse(file)
    content = file.content
    names = dict.fromkeys((content["name"], *content["names"], *content.get("misspelt", ())))
    finds, ignores = read_examples(file, content, 0)
    return Award(
        name=content["name"],
        giver=content.get("giver"),
        level=content.get("level"),
        names=tuple(names),
        predicates=tuple(content.get("predicates", ())),
        not_after=frozenset(word.lower() for word in content.get("not_after", ())),
        edition_words=tuple(word.lower() for word in content.get("edition_words", ())),
        personal="to" in content,
        finds=finds,
        ignores=ignores,
        file=file.name,
        lines={name: file.line_of(f'"{name}"') for name in names},
    )


def _refuse(file: TomlFile) -> None:
    content = file.content
    for key in ("name", "names", "finds"):
        if not content.get(key):
            file.refuse(0, f"an award file needs `{key}`")
    file.expect(content, _KEYS, 0)
    file.expect_words(content, _WORDS, 0)
    if content.get("level", "national") not in LEVELS:
        file.refuse(file.line_of("level ="), f"`level` is one of {', '.join(LEVELS)}")
    if content.get("to", "person") != "person":
        file.refuse(file.line_of("to ="), "`to` is person, or is left out")
