"""Placing: which province, kabupaten or kota each name in a story means."""

from collections import Counter
from functools import cache
from typing import NamedTuple

from extractor.annotate.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer
from extractor.language import read

_WEIGHTS = {"government": 4, "office": 3, "cue": 2, "list": 2, "bare": 1, "dateline": 1, "branch": 1}
_STRENGTH = {"government": 3, "office": 2, "cue": 1, "bare": 0}
_KIND_WORDS = frozenset({"kota", "kabupaten", "kab.", "kab", "provinsi", "propinsi", "prov.", "prov", "kotamadya"})
_JOINTS = frozenset({",", "dan", "serta", "/", "&", "maupun", "atau", "-", "–"})


class _Name(NamedTuple):
    """A name in the text: its unit, the units of the mention, the codes that it may mean, how it is said."""

    unit: int
    start: int
    end: int
    codes: tuple[str, ...]
    how: str
    kind: str | None


@cache
def names() -> dict[str, tuple[str, ...]]:
    """The codes that each name of a province, kabupaten or kota may mean, by its words in lower case."""
    return {" ".join(read(surface).lowers): codes for surface, codes in gazetteer().phrases()}


def place(story: Story) -> list[Mention]:
    """The mentions of provinces, kabupaten and kota, in the order of the text."""
    found = _names(story)
    province = _main_province(found)
    cued = {name.codes[0] for name in found if len(name.codes) == 1 and name.how != "bare"}
    mentions: list[Mention] = []
    kind_of_list: str | None = None
    previous: _Name | None = None
    for name in found:
        joined = previous is not None and _joined(story, previous.end, name.start)
        kind_of_list = name.kind or (kind_of_list if joined else None)
        previous = name
        mention = _resolve(story, name, kind_of_list if joined else None, province, cued)
        if mention:
            mentions.append(mention)
    return mentions


def _names(story: Story) -> list[_Name]:
    """The names that count as regions, with their cues."""
    best: dict[int, tuple[int, int, str]] = {}
    for match in story.matches.get("regions", ()):
        how = match.pattern.id
        if how not in _STRENGTH:
            continue
        unit = match.slots["region"][1] - 1
        held = best.get(unit)
        if held is None or _STRENGTH[how] > _STRENGTH[held[2]] or (how == held[2] and match.start < held[0]):
            best[unit] = (match.start, match.end, how)
    found = (_name(story, unit, *best[unit]) for unit in sorted(best))
    return [name for name in found if name is not None]


def _name(story: Story, unit: int, start: int, end: int, how: str) -> _Name | None:
    units = story.units
    words = units.words[unit]
    codes = names().get(words, ())
    if not codes:
        return None
    own_kind = words.partition(" ")[0] in _KIND_WORDS and len(words.split()) > 1
    kind = gazetteer().get(codes[0]).kind if own_kind else _cue_kind(story, start, unit)  # type: ignore[union-attr]
    if how == "bare" and own_kind:
        how = "cue"
    first = units.reading.words[units.ends[unit] - 1]
    if not first[0].isupper() and how == "bare":
        return None
    if start > 0 and units.has(start - 1, "namesakes") and how != "government":
        how = "branch"
        if not any(part in units.words[start - 1] for part in ("bpj", "cabang", "kanwil", "kantor", "kacab")):
            return None
    if end < len(units.words) and units.has(end, "namesakes_after") and units.reading.words[units.starts[end]][0].isupper():
        return None
    if kind:
        of_kind = tuple(code for code in codes if gazetteer().get(code).kind == kind)  # type: ignore[union-attr]
        codes = of_kind or codes
    return _Name(unit, start, end, codes, how, kind)


def _cue_kind(story: Story, start: int, unit: int) -> str | None:
    values = story.patterns.lexicon.values
    for at in range(unit - 1, start - 1, -1):
        for name in ("region_kinds", "government", "region_posts"):
            kind = values[name].get(story.units.words[at])
            if kind and kind != "-":
                return kind
    return None


def _main_province(found: list[_Name]) -> str | None:
    votes = Counter[str]()
    for name in found:
        provinces = {code[:2] for code in name.codes}
        if len(provinces) == 1:
            votes[provinces.pop()] += _WEIGHTS[name.how]
    return votes.most_common(1)[0][0] if votes else None


def _joined(story: Story, end: int, start: int) -> bool:
    return 0 < start - end <= 2 and all(word in _JOINTS for word in story.units.words[end:start])


def _resolve(story: Story, name: _Name, list_kind: str | None, province: str | None, cued: set[str]) -> Mention | None:
    codes, how = name.codes, name.how
    if how == "bare" and gazetteer().needs_cue(story.units.words[name.unit]):
        if not (list_kind or cued.intersection(codes)):
            return None
    if how == "bare" and list_kind:
        how = "list"
    for keep in (
        lambda code: list_kind is not None and gazetteer().get(code).kind == list_kind,  # type: ignore[union-attr]
        lambda code: code in cued,
        lambda code: code[:2] == province,
    ):
        if len(codes) > 1:
            codes = tuple(code for code in codes if keep(code)) or codes
    if len(codes) != 1:
        return None
    return Mention(codes[0], name.start, name.end, how)
