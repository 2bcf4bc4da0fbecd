"""A publication: all rows that an export writes, made ready for every format; counted as they go."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from extractor.export.fields import NESTED, Resource
from extractor.export.licences import CREATOR
from extractor.export.resources import CLAIMS, REGIONS, RESOURCES
from extractor.export.wording import masked, plain

SHOWN = 12
"""Digits of a fingerprint in a version."""
UNNAMED = "unreleased"
"""What a store without runs is called."""
Row = tuple[Any, ...]
"""The values of a row, in the order of its resource's fields."""
_TOLD = (CLAIMS, REGIONS)
"""Tables that follow from the others: which record is of which entry, and the regions that rows name."""
_READY = ("quote_prefix", "quote", "quote_suffix", "further_quotes", "spans", "url")
"""Fields that are made ready where they are made; an address keeps its digits, or it would lead nowhere."""


class Publisher(NamedTuple):
    """Who answers for a publication, as the settings say.

    `authors` are institutions, or persons as "Family, Given"; `doi` is without its resolver, `address` a web page.
    """

    authors: tuple[str, ...] = (CREATOR,)
    doi: str | None = None
    address: str | None = None


NOBODY = Publisher()
"""Where the settings name nobody."""


class Release(NamedTuple):
    """What a publication is called and what it was made from; nothing of it comes from a clock.

    `name` is the day of the newest run, or what a person called it; `day` that day, None for a store without runs.
    """

    name: str
    day: str | None
    program: str
    patterns: tuple[str, ...]
    filters: tuple[str, ...]  # as a person would say them: "award: Adipura"
    outlets: tuple[tuple[str, int], ...]  # sites and their articles, in order
    publisher: Publisher = NOBODY

    @property
    def by_days(self) -> bool:
        """Whether days choose what is in it."""
        return any(told.startswith(("since: ", "until: ")) for told in self.filters)

    @property
    def is_named(self) -> bool:
        """Whether a person named it."""
        return is_named(self.name, self.day)

    @property
    def part(self) -> str:
        """Which part of everything it is, behind a title: " (only award: Adipura)"; "" where it is all."""
        return f" (only {'; '.join(self.filters)})" if self.filters else ""


def is_named(release: str, day: str | None) -> bool:
    """Whether a person named a release of a day."""
    return release not in (day, UNNAMED)


class Rows(Protocol):
    """Where rows come from: the store, in which this is made."""

    def rows(self, resource: Resource) -> Iterable[Row]:
        """The chosen rows, in natural order; those of `regions` are asked for last."""

    def total(self, resource: Resource) -> int | None:
        """How many there would be without filters; None where all that there are were chosen."""


class Publication:
    """The rows of a store as they may leave it, and how many of each table were written.

    `behind` are groups of records on which the register was not settled yet when they were taken.
    """

    def __init__(self, release: Release, source: Rows, behind: int = 0) -> None:
        self.release, self.source, self.behind = release, source, behind
        self.written: dict[str, int] = {}
        self._digests: dict[str, bytes] = {}

    def rows(self, resource: Resource) -> Iterator[Row]:
        """The rows of a table, each value fit to leave: no personal data, no characters that only a program sees."""
        count = 0
        for row in self._ready_rows(resource):
            count += 1
            yield row
        self.written[resource.name] = count

    def _ready_rows(self, resource: Resource) -> Iterator[Row]:
        ready, digest = _ready(resource), hashlib.sha256()
        for found in self.source.rows(resource):
            row = ready(found)
            digest.update(as_json(row).encode("utf-8", "surrogatepass") + b"\n")
            yield row
        self._digests[resource.name] = digest.digest()

    @cached_property
    def fingerprint(self) -> str:
        """64 hexadecimal digits of SHA-256 over all rows, the same in every format; asked for behind the rows.

        Tables that a format lacks are read for it, but for those that say nothing that the others do not.
        """
        whole = hashlib.sha256()
        for resource in RESOURCES:
            if resource in _TOLD:
                continue
            if resource.name not in self._digests:
                for _ in self._ready_rows(resource):
                    pass
            whole.update(f"{resource.name}\n".encode() + self._digests[resource.name])
        return whole.hexdigest()

    @property
    def version(self) -> str:
        """What tells these data from all others: the release's name and the fingerprint's first digits."""
        return f"{self.release.name}+{self.fingerprint[:SHOWN]}"

    def total(self, resource: Resource) -> int:
        """Rows that there would be without filters."""
        found = self.source.total(resource)
        return self.written[resource.name] if found is None else found


def _ready(resource: Resource) -> Callable[[Row], Row]:
    free = [at for at, field in enumerate(resource.fields) if field.is_free and field.name not in _READY]
    lists = [at for at in free if resource.fields[at].type in NESTED]
    texts = [at for at in free if at not in lists]

    def ready(row: Row) -> Row:
        values = list(row)
        for at in texts:
            if values[at] is not None:
                values[at] = masked(values[at])
        for at in lists:
            values[at] = _through(values[at])
        return tuple(values)

    return ready


def _through(value: Any) -> Any:
    """A list or object whose texts are all fit to leave."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, Mapping):
        return {plain(str(key)): _through(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_through(one) for one in value]
    return value


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def as_json(value: Any) -> str:
    """A value as JSON on one line, the same bytes for the same value."""
    return _JSON.encode(value)


def file_name(source: str) -> str:
    """The name of the file that an input was, without its folder."""
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2]


def web_address(url: str | None) -> str | None:
    """An address that may be followed; None for any other scheme."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return plain(url)
