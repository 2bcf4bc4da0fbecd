"""Exports: what a publication holds, as a folder of files with all that a reader has to know; always the same bytes."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from extractor.cycles import unsearched
from extractor.export.card import card
from extractor.export.changelog import FILE as CHANGELOG
from extractor.export.changelog import write_changes
from extractor.export.changes import compared, earlier
from extractor.export.citation import citation
from extractor.export.codebook import codebook
from extractor.export.folder import MANIFEST, ExportError, listed, manifest, whole
from extractor.export.formats import named
from extractor.export.publication import Publication, Release, is_named
from extractor.export.resources import ENTRIES, RESOURCES

LONGEST_OLDER = 200_000
"""Characters of an earlier release's changelog that the new one goes on with."""


class Exported(NamedTuple):
    """What was written: (table, rows, of how many), and bytes of all files."""

    tables: tuple[tuple[str, int, int], ...]
    size: int


@unsearched()
def export(
    publication: Publication, folder: Path, form: str, since_release: Path | None = None, *, force: bool = False
) -> Exported:
    """Write a publication into a folder that is new, empty, or an earlier export; `ExportError` where that fails.

    `since_release` is the folder of an earlier export, with which the changelog compares; it may be the one replaced.
    `force` replaces an export that the same command would not make again: see folder.py.
    """
    before = earlier(since_release, publication.release.filters) if since_release else {}
    goes_on = since_release is not None and since_release.resolve() == folder.resolve()
    replaced: dict[str, Any] = {}

    def refuse(made: dict[str, Any]) -> None:
        if not goes_on:
            replaced.update(made)
            _refuse_another(folder, made, publication.release, form)

    with whole(folder, force=force, refuse=refuse) as partial:
        written = named(form)
        written.write(partial, publication)
        tables = tuple(
            (resource.name, publication.written[resource.name], publication.total(resource))
            for resource in RESOURCES
            if resource.name in publication.written
        )
        _refuse_changed(folder, replaced, publication)
        older = manifest(since_release) or {} if since_release else None
        changes = compared(before, publication.rows(ENTRIES)) if since_release else ()
        names = _told_apart(publication, older)
        write_changes(partial, *names, changes, _older(since_release))
        (partial / "README.md").write_text(card(publication, form, written.ABOUT), encoding="utf-8")
        (partial / "CODEBOOK.md").write_text(codebook(publication), encoding="utf-8")
        (partial / "CITATION.cff").write_text(citation(publication), encoding="utf-8")
        size = _write_manifest(partial, publication, form, tables)
    return Exported(tables, size)


def _told_apart(publication: Publication, older: dict[str, Any] | None) -> tuple[str, str | None]:
    """The names of a release and of the one before it; two of one day by what tells their rows apart."""
    name, before = publication.release.name, None if older is None else str(older.get("release"))
    if older is None or name != before:
        return name, before
    return publication.version, str(older.get("version", before))


def _refuse_another(folder: Path, made: dict[str, Any], release: Release, form: str) -> None:
    """Refuse to replace another part of the data, another format, and a release that a person named otherwise."""
    if made.get("format") not in (None, form):
        how = "name another folder, or replace it by --force"
        raise ExportError(f"{folder}: holds an export as {made['format']}; {how}")
    before = tuple(made.get("filters", ()))
    if before != release.filters:
        told = "; ".join(map(str, before)) or "everything"
        how = "name another folder, or replace it by --force"
        raise ExportError(f"{folder}: holds another part of the data ({told}); {how}")
    name = str(made.get("release"))
    if is_named(name, made.get("day")) and name != release.name:
        how = f"name another folder, go on with it by --since-release {folder}, or replace it by --force"
        raise ExportError(f"{folder}: holds the release {name!r}; {how}")


def _refuse_changed(folder: Path, made: dict[str, Any], publication: Publication) -> None:
    """Refuse to give other data the name of a release that a person named."""
    name, before = str(made.get("release")), made.get("fingerprint")
    if made and is_named(name, made.get("day")) and before not in (None, publication.fingerprint):
        how = "give these another name by --release and another folder, or replace it by --force"
        raise ExportError(f"{folder}: the release {name!r} has other rows; {how}")


def _older(folder: Path | None) -> str:
    """What an earlier release's changelog says."""
    path = folder / CHANGELOG if folder else None
    if path is None or not path.is_file():
        return ""
    return path.read_text(encoding="utf-8", errors="replace")[:LONGEST_OLDER]


def _write_manifest(
    folder: Path, publication: Publication, form: str, tables: tuple[tuple[str, int, int], ...]
) -> int:
    release = publication.release
    files = listed(folder)
    told = {
        "made_by": "extractor",
        "program": release.program,
        "release": release.name,
        "version": publication.version,
        "fingerprint": publication.fingerprint,
        "day": release.day,
        "format": form,
        "patterns": release.patterns,
        "filters": release.filters,
        **({"register_lags_behind": publication.behind} if publication.behind else {}),
        "tables": {name: {"rows": rows, "of": total} for name, rows, total in tables},
        "files": files,
    }
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return sum(int(one["bytes"]) for one in files.values()) + len(text.encode())
