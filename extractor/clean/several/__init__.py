"""The pages of one story: which of them a page is, and the story that they make together."""

from extractor.clean.several.joining import join
from extractor.clean.several.numbering import Numbering, numbering

__all__ = ["Numbering", "join", "numbering"]
