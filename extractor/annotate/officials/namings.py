"""Namings: where a story puts a post and a name together, found from the matched forms of patterns/officials.toml."""

from collections import defaultdict
from collections.abc import Iterable

from extractor.annotate.officials.bodies import body_at
from extractor.annotate.officials.holders import Naming
from extractor.annotate.officials.hospitals import with_hospital, with_low_place
from extractor.annotate.officials.names import Name, read_name, read_name_before
from extractor.annotate.officials.posts import Post, read_post
from extractor.annotate.officials.seats import place_behind
from extractor.annotate.officials.setting import Setting, is_honorific
from extractor.patterns import Match
from extractor.patterns.vocabulary import vocabulary

_BEFORE = ("in_brackets", "serving_as", "name_first")
_LEADS_IN = frozenset(
    """ujar kata jelas ucap ungkap tutur tegas papar terang imbuh tambah tandas beber sebut pinta harap pungkas oleh
    bersama kepada dan serta menurut yakni yaitu dengan , : ; ( hadir turut antara dari untuk didampingi diwakili
    adalah""".split()
)
_PARTING = frozenset((",", ":", "–", "-"))
_EQUATING = frozenset(("adalah", "ialah", "yakni", "yaitu"))
_LOOKING_AFTER = frozenset("membawahi membawahkan menaungi meliputi mencakup mewilayahi".split())
_BRANCH, _AREA = 2, 18
"""Words of an unknown place of an office; tokens that the area it looks after has at most."""
_DEPUTY, _DEPUTY_REACH = "Wakil", 3
_HEADS = frozenset(("Gubernur", "Bupati", "Wali Kota"))
_NUMBERS = frozenset(("nomor", "no", "no.", "nomer"))
_OUTSIDE = frozenset("di ke dari pada dalam se bertempat acara kegiatan bertajuk bertema".split())


def read_namings(setting: Setting, matches: Iterable[Match]) -> list[Naming]:
    """Every naming, in text order; each name is the bearer of one post only, the nearest that claims it."""
    found: list[Naming] = []
    claimed: set[int] = set()
    for at, forms in sorted(_by_post(setting, matches).items()):
        first = forms["post_first"]
        status_at = setting.units.starts[first.start]
        if any(token in claimed for token in range(status_at, at + 1)):
            continue
        post = read_post(setting, at, status_at)
        if post is not None and post.role == _DEPUTY:
            post = _deputy_of(found, post, setting)
        if post is None:
            continue
        claimed.update(range(post.start, post.end))
        for naming in _namings_of(setting, post, forms, claimed):
            found.append(naming)
            claimed.update(range(naming.start, naming.end))
    return found


def _deputy_of(found: list[Naming], post: Post, setting: Setting) -> Post | None:
    """The deputy of the head of a region who is named last before in the paragraph: "Bupati X, A. Wakilnya, B, ..."."""
    paragraph = setting.reading.paragraph_of[post.start]
    for naming in reversed(found[-_DEPUTY_REACH:]):
        head = naming.post
        if setting.reading.paragraph_of[naming.start] == paragraph and head.role in _HEADS:
            role = f"Wakil {head.role}"
            return post._replace(role=role, sphere=head.sphere, code=head.code, of_region=True, full=True)
    return None


def _by_post(setting: Setting, matches: Iterable[Match]) -> dict[int, dict[str, Match]]:
    """The matches by the token of their post and the form's id."""
    forms = defaultdict[int, dict[str, Match]](dict)
    for match in matches:
        kept = forms[setting.units.starts[match.slots["role"][0]]].setdefault(match.pattern.like, match)
        if kept.start > match.start:
            forms[setting.units.starts[match.slots["role"][0]]][match.pattern.like] = match
    return {at: found for at, found in forms.items() if "post_first" in found}


def _namings_of(setting: Setting, post: Post, forms: dict[str, Match], claimed: set[int]) -> list[Naming]:
    if "pair" in forms:
        return _pair(setting, post, forms["pair"])
    behind = _behind(setting, post)
    before = _before(setting, post, forms, claimed)
    if before and (behind is None or _is_next_bearer(setting, behind)):
        return [before]
    if before and before.pattern == "officials.in_brackets":
        return [before]
    return [behind] if behind else []


