"""What lines tell together: a teaser and the headlines below it, lists of other stories, share bars, comment forms."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extractor.clean.furniture.bylines import is_byline, is_writer
from extractor.clean.furniture.headlines import is_headline
from extractor.clean.furniture.lines import (
    Line,
    fold,
    has_photo_credit,
    is_menu,
    is_paragraph,
    is_photographed,
    label_of,
    matching,
    networks,
    reason_of,
)
from extractor.clean.furniture.notes import buttons, contact_lines, office_lines, writer_lines
from extractor.clean.furniture.words import Words

_TEASERS, _LISTED, _FOOT_LINES = 4, 12, 40
_HEAD = 12  # lines above the first paragraph
_PAID = ("advertorial", "pariwara", "adv")  # labels that stay: they show that a story was paid for
_SIGNS_ALONE = ("/", "»", "›", ">", "|", "·", "•", "—")
_NUMBER = re.compile(r"(?:no|nomor)\.?:? ?[\w.-]{1,12}/[\w./-]{2,40}")
_MASTHEADS = ("harian ", "mingguan ", "koran ", "surat kabar ", "tabloid ", "majalah ")
_ASK = 12  # words of a line that says whom to ask
_LABEL = 4  # words of a section's name
_NEAR = 12  # lines above a word that may be the heading of a list's part
_LEAST_STORY = 60  # words that must stand above a comment form
_GUARDED = ("credit", "caption", "tags")
_LISTED_LINE = re.compile(r"(?:[-•*]|\d{1,2}[.)]) ?\S")
_PAIR = re.compile(r"(?:[-•] |\d{1,2}[.)] )?[\w./&-]+(?: [\w./&-]+){0,2}: ?\S+(?: \S+){0,5}")
_SENTENCE = 6  # words of a line with a stop behind it
_SIGNS = " .,:;!?-–—|\"'“”‘’"


def furniture_lines(
    lines: list[Line], words: Words, *, starts: Sequence[str] = (), title: str | None = None
) -> dict[int, str]:
    """The numbers of the lines that are furniture, with their reasons."""
    alone = [_alone(line, words, tuple(starts)) for line in lines]
    end = _end_of_story(lines, words)
    below = words.ends[_bare_end(lines[end])] if end < len(lines) else ""
    taken = {number: alone[number] or below for number in range(end, len(lines)) if lines[number].text}
    for number in range(end):
        if (reason := alone[number]) and not _is_pair_among_pairs(lines, alone, number, reason):
            taken[number] = reason
    taken |= dict.fromkeys(writer_lines(lines, end, taken, words), "author box")
    story = [number for number in range(end) if number not in taken and is_paragraph(lines[number])]
    last = story[-1] if story else end
    first = next((number for number in story[:-1] if not _is_caption(lines[number], words)), last)
    taken = _but_titles(lines, taken) | _in_head(lines, first, words, title)
    above = lines[:end]
    if story:
        taken |= dict.fromkeys(office_lines(above, last, taken, words), "contact")
    for number in (*range(first), *range(last + 1, end)):
        if number not in taken and (reason := _beside_story(lines[number], words, is_foot=number > last)):
            taken[number] = reason
    for number in range(end):
        if lines[number].text and number not in taken:
            taken |= _block(above, number, words, taken, is_foot=number > last)
        elif number > last and _heads_foot(lines[number], taken.get(number), words):
            taken |= dict.fromkeys(_foot_lines(above, number), taken[number])
        if lines[number].folded and number > first and lines[number].length <= _ASK:
            taken |= dict.fromkeys(contact_lines(above, number, words), "contact")
    taken |= dict.fromkeys(list(buttons(above, taken, words)), "newsletter")
    return taken | _share_bar(above, taken, words)


def _alone(line: Line, words: Words, starts: tuple[str, ...]) -> str | None:
    if starts and line.text and line.length <= 32 and line.folded.startswith(starts):
        return "link"
    return reason_of(line, words)


def _beside_story(line: Line, words: Words, *, is_foot: bool) -> str | None:
    """What a line is that is furniture only where no paragraph of the story stands above or below it."""
    if is_menu(line.text, words):
        return "menu"
    return words.foot.get(line.folded.rstrip(".:…»> ")) if is_foot else None


def _end_of_story(lines: list[Line], words: Words) -> int:
    """The number of the line with which the comment form begins; the number of lines where there is none."""
    above, total = 0, sum(line.length for line in lines if line.text)
    for number, line in enumerate(lines):
        if not line.text:
            continue
        if len(line.folded) < 50 and _bare_end(line) in words.ends:
            below = total - above - line.length
            if above >= below or (above >= _LEAST_STORY and above * 3 >= below):
                return number
        above += line.length
    return len(lines)


def _bare_end(line: Line) -> str:
    return line.folded.rstrip(".:!()0123456789 ")


def _is_pair_among_pairs(lines: list[Line], alone: list[str | None], number: int, reason: str) -> bool:
    """True for "Foto: Yance Luhulima" beside "Video: Ona Latupono": a list of the story, not the page's credits."""
    if reason not in _GUARDED or not _PAIR.fullmatch(lines[number].text):
        return False
    for step in (-1, 1):
        for beside in islice(matching(lines, number + step, step), _NEAR):
            if alone[beside] not in (None, *_GUARDED) or not _PAIR.fullmatch(lines[beside].text):
                break
            if alone[beside] is None:
                return True
    return False


