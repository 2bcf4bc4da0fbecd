"""The folder of an export: whole or not there.

Everything is written beside it, into `.NAME.partial`, which takes its place in the end. A kill leaves that folder, and
the next export removes it; between the two renames that replace an older export, the older one lies beside, as
`.NAME.before`, and the next export puts it back. What is replaced is an export that nobody touched, since it can be
made anew from the store; an export with other files than it was made with, another part of the data, another format,
and a release that a person named are replaced by `force` alone, and a folder that is none never: what a person put
there is not ours to delete.
"""

import errno
import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.errors import ExtractorError, Locked
from extractor.wholefiles import sync

MANIFEST = "release.json"
"""The file in each export that lists its files with bytes and hashes."""
_PIECE = 1 << 20
Refusal = Callable[[dict[str, Any]], object]
"""Raises `ExportError` where an export with such a manifest is not to be replaced."""


class ExportError(ExtractorError):
    """An export that cannot be written where it is wanted; nothing of it is left there."""


@contextmanager
def whole(folder: Path, *, force: bool = False, refuse: Refusal = lambda _: None) -> Iterator[Path]:
    """A folder to write into, which takes the wanted one's place if all goes well, and else is gone.

    Without `force`, `refuse` may look at the manifest of the export that would be replaced.
    """
    folder = folder.resolve()  # "." has no name
    if not folder.name:
        raise ExportError(f"{folder}: holds other files; name a new or empty folder")
    partial, before = folder.with_name(f".{folder.name}.partial"), folder.with_name(f".{folder.name}.before")
    with _named(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial.mkdir(exist_ok=True)
        held = _hold(partial, folder)
        try:
            _put_back(folder, before)
            _empty(partial)
            check_free(folder, force=force, refuse=refuse)
            yield partial
            _keep(partial)
            if folder.exists():
                folder.rename(before)
            partial.rename(folder)
            sync(folder.parent)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise
        finally:
            os.close(held)
        shutil.rmtree(before, ignore_errors=True)


def check_free(folder: Path, *, force: bool = False, refuse: Refusal = lambda _: None) -> None:
    """Refuse a folder whose files an export would destroy."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportError(f"{folder}: is a file; name a folder")
    if not any(folder.iterdir()):
        return
    made = manifest(folder)
    if made is None:
        raise ExportError(f"{folder}: holds other files; name a new or empty folder")
    if not force:
        refuse(made)
    if not force and not _is_untouched(folder, made):
        raise ExportError(f"{folder}: somebody changed files of the export there; --force replaces it all the same")
    strange = sorted(_files(folder) - made["files"].keys() - {MANIFEST})
    if strange:
        raise ExportError(f"{folder}: holds files that no export wrote ({strange[0]}); name another folder")


def manifest(folder: Path) -> dict[str, Any] | None:
    """What an export says of itself; None where a folder is none."""
    try:
        made = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    is_ours = isinstance(made, dict) and isinstance(made.get("files"), dict) and made.get("made_by") == "extractor"
    return made if is_ours else None


def listed(folder: Path) -> dict[str, dict[str, Any]]:
    """Every file below a folder with its bytes and SHA-256, by its path in it."""
    found = {}
    for name in sorted(_files(folder)):
        found[name] = {"bytes": (folder / name).stat().st_size, "sha256": sha256(folder / name)}
    return found


def sha256(path: Path) -> str:
    """The SHA-256 of a file, 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _is_untouched(folder: Path, made: dict[str, Any]) -> bool:
    there = _files(folder)
    return all(name in there and sha256(folder / name) == told["sha256"] for name, told in made["files"].items())


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()}


def _hold(partial: Path, folder: Path) -> int:
    """A lock on the folder that is written into, which ends with the process."""
    held = os.open(partial, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(held)
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            raise Locked(f"{folder}: another export is being written there; wait for it") from error
        raise
    return held


def _put_back(folder: Path, before: Path) -> None:
    """Undo what a kill between two renames left."""
    if before.exists():
        if folder.exists():
            shutil.rmtree(before)
        else:
            before.rename(folder)


def _empty(partial: Path) -> None:
    for path in partial.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _keep(partial: Path) -> None:
    """Have the disk hold everything before the name leads to it."""
    for path in (*(one for one in sorted(partial.rglob("*")) if one.is_file()), partial):
        sync(path)


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """What the system or SQLite refuses, with the folder's name before it and what to do behind."""
    try:
        yield
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written: {error.strerror or error}; {_remedy(error)}") from error
    except sqlite3.OperationalError as error:
        raise ExportError(f"{folder}: cannot be written: {error}; make room, or name another folder") from error


def _remedy(error: OSError) -> str:
    return "make room" if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else "name another folder"
