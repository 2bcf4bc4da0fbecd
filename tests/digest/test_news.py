"""What a digest has to tell: everything once, whatever comes between."""

from typing import Any

import pytest
from sqlalchemy import delete, func, select

from extractor.digest.sending import NOTHING_NEW, SENT, SENT_BEFORE, Asked, Draft, Result, drafted, send
from extractor.errors import ExtractorError, Locked
from extractor.store import Store
from extractor.store.alone import DIGEST, alone
from extractor.store.decisions import By, say, seen_entry, undo
from extractor.store.entries import register
from extractor.store.news import News
from extractor.store.tables import digested, digests, entries
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.telling import firm, ingested, record, told

DAYS = [f"2026-11-{day}T02:00:00Z" for day in range(22, 30)]
ASKED = Asked("mail", "day", "id")


def kept(held: Store, at: str, *made: dict[str, Any], patterns: str = "one") -> None:
    """Articles ingested, and the register brought up."""
    ingested(held, *made, patterns=patterns)
    register(held, at)


def sent(held: Store, at: str, asked: Asked = ASKED) -> Result:
    return send(held, asked, at, lambda _: None)


def news(held: Store, at: str, asked: Asked = ASKED) -> tuple[list[str], list[str], list[str]]:
    """The recipients of new and changed entries, and the new articles, of a digest that is sent."""
    seen: list[News] = []

    def deliver(draft: Draft) -> None:
        seen.append(draft.news)

    send(held, asked, at, deliver)
    if not seen:
        return [], [], []
    changed = [(one.row or one.before)["recipient"] for one in seen[0].changed]
    articles = [one.key.rpartition("/")[2] for one in seen[0].arrived]
    return sorted(row["recipient"] for row in seen[0].new), changed, articles


def test_the_first_tells_everything_and_the_second_nothing(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record(), firm("PT Arus")))
    assert news(store, DAYS[0]) == (["Kota Jambi", "PT Arus"], [], ["a"])
    assert sent(store, DAYS[1]).outcome == NOTHING_NEW


def test_an_empty_store_has_nothing_to_tell(store: Store) -> None:  # noqa: F811
    assert sent(store, DAYS[0]).outcome == NOTHING_NEW


def test_another_article_on_a_known_entry_is_a_new_article_only(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("b", record()))
    assert news(store, DAYS[1]) == ([], [], ["b"])


def test_who_was_nominated_and_now_won_is_told_as_a_change(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record(outcome="nominee", rank=None, shortlist=5)))
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("b", record(), published="2024-07-01"))
    draft = drafted(store, ASKED, DAYS[1])
    [change] = draft.news.changed
    assert (change.before["outcome"], change.row and change.row["outcome"]) == ("nominee", "winner")
    assert draft.contents.changes[0].told == (
        "Kota Jambi, Paritrana Award 2024: nominasi, 5 besar → pemenang, peringkat 3"
    )


def test_a_dispute_is_told_with_who_says_what_and_once(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("b", record(rank=2)))
    contents = drafted(store, ASKED, DAYS[1]).contents
    [dispute] = contents.disputes
    [(field, voices)] = dispute.fields
    assert (dispute.entry, field) == ("Kota Jambi, Paritrana Award 2024", "peringkat")
    assert sorted(voice.told for voice in voices) == ["2: b", "3: a"]
    assert "1 sengketa baru" in contents.summary
    sent(store, DAYS[1])
    kept(store, DAYS[2], told("c", firm("PT Arus")))
    assert drafted(store, ASKED, DAYS[2]).contents.disputes == ()


def test_a_dispute_that_is_over_is_told(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()), told("b", record(rank=2)))
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("b", record()), patterns="two")
    [change] = drafted(store, ASKED, DAYS[1]).contents.changes
    assert change.told.endswith("sengketa selesai: peringkat")


def test_what_a_person_rejects_after_it_was_told_is_told(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    sent(store, DAYS[0])
    made = judged(store, "reject")
    [change] = drafted(store, ASKED, DAYS[1]).contents.changes
    assert change.told.endswith("pemenang, peringkat 3 → ditolak peninjau")
    sent(store, DAYS[1])
    assert sent(store, DAYS[2]).outcome == NOTHING_NEW
    with store.writing() as connection:
        undo(connection, made, By("sari", DAYS[2]))
    register(store, DAYS[2])
    assert news(store, DAYS[2])[0] == ["Kota Jambi"]


def judged(held: Store, action: str) -> int:
    """What a person says of the only entry; the register follows."""
    with held.writing() as connection:
        seen = seen_entry(connection, connection.execute(select(entries.c.id)).scalar_one())
        assert seen
        made = say(connection, action, seen, By("sari", DAYS[0])).id
    register(held, DAYS[1])
    return made


def test_what_was_rejected_before_it_was_told_is_never_told(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    judged(store, "reject")
    assert news(store, DAYS[1]) == ([], [], ["a"])
    assert sent(store, DAYS[2]).outcome == NOTHING_NEW


def test_what_no_article_says_any_more_is_told_once(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record(), firm("PT Arus")))
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("a", record()), patterns="two")
    [change] = drafted(store, ASKED, DAYS[1]).contents.changes
    assert change.told == "PT Arus, Paritrana Award 2024: pemenang, peringkat 3 → tidak ada lagi dalam register"
    sent(store, DAYS[1])
    assert sent(store, DAYS[2]).outcome == NOTHING_NEW
    kept(store, DAYS[2], told("a", record(), firm("PT Arus")), patterns="three")
    assert news(store, DAYS[2]) == (["PT Arus"], [], [])


