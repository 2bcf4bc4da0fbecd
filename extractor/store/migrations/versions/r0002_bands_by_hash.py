"""Bands by their hash alone."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of this version out of those before; the next step `clusters` judges all articles anew."""
    op.drop_table("bands")
    op.create_table(
        "bands",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name=op.f("fk_bands_text_id_texts")),
        sa.PrimaryKeyConstraint("hash", "text_id", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM judged")
