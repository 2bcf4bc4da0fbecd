"""The made-up articles of the store's bench: they are what they say, and the same every time."""

from itertools import chain

import pytest

from bench.synthetic import AWARDS, Extracted, article, articles
from extractor.facts import KINDS

COUNT = 2_000


@pytest.fixture(scope="module")
def made() -> list[Extracted]:
    return list(articles(COUNT))


def test_an_article_is_the_same_whichever_was_made_before(made: list[Extracted]) -> None:
    assert [article(number) for number in (1_999, 7, 0)] == [made[number] for number in (1_999, 7, 0)]


def test_another_seed_gives_others(made: list[Extracted]) -> None:
    assert article(7, seed=2) != made[7]


def test_an_article_has_four_records_on_the_average(made: list[Extracted]) -> None:
    assert 3.8 < sum(len(one["records"]) for one in made) / COUNT < 4.2


def test_every_span_lies_in_its_text(made: list[Extracted]) -> None:
    facts = [(one["article"]["text"], fact) for one in made for kind in (*KINDS, "records") for fact in one[kind]]
    assert all(0 <= start < end <= len(text) for text, fact in facts for start, end in fact["spans"])


def test_the_words_at_a_recipients_span_are_its_name(made: list[Extracted]) -> None:
    named = [(one["article"]["text"], record) for one in made for record in one["records"]]
    assert all(text[slice(*record["spans"][-1])] == record["recipient"]["name"] for text, record in named)


def test_most_awards_and_provinces_are_met(made: list[Extracted]) -> None:
    records = list(chain.from_iterable(one["records"] for one in made))
    assert len({record["award"] for record in records}) > len(AWARDS) * 0.8
    assert len({record["scope"] for record in records} - {None}) == 38


def test_a_quarter_are_copies_under_an_address_of_their_own(made: list[Extracted]) -> None:
    heads = [one["records"] for one in made]
    again = sum(records in heads[max(0, number - 60) : number] for number, records in enumerate(heads))
    assert 0.2 < again / COUNT < 0.3
    assert len({one["article"]["url"] for one in made}) == len({one["article"]["text"] for one in made}) == COUNT