def _but_titles(lines: list[Line], taken: dict[int, str]) -> dict[int, str]:
    """The furniture but for a caption that opens the text and reads like a headline: "Foto: Ambon Panen Raya"."""
    first = next(matching(lines, 0, 1), None)
    if first is None or taken.get(first) != "caption" or ":" not in lines[first].text[:12]:
        return taken
    said = lines[first].text.split(":", 1)[1].split()
    titled = len(said) >= 4 and all(word[0].isupper() for word in said[:4])
    return {number: reason for number, reason in taken.items() if number != first} if titled else taken


def _in_head(lines: list[Line], first: int, words: Words, title: str | None) -> dict[int, str]:
    """What is furniture only above the first paragraph: the title once more, bylines, captions without a label."""
    found, named = dict[int, str](), fold(title).strip(_SIGNS) if title else None
    for number in islice(matching(lines, first - 1, -1), _HEAD):
        line = lines[number]
        if named and line.folded.strip(_SIGNS) == named:
            found[number] = "repeated title"
        elif is_byline(line.folded) or is_writer(line.text):
            found[number] = "byline"
        elif line.length <= _LABEL and _is_label(lines, number, words):
            found[number] = "label"
        elif _is_caption(line, words):
            found[number] = "caption"
    return found


def _is_label(lines: list[Line], number: int, words: Words) -> bool:
    """True for the name of a section above a story, with no list above or right below it."""
    bare = lines[number].folded.rstrip(".:…»>)]!| ")
    text = lines[number].text
    above = next(matching(lines, number - 1, -1), None)
    if text in _SIGNS_ALONE:
        return True
    if above is not None and words.whole.get(lines[above].folded) == "label" and _NUMBER.fullmatch(bare):
        return True
    if lines[number].length <= 3 and text.isupper() and bare.startswith(_MASTHEADS):
        return True
    if bare in _PAID or (bare not in words.head and bare not in words.sections):
        return False
    before = list(islice(matching(lines, number - 1, -1), _HEAD))
    around = (*before, *islice(matching(lines, number + 1, 1), 1))
    if any(lines[one].length >= _SENTENCE and lines[one].text.endswith(".") for one in before):
        return False  # the story has begun
    return not any(_LISTED_LINE.match(lines[one].text) for one in around)


def _is_caption(line: Line, words: Words) -> bool:
    labelled = line.folded.startswith(words.caption_heads) and line.length <= 40
    return labelled or has_photo_credit(line.text, words.credits, words) or is_photographed(line.text)


def _block(lines: list[Line], number: int, words: Words, taken: dict[int, str], *, is_foot: bool) -> dict[int, str]:
    """A teaser's label or the head of a list of other stories, with the headlines below."""
    line = lines[number]
    bare = line.folded.rstrip(".:… ")
    if len(bare) > 50:
        return {}
    if bare in words.sure_lists:
        listed = list(_foot_lines(lines, number)) if is_foot else list(_headlines(lines, number, _LISTED, words))
        return dict.fromkeys([number, *listed], "related")
    if bare in words.foot_lists and is_foot and not _is_part_of_list(lines, number, taken):
        return dict.fromkeys([number, *_foot_lines(lines, number)], "related")
    label = label_of(line.text, words)
    if label and not label[1]:
        return dict.fromkeys([number, *_teased(lines, number, words)], "link")
    return {}


def _heads_foot(line: Line, reason: str | None, words: Words) -> bool:
    """True for furniture under which more of it stands: a box about the author, "Tags:" with nothing behind."""
    return reason == "author box" or (reason == "tags" and line.folded.rstrip(".: ") in words.foot_lists)


def _is_part_of_list(lines: list[Line], number: int, taken: dict[int, str]) -> bool:
    """True where a list stands above, its head with a colon or its items marked: "Terpopuler" names a prize then."""
    for above in islice(matching(lines, number - 1, -1), _NEAR):
        if above in taken:
            continue
        if is_paragraph(lines[above]) and not lines[above].text.endswith(":"):
            return False
        if lines[above].text.endswith(":") or _LISTED_LINE.match(lines[above].text):
            return True
    return False


def _teased(lines: list[Line], number: int, words: Words) -> Iterator[int]:
    """The headlines under "Baca juga": the first, and those that follow it line on line."""
    last = number
    for after in _headlines(lines, number, _TEASERS, words):
        if last != number and after != last + 1:
            return
        yield after
        last = after


def _headlines(lines: list[Line], number: int, most: int, words: Words) -> Iterator[int]:
    """The lines that read like headlines, up to `most`, that follow a line with nothing else between."""
    for after in range(number + 1, len(lines)):
        line = lines[after]
        if line.gap and not line.text:  # the link was cut already: what follows is the story's
            return
        if not line.text:
            continue
        if most == 0 or not is_headline(line.text, words):
            return
        yield after
        most -= 1


def _foot_lines(lines: list[Line], number: int) -> Iterator[int]:
    """The lines below the last paragraph, under the head of a list of other stories."""
    for after in range(number + 1, min(len(lines), number + _FOOT_LINES)):
        line = lines[after]
        if line.text and (is_paragraph(line) or line.text.startswith("(") or line.length > 24):
            return
        if line.text:
            yield after


def _share_bar(lines: list[Line], taken: dict[int, str], words: Words) -> dict[int, str]:
    """Lines of one network each, two or more in a row, unless a sentence introduces them."""
    found, run = dict[int, str](), list[int]()
    for number in [*matching(lines, 0, 1), len(lines)]:
        if number < len(lines) and (taken.get(number) == "share" or networks(lines[number].folded, words) == 1):
            run.append(number)
            continue
        if len(run) > 1 and not _is_introduced(lines, run[0]):
            found |= dict.fromkeys(run, "share")
        run = []
    return found


def _is_introduced(lines: list[Line], number: int) -> bool:
    above = next(matching(lines, number - 1, -1), None)
    return above is not None and lines[above].text.endswith(":") and lines[above].length > 3
