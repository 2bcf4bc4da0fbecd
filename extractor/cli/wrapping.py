"""Lines on a terminal, broken between words at its width, all of them indented, none with blanks behind it."""

from rich.console import Console
from rich.text import Text

_NARROWEST = 20


def print_indented(console: Console, said: Text, by: int) -> None:
    """Print a text `by` columns from the left."""
    for line in said.wrap(console, max(_NARROWEST, console.width - by)):
        line.rstrip()
        console.print(Text.assemble(" " * by, line), soft_wrap=True)
