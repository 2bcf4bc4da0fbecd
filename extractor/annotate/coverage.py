"""Coverage: percentages of people or workers who are covered by social security, and those aimed at.

Shapes as printed: "mencakup 43,31% dari total tenaga kerja", "tingkat kepesertaan 97 persen", "pekerja penerima
upah itu sudah 52 persen yang terlindungi", "61,8 persen dari 398.000 pekerja", "98,12 persen penduduk", "Targetnya
50 persen": the last takes what it is a share of from the coverage before it.

None: weights of a jury, growth ("naik 5 persen"), inflation, poverty, budgets, prices, votes, turnout, vaccination.
"""

from typing import NamedTuple

from extractor import facts
from extractor.annotate.story import Story
from extractor.annotate.surroundings import PARAGRAPH_REACH, clause_round, paragraph_at, sentence_round
from extractor.annotate.worker_counts.antecedents import antecedent, last_group
from extractor.annotate.worker_counts.groups import (
    group_at,
    head_at,
    is_open_noun,
    phrase_in,
    phrases_in,
    possessed_at,
)
from extractor.annotate.worker_counts.security import covers, is_about, mentions_security, says_covered
from extractor.patterns.vocabulary import vocabulary

_CHANGES = frozenset(
    """naik meningkat kenaikan peningkatan bertambah turun penurunan menurun selisih diskon melorot merosot anjlok
    menyusut susut melonjak melesat melejit berkurang""".split()
)
_BETWEEN_CHANGE = frozenset(("sebesar", "sebanyak", "hingga", "sampai", "sekitar", "mencapai"))
_OF = frozenset(("dari", "terhadap"))
_WHOLES = frozenset(("total", "seluruh", "jumlah", "keseluruhan", "semua"))
_OF_REACH = 5
_BESIDE_PLACES = frozenset(
    """paling tinggi rendah tertinggi terendah baru sudah telah mencapai sebesar dengan yakni yaitu kabupaten kota
    provinsi di adalah sementara sedangkan lalu kemudian disusul diikuti dan""".split()
)
_CARRY_SENTENCES = 3
_MOST = 120
_BEHIND = 6
_NEAR_BEFORE, _NEAR_BEHIND = 5, 4
_NOW = frozenset(
    ("kini", "saat", "sekarang", "baru", "masih", "sudah", "telah", "dari", "capaian", "dibanding", "realisasi")
)
_PASSING = 2
_REACHED = frozenset(("tercapai", "tercapainya", "terwujud", "terlampaui", "terpenuhi", "terkejar", "tembus"))
_STILL, _STILL_REACH = frozenset(("baru", "masih")), 2
_PLANS = frozenset(("plan", "target"))


class _Share(NamedTuple):
    """A percentage under reading: units [start, end) with its sign, and the units [first, last) of its clause;
    `in_passing`: the story speaks of social security in passing at most.
    """

    start: int
    end: int
    first: int
    last: int
    in_passing: bool


class _Read(NamedTuple):
    """A coverage that was read before: where it stands, what it is of and its status."""

    share: _Share
    of: str | None
    status: str


class _Of(NamedTuple):
    """What a share is of, in the story's words, and the unit behind it."""

    said: str
    kind: str


def coverage(story: Story) -> tuple[facts.Coverage, ...]:
    """The coverages of a story, each value once with all its spans, in the order of the text."""
    found: dict[float, facts.Coverage] = {}
    before: _Read | None = None
    matches = story.matches.get("coverage", [])
    in_passing = bool(matches) and not mentions_security(story, _PASSING)
    for match in matches:
        unit = match.slots["number"][0]
        if unit not in story.units.quantities or not 0 < story.units.quantities[unit].value <= _MOST:
            continue
        share = _Share(unit, match.end, *clause_round(story, unit), in_passing)
        of = _covered(story, share, before)
        if of is None:
            continue
        before = _Read(share, of.said or None, _status(story, share, before))
        span, value = story.units.offsets(unit, match.end), story.units.quantities[unit].value
        fact = facts.Coverage(value, before.of, before.status, (span,), match.pattern.name)
        same = found.get(value)
        found[value] = same._replace(of=same.of or fact.of, spans=(*same.spans, span)) if same else fact
    return tuple(found.values())


