"""What becomes of one input: the JSON object of its article, or the reason why it was set aside."""

from typing import Any, NamedTuple

from extractor.article import Page

Job = Page | str | list[str]
"""What a worker reads: a page, the name of one, or the names of the pages of one story."""


class Input(NamedTuple):
    """One article to read: `name` is a path, an address or "-"; `refused` says why it cannot be one.

    `others` are names, given in the same command, of what seem to be further pages of the same story, or the same page
    for another device: they are read with it, as one article.
    """

    name: str
    refused: str | None = None
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names that it stands for."""
        return (self.name, *self.others)


FAULT = "fault"
"""The code of what is set aside though it may be an article: its reading failed, or did not end."""


class Read(NamedTuple):
    """An input that a result was read from, as it was named, and SHA-256 of its bytes as 64 hexadecimal digits."""

    name: str
    digest: str


class Result(NamedTuple):
    """One input's outcome: `extraction` is the object of the annotation guideline, or None, and `reason` says why.

    `code` names the reason where the page is no article. `notes` are what a reader of the article must know, one line
    each: a page of its story that is missing. `site` is whose page it is and `missed` what it misses of what that
    site's pages have. `read` are the pages it was read from, as far as they could be. `apart` are the outcomes of those
    of an input's other names that turned out to be no pages of its story.
    """

    source: str
    extraction: dict[str, Any] | None
    reason: str | None = None
    code: str | None = None
    notes: tuple[str, ...] = ()
    site: str = "-"
    missed: tuple[str, ...] = ()
    apart: tuple["Result", ...] = ()
    read: tuple[Read, ...] = ()

    @property
    def each(self) -> tuple["Result", ...]:
        """The outcomes, one by one."""
        return (self._replace(apart=()), *self.apart)


def names_of(job: Job) -> list[str]:
    """The names of what a job reads."""
    if isinstance(job, list):
        return job
    return [job if isinstance(job, str) else job.source]


def lost(names: list[str], reason: str) -> Result:
    """The outcome of a job that came to nothing: no name of it is left out."""
    first, *others = (Result(name, None, reason, FAULT) for name in names)
    return first._replace(apart=tuple(others))
