"""An HTML page: its outlet, its metadata, its story, and what was cut out of it."""

import re
from collections.abc import Container, Iterator
from functools import partial

from lxml.html import HtmlElement

from extractor.article import Article, Page
from extractor.clean import no_article, tree
from extractor.clean.drafts import Draft, finish
from extractor.clean.drift import missed
from extractor.clean.elements import Elements
from extractor.clean.encoding import Decoded
from extractor.clean.furniture import cut_furniture
from extractor.clean.headed import headed
from extractor.clean.languages import language_of
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.reading import Story, read_story
from extractor.clean.reading.above import cut_above
from extractor.clean.several import numbering
from extractor.outlets import Outlet, outlets
from extractor.urls import host_of

_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\w{1,20}/")  # what the Wayback Machine writes before addresses
_LINK_WORDS = 4
_SHORTEST_LINK, _LONGEST_LINK = 15, 250  # characters of a link's text that may be a headline


def read_page(decoded: Decoded, page: Page, outlet: Outlet | None, languages: Container[str] | None) -> Article:
    """The article of a page; raises `SetAside`, with what was read, where it is none."""
    root = tree.parse(decoded.text, decoded.utf8)
    outlet = outlet or outlet_of(root, page)
    elements = Elements(root)
    said = metadata(root, page, outlet, elements=elements)
    story, draft = story_in(elements, decoded, outlet, said)
    numbers = numbering(root, page, outlet, elements=elements)
    text, removed = finish(cut_above(draft, said.title) if numbers.number in (None, 1) else draft, tidy=True)
    article = headed(
        Article(
            text=text,
            source=page.source,
            url=said.url or page.url,
            outlet=said.outlet,
            title=said.title,
            author=said.author,
            published=said.published,
            advertorial=said.advertorial,
            section=said.section,
            tags=said.tags,
            language=language_of(text) or said.language,
            pages=numbers.pages,
            reading=story.reading,
            removed=removed,
            told=said.told,
            conflicts=said.conflicts,
            charset=str(decoded),
        )
    )
    article = article._replace(missed=missed(article, outlet, story.layout))
    refused = no_article.reason(article, root, page, outlet, languages)
    if refused:
        raise refused
    return article


def story_in(elements: Elements, decoded: Decoded, outlet: Outlet | None, said: Metadata) -> tuple[Story, Draft]:
    """The story of a page as it was found, and its draft with cuts over the furniture too."""
    shown = partial(outlets().system_of, decoded.text)
    story = read_story(elements.tree, outlet=outlet, said=said, system=shown, elements=elements)
    links = _headlines(elements, story.draft)
    return story, cut_furniture(story.draft, outlet=outlet, title=said.title, links=links)


def outlet_of(root: HtmlElement, page: Page) -> Outlet | None:
    """The outlet whose page it is, by the address that it was fetched from or else the one that it names itself."""
    for address in _addresses(root, page):
        if host := host_of(_ARCHIVED.sub("", address)):
            return outlets().of(host)
    return None


def _addresses(root: HtmlElement, page: Page) -> Iterator[str]:
    """Where the page was fetched from, and else what it says: its canonical address, and that for social networks."""
    if page.url:
        yield page.url
    head = root.find("head")
    for node in (root if head is None else head).iter("link", "meta"):
        if node.get("rel") == "canonical":
            yield node.get("href") or ""
        elif node.get("property") == "og:url":
            yield node.get("content") or ""


def _headlines(elements: Elements, draft: Draft) -> list[str]:
    """The texts of the page's links with which a line of the story ends, as long as a headline."""
    ends = tuple({line.split()[-1] for line in draft.lines if not line.isspace()})
    texts = (link.text_content() if len(link) else link.text or "" for link in elements.tagged("a"))
    words = (said.split() for said in texts if len(said) >= _SHORTEST_LINK and said.rstrip().endswith(ends))
    links = (" ".join(said) for said in words if len(said) >= _LINK_WORDS)
    return [said for said in links if len(said) <= _LONGEST_LINK and said in draft.text]
