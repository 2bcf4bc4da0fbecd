"""The step that finds which articles are one release, on both databases."""

import hashlib
from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from extractor.store import Store, clusters
from extractor.store.ingest import Brought, Ingest
from extractor.store.runs import Run
from extractor.store.tables import articles, bands, judged, near, texts, touched
from tests.register.test_likeness import ELSEWHERE, RECAST, RELEASE, REPORTER
from tests.store.filled import LATER, NOW, PATTERNS

RECORD = {
    "award": "Paritrana Award",
    "edition": 2025,
    "level": "provinsi",
    "scope": "53",
    "category": None,
    "recipient": {"type": "region", "code": "53.06", "name": "Kabupaten Flores Timur"},
    "outcome": "winner",
    "rank": 1,
    "shortlist": None,
    "event_date": None,
    "spans": [[0, 9]],
    "pattern": "records.made_up",
}
COPIED = RELEASE + "\nPembagian kartu berikutnya dijadwalkan di Pelabuhan Waiwerang bulan depan."


def story(host: str, text: str, published: str | None, **more: Any) -> dict[str, Any]:
    """An extraction of one record, as ingest takes it."""
    article = {"id": hashlib.sha256(text.encode()).hexdigest()[:16], "source": f"{host}.html", "title": None}
    article |= {"url": f"https://{host}.example/kartu", "outlet": f"{host}.example", "author": None, "dateline": None}
    article |= {"published": published, "advertorial": False, "text": text, **more}
    return {"article": article, "records": [RECORD]}


RILIS = story("kabar", RELEASE, "2025-08-29")
COPY = story("pos", COPIED, "2025-08-30")
CAST = story("suara", RECAST, "2025-08-31")
OTHERS = story("warta", REPORTER, "2025-08-29")
REGION = story("lembata", ELSEWHERE, "2025-08-29")
ALL = (RILIS, COPY, CAST, OTHERS, REGION)


def ingest(store: Store, stories: Iterable[dict[str, Any]]) -> None:
    writer = Ingest(store, Run("ingest", PATTERNS, NOW))
    for one in stories:
        writer.article(one, [Brought(one["article"]["source"])])
    writer.end(LATER, "done", None, {})


def clustered(store: Store) -> dict[str, str]:
    """The hosts of all articles, each with the host that its cluster is named for."""
    hosts = select(articles.c.id, articles.c.site)
    with store.reading() as connection:
        named = {row.id: row.site.removesuffix(".example") for row in connection.execute(hosts)}
        rows = connection.execute(select(clusters.clusters)).all()
    return {named[row.article_id]: named[row.cluster] for row in rows}


def everything(store: Store) -> list[list[Any]]:
    """All rows of the tables that the step writes."""
    tables = (clusters.clusters, near, judged, bands, touched)
    with store.reading() as connection:
        return [sorted(map(tuple, connection.execute(select(table)))) for table in tables]


def settle(store: Store) -> None:
    """Cluster what is there, and have the register follow."""
    clusters.cluster(store)
    with store.writing() as connection:
        connection.execute(delete(touched))


def touches(store: Store) -> int:
    with store.reading() as connection:
        return len(connection.execute(select(touched)).all())


TOGETHER = {"kabar": "kabar", "pos": "kabar", "suara": "kabar", "warta": "warta", "lembata": "lembata"}


def test_a_release_its_copy_and_its_recast_are_one_cluster_and_no_others(store: Store) -> None:
    ingest(store, ALL)
    assert clusters.cluster(store) == clusters.Clustered(judged=5, moved=2)
    assert clustered(store) == TOGETHER


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_clusters_do_not_depend_on_the_order_of_arrival(store: Store, order: tuple[int, ...]) -> None:
    some = (RILIS, COPY, CAST, OTHERS)
    for place in order:
        ingest(store, [some[place]])
        clusters.cluster(store)
    assert clustered(store) == {host: TOGETHER[host] for host in ("kabar", "pos", "suara", "warta")}


def test_a_second_call_changes_nothing(store: Store) -> None:
    ingest(store, ALL)
    clusters.cluster(store)
    before = everything(store)
    assert clusters.cluster(store) == clusters.Clustered(0, 0)
    assert everything(store) == before


def test_small_batches_find_what_one_finds(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "BATCH", 1)
    ingest(store, ALL)
    assert clusters.cluster(store).judged == 5
    assert clustered(store) == TOGETHER


