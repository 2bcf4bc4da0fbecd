"""Regulations: the laws, regulations, decrees and circulars that a story cites.

Read: "Peraturan Gubernur Kepri Nomor 27 Tahun 2023", "Perda Banten No 4/2016", "Perwal No. 46 Tahun 2017 tentang ...",
"PP 50/2012", "Inpres 2/2021", "PP Nomor 44, 45, dan 46 Tahun 2015", "UU Nomor 40 Tahun 2004 dan Nomor 24 Tahun 2011",
"Keputusan Gubernur Nomor G/57/V.08/HK/2024", "PMK Nomor 215/PMK.07/2021", "Perda Tahun 2018", "Peraturan Wali Kota
tentang ...", "UU Cipta Kerja", "UUD 1945", drafts ("Ranperda", "draf Perwal", "akan menerbitkan Perbup"), "SE Bupati".
None: a law said again ("perda tersebut"), laws in general ("kalau ada Perda", "pelanggar perda"), Satpol PP, degrees
(SE), the decree of an appointment (SK without number or title), the disease PMK, house numbers.
A number N/YYYY is number and year; a longer one with slashes is kept whole, and its last four digits are the year.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.annotate.issuers import issuer
from extractor.annotate.lawtitles import title
from extractor.annotate.mentions import Mention
from extractor.annotate.story import Story
from extractor.article import Span
from extractor.facts import Regulation
from extractor.patterns import Match, Units

_NUMBER_WORDS = frozenset("nomor no no. nomer nmr".split())
_YEAR_WORDS = frozenset("tahun thn th th.".split())
_ABOUT = frozenset("tentang mengenai ttg perihal".split())
_AND = frozenset(", dan serta & maupun juncto jo".split())
_INSIDE = frozenset(
    """( ) : republik indonesia ri provinsi kabupaten kota daerah dan di negara menteri bidang tentang pj. plt. plh. pjs. pj plt
    bersama penjabat kepala dinas badan nya -nya""".split()
)
_ORDER = ("numbered", "constitution", "titled", "yearly", "named", "brought_in")
_AGAIN = frozenset("tersebut itu ini dimaksud tadi".split())
_GENERAL = frozenset(
    """kalau jika apabila bila sejumlah beberapa berbagai banyak setiap tiap melanggar pelanggar pelanggaran penegak penegakan
    fungsi setingkat belum dua tiga empat kedua keempat""".split()
)
_DRAFTS = frozenset("rancangan draf draft naskah usulan".split())
_SOON = frozenset("segera perlu harus hendak mendorong didorong berjanji berkomitmen mendesak".split())
_REGIONAL = frozenset("Perda Pergub Perbup Perwali Perdes".split())
_BY_POST = frozenset("SE Instruksi Kepgub Kepbup Kepwali".split())
_NO_NAMES = frozenset("nomor no no. nomer nmr tahun provinsi kabupaten kota daerah ri republik tentang pemprov pemkab pemkot".split())
_SHORTEST, _EARLIEST, _LATEST = 3, 1945, 2099
_NEAR, _FAR = 3, 8


class _Number(NamedTuple):
    """A law's number and year, in the units [start, end)."""

    number: str | None
    year: int | None
    start: int
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
    behind = 0
    for start, matches in _by_start(story).items():
        if start < behind:
            continue
        for match in matches:
            found = list(_laws(story, places, match, start))
            if found:
                laws.extend(law for law, _ in found)
                behind = max(end for _, end in found)
                break
    return _facts(laws)


def _by_start(story: Story) -> dict[int, list[Match]]:
    """By the unit of the law's name, the matches from the most to the least that they say."""
    by_start: dict[int, list[Match]] = {}
    for match in story.matches.get("regulations", []):
        start = next(unit for unit in range(match.start, match.end) if _is_law(story, unit))if _holds_law(story, match) else -1
        if start >= 0:
            by_start.setdefault(start, []).append(match)
    for matches in by_start.values():
        matches.sort(key=lambda match: (_ORDER.index(match.pattern.id), match.start - match.end))
    return dict(sorted(by_start.items()))


