"""Categories: the words behind "kategori", the grades that an award's file lists, and the heads of winner lists.

kategori usaha besar | sektor keuangan | (usaha kecil) | PROPER Emas | predikat Nindya | Adipura Kencana
"""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Sentence, is_capital
from extractor.facts import Recipient
from extractor.patterns import Units
from extractor.patterns.vocabulary import vocabulary

_REACH = 14
"""Units that a category has at most."""
_STOPS = frozenset(
    '( ) ; : . ! ? – — - | " “ ” pada dalam di yang dari oleh untuk dengan setelah karena kepada ialah adalah'
    " yakni yaitu sebagai asal saat ini itu tersebut serupa juga serta se".split()
)
"""Marks and words of the closed classes at which a category has ended; the open ones are in `category_ends`."""
_LINKS = (",", "dan", "/", "atau")
_PARTING = (",", ";", ":", "untuk", "dan", "serta", "sebagai")
_CLAUSE_MARKS = (",", ";", ".", "dan", "serta")
_RISES, _LEAVING = ("naik", "meningkat", "beranjak", "melompat"), 3
_GRADED = ("graded_nouns", "region")
_NEW = ("category_heads", "roles", "place_words")
_MOST_BRACKET = 4
_VILLAGES = ("desa", "kelurahan", "desa/kelurahan", "gampong", "nagari")
_NOUNS = ("winner_nouns", "nominee_nouns")
_NOMINEES = ("nominator", "nominee", "finalis", "kandidat")
_KINDS = ("provinsi", "kabupaten", "kota")
_BEFORE = 3
"""Units before a grade that opens its sentence: "Sementara untuk plakat, ..."."""
_AS = ("sebagai", "menjadi", "jadi")
_OTHERS = ("lainnya", "lain")
_POINTING = frozenset({"ini", "itu", "tersebut", "serupa", "yang"})
_POINTERS, _SAME = ("ini", "itu", "tersebut", "serupa"), ["yang", "sama"]
_ENDING_LISTS = frozenset(
    (
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
        "category_fillers",
        "this_year",
        "last_year",
        "year",
    )
)


class Categories:
    """The categories that a story names; `others` are the mentions at which their words end.

    Names that are found later end them too: what they may end is then read again, and nothing else.
    """

    def __init__(self, story: Story, others: list[Mention]) -> None:
        awards = {mention.value for mention in others if mention.sort == "award"} & story.patterns.awards.keys()
        framed = _units_of(mention for mention in others if mention.pattern.startswith("records.framed"))
        heads = story.units.of("category_heads", "category_words", "award", "predicate")
        self._story = story
        self._begins = {mention.start for mention in others}
        self._placed = {mention.start for mention in others if mention.sort == "rank"}
        self._grades = {grade.lower() for name in awards for grade in story.patterns.awards[name].predicates}
        self._found = {unit: self._at(unit, self._begins) for unit in heads if unit not in framed}
        kinds = (_bracketed(story.units, unit) for unit in story.units.of("region_kinds"))
        self._bracketed = [mention for mention in kinds if mention]

    def mentions(self) -> list[Mention]:
        """Every mention of a category."""
        return _apart(self._story.units, self._in_order(self._found.values()))

    def ended_by(self, named: list[Mention]) -> list[Mention]:
        """Every mention of a category, where names are known too."""
        starts = sorted(mention.start for mention in named)
        begins = self._begins.union(starts)
        again = (
            self._at(unit, begins) if _holds(starts, unit, unit + _REACH + 2) else mention
            for unit, mention in self._found.items()
        )
        return _apart(self._story.units, self._in_order(again))

    def _in_order(self, found: Iterable[Mention | None]) -> list[Mention]:
        """What was found and what stands in brackets, in the order of the text."""
        mentions = [mention for mention in found if mention]
        return sorted([*mentions, *self._bracketed], key=attrgetter("start")) if self._bracketed else mentions

    def _at(self, unit: int, begins: set[int]) -> Mention | None:
        return _category_at(self._story, unit, begins, self._placed, self._grades)


def _holds(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] <= end


