"""The step `backup`: a copy of the store, read back before older ones go."""

from pathlib import Path

from extractor.nightly.journal import DONE
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Work
from extractor.times import utc

FOLDER = "backups"


def backup(work: Work) -> Outcome:
    """Back the store up into the folder of the settings, else DATA/backups, and keep the newest."""
    from extractor.store.backup import backup as back_up

    folder = Path(work.settings.backup.folder or work.folder / FOLDER)
    with opened(work) as store:
        made = back_up(store, folder, utc(work.wall()), work.settings.backup.keep)
    counts = {"file": made.path.name, "rows": made.rows, "bytes": made.path.stat().st_size}
    return Outcome(DONE, None, counts | {"removed": len(made.removed)})
