"""Claims: what one group of a sentence says of who got an award, or is in the running for it."""

from collections.abc import Callable
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.categories import fits, owner_of, shared_out
from extractor.assemble.eligible import eligible, means_topic
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.onward import only_sent_on, without_sent_on
from extractor.assemble.pairing import Pair, each_its_own, pairs
from extractor.assemble.triggers import deciding
from extractor.assemble.unreal import is_unreal
from extractor.facts import Recipient
from extractor.patterns import Units

_IS = ("ialah", "adalah", "yakni", "yaitu")
_GRADES = ("predicate", "grade")
"""Patterns of categories that are one winner's grade, and no other's who has a verb of its own."""
_FOR = ("untuk", "kepada", "bagi")


class Claim(NamedTuple):
    """What a sentence says of one recipient.

    `at` is the sentence's number, `anchor` the units of the place, verb or name that says it, `units` its proof.
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
    story: Story,
    sentence: Sentence,
    group: list[Mention],
    outcome: str | None,
    spoken_of: Callable[[], Mention | None] | None = None,
) -> list[Claim]:
    """The claims of one group.

    `outcome` is what the list's head or the sentence before says, if anything; `spoken_of` tells whom the story spoke
    of last, for a verb that names nobody ("tahun lalu hanya meraih juara ketiga").
    """
    group = _without_unreal(story, group)
    trigger = deciding(group)
    placed = [mention for mention in group if mention.sort == "rank"]
    ranks = [mention for mention in placed if not is_unreal(story, mention.start)]
    if is_unreal(story, trigger.start) if trigger else (placed and not ranks) or _is_hoped(story, group, ranks):
        return []
    shortlists = _shortlists(sentence, group)
    reached = not placed and any(mention in group for mention in shortlists)
    if trigger and _follows_nobody(story, sentence, trigger):
        return []
    told = _told(group, trigger, placed) or (None if reached else outcome) or _implied(story, sentence, group)
    if told is None:
        return []
    named = eligible(story.units, sentence, group, trigger, ranks)
    onward = only_sent_on(story.units, sentence, ranks)
    if onward is not None:
        named = without_sent_on(story.units, named, ranks[0], onward)
        if not named:
            return []
    said = trigger or next(iter(ranks), None)
    topic = spoken_of() if spoken_of and said and not named else None
    if topic and said and _can_be(story, topic, group) and means_topic(story.units, sentence, said, bool(ranks)):
        named = [topic._replace(start=said.start, end=said.end)]
    carried = [m for m in sentence.of("category") if m.start < group[0].start and _reaches(story.units, m, group)]
    if trigger and trigger.value["place"] == "before" and not placed:
        carried = [mention for mention in carried if mention.pattern not in _GRADES]
    shortlist = next((mention for mention in shortlists if told == "nominee" or mention in group), None)
    parts = shared_out(story.units, sentence, group, len(named))
    shared = each_its_own(named, ranks, parts) if parts else pairs(group, named, ranks, carried)
    return [_claim(story, sentence, pair, trigger, shortlist, told) for pair in shared]


def _shortlists(sentence: Sentence, group: list[Mention]) -> list[Mention]:
    """The shortlists of a group, and those that its sentence named before it."""
    return [mention for mention in sentence.of("shortlist") if mention in group or mention.start < group[0].start]


def _without_unreal(story: Story, group: list[Mention]) -> list[Mention]:
    """A group without the verbs that are only hoped for or denied, where another is not: "meraih Adipura dan akan maju
    ke Naker Award"; and without one that has no subject of its own, where another has one ("Selain meraih Adipura,
    Kabupaten Sigi menerima UHC Award").
    """
    verbs = [mention for mention in group if mention.sort == "trigger"]
    listed = [one for one in group if one.sort == "shortlist" and not is_unreal(story, one.start)]
    denied = [verb for verb in verbs if is_unreal(story, verb.start)] if len(verbs) > 1 or listed else []
    if listed and denied and denied == verbs and listed[0].start < verbs[0].start:
        return [one for one in group if one not in denied]
    unreal = denied if len(verbs) > 1 else []
    first = next((mention.start for mention in group if mention.sort == "recipient"), None)
    active = [verb for verb in verbs if verb.value["place"] == "before" and verb not in unreal]
    if first is not None and active and active[0].start < first < active[-1].start:
        unreal += [verb for verb in active if verb.start < first]
    if unreal and _have_all_awards(group, verbs, unreal):
        unreal = [verb for verb in verbs if verb not in unreal]
    return [mention for mention in group if mention not in unreal] if len(unreal) < len(verbs) else group


def _have_all_awards(group: list[Mention], verbs: list[Mention], unreal: list[Mention]) -> bool:
    """Whether verbs that are not meant have the awards of a group, and the others none: "Daerah yang belum meraih WTP
    ialah Kabupaten Sigi yang mendapat opini WDP".
    """
    awards = [mention.start for mention in group if mention.sort == "award"]
    theirs = [next((verb for verb in reversed(verbs) if verb.start < award), None) for award in awards]
    placed = any(mention.sort in ("rank", "category") for mention in group)
    return bool(awards) and not placed and all(verb in unreal for verb in theirs)


def _follows_nobody(story: Story, sentence: Sentence, trigger: Mention) -> bool:
    """Whether "diikuti" follows no winner but says who took part: "Penjurian Paritrana Award diikuti Wakil Bupati"."""
    if not story.units.has(trigger.start, "followers"):
        return False
    before = [mention.sort for mention in sentence.mentions if mention.start < trigger.start]
    return "award" in before and not {"recipient", "rank", "category"}.intersection(before)


def _is_hoped(story: Story, group: list[Mention], ranks: list[Mention]) -> bool:
    """Whether a group without a verb or place gives a grade that is only hoped for or denied."""
    grades = [mention for mention in group if mention.sort == "category"]
    return not ranks and bool(grades) and all(is_unreal(story, mention.start) for mention in grades)


def _told(group: list[Mention], trigger: Mention | None, placed: list[Mention]) -> str | None:
    """The outcome that a group's verb says; who only reaches a shortlist is a nominee: "meraih tiga besar"."""
    if trigger is None:
        return None
    listed = not placed and any(mention.sort == "shortlist" for mention in group)
    return "nominee" if listed else str(trigger.value["outcome"])


