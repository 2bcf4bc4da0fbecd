"""What a person asks the register for: awards and regions by name or code, refused with near names where none is meant.

An empty answer would be taken for "there are none".
"""

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select

from extractor.errors import ExtractorError
from extractor.gazetteer import Region, gazetteer
from extractor.register.keys import award_key, folded
from extractor.store.tables import entries

_NEAR = 70
"""Likeness, of 100, from which a name is proposed."""
_PROPOSED = 4


def award_asked(connection: Connection, named: str) -> str:
    """The name of an award of the register, however it is spelt; refused where the register has none of this name."""
    asked = select(entries.c.award_key, entries.c.award).distinct().order_by(entries.c.award_key, entries.c.award)
    known: dict[str, str] = {}
    for key, award in connection.execute(asked):
        known.setdefault(key, award)
    key = award_key(named)
    if key in known:
        return known[key]
    near = process.extract(key, list(known), scorer=fuzz.token_set_ratio, score_cutoff=_NEAR, limit=_PROPOSED)
    told = " or ".join(repr(known[one]) for one, _, _ in sorted(near, key=lambda one: (-one[1], one[0])))
    more = f": did you mean {told}?" if told else f"; it has {len(known):,} awards"
    raise ExtractorError(f"the register has no award {named[:100]!r}{more}")


def region_asked(named: str) -> Region | None:
    """The one region of a code or of an official name; None for another name."""
    places = gazetteer()
    if named.replace(".", "").isdigit():
        found = places.get(named)
        if found is None:
            raise ExtractorError(f"{named}: no region has this code")
        return found
    alike = [one for one in places.named(named) if folded(one.official) == folded(named)]
    return alike[0] if len(alike) == 1 else None


def scope_asked(named: str) -> str:
    """The code of the province, kabupaten or kota that holds an award, from its code or name."""
    province = gazetteer().named(named, level="province")
    return province[0].code if province else region_meant(named).code


def region_meant(named: str) -> Region:
    """The province, kabupaten or kota that a code or name means; several are refused with their codes."""
    exact = region_asked(named)
    if exact:
        return exact
    found = [one for one in gazetteer().named(named) if one.code.count(".") < 2]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ExtractorError(f"{named!r} is no region: give its code, or its name as in `Kota Jambi`")
    several = ", ".join(f"{one.code} {one.official}" for one in found[:6])
    raise ExtractorError(f"{named!r} may be {several}: give the code")
