"""Who may get an award: regions and villages from the facts, companies and institutions by the heads of their names.

A region is no recipient where it is a place ("di Kota Kendari"), an origin or the giver's (`place_words` stand before
those), where it stands behind an award's name or "tingkat" as its scope, or in the dateline. Districts get no awards.
"""

from collections.abc import Iterable

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, unit_range
from extractor.assemble.names import begins_name, clean_name, name_end
from extractor.facts import Facts, Recipient, Region
from extractor.patterns import Units

_LINKS = (",", "dan", "serta", "&")
_TIES = ("dan", "serta", "&")
_LEADS = (":", "oleh", "-", "–", "—", "adalah", "yakni", "yaitu", "ialah", "perajin", "perusahaan", "(")


def recipients(
    story: Story,
    facts: Facts,
    awards: list[Mention],
    scopes: Iterable[Mention],
    behind: list[Mention],
    verbs: list[Mention],
) -> list[Mention]:
    """Every mention of somebody who may get an award; a mention inside a longer one is left out.

    `scopes` are the regions that say where an award is given; `behind` are the verbs and places behind which a name
    without a head is a recipient ("diraih Bobi Motor", "Juara I: Bobi Motor"), `verbs` those before which it is.
    """
    units = story.units
    scoped = {mention.start for mention in scopes}
    named_awards = {unit for mention in awards for unit in range(mention.start, mention.end)}
    headed = _headed(units)
    named = [*headed, *_short_names(units, headed)]
    taken = {unit for mention in named for unit in range(mention.start, mention.end)}
    regions = [mention for mention in _regions(story, facts, scoped) if not taken & {mention.start, mention.end - 1}]
    everywhere = [unit_range(units, span) for region in facts.regions for span in region.spans]
    taken |= named_awards.union(*(range(start, end) for start, end in everywhere))
    regions += _villages(units, taken)
    bare = [*_bare(units, behind, taken), *_subjects(story, facts, verbs, taken)]
    return [*named, *regions, *bare, *_beside(units, [*headed, *bare], taken)]


def _regions(story: Story, facts: Facts, scoped: set[int]) -> list[Mention]:
    found = []
    laws = [unit_range(story.units, span) for law in facts.regulations for span in law.spans]
    scoped = scoped.union(*(range(*law) for law in laws))
    for region in facts.regions:
        for span in region.spans:
            start, end = unit_range(story.units, span)
            mention = Mention("recipient", start, end, _recipient(region), "region")
            if scoped.isdisjoint(range(start, end)) and not story.in_dateline(start):
                word = story.units.words[start]
                placed = is_place(story.units, mention) or (
                    word.startswith(_OFFICES) and not word.startswith("distrik")
                )
                found.append(mention._replace(sort="place") if placed else mention)
    return _addresses(story.units, sorted(found, key=lambda mention: mention.start))


def _addresses(units: Units, found: list[Mention]) -> list[Mention]:
    """The mentions in order; a region right behind a place that lies in it is a place too: "di Desa A, Kabupaten B"."""
    read: list[Mention] = []
    for mention in found:
        last = read[-1] if read else None
        inside = last and last.sort == "place" and (last.value.code or "").startswith(f"{mention.value.code}.")
        near = last and mention.start - last.end == 1 and units.words[last.end] == ","
        read.append(mention._replace(sort="place") if inside and near else mention)
    return read


_OFFICES = (
    "sekda",
    "setda",
    "sekretar",
    "dinas",
    "dis",
    "dprd",
    "kepala",
    "kadis",
    "asisten",
    "camat",
    "polres",
    "kapol",
    "kantor",
    "dpmptsp",
)
"""How the offices of a region begin that get no award for it; its head ("Bupati Bogor") does."""


def _recipient(region: Region) -> Recipient:
    return Recipient("village" if region.level == "village" else "region", region.code, region.name)


