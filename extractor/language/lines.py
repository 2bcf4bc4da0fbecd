"""What lines tell: the marks of list items, and whether a text is wrapped at a width."""

import re
from collections.abc import Callable
from itertools import compress, pairwise
from operator import itemgetter

from extractor.language.chunks import BLANK, ITEM, LINE, MARK, STOP, Entry
from extractor.language.tokens import pieces

_BULLETS = "-–—•▪●○◦‣✓✔➢➤►▶■□·*→⁃∙"
_DASHES = "-–—"
_MARK = re.compile(
    rf"[{_BULLETS}](?=\s|$)"  # alone
    r"|[•▪●○◦‣✓✔➢➤►▶■□⁃∙](?=\w)|[-–—](?=[^\W\d_])"  # glued to its item
    r"|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{2,4})[.)](?=\s|$)|[IVX]{2,4}\.(?=\s|$)|[A-Z]\)(?=\s|$)"
    r"|[0-9]{1,2}[.)](?=[^\W\d_])"
)
_LINE_END = LINE | BLANK
_CLOSED = re.compile(r"\w{1,4}[.)]")
_CAPITAL = re.compile(r"[A-Z]\.(?=\s|$)")

_LEAST_LINES = 5
_SHORTEST_FULL, _LONGEST_FULL = 40, 140
_TIGHT = 0.85
"""The share of the width that a wrapped line and the word behind it fill at least: letters are not of one breadth."""


def mark_list_items(chunks: list[str], entries: list[Entry], entry: Callable[[list[str], str], Entry]) -> None:
    """Give each list mark at the start of a line a token of its own, in place.

    "A." is a mark only among others of its alphabet, as "A. Rahman" begins lines too; a dash that opens the text
    and is the only mark is what is left of a dateline.
    """
    flagged = list(compress(range(len(entries)), map(itemgetter(0), entries)))
    heads = [0, *[position + 1 for position in flagged if entries[position].flags & _LINE_END]]
    marks = _marks_of_lines(chunks, heads)
    if list(marks) == [0] and chunks[0][0] in _DASHES:
        marks = {}
    marks |= {position: len(chunks[position].rstrip()) for position in _running_marks(chunks, entries, flagged)}
    made: dict[str, Entry] = {}
    for position, end in marks.items():
        chunk = chunks[position]
        if chunk not in made:
            made[chunk] = _with_mark(chunk, end, entry)
        entries[position] = made[chunk]


def _marks_of_lines(chunks: list[str], heads: list[int]) -> dict[int, int]:
    """The chunks that begin a line with a mark -> the length of the mark; `heads` are those that begin lines."""
    marks: dict[int, int] = {}
    capitals: list[int] = []
    for head in heads:
        chunk = chunks[head] if head < len(chunks) else ""
        if chunk[:1].isalpha() and not _CLOSED.match(chunk):
            continue
        if found := _MARK.match(chunk):
            marks[head] = found.end()
        elif _CAPITAL.match(chunk):
            capitals.append(head)
    letters = {chunks[head][0] for head in capitals}
    for head in capitals:
        letter = ord(chunks[head][0])
        if chr(letter - 1) in letters or chr(letter + 1) in letters:
            marks[head] = 2
    return marks


def _running_marks(chunks: list[str], entries: list[Entry], flagged: list[int]) -> list[int]:
    """The chunks that number the items of a list within one line: "yakni: 1. Kota Contoh 2. Kota Lain".

    The numbers count from 1 behind a colon, or to 3 at least; "juara 1. ... juara 2." names, as the same word precedes.
    """
    found: list[int] = []
    run: list[int] = []
    for position in [position for position in flagged if entries[position].flags & ITEM]:
        number = int(chunks[position][:-2])
        if not position or entries[position - 1].flags & _LINE_END:
            continue
        before = entries[(run or [position])[-1] : position]
        if number != len(run) + 1 or any(entry.flags & _LINE_END for entry in before):
            found += run if _is_list(chunks, run) else []
            run = []
        if number == len(run) + 1:
            run.append(position)
    return found + (run if _is_list(chunks, run) else [])


def _is_list(chunks: list[str], run: list[int]) -> bool:
    if len(run) < 2:
        return False
    before = [chunks[position - 1].strip() for position in run]
    return before[0] != before[1] and (before[0].endswith(":") or len(run) > 2)


def _with_mark(chunk: str, end: int, entry: Callable[[list[str], str], Entry]) -> Entry:
    word = chunk.rstrip()
    made = entry([chunk[:end], *(pieces(word[end:]) if end < len(word) else [])], chunk[len(word) :])
    mark = made.pieces[0]
    return made._replace(pieces=(mark._replace(flags=(mark.flags & ~STOP) | MARK), *made.pieces[1:]))


def width_of_wrapping(text: str) -> int:
    """The width at which the lines of a text were wrapped (clippings, PDF); 0 where a line end means something.

    Wrapped lines are of one length, mostly end without a stop, leave no room for the word behind them, and many of them
    go on in lower case. Short lines above and below them (title, page, outlet) do not count.
    """
    if text.count("\n") < _LEAST_LINES:
        return 0
    lines = _body([line.strip() for line in text.split("\n")])
    full = [(line, after) for line, after in pairwise(lines) if after and _is_full(line)]
    lengths = sorted(map(len, filter(None, lines)))
    if len(full) < _LEAST_LINES or 2 * len(full) < len(lengths):
        return 0
    width = lengths[len(lengths) * 3 // 4]
    open_ends = [(line, after) for line, after in full if line[-1] not in '.!?:;"”)']
    tight = sum(len(line) + 1 + len(after.split(None, 1)[0]) > _TIGHT * width for line, after in open_ends)
    lower_starts = sum(after[0].islower() and not _MARK.match(after) for _, after in full)
    if len(open_ends) < 0.4 * len(full) or tight < 0.8 * len(open_ends) or lower_starts < max(0.15 * len(full), 2):
        return 0
    return width


def _body(lines: list[str]) -> list[str]:
    """The lines from the first two full ones in a row to the last full one and the line behind it."""
    full = [index for index, line in enumerate(lines) if _is_full(line)]
    first = next((index for index, after in pairwise(full) if after == index + 1), None)
    return lines[first : full[-1] + 2] if first is not None else []


def _is_full(line: str) -> bool:
    return _SHORTEST_FULL <= len(line) <= _LONGEST_FULL
