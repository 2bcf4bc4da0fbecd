"""One crawl at a time on a data folder."""

from contextlib import AbstractContextManager
from pathlib import Path

from extractor.locks import held


def locked(folder: Path, command: str, now: float) -> AbstractContextManager[None]:
    """Hold the lock of a data folder; `Locked` where another does. `now` is the time (seconds UTC) that others read."""
    return held(folder / "lock", str(folder), command, now)
