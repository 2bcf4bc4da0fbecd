"""Hospitals: those of a region are named for persons, whose names stand before their director's.

    Direktur RSUD [dr. H. Wiyono Hartadi Sleman], dr. Retno Palupi    Direktur RSUD [Ki Ageng Pandan Jepara] Retno P.

A hospital's name ends before a comma with another name behind it, or with a place; where neither stands there, what
follows is the director's. Puskesmas and branches are named for districts and towns: Kepala Puskesmas [Sukau] Hartoyono.
"""

from extractor.annotate.officials.names import read_name
from extractor.annotate.officials.posts import Post
from extractor.annotate.officials.seats import low_place
from extractor.annotate.officials.setting import Setting, is_honorific
from extractor.patterns.vocabulary import vocabulary

_HOSPITALS = ("RSUD", "RSUP", "RSJ")
_LONGEST = 9
"""Tokens in a hospital's name, titles and stops included."""


def with_low_place(setting: Setting, post: Post, limit: int) -> Post:
    """The post with the district or town that its body is named for: "Kepala Puskesmas Sukau Hartoyono"."""
    at = post.end
    if post.sphere not in ("body", "office") or at >= limit or setting.words[at] in vocabulary("given_names"):
        return post
    place = low_place(setting, at, limit)
    return _ended(setting, post, place.end, post.code) if place else post


def with_hospital(setting: Setting, post: Post, limit: int) -> Post:
    """The post with the whole name of its hospital; the same post where it is of none, or the name is not told."""
    if not (post.organization or "").startswith(_HOSPITALS):
        return post
    at = post.end
    while at < min(limit, post.end + _LONGEST):
        place_end = setting.place_end(at)
        if place_end > at:
            return _named(setting, post, at, place_end, limit)
        if setting.words[at] == "," and read_name(setting, at + 1, limit):
            return _ended(setting, post, at, post.code)
        if not _goes_on(setting, at, limit):
            return post
        at += 1
    return post


def _goes_on(setting: Setting, at: int, limit: int) -> bool:
    """Whether a hospital's name may go on at a token: a name's word, a title, a comma with a place behind it."""
    word = setting.words[at]
    if word == ",":
        return at + 1 < limit and setting.place_end(at + 1) > at + 1
    return word == "." or word[0].isupper() or is_honorific(word)


def _named(setting: Setting, post: Post, at: int, end: int, limit: int) -> Post:
    """The post of a hospital whose name ends with the place at tokens [at, end), where its bearer's name follows."""
    bearer = end + 1 if end < limit and setting.words[end] == "," else end
    place = setting.place(at)
    code = post.code or (place.code if place else None)
    return _ended(setting, post, end, code) if bearer < limit and read_name(setting, bearer, limit) else post


def _ended(setting: Setting, post: Post, end: int, code: str | None) -> Post:
    name = setting.said(post.end, end)
    return post._replace(end=end, code=code, organization=f"{post.organization} {name}" if name else post.organization)
