"""Ranks: the places and shortlists that a story tells of, reached or hoped for.

Read as a place: "juara 1", "juara I", "terbaik dua", "peringkat ke-8 dari 93", "urutan kelima", "posisi runner up" (2),
"juara 1, 2 dan 3", "masing-masing terbaik dua dan ketiga", "Juara II: PT X", the cells of a column "Peringkat". As a
shortlist: "tiga besar", "13 besar dari 50", "Dari 17 kabupaten ... lima besar", "10 finalis", "Top 45".
None: how often ("juara tiga kali"), posts and quarters ("Asisten II", "triwulan II"), predicates ("peringkat emas"),
"juara harapan I", a bare "terbaik" or "juara", index levels ("posisi 8.150", "posisi 4,55%"), places from below.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.annotate.context import cue
from extractor.annotate.story import Story
from extractor.article import Span
from extractor.facts import Rank
from extractor.language.numerals import TEENS_AND_MORE, UNITS
from extractor.patterns import Match, Units

_ROMAN = {numeral: value for value, numeral in enumerate("I II III IV V VI VII VIII IX X".split(), start=1)}
_HIGHEST = 600
"""No more are ever ranked than there are kabupaten and kota."""
_JOINERS = frozenset({",", "dan", "serta", "&", "/", "-", "–", "hingga", "sampai", "maupun", "atau"})
_GOING_ON = frozenset({",", "dan", "serta", ";", "sedangkan", "sementara", "lalu"})
_TAKEN = frozenset("diraih ditempati diduduki direbut disabet oleh jatuh adalah yakni yaitu".split())
_COUNTED = frozenset(
    """kali tahun orang hari jam bulan minggu musim periode % persen poin juta ribu miliar triliun medali emas gol bps
    meter km kategori piala penghargaan lomba cabang""".split()
)
"""What a number counts that names no place."""
_OPEN = frozenset(
    """, . : ; ( ) | di pada dalam tingkat kategori untuk se dari lomba oleh dan serta yang setelah dengan adalah ialah
    yakni yaitu diraih jatuh nasional provinsi""".split()
)
"""What may stand behind the last of several values in figures ("juara 1 dan 2 tingkat kota")."""
_SEVERAL = frozenset({"sekaligus", "berbeda", "lomba", "itu", "ini", "tersebut"})
"""What stands behind categories that are only counted."""
_RANKED = frozenset(
    """kabupaten kota provinsi daerah pemerintah pemda pemkab pemkot desa kelurahan nagari perusahaan peserta badan
    kabupaten/kota kota/kabupaten finalis nominator inovasi proposal kandidat""".split()
)
"""Those out of whom a shortlist is made: "Dari 17 kabupaten"."""
_NUMBERING = frozenset({"nomor", "nomer", "no", "no."})
_NUMBERED = frozenset(
    "di yang jadi menjadi masih tetap hanya cuma pun baru peringkat urutan posisi juara berada sekarang kini".split()
)
"""Words before "nomor dua" that make it a place; behind a noun it is that thing's number."""
_AT_LEAST = frozenset("minimal setidaknya setidak-tidaknya sedikitnya paling sekurang-kurangnya".split())
"""Words that set a rank as the least that is wanted: "minimal tiga besar", "paling tidak juara dua"."""
_SHORTLISTS = ("big", "shortlisted", "chosen")
_REACHED = frozenset("berhasil sukses telah sudah resmi pernah".split())
_LATER = frozenset({"target", "targetnya", "sasaran", "impian", "nanti", "ditargetkan", "menjadi target", "diharapkan"})
_NEAR, _FAR, _AFTER, _WANTED = 2, 14, 4, 3


class _Place(NamedTuple):
    """A value with the units [start, end) that print it."""

    value: int
    start: int
    end: int


class _Said(NamedTuple):
    kind: str
    value: int
    of: int | None
    hoped: bool
    span: Span
    pattern: str


