"""A rerun that is killed loses nothing and does nothing twice: the next goes on where it was."""

import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import func, select

from extractor import folders
from extractor.store import Store
from extractor.store.pattern_sets import PatternSet
from extractor.store.tables import KINDS, runs, texts
from tests.store.corpus import SOME, fill, told

OLD = PatternSet("0" * 16, {"program": "before"}, {})
FEW = 8  # texts between two kills


def unread(path: Path) -> int:
    """How many texts still bear the version of the old patterns."""
    with Store(path) as store, store.reading() as connection:
        asked = select(func.count()).select_from(texts).where(texts.c.patterns == OLD.version)
        return int(connection.execute(asked).scalar_one())


def command_on(path: Path) -> list[str]:
    """A rerun of a store, in a process of its own."""
    return [sys.executable, "-m", "tests.store.edited", str(folders.patterns()), "all", str(path)]


def killed_after(path: Path, left: int) -> None:
    """Start a rerun and kill it once no more than `left` texts are unread."""
    with subprocess.Popen(command_on(path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as rerun:
        deadline = time.monotonic() + 120
        while unread(path) > left and rerun.poll() is None and time.monotonic() < deadline:
            time.sleep(0.002)
        rerun.kill()


def test_reruns_that_are_killed_come_to_the_same_end(tmp_path: Path) -> None:
    path, fresh = tmp_path / "store.sqlite", tmp_path / "fresh.sqlite"
    with Store(path) as store, Store(fresh) as other:
        store.create()
        fill(store, OLD, records=[], regions=[])
        other.create()
        fill(other)
    lefts = [(killed_after(path, SOME - FEW * times), unread(path))[1] for times in range(1, 4)]
    assert 0 < lefts[2] < lefts[1] < lefts[0] < SOME
    subprocess.run(command_on(path), check=True, stdout=subprocess.DEVNULL)
    with Store(path) as store, Store(fresh) as other:
        kept, wanted = told(store), told(other)
        with store.reading() as connection:
            outcomes = connection.execute(select(runs.c.outcome).order_by(runs.c.id)).scalars().all()
    assert {name: kept[name] for name in (*KINDS, "touched")} == {name: wanted[name] for name in (*KINDS, "touched")}
    assert {version for _, version in kept["patterns"]}.isdisjoint({OLD.version})
    assert outcomes == ["done", "killed", "killed", "killed", "done"]
    assert len(kept["readings"]) == len(set(kept["readings"]))