def _holds_law(story: Story, match: Match) -> bool:
    return any(_is_law(story, unit) for unit in range(match.start, match.end))


def _is_law(story: Story, unit: int) -> bool:
    """Whether a unit names a law; two or three letters only in capitals, and not the PP of Satpol PP."""
    units = story.units
    if not units.has(unit, "laws"):
        return False
    word = units.words[unit]
    if len(word) > _SHORTEST:
        return True
    before = units.words[unit - 1] if unit else ""
    return units.said(unit, unit + 1).isupper() and before not in ("pol", "satpol", "sat", "pondok")


def _laws(story: Story, places: Sequence[Mention], match: Match, start: int) -> Iterator[tuple[_Law, int]]:
    match match.pattern.id:
        case "numbered" | "constitution" | "yearly":
            yield from _numbered(story, places, match, start)
        case "titled":
            yield from _titled(story, places, match, start)
        case "named":
            yield from _named(story, places, match, start)
        case _:
            yield from _brought_in(story, places, match, start)


def _law(
    story: Story, places: Sequence[Mention], match: Match, start: int, end: int, number: _Number, subject: str | None
) -> _Law:
    kind = _kind(story, start)
    draft = _is_draft(story, start, end, numbered=number.number is not None)
    first = number.start if number.start > start else start
    span = story.units.offsets(start if number.start <= start or not _continued(story, start, number) else first, end)
    return _Law(
        kind, number.number, number.year, subject, issuer(story, places, kind, start, end), draft, span, match.pattern.name
    )


def _continued(story: Story, start: int, number: _Number) -> bool:
    """Whether a number goes on from another of the same law word."""
    return number.start - start > _FAR + _FAR


def _kind(story: Story, unit: int) -> str:
    return story.value(unit, "laws")


def _numbered(story: Story, places: Sequence[Mention], match: Match, start: int) -> Iterator[tuple[_Law, int]]:
    units = story.units
    at = _first_number(story, match, start)
    if at is None or not _clear(story, start, at):
        return
    numbers = list(_numbers(story, at)) if match.pattern.id == "numbered" else [_year_only(units, at)]
    if _kind(story, start) == "UUD":
        numbers = [_Number(None, int(units.words[match.end - 1]), start, match.end)]
    if not numbers or not _counts(story, start, numbers):
        return
    named = _between(story, start + 1, at)
    behind = _subject_behind(story, numbers[-1].end)
    for number in numbers:
        last = number is numbers[-1]
        subject, end = behind if behind and last else (named, number.end)
        yield _law(story, places, match, start, end, number, subject), end


def _counts(story: Story, start: int, numbers: list[_Number]) -> bool:
    """Whether the numbers are a law's: the disease PMK has neither year nor slash."""
    return story.units.words[start] != "pmk" or any(number.year for number in numbers)


def _first_number(story: Story, match: Match, start: int) -> int | None:
    """The unit where the number begins: at "Nomor", or the first figure; the year where only that is printed."""
    units = story.units
    if match.pattern.id != "numbered":
        return match.end - 1
    for unit in range(start + 1, match.end):
        if units.words[unit] in _NUMBER_WORDS:
            return unit
    figures = [unit for unit in range(start + 1, match.end) if units.words[unit][0].isdigit() or units.has(unit, "slashed")]
    return figures[0] if figures else None


def _clear(story: Story, start: int, end: int) -> bool:
    """Whether only names, posts, regions and small words stand between a law and its number, and no other law."""
    units = story.units
    for unit in range(start + 1, end):
        if units.has(unit, "laws"):
            if units.words[unit - 1] != "(":
                return False
        elif units.words[unit] not in _INSIDE and units.words[unit] not in _YEAR_WORDS:
            plain = units.tags[unit] in ("word", "mark", "number")
            if plain or not (units.said(unit, unit + 1)[0].isupper() or units.has(unit, "region") or units.has(unit, "roles")):
                return False
    return True


def _year_only(units: Units, at: int) -> _Number:
    return _Number(None, int(units.words[at]), at, at + 1)


