"""Reach: which texts can be read otherwise, now that some files of patterns have changed.

A reading looks up words of the text in lists, and tries forms where their anchors stand in it. So a change of a list
touches no text without one of the phrases that came, went or mean something else, a change of a form none without its
anchor, a change of an award none without one of its names. Letters and digits alone are compared, capitals, accents,
spaces and signs left out, for readers look words up without their stops, in halves and in parts. Where nothing bounds
the reach (the program, the regions, words that no form may rest on, a list that is asked for words that no text
prints) every text is touched. tests/store/test_reach.py watches every look-up of a reading over the corpus for it.
"""

import re
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from extractor.errors import PatternError
from extractor.patterns.anchors import Anchors
from extractor.patterns.awardfiles import Award, read_awards
from extractor.patterns.forms import SHAPES, Form, Part
from extractor.patterns.patternfiles import Pattern, read_pattern_file
from extractor.patterns.wordlists import Entry, read_word_list

ELSEWHERE = (
    "addresses.toml", "datelines.toml", "discovery.toml", "furniture.toml", "metadata.toml", "no_article.toml",
    "pages.toml", "reading.toml", "outlets/", "languages/", "register.toml",
)  # fmt: skip
"""Files by which pages are found and cleaned, and entries made: a text that is stored is not cleaned again."""
UNBOUNDED = ("words/common.txt", "vocabulary/posts.txt")
"""Lists whose changes may touch any text: forms rest on other words by the first; posts are looked up as they are
called in full, which the press seldom does."""
_SIGNS = re.compile(r"[\W_]+")
_HEAD = 3
_LETTER = 0.2  # how likely a letter is the next of a phrase


class Unbounded(Exception):
    """A change that may touch any text, with the reason."""


class Reach(NamedTuple):
    """What a text must hold to be touched: one of `literals`, which are squeezed but where they are signs alone.

    `everything` says why every text is, where it is so.
    """

    literals: frozenset[str] = frozenset()
    everything: str | None = None

    def __or__(self, other: "Reach") -> "Reach":
        return Reach(self.literals | other.literals, self.everything or other.everything)


class Sieve:
    """A reach, ready to be asked about many texts."""

    def __init__(self, reach: Reach) -> None:
        self.everything = reach.everything is not None
        self._signs = [literal for literal in reach.literals if not squeezed(literal)]
        self._short = [literal for literal in reach.literals if len(literal) < _HEAD and squeezed(literal)]
        self._by_head = defaultdict[str, list[str]](list)
        for literal in reach.literals:
            if len(literal) >= _HEAD and squeezed(literal):
                self._by_head[literal[:_HEAD]].append(literal)

    def touches(self, *told: str | None) -> bool:
        """Whether a text may be read otherwise, by all that is told of it."""
        return self.everything or any(self._signed(said) or self._holds(squeezed(said)) for said in told if said)

    def _signed(self, said: str) -> bool:
        """Whether a text holds all characters of a phrase that has no letters: "%"."""
        return any(all(character in said for character in sign) for sign in self._signs)

    def _holds(self, said: str) -> bool:
        if any(short in said for short in self._short):
            return True
        heads = self._by_head
        for at in range(len(said) - _HEAD + 1) if heads else ():
            found = heads.get(said[at : at + _HEAD])
            if found and any(said.startswith(literal, at) for literal in found):
                return True
        return False


def squeezed(said: str) -> str:
    """The letters and digits of a text in lower case, without accents."""
    return _SIGNS.sub("", unicodedata.normalize("NFKD", said.casefold()))


def reach_of(before: Mapping[str, str], now: Mapping[str, str], contents: Mapping[str, str]) -> Reach:
    """The reach of what changed between two sets of files, names below patterns/ with digests; contents by digests."""
    reach = Reach()
    changed = [name for name in sorted(before.keys() | now.keys()) if before.get(name) != now.get(name)]
    with tempfile.TemporaryDirectory() as folder:
        sides = [_laid_out(Path(folder) / name, files, contents) for name, files in (("old", before), ("new", now))]
        for name in changed:
            lost = {files[name] for files in (before, now) if name in files} - contents.keys()
            reach |= _reach_of_lost(name) if lost else _reach_of_file(name, *sides)
        if any(name.startswith("awards/") for name in changed) and reach.everything is None:
            reach |= _bounded("awards", lambda: _of_awards(*map(_awards, sides)))
    return reach


def _reach_of_lost(name: str) -> Reach:
    """The reach of a file whose content nobody kept."""
    return Reach() if name.startswith(ELSEWHERE) else Reach(everything=f"{name} changed")


def _reach_of_file(name: str, before: Path, now: Path) -> Reach:
    if name.startswith("awards/") or name.startswith(ELSEWHERE):
        return Reach()
    if name in UNBOUNDED:
        return Reach(everything=f"{name} changed")
    if name.startswith(("words/", "vocabulary/")):
        return _bounded(name, lambda: _of_list(*(_entries(side / name) for side in (before, now))))
    return _bounded(name, lambda: _of_forms(name, before, now))


