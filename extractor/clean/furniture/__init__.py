"""The pieces of a page that are no story: links to other stories, advertisements, credits, captions, comment forms.

`cut_furniture` adds cuts to a draft and changes nothing else: what stays is, character for character, what stood there.
The words are in patterns/furniture.toml.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from extractor.clean.drafts import Cut, Draft
from extractor.clean.furniture.blocks import furniture_lines
from extractor.clean.furniture.glued import Piece, glued, linked, may_hold
from extractor.clean.furniture.lines import Line, label_of, lines_of
from extractor.clean.furniture.words import Words, words

if TYPE_CHECKING:
    from extractor.outlets import Outlet

__all__ = ["cut_furniture", "strip"]
Look = Callable[[str], Iterator[Piece]]
_STRETCH = 64  # lines that are looked through together for what stands in few
_LEAST_LINK = 4  # words of a link's text that may be cut where it is glued to a paragraph


def cut_furniture(
    draft: Draft, *, outlet: "Outlet | None" = None, title: str | None = None, links: Iterable[str] = ()
) -> Draft:
    """The draft with cuts over its furniture, each with its reason.

    `outlet.furniture` adds starts of lines; `title` is cut where the head of the draft repeats it; `links` are the
    texts of the page's links to other stories, for headlines that are glued to a paragraph without a label. A cut of a
    whole line holds its line end.
    """
    known, lines = words(), lines_of(draft)
    taken = furniture_lines(lines, known, starts=outlet.furniture if outlet else (), title=title)
    teasers = [_headline(lines[number].text, known) for number, reason in taken.items() if reason == "link"]
    teased = _by_last_word([*links, *teasers])
    cuts = [Cut(lines[number].start, lines[number].end, reason) for number, reason in taken.items()]
    left = [line for number, line in enumerate(lines) if number not in taken]
    for first in range(0, len(left), _STRETCH):
        stretch = left[first : first + _STRETCH]
        look: Look | None = partial(linked, words=known, links=teased) if teased else None
        if may_hold("\n".join(line.text for line in stretch), known):
            look = partial(glued, words=known, links=teased)
        if look:
            cuts += [cut for line in stretch if line.length > 1 for cut in _glued_cuts(draft.text, line, look)]
    return draft.without(cuts) if cuts else draft


def strip(text: str) -> str:
    """The text without its furniture."""
    return cut_furniture(Draft(text)).kept


def _headline(text: str, known: Words) -> str:
    """The headline of a teaser without its label."""
    found = label_of(text, known)
    return found[1] if found else text


def _by_last_word(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The texts that are as long as a headline, by their last word."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        told = text.split()
        if len(told) >= _LEAST_LINK:
            found[told[-1]] = (*found.get(told[-1], ()), " ".join(told))
    return found


def _glued_cuts(text: str, line: Line, look: Look) -> Iterable[Cut]:
    for start, end in line.parts:
        piece = text[start:end].rstrip()
        for first, last, reason in look(piece):
            whole = not (piece[:first].strip() or piece[last:].strip()) and not line.gap
            yield Cut(line.start, line.end, reason) if whole else Cut(start + first, start + last, reason)
