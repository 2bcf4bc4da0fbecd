"""Pipelines for the tests of the pool: workers import them by name."""

import importlib
import os
import signal
import time
from typing import Any, NamedTuple

from extractor.article import Article, Page
from extractor.errors import PatternError, SetAside


class Told(NamedTuple):
    """A result whose object is given."""

    object: dict[str, Any]
    article: Article = Article("")

    def to_dict(self) -> dict[str, Any]:
        return self.object


def tell(page: Page) -> Told:
    """Does what the page says: sleep, fill the memory, die, fail, or tell its words."""
    text = page.content.decode("utf-8", "replace")
    match text.split(maxsplit=1)[0] if text.strip() else "empty":
        case "sleep":
            time.sleep(60)
        case "fill":
            return Told({"lengths": [len(b"x" * 2**28) for _ in [bytearray(2**28) for _ in range(40)]]})
        case "die":
            os._exit(9)
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "fault":
            raise ValueError("no such\nword")
        case "missing":
            importlib.import_module("extractor.no_such_part")
        case "patterns":
            raise PatternError("patterns/ranks.toml", 3, "a form without an example")
        case "empty":
            raise SetAside(page.source, "empty")
        case "slow":
            time.sleep(0.2)
    return Told({"source": page.source, "words": text.split()[:5], "worker": "odd \ud800" if "odd" in text else None})


def tell_all(*pages: Page) -> Told:
    """Does what the first of the pages of a story says."""
    return tell(pages[0])


def cleaned(*pages: Page) -> Told:
    """Tells the article of a story, as it is."""
    from extractor.batch.whole import clean_story

    return Told({"article": clean_story(*pages)})
