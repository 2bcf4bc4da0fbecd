"""Regulations: the laws, regulations, decrees and circulars that a story cites.

Read: "Peraturan Gubernur Kepri Nomor 27 Tahun 2023", "Perda Banten No 4/2016", "Perwal No. 46 Tahun 2017 tentang ...",
"PP 50/2012", "Inpres 2/2021", "PP Nomor 44, 45, dan 46 Tahun 2015", "UU Nomor 40 Tahun 2004 dan Nomor 24 Tahun 2011",
"Keputusan Gubernur Nomor G/57/V.08/HK/2024", "PMK Nomor 215/PMK.07/2021", "Perda Tahun 2018", "Peraturan Wali Kota
tentang ...", "UU Cipta Kerja", "UUD 1945", drafts ("Ranperda", "draf Perwal", "akan menerbitkan Perbup"), "SE Bupati".
None: a law said again ("perda tersebut"), laws in general ("kalau ada Perda", "pelanggar perda"), Satpol PP, degrees
(SE), the decree of an appointment (SK without number or title), the disease PMK, house numbers.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regulations.issuers import Issuers
from extractor.annotate.regulations.lawnumbers import DATED, NUMBER_WORDS, YEAR_WORDS, Number, numbers, year_behind
from extractor.annotate.regulations.lawstatus import is_draft
from extractor.annotate.regulations.lawtitles import title
from extractor.annotate.story import Story
from extractor.article import Span
from extractor.facts import Regulation
from extractor.patterns import Match, Units

_ABOUT = frozenset("tentang mengenai terkait ttg perihal".split())
_INSIDE = frozenset(
    """( ) : republik indonesia ri provinsi kabupaten kota daerah dan di negara menteri bidang tentang pj. plt. plh.
    pjs. pj plt bersama penjabat kepala dinas badan nya -nya
    inisiatif prakarsa usulan dprd eksekutif""".split()
)
"""Words that may stand between a law and its number or title."""
_ORDER = {like: at for at, like in enumerate(("numbered", "constitution", "titled", "yearly", "named", "brought_in"))}
_AGAIN = frozenset("tersebut itu ini dimaksud tadi".split())
_GENERAL = frozenset(
    """kalau jika apabila bila sejumlah beberapa berbagai banyak setiap tiap melanggar pelanggar pelanggaran penegak
    penegakan fungsi setingkat belum dua tiga empat kedua keempat""".split()
)
_NATIONAL = frozenset("UU PP Perpres Inpres Keppres Perppu".split())
_REGIONAL = frozenset("Perda Pergub Perbup Perwali Perdes".split())
_BY_POST = frozenset("SE Instruksi Kepgub Kepbup Kepwali".split())
_NAMED = frozenset("UU Perda".split())
"""Types that go by a name: UU Cipta Kerja."""
_NO_NAMES = NUMBER_WORDS | frozenset(
    "tahun provinsi kabupaten kota daerah ri republik tentang pemprov pemkab pemkot".split()
)
_SMALL = frozenset("dan di atas bagi untuk pada".split())
_NO_LAW_BEHIND = frozenset("pol satpol sat pondok bidang koordinator menko kemenko".split())
"""Words that make PP the civil guard or a school, and PMK a ministry."""
_ADOPTED = 1945
"""The year of the constitution."""
_SHORTEST = 3
_MOST_COMPARED = 200
"""Laws of a type with which one without a number is compared, so that the cost of long lists stays linear."""
_REACH = 8


class _Cited(NamedTuple):
    """A law as one match cites it, in the units up to `end`; what is not said is None."""

    number: Number
    subject: str | None
    end: int


class _Law(NamedTuple):
    kind: str
    number: str | None
    year: int | None
    subject: str | None
    issuer: str | None
    draft: bool
    span: Span
    pattern: str


def regulations(story: Story, places: Sequence[Mention]) -> tuple[Regulation, ...]:
    """The laws that the story cites, in the order in which they are first cited."""
    laws: list[_Law] = []
    issuers = Issuers(story, places)
    behind = 0
    for start, matches in _by_start(story).items():
        if start < behind:
            continue
        for match in matches:
            cited = list(_cited(story, match, start))
            if cited:
                laws.extend(_law(story, issuers, match, start, one) for one in cited)
                behind = max(one.number.end for one in cited)
                break
    return _facts(laws)


def _by_start(story: Story) -> dict[int, list[Match]]:
    """By the unit of a law's name, the matches that hold it, from the most to the least that they say."""
    by_start: dict[int, list[Match]] = {}
    for match in story.matches.get("regulations", []):
        for unit in range(match.start, match.end):
            if _is_law(story.units, unit):
                by_start.setdefault(unit, []).append(match)
    for start, matches in by_start.items():
        matches.sort(key=lambda match: (_order(match), abs(match.start - start), -match.end))
    return dict(sorted(by_start.items()))


def _order(match: Match) -> int:
    """Which patterns count first where several find a law; one that is like none of them comes last."""
    return _ORDER.get(match.pattern.like, len(_ORDER))


