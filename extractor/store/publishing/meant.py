"""Filters as a person types them, as the store has them: names of regions and awards; what is in none is refused."""

from sqlalchemy import Connection, func, select

from extractor.errors import ExtractorError
from extractor.register.keys import award_key
from extractor.store.asked import region_asked, scope_asked
from extractor.store.publishing.criteria import Criteria
from extractor.store.tables import entries

_SHOWN = 3
_ALIKE = 60.0
"""How much of a hundred a name must be like another to be named in its place."""


def meant(connection: Connection, typed: Criteria) -> Criteria:
    """The criteria with codes of regions and the award's own name; `ExtractorError` where no entry is asked for."""
    found = typed
    if typed.scope is not None:
        found = found._replace(scope=scope_asked(typed.scope))
    if typed.recipient is not None and (place := region_asked(typed.recipient)):
        found = found._replace(recipient=place.code)
    if typed.award is not None:
        found = found._replace(award=_award(connection, typed.award))
    if found != Criteria() and not connection.scalar(select(func.count()).where(*found.conditions())):
        more = undated(connection, found)
        late = f"; but for the days {more:,} would be, of which no dated article tells" if more else ""
        raise ExtractorError(f"no entry of the register is so ({'; '.join(found.told)}): nothing to export{late}")
    return found


def undated(connection: Connection, found: Criteria) -> int:
    """How many entries are left out by days alone, since no article that tells of them has one."""
    if found.since is None and found.until is None:
        return 0
    asked = found._replace(since=None, until=None).conditions()
    return int(connection.scalar(select(func.count()).where(*asked, entries.c.last_published.is_(None))) or 0)


def _award(connection: Connection, named: str) -> str:
    """The name of the register's award that is typed, whatever its capitals and blanks; else those like it are told."""
    awards: list[str] = sorted(connection.scalars(select(entries.c.award).distinct()))
    key = award_key(named)
    for award in awards:
        if award.casefold() == named.casefold() or award_key(award) == key:
            return award
    from rapidfuzz import fuzz, process

    near = process.extract(named.casefold(), {one: one.casefold() for one in awards}, scorer=fuzz.WRatio, limit=_SHOWN,
                           score_cutoff=_ALIKE)  # fmt: skip
    hint = f"; there is {', '.join(repr(name) for _, _, name in near)}" if near else ""
    raise ExtractorError(f"no award of the register is called {named!r}{hint}")
