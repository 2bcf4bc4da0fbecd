"""One process at a time: a lock file that the system takes back when its holder dies, however it dies."""

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from extractor.errors import ExtractorError, Locked


@contextmanager
def held(file: Path, subject: str, command: str, now: float) -> Iterator[None]:
    """Hold a lock file; `Locked` where another does. `subject` is what it guards, `now` (seconds UTC) what others read.

    The file stays when the lock is given back: who removed it could remove another's.
    """
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise ExtractorError(f"{file}: cannot be written: {error.strerror or error}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked(f"{subject} is held by {_holder(os.pread(descriptor, 4096, 0))}; wait for its end") from None
        since = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")
        told = {"pid": os.getpid(), "host": socket.gethostname(), "since": since, "command": command}
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(told).encode() + b"\n", 0)
        yield
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _holder(content: bytes) -> str:
    """Who holds the lock, by what the file says; it may be about to say it."""
    try:
        told = json.loads(content)
        return f"process {told['pid']} on {told['host']} since {told['since']} ({told['command']})"
    except (ValueError, KeyError, TypeError):
        return "a process that has only just begun"
