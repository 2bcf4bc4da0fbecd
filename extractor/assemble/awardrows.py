"""Rows of awards: those that one verb has together, "meraih Adipura 2023, UHC Award dan KLA 2023 kategori Nindya"."""

from extractor.annotate.story import Story
from extractor.assemble.claims import Claim
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.unreal import is_unreal
from extractor.patterns import Units

_LINKS = (",", "dan", "serta", "maupun", "&")
_BESIDE = frozenset({*_LINKS, "tahun", "penghargaan", "anugerah", "piala", "predikat", "(", ")", "juga", "kategori"})
_FRONTING = frozenset({"selain", "setelah", "usai", "seusai", "samping"})
_OBJECT, _BEFORE, _MOST = 2, 3, 8
_OWN = ("edition", "category", "level")


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


def shared_out(sentence: Sentence, claim: Claim, row: list[Mention]) -> list[Claim]:
    """The claim for each award of a row, in the category that stands behind its name; the first may have one before."""
    ends = [*(mention.start for mention in row[1:]), sentence.end]
    given = {one.value for one in sentence.of("category") if one.start >= row[0].start}
    claims = []
    for award, end in zip(row, ends, strict=True):
        behind = next((one.value for one in sentence.of("category") if award.start <= one.start < end), None)
        before = claim.category if award is row[0] and claim.category not in given else None
        claims.append(_in_award(claim, award, behind or before))
    return claims


def fronted(story: Story, sentence: Sentence, claim: Claim) -> Claim | None:
    """What a clause before a claim says of its recipient: "Selain meraih Adipura, Kabupaten Sigi juga menerima ..."."""
    verb = next(iter(sentence.of("trigger")), None)
    award = next(iter(sentence.of("award")), None)
    if verb is None or award is None or not 0 <= award.start - verb.end <= _OBJECT or verb.value["outcome"] != "winner":
        return None
    opens = not _FRONTING.isdisjoint(story.units.words[max(sentence.start, verb.start - _BEFORE) : verb.start])
    named = [one.start for one in sentence.of("recipient", "rank") if one.start < claim.anchor[0]]
    if not opens or not named or min(named) < award.end or is_unreal(story, verb.start):
        return None
    behind = [one.value for one in sentence.of("category") if award.start <= one.start < min(named)]
    return _in_award(claim, award, behind[0] if behind else None)._replace(outcome="winner", rank=None, shortlist=None)


def _in_award(claim: Claim, award: Mention, category: str | None) -> Claim:
    proof = tuple(dict.fromkeys((*claim.units, (award.start, award.end))))
    return claim._replace(category=category, units=proof, anchor=(award.start, award.end))


def _is_joined(units: Units, sentence: Sentence, first: Mention, second: Mention) -> bool:
    own = {unit for one in sentence.of(*_OWN) for unit in range(one.start, one.end)}
    between = [units.words[unit] for unit in range(first.end, second.start) if unit not in own]
    return any(word in _LINKS for word in between) and _BESIDE.issuperset(between)
