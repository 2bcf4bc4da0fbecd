"""The store's database: opened, written, and its failures in one line."""

from sqlalchemy import func, inspect, select

from extractor.store import Store
from extractor.store.tables import articles, metadata


def test_a_new_store_has_all_tables_and_no_rows(store: Store) -> None:
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(articles)).scalar() == 0
        names = set(inspect(connection).get_table_names())
    assert set(metadata.tables) <= names
