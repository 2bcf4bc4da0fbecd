"""The gazetteer: every province, kabupaten, kota, district and village, found by code and by name."""

from functools import cache

from ..folders import patterns
from .region import Region
from .search import Gazetteer

__all__ = ["Gazetteer", "Region", "gazetteer"]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of patterns/regions, one for the process; its files are read when first asked for."""
    return Gazetteer(patterns() / "regions")
