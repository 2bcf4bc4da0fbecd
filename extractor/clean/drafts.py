"""A story as it is being cleaned: the text of its element with everything in it, and the pieces to take out.

Readers and the furniture only add cuts; `finish` takes them out at the end, so that every removal is on record with the
place where it stood.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from extractor.article import Removed

_GAP = re.compile(r"\s(?:(?<=\n)\s*|\s+)")  # a line end or two spaces, and those behind; it starts with one set
_LETTER = re.compile(r"\S")


class Cut(NamedTuple):
    """A piece of a draft that is no story: its offsets [start, end), and what it is ("link", "caption", "credit")."""

    start: int
    end: int
    reason: str


class Draft(NamedTuple):
    """Text with all that stands in it, and the cuts over it, in any order."""

    text: str
    cuts: tuple[Cut, ...] = ()

    def without(self, cuts: Iterable[Cut]) -> "Draft":
        """The draft with more cuts."""
        return self._replace(cuts=(*self.cuts, *cuts))

    @property
    def lines(self) -> list[str]:
        """The lines of the text, those too that end where a cut begins; none empty."""
        starts = sorted({cut.start for cut in self.cuts})
        pieces = [self.text[first:last] for first, last in pairwise([0, *starts, len(self.text)])]
        return [line for piece in pieces for line in piece.split("\n") if line]

    @property
    def kept(self) -> str:
        """The text as it will stay, its white space as it is."""
        return finish(self, tidy=False)[0]


def finish(draft: Draft, *, tidy: bool) -> tuple[str, tuple[Removed, ...]]:
    """The story and what was taken out of it.

    What stays is character for character what stood there. Where `tidy` (a page, whose white space means nothing), line
    ends that met are one or two, spaces that met are one, and none stands at the ends.
    """
    parts, removed, at, size = list[str](), list[Removed](), 0, 0
    for start, end, reason in merged(draft.cuts):
        parts.append(draft.text[at:start])
        size += start - at
        words = draft.text[start:end].strip()
        if words:
            removed.append(Removed(size, words, reason))
        at = end
    text = "".join([*parts, draft.text[at:]])
    return _tidied(text, removed) if tidy else (text, tuple(removed))


def merged(cuts: Iterable[Cut]) -> list[Cut]:
    """The cuts in order of the text, none over another: those that meet inside each other are one, the outer's."""
    apart = list[Cut]()
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        last = apart[-1] if apart else None
        if last is None or cut.start >= last.end:
            apart.append(cut)
        elif cut.end > last.end:
            apart[-1] = last._replace(end=cut.end)
    return [cut for cut in apart if cut.end > cut.start]


def _tidied(text: str, removed: list[Removed]) -> tuple[str, tuple[Removed, ...]]:
    """The text with its white space in order, and each removed piece before the letter that it stood before."""
    end = len(text.rstrip())
    at = end - len(text[:end].lstrip())
    parts, size, moved, letter = list[str](), 0, list[Removed](), -1
    for piece in removed:
        if piece.at > letter:  # else it stood before the same one: of a page of boxes nothing but gaps may be left
            found = _LETTER.search(text, piece.at)
            letter = found.start() if found else len(text)
        before = min(letter, end)
        if before > at:
            parts.append(_GAP.sub(_narrow, text[at:before]))
            size += len(parts[-1])
            at = before
        moved.append(Removed(size, piece.text, piece.reason))
    return "".join([*parts, _GAP.sub(_narrow, text[at:end])]), tuple(moved)


def _narrow(gap: re.Match[str]) -> str:
    """White space as it is in a tidy text: one line end or two, or else a space."""
    return "\n" * min(gap[0].count("\n"), 2) or " "
