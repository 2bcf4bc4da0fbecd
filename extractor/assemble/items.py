"""Items: the lines of a winner list as the story goes on, with what its head and headings say of them."""

from extractor.assemble.bare import bare_name
from extractor.assemble.claims import Claim, read_group
from extractor.assemble.days import only_day
from extractor.assemble.grouping import groups
from extractor.assemble.lists import (
    ListState,
    ends_name,
    is_heading,
    is_item,
    item_category,
    opens_list,
    place_by_mark,
    says_order,
    under_heading,
)
from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.tables import is_row
from extractor.assemble.triggers import outcome_of

_TITLE = 6
"""Units that a heading has at most."""
_SAID = ("award", "recipient", "rank", "shortlist", "trigger", "edition", "date", "place")


def heads_list(memory: Memory, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a list stands below a sentence: "yakni:", "berikut daftar pemenang", or a title above marked lines."""
    if not memory.remembers(sentence):
        return False
    marked = following is not None and following.mark is not None
    title = marked and not sentence.mark and bool(sentence.of("award")) and is_item(memory.story, sentence)
    return title or opens_list(memory.story, sentence) or memory.says(sentence, "list_heads")


def opens_under(memory: Memory, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a line without a mark is a category above places: "Desa", and below it "Juara 1 Desa Ponggok"."""
    if following is None or not memory.remembers(sentence) or sentence.of(*_SAID):
        return False
    short = sentence.end - sentence.start <= _TITLE and is_item(memory.story, sentence) and not sentence.mark
    below = [*following.of("rank"), *following.of("trigger")][:1]
    row = is_row(memory.story.units, following)
    return short and (row or bool(below and below[0].start == following.start and following.of("recipient")))


def open_under(memory: Memory, sentence: Sentence) -> None:
    """Remember the category that stands above places, with what the list's head said where there is one."""
    state = memory.list or ListState(outcome=memory.last_outcome(sentence) or "winner")
    memory.list = under_heading(memory.story, sentence, state)


def open_list(memory: Memory, sentence: Sentence) -> None:
    """Remember what the head of a list says of its items."""
    outcome = outcome_of(memory.story, sentence) or memory.last_outcome(sentence)
    memory.list = ListState(
        outcome=outcome or ("winner" if sentence.of("award") else None),
        category=next((mention.value for mention in sentence.of("category")), None),
        ranked=says_order(memory.story, sentence),
        shortlist=next((mention.value for mention in sentence.of("shortlist")), None),
        date=only_day(sentence),
    )


def read_item(memory: Memory, state: ListState, sentence: Sentence, following: Sentence | None) -> None:
    """Tell the claims of a line of a list, or remember what a heading among them says."""
    if ends_name(memory.story, sentence) or _is_denied(memory, sentence):
        return
    if is_heading(memory.story, sentence, following):
        memory.list = under_heading(memory.story, sentence, state)
        return
    name = _bare(memory, state, sentence)
    if name and _is_placed(memory, name, sentence):
        _read_bare(memory, state, sentence, name)
        return
    before = len(memory.told)
    for group in groups(memory.story.units, sentence):
        for claim in read_group(memory.story, sentence, group, state.outcome):
            _tell(memory, state, claim, sentence)
    if len(memory.told) == before and name and name.end >= sentence.end - 2 and not sentence.of("recipient"):
        _read_bare(memory, state, sentence, name)


def _is_denied(memory: Memory, sentence: Sentence) -> bool:
    """Whether a line says of its names that they got nothing: "- Kabupaten Kerinci, belum dapat"."""
    units, named = memory.story.units, sentence.of("recipient")
    end = named[-1].end if named else sentence.end
    return end + 1 < sentence.end and units.words[end] == "," and units.has(end + 1, "denial")


def _bare(memory: Memory, state: ListState, sentence: Sentence) -> Mention | None:
    """The name without a head that a line of winners or nominees begins with."""
    start = sentence.start + (1 if sentence.mark else 0)
    return bare_name(memory.story.units, start, sentence.end) if state.outcome and start < sentence.end else None


def _read_bare(memory: Memory, state: ListState, sentence: Sentence, name: Mention) -> None:
    """A line that is a name without a head and no more: "2. Keripik Mbok Sarti"."""
    category = next((mention.value for mention in sentence.of("category")), None)
    said, outcome = (name.start, name.end), str(state.outcome)
    claim = Claim(name.value, outcome, None, None, category, sentence.number, said, (said,), "records.list")
    _tell(memory, state, claim, sentence)


def _is_placed(memory: Memory, name: Mention, sentence: Sentence) -> bool:
    """Whether a marked line goes on behind a name only with where it is: "- Batik Sekar Arum (Kota Metro)"."""
    units, said = memory.story.units, sentence.mentions
    behind = name.end < sentence.end and units.words[name.end] in ("(", ",")
    if not (sentence.mark and behind and said) or units.has(name.start, "category_words"):
        return False
    regions = all(one.sort in ("recipient", "place") and one.value.type == "region" for one in said)
    regions = regions and all(one.start > name.end for one in said)
    return regions and all(units.words[unit] in ("(", ",") for unit in range(name.end, said[0].start))


def _tell(memory: Memory, state: ListState, claim: Claim, sentence: Sentence) -> None:
    assert memory.setting is not None, "a list is opened only where an award is remembered"
    own = item_category(memory.story, sentence) if claim.category is None and claim.rank is None else None
    filled = claim._replace(
        rank=claim.rank or state.rank or place_by_mark(sentence, state),
        category=claim.category or own or state.category,
        shortlist=claim.shortlist or (state.shortlist if claim.outcome == "nominee" else None),
    )
    memory.tell(filled, memory.setting, sentence)
