"""Protection: whether the people of a headcount are covered, not yet, to be covered, or a whole of which some are.

The words that say so are in patterns/vocabulary/count_cues.txt. The nearest one counts, in the clause and between the
headcounts before and behind; a word of planning or denial before a covering verb turns it ("akan mendaftarkan",
"tidak terdaftar"); "dari 12.000 pekerja" is a whole. Headcounts joined by commas and "dan" share their words. Where
nothing is said, a group may say it by its name ("penerima manfaat"), or the headcount before it in the paragraph does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.annotate.surroundings import clause_round, paragraph_at, sentence_round
from extractor.annotate.worker_counts.antecedents import is_row, returns_to_whole
from extractor.annotate.worker_counts.chains import chains
from extractor.annotate.worker_counts.groups import phrase_in, phrases_in
from extractor.annotate.worker_counts.headcounts import OF_THEM, TABLE, Headcount
from extractor.annotate.worker_counts.remainders import LAST_LISTED, is_last_listed
from extractor.annotate.worker_counts.security import mentions_security
from extractor.annotate.worker_counts.sums import share_sums

_COMMA_COSTS = 2
_TURN_REACH, _PURPOSE_REACH = 6, 14
_PURPOSES = frozenset(("guna", "untuk", "demi", "buat"))
"""What joins a covering verb to one of planning before it: "menyiapkan Rp18 miliar dana Otsus guna melindungi"."""
_BETWEEN_PARTITIVE = frozenset(
    ("total", "jumlah", "sekitar", "seluruh", "sebanyak", "sejumlah", "keseluruhan", "potensi")
)
_NO_PARTITIVE = frozenset(
    ("satu", "bagian", "terdiri", "terdiri atas", "naik", "meningkat", "bertambah", "berasal", "salah satu")
)
_ONLY = frozenset(("baru", "cuma", "hanya"))
_POINTING = frozenset(("itu", "tersebut", "mereka", "semuanya", "seluruhnya", "ketiganya", "semua", "seluruh"))
_PLANNING = frozenset(("plan", "target"))
_NUMBERING = frozenset(("jumlahnya", "berjumlah", "sebanyak", "sejumlah"))
"""What begins a clause of its own: "meminta dinas memadankan data PBI JK yang jumlahnya 268.911 jiwa"."""
_FIT = frozenset(("layak", "berhak", "berpotensi", "potensial"))
_GROWING = frozenset(("bertambah", "naik", "meningkat", "melonjak", "turun", "berkurang", "menurun"))
_LAID_OFF = frozenset(("phk", "di-phk", "ter-phk", "dirumahkan", "diberhentikan"))
_BECOMING = frozenset(("menjadi", "jadi", "ke"))
_WILL = frozenset(("akan", "bakal", "segera"))
_ALL = frozenset(("semuanya", "seluruhnya", "mereka", "semua", "seluruh"))
_BY_NAME = {"member": "covered", "candidate": "target", "workforce": "total"}
_DONE = frozenset(("sudah", "telah"))
_SENTENCES_BACK = 2
_ROWS_BACK = 6
_SILENT = frozenset(("denied", "courtesy"))
_ADDING = frozenset(("dan", "tetapi", "tapi", "namun", "padahal"))
_SHARE_REACH = 7
_TO_WHOLE = 4
"""Units from a part's number to that of its whole: "98.000 dari total 280.000"."""
_ELIGIBLE = frozenset(("layak", "berhak", "berpotensi", "potensial", "wajib", "seharusnya", "semestinya", "harus"))
_OWN = frozenset(("kami", "kita", "perusahaan", "perseroan"))
_ACTIVE = frozenset(("aktif", "peserta aktif", "kepesertaan aktif"))
_UNSAID = frozenset(("plan", "uncovered"))
"""What no word before "peserta aktif" says of them: "bila Desember peserta aktif 14.906, kini tersisa 12.211"."""
_WEAK = frozenset(("whole", "sum", "done", "member", "money"))


class _Cue(NamedTuple):
    value: str
    unit: int
    cost: int
    comma: bool


