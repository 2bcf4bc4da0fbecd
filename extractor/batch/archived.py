"""A WARC file as inputs: one for each page in it, named "FILE.warc.gz#1067" for the place where its record begins.

A page out of a WARC is the page as it was fetched, with its address for its source: what is read of it is what would
have been read live. Nothing is fetched for it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.article import Page
from extractor.batch.places import place_in
from extractor.batch.results import Input
from extractor.errors import SetAside

SUFFIXES = (".warc", ".warc.gz")
Filter = Callable[[bytes], bool]


def is_archive(path: Path) -> bool:
    """Whether a file is a WARC, by its name."""
    return path.name.lower().endswith(SUFFIXES)


def place_of(name: str) -> tuple[Path, int] | None:
    """The file and the offset that a name of a page in a WARC stands for; None for other names."""
    return place_in(name, is_archive)


def inputs_within(name: str, wanted: Filter | None = None) -> Iterator[Input]:
    """The pages of a WARC, only those wanted where a filter is given; what cannot be read says so.

    A page that was found unchanged at the same address is named once.
    """
    from extractor.sources.archive import ArchiveError, Found, pages_within  # fastwarc

    none = True
    try:
        for found in pages_within(Path(name), wanted):
            none = False
            place = f"{name}#{found.offset}"
            if isinstance(found, Found):
                yield from () if found.again else (Input(place),)
            else:
                lost = f"{found.length:,} bytes cannot be read: " if found.length else ""
                yield Input(place, f"{lost}{found.reason}")
    except ArchiveError as error:
        yield Input(name, str(error).removeprefix(f"{name}: "))
        return
    if none and wanted is None:
        yield Input(name, "no page of text in it")


def read_archived(path: Path, offset: int) -> Page:
    """The page at a place of a WARC; `SetAside` where none can be read there."""
    from extractor.sources.archive import ArchiveError, page_at

    try:
        return page_at(path, offset)._replace(place=f"{path}#{offset}")
    except ArchiveError as error:
        raise SetAside(f"{path}#{offset}", str(error).removeprefix(f"{path}: ")) from error


def with_award_words() -> Filter:
    """A filter that wants pages with the name of an award in their bytes."""
    from extractor.patterns import patterns
    from extractor.sources.archive.words import filter_of

    return filter_of(name for award in patterns().awards.values() for name in award.names)
