"""The kliping on the command line: asked of the store, written, named; what a person set in a sheet of before stays."""

import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from extractor.cli import DONE
from extractor.cli.following import followed
from extractor.cli.stores import opened
from extractor.digest.arrivals import arrivals, days, left
from extractor.digest.files import write
from extractor.digest.kliping import Clip, clips, counted, left_out, without_awards
from extractor.digest.sheets import Sheets, as_book, as_page, earlier, untaken, with_tones
from extractor.digest.tones import NotASheet
from extractor.errors import ExtractorError

_JAKARTA = timezone(timedelta(hours=7))


def clipping(day: str | None, out: Path, language: str, data: Path, store: str | None, *, awarded: bool) -> int:
    """Write the sheet and the page of a day; the exit code."""
    wanted = day or f"{datetime.now(UTC).astimezone(_JAKARTA):%Y-%m-%d}"
    with opened(data, store) as held, followed(held).reading() as connection:
        sheet = clips(connection, wanted, language, awarded=awarded)
        count = len(arrivals(connection, wanted)) - len(sheet) if awarded else 0
        elsewhere = left(connection, wanted)
        others = [] if sheet else days(connection)

    def missing(of: str) -> tuple[str, ...]:
        return tuple(filter(None, (without_awards(count, of), left_out(elsewhere, of))))

    if not sheet:
        newest = f"; the newest sheets would be of {', '.join(others)}" if others else ""
        print("\n".join((f"no article of {wanted}{newest}", *missing("en"))), file=sys.stderr)
        return DONE
    book, page = out / f"kliping-{wanted}.xlsx", out / f"kliping-{wanted}.html"
    toned, aside = _with_tones_of(book, sheet, language)
    told = Sheets(toned, wanted, language, (counted(toned, wanted, language), *missing(language)))
    write({**aside, book: as_book(told), page: as_page(told).encode()})
    print("\n".join((f"{counted(toned, wanted, 'en')}; {book}, {page}", *missing("en"))), file=sys.stderr)
    for path in aside:
        print(f"{book} may hold more by hand than tones: it is kept as {path}", file=sys.stderr)
    kept = sum(bool(clip.tone) for clip in toned)
    if kept:
        tones = "1 tone set by hand was" if kept == 1 else f"{kept} tones set by hand were"
        print(f"{tones} taken over", file=sys.stderr)
    return DONE


def _with_tones_of(book: Path, sheet: list[Clip], language: str) -> tuple[list[Clip], dict[Path, bytes]]:
    """The articles with the tones of the sheet that is there; that sheet itself under a name of its own, where more in
    it may be a person's work.
    """
    try:
        content = book.read_bytes()
    except FileNotFoundError:
        return sheet, {}
    except OSError as error:
        raise ExtractorError(f"{book}: cannot be read: {error.strerror or error}") from error
    aside = {_free(book): content}
    try:
        before = earlier(content)
    except NotASheet:
        return sheet, aside
    toned = with_tones(sheet, before, language)
    return toned, {} if before.is_ours and not untaken(toned, before) else aside


def _free(book: Path) -> Path:
    """A name beside a file that nothing has yet."""
    number = 1
    while (found := book.with_name(f"{book.stem}-{number}{book.suffix}")).exists():
        number += 1
    return found