def is_place(units: Units, mention: Mention) -> bool:
    """Whether a region mention is a place, a scope or an origin: by the word before it, or as the tail of an address.

    "di Hotel Asri, Kota Kendari, Senin": walking back over names and commas one comes to "di", and no verb follows.
    """
    first, last = units.sentence(mention.start)
    if units.has(mention.start, "level_words"):
        return True
    at = mention.start - 1
    while at >= first and units.words[at] in ("(", "/", "provinsi", "pemerintah"):
        at -= 1
    if at >= first and (
        units.has(at, "place_words") or (units.words[at] == "untuk" and len(mention.value.code or "") == 2)
    ):
        return True
    if any(word.startswith("se-") for word in units.words[mention.start : mention.end]):
        return True
    if mention.end < last and units.words[mention.end] not in (",", ".", "(", ")", ";", "|"):
        return False
    while (
        at >= first and mention.start - at <= _ADDRESS and (units.words[at] in _ADDRESS_MARKS or _is_capital(units, at))
    ):
        at -= 1
    return at >= first and units.words[at] in ("di", "dari", "ke") and at < mention.start - 1


_ADDRESS = 12
_ADDRESS_MARKS = (",", "(", ")")


def _is_capital(units: Units, unit: int) -> bool:
    return units.reading.words[units.starts[unit]][0].isupper()


def _headed(units: Units) -> list[Mention]:
    """Names with a head of their own: "PT Sagara Niaga", "Yayasan Bina Laut"."""
    found: list[Mention] = []
    for unit in units.tagged:
        company = units.has(unit, "company_heads")
        if not company and not units.has(unit, "institution_heads"):
            continue
        if unit and units.has(unit - 1, "category_heads"):
            continue
        if (found and unit < found[-1].end) or not units.reading.words[units.starts[unit]][0].isupper():
            continue
        _, limit = units.sentence(unit)
        office = units.words[unit].startswith(_OFFICES)
        if office and unit and units.has(unit - 1, "roles"):
            continue
        end = _office_end(units, unit + 1, limit) if office else name_end(units, unit, limit)
        name = clean_name(units, unit, end)
        if (end > unit + 1 or " " in units.words[unit]) and name:
            sort = "company" if company else "institution"
            named = Mention("recipient", unit, end, Recipient(sort, None, name), "head")
            found.append(named._replace(sort="place") if unit and units.has(unit - 1, "place_words") else named)
    return found


def _office_end(units: Units, start: int, limit: int) -> int:
    """Where the name of a region's office ends: behind the region that it is of, if it stands there."""
    end = start
    while end < limit and (units.has(end, "region") or units.has(end, "region_kinds")):
        end += 1
    return end if any(units.has(unit, "region") for unit in range(start, end)) else start


def _villages(units: Units, taken: set[int]) -> list[Mention]:
    """Villages that the gazetteer does not know, by their cue: "Desa Penglipuran" is a village of custom."""
    found = []
    for unit in units.tagged:
        if not units.has(unit, "village_cues") or unit in taken or not _is_capital(units, unit):
            continue
        _, limit = units.sentence(unit)
        end = name_end(units, unit + 1, min(limit, unit + 4))
        if end > unit + 1 and taken.isdisjoint(range(unit, end)):
            found.append(Mention("recipient", unit, end, Recipient("village", None, units.said(unit, end)), "village"))
            taken.update(range(unit, end))
    return found


def _short_names(units: Units, headed: list[Mention]) -> list[Mention]:
    """Later mentions by an abbreviation that stood in brackets behind the full name: "PT Karang Lestari (PKL)"."""
    full = {}
    for mention in headed:
        at = mention.end
        if at + 2 < len(units.words) and units.words[at] == "(" and units.words[at + 2] == ")":
            short = units.said(at + 1, at + 2)
            if short.isupper() and len(short) > 1:
                full[short] = (at + 2, mention.value)
    if not full:
        return []
    heard = ((unit, full.get(units.said(unit, unit + 1))) for unit in range(len(units.words)))
    return [
        Mention("recipient", unit, unit + 1, known[1], "short") for unit, known in heard if known and unit > known[0]
    ]


