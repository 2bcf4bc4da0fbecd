"""What a robots.txt allows: RFC 9309, read as Google's parser reads it, and in doubt forbidden.

The groups are found here, by the rules of the RFC and of Google's open parser: a line of anything but a rule ends no
group, a product token ends at the first character that no token has, groups of one agent are one, a colon may be
missing. Protego matches the paths; robotspy would take "[" and "?" in a rule for wildcards. Protego decodes
percent-encoded letters, as the RFC asks, and Google's parser does not: an address is allowed where both say so.

Of Google's cases one is answered otherwise, on purpose: /robots.txt itself is allowed, as the RFC says (2.2.2), where
Google's parser forbids it by "Disallow: /". Nothing here asks that of it.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from protego import Protego

LIMIT = 500 * 1024
"""Bytes that are read, as the RFC asks at least."""
_LINE = 16_664  # characters of a line that count, as in Google's parser
_TOKEN = re.compile(r"[A-Za-z_-]*")
_SPACED = re.compile(r"(\S+)[ \t]+(\S+)")
_DISALLOW = ("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw")
_AGENT = ("user-agent", "useragent", "user agent")
_SITEMAP = ("sitemap", "site-map")
_ENCODED = re.compile(r"%[0-9a-fA-F]{2}")
_ASCII = "".join(map(chr, range(128)))
_HTML = ("<!doctype", "<html", "<head", "<body")
_EVERYBODY = "*"


class Rule(NamedTuple):
    """One line that allows or forbids paths; an empty path says nothing."""

    allows: bool
    path: str


class Rules:
    """The rules of one robots.txt. What is no such file, a page of HTML say, has none and forbids nothing."""

    def __init__(self, rules: dict[str, list[Rule]], delays: dict[str, float], sitemaps: tuple[str, ...]) -> None:
        self._rules, self._delays = rules, delays
        self.sitemaps = sitemaps
        self._readers: dict[str, tuple[Any, Any]] = {}

    @classmethod
    def read(cls, body: bytes) -> "Rules":
        """The rules in a file's bytes; nothing in it is refused, for what cannot be read forbids nothing."""
        text = body[:LIMIT].decode("utf-8-sig", "replace").replace("\0", " ")
        rules: dict[str, list[Rule]] = {}
        delays: dict[str, float] = {}
        sitemaps: list[str] = []
        agents: list[str] = []
        in_rules = False
        for key, value in [] if text.lstrip()[:20].lower().startswith(_HTML) else _lines(text):
            if key.startswith(_AGENT):
                agents = [] if in_rules else agents
                in_rules = False
                agents.append(_product(value))
                rules.setdefault(agents[-1], [])
            elif key.startswith(("allow", *_DISALLOW)):
                in_rules = in_rules or bool(agents)
                for agent in set(agents):
                    rules[agent].append(Rule(key.startswith("allow"), value))
            elif key.startswith(_SITEMAP):
                sitemaps.append(value)
            elif key in ("crawl-delay", "crawl delay"):
                delays |= {agent: delay for agent in agents for delay in _seconds(value)}
        return cls(rules, delays, tuple(sitemaps))

    def allows(self, agent: str, url: str) -> bool:
        """True where an address may be asked for under this product token; robots.txt itself always may."""
        as_it_stands, decoded = self._reader(self._group(agent))
        return bool(
            as_it_stands.can_fetch(_escaped(url), _EVERYBODY) and decoded.can_fetch(url, _EVERYBODY)
        )

    def delay(self, agent: str) -> float | None:
        """Seconds that the file asks for between two requests; None where it asks for nothing."""
        return self._delays.get(self._group(agent))

    def _group(self, agent: str) -> str:
        """The agent whose rules hold: the product token's own group if there is one, else everybody's."""
        return agent.lower() if agent.lower() in self._rules else _EVERYBODY

    def _reader(self, group: str) -> tuple[Any, Any]:
        """The rules of a group as Protego reads them: without and with decoding."""
        if group not in self._readers:
            lines = [line for rule in self._rules.get(group, ()) for line in _as_lines(rule)]
            head = f"User-agent: {_EVERYBODY}\n"
            texts = head + "\n".join(_escaped(_encoded(line)) for line in lines), head + "\n".join(lines)
            as_it_stands, decoded = map(Protego.parse, texts)
            self._readers[group] = as_it_stands, decoded
        return self._readers[group]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The names, in lower case, and values of a file's lines. A colon may be missing between two words."""
    for printed in re.split(r"\r\n|\r|\n", text):
        line = printed[:_LINE].partition("#")[0].strip()
        key, colon, value = line.partition(":")
        if colon:
            yield key.strip().lower(), value.strip()
        elif spaced := _SPACED.fullmatch(line):
            yield spaced[1].lower(), spaced[2]


def _product(agent: str) -> str:
    """The product token of an agent's name, in lower case: "FooBot/1.2" is "foobot", "* and all" is everybody."""
    if agent == _EVERYBODY or (agent.startswith(_EVERYBODY) and agent[1].isspace()):
        return _EVERYBODY
    found = _TOKEN.match(agent)
    return found[0].lower() if found else ""


def _seconds(value: str) -> Iterator[float]:
    try:
        delay = float(value.replace(",", "."))
    except ValueError:
        return
    if 0 <= delay < 86_400:
        yield delay


def _as_lines(rule: Rule) -> Iterator[str]:
    """A rule as a line of its own; who allows a folder's index allows the folder, as Google's parser has it."""
    yield f"{'Allow' if rule.allows else 'Disallow'}: {rule.path}"
    folder, slash, name = rule.path.rpartition("/")
    if rule.allows and slash and name.startswith("index.htm"):
        yield f"Allow: {folder}/$"


def _encoded(path: str) -> str:
    """A path as it stands in an address: what is not ASCII percent-encoded, hexadecimal digits in capitals."""
    ascii_only = quote(path, safe=_ASCII) if not path.isascii() else path
    return _ENCODED.sub(lambda match: match[0].upper(), ascii_only)


def _escaped(text: str) -> str:
    """A text whose percent signs stand for themselves."""
    return text.replace("%", "%25")
