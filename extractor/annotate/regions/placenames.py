"""Place names: the units of a story that name a province, kabupaten or kota, with their cues and their doubts."""

from functools import cache
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer
from extractor.language import read_each
from extractor.patterns.vocabulary import vocabulary

_STRENGTH = {"government": 3, "office": 2, "cue": 1, "bare": 0}
_CUES = {"region_kinds": "cue", "government": "government", "region_posts": "office"}
_PLACING = frozenset({"di", "ke", "dari", "asal", "se", "warga", "wilayah"})
_PLACES = frozenset({"i", "ii", "iii", "iv", "v", "vi", "1", "2", "3"})
_LIST_JOINTS, _JOINTS_BETWEEN = frozenset((",", "dan", "serta", "&")), 2
_BRACKET = 5  # tokens in a bracket that a name may stand behind
_REACH = 7  # tokens that a capitalised name may run before the region's


class PlaceName(NamedTuple):
    """A name in a story: `unit` holds it, units [start, end) with its cue; `codes` are the regions that it may mean.

    `how` is that of Mention, `kind` the kind that the cue or the name itself says ("Kabupaten/Kota" where both). A
    `weak` name ends a longer capitalised one ("Yayasan Kasih Dogiyai") and proves nothing alone; a `placed` one stands
    behind "di", "ke", "dari"; an `uncertain` one is also a word or a person's name.
    """

    unit: int
    start: int
    end: int
    codes: tuple[str, ...]
    how: str
    kind: str | None
    weak: bool
    placed: bool
    uncertain: bool
    pattern: str


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """The codes that each name of a province, kabupaten or kota may mean, by its words in lower case."""
    phrases = list(gazetteer().phrases())
    spelt = read_each(surface for surface, _ in phrases)
    return {" ".join(words).lower(): codes for words, (_, codes) in zip(spelt, phrases, strict=True)}


def kind_of(code: str) -> str:
    """The kind of a region by its code: Provinsi, Kabupaten or Kota."""
    region = gazetteer().get(code)
    return region.kind if region else ""


def place_names(story: Story) -> list[PlaceName]:
    """The names of provinces, kabupaten and kota in the order of the text; what is part of another name is left out."""
    best: dict[int, tuple[int, int, str]] = {}
    for match in story.matches.get("regions", ()):
        how = match.pattern.like
        if how in _STRENGTH:
            unit = match.slots["region"][1] - 1
            held = best.get(unit)
            if held is None or (_STRENGTH[how], held[0] - match.start) > (_STRENGTH[held[2]], 0):
                best[unit] = (match.start, match.end, how)
    found = (_place_name(story, unit, *best[unit]) for unit in sorted(best))
    return _branches_in_lists(story, [name for name in found if name is not None])


def _branches_in_lists(story: Story, names: list[PlaceName]) -> list[PlaceName]:
    """The names, those that go on a list of branches being branches too: "cabang Kudus, Pati, dan Jepara"."""
    for at in range(1, len(names)):
        before, name = names[at - 1], names[at]
        if before.how == "branch" and name.how == "bare" and all("." in code for code in name.codes):
            between = story.units.words[before.end : name.start]
            if 0 < len(between) <= _JOINTS_BETWEEN and _LIST_JOINTS.issuperset(between):
                names[at] = name._replace(how="branch")
    return names


def _place_name(story: Story, unit: int, start: int, end: int, how: str) -> PlaceName | None:
    units, words, pattern = story.units, story.units.words[unit], how
    codes = spellings().get(words, ())
    if not codes or _elsewhere(story, start, unit):
        return None
    if how == "bare":
        start, how = _cue_in_unit(story, start)
    if words.startswith("se-") and start < unit:  # "kabupaten/kota se-Jambi", "bupati se-Jambi" are those in it
        codes, start, how = tuple(code for code in codes if "." not in code) or codes, unit, "bare"
    rest = words.partition(" ")[2]
    own_kind = words.partition(" ")[0] in story.patterns.lexicon.values["region_kinds"] and rest in spellings()
    kind = kind_of(codes[0]) if own_kind else _kind_before(story, start, unit)
    if own_kind and how == "bare":
        how = "cue"
    if kind and (pair := _kind_of_pair(story, start, kind)):
        start, kind, codes = start - 2, f"{pair}/{kind}", spellings().get(rest if own_kind else words, codes)
    last = units.reading.words[units.ends[unit] - 1].removeprefix("se-")
    if not last[0].isupper() and (own_kind or how in ("bare", "cue")):
        return None
    return _judged(story, PlaceName(unit, start, end, _of_kind(codes, kind), how, kind, False, False, False, pattern))


