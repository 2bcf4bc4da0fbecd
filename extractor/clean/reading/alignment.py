"""What another reader kept of a page, found again in our own lines of it, so that the story is written our way."""

import functools
from bisect import bisect_right
from collections import Counter
from itertools import accumulate, pairwise

from lxml.html import HtmlElement

from extractor.clean.dateline import dateline
from extractor.clean.drafts import Cut, Draft, merged
from extractor.clean.reading.candidates import Candidate
from extractor.clean.reading.lines import Line
from extractor.clean.reading.markup import names
from extractor.clean.reading.surroundings import around, kind, outermost

_MISSES = 40  # pieces that are not in our lines: more, and the other reader's own text is the better one
_PIECE = 25  # letters: what is shorter stands in a page more than once
_NEAR = 600  # letters around the long texts in which short ones are looked for
_KEPT = 0.5  # of a line's letters: of a line of which less was kept, the rest goes
_WHOLE = 0.9
_PARAGRAPH = 60  # letters of a line that may be story though it was left out
_LINKED = 0.3
_SURE = ("link", "related", "share", "comments", "caption", "title", "button", "tags", "references")
"""Reasons that hold though the other reader kept the line; of the others, it is asked."""
_SURE_WHERE_SMALL = ("advertisement", "navigation", "byline", "author box", "newsletter", "notice")
_NOTE = 300  # characters
_PICTURES = ("img", "figure", "picture", "video", "object", "iframe")
_TOLD = 25  # letters behind the link of an item that tell of what it leads to
_HEADINGS = ("h2", "h3", "h4", "summary")  # what opens an accordion is its heading
_STOPS = (".", "!", "?", "”", '"', ":", ")")
_LEFT_OUT = "left out by trafilatura"


def shares_of(page: Candidate, blocks: list[str], misses: int = _MISSES) -> list[float] | None:
    """Which share of each of a page's lines stands in these texts; None where more than `misses` of them do not."""
    text = page.draft.text
    said = ["".join(text[line.start : line.end].replace("|", "").split()) for line in page.lines]
    letters = "".join(said)
    spans = _spans(letters, blocks, misses)
    if not spans:
        return None
    kept = bytearray(len(letters))
    for start, end in spans:
        kept[start:end] = b"\1" * (end - start)
    ends = list(accumulate(map(len, said), initial=0))
    return [kept.count(1, *ends_of) / max(1, ends_of[1] - ends_of[0]) for ends_of in pairwise(ends)]


def kept_lines(page: Candidate, shares: list[float]) -> list[Line]:
    """The lines of which these shares say that they were kept, without those in boxes that are surely no story."""
    boxed = _boxed(page)
    return [line for line, share in zip(page.lines, shares, strict=True) if share >= _KEPT and not boxed[line.start]]


def _spans(letters: str, blocks: list[str], misses: int) -> list[tuple[int, int]] | None:
    """Where the texts stand among the page's letters; the short ones only near those that they stand between.

    A long text is looked for behind the last one, then from the start; one that is not there as a whole is looked for
    in halves, for the other reader leaves links and spans out.
    """
    spans, short, at, missed = list[tuple[int, int]](), list[tuple[str, int]](), 0, 0
    pieces = [block.replace("|", " ").split() for block in reversed(blocks)]
    while pieces:
        words = pieces.pop()
        said = "".join(words)
        if len(said) < _PIECE:
            short.append((said, len(spans)))
            continue
        start = letters.find(said, at)
        if start < 0:
            start = letters.find(said)
        if start >= 0:
            at = start + len(said)
            spans.append((start, at))
            continue
        missed += 1
        if missed > misses:
            return None
        half = len(words) // 2
        if half:
            pieces += [words[half:], words[:half]]
    return [*spans, *_short_spans(letters, spans, short)]


def _short_spans(letters: str, spans: list[tuple[int, int]], short: list[tuple[str, int]]) -> list[tuple[int, int]]:
    """Where short texts stand: each between the long one before it and the long one behind it."""
    found = list[tuple[int, int]]()
    for said, number in short:
        before = spans[number - 1][1] if number else max(0, spans[0][0] - _NEAR) if spans else 0
        behind = spans[number][0] if number < len(spans) else before + _NEAR
        start = letters.find(said, before, max(behind, before)) if said else -1
        if start >= 0:
            found.append((start, start + len(said)))
    return found


def aligned(story: Candidate, shares: list[float]) -> Candidate | None:
    """A story's elements, of whose lines the other reader kept these shares, with those that are no story cut out.

    What was left out and reads like the story's own comes back. All else stays on record as a cut.
    """
    kept = [number for number, share in enumerate(shares) if share >= _KEPT]
    if not kept:
        return None
    lines, sides = story.lines, _Sides(story, kept)
    protected = [line for line, share in zip(lines, shares, strict=True) if share >= _WHOLE]
    left_out = [
        Cut(line.start, line.end, _LEFT_OUT)
        for number, line in enumerate(lines)
        if shares[number] < _KEPT and not sides.holds(number)
    ]
    sure = [cut for cut in story.draft.cuts if _is_sure(cut)]
    unsure = _apart(story.draft.text, [cut for cut in story.draft.cuts if not _is_sure(cut)], protected)
    return Candidate(story.by, Draft(story.draft.text, (*sure, *unsure, *left_out)), lines, story.elements)


