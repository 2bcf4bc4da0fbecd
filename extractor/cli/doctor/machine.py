"""The machine: what a night needs of it."""

import errno
import os
import resource
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from extractor.cli.doctor.checked import FAIL, OK, WARN, Checked
from extractor.errors import ExtractorError
from extractor.nightly.journal import Journal
from extractor.times import utc

_MB = 1_000_000
_SPACE, _LITTLE_SPACE = 200 * _MB, 2_000 * _MB
"""Bytes of a disk: below the first a night cannot end well, below the second some nights are left."""
_FILES, _FEW_FILES = 1_000, 20_000
_MEMORY, _LITTLE_MEMORY = 300 * _MB, 1_000 * _MB
_WRITTEN = datetime(2026, 11, 1, tzinfo=UTC).timestamp()
"""No clock that is right says that it is earlier: this program was not written yet."""


def machine(folder: Path, now: float, workers: int) -> Iterator[Checked]:
    """Python, disk, memory, clock, open files, and whether the folder may be written."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Checked("python", OK, version) if sys.version_info >= (3, 11) else Checked(
        "python", FAIL, f"{version} is too old: install 3.11 or newer"
    )
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())
    yield from _disk(there)
    yield _memory()
    yield _clock(folder, now)
    yield _open_files(workers)
    yield _writing(folder, there)


def _disk(folder: Path) -> Iterator[Checked]:
    free = shutil.disk_usage(folder).free
    said = f"{free / 1e9:,.1f} GB free at {folder}"
    yield _level("disk", free, _SPACE, _LITTLE_SPACE, said, "make room, or move the data to a larger disk")
    found = os.statvfs(folder)
    if found.f_files:
        said = f"{found.f_favail:,} more files can be made at {folder}"
        yield _level("inodes", found.f_favail, _FILES, _FEW_FILES, said, "remove small files, or use another disk")


def _memory() -> Checked:
    try:
        lines = dict(line.split(":", 1) for line in Path("/proc/meminfo").read_text().splitlines())
        free = int(lines["MemAvailable"].split()[0]) * 1024
    except (OSError, KeyError, ValueError):
        return Checked("memory", OK, "not known on this system")
    said = f"{free / 1e9:,.1f} GB available"
    return _level("memory", free, _MEMORY, _LITTLE_MEMORY, said, "a page may take 2 GiB: end other programs")


def _clock(folder: Path, now: float) -> Checked:
    said = utc(now)
    behind = f"{said} cannot be: set the clock, and keep it by NTP"
    if now < _WRITTEN:
        return Checked("clock", FAIL, behind)
    try:
        nights = Journal(folder).nights()
    except ExtractorError:
        nights = []
    times = [at for night in nights for at in (night.started, night.ended) if at]
    if times and max(times) > now + 60:
        return Checked("clock", FAIL, f"{said}, but a night was at work at {utc(max(times))}: set the clock")
    return Checked("clock", OK, said)


def _open_files(workers: int) -> Checked:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = 2 * workers + 64
    if soft != resource.RLIM_INFINITY and soft < needed:
        do = f"`ulimit -n {needed}`, LimitNOFILE={needed} in the service, or fewer `workers`"
        return Checked("open files", FAIL, f"{soft} are allowed, {needed} may be needed: {do}")
    return Checked("open files", OK, f"{'any number' if soft == resource.RLIM_INFINITY else soft} allowed")


def _writing(folder: Path, there: Path) -> Checked:
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"x")
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        do = "make room" if full else "give this user the right to write it, or name another with --data"
        return Checked("folder", FAIL, f"{there}: cannot be written: {error.strerror or error}: {do}")
    if there != folder.absolute():
        return Checked("folder", OK, f"{folder} is not there yet, and can be made")
    return Checked("folder", OK, f"{folder} can be written")


def net(names: tuple[str, ...]) -> Iterator[Checked]:
    """Whether the machine reaches itself, and whether names are resolved."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname(), timeout=5).close()
        yield Checked("loopback", OK, "127.0.0.1 answers")
    except OSError as error:
        yield Checked("loopback", FAIL, f"127.0.0.1 does not answer: {error}: bring the interface lo up")
    for name in names:
        try:
            socket.getaddrinfo(name, 443, type=socket.SOCK_STREAM)
            yield Checked("names", OK, f"{name} is resolved")
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or error
            yield Checked("names", FAIL, f"{name} is not resolved: {reason}: look at /etc/resolv.conf")


def _level(what: str, has: float, least: float, little: float, said: str, do: str) -> Checked:
    if has < least:
        return Checked(what, FAIL, f"{said}: too little: {do}")
    return Checked(what, WARN, f"{said}: little: {do}") if has < little else Checked(what, OK, said)
