"""What a person named on the command line: an article, a fact of one, an entry; one line where it is none or many."""

from sqlalchemy import Connection, select

from extractor.errors import ExtractorError
from extractor.review.effective import Judged
from extractor.review.references import Reference, article_mark, fact_reference
from extractor.store.former import led_on
from extractor.store.judging import Told, article, judged_in
from extractor.store.tables import KINDS, articles, entries, texts

_SHOWN = 4
"""Of several that may be meant, so many are named."""


def article_named(connection: Connection, text: str) -> Told:
    """The article of a key, an address, a source as ingest named it, or the digits that stand for it."""
    found = article(connection, text)
    if found:
        return found
    keys = set(connection.scalars(select(articles.c.key).where(articles.c.url == text)))
    current = select(articles.c.key).join(texts, texts.c.id == articles.c.text_id)
    keys |= set(connection.scalars(current.where(texts.c.source == text)))
    keys |= {key for key in connection.scalars(select(articles.c.key)) if article_mark(key) == text.lower()}
    return _article(connection, _only(text, "article", sorted(keys)))


def _article(connection: Connection, key: str) -> Told:
    found = article(connection, key)
    if found is None:
        raise ExtractorError(f"{key}: the store has no text of this article")
    return found


def fact_named(connection: Connection, reference: Reference) -> tuple[str, Told, Judged]:
    """The fact that a reference names, with its kind and its article; one that was rejected too."""
    about = article_named(connection, str(reference.mark))
    digits = str(reference.digest)
    found = {
        f"{fact_reference(about.key, one.digest)} ({kind})": (kind, about, one)
        for kind in KINDS
        for one in judged_in(connection, kind, about)
        if one.digest.startswith(digits)
    }
    return found[_only(f"{reference.mark}.{digits}", "fact", sorted(found))]


def entry_named(connection: Connection, digits: str) -> str:
    """The id of the entry that begins with some digits, or that has another id now and had one that does."""
    asked = select(entries.c.id).where(entries.c.id.startswith(digits, autoescape=True)).order_by(entries.c.id)
    found = list(connection.scalars(asked.limit(_SHOWN + 1)))
    return _only(digits, "entry", found or sorted(set(led_on(connection, digits).values())))


def _only(text: str, what: str, found: list[str]) -> str:
    if not found:
        raise ExtractorError(f"{text[:200]}: no {what} is called so; `extractor review list` names what there is")
    if len(found) > 1:
        several = ", ".join(found[:_SHOWN])
        raise ExtractorError(f"{text[:200]}: several may be meant: {several}{' ...' if len(found) > _SHOWN else ''}")
    return found[0]