def _implied(story: Story, sentence: Sentence, group: list[Mention]) -> str | None:
    """The outcome of a group without a verb, by its place or shortlist, or because it says who the winner is."""
    placed = [mention for mention in group if mention.sort == "rank"]
    shortlists = _shortlists(sentence, group)
    if shortlists and not placed and not is_unreal(story, shortlists[0].start):
        return "nominee"
    return "winner" if placed or _is_named_winner(story.units, sentence, group) else None


def _is_named_winner(units: Units, sentence: Sentence, group: list[Mention]) -> bool:
    """Whether a group says who an award's or category's winner is: "Pembina K3 Terbaik ialah Jawa Timur"; in a list's
    item also for whom an award is: "- Adipura 2023 untuk Kota Tegal".
    """
    first = next((mention for mention in group if mention.sort == "recipient"), None)
    if first is None:
        return False
    before = [mention.sort for mention in group if mention.end < first.start]
    if sentence.mark and units.words[first.start - 1] in _FOR:
        return "award" in before
    return units.words[first.start - 1] in _IS and ("award" in before or "category" in before)


def _can_be(story: Story, topic: Mention, group: list[Mention]) -> bool:
    return all(fits(story, mention.value, topic.value.type) for mention in group if mention.sort == "category")


def _reaches(units: Units, category: Mention, group: list[Mention]) -> bool:
    """Whether a category of an earlier group still holds: not behind a semicolon or a new name of an award."""
    named = any(mention.sort == "award" for mention in group)
    return not named and ";" not in units.words[category.end : group[0].start]


def _who(story: Story, pair: Pair) -> Recipient:
    """The recipient; a name without a head is a person's in a category of persons."""
    owner = owner_of(story, pair.category.value) if pair.category else None
    person = owner == "person" and pair.named.pattern == "bare"
    named: Recipient = pair.named.value
    return named._replace(type="person") if person else named


def _claim(
    story: Story, sentence: Sentence, pair: Pair, trigger: Mention | None, shortlist: Mention | None, outcome: str
) -> Claim:
    anchor = pair.rank or shortlist or trigger or pair.named
    award, who = nearest_award(sentence, anchor), _who(story, pair)
    proof = [part for part in (pair.named, trigger, pair.rank, pair.category, shortlist, award) if part]
    return Claim(
        recipient=who,
        outcome=outcome,
        rank=pair.rank.value if pair.rank else None,
        shortlist=shortlist.value if shortlist else None,
        category=pair.category.value if pair.category and fits(story, pair.category.value, who.type) else None,
        at=sentence.number,
        anchor=(anchor.start, anchor.end),
        units=tuple((part.start, part.end) for part in sorted(proof, key=lambda part: part.start)),
        pattern=trigger.pattern if trigger else "records.rank" if pair.rank else "records.list",
    )
