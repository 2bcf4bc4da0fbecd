"""A file of articles that somebody else gathered, as inputs: one for each line, named "FILE.jsonl#12" by its number."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from extractor.article import Page, Span
from extractor.batch.places import place_in
from extractor.batch.results import Input
from extractor.clean.given import given
from extractor.errors import SetAside

SUFFIXES = (".jsonl", ".ndjson")


def is_list(path: Path) -> bool:
    """Whether a file holds articles one a line, by its name."""
    return path.suffix.lower() in SUFFIXES


def line_of(name: str) -> tuple[Path, int] | None:
    """The file and the line, from 1, that a name of an article in it stands for; None for other names."""
    return place_in(name, is_list)


def inputs_in(name: str) -> Iterator[Input]:
    """The articles of a file; `OSError` where it cannot be read."""
    lines = [number for number, (start, end) in _lines(Path(name)).items() if end > start]
    yield from (Input(f"{name}#{number}") for number in lines)
    if not lines:
        yield Input(name, "no line in it")


def read_listed(path: Path, number: int, limit: int) -> Page:
    """The article of a line, if it has no more than `limit` bytes; `SetAside` where none can be read there."""
    source = f"{path}#{number}"
    try:
        start, end = _lines(path)[number]
        with path.open("rb") as file:
            file.seek(start)
            content = file.read(min(end - start, limit + 1))
    except KeyError:
        raise SetAside(source, "the file has no such line") from None
    except OSError as error:
        raise SetAside(source, f"cannot be read: {error.strerror}") from error
    return _page(source, content, limit)


def is_object(path: Path) -> bool:
    """Whether a file holds one article as a JSON object, by its name."""
    return path.suffix.lower() == ".json"


def read_object(source: str, content: bytes, limit: int) -> Page:
    """The article of a file that is one JSON object; `SetAside` where it is none."""
    if content.lstrip().startswith(b"["):
        raise SetAside(source, "a list in JSON; save its articles one object a line, as .jsonl")
    return _page(source, content, limit)


def _page(source: str, content: bytes, limit: int) -> Page:
    url = given(content.decode("utf-8", "replace"), source).get("url") if len(content) <= limit else None
    return Page(source, content, url if isinstance(url, str) else None, "application/json", "utf-8")


def _lines(path: Path) -> dict[int, Span]:
    told = path.stat()
    return _lines_of(path, told.st_size, told.st_mtime_ns)


@lru_cache(maxsize=4)
def _lines_of(path: Path, _size: int, _modified: int) -> dict[int, Span]:
    """By its number where each line starts and ends, in bytes; looked for once in a file that stays as it is."""
    found, start = dict[int, Span](), 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            found[number] = (start, start + len(line.rstrip()))
            start += len(line)
    return found
