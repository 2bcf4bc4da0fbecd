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


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019年3月5日08:31", "2019-03-05T08:31:00"),
        ("2021年12月6日 19時30分", "2021-12-06T19:30:00"),
        ("2019년 3월 5일 10:20", "2019-03-05T10:20:00"),
        ("1er mars 2017 à 18h05", "2017-03-01T18:05:00"),
        ("22 de março de 2016, às 9h30", "2016-03-22T09:30:00"),
        ("2 dicembre 2013 alle ore 11:40", "2013-12-02T11:40:00"),
        ("Ngày 2 tháng 11 năm 2010, 09:00", "2010-11-02T09:00:00"),
        ("5 de març de 2019", "2019-03-05"),
        ("1. září 2014, 8:05", "2014-09-01T08:05:00"),
        ("5. 3. 2019", "2019-03-05"),
        ("4 maj 2018 kl 06.00", "2018-05-04T06:00:00"),
        ("23 maja 2012, 07:30", "2012-05-23T07:30:00"),
        ("7 октября 2019 в 15:22", "2019-10-07T15:22:00"),
        ("17 Şubat 2020 saat 09:48", "2020-02-17T09:48:00"),
        ("Copyright 2019 May 5, 2020", "2020-05-05"),
        ("tháng 3 năm 2019", None),
        ("2019年3月", None),
        ("4.12.24", None),
    ],
)
def test_pages_from_abroad_write_their_dates_in_their_own_way(text: str, iso: str | None) -> None:
    assert next((found.moment.iso() for found in find(text)), None) == iso


def test_a_year_of_two_digits_is_read_where_it_is_asked_for() -> None:
    assert [found.moment.iso() for found in find("12.03.09", short=True)] == ["2009-03-12"]
