"""The step `clusters`: which articles are one release, of all articles whose text is new or changed.

An article's near-duplicates are looked for among the texts that share its bands, the pairs that are one release are
kept in `near`, and clusters are made anew of every article that a changed pair can reach. What follows for the register
is said in `touched`. A batch is one transaction: after a kill the next call goes on, and one that finds nothing to do
writes nothing. The clusters do not depend on the order in which articles came.

Two bounds keep the cost of an article flat. Its bands are followed from the rarest on, to `FOLLOWED` texts in all: what
thousands share is a stock phrase ("di Kabupaten Lampung Barat"), and who shares only that is no twin. And of the texts
met so, the `MOST` that share most are compared: of a release in more outlets every copy has that many neighbours, which
hold the cluster together. Only beyond these bounds could the order of arrival show.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, or_, select, text

from extractor.register.likeness import RULE, Fingerprint, Likeness, fingerprint, likeness
from extractor.register.shingles import bands_of
from extractor.register.syndication import Pair, clusters_of, order_of
from extractor.store.database import Store
from extractor.store.pieces import pieces
from extractor.store.readings import touch
from extractor.store.tables import articles, bands, clusters, judged, near, records, texts

BATCH = 200
"""Articles in a transaction."""
FOLLOWED = 1500
"""Texts that are met along an article's bands, each as often as it has one of them."""
MOST = 30
"""Texts with which an article is compared."""
_DAYS = 14
"""Days between two articles, within which one band in common is worth a look; else it takes two."""
_REMEMBERED = 4000
"""Texts whose fingerprints, of some 20 kB, are kept for the next batch: those that were compared last."""

_STALE = or_(
    judged.c.text_id.is_distinct_from(texts.c.id),
    judged.c.rule.is_distinct_from(RULE),
    judged.c.published.is_distinct_from(texts.c.published),
    judged.c.fetched.is_distinct_from(texts.c.fetched),
)
_CURRENT = select(
    articles.c.id, articles.c.key, articles.c.site, texts.c.id.label("text_id"), texts.c.published, texts.c.fetched
).join(texts, texts.c.id == articles.c.text_id)
_PENDING = (
    _CURRENT.outerjoin(judged, judged.c.article_id == articles.c.id)
    .where(_STALE)
    .order_by(texts.c.published, articles.c.key)
    .limit(BATCH)
)


class Clustered(NamedTuple):
    """What a call of the step did."""

    judged: int  # articles
    moved: int  # articles whose cluster is another now


def cluster(store: Store, told: Callable[[Clustered], object] = lambda _: None) -> Clustered:
    """Bring the clusters up to the articles as they are now; `told` hears after each batch what was done so far."""
    total, prints = Clustered(0, 0), _Fingerprints()
    while _is_pending(store):
        with store.writing() as connection:
            done = _Batch(connection, prints).work()
        total = Clustered(total.judged + done.judged, total.moved + done.moved)
        told(total)
    return total


def _is_pending(store: Store) -> bool:
    """Whether an article waits; asked without a lock, so that a step with nothing to do disturbs nobody."""
    with store.reading() as connection:
        return connection.execute(_PENDING.limit(1)).first() is not None