def _is_law(units: Units, unit: int) -> bool:
    """Whether a unit names a law; two or three letters only in capitals, and not the PP of Satpol PP."""
    if not units.has(unit, "laws"):
        return False
    if len(units.words[unit]) > _SHORTEST:
        return True
    before = units.words[unit - 1] if unit else ""
    return units.said(unit, unit + 1).isupper() and not _NO_LAW_BEHIND.intersection(before.split())


def _kind(story: Story, unit: int) -> str:
    return story.value(unit, "laws")


def _law(story: Story, issuers: Issuers, match: Match, start: int, cited: _Cited) -> _Law:
    kind, number = _kind(story, start), cited.number
    draft = is_draft(story, start, cited.end, numbered=number.number is not None)
    whose = issuers.of(kind, start, cited.end)
    span = story.units.offsets(start, cited.end)
    return _Law(kind, number.number, number.year, cited.subject, whose, draft, span, match.pattern.name)


def _cited(story: Story, match: Match, start: int) -> Iterator[_Cited]:
    match match.pattern.like:
        case "numbered":
            yield from _numbered(story, match, start)
        case "constitution" | "yearly":
            yield from _of_a_year(story, match, start)
        case "titled":
            yield from _titled(story, match, start)
        case "named":
            yield from _named(story, start)
        case _:
            yield from _brought_in(story, match, start)


def _numbered(story: Story, match: Match, start: int) -> Iterator[_Cited]:
    at = _first_number(story.units, match, start)
    if at is None or not _clear(story.units, start, at):
        return
    found = list(numbers(story, at))
    if not found or (story.units.words[start] == "pmk" and not any(number.year for number in found)):
        return  # the disease PMK has neither year nor slash
    named = _between(story, start, at)
    behind = _subject_behind(story, found[-1].end)
    for number in found:
        subject, end = behind if behind and number is found[-1] else (named, number.end)
        yield _Cited(number, subject, end)


def _first_number(units: Units, match: Match, start: int) -> int | None:
    """The unit where the number begins: at "Nomor", or else the first figure."""
    figure = None
    for unit in range(start + 1, match.end):
        if units.words[unit] in NUMBER_WORDS:
            return unit
        if figure is None and (units.words[unit][0].isdigit() or units.has(unit, "slashed")):
            figure = unit
    return figure


def _of_a_year(story: Story, match: Match, start: int) -> Iterator[_Cited]:
    units, at = story.units, match.end - 1
    constitution = match.pattern.like == "constitution"
    if constitution != (_kind(story, start) == "UUD"):
        return
    if at > start and (constitution or units.has(at, "year")) and _clear(units, start, at):
        year = _ADOPTED if constitution else int(units.words[at])
        yield _Cited(Number(None, year, start, match.end), None, match.end)


def _clear(units: Units, start: int, end: int) -> bool:
    """Whether only names, posts, regions and small words stand between a law and its number, and no other law."""
    return all(_may_stand_inside(units, unit) for unit in range(start + 1, end))


def _may_stand_inside(units: Units, unit: int) -> bool:
    word = units.words[unit]
    if _is_law(units, unit):
        return units.words[unit - 1] == "("
    if word in _INSIDE or word in YEAR_WORDS:
        return True
    if units.tags[unit] in ("word", "mark", "number"):
        return False
    return units.said(unit, unit + 1)[0].isupper() or units.has(unit, "region") or units.has(unit, "roles")


def _between(story: Story, start: int, end: int) -> str | None:
    """The name of a law that stands before its number ("UU Kesehatan No. 36", "Perda tentang Pajak Nomor 5")."""
    units, first = story.units, start + 1
    if first < end and units.words[first] in _ABOUT:
        first += 1
    elif _kind(story, start) not in _NAMED or units.has(first, "region") or units.words[first] in _INSIDE:
        return None
    found = title(story, first, end) if first < end else None
    return found[0] if found and found[1] == end else None


def _subject_behind(story: Story, at: int) -> tuple[str, int] | None:
    """The title behind a number, with the unit behind it: "tentang ...", "yakni tentang ...", "tanggal 8 Juli 2020
    tentang ...".
    """
    words = story.units.words
    while at < len(words) and words[at] in (",", "yakni", "yaitu", ")"):
        at += 1
    if at < len(words) and words[at] in DATED:
        at = next((unit for unit in range(at, min(at + _REACH, len(words))) if words[unit] in _ABOUT), at)
    return title(story, at + 1) if at < len(words) and words[at] in _ABOUT else None


def _titled(story: Story, match: Match, start: int) -> Iterator[_Cited]:
    units = story.units
    at = next((unit for unit in range(start + 1, match.end) if units.words[unit] in _ABOUT), None)
    if at is None or not _clear(units, start, at):
        return
    if _kind(story, start) in _NATIONAL and not _bare(units, start, at):
        return
    found = title(story, at + 1)
    if found is not None:
        yield _Cited(Number(None, None, start, start + 1), *found)


