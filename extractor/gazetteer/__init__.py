"""The gazetteer: every province, kabupaten, kota, district and village, found by code and by name."""

from functools import cache

from ..folders import patterns
from .region import Region
from .search import Gazetteer

__all__ = ["Gazetteer", "Region", "gazetteer", "official_name"]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of patterns/regions, one for the process; its files are read when first asked for."""
    return Gazetteer(patterns() / "regions")


def official_name(code: str | None) -> str | None:
    """The official name of a region, "Provinsi Maluku"; None without a code, or for one that the gazetteer lacks."""
    region = gazetteer().get(code) if code else None
    return region.official if region else None
