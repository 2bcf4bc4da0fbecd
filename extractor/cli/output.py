"""Where extractions go: standard output in one of four forms, and the files of `--out`."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO, Any, Protocol

from extractor.errors import ExtractorError
from extractor.gazetteer import official_name
from extractor.wholefiles import Partial

COLUMNS = (
    "source", "url", "outlet", "published", "title", "award", "edition", "level", "scope", "scope_name", "category",
    "recipient_type", "recipient_code", "recipient", "outcome", "rank", "shortlist", "event_date", "evidence",
    "context",
)  # fmt: skip
_AROUND = 120
"""Characters of the story's line that `context` shows on either side of the first words of the evidence."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class Output(Protocol):
    """A place for extractions, each as the object of the annotation guideline."""

    def write(self, extraction: dict[str, Any]) -> None:
        """One more article."""

    def finish(self) -> None:
        """All are there."""

    def close(self) -> None:
        """Leave nothing half done; called after `finish` and after a failure."""


def on_stdout(form: str) -> Output:
    """Standard output as "table", "jsonl", "json" or "csv"."""
    if form == "table":
        from extractor.cli.table import Table  # rich takes a tenth of a second to import

        return Table()
    return {"jsonl": Lines, "json": Array, "csv": Rows}[form](sys.stdout.buffer)


def to_json(extraction: dict[str, Any]) -> bytes:
    """An extraction on one line; what some programs take for a line end, and lone surrogates, are escaped."""
    text = json.dumps(extraction, ensure_ascii=False).translate(_LINE_ENDS)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(extraction).encode("ascii")


def rows(extraction: dict[str, Any]) -> Iterator[list[str | int | None]]:
    """The records of an article in the columns of records.csv; cells that a spreadsheet would compute are defused."""
    article, text = extraction["article"], extraction["article"]["text"]
    for record in extraction["records"]:
        recipient = record["recipient"]
        told = article | record | {
            "recipient_type": recipient["type"],
            "recipient_code": recipient["code"],
            "recipient": recipient["name"],
            "scope_name": official_name(record["scope"]),
            "evidence": " | ".join(text[start:end] for start, end in record["spans"]),
            "context": _context(text, *record["spans"][0]) if record["spans"] else None,
        }  # fmt: skip
        yield [cell(told[column]) for column in COLUMNS]


def region_name(code: str | None) -> str | None:
    """The name of a province or regency, without the word for a province: "Maluku Utara", "Kota Ambon"."""
    name = official_name(code)
    return name and name.removeprefix("Provinsi ")


def _context(text: str, start: int, end: int) -> str:
    """The line in which a span stands, cut at words where it is long; cuts show as dots."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = last if last >= 0 else len(text)
    left = max(first, start - _AROUND)
    right = min(last, end + _AROUND)
    before, after = text[left:start], text[end:right]
    if left > first:
        before = "… " + before.partition(" ")[2]
    if right < last:
        after = after.rpartition(" ")[0] + " …"
    return before + text[start:end] + after


def cell(value: object) -> str | int | None:
    """A value on one line, without what would move a cursor; what a spreadsheet would compute is defused."""
    if value is None or isinstance(value, int):
        return value
    text = "".join(c if c.isprintable() else " " for c in str(value)).strip(" ")
    return f"'{text}" if text.startswith(_FORMULA) else text


class Lines:
    """One JSON object a line."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def write(self, extraction: dict[str, Any]) -> None:
        """One more line."""
        self.stream.write(to_json(extraction) + b"\n")

    def finish(self) -> None:
        """Everything reaches the stream, or says why not."""
        self.stream.flush()

    def close(self) -> None:
        """The stream is another's to close."""


class Array(Lines):
    """One JSON array of all objects."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(stream)
        self.before = b"["

    def write(self, extraction: dict[str, Any]) -> None:
        """One more element."""
        self.stream.write(self.before + b"\n" + to_json(extraction))
        self.before = b","

    def finish(self) -> None:
        """The end of the array."""
        self.stream.write((b"" if self.before == b"," else self.before) + b"\n]\n")
        super().finish()


class Rows(Lines):
    """The award records as CSV (UTF-8, commas, one header line)."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(stream)
        self.header = [COLUMNS]

    def write(self, extraction: dict[str, Any]) -> None:
        """The records of one more article."""
        self._add(rows(extraction))

    def finish(self) -> None:
        """The header, where there was no article."""
        self._add([])
        super().finish()

    def _add(self, lines: Iterable[Iterable[str | int | None]]) -> None:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(chain(self.header, lines))
        self.header = []
        self.stream.write(text.getvalue().encode("utf-8", "replace"))


class Files:
    """articles.jsonl and records.csv in a folder: whole, or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with self._named():
            folder.mkdir(parents=True, exist_ok=True)
            self.files = [Partial(folder / name) for name in ("articles.jsonl", "records.csv")]
        self.outputs = [Lines(self.files[0].stream), Rows(self.files[1].stream)]

    def write(self, extraction: dict[str, Any]) -> None:
        """One more article in both files."""
        with self._named():
            for output in self.outputs:
                output.write(extraction)

    def finish(self) -> None:
        """Both files take the place of older ones."""
        with self._named():
            for output, file in zip(self.outputs, self.files, strict=True):
                output.finish()
                file.sync()
            for file in self.files:
                file.keep()

    def close(self) -> None:
        """What was not finished goes."""
        for file in self.files:
            file.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """An error of the system says which folder it befell."""
        try:
            yield
        except OSError as error:
            reason = f"cannot be written: {error.strerror or error}; name another folder with --out"
            raise ExtractorError(f"{self.folder}: {reason}") from error
