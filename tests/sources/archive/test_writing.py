import errno
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from warcio.checker import Checker

from extractor.errors import ExtractorError
from extractor.sources.archive import Archive, ArchiveError, Captured, Found, Stored, pages_within, rebuild_index
from extractor.sources.archive.members import Member, members
from extractor.sources.exchange import Exchange
from tests.sources.archive.exchanges import article, failure, packed_article, refusal, torn, unchanged

NOW = 1_790_000_000.5


class Inputs(NamedTuple):
    inputs: list[str]
    verbose: bool = False


def is_valid(folder: Path) -> bool:
    """What `warcio check` says of all files of an archive."""
    return not Checker(Inputs([str(path) for path in sorted(folder.glob("*.warc.gz"))])).process_all()


def written(folder: Path, *exchanges: Exchange, limit: int = 1024**3) -> list[tuple[Stored, ...]]:
    with Archive(folder, limit, lambda: NOW) as archive:
        return [archive.write(exchange) for exchange in exchanges]


def newest(folder: Path) -> Path:
    return max(folder.iterdir())


def read_back(folder: Path) -> list[Captured]:
    return list(Archive(folder).after())


@pytest.mark.parametrize("exchange", [article(), packed_article(), failure(), refusal(), torn(), unchanged()])
def test_an_exchange_comes_back_as_it_was(tmp_path: Path, exchange: Exchange) -> None:
    (rows,) = written(tmp_path, exchange)
    assert read_back(tmp_path) == [Captured(exchange, rows)]
    assert is_valid(tmp_path)


@pytest.mark.parametrize(
    ("exchange", "kinds"),
    [
        (article(), "metadata request response"),
        (packed_article(), "metadata request response request response"),
        (failure(), "metadata"),
        (unchanged(), "metadata request response"),
    ],
)
def test_an_exchange_is_its_metadata_and_what_went_over_the_net(tmp_path: Path, exchange: Exchange, kinds: str) -> None:
    (rows,) = written(tmp_path, exchange)
    assert " ".join(row.kind for row in rows) == kinds


def test_the_index_can_be_made_again_from_the_files(tmp_path: Path) -> None:
    rows = written(tmp_path, *(article(number) for number in range(9)), failure(), limit=4_000)
    assert len(list(tmp_path.iterdir())) > 2
    assert list(rebuild_index(tmp_path)) == [row for group in rows for row in group]


def test_a_body_that_did_not_change_is_kept_once(tmp_path: Path) -> None:
    with Archive(tmp_path, clock=lambda: NOW) as archive:
        *_, first = archive.write(article())
        *_, again = archive.write(article(at=1_700_100_000.0), first)
        *_, once_more = archive.write(unchanged(at=1_700_200_000.0), again)
        assert [row.kind for row in (first, again, once_more)] == ["response", "revisit", "revisit"]
        assert archive.find(once_more) == archive.find(again) == archive.find(first)
    assert [found.exchange for found in read_back(tmp_path)] == [
        article(),
        article(at=1_700_100_000.0),
        unchanged(at=1_700_200_000.0),
    ]
    assert is_valid(tmp_path)


@pytest.mark.parametrize("exchange", [article(2), article(1, b"<html>lain</html>")])
def test_another_address_or_another_body_is_no_revisit(tmp_path: Path, exchange: Exchange) -> None:
    with Archive(tmp_path) as archive:
        *_, first = archive.write(article())
        *_, other = archive.write(exchange, first)
    assert other.kind == "response"


def test_a_revisit_finds_its_original_in_another_file(tmp_path: Path) -> None:
    with Archive(tmp_path, limit=1) as archive:
        *_, first = archive.write(article())
        *_, again = archive.write(article(at=1_700_100_000.0), first)
        assert again.file != first.file
        assert archive.find(again) == archive.find(first)


def test_a_page_is_found_by_its_row(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        rows = [archive.write(exchange) for exchange in (article(1), packed_article(), article(2))]
        page = archive.find(rows[1][-1])
        assert archive.exchange(rows[1][0]) == packed_article()
    assert (page.url, page.media_type, page.charset) == (packed_article().url, "text/html", "utf-8")
    assert page.content == packed_article().body


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"offset": 1}, "is damaged"),
        ({"url": "https://lain.example/"}, "is not that of"),
        ({"file": "extractor-20200101000000-00009.warc.gz"}, "cannot be read"),
    ],
)
def test_a_row_that_leads_nowhere_says_so(tmp_path: Path, change: dict[str, str], reason: str) -> None:
    ((*_, row),) = written(tmp_path, article())
    with pytest.raises(ArchiveError, match=reason):
        Archive(tmp_path).find(row._replace(**change))  # type: ignore[arg-type]


