"""The address of a story: the canonical one, unless it leads to a front page."""

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from extractor.clean.metadata.claims import Claim, Verdict, believe
from extractor.clean.metadata.jsonld import Node, text
from extractor.clean.metadata.markup import Markup
from extractor.urls import host_of, url_parts

_WEB = ("http", "https")
_LONGEST = 2_000
_SECOND_LEVEL = frozenset("co com go or ac sch web my net org biz desa gov edu".split())
_PREFIXES = ("www.", "m.", "amp.", "mobile.")


def address(markup: Markup, articles: Iterable[Node], fetched: str | None) -> Verdict:
    """The canonical address of the page; `fetched` is where it was found, if anybody knows."""
    said = [
        (markup.canonical, "canonical"),
        *((value, "open graph") for _, value in markup.first(("og:url",))),
        *((value, "json-ld") for node in articles for value in _own(node)),
    ]
    base = plain_address(fetched)
    claims = [Claim(value, origin) for raw, origin in said if (value := plain_address(raw, base))]
    if base:
        claims.append(Claim(base, "address"))
    stories = [claim for claim in claims if not is_front(claim.value)]
    return believe(claims, stories[0] if stories else None)


def plain_address(raw: str | None, base: str | None = None) -> str | None:
    """An absolute address of the web, without a web archive's before it and without a fragment; None for others."""
    if not raw or len(raw) > _LONGEST:
        return None
    try:
        whole = urljoin(base, raw.strip()) if base else raw.strip()
        archived = whole.find("/http", 8)
        if "web.archive.org/web/" in whole and archived > 0:
            whole = whole[archived + 1 :]
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in _WEB or not host or "." not in host:
        return None
    return parts._replace(fragment="").geturl()


def is_front(address_: str) -> bool:
    """Whether an address is that of a site's front page."""
    parts = url_parts(address_)
    return parts.path.strip("/") in ("", "index.php", "index.html", "amp", "home") and not parts.query


def host(address_: str | None) -> str | None:
    """The host of an address without "www." and the mobile ones' names."""
    name = host_of(address_)
    for prefix in _PREFIXES:
        if name.startswith(prefix) and name.count(".") > 1:
            name = name.removeprefix(prefix)
    return name or None


def core(name: str | None) -> str:
    """What a host is called without its parts before and behind: "sindonews" of "daerah.sindonews.com"."""
    labels = (name or "").split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else ""


def _own(node: Node) -> Iterable[str]:
    main = node.get("mainEntityOfPage")
    for value in (main.get("@id") if isinstance(main, dict) else main, text(node, "url")):
        if isinstance(value, str):
            yield value