def test_a_step_that_was_stopped_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(store, ALL)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(clusters, "touch", stopped)
        with pytest.raises(KeyboardInterrupt):
            clusters.cluster(store)
    assert clustered(store) == {}
    clusters.cluster(store)
    assert clustered(store) == TOGETHER


def test_an_earlier_publisher_that_comes_late_gives_the_cluster_its_name(store: Store) -> None:
    ingest(store, ALL)
    settle(store)
    ingest(store, [story("kantor", RELEASE.replace("kartu itu", "kartu tersebut"), "2025-08-28")])
    with store.writing() as connection:
        connection.execute(delete(touched))
    clusters.cluster(store)
    assert clustered(store) == TOGETHER | dict.fromkeys(("kabar", "pos", "suara", "kantor"), "kantor")
    assert touches(store) == 1


def test_a_text_that_changed_is_judged_anew_and_leaves_its_cluster(store: Store) -> None:
    ingest(store, ALL)
    settle(store)
    ingest(store, [story("pos", REPORTER + "\nKabar ini telah diganti.", "2025-08-30")])
    with store.writing() as connection:
        connection.execute(delete(touched))
    clusters.cluster(store)
    assert clustered(store) == TOGETHER | {"pos": "warta"}
    assert touches(store) == 1


def test_a_bridge_that_falls_splits_its_cluster(store: Store) -> None:
    ingest(store, [RILIS, CAST])
    settle(store)
    assert clustered(store) == {"kabar": "kabar", "suara": "kabar"}
    ingest(store, [story("kabar", REPORTER, "2025-08-29")])
    clusters.cluster(store)
    assert clustered(store) == {"kabar": "kabar", "suara": "suara"}


def test_a_day_that_is_told_later_may_change_who_was_first(store: Store) -> None:
    ingest(store, [RILIS, COPY])
    settle(store)
    with store.writing() as connection:
        connection.execute(update(texts).where(texts.c.text == COPIED).values(published="2025-08-01"))
    clusters.cluster(store)
    assert clustered(store) == {"kabar": "pos", "pos": "pos"}


def test_a_new_rule_judges_all_articles_anew(store: Store) -> None:
    ingest(store, ALL)
    settle(store)
    with store.writing() as connection:
        connection.execute(update(judged).values(rule=0))
    assert clusters.cluster(store) == clusters.Clustered(judged=5, moved=0)
    assert touches(store) == 0


def test_an_article_alone_touches_nothing(store: Store) -> None:
    ingest(store, [OTHERS])
    with store.writing() as connection:
        connection.execute(delete(touched))
    clusters.cluster(store)
    assert touches(store) == 0
    assert clustered(store) == {"warta": "warta"}


def test_a_newsroom_does_not_recast_its_own_text(store: Store) -> None:
    own = story("suara", RECAST, "2025-08-31", outlet="kabar.example", site="kabar.example")
    ingest(store, [RILIS, own])
    assert clusters.cluster(store).moved == 0


def test_texts_without_a_day_or_words_are_clustered_too(store: Store) -> None:
    ingest(store, [story("satu", "Foto.", None), story("dua", COPIED, None), RILIS])
    clusters.cluster(store)
    assert clustered(store) == {"satu": "satu", "dua": "kabar", "kabar": "kabar"}


def test_an_old_version_of_a_text_finds_nobody(store: Store) -> None:
    ingest(store, [RILIS])
    ingest(store, [story("kabar", REPORTER, "2025-08-29")])
    ingest(store, [COPY])
    clusters.cluster(store)
    assert clustered(store) == {"kabar": "kabar", "pos": "pos"}


def test_a_band_of_thousands_is_not_followed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "FOLLOWED", 1)  # each band is met by its own text at least
    ingest(store, [RILIS, COPY])
    clusters.cluster(store)
    assert clustered(store) == {"kabar": "kabar", "pos": "pos"}


def test_a_release_holds_together_in_more_outlets_than_a_band_leads_to(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "LED", 2)
    monkeypatch.setattr(clusters, "BATCH", 3)
    hosts = [f"pos{number}" for number in range(9)]
    ingest(store, [RILIS, *(story(host, f"{COPIED}\nDimuat {host}.", "2025-08-30") for host in hosts)])
    clusters.cluster(store)
    assert clustered(store) == dict.fromkeys(("kabar", *hosts), "kabar")
