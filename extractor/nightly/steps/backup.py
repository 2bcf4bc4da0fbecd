"""The step `backup`: a copy of the store, read back before older ones go."""

from pathlib import Path

from extractor.nightly.journal import DONE
from extractor.nightly.known import BACKUPS, STORE, place
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Work
from extractor.times import utc


def backup(work: Work) -> Outcome:
    """Back the store up into the folder of the settings, else DATA/backups, and keep the newest of this store."""
    from extractor.store.backup import backup as back_up

    folder = Path(work.settings.backup.folder or work.folder / BACKUPS)
    with opened(work) as store:
        made = back_up(store, folder, utc(work.wall()), work.settings.backup.keep)
        where = place(store)
    counts = {"file": made.path.name, "rows": made.rows, "bytes": made.path.stat().st_size, STORE: where}
    return Outcome(DONE, made.remark, counts | {"removed": len(made.removed)}, aside=bool(made.fuller))
