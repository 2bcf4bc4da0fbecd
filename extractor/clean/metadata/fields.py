"""The metadata of a page put together, field by field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.article import Page
from extractor.clean.elements import Elements
from extractor.clean.metadata import Metadata, addresses, bylines, dating, sites, tagging, titles, topics
from extractor.clean.metadata.authors import author
from extractor.clean.metadata.claims import Claim, Verdict, believe
from extractor.clean.metadata.headlines import agree
from extractor.clean.metadata.jsonld import Node, text
from extractor.clean.metadata.lines import Line
from extractor.clean.metadata.markup import Markup
from extractor.clean.metadata.mastheads import site_name
from extractor.clean.metadata.publication import month_first, publication
from extractor.clean.metadata.selectors import selected
from extractor.clean.metadata.signatures import signatures
from extractor.clean.metadata.words import words

if TYPE_CHECKING:
    from extractor.outlets import Outlet

_SEARCHED, _INDONESIAN = 20_000, 6  # characters of a page, and words that Indonesian always has which prove it one


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
    is_month_first = month_first(markup, is_indonesian=is_indonesian)
    place = dating.Place(articles, titled.heading, below, [page.url or "", *told_urls], is_month_first)
    verdicts = {
        "title": titled.verdict,
        "author": author(markup, articles, below, names, selected(markup, outlet, "author")),
        "outlet": site,
        "published": publication(markup, place, outlet, is_indonesian=is_indonesian, fetched=page.fetched),
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
    if len(words().indonesian & set(used)) >= 2:
        return True
    return len(words().indonesian.intersection(markup.elements.text[:_SEARCHED].split())) >= _INDONESIAN
