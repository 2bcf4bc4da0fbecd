"""Score what extractor reads in corpus/ against its gold, and pin the scores.

    python -m tools.score_corpus                              the scores of both splits, and what fell since the pin
    python -m tools.score_corpus --misses                     and what was missed in corpus/seen, article by article
    python -m tools.score_corpus --pin --reason "new list"    write corpus/scores.json and the tables of its README.md

Of corpus/held_out only numbers are ever printed: who writes rules must not learn which facts they miss there. Exits 1
where a score fell and was not pinned anew. Run it in the folder of the project.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from extractor.batch import expand, extract_all
from tools.pins import Pin, falls, pin, pinned_anew
from tools.scoring import KINDS, STRICT, Scores, misses, score
from tools.splits import CORPUS, SEEN, SORTS, SPLITS, Split, sorts

Found = dict[str, dict[str, Any]]

SCORES = CORPUS / "scores.json"
README = CORPUS / "README.md"
_SORTS = {
    "award": "with award records",
    "protection": "on worker protection, without an award",
    "temptation": "with award words that must give no record",
}
_MOST_AWARDS = 15


def main() -> int:
    """Read the corpus, print its scores, pin them if asked to; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what was missed in corpus/seen")
    parser.add_argument("--pin", action="store_true", help="write the scores down; needs --reason")
    parser.add_argument("--reason", default="", help="why the scores changed, for the history in scores.json")
    options = parser.parse_args()
    if options.pin and not options.reason.strip():
        parser.error("--pin needs --reason: what changed, in one sentence")

    found = {split.name: read(split) for split in SPLITS}
    scores = {split.name: scored(split, found[split.name]) for split in SPLITS}
    now = {split.name: pin(scores[split.name], split.fingerprint()) for split in SPLITS}
    for split in SPLITS:
        print_scores(split, scores[split.name])
    if options.misses:
        print_misses(SEEN, found[SEEN.name])
    before = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    fallen = [line for name in now if name in before for line in falls(name, before[name], now[name])]
    print(*dict.fromkeys(fallen), sep="\n", file=sys.stderr)
    if not options.pin:
        return 1 if fallen else 0
    pinned = pinned_anew(before, now, options.reason.strip())
    SCORES.write_text(json.dumps(pinned, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    README.write_text(with_tables(README.read_text(encoding="utf-8"), tables(texts(found), pinned)), encoding="utf-8")
    return 0


def read(split: Split) -> Found:
    """What extractor reads in the articles of a split, by file name; an article that was set aside is missing."""
    results = extract_all(expand([str(split.folder / "articles")]), jobs=2)
    return {Path(result.source).name: result.extraction for result in results if result.extraction is not None}


def scored(split: Split, found: Found) -> Scores:
    """The scores of a split; an article that was not read has no facts."""
    unread = {"article": {"text": ""}}
    return score([(gold, found.get(name, unread)) for name, gold in split.golds().items()])


def texts(found: dict[str, Found]) -> dict[str, str]:
    """The stories of all articles by file name."""
    return {name: article["article"]["text"] for split in found.values() for name, article in split.items()}


def print_scores(split: Split, scores: Scores) -> None:
    """The scores of a split, as numbers."""
    print(f"{split.name}, {len(split.articles)} articles\n{'':17} gold found right     P     R    F1")
    for kind, share in scores.kinds.items():
        gold, found, right = share
        measures = f"{share.precision:.3f} {share.recall:.3f} {share.f1:.3f}"
        print(f"{kind:16} {gold:5} {found:5} {right:5} {measures}")
    print("attributes:", ", ".join(f"{name} {share:.2f}" for name, share in scores.attributes.items()))
    print(f"spans {scores.spans}, out of the text {scores.spans_out}, apart from their evidence {scores.spans_apart}\n")


def print_misses(split: Split, found: Found) -> None:
    """What was missed in each article that was read."""
    for name, gold in split.golds().items():
        lines = misses(gold, found[name]) if name in found else ["set aside"]
        if lines:
            print(name, *lines, sep="\n  ")


def tables(stories: dict[str, str], pinned: Pin) -> dict[str, str]:
    """The tables of corpus/README.md by the names of their places, from gold and from what is pinned."""
    golds = [list(split.golds().values()) for split in SPLITS]
    return {
        "counts": _rows(["articles", *(split.name for split in SPLITS)], _counted(stories)),
        "facts": _rows(
            ["facts in gold", *(split.name for split in SPLITS)],
            [[kind, *(sum(len(gold[kind]) for gold in split) for split in golds)] for kind in KINDS],
        ),
        "awards": _rows(["award", "records"], _awards([gold for split in golds for gold in split])),
        "scores": _rows(
            ["F1", *(split.name for split in SPLITS)],
            [
                [kind, *(f"{pinned[split.name]['kinds'][kind]['f1']:.3f}" for split in SPLITS)]
                for kind in (*KINDS, STRICT, "all")
            ],
        ),
    }


def _counted(stories: dict[str, str]) -> list[list[object]]:
    """How many articles there are in each split, of each sort and form, and how many provinces they name."""
    sorted_out = [sorts(split, stories) for split in SPLITS]
    forms = [Counter(path.suffix for path in split.articles) for split in SPLITS]
    provinces = [
        {region["code"][:2] for gold in split.golds().values() for region in gold["regions"]} for split in SPLITS
    ]
    return [
        ["all", *(len(split.articles) for split in SPLITS)],
        *([_SORTS[sort], *(counted[sort] for counted in sorted_out)] for sort in SORTS),
        *([f"as {form}", *(counted[form] for counted in forms)] for form in (".html", ".txt")),
        ["provinces named", *map(len, provinces)],
    ]


def _awards(golds: list[dict[str, Any]]) -> list[list[object]]:
    """The awards with most records, then all others in one row."""
    counted = Counter(record["award"] for gold in golds for record in gold["records"])
    ordered = sorted(counted.items(), key=lambda award: (-award[1], award[0]))
    others = ordered[_MOST_AWARDS:]
    rows: list[list[object]] = [[award, count] for award, count in ordered[:_MOST_AWARDS]]
    return [*rows, [f"{len(others)} other awards", sum(count for _, count in others)]]


def _rows(heading: list[object], rows: list[list[object]]) -> str:
    """A table as Markdown writes it; all columns but the first are numbers."""
    rule: list[object] = ["---", *("---:" for _ in heading[1:])]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in [heading, rule, *rows])


def with_tables(page: str, new: dict[str, str]) -> str:
    """A page with new tables, each between its two comments, <!-- counts --> and <!-- /counts -->."""
    for name, table in new.items():
        before, opening, rest = page.partition(f"<!-- {name} -->\n")
        _, closing, after = rest.partition(f"<!-- /{name} -->")
        if not closing:
            raise ValueError(f"corpus/README.md has no place for the table of {name}: <!-- {name} --> and its end")
        page = f"{before}{opening}{table}\n{closing}{after}"
    return page


if __name__ == "__main__":
    sys.exit(main())
