"""One region of the state's administration, as the decree of the Ministry of Home Affairs lists it."""

from typing import NamedTuple


class Region(NamedTuple):
    """A province, kabupaten, kota, district or village: code "15.71", name "Jambi", kind "Kota", level "city"."""

    code: str
    name: str
    kind: str
    level: str

    @property
    def official(self) -> str:
        """The name with its kind: "Kota Jambi"."""
        return f"{self.kind} {self.name}"

    @property
    def parent(self) -> str | None:
        """The code of the region that this one is part of; None for a province."""
        return self.code.rpartition(".")[0] or None


def level_of(code: str, kind: str) -> str:
    """What a region is by the parts of its code; only its kind tells a kota from a kabupaten."""
    match code.count("."):
        case 0:
            return "province"
        case 1:
            return "city" if kind == "Kota" else "regency"
        case 2:
            return "district"
        case _:
            return "village"


def lies_in(code: str, within: str) -> bool:
    """Whether a code is the given one or lies under it: 15.71.10 lies in 15.71, in 15 and in itself."""
    return code.startswith(within) and code[len(within) : len(within) + 1] in ("", ".")
