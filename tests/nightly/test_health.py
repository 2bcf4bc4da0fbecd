"""Health by outcome: what is strange is told on a line, and a healthy press gives no alarm."""

from datetime import date, timedelta
from math import exp
from random import Random

import pytest

from extractor.nightly.calendar import is_lebaran
from extractor.nightly.health import Finding, Night, judge

MONDAY = date(2026, 8, 3)
ORDINARY = {"a.example": 6, "b.example": 3, "c.example": 9}


def poisson(chance: Random, mean: float) -> int:
    """A number that comes by chance."""
    limit, number, product = exp(-mean), 0, chance.random()
    while product > limit:
        product *= chance.random()
        number += 1
    return number


def press(
    nights: int, means: dict[str, float], begin: date = MONDAY, weekend: float = 0.3, seed: int = 1
) -> list[Night]:
    """Nights of a made-up press, which rests at weekends."""
    chance, made = Random(seed), []
    for number in range(nights):
        day = begin + timedelta(number)
        part = weekend if day.weekday() >= 5 else 1.0
        told = {name: poisson(chance, mean * part) for name, mean in means.items()}
        made.append(Night(day, told, sum(told.values()), {}, sum(told.values())))
    return made


def changed(nights: list[Night], last: int, **told: int) -> list[Night]:
    """The same nights, but for what some outlets gave in the last of them."""
    names = {name.replace("_", "."): count for name, count in told.items()}
    return [
        night if at < len(nights) - last else night._replace(yields={**(night.yields or {}), **names})
        for at, night in enumerate(nights)
    ]


def kinds(nights: list[Night]) -> list[tuple[str, str]]:
    return [(found.kind, found.subject) for found in judge(nights)]


def test_an_outlet_that_writes_daily_and_falls_silent_is_told_with_since_and_compared() -> None:
    nights = changed(press(43, ORDINARY), 4, a_example=0)
    assert [str(found) for found in judge(nights)] == [
        "a.example: nothing new for 4 nights, since 2026-09-11; "
        "of 29 such nights before, 29 gave something, usually 6"
    ]


@pytest.mark.parametrize(("silent", "told"), [(1, []), (2, []), (4, [("silent", "a.example")])])
def test_a_night_or_two_without_anything_are_no_silence(silent: int, told: list[tuple[str, str]]) -> None:
    assert kinds(changed(press(47, ORDINARY), silent, a_example=0)) == told


def test_an_outlet_that_rests_at_weekends_gives_no_alarm_on_sunday_and_one_by_wednesday() -> None:
    nights = press(45, ORDINARY, weekend=0.0)  # the last night is a Wednesday
    assert nights[-1].day.weekday() == 2
    assert kinds(nights[:-3]) == []
    assert kinds(nights) == []
    assert kinds(changed(nights, 4, a_example=0)) == [("silent", "a.example")]


def test_an_outlet_that_writes_once_a_week_is_silent_only_after_long() -> None:
    nights = press(56, {**ORDINARY, "d.example": 0.3}, seed=3)
    assert kinds(changed(nights, 10, d_example=0)) == []


@pytest.mark.parametrize("seed", range(5))
def test_at_lebaran_the_whole_press_rests_without_an_alarm(seed: int) -> None:
    nights = press(60, ORDINARY, date(2026, 1, 25), seed=seed)  # 1 Syawal is on 20 March
    assert is_lebaran(nights[-1].day)
    quiet = [
        night._replace(yields=dict.fromkeys(ORDINARY, 0), records=0) if is_lebaran(night.day) else night
        for night in nights
    ]
    assert kinds(quiet) == []


@pytest.mark.parametrize("days", [30, 32, 40])
def test_the_weeks_of_lebaran_are_no_yardstick_afterwards(days: int) -> None:
    nights = [
        night._replace(yields=dict.fromkeys(ORDINARY, 0)) if is_lebaran(night.day) else night
        for night in press(days + 60, ORDINARY, date(2026, 1, 25))
    ]
    assert kinds(nights) == []
    assert ("silent", "c.example") in kinds(changed(nights, 4, c_example=0))


