"""Exports on the command line: what was written, in lines on standard error."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extractor.cli import DONE, printable
from extractor.cli.following import brought_up
from extractor.cli.stores import opened
from extractor.export import Exported, export
from extractor.export.publication import NOBODY, Publisher
from extractor.settings import settings_of
from extractor.store.publishing import Criteria, meant, publication, undated


def exporting(
    folder: Path,
    form: str,
    where: tuple[Path, str | None],
    named: tuple[str | None, Path | None],
    *,
    force: bool = False,
    filters: Mapping[str, Any] | None = None,
) -> int:
    """Export the store that `where` names (a data folder, the store itself or None); the exit code.

    `named` are the release's name or None, and the folder of the release that the changelog compares with or None.
    """
    criteria = Criteria(**(filters or {}))
    release, since = named
    by = publisher(where[0])
    with opened(*where) as store:
        brought_up(store)
        with store.reading() as connection:
            chosen = meant(connection, criteria)
            written = export(publication(connection, chosen, release, by), folder, form, since, force=force)
            late = undated(connection, chosen)
    for line in told(folder, written):
        print(line, file=sys.stderr)
    if late:
        print(f"left out by their days, since no dated article tells of them: {late:,}", file=sys.stderr)
    return DONE


def publisher(data: Path) -> Publisher:
    """Who answers for an export, by the settings of a data folder."""
    told = settings_of(data, os.environ).release
    return Publisher(tuple(told.authors) or NOBODY.authors, told.doi, told.address)


def told(folder: Path, written: Exported) -> list[str]:
    """How many rows of how many are in each table, and where."""
    width = max(len(name) for name, _, _ in written.tables)
    lines = [f"  {name:<{width}}  {rows:>9,} of {total:,}" for name, rows, total in written.tables]
    return [*lines, f"{printable(str(folder))}: {written.size:,} bytes; README.md says what is what"]
