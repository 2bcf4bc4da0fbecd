"""`extractor nightly`: everything that a night has to do, one step after the other."""

import click

from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor nightly --contact you@example.org          everything, into ./data
  extractor nightly --deadline 05:30                   what is not done by then is left for the next night
  extractor nightly --only backup                      one step
  extractor nightly --from ingest                      without the crawl
  extractor nightly --dry-run                          which steps it would do, and nothing is done

\b
A night that was killed goes on at its step. Set the rest in DATA/settings.toml: `extractor config init`.
Exit codes: 0 done, 1 a step failed, 2 wrong usage, 3 something was left, set aside or is strange, 75 at work already.
"""


class _Deadline(click.ParamType[str]):
    """A time of the day or a duration."""

    name = "deadline"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, where it can be meant."""
        from extractor.settings.deadlines import deadline_of

        try:
            deadline_of(str(value))
        except ValueError as error:
            self.fail(f"{value!r} is not {error}", param, ctx)
        return str(value)


@click.command("nightly", epilog=_EPILOG)
@store_options
@click.option("--deadline", type=_Deadline(), metavar="HH:MM|MINUTES", help="When it is to end: 05:30, 360, 6h.")
@click.option("--only", metavar="STEP", help="Only this step.")
@click.option("--from", "first", metavar="STEP", help="This step and those behind it.")
@click.option("--dry-run", is_flag=True, help="Say which steps would be done; nothing is.")
@click.option("--contact", metavar="ADDRESS", help="Where whoever runs a site can reach you.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the report.")
def command(**given: object) -> int:
    """Crawl, ingest what came, bring the register up to date and back it up; to be run every night."""
    from extractor.cli.nightwork import Wanted, nightwork

    return nightwork(Wanted(**given))  # type: ignore[arg-type]
