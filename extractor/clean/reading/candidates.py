"""A reading of a page's story: its draft, and what it can be compared by with other readings."""

import functools
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable

from lxml.html import HtmlElement

from extractor.clean.drafts import Draft, merged
from extractor.clean.reading.lines import Line
from extractor.clean.reading.rendering import render
from extractor.clean.wordcounts import words_in


class Candidate:
    """A reading: who made it, its draft, the elements it was taken from and the lines of its text."""

    def __init__(self, by: str, draft: Draft, lines: tuple[Line, ...] = (), elements: tuple[HtmlElement, ...] = ()):
        self.by, self.draft, self.lines, self.elements = by, draft, lines, elements

    @functools.cached_property
    def text(self) -> str:
        """What is left of the draft after its cuts."""
        return self.draft.kept

    @functools.cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the text, marks of lists and tables not counted."""
        return words_of(self.text)

    @functools.cached_property
    def kept_lines(self) -> list[Line]:
        """The lines that no cut takes."""
        cuts = merged(self.draft.cuts)
        ends = [cut.end for cut in cuts]
        places = ((line, bisect_right(ends, line.start)) for line in self.lines)
        return [line for line, at in places if at == len(cuts) or cuts[at].start > line.start]

    @functools.cached_property
    def linked(self) -> float:
        """Which share of the letters that are left stands in links."""
        letters = sum(line.letters for line in self.kept_lines)
        return sum(line.linked for line in self.kept_lines) / letters if letters else 0.0

    @functools.cached_property
    def size(self) -> int:
        """How many words the text has, counted as in `words`."""
        said = words_in(self.text)
        return len(said) - said.count("-") - said.count("|")


def rendered(
    by: str, elements: Iterable[HtmlElement], drop: Collection[HtmlElement] = (), title: str | None = None
) -> Candidate:
    """The reading that takes the story from these elements."""
    elements = tuple(elements)
    return Candidate(by, *render(elements, drop, title), elements)


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(word for word in words_in(text) if word not in ("-", "|"))


def agreement(one: Counter[str], other: Counter[str]) -> float:
    """How much two bags of words have in common: F1, 1 where they are the same, 0 where one is empty."""
    sizes = one.total() + other.total()
    return 2 * (one & other).total() / sizes if sizes else 0.0


def share_in(part: Counter[str], whole: Counter[str]) -> float:
    """Which share of the words of one bag stands in the other; 0 for an empty one."""
    return (part & whole).total() / part.total() if part else 0.0
