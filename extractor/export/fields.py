"""What a table of an export is made of: resources, and fields with type, meaning and constraints."""

from typing import NamedTuple

TYPES = ("string", "integer", "number", "boolean", "strings", "list", "object", "json")
"""`strings` is a list of texts, `list` any list, `json` any value; text formats print these and objects as JSON."""
NESTED = ("strings", "list", "object", "json")
"""Types whose values text formats print as JSON."""


class Field(NamedTuple):
    """A column: its type, its meaning in one sentence, and what values it may have."""

    name: str
    type: str
    meaning: str
    required: bool = False
    values: tuple[str, ...] = ()  # the only ones there are
    minimum: int | None = None
    pattern: str | None = None  # that the whole text matches
    unit: str | None = None
    refers: str | None = None  # the resource whose key it is
    measured: str | None = None  # its name in the scores of the corpus: "records.edition", or a kind's
    is_technical: bool = False  # for programs: offsets, hashes; spreadsheets leave it out
    width: int = 14  # in a spreadsheet, in characters

    @property
    def is_free(self) -> bool:
        """Whether its texts may be anybody's, the press's or a person's: no codes, digests or one of a few words."""
        return (self.type == "string" and not self.values and not self.pattern) or self.type in NESTED

    @property
    def is_number(self) -> bool:
        """Whether people would add it up or compare it."""
        return self.type in ("integer", "number")


class Resource(NamedTuple):
    """A table: what a row is, its fields, of which the `key` names a row, and the kind whose facts its rows are."""

    name: str
    title: str
    meaning: str
    fields: tuple[Field, ...]
    key: str
    kind: str | None = None
    is_for_people: bool = True  # a sheet of its own in a spreadsheet
    label: str | None = None  # the field that names a row to people

    def at(self, name: str) -> int:
        """Where a field stands in a row."""
        return [field.name for field in self.fields].index(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields, in order."""
        return tuple(field.name for field in self.fields)
