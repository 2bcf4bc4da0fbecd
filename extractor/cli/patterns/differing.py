"""`extractor patterns diff`: what the patterns of the working tree read otherwise than those of a git revision.

The articles are read twice, side by side, by two processes: one runs this code with the patterns as they are, the other
a copy of it in a temporary folder, with the patterns of the revision; or else the code of the revision too.
"""

import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from extractor import folders
from extractor.cli import DONE
from extractor.cli import SET_ASIDE as SOME_SET_ASIDE
from extractor.cli.changes import SIGNS, counted, fields_of, sort_of, words_of
from extractor.errors import ExtractorError
from extractor.workbench.difference import Change, changes

_CODE = Path(__file__).resolve().parent.parent.parent
_FAULT = "a fault of extractor"
_LONGEST = 90


def differing(arguments: tuple[str, ...], with_code: bool) -> int:
    """Print the facts gained, lost and changed since a revision (HEAD if none is named); the exit code."""
    named = bool(arguments) and not Path(arguments[0]).exists()
    revision = arguments[0] if named else "HEAD"
    paths = [str(Path(path).resolve()) for path in arguments[named:]] or [str(_seen())]
    commit = _git("rev-parse", "--verify", "--short", f"{revision}^{{commit}}").strip().decode()
    with tempfile.TemporaryDirectory(prefix="extractor-") as folder:
        _lay_out(Path(folder), commit, with_code)
        before, after = _begun(Path(folder), paths), _begun(_CODE.parent, paths)
        old, new = _extractions(before, f"with the patterns of {revision}"), _extractions(after, "with these patterns")
    _print(changes(old, new), len(new), revision if revision == commit else f"{revision} ({commit})")
    return DONE


def _seen() -> Path:
    """The articles of the corpus that authors of patterns may look at."""
    return folders.corpus() / "seen" / "articles"


def _git(*arguments: str) -> bytes:
    """What git says in the folder of the patterns."""
    try:
        command = ["git", "-C", str(folders.patterns()), *arguments]
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise ExtractorError("`patterns diff` needs git, which is not installed") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ExtractorError(f"git cannot tell what the patterns were: {reason[-1] if reason else 'it says nothing'}")
    return done.stdout


def _lay_out(folder: Path, commit: str, with_code: bool) -> None:
    """The patterns of a commit, and beside them a copy of this code, or the code of that commit."""
    _unpack(folder / "patterns", commit, folders.patterns())
    if with_code:
        _unpack(folder / "extractor", commit, _CODE)
    else:
        shutil.copytree(_CODE, folder / "extractor", ignore=shutil.ignore_patterns("__pycache__", "shipped"))


def _unpack(folder: Path, commit: str, there: Path) -> None:
    """A folder as a commit has it."""
    root = _git("rev-parse", "--show-toplevel").strip().decode()
    tree = f"{commit}:{there.relative_to(Path(root).resolve()).as_posix()}"
    with tarfile.open(fileobj=io.BytesIO(_git("-C", root, "archive", "--format=tar", tree))) as archive:
        archive.extractall(folder, filter="data")


def _begun(root: Path, paths: list[str]) -> subprocess.Popen[bytes]:
    """A process that reads the articles with the code and patterns under a folder."""
    command = [sys.executable, "-m", "extractor", "extract", "--format", "jsonl", "--", *paths]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _extractions(reader: subprocess.Popen[bytes], how: str) -> list[dict[str, Any]]:
    """What the process read, with what it has to say of articles that it set aside."""
    output, said = reader.communicate()
    lines = said.decode("utf-8", "replace").strip().splitlines()
    fault = next((line for line in lines if _FAULT in line), None)
    if fault or reader.returncode not in (DONE, SOME_SET_ASIDE):
        reason = fault or (lines[-1] if lines else "no reason was given")
        hint = "; --with-code takes the code of that revision too" if fault and "of" in how else ""
        raise ExtractorError(f"the articles cannot be read {how}{hint}: {reason}")
    return [json.loads(line) for line in output.splitlines()]


def _print(found: list[Change], articles: int, revision: str) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for kind, of_kind in groupby(found, key=lambda change: change.kind):
        members = list(of_kind)
        console.print(Text.assemble((kind, "bold"), f"  {counted(members)}"))
        for pattern, of_pattern in groupby(members, key=lambda change: change.pattern):
            console.print(Text(f"  {pattern or 'no pattern'}", style="cyan"))
            for change in of_pattern:
                console.print(_line(change))
    changed = counted(found) or "Nothing changed"
    console.print(Text(f"{changed} since {revision}, in {articles} articles.", style="bold"))


def _line(change: Change) -> Text:
    sign, style = SIGNS[sort_of(change)]
    said = (f"    {sign} {words_of(change, _LONGEST)}", style)
    return Text.assemble(said, f"  {fields_of(change)}  ", (Path(change.source).name, "dim"))
