"""The name of the outlet: its file's by the domain, else what the page calls its site, else the host."""

import re
from collections.abc import Iterable, Sequence

from extractor.clean.metadata import addresses
from extractor.clean.metadata.claims import Claim, Verdict, believe, fold
from extractor.clean.metadata.jsonld import Linked, Node
from extractor.clean.metadata.markup import Markup
from extractor.clean.metadata.words import words

_TAGLINE = re.compile(r"\s+[-–—|•:]\s+|\s*\|\s*|:\s+")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/?", re.I)
_LONGEST = 60


def claimed(markup: Markup, articles: Sequence[Node], linked: Linked) -> list[Claim]:
    """What the page calls its site, the surest source first."""
    said = [Claim(value, "open graph") for _, value in markup.first(("og:site_name",))]
    for node in articles[:2]:
        said += [Claim(name, "json-ld") for name, _ in linked.names(node.get("publisher"))[:1]]
    for node in linked.by_id.values():
        if node.get("@type") == "WebSite":
            said += [Claim(name, "json-ld") for name, _ in linked.names(node)[:1]]
    said += [Claim(value, "meta") for _, value in markup.first(words().keys["outlet"][1:])]
    sized = (claim for claim in said if 2 <= len(claim.value) <= 3 * _LONGEST)
    return [claim for claim in sized if claim.value.casefold() not in words().no_outlet]


def site(claims: Iterable[Claim], known: str | None, suffix: str | None, host: str | None) -> Verdict:
    """The outlet's name; `known` is that of its file, `suffix` what stands behind the title, `host` the address's."""
    core = fold(addresses.core(host))
    told = [_named(claim, core) for claim in claims]
    told = [claim for claim in told if len(claim.value) <= _LONGEST and not _is_section(claim.value, core)]
    listed = [Claim(known, "outlet file")] if known else []
    listed += sorted(told, key=lambda claim: _plainness(claim.value))
    if suffix:
        listed.append(Claim(suffix, "title tag"))
    if host:
        listed.append(Claim(host, "url"))
    return believe(listed, conflict=not known and _is_disputed(told, suffix, host))


def _is_section(name: str, core: str) -> bool:
    """Whether a name is that of a section, by which some sites call themselves there ("nasional")."""
    return name.casefold() in words().section_words and fold(name) != core


def _plainness(name: str) -> int:
    """A name is better than a domain ("JPNN.com"), and that than a bare host ("jpnn.com")."""
    return 0 if not _DOMAIN.fullmatch(name) else 1 if name != name.lower() else 2


def _named(claim: Claim, core: str) -> Claim:
    """A site's name without its motto ("Kabar Lontar - Berita Jambi Terkini") and without "https://www."."""
    domain = _DOMAIN.fullmatch(claim.value)
    if domain:
        return claim._replace(value=domain[1] if "/" in claim.value or "www." in claim.value.lower() else claim.value)
    parts = [part.strip() for part in _TAGLINE.split(claim.value) if part.strip()]
    if len(parts) < 2:
        return claim
    ours = next((part for part in parts if core and (fold(part).startswith(core) or core.startswith(fold(part)))), None)
    is_motto = len(claim.value) > _LONGEST or len(parts[1].split()) > 2
    return claim._replace(value=ours or (parts[0] if is_motto else claim.value))


def _is_disputed(told: Sequence[Claim], suffix: str | None, host: str | None) -> bool:
    """Whether two sources name sites that share nothing, and neither the host nor the title tells which is meant."""
    if len(told) < 2:
        return False
    first = fold(told[0].value)
    witnesses = [fold(suffix or ""), fold(addresses.core(host))]
    if any(seen and (seen in first or first in seen) for seen in witnesses):
        return False
    own = _words(told[0].value)
    return not any(own & _words(claim.value) or first in fold(claim.value) for claim in told[1:])


def _words(value: str) -> set[str]:
    return {word for word in re.findall(r"\w+", value.casefold()) if len(word) > 3} or {fold(value)}
