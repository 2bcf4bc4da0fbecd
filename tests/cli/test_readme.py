"""What README.md shows is what the command prints."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_the_result_in_the_readme_is_what_is_printed() -> None:
    _, _, rest = (ROOT / "README.md").read_text(encoding="utf-8").partition("    $ extractor ")
    command, _, below = rest.partition("\n")
    shown, _, _ = below.partition("\nThe same as JSON")
    printed = subprocess.run(
        [sys.executable, "-m", "extractor", *command.split(), "--format", "table"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert [line.strip() for line in shown.strip().splitlines()] == [line.strip() for line in printed.splitlines()]
