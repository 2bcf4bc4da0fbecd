"""Tables of winners, as lines with cells between bars: the places stand in the header, or in a column of their own.

Kategori | Juara I | Juara II            Kategori | Peringkat | Penerima
Usaha Besar | PT Sagara | PT Karang      Usaha Besar | 1 | PT Sagara
"""

from typing import NamedTuple

from extractor.assemble.claims import Claim
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.bare import bare_name
from extractor.patterns import Units

BAR = "|"
_STOPS = (".", "!", "?", "”", '"')
_RECIPIENT_HEADS = ("penerima", "pemenang", "nama", "peraih", "perusahaan", "daerah", "nominator", "kandidat")
_RANK_HEADS = ("peringkat", "juara", "urutan", "terbaik", "posisi", "rangking", "ranking", "tempat")
_CATEGORY_HEADS = ("kategori", "sektor", "bidang", "predikat", "klaster", "penghargaan", "grade")


class Header(NamedTuple):
    """The header of a table: by column, the place that stands for it, and which columns hold place, category and name."""

    ranks: dict[int, int]
    rank_column: int | None
    category_column: int | None
    name_column: int | None
    awards: dict[int, Mention]


def cells(units: Units, sentence: Sentence) -> list[tuple[int, int]]:
    """The units [start, end) of each cell of a line; one cell where the line has no bar."""
    bars = [unit for unit in range(sentence.start, sentence.end) if units.words[unit] == BAR]
    edges = [sentence.start - 1, *bars, sentence.end]
    return [(left + 1, right) for left, right in zip(edges, edges[1:], strict=False)]


def is_row(units: Units, sentence: Sentence) -> bool:
    """Whether a line is the row of a table: it has at least two cells, and no stop as a dateline's sentence has."""
    words = units.words[sentence.start : sentence.end]
    return BAR in words and words[-1] not in _STOPS


def read_header(units: Units, sentence: Sentence) -> Header | None:
    """The header that a row is; None for a row that names somebody."""
    if sentence.of("recipient"):
        return None
    ranks, columns, awards = dict[int, int](), dict[str, int](), dict[int, Mention]()
    for index, (start, end) in enumerate(cells(units, sentence)):
        awards |= {index: m for m in sentence.of("award") if start <= m.start < end}
        rank = next((m.value for m in sentence.of("rank") if start <= m.start < end), None)
        if rank is not None:
            ranks[index] = int(rank)
            continue
        for name, heads in (("rank", _RANK_HEADS), ("category", _CATEGORY_HEADS), ("name", _RECIPIENT_HEADS)):
            if any(word in heads for word in units.words[start:end]):
                columns.setdefault(name, index)
    return Header(ranks, columns.get("rank"), columns.get("category"), columns.get("name"), awards)


def read_row(units: Units, sentence: Sentence, header: Header | None, outcome: str) -> list[Claim]:
    """The claims of a row: each cell that names somebody, with the place and category of its column and row."""
    header = header or Header({}, None, None, None, {})
    found = cells(units, sentence)
    category = _category(units, sentence, found, header)
    claims = []
    for index, (start, end) in enumerate(found):
        named = _named(units, sentence, start, end, index == header.name_column or index in header.ranks)
        if not named or (header.name_column is not None and index != header.name_column and not header.ranks):
            continue
        said = (named.start, named.end)
        rank = header.ranks.get(index) or _rank(units, found, header)
        claims.append(
            Claim(named.value, outcome, rank, None, category, sentence.number, said, (said,), "records.table")
        )
    return claims


def read_columns(
    units: Units, sentence: Sentence, header: Header, grades: dict[str, frozenset[str]]
) -> list[tuple[Mention, Claim]]:
    """The claims of a row in a table with an award a column: each grade that stands there; `grades` by award."""
    found = cells(units, sentence)
    named = next(iter(sentence.of("recipient")), None)
    claims = []
    for column, award in header.awards.items():
        start, end = found[column] if column < len(found) else (0, 0)
        said = units.said(start, end) if start < end else ""
        if named and said.lower() in grades.get(award.value, frozenset()):
            units_said = ((named.start, named.end), (start, end))
            claims.append(
                (
                    award,
                    Claim(
                        named.value,
                        "winner",
                        None,
                        None,
                        said,
                        sentence.number,
                        (start, end),
                        units_said,
                        "records.table",
                    ),
                )
            )
    return claims


def _named(units: Units, sentence: Sentence, start: int, end: int, expected: bool) -> Mention | None:
    named = next((m for m in sentence.of("recipient") if start <= m.start < end), None)
    return named or (bare_name(units, start, end) if expected and start < end else None)


def _rank(units: Units, found: list[tuple[int, int]], header: Header) -> int | None:
    if header.rank_column is None or header.rank_column >= len(found):
        return None
    start, end = found[header.rank_column]
    words = units.words[start:end]
    return int(words[0]) if len(words) == 1 and words[0].isdigit() and len(words[0]) < 4 else None


def _category(units: Units, sentence: Sentence, found: list[tuple[int, int]], header: Header) -> str | None:
    column = header.category_column
    if column is None:
        column = 0 if header.ranks else None
    if column is None or column >= len(found):
        return None
    start, end = found[column]
    if start >= end or any(start <= m.start < end for m in sentence.of("recipient")):
        return None
    return units.said(start, end).replace("\n", " ")
