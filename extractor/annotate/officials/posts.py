"""Posts as the press prints them: acting status, post, field, body and place.

    Wali Kota Jambi                     Penjabat (Pj) Bupati Sleman           Sekretaris Daerah (Sekda) Pemprov Kaltim
    Kabag Ekonomi Setda Kota Jambi      Kepala Dinas Koperasi dan UKM         Plt. Kepala Disnakerkop dan UKM Kota Jambi
    Kepala BPJS Ketenagakerjaan Cabang  Deputi Bidang Y Kementerian Z         Ketua Komisi IV DPRD Kota Solok

Whose a post is: a region's, where it heads the region, its offices, schools or assembly; the state's for BPJS,
ministries, banks and commissions (KPU, Ombudsman), even where a region's name stands in the body: those answer to no
region. The posts of police, army, courts and prosecutors have the region that they are named for (Kapolres Raja Ampat).
None: a former or coming holder's post, an officer of a company, party or association.
"""

from typing import NamedTuple

from extractor.annotate.officials.bodies import (
    ROMAN,
    STATE_BOARDS,
    body_at,
    body_end,
    coined_head,
    field_end,
    head_by_initials,
    office_by_initials,
    with_field,
)
from extractor.annotate.officials.memberships import behind_membership
from extractor.annotate.officials.seats import Stretch, behind_brackets, command_place, place_behind, unread_place
from extractor.annotate.officials.setting import Setting, is_honorific
from extractor.patterns.vocabulary import vocabulary

_ADVISERS = ("Staf Ahli", "Staf Khusus", "Tenaga Ahli", "Penasihat")
"""Posts whose field may stand behind the place."""
_REACH = 40
"""Tokens before a post in which its superior unit is looked for."""
_SOCIAL_SECURITY = ("kepesertaan", "perluasan")
"""Fields that only the departments of social security have."""

_BOTH_SECTORS = ("Direktur", "Deputi Direktur", "Asisten Deputi", "Kepala Departemen", "Kepala Divisi")
"""Posts that firms and unions have as well as the state."""
_SPOKESMEN = ("Juru Bicara",)
"""Posts of a body that are so also in lower case; a "kepala" or "anggota" may be anybody's."""
_PUBLIC_BY_BODY = ("Ketua", "Wakil Ketua", "Anggota", "Komisioner", "Kepala")
"""Posts that are public in lower case with a public body right behind them."""
_LETTERS = frozenset("ABCDE")
"""Letters of an assembly's commissions: Komisi A."""
_UNITS = ("Kepala Satuan", "Kepala Seksi", "Kepala Unit", "Kepala Bagian Operasi")
"""Posts within a police district."""
_CHIEFS = ("Kepala Kepolisian Resor", "Wakil Kepala Kepolisian Resor")
_UNREAD = 3
"""Words in the name of a place that is not known."""
_OF_DISTRICT = ("Sektor", "Koramil")
"""How the posts of police and army end that are named for a kecamatan: Kapolsek, Danramil."""
_DISTRICTS = frozenset("Polres Polresta Polrestabes Kejari".split())
"""Police and prosecutors' districts, which have the region that they are named for."""


class Post(NamedTuple):
    """A post that the story prints at tokens [start, end).

    `role` is the post in standard words; `sphere` what vocabulary/posts.txt says of it; `code` the region that it
    names; `of_region` whether it is a region's post; `full` whether it names a place or body.
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


def read_post(setting: Setting, at: int, status_at: int) -> Post | None:
    """The post whose phrase of the list `roles` starts at token `at`, its acting status at `status_at` if before."""
    if _is_not_held(setting, status_at):
        return None
    unit = setting.units.unit_of[at]
    role = setting.story.value(unit, "roles")
    sphere = _sphere(role)
    if sphere == "body" and not setting.words[at][0].isupper() and not _is_public_in_lower_case(setting, unit, role):
        return None
    status = _status(setting, at, status_at)
    end = behind_brackets(setting, setting.units.ends[unit], setting.limit(at))
    reader = {"section": _section, "office": _office, "portfolio": _portfolio, "body": _body}.get(sphere, _seat)
    post = reader(setting, at, end, role)
    if post is None or _is_foreign(setting, post):
        return None
    post = post._replace(end=behind_membership(setting, post.end, setting.limit(at)))
    post = _with_field_behind(setting, post, setting.limit(at))
    if setting.words[status_at - 1] == "Wakil" and status_at > 0 and not role.startswith("Wakil"):
        post = post._replace(role=f"Wakil {post.role}")
        status_at -= 1
    return post._replace(start=status_at, status=status, sphere=sphere)


def _is_public_in_lower_case(setting: Setting, unit: int, role: str) -> bool:
    """Whether a post that anybody may have is a public one in lower case too: "anggota Bawaslu Kalsel, Hartono"."""
    end = setting.units.ends[unit]
    if role in _SPOKESMEN or role not in _PUBLIC_BY_BODY or end >= len(setting.words):
        return role in _SPOKESMEN
    return vocabulary("bodies").get(setting.words[end]) in ("state", "assembly")


def _with_field_behind(setting: Setting, post: Post, limit: int) -> Post:
    """An adviser's post with the field that stands behind the place: "Staf Ahli Bupati Sleman Bidang Hukum"."""
    if not post.role.startswith(_ADVISERS) or post.end >= limit or setting.words[post.end] != "Bidang":
        return post
    end = field_end(setting, post.end, limit)
    return post._replace(end=end, role=with_field(setting, post.role, post.end, end), full=True)


