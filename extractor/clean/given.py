"""An article that somebody else cleaned: a JSON object with its text, and what is known of it.

Whoever gathers articles keeps them so, one object a line. Beside `text` it may name `url`, `outlet`, `title`, `author`
and `published`; what extractor itself prints has these in its `article`. Other fields are passed over, and where one of
these is null, the text is asked as any other is.
"""

import json
from datetime import UTC, datetime
from typing import Any

from extractor.article import GIVEN, Article, Page, Told
from extractor.clean.metadata.moments import read
from extractor.clean.plain import read_text
from extractor.errors import SetAside

_FIELDS = ("url", "outlet", "title", "author", "published")
_UNIX = 631_152_000, 4_102_444_800
"""Seconds since 1970 at the beginnings of 1990 and of 2100: what a number stands for that is a time."""


def given(content: str, source: str) -> dict[str, Any]:
    """The object that is an article; `SetAside` where there is none, or where it holds no text."""
    try:
        row = json.loads(content)
    except (ValueError, RecursionError):
        raise SetAside(source, "no JSON object stands there") from None
    row = row.get("article", row) if isinstance(row, dict) else row
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise SetAside(source, "no article: no JSON object with its `text` stands there")
    return row


def read_given(content: str, page: Page) -> Article:
    """The article of such an object: its text read as any other, its fields as they are named."""
    row = given(content, page.source)
    if not row["text"].strip():
        raise SetAside(page.source, "holds no words in its `text`")
    row = row | {"published": _moment(row.get("published"))}
    said = {name: " ".join(row[name].split()) for name in _FIELDS if isinstance(row.get(name), str)}
    said = {name: value for name, value in said.items() if value}
    told = tuple(Told(name, value, GIVEN) for name, value in said.items())
    moment = read(said.get("published", ""))
    known = Article(
        "",
        page.source,
        said.get("url"),
        said.get("outlet"),
        said.get("title"),
        said.get("author"),
        moment.iso() if moment else None,
        told=told,
    )
    return read_text(row["text"], page, known)


def _moment(value: object) -> object:
    """Unix time, in seconds or milliseconds, as a day and hour: so tables are written to JSON. Other values stay."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return value
    unit = next((one for one in (1, 1000) if _UNIX[0] * one <= value < _UNIX[1] * one), None)
    return datetime.fromtimestamp(value // unit, UTC).isoformat() if unit else str(value)
