"""Claims: what one sentence says of who got an award, or is in the running for it.

A sentence falls into pieces at commas and conjunctions; a piece that names a recipient without a place, category or verb
joins the neighbour that has one. In each group the places and categories are then given out in order: "A dan B
masing-masing juara 1 dan 2", "juara 1 diraih A, juara 2 B", "A (juara 1), B (juara 2)".
"""

from typing import NamedTuple

from extractor.annotate.context import cue
from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Sentence
from extractor.facts import Recipient
from extractor.patterns import Units

_BREAKS = frozenset(", ; dan serta lalu kemudian sedangkan sementara disusul diikuti | adapun".split())
_HOPE_REACH, _DENIAL_REACH = 12, 4


class Claim(NamedTuple):
    """What a sentence says of one recipient; `at` is the sentence's number, `units` the words that say it."""

    recipient: Recipient
    outcome: str
    rank: int | None
    shortlist: int | None
    category: str | None
    at: int
    units: tuple[tuple[int, int], ...]
    pattern: str


def groups(units: Units, sentence: Sentence) -> list[list[Mention]]:
    """The mentions of a sentence in groups that belong together."""
    found: list[list[Mention]] = []
    waiting: list[Mention] = []
    for piece in _pieces(units, sentence):
        if waiting and _turns_between(units, waiting[-1].end, piece[0].start):
            found.append(waiting)
            waiting = []
        named = any(mention.sort == "recipient" for mention in piece)
        told = any(mention.sort in ("rank", "category", "trigger") for mention in piece)
        if named and told:
            found.append(waiting + piece)
            waiting = []
        elif found and not waiting and _joins_back(found[-1], piece, named):
            found[-1] = found[-1] + piece
        else:
            waiting = waiting + piece
    if waiting:
        if found and not any(mention.sort == "recipient" for mention in waiting):
            found[-1] = found[-1] + waiting
        else:
            found.append(waiting)
    return found


def _turns_between(units: Units, start: int, end: int) -> bool:
    return any(units.has(unit, "clause_turns") for unit in range(start, end))


def _joins_back(group: list[Mention], piece: list[Mention], named: bool) -> bool:
    last = group[-1].sort
    return last == "recipient" if named else last in ("rank", "category") and piece[0].sort == "rank"


def _pieces(units: Units, sentence: Sentence) -> list[list[Mention]]:
    pieces: list[list[Mention]] = []
    at = sentence.start
    for mention in sentence.mentions:
        if not pieces or any(units.words[unit] in _BREAKS for unit in range(at, mention.start)):
            pieces.append([])
        if mention.start >= at:
            pieces[-1].append(mention)
            at = max(at, mention.end)
        if mention.sort == "trigger" and units.words[mention.start].startswith(("disusul", "diikuti")) and len(pieces[-1]) > 1:
            pieces[-1].pop()
            pieces.append([mention])
    return [piece for piece in pieces if piece]


def read_group(
    story: Story, sentence: Sentence, group: list[Mention], outcome: str | None, topic: Mention | None = None
) -> list[Claim]:
    """The claims of one group.

    `outcome` is what the list's head or the sentence before says, if anything; `topic` is whom the story spoke of last,
    for a verb that names nobody ("tahun lalu hanya meraih juara ketiga").
    """
    units = story.units
    trigger = _trigger(group)
    if trigger is None and sentence.of("shortlist") and outcome is None:
        outcome = None if _unreal(story, sentence.of("shortlist")[0].start) else "nominee"
    if trigger:
        if _unreal(story, trigger.start):
            return []
        outcome = trigger.value["outcome"]
    ranks = [mention for mention in group if mention.sort == "rank" and not _unreal(story, mention.start)]
    if any(mention.sort == "rank" for mention in group) and not ranks and not trigger:
        return []
    outcome = outcome or ("winner" if ranks else None)
    if outcome is None:
        return []
    named = _eligible(units, sentence, group, trigger, ranks)
    if not named and topic and trigger and _means_topic(units, sentence, trigger, bool(ranks)):
        named = [topic._replace(start=trigger.start, end=trigger.end)]
    return _paired(group, named, ranks, outcome, sentence, trigger)


def _means_topic(units: Units, sentence: Sentence, trigger: Mention, ranked: bool) -> bool:
    """Whether a verb that names nobody speaks of the one named last: "tahun lalu meraih juara ketiga", "kepada kota ini"."""
    if trigger.value["place"] == "kepada":
        to = next((unit for unit in range(trigger.end, sentence.end) if units.words[unit] == "kepada"), sentence.end)
        behind = units.words[to + 1 : min(to + 7, sentence.end)]
        return bool(behind) and behind[0] in _KINDS and any(word in ("ini", "itu", "tersebut") for word in behind)
    if trigger.value["place"] != "before" or not (ranked or sentence.of("award")):
        return False
    before = range(sentence.start, trigger.start)
    return not any(units.has(unit, "number") or units.has(unit, "winner_nouns") for unit in before if not units.has(unit, "year"))


