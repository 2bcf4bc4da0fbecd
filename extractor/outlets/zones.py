"""The time that a region keeps, by Keputusan Presiden 41/1987: WIB, WITA or WIT."""

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
ZONES = (WIB, WITA, WIT)

_CENTRAL = frozenset("51 52 53 63 64 65 71 72 73 74 75 76".split())
"""Bali, Nusa Tenggara, Kalimantan Selatan, Timur and Utara, Sulawesi."""
_EASTERN = frozenset("81 82 91 92 93 94 95 96".split())
"""Maluku and Papua."""


def zone_of(region: str | None) -> str:
    """The zone of a region's code; the national press, without one, prints WIB."""
    province = region[:2] if region else ""
    if province in _EASTERN:
        return WIT
    return WITA if province in _CENTRAL else WIB
