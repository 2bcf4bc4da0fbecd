"""The lines of a draft, and what one line alone tells: that it is a link, a share bar, a credit, a caption.

A line is taken only where it is as short as such lines are: a paragraph that starts with "Simak juga" and runs on is
kept, for it may hold the story.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.clean.drafts import Cut, Draft, merged
from extractor.clean.furniture.bylines import is_credits, is_signed
from extractor.clean.furniture.headlines import headline_end, holds_sentences, is_headline
from extractor.clean.furniture.words import Words

LONGEST = 60
"""No line of furniture has more words than this."""
_SHORT = 10  # words of a line that holds words of the law ("all rights reserved"), which stories too may hold
_BRIEF = 20  # words of a line that asks to follow somebody on a network
_ARROWS = "[(>»›→▶►*#|• "
_SEPARATOR = re.compile(r" ?(?::|\||>+|»|→|►)[:|>»→► -]*| [–—-] ?")
_COUNTER = re.compile(
    r"(?:(?:artikel|berita|tulisan|halaman) ini )?(?:telah |sudah )?"
    r"(?:dibaca|dilihat|diakses|views?|hits|pembaca|komentar|comments?|reading time"
    r"|(?:estimasi |perkiraan |lama |durasi )?(?:waktu )?baca|bacaan)(?: sebanyak)?"
    r" ?[:(]? ?[\d.,]{1,9}(?: ?[krb]{1,2})?\)?(?: ?(?:kali|x|views?|orang|pembaca|menit|minutes?|min))?"
    r"|[\d.,]{1,9}(?:k|rb)? ?(?:views?|kali dibaca|x dibaca|kali dilihat|dilihat|dibaca|komentar|comments?|shares?"
    r"|min(?:utes?)? read|(?:menit|mnt|min) (?:waktu )?(?:baca|membaca|dibaca|bacaan)|dilihat|hits|tayangan)"
)
_MORE = r"(?: ?(?:selanjutnya|berikutnya|next|show all|lihat semua|semua|all|last|akhir|terakhir|»|>|→|…|\.{3})){1,3}"
_PAGES = re.compile(
    rf"(?:halaman|page|hal|laman)\.?:? ?\d{{1,2}}(?:(?: ?[/|] ?| dari | of | )\d{{1,2}}){{0,12}}(?:{_MORE})?"
    rf"|1(?: \| | )2(?:(?: \| | )(?:\d{{1,2}}|…|\.{{3}})){{0,12}}{_MORE}"
    r"|(?:foto|gambar|photo) ?\d{1,2} ?(?:/|dari|of) ?\d{1,2}"
    r"|\d{1,2} (?:dari|of) \d{1,2} (?:halaman|pages)|page \d{1,2} of \d{1,2}"
)
_HASHTAGS = re.compile(r"(?:#[^\W\d][\w-]{1,40}[ ,]{0,3}){1,25}")
_CRUMBS = re.compile(r"(?:home|beranda) ?(?:»|>|/|›|→|\||::)[^.]{1,120}")
_SCROLL = re.compile(
    r"(?:(?:iklan|advertisement|ads?|adv|promosi)[ .:|–—-]{0,4})?(?:scroll|gulir|geser)"
    r"(?: (?:ke bawah|ke atas|down|terus)){0,2} (?:untuk|to|buat)(?: \w{2,14}){1,6}"
)
_NUMBERED = re.compile(r"(?:foto|gambar|photo|ilustrasi) ?\d{1,2}(?: ?/ ?\d{1,2})? ?[:.)|–-] ?\S")
_SHOWN_BY = re.compile(
    r"(?P<said>[.!?”)]) ?(?:Foto|Photo|Sumber [Ff]oto|Kredit [Ff]oto|Foto oleh|Photo by)(?: ?: ?| )[A-Z][^:?!]{1,60}$"
)
_GAMBAS = re.compile(r"\[?gambas: ?[^\]\n]{0,60}\]?")
_PARTS = re.compile(r"[|•·»›]| [>/] ")
_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,70})[)\]]\.?$")
_SIGNED = r"[A-Z][\w.]{1,20}(?: [A-Z][\w.]{0,20}){0,2}"
_PHOTOGRAPHER = re.compile(rf"[.\w] ?\({_SIGNED} ?/ ?{_SIGNED}\)$")
_PICTURE = re.compile(r"(?:ist|istimewa|dok|foto|antara foto|antara/ho)(?:$|[./:-]| ?(?:humas|istimewa|pribadi|dok))")


class Line(NamedTuple):
    """A line of a draft: its offsets [start, end) over its line end, and what of it is not cut yet.

    `text` has no white space at its ends; `folded` is its beginning in lower case; `parts` are the offsets of what is
    not cut; `gap` tells that something of it is; `length` is the number of its words.
    """

    start: int
    end: int
    text: str
    folded: str
    parts: tuple[tuple[int, int], ...]
    gap: bool
    length: int


def lines_of(draft: Draft) -> list[Line]:
    """The lines of a draft, those that are cut whole too, with an empty text."""
    cuts, at, start, found = merged(draft.cuts), 0, 0, list[Line]()
    for printed in draft.text.splitlines(keepends=True):
        end = start + len(printed)
        text = printed.strip()
        parts: tuple[tuple[int, int], ...] = ((start, end),)
        if at < len(cuts) and cuts[at].start < end:
            at, parts = _uncut(cuts, at, start, end)
            text = "".join(draft.text[first:last] for first, last in parts).strip()
        gap = parts != ((start, end),)
        found.append(Line(start, end, text, fold(text) if text else "", parts, gap, text.count(" ") + 1))
        start = end
    return found


def _uncut(cuts: list[Cut], at: int, start: int, end: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The number of the first cut that reaches past a line, and the parts of the line that no cut covers."""
    parts = list[tuple[int, int]]()
    while at < len(cuts) and cuts[at].start < end:
        if cuts[at].start > start:
            parts.append((start, cuts[at].start))
        start = max(start, cuts[at].end)
        if cuts[at].end > end:
            break
        at += 1
    return at, (*parts, (start, end)) if start < end else tuple(parts)


