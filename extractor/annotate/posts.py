"""Posts as the press prints them: acting status, post, field, body and place.

    Wali Kota Jambi                     Penjabat (Pj) Bupati Sleman           Sekretaris Daerah (Sekda) Pemprov Kaltim
    Kabag Ekonomi Setda Kota Jambi      Kepala Dinas Koperasi dan UKM         Plt. Kepala Disnakerkop dan UKM Kota Jambi
    Kepala BPJS Ketenagakerjaan Cabang  Deputi Bidang Y Kementerian Z         Ketua Komisi IV DPRD Kota Solok

Whose a post is: a region's, where it heads the region, its offices, schools or assembly; the state's for BPJS, ministries,
banks and commissions (KPU, Ombudsman), even where a region's name stands in the body: those answer to no region. The posts
of police, army, courts and prosecutors have the region that they are named for (Kapolres Raja Ampat), and no body.
None: a former or coming holder's post, an officer of a company, party or association.
"""

from functools import lru_cache
from typing import NamedTuple

from extractor.annotate.setting import Place, Setting, is_degree, is_honorific
from extractor.patterns.vocabulary import vocabulary

_PLACE_WORDS = frozenset(
    "kota kabupaten kab kab. provinsi propinsi prov prov. pemprov pemkab pemkot pemko pemda pemerintah daerah kecamatan kec. "
    "kec distrik desa kelurahan nagari gampong pekon kampung wilayah cabang kepulauan pemrpov pemprop pemporv".split()
)
_SMALL_WORDS = frozenset(("ri", "setempat", "terpilih", "definitif", "nonaktif", "petahana", "republik", "indonesia"))
_ROMAN = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "1", "2", "3", "4"))
_JOINS = frozenset(("dan", "&", "serta", "/", "-"))
_STATE_BOARDS = frozenset(("Nasional", "Negara", "Statistik", "Pemeriksa", "Pengawas", "Penyelenggara", "Karantina", "Meteorologi"))
"""Words in the names of boards that are the state's: Badan Gizi Nasional, Badan Pusat Statistik, Badan Pengawas Pemilu."""
_SOCIAL_SECURITY = ("kepesertaan", "perluasan")


class Post(NamedTuple):
    """A post that the story prints at tokens [start, end).

    `role` is the post in standard words; `sphere` what vocabulary/posts.txt says of it; `code` the region that it names;
    `of_region` whether it is a region's post; `full` whether it names a place or body.
    """

    start: int
    end: int
    role: str
    status: str | None
    sphere: str
    code: str | None
    organization: str | None
    of_region: bool
    full: bool


class _Stretch(NamedTuple):
    """Words behind a post: their end, the last region among them, and whether there were any."""

    end: int
    place: Place | None


def read_post(setting: Setting, at: int, status_at: int) -> Post | None:
    """The post whose word of the list `roles` starts at token `at`, and its acting status at `status_at`, if before it."""
    if _is_not_held(setting, status_at):
        return None
    unit = setting.units.unit_of[at]
    role = setting.story.value(unit, "roles")
    sphere = _sphere(role)
    if sphere == "body" and not setting.words[at][0].isupper():
        return None
    status = setting.story.value(setting.units.unit_of[status_at], "acting") if status_at < at else None
    end = _behind_brackets(setting, setting.units.ends[unit], setting.limit(at))
    reader = {"section": _section, "office": _office, "portfolio": _portfolio, "body": _body}.get(sphere, _seat)
    post = reader(setting, at, end, role)
    if post is None or _is_foreign(setting, post):
        return None
    post = post._replace(end=_behind_faction(setting, post.end, setting.limit(at)))
    if setting.words[status_at - 1] == "Wakil" and status_at > 0 and not role.startswith("Wakil"):
        post = post._replace(role=f"Wakil {post.role}")
        status_at -= 1
    return post._replace(start=status_at, status=status, sphere=sphere)


