"""How a crawl is set: by options, the environment and DATA/settings.toml, in this order.

    contact = "redaksi@lembaga.example"   an address or a page by which whoever runs a site can reach who crawls it
    workers = 32                          sites that are asked at the same time
    gap = 2.0                             seconds between two requests to a site, at least
    budget = 2000                         requests to a site in a night, at most

    [outlet."kompas.com"]                 what holds for one outlet, by its id
    gap = 5.0
    budget = 300
    hours = [22, 5]                       the hours of the outlet's own day in which it may be asked
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from extractor import __version__
from extractor.errors import ExtractorError
from extractor.outlets.zones import WIT, WITA
from extractor.sources.politeness import Hours, Manners

TOKEN = "extractor"
"""The product token, under which robots.txt files know us."""
VARIABLE = "EXTRACTOR_CONTACT"
FILE = "settings.toml"
MOST_WORKERS = 200
_SHORTEST_GAP, _LONGEST_GAP = 2.0, 86_400.0
_KEYS = {"contact": str, "workers": int, "gap": float, "budget": int, "outlet": dict}
_OWN = {"gap": float, "budget": int, "hours": list}
_SAID = {
    str: "a text in quotes", int: "a whole number", float: "a number", list: "a list: [22, 5]", dict: "a table"
}  # fmt: skip
_CONTACT = re.compile(r"[^@\s()<>]{1,100}@[^@\s()<>]{1,100}\.[^@\s()<>.]{2,40}|https?://[^\s()<>]{4,300}")
_EAST = {WITA: 8 * 3600.0, WIT: 9 * 3600.0}


class SettingsError(ExtractorError):
    """The settings cannot be meant, or lack what a crawl needs; the text says what to do."""


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
    told = _file(folder / FILE)
    found = contact or environment.get(VARIABLE, "").strip() or told.get("contact", "").strip()
    if not found:
        raise SettingsError(
            "nobody is named whom a site can reach: say --contact you@example.org (an address or a page of yours), "
            f"set {VARIABLE}, or write contact = \"...\" into {folder / FILE}"
        )
    if not found.isascii() or not _CONTACT.fullmatch(found):
        raise SettingsError(f"{found!r} is no address that a site can reach: you@example.org or https://example.org/us")
    number = workers or told.get("workers", 32)
    if not 1 <= number <= MOST_WORKERS:
        raise SettingsError(f"{folder / FILE}: `workers` is from 1 to {MOST_WORKERS}")
    manners = _manners(told, Manners(), folder / FILE)
    own = {outlet: _own(rows, manners, folder / FILE) for outlet, rows in told.get("outlet", {}).items()}
    return Settings(found, number, manners, own)


def _file(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is no text in UTF-8") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SettingsError(f"{path}: cannot be read: {reason}") from error
    _expect(told, _KEYS, path)
    for rows in told.get("outlet", {}).values():
        _expect(rows, _OWN, path)
    return told


def _expect(told: object, keys: Mapping[str, type], path: Path) -> None:
    if not isinstance(told, dict):
        raise SettingsError(f"{path}: [outlet.\"DOMAIN\"] is a table")
    for name, value in told.items():
        if name not in keys:
            raise SettingsError(f"{path}: nobody knows {name!r}; there are {', '.join(keys)}")
        wanted = (int, float) if keys[name] is float else keys[name]
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise SettingsError(f"{path}: `{name}` is to be {_SAID[keys[name]]}")


def _manners(told: Mapping[str, Any], otherwise: Manners, path: Path) -> Manners:
    gap, budget = float(told.get("gap", otherwise.gap)), told.get("budget", otherwise.budget)
    if not _SHORTEST_GAP <= gap <= _LONGEST_GAP or budget < 1:
        raise SettingsError(f"{path}: `gap` is from {_SHORTEST_GAP:g} seconds to a day, `budget` one request or more")
    return otherwise._replace(gap=gap, budget=budget, longest_gap=max(gap, otherwise.longest_gap))


def _own(told: Mapping[str, Any], manners: Manners, path: Path) -> Own:
    hours = told.get("hours")
    if hours is None:
        return Own(_manners(told, manners, path))
    if len(hours) != 2 or not all(type(hour) in (int, float) and 0 <= hour <= 24 for hour in hours):
        raise SettingsError(f"{path}: `hours` are two, from 0 to 24: [22, 5]")
    return Own(_manners(told, manners, path), (float(hours[0]), float(hours[1])))
