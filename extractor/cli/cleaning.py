"""The job of `extractor clean`: pages in, their stories printed, what became of each told on standard error."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from extractor.batch import Result, expand, extract_all
from extractor.cli import DONE, SET_ASIDE
from extractor.cli.inputs import ticking, told
from extractor.cli.output import Array, Lines, Output
from extractor.cli.story import FIELDS, Text
from extractor.errors import ExtractorError
from extractor.wholefiles import whole

_UNREAD = "read this against the page, mend what is wrong, then delete this line: until then its test fails"


class Wanted(NamedTuple):
    """The options of the command line."""

    form: str
    show_removed: bool
    explain: bool
    pipeline: str
    keep: Path | None
    jobs: int


def cleaning(names: tuple[str, ...], wanted: Wanted) -> int:
    """Clean all inputs, print or keep their articles, and say what was set aside and what drifts; the exit code."""
    inputs = expand(names)
    output = _output(wanted)
    counts: Counter[str] = Counter()
    kept: dict[Path, str] = {}
    with ticking(len(inputs)) as ticker:
        for result in told(extract_all(inputs, wanted.jobs, pipeline=wanted.pipeline), ticker):
            counts["set aside" if result.extraction is None else "articles"] += 1
            if result.extraction is not None:
                output.write(result.extraction)
            if wanted.keep:
                _keep(result, wanted.keep, kept)
    output.finish()
    if counts.total() > 1:
        print(_summary(sum(len(given.names) for given in inputs), counts), file=sys.stderr)
    return SET_ASIDE if counts["set aside"] else DONE


def _summary(named: int, counts: Counter[str]) -> str:
    """How many pages became how many articles."""
    aside = f", {counts['set aside']} set aside" if counts["set aside"] else ""
    return f"{named} page{'s'[: named != 1]}: {counts['articles']} article{'s'[: counts['articles'] != 1]}{aside}"


def _output(wanted: Wanted) -> Output:
    if wanted.form == "text":
        return Text(removed=wanted.show_removed, explain=wanted.explain)
    return (Array if wanted.form == "json" else Lines)(sys.stdout.buffer)


def _keep(result: Result, folder: Path, kept: dict[Path, str]) -> None:
    """What a test is to expect of a page, marked as not read by anybody; what somebody has read is not written over.

    `kept` are the files of this run and the pages that they are of: no two pages of one name share a file.
    """
    page = Path(result.source)
    target = folder / f"{page.stem}.json"
    if target in kept:
        raise ExtractorError(f"{target}: is of {kept[target]}, and {page} has the same name; keep it in another folder")
    kept[target] = str(page)
    try:
        if _is_read(target):
            raise ExtractorError(f"{target}: somebody has read it; delete it to have it written anew")
        folder.mkdir(parents=True, exist_ok=True)
        with whole(target) as file:
            file.write((json.dumps(_expected(result, page), ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}; name another folder with --keep"
        raise ExtractorError(f"{target}: {reason}") from error


def _is_read(target: Path) -> bool:
    """Whether somebody has read a kept file: it is there, whole, and its mark is gone."""
    try:
        return "unread" not in json.loads(target.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return False


def _expected(result: Result, page: Path) -> dict[str, Any]:
    expected: dict[str, Any] = {"unread": _UNREAD, "pages": [page.name]}
    if result.extraction is None:
        return expected | {"set_aside": result.code or result.reason}
    article = result.extraction
    pages = [article["pages"]["have"], article["pages"]["of"]] if article["pages"] else None
    return expected | {
        "article": {**{name: article[name] for name in FIELDS}, "pages": pages, "text": article["text"]},
        "conflicts": article["conflicts"],
        "teasers": [piece["text"] for piece in article["removed"]],
    }
