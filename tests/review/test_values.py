from typing import Any

import pytest

from extractor.facts import KINDS
from extractor.review.identity import FIELDS
from extractor.review.values import ValueRefused, corrections, value_of, whole


@pytest.mark.parametrize(
    ("kind", "field", "given", "value"),
    [
        ("records", "edition", "2024", 2024),
        ("records", "edition", "-", None),
        ("records", "edition", "", None),
        ("records", "edition", None, None),
        ("records", "rank", "2", 2),
        ("records", "scope", "15.71", "15.71"),
        ("records", "scope", "Papua Barat Daya", "96"),
        ("officials", "jurisdiction", "Kota Jambi", "15.71"),
        ("records", "award", "anugerah paritrana", "Paritrana Award"),
        ("records", "award", "Kabupaten Peduli HAM", "Kabupaten Peduli HAM"),
        ("records", "outcome", "Winner", "winner"),
        ("records", "event_date", "2024-06-25", "2024-06-25"),
        ("worker_counts", "count", "3.000", 3000),
        ("worker_counts", "count", "1,316", 1316),
        ("worker_counts", "count", 117000.0, 117000),
        ("amounts", "value", "1.500.000.000", 1_500_000_000),
        ("coverage", "value", "96,52%", 96.52),
        ("coverage", "value", 96, 96.0),
        ("officials", "degrees", "S.Sos., M.Si.", ["S.Sos.", "M.Si."]),
        ("officials", "status", "plt", "Plt"),
        ("dates", "suspect", "no", False),
        ("dates", "value", "2024-06/2024-07", "2024-06/2024-07"),
        ("regulations", "type", "perwali", "Perwali"),
        ("regulations", "number", " 14 ", "14"),
    ],
)
def test_a_value_is_read(kind: str, field: str, given: Any, value: Any) -> None:
    assert value_of(kind, field, given) == value


@pytest.mark.parametrize(
    ("kind", "field", "given", "says"),
    [
        (
            "records",
            "year",
            "2024",
            "records have no field 'year'; there are award, edition, level, scope, category, out",
        ),
        ("records", "edition", "24", "records.edition: '24' is no year from 1900 to 2099"),
        ("records", "edition", "20245", "is no year"),
        ("records", "edition", True, "is no year"),
        ("records", "scope", "15.71.10", "is a district"),
        ("records", "scope", "99", "records.scope: '99' is no code or name of the gazetteer"),
        ("records", "scope", "Jambi", "may be 15 Provinsi Jambi, 15.71 Kota Jambi: give the code"),
        ("records", "rank", "0", "is no whole number from 1 on"),
        ("records", "rank", "-3", "is no whole number"),
        ("records", "outcome", "won", "is none of winner, nominee"),
        ("records", "award", " ", "records.award cannot be unknown"),
        ("records", "event_date", "2024-02-30", "no calendar has"),
        ("records", "event_date", "25/6/2024", "is no date: write 2024-06-25"),
        ("dates", "value", "2024-07/2024-06", "ends before it begins"),
        ("worker_counts", "count", "3.00", "is no whole number"),
        ("worker_counts", "count", "9" * 30, "is no whole number"),
        ("worker_counts", "count", 1.5, "is no whole number"),
        ("worker_counts", "group", 5, "is no text"),
        ("coverage", "value", "much", "is no percentage"),
        ("coverage", "value", "nan", "is no percentage"),
        ("amounts", "suspect", "maybe", "is neither true nor false"),
        ("officials", "degrees", [1], "is no list of words"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_in_one_line(kind: str, field: str, given: Any, says: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        value_of(kind, field, given)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "fact", "given", "changes"),
    [
        ("regions", {"code": "33.72"}, {"code": "13.72"}, {"code": "13.72", "level": "city", "name": "Kota Solok"}),
        ("dates", {"precision": "day"}, {"value": "2024-06"}, {"value": "2024-06", "precision": "month"}),
        ("records", {"rank": 2, "edition": 2024}, {"rank": "2", "edition": "2023"}, {"edition": 2023}),
        (
            "records",
            {"recipient": {"type": "region", "code": "15.71", "name": "Kota Jambi"}},
            {"code": "15.05"},
            {"recipient": {"type": "region", "code": "15.05", "name": "Kabupaten Muaro Jambi"}},
        ),
        (
            "records",
            {"recipient": {"type": "company", "code": None, "name": "Bungo Jaya"}},
            {"recipient": "Bungo Raya"},
            {"recipient": {"type": "company", "code": None, "name": "Bungo Raya"}},
        ),
        (
            "records",
            {"recipient": {"type": "region", "code": "15.71", "name": "Kota Jambi"}},
            {"recipient": "Bank Jambi", "type": "company"},
            {"recipient": {"type": "company", "code": None, "name": "Bank Jambi"}},
        ),
    ],
)  # fmt: skip
def test_what_follows_goes_with_a_correction(kind: str, fact: Any, given: Any, changes: Any) -> None:
    assert corrections(kind, fact, given) == changes


def test_a_fact_that_is_added_is_whole() -> None:
    fact = whole("records", {"award": "Adipura", "code": "15.71", "edition": "2024"})
    assert tuple(fact) == FIELDS["records"]
    assert fact["recipient"] == {"type": "region", "code": "15.71", "name": "Kota Jambi"}
    assert (fact["outcome"], fact["rank"]) == ("winner", None)


def test_what_a_fact_lacks_is_said() -> None:
    with pytest.raises(ValueRefused, match="officials need role too: write role="):
        whole("officials", {"name": "Maulana"})


@pytest.mark.parametrize("kind", [*KINDS, "records"])
def test_no_kind_is_added_from_nothing(kind: str) -> None:
    with pytest.raises(ValueRefused):
        whole(kind, {})
