"""What a page says below a story about its sender and its writer: whom to ask, who wrote it, how to subscribe."""

import re
from collections.abc import Iterator

from extractor.clean.furniture.lines import Line, is_paragraph, matching
from extractor.clean.furniture.words import Words

_LAST = 3  # lines below the last paragraph in which the writer is presented
_BIOGRAPHY = 45  # words
_CONTACTS, _CONTACT = 12, 12  # lines below a label, and words of each
_STARRED = re.compile(
    r"\*\)? ?[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,4},? "
    r"(?:adalah|merupakan) (?:seorang )?(?:jurnalis|wartawan|reporter|kontributor|koresponden|pewarta|penulis|kolumnis"
    r"|editor|fotografer|pegiat|peneliti|dosen|guru|pengajar|mahasiswa|aktivis|pengamat|praktisi|peserta|alumn|anggota)"
)
_ASK = 10  # words of a line that asks to be called
_REACHED = re.compile(
    r"@|\bwww\.|\d{6}|(?:telp|telepon|hp|wa|whatsapp|surel|e-?mail|ponsel|mobile|phone)\b|\b0\d{2,3}[- ]\d{3}|\+62"
)


def contact_lines(lines: list[Line], number: int, words: Words) -> Iterator[int]:
    """The label "Narahubung media:" and the lines of names, posts, telephones and addresses below it.

    Where a paragraph follows, as a firm's portrait of itself does, only lines that a telephone or an address ends.
    """
    label, colon, told = lines[number].folded.partition(":")
    asks = label.startswith(words.asks) and not told and colon != "" and lines[number].length <= _ASK
    if not asks and (label.strip(" .()") not in words.contacts or (told and not _REACHED.search(told))):
        return
    below = list[int]()
    for after in matching(lines, number + 1, 1):
        line = lines[after]
        if len(below) == _CONTACTS or line.length > _CONTACT or is_paragraph(line):
            break
        below.append(after)
    else:
        if not asks:
            yield from (number, *below)
            return
    reached = [after for after in below if _REACHED.search(lines[after].folded)]
    if reached or (colon and not asks):
        yield number
        yield from (after for after in below if reached and after <= reached[-1])


def office_lines(lines: list[Line], last: int, taken: dict[int, str], words: Words) -> list[int]:
    """The sender of a release in the lines below its last paragraph: an office, its street, its telephone and mail.

    Without a label it needs a street and a way to reach it, and nothing that leads to it: "Daftar ke alamat ini:".
    """
    below = list[int]()
    if lines[last].text.endswith(":"):
        return below
    for number in matching(lines, last + 1, 1):
        if number in taken:
            continue
        line = lines[number]
        if len(below) == _CONTACTS or line.length > 2 * _CONTACT or line.text.endswith(":"):
            break
        below.append(number)
    streets = [number for number in below if _is_street(lines[number].folded, words)]
    reached = [number for number in below if _REACHED.search(lines[number].folded)]
    if not streets or not reached:
        return []
    found = [number for number in below if min(streets[0], reached[0]) <= number <= max(streets[-1], reached[-1])]
    for number in reversed(below[: below.index(found[0])]):
        if not f"{lines[number].folded} ".startswith(words.offices):
            break
        found.append(number)
    return found


def _is_street(folded: str, words: Words) -> bool:
    """Whether a line begins with a street or a building, or names one behind an office."""
    behind = folded.startswith(words.offices) and any(f" {street}" in folded for street in words.streets)
    return behind or folded.startswith(words.streets)


def writer_lines(lines: list[Line], end: int, taken: dict[int, str], words: Words) -> Iterator[int]:
    """Who the writer is, where the last lines of a story say it: "*Penulis adalah pegiat desa di Ambon"."""
    left = _LAST
    for number in matching(lines, end - 1, -1):
        if number in taken:
            continue
        line, left = lines[number], left - 1
        presents = line.folded.lstrip("*-–_)\"“ ").startswith(words.writers) or _STARRED.match(line.text) is not None
        if presents and line.length <= _BIOGRAPHY:
            yield number
        elif is_paragraph(line) or not left:
            return


def buttons(lines: list[Line], taken: dict[int, str], words: Words) -> Iterator[int]:
    """The button under each call to subscribe."""
    for number, reason in taken.items():
        below = next(matching(lines, number + 1, 1), None) if reason == "newsletter" else None
        if below is not None and below not in taken and lines[below].folded.strip(" .!>)]") in words.buttons:
            yield below
