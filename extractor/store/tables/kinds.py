"""The facts and the records that were read in texts: a table for each kind."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, ForeignKey, Integer, Table, Text

from extractor.store.tables.schema import BYTEWISE, metadata


def _kind(name: str, *columns: Column[object]) -> Table:
    """The table of a kind: whose text, in which order, the fact's own fields, and the words and pattern behind it."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("text_id", Integer, ForeignKey("texts.id"), nullable=False, index=True),
        Column("position", Integer, nullable=False),  # from 0, as the extraction printed them
        *columns,
        Column("spans", JSON, nullable=False),
        Column("pattern", Text, nullable=False),
    )


regions = _kind(
    "regions",
    Column("code", BYTEWISE, nullable=False, index=True),
    Column("level", Text, nullable=False),
    Column("name", Text, nullable=False),
)
officials = _kind(
    "officials",
    Column("name", Text, nullable=False),
    Column("honorifics", JSON, nullable=False),
    Column("degrees", JSON, nullable=False),
    Column("role", Text, nullable=False),
    Column("status", Text),
    Column("jurisdiction", Text, index=True),
    Column("organization", Text),
)
regulations = _kind(
    "regulations",
    Column("type", Text, nullable=False),
    Column("number", Text),
    Column("year", Integer),
    Column("subject", Text),
    Column("issuer", Text, index=True),
    Column("status", Text, nullable=False),
)
worker_counts = _kind(
    "worker_counts",
    Column("count", BigInteger, nullable=False),
    Column("bound", Text, nullable=False),
    Column("group", Text, nullable=False),
    Column("status", Text),
    Column("region", Text, index=True),
)
ranks = _kind(
    "ranks",
    Column("kind", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("of", Integer),
    Column("modality", Text, nullable=False),
)
dates = _kind(
    "dates",
    Column("value", Text, nullable=False),
    Column("precision", Text, nullable=False),
    Column("suspect", Boolean, nullable=False),
)
coverage = _kind(
    "coverage",
    Column("value", Float, nullable=False),
    Column("of", Text),
    Column("status", Text, nullable=False),
)
amounts = _kind(
    "amounts",
    Column("value", BigInteger, nullable=False),
    Column("for", Text),
    Column("suspect", Boolean, nullable=False),
)
records = _kind(
    "records",
    Column("award", Text, nullable=False),
    Column("edition", Integer),
    Column("level", Text),
    Column("scope", Text),
    Column("category", Text),
    Column("recipient_type", Text, nullable=False),
    Column("recipient_code", Text),
    Column("recipient", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("rank", Integer),
    Column("shortlist", Integer),
    Column("event_date", Text),
    Column("group", Text, nullable=False, index=True),  # award and recipient as keys: claims meet within a group only
)
KINDS = {
    table.name: table
    for table in (regions, officials, regulations, worker_counts, ranks, dates, coverage, amounts, records)
}
"""The tables of the kinds and of the records, by their names."""
