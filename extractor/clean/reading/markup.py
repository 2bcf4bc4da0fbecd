"""What the classes and ids of a page's elements say: that one holds the story, or that it is no part of it.

The names are in patterns/reading.toml.
"""

import functools
import re
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor import folders
from extractor.tomlfiles import TomlFile, read_toml

_HEAD = 120  # characters of a line above comments
COMMENTED = frozenset(("div", "section", "aside", "article"))  # what may hold a list of comments
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MARKS = " .,:;()[]»«|–—-"
_COUNTS = f"0123456789{_MARKS}"
_LISTS = ("containers", "loose_containers", "box")
_COMMENTS = ("heads", "counted", "openers")
_NAMES = 500  # characters of an element's classes that are looked at


class Box(NamedTuple):
    """Why an element is no story, and whether that holds even where it is a large part of the text around it."""

    reason: str
    sure: bool = False


class Markup(NamedTuple):
    """The names of patterns/reading.toml: containers with their ranks (0 the surest), boxes, names to pass over.

    `speech` finds where somebody is quoted; with `comments` a list of comments begins, and with
    `counted` and `comments_on` where their number stands beside it.
    """

    containers: dict[str, int]
    loose: dict[str, int]
    parts: dict[str, Box]
    pairs: tuple[tuple[str, Box], ...]
    neutral_starts: tuple[str, ...]
    neutral: frozenset[str]
    speech: re.Pattern[str]
    comments: frozenset[str]
    counted: frozenset[str]
    comments_on: tuple[str, ...]


@functools.cache
def markup() -> Markup:
    """The names, read once; `PatternError` where the file cannot be meant."""
    file = read_toml(folders.patterns() / "reading.toml", "patterns/reading.toml")
    file.expect(file.content, {**dict.fromkeys(_LISTS, list), "neutral": dict, "speech": dict, "comments": dict}, 0)
    file.expect_words(file.content, ("containers", "loose_containers"), 0)
    parts, pairs = dict[str, Box](), list[tuple[str, Box]]()
    for table in file.content.get("box", ()):
        box = _box(file, table)
        for part in table.get("parts", ()):
            parts.setdefault(part, box)
        pairs += [(pair, box) for pair in table.get("pairs", ())]
    neutral = file.content.get("neutral", {})
    file.expect(neutral, {"starts": list, "whole": list}, file.line_of("[neutral]"))
    file.expect_words(neutral, ("starts", "whole"), file.line_of("[neutral]"))
    comments = file.content.get("comments", {})
    file.expect(comments, dict.fromkeys(_COMMENTS, list), file.line_of("[comments]"))
    file.expect_words(comments, _COMMENTS, file.line_of("[comments]"))
    strict = file.content.get("containers", ())
    return Markup(
        containers={name: rank for rank, name in enumerate(strict)},
        loose={name: rank for rank, name in enumerate(file.content.get("loose_containers", ()), start=len(strict))},
        parts=parts,
        pairs=tuple(pairs),
        neutral_starts=tuple(neutral.get("starts", ())),
        neutral=frozenset(neutral.get("whole", ())),
        speech=_speech(file),
        comments=frozenset(comments.get("heads", ())),
        counted=frozenset((*comments.get("heads", ()), *comments.get("counted", ()))),
        comments_on=tuple(comments.get("openers", ())),
    )


def _speech(file: TomlFile) -> re.Pattern[str]:
    """A verb of speech with who speaks: "katanya", "kata Yusuf"."""
    speech = file.content.get("speech", {})
    file.expect(speech, {"verbs": list}, file.line_of("[speech]"))
    file.expect_words(speech, ("verbs",), file.line_of("[speech]"))
    if not speech.get("verbs"):
        file.refuse(file.line_of("[speech]"), "[speech] must list its `verbs`")
    verbs = "|".join(map(re.escape, speech["verbs"]))
    return re.compile(rf"\b(?:{verbs})(?:nya\b| [A-Z])")


def speaks(text: str) -> bool:
    """Whether somebody is quoted in a text."""
    return markup().speech.search(text) is not None


def heads_comments(text: str, *, needs_number: bool = False) -> bool:
    """Whether a list of comments begins with this line: "Comments", "28 comments", "3 thoughts on ..."."""
    known, line = markup(), " ".join(text[:_HEAD].lower().split())
    said = line.strip(_COUNTS)
    if said == line.strip(_MARKS):  # no number
        return not needs_number and said in known.comments
    return said in known.counted or (line[:1].isdecimal() and said.startswith(known.comments_on))


def is_commented(node: HtmlElement) -> bool:
    """Whether an element begins with the heading of a list of comments."""
    first = next(node.iterchildren(), None)
    if first is None or first.tag not in _HEADINGS or (node.text and node.text.strip()):
        return False
    text = "".join(first.itertext())
    return heads_comments(text, needs_number=node.find("p") is not None)


def _box(file: TomlFile, table: object) -> Box:
    if not isinstance(table, dict) or not isinstance(table.get("reason"), str):
        file.refuse(file.line_of("[[box]]"), 'each [[box]] must say its `reason`, as in reason = "share"')
    line = file.line_of(f'reason = "{table["reason"]}"')
    file.expect(table, {"reason": str, "sure": bool, "parts": list, "pairs": list}, line)
    file.expect_words(table, ("parts", "pairs"), line)
    return Box(table["reason"], table.get("sure", False))


def names(node: HtmlElement) -> str:
    """The classes and the id of an element, in one text; empty where it has none."""
    classes, own = node.get("class"), node.get("id")
    if own:
        return f"{classes} {own}" if classes else str(own)
    return classes or ""


def box_at(node: HtmlElement) -> Box | None:
    """Why an element is no story, by its classes and its id; a `span` of comments is a comment in printed code."""
    said = names(node)
    found = box_of(said) if said else None
    return None if found is not None and node.tag == "span" and found.reason == "comments" else found


@functools.lru_cache(maxsize=20_000)
def box_of(said: str) -> Box | None:
    """Why an element of these names is no story; None where they do not say so, or that it holds one."""
    known = markup()
    said_names = said[:_NAMES].lower().replace("_", "-").split()
    if not known.containers.keys().isdisjoint(said_names):
        return None
    for name in said_names:
        if name in known.neutral or name.startswith(known.neutral_starts):
            continue
        if found := known.parts.get(name):
            return found
        for part in name.split("-"):
            if found := known.parts.get(part):
                return found
        for pair, box in known.pairs:
            if pair in name:
                return box
    return None


@functools.lru_cache(maxsize=20_000)
def rank_of(said: str) -> int | None:
    """How surely an element of these names holds the story, 0 the surest; None where they do not say so."""
    known = markup()
    found = said[:_NAMES].lower().replace("_", "-").split()
    ranks = [rank for name in found if (rank := known.containers.get(name, known.loose.get(name))) is not None]
    return min(ranks, default=None)
