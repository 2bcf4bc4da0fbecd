"""`python -m bench [--json] [--rounds N] [--only ROWS] [--full]`: a table of what was measured; exit code 1 where a bar
is missed.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from bench.clocks import one_core
from bench.crawl import crawl_measures
from bench.measures import Measure, measures
from bench.pages import page_measures
from bench.store import store_measures
from bench.warc import warc_measures


def main() -> int:
    """Measure, print, and say whether every bar held."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast, against spaCy as it comes.")
    parser.add_argument("--json", action="store_true", help="rows as JSON on standard output")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of which the median counts (default 5)")
    parser.add_argument("--full", action="store_true", help="the store with 200,000 records, which takes half an hour")
    parser.add_argument("--only", choices=["speed", "crawl", "store"], help="only these rows")
    options = parser.parse_args()
    one_core()
    began = time.perf_counter()
    found = []
    for measure in _taken(options):
        found.append(measure)
        print(f"{_printed(measure.value, measure)}  {measure.name}", file=sys.stderr, flush=True)
    if options.json:
        print(json.dumps([{**measure._asdict(), "passed": measure.passed} for measure in found], indent=2))
    else:
        Console(width=None if sys.stdout.isatty() else 150).print(_table(found))
        seconds = time.perf_counter() - began
        print(f"{seconds:.0f} s; medians of {options.rounds} rounds on one core, in turn; crawls and stores once.")
    return 0 if all(measure.passed for measure in found) else 1


def _taken(options: argparse.Namespace) -> Iterator[Measure]:
    """The measures that are asked for, one after the other."""
    if options.only in (None, "speed"):
        for taken in (measures, page_measures, warc_measures):
            yield from taken(options.rounds)
    if options.only in (None, "crawl"):
        yield from crawl_measures()
    if options.only in (None, "store"):
        yield from store_measures(full=options.full)


def _table(found: list[Measure]) -> Table:
    table = Table("measured", "value", "at most", "", "of")
    for measure in found:
        held = "[green]pass[/green]" if measure.passed else "[red]FAIL[/red]"
        table.add_row(measure.name, _printed(measure.value, measure), _printed(measure.bar, measure), held, measure.of)
    return table


def _printed(number: float, measure: Measure) -> str:
    return f"{number:.3g} {measure.unit}"


if __name__ == "__main__":
    sys.exit(main())