def protection(story: Story, counts: Sequence[Headcount]) -> list[str | None]:
    """The status of each headcount: covered, uncovered, target, total or None."""
    statuses: list[str | None] = []
    for chain in chains(story, counts):
        said = [_said(story, counts, index, chain) for index in chain]
        shared = next((status for status in said if status not in (None, "total")), None)
        statuses += [status or shared for status in said]
    _carry_over(story, counts, statuses)
    for index, count in enumerate(counts):
        statuses[index] = _of_no_members(story, count, statuses[index])
    share_sums(counts, statuses)
    if not mentions_security(story):
        return [status if status == "total" else None for status in statuses]
    return [
        "target" if status == "covered" and _is_later(story, count) else status
        for count, status in zip(counts, statuses, strict=True)
    ]


def _of_no_members(story: Story, count: Headcount, status: str | None) -> str | None:
    """The status of workers of whom little is said: those laid off have none, those that there are, are a whole."""
    words = story.units.words
    first, last = clause_round(story, count.unit)
    if status == "covered" and not _LAID_OFF.isdisjoint(words[first:last]):
        return None
    there = count.group.kind in ("worker", "workforce") and words[count.unit - 1] in ("ada", "terdapat")
    return "total" if status is None and there else status


def _said(story: Story, counts: Sequence[Headcount], index: int, chain: list[int]) -> str | None:
    """What the words round one headcount say of it."""
    count = counts[index]
    if count.said:
        return count.said
    first, last = clause_round(story, count.unit)
    start = max(first, counts[chain[0] - 1].end if chain[0] else 0)
    end = min(last, counts[chain[-1] + 1].unit if chain[-1] + 1 < len(counts) else last)
    if count.group.kind == "workforce":
        start = max(start, min(count.group.start, count.unit))
    if count.group.kind != "candidate" and _is_partitive(story, count, first):
        share = any(story.units.has(unit, "percent") for unit in range(max(first, count.unit - 4), count.unit))
        return (None if share else _behind_yang(story, count, end)) or "total"
    left = _before(story, count, start)
    right = [*_behind(story, count, end), *_behind_whole(story, counts, index, last)]
    if count.group.kind == "member" and not _ACTIVE.isdisjoint(story.units.words[count.group.start : count.group.end]):
        left = [cue for cue in left if cue.value not in _UNSAID]
    if any(cue.value in _PLANNING for cue in left):
        right = [cue for cue in right if cue.unit != count.end or story.units.words[cue.unit] not in LAST_LISTED]
    strong = min((cue for cue in (*left, *right) if cue.value not in _WEAK), key=lambda cue: cue.cost, default=None)
    if strong in right and _is_complement(story, strong, count):
        strong = min((cue for cue in left if cue.value == "covered"), key=lambda cue: cue.cost, default=strong)
    if strong is not None and not (strong in right and _is_kept_apart(left, strong)):
        return _turned(story, strong, count.end if strong in right else first, end)
    by_name = _by_name(story, count)
    if by_name == "target":
        return by_name
    if _has_only(story, counts, index) or _is_returned_to(story, counts, index):
        return "total"
    if by_name:
        return by_name
    weak = (cue for cue in (*left, *right) if cue.value in _WEAK)
    return _weakly_said(story, counts, index, min(weak, key=lambda cue: cue.cost, default=None))


def _is_complement(story: Story, cue: _Cue | None, count: Headcount) -> bool:
    """Whether a word right behind a group belongs to the verb before it: "akan mendaftarkan 50 marbot jadi peserta"."""
    return cue is not None and cue.unit == count.end and story.units.words[cue.unit] in _BECOMING


def _by_name(story: Story, count: Headcount) -> str | None:
    """What a group says by its name: "penerima manfaat" are covered, "angkatan kerja" are a whole."""
    members = any(cue == "member" for cue, _ in phrases_in(story, "count_cues", count.group.start, count.group.end))
    return _BY_NAME.get(count.group.kind) or ("covered" if members else None)


