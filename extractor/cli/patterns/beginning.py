"""`extractor patterns new`: a pattern or an award's file to fill in, or what people corrected, as examples."""

import sys
from pathlib import Path

import click

from extractor import folders
from extractor.cli import DONE
from extractor.cli.stores import opened
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


def begin_examples(kind: str | None, data: Path, store: str | None, write: bool) -> int:
    """What people corrected and rejected, as examples of patterns: printed, or put where they belong; the exit code."""
    from extractor.cli.review.deciding import OF_NO_ARTICLE
    from extractor.store.lessons import lessons
    from extractor.workbench import lessons as bench

    if kind is not None and kind not in kinds():
        raise click.UsageError(f"no kind is called {kind!r}; there are {', '.join(kinds())}")
    with opened(data, store) as into, into.reading() as connection:
        learnt = [one for one in lessons(connection) if kind in (None, one.kind)]
    tried = {one.reference: bench.taught(one, patterns()) for one in learnt}
    told_once = {(one.file, one.owner, one.finds, str(one.printed)): one for one in tried.values() if one is not None}
    examples = list(told_once.values())  # copies of one text teach the same
    for reference in (name for name, one in tried.items() if one is None):
        print(f"{reference}: its words stand too far apart for an example", file=sys.stderr)
    read = sum(one.passed for one in examples)
    told = (
        f"{len(examples)} example{'s'[: len(examples) != 1]} out of what people said, {read} read as they say already"
    )
    if not learnt:
        print(OF_NO_ARTICLE, file=sys.stderr)
    if not write:
        print(bench.printed(examples), end="")
        print(f"{told}; --write puts them into the files", file=sys.stderr)
        return DONE
    new = bench.write(folders.patterns(), examples)
    for file, number in new.items():
        print(f"{folders.patterns() / file}: {number} new", file=sys.stderr)
    print(
        f"{told}; they are sentences of the press: put other names in. Then: extractor patterns check", file=sys.stderr
    )
    return DONE