def test_where_the_whole_press_is_quiet_no_single_outlet_is_accused() -> None:
    nights = changed(press(46, {f"{letter}.example": 2 for letter in "abcdefgh"}), 4, a_example=0, b_example=0)
    nights[-4:] = [
        night._replace(yields={name: count // 4 for name, count in (night.yields or {}).items()})
        for night in nights[-4:]
    ]
    assert [found for found in kinds(nights) if found[1] != "all"] == []


def test_a_press_that_gives_nothing_at_all_is_told_first_and_once() -> None:
    nights = changed(press(44, ORDINARY), 4, a_example=0, b_example=0, c_example=0)
    assert kinds(nights) == [("silent", "all")]


@pytest.mark.parametrize("nights", [1, 2, 9, 14])
def test_a_new_crawl_says_nothing(nights: int) -> None:
    assert kinds(changed(press(nights, ORDINARY), 1, a_example=0, b_example=90)) == []


def test_a_new_outlet_gives_no_alarm_for_the_nights_before_its_first_article() -> None:
    nights = press(50, ORDINARY)
    late = [
        night if at < 40 else night._replace(yields={**(night.yields or {}), "new.example": 5 if at < 45 else 0})
        for at, night in enumerate(nights)
    ]
    assert kinds(late) == []


@pytest.mark.parametrize(
    ("count", "kind"), [(60, []), (40, []), (5, [("few", "big.example")]), (200, [("many", "big.example")])]
)
def test_a_yield_far_from_its_own_median_is_told(count: int, kind: list[tuple[str, str]]) -> None:
    nights = press(45, {**ORDINARY, "big.example": 50, "huge.example": 80})
    assert kinds(changed(nights, 1, big_example=count)) == kind


def test_few_says_how_many_there_were_and_used_to_be() -> None:
    nights = changed(press(45, {"big.example": 50, "huge.example": 80}), 1, big_example=3)
    assert str(judge(nights)[0]).startswith("big.example: only 3 new articles, since 2026-09-16; such nights gave ")


def test_an_outlet_whose_yield_swings_needs_more_to_be_strange() -> None:
    nights = press(45, {"steady.example": 40, "wild.example": 40})
    swinging = [
        night._replace(yields={**(night.yields or {}), "wild.example": (10, 40, 90)[at % 3]})
        for at, night in enumerate(nights)
    ]
    assert kinds(changed(swinging, 1, wild_example=2)) == []
    assert kinds(changed(swinging, 1, steady_example=2)) == [("few", "steady.example")]


def test_a_day_of_awards_that_all_report_is_no_alarm_of_each() -> None:
    nights = press(45, {f"{number}.example": 5 for number in range(20)})
    feast = nights[-1]._replace(yields=dict.fromkeys(nights[-1].yields or {}, 4 * 5))
    assert [subject for _, subject in kinds([*nights[:-1], feast])] in ([], ["all"])


def test_a_healthy_press_of_two_hundred_outlets_gives_an_alarm_in_one_of_a_hundred_nights() -> None:
    alarms = 0
    for seed in range(3):
        chance = Random(seed)
        means = {f"{number}.example": chance.choice((0.1, 0.3, 1, 3, 8, 20)) for number in range(200)}
        nights = press(64, means, seed=seed)
        alarms += sum(len(judge(nights[:until])) for until in range(30, 65, 5))
    assert alarms <= 1


def test_a_night_that_was_not_crawled_to_its_end_accuses_nobody() -> None:
    nights = changed(press(45, ORDINARY), 4, a_example=0)
    assert kinds([*nights[:-1], nights[-1]._replace(yields=None)]) == []


def asides(*counts: int, read: int = 100) -> list[Night]:
    return [Night(MONDAY + timedelta(at), None, read, {"paywall": count}) for at, count in enumerate(counts)]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ((6,), []),
        ((14,), []),
        ((40,), ["usually 5%, at most 6% in 12 nights before"]),
        ((30, 40), ["usually 5%, at most 30% in 13 nights before"]),
    ],
)
def test_a_rise_of_pages_set_aside_is_told_by_reason(last: tuple[int, ...], told: list[str]) -> None:
    lines = [f"paywall: 40 of 100 pages set aside (40%), since 2026-08-15; {compared}" for compared in told]
    assert [str(found) for found in judge(asides(*(4, 5, 6) * 4, *last))] == lines


def test_a_reason_that_was_never_met_is_told_where_it_is_frequent() -> None:
    nights = asides(*[5] * 12)
    assert kinds([*nights, Night(MONDAY + timedelta(20), None, 100, {"paywall": 5, "login": 20})]) == [
        ("aside", "login")
    ]


def test_no_records_for_longer_than_by_chance_are_told() -> None:
    nights = press(45, ORDINARY)
    empty = [night if at < 41 else night._replace(records=0) for at, night in enumerate(nights)]
    assert [(found.kind, found.what) for found in judge(empty)] == [("recordless", "no award record for 4 nights")]


def test_pages_without_a_record_ever_are_told_after_two_weeks() -> None:
    nights = [Night(MONDAY + timedelta(at), {}, 10, {}, 0) for at in range(14)]
    assert kinds(nights[:-1]) == []
    assert judge(nights) == (
        Finding("recordless", "records", "no award record in 14 nights", MONDAY, "140 pages were read"),
    )


def test_nothing_is_said_of_no_night() -> None:
    assert judge([]) == ()


@pytest.mark.parametrize(
    ("day", "lies"),
    [
        (date(2025, 3, 31), True),
        (date(2026, 3, 20), True),
        (date(2027, 3, 10), True),
        (date(2026, 3, 10), False),
        (date(2026, 4, 5), False),
        (date(2026, 8, 17), False),
    ],
)
def test_the_weeks_of_lebaran(day: date, lies: bool) -> None:
    assert is_lebaran(day) is lies
