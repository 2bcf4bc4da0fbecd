"""Claims: what one group of a sentence says of who got an award, or is in the running for it."""

from typing import NamedTuple

from extractor.annotate.context import cue
from extractor.annotate.story import Story
from extractor.assemble.categories import fits
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.pairing import Pair, pairs
from extractor.facts import Recipient
from extractor.patterns import Units

_HOPE_REACH, _DENIAL_REACH = 12, 4
_KINDS = ("kabupaten", "kota", "provinsi", "daerah", "desa", "perusahaan", "pemkab", "pemkot", "yayasan")
_COUNTED = (*_KINDS, "pemenang", "penerima", "instansi", "pemda", "orang", "peserta", "tokoh", "institusi")
_ADDRESS = 8
_ADDRESS_WORDS = (",", "(", ")", "di", "kecamatan", "distrik", "kabupaten", "kota", "provinsi")
_CONJUNCTIONS = ("dan", "serta", "maupun", "&", "bersama", "/")
_TIES = (*_CONJUNCTIONS, ",", "(", ")", "juga")
_POINTERS = ("ini", "itu", "tersebut")


class Claim(NamedTuple):
    """What a sentence says of one recipient.

    `at` is the sentence's number, `anchor` the units of the place, verb or name that says it, `units` all that prove it.
    """

    recipient: Recipient
    outcome: str
    rank: int | None
    shortlist: int | None
    category: str | None
    at: int
    anchor: tuple[int, int]
    units: tuple[tuple[int, int], ...]
    pattern: str


def nearest_award(sentence: Sentence, anchor: Mention) -> Mention | None:
    """The award of a sentence that stands nearest to a place, verb or name; of two as near the one behind it."""

    def apart(mention: Mention) -> tuple[int, bool]:
        behind = mention.start >= anchor.end
        return (mention.start - anchor.end if behind else anchor.start - mention.end, not behind)

    return min(sentence.of("award"), key=apart, default=None)


def read_group(
    story: Story, sentence: Sentence, group: list[Mention], outcome: str | None, topic: Mention | None = None
) -> list[Claim]:
    """The claims of one group.

    `outcome` is what the list's head or the sentence before says, if anything; `topic` is whom the story spoke of last,
    for a verb that names nobody ("tahun lalu hanya meraih juara ketiga").
    """
    trigger = _trigger(group)
    placed = [mention for mention in group if mention.sort == "rank"]
    shortlists = [mention for mention in sentence.of("shortlist") if mention in group or mention.start < group[0].start]
    if trigger and _unreal(story, trigger.start):
        return []
    if trigger:
        listed = not placed and any(mention.sort == "shortlist" for mention in group)
        outcome = "nominee" if listed else trigger.value["outcome"]
    elif shortlists and not placed and outcome is None and not _unreal(story, shortlists[0].start):
        outcome = "nominee"
    ranks = [mention for mention in placed if not _unreal(story, mention.start)]
    if placed and not ranks and not trigger:
        return []
    outcome = outcome or ("winner" if ranks or _is_named_winner(story.units, sentence, group) else None)
    if outcome is None:
        return []
    named = _eligible(story.units, sentence, group, trigger, ranks)
    said = trigger or (ranks[0] if ranks else None)
    categories = [mention.value for mention in group if mention.sort == "category"]
    fitting = topic and all(fits(story, category, topic.value.type) for category in categories)
    if not named and topic and fitting and said and _means_topic(story.units, sentence, said, bool(ranks)):
        named = [topic._replace(start=said.start, end=said.end)]
    carried = [m for m in sentence.of("category") if m.start < group[0].start and _reaches(story.units, m, group)]
    shortlist = next((mention for mention in shortlists if outcome == "nominee" or mention in group), None)
    return [_claim(sentence, pair, trigger, shortlist, outcome) for pair in pairs(group, named, ranks, carried)]


def _reaches(units: Units, category: Mention, group: list[Mention]) -> bool:
    """Whether a category of an earlier group still holds: not behind a semicolon or a new name of an award."""
    named = any(mention.sort == "award" for mention in group)
    return not named and ";" not in units.words[category.end : group[0].start]


