"""Where commands print for people: as wide as the terminal or as COLUMNS says, else 100; lines broken between words."""

import os
import sys

from rich.console import Console
from rich.text import Text

WIDTH = 100
"""Columns where standard output is no terminal and COLUMNS is not set."""
NARROW = 72
"""Below this width words would be cut in every column of a table: a row becomes a few lines."""
_NARROWEST = 20


class _Piped(Console):
    """A console that leaves it to its caller what follows when the reader of a pipe has seen enough."""

    def on_broken_pipe(self) -> None:
        """Say so, instead of ending the program."""
        raise BrokenPipeError


def stdout_console() -> Console:
    """A console on standard output."""
    told = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    return _Piped(width=None if told else WIDTH, highlight=False, markup=False, emoji=False)


def print_indented(console: Console, said: Text, by: int = 2) -> None:
    """Print a text `by` columns from the left, without blanks behind its lines."""
    print_beside(console, Text(" " * by), said)


def print_beside(console: Console, margin: Text, *said: Text) -> None:
    """Print texts below each other, with a margin to the left of the first line and its width of blanks of the rest."""
    for text in said:
        for line in text.wrap(console, max(_NARROWEST, console.width - len(margin))):
            line.rstrip()
            console.print(Text.assemble(margin, line), soft_wrap=True)
            margin = Text(" " * len(margin))
