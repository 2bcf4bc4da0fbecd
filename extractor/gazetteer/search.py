"""Looking regions up: by code, by name, one letter off, by parent."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from ..errors import PatternError
from .region import Region, lies_in
from .spelling import fold, keys, loosen, one_letter_off, spellings, with_kind
from .tables import Alias, read_aliases, read_names, read_regions, read_towns

_LEAST_LETTERS = 5  # of a name that is searched one letter off through the whole country
_MOST_LETTERS = 60  # no region has a longer name; what is longer is text run together
_MOST_LOOSENED = 256  # regions whose loosened names are kept at a time
_MOST_OFF = 4096  # names of which the regions one letter off are kept at a time: one is asked for in many regions
_UPPER = ("province", "regency", "city")


class _Shelf:
    """The regions of some files: in order of their codes, by code, and the codes by folded name."""

    def __init__(self) -> None:
        self.regions: dict[str, Region] = {}
        self.codes: list[str] = []
        self.named: dict[str, tuple[str, ...]] = {}

    def fill(self, regions: Iterable[Region]) -> None:
        named = self.named
        for region in regions:
            self.regions[region.code] = region
            for key in keys(region.name):
                named[key] = (*named.get(key, ()), region.code)
        self.codes = sorted(self.regions)

    def name(self, name: str, code: str) -> None:
        """Let a region be found by one more name."""
        found = self.named.get(key := fold(name), ())
        if code not in found:
            self.named[key] = (*found, code)

    def under(self, code: str) -> Iterator[Region]:
        """The regions whose codes begin with this code and a stop."""
        for at in range(bisect_left(self.codes, code + "."), bisect_left(self.codes, code + "/")):
            yield self.regions[self.codes[at]]


class Gazetteer:
    """The regions of one folder.

    Provinces, kabupaten and kota, the districts, and the villages of one province are read each when first asked for.
    Names are compared folded (see spelling.py). `level` is one of province, regency, city, district, village; `within`
    is a code, and finds that region and what lies in it. Lists are in order of their codes; nothing found is empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._villages = _Shelf()
        self._read: set[str] = set()
        self._loose: dict[tuple[str | None, str], dict[str, list[str]]] = {}
        self._off: dict[tuple[str | None, str], list[str]] = {}

    def get(self, code: str) -> Region | None:
        """The region of a code; None where there is none."""
        match code.count("."):
            case 0 | 1:
                return self._upper.regions.get(code)
            case 2:
                return self._districts.regions.get(code)
            case _:
                return self._villages_of(code).regions.get(code)

    def named(self, name: str, *, level: str | None = None, within: str | None = None) -> list[Region]:
        """The regions of this name or alias; failing that, those whose name differs by dialect or abbreviation only."""
        key = fold(name)
        if not key:
            return []
        shelves = self._shelves(level, within)
        exact = [code for shelf in shelves for code in shelf.named.get(key, ())]
        return self._chosen(exact, level, within) or self._loosely(loosen(name), level, within)

    def near(self, name: str, *, level: str | None = None, within: str | None = None) -> list[Region]:
        """The regions whose name is one letter off; a name of fewer than five letters only within a region.

        Abbreviations are left out: Kukar and Kubar, Sulut and Sumut are each one letter off another.
        """
        key = fold(name)
        if not (2 if within else _LEAST_LETTERS) <= len(key) <= _MOST_LETTERS:
            return []
        shelves = self._shelves(level, within)
        codes = self._off.get((level, key))
        if codes is None:
            others = one_letter_off(key) - {key} - self._abbreviated
            known = [(shelf.named, other) for shelf in shelves for other in others if other in shelf.named]
            codes = [code for named, other in known for code in named[other]]
            if len(self._off) >= _MOST_OFF:
                self._off.clear()
            self._off[level, key] = codes
        return self._chosen(codes, level, within)

    def children(self, code: str) -> list[Region]:
        """The regions that a region is divided into; none for a village or an unknown code."""
        match code.count("."):
            case 0:
                return list(self._upper.under(code))
            case 1:
                return list(self._districts.under(code))
            case _:
                return list(self._villages_of(code).under(code))

    def town(self, name: str) -> Region | None:
        """The kabupaten that a town stands for: Purwokerto for Banyumas. None for a region's own name."""
        code = self._towns.get(fold(name))
        return None if code is None else self._upper.regions[code]

    def towns(self) -> list[str]:
        """The towns that `town` knows, as written in towns.csv."""
        return [one.town for one in read_towns(self._folder / "towns.csv")]

    def phrases(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every spelling of every province, kabupaten and kota, and of their aliases, with the codes it may mean.

        Bare ("Muaro Jambi", "Kukar"), with the kind before it ("Kabupaten Muaro Jambi", "Kab. Bogor"), and with "se-"
        for all of it ("se-Sultra"); no two differ by case only. Villages and districts are not among them: they count
        only after their cue.
        """
        names = [(region.name, region.code) for region in self._upper.regions.values()]
        names += [(alias.alias, alias.code) for alias in self._aliases]
        codes: dict[str, tuple[str, set[str]]] = {}
        for name, code in names:
            for spelling in spellings(name):
                codes.setdefault(spelling.lower(), (spelling, set()))[1].add(code)
                for phrase in (f"se-{spelling}", *with_kind(self._upper.regions[code].kind, spelling)):
                    codes.setdefault(phrase.lower(), (phrase, set()))[1].add(code)
        return [(surface, tuple(sorted(found))) for surface, found in codes.values()]

    def needs_cue(self, surface: str) -> bool:
        """Whether a bare name is also a word or a person's name, and so counts only beside a cue."""
        return fold(surface) in self._needing_cue

    @cached_property
    def _upper(self) -> _Shelf:
        shelf = _Shelf()
        for file in ("provinces.csv", "regencies.csv"):
            shelf.fill(read_regions(self._folder / file))
        for line, alias in enumerate(self._aliases, start=2):
            if alias.code not in shelf.regions:
                raise PatternError(str(self._folder / "aliases.csv"), line, f"no region has the code {alias.code}")
            shelf.name(alias.alias, alias.code)
        for region in shelf.regions.values():
            for spelling in (*spellings(region.name), region.official):
                shelf.name(spelling, region.code)
        return shelf

    @cached_property
    def _districts(self) -> _Shelf:
        shelf = _Shelf()
        shelf.fill(read_regions(self._folder / "districts.csv"))
        return shelf

    def _villages_of(self, code: str | None) -> _Shelf:
        """The shelf of villages, with those of a code's province on it; with all of them where there is no code."""
        wanted = [code[:2]] if code else [path.stem for path in sorted((self._folder / "villages").glob("*.csv"))]
        missing = [province for province in wanted if province not in self._read and province in self._upper.regions]
        if missing:
            paths = [self._folder / "villages" / f"{province}.csv" for province in missing]
            self._villages.fill(region for path in paths for region in read_regions(path))
            self._read.update(missing)
            self._off.clear()
        return self._villages

    @cached_property
    def _aliases(self) -> list[Alias]:
        return read_aliases(self._folder / "aliases.csv")

    @cached_property
    def _abbreviated(self) -> set[str]:
        return {fold(alias.alias) for alias in self._aliases if alias.kind == "abbreviation"}

    @cached_property
    def _towns(self) -> dict[str, str]:
        return {fold(one.town): one.code for one in read_towns(self._folder / "towns.csv")}

    @cached_property
    def _needing_cue(self) -> frozenset[str]:
        return frozenset(fold(name) for name in read_names(self._folder / "needs_cue.txt"))

    def _shelves(self, level: str | None, within: str | None) -> list[_Shelf]:
        shelves = []
        if level is None or level in _UPPER:
            shelves.append(self._upper)
        if level is None or level == "district":
            shelves.append(self._districts)
        if level is None or level == "village":
            shelves.append(self._villages_of(within))
        return shelves

    def _chosen(self, codes: Iterable[str], level: str | None, within: str | None) -> list[Region]:
        inside = {code for code in codes if within is None or lies_in(code, within)}
        found = [region for code in sorted(inside) if (region := self.get(code)) is not None]
        return found if level is None else [region for region in found if region.level == level]

    def _loosely(self, key: str, level: str | None, within: str | None) -> list[Region]:
        """The regions whose loosened name is this; districts and villages only within a region that is named."""
        if not key or within is None:
            return []
        found = self._loose.get((level, within))
        if found is None:
            found = {}
            for shelf in self._shelves(level, within):
                for one in shelf.under(within):
                    found.setdefault(loosen(one.name), []).append(one.code)
            if len(self._loose) >= _MOST_LOOSENED:
                self._loose.clear()
            self._loose[level, within] = found
        return self._chosen(found.get(key, ()), level, within)