def _claim(sentence: Sentence, pair: Pair, trigger: Mention | None, shortlist: Mention | None, outcome: str) -> Claim:
    anchor = pair.rank or trigger or pair.named
    award = nearest_award(sentence, anchor)
    proof = [part for part in (pair.named, trigger, pair.rank, pair.category, shortlist, award) if part]
    return Claim(
        recipient=pair.named.value,
        outcome=outcome,
        rank=pair.rank.value if pair.rank else None,
        shortlist=shortlist.value if shortlist else None,
        category=pair.category.value if pair.category else None,
        at=sentence.number,
        anchor=(anchor.start, anchor.end),
        units=tuple((part.start, part.end) for part in sorted(proof, key=lambda part: part.start)),
        pattern=trigger.pattern if trigger else "records.rank" if pair.rank else "records.list",
    )


def outcome_of(story: Story, sentence: Sentence) -> str | None:
    """What a sentence that names nobody says of those whom it counts or lists; None where it hopes, denies or explains."""
    trigger = _trigger(sentence.mentions)
    if trigger and trigger.value["place"] != "kepada":
        return None if _unreal(story, trigger.start) else str(trigger.value["outcome"])
    shortlists = sentence.of("shortlist")
    if shortlists:
        return None if _unreal(story, shortlists[0].start) else "nominee"
    units = story.units
    listed = units.holds("winner_nouns", sentence.start, sentence.end)
    return "winner" if listed else None


def _is_named_winner(units: Units, sentence: Sentence, group: list[Mention]) -> bool:
    """Whether a group says who an award's or category's winner is: "Pembina K3 Terbaik ialah Jawa Timur"."""
    first = next((mention for mention in group if mention.sort == "recipient"), None)
    told = any(mention.sort in ("award", "category") and first and mention.end < first.start for mention in group)
    return bool(told and first and units.words[first.start - 1] in ("ialah", "adalah", "yakni", "yaitu"))


def _trigger(group: list[Mention]) -> Mention | None:
    """The verb that decides: a nominee's before a winner's; "puas sebagai" and "nominator" are one."""
    triggers = [mention for mention in group if mention.sort == "trigger"]
    triggers = [
        mention for mention in triggers if not mention.value.get("weak") or _stands_for(group, mention, triggers)
    ]
    for first, second in zip(triggers, triggers[1:], strict=False):
        if second.value["place"] == "listed" and first.end == second.start:
            said = {"place": "before", "outcome": second.value["outcome"]}
            return first._replace(end=second.end, value=said, pattern=second.pattern)
    nominee = [mention for mention in triggers if mention.value["outcome"] == "nominee"]
    verbs = [mention for mention in triggers if mention.value["place"] != "listed"]
    return (
        nominee[0] if nominee else min(verbs or triggers, key=lambda trigger: _to_object(group, trigger), default=None)
    )


def _stands_for(group: list[Mention], trigger: Mention, triggers: list[Mention]) -> bool:
    """Whether "mewakili" is said of a region that stands for its province, and not of one who takes an award for another."""
    province = any(mention.sort == "place" and mention.start == trigger.end for mention in group)
    return len(triggers) == 1 and province and any(mention.sort == "award" for mention in group)


def _to_object(group: list[Mention], trigger: Mention) -> int:
    """How far behind a verb the award, place or grade stands that it may have as its object."""
    objects = [mention.start - trigger.end for mention in group if mention.sort in ("award", "rank", "category")]
    return min((apart for apart in objects if apart >= 0), default=1000)


def _unreal(story: Story, unit: int) -> bool:
    return bool(
        cue(story, unit, "hope", _HOPE_REACH)
        or cue(story, unit, "denial", _DENIAL_REACH)
        or cue(story, unit, "refutation")
    )


