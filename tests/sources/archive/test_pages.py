"""Pages out of anybody's WARC: as they were fetched, in their order, past damage, and with what is lost told."""

import gzip
import io
import random
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
import zstandard
from fastwarc import ArchiveIterator
from warcio.archiveiterator import ArchiveIterator as WarcioIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.article import Page
from extractor.sources.archive import Archive, ArchiveError, Found, Lost, page_at, pages_of, pages_within
from extractor.sources.archive.members import LONGEST, Member, members
from extractor.sources.exchange import Exchange
from tests.sources.archive.exchanges import article, failure, packed_article, refusal, unchanged
from tests.test_urls import UNREADABLE

STORY = b"<html><p>Kota Ambon menerima Piala Adipura.</p></html>"
URL = "https://warta.example/a"
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Writer:
    """Another's WARC, made with warcio record by record."""

    def __init__(self, path: Path) -> None:
        self.path, self.out = path, io.BytesIO()
        self.warc = WARCWriter(self.out, gzip=path.suffix == ".gz", warc_version="1.0")

    def response(
        self, body: bytes, url: str = URL, status: str = "200 OK", headers: dict[str, str] = HTML, **more: str
    ) -> "Writer":
        http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        own = {name.replace("_", "-"): value for name, value in more.items()}
        record = self.warc.create_warc_record(
            url, "response", io.BytesIO(body), len(body), http_headers=http, warc_headers_dict=own
        )
        self.warc.write_record(record)
        return self

    def other(self, kind: str, body: bytes, content_type: str, url: str = URL) -> "Writer":
        record = self.warc.create_warc_record(url, kind, io.BytesIO(body), len(body), warc_content_type=content_type)
        self.warc.write_record(record)
        return self

    def revisit(self, url: str, digest: str, original: str, date: str) -> "Writer":
        http = StatusAndHeaders("200 OK", list(HTML.items()), protocol="HTTP/1.1")
        self.warc.write_record(self.warc.create_revisit_record(url, digest, original, date, http))
        return self

    def done(self) -> Path:
        self.path.write_bytes(self.out.getvalue())
        return self.path


def chunked(body: bytes) -> bytes:
    return b"%x;a=b\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])


@pytest.fixture(params=["a.warc.gz", "a.warc"])
def writer(request: pytest.FixtureRequest, tmp_path: Path) -> Writer:
    return Writer(tmp_path / request.param)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (STORY, {}),
        (gzip.compress(STORY, mtime=0), {"Content-Encoding": "gzip"}),
        (brotli.compress(STORY), {"Content-Encoding": "br"}),
        (zstandard.compress(STORY), {"Content-Encoding": "zstd"}),
        (chunked(STORY), {"Transfer-Encoding": "chunked"}),
        (chunked(gzip.compress(STORY)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        (STORY, {"Content-Encoding": "gzip"}),  # unpacked by who wrote it
        (STORY, {"Transfer-Encoding": "chunked"}),
        (STORY, {"X-Crawl-Content-Encoding": "gzip"}),  # as Common Crawl writes it
    ],
)
def test_a_response_is_its_page(writer: Writer, body: bytes, headers: dict[str, str]) -> None:
    path = writer.response(body, headers={**HTML, **headers}).done()
    assert list(pages_of(path)) == [Page(URL, STORY, URL, "text/html", "utf-8")]
    assert list(pages_of(path, lambda content: b"Adipura" in content)) == list(pages_of(path))
    assert list(pages_of(path, lambda content: b"Kalpataru" in content)) == []


@pytest.mark.parametrize(
    ("url", "status", "media_type", "is_page"),
    [
        (URL, "200 OK", "text/html", True),
        (URL, "200 OK", "text/plain", True),
        (URL, "200 OK", "application/xhtml+xml", True),
        (URL, "200 OK", "image/jpeg", False),
        (URL, "200 OK", "application/rss+xml", False),
        (URL, "404 Not Found", "text/html", False),
        (URL, "301 Moved", "text/html", False),
        ("https://warta.example/robots.txt", "200 OK", "text/plain", False),
    ],
)
def test_only_pages_of_text_are_pages(writer: Writer, url: str, status: str, media_type: str, is_page: bool) -> None:
    path = writer.response(STORY, url, status, {"Content-Type": media_type}).done()
    assert len(list(pages_of(path))) == is_page


