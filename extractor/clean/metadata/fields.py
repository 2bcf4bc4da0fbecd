"""The metadata of a page put together, field by field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.article import Page
from extractor.clean.elements import Elements
from extractor.clean.metadata import Metadata, addresses, bylines, dating, sites, storydays, tagging, titles, topics
from extractor.clean.metadata.authors import author
from extractor.clean.metadata.claims import Claim, Verdict, believe
from extractor.clean.metadata.headlines import agree
from extractor.clean.metadata.jsonld import Node, text
from extractor.clean.metadata.lines import Line
from extractor.clean.metadata.markup import Markup
from extractor.clean.metadata.mastheads import site_name
from extractor.clean.metadata.moments import minutes_between
from extractor.clean.metadata.published import PRINT, SOURCE, Dated, Days, published
from extractor.clean.metadata.selectors import selected
from extractor.clean.metadata.signatures import signatures
from extractor.clean.metadata.words import words

if TYPE_CHECKING:
    from extractor.outlets import Outlet

_ZONES = {"Asia/Jakarta": 420, "Asia/Pontianak": 420, "Asia/Makassar": 480, "Asia/Jayapura": 540}
_WIB = 420
_AMERICAN = ("en-us", "en_us")


def fields(elements: Elements, page: Page, outlet: "Outlet | None") -> Metadata:
    """All fields of a page; those that others need are read first."""
    markup = Markup(elements)
    articles = _articles(markup)
    url = addresses.address(markup, articles, page.url)
    host = addresses.host(url.value) or addresses.host(page.url)
    claimed = sites.claimed(markup, articles, markup.linked)
    names = _names(outlet, claimed, host)
    told_urls = [claim.value for claim in url.claims]
    titled = titles.title(markup, articles, names, selected(markup, outlet, "title"), told_urls)
    below = markup.lines_below(titled.heading)
    below += [line for line in signatures(markup) if line not in below]
    above = markup.lines_above(titled.heading)
    site = sites.site(claimed, outlet.name if outlet else None, titled.suffix, host)
    if site.value is None and (masthead := site_name(markup)):
        site = believe([Claim(masthead, "masthead")])
    names = [*names, *(claim.value for claim in site.claims)]
    title = titled.verdict.value
    shown = topics.Shown(titled.heading, above, below, url.value)
    section = topics.section(markup, articles, title, [claim.value for claim in site.claims], shown)
    language, description = topics.language(markup, articles), topics.description(markup, articles)
    about = tagging.About(titled.heading, title, description.value, [*names, titled.suffix or ""])
    tags, tags_told = tagging.tags(markup, articles, selected(markup, outlet, "tags"), about)
    is_indonesian = _is_indonesian(markup, outlet, host, (language, description, titled.verdict), below)
    near = [*above[:8], *below[:8]]
    place = dating.Place(articles, titled.heading, below, [page.url or "", *told_urls], _month_first(markup))
    verdicts = {
        "title": titled.verdict,
        "author": author(markup, articles, below, names, selected(markup, outlet, "author")),
        "outlet": site,
        "published": _published(markup, place, outlet, is_indonesian),
        "section": section,
        "tags": tags_told,
        "url": url,
        "advertorial": topics.is_paid(articles, (section.value, *tags), near, title, url.value),
        "language": language,
        "description": description,
    }
    values = {field: verdict.value for field, verdict in verdicts.items()}
    return Metadata(
        title=values["title"],
        author=values["author"],
        outlet=values["outlet"],
        published=values["published"],
        section=values["section"],
        tags=tags,
        url=values["url"],
        advertorial=values["advertorial"] is not None,
        language=values["language"],
        description=values["description"],
        told=tuple(told for field, verdict in verdicts.items() for told in verdict.told(field)),
        conflicts=tuple(field for field, verdict in verdicts.items() if verdict.conflict),
    )


def _articles(markup: Markup) -> list[Node]:
    """The articles in JSON-LD, those first that bear the page's title: sites describe related stories too."""
    wanted = [value for _, value in markup.first(("og:title",))] + ([markup.title] if markup.title else [])

    def is_other(node: Node) -> bool:
        headline = text(node, "headline") or text(node, "name")
        return not headline or not any(agree(headline, value) for value in wanted)

    return sorted(markup.linked.articles, key=is_other)


