"""Editions: the year of an award, as it stands in its name or as the story gives it.

"Paritrana Award 2023", "Paritrana Award Provinsi Bali tahun 2023", "2023 Zero Accident Award"; for an award with
edition words of its own the year behind one of them: "opini WTP atas LKPD 2022". A year in a date or a law is
none.
"""

from itertools import pairwise

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Scene, Sentence, unit_range
from extractor.facts import Facts
from extractor.patterns import Units

_REACH = 10
"""Units behind an award's name, or before a year, in which the other is looked for."""
_LEAD = 4
_JOINED = ("-", "–", "—", "/")
_DATED = ("tahun", "mei", "juni")
_CUES = ("pada", "tahun", "edisi", "penilaian", "periode")
_NAMING = ("category_words", "edition_links", "predicate", "region", "level_words", "Name", "award", "award_nouns")
_JOINS = ("dan", "serta", "lalu", "kemudian")
_TURNS, _PARTING = (",", ";", "namun"), ("dalam", "pada", "di", "untuk", "dan", "serta", ",", ";")
_FRONTING = ("yang", "setelah", "usai", "sesudah", "meski", "walau")
_UNTIL = ("hingga", "sampai", "sampai dengan", "s.d.", "s/d")
_RUNNING = frozenset({"berturut-turut", "beruntun", "setiap tahun", "tiap tahun"})
_SINCE, _MOST_YEARS = "sejak", 10
_COORDINATING = (",", "dan", "serta", "maupun", "&", "juga", "tahun", "pada", "edisi")


def edition_mentions(story: Story, facts: Facts) -> list[Mention]:
    """The years of the story that may be editions."""
    units = story.units
    spans = [span for kind in (facts.dates, facts.regulations) for fact in kind for span in fact.spans]
    dated = {unit for span in spans for unit in range(*unit_range(units, span))}
    years = (unit for unit in units.of("year") if unit not in dated)
    return [
        Mention("edition", _begin(units, unit), unit + 1, int(units.words[unit]))
        for unit in years
        if _may_be(units, _begin(units, unit)) and not _goes_on(units, unit)
    ]


def _begin(units: Units, year: int) -> int:
    """Where a period of two years begins that ends with this: "periode penilaian 2019–2020"; else the year itself."""
    return year - 2 if year > 1 and _goes_on(units, year - 2) else year


def _goes_on(units: Units, year: int) -> bool:
    """Whether the next year follows behind a dash."""
    if year + 2 >= len(units.words) or units.words[year + 1] not in _JOINED or not units.has(year, "year"):
        return False
    return units.has(year + 2, "year") and int(units.words[year + 2]) == int(units.words[year]) + 1


def time_mentions(story: Story) -> list[Mention]:
    """Words that place what follows before the story's own edition (-1) or in it (0).

    A clause ends at its comma: "yang tahun lalu hanya di urutan kelima, melompat ke peringkat pertama", "Setelah tahun
    lalu di posisi ketiga, Kota Dumai naik".
    """
    units, found = story.units, list[Mention]()
    for unit in units.of("last_year", "this_year"):
        past = units.has(unit, "last_year")
        if past and unit and units.words[unit] == "tahun lalu" and unit - 1 in units.quantities:
            continue
        found.append(Mention("time", unit, unit + 1, -1 if past else 0))
        behind = units.words[unit : units.sentence(unit)[1]]
        if past and unit and units.words[unit - 1] in _FRONTING and "," in behind:
            comma = unit + behind.index(",")
            found.append(Mention("time", comma, comma + 1, 0))
    return found


def _may_be(units: Units, year: int) -> bool:
    """Whether the words before a year leave it an edition: not "APBD 2023", "sejak tahun 2019", "2019-2023"."""
    if not year:
        return True
    if units.words[year - 1] in _JOINED or units.has(year - 1, "no_editions") or _SINCE in units.words[year - 3 : year]:
        return False
    return not (year > 1 and units.words[year - 1] in _DATED and units.has(year - 2, "no_editions"))


def edition_of(story: Story, sentence: Sentence, award: Mention) -> int | None:
    """The edition that stands by an award's name in its sentence, or behind the words that its file gives."""
    known = story.patterns.awards.get(award.value)
    if known and known.edition_words:
        return _behind_words(story.units, sentence, known.edition_words)
    return _by_name(story.units, sentence, award)


def _by_name(units: Units, sentence: Sentence, award: Mention) -> int | None:
    """The year right before an award's name, or behind it with nothing but its place and level between."""
    for mention in sentence.of("edition"):
        if 0 <= award.start - mention.end <= 1 and units.words[award.start - 1] not in _PARTING:
            return int(mention.value)
        if not award.end <= mention.start <= award.end + _REACH:
            continue
        between = range(award.end, mention.start)
        if all(units.among(unit, _NAMING) or units.words[unit] in ("(", ")") for unit in between):
            return int(mention.value)
    return None


def _behind_words(units: Units, sentence: Sentence, words: tuple[str, ...]) -> int | None:
    """The year soon behind one of an award's edition words: "LKPD Tahun Anggaran 2022" for an audit's opinion."""
    for mention in sentence.of("edition"):
        before = " ".join(["", *units.words[max(sentence.start, mention.start - _REACH) : mention.start], ""])
        if any(f" {word} " in before for word in words):
            return int(mention.value)
    return None