def test_what_the_index_does_not_know_is_read_from_a_place_on(tmp_path: Path) -> None:
    rows = written(tmp_path, *(article(number) for number in range(9)), limit=4_000)
    known = rows[3][-1]
    found = [captured.stored for captured in Archive(tmp_path).after(known.file, known.offset + known.length)]
    assert found == rows[4:]


def test_a_file_is_closed_at_the_limit_and_the_next_one_has_the_next_number(tmp_path: Path) -> None:
    rows = written(tmp_path, *(article(number) for number in range(6)), limit=4_000)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [name[-13:-8] for name in names] == ["00001", "00002", "00003"]
    assert all(path.stat().st_size <= 4_000 for path in tmp_path.iterdir())
    assert {row.file for group in rows for row in group} == set(names)
    assert is_valid(tmp_path)


def test_a_clock_that_goes_back_does_not_change_the_order_of_files(tmp_path: Path) -> None:
    times = iter([2_000_000_000.0 - 86_400 * number for number in range(99)])
    with Archive(tmp_path, 1, lambda: next(times)) as archive:
        rows = [archive.write(article(number)) for number in range(4)]
        assert [captured.stored for captured in archive.after()] == rows
    assert [path.name for path in sorted(tmp_path.iterdir(), reverse=True)] == [group[0].file for group in rows]


def test_an_archive_goes_on_in_its_newest_file(tmp_path: Path) -> None:
    rows = written(tmp_path, article(1)) + written(tmp_path, article(2))
    assert len(list(tmp_path.iterdir())) == 1
    assert list(rebuild_index(tmp_path)) == [row for group in rows for row in group]


def state_after_cut(folder: Path, whole: bytes, length: int) -> tuple[int, bool, bool]:
    """How many exchanges an archive holds that was cut, opened and written to; whether it is valid; what it says."""
    path = newest(folder)
    path.write_bytes(whole[:length])
    with Archive(folder, clock=lambda: NOW) as archive:
        archive.write(article(3))
        cut = any(loss.cut for loss in archive.lost)
    return len(read_back(folder)), is_valid(folder), cut


def test_an_archive_cut_at_every_byte_of_its_last_exchange_is_whole_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)  # takes most of the time
    first, second = written(tmp_path, article(1), article(2))
    whole, begin = newest(tmp_path).read_bytes(), second[0].offset
    assert state_after_cut(tmp_path, whole, begin) == (2, True, False)
    assert {state_after_cut(tmp_path, whole, cut) for cut in range(begin + 1, len(whole))} == {(2, True, True)}
    assert state_after_cut(tmp_path, whole, len(whole)) == (3, True, False)
    assert [captured.stored for captured in read_back(tmp_path)][:2] == [first, second]


def test_an_archive_cut_at_every_byte_of_its_first_record_begins_anew(tmp_path: Path) -> None:
    (rows,) = written(tmp_path, article(1))
    whole = newest(tmp_path).read_bytes()
    assert state_after_cut(tmp_path, whole, 0) == (1, True, False)
    assert {state_after_cut(tmp_path, whole, cut) for cut in range(1, rows[0].offset)} == {(1, True, True)}


def test_control_behind_a_torn_end_that_is_not_repaired_nothing_is_found(tmp_path: Path) -> None:
    rows = written(tmp_path, article(1), article(2), article(3))
    whole, third = newest(tmp_path).read_bytes(), rows[2][0].offset
    path = tmp_path / "other.warc.gz"
    path.write_bytes(whole[: third - 20] + whole[third:])
    assert not is_valid(tmp_path)


def test_what_somebody_appended_is_cut_off_and_told(tmp_path: Path) -> None:
    written(tmp_path, article(1))
    with newest(tmp_path).open("ab") as file:
        file.write(b"\0" * 5_000)
    archive = Archive(tmp_path).open()
    archive.close()
    (loss,) = archive.lost
    assert (loss.length, loss.cut) == (5_000, True)
    assert str(loss).endswith("cut off: no record begins here")
    assert is_valid(tmp_path)


def test_damage_in_the_middle_is_told_and_nothing_behind_it_is_cut_off(tmp_path: Path) -> None:
    rows = written(tmp_path, article(1), article(2), article(3))
    content = bytearray(newest(tmp_path).read_bytes())
    content[rows[1][2].offset + 300] ^= 4
    newest(tmp_path).write_bytes(content)
    with Archive(tmp_path) as archive:
        (loss,) = archive.lost
        rows.append(archive.write(article(4)))
    assert (loss.offset, loss.length, loss.cut) == (rows[1][2].offset, rows[1][2].length, False)
    assert [captured.stored for captured in read_back(tmp_path)] == [rows[0], rows[2], rows[3]]