def _weakly_said(story: Story, counts: Sequence[Headcount], index: int, cue: _Cue | None) -> str | None:
    """What a word says that only counts where no other does; a sum leaves it to its parts before it."""
    count = counts[index]
    if cue is None:
        behind = story.units.words[count.end] if count.end < len(story.units.words) else ""
        own = count.group.kind == "worker" and behind in _OWN
        return "total" if own or story.units.words[count.unit - 1] == "dengan" else None
    if cue.value == "sum":
        parts = index and paragraph_at(story, counts[index - 1].unit) == paragraph_at(story, count.unit)
        return None if parts or _sums_up_what_is_said(story, count, cue) else "total"
    if cue.value == "whole":
        covered = _all_are_covered(story, count) or _sums_up_what_is_said(story, count, cue)
        return "covered" if covered else "total"
    return "covered"


def _sums_up_what_is_said(story: Story, count: Headcount, cue: _Cue) -> bool:
    """Whether a sum is of those of whom the sentence before speaks: "Guru mengaji mulai dijamin. Totalnya 7.904"."""
    behind_own = story.units.words[cue.unit] in ("totalnya", "jumlahnya") and cue.unit < count.unit <= cue.unit + 2
    return behind_own and _said_before(story, count) == "covered"


def _all_are_covered(story: Story, count: Headcount) -> bool:
    """Whether what follows says so of all: "mempekerjakan 740 karyawan. Seluruhnya sudah didaftarkan"."""
    units = story.units
    _, last = sentence_round(story, count.unit)
    if not _ALL.isdisjoint(units.words[count.end : last]):
        return any(cue in ("covered", "member") for cue, _ in phrases_in(story, "count_cues", count.end, last))
    return _said_next(story, count, _ALL) == "covered"


def _is_kept_apart(left: Sequence[_Cue], strong: _Cue) -> bool:
    """Whether "jumlah" before a number keeps a word behind a comma from it: "Jumlah pekerja 118 ribu, yang
    terlindungi".
    """
    plain = all(cue.value in _WEAK for cue in left)
    return strong.comma and plain and any(cue.value in ("whole", "sum") for cue in left)


def _has_only(story: Story, counts: Sequence[Headcount], index: int) -> bool:
    """Whether what follows is but a part: "ada 1.100 lebih, baru 640 didaftarkan", "3,1 juta, yang ikut baru 15%"."""
    units, count = story.units, counts[index]
    _, last = sentence_round(story, count.unit)
    if _share_behind(story, count.end, counts[index + 1].unit if index + 1 < len(counts) else last):
        return True
    behind = counts[index + 1].unit if index + 1 < len(counts) else last
    if behind >= last:
        behind = next((unit for unit in range(count.end, last) if units.has(unit, "percent")), last) - 1
    return behind < last - 1 and not _ONLY.isdisjoint(units.words[max(count.end, behind - 3) : behind])


def _is_returned_to(story: Story, counts: Sequence[Headcount], index: int) -> bool:
    """Whether what follows takes a part from a number: "412 ribu pekerja, 388 ribu di antaranya terdaftar", "Ada 196
    ribu pekerja. Dari jumlah itu ...".
    """
    units = story.units
    _, last = sentence_round(story, counts[index].unit)
    if returns_to_whole(story, last):
        return True
    part = counts[index + 1].unit if index + 1 < len(counts) else last
    return part + 1 < last and units.has(part + 1, "of_them")


def _before(story: Story, count: Headcount, start: int) -> list[_Cue]:
    """The words of protection before a number, each with its distance; a comma makes it longer."""
    words, found, cost, comma = story.units.words, list[_Cue](), 0, False
    for unit in range(count.unit - 1, start - 1, -1):
        comma = comma or words[unit] == ","
        cost += 1 + (_COMMA_COSTS if words[unit] == "," else 0)
        cue = phrase_in(story, unit, "count_cues", count.unit)
        if cue and cue[0] not in _SILENT and not is_last_listed(story, unit) and not _points(cue, words):
            found.append(_Cue(cue[0], unit, cost, comma))
        if words[unit] == "yang" and words[unit + 1] in _NUMBERING:
            break
    return found


