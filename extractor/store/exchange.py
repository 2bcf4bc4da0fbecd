"""Articles as tasks for annotation tools, what people did there as decisions, and articles as gold."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from extractor.review.decisions import Decision
from extractor.review.effective import Judged
from extractor.review.gold import gold
from extractor.review.identity import fact_name
from extractor.review.references import article_mark
from extractor.review.tasks import Change, Marked, Task, changes, flat, whole_fact
from extractor.store.decisions import By, Seen, known, plain, say
from extractor.store.judging import Told, article, articles_of, decisions_on, judged_in
from extractor.store.tables import KINDS, articles, decisions, texts


def keys_of(connection: Connection, *, reviewed_only: bool = False, outlet: str | None = None) -> list[str]:
    """The keys of the articles that have a text, in their order; those that people judged, or of an outlet, only."""
    asked = select(articles.c.key).where(articles.c.text_id.is_not(None))
    if reviewed_only:
        judged = select(decisions.c.article_key).where(decisions.c.target.in_(KINDS))
        asked = asked.where(articles.c.key.in_(judged))
    if outlet is not None:
        asked = asked.where(func.lower(articles.c.outlet).contains(outlet.lower(), autoescape=True))
    return sorted(connection.scalars(asked))


def tasks_of(connection: Connection, keys: Sequence[str]) -> Iterator[Task]:
    """Articles with their facts as they hold."""
    for told in articles_of(connection, keys):
        shown = [
            Marked(kind, one.digest, flat(kind, one.fact), tuple((start, end) for start, end in one.fact["spans"]))
            for kind, one in _held(connection, told)
            if one.fact["spans"]  # words of an older text are nowhere in this one
        ]
        named = {name: getattr(told, name) for name in ("title", "outlet", "published", "url")}
        yield Task(told.key, told.hash, told.text, tuple(shown), told=named)


def _held(connection: Connection, told: Told) -> Iterator[tuple[str, Judged]]:
    said = decisions_on(connection, told.key)
    for kind in KINDS:
        for one in judged_in(connection, kind, told, said):
            if one.standing != "rejected":
                yield kind, one


def gold_of(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Articles as gold: a name for their files, the text, and the facts as they hold."""
    for told in articles_of(connection, keys):
        said = decisions_on(connection, told.key)
        facts = {kind: judged_in(connection, kind, told, said) for kind in KINDS}
        row = connection.execute(select(texts.c.dateline, texts.c.advertorial).where(texts.c.id == told.text_id)).one()
        name = article_mark(told.key)
        head = {
            **told._asdict(),
            **row._mapping,
            "source": f"{name}.txt",
            "published": (told.published or "")[:10] or None,
        }
        yield name, told.text, gold(head, told.text, facts)


def take(
    connection: Connection, task: Task, by: By, *, accept: bool, write: bool = True
) -> tuple[list[Decision], int, list[str]]:
    """Write what a person changed of a task, if `write`: what was new, how much was known, lines on what was not."""
    told = article(connection, task.key)
    wanted, faults = changes(task, accept=accept)
    if told is None:
        return [], 0, [f"{task.key}: the store has no such article"]
    written: list[Decision] = []
    before = 0
    held = {
        (kind, one.digest): one for kind in {one.kind for one in wanted} for one in judged_in(connection, kind, told)
    }
    for change in wanted:
        seen = _seen(task, change, held.get((change.kind, str(change.digest))))
        for field, value in _values(change):
            action = "correct" if change.action == "add" else change.action
            one = Decision(id=0, action=action, field=field, value=value, **by._asdict(), **seen._asdict())
            if known(connection, one, timed=task.at is not None):
                before += 1
            else:
                written.append(say(connection, action, seen, by, field=field, value=value) if write else one)
    where = article_mark(task.key)
    return written, before, [f"{where}: {fault}" for fault in faults]


def _values(change: Change) -> list[tuple[str | None, Any]]:
    if change.action == "add":
        return [(None, change.values | {"pattern": ""})]
    return list(change.values.items()) or [(None, None)]


def _seen(task: Task, change: Change, one: Judged | None) -> Seen:
    """The fact as the person saw it: in the task's text, which may not be the article's of today."""
    spans = change.values.get("spans")
    shown = next((mark for mark in task.shown if (mark.kind, mark.digest) == (change.kind, change.digest)), None)
    places = spans if spans is not None else shown.spans if shown else ()
    quotes = [task.text[start:end] for start, end in places]
    fact = None
    if shown is not None and (one is None or one.base is not None):  # what a person added has none
        fact = plain(change.kind, (one.base if one else None) or whole_fact(shown)) | {"spans": _lists(shown.spans)}
    was = {"fact": fact, "quotes": quotes}
    name = fact_name(task.key, str(change.digest))
    return Seen(change.kind, name, was, task.key, task.hash)


def _lists(spans: Iterable[Sequence[int]]) -> list[list[int]]:
    return [list(span) for span in spans]
