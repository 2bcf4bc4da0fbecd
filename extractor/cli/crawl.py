"""`extractor crawl`: the nightly job that finds, fetches and keeps the press."""

import click

from extractor.cli.options import Day, data_option

_EPILOG = """\b
Examples:
  extractor crawl --contact you@example.org            every outlet that is known, into ./data
  extractor crawl --outlet kompas.com --limit 20       a look at one outlet
  extractor crawl --since 2018-01-01 --deadline 8h     older articles too, as many as a night gives
  extractor crawl --dry-run                            what would be asked, and nothing is

\b
Who runs a site must be able to reach you: say --contact, set EXTRACTOR_CONTACT, or write
contact = "you@example.org" into DATA/settings.toml. A stop at any point loses nothing: run it again.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some articles could not be fetched, 75 another crawl is at work.
"""


class _Duration(click.ParamType[float]):
    """A time as "2h", "90m" or "1h30m"; seconds."""

    name = "duration"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Seconds."""
        import re

        if isinstance(value, int | float):
            return float(value)
        found = re.fullmatch(r"(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?", str(value))
        if not found or not any(found.groups()):
            self.fail(f"{value!r} is no time such as 2h, 90m or 1h30m", param, ctx)
        hours, minutes, seconds = (int(number or 0) for number in found.groups())
        return hours * 3600.0 + minutes * 60.0 + seconds


@click.command("crawl", epilog=_EPILOG)
@data_option
@click.option("--outlet", "names", multiple=True, metavar="NAME", help="Only this outlet; may be said several times.")
@click.option("--since", type=Day(), help="Articles from this day on, not only new ones.")
@click.option("--limit", type=click.IntRange(0), help="At most so many articles.")
@click.option("--deadline", type=_Duration(), help="End after this time: 2h, 90m.")
@click.option("--refetch", is_flag=True, help="Ask again for stored articles that lists name.")
@click.option("--dry-run", is_flag=True, help="Say what would be asked; nothing is sent or kept.")
@click.option("--contact", metavar="ADDRESS", help="Where whoever runs a site can reach you.")
@click.option("--workers", type=click.IntRange(1, 200), help="Sites asked at the same time (32).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the summary.")
def command(**given: object) -> int:
    """Find the new articles on the awards, fetch each once, and keep what the server sent."""
    from extractor.cli.crawling import Wanted, crawling

    return crawling(Wanted(**given))  # type: ignore[arg-type]
