"""`extractor run`: the main job, the whole way from a feed to records, and the register, on what comes with it."""

import csv
import os
import subprocess
import sys
from pathlib import Path

from frictionless import Package

ROOT = Path(__file__).parent.parent.parent


def test_a_newcomer_sees_records_of_the_corpus_and_of_a_crawl(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    command = [sys.executable, "-m", "extractor", "run"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0
    assert "Paritrana Award" in done.stdout
    told = done.stderr.splitlines()
    assert told[-2].startswith("Try next: ")
    total = next(line.split() for line in told if line.startswith("  all "))
    assert int(total[1]) == sum(map(int, total[2:]))
    with (tmp_path / "out" / "crawled" / "records.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["url"].split("/")[2].endswith(".example") for row in rows} == {True}
    assert (tmp_path / "out" / "records.csv").stat().st_size > 10_000
    with (tmp_path / "out" / "dataset" / "data" / "entries.csv").open(encoding="utf-8", newline="") as file:
        entries = list(csv.DictReader(file))
    shown = next(line for line in told if "entries; all of them" in line)
    assert shown.startswith(f"40 of {len(entries):,} entries")
    assert Package(tmp_path / "out" / "dataset" / "datapackage.json").validate().valid
