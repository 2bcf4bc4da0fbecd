"""Award names: those of the award files, and names that no file knows, by their frame ("Samudra Lestari Award")."""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention
from extractor.patterns import Match, Units

_SHORT = 4
"""An abbreviation of up to four letters names an award only in capitals."""


def award_mentions(story: Story) -> list[Mention]:
    """Every mention of an award, in order; mentions of one award with only brackets between them are one."""
    units = story.units
    known = [mention for unit in units.tagged if (mention := _known(story, unit))]
    framed = [match for match in story.matches.get("records", ()) if match.pattern.says.get("place") == "award"]
    taken = {unit for mention in known for unit in range(mention.start, mention.end)}
    for match in sorted(framed, key=lambda match: _FRAMES.get(match.pattern.like, len(_FRAMES))):
        mention = _framed(units, match)
        if mention and "/" in mention.value:
            known_as = story.patterns.lexicon.value("award", mention.value.partition("/")[0])
            mention = mention._replace(value=known_as or mention.value)
        alone = match.pattern.like != "framed_open" or not taken.intersection(range(*units.sentence(match.start)))
        if mention and alone and taken.isdisjoint(range(mention.start, mention.end)):
            known.append(mention)
            taken.update(range(mention.start, mention.end))
    found: list[Mention] = []
    for mention in sorted(known, key=lambda mention: mention.start):
        if found and _joined(units, found[-1], mention):
            found[-1] = found[-1]._replace(end=max(mention.end, found[-1].end))
        else:
            found.append(mention)
    return found


_FRAMES = {"framed_name": 0, "framed_gift": 1, "framed_event": 2, "framed_head": 3, "framed_open": 4}
"""The frames in the order in which they count where they overlap; an open one counts only where nothing else is named."""


def _known(story: Story, unit: int) -> Mention | None:
    units = story.units
    if not units.has(unit, "award"):
        return None
    said = units.said(unit, unit + 1)
    if len(said) <= _SHORT and not said.isupper():
        return None
    name = story.value(unit, "award")
    award = story.patterns.awards[name]
    if unit and units.words[unit - 1] in award.not_after:
        return None
    return Mention("award", unit, unit + 1, name, "award")


def _joined(units: Units, first: Mention, second: Mention) -> bool:
    if first.value != second.value or second.start - first.end > 2:
        return False
    return all(units.words[unit] in ("(", ")", "atau", "/", ",", "award") for unit in range(first.end, second.start))


def _framed(units: Units, match: Match) -> Mention | None:
    """An award that no file knows, by the capitalised words round "Award" or behind "Anugerah"; None for less than two."""
    first, last = units.sentence(match.start)
    if match.pattern.like == "framed_event":
        return _event(units, match)
    if match.pattern.like == "framed_gift":
        start, end = match.slots["name"]
        plain = all(_is_name_word(units, unit) for unit in range(start, end))
        return (
            Mention("award", start, end, units.said(start, end), match.pattern.name)
            if plain and end - start > 1
            else None
        )
    if match.pattern.like == "framed_open":
        return _open(units, match)
    if match.pattern.like == "framed_name":
        start = match.start
        while start > first and match.start - start < _MOST_WORDS and _is_name_word(units, start - 1):
            start -= 1
        end = match.end
        while start < end - 2 and units.has(start, "award_heads"):
            start += 1
    else:
        start, end = match.start, match.end
        while end < last and end - match.end < _MOST_WORDS and _is_name_word(units, end):
            end += 1
        opens = match.start == first or units.reading.list_marks.get(units.starts[match.start - 1]) is not None
        if units.words[end - 1] in ("award", "awards") or (opens and units.words[match.start] != "anugerah"):
            start = match.end
    capital = units.reading.words[units.starts[match.start]][0].isupper()
    if end - start < (2 if units.words[end - 1] in ("award", "awards") else 3) or not capital:
        return None
    return Mention("award", start, end, units.said(start, end).replace("\n", " "), match.pattern.name)


