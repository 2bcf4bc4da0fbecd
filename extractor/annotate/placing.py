"""Placing: which region each place name of a story means, by its cue, its list, and what else the story names."""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from extractor.annotate.mentions import Mention
from extractor.annotate.placenames import PlaceName, kind_of
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer

_WEIGHTS = {"government": 4, "office": 3, "cue": 2, "bare": 1, "branch": 1}
_JOINTS = frozenset({",", "dan", "serta", "/", "&", "maupun", "atau", "hingga", "sampai"})


class Setting(NamedTuple):
    """What the names of a story say together: its main province, and the regions that it names with a cue."""

    province: str | None
    cued: frozenset[str]
    strong: frozenset[str]


class Neighbours(NamedTuple):
    """What stands round a name in its list: the kind that the list's head carries over, the provinces of the others."""

    kind: str | None
    provinces: frozenset[str]
    before: PlaceName | None
    joint: str


_ALONE = Neighbours(None, frozenset(), None, "")


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
    for name, near in zip(names, _neighbours(story, names), strict=True):
        codes = _meant(story, name, near, scene)
        how = "dateline" if story.in_dateline(name.unit) else "list" if name.how == "bare" and near.kind else name.how
        mentions += [Mention(code, name.start, name.end, how, name.pattern) for code in codes]
        if not codes:
            still_open.append(name)
    return mentions, still_open


def _neighbours(story: Story, names: list[PlaceName]) -> list[Neighbours]:
    """For each name, what its list says of it; a name that is in no list stands alone."""
    found = [_ALONE] * len(names)
    kind: str | None = None
    joints = ["", *(_joint(story, one, two) for one, two in pairwise(names)), ""]
    for at, name in enumerate(names):
        joined = joints[at] != ""
        kind = name.kind if name.kind or not joined else kind
        others = [names[at - 1]] if joined else []
        others += [names[at + 1]] if joints[at + 1] else []
        provinces = frozenset(code[:2] for other in others for code in other.codes)
        if others:
            carried = kind if joined and name.kind is None else None
            found[at] = Neighbours(carried, provinces, names[at - 1] if joined else None, joints[at] + joints[at + 1])
    return found


def _joint(story: Story, one: PlaceName, two: PlaceName) -> str:
    """The words between two names of one list; empty where they stand in none."""
    words = story.units.words[one.end : two.start]
    if 0 < len(words) <= 2 and all(word in _JOINTS for word in words) and one.end < two.start:
        return " ".join(words)
    return ""


def _meant(story: Story, name: PlaceName, near: Neighbours, scene: Setting) -> tuple[str, ...]:
    """The codes that a name means here: one, or two behind "Kabupaten/Kota"; none where the story leaves it open."""
    codes = name.codes
    if name.weak and not scene.strong.intersection(codes) and scene.province not in codes:
        return ()
    if name.uncertain and not _backed(name, near, scene):
        return ()
    if name.kind == "Kabupaten/Kota":
        return codes
    if near.kind and len(near.provinces) == 1:
        codes = _one_letter_off(story, name, near, scene)
    for keep in _preferences(name, near, scene):
        if len(codes) > 1:
            codes = tuple(code for code in codes if code in keep) or codes
    if len(codes) > 1:
        codes = _by_default(story, name, codes, scene)
    return codes if len(codes) == 1 else ()


def _backed(name: PlaceName, near: Neighbours, scene: Setting) -> bool:
    """Whether the story says that a word which is also a name is meant as the region here."""
    if near.kind or scene.cued.intersection(name.codes):
        return True
    provinces = {code[:2] for code in name.codes}
    return bool(provinces & near.provinces) or (name.placed and scene.province in provinces)


def _one_letter_off(story: Story, name: PlaceName, near: Neighbours, scene: Setting) -> tuple[str, ...]:
    """Where a bare name would leave its list's province, the region of that province one letter off, if any."""
    province, codes = next(iter(near.provinces)), name.codes
    if name.how != "bare" or province != scene.province or any(code[:2] == province for code in codes):
        return codes
    level = {"Kota": "city", "Kabupaten": "regency"}.get(near.kind or "")
    meant = gazetteer().near(story.units.said(name.unit, name.unit + 1), level=level, within=province)
    return (meant[0].code,) if len(meant) == 1 and "." in meant[0].code else codes


def _preferences(name: PlaceName, near: Neighbours, scene: Setting) -> list[set[str]]:
    """Sets of codes, the strongest first: of a name's codes, those in the first set that holds any stay."""
    codes = set(name.codes)
    parent = {near.before.codes[0][:2]} if near.before and near.joint == "," and len(near.before.codes) == 1 else set()
    own_kind = {code for code in codes if near.kind and kind_of(code) == near.kind}
    return [codes & parent, own_kind, codes & scene.cued, {code for code in codes if code[:2] == scene.province}]


def _by_default(story: Story, name: PlaceName, codes: tuple[str, ...], scene: Setting) -> tuple[str, ...]:
    """Of a province and its kota, the province; of a kota and a kabupaten, the kota where the press means it so."""
    if scene.cued.issuperset(codes) or story.in_dateline(name.unit):
        return codes
    if story.units.words[name.unit].removeprefix("di ") in story.patterns.lexicon.values["city_by_default"]:
        return tuple(code for code in codes if kind_of(code) == "Kota") or codes
    return tuple(code for code in codes if "." not in code) or codes
