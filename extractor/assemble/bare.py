"""Recipients without a head, which only their place in the sentence shows: "diraih Bobi Motor", "Bobi Motor meraih"."""

from collections.abc import Iterable

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, is_capital
from extractor.assemble.names import begins_name, clean_name, name_end
from extractor.assemble.persons import ORIGINS, before_apposition, is_described, is_person
from extractor.assemble.places import comes_along
from extractor.facts import Facts, Recipient
from extractor.patterns import Units

_LINKS = (",", "dan", "serta", "&")
_PLAIN = ("word", "category_fillers")
_TIES = ("dan", "serta", "&")
_LEADS = (":", "oleh", "-", "–", "—", "adalah", "yakni", "yaitu", "ialah", "(")
_TO = ("untuk", "kepada", "bagi")
_OPENS_WITHIN = 12
_BEHIND = ("superlatives", "category_fillers")
_ADVERBS, _ADDING = 3, ("juga", "turut", "ikut", "pun", "kembali", "berhasil", "sukses")
_ADDED, _OFFICE = 14, 8


def bare_name(units: Units, start: int, limit: int) -> Mention | None:
    """A name without a head, where only a recipient can stand; None for a single word, which may be anything unless it
    is said who bears it ("Sakiran, petani asal ...").
    """
    if not begins_name(units, start):
        return None
    end = name_end(units, start, limit)
    name = clean_name(units, start, end)
    if not name or (end - start < 2 and not is_described(units, end)):
        return None
    kind = "person" if is_person(units, start, end) else "company"
    return Mention("recipient", start, end, Recipient(kind, None, name), "bare")


def openers(units: Units, told: Iterable[Mention]) -> list[Mention]:
    """The colons and words ("ialah", "yakni") that open a list of names soon behind a verb, place or category."""
    found = []
    for mention in told:
        _, limit = units.sentence(mention.start)
        for unit in range(mention.end, min(limit, mention.end + _OPENS_WITHIN)):
            if units.words[unit] == ":" or units.has(unit, "list_openers"):
                found.append(Mention("opener", unit, unit + 1, units.words[unit]))
                break
    return found


def of_items(units: Units, awards: Iterable[Mention]) -> list[Mention]:
    """The "untuk" behind an award in a list's item, where it is said who the one behind it is: "- Kalpataru kategori
    Pembina untuk Sakiran, petani asal Desa Bareng".
    """
    found = []
    for award in awards:
        first, limit = units.sentence(award.start)
        if units.reading.list_marks.get(units.starts[first]) is None:
            continue
        to = next((unit for unit in range(award.end, limit) if units.words[unit] in _TO), limit)
        name = bare_name(units, to + 1, limit) if to + 1 < limit else None
        if name and name.value.type == "person":
            found.append(Mention("opener", to, to + 1, units.words[to]))
    return found


def best_of(units: Units, categories: Iterable[Mention]) -> list[Mention]:
    """The words right behind categories behind which a name may stand: "UMKM terbaik Kedai Samudra", "usaha mikro
    diwakili Tenun Ibu Ros".
    """
    ends = [category.end for category in categories if category.end < len(units.words)]
    return [Mention("opener", end, end + 1, units.words[end]) for end in ends if units.among(end, _BEHIND)]


def added_persons(units: Units, categories: Iterable[Mention]) -> list[Mention]:
    """The "dan" behind a category that adds a person to those before it: "PT A untuk kategori Penyelamat, dan Hasnah,
    guru di Kabupaten Sigi, untuk kategori Perintis".
    """
    found = []
    for category in categories:
        _, last = units.sentence(category.start)
        at = _behind_link(units, category.end, last)
        if at < last and _is_person_at(units, at, last):
            found.append(Mention("opener", at - 1, at, units.words[at - 1]))
    return found


def to_persons(story: Story, given: Iterable[Mention]) -> list[Mention]:
    """The "kepada" behind a verb in a category of persons ("Kategori perorangan diberikan kepada") or the "untuk",
    and before a name behind which it says who that is ("diberikan kepada Mujiyem, warga Desa Katekan"; so also behind
    "diterima").
    """
    units, found = story.units, []
    for verb in given:
        first, last = units.sentence(verb.start)
        owners = [
            story.value(unit, "category_owners")
            for unit in range(first, verb.start)
            if units.has(unit, "category_owners")
        ]
        to = next((unit for unit in range(verb.end, last) if units.words[unit] in _TO), None)
        if units.has(verb.start, "received"):
            to = verb.end - 1
            owners = []
        if to is not None and ("person" in owners or _is_person_at(units, to + 1, last)):
            found.append(Mention("opener", to, to + 1, units.words[to]))
    return found


def _is_person_at(units: Units, start: int, limit: int) -> bool:
    name = bare_name(units, start, limit) if start < limit else None
    return name is not None and is_described(units, name.end)


def objects(units: Units, behind: Iterable[Mention], taken: set[int], towns: set[int]) -> list[Mention]:
    """Names right behind a verb, a place or an opener, and those that a list goes on with.

    Adds their units to `taken`, those that other mentions have; of these `towns` are regions without their kind, which
    may stand in a name ("diraih Jenang Kudus Mulia").
    """
    found: list[Mention] = []
    for mention in behind:
        _, limit = units.sentence(mention.start)
        at = _first_name(units, mention.end, limit)
        while at < limit and at not in taken:
            name = bare_name(units, at, limit)
            if not name or not _is_free(units, mention, name, taken, towns):
                break
            found.append(name)
            taken.update(range(name.start, name.end))
            at = _behind_link(units, name.end, limit)
            if is_described(units, name.end):
                at = _next_person(units, name.end + 1, limit) or at
    return found


