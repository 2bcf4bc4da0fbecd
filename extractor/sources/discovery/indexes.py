"""Index, tag and search pages: the links of a page that lead to stories, with their texts as headlines.

The list that a page is for stands apart from what surrounds it: the most links to stories that stand in elements of
the same kind, outside of side bars, menus and boxes of what is popular.
"""

import re
from collections import Counter
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from extractor.errors import SetAside
from extractor.outlets import Outlet
from extractor.sources.discovery.candidate import Candidate, Listed, Listing
from extractor.sources.discovery.canonical import absolute, canonical, is_story, sites_of, told_day
from extractor.sources.discovery.text import HEADLINE, plain
from extractor.sources.discovery.words import words
from extractor.sources.places import host_of, site_of

LONGEST = 1_500_000
"""Bytes of a page that are read for its links."""
MOST = 5_000
"""Links of a page that are looked at."""
_AROUND = 6  # elements around a link that tell its kind
_UP = 12  # elements around a link that may be a side bar
_SIDES = frozenset({"aside", "footer", "nav", "header"})
_FEEDS = ("application/rss+xml", "application/atom+xml")
_SHORT = 120  # characters of a line that says that nothing was found
_NAME = re.compile(r"[\s_]+|(?<=[a-z])(?=[A-Z])")
_PAGE = re.compile(r"(?:^|[/?&=_-])(\d{1,4})/?$")


class _Link(NamedTuple):
    candidate: Candidate
    kind: tuple[str, ...]
    beside: bool


def read_index(body: bytes, url: str, outlet: Outlet | None = None, charset: str | None = None) -> Listed:
    """The stories that a page at `url` names, those of its own list first, with the address of its next page."""
    from extractor.clean.encoding import decode
    from extractor.clean.tree import parse

    said = [f"longer than {LONGEST / 1_000_000} MB: what follows is not read"] if len(body) > LONGEST else []
    try:
        text = decode(body[:LONGEST], url, charset).text
    except SetAside as refused:
        return Listed(said=(refused.reason,))
    root = parse(text)
    links = _links(root, absolute(_base(root), url) or url, url, outlet, said)
    main = _main(links)
    ordered = _merged(main)
    own = len(ordered)
    for found, candidate in _merged(links).items():
        ordered.setdefault(found, candidate)
    said += _walls(root, own)
    title = _title(root)
    return Listed(tuple(ordered.values()), next=_next(root, url), said=tuple(said), title=title, own=own)


def feeds_of(body: bytes, url: str, charset: str | None = None) -> tuple[Listing, ...]:
    """The feeds that a page names in its head: what `sources add` tries first."""
    from extractor.clean.encoding import decode
    from extractor.clean.tree import parse

    try:
        root = parse(decode(body[:LONGEST], url, charset).text)
    except SetAside:
        return ()
    named = [link for link in list(root.iter("link"))[:200] if link.get("type", "").lower() in _FEEDS]
    found = (absolute(link.get("href", ""), url) for link in named)
    feeds = (feed for feed in found if feed and "/comments/" not in feed)
    return tuple(Listing(feed, "feed") for feed in dict.fromkeys(feeds))


def _base(root: Any) -> str:
    base = next(iter(root.iter("base")), None)
    return base.get("href", "") if base is not None else ""


def _links(root: Any, base: str, url: str, outlet: Outlet | None, said: list[str]) -> list[_Link]:
    sites, links, seen = sites_of(url, outlet), [], 0
    stories: dict[str, str | None] = {}
    for element in root.iter("a"):
        seen += 1
        if seen > MOST:
            said.append(f"only the first {MOST:,} links are read")
            break
        listed = absolute(element.get("href", ""), base)
        if listed is None:
            continue
        if listed not in stories:
            of_site = site_of(listed) in sites
            stories[listed] = canonical(listed, outlet) if of_site and is_story(listed, outlet) else None
        story = stories[listed]
        if story:
            candidate = Candidate(story, listed, _headline(element), told_day(listed, outlet), url)
            links.append(_Link(candidate, _kind(element), _is_beside(element)))
    return links