def audited(units: Units, scene: Scene, words: tuple[str, ...]) -> int | None:
    """The year behind an award's edition words where the story names the award elsewhere: "menyerahkan LHP atas LKPD
    2022 kepada tujuh daerah. Ketujuhnya meraih opini WTP"; of several the lead's, None where that gives none.
    """
    said = {one.number: year for one in scene.having("edition") if (year := _behind_words(units, one, words))}
    lead = [year for number, year in said.items() if number < _LEAD]
    years = lead[:1] or list(dict.fromkeys(said.values()))
    return years[0] if len(years) == 1 else None


def sentence_edition(units: Units, sentence: Sentence, anchor: tuple[int, int]) -> int | None:
    """The year that a sentence places a claim in: "Pada 2023 ...", "juara tiga edisi 2021"; `anchor` are the claim's
    units.

    Of several years the one counts that no conjunction parts from the anchor, else no comma, else the last before it.
    """
    years = [m for m in sentence.of("edition") if m.start > sentence.start]
    cued = [m for m in years if units.words[m.start - 1] in _CUES or m.end == anchor[0]]
    near = [m for m in cued if not _parted(units, anchor[0], m.start, _JOINS)]
    near = near or [m for m in cued if not _parted(units, anchor[0], m.start)]
    near = near or [m for m in cued if m.start <= anchor[0] and not _is_over(sentence, m.start, anchor[0])][-1:]
    return int(min(near, key=lambda m: abs(m.start - anchor[0])).value) if near else None


def coordinated_editions(units: Units, sentence: Sentence, own: int | None, award: str) -> tuple[int, ...]:
    """The years of the one row of years for all of which a sentence speaks: "pada 2021, 2022 dan 2023 juga meraih".

    `own` is the year that a claim of this award has without it. Empty where there is no such row, where another year
    is meant or another award.
    """
    editions = sentence.of("edition")
    if len(editions) == 1 and (own in (None, editions[0].value) or _is_cued(units, sentence, editions[0].start)):
        return _counted_on(units, sentence, editions[0])
    rows: list[list[Mention]] = [editions[:1]]
    for before, mention in pairwise(editions):
        between = units.words[before.end : mention.start]
        if between and all(word in _COORDINATING for word in between):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    long = [row for row in rows if len(row) > 1]
    if len(long) != 1 or len(long[0]) > _MOST_YEARS or len(sentence.of("rank")) > 1:
        return ()
    years, first = tuple(int(mention.value) for mention in long[0]), long[0][0].start
    if _is_of_another(sentence, first, award):
        return ()
    others = [row[0] for row in rows if len(row) == 1 and _is_cued(units, sentence, row[0].start)]
    elsewhere = any(mention.value == own for mention in editions)
    cued = _is_cued(units, sentence, first) or units.words[first - 1] == "("
    meant = own in years or (cued and not others and not elsewhere)
    return years if meant else ()


def _is_of_another(sentence: Sentence, year: int, award: str) -> bool:
    """Whether a row of years stands by another of a sentence's awards: "Adipura 2018 dan 2019, lalu UHC Award 2018"."""
    awards = sentence.of("award")
    before = [mention for mention in awards if mention.start < year]
    return bool(awards) and (before[-1] if before else awards[0]).value != award


def _counted_on(units: Units, sentence: Sentence, first: Mention) -> tuple[int, ...]:
    """The years from one to another, where the sentence says that it was each of them: "enam kali, yakni tahun 2014
    hingga 2019", "2020 sampai 2023 berturut-turut"; a term of office is none.
    """
    until = first.end + 1
    if until >= sentence.end or units.words[first.end] not in _UNTIL or not units.has(until, "year"):
        return ()
    years = tuple(range(int(first.value), int(units.words[until]) + 1))
    said = range(sentence.start, sentence.end)
    counted = any(units.words[unit] == "kali" and _is_number(units, unit - 1, len(years)) for unit in said)
    running = not _RUNNING.isdisjoint(units.words[sentence.start : sentence.end])
    return years if 1 < len(years) <= _MOST_YEARS and (counted or running) else ()


def _is_number(units: Units, unit: int, number: int) -> bool:
    return unit in units.quantities and units.quantities[unit].value == number


def _is_cued(units: Units, sentence: Sentence, year: int) -> bool:
    """Whether a year opens its sentence or stands behind a word that makes it an edition."""
    return year == sentence.start or units.words[year - 1] in _CUES or units.has(year - 1, "list_openers")


def _is_over(sentence: Sentence, year: int, unit: int) -> bool:
    """Whether a word between a year and a unit leads from it to another: "pada 2022 ..., tahun ini naik".

    Not behind a nomination, which lasts: "Tahun 2022 jadi nominator, sekarang terbaik satu".
    """
    between = [mention for mention in sentence.of("time", "trigger") if year < mention.start <= unit]
    times = [mention for mention in between if mention.sort == "time"]
    return bool(times) and not any(m.sort == "trigger" and m.value["outcome"] == "nominee" for m in between)


def _parted(units: Units, one: int, other: int, joins: tuple[str, ...] = ()) -> bool:
    return any(word in _TURNS or word in joins for word in units.words[min(one, other) : max(one, other)])
