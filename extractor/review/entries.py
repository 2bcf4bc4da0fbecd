"""Effective entries: what people said of entries of the register, laid over what their claims come to.

A decision names the entry by its id. An entry whose id changed, because a claim now says more of it, is known by the
claims that the person saw: the entry of the same group that holds most of them. Where none does, the entry that the
person accepted or corrected stands as it was seen. An entry is what its key says (`KEYS`), so a correction of that is
one of its claims, which then meet those of the entry that they mean (`moved`). Where an article changed since, what the
person accepted, or the one field that they corrected, stands and is stale, and the rest is what the articles say now; a
rejection says nothing of what that article says now.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from extractor.review.decisions import ENTRY, Decision, standing
from extractor.review.effective import Standing

Entry = dict[str, Any]
KEYS = ("edition", "level", "scope", "category")
"""What tells an entry from the others of its group."""
SINCE = "same_since_review"
"""The check that fails where articles say something else since a person decided."""
TOLD = ("outcome", "rank", "shortlist", "event_date")
"""What an entry says beside that: a value that a person accepted there stands while their word is stale."""


def moved(entries: Sequence[Entry], decisions: Iterable[Decision]) -> dict[str, dict[str, Any]]:
    """What people said of the keys of entries as their claims alone make them, by id: it holds of those claims."""
    chains = _chains(decisions)
    met = _met(entries, chains)
    found = {}
    for entry in entries:
        chain, claims = met.get(entry["id"], []), set(entry["claims"])
        everything = (one for some in chains.values() if some[-1].action != "reject" for one in some)
        wider = [one for one in everything if claims and claims <= set((one.was or {}).get("claims") or ())]
        counting = {one.id: one for one in (*chain, *wider) if one.action == "correct" and one.field in KEYS}
        if counting and not (chain and chain[-1].action == "reject"):
            found[entry["id"]] = {str(counting[at].field): counting[at].value for at in sorted(counting)}
    return found


def effective_entries(
    entries: Sequence[Entry],
    decisions: Iterable[Decision],
    texts: Mapping[str, str],
    key: Callable[[Entry], Hashable] | None = None,
) -> list[tuple[Entry, Standing]]:
    """The entries of one group with what people said of them; those that were rejected are among them.

    An entry has its fields, "id", "group" and "claims", the names of the records that speak of it
    (`identity.fact_name`). `texts` are the hashes of today's texts by the articles' keys: a decision on an entry of
    which an article has changed since is stale. `key` says which entries are one and the same: what a person said of
    one that no article tells of any more is then said of that which has its key.
    """
    chains = _chains(decisions)
    met = _met(entries, chains)
    gone = [chain for chain in chains.values() if not any(chain[0] in some for some in met.values())]
    left = []
    for chain in gone:
        saw = _corrected(dict(_seen(chain)), chain)
        alike = [entry["id"] for entry in entries if key is not None and saw and key(entry) == key(saw)]
        if alike:
            met[alike[0]] = _both(met.get(alike[0], []), chain)
        elif saw and chain[-1].action != "reject":
            left.append((saw | {"claims": []}, _standing(saw | {"claims": []}, chain, texts)))
    return [_held(entry, met.get(entry["id"], ()), texts) for entry in entries] + left


def overtaken(entries: Sequence[Entry], decisions: Iterable[Decision], texts: Mapping[str, str]) -> dict[str, str]:
    """By ids of entries of which articles now say another thing: who decided what, and what they say.

    A rejected entry of which an article changed is among them, also where it says no more than before.
    """
    met = _met(entries, _chains(decisions))
    found = {}
    for entry in entries:
        chain: Sequence[Decision] = met.get(entry["id"], ())
        if not _changed(chain, texts):
            continue
        held, last, saw = _held(entry, chain, texts)[0], chain[-1], _seen(chain[-1:])
        meant = saw if last.action == "reject" else held
        told = TOLD if any(one.action != "correct" for one in chain) else {str(one.field) for one in chain}
        known = [name for name in TOLD if name in told and meant.get(name) is not None]
        other = [name for name in known if entry.get(name) not in (None, saw.get(name), meant.get(name))]
        said = {"accept": "accepted", "reject": "rejected"}.get(last.action, "said")
        if other:
            then, now = (", ".join(_named(name, one.get(name)) for name in other) for one in (meant, entry))
            found[str(entry["id"])] = f"{last.who} {said} {then} on {last.at[:10]}; its articles now say {now}"
        elif last.action == "reject":
            found[str(entry["id"])] = f"{last.who} rejected it on {last.at[:10]}; one of its articles changed since"
    return found


def _named(field: str, value: object) -> str:
    name = field.replace("_", " ")
    return str(value) if field == "outcome" else f"{name} {value}"


def _held(entry: Entry, chain: Sequence[Decision], texts: Mapping[str, str]) -> tuple[Entry, Standing]:
    """An entry with what people said of it."""
    stands = _standing(entry, chain, texts)
    if stands != "stale" or chain[-1].action == "reject":
        return (_corrected(entry, chain) if stands != "stale" else entry), stands
    saw = _seen([one for one in chain if one.action == "accept"][-1:])
    seen = {name: saw[name] for name in TOLD if saw.get(name) is not None}
    return _corrected(entry | seen, chain), stands


def corrected_fields(entries: Sequence[Entry], decisions: Iterable[Decision]) -> dict[str, set[str]]:
    """The fields of each entry of which a person said what holds, by its id."""
    met = _met(entries, _chains(decisions))
    return {name: {str(one.field) for one in chain if one.action == "correct"} for name, chain in met.items()}


def standing_of(claims: Iterable[str]) -> Standing:
    """The standing of an entry on which nobody decided, from the standings of the records that speak of it."""
    found = set(claims)
    if "stale" in found:
        return "stale"
    if found & {"corrected", "added"}:
        return "corrected"
    return "accepted" if "accepted" in found else "machine"


def _chains(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """What counts of what people said of each entry, by the id that it had then."""
    chains: dict[str, list[Decision]] = {}
    for decision in standing(decisions):
        if decision.target == ENTRY and decision.action in ("accept", "correct", "reject"):
            chains.setdefault(decision.name, []).append(decision)
    return chains


def _met(entries: Sequence[Entry], chains: Mapping[str, list[Decision]]) -> dict[str, list[Decision]]:
    """What people said of each entry, by its id of today."""
    own = {entry["id"]: chains[entry["id"]] for entry in entries if entry["id"] in chains}
    met = dict(own)
    for name, chain in chains.items():
        if name in own:
            continue
        claims = {claim for decision in chain for claim in (decision.was or {}).get("claims") or ()}
        shared = [(-len(claims & set(entry["claims"])), entry["id"] in own, entry["id"]) for entry in entries]
        most, _, nearest = min(shared, default=(0, False, ""))
        if most < 0:
            met[nearest] = _both(met.get(nearest, []), chain)
    return met


def _both(one: list[Decision], other: list[Decision]) -> list[Decision]:
    """What was said of two entries that are one now; that one of them is none does not take away the other."""
    kept = [chain for chain in (one, other) if chain and chain[-1].action != "reject"]
    return sorted((said for chain in kept or (one, other) for said in chain), key=lambda said: said.id)


def _seen(chain: Sequence[Decision]) -> Entry:
    return next((dict(one.was["entry"]) for one in chain if one.was and one.was.get("entry")), {})


def _corrected(entry: Entry, chain: Sequence[Decision]) -> Entry:
    return entry | {one.field: one.value for one in chain if one.action == "correct" and one.field is not None}


def _standing(entry: Entry, chain: Sequence[Decision], texts: Mapping[str, str]) -> Standing:
    if not chain:
        return "machine"
    changed = _changed(chain, texts)
    if chain[-1].action == "reject":
        new = set(entry["claims"]) - set((chain[-1].was or {}).get("claims") or ())
        return "stale" if changed & {claim.rpartition(" ")[0] for claim in new} else "rejected"
    if changed:
        return "stale"
    return "corrected" if any(one.action == "correct" for one in chain) else "accepted"


def _changed(chain: Sequence[Decision], texts: Mapping[str, str]) -> set[str]:
    """The articles, by their keys, of which the person who spoke last saw another text."""
    then = (chain[-1].was or {}).get("texts") or {} if chain else {}
    return {key for key, text in then.items() if texts.get(key, text) != text}
