"""Addresses as lists print them: made whole, freed of sessions, told to be on the site or elsewhere."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from extractor.clean.addresses import story_address
from extractor.outlets import Outlet, address
from extractor.sources.discovery.words import words
from extractor.sources.places import host_of, site_of_host

_LONGEST = 2_000  # characters of an address; a longer one is no story's
_SAFE = re.compile(r"[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]+")
_IN_PATH = re.compile(r";([A-Za-z_]{2,30})=[^/?#;]{0,400}")
_COOKIELESS = re.compile(r"/\([A-Za-z]\([A-Za-z0-9]{8,80}\)\)")  # ASP.NET: /(S(lit3py55t21z5v55vlm25s55))/
_NUMBER = re.compile(r"\d{5,20}")
_DATED = re.compile(r"/(?:19|20)\d{2}[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\d\d/|$)")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|css|js|xml|json|ico|docx?|xlsx?)$", re.IGNORECASE)
_ID = re.compile(r"(?:^|&)(?:id|p|newsid|berita|artikel|read|idberita|id_berita)=\d{1,12}(?:&|$)", re.IGNORECASE)


def absolute(href: str, base: str) -> str | None:
    """The address of the web that a link leads to, without its fragment; None where it leads nowhere on the web."""
    href = href.strip()
    if not href or len(href) > _LONGEST or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return None
    try:
        url = urljoin(base, href).partition("#")[0]
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.port == 0:
            return None
    except ValueError:  # "http://[::1/", a port that is no number
        return None
    if parts.username or parts.password:
        return None
    return url if _SAFE.fullmatch(url) else _safe(url)


def _safe(url: str) -> str | None:
    """The address with blanks and letters beyond ASCII as they are sent."""
    from w3lib.url import safe_url_string

    try:
        return safe_url_string(url)
    except (ValueError, UnicodeError):
        return None


def canonical(url: str, outlet: Outlet | None = None) -> str:
    """The address that every page, device and visit of a story shares."""
    return story_address(sessionless(url), outlet)


def sessionless(url: str) -> str:
    """An address without what tells visits apart: "?PHPSESSID=", ";jsessionid=", "/(S(...))/"."""
    if ";" in url:
        url = _IN_PATH.sub(lambda found: "" if _is_session(found[1]) else found[0], url)
    if "/(" in url:
        url = _COOKIELESS.sub("", url)
    path, sign, query = url.partition("?")
    if not sign or "=" not in query:
        return url
    pairs = query.split("&")
    kept = [pair for pair in pairs if not _is_session(pair.partition("=")[0])]
    return url if len(kept) == len(pairs) else path + ("?" + "&".join(kept) if kept else "")


def _is_session(name: str) -> bool:
    name = name.lower()
    return name in words().session_parameters or any(mark in name for mark in words().session_marks)


def sites_of(url: str, outlet: Outlet | None) -> frozenset[str]:
    """The registrable domains that a list's stories may lie on: its own and its outlet's."""
    hosts = {host_of(url), *(outlet.domains if outlet else ())}
    return frozenset(site_of_host(host) for host in hosts if host)


def is_listed_elsewhere(url: str) -> bool:
    """Whether an address is that of a list, a file or a page about the site: no story, whatever the outlet."""
    parts = urlsplit(url)
    path = parts.path.lower()
    segments = [segment for segment in path.split("/") if segment]
    if not segments and not _ID.search(parts.query):
        return True
    if _FILE.search(path) or any(segment in words().no_stories for segment in segments[:-1]):
        return True
    if segments and (segments[-1] in words().no_stories or segments[0] in words().no_stories):
        return not _ID.search(parts.query)
    return bool(segments) and len(segments) <= 2 and _is_about(segments[-1])


def _is_about(segment: str) -> bool:
    parts = re.split(r"[-_.]", unquote(segment))
    return len(parts) <= 5 and parts[0] in words().about_the_site


def is_story(url: str, outlet: Outlet | None) -> bool:
    """Whether an address is a story's: as the outlet's templates say, or by its looks.

    By looks it has three hyphens in its last part, a date in its path, or a number of five digits; a query's "id".
    """
    if outlet and outlet.article_addresses and address(outlet, url):
        return True
    if is_listed_elsewhere(url) or _leads_to_lists(url):
        return False
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    last = segments[-1] if segments else ""
    if last.count("-") >= 3 or any(_NUMBER.search(segment) for segment in segments[-3:]) or _ID.search(parts.query):
        return True
    return bool(_DATED.search(parts.path)) and re.search("[A-Za-z]", last) is not None


def _leads_to_lists(url: str) -> bool:
    import courlan

    path = url.partition("?")[0]
    return bool(courlan.is_navigation_page(path) or courlan.is_not_crawlable(path))


def told_day(url: str, outlet: Outlet | None) -> str | None:
    """The day, perhaps with its time, that a story's address tells by the outlet's templates."""
    told = address(outlet, url) if outlet and outlet.article_addresses else None
    return told.published if told else None
