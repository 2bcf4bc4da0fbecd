"""Suggestions: names that a person is asked about, and joined groups."""

import pytest

from extractor.register.identities import joined, joined_group, members
from extractor.register.suggestions import suggestions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sawit rimba makmur", "sawit rimba makmor"),
        ("sawit rimba makmur", "sawit rimbamakmur"),
        ("bank pembangunan sagara", "bps"),
        ("sawit rimba makmur", "sawit rimba makmur abadi"),
        ("yayasan bina insan kamil", "yayasan insan bina kamil"),
    ],
)
def test_names_that_may_be_one_are_proposed(one: str, other: str) -> None:
    assert [{found.one, found.other} for found in suggestions([one, other])] == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("smk negeri 1 lembah", "smk negeri 2 lembah"),
        ("semen andalas i", "semen andalas ii"),
        ("sawit rimba makmur", "sinar pangan jaya"),
        ("bank sagara", "bank lontar"),
    ],
)
def test_names_of_two_firms_are_not_proposed(one: str, other: str) -> None:
    assert suggestions([one, other]) == []


def test_a_pair_on_which_a_person_decided_is_not_proposed_again() -> None:
    pair = ("sawit rimba makmur", "sawit rimba makmor")
    assert suggestions(pair, decided=[pair]) == []


def test_recipients_that_are_one_are_kept_under_the_first_key() -> None:
    kept = joined([("as:b", "as:c"), ("as:c", "as:a")])
    assert kept == {"as:a": "as:a", "as:b": "as:a", "as:c": "as:a"}
    assert joined_group("uhc award|as:c", kept) == "uhc award|as:a"
    assert members("uhc award|as:c", kept) == ["uhc award|as:a", "uhc award|as:b", "uhc award|as:c"]
    assert members("uhc award|as:z", kept) == ["uhc award|as:z"]
