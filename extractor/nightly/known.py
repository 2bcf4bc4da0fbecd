"""Whether there was a store where none is now: then it is missing, and an empty one in its place would hide that."""

from pathlib import Path

from extractor.errors import ExtractorError
from extractor.nightly.journal import DONE, Journal
from extractor.store import Store
from extractor.store.backup import backups

BACKUPS = "backups"
"""The folder of backups in a data folder."""
STORE = "store"
"""In the counts of a step: the place of the store that it wrote into."""
_BEHIND = {"rerun", "clusters", "register", "backup"}
"""Steps that are done only where there is a store."""


class Missing(ExtractorError):
    """There was a store, and there is none where it is said to be; or it cannot be opened at all."""


def opened(folder: Path, store: Store, *, create: bool) -> Store:
    """A data folder's store, of which the tables are made where it is the folder's first one.

    `Missing` where there was one before: whoever wants an empty one beside it asks for it (`extractor db create`).
    """
    if not store.is_there():
        if not create or trace(folder, store):
            raise missing(folder, store)
        make_folder(store)
    if create:
        store.create()
    return store


def missing(folder: Path, store: Store) -> Missing:
    """That no store is there, in a line that says what to do."""
    return Missing(f"{store.name}: {trace(folder, store) or 'no store there yet; `extractor ingest PATH` makes one'}")


def without_store(folder: Path, where: str | Path) -> str | None:
    """Why there is no store to work on before a night begins; None: it is there, or this is its first night."""
    try:
        with Store(where) as store:
            is_lost = not store.is_there() and trace(folder, store)
            return str(missing(folder, store)) if is_lost else None
    except ExtractorError as error:
        return str(error)


def place(store: Store) -> str:
    """Where a store is, as it is written down."""
    return str(store.file.absolute()) if store.file else store.name


def trace(folder: Path, store: Store) -> str | None:
    """What is left of a store that is not where it is said to be, and what to do; None: nothing tells of one."""
    copies = backups(folder / BACKUPS)
    copy = copies[0] if copies else "BACKUP"
    new = "`extractor db create` makes an empty one there"
    if (last := _last(folder)) and last not in ("", place(store)):
        return f"no store there: the last night wrote into {last}; name that one, or {new}"
    if last is not None:
        left = f"the nights of {folder} wrote into one"
    elif copies:
        left = f"{folder / BACKUPS} holds {len(copies)} backup{'s'[: len(copies) != 1]} of one"
    elif store.file is not None and (lock := Path(f"{store.file}.lock")).exists():
        left = f"{lock} is left of one"
    else:
        return None
    bring = f"`extractor db copy {copy} {store.name}` brings a backup back"
    return f"no store there any more: {left}; mount its disk or name its place, {bring}, {new}"


def _last(folder: Path) -> str | None:
    """Where the last night that had a store had it: "" where only that is known; None: none had one."""
    steps = [step for night in Journal(folder).nights() for name, step in night.steps.items() if name in _BEHIND]
    done = [step for step in steps if step.outcome == DONE]
    return next((str(step.counts[STORE]) for step in reversed(done) if STORE in step.counts), "") if done else None


def make_folder(store: Store) -> None:
    """Make the folder of a store that is a file."""
    try:
        if store.file is not None:
            store.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExtractorError(f"{error.filename}: cannot be made: {error.strerror or error}") from error
