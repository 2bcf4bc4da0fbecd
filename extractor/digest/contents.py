"""What a digest says, of rows that were asked of the store; pure.

A person reads it in a minute: the counts, the new entries award by award, what changed, who disagrees on what, the
outlets. What does not fit is counted and not shown: a mail beyond 100 kB is cut by those who show it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from extractor.digest.entries import Contest, Dispute, Teller, Voice
from extractor.digest.wording import Words, short, words_of
from extractor.register.claims import Agreement
from extractor.store.news import Change, News, Printing

LINES, AWARDS, LEAST = 60, 10, 4
"""Entries and awards that are shown, and entries of each award that are shown whatever the others have."""
CHANGES, DISPUTES, OUTLETS, NOTES = 20, 12, 20, 10
_SUBJECT = 120
Row = Mapping[str, Any]


class Note(NamedTuple):
    """Something strange of a night: of which kind, about what, since when (ISO)."""

    kind: str
    subject: str
    since: str


class Told(NamedTuple):
    """What the contents are made of."""

    news: News
    printings: Mapping[str, Sequence[Printing]]
    disputes: Mapping[str, Mapping[str, Agreement]]
    notes: Sequence[Note] = ()


class Award(NamedTuple):
    """An award's new entries; `more` says how many of them are not shown."""

    name: str
    contests: tuple[Contest, ...]
    more: str | None


class Outlet(NamedTuple):
    """An outlet and its new articles."""

    name: str
    told: str


class Contents(NamedTuple):
    """A digest, all of it texts of one line; empty sections are left out."""

    language: str
    title: str
    day: str
    subject: str
    summary: str
    range: str
    press: str
    awards: tuple[Award, ...]
    others: str | None
    changes: tuple[Voice, ...]
    disputes: tuple[Dispute, ...]
    outlets: tuple[Outlet, ...]
    notes: tuple[str, ...]
    more_changes: str | None
    more_disputes: str | None
    more_outlets: str | None
    open: str | None


def disputed_rows(news: News) -> list[dict[str, Any]]:
    """The entries on which articles disagree of late; with the fields of which that is new."""
    found = [row for row in news.new if row["disputed"]]
    for one in news.changed:
        if one.row and one.row["review"] != "rejected":
            fields = [name for name in one.row["disputed"] if name not in one.before.get("disputed", ())]
            found += [one.row | {"disputed": fields}] if fields else []
    return sorted(found, key=lambda row: str(row["sorting"]))


def contents(told: Told, language: str, now: str, last: str | None) -> Contents:
    """The digest of what is new at a moment (ISO, UTC); `last` is when the one before was sent."""
    words = words_of(language)
    teller = Teller(words, told.printings)
    awards, others = _awards(told.news.new, teller)
    changes = [teller.change(one) for one in told.news.changed if _is_shown(one)]
    disputes = [teller.dispute(row, told.disputes.get(row["id"], {})) for row in disputed_rows(told.news)]
    outlets = _outlets(told.news, words)
    return Contents(
        language=language,
        title=words["title"],
        day=words.day(now),
        subject=_subject(told.news, len(changes), len(disputes), words, now),
        summary=_summary(told.news, len(changes), len(disputes), words),
        range=words["since"].format(day=words.day(last)) if last else words["first"],
        press=_press(told.news, len(outlets), words),
        awards=awards,
        others=others,
        changes=tuple(changes[:CHANGES]),
        disputes=tuple(disputes[:DISPUTES]),
        outlets=outlets[:OUTLETS],
        notes=tuple(_note(note, words) for note in told.notes[:NOTES]),
        more_changes=_more(len(changes) - CHANGES, words),
        more_disputes=_more(len(disputes) - DISPUTES, words),
        more_outlets=_more(len(outlets) - OUTLETS, words),
        open=words.counted("open", told.news.open) if disputes else None,
    )


def _is_shown(one: Change) -> bool:
    """Whether more is to be told of a change than that articles began to disagree."""
    if one.row is None:
        return True
    return Teller.differs(one) or bool(set(one.before.get("disputed", ())) - set(one.row["disputed"]))


