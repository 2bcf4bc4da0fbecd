"""The command, run over the whole corpus."""

import os
import subprocess
import sys

from tools.splits import ROOT, SPLITS

FOLDERS = [(split.folder / "articles").relative_to(ROOT).as_posix() for split in SPLITS]


def over_the_corpus(jobs: int, seed: int) -> bytes:
    """What the command prints; `seed` orders Python's sets and so shows what hangs on their order."""
    command = [sys.executable, "-m", "extractor", "extract", *FOLDERS, "--format", "jsonl", "--jobs", str(jobs)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