def ranks(story: Story) -> tuple[Rank, ...]:
    """The ranks of the story, in order; a place that one reaches and another hopes for is two facts."""
    said: list[_Said] = []
    behind = 0
    for match in _longest(story.matches.get("ranks", [])):
        if match.start >= behind:
            places = [] if _denied(story, match.start) else list(_places(story, match))
            said.extend(_told(story, match, places))
            behind = max([behind, *(place.end for place in places)])
    said.extend(_columns(story))
    return _facts(said)


def _longest(matches: Iterable[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (match.start, -match.end))


def _facts(said: list[_Said]) -> tuple[Rank, ...]:
    by_key: dict[tuple[str, int, int | None, bool], list[_Said]] = {}
    for one in sorted(said, key=lambda one: one.span):
        by_key.setdefault((one.kind, one.value, one.of, one.hoped), []).append(one)
    for kind, value, of, hoped in list(by_key):
        if of is not None and (kind, value, None, hoped) in by_key:
            by_key[kind, value, of, hoped] += by_key.pop((kind, value, None, hoped))
    return tuple(sorted(map(_fact, by_key.values()), key=lambda rank: rank.spans))


def _fact(group: list[_Said]) -> Rank:
    first = group[0]
    modality = "hoped" if first.hoped else "actual"
    return Rank(
        first.kind,
        first.value,
        max((one.of for one in group if one.of), default=None),
        modality,
        tuple(sorted(one.span for one in group)),
        first.pattern,
    )


def _told(story: Story, match: Match, places: list[_Place]) -> Iterator[_Said]:
    kind = "shortlist" if match.pattern.like in _SHORTLISTS else "place"
    for index, place in enumerate(places):
        of, end = _of(story, match, place) if len(places) == 1 else (None, place.end)
        start = match.start if index == 0 else place.start
        hoped = _hoped(story, match.start, end)
        yield _Said(kind, place.value, of, hoped, story.units.offsets(start, end), match.pattern.name)


def _places(story: Story, match: Match) -> Iterator[_Place]:
    """The value that a match prints, and those that go on from it."""
    first = _first(story, match)
    if first is None or not _plausible(story, match, first):
        return
    yield first
    if match.pattern.like != "place":
        return
    last: _Place | None = first
    while last is not None:
        following = _next(story, last.end, last) or _further(story, last)
        if following is not None:
            yield following
        last = following


def _first(story: Story, match: Match) -> _Place | None:
    if (said := match.pattern.says.get("value")) is not None:
        return _Place(said, match.start, match.end)
    if match.pattern.like == "runner_up":
        beyond = [value for unit in range(match.start, match.end) if (value := _value(story, unit))]
        return _Place(1 + (beyond[0] if beyond else 1), match.start, match.end)
    for unit in range(match.start, match.end):
        value = _value(story, unit)
        if value is not None:
            return _Place(value, unit, match.end)
    return None


def _next(story: Story, at: int, last: _Place) -> _Place | None:
    """The next of several values ("1, 2 dan 3", "pertama dan kedua"), which is larger than the last."""
    words = story.units.words
    start = at
    while at < len(words) and at - start < _NEAR and words[at] in _JOINERS:
        at += 1
    if at == start or at >= len(words):
        return None
    value = _value(story, at)
    if value is None or not last.value < value <= _HIGHEST:
        return None
    printed = words[at].isdigit() or at in story.units.quantities
    behind = words[at + 1] if at + 1 < len(words) else "."
    if printed and behind not in _OPEN and not story.units.has(at + 1, "level_words"):
        return None
    return _Place(value, at, at + 1)


def _further(story: Story, last: _Place) -> _Place | None:
    """The next ordinal that goes on without its head: "Juara pertama diraih A, kedua B dan ketiga C"."""
    units = story.units
    if not units.has(last.start if last.end == last.start + 1 else last.end - 1, "ordinals"):
        return None
    _, end = units.sentence(last.start)
    for unit in range(last.end + 1, min(end - 1, last.end + _FAR)):
        if units.has(unit, "rank_heads") or units.has(unit, "runners_up"):
            return None
        if units.has(unit, "ordinals") and units.words[unit - 1] in _GOING_ON:
            value = int(story.value(unit, "ordinals"))
            named = units.said(unit + 1, unit + 2)[0].isupper() or units.words[unit + 1] in _TAKEN
            return _Place(value, unit, unit + 1) if value == last.value + 1 and named else None
    return None


def _value(story: Story, unit: int) -> int | None:
    """The number that a unit prints: an ordinal, a Roman numeral in capitals, or a whole number."""
    units = story.units
    if units.has(unit, "ordinals"):
        return int(story.value(unit, "ordinals"))
    quantity = units.quantities.get(unit)
    word = units.words[unit]
    if quantity is not None:
        wanted = quantity.bound == "at_least" and unit and units.words[unit - 1] in _AT_LEAST
        return quantity.value if isinstance(quantity.value, int) and (quantity.bound == "exact" or wanted) else None
    if unit and units.words[unit - 1] in _NUMBERING:
        return UNITS.get(word, TEENS_AND_MORE.get(word)) or _in_figures(word)
    if len(word) <= 4 and word.upper().rstrip(".") in _ROMAN:
        return _ROMAN.get(units.said(unit, unit + 1).rstrip("."))
    return _in_figures(word)


def _in_figures(word: str) -> int | None:
    return int(word) if len(word) <= 3 and word.isascii() and word.isdigit() else None


def _plausible(story: Story, match: Match, place: _Place) -> bool:
    units = story.units
    behind = units.words[match.end] if match.end < len(units.words) else "."
    before = units.words[match.start - 1] if match.start else ""
    if not 1 <= place.value <= _HIGHEST or _below(story, match.end):
        return False
    if match.pattern.like == "place":
        return _is_place(story, match, place, behind)
    if match.pattern.like == "runner_up":
        return True
    if match.pattern.like == "number_nth":
        return before in _NUMBERED or _stands_alone(story, match) or _names_level(story, match)
    if match.pattern.like in _SHORTLISTS:
        return place.value > 1 and behind not in ("lain", "lainnya") and before not in ("rp", "rp.")
    if match.pattern.like == "number_one" and not _names_level(story, match):
        return False
    return not units.has(max(match.start - 1, 0), "rank_heads")


def _names_level(story: Story, match: Match) -> bool:
    """Whether the level or the whole region of a rank stands at the end of a match or behind: "nomor 2 se-Jatim"."""
    units = story.units
    last = range(match.end - 1, min(match.end + 1, len(units.words)))
    return any(units.has(unit, "level_words") or units.words[unit].startswith(("se-", "se ")) for unit in last)


def _stands_alone(story: Story, match: Match) -> bool:
    """Whether signs stand on both sides of a match: "Kota Kupang di bawah kami, nomor tiga."."""
    tags, end = story.units.tags, match.end
    return bool(match.start) and tags[match.start - 1] == "mark" and (end == len(tags) or tags[end] == "mark")


def _below(story: Story, unit: int) -> bool:
    return unit < len(story.units.words) and story.units.has(unit, "from_below")


def _is_place(story: Story, match: Match, place: _Place, behind: str) -> bool:
    units = story.units
    figure = not units.has(place.start, "ordinals") and units.words[place.start].upper().rstrip(".") not in _ROMAN
    head = units.words[match.start]
    if behind == "besar" or (head == "tempat" and figure):
        return False
    if figure and head.endswith("pemenang"):
        return behind in _OPEN
    if figure and behind == "kategori" and _names_category(units, match.end + 1):
        return True
    if figure and behind in _COUNTED:
        return behind == "tahun" and match.end + 1 < len(units.words) and units.has(match.end + 1, "year")
    if head == "posisi" and figure and units.words[place.start].isdigit():
        return behind in _OPEN or units.has(min(match.end, len(units.words) - 1), "level_words")
    return behind not in ("kali", "kalinya")


def _names_category(units: Units, unit: int) -> bool:
    """Whether the words behind "kategori" say which one: "juara satu kategori usaha besar", not "dua kategori"."""
    return unit < len(units.words) and units.words[unit] not in _OPEN and units.words[unit] not in _SEVERAL


def _of(story: Story, match: Match, place: _Place) -> tuple[int | None, int]:
    """Out of how many ("dari 50 kota", "Dari 17 kabupaten ... lima besar"), and the unit behind what says it."""
    units = story.units
    first, last = units.sentence(match.start)
    for unit in range(place.end, min(last - 1, place.end + 5)):
        if units.words[unit] == "dari":
            at = unit + 2 if units.words[unit + 1] in ("total", "sekitar", "antara") else unit + 1
            value = _first_figure(story, at) if at < last else None
            return (value, at + 1) if value is not None and value > place.value else (None, place.end)
        if units.tags[unit] == "mark":
            break
    if match.pattern.like in _SHORTLISTS:
        for unit in range(match.start - 2, max(first, match.start - _FAR) - 1, -1):
            value = _value(story, unit + 1) if units.words[unit] == "dari" else None
            if value is not None and value > place.value and units.words[unit + 2] in _RANKED:
                return value, place.end
    return None, place.end


def _first_figure(story: Story, unit: int) -> int | None:
    """The number that a unit prints or begins with, as "50 kota" may be a region's name."""
    said = story.units.words[unit].split()
    return int(said[0]) if len(said) > 1 and said[0].isdigit() else _value(story, unit)


def _denied(story: Story, start: int) -> bool:
    """Whether a rank is said not to be reached ("gagal meraih", "belum pernah"), and nothing of "tidak hanya"."""
    units = story.units
    found = cue(story, start, "denial", _AFTER)
    if found is None or "," in units.words[found.unit : start] or units.words[max(found.unit - 1, 0)] == "paling":
        return False
    return units.words[found.unit + 1] not in ("hanya", "saja", "sekadar", "cuma", "lagi", "lain")


def _hoped(story: Story, start: int, end: int) -> bool:
    """Whether a rank is hoped for: a cue before it with nothing reached between, or one right behind it."""
    units = story.units
    if any(word in _AT_LEAST for word in units.words[max(start - _WANTED, units.sentence(start)[0]) : start]):
        return True
    found = cue(story, start, "hope", _FAR)
    while found is not None and _is_name(story, found.unit):
        found = cue(story, found.unit, "hope", _FAR)
    if found is not None:
        reached = [unit for unit in range(found.unit + _NEAR, start) if units.words[unit].split()[0] in _REACHED]
        return not reached
    _, last = units.sentence(start)
    after = units.words[end : min(end + _AFTER, last)]
    return any(word in _LATER for word in after) and units.words[start] != "urutan"


def _is_name(story: Story, unit: int) -> bool:
    """Whether a word of hope is a name: Kelurahan Bila."""
    first, _ = story.units.sentence(unit)
    return unit > first and story.units.said(unit, unit + 1)[0].isupper() and story.units.tags[unit - 1] != "mark"


def _columns(story: Story) -> Iterator[_Said]:
    """The places in the cells of a table's column that is headed by a rank head alone."""
    units = story.units
    heads = units.of("rank_heads") if "|" in story.article.text else []
    for head in heads:
        first, last = units.sentence(head)
        cells = _cells(units, first, last)
        column = next((index for index, cell in enumerate(cells) if cell == (head, head + 1)), None)
        if column is None or len(cells) < _NEAR:
            continue
        while last < len(units.words):
            first, last = units.sentence(last)
            cells = _cells(units, first, last)
            if len(cells) <= column or len(cells) < _NEAR:
                break
            start, end = cells[column]
            if start < end and units.has(start, "rank_heads"):
                break
            value = _value(story, start) if end == start + 1 else None
            if value is not None and value <= _HIGHEST:
                yield _Said("place", value, None, False, units.offsets(start, end), "ranks.place")


def _cells(units: Units, first: int, last: int) -> list[tuple[int, int]]:
    """The units [start, end) of the cells of a table's row, which "|" parts."""
    bars = [first - 1, *(unit for unit in range(first, last) if units.words[unit] == "|"), last]
    return [(start + 1, end) for start, end in pairwise(bars)]
