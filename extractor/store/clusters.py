"""The step `clusters`: which articles are one release, of all articles whose text is new or changed.

An article's near-duplicates are looked for among the texts that share its bands, the pairs that are one release are
kept in `near`, and clusters are made anew of every article that a changed pair can reach. What follows for the register
is said in `touched`. A batch is one transaction: after a kill the next call goes on, and one that finds nothing to do
writes nothing. The clusters do not depend on the order in which articles came.

Two bounds keep the cost of an article the same in a store of any size. A band leads to the `LED` texts that the store
has met first: what more than that share is a stock phrase ("di Kabupaten Lampung Barat"), or a release that went round
the country, whose first copies hold all others together. And a text's bands are followed from the rarest on, to
`FOLLOWED` texts in all, of which the `MOST` that share most are compared. Only beyond these bounds can the order of
arrival show.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, or_, select, text

from extractor.register.likeness import RULE, Fingerprint, Likeness, fingerprint, likeness
from extractor.register.syndication import Pair, clusters_of, order_of
from extractor.store.database import Store
from extractor.store.insertions import driven, insert
from extractor.store.pieces import delete_with, pieces, rows_with
from extractor.store.readings import touch
from extractor.store.tables import articles, bands, clusters, judged, near, records, texts

BATCH = 200
"""Articles in a transaction."""
LED = 25
"""Texts to which a band leads."""
FOLLOWED = 250
"""Texts that are met along an article's bands, each as often as it has one of them."""
MOST = 30
"""Texts with which an article is compared."""
_DAYS = 14
"""Days between two articles, within which one band in common is worth a look; else it takes two."""
_FINGERPRINTS, _ROWS = 4000, 100_000
"""Texts whose fingerprints, of some 20 kB, and whose rows are kept for the next batch: those that came last."""

_STALE = or_(
    judged.c.text_id.is_distinct_from(texts.c.id),
    judged.c.rule.is_distinct_from(RULE),
    judged.c.published.is_distinct_from(texts.c.published),
    judged.c.fetched.is_distinct_from(texts.c.fetched),
)
_CURRENT = select(
    articles.c.id, articles.c.key, articles.c.site, texts.c.id.label("text_id"), texts.c.published, texts.c.fetched
).join(texts, texts.c.id == articles.c.text_id)
_PENDING = _CURRENT.outerjoin(judged, judged.c.article_id == articles.c.id).where(_STALE)
_MET = """
WITH RECURSIVE asked(hash) AS (VALUES {}), met(hash, text_id, number) AS (
    SELECT hash, (SELECT min(text_id) FROM bands WHERE bands.hash = asked.hash), 1 FROM asked
    UNION ALL
    SELECT hash, (SELECT min(text_id) FROM bands WHERE bands.hash = met.hash AND bands.text_id > met.text_id),
        number + 1
    FROM met WHERE text_id IS NOT NULL AND number < {}
)
SELECT hash, text_id FROM met WHERE text_id IS NOT NULL
"""
"""The texts to which bands lead: stepped to one by one, for else a database reads all that share a stock phrase."""


class Clustered(NamedTuple):
    """What a call of the step did."""

    judged: int  # articles
    moved: int  # articles whose cluster is another now


def cluster(store: Store, told: Callable[[Clustered], object] = lambda _: None) -> Clustered:
    """Bring the clusters up to the articles as they are now; `told` hears after each batch what was done so far."""
    total, memory = Clustered(0, 0), _Memory()
    for some in pieces(_pending(store), BATCH):
        with store.writing() as connection:
            done = _Batch(connection, memory, some).work()
        total = Clustered(total.judged + done.judged, total.moved + done.moved)
        told(total)
    return total


def _pending(store: Store) -> Sequence[int]:
    """The articles that wait; asked without a lock, so that a step with nothing to do disturbs nobody."""
    with store.reading() as connection:
        asked = _PENDING.with_only_columns(articles.c.id).order_by(texts.c.published, articles.c.key)
        return connection.scalars(asked).all()


