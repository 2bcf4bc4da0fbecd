"""What the digest notes of a night: what health found strange, and the steps that did not come to their end."""

from collections.abc import Sequence

from extractor.digest.contents import Note
from extractor.nightly.journal import FAILED, LEFT, STOPPED, NightRecord
from extractor.nightly.night import judged
from extractor.times import utc

_LATE = 2 * 86_400.0
"""Seconds after its beginning for which a night is worth a note."""


def notes_of(nights: Sequence[NightRecord], now: float) -> list[Note]:
    """The notes on the last whole night, the one at work too; none where it is long past."""
    whole = [night for night in nights if night.whole]
    if not whole or not 0 <= now - whole[-1].started < _LATE:
        return []
    night = whole[-1]
    since = utc(night.started)
    steps = [Note("step", name, since) for name, step in night.steps.items() if step.outcome in (FAILED, STOPPED, LEFT)]
    return [*(Note(one.kind, one.subject, one.since.isoformat()) for one in judged(whole)), *steps]