_KINDS = ("kabupaten", "kota", "provinsi", "daerah", "desa", "perusahaan", "pemkab", "pemkot", "yayasan")


def outcome_of(story: Story, sentence: Sentence) -> str | None:
    """What a sentence that names nobody says of those whom it counts or lists; None where it hopes or denies."""
    trigger = _trigger(sentence.mentions)
    if trigger:
        return None if _unreal(story, trigger.start) else str(trigger.value["outcome"])
    shortlists = sentence.of("shortlist")
    if shortlists:
        return None if _unreal(story, shortlists[0].start) else "nominee"
    units = story.units
    listed = any(units.has(unit, "winner_nouns") for unit in range(sentence.start, sentence.end))
    return "winner" if listed else None


def _trigger(group: list[Mention]) -> Mention | None:
    """The verb that decides: a nominee's before a winner's."""
    triggers = [mention for mention in group if mention.sort == "trigger"]
    nominee = [mention for mention in triggers if mention.value["outcome"] == "nominee"]
    return (nominee or triggers or [None])[0]


def _unreal(story: Story, unit: int) -> bool:
    return bool(cue(story, unit, "hope", _HOPE_REACH) or cue(story, unit, "denial", _DENIAL_REACH))


def _eligible(units: Units, sentence: Sentence, group: list[Mention], trigger: Mention | None, ranks: list[Mention]) -> list[Mention]:
    """The recipients of a group that stand where its verb wants them."""
    named = _without_places_of([mention for mention in group if mention.sort == "recipient"])
    place = trigger.value["place"] if trigger else "around"
    if place == "before" and trigger:
        before = [mention for mention in named if mention.start < trigger.start]
        return before or [mention for mention in named if ranks and ranks[0].start < mention.start]
    if place == "after" and trigger:
        return [mention for mention in named if mention.start > trigger.start]
    if place == "listed" and trigger:
        return [mention for mention in named if mention.start > trigger.start]
    if place == "kepada" and trigger:
        to = next((unit for unit in range(trigger.end, sentence.end) if units.words[unit] in ("kepada", "untuk", "pada")), None)
        return [mention for mention in named if to is not None and mention.start > to]
    return named


def _without_places_of(named: list[Mention]) -> list[Mention]:
    """Leave out regions that only say where the one before them lies: "Desa A, Kecamatan B, Kabupaten C"."""
    kept: list[Mention] = []
    for mention in named:
        code, last = mention.value.code, kept[-1].value if kept else None
        if last and code and (last.type in ("company", "institution", "village") or (last.code or "").count(".") > 1):
            if last.code is None and mention.start - kept[-1].end <= 2 or (last.code or "").startswith(code + "."):
                continue
        kept.append(mention)
    return kept


def _paired(
    group: list[Mention],
    named: list[Mention],
    ranks: list[Mention],
    outcome: str,
    sentence: Sentence,
    trigger: Mention | None,
) -> list[Claim]:
    categories = [mention for mention in group if mention.sort == "category"]
    if not categories:
        categories = [mention for mention in sentence.of("category") if mention.start < group[0].start]
    shortlist = next((mention.value for mention in sentence.of("shortlist")), None)
    claims = []
    for index, mention in enumerate(named):
        rank = _rank_of(index, mention, named, ranks)
        category = _category_of(mention, categories)
        proof = [part for part in (mention, trigger, rank) if part]
        claims.append(
            Claim(
                mention.value,
                outcome,
                rank.value if rank else None,
                shortlist if outcome == "nominee" else None,
                category.value if category else None,
                sentence.number,
                tuple((part.start, part.end) for part in sorted(proof)),
                trigger.pattern if trigger else "records.rank" if rank else "records.list",
            )
        )
    return claims


def _rank_of(index: int, mention: Mention, named: list[Mention], ranks: list[Mention]) -> Mention | None:
    if len(ranks) == len(named):
        return ranks[index]
    if len(ranks) == 1 and len(named) > 1:
        nearest = min(named, key=lambda name: abs(name.start - ranks[0].start))
        return ranks[0] if nearest is mention else None
    return ranks[0] if len(named) == 1 and ranks else None


def _category_of(mention: Mention, categories: list[Mention]) -> Mention | None:
    before = [category for category in categories if category.start < mention.start]
    after = [category for category in categories if category.start > mention.start]
    return before[-1] if before else after[0] if after else None