def _judged(story: Story, name: PlaceName) -> PlaceName | None:
    """The name with what speaks against it; None where it is part of another name for certain."""
    reading, values = story.units.reading, story.patterns.lexicon.values
    first = story.units.starts[name.start]
    before = reading.lowers[first - 1] if first and reading.sentence_of[first - 1] == reading.sentence_of[first] else ""
    placed = before in _PLACING or (before == "(" and _fills_bracket(story, name))
    if name.how in ("government", "office"):
        return name._replace(placed=placed)
    field = before == "ketenagakerjaan" and reading.words[first - 1] == before  # "pengawas ketenagakerjaan Kota Batu"
    if before in values["branches"] and before != "wilayah" and not field:
        return name._replace(how="branch")
    if name.how == "cue":
        return name._replace(placed=placed)
    if before == "," and _is_speaker(story, name):
        return None
    run = _run_before(story, first)
    is_venue = len(run) > 1 and run[-1] in values["venues"]
    if _is_inner_unit(story, first):
        return None
    if before in values["namesakes"] or (any(word in values["namesakes"] for word in run) and not is_venue):
        return None
    housed = any(word in values["own_offices"] for word in (*run, *_run_before_joint(story, first, len(run))))
    if not housed and any(word in values["branches"] for word in run):
        return name._replace(how="branch")
    housed = housed or any(word in values["venues"] for word in run)
    weak = bool(run) and not housed and not story.in_title(name.unit) and not _ends_in_town(run, name.codes)
    uncertain = gazetteer().needs_cue(story.units.words[name.unit])
    return name._replace(weak=weak, placed=placed, uncertain=uncertain)


def _fills_bracket(story: Story, name: PlaceName) -> bool:
    """Whether a name, no short form, has a bracket of its own: "Batik Siger (Metro)", not "ketua, sekretaris (KSB)"."""
    units, behind = story.units, name.unit + 1
    ends = behind < len(units.words) and units.words[behind] == ")"
    return ends and not units.said(name.unit, behind).isupper()


def _is_speaker(story: Story, name: PlaceName) -> bool:
    """Whether a town's name begins a speaker's: two more names and a verb follow: ", Padang Priyo Utomo, mengaku"."""
    units = story.units
    unit, verb = name.unit, name.unit + 3
    if verb + 1 >= len(units.words) or units.tags[unit + 1] != "Name" or units.tags[unit + 2] != "Name":
        return False
    if any("." not in code for code in name.codes):
        return False
    return units.has(verb + (units.words[verb] == ","), "speech")


def _is_inner_unit(story: Story, first: int) -> bool:
    """Whether a name is that of an office's or park's unit: "Afdeling Way Kanan", "Seksi I, Way Kanan"."""
    reading = story.units.reading
    opening = reading.sentences[reading.sentence_of[first]][0]
    at = first - 1
    apart = at > opening and reading.words[at] == ","
    at -= apart
    numbered = at > opening and reading.lowers[at] in _PLACES
    at -= numbered
    if at < opening or (apart and not numbered):
        return False
    return reading.words[at][0].isupper() and reading.lowers[at] in vocabulary("inner_units")


def _ends_in_town(run: list[str], codes: tuple[str, ...]) -> bool:
    """Whether the words before a name are a town or district of it, side by side: "asal Liwa Lampung Barat"."""
    before = " ".join(reversed(run))
    town = gazetteer().town(before)
    if town is not None and town.code in codes:
        return True
    return any(gazetteer().named(before, level="district", within=code) for code in codes if code.count(".") == 1)


