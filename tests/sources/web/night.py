"""Nights on the little web: its outlets' files in the place of the project's, its addresses taken for the open net."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from extractor import folders
from extractor.outlets import outlets
from extractor.sources import network as network_module
from extractor.sources.discovery.wanted import award_words
from extractor.sources.fetching import Fetcher
from extractor.sources.finding import Finder
from extractor.sources.guard import refusal
from extractor.sources.network import Network
from extractor.sources.politeness import Manners
from extractor.sources.settings import Settings
from tests.sources.web.kinds import Site
from tests.sources.web.serving import LittleWeb

GAP = 0.1
CONTACT = "redaksi@peneliti.example"


class Wall:
    """A wall clock that goes as the machine's does, from a moment of its own, and is put forward by hand."""

    def __init__(self, at: datetime) -> None:
        self.ahead = at.timestamp() - time.monotonic()

    @classmethod
    def ahead_by(cls, seconds: float) -> "Wall":
        """A wall clock that is so far ahead of the machine's steady one, in another process too."""
        made = cls(datetime.fromtimestamp(0, UTC))
        made.ahead = seconds
        return made

    def __call__(self) -> float:
        return time.monotonic() + self.ahead

    def later(self, by: timedelta) -> None:
        """Put it forward, or back."""
        self.ahead += by.total_seconds()


@contextmanager
def press_patterns(folder: Path, sites: Iterable[Site]) -> Iterator[None]:
    """The project's patterns with the outlets of the little web and no others."""
    own = folders.patterns()
    for path in own.iterdir():
        if path.name != "outlets":
            (folder / path.name).symlink_to(path)
    (folder / "outlets").mkdir()
    (folder / "outlets" / "systems").symlink_to(own / "outlets" / "systems")
    for site in sites:
        (folder / "outlets" / f"{site.domain}.toml").write_text(site.file(), encoding="utf-8")
    _forget()
    with patch.object(folders, "patterns", lambda: folder):
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    outlets.cache_clear()


@contextmanager
def sources_of_little_web(web: LittleWeb) -> Iterator[None]:
    """The guard takes the addresses of the little web for the open net; all others of the machine stay closed."""

    def but_for(address: str) -> str | None:
        return None if address in web.addresses else refusal(address)

    with patch.object(network_module, "refusal", but_for):
        yield


def settings(gap: float = GAP, **more: object) -> Settings:
    """How the little web is asked: quickly, and in all else as any press."""
    manners = Manners(gap=gap, longest_gap=max(1.0, gap))
    usual = {"workers": 60, "tries": 2, "pause": 0.1, "patience": 1.0, "grace": 5.0}
    return Settings(CONTACT, manners=manners)._replace(**{**usual, **more})  # type: ignore[arg-type]


def fetcher(web: LittleWeb, whole: float = 5.0, **more: object) -> Fetcher:
    """A fetcher that knows the names of the little web and no others."""
    resolve: Callable[[str, int], list[tuple[str, int]]] = web.resolve
    network = Network(settings().user_agent, connect=1.0, whole=whole, resolve=resolve)
    return Fetcher(network._replace(**more))  # type: ignore[arg-type]


def finder() -> Finder:
    """What looks for one award."""
    return Finder(award_words().only(["Paritrana Award"]))
