"""How a crawl is set: what it takes of all settings (extractor/settings), and who it says that it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor import __version__
from extractor.outlets.zones import WIT, WITA
from extractor.settings import FILE, PREFIX, SettingsError, settings_of
from extractor.sources.politeness import Hours, Manners

if TYPE_CHECKING:
    from extractor.settings.model import Configuration

TOKEN = "extractor"
"""The product token, under which robots.txt files know us."""
_EAST = {WITA: 8 * 3600.0, WIT: 9 * 3600.0}


class Own(NamedTuple):
    """What holds for one outlet; None where it is as for all."""

    manners: Manners
    hours: tuple[float, float] | None = None


class Settings(NamedTuple):
    """How a crawl is set; times in seconds. `tries` are those of a night, `pause` is before the second of them."""

    contact: str
    workers: int = 32
    manners: Manners = Manners()
    own: Mapping[str, Own] = {}
    tries: int = 3
    pause: float = 60.0
    patience: float = 900.0
    grace: float = 30.0

    @property
    def user_agent(self) -> str:
        """Who asks, and how to reach them."""
        contact = self.contact if self.contact.startswith("http") else f"mailto:{self.contact}"
        return f"{TOKEN}/{__version__} (+{contact})"

    def manners_at(self, outlet: str) -> Manners:
        """How an outlet's site is asked."""
        return self.own[outlet].manners if outlet in self.own else self.manners

    def hours_at(self, outlet: str, zone: str | None) -> Hours | None:
        """The hours in which an outlet may be asked; None: at any."""
        hours = self.own[outlet].hours if outlet in self.own else None
        return Hours(*hours, offset=_EAST.get(zone or "", 7 * 3600.0)) if hours else None


def read_settings(folder: Path, environment: Mapping[str, str], contact: str | None, workers: int | None) -> Settings:
    """The settings of a data folder; `SettingsError` where something in them cannot be meant or nobody is named."""
    return named_settings(settings_of(folder, environment, contact=contact, workers=workers), folder)


def named_settings(told: "Configuration", folder: Path) -> Settings:
    """What a crawl needs of all settings; `SettingsError` where they do not name anybody."""
    if told.contact is None:
        raise SettingsError(
            "nobody is named whom a site can reach: say --contact you@example.org (an address or a page of yours), "
            f"set {PREFIX}CONTACT, or write contact = \"...\" into {folder / FILE}"
        )
    return crawl_settings(told, told.contact)


def crawl_settings(told: "Configuration", contact: str) -> Settings:
    """What a crawl needs of all settings."""
    manners = _manners(Manners(), told.gap, told.budget)
    own = {
        outlet: Own(_manners(manners, one.gap, one.budget), (one.hours[0], one.hours[1]) if one.hours else None)
        for outlet, one in told.outlet.items()
    }
    return Settings(contact, told.workers, manners, own)


def _manners(otherwise: Manners, gap: float | None, budget: int | None) -> Manners:
    gap, budget = gap or otherwise.gap, budget or otherwise.budget
    return otherwise._replace(gap=gap, budget=budget, longest_gap=max(gap, otherwise.longest_gap))