def _next_person(units: Units, start: int, limit: int) -> int | None:
    """Where the next of a row of persons stands behind what one is: "A, petani dari Sigi, dan B, guru asal Poso"."""
    for unit in range(start, min(limit, start + _ADDED)):
        if units.words[unit] in ("dan", "serta", ";") and unit + 1 < limit and _is_person_at(units, unit + 1, limit):
            return unit + 1
    return None


def _is_free(units: Units, before: Mention, name: Mention, taken: set[int], towns: set[int]) -> bool:
    """Whether a name has no units of other mentions but of towns inside it; in a headline, where every word has a
    capital, a town is no part of the words before it ("Diraih Lagi Kudus").
    """
    shared = taken.intersection(range(name.start, name.end))
    return not shared or (shared <= towns and not is_capital(units, before.start))


def _first_name(units: Units, unit: int, limit: int) -> int:
    """The unit where a name may begin: right behind, or behind "ialah", a colon and at most two words on it."""
    at = unit
    while at < limit and (units.words[at] in _LEADS or units.has(at, "name_leads")):
        at += 1
    described = at
    while described > unit and described < min(limit, at + 2) and units.tags[described] in _PLAIN:
        described += 1
    return described


def _behind_link(units: Units, unit: int, limit: int) -> int:
    """The unit behind "," or "dan" where a list of names goes on; the limit where it does not."""
    at = unit
    while at < limit and units.words[at] in _LINKS:
        at += 1
    return at if at > unit else limit


def subjects(units: Units, facts: Facts, verbs: Iterable[Mention], taken: set[int]) -> list[Mention]:
    """Names right before a verb that makes its subject a winner; an official takes the award for a region.

    Adds their units to `taken`, those that other mentions have.
    """
    found = []
    officials = {word for official in facts.officials for word in official.name.lower().split()}
    for verb in verbs:
        first, _ = units.sentence(verb.start)
        start = end = _subject_end(units, first, verb.start)
        if _before_adverbs(units, first, verb.start) == verb.start:
            start = end = before_apposition(units, first, end)
        while start > first and begins_name(units, start - 1) and start - 1 not in taken:
            start -= 1
        giver = start > first and units.has(start - 1, "givers")
        long = end - start > 1 or is_described(units, end)
        counted = start > first and units.has(start - 1, "number")
        other = giver or counted or units.has(start, "nickname_heads") or _is_officer(units, first, start)
        other = other or comes_along(units, start) or _is_described_only(units, end, verb.start)
        name = bare_name(units, start, end) if long and not other else None
        if name and name.end == end and officials.isdisjoint(units.words[start:end]):
            found.append(name)
            taken.update(range(start, end))
    return found


def _is_described_only(units: Units, end: int, verb: int) -> bool:
    """Whether a headline says of its subject only what and from where it is: "Penyelamat Mata Air dari Desa A Raih"."""
    return is_capital(units, verb) and end < verb and units.words[end] in ORIGINS


def _is_officer(units: Units, first: int, start: int) -> bool:
    """Whether a name is that of a firm's officer, apposed to the post: "Direktur PT Sagara, Budi Hartono"."""
    if start <= first or units.words[start - 1] != ",":
        return False
    posts = range(max(first, start - _OFFICE), start - 1)
    return any(units.has(unit, "place_words") and is_capital(units, unit) for unit in posts)


def _subject_end(units: Units, first: int, verb: int) -> int:
    """Where the subject of a verb ends: before "yang", before a comma, and before what a pair of commas adds to it."""
    end = _before_adverbs(units, first, verb)
    if end > first and units.words[end - 1] in ("yang", "masing-masing"):
        end -= 1
    if end > first and units.words[end - 1] == ",":
        end -= 1
        added = next((unit for unit in range(end - 1, max(first, end - _ADDED), -1) if units.words[unit] == ","), None)
        if added is not None and not begins_name(units, added + 1) and units.tags[added + 1] != "Name":
            end = added
    return end


def _before_adverbs(units: Units, first: int, verb: int) -> int:
    """The unit behind the comma that ends an apposed subject, before "juga" and the like, where it is said what that
    is: "pelaku UKM dari Sigi, Kedai Samudra, juga".
    """
    at = verb
    while at > first and verb - at < _ADVERBS and units.words[at - 1] in _ADDING:
        at -= 1
    sort = any(units.holds(name, max(first, at - _ADDED), at) for name in ("category_words", "recipient_nouns"))
    return at if sort and at > first and units.words[at - 1] == "," else verb


def beside(units: Units, named: Iterable[Mention], taken: set[int]) -> list[Mention]:
    """Names that "dan" or "serta" ties to a name that has a head: "Sinar Laut dan PT Karang Lestari", "PT
    Karang Lestari, PT Samudra, dan Sinar Laut".

    Adds their units to `taken`, those that other mentions have.
    """
    found: list[Mention] = []
    for mention in named:
        for name in (_right_of(units, mention), _left_of(units, mention)):
            if name and taken.isdisjoint(range(name.start, name.end)):
                found.append(name)
        taken.update(unit for name in found for unit in range(name.start, name.end))
    return found


def _right_of(units: Units, mention: Mention) -> Mention | None:
    _, last = units.sentence(mention.start)
    tie = mention.end + 1 if units.words[mention.end : mention.end + 1] == [","] else mention.end
    tied = tie + 1 < last and units.words[tie] in _TIES
    return bare_name(units, tie + 1, last) if tied else None


def _left_of(units: Units, mention: Mention) -> Mention | None:
    first, _ = units.sentence(mention.start)
    start = mention.start - 1
    if start <= first or units.words[start] not in _TIES:
        return None
    while start > first and begins_name(units, start - 1):
        start -= 1
    return bare_name(units, start, mention.start - 1)