def _behind_faction(setting: Setting, at: int, limit: int) -> int:
    """Behind a member's faction: "Anggota DPRD Kota Solok dari Fraksi PKS"."""
    faction = at + 1 if at < limit and setting.lowers[at] == "dari" else at
    if faction + 1 >= limit or setting.lowers[faction] not in ("fraksi", "f-"):
        return at
    end = faction + 1
    while end < limit and end < faction + 4 and (setting.words[end].isupper() or setting.words[end] in ("Partai", "Golkar", "Gerindra")):
        end += 1
    if end < limit and end == faction + 2 and setting.words[end - 1] == "Partai":
        end += 1
    return end if end > faction + 1 else faction + 2


def _is_foreign(setting: Setting, post: Post) -> bool:
    """Whether another country's name stands in a post or behind it: "Presiden AS", "Menteri Luar Negeri Malaysia"."""
    around = setting.lowers[post.end - 1 : post.end + 2]
    words = setting.words[post.end - 1 : post.end + 2]
    return any(lower in vocabulary("countries") and word[0].isupper() for lower, word in zip(around, words, strict=True))


def _sphere(role: str) -> str:
    known = vocabulary("posts").get(role)
    return known or ("portfolio" if role.startswith(("Menteri", "Wakil Menteri")) else "forces")


def _is_not_held(setting: Setting, at: int) -> bool:
    return at > 0 and setting.lowers[at - 1] in vocabulary("not_in_office")


def _behind_brackets(setting: Setting, at: int, limit: int, behind_place: bool = False) -> int:
    """Behind a short form in brackets: "Sekretaris Daerah (Sekda)"; of a place only where one stands before it."""
    if at + 2 < limit and setting.words[at] == "(" and (behind_place or not setting.placed(at + 1)):
        for end in range(at + 2, min(at + 6, limit)):
            if setting.words[end] == ")":
                return end + 1
    return at


def _seat(setting: Setting, start: int, at: int, role: str) -> Post:
    """A post with at most a place behind it."""
    limit, sphere = setting.limit(start), _sphere(role)
    if sphere in ("province", "forces") and (body := _body_at(setting, at, limit)) and body[0] == "state":
        return Post(start, body[1].end, role, None, "", None, setting.said(at, body[1].end), False, True)
    level = sphere if sphere in ("district", "village") else None
    end, place = _places(setting, at, limit, level)
    if sphere == "forces" and place is None:
        end, place = _places(setting, _behind_number(setting, at, limit), limit, None)
    of_region = sphere != "national" and not (sphere == "forces" and place is None)
    return Post(start, end, role, None, "", place.code if place and of_region else None, None, of_region, place is not None)


def _behind_number(setting: Setting, at: int, limit: int) -> int:
    """Behind the number of a command: "Dandim 0415/Jambi", where the place stands in the same token or the next."""
    return at + 1 if at < limit and setting.words[at][0].isdigit() else at


def _places(setting: Setting, at: int, limit: int, level: str | None) -> _Stretch:
    """The place behind a post; of a village or district the places above it are passed over."""
    while at < limit and (setting.lowers[at] in _SMALL_WORDS or setting.lowers[at].startswith("ke-")):
        at += 1
    start = at
    while at < limit and setting.place(at) is None and _is_place_word(setting, at):
        at = _behind_brackets(setting, at + 1, limit)
    place = setting.place(at) if at < limit else None
    if place is None and level and at < limit:
        place = _looked_up(setting, at, limit, level)
    if place is None:
        named = setting.place_end(at) if at < limit else at
        return _Stretch(named if named > at and not _starts_name(setting, at, limit) else start, None)
    at = _behind_brackets(setting, place.end, limit, behind_place=True)
    if at < limit and setting.words[at] == "Kota" and setting.words[at - 1] != ")":
        at += 1
    return _Stretch(_places_above(setting, at, limit, bool(level)), place)


def _is_place_word(setting: Setting, at: int) -> bool:
    return setting.lowers[at] in _PLACE_WORDS and setting.words[at][0].isupper()


