"""Turns: no site is asked before its gap has passed, and none holds up another."""

import time

import pytest

from extractor.sources.exchange import Ask, Exchange, Hop
from extractor.sources.politeness import Hours, Manners, Turns

HOUR = 3600.0


def ask(name: str, why: str = "article") -> Ask:
    return Ask(f"https://{name}/", why)


def answer(outcome: str = "ok", status: int | None = 200, *, retry: float | None = None) -> Exchange:
    hops = (Hop("", 0.0, None, b"", b"", status, ()),) if status else ()
    return Exchange(ask("a"), outcome, None, "", hops, retry_after=retry, passing=outcome == "failed")


def turns(*names: str, manners: Manners = Manners()) -> Turns:  # noqa: B008  it is frozen
    made = Turns(manners)
    for number, name in enumerate(names):
        made.add(name, ask(f"{name}/{number}"))
    return made


def over(made: Turns, name: str, exchange: Exchange, now: float) -> None:
    """The answer to a site's request is here, and leads nowhere."""
    site = made.site(name)
    assert site.turn is not None
    site.done(exchange, now)
    made.over(name, site.turn)


def served(made: Turns, exchange: Exchange, *, until: float) -> list[float]:
    """The times at which a site's requests go out, each answered at once with the same answer."""
    now, times = 0.0, []
    while now <= until:
        turn = made.next(now, now)
        if isinstance(turn, Ask):
            times.append(round(now, 3))
            over(made, "a", exchange, now)
        elif turn is None:
            return times
        else:
            now += turn
    return times


def test_a_site_is_asked_no_sooner_than_its_gap() -> None:
    assert served(turns("a", "a", "a"), answer(), until=60) == [0.0, 2.0, 4.0]


def test_one_site_holds_up_no_other() -> None:
    made = turns("a", "a", "b", "c")
    asked = [made.next(0.0, 0.0) for _ in range(3)]
    assert [turn.url for turn in asked if isinstance(turn, Ask)] == ["https://a/0/", "https://b/2/", "https://c/3/"]
    assert made.next(0.0, 0.0) is None


def test_a_site_has_one_request_at_a_time() -> None:
    made = turns("a", "a")
    assert isinstance(made.next(0.0, 0.0), Ask)
    assert made.next(1000.0, 0.0) is None
    over(made, "a", answer(), 1000.0)
    assert made.next(1000.0, 0.0) == 2.0


def test_an_address_that_is_held_costs_its_site_no_turn() -> None:
    made = turns("a", "a")
    first = made.next(0.0, 0.0)
    made.hold("a")
    second = made.next(0.0, 0.0)
    assert isinstance(first, Ask)
    assert isinstance(second, Ask)
    assert (second.url, made.site("a").asked) == ("https://a/1/", 1)


def test_a_held_address_that_is_the_last_can_be_added_again() -> None:
    made = turns("a")
    assert isinstance(made.next(0.0, 0.0), Ask)
    made.hold("a")
    assert made.next(0.0, 0.0) is None
    made.add("a", ask("a", "robots"))
    assert isinstance(made.next(0.0, 0.0), Ask)


def test_robots_come_first_then_feeds_then_stories_then_other_lists() -> None:
    made = Turns(Manners(gap=0.0))
    whys = ["article", "feed", "robots", "article", "index"]
    for why in whys:
        made.add("a", ask("a", why))
    order = []
    while isinstance(turn := made.next(0.0, 0.0), Ask):
        order.append(turn.why)
        over(made, "a", answer(), 0.0)
    assert order == ["robots", "feed", "article", "article", "index"]


def test_what_an_answer_leads_to_comes_before_what_was_waiting_already() -> None:
    made = Turns(Manners(gap=0.0))
    for why in ("feed", "index"):
        made.add("a", ask("a", why))
    feed = made.next(0.0, 0.0)
    assert isinstance(feed, Ask)
    made.site("a").done(answer(), 0.0)
    assert made.next(0.0, 0.0) is None  # what the feed names is not known yet
    made.add("a", ask("a"))
    made.over("a", feed)
    story = made.next(0.0, 0.0)
    assert isinstance(story, Ask)
    assert story.why == "article"


