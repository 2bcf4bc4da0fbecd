"""Facts and decisions in words: one line each, as a person would name them."""

from collections.abc import Callable, Mapping
from typing import Any

from extractor.gazetteer import gazetteer
from extractor.review.decisions import Decision

_Values = Mapping[str, Any]
_LONGEST = 120
"""Letters of a recipient's name; what a hostile page prints as one may be a whole article."""


def in_words(kind: str, fact: _Values) -> str:
    """A fact on one line: "Kota Jambi: winner #2, Paritrana Award 2024 (Jambi)"."""
    return _WORDS[kind](fact)


def _record(fact: _Values) -> str:
    named = f"{fact.get('award')} {fact.get('edition') or ''}".strip()
    holder = _region(fact.get("scope")) or fact.get("level")
    place = ", ".join(str(one) for one in (holder, fact.get("category")) if one)
    name = str((fact.get("recipient") or {}).get("name"))
    name = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    return f"{name}: {fact.get('outcome')}{_reached(fact)}, {named}{f' ({place})' if place else ''}"


def _region(code: str | None) -> str | None:
    """A region by its name: "Jambi", "Kota Ambon"; by its code where nobody has it."""
    found = gazetteer().get(code) if code else None
    return found.official.removeprefix("Provinsi ") if found else code


def _reached(fact: _Values) -> str:
    if fact.get("rank"):
        return f" #{fact['rank']}"
    return f" top {fact['shortlist']}" if fact.get("shortlist") else ""


def _official(fact: _Values) -> str:
    role = " ".join(filter(None, (fact.get("status"), fact.get("role"))))
    at = fact.get("organization") or fact.get("jurisdiction")
    return f"{fact.get('name')}, {role}{f' ({at})' if at else ''}"


def _regulation(fact: _Values) -> str:
    number = f"No. {fact['number']}" if fact.get("number") else None
    return " ".join(str(one) for one in (fact.get("type"), number, fact.get("year"), fact.get("subject")) if one)


def _worker_count(fact: _Values) -> str:
    bound = "" if fact.get("bound") == "exact" else f"{fact.get('bound')} "
    where = ", ".join(filter(None, (fact.get("status"), _region(fact.get("region")))))
    return f"{bound}{_grouped(fact.get('count'))} {fact.get('group')}{f' ({where})' if where else ''}"


def _grouped(number: object) -> str:
    """A whole number as the press prints it: "3.000"."""
    return f"{number:,}".replace(",", ".") if isinstance(number, int) else str(number)


def _rank(fact: _Values) -> str:
    of = f" of {fact['of']}" if fact.get("of") else ""
    return f"{fact.get('kind')} {fact.get('value')}{of}, {fact.get('modality')}"


def _amount(fact: _Values) -> str:
    purpose = f" for {fact['for']}" if fact.get("for") else ""
    return f"Rp{_grouped(fact.get('value'))}{purpose}"


_WORDS: dict[str, Callable[[_Values], str]] = {
    "regions": lambda fact: f"{fact.get('name')} ({fact.get('code')})",
    "officials": _official,
    "regulations": _regulation,
    "worker_counts": _worker_count,
    "ranks": _rank,
    "dates": lambda fact: str(fact.get("value")),
    "coverage": lambda fact: f"{fact.get('value')}% of {fact.get('of') or 'somebody'}, {fact.get('status')}",
    "amounts": _amount,
    "records": _record,
}


def value_in_words(value: object) -> str:
    """A value as people read it: "unknown" where there is none."""
    if value is None:
        return "unknown"
    if isinstance(value, Mapping):
        return f"{value.get('name')} ({value.get('code') or value.get('type')})"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(map(str, value)) or "none"
    return _grouped(value) if isinstance(value, int) and value >= 10_000 else str(value)


def stale_in_words(says: _Values | None, *, is_read: bool) -> str:
    """What is told beside a stale value: "stale: its text now says 4.000"; `is_read`: it still says it."""
    if not says:
        return f"stale: its text {'changed' if is_read else 'says it no more'}"
    said = [_grouped(value) if name in _MAIN else f"{name} {value_in_words(value)}" for name, value in says.items()]
    return f"stale: its text now says {', '.join(said)}"


_MAIN = ("count", "value", "name", "code")
"""Fields whose values speak for themselves."""


def decision_in_words(decision: Decision) -> str:
    """What somebody did: "corrected rank: 2, not 1"."""
    match decision.action:
        case "undo":
            return f"undid #{decision.undoes}"
        case "correct" if decision.field is None:
            return "added it"
        case "correct" if decision.field == "spans":
            return "said which words prove it"
        case "correct":
            before = ((decision.was or {}).get("fact") or (decision.was or {}).get("entry") or {}).get(decision.field)
            instead = "unknown before" if before is None else f"not {value_in_words(before)}"
            instead = "as it was" if before == decision.value else instead
            return f"{decision.field}: {value_in_words(decision.value)}, {instead}"
        case "same" | "different":
            return f"said that they are {'the same' if decision.action == 'same' else 'different'}"
        case _:
            return {"note": "noted"}.get(decision.action, f"{decision.action}ed")
