"""The lines of a page that are no story: links to other stories, advertisements, credits, comment forms.

`strip(text)` takes whole lines out and changes nothing else: what stays is, character for character, what stood there.
The words are in patterns/furniture.toml. A line is taken only where it is as short as such lines are: a paragraph that
starts with "Simak juga" and runs on is kept, for it may hold the story.
"""

import functools
import tomllib
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from extractor import folders
from extractor.errors import PatternError

_LINK_WORDS = 32
_CREDIT_WORDS = 14
_HEADLINE_WORDS = 22
_TEASERS = 4
_ARROWS = "[(>»›→▶►*#|• "
_STOPS = (".", "!", ",", ";", ":", ".”", '."', "”", '"', ")", "]")


class Furniture(NamedTuple):
    """The words of patterns/furniture.toml, in lower case, by what they take away."""

    whole: frozenset[str]
    links: tuple[str, ...]
    credits: tuple[str, ...]
    teasers: frozenset[str]
    lists: frozenset[str]
    ends: frozenset[str]
    code: tuple[str, ...]
    boxes: frozenset[str]
    box_pairs: tuple[str, ...]


@functools.cache
def furniture() -> Furniture:
    """The word lists, read once; `PatternError` where the file cannot be meant."""
    path = folders.patterns() / "furniture.toml"
    name = f"patterns/{path.name}"
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PatternError(name, 0, f"cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise PatternError(name, 0, str(error)) from error
    if set(read) != set(Furniture._fields):
        odd = ", ".join(sorted(set(read) ^ set(Furniture._fields)))
        raise PatternError(name, 0, f"the lists must be {', '.join(Furniture._fields)}; check: {odd}")
    for key, words in read.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
            raise PatternError(name, 0, f"{key} must be a list of words in lower case")
    return Furniture(
        whole=frozenset(read["whole"]),
        links=tuple(read["links"]),
        credits=tuple(read["credits"]),
        teasers=frozenset(read["teasers"]),
        lists=frozenset(read["lists"]),
        ends=frozenset(read["ends"]),
        code=tuple(read["code"]),
        boxes=frozenset(read["boxes"]),
        box_pairs=tuple(read["box_pairs"]),
    )


def strip(text: str) -> str:
    """The text without its lines of furniture."""
    lines = text.splitlines(keepends=True) if "\n" in text or "\r" in text else [text]
    taken = furniture_lines([line.strip() for line in lines])
    return "".join(line for number, line in enumerate(lines) if number not in taken) if taken else text


def furniture_lines(lines: list[str]) -> set[int]:
    """The numbers of the lines that are furniture; `lines` come without white space at their ends."""
    words, taken = furniture(), set[int]()
    above = list(accumulate(map(len, lines), initial=0))

    def is_foot(number: int) -> bool:  # more of the text stands above than below: a foot is not taken for the story
        return above[number] >= above[-1] - above[number + 1]

    for number, line in enumerate(lines):
        if not line or number in taken:
            continue
        folded = fold(line)
        if folded in words.ends and is_foot(number):
            return taken | set(range(number, len(lines)))
        bare = folded.rstrip(".:… ")
        if bare in words.teasers:
            taken |= {number, *_teased(lines, number)}
        elif bare in words.lists:
            headlines = list(_headlines(lines, number, 12))
            taken |= {number, *headlines} if headlines or is_foot(number) else set()
        elif bare in words.whole or _is_short_furniture(folded, words) or _is_teaser(line, folded, words):
            taken.add(number)
    return taken


def fold(line: str) -> str:
    """A line in lower case, its spaces single, none before a colon, without the arrows and brackets before a link."""
    return " ".join(line[:400].lower().split()).replace(" :", ":").lstrip(_ARROWS)


def _is_short_furniture(folded: str, words: Furniture) -> bool:
    length = folded.count(" ") + 1
    if any(code in folded for code in words.code):
        return True
    if length <= _CREDIT_WORDS and folded.startswith(words.credits):
        return True
    return length <= _LINK_WORDS and folded.startswith(words.links)


def _is_teaser(line: str, folded: str, words: Furniture) -> bool:
    """True for "BACA JUGA Kota Lama Raih Adipura": a headline on the teaser's own line, no colon between.

    Headlines write most words with a capital and end without a stop; a sentence that starts so does neither.
    """
    if line.endswith(_STOPS):
        return False
    for teaser in words.teasers:
        if " " in teaser and folded.startswith(f"{teaser} "):
            headline = line[:400].split()[-folded.removeprefix(teaser).count(" ") :]
            titled = sum(not word[0].islower() for word in headline)
            return 3 <= len(headline) <= _HEADLINE_WORDS and titled * 10 >= len(headline) * 7
    return False


def _teased(lines: list[str], number: int) -> Iterator[int]:
    """The headlines under "Baca juga": the first, and those that follow it line on line."""
    last = number
    for after in _headlines(lines, number, _TEASERS):
        if last != number and after != last + 1:
            return
        yield after
        last = after


def _headlines(lines: list[str], number: int, most: int) -> Iterator[int]:
    """The lines that read like headlines, up to `most`, that follow a line with nothing else between."""
    for after in range(number + 1, len(lines)):
        line = lines[after]
        if not line:
            continue
        if most == 0 or line.endswith(_STOPS) or not 3 <= len(line.split()) <= _HEADLINE_WORDS:
            return
        yield after
        most -= 1


def is_box(names: Iterable[str]) -> bool:
    """True where the classes and the id of a page's element say that it is furniture."""
    words = furniture()
    for name in names:
        lowered = name.lower().replace("_", "-")
        if lowered.startswith(("tag-", "category-", "post-type")):  # WordPress names a story's topics so
            continue
        if lowered in ("tag", "tagging") or not words.boxes.isdisjoint(lowered.split("-")):
            return True
        if any(pair in lowered for pair in words.box_pairs):
            return True
    return False
