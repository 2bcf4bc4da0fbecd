"""Rows: the lines of a table as the story goes on, in the award that it spoke of last or in those of its header."""

from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Sentence
from extractor.assemble.tables import claims_of_columns, claims_of_row, read_header


def read_row(memory: Memory, sentence: Sentence) -> None:
    """Remember the header of a table, or tell the claims of one of its rows."""
    units = memory.story.units
    header = None if memory.header else read_header(memory.story, sentence)
    if header:
        memory.header, memory.columns = header, dict(memory.settings_in(sentence))
        return
    if memory.header and memory.header.awards:
        awards = memory.story.patterns.awards.items()
        grades = {name: frozenset(grade.lower() for grade in award.predicates) for name, award in awards}
        for award, claim in claims_of_columns(units, sentence, memory.header, grades):
            memory.tell(claim, memory.columns[award], sentence)
    if memory.setting is not None:
        outcome = memory.list.outcome if memory.list else memory.last_outcome(sentence)
        for claim in claims_of_row(units, sentence, memory.header, outcome or "winner"):
            memory.tell(claim, memory.setting, sentence)
