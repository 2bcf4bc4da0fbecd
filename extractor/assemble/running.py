"""Running text: the claims of a sentence, group by group, in the award that it names or that the story speaks of."""

from functools import partial

from extractor.assemble.awardrows import fronted, row_of, shared_out
from extractor.assemble.categories import best_before, is_part, points_to_award, points_to_category
from extractor.assemble.claims import Claim, nearest_award, read_group
from extractor.assemble.days import counts_days_back, only_day
from extractor.assemble.eligible import counts_back
from extractor.assemble.followers import placed_behind
from extractor.assemble.grouping import by_outcome, groups
from extractor.assemble.memory import Announced, Memory
from extractor.assemble.mentions import Mention, Sentence, holds
from extractor.assemble.setting import Setting
from extractor.assemble.topics import spoken_of
from extractor.assemble.triggers import outcome_of
from extractor.assemble.unreal import is_unreal
from extractor.patterns import Units

_OPENS = 6
"""Units from the start of an enumeration's sentence within which its award is named."""
_TIED = frozenset({",", "(", ")", "dan", "serta"})
_APART, _NEAR = frozenset({"menuju", "mendekati", "mengejar"}), 2
_ALMOST, _REACH = frozenset({"hampir", "nyaris", "jauh"}), 5
_LATELY, _TITLE, _CONSOLED = 6, 5, 3
_SORTS = ("category_words", "region_kinds", "village_cues", "recipient_nouns")
_ITS = frozenset({"pemenangnya", "penerimanya", "peraihnya", "meraihnya", "menerimanya", "mendapatkannya"})
_OPENING = ("category_fillers", "list_openers", "superlatives", "number", "recipient_nouns")
_OPENING_WORDS = (":", ",", "hanya", "satu")
_BEFORE = 3
"""What leads from a category that opens a sentence to whose it is; units before it: "Sementara untuk"."""


def is_told(memory: Memory, sentence: Sentence) -> bool:
    """Whether a sentence speaks of an award: it names one, or follows one and speaks of places or awards."""
    if sentence.of("award"):
        return True
    if not memory.remembers(sentence):
        return False
    if sentence.of("rank", "category", "shortlist") or memory.announced_for(sentence):
        return True
    if _says_whose(memory, sentence) or counts_back(memory.story.units, sentence):
        return True
    nominee = any(mention.value["outcome"] == "nominee" for mention in sentence.of("trigger"))
    if sentence.of("trigger") and (points_to_category(memory.story.units, sentence) or _tells_best(memory, sentence)):
        return True
    return nominee or memory.says(sentence, "award_nouns", "rank_heads", "consolations")


