"""Settings on the command line: shown with their origins, and a first file of them."""

import json
import os
import sys
from pathlib import Path

from extractor.cli import DONE, fail, printable
from extractor.settings import FILE
from extractor.settings.reading import read
from extractor.settings.showing import Shown, example, shown, unknown
from extractor.wholefiles import whole


def showing(folder: Path, origin: bool, form: str) -> int:
    """Print every setting; the exit code."""
    told = read(folder, os.environ, {})
    for name in unknown(told, os.environ):
        print(f"{name} is no setting", file=sys.stderr)
    rows = list(shown(told))
    if form == "json":
        print(json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1))
        return DONE
    lines = [f"{row.setting} = {_value(row)}" for row in rows]
    width = max(len(line) for line in lines if len(line) <= 48)
    for line, row in zip(lines, rows, strict=True):
        print(printable(line) if not origin else f"{printable(line):<{width}}  {printable(row.origin)}")
    return DONE


def _value(row: Shown) -> str:
    return "-" if row.value is None else json.dumps(row.value, ensure_ascii=False)


def beginning(folder: Path) -> int:
    """Write a file that explains every setting; the exit code."""
    path = folder / FILE
    if os.path.lexists(path):
        return fail(f"{path} is there already; `extractor config show --origin` says what it sets")
    folder.mkdir(parents=True, exist_ok=True)
    with whole(path) as file:
        os.fchmod(file.fileno(), 0o600)  # only its owner reads it: it may come to hold a password
        file.write(example().encode())
    print(path)
    return DONE
