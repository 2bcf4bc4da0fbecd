"""Who is eligible: of those whom a group names, the ones that stand where its verb wants its winner or nominee.

before    Kabupaten A meraih ...            kepada    menyerahkan ... kepada Kabupaten A
after     ... diraih Kabupaten A            listed    penerima ... ialah Kabupaten A
"""

from extractor.assemble.categories import points_to_award
from extractor.assemble.mentions import Mention, Sentence, holds
from extractor.assemble.persons import tells_of_person
from extractor.assemble.places import is_cued
from extractor.patterns import Units
from extractor.patterns.vocabulary import vocabulary

_CONJUNCTIONS = ("dan", "serta", "maupun", "&", "bersama", "/")
_TIES = (*_CONJUNCTIONS, ",", "(", ")", "juga")
_BEFORE_PLACES = (",", "(", "-", "–", "—")
_PROPOSING = frozenset({"mengusulkan", "mencalonkan", "menominasikan", "mengajukan", "mendaftarkan", "menjagokan"})
_OWNED = ("kabupatennya", "kotanya", "provinsinya")
_TOGETHER = ["yang", "bersama"]
_SPEAKERS = frozenset({"kami", "kita"})
_POINTERS = ("ini", "itu", "tersebut")
_TO = ("kepada", "untuk", "bagi", "atas", "pada")
_POINTED = 6
_ADDRESS = 8
_CLAUSE = 10
_PROVINCE = 2
_COUNTED = 5
_BEFORE_NOW = frozenset({"kali", "sebelumnya"})
_ADDRESS_MARKS = (",", "(", ")", "di")


def eligible(
    units: Units, sentence: Sentence, group: list[Mention], trigger: Mention | None, ranks: list[Mention]
) -> list[Mention]:
    """The recipients of a group that stand where its verb wants them; all where it has none, or each has its place."""
    named = _without_places_of(units, [mention for mention in group if mention.sort == "recipient"])
    named = [mention for mention in named if not _speaks_of_own(units, sentence, mention, [*ranks, trigger])]
    if trigger is None and len(ranks) == 1:
        return _beside(units, sentence, named, ranks[0])
    if trigger is None or (len(ranks) == len(named) > 1):
        return named
    after = [mention for mention in named if mention.start > trigger.start]
    match trigger.value["place"]:
        case "before":
            if not ranks and _is_of_place(units, sentence, trigger.start):
                named = after
            places = {unit for one in sentence.of("place") for unit in range(one.start - 1, one.end)}
            return _subjects(units, named, trigger, ranks, places)
        case "after":
            return after
        case "listed":
            shortlisted = any(mention.sort == "shortlist" for mention in group)
            joined = bool(after) and units.words[after[0].start - 1] == "bersama"
            listed = named if shortlisted and (joined or not after) else _listed(units, after, trigger)
            return listed or _apposed(units, sentence, named, trigger)
        case "kepada":
            behind = units.words[trigger.end : sentence.end]
            start = next((behind.index(word) for word in _TO if word in behind), len(behind))
            return [mention for mention in named if mention.start > trigger.end + start]
    proposed = not _PROPOSING.isdisjoint(units.words[sentence.start : trigger.start])
    return after if proposed else named


def _speaks_of_own(units: Units, sentence: Sentence, named: Mention, said: list[Mention | None]) -> bool:
    """Whether one only speaks of what is theirs: "Ketua RT 07 Kelurahan Sudimara bangga kotanya menjadi juara"."""
    at = min((mention.start for mention in said if mention), default=sentence.end)
    owned = units.words[at - 1] if named.end < at else ""
    return owned in _OWNED and not named.value.name.lower().startswith(owned.removesuffix("nya"))


def _subjects(
    units: Units, named: list[Mention], trigger: Mention, ranks: list[Mention], places: set[int]
) -> list[Mention]:
    """Who stands before a verb; else who stands behind its place or a colon: "Yang meraih juara 1: Kabupaten A"."""
    before = _coordinated(units, [mention for mention in named if mention.start < trigger.start], places)
    if before and _is_counted(units, before[-1].end, trigger.start):
        before = []
    if before and ranks:
        return before + [mention for mention in named if _has_own(units, mention, trigger, ranks)]
    return before or [
        mention
        for mention in named
        if (ranks and ranks[0].start < mention.start) or _is_opened(units, trigger.end, mention.start)
    ]


