"""The kliping on the command line: asked of the store, written, named."""

import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from extractor.cli import DONE
from extractor.cli.stores import opened
from extractor.digest.files import write
from extractor.digest.kliping import as_book, as_page, clips, counted, days

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
    write({book: as_book(sheet, wanted, language), page: as_page(sheet, wanted, language).encode()})
    print(f"{counted(sheet, wanted, language)}; {book}, {page}", file=sys.stderr)
    return DONE

