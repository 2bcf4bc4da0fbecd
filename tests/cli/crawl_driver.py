"""The command with a press of its own: one outlet whose host is a server on loopback, and short gaps."""

import os

import extractor.cli.crawling
import extractor.cli.sources.trying
from extractor.cli import main
from extractor.outlets import Outlet
from extractor.sources.network import Network
from extractor.sources.politeness import Manners
from extractor.sources.settings import Settings, read_settings
from tests.sources.press import outlet

PORT = int(os.environ.get("PRESS_PORT", "0"))
KORAN = outlet("koran.example", feeds=("http://koran.example/feed",))


def network(settings: Settings) -> Network:
    return Network(settings.user_agent, 2.0, 3.0, inside=True, resolve=lambda *_: [("127.0.0.1", PORT)])


def settings(*told: object) -> Settings:
    return read_settings(*told)._replace(manners=Manners(gap=0.01), pause=0.01)  # type: ignore[arg-type]


def selected(names: tuple[str, ...]) -> tuple[Outlet, ...]:  # noqa: ARG001  there is one
    return (KORAN,)


def called(name: str) -> Outlet | None:
    return KORAN if name == KORAN.id else None


if __name__ == "__main__":
    extractor.cli.crawling.network = extractor.cli.sources.trying.network = network
    extractor.cli.crawling.read_settings = extractor.cli.sources.trying.read_settings = settings  # type: ignore[assignment]
    extractor.cli.crawling.selected = selected
    extractor.cli.sources.trying.called = extractor.cli.crawling.called = called
    main()