def _is_counted(units: Units, start: int, verb: int) -> bool:
    """Whether the subject of a verb is some who are only counted, and nobody beside them: "merinci dua kampung menerima
    Proklim, yakni Desa A dan Desa B", but not "Kota A dan dua kota lain menerima".
    """
    number = next((unit for unit in range(verb - 1, max(start, verb - _COUNTED), -1) if unit in units.quantities), None)
    if number is None or number + 1 >= verb or not holds(units, number + 1, verb, "recipient_nouns", "village_cues"):
        return False
    plain = all(units.words[unit] not in _TIES for unit in range(number + 1, verb))
    return plain and units.words[number - 1] not in _TIES


def _has_own(units: Units, mention: Mention, trigger: Mention, ranks: list[Mention]) -> bool:
    """Whether a clause or bracket behind one who is not the subject gives a place: "menyisihkan Desa B yang menjadi
    runner-up", "bersama Kota B (terbaik I)".
    """
    if units.words[mention.end : mention.end + 1] == ["("] and any(rank.start == mention.end + 1 for rank in ranks):
        return mention.start > trigger.end
    clause = range(mention.end, min(mention.end + _CLAUSE, len(units.words)))
    own = any(units.words[unit] == "yang" for unit in clause) and any(rank.start in clause for rank in ranks)
    return mention.start > trigger.end and own


def _listed(units: Units, after: list[Mention], trigger: Mention) -> list[Mention]:
    """Who stands behind a noun: for a nominee's anywhere, for a winner's right behind it or what opens a list."""
    first = after[0].start if after else 0
    near = first <= trigger.end + 1 or trigger.value["outcome"] == "nominee"
    return after if near or _is_opened(units, trigger.end, first) else []


def _apposed(units: Units, sentence: Sentence, named: list[Mention], trigger: Mention) -> list[Mention]:
    """Whom a noun before an award's name describes: "PT Sagara, peraih Paritrana Award 2022, mempekerjakan".

    Not who says it ("Menurut Bupati Sigi, penerima Paritrana Award ..."), nor where it is said who that is.
    """
    before = [mention for mention in named if mention.end == trigger.start - 1]
    award = any(mention.start == trigger.end for mention in sentence.of("award"))
    if not before or not award or units.words[trigger.start - 1] != "," or _is_opened(units, trigger.end, sentence.end):
        return []
    first = before[0].start
    said = first > sentence.start and units.among(first - 1, ("speech", "saying"))
    return [] if said or units.words[first - 1] == "menurut" else before


def _coordinated(units: Units, named: list[Mention], places: set[int]) -> list[Mention]:
    """The last of several names and those that only commas and conjunctions tie to it, and `places` where they are:
    the subject of a verb.
    """
    kept, tied = named[-1:], False
    for mention in reversed(named[:-1]):
        between = units.words[mention.end : kept[0].start]
        if mention.value == kept[0].value:
            kept[0] = mention
            continue
        tied = tied or any(word in _CONJUNCTIONS for word in between)
        untied = (unit for unit in range(mention.end, kept[0].start) if units.words[unit] not in _TIES)
        loose = 0 if between == _TOGETHER else sum(unit not in places for unit in untied)
        if not tied or loose > (1 if between and between[0] in _CONJUNCTIONS else 0):
            break
        kept.insert(0, mention)
    return kept


def _is_opened(units: Units, start: int, end: int) -> bool:
    """Whether a colon or a word such as "adalah" between a verb and a name makes the name its subject."""
    return ":" in units.words[start:end] or holds(units, start, end, "list_openers")


def _without_places_of(units: Units, named: list[Mention]) -> list[Mention]:
    """Leave out regions that say where the one before them lies: "Desa A, Kabupaten C", "Kabupaten A, Provinsi B"."""
    kept: list[Mention] = []
    for mention in named:
        if not (kept and mention.value.code and _lies_in(units, kept[-1], mention)):
            kept.append(mention)
    return kept


def _lies_in(units: Units, first: Mention, second: Mention) -> bool:
    bracketed = units.words[first.end : second.start] == ["("] and not is_cued(units, second.start)
    if first.value.code is None or (bracketed and first.value.type == "village"):
        return all(word in _BEFORE_PLACES for word in units.words[first.end : second.start])
    if not str(first.value.code).startswith(f"{second.value.code}."):
        return False
    between = range(first.end, second.start)
    return len(between) <= _ADDRESS and all(_is_address(units, unit) for unit in between)


