"""Rows of awards: those that one winner got together, "meraih Adipura 2023, UHC Award dan KLA 2023 kategori Nindya",
"meraih Adipura 2023 dan menerima UHC Award".
"""

from itertools import pairwise

from extractor.annotate.story import Story
from extractor.assemble.claims import Claim
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.unreal import is_unreal
from extractor.patterns import Units

_LINKS = (",", "dan", "serta", "maupun", "sekaligus", "&")
_BESIDE = frozenset(
    {*_LINKS, "tahun", "penghargaan", "anugerah", "piala", "predikat", "(", ")", "juga", "kategori", "masuk", "sebagai"}
)
_FRONTING = frozenset({"selain", "setelah", "usai", "seusai", "samping"})
_TURN = "giliran"
_OBJECT, _BEFORE, _MOST = 2, 3, 8
_GIVEN = ("category", "rank", "shortlist")
_OWN = ("edition", "category", "level", "rank", "shortlist")


def row_of(units: Units, sentence: Sentence, award: Mention) -> list[Mention]:
    """The awards that only commas and conjunctions, editions and categories part from an award, itself among them."""
    rows: list[list[Mention]] = []
    awards = sentence.of("award")
    if len(awards) > _MOST:
        return [award]
    for mention in awards:
        if rows and _is_joined(units, sentence, rows[-1][-1], mention):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return next((row for row in rows if award in row), [award])


def shared_out(units: Units, sentence: Sentence, claim: Claim, row: list[Mention]) -> list[Claim]:
    """The claim for each award of a row, with the place and category that stand by its name; the first may have a
    category before it.
    """
    begins = [sentence.start, *(_begin(units, last, award) for last, award in pairwise(row))]
    first = not any(award.start < row[0].start for award in sentence.of("award"))
    claims = []
    for award, start, end in zip(row, begins, [*begins[1:], sentence.end], strict=True):
        behind = award.start if award is not row[0] or not first else start
        given = [one for one in sentence.of(*_GIVEN) if start <= one.start < end]
        own = {one.sort: one for one in reversed(given) if one.sort != "category" or one.start >= behind}
        claims.append(_with_own(claim, award, own))
    return claims


def _begin(units: Units, last: Mention, award: Mention) -> int:
    """Where the words of an award begin: behind the last comma or conjunction between it and the one before it."""
    links = [unit for unit in range(last.end, award.start) if units.words[unit] in _LINKS]
    return links[-1] if links else last.end


def _with_own(claim: Claim, award: Mention, own: dict[str, Mention]) -> Claim:
    """A claim in an award, with the place, shortlist and category that are its own."""
    category, rank, shortlist = (own[sort].value if sort in own else None for sort in _GIVEN)
    said = _in_award(claim, award, category)._replace(rank=rank, shortlist=shortlist)
    return said._replace(outcome="nominee") if shortlist and not rank else said


def fronted(story: Story, sentence: Sentence, claim: Claim) -> Claim | None:
    """What a clause before a claim says of its recipient: "Selain meraih Adipura, Kabupaten Sigi juga menerima ..."."""
    verb = next(iter(sentence.of("trigger")), None)
    award = next(iter(sentence.of("award")), None)
    if verb is None or award is None or not 0 <= award.start - verb.end <= _OBJECT or verb.value["outcome"] != "winner":
        return None
    opens = not _FRONTING.isdisjoint(story.units.words[max(sentence.start, verb.start - _BEFORE) : verb.start])
    named = [one.start for one in sentence.of("recipient", "rank") if one.start < claim.anchor[0]]
    turned = _TURN in story.units.words[award.end : claim.anchor[0]]
    if turned or not opens or not named or min(named) < award.end or is_unreal(story, verb.start):
        return None
    behind = [one.value for one in sentence.of("category") if award.start <= one.start < min(named)]
    return _in_award(claim, award, behind[0] if behind else None)._replace(outcome="winner", rank=None, shortlist=None)


def _in_award(claim: Claim, award: Mention, category: str | None) -> Claim:
    proof = tuple(dict.fromkeys((*claim.units, (award.start, award.end))))
    return claim._replace(category=category, units=proof, anchor=(award.start, award.end))


def _is_joined(units: Units, sentence: Sentence, first: Mention, second: Mention) -> bool:
    active = [one for one in sentence.of("trigger") if one.value["place"] == "before"]
    verbs = [one for one in active if one.value["outcome"] == "winner"]
    own = {unit for one in (*sentence.of(*_OWN), *verbs) for unit in range(one.start, one.end)}
    plain = (unit for unit in range(first.end, second.start) if unit not in own and not units.has(unit, "ordinals"))
    between = [units.words[unit] for unit in plain]
    return any(word in _LINKS for word in between) and _BESIDE.issuperset(between)
