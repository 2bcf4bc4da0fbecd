"""The narrative: the sentences in order, each read in the light of what the story said before it.

A sentence that names no award speaks of the last one named, if it speaks of places, categories or awards at all; the
lines of a list take their outcome and category from its head and headings. Sentences that tell of no award and stand
in no list are passed over: a long text is mostly of such.
"""

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.continued import read_continued
from extractor.assemble.honours import heads_honours, open_honours, read_honour
from extractor.assemble.items import heads_list, open_list, open_under, opens_under, read_item
from extractor.assemble.lists import is_item
from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Mention, Scene
from extractor.assemble.rows import read_row, read_section
from extractor.assemble.running import is_told, read_running
from extractor.assemble.setting import Setting
from extractor.assemble.tables import bars, is_row
from extractor.patterns import Units

_TOLD = frozenset({"rank", "shortlist", "category", "trigger"})
_WORDS = ("award_nouns", "category_heads", "consolations", "list_heads", "rank_heads", "winner_nouns")
"""What tells of an award that is remembered: mentions of these sorts, words of these lists."""


class _Telling(NamedTuple):
    """The numbers of the sentences that tell something: `always`, or only while an award is remembered."""

    always: set[int]
    then: set[int]


def narrate(story: Story, mains: dict[str, Setting], scene: Scene) -> Memory:
    """What the story has told when it ends; `mains` are the awards of the story as it sees them as a whole."""
    memory = Memory(story, mains, scene)
    topics = [(number, topic) for number, said in scene.said() if (topic := _topic(said))]
    telling, behind = _telling(story, scene), 0
    for number in sorted(telling.always | telling.then):
        behind = _read_on(memory, scene, behind, number)
        if number < behind or not (number in telling.always or memory.remembers_at(number)):
            continue
        if behind < number:
            at = bisect_left(topics, number, key=itemgetter(0)) - 1
            memory.pass_over(topics[at][1] if at >= 0 and topics[at][0] >= behind else None)
        _read(memory, scene, number)
        behind = number + 1
    _read_on(memory, scene, behind, len(story.units.sentences))
    return memory


def _read_on(memory: Memory, scene: Scene, number: int, limit: int) -> int:
    """Read on from a sentence while what was said before may go on; the number of the one behind, `limit` at most."""
    while number < limit and memory.awaits(number):
        _read(memory, scene, number)
        number += 1
    return number


def _telling(story: Story, scene: Scene) -> _Telling:
    """The sentences that tell something, and those above them, which may head them."""
    units, reading = story.units, story.units.reading
    heads = {number for number, (_, last) in enumerate(reading.sentences) if reading.words[last - 1] == ":"}
    heads |= _sentences_of(units, units.of("list_heads"))
    always = _sentences_of(units, [*units.of("contests"), *bars(units)])
    then = heads | _sentences_of(units, units.of(*_WORDS))
    for number, said in scene.said():
        sorts = {mention.sort for mention in said}
        if "award" in sorts or ("level" in sorts and ("date" in sorts or number in heads)):
            always.add(number)
            if number and units.reading.list_marks.get(reading.sentences[number][0]) is not None:
                always.add(number - 1)
        elif not sorts.isdisjoint(_TOLD):
            then.add(number)
    return _Telling(always, then | {number - 1 for number in always | then if number})


def _sentences_of(units: Units, found: Iterable[int]) -> set[int]:
    """The numbers of the sentences that these units stand in."""
    return {units.reading.sentence_of[units.starts[unit]] for unit in found}


def _topic(said: list[Mention]) -> Mention | None:
    """Whom the mentions of a sentence speak of: the first who may get an award, else the first firm; not by whom it is
    given ("diserahkan Gubernur Bali").
    """
    firm = None
    given = {one.end for one in said if one.sort == "trigger" and one.value["place"] == "kepada"}
    for mention in said:
        if mention.start in given or mention.start - 1 in given:
            continue
        if mention.sort == "recipient":
            return mention
        if firm is None and mention.sort == "place" and mention.value.type == "company":
            firm = mention
    return firm


def _read(memory: Memory, scene: Scene, number: int) -> None:
    sentence, following = scene.sentence(number), scene.sentence(number + 1)
    assert sentence is not None, "only sentences of the story are read"
    settings = memory.settings_in(sentence)
    memory.follow(sentence, settings)
    if is_row(memory.story.units, sentence):
        read_row(memory, sentence)
        return
    if read_section(memory, sentence, following):
        return
    memory.header = memory.row_category = None
    if memory.list is not None and memory.list.hero and sentence.mark:
        read_honour(memory, memory.list.hero, sentence)
        return
    if memory.list is not None and is_item(memory.story, sentence) and (sentence.mark or not settings):
        read_item(memory, memory.list, sentence, following)
        return
    if opens_under(memory, sentence, following):
        open_under(memory, sentence)
        return
    memory.list = None
    if is_told(memory, sentence):
        read_running(memory, sentence, settings)
    else:
        read_continued(memory, sentence)
    memory.topic = _topic(sentence.mentions) or memory.topic
    hero = heads_honours(memory, scene, sentence, following)
    if hero:
        open_honours(memory, hero)
    elif heads_list(memory, sentence, following):
        open_list(memory, sentence)
