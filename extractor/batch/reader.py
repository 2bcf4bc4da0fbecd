"""One input read in this process: its page or pages, their facts, its JSON object."""

import hashlib
import importlib
import traceback
from collections.abc import Callable
from typing import Any

from extractor.article import GIVEN, Article, Page
from extractor.batch.inputs import is_address, read
from extractor.batch.results import Job, Read, Result, lost
from extractor.errors import ExtractorError, SetAside
from extractor.urls import host_of

PIPELINE = "extractor.batch.story:extract_story"
"""The function that reads the pages of a story, by module and name: workers import it themselves."""

Pipeline = Callable[..., Any]
"""Pages of one story in, an object with their `article` and `to_dict` out; `SetAside` names the page that has to go."""


def load(pipeline: str) -> Pipeline:
    """The function that a name stands for."""
    module, _, name = pipeline.partition(":")
    function: Pipeline = getattr(importlib.import_module(module), name)
    return function


def read_input(job: Job, extract: Pipeline, alive: Callable[[], None] = lambda: None) -> Result:
    """The outcome of one input, whatever it holds; `alive` is called where a page came and more are to come.

    A page that shows a fault of the program is set aside too, with the place of the fault: the run goes on. Patterns
    that cannot be meant raise `PatternError`, an installation that is not whole `ExtractorError`.
    """
    if isinstance(job, list):
        return _read_pages(job, extract, alive)
    try:
        page = read(job) if isinstance(job, str) else job
    except SetAside as error:
        return Result(error.source, None, error.reason)
    pages = [page, *_fetched([page], alive)] if isinstance(job, str) and is_address(job) else [page]
    return _joined(pages, extract)._replace(apart=())  # of what was fetched beside it, nobody asked


def _fetched(pages: list[Page], alive: Callable[[], None]) -> list[Page]:
    """The other pages of a story of which some were named by their addresses."""
    first = next((page for page in pages if is_address(page.source)), None)
    if first is None:
        return []
    from extractor.batch.pages import other_pages  # lxml, requests and the outlets

    known = {page.url for page in pages}
    return [page for page in other_pages(first, alive) if page.url not in known]


def _read_pages(names: list[str], extract: Pipeline, alive: Callable[[], None]) -> Result:
    """The outcome of inputs that seem to be pages of one story."""
    pages, apart, typed = list[Page](), list[Result](), list[Page]()
    for name in names:
        try:
            pages.append(read(name))
            typed += pages[-1:] if is_address(name) else []  # for a page out of a WARC nothing is fetched
        except SetAside as error:
            apart.append(Result(name, None, error.reason))
    if not pages:
        return apart[0]._replace(apart=tuple(apart[1:]))
    result = _joined([*pages, *_fetched(typed, alive)], extract)
    named = {name for page in pages for name in (page.source, page.place)}
    asked = (other for other in result.apart if other.source in named)
    return result._replace(apart=(*asked, *apart))


def _joined(pages: list[Page], extract: Pipeline) -> Result:
    """The outcome of the pages of a story; what is set aside of them, and what is another story, stands apart."""
    pages, apart = list(pages), list[Result]()
    while len(pages) > 1:
        try:
            found = _outcome(pages, extract, at_once=False)
            return found._replace(apart=(*found.apart, *apart))
        except SetAside as error:
            odd = next((at for at, page in enumerate(pages) if at and page.source == error.source), 0)
            apart.append(_outcome([pages.pop(odd)], extract))
    first = _outcome(pages, extract)
    if first.extraction is None:  # the page that was asked for is none, and another may be
        read = next((at for at, result in enumerate(apart) if result.extraction is not None), None)
        if read is not None:
            apart[read], first = first, apart[read]
    return first._replace(apart=tuple(apart))


def _outcome(pages: list[Page], extract: Pipeline, *, at_once: bool = True) -> Result:
    """What the pipeline makes of pages of one story, and which pages; as `_piped` does it."""
    read = tuple(Read(page.place or page.source, hashlib.sha256(page.content).hexdigest()) for page in pages)
    found = _piped(pages, extract, at_once=at_once)
    return found._replace(read=read[:1] if found.apart else read)


def _piped(pages: list[Page], extract: Pipeline, *, at_once: bool) -> Result:
    """What the pipeline makes of pages of one story; where not `at_once`, `SetAside` is left to the caller."""
    names = [page.place or page.source for page in pages]
    try:
        read = extract(*pages)
        article = read.article
        return Result(pages[0].source, read.to_dict(), None, None, _notes(article), _site(article), article.missed)
    except SetAside as error:
        if not at_once:
            raise
        return Result(pages[0].source, None, error.reason, error.code, site=host_of(pages[0].url) or "-")
    except ExtractorError:
        raise
    except ImportError as error:  # no page's fault, and every page's end
        raise ExtractorError(f"the installation is not whole: {error}; install extractor again") from error
    except MemoryError:
        return lost(names, "needs more memory than one article may take")
    except Exception as error:  # the edge of the program: a fault costs one page, not the run
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return lost(names, f"a fault of extractor at {place.name}, line {place.lineno}: {what}")


def _notes(article: Article) -> tuple[str, ...]:
    """What a reader of an article must know: that not all of its story is here, that its day was not understood."""
    pages, found = article.pages, list[str]()
    if pages is not None and pages.missing:
        lacking = ", ".join(map(str, pages.missing))
        found.append(f"{pages.have} of {pages.of} pages of its story are here; missing: {lacking}")
    if article.published is None:
        told = (one.value for one in article.told if (one.field, one.origin) == ("published", GIVEN))
        found += [f"its `published` is no day that is understood: {value[:60]!r}" for value in told]
    return tuple(found)


def _site(article: Article) -> str:
    """Whose page it is: the host of its address, or the outlet's name."""
    return host_of(article.url) or article.outlet or "-"
