"""A digest from the store to whom it is for: asked, told, delivered, noted.

It is noted when the other side has taken it and not before: a kill between the two sends it again, with the same
Message-ID where it is a mail, so that mail programs show it once. The other way round a kill would lose a digest, and
nobody would know.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractor.digest.contents import Contents, Note, Told, contents, counts_of, disputed_rows
from extractor.digest.wording import beginning, period_of
from extractor.errors import ExtractorError
from extractor.store.alone import DIGEST, alone
from extractor.store.database import Store
from extractor.store.news import News, disputes_of, news_of, printings_of
from extractor.store.sent import Sent, keep, last, note

MAIL, STDOUT, FILE, NOTIFY = "mail", "stdout", "file", "notify"
CHANNELS = (MAIL, STDOUT, FILE, NOTIFY)
SENT, NOTHING_NEW, SENT_BEFORE = "sent", "nothing new", "sent before"


class Asked(NamedTuple):
    """Which digest: for which channel, of which period (day, week, month), since which day (ISO), in which language."""

    channel: str
    period: str
    language: str
    since: str | None = None
    notes: Sequence[Note] = ()
    command: str = "extractor digest"


class Draft(NamedTuple):
    """A digest before it is sent: `before` the last one of the same period, where there is one."""

    news: News
    contents: Contents
    period: str
    since: str | None
    before: Sent | None


class Result(NamedTuple):
    """What became of a digest, and what it told in numbers."""

    outcome: str
    draft: Draft
    missed: str | None = None
    """Who did not get it, or one of before, and will be tried again; in words, without addresses."""

    @property
    def counts(self) -> dict[str, int]:
        """What it told; nothing where it was not sent."""
        return counts_of(self.draft.news) if self.outcome == SENT else {}


class Delivery(NamedTuple):
    """What the other side took: a mail's Message-ID, and who of several did not get it, as `sent.keep` has them."""

    message_id: str
    mail: str = ""
    missed: tuple[str, ...] = ()


Delivers = Callable[[Draft], Delivery | None]
"""Gives a digest to the other side, and raises where it is not taken at all."""


def drafted(store: Store, asked: Asked, now: str) -> Draft:
    """The digest as it would be sent at a moment (ISO, UTC); nothing is sent or written."""
    since = beginning(asked.since) if asked.since else None
    period = period_of(now, asked.period)
    with store.reading() as connection:
        news = news_of(connection, asked.channel, since)
        rows = [*news.new, *(one.row for one in news.changed if one.row is not None)]
        printings = printings_of(connection, (row["id"] for row in rows))
        disputes = disputes_of(connection, disputed_rows(news))
        earlier, before = last(connection, asked.channel), last(connection, asked.channel, period)
    told = Told(news, printings, disputes, asked.notes)
    made = contents(told, asked.language, now, since or (earlier.at if earlier else None))
    return Draft(news, made, period, since, before)


def send(store: Store, asked: Asked, now: str, deliver: Delivers) -> Result:
    """Send a digest, where one is due and something is new; one for a period, unless a day is named."""
    with alone(store, asked.command, now, DIGEST):
        draft = drafted(store, asked, now)
        if draft.before and not asked.since:
            return Result(SENT_BEFORE, draft)
        if draft.news.is_empty:
            return Result(NOTHING_NEW, draft)
        made = deliver(draft)
        name = made.message_id if made else None
        more = {"since": draft.since, "message_id": name, "counts": counts_of(draft.news)}
        try:
            with store.writing() as connection:
                number = note(connection, Sent(draft.period, now), asked.channel, draft.news, more)
                if made and made.missed:
                    keep(connection, number, made.mail, made.missed)
        except ExtractorError as error:
            unnoted = f"the digest was sent, but that could not be noted, and it is sent again: {error}"
            raise ExtractorError(unnoted) from error
    return Result(SENT, draft)
