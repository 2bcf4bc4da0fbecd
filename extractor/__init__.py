"""Facts and award records from the Indonesian press: `extract("text").to_dict()`."""

from typing import TYPE_CHECKING

from extractor.article import Article, Page

if TYPE_CHECKING:
    from extractor.facts import Extraction

__all__ = ["Article", "Page", "extract"]
__version__ = "0.1.0"


def extract(source: "str | Page | Article") -> "Extraction":
    """All facts and award records of a text, a page or an article; pure: the same input gives the same output.

    Raises `SetAside` where a page holds no story, `PatternError` where the patterns cannot be meant.
    """
    from extractor.pipeline import extract as run

    return run(source)
