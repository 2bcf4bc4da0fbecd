"""Strangers: two stories under one address, which only their pages give themselves.

Broken sites give every page the address of one story or section, and a page that was saved from a browser does not tell
where it came from. Another title and hardly a run of three words in common: no edited story looks so.
"""

import numpy as np
from sqlalchemy import Connection, select

from extractor.register.keys import folded
from extractor.register.shingles import shingles_of
from extractor.store.tables import texts

_COMMON = 0.1
"""The share of the shorter text's runs of three words up to which two texts are two stories."""


def are_strangers(connection: Connection, text_id: int, title: str | None, text: str) -> bool:
    """Whether a story is another than the one whose text the store has under its address."""
    known = connection.execute(select(texts.c.title, texts.c.text).where(texts.c.id == text_id)).one()
    if not (title and known.title) or folded(title) == folded(known.title):
        return False
    mine, others = (shingles_of(folded(one).split()) for one in (text, known.text))
    shared = len(np.intersect1d(mine, others, assume_unique=True))
    return shared <= _COMMON * min(len(mine), len(others))
