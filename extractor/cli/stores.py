"""Which store a command means: the options that name it, and the store opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from extractor.errors import ExtractorError

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


def opened(data: Path, store: str | None, *, create: bool = False, any_version: bool = False) -> "Store":
    """The store that options or settings name; where there is none it is made if `create`, and else that is said."""
    from extractor.store import Store, database  # SQLAlchemy takes a fifth of a second to import

    where = store or _configured(data) or data / database.FILE
    found = Store(where, any_version=any_version)
    path = None if found.is_postgresql else Path(str(found.url.database))
    if path is not None and create:
        _make_folder(path)
    elif path is not None and not path.exists():
        raise ExtractorError(f"{path}: no store there yet; `extractor ingest PATH` makes one")
    if create:
        found.create()
    return found


def _configured(data: Path) -> str | None:
    """The store that the folder's settings name."""
    from extractor.settings import FILE, settings_of  # pydantic takes a tenth of a second to import

    return settings_of(data, {}).store if (data / FILE).is_file() else None


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExtractorError(f"{path.parent}: cannot be made: {error.strerror or error}") from error
