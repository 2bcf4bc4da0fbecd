"""Categories: the words behind "kategori", the grades that an award's file lists, and the heads of winner lists."""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention
from extractor.patterns import Units

_GRADED = ("kabupaten", "kota", "provinsi", "daerah", "desa")
_GRADE_WORDS = frozenset(
    "penerima pemenang peraih penerimanya berperingkat berpredikat predikat : ( | peringkat tingkat sebatas yakni yaitu menjadi jadi masih meraih raih naik ke".split()
)
_REACH = 14
_STOPS = frozenset(
    "( ) ; : . ! ? – — - | pada dalam di yang dari oleh untuk dengan setelah karena tahun kepada ialah adalah yakni yaitu"
    " sebagai saat dan_juga se ini itu tersebut juga mengalahkan serta berhasil kembali hanya ada".split()
)
_OPENERS = frozenset({"(", "untuk", "kalangan", "kelompok", "kandidat", "pemenang", "penerima", "nominator"})
_LINKS = (",", "dan", "/", "atau")


def category_mentions(story: Story, others: list[Mention]) -> list[Mention]:
    """Every mention of a category; `others` are the mentions at which its words end."""
    units = story.units
    begins = {mention.start for mention in others}
    awards = [story.patterns.awards[m.value] for m in others if m.sort == "award" and m.value in story.patterns.awards]
    grades = {grade.lower() for award in awards for grade in award.predicates}
    framed = {
        unit
        for mention in others
        if mention.pattern.startswith("records.framed")
        for unit in range(mention.start, mention.end)
    }
    found = []
    for unit in units.tagged:
        if units.has(unit, "category_heads"):
            mention = _headed(units, unit, begins)
        elif units.has(unit, "category_words") and unit and units.words[unit - 1] in _OPENERS:
            end = _phrase_end(units, unit, min(units.sentence(unit)[1], unit + _REACH), begins)
            mention = Mention("category", unit, end, _said(units, unit, end), "opened") if end > unit else None
        elif units.has(unit, "award"):
            mention = _in_name(story, unit)
        elif units.words[unit] in grades and _is_grade(units, unit):
            first = unit - 1 if units.words[unit - 1] in _GRADED else unit
            mention = Mention("category", first, unit + 1, units.said(first, unit + 1), "predicate")
        else:
            continue
        if mention and unit in framed:
            continue
        if mention and not (found and mention.start < found[-1].end):
            found.append(mention)
    return found


def _in_name(story: Story, unit: int) -> Mention | None:
    """The grade inside an award's name: "Adipura Kencana", "sertifikat Adipura"."""
    words = set(story.units.words[unit].split())
    grades = story.patterns.awards[story.value(unit, "award")].predicates
    inside = [grade for grade in grades if set(grade.lower().split()) <= words]
    grade = max(inside, key=len, default=None)
    return Mention("category", unit, unit + 1, grade, "grade") if grade else None


def _is_grade(units: Units, unit: int) -> bool:
    """Whether a grade stands where one can: right behind an award's name, a colon or a bracket ("PROPER Emas")."""
    if not unit:
        return False
    before = units.words[unit - 1]
    if units.has(unit - 1, "award") or units.has(unit - 1, "win_active"):
        return True
    return before in _GRADE_WORDS or (before in _GRADED and units.said(unit, unit + 1)[0].isupper())


def _headed(units: Units, head: int, begins: set[int]) -> Mention | None:
    """The category behind its head; a comma goes on only where a verb that names the winner follows: "diraih"."""
    _, limit = units.sentence(head)
    start = head + 2 if head + 1 < limit and units.words[head + 1] == ":" else head + 1
    end = _phrase_end(units, start, min(limit, start + _REACH), begins)
    if end <= start or units.has(start, "ordinals"):
        return None
    first = head if units.words[head] in ("sektor", "bidang", "klaster") else start
    return Mention("category", head, end, _said(units, first, end), "headed")


def _phrase_end(units: Units, start: int, limit: int, begins: set[int]) -> int:
    end = _run(units, start, limit, begins, links=True)
    if end < limit and units.has(end, "win_passive"):
        return end
    return _run(units, start, limit, begins, links=False)


def _run(units: Units, start: int, limit: int, begins: set[int], links: bool) -> int:
    at = start
    while at < limit and not _stops(units, at, begins):
        if units.words[at] == "," and not links:
            break
        if units.words[at] in ("dan", "atau") and not links and not _goes_on(units, at + 1, limit, begins):
            break
        at += 1
    while at > start and units.words[at - 1] in _LINKS:
        at -= 1
    return at


def _goes_on(units: Units, unit: int, limit: int, begins: set[int]) -> bool:
    """Whether a category goes on behind "dan": with one more word in lower case, not with a new name or category."""
    if unit >= limit or _stops(units, unit, begins) or units.has(unit, "category_heads"):
        return False
    return True


def _stops(units: Units, unit: int, begins: set[int]) -> bool:
    word = units.words[unit]
    if unit in begins or word in _STOPS or word in ('"', "“", "”"):
        return True
    return any(
        units.has(unit, name) for name in _ENDING_LISTS if units.tags[unit] not in ("Name", "word")
    ) and not _is_capital_nasional(units, unit)


def _is_capital_nasional(units: Units, unit: int) -> bool:
    return units.said(unit, unit + 1) == "Nasional"


_ENDING_LISTS = (
    "win_active",
    "win_passive",
    "give",
    "nominee_cues",
    "nominee_nouns",
    "award",
    "level_words",
    "rank_heads",
    "clause_turns",
    "category_ends",
    "year",
)


def _said(units: Units, start: int, end: int) -> str:
    while end > start + 1 and units.words[end - 1] in ("lainnya", "lain"):
        end -= 1
    return units.said(start, end).replace("\n", " ").strip(' ,.;:"“”')


def fits(category: str, kind: str) -> bool:
    """Whether a category can be that of a recipient of this type: no region wins "usaha besar", no firm "desa"."""
    first = category.lower().split()[0] if category else ""
    if kind in ("region", "village") and first in _OF_FIRMS:
        return False
    return not (kind in ("company", "institution") and first in _OF_REGIONS)


_OF_FIRMS = ("usaha", "badan", "perusahaan", "ukm", "umkm", "ikm", "sektor", "koperasi", "bumd", "bank", "industri")
_OF_REGIONS = (
    "pemerintah",
    "kabupaten",
    "kabupaten/kota",
    "kota",
    "kota/kabupaten",
    "provinsi",
    "desa",
    "desa/kelurahan",
)


def heading(units: Units, start: int, end: int) -> str | None:
    """The category that a short line of a winner list names, if it is a heading: "Kategori Usaha Besar:", "Usaha Besar"."""
    while start < end and (units.words[start] in (":", "-", "•", "*") or start in _marks(units)):
        start += 1
    while end > start and units.words[end - 1] in (":", ".", "–", "-"):
        end -= 1
    if units.has(start, "category_heads") and units.words[start] not in ("sektor", "bidang", "klaster"):
        start += 1
    if start >= end or end - start > _REACH:
        return None
    return _said(units, start, end)


def _marks(units: Units) -> set[int]:
    return {units.unit_of[token] for token in units.reading.list_marks}
