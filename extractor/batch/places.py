"""Names of what lies in a file of many: "FILE.warc.gz#1067", "FILE.jsonl#12"."""

from collections.abc import Callable
from pathlib import Path

_DIGITS = 15


def place_in(name: str, is_one: Callable[[Path], bool]) -> tuple[Path, int] | None:
    """The file, if it is one of a kind, and the number behind it; None for other names, and for that of a file."""
    file, mark, number = name.rpartition("#")
    if not mark or not (number.isascii() and number.isdecimal()) or len(number) > _DIGITS:
        return None
    path = Path(file)
    return (path, int(number)) if is_one(path) and not Path(name).exists() else None
