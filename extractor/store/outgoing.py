"""The tables of what left the store as digests, beside those of tables.py, which has them all."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables of the store, and how what belongs to them is named."""

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
