"""Everything that the state knows of one address."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, or_, select

from extractor.sources.permission import Permission
from extractor.sources.places import origin_of
from extractor.sources.state.hosts import permission_of
from extractor.sources.state.tables import candidates, fetches, lists, pages, records, sources

Rows = tuple[Row[Any], ...]


class Story(NamedTuple):
    """An address in the tables: as a story, a page of one, a list, one given by hand; its requests, records, host."""

    candidates: Rows
    pages: Rows
    lists: Rows
    fetches: Rows
    records: Rows
    permission: Permission | None
    sources: Rows = ()

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return any((self.candidates, self.pages, self.lists, self.fetches, self.records, self.sources))


def story_of(connection: Connection, url: str, canonical: str, origin: str | None) -> Story:
    """What is known of an address; `canonical` is what stories go by, `origin` its host's."""
    met = connection.execute(
        select(candidates).where(or_(candidates.c.url == canonical, candidates.c.address == url))
    ).all()
    of_it = or_(pages.c.address == url, pages.c.story.in_([row.url for row in met]))
    parts = connection.execute(select(pages).where(of_it).order_by(pages.c.number)).all()
    addresses = {url, *(row.address for row in met), *(row.address for row in parts)}
    named = connection.execute(select(lists).where(lists.c.url == url)).all()
    asked = connection.execute(select(fetches).where(fetches.c.url.in_(addresses)).order_by(fetches.c.id)).all()
    numbers = [row.id for row in asked]
    kept = connection.execute(
        select(records).where(records.c.fetch.in_(numbers)).order_by(records.c.file, records.c.offset)
    ).all()
    origins = dict.fromkeys((*map(origin_of, (row.url for row in asked)), origin, *map(origin_of, sorted(addresses))))
    known = (permission_of(connection, one) for one in origins if one)
    permission = next((found for found in known if found is not None), None)
    by_hand = connection.execute(select(sources).where(sources.c.url == url)).all()
    return Story(tuple(met), tuple(parts), tuple(named), tuple(asked), tuple(kept), permission, tuple(by_hand))
