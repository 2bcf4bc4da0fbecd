"""Rows: the lines of a table as the story goes on, in the award that it spoke of last or in those of its header."""

from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Sentence
from extractor.assemble.tables import (
    Header,
    claims_of_columns,
    claims_of_row,
    is_row,
    next_header,
    read_header,
    row_category,
    section,
    under_header,
)


def read_section(memory: Memory, sentence: Sentence, following: Sentence | None) -> bool:
    """Remember the category that a line without cells names for the rows of the table below it; whether it is such."""
    story = memory.story
    named = section(story, sentence) if memory.header and not memory.header.awards else None
    if named is None or following is None or not is_row(story.units, following):
        return False
    memory.row_category = named
    return True


def read_row(memory: Memory, sentence: Sentence) -> None:
    """Remember the header of a table, or tell the claims of one of its rows."""
    units = memory.story.units
    if memory.header is None:
        header = read_header(memory.story, sentence)
    elif again := next_header(memory.story, sentence):
        memory.header = again
        return
    else:
        header = under_header(memory.story, sentence, memory.header)
    if header:
        memory.header, memory.columns, memory.row_category = header, dict(memory.settings_in(sentence)), None
        return
    named = section(memory.story, sentence)
    if named:
        memory.row_category = named
        return
    if memory.header and memory.header.awards:
        awards = memory.story.patterns.awards.items()
        grades = {name: frozenset(grade.lower() for grade in award.predicates) for name, award in awards}
        for award, claim in claims_of_columns(units, sentence, memory.header, grades):
            memory.tell(claim, memory.columns[award], sentence)
    if memory.setting is not None:
        header, state = memory.header or Header({}, {}, {}), memory.list
        outcome = (state.outcome if state else memory.last_outcome(sentence)) or "winner"
        memory.row_category = row_category(units, sentence, header) or memory.row_category
        category = memory.row_category or (state.category if state else None)
        for claim in claims_of_row(units, sentence, header, outcome, category):
            memory.tell(claim, memory.setting, sentence)
