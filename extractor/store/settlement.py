"""Settlement: the entries of a group's claims, with what people said of the editions and contests that these mean."""

from collections.abc import Iterable, Sequence
from typing import Any

from extractor.register.claims import Entry
from extractor.register.settling import resettled, settled
from extractor.review.decisions import Decision
from extractor.review.entries import moved
from extractor.review.identity import fact_name
from extractor.store.told import Told


def settlement(group: str, told: Iterable[Told], chain: Sequence[Decision]) -> list[tuple[Entry, list[Told]]]:
    """The entries of a group with the claims behind each, as their articles tell them; `chain` are decisions on it."""
    known = {(one.claim.article, one.claim.digest): one for one in told}
    found = settled(group, [one.claim for one in known.values()])
    moves = moved([named(entry) for entry in found], chain) if chain else {}
    if moves:
        found = resettled(group, found, moves)
    return [(entry, [known[claim.article, claim.digest] for claim in entry.claims]) for entry in found]


def named(entry: Entry) -> dict[str, Any]:
    """An entry as decisions know it: by its id and the names of the records that speak of it."""
    return {"id": entry.id, "claims": [fact_name(claim.article, claim.digest) for claim in entry.claims]}
