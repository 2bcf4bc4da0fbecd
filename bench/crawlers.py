"""`python -m bench.crawlers ours|scrapy FOLDER SECONDS GAP`: crawl the addresses in FOLDER/addresses, politely.

Prints, as JSON, the most memory that the process had (MB) and its processor time (seconds). Ours keeps what it fetches
in the archive and the state; Scrapy, as it comes, keeps nothing.
"""

import json
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

_AT_ONCE = 200
_AGENT = "extractor-bench (+https://example.org/us)"


def ours(folder: Path, seconds: float, gap: float) -> None:
    """A night over what waits in the folder's state."""
    from extractor.sources.crawl import Bounds
    from extractor.sources.discovery.wanted import award_words
    from extractor.sources.fetching import Fetcher
    from extractor.sources.finding import Finder
    from extractor.sources.network import Network
    from extractor.sources.night import Night, crawl
    from extractor.sources.politeness import Manners
    from extractor.sources.settings import Settings

    settings = Settings("us@example.org", workers=_AT_ONCE, manners=Manners(gap=gap))
    fetcher = Fetcher(Network(_AGENT, inside=True))
    bounds = Bounds(seconds=seconds)
    crawl(Night(folder, settings, fetcher, Finder(award_words()), (), bounds))


def scrapy(folder: Path, seconds: float, gap: float) -> None:
    """A spider that asks for the addresses in their order."""
    from scrapy import Request, Spider
    from scrapy.crawler import CrawlerProcess

    class Press(Spider):
        name = "press"

        async def start(self) -> AsyncIterator[Request]:
            with (folder / "addresses").open(encoding="utf-8") as lines:
                for line in lines:
                    yield Request(line.strip(), dont_filter=True)

        def parse(self, response: object) -> None:
            """Nothing is kept."""

    process = CrawlerProcess(
        {
            "USER_AGENT": _AGENT,
            "ROBOTSTXT_OBEY": True,
            "DOWNLOAD_DELAY": gap,
            "DOWNLOAD_DELAY_JITTER": 0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
            "CONCURRENT_REQUESTS": _AT_ONCE,
            "SCHEDULER_PRIORITY_QUEUE": "scrapy.pqueues.DownloaderAwarePriorityQueue",
            "CLOSESPIDER_TIMEOUT": seconds,
            "DOWNLOAD_TIMEOUT": 30,
            "DOWNLOAD_MAXSIZE": 10_000_000,
            "COOKIES_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
            "LOG_LEVEL": "WARNING",
        }
    )
    process.crawl(Press)
    process.start()


_CRAWLERS: dict[str, Callable[[Path, float, float], None]] = {"ours": ours, "scrapy": scrapy}


def main(name: str, folder: str, seconds: str, gap: str) -> None:
    """Crawl, then tell."""
    _CRAWLERS[name](Path(folder), float(seconds), float(gap))
    status = Path("/proc/self/status").read_text().splitlines()
    peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    print(json.dumps({"megabytes": peak, "busy": time.process_time()}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
