"""All outlets that the project knows: found by a host's name; page systems, found by what a page's source shows."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from extractor.outlets.government import region_of
from extractor.outlets.outlet import Outlet, System
from extractor.outlets.sites import TEMPLATES, at_host
from extractor.outlets.zones import zone_of

_KIND = "*."
_PREFIXES = ("www.", "m.", "amp.")


class Outlets:
    """The outlets of a folder: `all` of them, `kinds` of sites ("*.go.id"), and `systems` by id."""

    def __init__(self, every: Iterable[Outlet], systems: Mapping[str, System]) -> None:
        every = tuple(every)
        self.all = tuple(outlet for outlet in every if not outlet.id.startswith(_KIND))
        self.kinds = tuple(outlet for outlet in every if outlet.id.startswith(_KIND))
        self.systems = dict(systems)
        self._by_domain = {domain: outlet for outlet in every for domain in outlet.domains}
        self._by_mark = sorted(self.systems.values(), key=lambda system: system.general)

    def of(self, host: str) -> Outlet | None:
        """The outlet of a host: jambi.tribunnews.com is Tribun Jambi, m.tribunnews.com Tribunnews. None: unknown.

        The longest domain that the host is or lies under counts; a port does not. A site of a kind is an outlet of its
        own, without a name: any host under go.id.
        """
        host = host.lower().partition(":")[0].rstrip(".")
        under = host
        while under:
            if outlet := self._by_domain.get(under):
                return outlet
            under = under.partition(".")[2]
            if kind := self._by_domain.get(_KIND + under):
                return _site(kind, host)
        return None

    def system_of(self, html: str) -> System | None:
        """The page system that the source of a page shows by its marks; a general one only where no other does."""
        holds = cache(html.__contains__)  # systems share marks, and each is looked for in the whole source
        return next((system for system in self._by_mark if system.shows_in(holds)), None)


def _site(kind: Outlet, host: str) -> Outlet:
    """One site of a kind: its host is its id, and what the region in its name is."""
    site = host
    for prefix in _PREFIXES:
        site = site.removeprefix(prefix)
    region = region_of(site)
    zone = zone_of(region) if region else kind.zone
    addresses = at_host(site, {name: getattr(kind, name) for name in TEMPLATES})
    return replace(kind, id=site, domains=(site,), region=region, zone=zone, **addresses)