def _covered(story: Story, share: _Share, before: _Read | None) -> _Of | None:
    """What a percentage of people covered is a share of ("" where not said); None where it is no coverage."""
    first, last = sentence_round(story, share.start)
    if _barred(story, share, first, last) or _is_change(story, share):
        return None
    behind = _share_of(story, share)
    if behind is not None and behind.kind == "other":
        return None
    about = is_about(story, share.start) or _is_about_workers(story, share, first)
    name, protected = _topics(story, share, first, last)
    if behind is not None:
        return behind if (name and about) or protected or (about and behind.kind in ("worker", "workforce")) else None
    group = last_group(story, share.first, share.start)
    if name and about:
        of_group = group is not None and group.end == share.start
        return (
            _Of(story.units.on_one_line(group.start, group.end), group.kind)
            if group and of_group
            else _Of(name, "name")
        )
    if group is not None and (protected or covers(story, first, last)):
        return _Of(story.units.on_one_line(group.start, group.end), group.kind)
    if about and _only_places_stand_before(story, first, share.start) and (topic := _topic_before(story, first)):
        return _Of(topic, "name")
    return _carried(story, share, before) or (_of_counted(story, share) if about else None)


def _only_places_stand_before(story: Story, first: int, end: int) -> bool:
    """Whether a sentence names nothing before its share but regions: "Jayawijaya paling tinggi, 89 persen"."""
    units = story.units
    places = [unit for unit in range(first, end) if units.has(unit, "region")]
    rest = (units.words[unit] for unit in range(first, end) if not units.has(unit, "region"))
    return bool(places) and all(word in _BESIDE_PLACES or not word[0].isalnum() for word in rest)


def _topic_before(story: Story, first: int) -> str:
    """The name of the coverage of which the paragraph spoke last before a sentence, or the paragraph before it."""
    paragraph, _ = paragraph_at(story, first)
    start, _ = paragraph_at(story, paragraph - 1) if paragraph else (paragraph, first)
    names = [
        unit
        for value, unit in phrases_in(story, "coverage_topics", max(start, first - PARAGRAPH_REACH), first)
        if value == "name"
    ]
    return _name(story, names[-1], first) if names else ""


def _is_about_workers(story: Story, share: _Share, first: int) -> bool:
    """Whether, in a story about social security, the sentence before in the paragraph says of a group that they are
    covered or are not: "Masih banyak buruh tani yang belum tersentuh. Cakupan kami baru 29 persen".
    """
    paragraph, _ = paragraph_at(story, share.start)
    if share.in_passing or first <= paragraph:
        return False
    before, _ = sentence_round(story, first - 1)
    group = last_group(story, before, first)
    return group is not None and group.kind in ("worker", "trade", "member") and says_covered(story, first - 1)


def _of_counted(story: Story, share: _Share) -> _Of | None:
    """The share is of a group that was counted before: "Padahal ada 95.000 nelayan. Artinya baru sekitar dua
    persen".
    """
    group = antecedent(story, share.start, {})
    return _Of(story.units.on_one_line(group.start, group.end), group.kind) if group else None


def _share_of(story: Story, share: _Share) -> _Of | None:
    """What stands behind the sign: "persen dari total tenaga kerja", "persen penduduk Sleman", "persen rumah"
    (other).
    """
    units = story.units
    _, last = sentence_round(story, share.start)
    unit = share.end
    if unit < last and units.words[unit] == ")":
        unit += 1
    of = unit < last and units.words[unit] in _OF
    unit += of
    start = unit
    while unit < last and (unit in units.quantities or units.words[unit] in _WHOLES):
        start = unit + 1 if unit in units.quantities else start
        unit += 1
    group = (group_at(story, unit) or possessed_at(story, unit)) if unit < last else None
    if group is not None:
        return _Of(story.units.on_one_line(start, group.end), group.kind)
    if of:
        end = start
        while end < min(last, start + _OF_REACH) and units.tags[end] != "mark":
            end += 1
        return _Of(story.units.on_one_line(start, end), "open") if end > start else None
    if unit + 1 < last and units.has(unit, "of_them") and (head_at(story, unit + 1) or is_open_noun(story, unit + 1)):
        return _Of("", "other")
    if unit >= last or not is_open_noun(story, unit) or phrase_in(story, unit, "coverage_topics", last):
        return None
    return _open_people(story, share, unit) or _Of("", "other")


def _open_people(story: Story, share: _Share, unit: int) -> _Of | None:
    """People of no list, of whom the clause says behind them that they are covered: "83 persen penyelenggara ad hoc di
    Kalsel telah terlindungi".
    """
    end = unit
    while end < share.last and end - unit < _OF_REACH and is_open_noun(story, end):
        if story.units.words[end] in vocabulary("count_nouns"):
            return None
        end += 1
    protected = any(value == "protected" for value, _ in phrases_in(story, "coverage_topics", end, share.last))
    covered = protected and covers(story, *sentence_round(story, share.start))
    return _Of(story.units.on_one_line(unit, end), "open") if covered else None


