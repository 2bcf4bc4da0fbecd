"""What makes a gold file valid: the fields of the annotation guideline, what they hold, and words that prove them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from extractor.gazetteer import gazetteer

Check = Callable[[object], bool]
Gold = dict[str, Any]


def is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value == value.strip()


def is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def is_percentage(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def is_flag(value: object) -> bool:
    return isinstance(value, bool)


def is_list(value: object) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


def is_code(value: object) -> bool:
    return isinstance(value, str) and gazetteer().get(value) is not None


def is_year(value: object) -> bool:
    return is_number(value) and 1945 <= int(str(value)) <= 2100


def is_date(value: object) -> bool:
    """A day, a month, or two of either as an interval whose end is later."""
    if not isinstance(value, str):
        return False
    first, _, last = value.partition("/")
    if last:
        return len(first) == len(last) and is_date(first) and is_date(last) and first < last
    if not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
        return False
    try:
        date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return False
    return True


def is_recipient(value: object) -> bool:
    """`type`, `code` and `name`; regions and villages have a code, others have none."""
    if not isinstance(value, dict) or set(value) != {"type", "code", "name"} or not is_text(value["name"]):
        return False
    if value["type"] in ("region", "village"):
        return is_code(value["code"])
    return value["type"] in ("company", "institution", "person") and value["code"] is None


def or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def one_of(*allowed: object) -> Check:
    return lambda value: value in allowed


LEVELS = ("province", "regency", "city", "district", "village")
LAWS = (
    *("UUD", "UU", "Perppu", "PP", "Perpres", "Inpres", "Keppres", "Permen", "Kepmen", "Perda", "Pergub", "Perbup"),
    *("Perwali", "Kepgub", "Kepbup", "Kepwali", "Perdes", "SE", "Instruksi", "SK", "other"),
)
ARTICLE: dict[str, Check] = {
    "source": is_text,
    "outlet": or_null(is_text),
    "title": or_null(is_text),
    "published": or_null(is_date),
    "dateline": or_null(is_text),
    "advertorial": is_flag,
}
FIELDS: dict[str, dict[str, Check]] = {
    "regions": {"code": is_code, "level": one_of(*LEVELS), "name": is_text},
    "officials": {
        "name": is_text,
        "honorifics": is_list,
        "degrees": is_list,
        "role": is_text,
        "status": one_of(None, "Pj", "Plt", "Plh", "Pjs"),
        "jurisdiction": or_null(is_code),
        "organization": or_null(is_text),
    },
    "regulations": {
        "type": one_of(*LAWS),
        "number": or_null(is_text),
        "year": or_null(is_year),
        "subject": or_null(is_text),
        "issuer": or_null(is_code),
        "status": one_of("in_force", "draft"),
    },
    "worker_counts": {
        "count": is_number,
        "bound": one_of("exact", "about", "at_least", "at_most"),
        "group": is_text,
        "status": one_of("covered", "uncovered", "target", "total", None),
        "region": or_null(is_code),
    },
    "ranks": {
        "kind": one_of("place", "shortlist"),
        "value": is_number,
        "of": or_null(is_number),
        "modality": one_of("actual", "hoped"),
    },
    "dates": {"value": is_date, "precision": one_of("day", "month", "interval")},
    "coverage": {"value": is_percentage, "of": or_null(is_text), "status": one_of("actual", "target")},
    "amounts": {"value": is_number, "for": or_null(is_text), "suspect": is_flag},
    "records": {
        "award": is_text,
        "edition": or_null(is_year),
        "level": one_of("national", "province", "regency", None),
        "scope": or_null(is_code),
        "category": or_null(is_text),
        "recipient": is_recipient,
        "outcome": one_of("winner", "nominee"),
        "rank": or_null(is_number),
        "shortlist": or_null(is_number),
        "event_date": or_null(is_date),
    },
}
ON_EVERY_FACT: dict[str, Check] = {"evidence": lambda value: is_list(value) and bool(value)}
WHERE_NEEDED: dict[str, Check] = {"optional": is_flag, "name_variants": is_list}

_KINDS_OF_VILLAGES = (
    r"Desa Adat|Desa|Kelurahan|Kalurahan|Nagari|Gampong|Pekon|Tiyuh|Kampung|Kampong|Negeri|Lembang|Kute|Ohoi|Dusun|"
    r"Kepenghuluan"
)


def problems(gold: Gold, story: str) -> list[str]:
    """What is wrong with the gold of an article whose cleaned story is given, a line each; none where it is valid."""
    if list(gold) != ["schema", "article", *FIELDS] or gold["schema"] != 1:
        return [f"keys {list(gold)}"]
    lines = [f"article: {line}" for line in _field_problems(gold["article"], ARTICLE)]
    for kind in FIELDS:
        for fact in gold[kind]:
            lines += [f"{kind}: {line}" for line in _fact_problems(kind, fact, story)]
        lines += [f"{kind}: twice {said}" for said in _repeated(gold[kind])]
    return lines


def _fact_problems(kind: str, fact: Gold, story: str) -> Iterator[str]:
    allowed = FIELDS[kind] | ON_EVERY_FACT | {name: check for name, check in WHERE_NEEDED.items() if name in fact}
    found = list(_field_problems(fact, allowed))
    yield from found
    if found:
        return
    flat = " ".join(story.split())
    yield from (f"not in the story: {said!r}" for said in fact["evidence"] if " ".join(said.split()) not in flat)
    match kind:
        case "regions":
            yield from _name_problems(fact["code"], fact["name"], fact["level"])
        case "dates" if fact["precision"] != _precision(fact["value"]):
            yield f"{fact['value']} is no {fact['precision']}"
        case "records":
            yield from _record_problems(fact)


def _field_problems(fact: Gold, fields: dict[str, Check]) -> Iterator[str]:
    yield from (f"no field {name}" for name in fields if name not in fact)
    yield from (f"unknown field {name}" for name in fact if name not in fields)
    yield from (f"{name} is {fact[name]!r}" for name, check in fields.items() if name in fact and not check(fact[name]))


def _record_problems(record: Gold) -> Iterator[str]:
    recipient, level, scope = record["recipient"], record["level"], record["scope"]
    if recipient["code"]:
        yield from _name_problems(recipient["code"], recipient["name"], None)
    if scope and (level not in ("province", "regency") or scope.count(".") != (level == "regency")):
        yield f"scope {scope} at level {level}"


def _name_problems(code: str, name: str, level: str | None) -> Iterator[str]:
    """Where a code is not of this name or level; a village keeps its story's word, and part of a longer name."""
    region = gazetteer().get(code)
    assert region is not None
    if level not in (None, region.level):
        yield f"{code} is a {region.level}, not a {level}"
    said, official = name, region.official
    if region.level == "village":
        said, official = (re.sub(rf"^({_KINDS_OF_VILLAGES}) ", "", text) for text in (said, official))
        if set(said.split()) >= set(official.split()):
            return
    if _letters(said) != _letters(official):
        yield f"{code} is {region.official}, not {name}"


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()


def _precision(value: str) -> str:
    return "interval" if "/" in value else "day" if len(value) == 10 else "month"


def _repeated(facts: list[Gold]) -> list[str]:
    """Facts that stand in gold twice, with whatever evidence."""
    said = [
        str({name: value for name, value in fact.items() if name not in ("evidence", "optional")}) for fact in facts
    ]
    return [one for at, one in enumerate(said) if one in said[:at]]
