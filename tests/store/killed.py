"""A small ingest in a process of its own, which is killed: by strace at a system call, or by itself before a statement.

    python -m tests.store.killed WHERE once          make the store and write some articles; how many statements it took
    python -m tests.store.killed WHERE unguarded     the same without a journal: the control
    python -m tests.store.killed WHERE NUMBER        killed before the statement or commit of this number
    python -m tests.store.killed WHERE backup        a backup of the store that is there, into `backups` beside it
    python -m tests.store.killed WHERE later         the next backup, which takes the place of the one before
    python -m tests.store.killed WHERE copy          a copy of it, to `copy.sqlite` beside it
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from extractor.store import Store, database
from extractor.store.backup import backup
from extractor.store.copying import copy
from tests.store.filled import LATER, NOW, fill

COUNT = 3


def main() -> None:
    """Ingest as the command line says."""
    where, how = sys.argv[1], sys.argv[2]
    if how in ("backup", "later", "copy"):
        beside = Path(where).parent
        with Store(where) as store, Store(beside / "copy.sqlite", any_version=True) as target:
            if how == "copy":
                copy(store, target)
            else:
                backup(store, beside / "backups", NOW if how == "backup" else LATER, keep=1)
        return
    left = [int(how) if how.isdecimal() else 0]
    taken = left[0]

    def step(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    if how == "unguarded":
        database._make_file = Path.touch  # type: ignore[assignment]
    with Store(where) as store:
        if how == "unguarded":
            event.listen(store.engine, "connect", lambda made, _: made.execute("PRAGMA journal_mode=OFF"))
        store.create()
        fill(store, COUNT)
    print(taken - left[0])


if __name__ == "__main__":
    main()
