"""`extractor patterns new`: a pattern or an award's file to fill in, printed or written where it belongs."""

import sys

import click

from extractor import folders
from extractor.cli import DONE
from extractor.errors import ExtractorError
from extractor.patterns import patterns
from extractor.workbench.skeletons import award, file_name, kinds, pattern


def begin_pattern(kind: str, write: bool) -> int:
    """A pattern to fill in: printed, or put at the end of its kind's file; the exit code."""
    if kind not in kinds():
        raise click.UsageError(f"no kind is called {kind!r}; there are {', '.join(kinds())} and award")
    text, path = pattern(kind, patterns()), folders.patterns() / f"{kind}.toml"
    if not write:
        print(text.strip("\n"))
        return DONE
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else ""
    path.write_text((before + text).lstrip("\n"), encoding="utf-8")
    print(
        f"{path}:{before.count(chr(10)) + 2}: fill in the pattern, then run: extractor patterns check", file=sys.stderr
    )
    return DONE


def begin_award(name: str, write: bool) -> int:
    """An award's file to fill in: printed, or written under patterns/awards; the exit code."""
    known = patterns().lexicon.value("award", name)
    if known:
        raise ExtractorError(f"{name!r} is a name of {known!r} already, in patterns/{patterns().awards[known].file}")
    path = folders.patterns() / "awards" / file_name(name)
    if path.exists() or path.stem == "":
        raise ExtractorError(f"{path} is there already" if path.stem else f"{name!r} has no letters to name a file by")
    if not write:
        print(award(name), end="")
        return DONE
    path.write_text(award(name), encoding="utf-8")
    print(f"{path}: say who gives it and how the press calls it, then run: extractor patterns check", file=sys.stderr)
    return DONE
