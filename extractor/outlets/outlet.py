"""What is known of an outlet's site and of the page system that it runs on: types that the loader fills."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


class Layout(NamedTuple):
    """Where the parts of a story stand in the pages of one design of a site; all are CSS selectors, surest first.

    The first element that the first fitting selector of `story` finds holds the story; what `drop` finds inside it is
    no story. `title`, `author`, `published` and `tags` may be empty. The layout is that of pages published from the
    day `since` on and before the day `until` (ISO dates; None: no bound is known). `verified` is the day of a real page
    on which it was seen to fit, None where nobody has seen that: such a layout never beats a reading that disagrees.
    """

    story: tuple[str, ...]
    drop: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    verified: str | None = None

    def applies(self, published: str | None) -> bool:
        """Whether a page of this day (an ISO date, with or without a time) may have the layout; unknown days may."""
        if published is None:
            return True
        day = published[:10]
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class PageNumbers(NamedTuple):
    """How the pages of a long story are addressed.

    `all` is put behind the story's address for all of it at once ("?page=all"), `each` for page {n} alone ("?page={n}",
    "/{n}"); None where there is no such address or nobody knows it. `first` is the {n} of the first page.
    """

    all: str | None = None
    each: str | None = None
    first: int = 1
    note: str | None = None


class Expectations(NamedTuple):
    """What each story of an outlet has: so many words, and these fields; a layout whose pages miss them has drifted."""

    words: int = 40
    fields: tuple[str, ...] = ("title",)


@dataclass(frozen=True, kw_only=True)
class Site:
    """What an outlet's file and its page system's say alike: layouts, lines, addresses, what is expected of a story.

    `layouts` are newest first, an outlet's own before its system's. `furniture` are the beginnings, in lower case, of
    lines that are no story. `feeds` to `search` are templates of addresses: {year} {month} {day} of an index, {page}
    from 1 or {offset} of stories, {tag} as a slug, {words} that are searched, {channel} a section's host.
    `article_addresses` are templates of the paths of stories, for addresses.py. `forbidden` are the paths that
    robots.txt forbids to all, `robots`, `amp` and `notes` are for people. `verified` is the day on which these
    addresses were last seen to work; None: never.
    """

    layouts: tuple[Layout, ...] = ()
    furniture: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    article_addresses: tuple[str, ...] = ()
    pages: PageNumbers = PageNumbers()  # noqa: RUF009  immutable
    expectations: Expectations = Expectations()  # noqa: RUF009  immutable
    amp: str | None = None
    robots: str | None = None
    forbidden: tuple[str, ...] = ()
    verified: str | None = None
    notes: str | None = None


@dataclass(frozen=True, kw_only=True)
class System(Site):
    """A page system that several sites run on: a publisher's own, or one like WordPress.

    A page shows it by its source: it holds all of `all_marks` and, if there are any, one of `any_marks`. A `general`
    system is one that others may run on or be mixed with, and counts only where no other shows itself.
    """

    id: str
    name: str
    general: bool
    all_marks: tuple[str, ...]
    any_marks: tuple[str, ...]

    def shows_in(self, holds: Callable[[str], bool]) -> bool:
        """Whether the source of a page, which `holds` a mark or does not, proves the system."""
        return all(map(holds, self.all_marks)) and (not self.any_marks or any(map(holds, self.any_marks)))


@dataclass(frozen=True, kw_only=True)
class Outlet(Site):
    """A news site, or one edition of it, with what its page system adds.

    `id` is its domain or the edition's host. `name` is None where each site of a kind has a name of its own, which its
    pages tell (any *.go.id). `region` is a code of the gazetteer, None for the whole country; `zone` is the time of the
    dates that it prints. `system` is the id of its page system, `file` the name of the file that says all this.
    """

    id: str
    name: str | None
    domains: tuple[str, ...]
    region: str | None
    zone: str
    system: str | None
    file: str

    def layouts_on(self, published: str | None) -> tuple[Layout, ...]:
        """The layouts that a page of this day may have, in the order in which to try them."""
        return tuple(layout for layout in self.layouts if layout.applies(published))
