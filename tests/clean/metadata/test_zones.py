"""The zone of a page's times where it prints none."""

import pytest

from extractor.article import Page
from extractor.clean.metadata import metadata
from extractor.clean.tree import parse


def published(stamp: str, byline: str) -> tuple[str | None, tuple[str, ...]]:
    page = (
        '<html lang="id"><head><title>Kebun Sekolah Isei Sabet Piagam</title></head><body>'
        f"<h1>Kebun Sekolah Isei Sabet Piagam</h1><span property='schema:dateCreated' content='{stamp}'>{byline}</span>"
        "<p>Kebun sekolah itu dirawat 74 murid.</p></body></html>"
    )
    said = metadata(parse(page), Page("halaman.html", b""))
    return said.published, said.conflicts


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Kam, 06/06/2024 - 07:40", "2024-06-06T07:40:00+09:00"),
        ("Kam, 06/06/2024 - 06:40", "2024-06-06T06:40:00+08:00"),
        ("Kam, 06/06/2024 - 05:40", "2024-06-06T05:40:00+07:00"),
    ],
)
def test_a_printed_time_is_in_the_zone_that_it_lies_before_greenwichs(byline: str, expected: str) -> None:
    assert published("2024-06-05T22:40:00+00:00", byline) == (expected, ())


def test_a_local_time_that_is_labelled_as_greenwichs_tells_no_zone() -> None:
    said = published("2024-06-06T07:40:00+00:00", "Kam, 06/06/2024 - 07:40")
    assert said == ("2024-06-06T07:40:00+07:00", ("published",))
