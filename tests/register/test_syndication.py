"""Which articles are one cluster, by the pairs that are one release."""

from itertools import permutations

import pytest

from extractor.register.syndication import Pair, clusters_of, order_of

DAYS = {number: order_of(f"2025-06-{number:02}", None, f"key{number}") for number in range(1, 7)}


def copied(one: int, other: int) -> Pair:
    return Pair(one, other, copied=True)


def recast(one: int, other: int) -> Pair:
    return Pair(one, other, copied=False)


@pytest.mark.parametrize(
    ("pairs", "clusters"),
    [
        ([], [1, 2, 3, 4, 5, 6]),
        ([copied(2, 4)], [1, 2, 3, 2, 5, 6]),
        ([copied(2, 3), copied(3, 4), copied(4, 5)], [1, 2, 2, 2, 2, 6]),
        ([recast(1, 2), recast(1, 3)], [1, 1, 1, 4, 5, 6]),
        ([recast(1, 2), recast(2, 3)], [1, 1, 3, 4, 5, 6]),
        ([recast(1, 2), recast(2, 3), recast(3, 4)], [1, 1, 3, 3, 5, 6]),
        ([copied(1, 5), recast(5, 6)], [1, 2, 3, 4, 1, 1]),
        ([recast(1, 6), recast(2, 6)], [1, 2, 3, 4, 5, 1]),
        ([recast(3, 1), copied(3, 2)], [1, 1, 1, 4, 5, 6]),
    ],
    ids=[
        "no pairs",
        "a copy is in the cluster of what was first",
        "copies of copies are one cluster",
        "recast from one",
        "recast is not handed on",
        "a row of recast texts is cut in two",
        "a recast copy",
        "of two the one published first",
        "copies go together where one of them was recast",
    ],
)
def test_clusters_follow_from_pairs(pairs: list[Pair], clusters: list[int]) -> None:
    assert list(clusters_of(DAYS, pairs).values()) == clusters


def test_clusters_do_not_depend_on_the_order_of_pairs_or_articles() -> None:
    pairs = [copied(6, 2), recast(3, 2), recast(1, 3), copied(4, 5)]
    found = {
        tuple(sorted(clusters_of({article: DAYS[article] for article in order}, some).items()))
        for some in permutations(pairs)
        for order in ([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1], [3, 1, 6, 2, 5, 4])
    }
    assert found == {((1, 1), (2, 2), (3, 1), (4, 4), (5, 4), (6, 2))}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2025-06-18", None, "b"), ("2025-06-19", None, "a")),
        (("2025-06-18T10:00:00+07:00", None, "b"), ("2025-06-18T11:30:00+08:00", None, "a")),
        (("2025-06-18T23:00:00+07:00", None, "b"), ("2025-06-18", None, "a")),
        (("2025-06-18", "2025-06-18T02:00:00Z", "b"), ("2025-06-18", "2025-06-19T02:00:00Z", "a")),
        (("2025-06-18", "2025-06-18T02:00:00Z", "b"), ("2025-06-18", None, "a")),
        (("2025-06-18", None, "a"), ("2025-06-18", None, "b")),
        (("2025-06-18", None, "b"), (None, "2020-01-01T00:00:00Z", "a")),
    ],
    ids=["day", "moment, whatever its zone", "an hour told", "fetched", "fetched at all", "name", "no day is last"],
)
def test_the_first_publisher_comes_first(
    first: tuple[str | None, str | None, str], second: tuple[str | None, str | None, str]
) -> None:
    assert order_of(*first) < order_of(*second)


@pytest.mark.parametrize("told", ["kemarin", "2025-06-18Tpagi", "9999-12-31T23:59:59-14:00", ""])
def test_a_moment_that_cannot_be_read_is_none(told: str) -> None:
    assert order_of(told, None, "a")[1:3] == (True, "")
