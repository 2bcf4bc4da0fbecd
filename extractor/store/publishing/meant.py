"""Filters as a person types them, as the store has them: names of regions and awards; what is in none is refused."""

from sqlalchemy import Connection, func, select

from extractor.errors import ExtractorError
from extractor.gazetteer import gazetteer
from extractor.register.keys import award_key
from extractor.store.publishing.criteria import Criteria
from extractor.store.tables import entries

_SHOWN = 3
_ALIKE = 60.0
"""How much of a hundred a name must be like another to be named in its place."""


def meant(connection: Connection, typed: Criteria) -> Criteria:
    """The criteria with codes of regions and the award's own name; `ExtractorError` where no entry is asked for."""
    found = typed
    if typed.scope is not None:
        found = found._replace(scope=_holder(typed.scope))
    if typed.recipient is not None and typed.recipient.replace(".", "").isdigit():
        _known(typed.recipient)
    if typed.award is not None:
        found = found._replace(award=_award(connection, typed.award))
    if found != Criteria() and not connection.scalar(select(func.count()).where(*found.conditions())):
        raise ExtractorError(f"no entry of the register is so ({'; '.join(found.told)}): nothing to export")
    return found


def _known(code: str) -> None:
    if gazetteer().get(code) is None:
        raise ExtractorError(f"{code}: no region has this code")


def _holder(named: str) -> str:
    """The code of the province, kabupaten or kota of a code or name."""
    if named.replace(".", "").isdigit():
        _known(named)
        return named
    found = [one for one in gazetteer().named(named) if one.code.count(".") < 2]
    exact = [one for one in found if one.official.casefold() == named.casefold()]
    chosen = exact if len(exact) == 1 else found
    if not chosen:
        raise ExtractorError(f"{named!r} is no region: give its code, or its name as in `Kota Jambi`")
    if len(chosen) > 1:
        several = ", ".join(f"{one.code} {one.official}" for one in chosen[:6])
        raise ExtractorError(f"{named!r} may be {several}: give the code")
    return chosen[0].code


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
