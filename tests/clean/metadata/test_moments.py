"""The dates that pages name, in the shapes that they have."""

import pytest

from extractor.clean.metadata.moments import find, read


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-09-12T10:12:00+07:00", "2024-09-12T10:12:00+07:00"),
        ("2021-07-22T14-10-00Z", "2021-07-22T14:10:00+00:00"),
        ("2021-07-22T14:10-07:00", "2021-07-22T14:10:00-07:00"),
        ("2021-09-09T16:51:00.000+0700", "2021-09-09T16:51:00+07:00"),
        ("2021-09-09T16:51:00 07:00", "2021-09-09T16:51:00+07:00"),
        ("2021-09-09T16:51:00WIB", "2021-09-09T16:51:00+07:00"),
        ("Sep, 9 2021", "2021-09-09"),
        ("20210909165100", "2021-09-09T16:51:00"),
        ("2021/09/09 16:51", "2021-09-09T16:51:00"),
        ("Kamis, 09 Sep 2021 16:51 WIB", "2021-09-09T16:51:00+07:00"),
        ("Jum'at, 08 September 2017 | 06:00 WITA", "2017-09-08T06:00:00+08:00"),
        ("Minggu, 18 Juli 2021 – 18:52 WIT", "2021-07-18T18:52:00+09:00"),
        ("16:51 WIB, Kamis 09 Sep 2021", "2021-09-09T16:51:00+07:00"),
        ("3 Februari 2020 pukul 09.15 (WITA)", "2020-02-03T09:15:00+08:00"),
        ("Senin 22-07-2024,09:30 WIB", "2024-07-22T09:30:00+07:00"),
        ("22-07-2024,09 orang", None),
        ("Senin, 12/08/2024 | 10:11 WIB", "2024-08-12T10:11:00+07:00"),
        ("12/25/2024", "2024-12-25"),
        ("Jum, 02/09/2024 - 09:41", "2024-02-09T09:41:00"),
        ("Senin, 02/09/2024", "2024-09-02"),
        ("Rabu, 02/09/2024", "2024-09-02"),
        ("Tuesday 03/05/2024", "2024-03-05"),
        ("4.12.24 10:00", "2024-12-04T10:00:00"),
        ("Thu, 12 Sep 2024 10:00:00 GMT", "2024-09-12T10:00:00+00:00"),
        ("Mon Oct 14 2013 18:30:12 GMT+0700 (WIB)", "2013-10-14T18:30:12+07:00"),
        ("Thu Sep 12 10:00:00 WIB 2024", "2024-09-12T10:00:00+07:00"),
        ("Sep 12, 2024 at 4:05 PM", "2024-09-12T16:05:00"),
        ("12 August 2024 12:10 am", "2024-08-12T00:10:00"),
        ("12. März 2019, 14:03 Uhr", "2019-03-12T14:03:00"),
        ("7 août 2018 à 10:44", "2018-08-07T10:44:00"),
        ("12 сентября 2024", "2024-09-12"),
        ("2022-03-01T00:00:00+00:00", "2022-03-01"),
        ("May 3rd, 2016", "2016-05-03"),
        ("5 menit lalu", None),
        ("kemarin", None),
        ("September 2024", None),
        ("12 September", None),
        ("2024-13-45", None),
        ("31 Februari 2024", None),
        ("Nomor 12 Tahun 2020", None),
        ("4.12.24", None),
        ("Rp 12.345.2020", None),
        ("0812-3456-7890", None),
        ("1 Januari 1970", None),
        ("1 Januari 2077", None),
    ],
)
def test_a_value_names_a_whole_day_or_none(text: str, iso: str | None) -> None:
    moment = read(text)
    assert (moment.iso() if moment else None) == iso


def test_americans_print_the_month_first() -> None:
    assert [found.moment.iso() for found in find("9/12/2024", month_first=True)] == ["2024-09-12"]


def test_a_date_is_found_with_its_time_where_it_stands() -> None:
    text = "Terbit: 9 September 2021 16:51 WIB | Ona Latupono"
    (found,) = find(text)
    assert text[found.start : found.end] == "9 September 2021 16:51 WIB"


@pytest.mark.parametrize(
    ("printed", "zone", "iso"),
    [
        ("2021-09-09T22:51:00Z", 420, "2021-09-10T05:51:00+07:00"),
        ("2021-09-09T16:51:00", 480, "2021-09-09T16:51:00+08:00"),
        ("2021-09-09", 420, "2021-09-09"),
    ],
)
def test_a_moment_in_another_zone_is_the_same_moment(printed: str, zone: int, iso: str) -> None:
    moment = read(printed)
    assert moment is not None
    assert moment.at(zone).iso() == iso
