"""Followers: those who came in behind the first, in the order in which they are named: "juara pertama diraih Kota A,
disusul Kabupaten B dan Kabupaten C".
"""

from extractor.assemble.claims import Claim
from extractor.assemble.mentions import Mention
from extractor.patterns import Units

_OWN = ("rank", "shortlist", "category")
_MOST = 4


def placed_behind(units: Units, group: list[Mention], claims: list[Claim], places: list[int | None]) -> list[Claim]:
    """The claims of a group with the places behind those of the sentence before it, `places`, which must be all from
    the first on; as they are where the group says more than who follows.
    """
    verb = next((one for one in group if one.sort == "trigger"), None)
    counted = bool(places) and places == list(range(1, len(places) + 1))
    if verb is None or not counted or not 0 < len(claims) <= _MOST or not units.has(verb.start, "followers"):
        return claims
    named = next((one.start for one in group if one.sort == "recipient"), None)
    plain = named == verb.end and not any(one.sort in _OWN for one in group)
    won = all(claim.outcome == "winner" and claim.rank is None for claim in claims)
    if not plain or not won:
        return claims
    return [claim._replace(rank=len(places) + index) for index, claim in enumerate(claims, start=1)]
