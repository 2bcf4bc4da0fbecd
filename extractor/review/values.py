"""Values that people give: of each field what the annotation guideline allows, from a command line or from JSON.

Codes are looked up in the gazetteer, editions are years, amounts and counts whole numbers ("3.000" is 3000). An empty
text, "-" and None are unknown, where a field may be. What follows from a value goes with it: a region's name and level
from its code, a date's precision from its form.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from extractor import folders
from extractor.errors import ExtractorError
from extractor.gazetteer import Region, gazetteer
from extractor.review.identity import FIELDS

LAWS = (
    "UUD", "UU", "Perppu", "PP", "Perpres", "Inpres", "Keppres", "Permen", "Kepmen", "Perda", "Pergub", "Perbup",
    "Perwali", "Kepgub", "Kepbup", "Kepwali", "Perdes", "SE", "Instruksi", "SK", "other",
)  # fmt: skip
RECIPIENTS = ("region", "company", "village", "institution", "person")
OF_ENTRIES = ("edition", "level", "scope", "category", "outcome", "rank", "shortlist", "event_date")
"""Fields of an entry that may be corrected on it; its award and recipient are corrected on its records."""
OF_RECIPIENTS = ("recipient", "type", "code")
"""How a record's recipient is given on a command line: its name, type and code."""
_PROPOSED = 4
"""Regions of one name that are told."""
_UNKNOWN = ("", "-", "null", "None")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{1,18}")
_DAY, _MONTH = r"\d{4}-\d\d-\d\d", r"\d{4}-\d\d"
_FORMS = {
    "day": re.compile(_DAY),
    "month": re.compile(_MONTH),
    "interval": re.compile(f"{_DAY}/{_DAY}|{_MONTH}/{_MONTH}"),
}
_MAY_BE_UNKNOWN = frozenset(
    """officials.status officials.jurisdiction officials.organization regulations.number regulations.year
    regulations.subject regulations.issuer worker_counts.status worker_counts.region ranks.of coverage.of amounts.for
    records.edition records.level records.scope records.category records.rank records.shortlist
    records.event_date""".split()
)
_UNSAID: dict[str, dict[str, Any]] = {
    "officials": {"honorifics": [], "degrees": []},
    "worker_counts": {"bound": "exact"},
    "ranks": {"modality": "actual"},
    "dates": {"suspect": False},
    "coverage": {"status": "actual"},
    "amounts": {"suspect": False},
    "regulations": {"status": "in_force"},
    "records": {"outcome": "winner"},
}
"""What holds of a fact that a person adds where they do not say otherwise."""


class ValueRefused(ExtractorError):
    """A field that a kind has not, or a value that cannot be meant."""


def value_of(kind: str, field: str, given: Any) -> Any:
    """The value of a field as it is stored; refuses what the guideline does not allow, in one line."""
    if field not in FIELDS[kind] and not (kind == "records" and field in OF_RECIPIENTS):
        known = (one for one in FIELDS[kind] if one != "recipient")
        names = ", ".join((*known, *(OF_RECIPIENTS if kind == "records" else ())))
        raise ValueRefused(f"{kind} have no field {field!r}; there are {names}")
    name = f"{kind}.{field}"
    if given is None or (isinstance(given, str) and given.strip() in _UNKNOWN):
        if name in _MAY_BE_UNKNOWN:
            return None
        raise ValueRefused(f"{name} cannot be unknown")
    reader: Callable[[Any], Any] = _READERS.get(name, _text)
    try:
        return reader(given)
    except ValueError as error:
        raise ValueRefused(f"{name}: {str(given)[:80]!r} {error}") from None


