"""Social security: whether a story, paragraph or sentence speaks of it, and what keeps a number of people from it.

The words: patterns/vocabulary/security.txt, registering.txt (verbs that make even an unknown noun a group),
count_bars.txt (guests, victims, voters).
"""

from itertools import islice

from extractor.annotate.story import Story
from extractor.annotate.surroundings import clause_round, paragraph_at, paragraph_round, sentence_round
from extractor.annotate.worker_counts.groups import Group, phrases_in
from extractor.patterns.vocabulary import vocabulary

_BAR_REACH = 6
_FEW = 100
_BEHIND = 6
_BEFORE = 4
_THEMSELVES = 4
_WHO = frozenset(("yang", "yg"))
_CONFIRMING = frozenset(("seluruhnya", "semuanya", "semua", "sudah", "telah", "seluruh", "kini", "belum"))


def covers(story: Story, start: int, end: int) -> bool:
    """Whether units [start, end) speak of social security."""
    return any(phrases_in(story, "security", start, end))


def is_about(story: Story, unit: int) -> bool:
    """Whether a unit's paragraph or the one before it speaks of social security."""
    start, end = paragraph_round(story, unit)
    first, _ = paragraph_at(story, unit)
    before = paragraph_round(story, first - 1)[0] if first and start == first else start
    return covers(story, before, end)


def mentions_security(story: Story, times: int = 1) -> bool:
    """Whether a story speaks of social security, at least so many times."""
    found = phrases_in(story, "security", 0, len(story.units.words))
    named = sum(1 for _ in islice(found, times))
    return named == times or (named == times - 1 and _is_title_about(story))


def _is_title_about(story: Story) -> bool:
    """Whether a title that the text does not hold names social security."""
    title = story.article.title if story.article.title_span is None else None
    return bool(title) and not vocabulary("security").keys().isdisjoint(str(title).lower().split())


def says_covered(story: Story, unit: int) -> bool:
    """Whether a word in a unit's sentence says of somebody that they are covered, are not, or are to be."""
    first, last = sentence_round(story, unit)
    return any(cue in ("covered", "uncovered", "target") for cue, _ in phrases_in(story, "count_cues", first, last))


def is_barred(story: Story, unit: int, group: Group) -> bool:
    """Whether the clause up to a number, or the words right behind its group, speak of guests, victims or voters."""
    start, end = clause_round(story, unit)
    behind = max(unit, group.end)
    last = min(end, behind + _BAR_REACH)
    while behind < last and story.units.words[behind] != ",":
        behind += 1
    few = story.units.quantities[unit].value < _FEW
    return any(few or bar != "few" for bar, _ in phrases_in(story, "count_bars", start, behind))


def are_registered_themselves(story: Story, group: Group) -> bool:
    """Whether what follows a group says of its people what no bar can take: "pelatihan itu diikuti 60 petani yang
    seluruhnya telah menjadi peserta BPJS".
    """
    words, end = story.units.words, group.end
    _, last = sentence_round(story, group.start)
    if end >= last or words[end] not in _WHO or _CONFIRMING.isdisjoint(words[end : min(last, end + _THEMSELVES)]):
        return False
    return any(phrases_in(story, "registering", end, min(last, end + _BEHIND)))


def is_registered(story: Story, unit: int, group: Group) -> bool:
    """Whether a word of coverage stands right before a number ("mendaftarkan 214 dalang") or behind its group ("65 juru
    kunci yang iurannya ditanggung desa").
    """
    units = story.units
    first, last = sentence_round(story, unit)
    if any(phrases_in(story, "registering", max(first, unit - _BEFORE), unit)):
        return True
    end = group.end
    while end < min(last, group.end + _BEHIND) and end not in units.quantities and units.words[end] not in (",", ";"):
        end += 1
    return any(phrases_in(story, "registering", group.end, end))