def _places_above(setting: Setting, at: int, limit: int, sunken: bool) -> int:
    while at < limit:
        next_at = at + 1 if sunken and setting.words[at] == "," else at
        while next_at < limit and setting.place(next_at) is None and _is_place_word(setting, next_at):
            next_at += 1
        above = setting.place(next_at) if next_at < limit else None
        if above is None or (next_at == at and not sunken):
            return at
        at = above.end
    return at


def _looked_up(setting: Setting, at: int, limit: int, level: str) -> Place | None:
    """A district or village that only the post behind which it stands tells: the longest name under the story's regions."""
    from extractor.gazetteer import gazetteer

    within = dict.fromkeys(place.code[:5] for place in setting.places)
    for end in range(min(at + 3, limit), at, -1):
        if not all(word[0].isupper() for word in setting.words[at:end]):
            continue
        name = setting.said(at, end)
        for code in within:
            found = gazetteer().named(name, level=level, within=code)
            if len(found) == 1:
                return Place(found[0].code, at, end, "post")
    return None


def _stretch(setting: Setting, at: int, limit: int, inside: bool = False) -> _Stretch:
    """The words of a field or of a body's name that start at a token (`inside`: go on there), with the places in it."""
    place = None
    start = at
    lower = _in_lower_case(setting, at)
    while at < limit:
        named = setting.place_end(at)
        if named > at and not (place and _starts_name(setting, at, limit)):
            place, at = setting.place(at) or place, _behind_brackets(setting, named, limit, behind_place=True)
            continue
        step = _step(setting, at, limit, lower, inside or at > start)
        if step == 0 or (place is not None and setting.words[at] == ","):
            break
        at += step
    while at > start and setting.lowers[at - 1] in _JOINS:
        at -= 1
    return _Stretch(at, place)


def _in_lower_case(setting: Setting, at: int) -> bool:
    """Whether a field is printed in lower case: "Deputi bidang koordinasi ..."."""
    return any(word in ("bidang", "bagian", "urusan") for word in setting.words[max(at - 1, 0) : at + 1])


def _step(setting: Setting, at: int, limit: int, lower: bool, inside: bool) -> int:
    """How many tokens of a body's name stand at a token; 0 where it ends."""
    word = setting.words[at]
    if inside and (setting.lowers[at] in _JOINS or word == ",") and at + 1 < limit:
        return 1 if _names_field(setting, at + 1, lower) and not _starts_name(setting, at + 1, limit) else 0
    if word == "(":
        return _behind_brackets(setting, at, limit) - at
    if _starts_name(setting, at, limit):
        return 0
    if setting.phrase_end(at, "roles") > at + 1 or setting.phrase_end(at, "honorifics") > at:
        return 0
    if _names_field(setting, at, lower) or (inside and word in _ROMAN) or _leads_to_place(setting, at, limit):
        return 1
    return 0


def _leads_to_place(setting: Setting, at: int, limit: int) -> bool:
    """Whether an unknown word must be the office's, since a place or another body stands behind it ("Parekraf Lampung")."""
    word = setting.words[at]
    if at + 1 >= limit or not word.isalpha() or not word[0].isupper() or word in vocabulary("given_names"):
        return False
    return setting.place_end(at + 1) > at + 1 or setting.words[at + 1] in vocabulary("bodies")


def _starts_name(setting: Setting, at: int, limit: int) -> bool:
    """Whether a person's name that begins like a field or region starts here ("Anak Agung", "Bima Arya", "I Made")."""
    if at + 1 >= limit:
        return False
    word, behind = setting.words[at], setting.words[at + 1]
    if word == "I":
        return behind[0].isupper() and behind not in vocabulary("bodies") and behind not in vocabulary("fields")
    return (word == "Anak" and behind == "Agung") or (word in vocabulary("given_names") and behind in vocabulary("given_names"))


