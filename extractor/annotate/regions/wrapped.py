"""Wrapped names: names that a line's end cuts in two, as clippings and lists print: "Kabupaten Minahasa / Selatan"."""

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regions.placenames import kind_of, spellings
from extractor.annotate.story import Story

_KINDS = ("Kabupaten", "Kota", "Provinsi")


def unwrapped(story: Story, mentions: list[Mention]) -> list[Mention]:
    """The mentions, those that the next line goes on as whole names."""
    return [_whole(story, mention) for mention in mentions]


def _whole(story: Story, mention: Mention) -> Mention:
    units, at = story.units, mention.end
    if at >= len(units.words) or not _is_next_line(story, at) or not units.said(at, at + 1)[0].isupper():
        return mention
    own = kind_of(mention.code)
    name = units.words[at - 1].removeprefix(own.lower()).strip()
    kind = next((kind for kind in _KINDS if units.words[mention.start].startswith(kind.lower())), own)
    longer = f"{name} {units.words[at]}"
    codes = [code for code in spellings().get(longer, ()) if kind_of(code) == kind and code[:2] == mention.code[:2]]
    return mention._replace(code=codes[0], end=at + 1) if len(codes) == 1 else mention


def _is_next_line(story: Story, unit: int) -> bool:
    """Whether a unit starts a line, with no blank line before it."""
    reading = story.units.reading
    first = story.units.starts[unit]
    return (
        first not in reading.list_marks
        and reading.text[reading.ends[first - 1] : reading.starts[first]].strip(" ") == "\n"
    )
