"""The lines above a text that date it."""

import pytest

from extractor.clean.bylines import byline_date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Kamis, 09 Sep 2021 16:51 WIB", "2021-09-09"),
        ("Jum'at, 08 September 2017 | 06:00 WIB", "2017-09-08"),
        ("Senin, 12/08/2024 | 10:11 WIB", "2024-08-12"),
        ("Diterbitkan: Rabu, 3 Mei 2023", "2023-05-03"),
        ("Pub. Date 07 Februari 2019", "2019-02-07"),
        ("Penulis: Ona Latupono | Selasa, 26 November 2024 16:42 WITA", "2024-11-26"),
        ("Lontar.net | 23 Mei 2023", "2023-05-23"),
        ("17/02/2023 09:44 | admin", "2023-02-17"),
        ("By Redaksi Lontar — June 7, 2024", "2024-06-07"),
        ("Kamis, 17 Juli 2025 - 08.00 WIT | Redaksi Lontar", "2025-07-17"),
    ],
)
def test_a_byline_has_a_day(line: str, day: str) -> None:
    assert byline_date(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "12 Agustus 2024",
        "Jakarta, 12 Agustus 2024",
        "Diperbarui: Senin, 12 Agustus 2024 10:00 WIB",
        "Senin (12/8/2024), bupati menyerahkan kartu itu.",
        "Rapat - Kamis, 12 September 2024 - dihadiri para camat.",
        "Kamis, 12 September",
        "3.405 nelayan | 2023",
        "Kamis, 99 September 2024 10:00 WIB",
    ],
)
def test_a_line_of_the_story_is_no_byline(line: str) -> None:
    assert byline_date(line) is None
