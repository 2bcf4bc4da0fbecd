"""`extractor db`: the store's database looked after."""

from pathlib import Path

import click

from extractor.cli.stores import store_options


@click.group("db")
def command() -> None:
    """Look the store through, back it up, copy it between SQLite and PostgreSQL, bring it to this version, make one."""


@command.command("create")
@store_options
def create(data: Path, store: str | None) -> int:
    """Make an empty store, where a night and `ingest` refuse because there was another before."""
    from extractor.cli.keeping import creating

    return creating(data, store)


@command.command("upgrade")
@store_options
def upgrade(data: Path, store: str | None) -> int:
    """Bring the tables of a store that an older version made up to this one's: all of it, or nothing changes."""
    from extractor.cli.keeping import upgrading

    return upgrading(data, store)


@command.command("check")
@store_options
def check(data: Path, store: str | None) -> int:
    """Look the whole store through; each fault on a line. Exit code 1 where there is one."""
    from extractor.cli.keeping import checking

    return checking(data, store)


@command.command("backup")
@click.option("--to", "folder", type=click.Path(path_type=Path), help="The folder; DATA/backups where it is not said.")
@click.option("--keep", type=click.IntRange(1), help="Remove all backups there but the newest so many.")
@store_options
def backup(folder: Path | None, keep: int | None, data: Path, store: str | None) -> int:
    """Write the store as it is now into one file of SQLite, and read it back; `db copy FILE TO` brings it back."""
    from extractor.cli.keeping import backing_up

    return backing_up(data, store, folder, keep)


@command.command("copy")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> int:
    """Copy a store, every row, into an empty one: paths of SQLite or postgresql://... addresses, either way."""
    from extractor.cli.keeping import copying

    return copying(source, target)