def corrections(kind: str, fact: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What a person changes of a fact, checked and with what follows from it; without what it says already."""
    changes: dict[str, Any] = {}
    if kind == "records" and set(given) & set(OF_RECIPIENTS):
        changes["recipient"] = _recipient(fact.get("recipient") or {}, given)
    for field, value in given.items():
        if kind != "records" or field not in OF_RECIPIENTS:
            changes[field] = value_of(kind, field, value)
    if kind == "regions" and "code" in changes:
        changes = _named(changes["code"]) | changes
    if kind == "dates" and "value" in changes:
        changes = {"precision": _precision(changes["value"])} | changes
    return {field: value for field, value in changes.items() if field not in fact or fact[field] != value}


def whole(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """A fact that a person adds: every field, or one line that names what is missing."""
    fact: dict[str, Any] = dict.fromkeys(FIELDS[kind])
    fact |= _UNSAID.get(kind, {}) | corrections(kind, {}, given)
    missing = [field for field in FIELDS[kind] if fact[field] is None and f"{kind}.{field}" not in _MAY_BE_UNKNOWN]
    if missing:
        raise ValueRefused(f"{kind} need {', '.join(missing)} too: write {missing[0]}=...")
    return fact


def _recipient(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """A recipient by its name, type and code; those that are not given follow from the code, or stay."""
    if isinstance(given.get("recipient"), Mapping):
        given = {"recipient": given["recipient"].get("name")} | {
            name: given["recipient"].get(name) for name in ("type", "code")
        }
    code = given.get("code", before.get("code") if "recipient" not in given else None)
    code = None if code in (None, *_UNKNOWN) else value_of("records", "code", code)
    if code:
        place = _region(code)
        type_ = "village" if place.level == "village" else "region"
        return {"type": type_, "code": code, "name": given.get("recipient") or place.official}
    if not given.get("type") and not before.get("type"):
        raise ValueRefused(f"a recipient needs a type or a code too: write type={'|'.join(RECIPIENTS)} or code=...")
    type_ = value_of("records", "type", given.get("type") or before.get("type"))
    name = value_of("records", "recipient", given.get("recipient") or before.get("name"))
    return {"type": type_, "code": None, "name": name}


def _named(code: str) -> dict[str, Any]:
    place = _region(code)
    return {"code": code, "level": place.level, "name": place.official}


def _region(named: str) -> Region:
    """The region of a code, or of a name that only one province, kabupaten or kota has."""
    found = gazetteer().get(named)
    if found is not None:
        return found
    alike = [one for one in gazetteer().named(named) if one.code.count(".") < 2]
    if len(alike) != 1:
        several = ", ".join(f"{one.code} {one.official}" for one in alike[:_PROPOSED])
        raise ValueError(f"may be {several}: give the code" if several else "is no code or name of the gazetteer")
    return alike[0]


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueError("is no text")
    return given.strip()


def _code(given: Any) -> str:
    return _region(_text(given)).code


def _code_above(given: Any) -> str:
    """The code of a province, kabupaten or kota."""
    place = _region(_text(given))
    if place.level not in ("province", "regency", "city"):
        raise ValueError(f"is a {place.level}; awards are held by a province, kabupaten or kota")
    return place.code


def _whole_number(given: Any, least: int = 0) -> int:
    if isinstance(given, str) and _NUMBER.fullmatch(given.strip()):
        given = int(re.sub("[.,]", "", given.strip()))
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    if isinstance(given, bool) or not isinstance(given, int) or not least <= given < 10**18:
        raise ValueError(f"is no whole number from {least} on")
    return int(given)


def _place(given: Any) -> int:
    number = _whole_number(given, 1)
    if number > 10_000:
        raise ValueError("is no place: it is above 10,000")
    return number


def _year(given: Any) -> int:
    year = int(given) if isinstance(given, str) and re.fullmatch(r"\d{4}", given.strip()) else given
    if isinstance(year, bool) or not isinstance(year, int) or not 1900 <= year <= 2099:
        raise ValueError("is no year from 1900 to 2099")
    return year


def _percentage(given: Any) -> float:
    try:
        value = float(given.strip().rstrip("%").replace(",", ".") if isinstance(given, str) else given)
    except (TypeError, ValueError):
        value = -1.0
    if isinstance(given, bool) or not 0 <= value <= 1000:
        raise ValueError("is no percentage")
    return value


def _flag(given: Any) -> bool:
    said = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(given, str) and given.strip().lower() in said:
        return said[given.strip().lower()]
    if not isinstance(given, bool):
        raise ValueError("is neither true nor false")
    return given


def _words(given: Any) -> list[str]:
    """Honorifics and degrees: apart by commas or blanks, or a list of JSON."""
    if isinstance(given, str):
        return [word for word in re.split(r"[,\s]+", given.strip()) if word]
    if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
        raise ValueError("is no list of words")
    return given


def _moment(given: Any) -> str:
    text = _text(given)
    _precision(text)
    return text


def _precision(text: str) -> str:
    """What a date's form says: a day, a month, an interval of either; refuses days that no calendar has."""
    form = next((name for name, form in _FORMS.items() if form.fullmatch(text)), None)
    if form is None:
        raise ValueError("is no date: write 2024-06-25, 2024-06, or two of them with a / between")
    ends = text.split("/")
    for end in ends:
        try:
            date.fromisoformat(end if len(end) > 7 else f"{end}-01")
        except ValueError:
            raise ValueError("is a date that no calendar has") from None
    if ends != sorted(ends):
        raise ValueError("ends before it begins")
    return form


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def read(given: Any) -> str:
        text = _text(given)
        found = next((one for one in allowed if one.lower() == text.lower()), None)
        if found is None:
            raise ValueError(f"is none of {', '.join(allowed)}")
        return found

    return read


def _award(given: Any) -> str:
    """The canonical name of an award that patterns/awards knows by the name given; else the name as it is."""
    from extractor.patterns.awardfiles import read_awards

    text = _text(given)
    known = {
        name.lower(): one.name for one in read_awards(folders.patterns() / "awards").values() for name in one.names
    }
    return known.get(text.lower(), text)


_READERS: dict[str, Callable[[Any], Any]] = {
    "regions.code": _code,
    "regions.level": _one_of("province", "regency", "city", "district", "village"),
    "officials.honorifics": _words,
    "officials.degrees": _words,
    "officials.status": _one_of("Pj", "Plt", "Plh", "Pjs"),
    "officials.jurisdiction": _code,
    "regulations.type": _one_of(*LAWS),
    "regulations.year": _year,
    "regulations.issuer": _code,
    "regulations.status": _one_of("in_force", "draft"),
    "worker_counts.count": _whole_number,
    "worker_counts.bound": _one_of("exact", "about", "at_least", "at_most"),
    "worker_counts.status": _one_of("covered", "uncovered", "target", "total"),
    "worker_counts.region": _code,
    "ranks.kind": _one_of("place", "shortlist"),
    "ranks.value": _place,
    "ranks.of": _place,
    "ranks.modality": _one_of("actual", "hoped"),
    "dates.value": _moment,
    "dates.precision": _one_of("day", "month", "interval"),
    "dates.suspect": _flag,
    "coverage.value": _percentage,
    "coverage.status": _one_of("actual", "target"),
    "amounts.value": _whole_number,
    "amounts.suspect": _flag,
    "records.award": _award,
    "records.edition": _year,
    "records.level": _one_of("national", "province", "regency"),
    "records.scope": _code_above,
    "records.type": _one_of(*RECIPIENTS),
    "records.code": _code,
    "records.outcome": _one_of("winner", "nominee"),
    "records.rank": _place,
    "records.shortlist": _place,
    "records.event_date": _moment,
}
"""How the value of a field is read; any other field is a text."""