def fold(line: str) -> str:
    """A line in lower case, its spaces single, none before a colon, without the arrows and brackets before a link."""
    return " ".join(line[:400].lower().split()).replace(" :", ":").lstrip(_ARROWS)


def reason_of(line: Line, words: Words) -> str | None:
    """What kind of furniture a line is, as far as it tells alone; None for a line of the story."""
    folded, length = line.folded, line.length
    if not folded:
        return None
    for hold in words.code if length > _SHORT else words.holds:
        if hold.start in folded and (hold.reason != "code" or _is_code(line)):
            return hold.reason
    if length > LONGEST:
        return None
    bare = folded.rstrip(".:…»>)] ")
    if reason := words.whole.get(bare):
        return reason
    for start in words.starts.get(folded[:2], ()):
        if length <= start.words and folded.startswith(start.start):
            counts = start.reason != "counter" or any(map(str.isdecimal, folded))
            return start.reason if counts and not _is_sentence(line, start.start) else None
    return _shaped(line, bare, words) or ("link" if is_link(line.text, words) else None)


def _is_code(line: Line) -> bool:
    """True for a line with more signs of a program than a sentence has that speaks of one."""
    signs = sum(map(line.text.count, "(){};=<>"))
    return signs >= 3 and signs * 4 >= line.length


def _is_sentence(line: Line, start: str) -> bool:
    """True for "Sumber: data itu dihimpun dari lima dinas, kata dia.": it goes on in small letters to a full stop."""
    rest = line.folded[len(start) :].split()
    words = line.text.split()[-len(rest) :] if rest else []
    return len(words) >= 8 and words[0].islower() and line.text.endswith((".", '."', ".”")) and start.endswith(":")


def _shaped(line: Line, bare: str, words: Words) -> str | None:
    """Furniture that its shape gives away."""
    folded, length = line.folded, line.length
    if length <= 16 and _COUNTER.fullmatch(bare):
        return "counter"
    if length <= 20 and _PAGES.fullmatch(bare):
        return "pages"
    if _GAMBAS.fullmatch(bare) or (length <= 12 and _SCROLL.fullmatch(bare)):
        return "advertisement"
    if is_signed(folded):
        return "byline"
    if is_credits(line.text):
        return "credit"
    if is_note(folded, words):
        return "note"
    if _is_shown(line) or is_pictured(line.text):
        return "caption"
    if "#" in line.text and _HASHTAGS.fullmatch(line.text):
        return "tags"
    if folded[0] in "hb" and length <= 20 and _CRUMBS.fullmatch(folded):
        return "breadcrumb"
    if length <= 6 and _PICTURE.match(folded):
        return "caption"
    if networks(folded, words) >= 2:
        return "share"
    if length <= 45 and is_call(folded, words):
        return "share"
    return "caption" if has_photo_credit(line.text, ("foto", "photo", "dok", "dok."), words) else None


def _is_shown(line: Line) -> bool:
    """True for "Foto 2: Nelayan di Hunimua" and "Foto bersama seusai rapat": what is shown, and no sentence."""
    if line.folded[0] not in "fbgpi" or line.length > 40:
        return False
    if line.length <= 14 and line.folded.startswith(("foto bersama ", "berfoto bersama ")):
        return not line.text.endswith((".", ",", ":", ";"))
    return _NUMBERED.match(line.folded) is not None


def is_pictured(text: str) -> bool:
    """True for a sentence with the photographer behind it: "... di Namlea. Foto: Ona Latupono/Kabar Lontar"."""
    if len(text) > 400 or text[0] in '"“-' or text.endswith(".") or "oto" not in text[-90:]:
        return False
    found = _SHOWN_BY.search(text[-90:])
    said = text[: len(text) - 90 + found.start() if len(text) > 90 else found.start()] if found else ""
    return bool(said) and ":" in text[len(said) :] and len(said.split()) <= 40 and not holds_sentences(said)