def _numbers(story: Story, at: int) -> Iterator[_Number]:
    """The number at a unit and those that go on from it; one without a year takes that of the next."""
    found: list[_Number] = []
    number = _number(story, at)
    pending = 0
    while number is not None:
        found.append(number)
        pending = pending + 1 if number.year is None else 0
        number = _next_number(story, number.end)
    found = found[: len(found) - pending] or found[:1]
    year = None
    for number in reversed(found):
        year = number.year or year
        found[found.index(number)] = number._replace(year=year)
    yield from found


def _next_number(story: Story, at: int) -> _Number | None:
    units = story.units
    start = at
    while at < len(units.words) and at - start < _NEAR and units.words[at] in _AND:
        at += 1
    if at == start or at >= len(units.words):
        return None
    figure = units.words[at][0].isdigit() or units.words[at] in _NUMBER_WORDS
    return _number(story, at) if figure and units.words[at] not in _YEAR_WORDS else None


def _number(story: Story, at: int) -> _Number | None:
    """The number and year that begin at a unit: "Nomor 4 Tahun 2016", "4/2016", "KM 7 Tahun 2024"."""
    units, start = story.units, at
    size = len(units.words)
    while at < size and (units.words[at] in _NUMBER_WORDS or units.words[at] == ":"):
        at += 1
    if at >= size:
        return None
    if units.has(at, "slashed"):
        number, year = _slashed(units.said(at, at + 1))
        end = at + 1
    elif units.words[at][0].isdigit():
        number, year, end = _first_token(units, at), None, at + 1
    elif at + 1 < size and at > start and len(units.words[at]) <= _NEAR and units.words[at + 1].isdigit():
        number, year, end = units.said(at, at + 2), None, at + 2
    else:
        return None
    if year is None:
        year, end = _year_behind(units, end)
    return _Number(number, year, start, end)


def _first_token(units: Units, unit: int) -> str:
    return units.reading.words[units.starts[unit]]


def _slashed(said: str) -> tuple[str, int | None]:
    first, _, last = said.rpartition("/")
    if len(last) == len("2016") and last.isdigit() and _EARLIEST <= int(last) <= _LATEST:
        return (first, int(last)) if first.isdigit() else (said, int(last))
    return said, None


def _year_behind(units: Units, at: int) -> tuple[int | None, int]:
    behind = at + 1 if at < len(units.words) and units.words[at] in _YEAR_WORDS else at
    if behind < len(units.words) and units.has(behind, "year"):
        return int(_first_token(units, behind)), behind + 1
    word = units.words[behind] if behind < len(units.words) else ""
    if behind > at and word.isdigit() and len(word) == len("20220") and _EARLIEST <= int(word[:-1]) <= _LATEST:
        return int(word[:-1]), behind + 1  # a year with a digit too many
    return None, at


def _between(story: Story, start: int, end: int) -> str | None:
    """The name of a law that stands before its number ("UU Kesehatan No. 36", "Perda tentang Pajak Nomor 5")."""
    units = story.units
    if units.words[start : start + 1] and units.words[start] in _ABOUT:
        start += 1
    elif _kind(story, start - 1) not in ("UU", "Perda") or units.has(start, "region") or units.words[start] in _INSIDE:
        return None
    found = title(story, start) if start < end else None
    return found[0] if found and found[1] == end else None


def _subject_behind(story: Story, at: int) -> tuple[str, int] | None:
    """The title behind a number, with the unit behind it: "tentang ...", ", tentang ...", "yakni tentang ..."."""
    words = story.units.words
    while at < len(words) and words[at] in (",", "yakni", "yaitu", ")"):
        at += 1
    return title(story, at + 1) if at < len(words) and words[at] in _ABOUT else None


def _titled(story: Story, places: Sequence[Mention], match: Match, start: int) -> Iterator[tuple[_Law, int]]:
    units = story.units
    at = next((unit for unit in range(start + 1, match.end) if units.words[unit] in _ABOUT), None)
    found = title(story, at + 1) if at is not None and _clear(story, start, at) else None
    if found is None:
        return
    subject, end = found
    law = _law(story, places, match, start, end, _Number(None, None, start, end), subject)
    yield law, end


