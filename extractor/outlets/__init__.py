"""The outlets of the press and the page systems that they run on, from patterns/outlets: one file each."""

from functools import cache
from pathlib import Path

from extractor import folders
from extractor.outlets.addresses import Address, address
from extractor.outlets.directory import Outlets
from extractor.outlets.outlet import Expectations, Layout, Outlet, PageNumbers, System
from extractor.outlets.outletfiles import read_outlets, read_systems

__all__ = [
    "Address", "Expectations", "Layout", "Outlet", "Outlets", "PageNumbers", "System", "address", "load", "outlets",
]  # fmt: skip


def load(folder: Path, *, thorough: bool = False) -> Outlets:
    """The outlets of a folder; raises PatternError for the first thing in it that cannot be meant.

    `thorough` also tries each selector in BeautifulSoup and each story's address: `extractor patterns check`.
    """
    systems = read_systems(folder / "systems", thorough)
    every = read_outlets(folder, systems, thorough)
    return Outlets(every, {name: system for name, (system, _) in systems.items()})


@cache
def outlets() -> Outlets:
    """The outlets that come with the project, loaded on first use."""
    return load(folders.patterns() / "outlets")
