"""The choice proved: on the pages of the corpus, with and without noise, it is as right as the best single reading.

What is measured is the story without its furniture, against trafilatura as it comes: word F1, the mean of pages.
"""

import json
import re
from collections import Counter
from functools import cache, partial
from pathlib import Path
from statistics import mean

import pytest

from extractor.article import Page
from extractor.clean.drafts import Draft
from extractor.clean.encoding import decode
from extractor.clean.furniture import cut_furniture
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.reading import read_story
from extractor.clean.reading.above import cut_above
from extractor.clean.reading.density import densest
from extractor.clean.reading.generic import by_readability, by_trafilatura
from extractor.clean.tree import parse
from extractor.outlets import outlets

CORPUS = Path(__file__).parents[3] / "corpus" / "pages" / "seen"
NAMES = sorted(path.stem for path in (CORPUS / "expected").glob("*.json"))
SETS = {
    "noisy": [name for name in NAMES if not name.endswith("-plain")],
    "plain": [name for name in NAMES if name.endswith("-plain")],
}


def f1(text: str, expected: str) -> float:
    one, other = (Counter(re.findall(r"\w+", each)) for each in (text, expected))
    return 2 * (one & other).total() / (one.total() + other.total())


def cut(draft: Draft, said: Metadata) -> str:
    return cut_above(cut_furniture(draft, title=said.title), said.title).kept


@cache
def scores(name: str) -> dict[str, float]:
    """The F1 of each reading of a page; empty for what is no article or has several pages."""
    import trafilatura

    expected = json.loads((CORPUS / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    if "article" not in expected or len(expected["pages"]) > 1:
        return {}
    page = Page(name, (CORPUS / "pages" / expected["pages"][0]).read_bytes())
    text = decode(page.content, name).text
    root = parse(text)
    said = metadata(root, page, None)
    cheap = densest(root, said.title)
    told = {"density": cheap, "our trafilatura": by_trafilatura(root, cheap, said.title)}
    told["readability"] = by_readability(root, said.title)
    read = {by: cut(candidate.draft, said) if candidate else "" for by, candidate in told.items()}
    read["trafilatura"] = trafilatura.extract(text, favor_precision=True, include_comments=False) or ""
    read["choice"] = cut(read_story(root, outlet=None, said=said).draft, said)
    system = partial(outlets().system_of, text)
    read["choice with layouts"] = cut(read_story(root, outlet=None, said=said, system=system).draft, said)
    return {by: f1(found, expected["article"]["text"]) for by, found in read.items()}


def means(which: str) -> dict[str, float]:
    rows = [row for name in SETS[which] if (row := scores(name))]
    return {by: mean(row[by] for row in rows) for by in rows[0]}


@pytest.mark.parametrize("which", SETS)
@pytest.mark.parametrize("choice", ["choice", "choice with layouts"])
def test_the_choice_is_as_right_as_any_reading_alone(which: str, choice: str) -> None:
    found = means(which)
    assert found[choice] >= max(found[by] for by in ("density", "readability", "our trafilatura")) - 0.001
    assert found[choice] > found["trafilatura"]


@pytest.mark.parametrize(("which", "least"), [("noisy", 0.985), ("plain", 0.995)])
def test_the_story_is_nearly_right_without_an_outlet(which: str, least: float) -> None:
    assert means(which)["choice"] >= least


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_read_much_worse_than_by_trafilatura(name: str) -> None:
    row = scores(name) or {"choice": 1.0, "trafilatura": 1.0}
    assert row["choice"] >= row["trafilatura"] - 0.01


if __name__ == "__main__":  # the table, for people
    for each in SETS:
        print(each, {by: round(score, 4) for by, score in means(each).items()})
