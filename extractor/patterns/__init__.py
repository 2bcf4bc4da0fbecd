"""The patterns: how the press writes each kind of fact, loaded once from the patterns folder and refused whole."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from extractor import folders
from extractor.facts import KINDS
from extractor.gazetteer import gazetteer
from extractor.language import Reading
from extractor.patterns.anchors import Anchors
from extractor.patterns.awardfiles import Award, award_names, predicates, read_awards
from extractor.patterns.lexicon import Lexicon
from extractor.patterns.matching import Engine, Match
from extractor.patterns.patternfiles import Pattern, read_pattern_file
from extractor.patterns.units import Units
from extractor.patterns.wordlists import Entry, WordList, read_word_list

__all__ = ["Match", "Patterns", "Units", "load", "patterns"]


class Patterns:
    """Everything in the patterns folder, compiled: the word lists as a lexicon, the forms as an engine.

    `by_kind` and `every` are the patterns, `lists` the word lists as read, `awards` the awards by name; `anchors` says
    what each form rests on.
    """

    def __init__(
        self, by_kind: dict[str, tuple[Pattern, ...]], lists: Iterable[WordList], awards: dict[str, Award]
    ) -> None:
        self.by_kind = by_kind
        self.awards = awards
        self.lists = tuple(lists)
        self.every = [pattern for members in by_kind.values() for pattern in members]
        common = frozenset(entry.phrase for words in self.lists if words.name == "common" for entry in words.entries)
        self.anchors = Anchors(self.every, common)
        units = [words for words in self.lists if words.name != "common"]
        self.lexicon = Lexicon([*units, *self.anchors.lists()])
        self.engine = Engine(self.every, self.lexicon, self.anchors)

    def units(self, reading: Reading) -> Units:
        """The story in units."""
        return self.lexicon.units(reading)

    def find(self, units: Units) -> dict[str, list[Match]]:
        """By kind, every match of every form."""
        return self.engine.find(units)

    def value(self, units: Units, unit: int, name: str) -> str:
        """What a unit stands for in the list `name`: its value there, or else its words."""
        return self.lexicon.value(name, units.phrase(unit)) or units.phrase(unit)


def load(folder: Path) -> Patterns:
    """The patterns of a folder; raises PatternError for the first thing in it that cannot be meant."""
    lists = [read_word_list(path) for path in sorted((folder / "words").glob("*.txt"))]
    files = {kind: folder / f"{kind}.toml" for kind in (*KINDS, "records")}
    by_kind = {kind: read_pattern_file(path) for kind, path in files.items() if path.exists()}
    awards = read_awards(folder / "awards")
    return Patterns(by_kind, [*lists, _regions(), award_names(awards), predicates(awards)], awards)


def _regions() -> WordList:
    """The names of provinces, regencies and cities as the list `region`."""
    names = dict.fromkeys(surface for surface, _ in gazetteer().phrases())
    return WordList("region", "regions", False, tuple(Entry(name, name, 0) for name in names))


@cache
def patterns() -> Patterns:
    """The patterns that come with the project, loaded on first use."""
    return load(folders.patterns())
