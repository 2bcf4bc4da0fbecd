"""Whose site a government domain is: the names that Peraturan Menteri Kominfo 5/2015 lets regions have under go.id.

Shapes: "jambikota.go.id", "bantulkab.go.id", "jatengprov.go.id", and what was there before the rule: "kotabogor.go.id",
"pemkomedan.go.id". A bare name counts where one region has it: "surabaya.go.id", not "bandung.go.id".
"""

import re
from functools import lru_cache

from extractor.gazetteer import gazetteer

_END = re.compile(r"([a-z-]{3,40}?)-?(prov|kab|kota)")
_HEAD = re.compile(r"(?:pem)?(prov|kab|kota|ko|kot)-?([a-z-]{3,40})")
_LEVELS = {"prov": "province", "kab": "regency", "kota": "city", "ko": "city", "kot": "city"}
_LEAST_LETTERS = 5  # of a bare name: "bps" and "pkp" are bodies, whatever regions are abbreviated so


@lru_cache(maxsize=4096)
def region_of(site: str, under: str = "go.id") -> str | None:
    """The code of the region whose name a host bears right before `under`; None where it bears none."""
    name = site.removesuffix(f".{under}").rpartition(".")[2]
    for shape, kind_first in ((_END, False), (_HEAD, True)):
        if match := shape.fullmatch(name):
            kind, region = (match[1], match[2]) if kind_first else (match[2], match[1])
            if code := _only(region, _LEVELS[kind]):
                return code
    return _only(name, None) if len(name) >= _LEAST_LETTERS else None


def _only(name: str, level: str | None) -> str | None:
    levels = (level,) if level else ("province", "regency", "city")
    found = {region.code for level in levels for region in gazetteer().named(name, level=level)}
    return found.pop() if len(found) == 1 else None
