"""Tables of winners, as lines with cells between bars: the places stand in the header, or in a column of their own.

Kategori | Juara I | Juara II            Kategori | Peringkat | Penerima
Usaha Besar | PT Sagara | PT Karang      Usaha Besar | 1 | PT Sagara

A header may have a second row with the places ("Kategori | Juara" over "I | II | III"), or a category a column, with
the places down the side; a line between rows may name the category of those below it.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.bare import bare_name
from extractor.assemble.categories import heading
from extractor.assemble.claims import Claim
from extractor.assemble.mentions import Mention, Sentence
from extractor.language import positions
from extractor.patterns import Units

_BAR = "|"
_BARS = frozenset({_BAR})
_STOPS = (".", "!", "?", "”", '"')
_ROMAN = {numeral: value for value, numeral in enumerate("I II III IV V VI VII VIII IX X".split(), start=1)}
_HEADS = ("category_heads", "category_words")
_MOST_DIGITS, _LEAST = 3, 2


class Header(NamedTuple):
    """The header of a table.

    ranks       by column, the place that stands for it: Juara I | Juara II
    awards      by column, the award that stands for it: Adipura | PROPER
    columns     the columns that hold "rank", "category" and "name"; "side" is one without a head that may spell places
    width       how many columns there are; a row with less goes on with the first cells of the row above it
    categories  by column, the category that stands for it: Usaha Besar | Usaha Menengah
    """

    ranks: dict[int, int]
    awards: dict[int, Mention]
    columns: dict[str, int]
    width: int = 0
    categories: Mapping[int, str] = MappingProxyType({})


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
    categories = _categories(story, found)
    header = Header({}, {}, {}, len(found), categories)
    if categories and found[0][0] >= found[0][1]:
        header.columns["side"] = 0
    for index, (start, end) in enumerate(found):
        if index in categories:
            continue
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


def _categories(story: Story, found: list[tuple[int, int]]) -> dict[int, str]:
    """The categories that stand for columns; none where there are not two: "Peringkat | Usaha Besar | Usaha Kecil"."""
    units, said = story.units, dict[int, str]()
    for index, (start, end) in enumerate(found):
        opens = start < end and units.among(start, _HEADS)
        alone = end - start == 1 and units.has(start, "column_heads")
        category = heading(story, start, end) if opens and not alone else None
        said |= {index: category} if category else {}
    return said if len(said) > 1 and 0 not in said else {}


def under_header(story: Story, sentence: Sentence, header: Header) -> Header | None:
    """The header with the places of a second row, each in a column of its own: "I | II | III" below "Kategori | Juara";
    None for a row that holds anything but the places from the first on and heads of columns.
    """
    found, column = cells(story.units, sentence), header.columns.get("rank")
    places = [_place(story, cell) for cell in found]
    ranks = {index: place for index, place in enumerate(places) if place}
    others = [cell for cell, place in zip(found, places, strict=True) if not place]
    plain = all(start >= end or story.units.has(start, "column_heads") for start, end in others)
    counted = list(ranks.values()) == list(range(1, len(ranks) + 1))
    if column is None or len(ranks) < _LEAST or not (counted and plain) or header.ranks or sentence.of("recipient"):
        return None
    behind = 0 if others else column
    added = len(ranks) - 1
    columns = {name: at if at < column else at + added for name, at in header.columns.items() if name != "rank"}
    return header._replace(
        ranks={index + behind: place for index, place in ranks.items()},
        columns=columns,
        width=max(header.width + added, len(found)),
    )


def _place(story: Story, cell: tuple[int, int]) -> int | None:
    """The place that is all that stands in a cell: "I", "2", "Pertama"."""
    units, (start, end) = story.units, cell
    if end - start != 1:
        return None
    ordinal = story.value(start, "ordinals") if units.has(start, "ordinals") else ""
    return int(ordinal) if ordinal else _ROMAN.get(units.said(start, end)) or _figure(units.words[start])


def _figure(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) <= _MOST_DIGITS else None


def next_header(story: Story, sentence: Sentence) -> Header | None:
    """The header that a row of a table is anew: it names nobody and has the heads of two columns at least."""
    header = None if sentence.of("rank") else read_header(story, sentence)
    return header if header and len(header.columns.keys() - {"side"}) >= _LEAST else None


def section(story: Story, sentence: Sentence) -> str | None:
    """The category that a line between the rows of a table names for those below it: "Kategori Usaha Besar | |"."""
    if sentence.of("recipient", "rank"):
        return None
    first, *others = cells(story.units, sentence)
    opens = first[0] < first[1] and story.units.among(first[0], _HEADS)
    return heading(story, *first) if opens and all(start >= end for start, end in others) else None


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
        expected = index == names or index in header.ranks or index in header.categories
        named = _named(units, sentence, (start, end), expected)
        if named:
            own = header.categories.get(index) or category
            rank = header.ranks.get(index) or _rank(units, sentence, found, header)
            said = (named.start, named.end)
            pattern = "records.table"
            claims.append(Claim(named.value, outcome, rank, None, own, sentence.number, said, (said,), pattern))
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
    column = header.columns.get("rank", header.columns.get("side"))
    if column is None or column >= len(found):
        return None
    start, end = found[column]
    ranks = [mention.value for mention in sentence.of("rank") if start <= mention.start < end]
    if ranks:
        return int(ranks[0])
    alone = end - start == 1 and "rank" in header.columns
    return _figure(units.words[start]) or _ROMAN.get(units.said(start, end)) if alone else None


def row_category(units: Units, sentence: Sentence, header: Header) -> str | None:
    """The category of a row: in the column of that name, or the first where the places have columns."""
    found = row_cells(units, sentence, header)
    column = header.columns.get("category", 0 if header.ranks else len(found))
    start, end = found[column] if column < len(found) else (0, 0)
    if start >= end or any(start <= mention.start < end for mention in sentence.of("recipient")):
        return None
    return units.said(start, end).replace("\n", " ")
