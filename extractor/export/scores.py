"""How often the program reads rightly, as measured on held-out articles of the corpus; from its pinned scores."""

import json
from functools import cache
from typing import Any

from extractor import folders


@cache
def held_out() -> dict[str, Any]:
    """The scores of the held-out half: `fingerprint` of its articles, `kinds` and `attributes`."""
    told = json.loads((folders.corpus() / "scores.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = told["held_out"]
    return found


def measured(name: str) -> str | None:
    """What was measured of a kind ("officials") or a field ("records.edition"), in words; None of what was not."""
    scores = held_out()
    if name in scores["kinds"]:
        kind = scores["kinds"][name]
        return f"precision {_percent(kind['precision'])}, recall {_percent(kind['recall'])}"
    if name in scores["attributes"]:
        return f"right in {_percent(scores['attributes'][name])}"
    return None


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"
