"""No sentence of the articles that the project was given stands in those that it publishes."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tools.splits import ROOT

SHARED = ROOT.parent / "shared"
LONGEST = 8
PROGRAMMES = re.compile(r"(?:program )?jaminan kecelakaan kerja \(?jkk\)?,? dan jaminan kematian(?: \(?jkm\)?)?")
"""The two programmes by their full names, which are nobody's sentence: one word here."""


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of eight words."""
    words = re.findall(r"\w+", PROGRAMMES.sub("jkk-jkm", text.casefold()))
    return zip(*(words[start:] for start in range(LONGEST)), strict=False)


def given() -> Iterator[str]:
    for folder in ("seeds", "dev/text"):
        for path in sorted((SHARED / folder).glob("*.txt")):
            yield path.read_text(encoding="utf-8")
    with (SHARED / "bulk" / "articles.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def copied(ours: dict[str, str], theirs: Iterator[str]) -> set[tuple[str, str]]:
    """The runs of words of our texts, each with the text's name, that stand in one of theirs."""
    known = {run: name for name, text in ours.items() for run in runs(text)}
    return {(known[run], " ".join(run)) for text in theirs for run in runs(text) if run in known}


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there: nothing to compare the corpus with")
def test_no_sentence_of_the_given_articles_stands_in_the_corpus(corpus_read: dict[str, dict[str, Any]]) -> None:
    ours = {name: f"{read['article']['title']}\n{read['article']['text']}" for name, read in corpus_read.items()}
    assert copied(ours, given()) == set()


@pytest.mark.parametrize(
    ("theirs", "count"),
    [
        ("Kemarin satu dua tiga empat lima enam tujuh delapan.", 1),
        ("Satu, dua: TIGA\nempat (lima) enam tujuh delapan", 1),
        ("satu dua tiga empat lima enam tujuh sembilan", 0),
    ],
)
def test_eight_words_in_the_same_order_are_copied(theirs: str, count: int) -> None:
    ours = {"a.txt": "Satu dua tiga empat lima enam tujuh delapan sembilan"}
    assert len(copied(ours, iter([theirs]))) == count


def test_the_names_of_programmes_are_not_copied() -> None:
    text = "program Jaminan Kecelakaan Kerja (JKK) dan Jaminan Kematian (JKM) bagi nelayan"
    assert copied({"a.txt": text}, iter([text])) == set()