def _means_topic(units: Units, sentence: Sentence, trigger: Mention, ranked: bool) -> bool:
    """Whether a verb that names nobody speaks of the one named last: "tahun lalu meraih juara ketiga", "kepada kota ini".

    A place without a verb does where the sentence points back and names nobody else: "desa ini menjadi terbaik pertama".
    """
    if trigger.sort == "rank":
        pointed = any(word in _POINTERS for word in units.words[sentence.start : trigger.start])
        return pointed and not any(mention.start < trigger.start for mention in sentence.of("recipient"))
    if trigger.value["place"] == "kepada":
        to = next((unit for unit in range(trigger.end, sentence.end) if units.words[unit] == "kepada"), sentence.end)
        behind = units.words[to + 1 : min(to + 7, sentence.end)]
        return bool(behind) and behind[0] in _KINDS and any(word in _POINTERS for word in behind)
    if trigger.value["place"] not in ("before", "around") or not (ranked or sentence.of("award", "category")):
        return False
    before = range(sentence.start, trigger.start)
    counted = any(units.has(unit, "number") and units.words[unit + 1] in _COUNTED for unit in before)
    return not counted and not any(units.has(unit, "winner_nouns") for unit in before)


def _eligible(
    units: Units, sentence: Sentence, group: list[Mention], trigger: Mention | None, ranks: list[Mention]
) -> list[Mention]:
    """The recipients of a group that stand where its verb wants them."""
    named = _without_places_of(units, [mention for mention in group if mention.sort == "recipient"])
    if trigger is None or (len(ranks) == len(named) > 1):
        return named
    match trigger.value["place"]:
        case "before":
            before = _coordinated(units, [mention for mention in named if mention.start < trigger.start])
            return before or [
                m for m in named if (ranks and ranks[0].start < m.start) or _is_opened(units, trigger.end, m.start)
            ]
        case "after":
            return [mention for mention in named if mention.start > trigger.start]
        case "listed":
            after = [mention for mention in named if mention.start > trigger.start]
            if not after and any(mention.sort == "shortlist" for mention in group):
                return named
            near = after[:1] and after[0].start <= trigger.end + 1
            direct = (
                near
                or trigger.value["outcome"] == "nominee"
                or any(_is_opened(units, trigger.end, m.start) for m in after[:1])
            )
            return after if direct else []
        case "kepada":
            behind = units.words[trigger.end : sentence.end]
            start = next(
                (behind.index(word) for word in ("kepada", "untuk", "bagi", "atas", "pada") if word in behind),
                len(behind),
            )
            return [mention for mention in named if mention.start > trigger.end + start]
    return named


def _coordinated(units: Units, named: list[Mention]) -> list[Mention]:
    """The last of several names and those that only commas and conjunctions tie to it: the subject of a verb."""
    kept, tied = named[-1:], False
    for mention in reversed(named[:-1]):
        between = units.words[mention.end : kept[0].start]
        if mention.value == kept[0].value:
            kept[0] = mention
            continue
        tied = tied or any(word in _CONJUNCTIONS for word in between)
        loose = sum(word not in _TIES for word in between)
        if not tied or loose > (1 if between and between[0] in _CONJUNCTIONS else 0):
            break
        kept.insert(0, mention)
    return kept


def _is_opened(units: Units, start: int, end: int) -> bool:
    """Whether a colon or a word such as "adalah" between a verb and a name makes the name its subject."""
    return any(units.words[unit] == ":" or units.has(unit, "list_openers") for unit in range(start, end))


def _without_places_of(units: Units, named: list[Mention]) -> list[Mention]:
    """Leave out regions that only say where the one before them lies: "Desa A, Kabupaten C", "Kabupaten A, Provinsi B"."""
    kept: list[Mention] = []
    for mention in named:
        last = kept[-1] if kept else None
        if last and mention.value.code and _lies_in(units, last, mention):
            continue
        kept.append(mention)
    return kept


def _lies_in(units: Units, first: Mention, second: Mention) -> bool:
    if first.value.code is None:
        return all(word in (",", "(") for word in units.words[first.end : second.start])
    inside = str(first.value.code).startswith(f"{second.value.code}.")
    between = units.reading.words[units.ends[first.end - 1] : units.starts[second.start]]
    return inside and len(between) <= _ADDRESS and all(word in _ADDRESS_WORDS or word[0].isupper() for word in between)
