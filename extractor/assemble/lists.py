"""Winner lists: a head ("yakni:", "berikut daftar pemenang"), headings that restart the places, and the items."""

from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.categories import heading
from extractor.assemble.mentions import Sentence, says
from extractor.facts import Recipient

_SHORT_LINE = 16
_MOST_MARKED = 3
_STOPS = (".", "!", "?", '"', "”")


class ListState(NamedTuple):
    """What a list's head and headings said of its items.

    `rank` is the place of a heading ("Juara I:"), `ranked` whether the items stand in the order of their places; `hero`
    is whose awards the items are.
    """

    outcome: str | None = None
    category: str | None = None
    rank: int | None = None
    ranked: bool = False
    shortlist: int | None = None
    date: str | None = None
    hero: Recipient | None = None


def opens_list(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence is the head of a list: it ends with a colon."""
    return story.units.words[sentence.end - 1] == ":" and sentence.end - sentence.start > 1


def is_item(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence can be a line of a list: it has a mark, or is short and ends without a stop."""
    short = sentence.end - sentence.start <= _SHORT_LINE
    return bool(sentence.mark) or (short and story.units.words[sentence.end - 1] not in _STOPS)


def is_heading(story: Story, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a line of a list is a heading: "Kategori Usaha Besar", "Juara I:".

    It names nobody, and opens with a category's words, ends with a colon, or has no mark above a line that has one.
    """
    if sentence.of("recipient"):
        return False
    units = story.units
    first = sentence.start + (1 if sentence.mark else 0)
    opens = first < sentence.end and units.among(first, ("category_heads", "category_words"))
    below = following is not None and (following.mark is not None or bool(following.of("rank")))
    above = sentence.mark is None and below and not sentence.of("rank")
    return opens or above or units.words[sentence.end - 1] == ":"


def ends_name(story: Story, sentence: Sentence) -> bool:
    """Whether a line holds but the end of a name that the line before begins: "Kabupaten Minahasa" over "Selatan"."""
    ends = story.patterns.lexicon.values["name_ends"]
    return sentence.mark is None and all(word in ends for word in story.units.words[sentence.start : sentence.end])


def under_heading(story: Story, sentence: Sentence, state: ListState) -> ListState:
    """The state behind a heading: a category begins anew, a place ("Juara I:") holds until the next."""
    rank = next((mention.value for mention in sentence.of("rank")), None)
    if rank is None:
        return state._replace(category=heading(story, sentence.start, sentence.end), rank=None)
    category = next((mention.value for mention in sentence.of("category")), state.category)
    return state._replace(rank=rank, category=category, outcome=state.outcome or "winner")


def item_category(story: Story, sentence: Sentence) -> str | None:
    """The words before the colon of an item that names somebody behind it: "- Wistara: Kota Tangerang"."""
    words = story.units.words[sentence.start : sentence.end]
    colon = sentence.start + words.index(":") if ":" in words else sentence.end
    named, ranks = sentence.of("recipient"), sentence.of("rank")
    if not named or named[0].start < colon or (ranks and ranks[0].start < colon):
        return None
    if colon - sentence.start < _MOST_MARKED and story.units.has(colon - 1, "winner_nouns"):
        return None
    return heading(story, sentence.start, colon)


def place_by_mark(sentence: Sentence, state: ListState) -> int | None:
    """The place that an item's number stands for, where the list's head said that the order is one of places."""
    digits = (sentence.mark or "").rstrip(".)")
    return int(digits) if state.ranked and digits.isdigit() else None


def says_order(story: Story, sentence: Sentence) -> bool:
    """Whether a head says that its items stand in the order of their places: "urutan juara", "peringkat"."""
    return bool(sentence.of("rank")) or says(story.units, sentence, "rank_heads")
