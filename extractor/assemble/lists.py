"""Winner lists: a head ("yakni:", "berikut daftar pemenang"), headings that restart the places, and the items."""

from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.categories import heading
from extractor.assemble.mentions import Mention, Sentence

_SHORT_LINE = 16
_NUMBER_MARK = "0123456789"


class ListState(NamedTuple):
    """What a list's head and headings said: the outcome of its items, their category, and the place of a heading."""

    outcome: str | None = None
    category: str | None = None
    rank: int | None = None
    ranked: bool = False
    shortlist: int | None = None
    date: str | None = None


def opens_list(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence is the head of a list: it ends with a colon."""
    return story.units.words[sentence.end - 1] == ":" and sentence.end - sentence.start > 1


def is_item(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence can be a line of a list: it has a mark, or is short and ends without a stop."""
    if sentence.mark:
        return True
    return sentence.end - sentence.start <= _SHORT_LINE and story.units.words[sentence.end - 1] not in (
        ".",
        "!",
        "?",
        '"',
        "”",
    )


def is_heading(story: Story, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a line of a list is a heading: it names nobody, and opens with a category's words, ends with a colon, or
    has no mark where the line below it has one."""
    if sentence.of("recipient"):
        return False
    units = story.units
    first = sentence.start + (1 if sentence.mark else 0)
    opens = first < sentence.end and (
        any(units.has(first, name) for name in ("category_heads", "category_words"))
        or units.words[first].startswith("pemerintah")
    )
    below = following is not None and (following.mark is not None or bool(following.of("rank")))
    above = sentence.mark is None and below and not sentence.of("rank")
    return opens or above or units.words[sentence.end - 1] == ":"


def under_heading(story: Story, sentence: Sentence, state: ListState) -> ListState:
    """The state behind a heading: a category begins anew, a place ("Juara I:") holds until the next."""
    ranks = sentence.of("rank")
    category = next((mention.value for mention in sentence.of("category")), None)
    if ranks:
        return state._replace(
            rank=ranks[0].value, category=category or state.category, outcome=state.outcome or "winner"
        )
    return state._replace(category=heading(story, sentence.start, sentence.end), rank=None)


def item_category(story: Story, sentence: Sentence) -> str | None:
    """The words before the colon of an item that names somebody behind it: "- Wistara: Kota Tangerang"."""
    words = story.units.words[sentence.start : sentence.end]
    colon = sentence.start + words.index(":") if ":" in words else sentence.end
    named = sentence.of("recipient")
    if not named or named[0].start < colon or sentence.of("rank") and sentence.of("rank")[0].start < colon:
        return None
    return heading(story, sentence.start, colon)


def place_by_mark(sentence: Sentence, state: ListState) -> int | None:
    """The place that an item's number stands for, where the list's head said that the order is one of places."""
    digits = (sentence.mark or "").rstrip(".)")
    return int(digits) if state.ranked and digits.isdigit() else None


def mentions_rank_order(story: Story, sentence: Sentence) -> bool:
    """Whether a head says that its items stand in the order of their places: "urutan juara", "peringkat"."""
    units = story.units
    return bool(sentence.of("rank")) or any(
        units.has(unit, "rank_heads") for unit in range(sentence.start, sentence.end)
    )