def _status(setting: Setting, at: int, status_at: int) -> str | None:
    """The acting status printed before a post, or in its own first word where lists hold the two as one phrase."""
    if status_at < at:
        return setting.story.value(setting.units.unit_of[status_at], "acting")
    return "Pj" if setting.lowers[at] == "pj" else None


def _is_foreign(setting: Setting, post: Post) -> bool:
    """Whether another country's name stands in a post or behind it: "Presiden AS", "Menteri Luar Negeri Malaysia"."""
    around = setting.words[post.end - 1 : post.end + 2]
    return any(word.lower() in vocabulary("countries") and word[0].isupper() for word in around)


def _sphere(role: str) -> str:
    known = vocabulary("posts").get(role)
    return known or ("portfolio" if role.startswith(("Menteri", "Wakil Menteri")) else "forces")


def _is_not_held(setting: Setting, at: int) -> bool:
    return at > 0 and setting.lowers[at - 1] in vocabulary("not_in_office")


def _seat(setting: Setting, start: int, at: int, role: str) -> Post:
    """A post with at most a place behind it."""
    limit, sphere = setting.limit(start), _sphere(role)
    if sphere in ("province", "forces") and (body := body_at(setting, at, limit)) and body[0] == "state":
        code = _code_of_police(setting, at, body[1], sphere)
        return Post(start, body[1].end, role, None, "", code, setting.said(at, body[1].end), bool(code), True)
    level = "district" if role.endswith(_OF_DISTRICT) else sphere if sphere in ("district", "village") else None
    end, place = place_behind(setting, at, limit, level)
    if sphere == "forces" and place is None:
        end, place = _command(setting, at, end, limit, role)
    if sphere == "forces" and place is None and end == at and role.startswith((*_UNITS, *_CHIEFS)):
        return _of_superior_unit(setting, start, at, role)
    if sphere == "forces" and place is None:
        end = _behind_unread(setting, end, limit)
    of_region = sphere != "national" and not (sphere == "forces" and place is None)
    return Post(
        start, end, role, None, "", place.code if place and of_region else None, None, of_region, place is not None
    )


def _code_of_police(setting: Setting, at: int, stretch: Stretch, sphere: str) -> str | None:
    """The region of a police district whose name [at, end) stands behind the post of one of its units."""
    if sphere != "forces" or setting.words[at] not in _DISTRICTS:
        return None
    place = unread_place(setting, at + 1, stretch.end, _CHIEFS[0] if setting.words[at].startswith("Polres") else "")
    place = stretch.place or place
    return place.code if place else None


def _of_superior_unit(setting: Setting, start: int, at: int, role: str) -> Post:
    """A post within a police district that its sentence names before: "Satlantas Polres X ... Kasat Lantas Iptu N"."""
    for token in range(start - 1, max(setting.sentence_start(start), start - _REACH) - 1, -1):
        if setting.words[token] in _DISTRICTS and (body := body_at(setting, token, start)):
            code = _code_of_police(setting, token, body[1], "forces")
            if code:
                name = None if role.startswith(_CHIEFS) else setting.said(token, body[1].end)
                return Post(start, at, role, None, "", code, name, True, False)
    return Post(start, at, role, None, "", None, None, False, False)


def _behind_unread(setting: Setting, at: int, limit: int) -> int:
    """Behind the name of a place that is not known, told by the rank that follows: "Kapolsek Bengkunat AKP Suhairi"."""
    end = at
    while end < min(at + _UNREAD, limit) and setting.words[end].istitle() and not is_honorific(setting.words[end]):
        end += 1
    rank = end + 1 if end < limit and setting.words[end] == "," else end
    is_ranked = rank < limit and setting.phrase_end(rank, "honorifics") > rank
    return end if is_ranked and not any(word in vocabulary("given_names") for word in setting.words[at:end]) else at