def _points(cue: tuple[str, int], words: Sequence[str]) -> bool:
    """Whether a word for a whole but points back to one that grew: "jumlah itu bertambah dari 7.200 orang"."""
    pointer, verb = words[cue[1] : cue[1] + 2] if cue[1] + 1 < len(words) else ("", "")
    return cue[0] == "whole" and pointer in _POINTING and verb in _GROWING


def _behind(story: Story, count: Headcount, end: int) -> list[_Cue]:
    """The words of protection behind a group; behind a comma only those that say it themselves and of no share."""
    words, found, cost, comma, unit = story.units.words, list[_Cue](), 0, False, count.end
    end = _share_behind(story, count.end, end) or end
    share = next((at for at in range(end - 1, count.end, -1) if story.units.has(at, "percent")), 0)
    while unit < end:
        if words[unit] in _ADDING and words[unit + 1 : unit + 2] == ["yang"]:
            break
        comma = comma or words[unit] == ","
        cost += 1 + (_COMMA_COSTS if words[unit] == "," else 0)
        cue = phrase_in(story, unit, "count_cues", end)
        if (
            cue
            and cue[0] not in _SILENT
            and not is_last_listed(story, unit)
            and not (comma and (cue[0] in _WEAK or unit < share))
        ):
            found.append(_Cue(cue[0], unit, cost, comma))
        unit = cue[1] if cue else unit + 1
    return found


def _behind_whole(story: Story, counts: Sequence[Headcount], index: int, last: int) -> list[_Cue]:
    """The words of protection behind the whole that a number is taken from: "98.000 dari 280.000 pekerja terdaftar"."""
    if index + 1 >= len(counts) or not counts[index].unit < counts[index + 1].unit <= counts[index].unit + _TO_WHOLE:
        return []
    whole, beyond = counts[index + 1], index + 2
    if not _is_partitive(story, whole, counts[index].unit):
        return []
    return _behind(story, whole, min(last, counts[beyond].unit if beyond < len(counts) else last))


def _share_behind(story: Story, start: int, end: int) -> int | None:
    """Where a share begins that units [start, end) add to a number, and to which what follows belongs: "1.200 penambang
    dan tidak sampai 10 persen yang terdaftar".
    """
    units = story.units
    percent = next((unit for unit in range(start, end) if units.has(unit, "percent")), None)
    if percent is None:
        return None
    first = max(start, percent - _SHARE_REACH)
    return next((unit for unit in range(first, percent) if units.words[unit] in _ADDING), None)


def _turned(story: Story, cue: _Cue, first: int, end: int) -> str:
    """What a word says once the words before it, in units [first, end), have turned it."""
    if cue.value == "plan":
        return "target"
    if cue.value == "uncovered" and _is_planned_behind(story, cue.unit + 1, end):
        return "target"
    if cue.value != "covered":
        return cue.value
    if story.units.words[cue.unit - 1] in _FIT:
        return "total"
    reach = _PURPOSE_REACH if story.units.words[cue.unit - 1] in _PURPOSES else _TURN_REACH
    for unit in range(cue.unit - 1, max(first, cue.unit - reach) - 1, -1):
        before = phrase_in(story, unit, "count_cues", cue.unit)
        if before and before[0] == "done":
            return "covered"
        if before and before[0] in ("plan", "target"):
            return "target"
        if (before and before[0] == "uncovered") or (before and before[0] == "denied" and cue.unit - unit <= 2):
            return "uncovered"
    return "covered"


def _is_planned_behind(story: Story, start: int, end: int) -> bool:
    """Whether units [start, end) say that those not covered will be: "yang belum punya kartu akan kami daftarkan"."""
    words = story.units.words
    plan = next((unit for unit in range(start, end) if words[unit] in _WILL), end)
    return any(cue == "covered" for cue, _ in phrases_in(story, "count_cues", plan, end))


def _is_partitive(story: Story, count: Headcount, first: int) -> bool:
    """Whether a headcount is the whole that others are taken from: "dari 12.000 pekerja", "dari total 400 ribu
    buruh".
    """
    words = story.units.words
    unit = story.units.unit_of[count.quantity.bound_start] - 1
    while unit > first and words[unit] in _BETWEEN_PARTITIVE:
        unit -= 1
    if unit < first or words[unit] != "dari":
        return False
    behind = {words[at] for at in (count.unit + 1, count.end) if at < len(words)}
    return not (unit > first and words[unit - 1] in _NO_PARTITIVE) and behind.isdisjoint(_BECOMING)


