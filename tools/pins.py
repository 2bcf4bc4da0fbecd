"""The scores that corpus/scores.json pins: what they were when somebody last looked and said why they changed.

{"seen": {"fingerprint", "kinds": {"regions": {"precision", "recall", "f1"}, ...}, "attributes": {...}},
 "held_out": {...}, "history": [{"reason", "seen": {"all", "records", "records, strict"}, "held_out"}, ...]}
"""

from typing import Any

from tools.scoring import STRICT, Scores

Pin = dict[str, Any]

SLACK = 0.0005
"""Scores are pinned to four digits; what is lower by more than this has fallen."""

ANEW = 'python -m tools.score_corpus --pin --reason "..."'
_MEASURES = ("precision", "recall", "f1")
_HEADLINES = ("all", "records", STRICT)


def pin(scores: Scores, fingerprint: str) -> Pin:
    """What is pinned of one split: numbers only, so that it tells nothing of the facts that were missed."""
    kinds = {
        kind: {measure: round(getattr(share, measure), 4) for measure in _MEASURES}
        for kind, share in scores.kinds.items()
    }
    return {
        "fingerprint": fingerprint,
        "kinds": kinds,
        "attributes": {name: round(share, 4) for name, share in scores.attributes.items()},
    }


def pinned_anew(before: Pin, splits: dict[str, Pin], reason: str) -> Pin:
    """The whole of scores.json, with one more line of history."""
    headlines = {name: {kind: split["kinds"][kind]["f1"] for kind in _HEADLINES} for name, split in splits.items()}
    return {**splits, "history": [*before.get("history", []), {"reason": reason, **headlines}]}


def falls(split: str, pinned: Pin, now: Pin) -> list[str]:
    """What is wrong with the scores of a split beside those pinned, a line each; nothing where none fell."""
    lines = [
        f"{split}: {name} fell from {before:.4f} to {after:.4f}"
        for name, before, after in _beside(pinned, now)
        if after < before - SLACK
    ]
    if pinned["fingerprint"] != now["fingerprint"]:
        lines.append(f"{split}: its articles or gold are not those that the pinned scores were measured on")
    return [*lines, f"If that is meant, pin anew and say why: {ANEW}"] if lines else []


def _beside(pinned: Pin, now: Pin) -> list[tuple[str, float, float]]:
    """Each pinned score: its name, what it was, what it is; a score that is gone is 0."""
    kinds = [
        (f"{measure} of {kind}", before, now["kinds"].get(kind, {}).get(measure, 0.0))
        for kind, measures in pinned["kinds"].items()
        for measure, before in measures.items()
    ]
    attributes = [
        (f"attribute {name}", before, now["attributes"].get(name, 0.0)) for name, before in pinned["attributes"].items()
    ]
    return kinds + attributes
