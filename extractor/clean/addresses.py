"""The address of a story: that of any of its pages without what only tells page, device and reader apart.

The pages of a long story are addressed by "?page=2", "?halaman=2", "/2", "/page/2", "-part2" or "?page=all"; AMP lives
at "/amp/", "amp.", "?amp=1" or behind a cache's host; phones get "m."; links carry "utm_source" and "fbclid". courlan
normalises addresses too, but for crawlers: it keeps pages apart and drops "source" and "cid", which number stories on
some sites. The words stand in patterns/addresses.toml.
"""

import re
from collections.abc import Container
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from extractor import folders
from extractor.tomlfiles import read_toml

if TYPE_CHECKING:
    from extractor.outlets import Outlet

MOST_PAGES = 50
"""No story has more pages; a larger number in an address numbers something else."""
_LONGEST = 2_000  # characters of an address; a longer one is no story's
_PARAMETERS = 60
_PART = re.compile(r"-part-?(\d{1,2})$")  # republika.co.id, on older stories
_DATED = re.compile(r"(?:^|/)(?:19|20)\d\d/(?:0?[1-9]|1[0-2])(?:/(?:0?[1-9]|[12]\d|3[01]))?$")
_COMMENTS = re.compile(r"comment-page-\d{1,4}")
_SLUG = re.compile(r"[^-]{1,80}(?:-[^-]{1,80}){2}|.{1,300}\.html?$|.{0,300}\d{5}")
_NUMBER = re.compile(r"\d{5,20}")
_WORD = re.compile(r"[a-z]{3,}")
_TITLE = 3
"""Words that make a title of the end of an address."""
_CACHE = re.compile(r"/(?:[a-z]/)?(?:s/)?(?P<rest>[a-z0-9-]{1,63}\.[a-z0-9.-]{1,190}(?:/.*)?)$")


class StoryAddress(NamedTuple):
    """An address taken apart.

    `story` is equal for all pages of a story, on any device; `bare` is this site's address of its first page; `page` is
    the number that the address gives, from 1; `whole` is true for all pages at once.
    """

    story: str
    bare: str
    page: int | None = None
    whole: bool = False

    @property
    def is_slug(self) -> bool:
        """Whether it looks like one story's: a title or a number at its end, as no index or front page has."""
        last = urlsplit(self.story).path.rpartition("/")[2]
        return bool(_SLUG.match(last)) or "=" in self.story.partition("?")[2]

    def of(self, stories: Container[str]) -> "StoryAddress":
        """As the page of one of these stories that a number behind its address makes of it: "/umkm/2" of "/umkm"."""
        story, _, last = self.story.rpartition("/")
        number = _number(last) if self.page is None and story in stories else None
        return self if number is None else StoryAddress(story, self.bare.rpartition("/")[0], number, self.whole)

    def may_be(self, other: "StoryAddress") -> bool:
        """Whether both may be one story's: they share a long number, or half of the words of the shorter title.

        Where one of them has no title nobody can tell.
        """
        if set(_NUMBER.findall(self.story)) & set(_NUMBER.findall(other.story)):
            return True
        ends = (urlsplit(one.story).path.rpartition("/")[2].lower() for one in (self, other))
        mine, others = (set(_WORD.findall(end)) for end in ends)
        shortest = min(len(mine), len(others))
        return shortest < _TITLE or 2 * len(mine & others) >= shortest

    @property
    def is_front(self) -> bool:
        """Whether it is a site's front page, which broken sites give as the address of every story."""
        return not urlsplit(self.story).path.strip("/") and "?" not in self.story


class _Rules(NamedTuple):
    page_parameters: frozenset[str]
    all_values: frozenset[str]
    all_parameters: frozenset[str]
    variants: frozenset[str]
    tracker_starts: tuple[str, ...]
    trackers: frozenset[str]
    host_starts: frozenset[str]
    path_variants: frozenset[str]
    path_pages: frozenset[str]
    path_indexes: frozenset[str]


class _Path(NamedTuple):
    path: str
    page: int | None
    whole: bool


def story_address(url: str, outlet: "Outlet | None" = None) -> str:
    """The address that all pages of a story share; what is no address of the web as it came, without white space."""
    read = read_address(url, outlet)
    return read.story if read else url.strip()


def read_address(url: str, outlet: "Outlet | None" = None) -> StoryAddress | None:
    """An address taken apart; None for what is no address of the web."""
    try:
        parts = urlsplit(url.strip()) if len(url) <= _LONGEST else None
        if parts is None or parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
        host, port = parts.hostname, parts.port
    except ValueError:  # "http://[::1/", a port that is no number
        return None
    cached = _cached(host, parts.path)
    if cached:
        return read_address("https://" + cached + (f"?{parts.query}" if parts.query else ""), outlet)
    path, numbered, everything = _read_path(parts.path, _numbers_paths(outlet))
    query, page, whole = _read_query(parts.query, outlet)
    end = path + (f"?{query}" if query else "")
    at = f":{port}" if port not in (None, 80, 443) else ""
    bare = f"{parts.scheme.lower()}://{host}{at}{end}"
    return StoryAddress(f"https://{_own_host(host)}{at}{end}", bare, page or numbered, whole or everything)


