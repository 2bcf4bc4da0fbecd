"""Sentences and paragraphs, from the array of tokens.

A sentence ends at a stop, "!", "?" or "…" before anything that can begin one, at a line end, and before a list
mark; closing quotes and brackets glued to the stop belong to it. It does not end inside a name with titles, initials
and degrees, behind abbreviations, before lower case ("Benar?" tanya dia; but a
plain stop behind a word ends it before anything), nor at line ends where the text is wrapped at
a width. A list mark alone on its line goes with the next line. No sentence is longer than 250 tokens.

A paragraph ends at a blank line; in a text with hardly any, at every line end, and in wrapped text where a line that
ends with a stop is short.
"""

from collections.abc import Mapping

from extractor.language.abbreviations import BARE_DEGREES, MAY_END, NEVER_LAST, NUMBERED, STARTERS
from extractor.language.chunks import BLANK, LINE, STOP, Tokens

Ranges = list[tuple[int, int]]

_CLOSERS = frozenset("\"'”’»)]}")
_OPENERS = frozenset("\"'“‘«([{”’")
_GOES_ON = frozenset(",;:%/–—-….")
_SHORT, _FULL = 0.85, 0.6
"""Shares of the width: a last line is shorter than the first, a heading than the second."""
_OPEN_ENDS = frozenset(
    """, di ke dari dan atau serta yang untuk dengan pada dalam oleh kepada para bagi antara terhadap tentang mengenai
    sebagai seperti karena bahwa agar supaya hingga sampai sejak selama setelah sebelum ketika tanpa demi guna tidak
    akan telah sudah belum bukan hanya sebuah seorang setiap tiap sang si""".split()
)
"""Words and signs behind which no sentence and no heading ends."""
_ENDS = STOP | LINE | BLANK
_LONGEST, _SLACK = 250, 50
"""Tokens: what is longer is a text without stops. Readers may so look through a sentence for every word of it."""
_LONG = 60
"""Characters from which on a line is no cell of a table."""


def divide(tokens: Tokens, flagged: list[int], marks: Mapping[int, str], width: int) -> tuple[Ranges, Ranges]:
    """The token ranges of sentences and of paragraphs, each covering all tokens; `width` 0: not wrapped.

    `flagged` are the tokens with any flag.
    """
    events = [index for index in flagged if tokens.flags[index] & _ENDS]
    blank_lines = _has_blank_lines(tokens, events, marks)
    sentence_ends: list[int] = []
    paragraph_ends: list[int] = []
    for index in events:
        flag = tokens.flags[index]
        if flag & LINE and index not in marks and (index + 1 in marks or _line_ends(tokens, index, width)):
            sentence_ends.append(index + 1)
            if flag & BLANK or not blank_lines or (width and _is_short(tokens, index, width)):
                paragraph_ends.append(index + 1)
        elif flag & STOP and (end := _end_at_stop(tokens, index)):
            sentence_ends.append(end)
    size = len(tokens.words)
    if marks:
        sentence_ends = sorted({*sentence_ends, *marks})
    return _cut(tokens, _ranges(sentence_ends, size)), _ranges(paragraph_ends, size)


def _cut(tokens: Tokens, sentences: Ranges) -> Ranges:
    """The sentences, those that are too long in pieces that end behind a comma or semicolon where there is one."""
    if all(end - start <= _LONGEST for start, end in sentences):
        return sentences
    found: Ranges = []
    for start, end in sentences:
        at = start
        while end - at > _LONGEST:
            last = at + _LONGEST
            cut = next((index + 1 for index in range(last - 1, last - _SLACK, -1) if tokens.words[index] in ",;"), last)
            found.append((at, cut))
            at = cut
        found.append((at, end))
    return found


