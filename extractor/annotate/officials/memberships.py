"""Memberships: what stands between a post and its bearer that is neither place nor body.

    Anggota DPR RI [Komisi IX dari Fraksi PKS] A      Anggota DPRD [dari Dapil Lampung II] B
    Kepala Dinas Sosial [setempat], C
"""

from extractor.annotate.officials.bodies import ROMAN
from extractor.annotate.officials.setting import Setting

_CONSTITUENCY = frozenset(("dari", "asal", "dapil", "daerah", "pemilihan"))


def behind_membership(setting: Setting, at: int, limit: int) -> int:
    """Behind a member's commission, faction and constituency, and a word that points to the story's region."""
    return _behind_constituency(setting, _behind_faction(setting, _behind_local(setting, at), limit), limit)


def _behind_local(setting: Setting, at: int) -> int:
    """Behind a word that points to the story's region before a bearer: "Kepala Dinas Sosial setempat, Hartono,"."""
    is_local = at + 1 < len(setting.words) and setting.lowers[at] == "setempat" and setting.words[at + 1] == ","
    return at + 1 if is_local else at


def _behind_faction(setting: Setting, at: int, limit: int) -> int:
    """Behind a member's commission and faction: "Anggota DPR RI Komisi IX dari Fraksi PKS"."""
    if at + 1 < limit and setting.lowers[at] == "komisi" and setting.words[at + 1] in ROMAN:
        at += 2
    faction = at + 1 if at < limit and setting.lowers[at] == "dari" else at
    if faction + 1 >= limit or setting.lowers[faction] != "fraksi":
        return at
    end = faction + 2
    while end < min(limit, faction + 4) and setting.words[end].isupper():
        end += 1
    return end + 1 if setting.words[end - 1] == "Partai" and end < limit else end


def _behind_constituency(setting: Setting, at: int, limit: int) -> int:
    """Behind where a member comes from: "Anggota DPR RI asal Lampung", "Anggota DPRD dari Dapil Lampung II"."""
    place = at
    while place < limit and setting.lowers[place] in _CONSTITUENCY:
        place += 1
    if place == at or place >= limit or setting.lowers[place - 1] == "dari":
        return at
    end = setting.place_end(place)
    numbered = place < end < limit and setting.words[end] in ROMAN
    return end + numbered if end > place else at
