"""Codes in the order of their bytes; values on which as many say one thing as another are open."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of this version out of those before; the next step `register` makes all entries anew."""
    op.execute(
        """
        INSERT INTO touched ("group") SELECT DISTINCT "group" FROM entries
        WHERE "group" NOT IN (SELECT "group" FROM touched)
        """
    )
    if op.get_bind().dialect.name == "postgresql":  # SQLite has no other order
        for table, column in (("entries", "scope"), ("entries", "recipient_code"), ("regions", "code")):
            op.alter_column(table, column, type_=sa.Text(collation="C"))
