"""The stores of the bench's tests are those of the store's."""

from tests.store.conftest import backend, sqlite_template, store, store_url

__all__ = ["backend", "sqlite_template", "store", "store_url"]
