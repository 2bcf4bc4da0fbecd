"""Which store a command means: the options that name it, and the store opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from extractor.store import Store

_Command = TypeVar("_Command", bound=Callable[..., Any])
VARIABLE = "EXTRACTOR_STORE"
"""The environment variable that names the store where the command line does not."""


def store_options(command: _Command) -> _Command:
    """Give a click command `data`, the folder, and `store`, a path or an address that outweighs it."""
    folder = click.Path(path_type=Path)
    data = click.option("--data", type=folder, default=Path("data"), show_default=True, help="The folder of the store.")
    store = click.option(
        "--store",
        envvar=VARIABLE,
        metavar="PATH|postgresql://...",
        help=f"The store itself, instead of the folder's store.sqlite; also {VARIABLE}.",
    )
    return data(store(command))


def opened(
    data: Path, store: str | None, *, create: bool = False, any_version: bool = False, new: bool = False
) -> "Store":
    """The store that options or settings name; where there is none that is said, or a folder's first is made: `create`.

    `new`: there need be none, and whoever asks makes it.
    """
    from extractor.nightly import known  # SQLAlchemy takes a fifth of a second to import
    from extractor.store import Store, database

    where = store or _configured(data) or data / database.FILE
    found = Store(where, any_version=any_version)
    if create:
        return known.opened(data, found, create=True)
    if not new and found.file is not None and not found.file.exists():
        raise known.missing(data, found)
    return found


def _configured(data: Path) -> str | None:
    """The store that the folder's settings name."""
    from extractor.settings import FILE, settings_of  # pydantic takes a tenth of a second to import

    return settings_of(data, {}).store if (data / FILE).is_file() else None

