"""The store: every article with what was read in it, what people said of it, and the register over all."""

from extractor.store.database import Store, StoreError

__all__ = ["Store", "StoreError"]
