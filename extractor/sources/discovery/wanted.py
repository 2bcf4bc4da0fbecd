"""Which stories are wanted: those whose headline, summary or address has the words of an award, and why.

The words are the names of patterns/awards/*.toml, rightly and wrongly spelt; and who gives an award, beside a word for
awards. An abbreviation that may mean something else ("IGA", ribs) counts where it is printed in capitals among small
letters, or beside such a word. Only the TOML is read: the crawl does without spaCy.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from extractor import folders
from extractor.sources.discovery.candidate import Candidate
from extractor.sources.discovery.words import words
from extractor.tomlfiles import read_toml
from extractor.urls import url_parts

_TOKEN = re.compile(r"[^\W_]+")
_SHORT = 7  # letters of an abbreviation
_JOINED = 9  # letters of a name that tags print as one word
_MOST_TOKENS = 500


class Term(NamedTuple):
    """A name as a list prints it: `tokens` in lower case, the award that it means, and how surely.

    `unsure` names are abbreviations, `giver` ones need a word for awards in the same text. `not_after` are the words
    behind which the name is no award.
    """

    tokens: tuple[str, ...]
    name: str
    award: str
    unsure: bool = False
    giver: bool = False
    not_after: frozenset[str] = frozenset()


class AwardTerms(NamedTuple):
    """An award's words: its terms, the slugs of its tag pages, the words to search for."""

    name: str
    terms: tuple[Term, ...]
    tags: tuple[str, ...]
    search: str


class _Token(NamedTuple):
    word: str
    capitals: bool


class AwardWords:
    """The words of some awards, ready to be looked for; `awards` are they."""

    def __init__(self, awards: Iterable[AwardTerms]) -> None:
        self.awards = tuple(awards)
        self._by_first: dict[str, list[Term]] = {}
        for award in self.awards:
            for term in award.terms:
                self._by_first.setdefault(term.tokens[0], []).append(term)
        for terms in self._by_first.values():
            terms.sort(key=lambda term: (term.giver, -len(term.tokens)))

    def only(self, names: Iterable[str]) -> "AwardWords":
        """The words of the awards of these names."""
        kept = frozenset(names)
        return AwardWords(award for award in self.awards if award.name in kept)

    def first(self, text: str, *, printed: bool = True) -> str | None:
        """What in a text says that it is on an award; `printed` is False where its capitals mean nothing: a slug."""
        tokens = [_Token(found.lower(), found.isupper()) for found in _TOKEN.findall(text)[:_MOST_TOKENS]]
        shouts = not printed or sum(token.capitals for token in tokens) * 2 > len(tokens)
        beside = next((token.word for token in tokens if token.word in words().award_words), None)
        wins = any(token.word in words().winning_words for token in tokens)
        for term in self._found(tokens):
            if term.giver and not beside:
                continue
            if term.giver:
                return f"{term.name} + {beside}"
            if not term.unsure or beside or wins or (not shouts and self._in_capitals(tokens, term)):
                return term.name
        return None

    def _found(self, tokens: list[_Token]) -> Iterator[Term]:
        plain = [token.word for token in tokens]
        for at, word in enumerate(plain):
            for term in self._by_first.get(word, ()):
                before = plain[at - 1] if at else ""
                if tuple(plain[at : at + len(term.tokens)]) == term.tokens and before not in term.not_after:
                    yield term

    def _in_capitals(self, tokens: list[_Token], term: Term) -> bool:
        return any(token.capitals and token.word == term.tokens[0] for token in tokens)


def wanted(candidate: Candidate, award_words: AwardWords) -> str | None:
    """Why a story is wanted: "headline: Paritrana"; None where nothing says so.

    An entry of an award's own tag page is wanted as it is.
    """
    if candidate.award:
        return f"tag: {candidate.award}"
    for place, text in (("headline", candidate.headline), ("summary", candidate.summary)):
        if text and (found := award_words.first(text)):
            return f"{place}: {found}"
    found = award_words.first(_slug(candidate.url), printed=False)
    return f"address: {found}" if found else None


def _slug(url: str) -> str:
    """The words of an address."""
    return unquote(url_parts(url).path)


@cache
def award_words() -> AwardWords:
    """The words of all awards that come with the project, read on first use."""
    return read_award_words(folders.patterns() / "awards")


def read_award_words(folder: Path) -> AwardWords:
    """The words of the awards of a folder; `extractor patterns check` refuses what cannot be meant in them."""
    return AwardWords(_award(path) for path in sorted(folder.glob("*.toml")))


def _award(path: Path) -> AwardTerms:
    file = read_toml(path, f"awards/{path.name}")
    file.expect_words(file.content, ("names", "misspelt", "not_after"), 0)
    name, names = file.content.get("name"), file.content.get("names")
    if not isinstance(name, str) or not isinstance(names, list) or not names:
        file.refuse(0, "an award file needs `name` and `names`")
    not_after = frozenset(word.lower() for word in file.content.get("not_after", ()))
    spelt = dict.fromkeys((name, *names, *file.content.get("misspelt", ())))
    terms: dict[tuple[str, ...], Term] = {}
    for spelling in spelt:
        for tokens in _spellings(spelling):
            terms.setdefault(tokens, Term(tokens, spelling, name, _is_unsure(spelling), not_after=not_after))
    for giver in _givers(file.content.get("giver", "")):
        terms.setdefault(_tokens(giver), Term(_tokens(giver), giver, name, giver=True))
    terms.pop((), None)
    core = _core(name, names)
    tags = tuple(dict.fromkeys("-".join(tokens) for tokens in (_tokens(name), core)))
    return AwardTerms(name, tuple(terms.values()), tags, " ".join(core))


def _core(name: str, names: list[str]) -> tuple[str, ...]:
    """The shortest of an award's names that its own name holds: of the Paritrana Award, "paritrana"."""
    whole = _tokens(name)
    sure = [_tokens(spelling) for spelling in names if not _is_unsure(spelling)]
    parts = [tokens for tokens in sure if tokens and f" {' '.join(tokens)} " in f" {' '.join(whole)} "]
    return min(parts, key=len, default=whole)


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """The tokens of a name, and of a longer one the single word that tags make of it: "paritranaaward"."""
    tokens = _tokens(name)
    yield tokens
    joined = "".join(tokens)
    if len(tokens) > 1 and len(joined) >= _JOINED:
        yield (joined,)


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(found.lower() for found in _TOKEN.findall(name))


def _is_unsure(name: str) -> bool:
    return name.isupper() and len(name) <= _SHORT and name.isalpha()


def _givers(giver: str) -> Iterator[str]:
    """Who gives an award, each as the press may call them; a single word ("Gubernur") names too many."""
    for said in re.split(r", | dan (?=Kementerian )", giver):
        yield from (name for name in (said,) if len(_tokens(name)) > 1)
        yield from (short for long, short in words().givers if long == said.lower())