def _is_address(units: Units, unit: int) -> bool:
    words = units.reading.words[units.starts[unit] : units.ends[unit]]
    marks = units.words[unit] in _ADDRESS_MARKS or units.among(unit, ("region_kinds", "district_cues"))
    return marks or all(word[0].isupper() for word in words)


def means_topic(units: Units, sentence: Sentence, said: Mention, ranked: bool) -> bool:
    """Whether a verb that names nobody speaks of the one named last: "tahun lalu meraih juara ketiga", "kepada kota
    ini".

    A place without a verb does where the sentence points back and names nobody else: "desa ini terbaik pertama".
    """
    before = range(sentence.start, said.start)
    if said.sort == "rank":
        pointed = any(units.words[unit] in _POINTERS for unit in before)
        dated = bool(sentence.of("edition", "time")) and not _SPEAKERS.isdisjoint(units.words[unit] for unit in before)
        dated = dated and not any(mention.value["outcome"] == "nominee" for mention in sentence.of("trigger"))
        return (pointed or dated) and not any(mention.start < said.start for mention in sentence.of("recipient"))
    if said.value["place"] == "kepada":
        return _points_back(units, sentence, said)
    if said.value["place"] == "after":
        known = bool(sentence.of("award")) or counts_back(units, sentence)
        return known and bool(sentence.of("edition")) and not sentence.of("recipient", "place")
    if said.value["place"] not in ("before", "around") or tells_of_person(units, sentence.start, said.start):
        return False
    if _is_of_place(units, sentence, said.start):
        return False
    placed = ranked or (said.value["outcome"] == "nominee" and bool(sentence.of("rank")))
    if not (placed or sentence.of("award", "category") or points_to_award(units, sentence)):
        return False
    nouns = ("recipient_nouns", "government")
    if said.start > sentence.start and units.words[said.start - 1] in vocabulary("them_all"):
        return False
    counted = any(units.has(unit, "number") and holds(units, unit + 1, unit + 2, *nouns) for unit in before)
    return not counted and not holds(units, sentence.start, said.start, "winner_nouns")


def _beside(units: Units, sentence: Sentence, named: list[Mention], rank: Mention) -> list[Mention]:
    """Of those before a place the last, and those whom only conjunctions tie to it: not who says it, "Bupati Tebo
    mengucapkan selamat kepada Kabupaten Bungo yang menjadi juara I".
    """
    before = [one for one in named if one.end <= rank.start]
    places = {unit for one in sentence.of("place") for unit in range(one.start, one.end)}
    return _coordinated(units, before, places) if before else named


def _is_of_place(units: Units, sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells of a region that is only spoken of: "belajar dari Kota Palu yang meraih Adipura"."""
    at = verb - 1
    while at > sentence.start and units.tags[at] == "word" and units.words[at] != "yang":
        at -= 1
    place = next((mention for mention in sentence.of("place") if mention.end == at), None)
    if units.words[at] != "yang" or place is None or len(place.value.code or "") == _PROVINCE:
        return False
    return place.start - 1 <= sentence.start or not units.has(place.start - 2, "recipient_nouns")


def counts_back(units: Units, sentence: Sentence) -> bool:
    """Whether a sentence says when the award that the story speaks of was won before, and names nobody: "Empat kali
    sebelumnya diraih pada 2015 hingga 2018".
    """
    passive = any(mention.value.get("bare") for mention in sentence.of("trigger"))
    said = passive and bool(sentence.of("edition")) and not sentence.of("recipient", "place", "award", "rank")
    return said and _BEFORE_NOW.issubset(units.words[sentence.start : sentence.end])


def _points_back(units: Units, sentence: Sentence, verb: Mention) -> bool:
    """Whether the one to whom something is given is "kota ini" or "perusahaan tersebut"."""
    words = units.words[verb.end : sentence.end]
    to = verb.end + words.index("kepada") + 1 if "kepada" in words else sentence.end
    behind = units.words[to : min(to + _POINTED, sentence.end)]
    return bool(behind) and units.has(to, "recipient_nouns") and any(word in _POINTERS for word in behind)
