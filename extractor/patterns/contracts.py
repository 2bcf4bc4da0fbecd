"""What a pattern must tell the program that reads its kind: fields of `says`, and parts that all its forms must have.

A part that may be left out counts as none, and of parts with a stroke between them one is enough. Kinds and fields that
are not named here may say what they like: it is nobody's business but that of the words that stand around.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from extractor.patterns.forms import Form
from extractor.tomlfiles import TomlFile

_Allowed = type | tuple[str, ...]


class _Contract(NamedTuple):
    says: Mapping[str, _Allowed]  # a field's type, or the words that it may be
    needed: str | None = None  # the field that must be there
    parts: tuple[str, ...] = ()
    parts_of: Mapping[str, tuple[str, ...]] = {}  # by what the needed field says, or by the id of `like`


_COUNTED: Mapping[str, tuple[str, ...]] = {
    "group": ("number", "group|head"),
    "low": ("number", "low"),
    "column": (),
    "label": ("number",),
    "persons": ("number",),
    "beside": ("number", "group"),
    "bare": ("number",),
    "row": ("number",),
    "open": ("number", "noun"),
}
_PLACES = ("before", "after", "around", "kepada", "listed", "award")
_CONTRACTS = {
    "amounts": _Contract({}, parts=("number",)),
    "coverage": _Contract({}, parts=("number",)),
    "officials": _Contract({}, parts=("role",), parts_of={"pair": ("second",)}),
    "ranks": _Contract({"value": int}),
    "records": _Contract(
        {"place": _PLACES, "outcome": ("winner", "nominee")}
        | dict.fromkeys(("weak", "bare", "ranked", "appoints", "direct"), bool),
        "place",
    ),
    "regions": _Contract({}, parts_of={"misspelt": ("name",), "drawn": ("name",)}),
    "worker_counts": _Contract({"of": tuple(_COUNTED)}, "of", parts_of=_COUNTED),
}


def hold_to(file: TomlFile, kind: str, like: str, says: dict[str, Any], forms: tuple[Form, ...], line: int) -> None:
    """Refuse a pattern of a kind that does not tell what its reader needs, with what is missing."""
    contract = _CONTRACTS.get(kind)
    if contract is None:
        return
    at = file.line_of("says =", line)
    for field, value in says.items():
        if field not in contract.says:
            known = ", ".join(contract.says) or "none"
            file.refuse(at, f"patterns of {kind} say no {field!r}; known are: {known}")
        _hold_value(file, at, field, value, contract.says[field])
    if contract.needed and contract.needed not in says:
        wanted = contract.says[contract.needed]
        file.refuse(line, f"a pattern of {kind} needs a line says = {{ {contract.needed} = {_printed(wanted)} }}")
    case = says[contract.needed] if contract.needed else like
    for part in (*contract.parts, *contract.parts_of.get(case, ())):
        for form in forms:
            if not any(one.least and one.slot in part.split("|") for one in form.parts):
                names = " or ".join(f"{{{name}}} or {{{name}:LIST}}" for name in part.split("|"))
                file.refuse(form.line, f"the form {form.printed!r} needs a part {names}")


def _hold_value(file: TomlFile, at: int, field: str, value: Any, allowed: _Allowed) -> None:
    if isinstance(allowed, tuple):
        fits = value in allowed
    else:  # for TOML true is no number
        fits = isinstance(value, allowed) and isinstance(value, bool) == (allowed is bool)
    if not fits:
        file.refuse(at, f"`{field}` in `says` is {_printed(allowed)}, not {value!r}")


def _printed(allowed: _Allowed) -> str:
    if isinstance(allowed, tuple):
        return "|".join(f'"{word}"' for word in allowed)
    return "true|false" if allowed is bool else "a whole number"
