"""What people said, and what they were told: decisions and digests."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text

from extractor.store.tables.schema import metadata

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("action", Text, nullable=False),  # accept, correct, reject, note, undo, same, different
    Column("target", Text, nullable=False),  # "entry", "same", or a kind's name, with what it names in `name`
    Column("name", Text, nullable=False),  # an entry's id; an article's key and a fact's digest; two recipients' keys
    Column("field", Text),  # the field that is corrected
    Column("value", JSON),  # what holds instead
    Column("was", JSON),  # the fact or entry as it stood when the person looked at it, with its quotes
    Column("article_key", Text),
    Column("text_hash", Text),  # the text that the person saw; another now makes the decision stale
    Column("undoes", Integer, ForeignKey("decisions.id")),
    Index("ix_decisions_name", "target", "name"),
    Index("ix_decisions_article_key", "article_key"),
)
"""What people said, in the order in which they said it; rows are never changed and never deleted."""

digests = Table(
    "digests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", Text, nullable=False),  # mail, stdout, file, notify: what one was told the others were not
    Column("period", Text, nullable=False),  # 2026-11-22, 2026-W47 or 2026-11
    Column("since", Text),  # the day that a person named: what is older was not told, and counts as known
    Column("at", Text, nullable=False),
    Column("message_id", Text),  # of a mail
    Column("counts", JSON, nullable=False),
    Index("ix_digests_channel", "channel", "period"),
)
"""The digests that were sent; a row is written once the other side has taken it."""

digested = Table(
    "digested",
    metadata,
    Column("digest_id", Integer, ForeignKey("digests.id"), primary_key=True),
    Column("kind", Text, primary_key=True),  # entry, article
    Column("name", Text, primary_key=True),  # an entry's id, an article's key
    Column("changed", Text),  # entries.changed as it stood; None for an article, and an entry that is there no more
    Column("state", JSON),  # what was told of an entry
    Index("ix_digested_name", "kind", "name"),
)
"""What each digest told, so that no other tells it again; of an entry the newest row of a channel counts."""

undelivered = Table(
    "undelivered",
    metadata,
    Column("digest_id", Integer, ForeignKey("digests.id"), primary_key=True),
    Column("addressee", Text, primary_key=True),  # 16 hexadecimal digits that stand for the address
    Column("mail", Text, nullable=False),  # as the others got it
)
"""Mails that the server took for others and not for these: tried again before the next digest, and gone once taken."""