def _behind(setting: Setting, post: Post) -> Naming | None:
    """The naming whose name follows the post, with a comma or without."""
    limit = setting.limit(post.end - 1)
    post = with_low_place(setting, with_hospital(setting, post, limit), limit)
    if (area := _area_end(setting, post, limit)) > post.end:
        name = read_name(setting, area, limit)
        return Naming(post.start, name.end, name, post, "officials.post_first") if name else None
    at = post.end
    apart = at < limit and (setting.words[at] in _PARTING or setting.lowers[at] in _EQUATING)
    equated = apart and setting.words[at] not in _PARTING
    if apart:
        at += 1
    elif at + 1 < limit and setting.words[at + 1][0].isupper() and setting.words[at] in setting.short_forms:
        at += setting.words[at] not in vocabulary("given_names") and not is_honorific(setting.words[at])
    name = read_name(setting, at, limit)
    if name is None or (equated and not _is_person(name)):
        return None
    if (
        not apart
        and (post.full or post.sphere in ("district", "village"))
        and _is_rest_of_body(setting, post, name, limit)
    ):
        return _behind_longer(setting, post, name, limit)
    if not apart and (longer := _with_office_behind(setting, post, name, limit)):
        return longer
    if apart and not post.full and not _is_set_off(setting, name, limit):
        return None
    if not apart and _may_be_place(post, name):
        return _behind_address(setting, post, name, limit)
    if not _can_be_person(setting, name) or (not apart and _leads_to_body(setting, name, limit)):
        return None
    return Naming(post.start, name.end, name, post, "officials.post_first")


def _area_end(setting: Setting, post: Post, limit: int) -> int:
    """Behind what an office looks after: "Kepala BPJS Ketenagakerjaan Batulicin yang membawahi Tapin, N"; else the
    post's end.
    """
    at = post.end
    while at < limit and at - post.end < _BRANCH and setting.words[at][0].isupper():
        at += 1
    if at + 1 >= limit or setting.lowers[at] != "yang" or setting.lowers[at + 1] not in _LOOKING_AFTER:
        return post.end
    for comma in range(at + 2, min(limit - 1, at + _AREA)):
        if setting.words[comma] == "," and setting.phrase_end(comma + 1, "region") == comma + 1:
            return comma + 1
    return post.end


def _leads_to_body(setting: Setting, name: Name, limit: int) -> bool:
    """Whether words before a state's body are its unit's: "Kepala Biro Stamarena Polri"."""
    behind = setting.words[name.end] if name.end < limit else ""
    return vocabulary("bodies").get(behind) == "state" and not _is_person(name)


def _behind_address(setting: Setting, post: Post, village: Name, limit: int) -> Naming | None:
    """The bearer behind an unknown village and its district: "Kepala Desa Sumber Wangi, Kecamatan Depok, Hartono,"."""
    at = village.end
    if at >= limit or setting.words[at] != ",":
        return None
    end = place_behind(setting, at + 1, limit, None)
    if end.place is None or end.end + 1 >= limit or setting.words[end.end] != ",":
        return None
    name = read_name(setting, end.end + 1, limit)
    return Naming(post.start, name.end, name, post._replace(end=end.end), "officials.post_first") if name else None


def _is_rest_of_body(setting: Setting, post: Post, name: Name, limit: int) -> bool:
    """Whether words read as a name are the end of a body's: a comma and a name with another person's marks follow."""
    if name.honorifics or name.degrees:
        return False
    if name.words[0] in vocabulary("given_names") or name.end >= limit or setting.words[name.end] != ",":
        return False
    person = read_name(setting, name.end + 1, limit)
    if person is None or post.sphere in ("district", "village"):
        return person is not None and not post.full
    return bool(person.honorifics) or person.words[0] in vocabulary("given_names") or len(name.words) == 1


def _behind_longer(setting: Setting, post: Post, rest: Name, limit: int) -> Naming | None:
    name = read_name(setting, rest.end + 1, limit)
    if name is None:
        return None
    organization = post.organization and f"{post.organization} {' '.join(rest.words)}"
    longer = post._replace(end=rest.end, organization=organization)
    return Naming(post.start, name.end, name, longer, "officials.post_first")


def _with_office_behind(setting: Setting, post: Post, name: Name, limit: int) -> Naming | None:
    """The bearer behind the office, where words before that are the post's own: "Kepala Bidang Marga DPUPR X, N,"."""
    if post.full or name.honorifics or name.degrees or post.sphere != "section":
        return None
    body = body_at(setting, name.end, limit) if name.end < limit else None
    if body is None or body[1].end + 1 >= limit or setting.words[body[1].end] != ",":
        return None
    kind, stretch = body
    person = read_name(setting, stretch.end + 1, limit)
    if person is None or kind == "assembly" or not (person.end == limit or setting.words[person.end] in ",."):
        return None
    code = stretch.place.code if stretch.place and kind == "region" else None
    role = " ".join((post.role, *name.words))
    longer = post._replace(
        end=stretch.end, role=role, code=code, organization=setting.said(name.end, stretch.end), full=True
    )
    return Naming(post.start, person.end, person, longer, "officials.post_first")


def _can_be_person(setting: Setting, name: Name) -> bool:
    """Whether words are more than a field of work or a region's name that was not read as one."""
    if _is_person(name):
        return True
    if all(word in vocabulary("fields") for word in name.words):
        return False
    return setting.phrase_end(name.first, "region") != name.last


