"""A press in memory: what a crawl may ask for, what it asked, when; no net and no waiting."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from extractor.outlets import Outlet
from extractor.sources.crawl import Bounds, Clocks
from extractor.sources.discovery.wanted import award_words
from extractor.sources.exchange import Ask, Exchange, Headers, Hop
from extractor.sources.finding import Finder
from extractor.sources.night import Night
from extractor.sources.places import site_of
from extractor.sources.politeness import Manners
from extractor.sources.settings import Settings
from extractor.sources.summary import Summary
from extractor.sources.working import Between

QUICK = Settings("uji@warta.example", workers=8, manners=Manners(gap=0.001), pause=0.001, patience=1.0, grace=2.0)


FIRST = "koran00.example"
"""The first site of a small press."""
DAY = 86_400.0


@dataclass
class Answer:
    """What an address answers."""

    body: bytes = b""
    status: int = 200
    headers: Headers = (("Content-Type", "text/html; charset=utf-8"),)
    outcome: str | None = None
    passing: bool = False
    retry_after: float | None = None


@dataclass
class Press:
    """Answers by address; the second time an address is asked the second answer counts, and so on."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    times: list[tuple[str, float, float]] = field(default_factory=list)
    takes: float = 0.0
    before: Callable[[Ask], object] = lambda _: None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, url: str, *answers: Answer | bytes | str) -> None:
        """What an address answers, in turn."""
        made = [one if isinstance(one, Answer) else Answer(_bytes(one)) for one in answers]
        self.answers[url] = made

    def fetch(self, ask: Ask, between: Between | None = None) -> Exchange:
        """As the fetcher does."""
        self.before(ask)
        hops: list[Hop] = []
        url = ask.url
        while True:
            answer = self._answer(url, ask if not hops else None)
            if answer.outcome == "failed" and answer.status == 0:
                return Exchange(ask, "failed", "no answer in time", url, tuple(hops), passing=True)
            hop = _hop(url, answer)
            location = dict(answer.headers).get("Location")
            if location is None:
                return _ended(ask, url, [*hops, hop], answer)
            hops.append(hop._replace(wire=b""))
            url = location
            reason = between(url) if between else None
            if reason:
                return Exchange(ask, "moved", reason, url, tuple(hops))

    def _answer(self, url: str, ask: Ask | None) -> Answer:
        began = time.monotonic()
        if self.takes:
            time.sleep(self.takes)
        with self.lock:
            self.asked.append(url)
            self.times.append((site_of(url), began, time.monotonic()))
            answers = self.answers.get(url, [Answer(b"tiada", 404)])
            answer = answers[min(self.asked.count(url), len(answers)) - 1]
        etag = dict(answer.headers).get("ETag")
        if ask is not None and ask.etag and ask.etag == etag:
            return Answer(b"", 304, answer.headers)
        return answer


def _ended(ask: Ask, url: str, hops: list[Hop], answer: Answer) -> Exchange:
    outcomes = {304: "unchanged", 404: "gone", 410: "gone", 429: "later", 503: "later", 403: "refused"}
    outcome = answer.outcome or outcomes.get(answer.status, "ok" if answer.status < 300 else "failed")
    reason = None if outcome in ("ok", "unchanged") else f"{answer.status}"
    body = answer.body if outcome in ("ok", "truncated") else b""
    passing = answer.passing or answer.status >= 429
    kind = dict(answer.headers).get("Content-Type", "").partition(";")[0] or None
    return Exchange(ask, outcome, reason, url, tuple(hops), body, kind, "utf-8", answer.retry_after, 0.0, passing)


def _hop(url: str, answer: Answer) -> Hop:
    lines = "".join(f"{name}: {value}\r\n" for name, value in answer.headers)
    head = f"HTTP/1.1 {answer.status} Apa\r\n{lines}Content-Length: {len(answer.body)}\r\n\r\n".encode()
    request = f"GET {url} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    headers = (*answer.headers, ("Content-Length", str(len(answer.body))))
    return Hop(url, time.time(), "127.0.0.1", request, head, answer.status, headers, answer.body)


def _bytes(text: bytes | str) -> bytes:
    return text.encode() if isinstance(text, str) else text


def outlet(site: str, **more: tuple[str, ...]) -> Outlet:
    """An outlet with a feed, of which nothing else is known."""
    told = {"feeds": (f"https://{site}/feed",)} | more
    return Outlet(
        id=site, name=site, domains=(site,), region=None, zone="Asia/Jakarta", system=None, file="", **told
    )  # type: ignore[arg-type]  # fmt: skip


def feed(*stories: tuple[str, str]) -> bytes:
    """A feed of stories: address and headline."""
    entries = "".join(f"<item><title>{title}</title><link>{url}</link></item>" for url, title in stories)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Warta</title>{entries}</channel></rss>'.encode()


def urlset(*stories: tuple[str, str]) -> bytes:
    """A sitemap of stories: address and day."""
    entries = "".join(f"<url><loc>{url}</loc><lastmod>{day}</lastmod></url>" for url, day in stories)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()


def sitemap_index(*urls: str) -> bytes:
    """A sitemap that names others."""
    entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'.encode()


def story(site: str, number: int, *, on_award: bool = True) -> tuple[str, str]:
    """A story's address and headline."""
    what = "raih-paritrana-award" if on_award else "gelar-pasar-murah-lagi"
    return f"https://{site}/berita/kota-{number}-{what}", f"Kota {number} {what.replace('-', ' ').title()}"


def url(number: int, site: str = FIRST, *, on_award: bool = True) -> str:
    """A story's address."""
    return story(site, number, on_award=on_award)[0]


def redirect(to: str, status: int = 301) -> Answer:
    """An answer that leads elsewhere."""
    return Answer(b"", status, (("Location", to),))


def counts(summary: Summary) -> dict[str, int]:
    """What became of how many stories, where there are any."""
    return {name: number for name, number in summary.total.items() if number}


def small_press(sites: int = 2, wanted: int = 3, others: int = 2) -> Press:
    """Outlets with stories on awards and others, all of them there."""
    press = Press()
    for site in names(sites):
        listed = [story(site, number) for number in range(wanted)]
        listed += [story(site, number, on_award=False) for number in range(wanted, wanted + others)]
        press.put(f"https://{site}/robots.txt", "User-agent: *\nDisallow: /rahasia")
        press.put(f"https://{site}/feed", Answer(feed(*listed), headers=(("ETag", f'"{site}"'),)))
        for url, title in listed:
            press.put(url, f"<html><h1>{title}</h1><p>Kota itu menerima piagam.</p></html>")
    return press


def names(sites: int) -> list[str]:
    """The sites of a small press."""
    return [f"koran{number:02}.example" for number in range(sites)]


def night(
    folder: Path,
    press: Press,
    sites: int = 2,
    *,
    settings: Settings = QUICK,
    bounds: Bounds = Bounds(),  # noqa: B008
    clocks: Clocks = Clocks(),  # noqa: B008
) -> Night:
    """A night over a small press."""
    outlets = tuple(outlet(name) for name in names(sites))
    return Night(folder, settings, press, Finder(award_words()), outlets, bounds, clocks)
