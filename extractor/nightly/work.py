"""What a step is given, and what it gives back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.nightly.journal import DONE

if TYPE_CHECKING:
    from extractor.outlets import Outlet
    from extractor.settings.model import Configuration
    from extractor.sources.crawl import Told
    from extractor.sources.settings import Settings
    from extractor.sources.working import Fetches


class Outcome(NamedTuple):
    """How a step ended: done, stopped or failed, and why; `counts` for people and programs, plain JSON.

    `aside` says that some of what it was to do could not be done, as the exit code 3 of its command does; `storeless`
    that it failed because the store could not be worked on, which no other step then tries.
    """

    outcome: str = DONE
    reason: str | None = None
    counts: Mapping[str, Any] = {}
    aside: bool = False
    storeless: bool = False


class Stopped(Exception):
    """A step ends in the middle of its work, in good order; the text says why."""


class Stop:
    """When the night is to end: at its deadline, a time of the steady clock, or because somebody asks for it."""

    def __init__(self, steady: Callable[[], float], deadline: float | None = None) -> None:
        self._steady, self._deadline = steady, deadline
        self._asked: str | None = None
        self._heard: Callable[[str], object] | None = None

    @property
    def reason(self) -> str | None:
        """Why nothing more is to be begun; None: there is time."""
        if self._asked:
            return self._asked
        return "the deadline has come" if self._deadline is not None and self.left == 0 else None

    @property
    def left(self) -> float | None:
        """Seconds until the deadline; None where there is none."""
        return None if self._deadline is None else max(0.0, self._deadline - self._steady())

    def ask(self, reason: str) -> None:
        """Have the night end; may be called from a signal's handler."""
        self._asked = reason
        if self._heard:
            self._heard(reason)

    def listen(self, heard: Callable[[str], object] | None) -> None:
        """Whom to tell at once that the night is to end; a step that waits for itself."""
        self._heard = heard
        if heard and self._asked:
            heard(self._asked)

    def check(self) -> None:
        """End the step where the night is to end."""
        if reason := self.reason:
            raise Stopped(reason)


class Work(NamedTuple):
    """The night as a step sees it: `started` is its beginning (seconds UTC), whichever process began it."""

    folder: Path
    settings: "Configuration"
    store: str | Path
    started: float
    wall: Callable[[], float]
    stop: Stop
    crawls: "Crawls"
    say: Callable[[str], object] = lambda _: None


class Crawls(NamedTuple):
    """How the step `crawl` reaches the press; tests have one of their own."""

    settings: "Callable[[Configuration], Settings]"
    fetcher: "Callable[[Settings], Fetches]"
    outlets: "Callable[[], tuple[Outlet, ...]]"
    tell: "Callable[[Told], object]" = lambda _: None


class Step(NamedTuple):
    """A step of the night: its name, what it does, and the steps without which it would do harm or nothing.

    `stored`: it works on the store.
    """

    name: str
    does: Callable[[Work], Outcome]
    needs: tuple[str, ...] = ()
    stored: bool = True
