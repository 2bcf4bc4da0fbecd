"""The formats of exports: one file each in this folder, found by listing it.

A format's module has `write(folder, publication)`, which writes all tables into an empty folder, and `ABOUT`, what a
reader of its files has to know, as paragraphs of Markdown.
"""

import importlib
from pathlib import Path
from typing import Protocol, cast

from extractor.export.publication import Publication


class Format(Protocol):
    """A module of this folder."""

    ABOUT: str

    def write(self, folder: Path, publication: Publication) -> None:
        """All tables of a publication."""


def names() -> list[str]:
    """The formats that there are; none is imported for it."""
    return sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def named(name: str) -> Format:
    """The format of a name."""
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))
