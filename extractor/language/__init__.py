"""The language layer: `read` makes of a text its tokens, sentences, paragraphs and list marks."""

from extractor.language.reading import Reading, positions, read, read_each
from extractor.language.vocabulary import vocab

__all__ = ["Reading", "positions", "read", "read_each", "vocab"]
