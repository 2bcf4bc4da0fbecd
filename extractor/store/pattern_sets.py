"""Which patterns read something: every file that has a say in a reading, by its digest, and one version for all."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, select

import extractor
from extractor import folders
from extractor.facts import KINDS
from extractor.store import tables

PROGRAM = "program"
"""The name, among the files, of the program's own part in a reading."""
_SUFFIXES = frozenset((".toml", ".txt", ".csv"))
_PARTS = (
    "article", "facts", "numbers", "tomlfiles", "gazetteer", "language", "patterns", "outlets", "clean", "annotate",
    "assemble", "pipeline", "batch/kept", "batch/story", "batch/whole",
)  # fmt: skip


class PatternSet(NamedTuple):
    """A set of patterns: `files` are digests (SHA-256) by names below patterns/, and that of the program.

    `contents` are the files with forms, words and awards, by their digests. The libraries under the program are not
    part of it: their releases change readings rarely, and a new one would have everything read again.
    """

    version: str
    files: dict[str, str]
    contents: dict[str, str]


@cache
def current() -> PatternSet:
    """The patterns and the program that are at work now."""
    folder = folders.patterns()
    found = sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    read = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    files = {name: hashlib.sha256(content).hexdigest() for name, content in read.items()} | {PROGRAM: _program()}
    contents = {files[name]: content.decode("utf-8") for name, content in read.items() if _is_kept(name)}
    return PatternSet(version_of(files), files, contents)


def version_of(files: dict[str, str]) -> str:
    """Sixteen hexadecimal digits that stand for files by their names and digests."""
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:16]


def keep(connection: Connection, patterns: PatternSet) -> None:
    """Have a set of patterns in the store."""
    known = tables.pattern_sets.c.version
    if connection.execute(select(known).where(known == patterns.version)).first():
        return
    connection.execute(tables.pattern_sets.insert(), {"version": patterns.version, "files": patterns.files})
    stored = set(connection.scalars(select(tables.pattern_files.c.digest)))
    new = [{"digest": name, "content": told} for name, told in patterns.contents.items() if name not in stored]
    if new:
        connection.execute(tables.pattern_files.insert(), new)


def _program() -> str:
    """The digest of the modules that read pages."""
    folder = Path(extractor.__file__).parent
    digest = hashlib.sha256()
    for part in _PARTS:
        for path in sorted((folder / part).rglob("*.py")) or [folder / f"{part}.py"]:
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _is_kept(name: str) -> bool:
    """Whether a file holds forms, words or awards, whose changes can be bounded by what they say."""
    kinds = {f"{kind}.toml" for kind in (*KINDS, "records")}
    return name.startswith(("words/", "vocabulary/", "awards/")) or name in kinds
