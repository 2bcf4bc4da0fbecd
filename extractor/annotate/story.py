"""The story as every kind reads it: an article's text in units, with the forms that were found in it."""

from typing import NamedTuple

from extractor.article import Article
from extractor.language import read
from extractor.patterns import Match, Patterns, Units, patterns


class Story(NamedTuple):
    """An article read once for all kinds.

    `units` are the words, phrases and numbers of its text; `matches` holds, by kind, the forms found in them. A
    dateline or title that the text holds is read like the rest; `in_title` and `in_dateline` tell where a unit stands.
    """

    article: Article
    patterns: Patterns
    units: Units
    matches: dict[str, list[Match]]

    def in_title(self, unit: int) -> bool:
        """Whether a unit stands in the title line."""
        return self._within(unit, self.article.title_span)

    def in_dateline(self, unit: int) -> bool:
        """Whether a unit stands in the dateline."""
        return self._within(unit, self.article.dateline_span)

    def value(self, unit: int, name: str) -> str:
        """What a unit stands for in the word list `name`."""
        return self.patterns.value(self.units, unit, name)

    def _within(self, unit: int, span: tuple[int, int] | None) -> bool:
        if span is None:
            return False
        start, _ = self.units.offsets(unit, unit + 1)
        return span[0] <= start < span[1]


def read_story(article: Article, book: Patterns | None = None) -> Story:
    """The story of an article, read with these patterns, or else with those that come with the project."""
    book = book or patterns()
    units = book.units(read(article.text))
    return Story(article, book, units, book.find(units))
