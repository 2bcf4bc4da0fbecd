"""One input read in this process: its page, its facts, its JSON object."""

import importlib
import traceback
from collections.abc import Callable
from typing import Any

from extractor.article import Page
from extractor.batch.inputs import read
from extractor.batch.results import Result
from extractor.errors import ExtractorError, SetAside

PIPELINE = "extractor.batch.story:extract_story"
"""The function that reads a page, by module and name: workers import it themselves."""


def load(pipeline: str) -> Callable[[Page], Any]:
    """The function that a name stands for."""
    module, _, name = pipeline.partition(":")
    function: Callable[[Page], Any] = getattr(importlib.import_module(module), name)
    return function


def read_input(job: Page | str, extract: Callable[[Page], Any]) -> Result:
    """The outcome of one input, whatever it holds.

    A page that shows a fault of the program is set aside too, with the place of the fault: the run goes on. Patterns
    that cannot be meant raise `PatternError`, an installation that is not whole `ExtractorError`.
    """
    source = job if isinstance(job, str) else job.source
    try:
        page = read(job) if isinstance(job, str) else job
        return Result(source, extract(page).to_dict())
    except SetAside as error:
        return Result(source, None, error.reason)
    except ExtractorError:
        raise
    except ImportError as error:  # no page's fault, and every page's end
        raise ExtractorError(f"the installation is not whole: {error}; install extractor again") from error
    except MemoryError:
        return Result(source, None, "needs more memory than one article may take")
    except Exception as error:  # the edge of the program: a fault costs one page, not the run
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Result(source, None, f"a fault of extractor at {place.name}, line {place.lineno}: {what}")