def _cached(host: str, path: str) -> str | None:
    """The address, without its scheme, of which a cache of AMP pages holds a copy."""
    if not (host.endswith(".cdn.ampproject.org") or (".google." in f".{host}" and path.startswith("/amp/"))):
        return None
    found = _CACHE.search(path.removeprefix("/amp"))
    return found["rest"] if found else None


def _own_host(host: str) -> str:
    """A host without "www.", "m." and "amp."."""
    for _ in range(2):
        first, _, rest = host.partition(".")
        if first in address_words().host_starts and "." in rest:
            host = rest
    return host


def _read_path(path: str, numbers: bool) -> _Path:
    """A path without its slash at the end and without the page and the device it names; `numbers` where "/2" does."""
    rules = address_words()
    parts = [quote(unquote(part), safe="!$&'()*+,;=:@~-._") for part in path.split("/") if part]
    page = None
    if len(parts) > 1 and parts[0].lower() in rules.path_variants:
        del parts[0]
    if parts and (parts[-1].lower() in rules.path_indexes or _COMMENTS.fullmatch(parts[-1])):
        del parts[-1]
    for _ in range(2):  # "/2/amp/" and "/amp/2/" both occur
        if len(parts) > 1 and parts[-1].lower() in rules.path_variants:
            del parts[-1]
        if page is None and len(parts) > 1:
            page, drop = _page_at_end(parts, numbers)
            del parts[len(parts) - drop :]
    whole = len(parts) > 1 and parts[-1].lower() in rules.all_values and (numbers or _is_title(parts[-2]))
    if whole:
        del parts[-1]
    if parts:
        parts[-1] = re.sub(r"\.amp(?=$|\.html?$)", "", parts[-1])
        if part := _PART.search(parts[-1]):
            page, parts[-1] = int(part[1]), parts[-1][: part.start()]
    return _Path("/" + "/".join(parts), page, whole)


def _page_at_end(parts: list[str], numbers: bool) -> tuple[int | None, int]:
    """The number of a page at the end of a path, and how many of its parts say so."""
    number = _number(parts[-1])
    if number is None:
        return None, 0
    if parts[-2].lower() in address_words().path_pages:
        return number, 2
    return (number, 1) if numbers or _is_title(parts[-2]) or _is_dated(parts[:-1]) else (None, 0)


def _is_dated(parts: list[str]) -> bool:
    """Whether a path ends in a story's month and title, which may be one word then: "/2024/05/banjir"."""
    return not parts[-1].isdecimal() and _DATED.search("/".join(parts[-4:-1])) is not None


def _is_title(part: str) -> bool:
    """Whether a part of a path is a story's title or file, behind which "/2" is a page."""
    return part.count("-") >= 2 or part.endswith((".html", ".htm"))


def _read_query(query: str, outlet: "Outlet | None") -> tuple[str, int | None, bool]:
    """What of a query tells stories apart, the page that it names, and whether it names all of them."""
    if not query:
        return "", None, False
    rules, own = address_words(), _outlet_parameter(outlet)
    kept, page, whole = [], None, False
    try:
        parameters = parse_qsl(query, keep_blank_values=True, max_num_fields=_PARAMETERS)
    except ValueError:
        return query, None, False
    for name, value in parameters:
        lowered, said = name.lower(), value.lower()
        pair = f"{lowered}={said}"
        number = _number(said)
        names_all = lowered in rules.page_parameters and said in rules.all_values
        if names_all or pair in rules.all_parameters or (outlet and outlet.pages.all == f"?{name}={value}"):
            whole = True
        elif number is not None and (lowered in rules.page_parameters or lowered == own):
            page = number
        elif not (lowered in rules.variants or pair in rules.variants or _is_tracker(lowered)):
            kept.append((name, value))
    return urlencode(sorted(kept)), page, whole


def _is_tracker(name: str) -> bool:
    return name in address_words().trackers or name.startswith(address_words().tracker_starts)


def _number(text: str) -> int | None:
    """The number of a page, from 1."""
    return int(text) if len(text) <= 2 and text.isascii() and text.isdigit() and 0 < int(text) <= MOST_PAGES else None


def _numbers_paths(outlet: "Outlet | None") -> bool:
    return bool(outlet and outlet.pages.each and outlet.pages.each.startswith("/{n}"))


def _outlet_parameter(outlet: "Outlet | None") -> str | None:
    """The parameter by which an outlet numbers pages, "?hlm={n}"."""
    each = outlet.pages.each if outlet else None
    return each[1:].partition("=")[0].lower() if each and each.startswith("?") else None


@cache
def address_words() -> _Rules:
    """The words of patterns/addresses.toml; `PatternError` where they cannot be meant."""
    file = read_toml(folders.patterns() / "addresses.toml", "addresses.toml")
    file.expect(file.content, dict.fromkeys(_Rules._fields, list), 0)
    file.expect_words(file.content, _Rules._fields, 0)
    missing = [name for name in _Rules._fields if name not in file.content]
    if missing:
        file.refuse(0, f"`{missing[0]}` is missing")
    words = {name: frozenset(file.content[name]) for name in _Rules._fields}
    return _Rules(**{**words, "tracker_starts": tuple(file.content["tracker_starts"])})  # type: ignore[arg-type]
