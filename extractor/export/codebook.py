"""CODEBOOK.md: every table and field with its meaning, and how often the program reads it rightly."""

from extractor.export.fields import Field, Resource
from extractor.export.publication import Publication
from extractor.export.resources import ENTRIES, RECORDS, RESOURCES
from extractor.export.scores import held_out, measured

_HEAD = """\
# Codebook

The tables and their fields, in the order of the columns. Unknown is empty, never a guess.

The last column says what was measured when extractor read articles that its makers did not look at while writing it:
for what names a fact or record, its precision (how many of those found are right) and recall (how many of those there
are were found); for a further field, in how many of the rightly found ones it is right. The articles are the held-out
half of extractor's own corpus, made up in the manner of the press (fingerprint {fingerprint}); the press itself
may be harder. What a person accepted or corrected says so in `standing` or `review`.

Quotes are the words of the press, but for dots (•): they stand for phone numbers, mail addresses, names of accounts
(@...), the numbers of houses, identity cards and bank accounts, a dot for a character, so that all offsets hold.

A record counts as right where award, recipient and outcome are; strictly, with every field, {strict}.
"""


def codebook(publication: Publication) -> str:
    """The file's text."""
    scores = held_out()
    head = _HEAD.format(fingerprint=scores["fingerprint"][:16], strict=measured("records, strict"))
    return head + "".join(_table(resource, publication) for resource in RESOURCES)


def _table(resource: Resource, publication: Publication) -> str:
    rows = f"{publication.written[resource.name]:,}" if resource.name in publication.written else "not in this format"
    lines = [
        f"\n## {resource.name}\n",
        f"{resource.meaning} Key: `{resource.key}`. Rows: {rows}.\n",
        "| field | type | meaning | measured |",
        "|---|---|---|---|",
        *(_line(field, resource) for field in resource.fields),
    ]
    return "\n".join(lines) + "\n"


def _line(field: Field, resource: Resource) -> str:
    meaning = field.meaning
    if field.values:
        meaning += " One of: " + ", ".join(f"`{value}`" for value in field.values) + "."
    if field.unit:
        meaning += f" Unit: {field.unit}."
    if field.refers:
        meaning += f" A key of `{field.refers}`."
    kind = f"{field.type}, always there" if field.required else field.type
    return f"| `{field.name}` | {kind} | {meaning} | {_measured(field, resource)} |"


def _measured(field: Field, resource: Resource) -> str:
    if resource is ENTRIES and field.name in RECORDS.names and RECORDS.fields[RECORDS.at(field.name)].measured:
        return "as in `records`"
    return (measured(field.measured) if field.measured else None) or ""
