"""What stands above a story's first paragraph and is none of it: a kicker, the site's slogan, names, a day."""

from itertools import accumulate, pairwise

from extractor.clean.dateline import dateline
from extractor.clean.drafts import Cut, Draft, merged

_MOST = 5  # short lines: where more come before the first paragraph, they may be the story
_LETTERS, _WORDS = 60, 12  # characters of a line that is a paragraph, and words of one that is a sentence
_SENTENCE = 4  # words of a line that is one where it ends with a stop
_STOPS = (".", "!", "?", "”", '"', ":", ",", ";", "…")
_REASON = "above the story"


def cut_above(draft: Draft, title: str | None) -> Draft:
    """The draft without the short lines above its first paragraph.

    A line that begins with a dateline, ends like a sentence or leads to a list stays, and so do all where no paragraph
    comes after a few of them, or where the page names no title, which one of them may be.
    """
    if not title:
        return draft
    short, size = list[Cut](), 0
    cuts = merged(draft.cuts)
    starts = list(accumulate((len(line) + 1 for line in draft.text.split("\n")), initial=0))
    for start, end in pairwise(starts):
        while cuts and cuts[0].end <= start:
            cuts.pop(0)
        line = draft.text[start : end - 1].strip()
        if not line or (cuts and cuts[0].start <= start and cuts[0].end >= end - 1):
            continue
        if _is_story(draft, start, line):
            return draft.without(short) if short else draft
        short.append(Cut(start, min(end, len(draft.text)), _REASON))
        size += 1
        if size > _MOST:
            break
    return draft


def _is_story(draft: Draft, start: int, line: str) -> bool:
    words = line.split()
    if line.endswith(_STOPS) and (len(words) >= _SENTENCE or line.endswith(":")):
        return True
    if len(line) >= _LETTERS and len(words) >= _WORDS:
        return True
    if " | " in line or line[:2] == "1.":
        return True
    return dateline(draft.text, start) is not None