def _bare(units: Units, behind: list[Mention], taken: set[int]) -> list[Mention]:
    """Names without a head right behind a verb, a place or an opener, and those that a list goes on with."""
    found: list[Mention] = []
    for mention in behind:
        _, limit = units.sentence(mention.start)
        at = _first_name(units, mention.end, limit)
        while at < limit and at not in taken:
            name = bare_name(units, at, limit)
            if not name or not taken.isdisjoint(range(name.start, name.end)):
                break
            found.append(name)
            taken.update(range(name.start, name.end))
            at = _behind_link(units, name.end, limit)
    return found


def _first_name(units: Units, unit: int, limit: int) -> int:
    """The unit where a name may begin: right behind, or behind "ialah", a colon and at most two words that describe it."""
    at = unit
    while at < limit and units.words[at] in _LEADS:
        at += 1
    described = at
    while described > unit and described < min(limit, at + 2) and units.tags[described] == "word":
        described += 1
    return described


def openers(units: Units, told: list[Mention]) -> list[Mention]:
    """The colons and words ("ialah", "yakni") that open a list of names soon behind a verb, place or category."""
    found = []
    for mention in told:
        _, limit = units.sentence(mention.start)
        for unit in range(mention.end, min(limit, mention.end + _OPENS_WITHIN)):
            if units.words[unit] == ":" or units.has(unit, "list_openers"):
                found.append(Mention("opener", unit, unit + 1, units.words[unit]))
                break
    return found


_OPENS_WITHIN = 12


def _subjects(story: Story, facts: Facts, verbs: list[Mention], taken: set[int]) -> list[Mention]:
    """Names without a head right before a verb that makes its subject a winner; an official takes it for a region."""
    units, found = story.units, []
    officials = {word for official in facts.officials for word in official.name.lower().split()}
    for verb in verbs:
        first, _ = units.sentence(verb.start)
        start = end = _subject_end(units, first, verb.start)
        while start > first and begins_name(units, start - 1) and start - 1 not in taken:
            start -= 1
        named = end - start > 1 and not units.has(start, "nickname_heads")
        name = bare_name(units, start, end) if named else None
        if name and name.end == end and officials.isdisjoint(units.words[start:end]):
            found.append(name)
            taken.update(range(start, end))
    return found


def _subject_end(units: Units, first: int, verb: int) -> int:
    """Where the subject of a verb ends: before "yang", before a comma, and before what a pair of commas adds to it."""
    end = verb
    if end > first and units.words[end - 1] in ("yang", "masing-masing"):
        end -= 1
    if end > first and units.words[end - 1] == ",":
        end -= 1
        added = next((unit for unit in range(end - 1, max(first, end - _ADDED), -1) if units.words[unit] == ","), None)
        if added is not None and not begins_name(units, added + 1) and units.tags[added + 1] != "Name":
            end = added
    return end


_ADDED = 14


def _beside(units: Units, named: list[Mention], taken: set[int]) -> list[Mention]:
    """Names without a head that "dan" or "serta" ties to a name that has one: "Sinar Laut dan PT Karang Lestari"."""
    found = []
    for mention in named:
        first, last = units.sentence(mention.start)
        if mention.end + 1 < last and units.words[mention.end] in _TIES:
            right = bare_name(units, mention.end + 1, last)
            found += [right] if right and taken.isdisjoint(range(right.start, right.end)) else []
        start = mention.start - 1
        if start > first and units.words[start] in _TIES:
            while start > first and begins_name(units, start - 1):
                start -= 1
            left = bare_name(units, start, mention.start - 1)
            found += [left] if left and taken.isdisjoint(range(left.start, left.end)) else []
        taken.update(unit for name in found for unit in range(name.start, name.end))
    return found


def _behind_link(units: Units, unit: int, limit: int) -> int:
    """The unit behind "," or "dan" where a list of names goes on; the limit where it does not."""
    at = unit
    while at < limit and units.words[at] in _LINKS:
        at += 1
    return at if at > unit else limit


def bare_name(units: Units, start: int, limit: int) -> Mention | None:
    """A name without a head, where only a recipient can stand; None for a single word, which may be anything."""
    if not begins_name(units, start):
        return None
    end = name_end(units, start, limit)
    name = clean_name(units, start, end)
    if end - start < 2 or not name:
        return None
    return Mention("recipient", start, end, Recipient("company", None, name), "bare")
