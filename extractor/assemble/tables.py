"""Tables of winners, as lines with cells between bars: the places stand in the header, or in a column of their own.

Kategori | Juara I | Juara II            Kategori | Peringkat | Penerima
Usaha Besar | PT Sagara | PT Karang      Usaha Besar | 1 | PT Sagara
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.bare import bare_name
from extractor.assemble.claims import Claim
from extractor.assemble.mentions import Mention, Sentence
from extractor.language import positions
from extractor.patterns import Units

_BAR = "|"
_BARS = frozenset({_BAR})
_STOPS = (".", "!", "?", "”", '"')


class Header(NamedTuple):
    """The header of a table.

    ranks       by column, the place that stands for it: Juara I | Juara II
    awards      by column, the award that stands for it: Adipura | PROPER
    columns     the columns that hold "rank", "category" and "name"
    width       how many columns there are; a row with less goes on with the first cells of the row above it
    """

    ranks: dict[int, int]
    awards: dict[int, Mention]
    columns: dict[str, int]
    width: int = 0


def bars(units: Units) -> Iterator[int]:
    """The units of a story that are bars between cells."""
    return positions(units.words, _BARS)


def cells(units: Units, sentence: Sentence) -> list[tuple[int, int]]:
    """The units [start, end) of each cell of a line; one cell where the line has no bar."""
    bars = [unit for unit in range(sentence.start, sentence.end) if units.words[unit] == _BAR]
    edges = [sentence.start - 1, *bars, sentence.end]
    return [(left + 1, right) for left, right in pairwise(edges)]


def is_row(units: Units, sentence: Sentence) -> bool:
    """Whether a line is the row of a table: it has at least two cells, and no stop as a dateline's sentence has."""
    words = units.words[sentence.start : sentence.end]
    return _BAR in words and words[-1] not in _STOPS


def read_header(story: Story, sentence: Sentence) -> Header | None:
    """The header that a row is; None for a row that names somebody."""
    if sentence.of("recipient"):
        return None
    found = cells(story.units, sentence)
    header = Header({}, {}, {}, len(found))
    for index, (start, end) in enumerate(found):
        within = [mention for mention in sentence.mentions if start <= mention.start < end]
        header.awards.update((index, mention) for mention in within if mention.sort == "award")
        rank = next((mention.value for mention in within if mention.sort == "rank"), None)
        if rank is not None:
            header.ranks[index] = int(rank)
            continue
        for unit in range(start, end):
            if story.units.has(unit, "column_heads"):
                header.columns.setdefault(story.value(unit, "column_heads"), index)
    return header


def row_cells(units: Units, sentence: Sentence, header: Header) -> list[tuple[int, int]]:
    """The cells of a row by column; those that it shares with the row above it are empty."""
    found = cells(units, sentence)
    return [(0, 0)] * (header.width - len(found)) + found


def claims_of_row(units: Units, sentence: Sentence, header: Header, outcome: str, category: str | None) -> list[Claim]:
    """The claims of a row of a `category`: each cell that names somebody, with the place of its column and row."""
    found, names = row_cells(units, sentence, header), header.columns.get("name")
    claims = []
    for index, (start, end) in enumerate(found):
        if names not in (None, index) and not header.ranks:
            continue
        named = _named(units, sentence, (start, end), index == names or index in header.ranks)
        if named:
            rank = header.ranks.get(index) or _rank(units, sentence, found, header)
            said = (named.start, named.end)
            pattern = "records.table"
            claims.append(Claim(named.value, outcome, rank, None, category, sentence.number, said, (said,), pattern))
    return claims


def claims_of_columns(
    units: Units, sentence: Sentence, header: Header, grades: dict[str, frozenset[str]]
) -> list[tuple[Mention, Claim]]:
    """The claims of a row in a table with an award a column: each grade that stands there; `grades` by award."""
    found = row_cells(units, sentence, header)
    named = next(iter(sentence.of("recipient")), None)
    claims = []
    for column, award in header.awards.items():
        cell = found[column] if column < len(found) else (0, 0)
        grade = units.said(*cell) if cell[0] < cell[1] else ""
        if named and grade.lower() in grades.get(award.value, frozenset()):
            proof, pattern = ((named.start, named.end), cell), "records.table"
            claim = Claim(named.value, "winner", None, None, grade, sentence.number, cell, proof, pattern)
            claims.append((award, claim))
    return claims


def _named(units: Units, sentence: Sentence, cell: tuple[int, int], expected: bool) -> Mention | None:
    """Who stands in a cell; where a name is `expected`, one without a head too."""
    start, end = cell
    named = next((mention for mention in sentence.of("recipient") if start <= mention.start < end), None)
    return named or (bare_name(units, start, end) if expected and start < end else None)


def _rank(units: Units, sentence: Sentence, found: list[tuple[int, int]], header: Header) -> int | None:
    """The place in the column of places: "Juara 1", or a bare number."""
    column = header.columns.get("rank")
    if column is None or column >= len(found):
        return None
    start, end = found[column]
    ranks = [mention.value for mention in sentence.of("rank") if start <= mention.start < end]
    if ranks:
        return int(ranks[0])
    words = units.words[start:end]
    return int(words[0]) if len(words) == 1 and words[0].isdigit() and len(words[0]) < 4 else None


def row_category(units: Units, sentence: Sentence, header: Header) -> str | None:
    """The category of a row: in the column of that name, or the first where the places have columns."""
    found = row_cells(units, sentence, header)
    column = header.columns.get("category", 0 if header.ranks else len(found))
    start, end = found[column] if column < len(found) else (0, 0)
    if start >= end or any(start <= mention.start < end for mention in sentence.of("recipient")):
        return None
    return units.said(start, end).replace("\n", " ")
