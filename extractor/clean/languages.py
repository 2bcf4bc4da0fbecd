"""The language of a text, told by the words that hold sentences together: patterns/languages/CODE.txt.

Indonesian is kept apart from the languages in whose midst it is written (Javanese, Sundanese, Minangkabau, Balinese),
from those that the press also prints, and from the Malay of Malaysia, which shares its grammar: that one is told by
spellings and words of its own (ms.txt) against those of Indonesia (id_not_ms.txt). Where the words do not decide, as in
a list of winners, which is made of names, there is no answer.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from extractor import folders
from extractor.errors import PatternError

INDONESIAN, MALAY = "id", "ms"
_FEWEST = 40  # words, below which a quotation or a name decides too much
_SAMPLE = 3_000  # characters from the start, and as many from the middle of a longer text
_MARKS = ".,:;!?()[]\"'“”‘’«»*|/…–—-"  # round words
_SHARE = 0.12  # of all words: what a language's own words reach in running text
_AHEAD = 3  # times the Indonesian words: an Indonesian story with long quotations has more of them than that
_MALAY_KINDS, _MALAY_WORDS = 3, 4  # different Malaysian words, and how many in all
_FOREIGN = 0.5  # of the letters: more of another script than that
_BEYOND = re.compile("[^\x00-\u036f\u1e00-\u1eff]")  # what is not Latin
_SCRIPTS = {
    "ARABIC": "ar", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CYRILLIC": "ru", "THAI": "th",
    "DEVANAGARI": "hi", "TAMIL": "ta", "JAVANESE": "jv", "BALINESE": "ban", "SUNDANESE": "su", "HEBREW": "he",
}  # fmt: skip
NAMES = {
    "ar": "Arabic", "ban": "Balinese", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "jv": "Javanese", "ko": "Korean",
    "min": "Minangkabau", "ms": "Malay", "nl": "Dutch", "pt": "Portuguese", "ru": "Russian", "su": "Sundanese",
    "ta": "Tamil", "th": "Thai", "zh": "Chinese",
}  # fmt: skip
"""English names of the languages that are told apart, by their codes."""


class _Words(NamedTuple):
    """The codes of languages by the words of their lists, which are `known`; what tells Indonesian and Malay apart."""

    codes: dict[str, tuple[str, ...]]
    known: frozenset[str]
    indonesian: frozenset[str]
    malay: frozenset[str]


@lru_cache(maxsize=2)  # a story's is asked for twice: to be told, and to refuse a page
def language_of(text: str) -> str | None:
    """The code of the language that a text is written in ("id", "en", "ms", "jv"); None where that is not sure."""
    sample = _sample(text)
    script = _script(sample)
    if script:
        return script
    counts = Counter(_words(sample.lower()))
    total = counts.total()
    if total < _FEWEST:
        return None
    words = language_words()
    told = dict[str, int]()
    for word in words.known.intersection(counts):
        for code in words.codes[word]:
            told[code] = told.get(code, 0) + counts[word]
    shares = {code: count / total for code, count in sorted(told.items())}
    indonesian = shares.pop(INDONESIAN, 0.0)
    code, share = max(shares.items(), key=lambda pair: pair[1], default=(INDONESIAN, 0.0))
    if share >= _SHARE and share >= _AHEAD * indonesian:
        return code
    if indonesian < _SHARE / 2:
        return None
    return MALAY if _is_malay(counts, words) else INDONESIAN


def _words(lowered: str) -> list[str]:
    """The words of a text without the marks around them; a number is none."""
    words = (said.strip(_MARKS) for said in lowered.split())
    return [word for word in words if word[:1].isalpha()]


def _is_malay(counts: Counter[str], words: _Words) -> bool:
    """Whether a text has several Malaysian words and hardly an Indonesian one."""
    own = {word: counts[word] for word in words.malay.intersection(counts)}
    others = sum(counts[word] for word in words.indonesian.intersection(counts))
    return len(own) >= _MALAY_KINDS and sum(own.values()) >= max(_MALAY_WORDS, _AHEAD * others)


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"


def _script(sample: str) -> str | None:
    """The language that is mostly written in a script which is not Latin, where most letters are of it."""
    if sample.isascii():
        return None
    foreign = [letter for letter in _BEYOND.findall(sample) if letter.isalpha()]
    if not foreign or len(foreign) <= _FOREIGN * sum(map(str.isalpha, sample)):
        return None
    kinds = Counter(unicodedata.name(letter, "?").split()[0] for letter in foreign)
    return _SCRIPTS.get(kinds.most_common(1)[0][0])


@cache
def language_words() -> _Words:
    """The words of patterns/languages; `PatternError` where they cannot be meant."""
    lists = {path.stem: _read(path) for path in sorted((folders.patterns() / "languages").glob("*.txt"))}
    for name in (INDONESIAN, MALAY, "id_not_ms"):
        if name not in lists:
            raise PatternError(f"languages/{name}.txt", 0, "is missing")
    indonesian, malay = lists.pop("id_not_ms"), lists.pop(MALAY)
    if both := indonesian & malay:
        raise PatternError("languages/ms.txt", 0, f"{min(both)!r} stands in id_not_ms.txt too")
    codes = dict[str, tuple[str, ...]]()
    for code, own in lists.items():
        codes |= {word: (*codes.get(word, ()), code) for word in own}
    return _Words(codes, frozenset(codes), indonesian, malay)


def _read(path: Path) -> frozenset[str]:
    """The words of a file; refuses capitals, which are not looked for, and a word that stands in it twice."""
    words = set[str]()
    name = f"languages/{path.name}"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise PatternError(name, 0, "is not UTF-8 text") from None
    for number, line in enumerate(lines, start=1):
        for word in () if line.startswith("#") else line.split():
            if word in words or word != word.lower():
                raise PatternError(name, number, f"{word!r} stands here twice, or has capitals")
            words.add(word)
    return frozenset(words)