def is_note(folded: str, words: Words) -> bool:
    """True for what the page says about the story: "Isi siaran pers ini sepenuhnya tanggung jawab pengirim"."""
    return folded.startswith(words.note_subjects) and any(one in folded for one in words.note_says)


def networks(folded: str, words: Words) -> int:
    """How many networks a line names that holds nothing but share buttons; 0 for any other line."""
    if len(folded) > 200:
        return 0
    if " " not in folded and (glued := words.glued_networks.fullmatch(folded)):
        return len(glued[0]) // 5
    count = 0
    for printed in folded.removeprefix("- ").split():
        word = printed.strip("|•·/-():")
        if word in words.networks:
            count += 1
        elif word and word not in words.fillers:
            return 0
    return count


def is_call(folded: str, words: Words) -> bool:
    """True for a call to follow the outlet: "Ikuti berita kami di Google News"."""
    first = folded.split(" ", 1)[0].rstrip(",:!")
    if first in words.calls and any(one in folded for one in words.channels):
        return True
    return first in words.follow and folded.count(" ") < _BRIEF and any(one in folded for one in words.places)


def has_photo_credit(text: str, marks: tuple[str, ...], words: Words) -> bool:
    """True for one sentence with a photographer's credit in brackets behind it: "... di Balai Kota. (Foto: Humas)"."""
    if len(text) > 400 or text[-1:] not in (")", "]", ".") or text[0] in '"“-':
        return False
    credit = _CREDIT.search(text[-80:])
    if not credit or not any(credit[1].lower().startswith(one) for one in marks if one in words.credits):
        return False
    first = re.split(r"[ /:,.-]", credit[1].lower(), maxsplit=1)[0]
    said = text[: len(text) - len(credit[0])]
    return first in {one.rstrip(".") for one in marks} and len(said.split()) <= 40 and not holds_sentences(said)


def is_menu(text: str, words: Words) -> bool:
    """True for a line of three parts or more, two of which name sections: "Kabar Lontar | Daerah | Ekonomi".

    And for two that are both a section's: "Berita / Daerah"; a table has bars.
    """
    if len(text) > 600 or not any(sign in text for sign in "|•·»›>/"):
        return False
    parts = [part.strip().lower() for part in _PARTS.split(text)]
    known = sum(part in words.sections for part in parts)
    return known >= 2 and (len(parts) >= 3 or "|" not in text)


def is_photographed(text: str) -> bool:
    """True for a sentence with an outlet and a photographer in brackets behind it: "... di Namlea. (Kabar/Ona)"."""
    credit = _PHOTOGRAPHER.search(text[-80:]) if len(text) <= 300 and text[-1:] == ")" else None
    if credit is None or text[0] in '"“-':
        return False
    return not holds_sentences(text[: len(text) - len(credit[0])])


def label_of(text: str, words: Words) -> tuple[str, str, bool] | None:
    """A teaser's label ("baca juga"), what stands behind it, and whether a colon parts them; None without a label."""
    text = text.removeprefix("- ").lstrip(_ARROWS)
    head = text[:40]
    if head[:4].lower() not in words.label_heads:
        return None
    separator = _SEPARATOR.search(head)
    if separator:
        label = " ".join(head[: separator.start()].lower().split())
        if label in words.labels:
            return label, text[separator.end() :].strip(" )]"), True
    lowered = " ".join(head.lower().split())
    bare = lowered.rstrip(".:… )]")
    if bare in words.labels and len(text) <= 40 and (" " in bare or bare == "baca"):
        return bare, "", True
    for label in words.bare:
        if lowered.startswith(f"{label} "):
            return label, text.split(None, label.count(" ") + 1)[-1], False
    return None


def is_link(text: str, words: Words) -> bool:
    """True for a label with a headline behind it; without a colon it must read like a headline."""
    found = label_of(text, words)
    if found is None or not found[1]:
        return False
    _, rest, colon = found
    if not colon:
        return is_headline(rest.rstrip(":").rstrip().removesuffix("di sini").rstrip(), words, least=3)
    told = rest.split()
    if len(told) > 32 or holds_sentences(rest) or headline_end(rest, words) is not None:
        return False
    return not (len(told) >= 8 and told[0].islower() and rest.endswith("."))


def is_paragraph(line: Line) -> bool:
    """True for a line that the story is made of: a long one, or a sentence or two to their stop."""
    return line.length >= 40 or (line.length >= 12 and line.text.endswith((".", '"', "”", ")", "?", "!", ":")))


def matching(lines: list[Line], start: int, step: int) -> Iterator[int]:
    """The numbers of the lines from `start` on, up or down, that hold something."""
    at = start
    while 0 <= at < len(lines):
        if lines[at].text:
            yield at
        at += step
