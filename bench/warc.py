"""Reading a WARC of pages that speak of no award, with the names of awards as a filter, against fastwarc alone."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from fastwarc import ArchiveIterator

from bench.clocks import in_turn, ratio
from bench.irrelevant import irrelevant_pages
from bench.measures import Measure
from extractor.batch.archived import with_award_words
from extractor.sources.archive import Archive, pages_within
from extractor.sources.archive.quick import Filter
from extractor.sources.exchange import Ask, Exchange, Hop

_PAGES, _TIMES = 400, 5
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def warc_measures(rounds: int) -> Iterator[Measure]:
    """One row: our reader over fastwarc's iteration, which unpacks every record and looks at none."""
    wanted = with_award_words()
    with TemporaryDirectory() as folder:
        path, size = _archive(Path(folder), wanted)

        def bare() -> None:
            for _ in ArchiveIterator(str(path)):
                pass

        def ours() -> None:
            assert not list(pages_within(path, wanted))

        seconds = in_turn(rounds, ours=ours, bare=bare)
        fastest = min(seconds["bare"])
        packed = size / path.stat().st_size
    count = _PAGES * _TIMES
    of = f"{count:,} pages, {size / 1e6:.0f} MB, packed {packed:.1f} to 1; fastwarc {size / fastest / 1e6:.0f} MB/s"
    value = ratio(seconds["ours"], seconds["bare"])
    yield Measure("a WARC with the awards' words as filter / fastwarc", of, value, 1.25, "x")


def _archive(folder: Path, wanted: Filter) -> tuple[Path, int]:
    """An archive of ours with pages that the filter does not want, sent unpacked, and how many bytes they have."""
    pages = irrelevant_pages(_PAGES, wanted)
    with Archive(folder) as archive:
        for number in range(_PAGES * _TIMES):
            body, url = pages[number % _PAGES], f"https://warta.example/berita/{number}"
            request = b"GET / HTTP/1.1\r\nHost: warta.example\r\n\r\n"
            hop = Hop(url, 1_700_000_000.0 + number, "127.0.0.1", request, _HEAD, 200, (), body)
            archive.write(Exchange(Ask(url, "article"), "ok", None, url, (hop,)))
        assert archive.file is not None
        return folder / archive.file, _TIMES * sum(map(len, pages))