def _may_be_place(post: Post, name: Name) -> bool:
    """Whether words behind a post that always has a place, without one, may be that ("Kepala Tiyuh Mulya Jaya")."""
    low = post.sphere in ("district", "village") or post.role.endswith(("Sektor", "Koramil"))
    if not low or post.full or _is_person(name):
        return False
    return post.role != "Camat" or _is_like_a_district(name)


def _is_like_a_district(name: Name) -> bool:
    """Whether a name is or begins with that of a kecamatan anywhere, or one a letter off: "Camat Suoh"."""
    from extractor.gazetteer import gazetteer

    starts = [" ".join(name.words[:end]) for end in range(1, len(name.words) + 1)]
    near = gazetteer().near(starts[-1], level="district")
    return bool(near) or any(gazetteer().named(start, level="district") for start in starts)


def _is_set_off(setting: Setting, name: Name, limit: int) -> bool:
    """Whether words behind a bare post and a comma are a name ("Wakil Wali Kota, Hendra Koto, menyerahkan")."""
    if _is_person(name) or name.end >= limit:
        return _is_person(name)
    return setting.words[name.end] in ",." or setting.lowers[name.end].startswith(("me", "ber"))


def _is_next_bearer(setting: Setting, naming: Naming) -> bool:
    """Whether a name behind a post and a comma bears the post that follows it ("A, Sekda X, B, Camat Y")."""
    at = naming.name.end
    if setting.words[naming.post.end] != "," or at + 1 >= len(setting.words):
        return False
    return setting.words[at] == "," and (
        setting.phrase_end(at + 1, "roles") > at + 1 or setting.phrase_end(at + 1, "acting") > at + 1
    )


def _before(setting: Setting, post: Post, forms: dict[str, Match], claimed: set[int]) -> Naming | None:
    """The naming whose name stands before the post, by the most telling form that matched."""
    pattern = next((pattern for pattern in _BEFORE if pattern in forms), None)
    if pattern is None:
        return None
    match = forms[pattern]
    end = setting.units.ends[match.start] if pattern != "name_first" else _end_of_name(setting, post.start)
    name = read_name_before(setting, end, setting.sentence_start(post.start))
    if (
        name is None
        or any(token in claimed for token in range(name.first, name.last))
        or not _can_be_person(setting, name)
    ):
        return None
    if pattern == "name_first" and not _may_bear(setting, name, post):
        return None
    if pattern == "serving_as" and not (post.full or _is_person(name)):
        return None
    end = post.end
    if pattern == "in_brackets" and end < len(setting.words) and setting.words[end] == ")":
        end += 1
    return Naming(name.start, end, name, post, f"officials.{pattern}")


def _end_of_name(setting: Setting, at: int) -> int:
    return at - 1 if setting.words[at - 1] in (",", "–", "-", "—") else at


def _is_person(name: Name) -> bool:
    return bool(name.honorifics or name.degrees) or any(word in vocabulary("given_names") for word in name.words)


def _may_bear(setting: Setting, name: Name, post: Post) -> bool:
    """Whether words before a post are its bearer's name: the post is full, and nothing leads elsewhere."""
    if not post.full or setting.in_headline(name.first):
        return False
    start = setting.sentence_start(name.start)
    before = setting.lowers[name.start - 1] if name.start > start else ""
    if before in _OUTSIDE or (post.end < len(setting.words) and setting.lowers[post.end] in _NUMBERS):
        return False
    if any(word in vocabulary("fields") for word in name.words):
        return False
    if _is_person(name):
        return True
    set_off = (
        setting.words[post.start - 1] == "," and post.end < len(setting.words) and setting.words[post.end] in ",.;"
    )
    return set_off and len(name.words) > 1 and (before in _LEADS_IN or before == "")


def _pair(setting: Setting, post: Post, match: Match) -> list[Naming]:
    """The namings of two posts with one place and two names: "Bupati dan Wakil Bupati Sleman A dan B"."""
    second_at = setting.units.starts[match.slots["second"][0]]
    acting = second_at - 1 if setting.phrase_end(second_at - 1, "acting") > second_at - 1 else second_at
    second = read_post(setting, second_at, acting)
    if second is None:
        return []
    limit = setting.limit(second_at)
    at = second.end + 1 if second.end < limit and setting.words[second.end] == "," else second.end
    one = read_name(setting, at, limit)
    if one is None or one.end >= limit or setting.words[one.end] not in ("dan", "-", "–", "&", "/"):
        return []
    other = read_name(setting, one.end + 1, limit)
    if other is None:
        return []
    first = post._replace(end=second.end, code=post.code or second.code, full=True)
    return [
        Naming(post.start, one.end, one, first, "officials.pair"),
        Naming(other.start, other.end, other, second._replace(start=other.start), "officials.pair"),
    ]
