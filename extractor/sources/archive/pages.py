"""The pages of any WARC, ours or another's (Common Crawl's); damage is passed over and told."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from extractor.article import Page
from extractor.sources.archive.answers import LIMIT, answer_of, content_type, without_chunks
from extractor.sources.archive.exchanges import original_of
from extractor.sources.archive.members import Damaged, Member, is_packed, member_at
from extractor.sources.archive.quick import Filter, page_records, response_heads
from extractor.sources.archive.recording import WHY
from extractor.sources.archive.stored import ArchiveError, Lost, read_time
from extractor.times import utc
from extractor.urls import url_parts

READ = {"text/html", "application/xhtml+xml", "text/plain"}
"""The media types that may hold an article."""
_ARTICLES = ("article", "page", "check")


class Found(NamedTuple):
    """A page of a WARC and where its record begins; `again` where it is a revisit of the same address."""

    offset: int
    page: Page
    again: bool = False


def pages_of(path: Path, wanted: Filter | None = None) -> Iterator[Page | Lost]:
    """The pages of a WARC in their order, HTML and text, and the bytes that could not be read.

    Answers other than 2xx, media that hold no text and, in our own files, what was not asked for as an article are
    none. A revisit is the page of its original, which is looked for in this file and, where it is named, in its folder.
    """
    for found in pages_within(path, wanted):
        yield found.page if isinstance(found, Found) else found


def pages_within(path: Path, wanted: Filter | None = None) -> Iterator[Found | Lost]:
    """The pages of a WARC with their places; `ArchiveError` where it cannot be read at all."""
    originals = Originals(path)
    try:
        for member in page_records(path, wanted):
            if isinstance(member, Lost):
                yield member
                continue
            page = originals.page(member) if member.kind == "revisit" else page_of(member)
            if isinstance(page, Page) and (wanted is None or wanted(page.content)):
                yield Found(member.offset, page, member.kind == "revisit" and originals.is_again(member))
            elif isinstance(page, str):
                yield Lost(path.name, member.offset, member.length, page)
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be read: {error.strerror or error}") from error


def page_at(path: Path, offset: int) -> Page:
    """The page whose record begins at an offset, and when it was sent; `ArchiveError` where no whole one is there."""
    try:
        with path.open("rb") as file:
            member = member_at(file, offset, packed=is_packed(file))
        page = Originals(path).page(member) if member.kind == "revisit" else page_of(member)
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be read: {error.strerror or error}") from error
    except Damaged as damaged:
        raise ArchiveError(f"{path}: the record at {offset} is damaged: {damaged}") from None
    if not isinstance(page, Page):
        raise ArchiveError(f"{path}: {page or 'no page of text'} at {offset}")
    return page._replace(fetched=_sent(member))


class Originals:
    """Where the responses of a WARC stand that its revisits may refer to; looked for once a revisit is met."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._places: dict[str, int] | None = None

    def page(self, revisit: Member) -> Page | str | None:
        """The page that a revisit stands for, under the revisit's address; why there is none; None for no article."""
        if not _is_asked_as_article(revisit):
            return None
        original = self._original(revisit)
        if original is None:
            return f"a revisit of {_address(revisit)}, whose original is not in this file"
        page, url = page_of(original), _address(revisit)
        return page._replace(source=url, url=url) if page else None

    @staticmethod
    def is_again(revisit: Member) -> bool:
        """Whether a revisit is of its own address, as far as it says."""
        return revisit.headers.get("warc-refers-to-target-uri", _address(revisit)) == _address(revisit)

    def _original(self, revisit: Member) -> Member | None:
        named = original_of(revisit, self.path.parent)
        path = self.path.parent / named.file if named else self.path
        offset = named.offset if named else self._place(revisit)
        if offset is None:
            return None
        with path.open("rb") as file:
            try:
                return member_at(file, offset, packed=is_packed(file))
            except Damaged:
                return None

    def _place(self, revisit: Member) -> int | None:
        if self._places is None:
            self._places = {
                key: head.offset
                for head in response_heads(self.path)
                for key in _keys(head, "warc-target-uri", "warc-date", "warc-record-id")
            }
        keys = _keys(revisit, "warc-refers-to-target-uri", "warc-refers-to-date", "warc-refers-to")
        return next((self._places[key] for key in keys if key in self._places), None)


def page_of(member: Member) -> Page | None:
    """The page that a response or a resource holds, byte for byte as a live fetch gives it; None where it is none."""
    if not _is_asked_as_article(member):
        return None
    url = _address(member)
    if member.kind == "resource":
        media_type, charset = content_type(member.headers.get("content-type", ""))
        return _read(Page(url, member.block[:LIMIT], url, media_type, charset))
    if not member.headers.get("content-type", "").startswith("application/http"):
        return None
    answer = answer_of(member.block, ours=WHY.lower() in member.headers)
    if answer is None or not 200 <= answer.status < 300:
        return None
    if WHY.lower() not in member.headers and "chunked" in answer.said("transfer-encoding").lower():
        answer = answer._replace(wire=without_chunks(answer.wire))
    unpacked = answer.body()
    is_unpacked_already = WHY.lower() not in member.headers and (unpacked.reason or "").startswith("is no ")
    body = answer.wire[:LIMIT] if is_unpacked_already else unpacked.body
    return _read(Page(url, body, url, answer.media_type, answer.charset))


def _read(page: Page) -> Page | None:
    """The page, where it is one of text: by its media type, and without one by its first bytes; robots.txt is none."""
    if url_parts(page.source).path == "/robots.txt" or not page.content:
        return None
    if page.media_type is None:
        return page if page.content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else None
    return page if page.media_type in READ else None


def _is_asked_as_article(member: Member) -> bool:
    """False for what our own crawl asked for as a list or as rules."""
    return member.headers.get(WHY.lower(), "article") in _ARTICLES


def _address(member: Member) -> str:
    return member.headers.get("warc-target-uri", "").strip("<>")  # older writers print it in brackets


def _sent(member: Member) -> str | None:
    """When the record was made, to the second; None where it does not say that in a way that can be read."""
    at = read_time(member.headers.get("warc-date", ""))
    return utc(at) if at > 0 else None


def _keys(member: Member, url: str, date: str, identity: str) -> list[str]:
    """What a response can be found by: its address and time, its name, its digest; the surest first."""
    headers = member.headers
    named = f"{headers[url].strip('<>')} {headers[date]}" if url in headers and date in headers else None
    return [key for key in (named, headers.get(identity), headers.get("warc-payload-digest")) if key]
