"""Bodies and fields: the office or board whose name stands behind a post, and the field of work inside a post.

    Kepala [Disnakerkop dan UKM Kota Jambi]      Kabid [Hak Anak] [Dinas PPPA]    Ketua [KPU Kota Jambi]
    Kepala [BPJS Ketenagakerjaan Cabang Palu]    Asisten [II]                     Menteri [Hukum dan HAM]

A body's name goes on over the words of patterns/vocabulary/fields.txt and bodies.txt, places, short forms in capitals
and the words that join them; it ends where a person's name, a title or another post begins.
"""

import re
from functools import lru_cache

from extractor.annotate.officials.seats import PLACE_WORDS, Stretch, behind_brackets, starts_name, unread_place
from extractor.annotate.officials.setting import Setting, is_degree, is_honorific
from extractor.patterns.vocabulary import vocabulary

ROMAN = frozenset("I II III IV V VI VII VIII IX X XI XII XIII 1 2 3 4".split())
"""Numbers of assistants, deputies and commissions: Asisten II, Komisi IV."""
_BRACKETS = re.compile(r" ?\([^()]{1,60}\)")
STATE_BOARDS = frozenset(
    "Nasional Negara Statistik Pemeriksa Pengawas Pengatur Penyelenggara Karantina Meteorologi Kementerian".split()
)
"""Words in the names of boards that are the state's: Badan Gizi Nasional, Badan Pusat Statistik."""
_BEFORE_LOWER = ("bidang", "bagian", "urusan", "Tugas", "Satgas", "Pokja")
"""Words behind which a field may be printed in lower case."""
_COINED = {
    "Bap": "Kepala Badan",
    "Bak": "Kepala Badan",
    "Balit": "Kepala Badan",
    "Brid": "Kepala Badan",
    "Dis": "Kepala Dinas",
    "Din": "Kepala Dinas",
}
"""How the drawn-together names of a region's offices begin, where a place stands behind them, and their heads."""
_LONGEST = 40
"""Tokens in the longest name of a body: the ministries' with all their fields have 25."""
_LONGEST_INITIALS = 10
"""Letters in the longest name of an office in initials."""
JOINS = frozenset(("dan", "&", "serta", "/", "-"))
"""Words that join two fields of one office: Koperasi dan UKM."""


def body_at(setting: Setting, at: int, limit: int) -> tuple[str, Stretch] | None:
    """The kind of the public body whose name starts at a token, and how far the name goes."""
    for pair in (2, 1):
        head = " ".join(setting.words[at : at + pair])
        if at + pair <= limit and head in vocabulary("bodies"):
            stretch = body_end(setting, at + pair, limit, inside=True)
            if vocabulary("bodies")[head] == "task force":
                return _task_force(setting, at + pair, stretch)
            return _kind(setting, at, stretch.end, vocabulary("bodies")[head]), stretch
    if at < limit and _is_coined(setting.words[at]) and _leads_to_place(setting, at, limit):
        return "region", body_end(setting, at + 1, limit, inside=True)
    return None


def _task_force(setting: Setting, at: int, stretch: Stretch) -> tuple[str, Stretch] | None:
    """A public task force: a region's where a place is in its name, else the state's; none without field or place."""
    if stretch.end == at or setting.lowers[at] in ("wartawan", "jurnalis"):
        return None
    return "region" if stretch.place else "state", stretch


@lru_cache(maxsize=4096)
def _is_coined(word: str) -> bool:
    """Whether an unknown word is drawn together as the names of a region's offices are: "Bappppeda", "Disnakerbud"."""
    return word.isalpha() and len(word) > 5 and coined_head(word) != "" and word not in vocabulary("given_names")


def coined_head(word: str) -> str:
    """The post that heads an office of a drawn-together name; empty where a word is no such name."""
    return next((head for start, head in _COINED.items() if word.startswith(start)), "")


