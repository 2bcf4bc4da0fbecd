"""Outlet files: patterns/outlets/DOMAIN.toml, one outlet, or several of one network, or both; systems/ID.toml.

    name = "Tribunnews"                   as the outlet calls itself; none for a kind of site ("*.go.id")
    domains = ["tribunnews.com"]          the first is its id, and what it is under names the file
    host = "www.tribunnews.com"           optional: {host} in its addresses, if that is not the first domain
    region = "15"                         optional: the code of its province, kabupaten or kota
    zone = "Asia/Jakarta"                 optional: where its dates are not in its region's time
    system = "tribun"                     optional: patterns/outlets/systems/tribun.toml
    outlets = [                           optional: editions, or outlets of which all else in the file holds
        { domain = "jambi.tribunnews.com", name = "Tribun Jambi", region = "15" },
    ]

and what sites.py reads. What was verified of the file's site proves nothing of its editions: one of `outlets` is
verified, and the file's layouts are for it, where its own row says `verified`.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.gazetteer import gazetteer
from extractor.outlets.layouts import verified
from extractor.outlets.outlet import Outlet, System
from extractor.outlets.sites import KEYS, Said, at_host, over, read_site, unseen
from extractor.outlets.zones import ZONES, zone_of
from extractor.tomlfiles import TomlFile, read_toml

Systems = dict[str, tuple[System, Said]]
"""Page systems by id, each with what its file says to the outlets on it."""

_DOMAIN = re.compile(r"(?:\*\.)?[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,5}")
_OUTLET = KEYS | dict.fromkeys(("name", "host", "region", "zone", "system"), str) | {"domains": list, "outlets": list}
_ROW: dict[str, type] = dict.fromkeys(("domain", "name", "region", "zone", "verified", "notes"), str) | {"also": list}
_SYSTEM = KEYS | {"name": str, "general": bool, "marks": dict}
_MARKS: dict[str, type] = {"all": list, "any": list}


def read_systems(folder: Path, thorough: bool = False) -> Systems:
    """The page systems of a folder."""
    return {path.stem: _system(path, thorough) for path in sorted(folder.glob("*.toml"))}


def read_outlets(folder: Path, systems: Systems, thorough: bool = False) -> Iterator[Outlet]:
    """The outlets of a folder, on their systems; refuses a domain that two claim."""
    owners: dict[str, Outlet] = {}
    for path in sorted(folder.glob("*.toml")):
        file = read_toml(path, f"outlets/{path.name}")
        for outlet in _outlets(file, path.stem, systems, thorough):
            for domain in outlet.domains:
                if (owner := owners.setdefault(domain, outlet)) is not outlet:
                    file.refuse(file.line_of(f'"{domain}"'), f"{domain!r} is {owner.name}'s already, in {owner.file}")
            yield outlet


def _system(path: Path, thorough: bool) -> tuple[System, Said]:
    file = read_toml(path, f"outlets/systems/{path.name}")
    content = file.content
    file.expect(content, _SYSTEM, 0)
    marks = content.get("marks", {})
    file.expect(marks, _MARKS, file.line_of("marks"))
    file.expect_words(marks, ("all", "any"), file.line_of("marks"))
    if not content.get("name") or not any(marks.values()):
        file.refuse(0, "a page system needs `name` and `marks`: what the source of its pages holds")
    site = read_site(file, thorough)
    system = System(
        id=path.stem,
        name=content["name"],
        general=content.get("general", False),
        all_marks=tuple(marks.get("all", ())),
        any_marks=tuple(marks.get("any", ())),
        **site,
    )
    return system, site


def _outlets(file: TomlFile, stem: str, systems: Systems, thorough: bool) -> Iterator[Outlet]:
    content = file.content
    file.expect(content, _OUTLET, 0)
    file.expect_words(content, ("domains",), 0)
    system = content.get("system")
    if system is not None and system not in systems:
        reason = f"no page system is called {system!r}; there are {', '.join(systems)}"
        file.refuse(file.line_of("system ="), reason)
    shared = systems[system][1] if system else {}
    own = read_site(file, thorough)
    site, other = over(own, shared), over(unseen(own), shared)
    if not content.get("domains") and not content.get("outlets"):
        file.refuse(0, "an outlet file needs `name` and `domains`, or `outlets`")
    if domains := content.get("domains"):
        if domains[0].removeprefix("*.") != stem:
            file.refuse(file.line_of("domains ="), f"the file of {domains[0]!r} is called {domains[0]}.toml")
        if not content.get("name") and not domains[0].startswith("*."):
            file.refuse(0, "an outlet needs `name`")
        host = content.get("host", domains[0])
        yield _outlet(file, content, tuple(domains), at_host(host, site) if domains[0] == stem else site, 0)
    for row in content.get("outlets", ()):
        yield _edition(file, row, site if isinstance(row, dict) and "verified" in row else other)


def _edition(file: TomlFile, row: object, site: Said) -> Outlet:
    line = file.line_of("outlets =")
    if not isinstance(row, dict):
        file.refuse(line, "`outlets` holds tables: { domain = ..., name = ..., region = ... }")
    line = file.line_of(f'"{row.get("domain")}"', line)
    file.expect(row, _ROW, line)
    file.expect_words(row, ("also",), line)
    if not row.get("domain") or not row.get("name"):
        file.refuse(line, "each of `outlets` needs `domain` and `name`")
    if "verified" in row:
        site = {**site, "verified": verified(file, row["verified"], line)}
    site = at_host(row["domain"], {**site, "notes": row.get("notes", site.get("notes"))})
    told = {"region": file.content.get("region"), "zone": file.content.get("zone")} | row
    told["system"] = file.content.get("system")
    return _outlet(file, told, (row["domain"], *row.get("also", ())), site, line)


def _outlet(file: TomlFile, told: dict[str, Any], domains: tuple[str, ...], site: Said, line: int) -> Outlet:
    for domain in domains:
        if not _DOMAIN.fullmatch(domain):
            file.refuse(file.line_of(f'"{domain}"', line), f"{domain!r} is no domain, such as jambi.tribunnews.com")
    region, zone = told.get("region"), told.get("zone")
    if region is not None and gazetteer().get(region) is None:
        file.refuse(file.line_of(f'"{region}"', line), f"the gazetteer has no region {region!r}")
    if zone not in (None, *ZONES):
        file.refuse(file.line_of("zone =", line), f"`zone` is one of {', '.join(ZONES)}")
    return Outlet(
        id=domains[0],
        name=told.get("name"),
        domains=domains,
        region=region,
        zone=zone or zone_of(region),
        system=told.get("system"),
        file=file.name,
        **site,
    )
