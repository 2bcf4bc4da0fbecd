"""The words by which lists are read: patterns/discovery.toml, read once, refused where it cannot be meant."""

from functools import cache
from typing import NamedTuple

from extractor import folders
from extractor.tomlfiles import TomlFile, read_toml


class Words(NamedTuple):
    """The lists of patterns/discovery.toml; those of "word=word" lines as pairs, `channels` by domain."""

    session_parameters: frozenset[str]
    session_marks: tuple[str, ...]
    feed_proxies: frozenset[str]
    other_sitemaps: frozenset[str]
    no_stories: frozenset[str]
    about_the_site: frozenset[str]
    side_blocks: frozenset[str]
    nothing_found: tuple[str, ...]
    months: tuple[tuple[str, str], ...]
    award_words: frozenset[str]
    winning_words: frozenset[str]
    givers: tuple[tuple[str, str], ...]
    channels: dict[str, tuple[str, ...]]


_SETS = (
    "session_parameters", "feed_proxies", "other_sitemaps", "no_stories", "about_the_site", "side_blocks",
    "award_words", "winning_words",
)  # fmt: skip
_TUPLES = ("session_marks", "nothing_found")
_PAIRS = ("months", "givers")


@cache
def words() -> Words:
    """The words that come with the project, read on first use."""
    file = read_toml(folders.patterns() / "discovery.toml", "discovery.toml")
    lists = (*_SETS, *_TUPLES, *_PAIRS)
    file.expect(file.content, dict.fromkeys(lists, list) | {"channels": dict}, 0)
    file.expect_words(file.content, lists, 0)
    for name in (*lists, "channels"):
        if name not in file.content:
            file.refuse(0, f"`{name}` is missing")
    channels = file.content["channels"]
    line = file.line_of("[channels]")
    file.expect(channels, dict.fromkeys(channels, list), line)
    file.expect_words(channels, tuple(channels), line)
    said = {name: frozenset(file.content[name]) for name in _SETS}
    kept = {name: tuple(file.content[name]) for name in _TUPLES}
    pairs = {name: tuple(_pair(file, line) for line in file.content[name]) for name in _PAIRS}
    by_domain = {domain: tuple(names) for domain, names in channels.items()}
    return Words(**said, **kept, **pairs, channels=by_domain)  # type: ignore[arg-type]


def _pair(file: TomlFile, line: str) -> tuple[str, str]:
    left, sign, right = (part.strip() for part in line.partition("="))
    if not left or not sign or not right:
        file.refuse(file.line_of(line), f"expected `word=word`, found {line!r}")
    return left, right
