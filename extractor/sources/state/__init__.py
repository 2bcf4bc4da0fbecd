"""The state of the crawl: a SQLite database beside the archive, and the questions asked of it.

It never runs ahead of the archive: an exchange is entered when the archive has it. What a kill leaves out here is read
from the archive at the next start.
"""

from extractor.sources.state.database import Run, State, StateError, begin_run, end_run, note, set_note

__all__ = ["Run", "State", "StateError", "begin_run", "end_run", "note", "set_note"]
