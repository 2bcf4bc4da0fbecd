"""What the first lines of a story add to what its page says of itself."""

import pytest

from extractor.article import Article
from extractor.clean.headed import headed

STORY = "Pemerintah kota menyerahkan kartu peserta kepada seratus nelayan di kampung itu."


@pytest.mark.parametrize(
    ("outlet", "outlet_told"),
    [
        ("kabarlontar.example", "Kabar Lontar"),
        ("Lontar Kini", "Lontar Kini"),
        (None, "Kabar Lontar"),
    ],
)
def test_the_datelines_outlet_stands_for_a_host_that_spells_it(outlet: str | None, outlet_told: str) -> None:
    article = Article(f"Ambon, Kabar Lontar -- {STORY}", url="https://www.kabarlontar.example/a/1", outlet=outlet)
    assert headed(article).outlet == outlet_told


def test_an_agency_in_the_dateline_is_no_other_hosts_name() -> None:
    article = Article(f"Ambon, Kabar Lontar -- {STORY}", url="https://sagu.example/a/1", outlet="sagu.example")
    assert headed(article).outlet == "sagu.example"