@pytest.mark.parametrize("url", UNREADABLE)
def test_a_page_whose_address_is_none_is_a_page_and_so_are_its_neighbours(writer: Writer, url: str) -> None:
    plain = url.encode("ascii", "replace").decode()
    path = writer.response(STORY).response(STORY, plain).response(STORY, URL + "2").done()
    assert len(list(pages_of(path))) == 3


def test_a_resource_is_a_page_and_requests_metadata_and_dns_are_none(writer: Writer) -> None:
    writer.other("resource", STORY, "text/html").other("metadata", b"a: b\r\n", "application/warc-fields")
    writer.other("response", b"20200101\n1.2.3.4\n", "text/dns", "dns:warta.example")
    assert list(pages_of(writer.done())) == [Page(URL, STORY, URL, "text/html", None)]


def test_an_answer_without_a_media_type_is_a_page_where_it_begins_as_one(writer: Writer) -> None:
    path = writer.response(STORY, headers={"Server": "a"}).response(b"\x89PNG", headers={"Server": "a"}).done()
    assert list(pages_of(path)) == [Page(URL, STORY, URL)]


def test_a_revisit_is_the_page_of_its_original(writer: Writer) -> None:
    date, other, digest = "2024-05-06T07:08:09Z", "https://warta.example/b", "sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH"
    writer.revisit(URL, digest, URL, date).response(STORY, WARC_Date=date).revisit(other, digest, URL, date)
    found = [(each.page.url, each.again) for each in pages_within(writer.done()) if isinstance(each, Found)]
    assert found == [(URL, True), (URL, False), (other, False)]


def test_a_revisit_without_its_original_says_so(writer: Writer) -> None:
    path = writer.revisit(URL, "sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH", URL, "2024-05-06T07:08:09Z").done()
    (lost,) = pages_of(path)
    assert isinstance(lost, Lost)
    assert lost.reason == f"a revisit of {URL}, whose original is not in this file"


@pytest.mark.parametrize("exchange", [article(), packed_article()])
def test_our_own_page_is_the_page_that_was_fetched(tmp_path: Path, exchange: Exchange) -> None:
    with Archive(tmp_path) as archive:
        archive.write(exchange)
    (path,) = tmp_path.iterdir()
    page = Page(exchange.url, exchange.body, exchange.url, exchange.media_type, exchange.charset)
    assert list(pages_of(path)) == [page]


def test_of_our_own_files_only_what_was_asked_for_as_an_article_is_a_page(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        *_, first = archive.write(article(1))
        archive.write(article(1, at=1_700_000_900.0), first)
        archive.write(unchanged(1), first)
        archive.write(article(2)._replace(ask=article(2).ask._replace(why="index")))
        archive.write(failure())
        archive.write(refusal())
        archive.write(article(3))
    (path,) = tmp_path.iterdir()
    found = [(each.page.url, each.again) for each in pages_within(path) if isinstance(each, Found)]
    one, three = "https://warta.example/berita/1", "https://warta.example/berita/3"
    assert found == [(one, False), (one, True), (one, True), (three, False)]


def many(path: Path, count: int = 1_000) -> Path:
    writer = Writer(path)
    for number in range(count):
        writer.response(STORY + b"<!-- %d -->" % number, f"{URL}/{number}")
    return writer.done()


def places(path: Path) -> list[tuple[int, int]]:
    """Where the records of a file begin and end."""
    return [(found.offset, found.end) for found in members(path) if isinstance(found, Member)]


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory.mktemp("thousand") / "a.warc.gz")


Damage = Callable[[bytearray, int, int], None]


