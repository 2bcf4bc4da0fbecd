"""The kliping on the command line: asked of the store, written, named."""

import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from extractor.cli import DONE
from extractor.cli.stores import opened
from extractor.digest.kliping import as_book, as_page, clips, counted, days
from extractor.errors import ExtractorError

_JAKARTA = timezone(timedelta(hours=7))


def clipping(day: str | None, out: Path, language: str, data: Path, store: str | None) -> int:
    """Write the sheet and the page of a day; the exit code."""
    wanted = day or f"{datetime.now(UTC).astimezone(_JAKARTA):%Y-%m-%d}"
    with opened(data, store) as held, held.reading() as connection:
        sheet = clips(connection, wanted, language)
        others = [] if sheet else days(connection)
    if not sheet:
        newest = f"; the newest are of {', '.join(others)}" if others else ""
        print(f"no article of {wanted}{newest}", file=sys.stderr)
        return DONE
    stem = out / f"kliping-{wanted}"
    book, page = stem.with_suffix(".xlsx"), stem.with_suffix(".html")
    try:
        out.mkdir(parents=True, exist_ok=True)
        _whole(book, as_book(sheet, wanted, language))
        _whole(page, as_page(sheet, wanted, language).encode())
    except OSError as error:
        raise ExtractorError(f"{out}: cannot be written: {error.strerror or error}") from error
    print(f"{counted(sheet, wanted, language)}; {book}, {page}", file=sys.stderr)
    return DONE


def _whole(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
