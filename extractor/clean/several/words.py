"""How the press prints which page of a story one reads: patterns/pages.toml."""

import re
from functools import cache
from typing import NamedTuple

from extractor import folders
from extractor.tomlfiles import read_toml

_KEYS = ("labels", "foreign_labels", "between", "all", "totals", "together")


class PageWords(NamedTuple):
    """The words as they are looked for.

    `titled` finds a page at the end of a title ("Judul - Halaman 2", "Judul Halaman all - Kabar Lontar"); `printed` an
    element of the source that says "Halaman 2/3"; `marks` are what a page holds that prints so,
    `foreign_marks` the same in English; `totals` finds a number of pages in scripts, on a page that holds one of
    `total_marks`; `together` are the classes of pages that stand in one HTML.
    """

    titled: re.Pattern[str]
    printed: re.Pattern[bytes]
    marks: tuple[str, ...]
    foreign_marks: tuple[str, ...]
    total_marks: tuple[bytes, ...]
    totals: re.Pattern[bytes]
    together: tuple[str, ...]


class Printed(NamedTuple):
    """A page's number and how many there are, as printed; `whole` where all are said to be here."""

    number: int | None = None
    of: int | None = None
    whole: bool = False


def titled_page(title: str) -> Printed:
    """What a title tag says: "Judul - Halaman 2", "Judul Halaman all - Kabar Lontar", "Title - Page 2 of 3"."""
    found = page_words().titled.search(title[-300:])
    if found is None:
        return Printed()
    number, of = found["number"], found["of"]
    return Printed(int(number) if number else None, int(of) if of else None, bool(found["all"]))


@cache
def page_words() -> PageWords:
    """The words of patterns/pages.toml; `PatternError` where they cannot be meant."""
    file = read_toml(folders.patterns() / "pages.toml", "pages.toml")
    file.expect(file.content, dict.fromkeys(_KEYS, list), 0)
    file.expect_words(file.content, _KEYS, 0)
    missing = [name for name in _KEYS if not file.content.get(name)]
    if missing:
        file.refuse(0, f"`{missing[0]}` is missing or empty")
    words = {name: tuple(file.content[name]) for name in _KEYS}
    labels = _any([*words["labels"], *words["foreign_labels"]])
    of = _any(words["between"])
    number = r"(?P<number>[1-9]\d?)"
    numbered = rf"{number}(?:\s?(?:{of})\s?(?P<of>\d{{1,2}}))?"
    titled = rf"(?i)(?<!\w)(?:{labels})\s?(?:{numbered}|(?P<all>{_any(words['all'])}))"
    tag = r"(?:\s{0,20}<[^<>]{0,200}>){0,3}\s{0,20}"
    native = rf"(?P<native>{_any(words['labels'])})|(?:{_any(words['foreign_labels'])})"
    printed = rf"(?i)>\s{{0,40}}(?:{native})\s{{0,3}}:?{tag}{number}{tag}(?:{of}){tag}(?P<of>[1-9]\d?)(?!\d)\s{{0,40}}<"
    totals = rf"(?:{_any(words['totals'])})[\"']?\s{{0,3}}[:=,]\s{{0,3}}[\"']?(?P<of>[1-9]\d?)(?!\d)"
    return PageWords(
        re.compile(titled + r"\s*(?=\)?\s*$|\)?\s+[-–—|»·(]|\s*[|])"),
        re.compile(printed.encode()),
        tuple(label.title() for label in words["labels"]),
        tuple(label.title() for label in words["foreign_labels"]),
        tuple(total.encode() for total in words["totals"] if not _holds_another(total, words["totals"])),
        re.compile(totals.encode()),
        words["together"],
    )


def _holds_another(word: str, words: tuple[str, ...]) -> bool:
    """Whether another of the words stands in this one: where that is missing, this is."""
    return any(other != word and other in word for other in words)


def _any(words: tuple[str, ...] | list[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
