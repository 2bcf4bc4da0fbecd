"""What outlet files and system files have in common: layouts, addresses, page numbers, expectations, notes.

    verified = "never"                    or the day of a real page that was seen: "2025-06-24", "saved page 2022-07-21"
    feeds, sitemaps, indexes, tags, search    templates of addresses
    article_addresses = ["/read/{id}/{slug}"]  what a story's path looks like (addresses.py)
    stories = ["https://..."]             addresses of stories, as printed: each must fit a template
    furniture = ["baca juga:"]            beginnings of lines that are no story, in lower case
    forbidden = ["/search"]               paths that robots.txt forbids; `robots`, `amp` and `notes` are for people
    [pages]  [expectations]  [[layout]]   see PageNumbers, Expectations and Layout in outlet.py
"""

import re
from typing import Any

from extractor.outlets.addresses import fitting, unknown_parts
from extractor.outlets.layouts import read_layouts, verified
from extractor.outlets.outlet import Expectations, PageNumbers
from extractor.tomlfiles import TomlFile

Said = dict[str, Any]
"""What a file says of a site, by the names of the fields of `Site`; of what it does not say, nothing."""
TEMPLATES = ("feeds", "sitemaps", "indexes", "tags", "search")
_LISTS = (*TEMPLATES, "article_addresses", "stories", "furniture", "forbidden")
_TEXTS = ("amp", "robots", "notes", "verified")
KEYS: dict[str, type] = (
    dict.fromkeys(_LISTS, list) | dict.fromkeys(_TEXTS, str) | {"layout": list, "pages": dict, "expectations": dict}
)
_PAGES = {"all": str, "each": str, "first": int, "note": str}
_EXPECTATIONS = {"words": int, "fields": list}
_FIELDS = ("title", "author", "published", "section", "tags", "url", "outlet")

PARTS = {"host", "channel", "year", "month", "day", "page", "offset", "tag", "words"}
_IN_BRACES = re.compile(r"\{([^}]*)\}?")
_TEMPLATE = re.compile(r"https?://[a-z0-9.{}-]{3,80}(?:/\S{0,300})?")


def over(own: Said, system: Said) -> Said:
    """What holds of a site on a system: layouts and furniture of both, of all else the site's own where it says it.

    What was seen of other sites of the system, and noted, proves nothing here.
    """
    both = {name: own.get(name, ()) + system.get(name, ()) for name in ("layouts", "furniture")}
    return {**system, **own, **both, "verified": own.get("verified"), "notes": own.get("notes")}


def unseen(site: Said) -> Said:
    """A site as it is taken for another that nobody has looked at."""
    layouts = tuple(layout._replace(verified=None) for layout in site.get("layouts", ()))
    return {**site, "layouts": layouts, "verified": None}


def at_host(host: str, site: Said) -> Said:
    """A site with its host in the templates of addresses."""
    named = {name: tuple(one.replace("{host}", host) for one in site[name]) for name in TEMPLATES if name in site}
    return {**site, **named}


def read_site(file: TomlFile, thorough: bool) -> Said:
    """What a file says of a site or system; refuses what cannot be meant. `thorough` tries what takes time, too."""
    content = file.content
    file.expect_words(content, _LISTS, 0)
    if "verified" not in content:
        file.refuse(0, 'must say when it was verified on a live page: `verified = "never"` or the day')
    _refuse_templates(file)
    _refuse_lines(file)
    if thorough:
        _refuse_stories(file)
    said: Said = {name: tuple(content[name]) for name in _LISTS if content.get(name) and name != "stories"}
    said |= {name: content[name] for name in _TEXTS if content.get(name)}
    said |= {"layouts": read_layouts(file, thorough), "verified": verified(file, content["verified"])}
    tables = {"pages": _pages(file), "expectations": _expectations(file)}
    return said | {name: told for name, told in tables.items() if told is not None}


def _pages(file: TomlFile) -> PageNumbers | None:
    if (table := file.content.get("pages")) is None:
        return None
    line = file.line_of("[pages]")
    file.expect(table, _PAGES, line)
    numbers = PageNumbers(**table)
    for key, value in (("all", numbers.all), ("each", numbers.each)):
        if value is None:
            continue
        at = file.line_of(f"{key} =", line)
        if not value.startswith(("?", "/", "-")):
            file.refuse(at, f"`{key}` is put behind a story's address: it begins with ?, / or -")
        if _IN_BRACES.findall(value) != ["n"] * (key == "each"):
            file.refuse(at, "`each` holds {n} once, where the page's number stands, and `all` holds no braces")
    return numbers


def _expectations(file: TomlFile) -> Expectations | None:
    if (table := file.content.get("expectations")) is None:
        return None
    line = file.line_of("[expectations]")
    file.expect(table, _EXPECTATIONS, line)
    usual = Expectations()
    words, fields = table.get("words", usual.words), tuple(table.get("fields", usual.fields))
    if words < 1:
        file.refuse(file.line_of("words =", line), "`words` is the number of words that each story has at least")
    if unknown := [field for field in fields if field not in _FIELDS]:
        reason = f"an article has no field {unknown[0]!r}; there are {', '.join(_FIELDS)}"
        file.refuse(file.line_of("fields =", line), reason)
    return Expectations(words, fields)


def _refuse_templates(file: TomlFile) -> None:
    for key in TEMPLATES:
        for template in file.content.get(key, ()):
            if not _TEMPLATE.fullmatch(template):
                file.refuse(file.line_of(template), f"{template!r} in `{key}` is no address: https://...")
            if unknown := [part for part in _IN_BRACES.findall(template) if part not in PARTS]:
                reason = f"unknown part {{{unknown[0]}}} in `{key}`; known are {', '.join(sorted(PARTS))}"
                file.refuse(file.line_of(template), reason)
    for template in file.content.get("article_addresses", ()):
        if not template.startswith("/"):
            file.refuse(file.line_of(template), f"{template!r} in `article_addresses` is no path: it begins with /")
        if unknown := unknown_parts(template):
            file.refuse(file.line_of(template), f"unknown part {{{unknown[0]}}} in `article_addresses`")


def _refuse_lines(file: TomlFile) -> None:
    file.expect_lower(file.content, ("furniture",), 0)
    for line in file.content.get("furniture", ()):
        if len(line) < 4:
            file.refuse(file.line_of(line), f"{line!r} in `furniture` is too short: stories' lines begin so, too")
    for path in file.content.get("forbidden", ()):
        if not path.startswith("/"):
            file.refuse(file.line_of(path), f"{path!r} in `forbidden` is no path: it begins with /")


def _refuse_stories(file: TomlFile) -> None:
    """Refuse a story's address that fits no template, and an index or tag page that fits one."""
    templates, pages = tuple(file.content.get("article_addresses", ())), _pages(file) or PageNumbers()
    for story in file.content.get("stories", ()):
        if not fitting(story, templates, pages):
            file.refuse(file.line_of(story), f"{story!r} fits none of `article_addresses`")
    for key in TEMPLATES:
        for template in file.content.get(key, ()):
            if fitting(_IN_BRACES.sub(_filled, template), templates, pages):
                file.refuse(file.line_of(template), f"{template!r} in `{key}` looks like a story's address")


def _filled(part: re.Match[str]) -> str:
    """What may stand for a part of an index's address: a tag of four words is the hardest to tell from a headline."""
    return "satu-dua-tiga-empat" if part[1] == "tag" else "1"
