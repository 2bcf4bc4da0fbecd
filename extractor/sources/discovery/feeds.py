"""Feeds of any kind: RSS, Atom and RDF, read by feedparser from what is left of them in well-formed XML.

feedparser is given bytes, never an address, and only what it needs of each entry: its second parser, for broken feeds,
takes minutes on hostile ones, and is never reached.
"""

from typing import Any

from extractor.outlets import Outlet
from extractor.sources.discovery.candidate import Candidate, Listed
from extractor.sources.discovery.canonical import absolute, canonical, sites_of
from extractor.sources.discovery.text import HEADLINE, SUMMARY, day_of, plain
from extractor.sources.discovery.words import words
from extractor.sources.discovery.xmlstream import XmlList, local
from extractor.sources.places import host_of, site_of, site_of_host

MOST = 2_000
"""Entries of a feed that are read; the press prints ten to a hundred."""
ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_ENTRIES = frozenset({"item", "entry"})
_PARTS = frozenset(
    "title link guid id pubdate published updated modified issued created date description summary origlink category "
    "keywords subject".split()
)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_DATES = ("published", "updated", "created")
_TEXT = 4_000  # characters of one part of an entry
_PARTS_OF_ONE = 60
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}
_XHTML = "{http://www.w3.org/1999/xhtml}div"


def read_feed(body: bytes, url: str, outlet: Outlet | None = None, charset: str | None = None) -> Listed:
    """The stories of a feed at `url`, the newest first as it has them; `charset` is what the server said."""
    feed = XmlList(body, charset)
    if feed.root not in ROOTS:
        return Listed(said=(*feed.said, "no feed"))
    read = _parsed(feed, url)
    said = list(feed.said)
    sites = _own_sites(read, url, outlet)
    found: dict[str, Candidate] = {}
    elsewhere = 0
    for entry in read.entries:
        candidate = _candidate(entry, url, outlet)
        if candidate is None:
            continue
        if site_of(candidate.url) not in sites:
            elsewhere += 1
            continue
        found.setdefault(candidate.url, candidate)
    if elsewhere:
        said.append(f"on other sites: {elsewhere} of the entries")
    following = next((link.get("href") for link in read.feed.get("links", ()) if link.get("rel") == "next"), None)
    title = plain(read.feed.get("title"), HEADLINE)
    stories, further = tuple(found.values()), absolute(following or "", url)
    return Listed(stories, next=further, said=tuple(said), title=title, own=len(stories))


def _parsed(feed: XmlList, url: str) -> Any:
    """What feedparser makes of the feed's entries, rebuilt of the parts that are used."""
    import feedparser
    from lxml import etree

    atom = feed.root == "feed"
    root = etree.Element("{http://www.w3.org/2005/Atom}feed" if atom else "rss")
    holder = root if atom else etree.SubElement(root, "channel")
    count = 0
    for element in feed.elements(_ENTRIES | {"title", "link"}):
        if local(element.tag) not in _ENTRIES:
            if count == 0 and local(getattr(element.getparent(), "tag", "")) in ROOTS:
                _add(holder, element, atom)
            continue
        count += 1
        if count > MOST:
            feed.said.append(f"only the first {MOST:,} entries are read")
            break
        _add_entry(holder, element, atom)
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    rebuilt = etree.tostring(root, encoding="utf-8")
    return feedparser.parse(rebuilt, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _add_entry(holder: Any, element: Any, atom: bool) -> None:
    """Copy what is used of an entry, with what its addresses are relative to."""
    from lxml import etree

    made = etree.SubElement(holder, _name("entry" if atom else "item", atom))
    base = next((base for around in (element, *element.iterancestors()) if (base := around.get(_BASE))), None)
    if base:
        made.set(_BASE, base[:_TEXT])
    for part in element[:_PARTS_OF_ONE]:
        if local(part.tag) in _PARTS:
            _add(made, part, atom)
    about = element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    if about and made.find("link") is None:
        etree.SubElement(made, "link").text = about[:_TEXT]


def _name(name: str, atom: bool) -> str:
    return f"{{http://www.w3.org/2005/Atom}}{name}" if atom else name


def _add(to: Any, part: Any, atom: bool) -> None:
    """Copy a part of an entry, flat: its text, and what its attributes say of links, kinds and dates."""
    from lxml import etree

    name = local(part.tag)
    if name == "origlink":
        made = etree.SubElement(to, f"{{{_SPACES['feedburner']}}}origLink")
    elif name == "date" or _is_dublin(part.tag):
        made = etree.SubElement(to, f"{{{_SPACES['dc']}}}{name}")
    else:
        made = etree.SubElement(to, _name({"pubdate": "pubDate"}.get(name, name), atom))
    for key in ("href", "rel", "isPermaLink", "term"):
        if value := part.get(key):
            made.set(key, value[:_TEXT])
    kind = part.get("type", "")
    if name != "link" and kind in ("html", "xhtml"):
        made.set("type", "html")
    text = "".join(part.itertext())[:_TEXT].strip()
    made.text = text or None


def _is_dublin(tag: str) -> bool:
    return _SPACES["dc"] in tag


def _own_sites(read: Any, url: str, outlet: Outlet | None) -> frozenset[str]:
    """The sites on which a feed's stories may lie; a proxy's feed says itself whose it is."""
    sites = sites_of(url, outlet)
    host = host_of(url)
    if host in words().feed_proxies or site_of_host(host) in words().feed_proxies:
        home = host_of(read.feed.get("link", ""))
        sites |= {site_of_host(home)} if home else set()
    return sites


def _candidate(entry: Any, url: str, outlet: Outlet | None) -> Candidate | None:
    listed = entry.get("feedburner_origlink") or _link(entry)
    found = absolute(listed or "", url)
    if found is None:
        return None
    told = [entry.get("summary"), *(tag.get("term") for tag in entry.get("tags", ()))]
    return Candidate(
        url=canonical(found, outlet),
        as_found=found,
        headline=plain(entry.get("title"), HEADLINE),
        published=next((day for name in _DATES if (day := _moment(entry, name))), None),
        found_in=url,
        summary=plain("; ".join(filter(None, told)), SUMMARY),
    )


def _link(entry: Any) -> str | None:
    """The address of an entry: its link, or its identity where that is an address."""
    if link := entry.get("link"):
        return str(link)
    identity = str(entry.get("id", ""))
    return identity if identity.startswith(("http://", "https://")) else None


def _moment(entry: Any, name: str) -> str | None:
    """A date as printed, with its zone; as feedparser reads it where it is printed in another way."""
    said = dict(entry)  # feedparser's own gives "published" for "updated", with a warning
    if day := day_of(said.get(name)):
        return day
    parsed = said.get(f"{name}_parsed")
    if parsed is None:
        return None
    year, month, day, hour, minute, second = parsed[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}+00:00"