def test_a_lost_metadata_record_at_the_end_costs_no_page(tmp_path: Path) -> None:
    (rows,) = written(tmp_path, article(1))
    content = bytearray(newest(tmp_path).read_bytes())
    content[rows[0].offset + 100] ^= 4
    newest(tmp_path).write_bytes(content)
    Archive(tmp_path).open().close()
    assert newest(tmp_path).read_bytes() == content
    assert [found.offset for found in pages_within(newest(tmp_path)) if isinstance(found, Found)] == [rows[2].offset]


def test_a_file_that_grew_behind_its_back_is_refused(tmp_path: Path) -> None:
    with Archive(tmp_path) as one, Archive(tmp_path) as other:
        one.write(article(1))
        other.open()
        other.write(article(2))
        with pytest.raises(ArchiveError, match="somebody else has written"):
            one.write(article(3))
    assert len(read_back(tmp_path)) == 2
    assert is_valid(tmp_path)


def test_a_file_that_another_took_the_place_of_is_refused(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.write(article(1))
        path = newest(tmp_path)
        copy = path.with_suffix(".copy")
        copy.write_bytes(path.read_bytes())
        copy.rename(path)
        with pytest.raises(ArchiveError, match="somebody else has written"):
            archive.write(article(2))


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may become longer, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("more", [0, 1, 200, 336, 337, 500, 732, 900, 1_200])
def test_on_a_full_disk_nothing_half_written_stays(tmp_path: Path, more: int) -> None:
    with Archive(tmp_path, clock=lambda: NOW) as archive:
        first = archive.write(article(1))
        size = newest(tmp_path).stat().st_size
        with room_for(size + more), pytest.raises(ArchiveError, match=r"cannot be written: File too large"):
            archive.write(article(2))
        assert newest(tmp_path).stat().st_size == size
        third = archive.write(article(3))
    assert [captured.stored for captured in read_back(tmp_path)] == [first, third]
    assert is_valid(tmp_path)


@pytest.mark.parametrize("size", [0, 1, 200])
def test_a_file_that_cannot_be_begun_is_not_left_behind(tmp_path: Path, size: int) -> None:
    with Archive(tmp_path) as archive, room_for(size), pytest.raises(ExtractorError, match="File too large"):
        archive.write(article(1))
    assert list(tmp_path.iterdir()) == []


def test_where_even_the_end_cannot_be_taken_back_nothing_more_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with Archive(tmp_path) as archive:
        archive.write(article(1))
        size = newest(tmp_path).stat().st_size
        monkeypatch.setattr("os.ftruncate", failing)
        with room_for(size + 400), pytest.raises(ArchiveError):
            archive.write(article(2))
        with pytest.raises(ArchiveError, match="open the archive again"):
            archive.write(article(3))
        monkeypatch.undo()
        archive.open().write(article(4))
    assert [captured.exchange for captured in read_back(tmp_path)] == [article(1), article(4)]


def test_each_record_is_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    write: Callable[[int, bytes], int] = os.write

    def counted(descriptor: int, content: bytes) -> int:
        sizes.append(len(content))
        return write(descriptor, content)

    with Archive(tmp_path) as archive:
        archive.write(article(1))
        monkeypatch.setattr("os.write", counted)
        rows = archive.write(article(2))
    assert sizes == [row.length for row in rows]


def test_what_was_written_is_forced_to_the_disk_every_few_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, forced = [NOW], []
    with Archive(tmp_path, clock=lambda: now[0]) as archive:
        archive.write(article(1))
        monkeypatch.setattr("os.fsync", forced.append)
        archive.write(article(2))
        assert len(forced) == 0
        now[0] += 6
        archive.write(article(3))
        assert len(forced) == 1
        now[0] -= 3600
        archive.write(article(4))
        assert len(forced) == 2


def test_a_file_begins_by_saying_what_it_is(tmp_path: Path) -> None:
    written(tmp_path, article(1))
    first = next(members(newest(tmp_path)))
    assert isinstance(first, Member)
    assert (first.kind, first.headers["warc-filename"]) == ("warcinfo", newest(tmp_path).name)
    assert newest(tmp_path).name == "extractor-20260921141320-00001.warc.gz"


def test_an_archive_that_is_only_opened_makes_no_file(tmp_path: Path) -> None:
    with Archive(tmp_path / "new"):
        pass
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize(
    ("exchange", "field", "value"),
    [
        (article(), "warc-truncated", None),
        (torn(), "warc-truncated", "disconnect"),
        (torn()._replace(reason="longer than 5 MiB"), "warc-truncated", "length"),
        (torn()._replace(reason="not whole in time"), "warc-truncated", "time"),
        (article(), "warc-ip-address", "127.0.0.7"),
        (article(), "extractor-why", "article"),
    ],
)
def test_a_response_says_what_it_lacks_and_where_it_came_from(
    tmp_path: Path, exchange: Exchange, field: str, value: str | None
) -> None:
    written(tmp_path, exchange)
    last = list(members(newest(tmp_path)))[-1]
    assert isinstance(last, Member)
    assert last.headers.get(field) == value
