"""A store as its publication asks for it: the rows of each table, and how many there are."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection, Table, func, select

from extractor import __version__
from extractor.export import resources
from extractor.export.fields import Resource
from extractor.export.publication import NOBODY, UNNAMED, Publication, Publisher, Release, Row
from extractor.export.wording import plain
from extractor.gazetteer import official_name
from extractor.register.keys import readable_category
from extractor.store.proofs import naming
from extractor.store.publishing.criteria import Criteria
from extractor.store.publishing.facts import Told, count, facts, said_of_articles
from extractor.store.publishing.selection import Selection
from extractor.store.publishing.tables import (
    article_rows,
    cluster_rows,
    decision_rows,
    entry_rows,
    region_rows,
    run_rows,
)
from extractor.store.tables import added_claims, claims, decisions, entries, runs, texts, touched
from extractor.store.tables import articles as articles_table


def publication(
    connection: Connection,
    criteria: Criteria = Criteria(),  # noqa: B008  frozen
    name: str | None = None,
    by: Publisher = NOBODY,
) -> Publication:
    """All that leaves a store as it is in a transaction; `name` is the release's, else the day of the newest run."""
    source = Publishing(connection, criteria)
    newest = connection.scalar(select(func.max(runs.c.started)))
    day = str(newest)[:10] if newest else None
    release = Release(
        plain(name or day or UNNAMED), day, __version__, source.patterns(), criteria.told, source.outlets(), by
    )
    return Publication(release, source, waiting(connection))


def waiting(connection: Connection) -> int:
    """Groups of records whose entries are not made yet: the register lags behind what was read."""
    return connection.scalar(select(func.count()).select_from(touched)) or 0


class Publishing:
    """The rows of one state of a store; the regions are those that rows named which were asked for before."""

    def __init__(self, connection: Connection, criteria: Criteria) -> None:
        self.connection = connection
        self.selection = Selection(connection, criteria)
        self.said = said_of_articles(connection)
        self.codes: set[str] = set()

    def rows(self, resource: Resource) -> Iterator[Row]:
        """The chosen rows of a table, in natural order."""
        named = [at for at, field in enumerate(resource.fields) if field.refers == "regions"]
        found = self._facts(resource) if resource.kind else self._others[resource.name]()
        for row in found:
            self.codes.update(row[at] for at in named if row[at] is not None)
            yield row

    def total(self, resource: Resource) -> int | None:
        """Rows of a table that there are; None where all leave, and for the regions that rows name."""
        if self.selection.is_whole or resource is resources.REGIONS:
            return None
        if resource.kind:
            return count(self.connection, resource.kind, self.selection.all, self.said)
        return self._count(resource)

    def patterns(self) -> tuple[str, ...]:
        """The versions of patterns by which the current texts were read."""
        joined = select(texts.c.patterns).join(articles_table, articles_table.c.text_id == texts.c.id)
        return tuple(sorted(self.connection.scalars(joined.distinct())))

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """The sites whose articles leave, and how many."""
        found = self.connection.execute(select(articles_table.c.id, articles_table.c.site))
        sites: dict[str, int] = {}
        wanted = {place.article for place in self.selection.articles}
        for number, site in found:
            if number in wanted and site:
                sites[plain(site)] = sites.get(plain(site), 0) + 1
        return tuple(sorted(sites.items()))

    @property
    def _others(self) -> dict[str, Callable[[], Iterable[Row]]]:
        connection, selection = self.connection, self.selection
        return {
            "entries": lambda: entry_rows(connection, selection),
            "claims": self._claims,
            "articles": lambda: article_rows(connection, selection),
            "clusters": lambda: cluster_rows(connection, selection),
            "decisions": lambda: decision_rows(connection, selection),
            "runs": lambda: run_rows(connection),
            "regions": lambda: region_rows(self.codes),
        }

    def _chosen(self, kind: str, *, proven: bool = True) -> Iterator[Told]:
        chosen = self.selection.entries if kind == "records" else None
        for told in facts(self.connection, kind, self.selection.articles, self.said, proven=proven):
            if chosen is None or (told.kept and told.kept.entry in chosen):
                yield told

    def _facts(self, resource: Resource) -> Iterator[Row]:
        if resource is resources.RECORDS:
            yield from (_record(told, self.selection.entries) for told in self._chosen("records"))
            return
        evidence = resource.at("standing")
        own = resource.names[2:evidence]
        for told in self._chosen(str(resource.kind)):
            yield (told.name, told.place.name, *(told.fact.get(name) for name in own), *told.evidence())

    def _claims(self) -> Iterator[Row]:
        """The claims on entries that leave, in the order of the records."""
        chosen, names = self.selection.entries, self.selection.names
        for told in self._chosen("records", proven=False):
            entry, cluster = (told.kept.entry, told.kept.cluster) if told.kept else (None, None)
            if entry is not None and (chosen is None or entry in chosen):
                yield (told.name, entry, told.place.name, names.get(cluster or 0, told.place.name))

    def _count(self, resource: Resource) -> int:
        if resource is resources.ARTICLES:
            return len(self.selection.all)
        if resource is resources.CLUSTERS:
            return len({place.cluster for place in self.selection.all})
        tables: dict[str, tuple[Table, ...]] = {
            "entries": (entries,), "claims": (claims, added_claims), "decisions": (decisions,), "runs": (runs,)
        }  # fmt: skip
        return sum(self._count_rows(table) for table in tables[resource.name])

    def _count_rows(self, table: Table) -> int:
        """The rows of a table, without what is of rejected entries."""
        query = select(func.count()).select_from(table)
        if table in (claims, added_claims):
            query = query.join(entries, entries.c.id == table.c.entry_id)
        if table in (entries, claims, added_claims):
            query = query.where(entries.c.review != "rejected")
        return self.connection.scalar(query) or 0


def _record(told: Told, chosen: set[str] | None) -> Row:
    fact, recipient = told.fact, told.fact["recipient"]
    entry = told.kept.entry if told.kept else None
    if chosen is not None and entry not in chosen:
        entry = None
    spelt = readable_category(fact["award"], fact["category"], recipient["type"], recipient["code"])
    telling = naming(told.text, fact.get("spans") or (), recipient["name"]) if told.text is not None else ()
    return (
        told.name, told.place.name, entry, fact["award"], fact["edition"], fact["level"], fact["scope"],
        official_name(fact["scope"]), fact["category"], spelt, recipient["type"], recipient["code"], recipient["name"],
        fact["outcome"], fact["rank"], fact["shortlist"], fact["event_date"], *told.all_evidence(telling),
    )  # fmt: skip
