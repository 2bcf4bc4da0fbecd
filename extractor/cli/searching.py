"""Articles that were found, printed: outlet, day, title, address, and what was searched for in its place."""

import json
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from extractor.cli import DONE, brief, printable, printable_piece
from extractor.cli.consoles import print_indented, stdout_console
from extractor.cli.stores import opened
from extractor.export.wording import masked
from extractor.store.asked import scope_asked
from extractor.store.search import Filters, Found, Hit, search

_Told = Mapping[str, str | datetime | None]


def searching(
    typed: str, filters: _Told, paging: tuple[int, int], form: str, data: Path, store: str | None
) -> int:
    """Print what a query finds, as many articles as a page has, and which page; the exit code."""
    limit, page = paging
    named = {name: f"{value:%Y-%m-%d}" if isinstance(value, datetime) else value for name, value in filters.items()}
    if named.get("region") is not None:
        named["region"] = scope_asked(str(named["region"]))
    with opened(data, store) as asked, asked.reading() as connection:
        found = search(connection, typed, Filters(**named), limit=limit, offset=(page - 1) * limit)
    found = found._replace(hits=tuple(map(_without_personal_data, found.hits)))
    if form == "json":
        print(json.dumps(_told(found), ensure_ascii=False, indent=1))
        return DONE
    console = stdout_console()
    for number, hit in enumerate(found.hits):
        if number:
            console.print()
        _print(console, hit)
    print(_summary(found, limit, page), file=sys.stderr)
    return DONE


def _without_personal_data(hit: Hit) -> Hit:
    """An article as it may be shown: no phones, mail addresses and ID numbers; the marks stay where they are."""
    title = masked(hit.title) if hit.title else hit.title
    return hit._replace(title=title, snippet=hit.snippet._replace(text=masked(hit.snippet.text)))


def _print(console: Console, hit: Hit) -> None:
    """An article in three or four lines; the words that were found are bold on a terminal, in [brackets] elsewhere."""
    named = hit.outlet or hit.site or "outlet not known"
    console.print(Text(f"{brief(named)}, {printable((hit.published or 'day not known')[:13].partition('T')[0])}"))
    console.print(Text(brief(hit.title or "without a title"), style="bold"))
    console.print(Text(printable(hit.url or hit.source), style="cyan"), soft_wrap=True)
    print_indented(console, _marked(hit, bold=console.is_terminal), 2)


def _marked(hit: Hit, *, bold: bool) -> Text:
    said, shown, behind = hit.snippet.text, Text(), 0
    for start, end in hit.snippet.marks:
        word = printable(said[start:end])
        shown.append(printable_piece(said[behind:start]))
        shown.append(word if bold else f"[{word}]", style="bold yellow")
        behind = end
    shown.append(printable_piece(said[behind:]))
    return shown


def _summary(found: Found, limit: int, page: int) -> str:
    if not found.total:
        return "no article holds that"
    first = (page - 1) * limit + 1
    if not found.hits:
        return f"{found.total:,} article{'s'[: found.total != 1]}; there is no page {page}"
    more = f"; --page {page + 1} shows more" if first + len(found.hits) <= found.total else ""
    shown = f", {first:,} to {first + len(found.hits) - 1:,} shown" if found.total > len(found.hits) else ""
    return f"{found.total:,} article{'s'[: found.total != 1]}{shown}{more}"


def _told(found: Found) -> dict[str, Any]:
    hits = [hit._asdict() | {"snippet": hit.snippet.text, "marks": hit.snippet.marks} for hit in found.hits]
    return {"total": found.total, "articles": hits}
