"""What discovery finds: stories that a list names, further lists, and what was wrong with the list."""

from typing import NamedTuple
from urllib.parse import urlsplit

from extractor.clean.addresses import read_address


class Candidate(NamedTuple):
    """A story that a list names.

    `url` is canonical, the same for every page, device and visit; `as_found` is the address as listed. `published` is
    an ISO date, with a time where the list has one. `summary` is what else the list says, keywords too. `award` is the
    award of whose tag page this is an entry; stories beside that page's own list have none.
    """

    url: str
    as_found: str
    headline: str | None = None
    published: str | None = None
    found_in: str = ""
    summary: str | None = None
    award: str | None = None

    @property
    def address(self) -> str:
        """The address to ask for: as listed, without what tells readers, visits and AMP apart."""
        from extractor.sources.discovery.canonical import sessionless

        listed = sessionless(self.as_found)
        read = read_address(listed)
        if read is None:
            return self.url
        ends = urlsplit(listed).path.endswith("/") and not read.bare.endswith("/") and "?" not in read.bare
        return read.bare + "/" * ends


class Listing(NamedTuple):
    """A list to be asked for.

    `why` is that of its `Ask`: "feed", "sitemap", "index" or "api". `template` is the outlet's, with {page} or {offset}
    for its further pages; `page` and `offset` are those of this one. `award` and `tag` (a slug, or the words searched)
    are set where it is the tag page of an award, or a search for it (`search`). `day` is the ISO day of an index by
    date. `depth` counts the sitemaps above it. `otherwise` are lists to ask where this one does not work. Of the page
    before it, `before` is a mark of its stories, `held` how many there were, `led` whether it named its next page.
    `mapless` is true where no sitemap of the outlet is known: those that its robots.txt names are asked for, too.
    """

    url: str
    why: str
    template: str | None = None
    page: int = 1
    offset: int = 0
    award: str | None = None
    tag: str | None = None
    search: bool = False
    day: str | None = None
    depth: int = 0
    otherwise: tuple["Listing", ...] = ()
    before: str | None = None
    held: int = 0
    led: bool = False
    mapless: bool = False


class Listed(NamedTuple):
    """What a list holds: its stories in its order, further lists, the address that it gives as its next page.

    The first `own` of the stories are the list's own; of a page, those behind them stand beside its list, in boxes of
    what is popular. `said` are the reasons why this is not all of it, one line each: capped, broken, no such list.
    `title` is what the list calls itself. `older` counts the entries that were left out because they are older than
    asked for; `ends` is true where further pages hold nothing that is: only older ones, or no list at all.
    """

    candidates: tuple[Candidate, ...] = ()
    further: tuple[Listing, ...] = ()
    next: str | None = None
    said: tuple[str, ...] = ()
    title: str | None = None
    older: int = 0
    own: int = 0
    ends: bool = False

    @property
    def stories(self) -> tuple[Candidate, ...]:
        """The list's own stories: `goes_on` is asked of these."""
        return self.candidates[: self.own]
