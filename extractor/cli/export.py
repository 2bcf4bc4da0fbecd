"""`extractor export`: the register and what it stands on, as files."""

from datetime import datetime
from pathlib import Path

import click

from extractor.cli.options import Day
from extractor.cli.stores import store_options

_FOLDER = click.Path(path_type=Path, file_okay=False)


def _formats() -> list[str]:
    """The formats that there are: the files of their folder."""
    from extractor.export.formats import names

    return names()


class _Formats(click.Choice[str]):
    """The names of the formats, listed when they are asked for."""

    def __init__(self) -> None:
        super().__init__(_formats())


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> str | None:
    return value.date().isoformat() if value else None


@click.command("export")
@click.argument("folder", type=_FOLDER, metavar="DIR")
@click.option("--format", "form", type=_Formats(), default="datapackage", show_default=True, help="The files' form.")
@store_options
@click.option("--award", help="Only this award, by its whole name.")
@click.option("--edition", type=click.IntRange(1900, 2999), help="Only this edition, a year.")
@click.option("--level", type=click.Choice(["national", "province", "regency"]), help="Only awards of this level.")
@click.option("--scope", metavar="CODE|NAME", help="Only awards held within this region or one that lies in it.")
@click.option("--recipient", metavar="CODE|NAME", help="Only this region and what lies in it, or names like this.")
@click.option("--outcome", type=click.Choice(["winner", "nominee"]), help="Only winners, or only nominees.")
@click.option("--since", type=Day(), callback=_day, help="Only entries that an article told of since this day.")
@click.option("--until", type=Day(), callback=_day, help="Only entries that an article told of by this day.")
@click.option("--reviewed-only", is_flag=True, help="Only what a person accepted, corrected or added; nothing stale.")
@click.option("--release", metavar="NAME", help="What this release is called.  [default: the day of the newest run]")
@click.option("--since-release", type=_FOLDER, metavar="DIR", help="An earlier export: CHANGELOG.md says what changed.")
@click.option("--force", is_flag=True, help="Replace an export that was changed, or another part, format or release.")
def command(  # noqa: PLR0913  click gives each option by itself
    folder: Path, form: str, data: Path, store: str | None, release: str | None, since_release: Path | None,
    *, force: bool, **filters: str | int | bool | None,
) -> int:  # fmt: skip
    """Write the register and all that it stands on into DIR, which is new, empty, or an earlier export.

    Article texts stay in the store; each value has a quote that proves it. DIR is written whole or not at all, and the
    same store gives the same bytes. Filters choose entries of the register: their articles go with them.
    """
    from extractor.cli.exporting import exporting

    return exporting(folder, form, (data, store), (release, since_release), force=force, filters=filters)
