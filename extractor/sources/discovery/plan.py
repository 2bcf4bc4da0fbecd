"""The lists to ask of an outlet, those first that tell the most for one request; nothing that its file forbids.

    feeds, news sitemaps, other sitemaps    what is new
    indexes                                  by day, the newest first, from `until` back to `since`
    tag pages, searches                      of the awards, by their names
"""

from collections.abc import Iterator
from datetime import date, timedelta

from extractor.outlets import Outlet
from extractor.sources.discovery.candidate import Listing
from extractor.sources.discovery.wanted import AwardWords
from extractor.sources.discovery.words import words
from extractor.sources.robots import Rules

MOST_DAYS = 12_000
"""Days of indexes that are asked for at once: more than the net's press has had."""
USUAL_DAYS = 2
"""Days of indexes where no first day is said: yesterday's may have grown since."""
ARCHIVES_AFTER = 14
"""Days behind which feeds of tags no longer reach."""
_USUAL = {
    "feed": ("feed/", "rss", "rss.xml", "feed.xml"),
    "sitemap": ("news-sitemap.xml", "sitemap-news.xml", "sitemap_index.xml", "sitemap.xml"),
}


def plan(outlet: Outlet, awards: AwardWords, since: date | None, until: date) -> tuple[Listing, ...]:
    """The lists to ask for stories from `since` to `until` (days of the outlet's zone), each once.

    `since` None means a usual night. A list's further pages come from `next_listing`, and further sitemaps of an index
    from what was read of it. Where the outlet's file names no lists of what is new, but perhaps awards' tag pages, they
    are looked for where most sites have them, and in its robots.txt; there, too, where older stories are looked for and
    the file names no sitemaps.
    """
    rules = _forbidden(outlet)
    first = since or until - timedelta(days=USUAL_DAYS - 1)
    backfill = since is not None and (until - since).days > ARCHIVES_AFTER
    made = [
        *(Listing(url, "feed") for template in outlet.feeds for url in _channels(outlet, template)),
        *_sitemaps(outlet),
        *_indexes(outlet, first, until),
        *_tags(outlet, awards, backfill),
        *_searches(outlet, awards),
    ]
    if since is not None and not outlet.sitemaps:
        made = [listing._replace(mapless=True) for listing in made]
    if all(listing.award for listing in made):
        made = [*_guessed(outlet.domains[0]), *made]
    allowed: dict[str, Listing] = {}
    for listing in made:
        open_to_us = (way for way in (listing, *listing.otherwise) if rules is None or rules.allows("*", way.url))
        if first_way := _one_behind_another(list(open_to_us)):
            allowed.setdefault(first_way.url, first_way)
    return tuple(allowed.values())


def _one_behind_another(ways: list[Listing]) -> Listing | None:
    """The first of some ways to the same stories; each leads to the next where it does not work."""
    behind: tuple[Listing, ...] = ()
    for way in reversed(ways):
        behind = (way._replace(otherwise=behind),)
    return behind[0] if behind else None


def guesses(host: str) -> tuple[Listing, ...]:
    """Where lists lie on most sites: what `sources check` tries for an outlet whose file names none."""
    asked = [Listing(f"https://{host}/{path}", why) for why, paths in _USUAL.items() for path in paths]
    return (*asked, Listing(f"https://{host}/wp-json/wp/v2/posts?per_page=20&_fields=link,date_gmt,title", "api"))


def _guessed(host: str) -> list[Listing]:
    """A feed and a sitemap, each asked for in one place after the other until one works."""
    ways = [[Listing(f"https://{host}/{path}", why, mapless=True) for path in paths] for why, paths in _USUAL.items()]
    return [first._replace(otherwise=tuple(others)) for first, *others in ways]


def _forbidden(outlet: Outlet) -> Rules | None:
    """The paths that the outlet's file says robots.txt forbids to all, as rules."""
    if not outlet.forbidden:
        return None
    lines = "".join(f"Disallow: {path}\n" for path in outlet.forbidden)
    return Rules.read(f"User-agent: *\n{lines}".encode())


def _channels(outlet: Outlet, template: str) -> Iterator[str]:
    """A template for each section's host that patterns/discovery.toml names; as it is where it has none in it."""
    if "{channel}" not in template:
        yield template
        return
    for domain in outlet.domains:
        for channel in words().channels.get(domain, ()):
            yield template.replace("{channel}", channel)


def _sitemaps(outlet: Outlet) -> list[Listing]:
    """News sitemaps first: they hold two days of stories, with headlines."""
    urls = [url for template in outlet.sitemaps for url in _channels(outlet, template)]
    urls.sort(key=lambda url: "news" not in url.rpartition("/")[2])
    return [Listing(url, "sitemap") for url in urls]


def _indexes(outlet: Outlet, first: date, last: date) -> Iterator[Listing]:
    templates = [url for template in outlet.indexes for url in _channels(outlet, template)]
    dated = [template for template in templates if "{day}" in template]
    yield from (_page(template, "index") for template in templates if "{day}" not in template and not dated)
    count = min((last - first).days + 1, MOST_DAYS)
    for back in range(count):
        day = last - timedelta(days=back)
        for template in dated:
            filled = template.replace("{year}", f"{day.year:04}").replace("{month}", f"{day.month:02}")
            yield _page(filled.replace("{day}", f"{day.day:02}"), "index", day=day.isoformat())


def _tags(outlet: Outlet, awards: AwardWords, backfill: bool) -> Iterator[Listing]:
    """Tag pages; where tags have feeds, the pages only for what lies further back than feeds reach."""
    templates = [url for template in outlet.tags for url in _channels(outlet, template)]
    feeds = [template for template in templates if _is_feed(template)]
    used = templates if backfill or not feeds else feeds
    for award in awards.awards:
        for tag in award.tags:
            for template in used:
                why = "feed" if _is_feed(template) else "index"
                yield _page(template.replace("{tag}", tag), why, award=award.name, tag=tag)


def _searches(outlet: Outlet, awards: AwardWords) -> Iterator[Listing]:
    """One search for each award, by the first way that the site has; the others stand behind it."""
    templates = [url for template in outlet.search for url in _channels(outlet, template)]
    for award in awards.awards:
        asked = award.search.replace(" ", "+")
        ways = [
            _page(template.replace("{words}", asked), why, award=award.name, tag=award.search)._replace(search=True)
            for template in templates
            for why in ["api" if "/wp-json/" in template else "index"]
        ]
        if ways:
            yield ways[0]._replace(otherwise=tuple(ways[1:]))


def _page(template: str, why: str, **told: str) -> Listing:
    """The first page of a list."""
    url = template.replace("{page}", "1").replace("{offset}", "0")
    return Listing(url, why, template if url != template else None, **told)  # type: ignore[arg-type]


def _is_feed(template: str) -> bool:
    path = template.partition("?")[0].rstrip("/")
    return path.endswith(("/feed", "/rss", ".xml", "/atom"))
