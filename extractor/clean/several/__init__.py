"""The pages of one story: which of them a page is, and the story that they make together."""

from extractor.clean.several.joining import is_same_story, join
from extractor.clean.several.numbering import Numbering, numbering

__all__ = ["Numbering", "is_same_story", "join", "numbering"]