def _has_blank_lines(tokens: Tokens, events: list[int], marks: Mapping[int, str]) -> bool:
    """Whether blank lines part the paragraphs: behind at least a quarter of the lines that no list item follows."""
    ends = [tokens.flags[index] for index in events if tokens.flags[index] & LINE and index + 1 not in marks]
    return 4 * sum(flag & BLANK > 0 for flag in ends) >= max(len(ends), 1)


def _ranges(ends: list[int], size: int) -> Ranges:
    if size and (not ends or ends[-1] < size):
        ends.append(size)
    starts = [0, *ends]
    return [(start, end) for start, end in zip(starts, ends, strict=False) if start < end]


def _line_ends(tokens: Tokens, index: int, width: int) -> bool:
    """Whether the line that ends with this token was ended on purpose: any, in wrapped text a heading or last line.

    In other text too, a long line without a sign at its end goes on in a line that begins in lower case, and a line
    behind whose last word something must follow goes on in any ("di", "dan", a comma).
    """
    if tokens.flags[index] & BLANK:
        return True
    if tokens.lowers[index] in _OPEN_ENDS:
        return False
    if not width:
        broken = tokens.words[index + 1 : index + 2] and tokens.words[index + 1][0].islower()
        return not (broken and tokens.words[index][-1].isalnum() and _length_of_line(tokens, index) >= _LONG)
    length = _length_of_line(tokens, index)
    if tokens.flags[index] & STOP or (tokens.words[index] in _CLOSERS and tokens.flags[index - 1] & STOP):
        return length < _SHORT * width
    following = tokens.words[index + 1 : index + 2]
    return length < _FULL * width and not (following and following[0][0].islower())


def _is_short(tokens: Tokens, index: int, width: int) -> bool:
    return _length_of_line(tokens, index) < _SHORT * width


def _length_of_line(tokens: Tokens, index: int) -> int:
    first = index
    while first and not tokens.flags[first - 1] & LINE:
        first -= 1
    return tokens.ends[index] - tokens.starts[first]


def _end_at_stop(tokens: Tokens, index: int) -> int:
    """Where the sentence ends whose stop is this token, closing signs included; 0 where it goes on."""
    words, spaces = tokens.words, tokens.spaces
    size = len(words)
    end = index + 1
    while end < size and words[end] in _CLOSERS and (not spaces[end - 1] or _stands_at_line_end(tokens, end)):
        end += 1
    if end == size:
        return end
    following = words[end]
    first = following[0]
    if first in _GOES_ON:
        return 0
    if first.islower():
        return end if end == index + 1 and _is_plain_stop(tokens, index) else 0
    if first in _OPENERS and end + 1 < size and words[end + 1][0].islower():
        return 0
    word = words[index]
    if word[0].isalnum():
        return end if _may_end_with(word, following) else 0
    return 0 if _inside(tokens, index, following) else end


def _stands_at_line_end(tokens: Tokens, index: int) -> bool:
    return bool(tokens.flags[index] & LINE) and not tokens.flags[index - 1] & LINE


def _is_plain_stop(tokens: Tokens, index: int) -> bool:
    """A stop and white space behind a word too long for an abbreviation: it ends sentences of careless writers too."""
    before = tokens.words[index - 1] if index else ""
    return tokens.words[index] == "." and tokens.spaces[index] and len(before) >= 4 and before.islower()


def _may_end_with(word: str, following: str) -> bool:
    """Whether a word that keeps its stop (Tbk., M.Si., Irjen.) ends the sentence before this word."""
    name = word[:-1].lower()
    if name in MAY_END:
        return True
    if name in NEVER_LAST:
        return False
    return following.lower() in STARTERS


def _inside(tokens: Tokens, index: int, following: str) -> bool:
    """Whether a stop with a word behind stands inside a number ("RT. 03") or a chain of degrees ("SE. MM")."""
    if not index:
        return False
    before = tokens.words[index - 1]
    if following[0].isdigit():
        return not tokens.spaces[index] or before.lower() in NUMBERED
    return before in BARE_DEGREES and (following in BARE_DEGREES or following[1:2] == ".")
