"""`extractor sources`: the outlets that are crawled."""

from collections.abc import Iterable
from pathlib import Path

import click

from extractor.cli.options import data_option, form_option

_KINDS = ["feed", "sitemap", "index", "api", "article"]


@click.group("sources")
def command() -> None:
    """List the outlets, add addresses by hand, check what works, and count what came."""


@command.command("list")
@data_option
@form_option
def list_(data: Path, form: str) -> int:
    """Every outlet with the number of its lists, and when they were last seen to work."""
    from extractor.cli.sources.outlets import listing

    return listing(data, form)


@command.command("add")
@click.argument("urls", nargs=-1, metavar="URL...")
@click.option("--file", type=click.File("r", encoding="utf-8"), help="A file of addresses, one a line.")
@click.option("--as", "kind", type=click.Choice(_KINDS), help="What they are; by their looks where it is not said.")
@data_option
def add(urls: tuple[str, ...], file: Iterable[str] | None, kind: str | None, data: Path) -> int:
    """Have articles asked for in the next crawl, and feeds, sitemaps and index pages in every one."""
    from extractor.cli.sources.outlets import adding

    lines = list(file or ())
    if not urls and not lines:
        raise click.UsageError("no address is given")
    return adding([*urls, *lines], kind, data)


@command.command("check")
@click.argument("outlet")
@click.option("--contact", metavar="ADDRESS", help="Where whoever runs the site can reach you.")
@data_option
@form_option
def check(outlet: str, contact: str | None, data: Path, form: str) -> int:
    """Try an outlet's lists, politely, and say what works; of a site that nobody knows, the usual places."""
    from extractor.cli.sources.trying import checking

    return checking(outlet, contact, data, form)


@command.command("stats")
@data_option
@form_option
def stats(data: Path, form: str) -> int:
    """How many articles each outlet gave, when the last came, and how the last night compares with its others."""
    from extractor.cli.sources.outlets import statistics

    return statistics(data, form)
