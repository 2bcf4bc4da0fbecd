"""Codes in the order of their bytes."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of this version out of those before; SQLite has no other order."""
    if op.get_bind().dialect.name == "postgresql":
        for table, column in (("entries", "scope"), ("entries", "recipient_code"), ("regions", "code")):
            op.alter_column(table, column, type_=sa.Text(collation="C"))
