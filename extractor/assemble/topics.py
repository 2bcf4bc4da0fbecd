"""Topics: whom a verb without a name speaks of."""

from extractor.assemble.holders import subject
from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Holder, Mention, Sentence, is_capital
from extractor.patterns import Units

_ADVERBS, _VILLAGES = 3, 60
_FIRM = ("perseroan", "perusahaan")
_SAME = ["yang", "sama"]
_POINTERS, _KINDS = ("itu", "ini", "tersebut"), ("kabupaten", "kota", "provinsi", "desa", "kelurahan")
_SPEAKERS = frozenset({"kami", "kita"})


def spoken_of(memory: Memory, sentence: Sentence) -> Mention | None:
    """Whom a verb without a name speaks of: the one named last; by a nickname ("Kota Tahu"), by a verb that asks by
    whom ("Adipura 2017 diraih saat ..."), as who says it ("tahun lalu kami juga meraih") or as "perusahaan yang sama",
    the story's hero.
    """
    units = memory.story.units
    verbs = [mention.start for mention in sentence.of("trigger") if mention.value["place"] in ("before", "around")]
    holder = next(filter(None, (subject(units, memory.holders, verb) for verb in verbs)), None)
    if holder:
        return _as_person(memory, sentence, holder)
    named = next(filter(None, (_by_last_word(memory, sentence, verb) for verb in verbs)), None)
    if named:
        return named
    nicknamed = any(
        units.has(unit, "nickname_heads") and units.said(unit, unit + 2).istitle()
        for unit in range(sentence.start, sentence.end - 1)
    )
    if any(units.words[verb - 1] in _FIRM for verb in verbs if verb > sentence.start):
        return _firm(memory)
    same = any(
        units.has(unit, "recipient_nouns") and units.words[unit + 1 : unit + 3] == _SAME
        for unit in range(sentence.start, sentence.end - 1)
    )
    unnamed = any(mention.value["place"] == "after" for mention in sentence.of("trigger"))
    quoted = not _SPEAKERS.isdisjoint(units.words[sentence.start : sentence.end])
    told = [*verbs, *(mention.start for mention in sentence.of("rank"))]
    if memory.topic and any(_points_elsewhere(units, memory.topic, at) for at in told):
        return None
    if (nicknamed or unnamed or quoted or same) and memory.hero and memory.topic:
        return memory.topic._replace(value=memory.hero)
    return memory.topic


def _firm(memory: Memory) -> Mention | None:
    """The firm that "perseroan" means: whom the story spoke of last or most often, if one of them is a firm."""
    topic = memory.topic
    firms = (one for one in (topic.value if topic else None, memory.hero) if one and one.type == "company")
    firm = next(firms, None)
    return topic._replace(value=firm) if topic and firm else None


def _by_last_word(memory: Memory, sentence: Sentence, verb: int) -> Mention | None:
    """The village that the story told of, by its name without "Desa" before a verb: "Dengan itu Sulek berhak maju"."""
    units, at = memory.story.units, verb - 1
    while at > sentence.start and verb - at <= _ADVERBS and units.tags[at] == "word" and not is_capital(units, at):
        at -= 1
    if at < sentence.start or not is_capital(units, at):
        return None
    word = f" {units.words[at]}"
    told = {one.claim.recipient for one in memory.told[-_VILLAGES:] if one.claim.recipient.type == "village"}
    meant = [one for one in told if one.name.lower().endswith(word)]
    return Mention("recipient", at, at + 1, meant[0]) if len(meant) == 1 else None


def _as_person(memory: Memory, sentence: Sentence, holder: Holder) -> Mention | None:
    """The official who is the subject of a verb, in a sentence that names an award for persons; None in others."""
    awards = memory.story.patterns.awards
    personal = any((known := awards.get(award.value)) and known.personal for award in sentence.of("award"))
    return Mention("recipient", holder.start, holder.end, holder.person) if personal else None


def _points_elsewhere(units: Units, topic: Mention, verb: int) -> bool:
    """Whether the subject of a verb points at a region of another kind than the topic's: "Kota itu meraih", behind
    "Pemkab Tebo belajar ke Kota Jambi".
    """
    pointed = units.words[verb - 2] if verb > 1 and units.words[verb - 1] in _POINTERS else ""
    own = str(topic.value.name).partition(" ")[0].lower()
    return pointed in _KINDS and own in _KINDS and pointed != own
