"""Databases of PostgreSQL that one test hands on to the next, empty: a third of what a copy of the template costs.

Only one whose tables are to the last index those of the template is handed on; for any other a new copy is made.
"""

from typing import Any

import psycopg
from psycopg import sql

from tests.store.postgresql import Server

Connection = psycopg.Connection[Any]
_CATALOGS = {
    "pg_class": "oid", "pg_attribute": "attrelid", "pg_attrdef": "oid", "pg_constraint": "oid",
    "pg_index": "indexrelid", "pg_trigger": "oid", "pg_proc": "oid", "pg_namespace": "oid",
}  # fmt: skip
"""Where PostgreSQL keeps what tables a database has: each change of one leaves a row at another place."""
_OWN = 16384
"""The first number that PostgreSQL gives to what is not its own."""
_ROWS = "SELECT {literal}, count(*), sum(hashtext(concat(ctid, ' ', xmin))) FROM {name}"
"""How many rows a table has, and one number for the places where they lie and the transactions that wrote them."""
_SETTINGS = """SELECT count(*) FROM pg_db_role_setting
WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())"""
_ALONE = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""
_START_AGAIN = """SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL"""


class HandedOn:
    """Copies of a template, which stays as it is."""

    def __init__(self, server: Server, template: str) -> None:
        self.server, self.template = server, template
        self._free: list[str] = []
        with server.connected(template) as connection:
            named = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            self._ask = sql.SQL(" UNION ALL ").join(
                sql.SQL(_ROWS).format(literal=sql.Literal(name), name=sql.Identifier(name)) for (name,) in named
            )
            self._shape, self._rows = _shape(connection), connection.execute(self._ask).fetchall()

    def taken(self) -> str:
        """The name of a database that is as the template."""
        return self._free.pop() if self._free else self.server.database(self.template)

    def given_back(self, name: str) -> None:
        """Have a database ready for the next test, or remove it."""
        if not self.server.process:
            self.server.start()
        try:
            with self.server.connected(name) as connection:
                is_as_made = self._emptied(connection)
        except psycopg.Error:
            is_as_made = False
        if is_as_made:
            self._free.append(name)
        else:
            self.server.drop(name)

    def _emptied(self, connection: Connection) -> bool:
        """Whether a database is what the template is, now that the rows are gone that the template has not."""
        connection.execute(_ALONE)
        if _shape(connection) != self._shape:
            return False
        full = []
        for now, made in zip(connection.execute(self._ask).fetchall(), self._rows, strict=True):
            if now != made:
                full.append(sql.Identifier(made[0]))
                if made[1]:  # what the template says of itself
                    return False
        if full:
            with connection.transaction():  # in any order, whatever row leads to which
                connection.execute("SET LOCAL session_replication_role = replica")
                for name in full:
                    connection.execute(sql.SQL("DELETE FROM {}").format(name))
            connection.execute(sql.SQL("VACUUM {}").format(sql.SQL(", ").join(full)))
        connection.execute(_START_AGAIN)
        return True


def _shape(connection: Connection) -> list[tuple[Any, ...]]:
    """What a database has for tables, and how it was set."""
    each = (f"{_ROWS.format(literal=repr(name), name=name)} WHERE {key} >= {_OWN}" for name, key in _CATALOGS.items())
    return [*connection.execute(" UNION ALL ".join(each)), *connection.execute(_SETTINGS)]
