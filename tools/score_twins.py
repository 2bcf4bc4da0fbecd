"""Score which articles of corpus/twins are taken for one release, and pin the scores.

    python -m tools.score_twins                              the scores of both halves, and what fell since the pin
    python -m tools.score_twins --misses                     and the pairs of corpus/twins/tune that were judged wrong
    python -m tools.score_twins --pin --reason "new rule"    write scores.json and the table of README.md there

A pair counts as found where the two texts share a band, as the store asks for, and are then judged one release. Every
pair of texts that is not named a twin is a distractor: those written as such, all others of the half, and the texts of
corpus/seen. Of the held half only numbers are ever printed. Exits 1 where a score fell and was not pinned anew.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from extractor.register.likeness import Fingerprint, fingerprint, likeness
from tools.score_corpus import with_tables
from tools.splits import CORPUS, Split

TWINS = CORPUS / "twins"
SCORES = TWINS / "scores.json"
README = TWINS / "README.md"
HALVES = ("tune", "held")
WEIGHTS = ("light", "heavy")
DISTINCT = "distinct"
Pairs = dict[frozenset[str], str]
"""Two articles by the names of their files, and how they belong together: light, heavy or distinct."""


class Tally(NamedTuple):
    """How many pairs of a weight there are, and how many of them were taken for one release."""

    pairs: int = 0
    taken: int = 0


def main() -> int:
    """Score both halves, print the scores, pin them if asked to; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list the pairs of the tune half that were judged wrong")
    parser.add_argument("--pin", action="store_true", help="write the scores down; needs --reason")
    parser.add_argument("--reason", default="", help="why the scores changed")
    options = parser.parse_args()
    if options.pin and not options.reason.strip():
        parser.error("--pin needs --reason: what changed, in one sentence")

    now = {half: scored(half) for half in HALVES}
    print(table(now))
    if options.misses:
        print(*wrong("tune"), sep="\n")
    before = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    if options.pin:
        history = [*before.get("history", []), options.reason.strip()]
        SCORES.write_text(json.dumps({**now, "history": history}, indent=1) + "\n", encoding="utf-8")
        README.write_text(with_tables(README.read_text(encoding="utf-8"), {"scores": table(now)}), encoding="utf-8")
        return 0
    fallen = [line for half in HALVES for line in falls(half, before.get(half, {}), now[half])]
    print(*fallen, sep="\n", file=sys.stderr)
    return 1 if fallen else 0


def scored(half: str) -> dict[str, Any]:
    """The scores of a half: pairs and those taken for one release of each weight, precision and recall."""
    tallies = dict.fromkeys((*WEIGHTS, DISTINCT, "others"), Tally())
    for _, weight, taken in judged(half):
        before = tallies[weight]
        tallies[weight] = Tally(before.pairs + 1, before.taken + taken)
    right = sum(tallies[weight].taken for weight in WEIGHTS)
    found = sum(tally.taken for tally in tallies.values())
    return {
        "fingerprint": Split(TWINS / half).fingerprint(),
        **{weight: list(tally) for weight, tally in tallies.items()},
        "precision": round(right / found, 4) if found else 0.0,
        **{f"recall {weight}": round(tallies[weight].taken / tallies[weight].pairs, 4) for weight in WEIGHTS},
    }


def judged(half: str) -> Iterator[tuple[frozenset[str], str, bool]]:
    """Every two articles that a half is scored on, what they are, and whether they were taken for one release."""
    pairs, own = pairs_of(half), texts_of(TWINS / half / "articles")
    others = texts_of(CORPUS / "seen" / "articles")
    beside = [(one, other) for one in own for other in others]
    every = own | others
    for one, other in [*combinations(own, 2), *beside]:
        pair = frozenset((one, other))
        yield pair, pairs.get(pair, "others"), _taken(every[one], every[other])


def _taken(one: Fingerprint, other: Fingerprint) -> bool:
    return not set(one.bands).isdisjoint(other.bands) and likeness(one, other).is_twin


def pairs_of(half: str) -> Pairs:
    """The pairs of a half that are named, with their weights."""
    rows = json.loads((TWINS / half / "gold" / "pairs.json").read_text(encoding="utf-8"))
    return {frozenset((row["one"], row["other"])): row["weight"] for row in rows}


def texts_of(folder: Path) -> dict[str, Fingerprint]:
    """The plain texts of a folder, by their names without ending."""
    read = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    return {name: fingerprint(text) for name, text in read.items()}


def wrong(half: str) -> list[str]:
    """The pairs that were judged wrong, a line each."""
    return [
        f"{weight}: {' and '.join(sorted(pair))}"
        for pair, weight, taken in judged(half)
        if taken != (weight in WEIGHTS)
    ]


def falls(half: str, pinned: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """What is wrong with the scores of a half beside those pinned, a line each."""
    measures = ("precision", *(f"recall {weight}" for weight in WEIGHTS))
    lines = [
        f"{half}: {measure} fell from {pinned.get(measure, 1.0)} to {now[measure]}"
        for measure in measures
        if now[measure] < pinned.get(measure, 1.0)
    ]
    if pinned.get("fingerprint") != now["fingerprint"]:
        lines.append(f"{half}: its articles or pairs are not those that the pinned scores were measured on")
    return lines


def table(now: dict[str, dict[str, Any]]) -> str:
    """The scores as a table of Markdown, a column for each half."""
    rows = [("pairs", *now), ("---", *("---:" for _ in now))]
    for weight in (*WEIGHTS, DISTINCT, "others"):
        rows.append((f"{weight}: taken for one", *(f"{half[weight][1]} of {half[weight][0]}" for half in now.values())))
    for measure in ("precision", *(f"recall {weight}" for weight in WEIGHTS)):
        rows.append((measure, *(f"{half[measure]:.3f}" for half in now.values())))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    sys.exit(main())
