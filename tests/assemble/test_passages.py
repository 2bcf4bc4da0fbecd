"""What of a text as long as a year's papers is read for awards: all that stands near one, and nothing else."""

import pytest

from extractor.article import Article
from extractor.pipeline import extract

AWARD = (
    "Kota Tegal meraih juara 1 Paritrana Award 2023 tingkat Provinsi Jawa Tengah. "
    "Juara 2 diraih Kabupaten Brebes dan juara 3 Kabupaten Batang.\n\n"
)
OTHER = "Warga menanam jagung di ladang sejak pagi dan menjualnya di pasar pada siang hari.\n\n"
LONG = OTHER * 1_200  # some 16,000 words


def told(text: str) -> list[tuple[str, int | None]]:
    """The recipients of a text's records and their places."""
    return [(record.recipient.name, record.rank) for record in extract(Article(text)).records]


@pytest.mark.parametrize(("before", "behind"), [(LONG, ""), ("", LONG), (LONG, LONG), (LONG + AWARD + LONG, LONG)])
def test_what_stands_far_from_an_award_changes_nothing(before: str, behind: str) -> None:
    assert told(before + AWARD + behind) == [("Kota Tegal", 1), ("Kabupaten Brebes", 2), ("Kabupaten Batang", 3)]


def test_what_is_told_pages_behind_an_awards_name_is_of_it() -> None:
    text = AWARD + OTHER * 400 + "Juara 4 diraih Kabupaten Demak.\n"
    assert told(text + LONG)[-1] == ("Kabupaten Demak", 4)


def test_what_is_told_far_from_every_award_is_of_none() -> None:
    text = AWARD + LONG + "Juara 4 diraih Kabupaten Demak.\n"
    assert [rank for _, rank in told(text)] == [1, 2, 3]
