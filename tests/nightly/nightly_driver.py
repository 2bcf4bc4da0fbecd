"""The command with a press of its own: one outlet whose host is a server on loopback, and short gaps.

NIGHTLY_PORT is the press's, NIGHTLY_SWITCH the dead man's switch's; NIGHTLY_WHOLE is how long an exchange may take.
With NIGHTLY_GUARDED the switch is reached as it is outside of tests.
"""

import os

import extractor.cli.crawling
import extractor.cli.nightwork
from extractor.cli import main
from extractor.outlets import Outlet
from extractor.settings.model import Configuration
from extractor.sources.network import Network
from extractor.sources.politeness import Manners
from extractor.sources.settings import Settings, named_settings
from tests.sources.press import outlet

PORT, SWITCH = int(os.environ.get("NIGHTLY_PORT", "0")), int(os.environ.get("NIGHTLY_SWITCH", "0"))
KORAN = outlet("koran.example", feeds=("http://koran.example/feed",))


def network(settings: Settings) -> Network:
    whole = float(os.environ.get("NIGHTLY_WHOLE", "3"))
    return Network(settings.user_agent, 2.0, whole, inside=True, resolve=lambda *_: [("127.0.0.1", PORT)])


def settings(told: Configuration, folder: object) -> Settings:
    made = named_settings(told, folder)  # type: ignore[arg-type]
    return made._replace(manners=Manners(gap=0.001), pause=0.01, grace=2.0)


def pinging() -> Network:
    return Network("extractor", 2.0, 2.0, inside=True, resolve=lambda *_: [("127.0.0.1", SWITCH)])


def press() -> tuple[Outlet, ...]:
    return (KORAN,)


def prepare() -> None:
    """Have the command know this press and no other."""
    extractor.cli.nightwork.network = extractor.cli.crawling.network = network
    extractor.cli.crawling.selected = lambda _: press()
    extractor.cli.nightwork.crawl_settings = settings
    extractor.cli.nightwork.press = press
    if not os.environ.get("NIGHTLY_GUARDED"):
        extractor.cli.nightwork.pinging = pinging


if __name__ == "__main__":
    prepare()
    main()
