"""What the command line names, as articles to read: files, folders, globs, addresses, standard input.

A name that leads to nothing becomes an input that says so: the others are read all the same.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.article import Page
from extractor.batch.results import Input
from extractor.errors import SetAside

SUFFIXES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}
LIMIT = 10 * 1024 * 1024
"""Bytes; no article is longer, and a file that is holds something else."""


def expand(names: Iterable[str]) -> list[Input]:
    """The inputs that names stand for, in the order given; those of a folder or a glob in the order of their paths."""
    return [found for name in names for found in _expand(name)]


def _expand(name: str) -> Iterator[Input]:
    if name == "-" or is_address(name):
        yield Input(name)
        return
    path = Path(name)
    try:
        if path.is_dir():
            yield from _in_folder(name, path)
        elif path.exists() or path.is_symlink():
            yield Input(name)
        else:
            yield from _in_glob(name)
    except (OSError, ValueError) as error:
        yield Input(name, f"cannot be read: {reason_of(error)}")


def _in_folder(name: str, folder: Path) -> Iterator[Input]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not paths:
        next(folder.iterdir(), None)  # a folder that cannot be listed says so
        yield Input(name, "no .txt, .html or .htm file in this folder")
    yield from (Input(str(path)) for path in paths)


def _in_glob(name: str) -> Iterator[Input]:
    if not any(mark in name for mark in "*?["):
        yield Input(name, "no such file or folder")
        return
    anchor = Path(name).anchor
    paths = sorted(Path(anchor or ".").glob(name.removeprefix(anchor)))
    if not paths:
        yield Input(name, "no file matches this pattern")
    for path in paths:
        if path.is_file():
            yield Input(str(path))


def is_address(name: str) -> bool:
    """True for what is fetched from the web."""
    return name.lower().startswith(("http://", "https://"))


def read(name: str) -> Page:
    """The page that a path, an address or "-" leads to; `SetAside` where it cannot be read or exceeds `LIMIT`."""
    if is_address(name):
        from extractor.batch.fetch import fetch  # requests takes a tenth of a second to import

        return fetch(name)
    try:
        if name == "-":
            content = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise SetAside(name, f"cannot be read: {reason_of(error)}") from error
    if len(content) > LIMIT:
        raise SetAside(name, f"longer than {LIMIT // 1024**2} MiB, which no article is; split it first")
    return Page(name, content, media_type=SUFFIXES.get(Path(name).suffix.lower()))


def reason_of(error: Exception) -> str:
    """An error of the system in its own words, without number and path."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