def _apart(units: Units, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that begin in no other, and do not only say whose the one before them is."""
    found: list[Mention] = []
    for mention in mentions:
        if not (found and (mention.start < found[-1].end or _only_says_whose(units, found[-1], mention))):
            found.append(mention)
    return found


def _only_says_whose(units: Units, category: Mention, mention: Mention) -> bool:
    """Whether words say for whom the category right before them is: "Kualifikasi Informatif untuk pemerintah desa"."""
    right_behind = mention.start - category.end == 1 and units.tags[category.end] != "mark"
    return category.pattern == "headed" and mention.pattern == "opened" and right_behind


def _units_of(mentions: Iterable[Mention]) -> set[int]:
    return {unit for mention in mentions for unit in range(mention.start, mention.end)}


def _category_at(story: Story, unit: int, begins: set[int], placed: set[int], grades: set[str]) -> Mention | None:
    units = story.units
    if units.has(unit, "category_heads"):
        return _headed(story, unit, begins)
    if units.has(unit, "category_words"):
        end = _phrase_end(units, unit, min(units.sentence(unit)[1], unit + _REACH), begins)
        opened = _is_opened(units, unit) or _is_placed_in(units, unit, end, placed)
        if not opened and not _heads_clause(units, unit, end, begins, placed):
            return None
        return Mention("category", unit, end, _said(units, unit, end), "opened") if end > unit else None
    if units.has(unit, "award"):
        return _in_name(story, unit)
    if units.words[unit] in grades and _is_grade(units, unit):
        first = unit - 1 if units.has(unit - 1, "graded_nouns") else unit
        return Mention("category", first, unit + 1, units.said(first, unit + 1), "predicate")
    return None


def _bracketed(units: Units, unit: int) -> Mention | None:
    """The sort of region in brackets behind those it is of: "Padang (kota besar)", "(keduanya kota sedang)"."""
    opened = units.words[unit - 1] == "(" or (
        units.words[unit - 2] == "(" and units.words[unit - 1] in vocabulary("them_all")
    )
    if unit < 2 or not opened:
        return None
    end, limit = unit + 1, min(units.sentence(unit)[1], unit + _MOST_BRACKET)
    while end < limit and not is_capital(units, end) and units.words[end] != ")":
        end += 1
    whole = end - unit > 1 and units.words[end : end + 1] == [")"]
    return Mention("category", unit, end, _said(units, unit, end), "bracketed") if whole else None


def _is_opened(units: Units, unit: int) -> bool:
    if not unit:
        return False
    nominee = units.has(unit - 1, "nominee_cues") and units.words[unit - 1].split()[-1] in _NOMINEES
    return nominee or units.words[unit - 1] == "(" or units.has(unit - 1, "category_openers")


def _is_placed_in(units: Units, unit: int, end: int, placed: set[int]) -> bool:
    """Whether words behind "sebagai" say of what a place is: "dinobatkan sebagai pemerintah kota terbaik (pertama)"."""
    behind = end in placed or (end < len(units.words) and units.words[end] == "terbaik")
    return behind and unit > 0 and " " in units.said(unit, end) and units.words[unit - 1].split()[-1] in _AS


def _heads_clause(units: Units, unit: int, end: int, begins: set[int], placed: set[int]) -> bool:
    """Whether words that open a clause are its category, for a place or who won it follows: ", usaha menengah juara 1
    CV Samudra", "Usaha mikro diraih Kedai Samudra", "Pelaku usaha skala menengah: Terbaik I PT Karang", "; usaha besar
    PT Karang".
    """
    first, last = units.sentence(unit)
    opens = _opens_clause(units, unit)
    filled = end < last and units.among(end, ("category_fillers", "list_openers"))
    several = end > unit + 1 or "/" in units.words[unit]
    if opens and several and end + 1 < last and units.words[end] == "yang" and end + 1 in begins:
        return True
    if opens and several and end < last and units.among(end, _NOUNS):
        return True
    behind = end + 1 if filled or (end < last and units.words[end] == ":") else end
    if not opens or behind >= last:
        return False
    listed = end < last and (units.words[end] == ":" or units.has(end, "list_openers"))
    several = (filled or listed or behind == end) and end > unit + 1 and (unit > first or listed)
    named = several and behind in begins and is_capital(units, behind)
    counted = filled and units.has(behind, "number")
    passive = behind == end and units.has(end, "win_passive")
    return named or counted or passive or behind in placed or _is_best_of(units, unit, end)


def _is_best_of(units: Units, start: int, end: int) -> bool:
    """Whether a clause's first words are of what somebody is the best, and a name follows: "Perusahaan kecil terbaik
    adalah PT Karang", "sementara UMKM terbaik Kedai Samudra".
    """
    last = units.sentence(start)[1]
    if end + 1 >= last or not units.has(end, "superlatives"):
        return False
    opened = units.words[end + 1] == ":" or units.has(end + 1, "list_openers")
    behind = end + 2 if opened else end + 1
    return behind < last and is_capital(units, behind)


def _opens_clause(units: Units, unit: int) -> bool:
    opens = unit == units.sentence(unit)[0] or units.words[unit - 1] in _CLAUSE_MARKS
    return opens or units.has(unit - 1, "clause_turns")


def shared_out(units: Units, sentence: Sentence, group: list[Mention], count: int) -> list[Mention]:
    """The categories that "masing-masing" shares out among several names, in order; none where they are not as many.

    "PT A dan CV B masing-masing untuk kategori usaha besar dan menengah"
    """
    category = next((mention for mention in group if mention.pattern in ("headed", "opened")), None)
    each = "masing-masing" in units.words[group[0].start : sentence.end]
    if category is None or not each or count < 2:
        return []
    start = category.start + (1 if units.has(category.start, "category_heads") else 0)
    begins = {mention.start for mention in sentence.mentions if mention.start > category.start}
    end = _run(units, start, min(sentence.end, start + _REACH), begins, links=True)
    parts, at = list[Mention](), start
    for unit in range(start, end + 1):
        if unit == end or units.words[unit] in _LINKS:
            parts += [Mention("category", at, unit, _said(units, at, unit), category.pattern)] if at < unit else []
            at = unit + 1
    return parts if len(parts) == count else []


def _in_name(story: Story, unit: int) -> Mention | None:
    """The grade inside an award's name: "Adipura Kencana", "sertifikat Adipura"."""
    words = set(story.units.words[unit].split())
    grades = story.patterns.awards[story.value(unit, "award")].predicates
    inside = [grade for grade in grades if set(grade.lower().split()) <= words]
    grade = max(inside, key=len, default=None)
    return Mention("category", unit, unit + 1, grade, "grade") if grade else None


def _is_grade(units: Units, unit: int) -> bool:
    """Whether a grade stands where one can: "PROPER Emas", "berpredikat Utama", "Kabupaten Informatif", "sedangkan Kota
    Tegal Madya", "Informatif: Kota Tegal", "sedangkan Pembina diraih".
    """
    if not unit or _is_left_behind(units, unit):
        return False
    if units.words[unit - 1] == "untuk" and units.words[unit + 1 : unit + 2] == [","]:
        return unit - units.sentence(unit)[0] <= _BEFORE
    behind = unit + 2 if units.words[unit + 1 : unit + 2] == ["juga"] else unit + 1
    won = behind < len(units.words) and units.has(behind, "win_passive")
    if _opens_clause(units, unit) and (won or units.words[behind : behind + 1] == [":"]):
        return True
    cued = units.words[unit - 1] in (":", "(", "|") or units.among(unit - 1, ("award", "win_active", "grade_cues"))
    if cued or _ends_item(units, unit):
        return True
    if units.has(unit - 1, "region") and unit + 1 < len(units.words) and is_capital(units, unit + 1):
        return False
    titled = unit > 1 and (units.has(unit - 2, "win_active") or units.words[unit - 2] == "sebagai")
    return units.among(unit - 1, _GRADED) and (titled or is_capital(units, unit))


def _ends_item(units: Units, unit: int) -> bool:
    """Whether a grade ends a line of a list behind a comma: "- Kota Jambi, Nindya"."""
    first, last = units.sentence(unit)
    marked = units.reading.list_marks.get(units.starts[first]) is not None
    return marked and unit + 1 == last and units.words[unit - 1] == ","


def _is_left_behind(units: Units, grade: int) -> bool:
    """Whether a grade is the one before: "naik dari tingkat Pratama", "meningkat dari Pratama"."""
    before = units.words[max(grade - _LEAVING, 0) : grade]
    return "dari" in before and any(word in _RISES for word in before)


def _headed(story: Story, head: int, begins: set[int]) -> Mention | None:
    """The category behind its head; "kategori" is no part of it, "sektor" is."""
    units = story.units
    _, limit = units.sentence(head)
    start = head + 2 if head + 1 < limit and units.words[head + 1] == ":" else head + 1
    end = _phrase_end(units, start, min(limit, start + _REACH), begins)
    if end <= start or units.has(start, "ordinals"):
        return None
    first = head if is_part(story, head) else start
    return Mention("category", head, end, _said(units, first, end), "headed")


def points_to_category(units: Units, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the category that was named before it: "pada kategori itu", "kategori yang sama"."""
    places = units.of("category_heads")
    heads = places[bisect_left(places, sentence.start) : bisect_left(places, sentence.end - 1)]
    return any(units.words[head + 1] in _POINTERS or units.words[head + 1 : head + 3] == _SAME for head in heads)


def best_before(story: Story, sentence: Sentence, verb: int) -> str | None:
    """The words before a verb that say of what somebody is the best: "Untuk TPID provinsi terbaik diraih"."""
    units, start = story.units, verb
    while start > sentence.start and verb - start < _REACH and not _parts(units, start - 1):
        start -= 1
    return _said(units, start, verb) if units.holds("superlatives", start + 1, verb) else None


def _parts(units: Units, unit: int) -> bool:
    return units.words[unit] in _PARTING or units.has(unit, "clause_turns")


def points_to_award(units: Units, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the award that was named before it: "penghargaan itu", "predikat yang sama"."""
    last = min(sentence.end, len(units.words) - 1)
    nouns = (unit for unit in range(sentence.start, last) if units.has(unit, "award_nouns"))
    return any(not _POINTING.isdisjoint((units.words[unit].split()[-1], units.words[unit + 1])) for unit in nouns)


def is_part(story: Story, head: int) -> bool:
    """Whether the head of a category is part of it: "sektor keuangan"."""
    return story.value(head, "category_heads") == "part"


def _phrase_end(units: Units, start: int, limit: int, begins: set[int]) -> int:
    """Where a category ends; a comma goes on only before a verb: "usaha kecil, mikro diraih"."""
    end = _run(units, start, limit, begins, links=True)
    if end < limit and units.has(end, "win_passive"):
        return end
    return _run(units, start, limit, begins, links=False)


def _run(units: Units, start: int, limit: int, begins: set[int], links: bool) -> int:
    at = start
    while at < limit and not _stops(units, at, begins):
        if units.words[at] == "," and (not links or units.has(at + 1, "award_nouns")):
            break
        if not links and units.words[at] in ("dan", "atau") and not _goes_on(units, at + 1, limit, begins):
            break
        at += 1
    while at > start and units.words[at - 1] in _LINKS:
        at -= 1
    return at


def _goes_on(units: Units, unit: int, limit: int, begins: set[int]) -> bool:
    """Whether a category goes on behind "dan": not with a new name, post or category."""
    return unit < limit and not _stops(units, unit, begins) and not units.among(unit, _NEW)


def _stops(units: Units, unit: int, begins: set[int]) -> bool:
    word = units.words[unit]
    if unit in begins or word in _STOPS or (word.endswith("nya") and word not in _OTHERS):
        return True
    return units.among(unit, _ENDING_LISTS) and units.said(unit, unit + 1) != "Nasional"


def _said(units: Units, start: int, end: int) -> str:
    while end > start + 1 and units.words[end - 1] in _OTHERS:
        end -= 1
    return units.said(start, end).replace("\n", " ").strip(' ,.;:"“”')


def owner_of(story: Story, category: str) -> str | None:
    """The type of those who alone can win a category, by its first word: region, company or person."""
    first, _, _ = category.partition(" ")
    return story.patterns.lexicon.value("category_owners", first)


def fits(story: Story, category: str, kind: str) -> bool:
    """Whether a category can be that of a recipient of this type: no region wins "usaha besar", no firm "desa"."""
    owner = owner_of(story, category)
    firm = kind in ("company", "institution")
    if kind == "region" and category.partition(" ")[0].lower() in _VILLAGES:
        return False
    return not ((owner == "region" and firm) or (owner == "company" and kind in ("region", "village")))


def is_of_kind(category: str, recipient: Recipient) -> bool:
    """Whether a category that names kinds of regions names that of its winner: no province wins "kabupaten/kota"."""
    kinds = [kind for kind in _KINDS if kind in category.lower()]
    own = recipient.name.partition(" ")[0].lower()
    return not kinds or own not in _KINDS or own in kinds


def heading(story: Story, start: int, end: int) -> str | None:
    """The category that a short line of a winner list names: "Kategori Usaha Besar:", "Usaha Besar"."""
    units = story.units
    while start < end and (
        units.words[start] in (":", "-", "•", "*") or units.starts[start] in units.reading.list_marks
    ):
        start += 1
    while end > start and units.words[end - 1] in (":", ".", "–", "-"):
        end -= 1
    if start < end and units.has(start, "category_heads") and not is_part(story, start):
        start += 1
    return _said(units, start, end) if start < end <= start + _REACH else None