def _kind(setting: Setting, at: int, end: int, kind: str) -> str:
    """Whose a body is: region, assembly or state, by its first word and by words that only boards of the state have."""
    words = setting.words[at:end]
    if words[:4] == ["Dewan", "Perwakilan", "Rakyat", "Daerah"] or words[:2] == ["Sekretariat", "DPRD"]:
        return "region"
    if words[0] == "Badan" and not STATE_BOARDS.isdisjoint(words):
        return "state"
    return "region" if kind.startswith("Kepala") else kind


def body_end(setting: Setting, at: int, limit: int, inside: bool = False) -> Stretch:
    """The words of a field or of a body's name that start at a token (`inside`: go on there), with the places in it."""
    place = None
    start = at
    limit = min(limit, at + _LONGEST)
    lower = _in_lower_case(setting, at)
    while at < limit:
        named = setting.place_end(at)
        if named > at and not (place and starts_name(setting, at, limit)):
            place = setting.place(at) or place or unread_place(setting, at, named)
            at = behind_brackets(setting, named, limit, behind_place=True)
            continue
        step = _step(setting, at, limit, lower, inside or at > start)
        if step == 0 or (place is not None and setting.words[at] == ","):
            break
        at += step
    while at > start and setting.lowers[at - 1] in JOINS:
        at -= 1
    return Stretch(at, place)


def office_by_initials(setting: Setting, at: int, limit: int) -> Stretch | None:
    """The name of a region's office in initials, told by the place behind it: Kepala [DKP3 Kota Metro]."""
    if at + 1 >= limit or head_by_initials(setting.words[at]) == "":
        return None
    is_placed = setting.place_end(at + 1) > at + 1 or setting.lowers[at + 1] in PLACE_WORDS
    stretch = body_end(setting, at + 1, limit, inside=True) if is_placed else None
    return stretch if stretch and stretch.place else None


def head_by_initials(word: str) -> str:
    """The post that heads an office in initials ("DPMDes"): a dinas begins with D, a board with B; else empty."""
    if not (3 <= len(word) <= _LONGEST_INITIALS and word.isalnum() and word[:3].isalpha() and word[:3].isupper()):
        return ""
    return {"D": "Kepala Dinas", "B": "Kepala Badan"}.get(word[0], "")


def _in_lower_case(setting: Setting, at: int) -> bool:
    """Whether a field is printed in lower case: "Deputi bidang koordinasi ...", "Satgas percepatan ..."."""
    return any(word in _BEFORE_LOWER for word in setting.words[max(at - 1, 0) : at + 1])


def _step(setting: Setting, at: int, limit: int, lower: bool, inside: bool) -> int:
    """How many tokens of a body's name stand at a token; 0 where it ends."""
    word = setting.words[at]
    joint = joint_end(setting, at, limit) if inside else at
    if joint > at:
        goes_on = _names_field(setting, joint, lower) or _is_last_field(setting, joint, limit)
        return joint - at if goes_on and not starts_name(setting, joint, limit) else 0
    if word == "(":
        return behind_brackets(setting, at, limit) - at
    if starts_name(setting, at, limit) and not closes_field(setting, at):
        return 0
    if setting.phrase_end(at, "roles") > at + 1 or setting.phrase_end(at, "honorifics") > at:
        return 0
    if _names_field(setting, at, lower) or (inside and word in ROMAN) or _leads_to_place(setting, at, limit):
        return 1
    return 0


def joint_end(setting: Setting, at: int, limit: int) -> int:
    """Behind what joins two fields at a token: "dan", a comma, or both (", dan"); the token itself where none does."""
    if at + 1 >= limit or not (setting.lowers[at] in JOINS or setting.words[at] == ","):
        return at
    both = setting.words[at] == "," and setting.lowers[at + 1] in JOINS and at + 2 < limit
    return at + 2 if both else at + 1


def _is_last_field(setting: Setting, at: int, limit: int) -> bool:
    """Whether an unknown word behind "dan" is the last of a body's fields: "Pertanian dan Agropolitan Jambi"."""
    joined = setting.lowers[at - 1] in JOINS and setting.phrase_end(at, "roles") == at
    return joined and _leads_to_place(setting, at, limit)