def _bare(units: Units, start: int, end: int) -> bool:
    """Whether nothing but small words and another word for the law stands between it and its title."""
    return all(units.words[unit] in _INSIDE or units.has(unit, "laws") for unit in range(start + 1, end))


def _named(story: Story, start: int) -> Iterator[_Cited]:
    """A law by its name, which ends before the place where something is done with it."""
    units, first = story.units, start + 1
    if _kind(story, start) not in _NAMED or story.in_title(start) or not _is_name(units, first):
        return
    last = min(first + _REACH, len(units.words))
    place = next((unit for unit in range(first, last) if units.words[unit] in ("di", "ke", "dari", "oleh")), None)
    found = title(story, first, place)
    if found is not None and not _is_said_in_full(units, found[1]):
        yield _Cited(Number(None, None, start, first), *found)


def _is_said_in_full(units: Units, at: int) -> bool:
    """Whether the law itself stands behind its name: "UU Otsus, yakni Undang-Undang Nomor 2 Tahun 2021"."""
    start, last = at, units.sentence(at - 1)[1]
    while at < last and units.words[at] in (",", "yakni", "yaitu", "atau", "("):
        at += 1
    return start < at < last - 1 and units.has(at, "laws") and units.words[at + 1] in ("nomor", "no", "no.")


def _is_name(units: Units, unit: int) -> bool:
    if unit >= units.sentence(unit - 1)[1] or units.words[unit] in _NO_NAMES:
        return False
    capital = units.said(unit, unit + 1)[0].isupper()
    return capital and not units.among(unit, ("region", "roles", "acting", "laws", "number"))


def _brought_in(story: Story, match: Match, start: int) -> Iterator[_Cited]:
    """A law without number and title, where it is neither said again nor meant in general."""
    units, kind = story.units, _kind(story, start)
    last = match.end - 1
    whose = last > start and (units.has(last, "region") or units.has(last, "roles"))
    end = match.end if whose else start + 1
    behind = units.words[end] if end < len(units.words) else "."
    counted = start > 0 and units.words[start - 1].isdigit()
    if counted or behind in _AGAIN or any(word in _GENERAL for word in units.words[max(start - 2, 0) : start]):
        return
    if kind in _REGIONAL or (kind in _BY_POST and (kind != "SE" or whose)):
        yield _Cited(Number(None, _since(units, end), start, end), None, end)


def _since(units: Units, at: int) -> int | None:
    """The year since which a law is there: "telah ada sejak tahun 2017"."""
    for unit in range(at, min(at + _REACH, len(units.words) - 1)):
        if units.words[unit] == "sejak":
            return year_behind(units, unit + 1)[0]
    return None


def _facts(laws: list[_Law]) -> tuple[Regulation, ...]:
    """Each law once; one without number or title only where no other of its type and state is told of."""
    of_kind: dict[str, list[list[_Law]]] = defaultdict(list)
    of_number: dict[tuple[str, str], list[list[_Law]]] = defaultdict(list)
    for law in sorted(laws, key=lambda law: (law.number is None, law.year is None, law.subject is None, law.span)):
        numbered = of_number[law.kind, _plain(law.number)]
        known = numbered if law.number else of_kind[law.kind][:_MOST_COMPARED]
        group = next((group for group in known if _same(group[0], law)), None)
        if group is not None:
            group.append(law)
            continue
        of_kind[law.kind].append([law])
        numbered.append(of_kind[law.kind][-1])
    found = [_fact(group) for groups in of_kind.values() for group in groups]
    return tuple(sorted(found, key=lambda fact: fact.spans))


def _same(known: _Law, law: _Law) -> bool:
    """Whether a law, not better known than the other, is the other one said again."""
    if known.kind != law.kind:
        return False
    if law.number is not None:
        return _plain(known.number) == _plain(law.number) and law.year in (known.year, None)
    if law.subject is not None:
        return known.subject is not None and _alike(known.subject, law.subject)
    if law.year is not None:
        return known.year == law.year
    return known.draft or not law.draft


def _plain(number: str | None) -> str:
    return (number or "").lstrip("0").lower()


def _alike(known: str, said: str) -> bool:
    """Whether two titles share most of their words, or one is the other's initials."""
    first = [word for word in known.lower().split() if word not in _SMALL]
    second = [word for word in said.lower().split() if word not in _SMALL]
    common = len(set(first) & set(second))
    initials = "".join(word[0] for word in first), "".join(word[0] for word in second)
    short = min(len(first), len(second))
    return 3 * common >= 2 * short or said.lower() == initials[0] or known.lower() == initials[1]


def _fact(group: list[_Law]) -> Regulation:
    law = group[0]
    subject = next((one.subject for one in group if one.subject), None)
    spans = tuple(sorted(dict.fromkeys(one.span for one in group)))
    status = "draft" if law.draft else "in_force"
    return Regulation(law.kind, law.number, law.year, subject, law.issuer, status, spans, law.pattern)
