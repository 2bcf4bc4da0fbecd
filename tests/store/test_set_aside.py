"""An article that new patterns call none: what was read there is withdrawn, and all that was known of it stays."""

from typing import Any

import pytest
from sqlalchemy import select

from extractor.store import Store
from extractor.store.check import faults
from extractor.store.decisions import By, say, seen_fact
from extractor.store.difference import reread_between
from extractor.store.entries import register
from extractor.store.ingest import CHANGED, Brought, Ingest
from extractor.store.judging import article, judged_in
from extractor.store.pattern_sets import PatternSet
from extractor.store.rerun import Rerun
from extractor.store.runs import Run
from extractor.store.search import search
from extractor.store.tables import articles, entries, inputs, records, texts
from tests.store.telling import record, told

NOW, LATER = "2026-11-22T04:00:00Z", "2026-11-22T05:00:00Z"
OLD, NEW, NEWEST = (PatternSet(letter * 16, {}, {}) for letter in "abc")
DIGEST = "1" * 64


def page(name: str = "a.html", digest: str | None = DIGEST) -> Brought:
    return Brought(name, digest)


def given(store: Store, patterns: PatternSet, *names: str, **told_: Any) -> str:
    """An article that pages of these names give."""
    writer = Ingest(store, Run("ingest", patterns, NOW))
    return writer.article(told("a", record(), **told_), [page(one) for one in names])


def refused(store: Store, patterns: PatternSet, one: Brought, code: str = "index") -> Ingest:
    writer = Ingest(store, Run("ingest", patterns, LATER))
    writer.set_aside(one, code, "is a list of articles")
    return writer


def held(store: Store) -> tuple[int, int, str | None]:
    """How many records and entries there are, and why the article is none."""
    register(store, LATER)
    with store.reading() as connection:
        counts = [len(connection.execute(select(table.c.id)).all()) for table in (records, entries)]
        return counts[0], counts[1], connection.execute(select(articles.c.set_aside)).scalar_one()


def test_what_was_read_there_is_withdrawn_and_article_and_history_stay(store: Store) -> None:
    given(store, OLD, "a.html")
    assert held(store) == (1, 1, None)
    assert refused(store, NEW, page()).withdrawn == 1
    assert held(store) == (0, 0, "index")
    with store.reading() as connection:
        [change] = reread_between(connection, 1, 2)
        assert (len(change.before["records"]), change.after["records"]) == (1, [])
        assert search(connection, "meraih").total == 1
        assert connection.execute(select(texts.c.patterns)).scalar_one() == NEW.version
    assert list(faults(store)) == []


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (page(digest="2" * 64), "soft_404"),  # the page is another now
        (page(digest=None), "unreadable"),
        (page(), "fault"),
        (page("b.html"), "index"),
    ],
)
def test_where_the_page_is_gone_another_or_could_not_be_read_the_article_stays(
    store: Store, one: Brought, code: str
) -> None:
    given(store, OLD, "a.html")
    assert refused(store, NEW, one, code).withdrawn == 0
    assert held(store) == (1, 1, None)


def test_while_another_page_gives_it_the_article_stays(store: Store) -> None:
    given(store, OLD, "a.html", "b.html")
    refused(store, NEW, page())
    assert held(store) == (1, 1, None)
    refused(store, NEW, page("b.html"))
    assert held(store) == (0, 0, "index")


def test_a_page_that_had_become_another_before_says_nothing_later(store: Store) -> None:
    given(store, OLD, "a.html")
    refused(store, OLD, page(digest="2" * 64), "soft_404")
    refused(store, NEW, page(digest="2" * 64), "soft_404")
    assert held(store) == (1, 1, None)


@pytest.mark.parametrize("patterns", [NEW, NEWEST])
def test_where_it_is_an_article_again_all_of_it_comes_back(store: Store, patterns: PatternSet) -> None:
    given(store, OLD, "a.html")
    refused(store, NEW, page())
    assert given(store, patterns, "a.html") == CHANGED
    assert held(store) == (1, 1, None)
    with store.reading() as connection:
        assert connection.execute(select(inputs.c.code)).scalar_one() is None


def test_a_rerun_reads_nothing_in_it(store: Store) -> None:
    given(store, OLD, "a.html")
    refused(store, NEW, page())
    assert Rerun(store, Run("rerun", NEWEST, LATER)).due == []


def test_what_a_person_accepted_there_stands(store: Store) -> None:
    given(store, OLD, "a.html")
    with store.writing() as connection:
        about = article(connection, "https://koran.example/a")
        assert about
        [one] = judged_in(connection, "records", about)
        say(connection, "accept", seen_fact("records", about, one), By("sari", NOW))
    refused(store, NEW, page())
    assert held(store) == (0, 1, "index")
    assert list(faults(store)) == []
