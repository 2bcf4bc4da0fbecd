"""What stands beside an award on the sheet: at which level it was given, and whether there is more to know of it."""

from typing import Any

import pytest
from sqlalchemy import update

from extractor.digest.kliping import clips
from extractor.store import Store
from extractor.store.clusters import cluster
from extractor.store.decisions import By, say, seen_entry, seen_fact
from extractor.store.entries import register
from extractor.store.judging import article, judged_in
from extractor.store.tables import entries
from tests.register.test_likeness import RELEASE, REPORTER
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.filled import LATER
from tests.store.test_clusters import RECORD, ingest, story

DAY = "2025-08-29"
BY = By("rina", LATER)
HEAD = "Paritrana Award 2025, Provinsi Nusa Tenggara Timur: Kabupaten Flores Timur"
COUNT = {"count": 3000, "bound": "exact", "group": "nelayan", "status": None, "region": None}
COUNT |= {"spans": [[0, 9]], "pattern": "worker_counts.made_up"}


def told(host: str, text: str, published: str = DAY, **record: Any) -> dict[str, Any]:
    made = story(host, text, published)
    return made | {"records": [RECORD | {"level": "province"} | record], "worker_counts": [COUNT]}


def settle(store: Store) -> None:  # noqa: F811
    cluster(store)
    register(store, LATER)


def shown(store: Store, language: str = "id") -> list[Any]:  # noqa: F811
    with store.reading() as connection:
        return clips(connection, DAY, language)


def decide(store: Store, kind: str, action: str, **more: Any) -> None:  # noqa: F811
    with store.writing() as connection:
        found = article(connection, "https://kabar.example/kartu")
        assert found
        [one] = judged_in(connection, kind, found)
        say(connection, action, seen_fact(kind, found, one), BY, **more)


@pytest.mark.parametrize(
    ("level", "scope", "language", "expected"),
    [
        ("national", None, "id", "nasional"),
        ("national", None, "en", "national"),
        ("province", "53", "id", "Provinsi Nusa Tenggara Timur"),
        ("province", None, "id", "tingkat provinsi"),
        ("regency", "53.06", "id", "Kabupaten Flores Timur"),
    ],
)
def test_an_award_says_at_which_level_it_was_given(
    store: Store, level: str, scope: str | None, language: str, expected: str  # noqa: F811
) -> None:
    ingest(store, [told("kabar", RELEASE, level=level, scope=scope)])
    assert shown(store, language)[0].awards[0].startswith(f"Paritrana Award 2025, {expected}: Kabupaten")


def test_what_the_article_leaves_open_is_said_as_the_register_knows_it(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE), told("warta", REPORTER, level=None, scope=None)])
    settle(store)
    assert {clip.awards[0].partition(" (")[0] for clip in shown(store)} == {HEAD}


def test_an_award_of_which_nothing_is_doubted_has_no_mark(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    settle(store)
    assert shown(store)[0].awards == (f"{HEAD} (pemenang, peringkat 1)",)


def test_a_disputed_award_says_on_what_and_what_the_register_holds(store: Store) -> None:  # noqa: F811
    other = "Walikota Bekasi menerima piagam juara di gedung sate kemarin sore; warga kota itu menyambutnya di jalan."
    ingest(store, [told("kabar", RELEASE), told("warta", REPORTER, rank=2), told("pos", other, rank=2)])
    settle(store)
    marks = [clip.awards[0].partition(" [")[2] for clip in shown(store)]
    assert all(mark.startswith("media berbeda soal peringkat") for mark in marks)
    assert sum("register: pemenang, peringkat 2" in mark for mark in marks) == 1


def test_what_two_articles_leave_open_is_marked_and_told_as_each_tells_it(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE), told("warta", REPORTER, rank=2)])
    settle(store)
    told_, marks = zip(*(clip.awards[0].split(" [") for clip in shown(store)), strict=True)
    assert {one[-2] for one in told_} == {"1", "2"}
    assert all("media berbeda soal peringkat" in mark and "register" not in mark for mark in marks)


def test_a_nominee_who_has_won_since_is_told_as_such(store: Store) -> None:  # noqa: F811
    won = told("warta", REPORTER, "2025-09-20")
    ingest(store, [told("kabar", RELEASE, outcome="nominee", rank=None), won])
    settle(store)
    assert shown(store)[0].awards == (f"{HEAD} (nominasi) [register: pemenang, peringkat 1]",)


def test_an_award_that_was_told_before_says_since_when(store: Store) -> None:  # noqa: F811
    ingest(store, [told("warta", REPORTER, "2025-08-20"), told("kabar", RELEASE)])
    settle(store)
    assert shown(store)[-1].awards == (f"{HEAD} (pemenang, peringkat 1) [sudah diberitakan 20 Agustus 2025]",)


def test_a_check_that_was_not_passed_is_marked(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    settle(store)
    with store.writing() as connection:
        check = {"check": "one_first_place", "ok": False, "told": "also first: Kota Kupang, Kabupaten Alor"}
        connection.execute(update(entries).values(failed=True, checks=[check]))
    why = "perlu dicek: Kota Kupang, Kabupaten Alor juga disebut juara 1"
    assert shown(store)[0].awards == (f"{HEAD} (pemenang, peringkat 1) [{why}]",)


def test_a_value_that_a_person_set_is_marked_when_the_text_has_changed(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    decide(store, "worker_counts", "correct", field="count", value=3100)
    changed = told("kabar", f"{RELEASE}\nDibetulkan.")
    ingest(store, [changed | {"worker_counts": [COUNT | {"count": 4000}]}])
    settle(store)
    assert shown(store)[0].workers == ("3.100 nelayan [perlu ditinjau ulang: teks kini 4.000]",)
    assert shown(store, "en")[0].workers == ("3,100 nelayan [needs a second look: the text now says 4,000]",)


def test_what_a_person_rejected_is_not_there(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    settle(store)
    decide(store, "records", "reject")
    decide(store, "worker_counts", "reject")
    assert (shown(store)[0].awards, shown(store)[0].workers) == ((), ())


def test_an_entry_that_a_person_rejected_is_not_there(store: Store) -> None:  # noqa: F811
    ingest(store, [told("kabar", RELEASE)])
    settle(store)
    with store.writing() as connection:
        seen = seen_entry(connection, connection.execute(entries.select()).scalar_one())
        assert seen
        say(connection, "reject", seen, BY)
    settle(store)
    assert shown(store)[0].awards == ()
