"""Reruns by patterns that were edited: a process of its own, whose patterns lie in another folder.

Arguments: the folder, and for each store its address and "all" or "changed"; prints the counts of each as JSON.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from extractor import folders
from tests import forks

LATER = "2026-11-22T03:30:00Z"


def laid_out(folder: Path, name: str, old: str, new: str) -> Path:
    """The project's patterns in a folder, where a file says something else."""
    shutil.copytree(folders.patterns(), folder, copy_function=os.symlink)
    content = (folder / name).read_text(encoding="utf-8")
    assert content.count(old) == 1, f"{name} does not hold {old!r} once"
    (folder / name).unlink()
    (folder / name).write_text(content.replace(old, new), encoding="utf-8")
    return folder


def rerun(folder: Path, **stores: str) -> list[dict[str, int]]:
    """The counts of reruns by the patterns of a folder: `all` is the address of a store, `changed` that of another."""
    named = (part for pair in stores.items() for part in pair)
    done = forks.told(["-m", "tests.store.edited", folder, *named], forks.ROOT, os.environ)
    done.check_returncode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> None:
    folder, *pairs = sys.argv[1:]
    folders.patterns = lambda: Path(folder)
    forks.forget()
    from extractor.batch.reread import Rereading
    from extractor.store import Store

    for how, address in zip(pairs[::2], pairs[1::2], strict=True):
        with Store(address) as store:
            job = Rereading(store, lambda: LATER, changed_only=how == "changed")
            results = list(job)
            assert [result.reason for result in results if result.reason] == []
            print(json.dumps(job.work.counts))


if __name__ == "__main__":
    main()
