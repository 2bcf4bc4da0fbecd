"""A region's history: its awards, officials and worker counts over time, each with who says so."""

from typing import Any

import pytest

from extractor.store import Store
from extractor.store.decisions import By, say, seen_fact
from extractor.store.entries import register
from extractor.store.histories import History, history, quoted
from extractor.store.judging import article, judged_in
from tests.store.telling import NOW, ingested, record, told


def count(number: int, group: str, **said: Any) -> dict[str, Any]:
    usual = {"count": number, "bound": "exact", "group": group, "status": "covered", "region": "15.71"}
    return usual | {"spans": [[11, 17]], "pattern": "made.up"} | said


def official(name: str, role: str = "Wali Kota", jurisdiction: str = "15.71") -> dict[str, Any]:
    return {
        "name": name, "honorifics": [], "degrees": [], "role": role, "status": None, "jurisdiction": jurisdiction,
        "organization": None, "spans": [[0, 10]], "pattern": "made.up",
    }  # fmt: skip


def asked(store: Store, code: str = "15.71") -> History:
    register(store, NOW)
    with store.reading() as connection:
        return history(connection, code)


def test_two_articles_that_count_the_same_workers_support_one_count(store: Store) -> None:
    ingested(
        store,
        told("a", worker_counts=[count(3000, "pekerja rentan"), count(1316, "petugas keagamaan")]),
        told(
            "b",
            worker_counts=[count(3000, "tenaga kerja rentan"), count(1316, "petugas keagamaan")],
            published="2024-08-01",
        ),
    )
    assert [(one.fact["count"], one.support, one.days) for one in asked(store).worker_counts] == [
        (3000, 2, ("2024-06-11", "2024-08-01")),
        (1316, 2, ("2024-06-11", "2024-08-01")),
    ]


@pytest.mark.parametrize(
    "other",
    [{"status": "target"}, {"bound": "about"}, {"group": "nelayan"}, {"count": 3001}],
    ids=str,
)
def test_another_status_bound_group_or_number_is_another_count(store: Store, other: dict[str, Any]) -> None:
    changed = count(3000, "pekerja rentan") | other
    ingested(store, told("a", worker_counts=[count(3000, "pekerja rentan")]), told("b", worker_counts=[changed]))
    assert [one.support for one in asked(store).worker_counts] == [1, 1]


def test_an_article_without_a_date_is_told_by_the_latest_day_that_it_names(store: Store) -> None:
    day = {"value": "2024-05-02", "precision": "day", "suspect": False, "spans": [[0, 4]], "pattern": "made.up"}
    ingested(store, told("a", worker_counts=[count(3000, "nelayan")], dates=[day], published=None))
    [voice] = asked(store).worker_counts[0].voices
    assert (voice.day, voice.about) == ("2024-05-02", True)


def test_officials_are_told_over_time_and_each_office_once(store: Store) -> None:
    ingested(
        store,
        told("a", officials=[official("Sutan Rimbawan", "Wakil Wali Kota")], published="2019-02-07"),
        told("b", officials=[official("Sutan Rimbawan")], published="2024-06-11"),
        told("c", officials=[official("Sutan Rimbawan"), official("Budi", jurisdiction="15")], published="2025-06-24"),
    )
    assert [(one.fact["role"], one.days, one.support) for one in asked(store).officials] == [
        ("Wakil Wali Kota", ("2019-02-07", "2019-02-07"), 1),
        ("Wali Kota", ("2024-06-11", "2025-06-24"), 2),
    ]


def test_three_editions_of_a_region_are_read_at_once(store: Store) -> None:
    ingested(store, told("a", record(edition=2019)), told("b", record(edition=2024)), told("c", record(edition=2025)))
    assert [row["edition"] for row in asked(store).entries] == [2025, 2024, 2019]


def test_what_a_person_rejected_is_not_told(store: Store) -> None:
    ingested(store, told("a", worker_counts=[count(3000, "nelayan")]), told("b", worker_counts=[count(12, "nelayan")]))
    with store.writing() as connection:
        held = article(connection, "https://koran.example/a")
        assert held
        [one] = judged_in(connection, "worker_counts", held)
        say(connection, "reject", seen_fact("worker_counts", held, one), By("sari", NOW))
    assert [one.fact["count"] for one in asked(store).worker_counts] == [12]


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ("satu dua tiga", [5, 8], "satu dua tiga"),
        ("nol satu dua tiga empat", [9, 12], "… satu dua tiga …"),
        ("judul utama\nsatu dua\nakhir cerita", [12, 16], "satu dua"),
        ("", [0, 0], ""),
    ],
)
def test_words_are_told_with_a_few_round_them(text: str, span: list[int], shown: str) -> None:
    assert quoted(text, [span], around=1) == shown
