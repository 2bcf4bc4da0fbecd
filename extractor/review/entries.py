"""Effective entries: what people said of entries of the register, laid over what their claims come to.

A decision names the entry by its id. An entry whose id changed, because a claim now says more of it, is known by the
claims that the person saw: the entry of the same group that holds most of them. Where none does, the entry that the
person accepted or corrected stands as it was seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extractor.review.decisions import ENTRY, Decision, standing
from extractor.review.effective import Standing

Entry = dict[str, Any]


def effective_entries(
    entries: Sequence[Entry], decisions: Iterable[Decision], texts: Mapping[str, str]
) -> list[tuple[Entry, Standing]]:
    """The entries of one group with what people said of them; those that were rejected are among them.

    An entry has its fields, "id", "group" and "claims", the names of the records that speak of it
    (`identity.fact_name`). `texts` are the hashes of today's texts by the articles' keys: a decision on an entry of
    which an article has changed since is stale.
    """
    chains: dict[str, list[Decision]] = {}
    for decision in standing(decisions):
        if decision.target == ENTRY and decision.action in ("accept", "correct", "reject"):
            chains.setdefault(decision.name, []).append(decision)
    met = _met(entries, chains)
    found = [
        (_corrected(entry, met.get(entry["id"], ())), _standing(met.get(entry["id"], ()), texts)) for entry in entries
    ]
    gone = [chain for chain in chains.values() if not any(chain is other for other in met.values())]
    return found + [
        (_corrected(dict(saw), chain) | {"claims": []}, _standing(chain, texts))
        for chain in gone
        if chain[-1].action != "reject" and (saw := _seen(chain))
    ]


def standing_of(claims: Iterable[str]) -> Standing:
    """The standing of an entry on which nobody decided, from the standings of the records that speak of it."""
    found = set(claims)
    if "stale" in found:
        return "stale"
    if found & {"corrected", "added"}:
        return "corrected"
    return "accepted" if "accepted" in found else "machine"


def _met(entries: Sequence[Entry], chains: Mapping[str, list[Decision]]) -> dict[str, list[Decision]]:
    """What people said of each entry, by its id of today."""
    met = {entry["id"]: chains[entry["id"]] for entry in entries if entry["id"] in chains}
    for name, chain in chains.items():
        if name in met:
            continue
        claims = {claim for decision in chain for claim in (decision.was or {}).get("claims") or ()}
        shared = [(len(claims & set(entry["claims"])), entry["id"]) for entry in entries if entry["id"] not in met]
        most, nearest = min(((-count, one) for count, one in shared), default=(0, ""))
        if most < 0:
            met[nearest] = chain
    return met


def _seen(chain: Sequence[Decision]) -> Entry:
    return next((dict(one.was["entry"]) for one in chain if one.was and one.was.get("entry")), {})


def _corrected(entry: Entry, chain: Sequence[Decision]) -> Entry:
    return entry | {one.field: one.value for one in chain if one.action == "correct" and one.field is not None}


def _standing(chain: Sequence[Decision], texts: Mapping[str, str]) -> Standing:
    if not chain:
        return "machine"
    if chain[-1].action == "reject":
        return "rejected"
    then = (chain[-1].was or {}).get("texts") or {}
    if any(texts.get(key, text) != text for key, text in then.items()):
        return "stale"
    return "corrected" if any(one.action == "correct" for one in chain) else "accepted"
