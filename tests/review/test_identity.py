import re

import pytest

from extractor.facts import Amount, Coverage, Official, Recipient, Record, to_dict
from extractor.review.identity import FIELDS, digest, pair_name, pair_of

RECORD = Record(
    "Paritrana Award", 2024, "province", "15", None, Recipient("region", "15.71", "Kota Jambi"), "winner", 1, None,
    None, ((3, 9),), "records.running",
)  # fmt: skip


def test_a_digest_is_sixteen_hexadecimal_digits() -> None:
    assert re.fullmatch("[0-9a-f]{16}", digest("records", to_dict(RECORD)))


def test_a_digest_never_changes() -> None:
    assert digest("amounts", {"value": 1500, "for": None, "suspect": False}) == "8ccdb44a9d263df0"


@pytest.mark.parametrize(
    "again",
    [RECORD._replace(spans=((40, 52), (60, 70))), RECORD._replace(pattern="records.rows")],
    ids=["other words", "another pattern"],
)
def test_the_same_values_are_the_same_fact(again: Record) -> None:
    assert digest("records", to_dict(again)) == digest("records", to_dict(RECORD))


@pytest.mark.parametrize(
    "other",
    [
        RECORD._replace(edition=2023),
        RECORD._replace(edition=None),
        RECORD._replace(recipient=Recipient("region", "15.05", "Kabupaten Muaro Jambi")),
    ],
    ids=["another edition", "no edition", "another recipient"],
)
def test_other_values_are_another_fact(other: Record) -> None:
    assert digest("records", to_dict(other)) != digest("records", to_dict(RECORD))


def test_the_kind_counts() -> None:
    assert digest("dates", {"value": "2024"}) != digest("amounts", {"value": "2024"})


@pytest.mark.parametrize(("one", "other"), [(96.0, 96), (96.52, 96.52)])
def test_a_number_is_the_same_from_either_database(one: float, other: float) -> None:
    given = Coverage(one, None, "actual", ((1, 2),))
    assert digest("coverage", to_dict(given)) == digest("coverage", {**to_dict(given), "value": other})


def test_an_amount_is_named_as_the_guideline_has_it() -> None:
    amount = Amount(1500, "premi", False, ((1, 2),))
    assert FIELDS["amounts"] == ("value", "for", "suspect")
    assert digest("amounts", to_dict(amount)) != digest("amounts", to_dict(amount._replace(purpose=None)))


def test_columns_of_the_store_do_not_count() -> None:
    fact = to_dict(Official("Maulana", ("Dr.",), (), "Wali Kota", None, "15.71", None, ((0, 7),)))
    assert digest("officials", {**fact, "text_id": 7, "position": 2}) == digest("officials", fact)


def test_a_lone_surrogate_has_a_digest() -> None:
    assert digest("regions", {"code": "15", "level": "province", "name": "\ud83d"})


def test_a_pair_is_named_alike_from_both_sides() -> None:
    assert pair_name("b", 'a "x", y') == pair_name('a "x", y', "b")
    assert pair_of(pair_name("b", 'a "x", y')) == ('a "x", y', "b")