class _Batch:
    """Some articles judged, within one transaction; those that another process judged meanwhile wait no longer."""

    def __init__(self, connection: Connection, memory: "_Memory", some: Sequence[int]) -> None:
        self.connection, self.memory = connection, memory
        if connection.dialect.name == "postgresql":  # one at a time; SQLite has one writer anyway
            connection.execute(text("LOCK TABLE judged IN SHARE ROW EXCLUSIVE MODE"))
        self.waiting = {row.id: row for row in self._rows(_PENDING, articles.c.id, some)}

    def work(self) -> Clustered:
        """Judge the articles that wait, and cluster anew whom it concerns."""
        reached = set(self.waiting) | self._neighbours(self.waiting)
        self._forget()
        for other, pairs in self._judge():
            reached |= {other, *(pair["other_id"] for pair in pairs)}
            insert(self.connection, near, [row for pair in pairs for row in (pair, _turned(pair))])
        rows = [_mark(row) for row in self.waiting.values()]
        insert(self.connection, judged, rows)
        return Clustered(len(rows), self._cluster(self._closure(reached)))

    def _neighbours(self, some: Iterable[int]) -> set[int]:
        asked = select(near.c.other_id)
        return {row.other_id for row in self._rows(asked, near.c.article_id, some)}

    def _closure(self, some: set[int]) -> set[int]:
        """Articles, and all that pairs lead to from them."""
        found, new = set(some), some
        while new:
            new = self._neighbours(new) - found
            found |= new
        return found

    def _forget(self) -> None:
        """Take back what was found of the articles before."""
        for column in (near.c.article_id, near.c.other_id, judged.c.article_id):
            delete_with(self.connection, column, self.waiting)

    def _judge(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """Each waiting article with the pairs that it makes with others; each pair once."""
        candidates = self._candidates()
        current = self.waiting | {row.id: row for some in candidates.values() for row in some}
        self._remember({row.text_id for row in current.values()})
        met: set[tuple[int, int]] = set()
        for article, others in candidates.items():
            pairs = []
            for other in (row.id for row in others):
                pair = (min(article, other), max(article, other))
                alike = None if pair in met else self._alike(current[article], current[other])
                met.add(pair)
                if alike:
                    pairs.append(_pair(article, other, alike))
            yield article, pairs
        self.memory.trim()

    def _alike(self, one: Any, other: Any) -> Likeness | None:
        """How near two articles are, if they are one release.

        A newsroom prints its own text twice, but does not recast it: what is somewhat alike there is the next day's.
        """
        prints = self.memory.prints
        alike = likeness(prints[one.text_id], prints[other.text_id])
        is_one_site = one.site == other.site is not None
        return alike if alike.is_copy or (alike.is_twin and not is_one_site) else None

    def _remember(self, some: set[int]) -> None:
        """Have the fingerprints of texts at hand."""
        for row in self._rows(select(texts.c.id, texts.c.text), texts.c.id, self.memory.lacking(some)):
            self.memory.prints[row.id] = fingerprint(row.text)

    def _followed(self) -> dict[int, list[int]]:
        """The texts that are met along the bands of each waiting one, as often as it has a band with one of them."""
        numbers = [row.text_id for row in self.waiting.values()]
        self._remember(set(numbers))
        own = {number: self.memory.prints[number].bands for number in numbers}
        told = sorted((band, number) for number, some in own.items() for band in some)
        insert(self.connection, bands, [{"hash": band, "text_id": number} for band, number in told], is_new=False)
        led: dict[int, list[int]] = {}
        for some in pieces(sorted({band for band, _ in told})):
            asked = _MET.format(", ".join(["(?)"] * len(some)), LED)
            for row in driven(self.connection, asked, *some):
                led.setdefault(row.hash, []).append(row.text_id)
        return {number: list(chain.from_iterable(_rarest(some, led))) for number, some in own.items()}

    def _candidates(self) -> dict[int, list[Any]]:
        """By waiting article those with which it is compared, whom it shares most bands with first, then by key."""
        followed = self._followed()
        met = {number for some in followed.values() for number in some}
        known = self.memory.rows
        known |= {row.text_id: row for row in self._rows(_CURRENT, texts.c.id, met - known.keys())}
        known |= {row.text_id: row for row in self.waiting.values()}
        found = {}
        for article, row in self.waiting.items():
            shared = Counter(followed[row.text_id])
            del shared[row.text_id]
            found[article] = _nearest(shared, known, _around(row.published))
        return found

    def _cluster(self, some: set[int]) -> int:
        """Write the clusters of articles, and touch the groups of those that are in another now; how many these are."""
        held = self._held(some)
        before = {row.article_id: row for row in self._rows(select(clusters), clusters.c.article_id, some)}
        new = {
            article: told
            for article, told in held.items()
            if article not in before or (before[article].cluster, before[article].similarity) != told
        }
        known = [article for article in new if article in before]
        moved = {at for at, (first, _) in new.items() if first != (before[at].cluster if at in before else at)}
        delete_with(self.connection, clusters.c.article_id, known)
        rows = [{"article_id": at, "cluster": first, "similarity": alike} for at, (first, alike) in sorted(new.items())]
        insert(self.connection, clusters, rows)
        groups = select(records.c.group).join(articles, articles.c.text_id == records.c.text_id)
        touch(self.connection, {row.group for row in self._rows(groups, articles.c.id, moved)})
        return len(moved)

    def _held(self, some: set[int]) -> dict[int, tuple[int, float | None]]:
        """The cluster of each article, and how near the nearest other of it is; None for one alone."""
        current = self._rows(_CURRENT, articles.c.id, some)
        orders = {row.id: order_of(row.published, row.fetched, row.key) for row in current}
        pairs = list(self._rows(select(near), near.c.article_id, some))
        held = clusters_of(orders, (Pair(row.article_id, row.other_id, row.copied) for row in pairs))
        nearest: dict[int, float] = {}
        for row in pairs:
            if held[row.article_id] == held[row.other_id]:
                nearest[row.article_id] = max(row.similarity, nearest.get(row.article_id, 0.0))
        return {article: (first, nearest.get(article)) for article, first in held.items()}

    def _rows(self, asked: Select[Any], column: Any, values: Iterable[int]) -> Iterator[Any]:
        """The rows of a question of which a column has one of some values."""
        return rows_with(self.connection, asked, column, values)


class _Memory:
    """What the step keeps of texts from one batch to the next, by their ids.

    A row may be that of a text which another process has changed since: then its article waits, and is judged anew.
    """

    def __init__(self) -> None:
        self.prints: dict[int, Fingerprint] = {}  # the latest compared last
        self.rows: dict[int, Any] = {}

    def lacking(self, some: set[int]) -> set[int]:
        """Those of which there is no fingerprint; the others are now among the last."""
        new = some - self.prints.keys()
        for number in sorted(some - new):
            self.prints[number] = self.prints.pop(number)
        return new

    def trim(self) -> None:
        """Forget all but those that came last."""
        for kept, most in ((self.prints, _FINGERPRINTS), (self.rows, _ROWS)):
            for number in list(kept)[: max(0, len(kept) - most)]:
                del kept[number]


def _rarest(own: Iterable[int], led: dict[int, list[int]]) -> Iterator[list[int]]:
    """The texts to which a text's bands lead, the rarest band's first, as far as bands are followed."""
    met = 0
    for band in sorted(own, key=lambda band: (len(led[band]), band)):
        met += len(led[band])
        if met > FOLLOWED:
            return
        yield led[band]


def _nearest(shared: Counter[int], known: dict[int, Any], days: tuple[str, str] | None) -> list[Any]:
    """Of texts that share bands with one, by how many they share, those that are worth a look."""
    several = [number for number, times in shared.items() if times > 1 and number in known]
    some = sorted((known[number] for number in several), key=lambda row: (-shared[row.text_id], row.key))[:MOST]
    if days is None or len(some) == MOST:
        return some
    since, until = days
    once = (known[number] for number, times in shared.items() if times == 1 and number in known)
    near_in_time = [row for row in once if row.published and since <= row.published <= until]
    return some + sorted(near_in_time, key=lambda row: row.key)[: MOST - len(some)]


def _pair(article: int, other: int, alike: Likeness) -> dict[str, Any]:
    share = round(alike.share, 4)
    return {"article_id": article, "other_id": other, "similarity": share, "copied": alike.is_copy}


def _turned(pair: dict[str, Any]) -> dict[str, Any]:
    return pair | {"article_id": pair["other_id"], "other_id": pair["article_id"]}


def _mark(row: Any) -> dict[str, Any]:
    told = {"published": row.published, "fetched": row.fetched}
    return {"article_id": row.id, "text_id": row.text_id, "rule": RULE} | told


def _around(published: str | None) -> tuple[str, str] | None:
    """The days about a moment, as what ISO moments stand between; None where it is not known."""
    try:
        day = date.fromisoformat((published or "")[:10])
        return (day - timedelta(_DAYS)).isoformat(), (day + timedelta(_DAYS + 1)).isoformat()
    except (ValueError, OverflowError):
        return None