def test_an_entry_whose_id_changes_is_not_told_again(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record(edition=None)))
    with store.reading() as connection:
        before = connection.execute(select(entries.c.id)).scalar_one()
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("a", record(edition=2024)), patterns="two")
    with store.reading() as connection:
        assert connection.execute(select(entries.c.id)).scalar_one() != before
    assert sent(store, DAYS[1]).outcome == NOTHING_NEW
    kept(store, DAYS[2], told("b", firm("PT Arus")))
    assert news(store, DAYS[2]) == (["PT Arus"], [], ["b"])
    assert sent(store, DAYS[3]).outcome == NOTHING_NEW


def test_another_contest_of_the_same_recipient_is_no_other_name_of_one_that_went(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", firm("PT Arus")))
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("a", firm("PT Arus") | {"category": "usaha kecil"}), patterns="two")
    assert news(store, DAYS[1]) == (["PT Arus"], ["PT Arus"], [])


def test_one_digest_for_a_period_and_the_next_tells_what_came_meanwhile(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    weekly = ASKED._replace(period="week")
    assert news(store, DAYS[0], weekly)[0] == ["Kota Jambi"]  # a Sunday
    kept(store, DAYS[0], told("b", firm("PT Arus")))
    assert sent(store, "2026-11-22T09:00:00Z", weekly).outcome == SENT_BEFORE
    assert news(store, DAYS[1], weekly)[0] == ["PT Arus"]
    kept(store, DAYS[2], told("c", firm("PT Bina")))
    assert sent(store, DAYS[2], weekly).outcome == SENT_BEFORE


def test_a_night_in_jakarta_is_of_the_day_that_begins_there(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    assert sent(store, "2026-11-22T18:30:00Z").draft.period == "2026-11-23"


def test_what_one_channel_was_told_another_was_not(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    sent(store, DAYS[0])
    assert news(store, DAYS[0], ASKED._replace(channel="file"))[0] == ["Kota Jambi"]


def test_a_named_day_tells_again_what_was_told_since(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    sent(store, DAYS[0])
    kept(store, DAYS[1], told("b", firm("PT Arus")))
    sent(store, DAYS[1])
    again = ASKED._replace(since="2026-11-23")
    assert news(store, DAYS[1], again) == (["PT Arus"], [], ["b"])
    assert sent(store, DAYS[2]).outcome == NOTHING_NEW


def test_a_first_digest_since_a_day_leaves_what_is_older_and_no_later_one_tells_it(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    kept(store, DAYS[3], told("b", firm("PT Arus")))
    assert news(store, DAYS[3], ASKED._replace(since="2026-11-24"))[0] == ["PT Arus"]
    kept(store, DAYS[4], told("c", record()))
    assert news(store, DAYS[4]) == ([], [], ["c"])


def test_what_is_not_taken_is_not_noted_and_the_next_try_tells_it(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))

    def refuse(_: Draft) -> None:
        raise ExtractorError("the postman is ill")

    with pytest.raises(ExtractorError, match="ill"):
        send(store, ASKED, DAYS[0], refuse)
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(digested)).scalar_one() == 0
    assert news(store, DAYS[0])[0] == ["Kota Jambi"]


def test_a_preview_notes_nothing(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    assert len(drafted(store, ASKED, DAYS[0]).news.new) == 1
    assert sent(store, DAYS[0]).outcome == SENT


def test_two_are_never_sent_at_once(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    address = store.url.render_as_string(hide_password=False) if store.is_postgresql else str(store.file)
    with alone(store, "extractor digest", DAYS[0], DIGEST), Store(address) as other, pytest.raises(Locked):
        sent(other, DAYS[0])
    assert sent(store, DAYS[0]).outcome == SENT


def test_the_control_without_the_log_everything_is_told_again(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    sent(store, DAYS[0])
    with store.writing() as connection:
        connection.execute(delete(digested))
        connection.execute(delete(digests))
    assert news(store, DAYS[1])[0] == ["Kota Jambi"]