def _headline(link: Any) -> str | None:
    """The text of a link; of a picture's, its title."""
    text = plain_text(link, HEADLINE * 2)
    if not text:
        picture = next(iter(link.iter("img")), None)
        text = link.get("title") or (picture.get("alt", "") if picture is not None else "")
    return plain(text, HEADLINE)


def plain_text(element: Any, most: int) -> str:
    """The text inside an element on one line, no more than so many characters of it."""
    made, length = [], 0
    for piece in element.itertext():
        made.append(piece)
        length += len(piece)
        if length > most:
            break
    return " ".join(" ".join(made).split())[:most]


def _kind(link: Any) -> tuple[str, ...]:
    """The names and first classes of the elements around a link, from within."""
    kind: list[str] = []
    element = link
    while element is not None and len(kind) < _AROUND:
        classes = (element.get("class") or "").split()
        first = re.sub(r"\d+", "", classes[0]) if classes else ""
        kind.append(f"{element.tag}.{first}")
        element = element.getparent()
    return tuple(kind)


def _is_beside(link: Any) -> bool:
    """Whether a link stands beside the page's own list: in a menu, a side bar, a box of what is popular."""
    element = link
    for _ in range(_UP):
        element = element.getparent()
        if element is None or element.tag in ("body", "html", "main"):
            return False
        if element.tag in _SIDES and element.tag != "header":
            return True
        names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
        parts = {part for name in _NAME.split(names) for part in (name.lower(), *name.lower().split("-"))}
        if not parts.isdisjoint(words().side_blocks):
            return True
    return False


def _main(links: list[_Link]) -> list[_Link]:
    """The links of the page's own list: the kind of link that names the most stories, with all of those stories."""
    inside = [link for link in links if not link.beside]
    kinds: dict[tuple[str, ...], set[str]] = {}
    for link in inside:
        kinds.setdefault(link.kind, set()).add(link.candidate.url)
    counts = Counter({kind: len(stories) for kind, stories in kinds.items()})
    if not counts:
        return []
    stories = kinds[counts.most_common(1)[0][0]]
    return [link for link in inside if link.candidate.url in stories]


def _merged(links: list[_Link]) -> dict[str, Candidate]:
    """One candidate for each story, with the longest of the texts that lead to it: a picture's link has none."""
    found: dict[str, Candidate] = {}
    for link in links:
        candidate = link.candidate
        known = found.setdefault(candidate.url, candidate)
        if len(candidate.headline or "") > len(known.headline or ""):
            found[candidate.url] = known._replace(headline=candidate.headline)
    return found


def _title(root: Any) -> str | None:
    """What a page calls itself: its title and its first headings."""
    heads = [element for name in ("title", "h1") for element in list(root.iter(name))[:2]]
    return plain(" | ".join(plain_text(head, HEADLINE) for head in heads), HEADLINE * 2)


def _walls(root: Any, own: int) -> list[str]:
    """Why a page may be no list, though the server says that all is well."""
    asks = any(field.get("type", "").lower() == "password" for field in list(root.iter("input"))[:200])
    if asks and own < 3:
        return ["a login wall"]
    if _says_nothing_found(root):
        return ["the page says that nothing was found"]
    return [] if own else ["no stories: a page of another kind, or one that a script fills"]


def _says_nothing_found(root: Any) -> bool:
    for element in root.iter("title", "h1", "h2", "h3", "h4", "p", "div", "span"):
        said = (element.text or "").strip().lower()
        if not said or len(said) > _SHORT or not any(phrase in said for phrase in words().nothing_found):
            continue
        if not any(around.tag in ("a", "script", "form") for around in element.iterancestors()):
            return True
    return False


def _next(root: Any, url: str) -> str | None:
    """The address of the next page, as the page names it; on the same host, and numbered higher where both have one."""
    for element in (*list(root.iter("link"))[:200], *list(root.iter("a"))[:MOST]):
        if "next" not in (element.get("rel") or "").lower().split():
            continue
        found = absolute(element.get("href", ""), url)
        if found and found != url and host_of(found) == host_of(url) and _number(found) > _number(url):
            return found
    return None


def _number(url: str) -> int:
    """The number of a page in its address, 1 where there is none."""
    parts = urlsplit(url)
    for place in (*reversed(parts.query.split("&")), parts.path):
        if found := _PAGE.search(place):
            return int(found[1])
    return 1
