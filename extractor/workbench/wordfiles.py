"""The files of words by which pages and lists are read: each is read by the module that uses it, and refused there."""

from collections.abc import Callable
from typing import Any

from extractor.clean.addresses import address_words
from extractor.clean.dateline_names import dateline_words
from extractor.clean.furniture.words import words as furniture_words
from extractor.clean.languages import language_words
from extractor.clean.metadata.words import words as metadata_words
from extractor.clean.no_article import kinds_of_page
from extractor.clean.reading.markup import markup
from extractor.clean.several.words import page_words
from extractor.register.spellings import spellings
from extractor.sources.discovery.words import words as discovery_words

LOADERS: tuple[Callable[[], Any], ...] = (
    address_words,
    dateline_words,
    discovery_words,
    furniture_words,
    kinds_of_page,
    language_words,
    markup,
    metadata_words,
    page_words,
    spellings,
)


def read_word_files() -> None:
    """Read them all; `PatternError` with file, line and reason for the first that cannot be meant."""
    for load in LOADERS:
        load()
