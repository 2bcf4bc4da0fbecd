"""Pages of the register: what is asked for, in an order that lasts, the same on both databases."""

from typing import Any

import pytest

from extractor.errors import ExtractorError
from extractor.store import Store
from extractor.store.entries import register
from extractor.store.pages import SORTS, Wanted, counted, page
from tests.store.filled import fill
from tests.store.telling import NOW, firm, ingested, record, told


def walked(store: Store, wanted: Wanted, sort: str = "year", limit: int = 7) -> list[str]:
    """The ids of all pages, one after the other."""
    found: list[str] = []
    after = None
    with store.reading() as connection:
        while True:
            shown = page(connection, wanted, sort=sort, after=after, limit=limit)
            found += [row["id"] for row in shown.rows]
            after = shown.following
            if after is None:
                assert counted(connection, wanted) == len(found)
                return found


def listed(store: Store, sort: str = "year", **wanted: Any) -> list[tuple[Any, ...]]:
    with store.reading() as connection:
        rows = page(connection, Wanted(**wanted), sort=sort).rows
    return [(row["recipient"], row["edition"]) for row in rows]


@pytest.fixture
def made(store: Store) -> Store:
    bungo = {"type": "region", "code": "15.08", "name": "Kabupaten Bungo"}
    badung = {"type": "region", "code": "51.03", "name": "Kabupaten Badung"}
    ingested(
        store,
        told("a", record(), record(edition=2022), record(recipient=bungo, rank=1), published="2024-06-11"),
        told("b", record(rank=2), firm("Sawit Rimba Makmur", edition=2023), published="2024-06-13"),
        told("c", record(recipient=badung, scope="51", outcome="nominee", rank=None), published="2025-01-01"),
        told("d", record(recipient=badung, scope="51", award="UHC Awards", edition=None), published=""),
    )
    register(store, NOW)
    return store


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_all_pages_together_have_every_entry_once(store: Store, sort: str, limit: int) -> None:
    fill(store, 12)
    register(store, NOW)
    whole = walked(store, Wanted(), sort, 1000)
    assert walked(store, Wanted(), sort, limit) == whole
    assert len(set(whole)) == len(whole) > 20


def test_within_a_year_awards_of_no_known_edition_come_last(store: Store) -> None:
    ingested(store, told("a", record(award="Adipura", edition=None), record(edition=2024), record(edition=2023)))
    register(store, NOW)
    assert [edition for _, edition in listed(store)] == [2024, None, 2023]


def test_the_newest_year_comes_first_and_in_it_the_first_place(made: Store) -> None:
    assert listed(made, province="15")[:3] == [
        ("Kabupaten Bungo", 2024),
        ("Kota Jambi", 2024),
        ("Sawit Rimba Makmur", 2023),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"award": "paritrana award", "edition": 2022}, ["Kota Jambi"]),
        ({"award": "UHC Award"}, ["Kabupaten Badung"]),
        ({"recipient": "15.71"}, ["Kota Jambi", "Kota Jambi"]),
        ({"recipient": "as:sawit rimba makmur"}, ["Sawit Rimba Makmur"]),
        ({"text": "rimba sawit"}, ["Sawit Rimba Makmur"]),
        ({"text": "SAW"}, ["Sawit Rimba Makmur"]),
        ({"text": "%"}, None),
        ({"outcome": "nominee"}, ["Kabupaten Badung"]),
        ({"disputed": True}, ["Kota Jambi"]),
        ({"failed": True}, []),
        ({"scope": "51"}, ["Kabupaten Badung", "Kabupaten Badung"]),
        ({"province": "51"}, ["Kabupaten Badung", "Kabupaten Badung"]),
        ({"since": "2024-06-13", "province": "15"}, ["Kota Jambi", "Sawit Rimba Makmur"]),
    ],
    ids=str,
)
def test_what_is_asked_for_is_found(made: Store, wanted: dict[str, Any], found: list[str] | None) -> None:
    names = [name for name, _ in listed(made, **wanted)]
    assert names == (found if found is not None else [name for name, _ in listed(made)])


def test_an_entry_without_a_date_comes_last_by_publication(made: Store) -> None:
    assert listed(made, sort="published")[0] == ("Kabupaten Badung", 2024)
    assert listed(made, sort="published")[-1] == ("Kabupaten Badung", None)


def test_a_page_behind_an_entry_that_is_gone_is_refused(made: Store) -> None:
    with made.reading() as connection, pytest.raises(ExtractorError, match="no entry of the register any more"):
        page(connection, Wanted(), after="0" * 16)