@pytest.mark.parametrize(
    ("exchange", "times"),
    [
        (answer("later", 503), [0.0, 4.0, 12.0, 28.0]),
        (answer("later", 503, retry=30), [0.0, 30.0, 60.0, 90.0]),
        (answer("failed", None), [0.0, 4.0, 12.0, 28.0]),
        (answer("gone", 404), [0.0, 2.0, 4.0, 6.0]),
    ],
)
def test_the_gap_grows_where_a_server_is_in_trouble(exchange: Exchange, times: list[float]) -> None:
    assert served(turns("a", "a", "a", "a"), exchange, until=1000) == times


def test_a_gap_that_grew_shrinks_again_slowly() -> None:
    made = turns(*"a" * 5)
    site = made.site("a")
    site.gap = 10.0
    assert served(made, answer(), until=1000) == [0.0, 9.0, 17.1, 24.39, 30.951]


def test_a_crawl_delay_is_kept_even_where_it_is_longer_than_any_gap_of_ours() -> None:
    made = turns("a", "a", "a")
    made.site("a").slow_down(600)
    assert served(made, answer(), until=5000) == [0.0, 600.0, 1200.0]


def test_a_crawl_delay_shorter_than_our_gap_changes_nothing() -> None:
    made = turns("a", "a")
    made.site("a").slow_down(0.1)
    assert served(made, answer(), until=100) == [0.0, 2.0]


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_site_that_refuses_is_left_for_the_night(status: int) -> None:
    made = turns(*"a" * 6)
    assert len(served(made, answer("refused", status), until=10_000)) == 3
    assert [(name, why) for name, _, why in made.left()] == [("a", f"refused 3 requests in a row ({status})")] * 3


def test_the_budget_of_a_night_is_kept() -> None:
    made = turns(*"a" * 6, manners=Manners(budget=4))
    assert len(served(made, answer(), until=1000)) == 4
    assert len(made.left()) == 2


@pytest.mark.parametrize(
    ("hours", "clock", "wait"),
    [
        (Hours(22, 5), 15 * HOUR, 0.0),
        (Hours(22, 5), 12 * HOUR, 3 * HOUR),
        (Hours(22, 5), 23 * HOUR, 16 * HOUR),
        (Hours(1, 4), 18 * HOUR, 0.0),
        (Hours(1, 4), 21 * HOUR, 21 * HOUR),
        (Hours(1, 4, offset=9 * HOUR), 16 * HOUR, 0.0),
        (Hours(0, 24), 3 * HOUR, 0.0),
    ],
)
def test_hours_are_those_of_the_outlets_zone(hours: Hours, clock: float, wait: float) -> None:
    assert hours.wait(clock) == wait


def test_a_site_out_of_its_hours_waits_for_them() -> None:
    made = Turns(Manners())
    made.site("a", Hours(22, 5))
    made.add("a", ask("a"))
    assert made.next(0.0, 12 * HOUR) == 3 * HOUR
    assert isinstance(made.next(3 * HOUR, 15 * HOUR), Ask)


def test_a_wall_clock_that_jumps_shortens_no_gap() -> None:
    made = turns("a", "a")
    assert isinstance(made.next(0.0, 0.0), Ask)
    over(made, "a", answer(), 0.0)
    assert made.next(1.0, 1e9) == 1.0
    assert isinstance(made.next(2.0, -1e9), Ask)


def test_200_sites_and_100_000_addresses_cost_microseconds_each() -> None:
    made = Turns(Manners(gap=0.0, budget=10_000))
    for number in range(100_000):
        made.add(f"site{number % 200}", ask(f"site{number % 200}"))
    started, exchange, count = time.process_time(), answer(), 0
    while isinstance(turn := made.next(0.0, 0.0), Ask):
        over(made, turn.url.removeprefix("https://").rstrip("/"), exchange, 0.0)
        count += 1
    assert count == 100_000
    assert time.process_time() - started < 5
