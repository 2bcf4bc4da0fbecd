"""`extractor review export` and `import`: articles to annotation tools and back, and as gold."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extractor.cli import DONE, SET_ASIDE, fail, printable
from extractor.cli.review.deciding import OF_NO_ARTICLE, Speaking
from extractor.cli.stores import opened
from extractor.errors import ExtractorError
from extractor.review import labelstudio, prodigy
from extractor.review.tasks import Task
from extractor.store.exchange import gold_of, keys_of, take, tasks_of
from extractor.store.pieces import pieces
from extractor.wholefiles import whole

_AT_ONCE = 200
"""Articles that are held at a time."""


def exporting(
    target: Path, data: Path, store: str | None, *, form: str, reviewed_only: bool, outlet: str | None
) -> int:
    """Write the articles of a store for Label Studio, for Prodigy or as gold."""
    with opened(data, store) as into, into.reading() as connection:
        keys = keys_of(connection, reviewed_only=reviewed_only, outlet=outlet)
        parts = list(pieces(keys, _AT_ONCE))
        if form == "gold":
            for part in parts:
                for name, text, told in gold_of(connection, part):
                    _write(target / "articles" / f"{name}.txt", [text])
                    _write(target / "gold" / f"{name}.json", [json.dumps(told, ensure_ascii=False, indent=1), "\n"])
        else:
            tasks = (task for part in parts for task in tasks_of(connection, part))
            _write(target, _labelstudio(tasks) if form == "labelstudio" else _prodigy(tasks))
    if form == "labelstudio":
        _write(target.with_suffix(".xml"), [labelstudio.CONFIGURATION])
    also = f"; {target.with_suffix('.xml')} is the labelling configuration" if form == "labelstudio" else ""
    print(f"{len(keys)} article{'s'[: len(keys) != 1]} into {target}{also}", file=sys.stderr)
    if reviewed_only and not keys:
        print(f"{OF_NO_ARTICLE}; without --reviewed-only all articles go", file=sys.stderr)
    return DONE


def _labelstudio(tasks: Iterable[Task]) -> Iterator[str]:
    before = "["
    for task in tasks:
        yield before + "\n" + _json(labelstudio.written(task))
        before = ","
    yield ("[" if before == "[" else "") + "\n]\n"


def _prodigy(tasks: Iterable[Task]) -> Iterator[str]:
    for task in tasks:
        yield _json(prodigy.written(task)) + "\n"


def _json(told: Any) -> str:
    """JSON on one line, whatever splits lines and on whichever signs."""
    marks = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
    return json.dumps(told, ensure_ascii=False).translate(marks)


def _write(path: Path, pieces: Iterable[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as file:
            file.writelines(piece.encode() for piece in pieces)
    except OSError as error:
        raise ExtractorError(f"{path}: cannot be written: {error.strerror or error}") from error


def importing(file: Path, *, form: str | None, dry_run: bool, accept: bool, **options: Any) -> int:
    """Take what people changed in a file of Label Studio or Prodigy; the exit code."""
    speaking = Speaking(**options)
    fallback = speaking.by()
    tasks = _read(file, form)
    faults: list[str] = []
    written = known = 0
    with opened(speaking.data, speaking.store) as into:
        for task in tasks:
            by = fallback._replace(who=task.who or fallback.who, at=task.at or fallback.at)
            with into.reading() if dry_run else into.writing() as connection:
                said, before, wrong = take(connection, task, by, accept=accept, write=not dry_run)
            written, known, faults = written + len(said), known + before, faults + wrong
    for fault in faults:
        fail(fault)
    would = "would be " if dry_run else ""
    counts = f"{written} decision{'s'[: written != 1]} {would}written, {known} known already, {len(faults)} set aside"
    print(f"{file}: {len(tasks)} answered task{'s'[: len(tasks) != 1]}: {printable(counts)}", file=sys.stderr)
    return SET_ASIDE if faults else DONE


def _read(file: Path, form: str | None) -> list[Task]:
    """The tasks of a file that people answered; one line where it is none."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ExtractorError(f"{file}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError:
        raise ExtractorError(f"{file}: is not UTF-8 text") from None
    reader = _read_labelstudio if (form or _looks(text)) == "labelstudio" else _read_prodigy
    try:
        return list(reader(text))
    except json.JSONDecodeError as error:
        raise ExtractorError(f"{file}: no JSON in line {error.lineno}: {error.msg}") from None
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ExtractorError(f"{file}: was not made from an export of `extractor review export` ({error})") from None
    except ValueError as error:
        raise ExtractorError(f"{file}: {error}") from None


def _looks(text: str) -> str:
    return "labelstudio" if text.lstrip().startswith("[") else "prodigy"


def _read_labelstudio(text: str) -> Iterator[Task]:
    return labelstudio.read(json.loads(text))


def _read_prodigy(text: str) -> Iterator[Task]:
    return prodigy.read(json.loads(line) for line in text.split("\n") if line.strip())
