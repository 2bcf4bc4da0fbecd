"""Pages per second: a whole article with its metadata, against trafilatura on the same pages, in turn.

trafilatura.extract(favor_precision=True) gives text and no metadata: that is the bar, on all pages and, a third of its
time, on those whose outlet's layout fits. Beside it stand its default mode and the one that reads metadata too.
"""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bench.clocks import Task, in_turn, ratio
from bench.measures import Measure
from extractor.article import Article, Page
from extractor.clean import clean
from extractor.clean.encoding import decode
from extractor.errors import SetAside
from extractor.outlets import Outlet, outlets

_CORPUS = Path(__file__).parent.parent / "corpus" / "pages" / "seen"
_HOST = "bench.example"


class _Sample(NamedTuple):
    """A page of the corpus, its text, the outlet that it is taken for, and whether a layout of that fits."""

    page: Page
    text: str
    outlet: Outlet | None
    fits: bool


def page_measures(rounds: int) -> Iterator[Measure]:
    """The measures of pages, one after the other."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    samples = list(_samples())
    fitting = [sample for sample in samples if sample.fits]
    modes: dict[str, dict[str, Any]] = {
        "precision": {"favor_precision": True},
        "default": {},
        "precision and metadata": {"favor_precision": True, "with_metadata": True},
    }
    for of, chosen, bar in (("an article", samples, 1.0), ("an article by a layout", fitting, 1 / 3)):
        tasks: dict[str, Task] = {mode: _theirs(chosen, options) for mode, options in modes.items()}
        yield from _measures(of, chosen, in_turn(rounds, warm=True, ours=partial(_articles, chosen), **tasks), bar)


def _measures(of: str, chosen: list[_Sample], seconds: dict[str, list[float]], bar: float) -> Iterator[Measure]:
    size = sum(len(sample.text) for sample in chosen) / len(chosen) / 1000
    for mode, under in seconds.items():
        if mode != "ours":
            speeds = ", ".join(f"{len(chosen) / min(seconds[name]):.0f}" for name in ("ours", mode))
            about = f"{len(chosen)} pages of the corpus, {size:.0f} KB each; pages a second: {speeds}"
            yield Measure(f"{of} / trafilatura, {mode}", about, ratio(seconds["ours"], under), bar, "x")


def _theirs(samples: list[_Sample], options: dict[str, Any]) -> Task:
    import trafilatura

    def extract() -> list[str | None]:
        return [trafilatura.extract(sample.text, **options) for sample in samples]

    return extract


def _articles(samples: list[_Sample]) -> list[Article | SetAside]:
    return [_article(sample) for sample in samples]


def _article(sample: _Sample) -> Article | SetAside:
    try:
        return clean(sample.page, sample.outlet, languages=None)
    except SetAside as reason:
        return reason


def _samples() -> Iterator[_Sample]:
    """The pages of the corpus that hold a story, each as one of an outlet on the page system that it shows."""
    for path in sorted((_CORPUS / "expected").glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        if "article" not in expected:
            continue
        page = Page(path.stem, (_CORPUS / "pages" / expected["pages"][0]).read_bytes(), media_type="text/html")
        text = decode(page.content, page.source).text
        outlet = _outlet(text)
        sample = _Sample(page, text, outlet, fits=False)
        read = _article(sample)
        by = read.reading.by if isinstance(read, Article) and read.reading else None
        yield sample._replace(fits=by == "layout")


def _outlet(text: str) -> Outlet | None:
    """An outlet on the system that a page shows: the corpus is of outlets that do not exist."""
    system = outlets().system_of(text)
    kin = next((outlet for outlet in outlets().all if system and outlet.system == system.id), None)
    return replace(kin, id=_HOST, domains=(_HOST,), layouts=system.layouts) if kin and system else None
