"""`python -m tools.score_pages [SPLIT ...]`: how the pages of corpus/pages are cleaned, against what is expected.

Of `held_out` it prints numbers only: nobody who writes rules may know its pages.
"""

import argparse
import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from extractor.article import Article, Page
from extractor.batch.story import clean_story
from extractor.errors import SetAside

FOLDER = Path(__file__).parent.parent / "corpus" / "pages"
SPLITS = ("seen", "held_out")
FIELDS = (
    "title", "author", "outlet", "published", "section", "tags", "url", "advertorial", "language", "dateline", "pages",
)  # fmt: skip
_WORD = re.compile(r"\w+")


class Read(NamedTuple):
    """How one story of a split was read: word F1, the teasers that leaked, the fields that are wrong, the outcome.

    `expected` and `outcome` are "article" or the code of a reason why it is none.
    """

    name: str
    expected: str
    outcome: str
    f1: float = 0.0
    leaked: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    by: str = ""


def expectations(split: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The names of a split's stories, and what is expected of each."""
    for path in sorted((FOLDER / split / "expected").glob("*.json")):
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))


def read(split: str, name: str, expected: dict[str, Any]) -> Read:
    """One story as it is read now, beside what is expected of it."""
    try:
        pages = (_page(split, page) for page in expected["pages"])
        article = clean_story(*pages, languages=expected.get("languages", ("id",)))
    except SetAside as error:
        return Read(name, expected.get("set_aside", "article"), error.code or error.reason)
    if "set_aside" in expected:
        return Read(name, expected["set_aside"], "article")
    wanted = expected["article"]
    wrong = tuple(field for field in FIELDS if not _agree(field, _said(article, field), wanted[field]))
    flagged = set(article.conflicts)
    return Read(
        name,
        "article",
        "article",
        _f1(article.text, wanted["text"]),
        tuple(teaser for teaser in expected.get("teasers", ()) if teaser in article.text),
        (*wrong, *(["conflicts"] if flagged != set(expected.get("conflicts", ())) else [])),
        article.reading.by if article.reading else "",
    )


def _page(split: str, name: str) -> Page:
    return Page(name, (FOLDER / split / "pages" / name).read_bytes(), media_type="text/html")


def _said(article: Article, field: str) -> Any:
    """A field in the form of the expected files."""
    value = getattr(article, field)
    if field == "pages":
        return [value.have, value.of] if value else None
    return list(value) if field == "tags" else value


def _agree(field: str, said: Any, wanted: Any) -> bool:
    """Whether a field is right: times as instants, where the page says a time."""
    if field == "published" and said and wanted and "T" in said and "T" in wanted:
        return datetime.datetime.fromisoformat(said) == datetime.datetime.fromisoformat(wanted)
    return bool(said == wanted)


def _f1(text: str, wanted: str) -> float:
    ours, theirs = Counter(_WORD.findall(text)), Counter(_WORD.findall(wanted))
    both = (ours & theirs).total()
    return 2 * both / max(1, ours.total() + theirs.total())


def main() -> int:
    """Print the scores of the splits; 1 where anything expected of `seen` is not so."""
    parser = argparse.ArgumentParser(prog="python -m tools.score_pages", description=__doc__)
    parser.add_argument("splits", nargs="*", help="seen, held_out; both")
    failed = False
    for split in parser.parse_args().splits or SPLITS:
        found = [read(split, name, expected) for name, expected in expectations(split)]
        print(summary(split, found))
        misses = [story for story in found if story.outcome != story.expected or story.leaked or story.wrong]
        for story in misses if split == "seen" else []:
            print(f"  {story.name}: {story.outcome}, F1 {story.f1:.3f}, wrong {story.wrong}, leaked {story.leaked[:2]}")
            failed = True
    return int(failed)


def summary(split: str, found: list[Read]) -> str:
    """The numbers of a split on a few lines."""
    stories = [story for story in found if story.expected == story.outcome == "article"]
    outcomes = sum(story.outcome == story.expected for story in found)
    right = {name: sum(name not in story.wrong for story in stories) for name in (*FIELDS, "conflicts")}
    f1 = sum(story.f1 for story in stories) / len(stories)
    return "\n".join(
        [
            f"{split}: {outcomes} of {len(found)} are the article, or none, that they should be",
            f"word F1 {f1:.4f}, lowest {min(story.f1 for story in stories):.4f}; "
            f"teasers leaked {sum(len(story.leaked) for story in stories)}; "
            f"read by {dict(Counter(story.by for story in stories))}",
            "right: " + ", ".join(f"{name} {count / len(stories):.3f}" for name, count in right.items()),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