def _open(units: Units, match: Match) -> Mention | None:
    """An award without a name of its own: the words behind "penghargaan", where the sentence tells that it was won or given.

    None where those words only praise it ("penghargaan bergengsi") or tell of a contest.
    """
    first, last = units.sentence(match.start)
    if units.words[match.end : match.end + 1] in (["dari"], ["oleh"]):
        return _given(units, match, first, last)
    end = match.end
    while (
        end < min(last, match.end + _MOST_OPEN) and units.tags[end] != "mark" and not units.has(end, "award_name_ends")
    ):
        if any(units.has(end, name) for name in _NO_OPEN):
            break
        end += 1
    said = [
        unit
        for unit in range(match.end, end)
        if not units.has(unit, "award_praise") and not units.has(unit, "predicate")
    ]
    won = any(
        units.has(unit, name)
        for unit in range(max(first, match.start - 3), match.start)
        for name in ("win_active", "give")
    )
    behind = range(end, min(last, end + _TOLD_WITHIN))
    told = any(units.has(unit, name) for unit in behind for name in ("win_passive", "received", "give"))
    if len(said) < _LEAST_OPEN or not (won or told) or units.has(match.end, "award_praise"):
        return None
    if _is_name_word(units, match.end) and units.words[match.start] != "anugerah":
        match = match._replace(start=match.end)
    return Mention("award", match.start, end, units.said(match.start, end).replace("\n", " "), match.pattern.name)


_LEAST_OPEN, _TOLD_WITHIN = 2, 6


def _given(units: Units, match: Match, first: int, last: int) -> Mention | None:
    """An award named by what it is given for: "penghargaan dari Ombudsman RI atas kepatuhan standar pelayanan publik"."""
    won = any(
        units.has(unit, name)
        for unit in range(max(first, match.start - 3), match.start)
        for name in ("win_active", "received")
    )
    behind = units.words[match.end : min(last, match.end + _GIVER_WORDS)]
    if not won or "atas" not in behind:
        return None
    start = end = match.end + behind.index("atas")
    while end < min(last, start + _MOST_OPEN) and units.tags[end] != "mark":
        if end > start and units.has(end, "award_name_ends"):
            break
        end += 1
    if end - start < _LEAST_OPEN + 1:
        return None
    name = f"{units.said(match.start, match.end)} {units.said(start, end)}".replace("\n", " ")
    return Mention("award", match.start, end, name, match.pattern.name)


_GIVER_WORDS = 10
_MOST_OPEN = 8
_NO_OPEN = (
    "contests",
    "win_active",
    "win_passive",
    "give",
    "received",
    "number",
    "award_openers",
    "persons",
    "roles",
    "category_heads",
)


def _event(units: Units, match: Match) -> Mention | None:
    """An award by its event and year, where the sentence tells of a title that was won: "gelar juara pada SAMURA 2023"."""
    first, last = units.sentence(match.start)
    won = any(units.has(unit, "win_active") for unit in range(first, last))
    titled = any(units.has(unit, "award_nouns") for unit in range(first, last))
    start, end = match.slots["name"]
    if any(units.has(unit, "contests") for unit in range(first, last)):
        return None
    if not (won and titled) or any(not _is_name_word(units, unit) for unit in range(start, end)):
        return None
    return Mention("award", start, end, units.said(start, end).replace("\n", " "), match.pattern.name)


def _is_name_word(units: Units, unit: int) -> bool:
    """Whether a word can be part of an award's name: capitalised, and no verb, place, post or head of another award."""
    word = units.reading.words[units.starts[unit]]
    return word[0].isupper() and not _ROMAN.issuperset(word) and not any(units.has(unit, name) for name in _NO_NAME)


_MOST_WORDS = 6
_ROMAN = frozenset("IVX.")
_NO_NAME = (
    "win_active",
    "win_passive",
    "give",
    "nominee_cues",
    "nominee_nouns",
    "region",
    "roles",
    "company_heads",
    "level_words",
    "year",
)