def flip(content: bytearray, begin: int, end: int) -> None:
    content[(begin + end) // 2] ^= 16


def flip_head(content: bytearray, begin: int, _: int) -> None:
    content[begin] ^= 1


def flip_checksum(content: bytearray, _: int, end: int) -> None:
    content[end - 6] ^= 1


def without_its_middle(content: bytearray, begin: int, end: int) -> None:
    del content[begin + 50 : end - 50]


def zeros(content: bytearray, begin: int, end: int) -> None:
    content[begin:end] = bytes(end - begin)


@pytest.mark.parametrize("damage", [flip, flip_head, flip_checksum, without_its_middle, zeros])
@pytest.mark.parametrize("number", [0, 500, 999])
def test_one_damaged_record_costs_one_page_and_is_told(
    tmp_path: Path, thousand: Path, damage: Damage, number: int
) -> None:
    content, (begin, end) = bytearray(thousand.read_bytes()), places(thousand)[number]
    damage(content, begin, end)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    found = list(pages_within(path))
    (lost,) = (each for each in found if isinstance(each, Lost))
    assert lost.offset == begin
    assert len(found) == 1_000
    assert {each.page.url for each in found if isinstance(each, Found)} == {
        f"{URL}/{at}" for at in range(1_000) if at != number
    }


def test_control_fastwarc_alone_stops_at_damage(tmp_path: Path, thousand: Path) -> None:
    content = bytearray(thousand.read_bytes())
    flip(content, *places(thousand)[500])
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    seen: list[int] = []
    with pytest.raises(OSError, match="decompression"), path.open("rb") as file:
        seen.extend(record.stream_pos for record in ArchiveIterator(file))
    assert len(seen) <= 501


def test_a_record_torn_at_any_byte_is_lost_and_the_others_are_read(tmp_path: Path) -> None:
    path = many(tmp_path / "a.warc.gz", 3)
    content, (begin, end) = path.read_bytes(), places(path)[2]

    def read(cut: int) -> tuple[int, int]:
        path.write_bytes(content[:cut])
        found = list(pages_of(path))
        return sum(isinstance(each, Page) for each in found), sum(isinstance(each, Lost) for each in found)

    assert read(begin) == (2, 0)
    assert {read(cut) for cut in range(begin + 1, end)} == {(2, 1)}
    assert read(end) == (3, 0)


def test_control_other_readers_call_a_torn_record_whole(tmp_path: Path) -> None:
    path = many(tmp_path / "a.warc.gz", 1)
    content = path.read_bytes()
    torn = content[:-3]
    assert len(list(ArchiveIterator(io.BytesIO(torn)))) == 1
    assert len(list(WarcioIterator(io.BytesIO(torn)))) == 1


def test_a_record_whose_bytes_changed_is_lost_in_a_file_that_is_not_packed(tmp_path: Path) -> None:
    path = many(tmp_path / "a.warc", 9)
    content = bytearray(path.read_bytes())
    content[content.index(b"Kota Ambon", places(path)[4][0])] ^= 1
    path.write_bytes(content)
    found = list(pages_of(path))
    assert sum(isinstance(each, Page) for each in found) == 8
    assert [each.reason for each in found if isinstance(each, Lost)] == ["its digest is not that of its bytes"]


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
@pytest.mark.parametrize("content", [b"", b"\x1f\x8b\x08" * 30_000, b"WARC/1.0\r\n" * 30_000, b"\0" * 300_000])
def test_what_is_no_warc_is_lost_in_no_time(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert all(isinstance(found, Lost) for found in pages_of(path))


def test_noise_is_lost_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(random.Random(1).randbytes(200_000))
    (lost,) = pages_of(path)
    assert isinstance(lost, Lost)
    assert lost.length == 200_000


def test_a_bomb_is_passed_over(tmp_path: Path) -> None:
    path = many(tmp_path / "a.warc.gz", 2)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % (LONGEST * 2)
    path.write_bytes(gzip.compress(head + b"\0" * LONGEST * 2, 1) + path.read_bytes())
    found = list(pages_of(path))
    assert sum(isinstance(each, Page) for each in found) == 2


def test_a_file_packed_as_one_piece_says_what_to_do(tmp_path: Path) -> None:
    plain = many(tmp_path / "a.warc", 3)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(plain.read_bytes()))
    with pytest.raises(ArchiveError, match="unpack the file with gunzip first"):
        list(pages_of(path))


def test_a_page_is_read_at_its_place(writer: Writer) -> None:
    path = writer.response(STORY, WARC_Date="2024-05-06T07:08:09.123456Z").response(STORY * 2, f"{URL}/2").done()
    found = [each for each in pages_within(path) if isinstance(each, Found)]
    pages = [page_at(path, each.offset) for each in found]
    assert [page._replace(fetched=None) for page in pages] == [each.page for each in found]
    assert pages[0].fetched == "2024-05-06T07:08:09Z"


@pytest.mark.parametrize(("offset", "reason"), [(7, "damaged"), (10**9, "damaged")])
def test_a_place_where_no_record_begins_says_so(writer: Writer, offset: int, reason: str) -> None:
    with pytest.raises(ArchiveError, match=reason):
        page_at(writer.response(STORY).done(), offset)