def _names_field(setting: Setting, at: int, lower: bool) -> bool:
    word = setting.words[at]
    if lower and word[0].islower():
        word = word.capitalize()
    return (
        word in vocabulary("fields")
        or word in vocabulary("bodies")
        or setting.place_end(at) > at
        or (setting.lowers[at] in _PLACE_WORDS and word[0].isupper())
        or _is_acronym(word)
    )


@lru_cache(maxsize=4096)
def _is_acronym(word: str) -> bool:
    """Whether a word is an office's short form: capitals (and digits) of three letters and more, no degree, no title."""
    plain = word.replace("-", "").replace("/", "")
    return len(plain) > 2 and plain.isalnum() and plain.isupper() and not is_degree(word) and not is_honorific(word)


def _section(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """A post with a field of its own: "Kabag Hukum Setda Muba", "Asisten II", "Ketua Komisi IV DPRD Kota Solok"."""
    limit = setting.limit(start)
    if role.endswith(" Komisi") and at < limit and setting.words[at] not in _ROMAN:
        return _body(setting, start, at - 1, role.removesuffix(" Komisi"))
    field = _field(setting, at, limit)
    insured = _is_insurance(setting, at, field)
    role = _with_field(setting, role, at, field)
    field = _to_office(setting, _behind_secretary(setting, field, limit, role), limit)
    body = _body_at(setting, field, limit)
    if body is None and insured:
        return Post(start, field, role, None, "", None, "BPJS Ketenagakerjaan", False, True)
    if body is None:
        end, place = _places(setting, field, limit, None)
        own = role.split()[-1] not in ("Asisten", "Ketua", "Komisi", "Fraksi")
        return Post(start, end, role, None, "", place.code if place else None, None, True, own and end > at)
    kind, stretch = body
    organization = setting.said(field, stretch.end)
    if kind == "assembly":
        role, organization = f"{role} {setting.words[field]}", ""
    if role.startswith(("Asisten", "Staf Ahli")) and kind == "region":
        organization = ""
    code = stretch.place.code if stretch.place and kind != "state" else None
    return Post(start, stretch.end, role, None, "", code, organization or None, kind != "state", True)


def _behind_secretary(setting: Setting, at: int, limit: int, role: str) -> int:
    """Behind the secretary whose assistant it is: "Asisten II Sekda Kota Solok"."""
    if at < limit and role.startswith("Asisten") and setting.phrase_end(at, "roles") > at:
        if setting.story.value(setting.units.unit_of[at], "roles") == "Sekretaris Daerah":
            return setting.phrase_end(at, "roles")
    return at


def _field(setting: Setting, at: int, limit: int) -> int:
    """The end of a field: words of the vocabulary `fields`, joined, up to a body or place."""
    start = at
    lower = _in_lower_case(setting, at)
    while at < limit and setting.place(at) is None:
        word = setting.words[at]
        joined = (setting.lowers[at] in _JOINS or word == ",") and at > start and at + 1 < limit
        if joined and _is_field(setting, at + 1, lower):
            at += 2
        elif _goes_on(setting, at, start, lower):
            at += 1
        else:
            break
    return at


def _to_office(setting: Setting, at: int, limit: int) -> int:
    """Over the word that leads from a section to its office: "Kabid X pada Dinas Y", "Kabid X, Dinas Y"."""
    if at + 1 < limit and setting.lowers[at] in ("pada", "di", ","):
        kind = vocabulary("bodies").get(setting.words[at + 1])
        return at + 1 if kind and setting.words[at + 1] not in vocabulary("fields") else at
    return at


def _goes_on(setting: Setting, at: int, start: int, lower: bool) -> bool:
    """Whether a field goes on at a token: a field's word, a number ("Asisten II"), an unknown word before a place."""
    if _is_field(setting, at, lower):
        return True
    if setting.words[at] in _ROMAN:
        return at == start or not _starts_name(setting, at, len(setting.words))
    return at == start and _leads_to_place(setting, at, len(setting.words))


def _is_field(setting: Setting, at: int, lower: bool) -> bool:
    word = setting.words[at]
    if word in vocabulary("bodies") and word not in ("Bidang", "Bagian", "Seksi") and word not in vocabulary("fields"):
        return False
    if lower and word[0].islower():
        word = word.capitalize()
    if setting.place(at) is not None or _starts_name(setting, at, len(setting.words)):
        return False
    return word in vocabulary("fields") or word in ("Bidang", "Bagian") or (_is_acronym(word) and word not in vocabulary("bodies"))


def _with_field(setting: Setting, role: str, at: int, end: int) -> str:
    if end == at:
        return role
    words = setting.said(at, end).split()
    spelled = [vocabulary("short_fields").get(word, word) for word in words]
    large = [word if word in _JOINS or not word[0].islower() else word.capitalize() for word in spelled]
    if large[0] == role.split()[-1]:
        large = large[1:]
    return " ".join([role, *large])


def _body_at(setting: Setting, at: int, limit: int) -> tuple[str, _Stretch] | None:
    """The kind of the public body whose name starts at a token, and how far the name goes."""
    for pair in (2, 1):
        head = " ".join(setting.words[at : at + pair])
        if at + pair <= limit and head in vocabulary("bodies"):
            kind = vocabulary("bodies")[head]
            if head == "Sekretariat" and at + 1 < limit and setting.words[at + 1] == "DPRD":
                kind = "region"
            stretch = _stretch(setting, at + pair, limit, inside=True)
            return ("region" if kind.startswith("Kepala") else kind), stretch
    return None


def _office(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """The head of an office whose field follows: "Kepala Dinas Sosial Kota Solok", "Kadinkes Merangin"."""
    limit = setting.limit(start)
    stretch = _stretch(setting, at, limit)
    noun = _office_noun(setting, start, role)
    rest = setting.said(at, stretch.end) if stretch.end > at else ""
    organization = f"{noun} {rest}".strip()
    if setting.words[at - 1] == noun and rest:
        organization = setting.said(at - 1, stretch.end)
    code = stretch.place.code if stretch.place else None
    full = stretch.end > at or noun not in ("Dinas", "Badan")
    if noun == "Badan" and not _STATE_BOARDS.isdisjoint(setting.words[at : stretch.end]):
        return Post(start, stretch.end, role, None, "", None, organization, False, True)
    return Post(start, stretch.end, role, None, "", code, organization if full else None, True, full)


def _office_noun(setting: Setting, start: int, role: str) -> str:
    """The office in the story's words: "Dinas", "Puskesmas", and "Dinkes" of "Kadinkes"."""
    word = setting.words[setting.units.ends[setting.units.unit_of[start]] - 1]
    lower = word.lower().rstrip(".")
    if lower.startswith("kad") and lower not in ("kadis", "kadus"):
        short = word[2:].rstrip(".")
        return short[0].upper() + short[1:]
    return role.split()[-1]


def _portfolio(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """A post of the state with a field: "Menteri Sosial", "Deputi Bidang X Kementerian Y", "Direktur Z BPJS"."""
    limit = setting.limit(start)
    minister = role.startswith(("Menteri", "Wakil Menteri"))
    whole = minister and role not in ("Menteri", "Wakil Menteri", "Menteri Koordinator")
    field = at if whole else _field(setting, at, limit)
    if minister:
        field = _behind_second_post(setting, _behind_state(setting, field, limit), limit)
    if not whole:
        role = _with_field(setting, role, at, field)
        if minister and field == at:
            return None
    if minister:
        return Post(start, _behind_state(setting, field, limit), role, None, "", None, None, False, True)
    body = _body_at(setting, field, limit)
    if body and body[0] == "state":
        return Post(start, body[1].end, role, None, "", None, setting.said(field, body[1].end), False, True)
    if body:
        code = body[1].place.code if body[1].place else None
        return Post(start, body[1].end, role, None, "", code, setting.said(field, body[1].end), True, True)
    return _without_body(setting, start, at, field, role)


def _behind_second_post(setting: Setting, at: int, limit: int) -> int:
    """Behind a post joined by a stroke: "Menteri PPN/Kepala Bappenas", "Menteri Lingkungan Hidup/Kepala Badan ..."."""
    if at < limit and (setting.words[at] == "/" or "/" in setting.words[at][1:-1]):
        second = setting.phrase_end(at + 1, "roles") if at + 1 < limit else at + 1
        return _stretch(setting, max(second, at + 1), limit, inside=True).end
    return at


def _without_body(setting: Setting, start: int, at: int, field: int, role: str) -> Post | None:
    """A director or deputy whose body the story leaves out: of social security, where the story is about it."""
    end = _behind_state(setting, field, setting.limit(start))
    if not role.startswith(("Direktur", "Deputi Direktur", "Asisten Deputi")):
        return Post(start, end, role, None, "", None, None, False, field > at)
    if not (_is_insurance(setting, at, field) or ("Wilayah" in role and setting.insured)):
        return None
    return Post(start, end, role, None, "", None, "BPJS Ketenagakerjaan", False, True)


def _is_insurance(setting: Setting, at: int, end: int) -> bool:
    """Whether a field is one of social security's own departments, in a story about it."""
    return any(word in _SOCIAL_SECURITY for word in setting.lowers[at:end]) and setting.insured


def _behind_state(setting: Setting, at: int, limit: int) -> int:
    while at < limit and setting.lowers[at] in ("ri", "republik", "indonesia"):
        at += 1
    return _behind_brackets(setting, at, limit)


def _body(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """A post that only its body makes public: "Kepala BPJS Ketenagakerjaan Cabang X", "Ketua KPU", "Perwakilan BPKAD"."""
    limit = setting.limit(start)
    if at + 1 < limit and setting.words[at] == "." and setting.words[at - 1] == "Ka":
        at += 1
    found = _body_at(setting, at, limit)
    if found is None:
        return _of_government(setting, start, at, role) or _of_branch(setting, start, at, role)
    kind, stretch = found
    organization = setting.said(at, stretch.end)
    if kind == "assembly":
        code = stretch.place.code if stretch.place else None
        return Post(start, stretch.end, f"{role} {setting.words[at]}", None, "", code, None, True, True)
    code = stretch.place.code if stretch.place and kind == "region" else None
    role = _head_of(role, setting.words[at], organization)
    return Post(start, stretch.end, role, None, "", code, organization, kind == "region", True)


def _head_of(role: str, head: str, organization: str) -> str:
    """The post written out by its body: "Kepala Dinas", "Sekretaris Badan", "Kepala Cabang"."""
    spelled = vocabulary("bodies").get(head, "")
    if role in ("Kepala", "Sekretaris") and spelled.startswith("Kepala "):
        return role + spelled.removeprefix("Kepala")
    if role == "Kepala" and "Cabang" in organization.split():
        return "Kepala Cabang"
    return f"{role} {head}" if role in ("Kepala", "Direktur") and head in ("Puskesmas", "RSUD", "UPTD", "UPT") else role


def _of_government(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """The secretary of a city or regency, printed without "Daerah": "Sekretaris Kota Bandar Lampung"."""
    if role != "Sekretaris":
        return None
    end, place = _places(setting, at, setting.limit(start), None)
    if place is None or setting.words[at] not in ("Kota", "Kabupaten", "Provinsi"):
        return None
    return Post(start, end, "Sekretaris Daerah", None, "", place.code, None, True, True)


def _of_branch(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """The head of a branch whose body the story leaves out: of social security, where the story is about it."""
    if role not in ("Kepala Cabang", "Kepala Kantor Cabang", "Kepala Kantor Wilayah") or not setting.insured:
        return None
    stretch = _stretch(setting, at, setting.limit(start))
    organization = f"BPJS Ketenagakerjaan {setting.said(at, stretch.end)}" if stretch.end > at else "BPJS Ketenagakerjaan"
    return Post(start, stretch.end, role, None, "", None, organization, False, stretch.end > at)