def _named(story: Story, places: Sequence[Mention], match: Match, start: int) -> Iterator[tuple[_Law, int]]:
    units, name = story.units, match.end - 1
    kind = _kind(story, start)
    if kind not in ("UU", "Perda") or units.words[name] in _NO_NAMES or story.in_title(start):
        return
    found = title(story, name)
    if found is not None:
        subject, end = found
        yield _law(story, places, match, start, end, _Number(None, None, start, end), subject), end


def _brought_in(story: Story, places: Sequence[Mention], match: Match, start: int) -> Iterator[tuple[_Law, int]]:
    units, kind = story.units, _kind(story, start)
    end = max(match.end, start + 1) if units.has(match.end - 1, "region") or units.has(match.end - 1, "roles") else start + 1
    behind = units.words[end] if end < len(units.words) else "."
    before = units.words[max(start - 2, 0) : start]
    general = behind in _AGAIN or any(word in _GENERAL for word in before)
    by_post = kind in _BY_POST and (kind != "SE" or end > start + 1)
    if not general and (kind in _REGIONAL or by_post):
        number = _Number(None, None, start, end)
        if units.words[end : end + 3] and kind == "Perwali":
            number = number._replace(year=_since(units, end))
        yield _law(story, places, match, start, end, number, None), end


def _since(units: Units, at: int) -> int | None:
    """The year since which a law is there: "telah ada sejak tahun 2017"."""
    for unit in range(at, min(at + _FAR, len(units.words) - 1)):
        if units.words[unit] in ("sejak", "sejak tahun"):
            return _year_behind(units, unit + 1)[0]
    return None


def _is_draft(story: Story, start: int, end: int, numbered: bool) -> bool:
    """Whether a law is a draft by its name, by the word before it, or by what is told to be done with it."""
    units = story.units
    if units.has(start, "draft_laws") or (start and units.words[start - 1] in _DRAFTS):
        return True
    first, last = units.sentence(start)
    before = range(max(first, start - _FAR), start)
    behind = range(end, min(last, end + _FAR))
    return not numbered and any(_plans(story, unit, first) for unit in (*before, *behind))


def _plans(story: Story, unit: int, first: int) -> bool:
    units = story.units
    if not units.has(unit, "law_plans"):
        return False
    if story.value(unit, "law_plans") == "making":
        return True
    ahead = range(max(first, unit - _NEAR), unit)
    return any(units.has(at, "hope") or units.has(at, "denial") or units.words[at] in _SOON for at in ahead)


def _facts(laws: list[_Law]) -> tuple[Regulation, ...]:
    """Each law once; one without number or title only where no other of its type and state is told of."""
    groups: list[list[_Law]] = []
    for law in sorted(laws, key=lambda law: (law.number is None, law.year is None, law.subject is None, law.span)):
        group = next((group for group in groups if _same(group[0], law)), None)
        if group is None:
            groups.append([law])
        else:
            group.append(law)
    facts = [_fact(group) for group in groups]
    return tuple(sorted(facts, key=lambda fact: fact.spans))


def _same(known: _Law, law: _Law) -> bool:
    """Whether a law, not better known than the other, is the other one said again."""
    if known.kind != law.kind:
        return False
    if law.number is not None:
        return known.number == law.number and law.year in (known.year, None)
    if law.subject is not None:
        return known.subject is not None and _alike(known.subject, law.subject)
    if law.year is not None:
        return known.year == law.year and known.number is None
    return True


def _alike(known: str, said: str) -> bool:
    """Whether two titles share most of their words, or one is the other's initials."""
    first, second = known.lower().split(), said.lower().split()
    common = len(set(first) & set(second))
    initials = "".join(word[0] for word in first if word not in ("dan", "di", "atas"))
    return 2 * common >= min(len(first), len(second)) or said.lower() in initials or initials in said.lower()


def _fact(group: list[_Law]) -> Regulation:
    law = group[0]
    subject = next((one.subject for one in group if one.subject), None)
    spans = tuple(sorted(dict.fromkeys(one.span for one in group)))
    status = "draft" if law.draft else "in_force"
    return Regulation(law.kind, law.number, law.year, subject, law.issuer, status, spans, law.pattern)
