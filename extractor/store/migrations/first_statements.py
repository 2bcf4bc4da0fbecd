"""What the first tables had beside them, in each database's own words; it stays as it was then."""

import sqlalchemy as sa
from alembic import op

SEARCH = {
    "postgresql": (
        "CREATE TABLE search (text_id INTEGER NOT NULL CONSTRAINT pk_search PRIMARY KEY CONSTRAINT "
        "fk_search_text_id_texts REFERENCES texts (id), title TEXT NOT NULL, text TEXT NOT NULL, "
        "stems TSVECTOR NOT NULL, words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_stems ON search USING gin (stems)",
        "CREATE INDEX ix_search_words ON search USING gin (words)",
    ),
    "sqlite": ('CREATE VIRTUAL TABLE search USING fts5(title, text, words, tokenize="unicode61 remove_diacritics 0")',),
}
"""The search index, as each database makes it."""
ONLY_ADDED_TO = {
    "postgresql": (
        "CREATE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'decisions are never changed and never deleted'; END $$",
        "CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions"
        " FOR EACH STATEMENT EXECUTE FUNCTION decisions_stay()",
    ),
    "sqlite": (
        "CREATE TRIGGER decisions_stay_UPDATE BEFORE UPDATE ON decisions"
        " BEGIN SELECT RAISE(ABORT, 'decisions are never changed and never deleted'); END",
        "CREATE TRIGGER decisions_stay_DELETE BEFORE DELETE ON decisions"
        " BEGIN SELECT RAISE(ABORT, 'decisions are never changed and never deleted'); END",
    ),
}
"""The guard of decisions."""


def make_decisions() -> None:
    """Make the table that the guard stands before."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("was", sa.JSON(), nullable=True),
        sa.Column("article_key", sa.Text(), nullable=True),
        sa.Column("text_hash", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name=op.f("fk_decisions_undoes_decisions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index("ix_decisions_name", "decisions", ["target", "name"], unique=False)
    op.create_index("ix_decisions_article_key", "decisions", ["article_key"], unique=False)


def make_digests() -> None:
    """Make the tables of what digests told."""
    op.create_table(
        "digests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
    )
    op.create_index(op.f("ix_digests_channel"), "digests", ["channel", "period"], unique=False)
    op.create_table(
        "digested",
        sa.Column("digest_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=True),
        sa.Column("state", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["digest_id"], ["digests.id"], name=op.f("fk_digested_digest_id_digests")),
        sa.PrimaryKeyConstraint("digest_id", "kind", "name", name=op.f("pk_digested")),
    )
    op.create_index(op.f("ix_digested_name"), "digested", ["kind", "name"], unique=False)
