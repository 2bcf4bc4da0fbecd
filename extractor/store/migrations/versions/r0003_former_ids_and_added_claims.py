"""Ids that entries had before, records that people added, articles that are none any more, mails that were missed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of this version out of those before; the next step `register` finds what people added."""
    op.create_table(
        "former_ids",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_former_ids_entry_id_entries")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_ids")),
    )
    with op.batch_alter_table("former_ids", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_former_ids_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "undelivered",
        sa.Column("digest_id", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["digest_id"], ["digests.id"], name=op.f("fk_undelivered_digest_id_digests")),
        sa.PrimaryKeyConstraint("digest_id", "addressee", name=op.f("pk_undelivered")),
    )
    op.create_table(
        "added_claims",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("cluster", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_added_claims_article_id_articles")),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_added_claims_entry_id_entries")),
        sa.PrimaryKeyConstraint("article_id", "digest", name=op.f("pk_added_claims")),
    )
    with op.batch_alter_table("added_claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_added_claims_entry_id"), ["entry_id"], unique=False)

    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.add_column(sa.Column("set_aside", sa.Text(), nullable=True))
    op.execute(
        """
        INSERT INTO touched ("group") SELECT DISTINCT "group" FROM entries
        WHERE review <> 'machine' AND "group" NOT IN (SELECT "group" FROM touched)
        """
    )
