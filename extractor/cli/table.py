"""The award records as a table for people: as wide as the terminal, and elsewhere 100 columns.

Each article is named on a line of its own above its records, which leaves the columns room. A terminal too narrow for
columns gets a few lines for each record.
"""

import sys
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from extractor.cli import brief, printable
from extractor.cli.consoles import NARROW, WIDTH, stdout_console
from extractor.cli.output import region_name

_COLUMNS = {"Award": 20, "Level": 12, "Category": 20, "Recipient": 21, "Outcome": 10, "Date": 10}
"""The columns and their widths in a table of `WIDTH`; in another all but the last two grow or shrink."""
_FIXED, _LEAST = 2, 8


class Table:
    """The records of all articles, printed when all are there: a progress bar may stand on the same terminal."""

    def __init__(self) -> None:
        self.articles: list[tuple[str, list[tuple[str, ...]]]] = []

    def write(self, extraction: dict[str, Any]) -> None:
        """The records of one more article."""
        if extraction["records"]:
            rows = [_row(record) for record in extraction["records"]]
            self.articles.append((extraction["article"]["source"], rows))

    def finish(self) -> None:
        """Print the table, or say that there is nothing to print."""
        console = stdout_console()
        narrow = console.width < NARROW
        if self.articles and not narrow:
            console.print(_grid(console.width, [tuple(_COLUMNS)], "bold underline"))
        for source, rows in self.articles:
            console.print(Text(f"\n{printable(source)}", style="cyan"), soft_wrap=True)
            if narrow:
                _print_lines(console, rows)
            else:
                console.print(_grid(console.width, rows))
        if not self.articles:
            print("No award records were found.", file=sys.stderr)
        sys.stdout.flush()

    def close(self) -> None:
        """Nothing is held."""


def _print_lines(console: Console, rows: list[tuple[str, ...]]) -> None:
    """A record as its recipient, with the rest below and to the right."""
    for award, level, category, recipient, outcome, date in rows:
        console.print(Text(brief(recipient), style="bold"))
        for line in (award, ", ".join(filter(None, (level, category))), " ".join(filter(None, (outcome, date)))):
            if line:
                console.print(Padding(Text(brief(line)), (0, 0, 0, 2)))


def _grid(width: int, rows: list[tuple[str, ...]], style: str = "") -> RichTable:
    """Rows in the columns of every article's table."""
    elastic = len(_COLUMNS) - _FIXED
    spare = (width - WIDTH) // elastic
    grid = RichTable.grid(padding=(0, 1))
    for number, columns in enumerate(_COLUMNS.values()):
        grid.add_column(
            width=max(_LEAST, columns + spare) if number < elastic else columns, style=style, overflow="fold"
        )
    for row in rows:
        grid.add_row(*(Text(brief(cell)) for cell in row))
    return grid


def _row(record: dict[str, Any]) -> tuple[str, ...]:
    """The cells of a record."""
    award = " ".join(str(part) for part in (record["award"], record["edition"]) if part)
    category, date = record["category"] or "", record["event_date"] or ""
    return award, _level(record), category, record["recipient"]["name"], _outcome(record), date


def _level(record: dict[str, Any]) -> str:
    """The word national, or the province or regency in which the award is held."""
    return region_name(record["scope"]) or record["level"] or ""


def _outcome(record: dict[str, Any]) -> str:
    """What the recipient got: "winner #2"; a nominee's shortlist stands for its outcome: "top 3"."""
    if record["rank"]:
        return f"{record['outcome']} #{record['rank']}"
    return f"top {record['shortlist']}" if record["shortlist"] else str(record["outcome"])