def _awards(rows: Sequence[Row], teller: Teller) -> tuple[tuple[Award, ...], str | None]:
    """The awards with their contests, in the order of the register: the newest first."""
    groups = [(name, list(some)) for name, some in groupby(rows, key=teller.award)]
    shown = groups[:AWARDS]
    shares = _shares([len(some) for _, some in shown])
    awards = tuple(
        Award(name, teller.contests(some[:share]), _more(len(some) - share, teller.words))
        for (name, some), share in zip(shown, shares, strict=True)
    )
    left = Counter[str]()
    for name, some in groups[AWARDS:]:
        left[name] += len(some)
    named = [f"{name} ({teller.words.number(count)})" for name, count in left.most_common(AWARDS)]
    named += [more] if (more := _more(len(left) - AWARDS, teller.words)) else []
    return awards, teller.words["others"].format(awards=", ".join(named)) if left else None


def _shares(counts: Sequence[int]) -> list[int]:
    """How many entries of each award are shown: some of all, and then of the first as many as there is room."""
    shares = [min(count, LEAST) for count in counts]
    room = LINES - sum(shares)
    for at, count in enumerate(counts):
        more = min(count - shares[at], room)
        shares[at] += more
        room -= more
    return shares


def _more(count: int, words: Words) -> str | None:
    return words.counted("more", count) if count > 0 else None


def _outlets(news: News, words: Words) -> tuple[Outlet, ...]:
    """The outlets of new articles, those with the most first; one that goes by several names is one."""
    sites, spelt = defaultdict[str, Counter[str]](Counter), defaultdict[str, Counter[str]](Counter)
    for one in news.arrived:
        sites[one.site or one.outlet or ""][one.outlet or ""] += one.outlet != one.site
    named = {site: names.most_common(1)[0][0] or site for site, names in sites.items()}
    for one in news.arrived:
        name = named[one.site or one.outlet or ""]
        spelt[name.casefold()][name] += 1
    counts = Counter[str]()
    for names in spelt.values():
        counts[short(names.most_common(1)[0][0] or words["unnamed"], 60)] += names.total()
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Outlet(name, words.counted("count", count)) for name, count in ordered)


def _press(news: News, outlets: int, words: Words) -> str:
    """The new articles in a line; none: nothing."""
    if not news.arrived:
        return ""
    releases = len({one.cluster for one in news.arrived})
    told = {"articles": len(news.arrived), "releases": releases, "outlets": outlets}
    return words["from"].format(**{name: words.counted(name, count) for name, count in told.items()})


def _summary(news: News, changes: int, disputes: int, words: Words) -> str:
    won = sum(row["outcome"] == "winner" for row in news.new)
    parts = {"winners": won, "nominees": len(news.new) - won}
    split = ", ".join(words.counted(name, count) for name, count in parts.items() if count)
    told = [f"{words.counted('new', len(news.new))}{f' ({split})' if split else ''}"]
    rest = {"changed": changes, "disputes": disputes}
    return ", ".join([*told, *(words.counted(name, count) for name, count in rest.items() if count)])


def _subject(news: News, changes: int, disputes: int, words: Words, now: str) -> str:
    """The mail's subject: the day and the counts that are not 0; the press has no word in it."""
    told = {"new": len(news.new), "changed": changes, "disputes": disputes}
    counts = [words.counted(name, count) for name, count in told.items() if count]
    counts = counts or [words.counted("articles", len(news.arrived))]
    return short(f"{words['title']}, {words.day(now)}: {', '.join(counts)}", _SUBJECT)


def _note(note: Note, words: Words) -> str:
    line = words.of("health", note.kind)
    return line.format(subject=short(words.of("subjects", note.subject), 60), since=words.day(note.since))


def counts_of(news: News) -> dict[str, int]:
    """What a digest tells, in numbers."""
    withdrawn = sum(one.row is None or one.row["review"] == "rejected" for one in news.changed)
    return {
        "new": len(news.new),
        "changed": len(news.changed) - withdrawn,
        "withdrawn": withdrawn,
        "disputed": len(disputed_rows(news)),
        "articles": len(news.arrived),
        "outlets": len({one.outlet for one in news.arrived}),
    }

