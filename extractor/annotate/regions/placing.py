"""Placing: which region each place name of a story means, by its cue, its list, and what else the story names."""

from collections import Counter
from typing import NamedTuple

from extractor.annotate.regions.lists import Neighbours, neighbours
from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regions.misspellings import one_letter_off
from extractor.annotate.regions.placenames import PlaceName, kind_of
from extractor.annotate.story import Story

_WEIGHTS = {"government": 4, "office": 3, "cue": 2, "bare": 1, "branch": 1}


class Setting(NamedTuple):
    """What the names of a story say together: its main province, and the regions that it names with a cue."""

    province: str | None
    cued: frozenset[str]
    strong: frozenset[str]


def setting(names: list[PlaceName]) -> Setting:
    """The setting that a story's names make."""
    votes = Counter[str]()
    for name in names:
        provinces = {code[:2] for code in name.codes}
        if len(provinces) == 1 and not name.weak:
            votes[provinces.pop()] += _WEIGHTS[name.how]
    cued = {name.codes[0] for name in names if len(name.codes) == 1 and name.how not in ("bare", "branch")}
    strong = cued | {name.codes[0] for name in names if len(name.codes) == 1 and not (name.weak or name.uncertain)}
    return Setting(votes.most_common(1)[0][0] if votes else None, frozenset(cued), frozenset(strong))


def place(story: Story, names: list[PlaceName], scene: Setting) -> tuple[list[Mention], list[PlaceName]]:
    """The mentions of regions among the names, and the names that stay open."""
    mentions: list[Mention] = []
    still_open: list[PlaceName] = []
    for name, near in zip(names, neighbours(story, names), strict=True):
        codes = _meant(story, name, near, scene)
        how = _how(story, name, near, codes)
        mentions += [Mention(code, name.start, name.end, how, name.pattern) for code in codes]
        if not codes:
            still_open.append(name)
    return mentions, still_open


def _how(story: Story, name: PlaceName, near: Neighbours, codes: tuple[str, ...]) -> str:
    """How a name is said: as the cue says; a bare one as its list or the dateline has it."""
    if story.in_dateline(name.unit):
        return "dateline"
    return "list" if name.how == "bare" and near.kind and near.kind in map(kind_of, codes) else name.how


def _meant(story: Story, name: PlaceName, near: Neighbours, scene: Setting) -> tuple[str, ...]:
    """The codes that a name means here: one, or two behind "Kabupaten/Kota"; none where the story leaves it open."""
    codes = name.codes
    if name.weak and not scene.strong.intersection(codes) and scene.province not in codes:
        return ()
    if name.uncertain and not _backed(name, near, scene):
        return ()
    if name.kind and "/" in name.kind:
        return codes
    if near.kind and len(near.provinces) == 1:
        codes = one_letter_off(story, name, near, scene.province)
    for keep in _preferences(story, name, near, scene):
        if len(codes) > 1:
            codes = tuple(code for code in codes if code in keep) or codes
    if len(codes) > 1 and not story.in_dateline(name.unit) and not scene.cued.issuperset(codes):
        codes = tuple(code for code in codes if "." not in code)  # a province before the kota of its name
    return codes if len(codes) == 1 else ()


def _backed(name: PlaceName, near: Neighbours, scene: Setting) -> bool:
    """Whether the story says that a word which is also a name is meant as the region here."""
    if near.kind or scene.cued.intersection(name.codes):
        return True
    provinces = {code[:2] for code in name.codes}
    return bool(provinces & near.provinces) or (name.placed and scene.province in provinces)


def _preferences(story: Story, name: PlaceName, near: Neighbours, scene: Setting) -> list[set[str]]:
    """Sets of codes, the strongest first: of a name's codes, those in the first set that holds any stay."""
    codes = set(name.codes)
    parent = {near.before.codes[0][:2]} if near.before and near.joint == "," and len(near.before.codes) == 1 else set()
    own_kind = {code for code in codes if near.kind and kind_of(code) == near.kind}
    city = {code for code in codes if kind_of(code) == "Kota"} if _is_the_city(story, name) else set()
    in_province = {code for code in codes if code[:2] == scene.province}
    placed = city if name.placed and any("." not in code for code in codes) else set()
    return [codes & parent, own_kind, placed, codes & scene.cued, in_province, city]


def _is_the_city(story: Story, name: PlaceName) -> bool:
    """Whether the press means the kota where it says this name alone ("Bandung"); a dateline leaves it open."""
    words = story.units.words[name.unit]
    return words in story.patterns.lexicon.values["city_by_default"] and not story.in_dateline(name.unit)
