"""Honours: a list of the awards of one winner, whom only its head names.

    Kabupaten Sigi memborong tiga penghargaan sepanjang 2023, di antaranya:
    1. Adipura
    2. Juara II Paritrana Award 2023 tingkat Provinsi Sulawesi Tengah

The head, or the sentence before it, names the story's hero beside "penghargaan"; that it won is said there or in the
headline. What is hoped for, and awards that somebody gives away, are no honours.
"""

from extractor.assemble.claims import Claim
from extractor.assemble.lists import ListState, opens_list
from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Mention, Scene, Sentence
from extractor.assemble.unreal import is_unreal
from extractor.facts import Recipient

_OPENER = 6
"""Units that a head has at most which only opens the list: "Di antaranya:"."""


def heads_honours(memory: Memory, scene: Scene, sentence: Sentence, following: Sentence | None) -> Recipient | None:
    """Whose awards the marked lines below a sentence are; None where it is no such head."""
    if following is None or following.mark is None or sentence.mark or not _is_honour(following):
        return None
    if not (opens_list(memory.story, sentence) or memory.says(sentence, "list_heads", "list_openers")):
        return None
    before = scene.sentence(sentence.number - 1) if sentence.number else None
    short = sentence.end - sentence.start <= _OPENER
    said = [one for one in (sentence, before if short else None) if one is not None]
    telling = next((one for one in said if memory.says(one, "award_nouns") and one.of("recipient")), None)
    title = scene.sentence(0)
    if telling is None or title is None or is_unreal(memory.story, telling.end - 1):
        return None
    triggers = [mention for one in (telling, sentence, title) for mention in one.of("trigger")]
    gives = any(mention.value["place"] == "kepada" for mention in triggers)
    won = any(mention.value["outcome"] == "winner" for mention in triggers)
    named = {mention.value for mention in telling.of("recipient")}
    return memory.hero if won and not gives and named == {memory.hero} else None


def open_honours(memory: Memory, hero: Recipient) -> None:
    """Remember that the lines below are the awards of one winner."""
    memory.list = ListState(outcome="winner", hero=hero)


def read_honour(memory: Memory, hero: Recipient, sentence: Sentence) -> None:
    """Tell the award that a line of a list of honours names."""
    if not _is_honour(sentence):
        return
    award, setting = memory.settings_in(sentence)[0]
    triggers = sentence.of("trigger")
    nominee = any(mention.value["outcome"] == "nominee" for mention in triggers)
    shortlist, rank = next(iter(sentence.of("shortlist")), None), next(iter(sentence.of("rank")), None)
    category = next(iter(sentence.of("category")), None)
    outcome = "nominee" if nominee or (shortlist and not rank) else "winner"
    if is_unreal(memory.story, award.start) or any(is_unreal(memory.story, one.start) for one in triggers):
        return
    parts = [part for part in (award, rank, shortlist, category) if part]
    memory.tell(
        Claim(
            recipient=hero,
            outcome=outcome,
            rank=rank.value if rank else None,
            shortlist=shortlist.value if shortlist else None,
            category=category.value if category else None,
            at=sentence.number,
            anchor=(award.start, award.end),
            units=tuple(sorted((part.start, part.end) for part in parts)),
            pattern="records.honours",
        ),
        setting,
        sentence,
    )


def _is_honour(sentence: Sentence) -> bool:
    """Whether a line names one award, and nobody else to whom it may have gone."""
    named: list[Mention] = sentence.of("recipient")
    return len({mention.value for mention in sentence.of("award")}) == 1 and not named