def _elsewhere(story: Story, start: int, unit: int) -> bool:
    """Whether the words round a name make it part of another one, or of an outlet in the dateline."""
    units = story.units
    reading, first, last = units.reading, units.starts[unit], units.ends[unit]
    if story.in_dateline(unit):
        place = (story.article.dateline or "").lower()
        return not any(word in place for word in (units.words[unit], reading.lowers[last - 1]))
    values = story.patterns.lexicon.values
    if units.words[unit] in values["islands"] and _among_islands(story, start, unit):
        return True
    if last < len(reading.words) and reading.lowers[last] in values["namesakes_after"]:
        return reading.words[last][0].isupper() and reading.sentence_of[last] == reading.sentence_of[first]
    return False


def _among_islands(story: Story, start: int, unit: int) -> bool:
    """Whether another part of the country stands beside a name in its list: "Nusa Tenggara, Maluku dan Papua"."""
    words, islands = story.units.words, story.patterns.lexicon.values["islands"]
    sides = ((start - 1, start - 2), (unit + 1, unit + 2))
    return any(0 <= at < len(words) and words[joint] in (",", "dan") and words[at] in islands for joint, at in sides)


def _run_before(story: Story, first: int) -> list[str]:
    """The capitalised words right before a token, in lower case; none where all that stands there starts a sentence."""
    units, reading, found = story.units, story.units.reading, list[str]()
    opening = reading.sentences[reading.sentence_of[first]][0]
    at = _before_bracket(story, first - 1, opening)
    while at >= max(opening, first - _REACH) and (reading.words[at][0].isupper() or reading.words[at].isdigit()):
        word = reading.lowers[at]
        if at == first - 1 and units.has(units.unit_of[at], "region"):
            return []
        if word in _PLACES or (word.endswith(".") and word not in story.patterns.lexicon.values["namesakes"]):
            break
        found.append(word)
        at -= 1
    opens = at < opening or reading.words[at].endswith((".", ":", "“", '"', "|"))
    if len(found) == 1 and opens and found[0] not in story.patterns.lexicon.values["namesakes"]:
        return []
    return found


def _before_bracket(story: Story, at: int, opening: int) -> int:
    """The token before a bracket that ends at this one ("Universitas Negeri (Unnes) Semarang"); else this one."""
    lowers = story.units.reading.lowers
    if at <= opening or lowers[at] != ")":
        return at
    start = next((token for token in range(at - 1, max(opening, at - _BRACKET) - 1, -1) if lowers[token] == "("), at)
    return start - 1 if start < at else at


def _run_before_joint(story: Story, first: int, length: int) -> list[str]:
    """The capitalised words before a "dan" that joins them to a run: "Dinas Tenaga Kerja dan [Transmigrasi] Bungo"."""
    at = first - length - 1
    return _run_before(story, at) if length and at > 0 and story.units.reading.lowers[at] in ("dan", "&") else []


def _cue_in_unit(story: Story, start: int) -> tuple[int, str]:
    """A cue that ends the unit before a bare name ("tingkat provinsi"): where it starts, and how the name is said."""
    units = story.units
    if start == units.sentence(start)[0]:
        return start, "bare"
    word = units.reading.lowers[units.ends[start - 1] - 1]
    for values, how in _CUES.items():
        if word in story.patterns.lexicon.values[values]:
            return start - 1, how
    return start, "bare"


def _kind_before(story: Story, start: int, unit: int) -> str | None:
    """The kind that the cue units [start, unit) say, the nearest first."""
    values, units = story.patterns.lexicon.values, story.units
    for at in range(unit - 1, start - 1, -1):
        for word in (units.words[at], units.reading.lowers[units.ends[at] - 1]):
            for name in _CUES:
                kind = values[name].get(word)
                if kind and kind != "-":
                    return kind
    return None


def _kind_of_pair(story: Story, start: int, kind: str) -> str | None:
    """The other kind where two cues share a name: "Pemkab dan Pemkot Bogor", "Kabupaten dan Kota Bima"."""
    units = story.units
    if start < units.sentence(start)[0] + 2 or units.words[start - 1] not in ("dan", "maupun", "serta", "/", "&"):
        return None
    other = _kind_before(story, start - 2, start - 1)
    return other if other and other not in kind and "/" not in other else None


def _of_kind(codes: tuple[str, ...], kind: str | None) -> tuple[str, ...]:
    if kind is None:
        return codes
    return tuple(code for code in codes if kind_of(code) in kind) or codes
