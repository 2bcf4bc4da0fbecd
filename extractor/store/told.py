"""Claims of the store: the records of articles' current texts, with decisions laid over them, group by group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from extractor.register.claims import Check, Claim
from extractor.register.identities import joined, joined_group, members
from extractor.register.keys import group_of, name_key
from extractor.register.sums import LEAST, figures, parts_below_totals, sums
from extractor.review.decisions import ENTRY, PAIR, Decision, standing
from extractor.review.identity import digest, pair_of
from extractor.store.judging import decided, effective_facts, said
from extractor.store.pieces import among, pieces, rows_with
from extractor.store.storable import short
from extractor.store.tables import amounts, articles, clusters, decisions, officials, records, texts, worker_counts

_PUBLISHERS = articles.alias("publishers")
_CLAIMS = (
    select(
        records,
        articles.c.id.label("article_id"),
        articles.c.key,
        articles.c.outlet,
        texts.c.published,
        clusters.c.cluster,
        _PUBLISHERS.c.key.label("publisher"),
    )
    .join(texts, texts.c.id == records.c.text_id)
    .join(articles, articles.c.text_id == texts.c.id)
    .outerjoin(clusters, clusters.c.article_id == articles.c.id)
    .outerjoin(_PUBLISHERS, _PUBLISHERS.c.id == clusters.c.cluster)
)


class Told(NamedTuple):
    """A claim with what this store calls it: the article's, text's and cluster's ids, and those of its records.

    A claim that a person added has no record. `text_id` is that of the article's current text.
    """

    claim: Claim
    article_id: int
    text_id: int
    cluster: int
    records: tuple[int, ...]


class Decided(NamedTuple):
    """What people decided that bears on claims and entries.

    `kept` leads from a recipient's key to the one under which it is kept, `judged` holds by article's id the claims of
    articles on whose records people decided, with their groups; `on_entries` all decisions on entries, by group.
    """

    kept: Mapping[str, str]
    judged: Mapping[int, Sequence[tuple[str, Told]]]
    on_entries: Mapping[str, Sequence[Decision]]

    def group(self, raw: str) -> str:
        """The group in which the records of a group meet others."""
        return joined_group(raw, self.kept)

    def members(self, group: str) -> list[str]:
        """The groups of records that meet in a group."""
        return members(group, self.kept)


def what_is_decided(connection: Connection) -> Decided:
    """What people decided so far."""
    kept = joined(said_to_be_one(connection))
    return Decided(kept, dict(_judged(connection)), _on_entries(connection, kept))


def said_to_be_one(connection: Connection) -> list[tuple[str, str]]:
    """The keys of recipients of which people said last that they are the same, in pairs."""
    pairs: dict[str, str] = {}
    for decision in standing(said(connection, decisions.c.target == PAIR)):
        if decision.action in ("same", "different"):
            pairs[decision.name] = decision.action
    return [pair_of(name) for name, action in sorted(pairs.items()) if action == "same"]


def _on_entries(connection: Connection, kept: Mapping[str, str]) -> dict[str, list[Decision]]:
    everything = list(said(connection, decisions.c.target == ENTRY))
    groups = {
        one.name: joined_group(one.was["entry"]["group"], kept)
        for one in everything
        if one.was and one.was.get("entry")
    }
    found = defaultdict[str, list[Decision]](list)
    for one in everything:
        if one.name in groups:
            found[groups[one.name]].append(one)
    return dict(found)


def _judged(connection: Connection) -> Iterator[tuple[int, list[tuple[str, Told]]]]:
    """By article the claims that hold where people decided on its records; what they rejected is none."""
    for told, facts in effective_facts(connection, "records", decided(connection, "records")):
        place = select(clusters.c.cluster, articles.c.key).join(articles, articles.c.id == clusters.c.cluster)
        cluster = connection.execute(place.where(clusters.c.article_id == told.id)).first()
        found = []
        for one in facts:
            if one.standing == "rejected":
                continue
            fact: dict[str, Any] = one.fact
            recipient: dict[str, Any] = fact["recipient"]
            plain: dict[str, Any] = {name: fact.get(name) for name in _PLAIN}
            claim = Claim(
                article=told.key,
                digest=one.digest,
                cluster=cluster.key if cluster else told.key,
                outlet=told.outlet,
                published=told.published,
                type=recipient["type"],
                code=recipient.get("code"),
                recipient=recipient["name"],
                standing=one.standing,
                **plain,
            )
            ids = (int(one.machine["id"]),) if one.machine else ()
            number = cluster.cluster if cluster else told.id
            found.append((short(group_of(fact)), Told(claim, told.id, told.text_id, number, ids)))
        yield told.id, found


_PLAIN = ("award", "edition", "level", "scope", "category", "outcome", "rank", "shortlist", "event_date")


def claims_of(connection: Connection, groups: Iterable[str], decided_: Decided) -> dict[str, list[Told]]:
    """The claims of joined groups, by group; those without any are not named."""
    wanted = set(groups)
    raw = {member for group in wanted for member in decided_.members(group)}
    found = defaultdict[str, dict[tuple[int, str], Told]](dict)
    for row in rows_with(connection, _CLAIMS, records.c.group, raw):
        if row.article_id not in decided_.judged:
            _add(found[decided_.group(row.group)], _told(row))
    for some in decided_.judged.values():
        for group, told in some:
            if decided_.group(group) in wanted:
                _add(found[decided_.group(group)], told)
    claims = {group: list(some.values()) for group, some in found.items()}
    return _with_posts(connection, claims)


def _add(found: dict[tuple[int, str], Told], told: Told) -> None:
    """Two records of an article with the same values are one claim."""
    name = (told.article_id, told.claim.digest)
    other = found.get(name)
    found[name] = told._replace(records=tuple(sorted({*told.records, *other.records}))) if other else told


def _told(row: Row[Any]) -> Told:
    fact = row._asdict()
    fact["recipient"] = {"type": row.recipient_type, "code": row.recipient_code, "name": row.recipient}
    claim = Claim(
        article=row.key,
        digest=digest("records", fact),
        cluster=row.publisher or row.key,
        outlet=row.outlet,
        published=row.published,
        type=row.recipient_type,
        code=row.recipient_code,
        recipient=row.recipient,
        **{name: fact[name] for name in _PLAIN},
    )
    return Told(claim, row.article_id, row.text_id, row.cluster or row.article_id, (row.id,))


def _with_posts(connection: Connection, claims: dict[str, list[Told]]) -> dict[str, list[Told]]:
    """Claims on people with the province of the office that their article gives them."""
    persons = {told.text_id for some in claims.values() for told in some if told.claim.type == "person"}
    if not persons:
        return claims
    posts: dict[tuple[int, str], str] = {}
    asked = select(officials.c.text_id, officials.c.name, officials.c.jurisdiction)
    asked = asked.where(officials.c.jurisdiction.is_not(None)).order_by(officials.c.text_id, officials.c.position)
    for row in rows_with(connection, asked, officials.c.text_id, persons):
        posts.setdefault((row.text_id, name_key(row.name, is_person=True)), row.jurisdiction[:2])
    return {group: [_with_post(told, posts) for told in some] for group, some in claims.items()}


def _with_post(told: Told, posts: Mapping[tuple[int, str], str]) -> Told:
    if told.claim.type != "person":
        return told
    post = posts.get((told.text_id, name_key(told.claim.recipient, is_person=True)))
    return told._replace(claim=told.claim._replace(post=post))


def sums_of(connection: Connection, text_ids: Iterable[int]) -> dict[int, list[tuple[str | None, Check]]]:
    """By text the checks of its figures, each with the region that it is of; texts without any are not named.

    Sums of several regions' figures, or of none's, are of no region; parts below totals are checked where one is told.
    """
    counts, paid = _figures(connection, worker_counts, text_ids), _figures(connection, amounts, text_ids)
    several = {text for facts in (counts, paid) for text, some in facts.items() if len(some) >= LEAST}
    rows = rows_with(connection, select(texts.c.id, texts.c.text), texts.c.id, several)
    words = {row.id: row.text for row in rows}
    found = {}
    for text in sorted({*counts, *paid}):
        told = counts.get(text, ())
        checks: list[tuple[str | None, Check]] = [
            (region, check)
            for region in sorted({fact["region"] for fact in told if fact["region"]})
            for check in parts_below_totals([fact for fact in told if fact["region"] == region])
        ]
        if text in words:
            figured = figures(told, "count"), figures(paid.get(text, ()), "value")
            checks += [one for some in figured for one in sums(some, words[text])]
        if checks:
            found[text] = checks
    return found


def _figures(connection: Connection, table: Any, text_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """By text its figures as they hold: where people decided, their word and not the machine's."""
    found = defaultdict[int, list[dict[str, Any]]](list)
    kind, wanted = str(table.name), set(text_ids)
    spoken = set(decided(connection, kind))
    for part in pieces(sorted(wanted)):
        asked = select(table).where(among(connection, table.c.text_id, part))
        for row in connection.execute(asked.order_by(table.c.text_id, table.c.position)).mappings():
            found[row["text_id"]].append(dict(row))
        of_these = select(articles.c.key).where(among(connection, articles.c.text_id, part))
        judged = spoken.intersection(connection.scalars(of_these)) if spoken else spoken
        for told, facts in effective_facts(connection, kind, judged):
            found[told.text_id] = [one.fact for one in facts if one.standing != "rejected"]
    return dict(found)
