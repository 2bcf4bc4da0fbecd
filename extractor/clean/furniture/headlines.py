"""Headlines: how a line reads that is one, and where one ends that stands in a paragraph without a line break."""

import re

from extractor.clean.furniture.words import Words

MOST_WORDS = 32
"""A teaser's headline has no more words than this."""
_STOPS = (".", ",", ";", ":", ".”", '."', ".)", "…")
_MARK = re.compile(r"(?:[-•»>]|\d{1,2}[.)]) ")
_GLUED = re.compile(r"[a-z0-9!?](?=[A-Z][a-z])")
_GLUE = re.compile(r"[a-z0-9?!%)\"”’](?=[A-Z“][a-z]|[A-Z] )")
_SENTENCES = re.compile(r"[a-z0-9)”\"][.?!][”\"]? [A-Z“\"]")


def is_headline(text: str, words: Words, *, least: int = 4) -> bool:
    """True for up to 22 words without a stop at the end, most of which begin with a capital."""
    mark = _MARK.match(text)
    text = text[mark.end() :] if mark else text
    if text.endswith(_STOPS):
        return False
    told = text.split()
    most = 22 if len(_GLUED.findall(text[:400])) < 2 else 2 * MOST_WORDS  # several headlines, their line ends lost
    return least <= len(told) <= most and is_titled(told, words)


def is_titled(told: list[str], words: Words) -> bool:
    """True where seven in ten words begin with a capital or a figure, but for those that headlines write small."""
    counted = [word for word in told if word.lower() not in words.small]
    capital = sum(not word.lstrip("\"'“‘([")[:1].islower() for word in counted)
    return bool(counted) and capital * 10 >= len(counted) * 7


def holds_sentences(text: str) -> bool:
    """True where one sentence ends and another begins."""
    return _SENTENCES.search(text) is not None


def headline_end(rest: str, words: Words) -> int | None:
    """Where a headline ends and the story goes on within its line; None where nothing sure parts them."""
    for number, match in enumerate(re.finditer(r"\S+", rest[:400])):
        if number > MOST_WORDS:
            return None
        end = _break_at(rest, number, match, words)
        if end is not None:
            return end if is_titled(rest[:end].split(), words) else None
    return None


def _break_at(rest: str, number: int, match: re.Match[str], words: Words) -> int | None:
    """The end of the headline if it lies in or before its word of this number."""
    word, start = match[0], match.start()
    if number >= 2:
        for glue in _GLUE.finditer(word, 1 if word[0] in "“\"" else 0):
            if _is_prose(rest[start + glue.end() :], words):
                return start + glue.end()
    stops = word[-1] in ".?!" and (len(word) > 3 or word[:-1].isdecimal())
    if number >= 3 and stops and _is_prose(rest[match.end() :].lstrip(), words):
        return match.end()
    opens = word[0] in "“\"" or (word[0].isupper() and word.lower().rstrip(",") in words.openers)
    return start if number >= 4 and opens and _is_prose(rest[start:], words) else None


def _is_prose(text: str, words: Words) -> bool:
    """True where a sentence starts: a capital or a quote, and soon words in small letters that no headline has."""
    if not text or not (text[0].isupper() or text[0] in "“\""):
        return False
    told = [word.strip('",.“”():;') for word in text[:120].split()[1:7]]
    return len(told) >= 4 and sum(word.islower() and word not in words.small for word in told) >= 2
