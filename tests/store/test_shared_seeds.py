"""What ../shared/seeds must show in the register: the same worker counts twice, and a city's history at once."""

from pathlib import Path

import pytest

from extractor.pipeline import extract
from extractor.store import Store
from extractor.store.entries import register
from extractor.store.histories import history
from tests.store.telling import NOW, ingested

SEEDS = Path(__file__).parent.parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is not there: its articles cannot be read")


@pytest.fixture
def seeds(store: Store) -> Store:
    made = []
    for path in sorted(SEEDS.glob("*.txt")):
        kept = extract(path.read_text(encoding="utf-8")).to_dict()
        kept["article"]["source"] = path.name
        made.append(kept)
    ingested(store, *made)
    register(store, NOW)
    return store


def test_the_two_articles_of_2025_support_the_same_worker_counts(seeds: Store) -> None:
    with seeds.reading() as connection:
        counted = history(connection, "15.71").worker_counts
    support = {one.fact["count"]: one.support for one in counted}
    assert (support[3000], support[1316]) == (2, 2)
    assert all(voice.quote for one in counted for voice in one.voices)


def test_a_city_s_history_over_three_editions_is_read_at_once(seeds: Store) -> None:
    with seeds.reading() as connection:
        found = history(connection, "15.71").entries
    assert [(row["award"], row["year"], row["outcome"]) for row in found if row["award"] == "Paritrana Award"] == [
        ("Paritrana Award", 2025, "nominee"),
        ("Paritrana Award", 2024, "winner"),
        ("Paritrana Award", 2019, "nominee"),
    ]