def _bounded(name: str, literals: Callable[[], Iterator[str]]) -> Reach:
    """The reach that literals say, or everything where they say that nothing bounds it."""
    try:
        return Reach(frozenset(squeezed(literal) or "".join(literal.split()) for literal in literals()))
    except (Unbounded, PatternError) as error:
        return Reach(everything=f"{name} changed: {error}")


def _laid_out(folder: Path, files: Mapping[str, str], contents: Mapping[str, str]) -> Path:
    """The files whose contents are known in a folder, as their readers want them."""
    for name, digest in files.items():
        if digest in contents:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(contents[digest], encoding="utf-8")
    return folder


def _entries(path: Path) -> tuple[tuple[Entry, ...], tuple[bool, bool]]:
    """What a list says, without its lines' numbers, and its orders."""
    if not path.is_file():
        return (), (False, False)
    words = read_word_list(path)
    return tuple(entry._replace(line=0) for entry in words.entries), (words.exact, words.guard)


def _of_list(
    before: tuple[tuple[Entry, ...], tuple[bool, bool]], now: tuple[tuple[Entry, ...], tuple[bool, bool]]
) -> Iterator[str]:
    """Phrases that came, went or mean something else; all where the file's orders or the order of its lines changed."""
    both = set(before[0]) & set(now[0])
    same = before[1] == now[1] or not before[0] or not now[0]
    same = same and [one for one in before[0] if one in both] == [one for one in now[0] if one in both]
    entries = set(before[0]) ^ set(now[0]) if same else set(before[0]) | set(now[0])
    yield from (entry.phrase for entry in entries)


def _awards(folder: Path) -> dict[str, Award]:
    return read_awards(folder / "awards")


def _of_awards(before: dict[str, Award], now: dict[str, Award]) -> Iterator[str]:
    """Names and grades that came or went; all names of an award of which something else changed."""
    for name in before.keys() | now.keys():
        sides = [awards[name] for awards in (before, now) if name in awards]
        names, grades = ([set(getattr(side, field)) for side in sides] for field in ("names", "predicates"))
        whole = len(sides) == 1 or _beside_names(sides[0]) != _beside_names(sides[1])
        yield from set.union(*names) if whole else names[0] ^ names[1]
        yield from set.union(*grades) if whole else ()


def _beside_names(award: Award) -> tuple[object, ...]:
    return award.level, award.giver, award.predicates, award.not_after, award.edition_words


def _of_forms(name: str, before: Path, now: Path) -> Iterator[str]:
    """Words without which no form stands that came, went or says something else."""
    if not (before / name).is_file() or not (now / name).is_file():
        raise Unbounded("the whole file came or went")
    sides = {side: _forms(read_pattern_file(side / name)) for side in (before, now)}
    both = sides[before].keys() & sides[now].keys()
    if [one for one in sides[before] if one in both] != [one for one in sides[now] if one in both]:
        raise Unbounded("its forms stand in another order")
    common = frozenset(entry.phrase for entry in _entries(now / "words" / "common.txt")[0])
    for side, forms in sides.items():
        for key in forms.keys() - both:
            yield from _words_of(*forms[key], common, (before, now) if side is before else (now, before))


_Key = tuple[str, str, str, str]


def _forms(patterns: Iterable[Pattern]) -> dict[_Key, tuple[Pattern, Form]]:
    """Every form by all that is read of it: its pattern, as what it is read, what it says, and itself."""
    return {
        (one.id, one.like, repr(sorted(one.says.items())), form.printed): (one, form)
        for one in patterns
        for form in one.forms
    }


def _words_of(pattern: Pattern, form: Form, common: frozenset[str], folders: tuple[Path, ...]) -> Iterable[str]:
    """Words of which a text must hold one for a form to be tried in it, and for its anchor to be one.

    A word that is an anchor is a unit of its own kind, whether or not the rest of the form stands round it; where the
    anchor is a list, any part that must be there will do, and the one with the fewest phrases is taken.
    """
    anchor = form.parts[Anchors([pattern], common).part(form)]
    if anchor.words:
        return anchor.words
    needed = (part for part in form.parts if part.least and not part.gap)
    bounds = [phrases for part in needed if (phrases := _phrases(part, folders)) is not None]
    if not bounds:
        raise Unbounded(f"the form {form.printed!r} rests on no word and no list")
    return min(bounds, key=_likely)


def _likely(phrases: set[str]) -> float:
    """How likely a text is to hold one of some phrases, roughly: the longer they are, the less."""
    return sum(_LETTER ** len(squeezed(phrase)) for phrase in phrases)


def _phrases(part: Part, folders: tuple[Path, ...]) -> set[str] | None:
    """The phrases of which a part is one; None where they are too many to be named."""
    if part.words:
        return set(part.words)
    if part.list in ("award", "predicate"):
        field = "names" if part.list == "award" else "predicates"
        return {said for folder in folders for award in _awards(folder).values() for said in getattr(award, field)}
    if part.list in SHAPES or part.list == "region":
        return None
    return {entry.phrase for folder in folders for entry in _entries(folder / "words" / f"{part.list}.txt")[0]}
