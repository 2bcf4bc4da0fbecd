"""The status of laws: whether one is a draft, by its name, the word before it, or what is told to be done with it."""

from extractor.annotate.story import Story

_DRAFTS = frozenset("rancangan draf draft naskah usulan".split())
_SOON = frozenset("segera perlu harus hendak mendorong didorong berjanji berkomitmen mendesak".split())
_AHEAD, _REACH = 3, 8


def is_draft(story: Story, start: int, end: int, numbered: bool) -> bool:
    """Whether the law in the units [start, end) is a draft; plans make none of one that has its number."""
    units = story.units
    if units.has(start, "draft_laws") or (start and units.words[start - 1] in _DRAFTS):
        return True
    first, last = units.sentence(start)
    before = range(max(first, start - _REACH), start)
    behind = range(end, min(last, end + _REACH))
    return not numbered and any(_plans(story, unit, first) for unit in (*before, *behind))


def _plans(story: Story, unit: int, first: int) -> bool:
    """Whether a word tells that a law is being made, or is to be issued in the time to come."""
    units = story.units
    if not units.has(unit, "law_plans"):
        return False
    if story.value(unit, "law_plans") == "making":
        return True
    ahead = range(max(first, unit - _AHEAD), unit)
    return any(units.has(at, "hope") or units.has(at, "denial") or units.words[at] in _SOON for at in ahead)