def _command(setting: Setting, at: int, end: int, limit: int, role: str) -> Stretch:
    """The place of a post of police, army or court that was not read as a region's name."""
    if end > at:
        place = unread_place(setting, at, end, role)
        return Stretch(place.end if place else end, place)
    return command_place(setting, at, limit, "district" if role.endswith(_OF_DISTRICT) else None)


def _section(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """A post with a field of its own: "Kabag Hukum Setda Muba", "Asisten II", "Ketua Komisi IV DPRD Kota Solok"."""
    limit = setting.limit(start)
    lettered = role.endswith(" Komisi") and at < limit and setting.words[at] in _LETTERS
    if role.endswith(" Komisi") and at < limit and setting.words[at] not in ROMAN and not lettered:
        return _body(setting, start, at - 1, role.removesuffix(" Komisi"))
    field = at + 1 if lettered else field_end(setting, at, limit)
    insured = _is_insurance(setting, at, field)
    role = with_field(setting, role, at, field)
    field = behind_brackets(setting, field, limit) if field > at else field
    field = _to_office(setting, _behind_secretary(setting, field, limit, role), limit)
    body = body_at(setting, field, limit)
    if body is None and insured:
        return Post(start, field, role, None, "", None, setting.insurer, False, True)
    if body is None:
        end, place = place_behind(setting, field, limit, None)
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
    end = setting.phrase_end(at, "roles") if at < limit and role.startswith("Asisten") else at
    is_secretary = end > at and setting.story.value(setting.units.unit_of[at], "roles") == "Sekretaris Daerah"
    return end if is_secretary else at


def _to_office(setting: Setting, at: int, limit: int) -> int:
    """Over the word that leads from a section to its office: "Kabid X pada Dinas Y", "Kabid X, Dinas Y"."""
    if at + 1 < limit and setting.lowers[at] in ("pada", "di", ","):
        kind = vocabulary("bodies").get(setting.words[at + 1])
        return at + 1 if kind and setting.words[at + 1] not in vocabulary("fields") else at
    return at


def _office(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """The head of an office whose field follows: "Kepala Dinas Sosial Kota Solok", "Kadinkes Merangin"."""
    limit = setting.limit(start)
    stretch = body_end(setting, at, limit)
    noun = _office_noun(setting, start, role)
    rest = setting.said(at, stretch.end) if stretch.end > at else ""
    organization = f"{noun} {rest}".strip()
    if setting.words[at - 1] == noun and rest:
        organization = setting.said(at - 1, stretch.end)
    code = stretch.place.code if stretch.place else None
    full = stretch.end > at or noun not in ("Dinas", "Badan")
    if vocabulary("bodies").get(setting.words[at] if stretch.end > at else "") == "state":
        return Post(start, stretch.end, role, None, "", None, organization, False, True)
    if noun == "Badan" and not STATE_BOARDS.isdisjoint(setting.words[at : stretch.end]):
        return Post(start, stretch.end, role, None, "", None, organization, False, True)
    return Post(start, stretch.end, role, None, "", code, organization if full else None, True, full)


def _office_noun(setting: Setting, start: int, role: str) -> str:
    """The office in the story's words: "Dinas", "Puskesmas", and "Dinkes" of "Kadinkes"."""
    word = setting.words[setting.units.ends[setting.units.unit_of[start]] - 1]
    lower = word.lower().rstrip(".")
    if lower.startswith("kad") and lower not in ("kadis", "kadus"):
        short = word[2:].rstrip(".")
        return short[0].upper() + short[1:]
    return role.rpartition(" ")[2]


def _portfolio(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """A post of the state with a field: "Menteri Sosial", "Deputi Bidang X Kementerian Y", "Direktur Z BPJS"."""
    limit = setting.limit(start)
    minister = role.startswith(("Menteri", "Wakil Menteri"))
    whole = minister and role not in ("Menteri", "Wakil Menteri", "Menteri Koordinator")
    field = at if whole else field_end(setting, at, limit)
    if minister:
        field = _behind_second_post(setting, _behind_state(setting, field, limit), limit)
    if not whole:
        role = with_field(setting, role, at, field)
        if minister and field == at:
            return _bare_minister(setting, start, at, role)
        field = behind_brackets(setting, field, limit) if field > at else field
    if minister:
        return Post(start, _behind_state(setting, field, limit), role, None, "", None, None, False, True)
    body = body_at(setting, field, limit)
    if body and body[0] == "state":
        return Post(start, body[1].end, role, None, "", None, setting.said(field, body[1].end), False, True)
    if body:
        code = body[1].place.code if body[1].place else None
        return Post(start, body[1].end, role, None, "", code, setting.said(field, body[1].end), True, True)
    return _without_body(setting, start, at, field, role)


def _bare_minister(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """A minister whose field the story leaves out, before a name: "Menteri Hartono"."""
    word = setting.words[at] if at < setting.limit(start) else ""
    is_field = word.startswith(("Ke", "Pe")) and word.endswith("an")
    if role == "Menteri Koordinator" or not word[:1].isupper() or is_field or not setting.words[start][0].isupper():
        return None
    return Post(start, at, role, None, "", None, None, False, False)


def _behind_second_post(setting: Setting, at: int, limit: int) -> int:
    """Behind a post joined by a stroke: "Menteri PPN/Kepala Bappenas", "Menteri Lingkungan Hidup/Kepala Badan ..."."""
    if at < limit and (setting.words[at] == "/" or "/" in setting.words[at][1:-1]):
        second = setting.phrase_end(at + 1, "roles") if at + 1 < limit else at + 1
        return body_end(setting, max(second, at + 1), limit, inside=True).end
    return at


def _without_body(setting: Setting, start: int, at: int, field: int, role: str) -> Post | None:
    """A post without its body: the state's; one that firms have too, only where it is social security's."""
    end = _behind_state(setting, field, setting.limit(start))
    if role.startswith("Direktur Jenderal") or not role.startswith(_BOTH_SECTORS):
        return Post(start, end, role, None, "", None, None, False, field > at)
    if not (_is_insurance(setting, at, field) or ("Wilayah" in role and setting.insured)):
        return None
    return Post(start, end, role, None, "", None, setting.insurer, False, True)


def _is_insurance(setting: Setting, at: int, end: int) -> bool:
    """Whether a field is one of social security's own departments, in a story about it."""
    return any(word in _SOCIAL_SECURITY for word in setting.lowers[at:end]) and setting.insured


def _behind_state(setting: Setting, at: int, limit: int) -> int:
    while at < limit and setting.lowers[at] in ("ri", "republik", "indonesia"):
        at += 1
    return behind_brackets(setting, at, limit)


def _body(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """A post that only its body makes public: "Kepala BPJS Ketenagakerjaan Cabang X", "Ketua KPU"."""
    limit = setting.limit(start)
    if at + 1 < limit and setting.words[at] == "." and setting.words[at - 1] == "Ka":
        at += 1
    found = body_at(setting, at, limit)
    if found is None and role in ("Kepala", "Sekretaris") and (office := office_by_initials(setting, at, limit)):
        found = "region", office
    if found is None:
        by_name = _of_government(setting, start, at, role) or _of_branch(setting, start, at, role)
        return by_name or _of_field(setting, start, at, role)
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
    spelled = vocabulary("bodies").get(head) or coined_head(head) or head_by_initials(head)
    if role in ("Kepala", "Sekretaris") and spelled.startswith("Kepala "):
        return role + spelled.removeprefix("Kepala")
    if role == "Kepala" and "Cabang" in organization.split():
        return "Kepala Cabang"
    return f"{role} {head}" if role in ("Kepala", "Direktur") and head in ("Puskesmas", "RSUD", "UPTD", "UPT") else role


def _of_government(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """The secretary of a region, printed without "Daerah": "Sekretaris Kota Bandar Lampung", "Sekretaris Provinsi"."""
    limit = setting.limit(start)
    if role != "Sekretaris" or at >= limit or setting.words[at] not in ("Kota", "Kabupaten", "Provinsi"):
        return None
    end, place = place_behind(setting, at, limit, None)
    code = place.code if place else None
    return Post(start, max(end, at + 1), "Sekretaris Daerah", None, "", code, None, True, True)


def _of_branch(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """The head of a branch whose body the story leaves out: of social security, where the story is about it."""
    if role not in ("Kepala Cabang", "Kepala Kantor Cabang", "Kepala Kantor Wilayah") or not setting.insured:
        return None
    stretch = body_end(setting, at, setting.limit(start))
    branch = f" {setting.said(at, stretch.end)}" if stretch.end > at else ""
    organization = f"{setting.insurer}{branch}"
    return Post(start, stretch.end, role, None, "", None, organization, False, stretch.end > at)


def _of_field(setting: Setting, start: int, at: int, role: str) -> Post | None:
    """The head of a ministry's regional office, printed by its field: "Kakanwil Hukum dan HAM NTT"."""
    limit = setting.limit(start)
    if role != "Kepala Kantor Wilayah" or at >= limit or field_end(setting, at, limit) == at:
        return None
    stretch = body_end(setting, at, limit)
    return Post(start, stretch.end, role, None, "", None, setting.said(at, stretch.end), False, True)
