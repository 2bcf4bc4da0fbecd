"""A night on the little web in a process of its own, which may be killed: python -m tests.sources.web.apart FOLDER.

FOLDER holds `patterns`, and `told.json`: where names lead, and how far the wall clock is ahead of the steady one.
"""

import json
import sys
from pathlib import Path
from unittest.mock import patch

from extractor import folders
from extractor.outlets import outlets
from extractor.sources import network as network_module
from extractor.sources.crawl import Clocks
from extractor.sources.fetching import Fetcher
from extractor.sources.network import Network
from extractor.sources.night import Night, crawl
from tests.sources.web.kinds import Site
from tests.sources.web.night import Wall, finder, settings
from tests.sources.web.serving import LittleWeb


def tell(folder: Path, web: LittleWeb, sites: list[Site], wall: Wall) -> list[str]:
    """Write down what the process needs to know; the command that starts it."""
    names = {host: web.resolve(host, 80)[0] for site in sites for host in site.hosts}
    (folder / "told.json").write_text(json.dumps({"names": names, "ahead": wall.ahead}), encoding="utf-8")
    return [sys.executable, "-m", "tests.sources.web.apart", str(folder)]


def main(folder: Path) -> None:
    """Do the night."""
    told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    names = {host: (address, port) for host, (address, port) in told["names"].items()}
    wall = Wall.ahead_by(told["ahead"])
    network = Network(settings().user_agent, resolve=lambda host, _: [names[host]])
    with (
        patch.object(folders, "patterns", lambda: folder / "patterns"),
        patch.object(network_module, "refusal", lambda _: None),
    ):
        asks = Fetcher(network)
        crawl(Night(folder / "data", settings(), asks, finder(), outlets().all, clocks=Clocks(wall=wall)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