class _Batch:
    """Some articles judged, within one transaction."""

    def __init__(self, connection: Connection, prints: "_Fingerprints") -> None:
        self.connection, self.prints = connection, prints
        if connection.dialect.name == "postgresql":  # one at a time; SQLite has one writer anyway
            connection.execute(text("LOCK TABLE judged IN SHARE ROW EXCLUSIVE MODE"))
        self.waiting = {row.id: row for row in connection.execute(_PENDING)}

    def work(self) -> Clustered:
        """Judge the articles that wait, and cluster anew whom it concerns."""
        reached = set(self.waiting) | self._neighbours(self.waiting)
        self._forget()
        for other, pairs in self._judge():
            reached |= {other, *(pair["other_id"] for pair in pairs)}
            _insert(self.connection, near, [row for pair in pairs for row in (pair, _turned(pair))])
        rows = [_mark(row) for row in self.waiting.values()]
        _insert(self.connection, judged, rows)
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
        ids = sorted(self.waiting)
        for chunk in pieces(ids):
            self.connection.execute(delete(near).where(or_(near.c.article_id.in_(chunk), near.c.other_id.in_(chunk))))
            self.connection.execute(delete(judged).where(judged.c.article_id.in_(chunk)))

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
        self.prints.trim()

    def _alike(self, one: Any, other: Any) -> Likeness | None:
        """How near two articles are, if they are one release.

        A newsroom prints its own text twice, but does not recast it: what is somewhat alike there is the next day's.
        """
        alike = likeness(self.prints[one.text_id], self.prints[other.text_id])
        is_one_site = one.site == other.site is not None
        return alike if alike.is_copy or (alike.is_twin and not is_one_site) else None

    def _remember(self, some: set[int]) -> None:
        """Have the fingerprints of texts at hand."""
        new = some - self.prints.keys()
        for number in sorted(some - new):
            self.prints[number] = self.prints.pop(number)  # now among the last
        for row in self._rows(select(texts.c.id, texts.c.text), texts.c.id, new):
            self.prints[row.id] = fingerprint(row.text)

    def _followed(self) -> dict[int, list[int]]:
        """The bands of each waiting text that are followed."""
        own: dict[int, list[int]] = {}
        ids = [row.text_id for row in self.waiting.values()]
        for row in self._rows(select(bands.c.text_id, bands.c.hash), bands.c.text_id, ids):
            own.setdefault(row.text_id, []).append(row.hash)
        self._add_bands([number for number in ids if number not in own], own)
        asked = select(bands.c.hash, func.count().label("texts")).group_by(bands.c.hash)
        every = {band for some in own.values() for band in some}
        shared = {row.hash: row.texts for row in self._rows(asked, bands.c.hash, every)}
        return {number: _rarest(some, shared) for number, some in own.items()}

    def _add_bands(self, lacking: list[int], own: dict[int, list[int]]) -> None:
        """Work out the bands that the store does not have."""
        for row in list(self._rows(select(texts.c.id, texts.c.text), texts.c.id, lacking)):
            own[row.id] = list(bands_of(row.text))
            numbered = enumerate(own[row.id])
            _insert(self.connection, bands, [{"text_id": row.id, "band": at, "hash": band} for at, band in numbered])

    def _candidates(self) -> dict[int, list[Any]]:
        """By waiting article those with which it is compared, whom it shares most bands with first, then by key."""
        followed = self._followed()
        sharing: dict[int, list[int]] = {}
        every = {band for some in followed.values() for band in some}
        for row in self._rows(select(bands.c.hash, bands.c.text_id), bands.c.hash, every):
            sharing.setdefault(row.hash, []).append(row.text_id)
        met = {text_id for some in sharing.values() for text_id in some}
        current = _CURRENT.where(articles.c.id == texts.c.article_id)
        known = {row.text_id: row for row in self._rows(current, texts.c.id, met)}
        found = {}
        for article, row in self.waiting.items():
            shared = Counter(chain.from_iterable(sharing[band] for band in followed.get(row.text_id, ())))
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
        for chunk in pieces(sorted(known)):
            self.connection.execute(delete(clusters).where(clusters.c.article_id.in_(chunk)))
        rows = [{"article_id": at, "cluster": first, "similarity": alike} for at, (first, alike) in sorted(new.items())]
        _insert(self.connection, clusters, rows)
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
        for chunk in pieces(sorted(values)):
            yield from self.connection.execute(asked.where(column.in_(chunk))).all()


class _Fingerprints(dict[int, Fingerprint]):
    """What is compared of texts, by their ids, while the step works."""

    def trim(self) -> None:
        """Forget all but those that came last."""
        for number in list(self)[: max(0, len(self) - _REMEMBERED)]:
            del self[number]


def _rarest(own: list[int], shared: dict[int, int]) -> list[int]:
    """The bands of a text that are followed, the rarest first."""
    met, followed = 0, []
    for band in sorted(own, key=lambda band: (shared[band], band)):
        met += shared[band]
        if met > FOLLOWED:
            break
        followed.append(band)
    return followed


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


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)
