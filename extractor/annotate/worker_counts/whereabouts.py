"""Whereabouts: the region that a headcount is for.

In this order: a region right behind the group ("568.373 tenaga kerja di Provinsi Jambi"), the nearest before the
number since the last headcount ("Kota Sorong mengcover 1.250 ketua RT", a row's head), one that the sentence points
back to ("di nagari itu", "pemprov sendiri"), one elsewhere in the sentence, the jurisdiction of the official whose
words they are, the last one named before in the paragraph, the one that the story names most; none of the last three
where the workers are a company's or the figure is too large for a region. A district or village counts only where it
stands right at the number, or where the story is about it. None: a figure of the whole country, a story of no region.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from extractor.annotate.officials.speakers import Speakers
from extractor.annotate.regions import Mention
from extractor.annotate.story import Story
from extractor.annotate.surroundings import paragraph_round, sentence_round
from extractor.annotate.worker_counts.groups import phrase_in, phrases_in
from extractor.annotate.worker_counts.headcounts import EACH, TABLE, Headcount
from extractor.facts import Official
from extractor.gazetteer import gazetteer
from extractor.patterns.vocabulary import vocabulary

_BEHIND = 5
_AT = 2
"""Units between a number or group and a district or village that it is for."""
_UPPER = 5
"""The length of a regency's code, as _DISTRICT of a district's: longer ones are districts and villages."""
_DISTRICT = 8
_COUNTRY = frozenset(("indonesia", "nasional", "tanah"))
_BEFORE_COUNTRY = frozenset(("di", "se", "seluruh", "secara", "untuk", "skala"))
_GOVERNMENTS = ("government", "office")
_GOVERNMENT_WEIGHT = 3
_CAPITAL = "31"
_POINTING = 2
_WE, _OWN_REACH = frozenset(("kita", "kami")), 3
_EACH_REACH = 5
_RELATIVE = 5
"""Units from a village to a number that a clause with "yang" says of it: "Desa Penyak, yang dikelola 76 pekerja"."""
_MOST_OF_VILLAGE = 300
_JOINTS = frozenset((",", "dan", "serta"))
_IN_LISTS = _JOINTS | {"kabupaten", "kota", "kab", "kab."}
_SEVERAL = frozenset(("daerah", "wilayah", "kabupaten", "kota", "kabupaten/kota", "kecamatan", "desa", "provinsi"))
_POINTERS = frozenset(("itu", "tersebut", "ini"))
_NAMED = "named"
_PARTING = frozenset((*", yang dan serta atau hingga maupun sedangkan sementara lalu disusul".split(), "terdiri atas"))
_LISTING = frozenset((*"yakni yaitu rinciannya meliputi terdiri rincian masing-masing".split(), "terdiri atas"))
_LISTING_REACH = 3
_LIGHT = frozenset(", saja ada terdapat misalnya sendiri sebanyak sekitar baru masih juga sudah".split())
"""Words that keep no number from the place before them: "di Desa Kabuau saja, ada 400 buruh"."""
_EMPLOYING = frozenset(("mempekerjakan", "memperkerjakan"))
_HAVING = frozenset(("memiliki", "punya", "mempunyai", "dengan"))
_MOST_OF_REGENCY, _MOST_OF_PROVINCE, _LARGE = 2_000_000, 30_000_000, 100_000
"""More people than work in the largest kabupaten, in the largest province, in most regions."""


class Whereabouts:
    """The regions of a story, asked for one headcount after the other."""

    def __init__(self, story: Story, places: Sequence[Mention], holders: Sequence[Official]) -> None:
        self._story, self._speakers = story, Speakers(story, holders)
        self._places = [place for place in places if place.how not in ("branch", "dateline")]
        self._starts = [place.start for place in self._places]
        self._main = _main_region(self._places)

    def region(self, count: Headcount, start: int, end: int) -> str | None:
        """The code of the region that a headcount is for; `start` and `end` are where its neighbours in the text
        stand.
        """
        first, last = sentence_round(self._story, count.unit)
        if count.pattern == TABLE:
            return self._row(count.unit)
        if self._is_national(first, last) or self._is_of_several(first, count.unit):
            return None
        if self._is_of_list(count.unit, max(first, start)):
            return None
        paragraph, _ = paragraph_round(self._story, count.unit)
        if count.pattern == EACH:
            return self._of_two(count.unit, first, 2)
        if self._is_second_of_two(count, start, first):
            return self._of_two(count.unit, first, 1)
        return (
            self._behind(count, min(end, last))
            or self._at(count.start, max(first, start))
            or self._own(count.unit, max(first, start))
            or self._before(count.start, max(first, start))
            or self._pointed_at(count, first, min(end, last))
            or self._before(count.start, first)
            or self._elsewhere(count, first, end, last)
            or self._of_story(count, first, paragraph)
        )

    def _of_two(self, unit: int, first: int, back: int) -> str | None:
        """The last region of a sentence or the one before it: "Kota A dan Kabupaten B, masing-masing 2.000 dan 3.500
        pekerja".
        """
        named = self._between(first, unit)
        return named[-back].code if len(named) > 1 else None

    def _is_second_of_two(self, count: Headcount, start: int, first: int) -> bool:
        """Whether "masing-masing" and another number lead to a headcount that no region stands beside."""
        words = self._story.units.words
        each = next((unit for unit in range(count.unit - 1, first, -1) if words[unit] == "masing-masing"), None)
        if each is None or start <= first or words[count.unit - 1] != "dan" or count.unit - each > _EACH_REACH:
            return False
        return len(self._between(first, each)) > 1 and not self.names_between(each, count.unit + 1)

    def _own(self, unit: int, start: int) -> str | None:
        """The region of the official who says "kita baru 2.300" behind another region's number."""
        if _WE.isdisjoint(self._story.units.words[max(start, unit - _OWN_REACH) : unit]):
            return None
        spoken = self._speakers.of(unit)
        return spoken.jurisdiction if spoken else None

    def _elsewhere(self, count: Headcount, first: int, end: int, last: int) -> str | None:
        """A region elsewhere in the sentence; of a whole, none of its parts'."""
        if not _LISTING.isdisjoint(self._story.units.words[count.end : min(last, count.end + _LISTING_REACH)]):
            return None
        stop = end if self._is_followed_by_part(end, last) else last
        return self._after(count.end, stop) or self._round(first, last)

    def _is_followed_by_part(self, end: int, last: int) -> bool:
        """Whether the next headcount, at `end`, is a part of this one: "345 ribu PMI, 2.163 di antaranya NTT"."""
        return end + 1 < last and self._story.units.has(end + 1, "of_them")

    def names_between(self, start: int, end: int) -> bool:
        """Whether a region is named in units [start, end)."""
        return bool(self._between(start, end))

    def _is_too_large(self, count: Headcount, first: int) -> bool:
        """Whether a figure must be the country's: more than a kabupaten has, or many, said of a ministry's doing."""
        value = count.quantity.value
        if value >= _MOST_OF_PROVINCE or (value >= _MOST_OF_REGENCY and "." in (self._main or "")):
            return True
        starts = self._story.units.starts
        said = self._story.units.reading.lowers[starts[first] : starts[count.unit]]
        return value >= _LARGE and any(word in vocabulary("nation_words") for word in said)

    def _of_story(self, count: Headcount, first: int, paragraph: int) -> str | None:
        if self._is_too_large(count, first):
            return None
        company = self._company(count, first, paragraph)
        spoken = self._speakers.of(count.unit)
        if spoken and spoken.jurisdiction and company != _NAMED:
            return spoken.jurisdiction
        addressed = self._addressed(count, first, paragraph)
        spoken = None if addressed or company == _NAMED else self._speakers.before(count.unit)
        if spoken and spoken.jurisdiction:
            return spoken.jurisdiction
        if company or addressed:
            return addressed
        named = any(place.code == self._main for place in self._between(paragraph, first))
        return self._main if named else self._before(first, paragraph) or self._main

    def _company(self, count: Headcount, first: int, paragraph: int) -> str | None:
        """What tells that a headcount is of a company's own workers: "perusahaan itu mendaftarkan 480 karyawan"; _NAMED
        where it is the company's name.
        """
        before = self._story.units.words[count.unit - 1]
        if before in _EMPLOYING or (before in _HAVING and self._story.units.words[count.group.start] == "karyawan"):
            return _NAMED
        if count.group.kind not in ("worker", "trade"):
            return None
        start = sentence_round(self._story, first - 1)[0] if first > paragraph else first
        words = [word for word, _ in phrases_in(self._story, "company_words", start, count.unit)]
        return _NAMED if _NAMED in words else next(iter(words), None)

    def _addressed(self, count: Headcount, first: int, paragraph: int) -> str | None:
        """The village that the paragraph went to last, with its address: "Rofina tinggal di Desa Bomari, Kecamatan
        Bajawa. Lalu 23 perajin ikut"; for few people, in a sentence that speaks of no other level.
        """
        last = bisect_left(self._starts, first) - 1
        index = last
        while index > 0 and self._lies_right_behind(index - 1):
            index -= 1
        if index < 0 or self._starts[index] < paragraph or count.quantity.value > _MOST_OF_VILLAGE:
            return None
        if index == last:
            index = self._subject(first, paragraph)
        code = self._places[index].code
        lowest = gazetteer().get(code)
        _, end = sentence_round(self._story, count.unit)
        higher = {level for level, _ in phrases_in(self._story, "level_nouns", first, end)} - {"village"}
        return code if lowest is not None and lowest.level == "village" and not higher else None

    def _subject(self, first: int, paragraph: int) -> int:
        """The first place of a paragraph where all others up to a sentence are what it lies in: "Nagari Selayo,
        Kecamatan Kubung, menjadi nagari ke-41 di Kabupaten Solok"; else the last one.
        """
        start, last = bisect_left(self._starts, paragraph), bisect_left(self._starts, first) - 1
        own = self._places[start].code
        return start if all(own.startswith(place.code) for place in self._places[start : last + 1]) else last

    def _row(self, unit: int) -> str | None:
        """The region whose row of a table a number stands in: the last before it."""
        index = bisect_left(self._starts, unit) - 1
        return self._places[index].code if index >= 0 else self._main

    def _is_national(self, first: int, last: int) -> bool:
        """Whether a sentence speaks of the whole country: "di Indonesia", "secara nasional", "se-Indonesia"."""
        words = self._story.units.words
        return any(
            words[unit] == "se-indonesia" or (words[unit] in _COUNTRY and words[unit - 1] in _BEFORE_COUNTRY)
            for unit in range(first + 1, last)
        )

    def _is_of_several(self, first: int, unit: int) -> bool:
        """Whether a figure is that of several regions at once: "Di tiga daerah itu tercatat 138 ribu tenaga kerja"."""
        units = self._story.units
        return any(
            units.words[at] in _SEVERAL
            and at - 1 in units.quantities
            and units.words[at - 2] == "di"
            and units.words[at + 1] in _POINTERS
            for at in range(first + 2, unit - 1)
        )

    def _is_of_list(self, unit: int, start: int) -> bool:
        """Whether a figure is that of a list of regions before it: "Kota A, B dan Kabupaten C sudah mendaftarkan 29.644
        perangkat desa".
        """
        index = bisect_left(self._starts, unit) - 1
        if index < 1 or self._starts[index - 1] < start:
            return False
        words = self._story.units.words
        if max(len(place.code) for place in self._places[index - 1 : index + 1]) > _UPPER:
            return False
        return self._ends_list(index) and not any(each.startswith("masing") for each in words[start:unit])

    def _ends_list(self, index: int) -> bool:
        """Whether a comma or "dan" joins a region to the one before it, in which it does not lie."""
        place, before = self._places[index], self._places[index - 1]
        joined = set(self._story.units.words[before.end : place.start])
        inside = place.code.startswith(f"{before.code}.") or before.code.startswith(f"{place.code}.")
        return not inside and joined <= _IN_LISTS and not joined.isdisjoint(_JOINTS)

    def _behind(self, count: Headcount, end: int) -> str | None:
        """The region right behind a group, before a comma or another number; a lower one only at once and alone."""
        index = bisect_left(self._starts, count.end)
        if index == len(self._places) or self._starts[index] >= min(end, count.end + _BEHIND):
            return None
        place, words = self._places[index], self._story.units.words
        between = words[count.end : place.start]
        if not _PARTING.isdisjoint(between):
            return None
        if len(place.code) > _UPPER:
            return place.code if len(between) < _AT and self._is_alone(index) else None
        return place.code

    def _is_alone(self, index: int) -> bool:
        """Whether no list goes on behind a region: "di Kecamatan Wajak, Dampit dan Turen"."""
        words, end = self._story.units.words, self._places[index].end
        if end >= len(words) or words[end] in ("dan", "serta", "sampai", "hingga"):
            return end >= len(words)
        listed = index + 1 < len(self._places) and self._places[index + 1].start == end + 1
        return words[end] != "," or not listed or self._lies_right_behind(index)

    def _at(self, unit: int, start: int) -> str | None:
        """The region right before a number or at the head of its sentence, of any level: "Kecamatan Kendawangan (4.115
        orang)", "Desa Penyak menganggarkan iuran 214 nelayan".
        """
        index = bisect_left(self._starts, unit) - 1
        if index < 0 or self._starts[index] < start:
            return None
        first, _ = sentence_round(self._story, unit)
        between = self._story.units.words[self._places[index].end : unit]
        if self._is_where_it_is_said(self._places[index], unit):
            return None
        while index > 0 and self._lies_right_behind(index - 1):
            index -= 1
        if index > 0 and len(self._places[index].code) > _UPPER and self._ends_list(index):
            return None
        village = len(self._places[index].code) > _DISTRICT
        near = len(between) <= _AT or (len(between) <= _RELATIVE and _LIGHT.issuperset(between))
        near = near or (village and len(between) <= _RELATIVE and "yang" in between[:_AT])
        return self._places[index].code if near or self._starts[index] <= first + 1 else None

    def _is_where_it_is_said(self, place: Mention, unit: int) -> bool:
        """Whether a place is but where somebody speaks of the number at a unit: "A di Woha menyebut 1.364 panitia"."""
        units = self._story.units
        said = any(units.has(at, "speech") for at in range(place.end, unit))
        return said and place.start > 0 and units.words[place.start - 1] == "di"

    def _lies_right_behind(self, index: int) -> bool:
        """Whether the next region is the one that this one lies in: "Desa Pelangsian, Kecamatan Mentawa Baru"."""
        place, behind = self._places[index], self._places[index + 1]
        return behind.start - place.end <= _AT and place.code.startswith(f"{behind.code}.")

    def _before(self, unit: int, start: int) -> str | None:
        """The last regency or province before a unit and not before `start`."""
        index = bisect_left(self._starts, unit) - 1
        while index >= 0 and self._starts[index] >= start:
            if len(self._places[index].code) <= _UPPER:
                return self._places[index].code
            index -= 1
        return None

    def _after(self, unit: int, end: int) -> str | None:
        """The first regency or province behind a unit and before `end`, where no official is named first: "ujar Sekda
        Ketapang di Pontianak", "dihadiri Gubernur Jambi".
        """
        index = bisect_left(self._starts, unit)
        while index < len(self._places) and self._starts[index] < end and self._places[index].how != "office":
            if len(self._places[index].code) <= _UPPER:
                return self._places[index].code
            index += 1
        return None

    def _round(self, first: int, last: int) -> str | None:
        """The regency of a district or village in units [first, last)."""
        lower = (place.code for place in self._between(first, last) if len(place.code) > _UPPER)
        return next((code[:_UPPER] for code in lower), None)

    def _spoken_of(self, level: str, unit: int) -> str | None:
        """The region of a level whose official the sentence quotes: "Bupati Dudung mengatakan ... di kabupaten itu"."""
        spoken = self._speakers.of(unit) or self._speakers.before(unit)
        region = gazetteer().get(spoken.jurisdiction) if spoken and spoken.jurisdiction else None
        return region.code if region is not None and region.level == level else None

    def _pointed_at(self, count: Headcount, first: int, end: int) -> str | None:
        """The last region of the level that a word of the sentence stands for: "di nagari itu", "Pemprov sendiri"."""
        named = {unit for place in self._between(first, end) for unit in range(place.start, place.end)}
        for unit in range(first, end):
            found = phrase_in(self._story, unit, "level_nouns", end) if unit not in named else None
            if found and self._points_back(unit, found[1], end):
                return self._spoken_of(found[0], count.unit) or self._last_of(found[0], count.unit)
        return None

    def _points_back(self, unit: int, behind: int, end: int) -> bool:
        units = self._story.units
        if unit - 1 in units.quantities:
            return False
        if units.words[unit - 1 : unit + 1] == ["di", "kabupaten"] and units.tags[behind : behind + 1] != ["Name"]:
            return True
        if units.words[unit].endswith("nya") or units.words[unit].startswith("pem"):
            return True
        return any(phrase_in(self._story, at, "pointers", end) for at in range(behind, min(end, behind + _POINTING)))

    def _last_of(self, level: str, unit: int) -> str | None:
        starts, codes = self._of_levels.get(level, ([], []))
        index = bisect_left(starts, unit) - 1
        return codes[index] if index >= 0 else None

    @cached_property
    def _of_levels(self) -> dict[str, tuple[list[int], list[str]]]:
        """By level, where regions of it are named, or districts and villages in them, and their codes."""
        found: dict[str, tuple[list[int], list[str]]] = {}
        for place in self._places:
            for code in dict.fromkeys((place.code, place.code[:_UPPER])):
                region = gazetteer().get(code)
                if region is not None:
                    starts, codes = found.setdefault(region.level, ([], []))
                    starts.append(place.start)
                    codes.append(code)
        return found

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        """The regions named in units [start, end)."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _main_region(places: Sequence[Mention]) -> str | None:
    """The region that a story names most; a government counts more than a bare name, and the capital, where things
    merely take place, only by its government.
    """
    weights = Counter[str]()
    for place in places:
        governs = place.how in _GOVERNMENTS
        if governs or not place.code.startswith(_CAPITAL):
            weights[place.code] += _GOVERNMENT_WEIGHT if governs else 1
    return max(weights, key=lambda code: weights[code]) if weights else None
