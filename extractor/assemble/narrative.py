"""The narrative: the sentences in order, each read in the light of what the story said before it.

A sentence that names no award speaks of the last one named, if it speaks of places, categories or awards at all; the
lines of a list take their outcome and category from its head and headings. Sentences that tell of no award and stand
in no list are passed over: a long text is mostly of such.
"""

from bisect import bisect_left
from operator import itemgetter

from extractor.annotate.story import Story
from extractor.assemble.items import heads_list, open_list, open_under, opens_under, read_item
from extractor.assemble.lists import is_item
from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Mention, Scene, Sentence
from extractor.assemble.rows import read_row
from extractor.assemble.running import is_told, read_running
from extractor.assemble.setting import Setting
from extractor.assemble.tables import bars, is_row

_TELLING = ("contests", "list_heads", "winner_nouns", "award_nouns", "rank_heads", "consolations", "list_openers")
"""Lists whose words tell something even where they stand alone in a sentence."""
_TOLD = frozenset({"award", "rank", "shortlist", "category", "trigger"})


def narrate(story: Story, mains: dict[str, Setting], scene: Scene) -> Memory:
    """What the story has told when it ends; `mains` are the awards of the story as it sees them as a whole."""
    memory = Memory(story, mains, scene)
    topics = [(sentence.number, topic) for sentence in scene if (topic := _topic(sentence))]
    behind = 0
    for number in _telling(story, scene):
        behind = _read_list(memory, scene, behind, number)
        if behind < number:
            at = bisect_left(topics, number, key=itemgetter(0)) - 1
            memory.pass_over(topics[at][1] if at >= 0 and topics[at][0] >= behind else None)
        if behind <= number:
            _read(memory, scene, number)
            behind = number + 1
    _read_list(memory, scene, behind, len(story.units.sentences))
    return memory


def _read_list(memory: Memory, scene: Scene, number: int, limit: int) -> int:
    """Read on from a sentence while a list is open; the number of the sentence behind it, `limit` at most."""
    while memory.list is not None and number < limit:
        _read(memory, scene, number)
        number += 1
    return number


def _telling(story: Story, scene: Scene) -> list[int]:
    """The numbers of the sentences that may tell something wherever they stand, and of those that may head them."""
    units, reading = story.units, story.units.reading
    told = {sentence.number for sentence in scene if _tells(sentence)}
    worded = {reading.sentence_of[units.starts[unit]] for unit in units.of(*_TELLING)}
    rows = {reading.sentence_of[units.starts[unit]] for unit in bars(units)}
    heads = {number for number, (_, last) in enumerate(reading.sentences) if reading.words[last - 1] == ":"}
    above = {number - 1 for number in told | rows if number}
    return sorted(told | worded | rows | heads | above)


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence speaks of awards, or gives a day for a level."""
    sorts = {mention.sort for mention in sentence.mentions}
    return not sorts.isdisjoint(_TOLD) or sorts.issuperset(("date", "level"))


def _topic(sentence: Sentence) -> Mention | None:
    """Whom a sentence speaks of: the first who may get an award, else the first firm."""
    firm = None
    for mention in sentence.mentions:
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
    memory.header = memory.row_category = None
    if memory.list is not None and is_item(memory.story, sentence) and (sentence.mark or not settings):
        read_item(memory, memory.list, sentence, following)
        return
    if opens_under(memory, sentence, following):
        open_under(memory, sentence)
        return
    memory.list = None
    if is_told(memory, sentence):
        read_running(memory, sentence, settings)
    memory.topic = _topic(sentence) or memory.topic
    if heads_list(memory, sentence, following):
        open_list(memory, sentence)
