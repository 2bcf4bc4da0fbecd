"""The pages of one story read to their facts, where the story is as long as stories are."""

from extractor.article import Page
from extractor.batch.whole import clean_story
from extractor.errors import SetAside
from extractor.facts import Extraction
from extractor.pipeline import extract

LONGEST = 1_000_000
"""Characters; a book of 400 pages has fewer, and a longer text would only be given up after its 30 seconds."""


def extract_story(*pages: Page) -> Extraction:
    """The facts of a story, of all its pages that are given; `SetAside` where it is too long to be one article."""
    story = clean_story(*pages)
    if len(story.text) > LONGEST:
        raise SetAside(story.source, f"longer than {LONGEST:,} characters, which no article is; split it first")
    return extract(story)
