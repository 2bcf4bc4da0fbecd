"""Pages per second: the story of a page, and all that is read of it, against trafilatura on the same pages."""

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from bench.clocks import in_turn, ratio
from bench.measures import Measure
from extractor.article import Page
from extractor.clean import clean, tree
from extractor.clean.encoding import decode
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.reading import read_story
from extractor.errors import SetAside
from extractor.outlets import outlets

_CORPUS = Path(__file__).parent.parent / "corpus" / "pages" / "seen"


class _Sample(NamedTuple):
    """A page of the corpus, its text, its metadata, and whether a layout finds its story."""

    page: Page
    text: str
    said: Metadata
    fits: bool


def page_measures(rounds: int) -> Iterator[Measure]:
    """The measures of pages, one after the other."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    samples = list(_samples())
    fitting = [sample for sample in samples if sample.fits]

    def precise(text: str) -> object:
        return trafilatura.extract(text, favor_precision=True)

    def told(text: str) -> object:
        return trafilatura.extract(text, favor_precision=True, with_metadata=True)

    for name, chosen, theirs, bar in (
        ("a story / trafilatura, precision", samples, precise, 1.0),
        ("a story / trafilatura, default", samples, trafilatura.extract, 1.0),
        ("a story by a layout / trafilatura, precision", fitting, precise, 1 / 3),
    ):
        yield _measure(name, chosen, rounds, _story, theirs, bar)
    yield _measure("an article and its metadata / trafilatura's, precision", samples, rounds, _article, told, 1.0)


def _measure(
    name: str,
    samples: list[_Sample],
    rounds: int,
    ours: Callable[[_Sample], object],
    theirs: Callable[[str], object],
    bar: float,
) -> Measure:
    def over() -> None:
        for sample in samples:
            ours(sample)

    def under() -> None:
        for sample in samples:
            theirs(sample.text)

    seconds = in_turn(rounds, over=over, under=under)
    size = sum(len(sample.text) for sample in samples) / len(samples) / 1000
    speeds = ", ".join(f"{len(samples) / min(seconds[key]):.0f}" for key in ("over", "under"))
    of = f"{len(samples)} pages of the corpus, {size:.0f} KB each; pages a second: {speeds}"
    return Measure(name, of, ratio(**seconds), bar, "x")


def _story(sample: _Sample) -> object:
    system = outlets().system_of(sample.text)
    return read_story(tree.parse(sample.text), outlet=None, said=sample.said, system=system)


def _article(sample: _Sample) -> object:
    try:
        return clean(sample.page, languages=None)
    except SetAside as reason:
        return reason


def _samples() -> Iterator[_Sample]:
    """The pages of the corpus that hold a story, with what their own systems' layouts make of them."""
    for path in sorted((_CORPUS / "expected").glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        if "article" not in expected:
            continue
        page = Page(path.stem, (_CORPUS / "pages" / expected["pages"][0]).read_bytes(), media_type="text/html")
        text = decode(page.content, page.source).text
        root = tree.parse(text)
        said = metadata(root, page, None)
        story = read_story(root, outlet=None, said=said, system=outlets().system_of(text))
        yield _Sample(page, text, said, story.trusted)
