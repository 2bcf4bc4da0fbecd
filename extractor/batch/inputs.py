"""What the command line names, as articles to read: files, folders, globs, WARCs, lists, addresses, standard input.

A name that leads to nothing becomes an input that says so: the others are read all the same.
"""

import os
import select
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from extractor.article import Page
from extractor.batch.archived import Filter, inputs_within, is_archive, place_of, read_archived
from extractor.batch.listed import inputs_in, is_list, is_object, line_of, read_listed, read_object
from extractor.batch.prescan import grouped
from extractor.batch.results import Input
from extractor.errors import SetAside

SUFFIXES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}
LIMIT = 10 * 1024 * 1024
"""Bytes; no article is longer, and a file that is holds something else."""
_PATIENCE = 30.0  # seconds in which a named pipe must end
_CHUNK = 65_536


def expand(
    names: Iterable[str], wanted: Filter | None = None, skipped: Callable[[str], bool] = lambda _: False
) -> list[Input]:
    """The inputs that names stand for, in the order given; those of a folder or a glob in the order of their paths.

    Pages of one story are one input, at the place of the first. Of a WARC, those pages that `wanted` wants, and none
    where it is `skipped`.
    """
    return grouped(each for name in names for found in _expand(name) for each in _within(found, wanted, skipped))


def _within(found: Input, wanted: Filter | None, skipped: Callable[[str], bool]) -> Iterator[Input]:
    """The pages of a WARC, the articles of a list, and any other input as it is."""
    path = Path(found.name)
    if found.refused is not None or is_address(found.name) or not path.is_file():
        yield found
    elif is_archive(path):
        yield from () if skipped(found.name) else inputs_within(found.name, wanted)
    elif is_list(path):
        yield from inputs_in(found.name)
    else:
        yield found


def _expand(name: str) -> Iterator[Input]:
    if name == "-" or is_address(name) or place_of(name) or line_of(name):
        yield Input(name)
        return
    if not name.strip():
        yield Input(repr(name), "names nothing; give a path, an address or -")
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
    """The articles below a folder, links to folders not followed; a folder that cannot be listed says so."""
    closed: list[OSError] = []
    found: dict[Path, str | None] = {}
    listed = False
    for root, _, names in os.walk(folder, onerror=closed.append):
        paths = [Path(root, own) for own in names]
        listed = listed or any(map(is_list, paths))
        read = (path for path in paths if path.suffix.lower() in SUFFIXES or is_archive(path))
        found |= {path: None for path in read if not _is_device(path)}
    found |= {Path(error.filename): f"cannot be read: {reason_of(error)}" for error in closed}
    if not found:
        lists = "; its lists of articles (.jsonl) are read where they are named themselves" if listed else ""
        yield Input(name, f"no .txt, .html or .htm file in this folder{lists}")
    yield from (Input(str(path), refused) for path, refused in sorted(found.items()))


def lists_below(name: str) -> int:
    """How many lists of articles lie below a folder, which gives none of them; none below any other name."""
    return sum(is_list(Path(own)) for _, _, names in os.walk(name) for own in names)


def _is_device(path: Path) -> bool:
    """True for pipes, sockets and devices; a link that leads nowhere is none, and is set aside when it is read."""
    with suppress(OSError):  # in a folder that may not be entered: it is set aside when it is read
        return path.exists() and not path.is_file()
    return False


def _in_glob(name: str) -> Iterator[Input]:
    if not any(mark in name for mark in "*?["):
        kind = "; only http:// and https:// addresses are fetched" if "://" in name else ""
        yield Input(name, f"no such file or folder{kind}")
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


def is_here(name: str) -> bool:
    """True for what only this process can read: standard input, and pipes that a shell opened for it."""
    return name == "-" or name.startswith(("/dev/", "/proc/")) or Path(name).is_fifo()


def read(name: str) -> Page:
    """The page that a path, an address or "-" leads to; `SetAside` where it cannot be read or exceeds `LIMIT`."""
    if is_address(name):
        from extractor.batch.fetch import fetch  # requests takes a tenth of a second to import

        return fetch(name)
    place = place_of(name)
    if place:
        return read_archived(*place)
    line = line_of(name)
    if line:
        return _held_to_limit(read_listed(*line, LIMIT))
    try:
        content = _content(name)
    except (OSError, ValueError) as error:
        raise SetAside(name, f"cannot be read: {reason_of(error)}") from error
    if is_object(Path(name)):
        return _held_to_limit(read_object(name, content, LIMIT))
    return _held_to_limit(Page(name, content, media_type=SUFFIXES.get(Path(name).suffix.lower())))


def _held_to_limit(page: Page) -> Page:
    """The page, where it is no longer than an article may be."""
    if len(page.content) > LIMIT:
        raise SetAside(page.source, f"longer than {LIMIT // 1024**2} MiB, which no article is; split it first")
    return page


def _content(name: str) -> bytes:
    """The bytes of a file, a pipe or standard input, up to one more than `LIMIT`."""
    if name == "-":
        return sys.stdin.buffer.read(LIMIT + 1)
    path = Path(name)
    if path.is_fifo():
        return _from_pipe(path)
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _from_pipe(path: Path) -> bytes:
    """The bytes of a named pipe; `SetAside` where it does not end in `_PATIENCE`, for nobody may ever write to it."""
    content, deadline = bytearray(), time.monotonic() + _PATIENCE
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        ready = select.poll()
        ready.register(descriptor, select.POLLIN)
        while len(content) <= LIMIT:
            if not ready.poll(max(0.0, deadline - time.monotonic()) * 1000):
                raise SetAside(str(path), f"a pipe that does not end within {_PATIENCE:.0f} s")
            chunk = os.read(descriptor, _CHUNK)
            if not chunk:
                break
            content += chunk
    finally:
        os.close(descriptor)
    return bytes(content)


def reason_of(error: Exception) -> str:
    """An error of the system in its own words, without number and path."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
