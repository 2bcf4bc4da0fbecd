"""What becomes of one input: the JSON object of its article, or the reason why it was set aside."""

from typing import Any, NamedTuple


class Input(NamedTuple):
    """One article to read: `name` is a path, an address or "-"; `refused` says why it cannot be one."""

    name: str
    refused: str | None = None


class Result(NamedTuple):
    """One input's outcome: `extraction` is the object of the annotation guideline, or None, and `reason` says why."""

    source: str
    extraction: dict[str, Any] | None
    reason: str | None = None
