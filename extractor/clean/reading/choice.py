"""Which reading of a page is believed, by what the readings and the page say of each other.

Where the cheap reading agrees with what the page says of its text, or begins with a dateline and has no rival, it is
enough. Else trafilatura is asked, in whose precision mode the fewest strange words come in; where it is alone,
readability is the third opinion, and the reading that has most in common with the others is taken.
"""

from lxml.html import HtmlElement

from extractor.clean.dateline import dateline
from extractor.clean.drafts import Draft
from extractor.clean.reading.candidates import Candidate, agreement, share_in, words_of
from extractor.clean.reading.evidence import article_body, is_shown, starts_of
from extractor.clean.reading.generic import by_readability, by_trafilatura, is_too_large
from extractor.clean.reading.headline import is_first_below
from extractor.clean.reading.markup import COMMENTED, is_commented
from extractor.clean.reading.rivals import is_alone

Chosen = tuple[Candidate, tuple[str, ...]]

_SAME = 0.95  # agreement of two readings that are the same story, but for a line
_ALIKE = 0.85  # of two readings of one story
_SAID = 0.9  # of a reading with the page's own articleBody
_RELATED = 0.6  # of two readings of one story of which one is cut short or holds more
_SUMMARY = 0.5  # of the best reading with an articleBody: below it, that is no text of this story
_HIDDEN = 0.3  # of an articleBody: of a page that shows less, scripts write the text
_SHORT = 25  # words of a reading that may be no story
_LEAD = 60  # words of a reading that may be no more than the first paragraph
_FIRST_LINES, _PROSE = 12, 60  # lines, blank ones counted, and letters of one that is a paragraph
_LONGER = 3  # times the words of the reading that comes first below the headline
_LINKS = 0.4  # of the letters of a reading: a story has fewer links


def choose(tree: HtmlElement, cheap: Candidate, title: str | None, description: str | None) -> Chosen:
    """The best of the generic readings, and why."""
    said = article_body(tree)
    if said is not None:
        bag = words_of(said)
        if agreement(cheap.words, bag) >= _SAID:
            return cheap, ("agrees with the page's articleBody",)
    if _has_dateline(cheap) and is_alone(tree, cheap):
        return cheap, ("begins with a dateline", "no other text of the page is as long")
    if is_too_large(tree):
        return cheap, ("too large for trafilatura and readability",)
    other = by_trafilatura(tree, cheap, title)
    if said is not None:
        read = [reading for reading in (cheap, other) if reading is not None]
        best = max(read, key=lambda reading: agreement(reading.words, bag))
        if agreement(best.words, bag) >= _SUMMARY:
            return best, ("has most in common with the page's articleBody",)
        is_less = best.size < _HIDDEN * bag.total() or best.linked > _LINKS
        is_hidden = (share_in(bag, best.words) < _HIDDEN and is_less) or not is_shown(tree, said)
        if best.size < bag.total() and is_hidden:
            return Candidate("json-ld", Draft(said)), ("the page shows next to nothing of its articleBody",)
    if other is None or other.size < _SHORT:
        return _without(tree, cheap, other, title)
    if agreement(cheap.words, other.words) >= _SAME:
        return other, ("density agrees",)
    return _of_two(tree, cheap, other, title, description)


def _without(tree: HtmlElement, cheap: Candidate, other: Candidate | None, title: str | None) -> Chosen:
    """The longer reading where trafilatura finds next to nothing."""
    third = _third(tree, title)
    read = [reading for reading in (cheap, other, third) if reading is not None]
    if third is not None and agreement(third.words, cheap.words) >= _ALIKE:
        return cheap, ("trafilatura finds next to nothing", "readability agrees")
    if cheap.size >= _SHORT and _has_dateline(cheap):
        return cheap, ("trafilatura finds next to nothing", "begins with a dateline")
    if cheap.size >= _LEAD and third is not None and share_in(cheap.words, third.words) >= _SAID:
        return cheap, ("trafilatura finds next to nothing", "readability holds it too")
    longest = max(read, key=lambda reading: reading.size)
    if longest.size < _SHORT:
        return cheap, ("no reading finds more than a few words",)
    return longest, ("trafilatura finds next to nothing", "the longest")


def _of_two(
    tree: HtmlElement, cheap: Candidate, other: Candidate, title: str | None, description: str | None
) -> Chosen:
    """One of two readings that differ: trafilatura's, unless the others and the page's own words speak against it."""
    if _has_dateline(cheap) and not _has_dateline(other):
        return cheap, ("begins with a dateline, what trafilatura finds does not",)
    if other.size < _LEAD and cheap.size >= 2 * other.size and share_in(other.words, cheap.words) >= _SAID:
        return cheap, ("trafilatura finds its lead and no more",)
    if other.linked > _LINKS > 2 * cheap.linked:
        return cheap, ("what trafilatura finds is links",)
    if _is_of_comments(other):
        return cheap, ("what trafilatura finds is comments",)
    start = starts_of(description)
    if start and share_in(start, cheap.words) < 0.5 <= share_in(start, other.words):
        return other, ("holds what the description says, the density's does not",)
    if agreement(cheap.words, other.words) >= _RELATED:
        return other, ("density differs a little",)
    if other.size <= _LONGER * cheap.size and is_first_below(tree, title, cheap, other):
        return cheap, ("comes first below the headline, what trafilatura finds far behind",)
    third = _third(tree, title)
    agrees = third is not None and third.size >= _SHORT and agreement(cheap.words, third.words) >= _ALIKE
    described = start and share_in(start, cheap.words) < 0.8 <= share_in(start, other.words)
    if agrees and not described:
        return cheap, ("trafilatura finds another text", "readability agrees")
    return other, ("density differs", "readability does not agree with it")


def _third(tree: HtmlElement, title: str | None) -> Candidate | None:
    """The reading by readability, where it finds a story."""
    found = by_readability(tree, title)
    return found if found is not None and not _is_of_comments(found) else None


def _is_of_comments(reading: Candidate) -> bool:
    """Whether the first line of a reading stands in a list of comments."""
    block = next((line.block for line in reading.kept_lines if line.block is not None), None)
    return block is not None and any(is_commented(node) for node in block.iterancestors(*COMMENTED))


def _has_dateline(reading: Candidate) -> bool:
    """Whether one of the first lines of a reading begins with a dateline: a story of the press, not what is near it."""
    text, at = reading.text, 0
    for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        if len(line) >= _PROSE and dateline(text, at) is not None:
            return True
        at += len(line) + 1
    return False