def read_running(memory: Memory, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> None:
    """Tell the claims of a sentence, or remember what it says of those whom it only counts."""
    memory.hear(sentence)
    announced, before = memory.announced_for(sentence), len(memory.told)
    earlier: str | None = None
    places: list[int | None] = []
    units = memory.story.units
    found = groups(units, sentence) if units.words[sentence.end - 1] != "?" else []
    found = [part for group in found for part in by_outcome(units, group)]
    for number, group in enumerate(found):
        if _is_of_another(group, found) or _is_of_contest(units, group, found[number + 1 :]):
            continue
        outcome = announced.outcome if announced else _shared(memory, group, found[number + 1 :])
        if outcome is None and any(mention.sort in ("rank", "category") for mention in group):
            placed = any(mention.sort == "rank" for mention in group)
            outcome = (None if placed and earlier == "nominee" else earlier) or _graded(memory, sentence, group)
        if outcome is None and earlier == "winner" and _is_consoled(units, group):
            outcome = earlier
        claims = read_group(memory.story, sentence, group, outcome, partial(spoken_of, memory, sentence))
        claims = placed_behind(units, group, claims, places)
        places += [claim.rank for claim in claims]
        for claim in claims:
            earlier = claim.outcome
            if announced or _is_known(memory, claim, sentence):
                _tell(memory, _as_announced(claim, announced), sentence, settings)
    if len(memory.told) == before:
        _go_on(memory, sentence, settings)
    if len(memory.told) == before:
        _announce(memory, sentence)


def _tell(memory: Memory, claim: Claim, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> None:
    """Tell a claim in its award, or in each of the awards that its verb has together."""
    units = memory.story.units
    award = nearest_award(sentence, Mention("anchor", *claim.anchor, None))
    if claim.category is None and award is None and claim.rank is None and _tells_best(memory, sentence):
        best = best_before(memory.story, sentence, claim.anchor[0]) or _title(memory, sentence)
        claim = claim._replace(category=None if best == "yang terbaik" else best)
    lacks = claim.category is None and award is None and claim.rank is not None
    verb = _before_places(sentence) if lacks else None
    if verb:
        claim = claim._replace(category=best_before(memory.story, sentence, verb.start))
    if claim.rank is not None and award is None and _is_opinion(memory):
        return
    before = fronted(memory.story, sentence, claim)
    if before:
        memory.tell(before, _setting_at(memory, before, sentence, settings), sentence)
    row = row_of(units, sentence, award) if award and _is_alone(sentence) else []
    if len({mention.value for mention in row}) < 2:
        claim = _without_grade_of_another(sentence, claim, award)
        memory.tell(claim, _setting_at(memory, claim, sentence, settings), sentence)
        return
    for one in shared_out(units, sentence, claim, row):
        memory.tell(one, _setting_at(memory, one, sentence, settings), sentence)


def _before_places(sentence: Sentence) -> Mention | None:
    """The one verb of a sentence that says who won, where no place stands before it: "Desa terpadat dimenangkan Desa A
    (juara 1), Desa B (juara 2)".
    """
    verbs, ranks = sentence.of("trigger"), sentence.of("rank")
    alone = len(verbs) == 1 and verbs[0].value.get("bare")
    return verbs[0] if alone and ranks and verbs[0].start < ranks[0].start else None


def _is_consoled(units: Units, group: list[Mention]) -> bool:
    """Whether it is said behind the names of a group that they are consoled: "serta A dan B sebagai juara harapan"."""
    end = group[-1].end
    return group[-1].sort == "recipient" and units.holds("consolations", end, end + _CONSOLED)


def _is_of_another(group: list[Mention], others: list[list[Mention]]) -> bool:
    """Whether the place that a group gives is none in the award of its sentence, which another got in a clause of its
    own: "Forum Anak Kota Metro terpilih sebagai forum terbaik III dan Puskesmas Yosodadi meraih Paritrana Award".
    """
    if len(others) < 2 or not any(mention.sort == "rank" for mention in group):
        return False
    having = [other for other in others if any(mention.sort == "award" for mention in other)]
    return bool(having) and all(other[0].start > group[-1].start and _is_clause(other) for other in having)


def _is_of_contest(units: Units, group: list[Mention], behind: list[list[Mention]]) -> bool:
    """Whether a group without an award tells of a contest, and those behind it of an award: "Desa A meraih juara
    harapan lomba layang-layang, sementara Desa B menyabet Adipura".
    """
    if not behind or any(mention.sort == "award" for mention in group):
        return False
    return holds(units, group[0].start, behind[0][0].start, "contests")


def _is_clause(group: list[Mention]) -> bool:
    """Whether a group has a subject, a verb and behind it an award, and no place."""
    sorts = [mention.sort for mention in group if mention.sort in ("recipient", "trigger", "award", "rank")]
    verbs = [mention for mention in group if mention.sort == "trigger"]
    subject = sorts[:2] == ["recipient", "trigger"] and verbs[0].value["place"] == "before"
    return subject and sorts[-1] == "award" and "rank" not in sorts


def _without_grade_of_another(sentence: Sentence, claim: Claim, award: Mention | None) -> Claim:
    """A claim without a grade that stands inside the name of another award: "UHC Award, lalu Swasti Saba Wistara"."""
    inside = [one for one in sentence.of("category") if one.pattern == "grade" and one.value == claim.category]
    others = {one.start for one in sentence.of("award") if award is not None and one.value != award.value}
    return claim._replace(category=None) if inside and all(one.start in others for one in inside) else claim


def _is_opinion(memory: Memory) -> bool:
    """Whether the story spoke last of an audit's opinion, which has no places: those are of something else."""
    known = memory.story.patterns.awards.get(memory.setting.award) if memory.setting else None
    return known is not None and bool(known.edition_words)


def _shared(memory: Memory, group: list[Mention], behind: list[list[Mention]]) -> str | None:
    """The outcome that names with a grade share with those behind them: "Kota A (Wistara) dan Kota B (Wiwerda) yang
    menerima".
    """
    told = next((other for other in behind if any(mention.sort == "trigger" for mention in other)), None)
    if told is None or any(mention.sort in ("trigger", "rank") for mention in group):
        return None
    verb = next(mention for mention in told if mention.sort == "trigger")
    alike = group[0].sort == told[0].sort == "recipient" and group[-1].sort == "category"
    between = memory.story.units.words[group[-1].end : told[0].start]
    tied = told[0].start < verb.start and verb.value["place"] == "before" and _TIED.issuperset(between)
    return str(verb.value["outcome"]) if alike and tied and not is_unreal(memory.story, verb.start) else None


def _is_alone(sentence: Sentence) -> bool:
    """Whether the places of a sentence can all be one's: it has none, or names nobody else."""
    return not sentence.of("rank", "shortlist") or len({one.value for one in sentence.of("recipient")}) < 2


def _as_announced(claim: Claim, announced: Announced | None) -> Claim:
    if announced is None:
        return claim
    shortlist = announced.shortlist if claim.outcome == "nominee" else None
    return claim._replace(shortlist=claim.shortlist or shortlist, category=claim.category or announced.category)


def _graded(memory: Memory, sentence: Sentence, group: list[Mention]) -> str | None:
    """The outcome for a group without a verb soon after another: a grade, or the next of a row of categories."""
    if _is_far(memory.story.units, group):
        return None
    opened = _opens_names(memory, sentence, group)
    outcome = memory.last_outcome(sentence) or _grade(memory, group) if opened else None
    if outcome:
        return outcome
    last = memory.told[-1].claim if memory.told else None
    shares = group[0].sort == "category" or _is_for(memory, sentence, group[-1])
    if last and last.category and sentence.number - last.at == 1 and shares:
        return last.outcome
    award = memory.setting.award if memory.setting else None
    won = award in memory.counted or any(
        told.claim.outcome == "winner" and told.setting.award == award for told in memory.told
    )
    return _grade(memory, group) if won else None


def _grade(memory: Memory, group: list[Mention]) -> str | None:
    """That a group tells of winners, where it gives a grade of the award that the story speaks of."""
    award = memory.story.patterns.awards.get(memory.setting.award) if memory.setting else None
    grades = {grade.lower() for grade in award.predicates} if award else set()
    graded = any(mention.sort == "category" and mention.value.lower() in grades for mention in group)
    return "winner" if graded else None


def _is_far(units: Units, group: list[Mention]) -> bool:
    """Whether a category of a group was not reached: "jauh dari kategori Utama", "hampir naik ke kategori Utama"."""
    starts = [mention.start for mention in group if mention.sort == "category"]
    return any(
        not _APART.isdisjoint(units.words[max(start - _NEAR, 0) : start])
        or not _ALMOST.isdisjoint(units.words[max(start - _REACH, 0) : start])
        for start in starts
    )


def _opens_names(memory: Memory, sentence: Sentence, group: list[Mention]) -> bool:
    """Whether a sentence without a verb opens with a category and says whose it is: "Kategori desa: Desa A dan Desa B",
    "Untuk klaster kota ada Bogor dan Cimahi", "Informatif: Kabupaten Siak (97,4)".
    """
    said = [mention for mention in sentence.mentions if mention.sort != "date"]
    if sentence.of("trigger", "rank") or len(said) < 2 or group[0] is not said[0] or said[0].sort != "category":
        return False
    units, category, named = memory.story.units, said[0], said[1]
    between = range(category.end, named.start)
    before = range(sentence.start, category.start)
    told = all(units.words[unit] in _OPENING_WORDS or units.among(unit, _OPENING) for unit in between)
    told = told and any(units.words[unit] == ":" or units.among(unit, _OPENING[:3]) for unit in between)
    return told and named.sort == "recipient" and len(before) <= _BEFORE


def _is_for(memory: Memory, sentence: Sentence, last: Mention) -> bool:
    """Whether a sentence without a verb or award says of which category its names are: "PT A dan PT B untuk usaha
    besar", "PT A dan PT B kategori usaha besar"; a sector may be anything's.
    """
    if last.sort != "category" or sentence.of("trigger", "award", "rank", "shortlist"):
        return False
    return memory.story.units.words[last.start - 1] == "untuk" or not is_part(memory.story, last.start)


def _tells_best(memory: Memory, sentence: Sentence) -> bool:
    """Whether a sentence soon behind a winner says whose another's best is: "TPID kabupaten terbaik diraih Bantul"."""
    last = memory.told[-1].claim if memory.told else None
    won = any(one.claim.outcome == "winner" for one in memory.told[-_LATELY:])
    near = last is not None and won and sentence.number - last.at <= 2
    verbs = sentence.of("trigger")
    if not near or not verbs:
        return False
    passive = [mention for mention in verbs if mention.value.get("bare")]
    if passive:
        return best_before(memory.story, sentence, passive[0].start) is not None
    return _title(memory, sentence) is not None


def _title(memory: Memory, sentence: Sentence) -> str | None:
    """As what a verb names its subject the best: "dinobatkan sebagai desa terbaik", "terpilih sebagai yang terbaik"."""
    units, verb = memory.story.units, sentence.of("trigger")[0]
    words = units.words[verb.end : min(sentence.end, verb.end + _TITLE)]
    if not units.words[verb.end - 1].endswith("sebagai") or "terbaik" not in words:
        return None
    sort = words[0] == "yang" or units.among(verb.end, _SORTS)
    return units.said(verb.end, verb.end + words.index("terbaik") + 1) if sort else None


def _is_known(memory: Memory, claim: Claim, sentence: Sentence) -> bool:
    """Whether a claim may be made by a sentence that only says "penghargaan": of one already told, or of this award."""
    units = memory.story.units
    if sentence.of("award", "rank", "category", "shortlist") or claim.outcome == "nominee":
        return True
    if _says_whose(memory, sentence):
        return True
    if points_to_category(units, sentence) or _tells_best(memory, sentence):
        return True
    if claim.pattern == "records.passive" and _is_champion(memory, sentence):
        return True
    said = (claim.recipient, claim.outcome)
    if memory.says(sentence, "consolations") or any(said == (t.claim.recipient, t.claim.outcome) for t in memory.told):
        return True
    return points_to_award(units, sentence)


def _is_champion(memory: Memory, sentence: Sentence) -> bool:
    """Whether a sentence opens with the champion of all: "Juara umum pemda dipegang Kabupaten A"."""
    return memory.story.units.words[sentence.start] == "juara umum"


def _says_whose(memory: Memory, sentence: Sentence) -> bool:
    """Whether a sentence says who won the award that was named before it: "Adapun pemenangnya, Kota Palu, ..."."""
    units = memory.story.units
    verbs = sentence.of("trigger")
    return any(units.said(one.start, one.end).lower() in _ITS or _opens_others(units, one.end) for one in verbs)


def _opens_others(units: Units, unit: int) -> bool:
    """Whether "lainnya" and what opens a list stand behind a noun: "penerima lainnya adalah Kota A"."""
    return units.words[unit : unit + 1] in (["lainnya"], ["lain"]) and units.has(unit + 1, "list_openers")


def _setting_at(memory: Memory, claim: Claim, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> Setting:
    """The award of a claim: the one of its sentence that stands nearest to its words, else the one spoken of."""
    award = nearest_award(sentence, Mention("anchor", *claim.anchor, None))
    near = next((setting for mention, setting in settings if mention is award), memory.setting)
    assert near is not None, "a sentence is told only where it names an award or one is remembered"
    return near


def _go_on(memory: Memory, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> None:
    """Tell the next award of an enumeration, which the story's hero won: "Kedua, predikat Nindya dalam KLA 2023"."""
    units, first = memory.story.units, sentence.start
    at = first + 1 if units.words[first] == "dan" else first
    at += units.words[at] == "yang"
    opens = at < sentence.end and units.among(at, ("enumerators", "ordinals"))
    ranks = sentence.of("rank")
    if not (opens and settings and memory.hero and len(ranks) < 2 and not sentence.of("recipient", "shortlist")):
        return
    award = settings[0][0]
    told = any(mention.value["outcome"] != "winner" for mention in sentence.of("trigger"))
    won = memory.honoured or any(
        one.claim.recipient == memory.hero and one.claim.outcome == "winner" for one in memory.told
    )
    if told or not won or award.start - first > _OPENS or is_unreal(memory.story, award.start):
        return
    category = next((mention for mention in sentence.of("category")), None)
    rank = next(iter(ranks), None)
    proof = sorted((mention.start, mention.end) for mention in (award, category, rank) if mention)
    claim = Claim(
        recipient=memory.hero,
        outcome="winner",
        rank=rank.value if rank else None,
        shortlist=None,
        category=category.value if category else None,
        at=sentence.number,
        anchor=(award.start, award.end),
        units=tuple(proof),
        pattern="records.enumerated",
    )
    memory.tell(claim, settings[0][1], sentence)


def _announce(memory: Memory, sentence: Sentence) -> None:
    """Remember what a sentence says of some whom it only counts: "tiga daerah masuk tiga besar"."""
    outcome = outcome_of(memory.story, sentence)
    if outcome is None and sentence.of("award") and memory.says(sentence, "stage_words"):
        outcome = "nominee"
    if outcome:
        shortlist = next((mention.value for mention in sentence.of("shortlist")), None)
        category = next((mention.value for mention in sentence.of("category")), None)
        dated = outcome == "winner" and sentence.of("award") and not counts_days_back(memory.story.units, sentence)
        day = only_day(sentence) if dated else None
        memory.announced = Announced(sentence.number, outcome, shortlist, category, day)
        if outcome == "winner" and memory.setting and sentence.of("award"):
            memory.counted.add(memory.setting.award)
    elif sentence.of("category"):
        memory.pending = (sentence.number, sentence.of("category")[-1].value, bool(sentence.of("recipient", "award")))
