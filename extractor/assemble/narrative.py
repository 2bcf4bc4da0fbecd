"""The narrative: the sentences in order, each read in the light of what the story said before it.

A sentence that names no award speaks of the last one named, if it speaks of places, categories or awards at all; the
lines of a list take their outcome and category from its head and headings.
"""

from extractor.annotate.story import Story
from extractor.assemble.items import heads_list, open_list, open_under, opens_under, read_item
from extractor.assemble.lists import is_item
from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Sentence
from extractor.assemble.rows import read_row
from extractor.assemble.running import is_told, read_running
from extractor.assemble.setting import Setting
from extractor.assemble.tables import is_row


def narrate(story: Story, mains: dict[str, Setting], scene: list[Sentence]) -> Memory:
    """What the story has told when it ends; `mains` are the awards of the story as it sees them as a whole."""
    memory = Memory(story, mains, scene)
    for sentence, following in zip(scene, [*scene[1:], None], strict=True):
        _read(memory, sentence, following)
    return memory


def _read(memory: Memory, sentence: Sentence, following: Sentence | None) -> None:
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
    firms = (mention for mention in sentence.of("place") if mention.value.type == "company")
    memory.topic = next(iter([*sentence.of("recipient"), *firms]), memory.topic)
    if heads_list(memory, sentence, following):
        open_list(memory, sentence)