def _topics(story: Story, share: _Share, first: int, last: int) -> tuple[str, bool]:
    """The name of a coverage before the share in its clause ("kepesertaan BPJS Kesehatan"), and whether its sentence
    says of somebody that they are covered.
    """
    name, protected = "", False
    for value, unit in phrases_in(story, "coverage_topics", first, last):
        protected = protected or value != "near"
        is_name = value == "name" or (value == "near" and _is_of_coverage(story, share, unit))
        if is_name and share.first <= unit < share.start:
            name = _name(story, unit, share.start)
    return name, protected


def _is_of_coverage(story: Story, share: _Share, unit: int) -> bool:
    """Whether a word right before a share means coverage, as its paragraph names that: "capaian 97,03 persen"."""
    paragraph, _ = paragraph_at(story, share.start)
    named = phrases_in(story, "coverage_topics", max(paragraph, share.start - PARAGRAPH_REACH), unit)
    at = unit + 2 if story.units.has(unit + 1, "region") else unit + 1
    return at == share.start and any(value == "name" for value, _ in named)


def _name(story: Story, unit: int, last: int) -> str:
    """The name of a coverage with what it covers: "kepesertaan BPJS Kesehatan", "cakupan"."""
    topic = phrase_in(story, unit, "coverage_topics", last)
    end = topic[1] if topic else unit + 1
    units = story.units
    while end < last and units.reading.words[units.starts[end]][0].isupper() and not units.has(end, "region"):
        end += 1
    return story.units.on_one_line(unit, end)


def _carried(story: Story, share: _Share, before: _Read | None) -> _Of | None:
    """The share goes on from a coverage shortly before it: "Targetnya 50 persen", "Pada 2023 angkanya baru 47,2
    persen".
    """
    if before is None:
        return None
    reading, units = story.units.reading, story.units
    sentences = reading.sentence_of[units.starts[share.start]] - reading.sentence_of[units.starts[before.share.start]]
    far = paragraph_at(story, share.start)[0] - paragraph_at(story, before.share.start)[1] > 0
    if far and _is_reached(story, share):
        far = False
    return _Of(before.of or "", "carried") if sentences <= _CARRY_SENTENCES and not far else None


def _is_reached(story: Story, share: _Share) -> bool:
    """Whether nothing but a hope or a reach is said of a share, so that it goes on from afar: "berharap minimal 30
    persen tercapai".
    """
    words = story.units.words
    behind = words[share.end] if share.end < share.last else ""
    return behind in _REACHED and is_about(story, share.start)


def _is_change(story: Story, share: _Share) -> bool:
    """Whether a share is a growth: "naik 5 persen", "meningkat sebesar 3 persen"."""
    words, unit = story.units.words, share.start - 1
    while unit >= share.first and words[unit] in _BETWEEN_CHANGE:
        unit -= 1
    return unit >= share.first and words[unit] in _CHANGES


def _barred(story: Story, share: _Share, first: int, last: int) -> bool:
    """Whether a word beside a share, or one that rules its whole sentence, makes it something else."""
    low, high = share.start - _NEAR_BEFORE, share.end + _NEAR_BEHIND
    return any(bar == "sentence" or low <= unit < high for bar, unit in phrases_in(story, "coverage_bars", first, last))


def _goes_on(story: Story, share: _Share, before: _Read | None) -> bool:
    """Whether a share goes on with the targets before it: "ditargetkan 35 persen pada 2025, naik menjadi 40 persen"."""
    if before is None or before.status != "target" or before.share.start < share.first:
        return False
    return _NOW.isdisjoint(story.units.words[before.share.end : share.start])


def _status(story: Story, share: _Share, before: _Read | None) -> str:
    """The status: "target" where a word of planning stands before a share, or right behind it."""
    units = story.units
    if _goes_on(story, share, before):
        return "target"
    start = share.start
    while start > share.first and not units.has(start - 1, "percent"):
        start -= 1
    plans = any(cue in _PLANS for cue, _ in phrases_in(story, "count_cues", start, share.start))
    if not _STILL.isdisjoint(units.words[max(start, share.start - _STILL_REACH) : share.start]):
        return "actual"
    if plans or any(phrases_in(story, "coverage_aims", start, share.start)):
        return "target"
    for unit in range(share.end, min(share.last, share.end + _BEHIND)):
        cue = phrase_in(story, unit, "count_cues", share.last)
        if unit in units.quantities or units.words[unit] in (",", ".", "dan"):
            break
        if cue and cue[0] in _PLANS:
            return "target"
    return "actual"
