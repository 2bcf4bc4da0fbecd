"""Which articles a day's kliping tells of: what was printed on the day, and what nobody can have seen before.

An article that was printed in the days before and reached the store on the day was not on the sheet of its own day when
that was made; one that tells no day stands on the day on which it was met. Met is when its server first sent it, as far
as an archive tells, else when the run that brought it began. Days are days in Jakarta; a day that the press printed is
its own.
"""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select

from extractor.digest.wording import JAKARTA, beginning
from extractor.register.syndication import order_of
from extractor.store.tables import articles, clusters, runs, texts

LATE = 7
"""Days before the sheet's within which an article that was met on it is news; older ones are counted."""
OPENING = 300
"""Characters of the text that stand where there is no title."""
_ZONES = (7, 9)
"""Hours of the zones of Indonesia beyond UTC: an outlet's own clock, by which it printed the day."""


class Arrival(NamedTuple):
    """An article of a sheet; `printed` and `met` are days (ISO), `printed` None where the article tells none."""

    key: str
    url: str | None
    outlet: str | None
    source: str
    title: str | None
    opening: str
    printed: str | None
    met: str
    release: int
    copies: int  # articles of its release, wherever they stand
    order: Any


class Left(NamedTuple):
    """Articles that are not on a sheet: those of no day that were met on others, those met on it that are too old."""

    undated: int
    older: int


def _met() -> ColumnElement[str]:
    first = select(func.min(texts.c.fetched)).where(texts.c.article_id == articles.c.id).correlate(articles)
    return func.coalesce(first.scalar_subquery(), runs.c.started)


def arrivals(connection: Connection, day: str) -> list[Arrival]:
    """The articles of a day (ISO); a release's together, its first publisher first."""
    several = select(clusters.c.cluster, func.count().label("copies")).group_by(clusters.c.cluster).subquery()
    met, printed = _met(), func.substr(texts.c.published, 1, 10)
    around = printed.between(_before(day, 1), _before(day, -1))
    late = printed.between(_before(day, LATE + 1), day) | texts.c.published.is_(None)
    asked = (
        select(
            articles.c.key,
            articles.c.url,
            func.coalesce(articles.c.outlet, articles.c.site).label("outlet"),
            texts.c.source,
            texts.c.title,
            func.substr(texts.c.text, 1, OPENING).label("opening"),
            texts.c.published,
            texts.c.fetched,
            met.label("met"),
            func.coalesce(clusters.c.cluster, articles.c.id).label("release"),
            func.coalesce(several.c.copies, 1).label("copies"),
        )
        .join(texts, texts.c.id == articles.c.text_id)
        .join(runs, runs.c.id == articles.c.run_id)
        .outerjoin(clusters, clusters.c.article_id == articles.c.id)
        .outerjoin(several, several.c.cluster == clusters.c.cluster)
        .where(or_(around, late & _on(met, day)))
    )
    found = sorted(filter(lambda one: _is_of(one, day), map(_arrival, connection.execute(asked))), key=_order)
    first: dict[int, Any] = {}
    for one in found:
        first.setdefault(one.release, one.order)
    return sorted(found, key=lambda one: (first[one.release], one.order))


def left(connection: Connection, day: str) -> Left:
    """How many articles a person might look for on the sheet of a day and does not find."""
    met, asked = _met(), select(func.count()).select_from(articles).join(texts, texts.c.id == articles.c.text_id)
    asked = asked.join(runs, runs.c.id == articles.c.run_id)
    undated = asked.where(texts.c.published.is_(None), ~_on(met, day))
    older = asked.where(func.substr(texts.c.published, 1, 10) < _before(day, LATE), _on(met, day))
    return Left(connection.execute(undated).scalar_one(), connection.execute(older).scalar_one())


def days(connection: Connection) -> list[str]:
    """The last days of which there are articles, the newest first."""
    told = func.substr(texts.c.published, 1, 10)
    asked = select(told).join(articles, articles.c.text_id == texts.c.id).where(texts.c.published.is_not(None))
    printed = set(connection.scalars(asked.distinct().order_by(told.desc()).limit(3)))
    undated = select(_met()).select_from(articles).join(texts, texts.c.id == articles.c.text_id)
    undated = undated.join(runs, runs.c.id == articles.c.run_id).where(texts.c.published.is_(None))
    newest = connection.scalars(undated.order_by(_met().desc()).limit(1)).all()
    return sorted(printed | {_day(moment) for moment in newest}, reverse=True)[:3]


def _before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days)).isoformat()


def _on(met: ColumnElement[str], day: str) -> ColumnElement[bool]:
    return (met >= beginning(day)) & (met < beginning(_before(day, -1)))


def _is_of(one: Arrival, day: str) -> bool:
    if one.printed == day:
        return True
    return one.met == day and (one.printed is None or _before(day, LATE) <= one.printed < day)


def _arrival(row: Any) -> Arrival:
    told = {name: getattr(row, name) for name in Arrival._fields if name not in ("printed", "met", "order")}
    order = order_of(row.published, row.fetched, row.key)
    return Arrival(**told, printed=_printed(row.published), met=_day(row.met), order=order)


def _order(one: Arrival) -> Any:
    return one.order


def _printed(published: str | None) -> str | None:
    """The day that the press printed; a moment of another zone was not printed so."""
    if published is None or len(published) <= len("2025-08-29"):
        return published
    try:
        moment = datetime.fromisoformat(published)
        away = moment.utcoffset()
        foreign = away is not None and not _ZONES[0] <= away.total_seconds() / 3600 <= _ZONES[1]
        return (moment.astimezone(JAKARTA) if foreign else moment).date().isoformat()
    except (ValueError, OverflowError):
        return published[:10]


def _day(moment: str) -> str:
    """The day in Jakarta of a moment (ISO, UTC)."""
    return datetime.fromisoformat(moment).astimezone(JAKARTA).date().isoformat()