def _leads_to_place(setting: Setting, at: int, limit: int) -> bool:
    """Whether an unknown word must be the office's: a place, a body or the office's short form in brackets stands
    behind it ("Parekraf Lampung", "Pertamanan (Distam)").
    """
    word = setting.words[at]
    if at + 1 >= limit or not word.isalpha() or not word[0].isupper() or word in vocabulary("given_names"):
        return False
    behind = setting.words[at + 1]
    if behind == "(" and at + 3 < limit and setting.words[at + 3] == ")":
        short = setting.words[at + 2]
        return short in vocabulary("bodies") or _is_coined(short) or head_by_initials(short) != ""
    return setting.place_end(at + 1) > at + 1 or behind in vocabulary("bodies")


def closes_field(setting: Setting, at: int) -> bool:
    """Whether a word that may be a name ends a field of two words here: "Cipta Karya"."""
    return at > 0 and setting.lowers[at - 1] in vocabulary("closed_fields").get(setting.words[at], "").split()


def _names_field(setting: Setting, at: int, lower: bool) -> bool:
    word = setting.words[at]
    if closes_field(setting, at):
        return True
    if lower and word[0].islower():
        word = word.capitalize()
    return (
        word in vocabulary("fields")
        or word in vocabulary("bodies")
        or setting.place_end(at) > at
        or (setting.lowers[at] in PLACE_WORDS and word[0].isupper())
        or _is_acronym(word)
    )


@lru_cache(maxsize=4096)
def _is_acronym(word: str) -> bool:
    """Whether a word is an office's short form: three capitals (or digits) and more, no degree, no title."""
    plain = word.replace("-", "").replace("/", "")
    return len(plain) > 2 and plain.isalnum() and plain.isupper() and not is_degree(word) and not is_honorific(word)


def field_end(setting: Setting, at: int, limit: int) -> int:
    """The end of a field: words of the vocabulary `fields`, joined, up to a body or place."""
    start = at
    lower = _in_lower_case(setting, at)
    while at < limit and setting.place(at) is None:
        joint = joint_end(setting, at, limit) if at > start else at
        if joint > at and _is_field(setting, joint, lower):
            at = joint + 1
        elif _goes_on(setting, at, start, lower):
            at += 1
        else:
            break
    return at


def _goes_on(setting: Setting, at: int, start: int, lower: bool) -> bool:
    """Whether a field goes on at a token: a field's word, a number ("Asisten II"), an unknown word before a place."""
    if _is_field(setting, at, lower):
        return True
    if setting.words[at] in ROMAN:
        return at == start or not starts_name(setting, at, len(setting.words))
    is_body = setting.words[at] in vocabulary("bodies")
    return at == start and not is_body and _leads_to_place(setting, at, len(setting.words))


def _is_field(setting: Setting, at: int, lower: bool) -> bool:
    word = setting.words[at]
    if word in vocabulary("bodies") and word not in ("Bidang", "Bagian", "Seksi") and word not in vocabulary("fields"):
        return False
    if closes_field(setting, at):
        return True
    if lower and word[0].islower():
        word = word.capitalize()
    if setting.place(at) is not None or starts_name(setting, at, len(setting.words)):
        return False
    return (
        word in vocabulary("fields")
        or word in ("Bidang", "Bagian")
        or (_is_acronym(word) and word not in vocabulary("bodies"))
    )


def with_field(setting: Setting, role: str, at: int, end: int) -> str:
    """A post with its field written out: "Kepala Bidang", "Kesmas" gives "Kepala Bidang Kesehatan Masyarakat"."""
    if end == at:
        return role
    words = _BRACKETS.sub("", setting.said(at, end)).split()
    spelled = [vocabulary("short_fields").get(word, word) for word in words]
    large = [word if word in JOINS or not word[0].islower() else word.capitalize() for word in spelled]
    if large[0] == role.rpartition(" ")[2]:
        large = large[1:]
    return " ".join([role, *large])