def _names(outlet: "Outlet | None", claimed: Sequence[Claim], host: str | None) -> list[str]:
    """The names under which the outlet may stand behind a title or where an author should."""
    names = [claim.value for claim in claimed]
    if outlet:
        names += [*([outlet.name] if outlet.name else []), outlet.id, *outlet.domains]
    if host:
        names += [host, addresses.core(host)]
    return names


def _month_first(markup: Markup) -> bool:
    """Whether the page is American, and prints the month before the day."""
    declared = markup.tree.getroottree().getroot().get("lang") or ""
    locale = [value for _, value in markup.first(("og:locale",))]
    return declared.lower().startswith(_AMERICAN) and all(value.lower() in _AMERICAN for value in locale)


def _published(markup: Markup, place: dating.Place, outlet: "Outlet | None", is_indonesian: bool) -> Verdict:
    claims, changed = dating.claims(markup, place, selected(markup, outlet, "published"))
    if not claims and is_indonesian:
        claims += storydays.edition(markup.top)
        claims += () if claims else storydays.in_dateline(place.heading, markup.elements.body)
        claims += () if claims else storydays.of_top(markup.top, place.heading)
    if not claims or (not is_indonesian and all(claim.rank == bylines.BARE for claim in claims)):
        claims += dating.guess(markup, place, far=not is_indonesian)
        changes = {moment.day for moment in changed}
        claims = [claim for claim in claims if not is_indonesian or claim.moment.day not in changes]
    zone = _zone(claims, outlet)
    if zone is None and is_indonesian:
        zone = storydays.printed_zone(markup.top) if any(claim.moment.clock for claim in claims) else None
        zone = _apart(claims) or zone or _WIB
    days = {(claim.moment.at(zone) if zone else claim.moment).day for claim in claims}
    reported = storydays.reported(place.heading) if len(days) > 1 else ()
    verdict = published(Days(claims, changed, zone, reported))
    origins = {claim.origin for claim in claims}
    is_guessed = is_indonesian and origins and origins <= {"htmldate", "top"}
    return verdict._replace(conflict=True) if is_guessed else verdict


def _zone(claims: Sequence[Dated], outlet: "Outlet | None") -> int | None:
    """The zone of the page's times, in minutes: the printed one, the outlet's, or any source's; Greenwich is none."""
    zones = [(claim.moment.zone, claim.origin) for claim in claims if claim.moment.zone]
    near = next((zone for zone, origin in zones if origin in ("byline", "layout")), None)
    return near or (_ZONES.get(outlet.zone) if outlet else None) or next((zone for zone, _ in zones), None)


def _apart(claims: Sequence[Dated]) -> int | None:
    """The zone in which a printed time without one is, to the minute, what the source has in Greenwich's."""
    source = [claim.moment for claim in claims if claim.family == SOURCE and claim.moment.zone == 0]
    bare = [claim.moment for claim in claims if claim.family == PRINT and claim.moment.zone is None]
    for east in (zone for one in source for other in bare if (zone := minutes_between(one, other)) is not None):
        if east in _ZONES.values():
            return east
    return None


def _is_indonesian(
    markup: Markup,
    outlet: "Outlet | None",
    host: str | None,
    said: tuple[Verdict, Verdict, Verdict],
    below: Sequence[Line],
) -> bool:
    """Whether the page is of the Indonesian press, whose times without a zone are local ones."""
    language, description, title = said
    if outlet or language.value == "id" or (host or "").endswith(".id") or bylines.indonesian(below[:20]):
        return True
    if language.value not in (None, "en"):
        return False
    if bylines.indonesian(markup.top[:20]):
        return True
    used = f"{title.value or ''} {description.value or ''}".casefold().split()
    return len(words().indonesian & set(used)) >= 2