def _is_sure(cut: Cut) -> bool:
    """Whether a cut holds though the other reader kept the line."""
    return cut.reason in _SURE or (cut.reason in _SURE_WHERE_SMALL and cut.end - cut.start <= _NOTE)


def _boxed(story: Candidate) -> list[int]:
    """For each offset of a text, in how many cuts it lies."""
    edges = [0] * (len(story.draft.text) + 1)
    for cut in merged(story.draft.cuts):
        edges[cut.start] += 1
        edges[cut.end] -= 1
    return list(accumulate(edges))


class _Sides:
    """The lines that were left out, and whether each is story none the less, by those that were kept around it."""

    def __init__(self, story: Candidate, kept: list[int]) -> None:
        self.story, self.first, self.last, self.kept = story, kept[0], kept[-1], frozenset(kept)
        self.boxed = _boxed(story)
        self.arounds = [around(line) for line in story.lines]
        self.known = set(story.elements) | {self.arounds[number] for number in kept}
        blocks = (story.lines[number].block for number in kept)
        self.kinds = {kind(node) for node in self.known if node is not None}
        self.kinds |= {kind(node) for node in blocks if node is not None and node.tag == "div" and names(node)}
        self.wrapped = {kind(outermost(node)) for node in self.known if node is not None}

    @functools.cached_property
    def classes(self) -> set[str]:
        """The classes of most paragraphs that were kept."""
        blocks = (self.story.lines[number].block for number in self.kept)
        return _most_of([_split(node) for node in blocks if node is not None])

    def holds(self, number: int) -> bool:
        """Whether a line that was left out is story: prose, an item or the heading of what was kept.

        It stands where the kept ones stand, or in an element of the same kind. Above them only prose is story, and a
        dateline that stands alone; behind them only what ends like a sentence, lists and tables.
        """
        line = self.story.lines[number]
        if line.block is None or self.boxed[line.start] or self._is_linked(line, number):
            return False
        if line.block not in self.story.elements and not self._is_near(self.arounds[number], number):
            return number > self.first and line.block.tag in _HEADINGS and self._heads(number)
        ends = self.story.draft.text[line.start : line.end].endswith(_STOPS)
        if line.letters >= _PARAGRAPH and (ends or number < self.last):
            return True
        if number < self.first:
            return number == self.first - 1 and dateline(self.story.draft.text, line.start) is not None
        if line.block.tag in _HEADINGS:
            below = self._below(number)
            return below in self.kept or (self._is_listed(below) and self.holds(below))
        return line.is_item or line.in_cells or ends

    def _heads(self, number: int) -> bool:
        """Whether what was kept below a heading stands in the element that the heading opens."""
        below, box = self._below(number), self.arounds[number]
        node = self.story.lines[below].block if below in self.kept else None
        return node is not None and box is not None and any(above is box for above in node.iterancestors())

    def _below(self, number: int) -> int:
        """The number of the line below one; a picture's caption and what else stands in a box is passed over."""
        below = number + 1
        while below < len(self.story.lines) and self.boxed[self.story.lines[below].start]:
            below += 1
        return below

    def _is_linked(self, line: Line, number: int) -> bool:
        """Whether much of a line is links; what boxes in it take, as "[edit]" behind a heading, is not counted.

        An item between what was kept may begin with a link, and say more of it than that.
        """
        if line.linked <= _LINKED * line.letters:
            return False
        if line.is_item and self.first < number < self.last:
            return line.letters - line.linked < max(_TOLD, line.linked)
        taken = sum(map(bool, self.boxed[line.start : line.end]))
        return line.linked - taken > _LINKED * (line.letters - taken)

    def _is_listed(self, number: int) -> bool:
        """Whether there is such a line, an item of a list or a row of a table."""
        line = self.story.lines[number] if number < len(self.story.lines) else None
        return line is not None and (line.is_item or line.in_cells)

    def _is_near(self, node: HtmlElement | None, number: int) -> bool:
        if node in self.known or node is None:
            return node in self.known
        block = self.story.lines[number].block
        if kind(node) in self.kinds or (block is not None and not self.classes.isdisjoint(_split(block))):
            return True
        outer = outermost(node)
        if number > self.last or kind(outer) not in self.wrapped:
            return False
        return number > self.first or (self._is_said(number) and next(outer.iter(*_PICTURES), None) is None)

    def _is_said(self, number: int) -> bool:
        """Whether a line is a paragraph to its stop."""
        line = self.story.lines[number]
        return line.letters >= _PARAGRAPH and self.story.draft.text[line.start : line.end].endswith(_STOPS)


def _split(node: HtmlElement) -> list[str]:
    return (node.get("class") or "").split()


def _most_of(classes: list[list[str]]) -> set[str]:
    """The names that most of some elements have, of which these are the classes; a story's paragraphs may have none."""
    counts = Counter(name for said in classes for name in set(said))
    return {name for name, count in counts.items() if 2 * count > len(classes) > 1}


def _apart(text: str, cuts: list[Cut], protected: list[Line]) -> list[Cut]:
    """What is left of cuts outside the lines that the other reader kept whole."""
    starts, left = [line.start for line in protected], list[Cut]()
    for cut in cuts:
        at = cut.start
        for line in protected[max(0, bisect_right(starts, cut.start) - 1) :]:
            if line.start >= cut.end:
                break
            if line.end > at:
                left.append(Cut(at, max(at, line.start), cut.reason))
                at = line.end
        left.append(Cut(at, max(at, cut.end), cut.reason))
    return [cut for cut in left if text[cut.start : cut.end].strip()]
