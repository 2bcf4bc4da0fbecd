"""What leaves the store: rows in natural order, by names that no row's number is part of."""

from extractor.store.publishing.criteria import Criteria
from extractor.store.publishing.meant import meant, undated
from extractor.store.publishing.publishing import Publishing, publication, waiting

__all__ = ["Criteria", "Publishing", "meant", "publication", "undated", "waiting"]
