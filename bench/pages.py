"""Pages per second, against trafilatura on the same pages, in turn.

trafilatura.extract(favor_precision=True) gives a page's text and no metadata. On all pages our whole article, with its
metadata, takes no longer. Where an outlet's layout fits, like is measured with like: the text alone takes a third of
its time at most; the whole article stands beside it. So do trafilatura's default mode, and the one that reads metadata.
"""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bench.clocks import Task, in_turn, ratio
from bench.measures import Measure
from extractor.article import Article, Page
from extractor.clean import clean
from extractor.clean.drafts import finish
from extractor.clean.elements import Elements
from extractor.clean.encoding import decode
from extractor.clean.metadata import Metadata
from extractor.clean.page import story_in
from extractor.clean.tree import parse
from extractor.cycles import unsearched
from extractor.errors import SetAside
from extractor.outlets import Outlet, outlets

_CORPUS = Path(__file__).parent.parent / "corpus" / "pages" / "seen"
_HOST = "bench.example"
_UNREAD = Metadata(None, None, None, None, None, (), None, False, None, None, (), ())


class _Sample(NamedTuple):
    """A page of the corpus, its text, the outlet that it is taken for, and whether a layout of that fits."""

    page: Page
    text: str
    outlet: Outlet | None
    fits: bool


_Ours = Callable[[list[_Sample]], object]


def page_measures(rounds: int) -> Iterator[Measure]:
    """The measures of pages, one after the other."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    samples = list(_samples())
    fitting = [sample for sample in samples if sample.fits]
    yield from _measures("an article", _articles, samples, rounds, 1.0)
    yield from _measures("an article by a layout", _articles, fitting, rounds, 1.0)
    same = f", {sum(map(_is_articles, fitting))} with the very text of the article"
    yield from _measures("the text alone by a layout", _texts, fitting, rounds, 1 / 3, same)


def _measures(
    of: str, ours: _Ours, samples: list[_Sample], rounds: int, bar: float, more: str = ""
) -> Iterator[Measure]:
    """What `ours` does with pages, against each mode of trafilatura; text alone is not measured with metadata."""
    modes: dict[str, dict[str, Any]] = {"precision": {"favor_precision": True}, "default": {}}
    if ours is _articles:
        modes["precision and metadata"] = {"favor_precision": True, "with_metadata": True}
    tasks: dict[str, Task] = {mode: _theirs(samples, options) for mode, options in modes.items()}
    seconds = in_turn(rounds, warm=True, ours=partial(ours, samples), **tasks)
    size = sum(len(sample.text) for sample in samples) / len(samples) / 1000
    for mode in modes:
        speeds = ", ".join(f"{len(samples) / min(seconds[name]):.0f}" for name in ("ours", mode))
        about = f"{len(samples)} pages of the corpus, {size:.0f} KB each{more}; pages a second: {speeds}"
        yield Measure(f"{of} / trafilatura, {mode}", about, ratio(seconds["ours"], seconds[mode]), bar, "x")


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


def _texts(samples: list[_Sample]) -> list[str]:
    return [_text(sample) for sample in samples]


@unsearched()
def _text(sample: _Sample) -> str:
    """The story of a page of which nothing else is read."""
    decoded = decode(sample.page.content, sample.page.source)
    elements = Elements(parse(decoded.text, decoded.utf8))
    _, draft = story_in(elements, decoded, sample.outlet, _UNREAD)
    return finish(draft, tidy=True)[0]


def _is_articles(sample: _Sample) -> bool:
    """Whether the text alone is, character for character, that of the article with its metadata."""
    article = _article(sample)
    return isinstance(article, Article) and article.text == _text(sample)


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