def _behind_yang(story: Story, count: Headcount, end: int) -> str | None:
    """What a clause right behind the group says of a whole: "dari 118.264 pekerja yang diusulkan"."""
    words = story.units.words
    if count.end >= end or words[count.end] != "yang":
        return None
    if words[count.end + 1] in _ELIGIBLE:
        return None
    for unit in range(count.end + 1, min(end, count.end + 4)):
        cue = phrase_in(story, unit, "count_cues", end)
        if cue and cue[0] not in _WEAK:
            return _turned(story, _Cue(cue[0], unit, 0, comma=False), count.end, unit + 1)
    return None


def _carry_over(story: Story, counts: Sequence[Headcount], statuses: list[str | None]) -> None:
    """Give a headcount of which its sentence says nothing the status of the one before it in its paragraph, or what the
    sentences before it say, or the next one about "mereka".
    """
    for index, count in enumerate(counts):
        if statuses[index] is not None:
            continue
        before = counts[index - 1] if index else None
        near = before is not None and (
            paragraph_at(story, before.unit) == paragraph_at(story, count.unit) or _are_rows(story, before, count)
        )
        if near and statuses[index - 1] not in (None, "total"):
            statuses[index] = statuses[index - 1]
        else:
            whole = "total" if count.pattern == OF_THEM else None
            statuses[index] = _said_before(story, count) or _said_next(story, count, _POINTING) or whole


def _are_rows(story: Story, before: Headcount, count: Headcount) -> bool:
    """Whether two headcounts stand in rows of one table or in sentences that follow each other."""
    if before.pattern == count.pattern == TABLE:
        return True
    _, end = sentence_round(story, before.unit)
    return before.pattern == count.pattern and sentence_round(story, count.unit)[0] == end


def _said_before(story: Story, count: Headcount) -> str | None:
    """What the sentences shortly before a headcount say of protection."""
    first, _ = sentence_round(story, count.unit)
    limit = paragraph_at(story, max(0, paragraph_at(story, count.unit)[0] - 1))[0]
    row = count.pattern == TABLE or is_row(story, count.unit)
    if row:
        limit = 0
    for _ in range(_ROWS_BACK if row else _SENTENCES_BACK):
        if first <= limit:
            return None
        end, (first, _) = first, sentence_round(story, first - 1)
        said = _last_said(story, first, end)
        if said:
            return said
    return None


def _last_said(story: Story, first: int, end: int) -> str | None:
    """The last word of protection in units [first, end), turned by those before it."""
    for unit in range(end - 1, first - 1, -1):
        cue = phrase_in(story, unit, "count_cues", end)
        if cue and cue[0] in ("covered", "uncovered", "target") and not is_last_listed(story, unit):
            return _turned(story, _Cue(cue[0], unit, 0, comma=False), first, unit + 1)
        if cue and cue[0] == "member":
            return "covered"
    return None


def _said_next(story: Story, count: Headcount, pointing: frozenset[str]) -> str | None:
    """What the next sentence says where it points back: "seluruh peternak itu sudah didaftarkan"."""
    units = story.units
    _, first = sentence_round(story, count.unit)
    if first >= len(units.words) or first >= paragraph_at(story, count.unit)[1]:
        return None
    _, end = sentence_round(story, first)
    return None if pointing.isdisjoint(units.words[first:end]) else _last_said(story, first, end)


def _is_later(story: Story, count: Headcount) -> bool:
    """Whether a headcount's clause names a year after the story's own, and nothing in it is done."""
    published = story.article.published
    if not published:
        return False
    units = story.units
    first, last = clause_round(story, count.unit)
    later = any(units.has(unit, "year") and units.words[unit][:4] > published[:4] for unit in range(first, last))
    return later and not any(word in _DONE for word in units.words[first:last])
