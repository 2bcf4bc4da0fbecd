"""The archive: every exchange of the crawl as WARC 1.1, and pages out of anybody's WARC files.

`Archive` writes the crawl's own files and reads them back; `pages_of` reads the pages of any WARC; `rebuild_index`
makes the index by address, time and hash from the files alone.
"""

from extractor.sources.archive.pages import Found, page_at, pages_of, pages_within
from extractor.sources.archive.stored import ArchiveError, Captured, Lost, Stored
from extractor.sources.archive.writing import Archive, files, rebuild_index

__all__ = [
    "Archive",
    "ArchiveError",
    "Captured",
    "Found",
    "Lost",
    "Stored",
    "files",
    "page_at",
    "pages_of",
    "pages_within",
    "rebuild_index",
]
