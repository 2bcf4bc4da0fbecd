"""Which texts a change of patterns can touch: never too few, and no more than need be."""

import hashlib
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor import folders
from extractor.batch.inputs import read
from extractor.clean import clean
from extractor.patterns import load
from extractor.patterns.wordlists import read_word_list
from extractor.pipeline import extract
from extractor.store import pattern_sets
from extractor.store.reach import ELSEWHERE, UNBOUNDED, Reach, Sieve, reach_of, squeezed

CUES = "words/cues.txt"
FORM = """[[pattern]]
id = "{id}"
forms = [{forms}]
{rest}finds = [{{ text = "[tiga]" }}]
"""
AWARD = 'name = "{name}"\nnames = ["{name}", {names}]\n{rest}finds = [{{ text = "[Piala A] itu." }}]\n'


def reach(before: Mapping[str, str], now: Mapping[str, str]) -> Reach:
    """The reach between two sets of files, given by their contents."""
    contents = {hashlib.sha256(said.encode()).hexdigest(): said for said in (*before.values(), *now.values())}
    digests = {said: digest for digest, said in contents.items()}
    sides = ({name: digests[said] for name, said in side.items()} for side in (before, now))
    return reach_of(*sides, contents)


def forms(*printed: str, id: str = "one", rest: str = "") -> str:  # noqa: A002
    return FORM.format(id=id, forms=", ".join(f'"{form}"' for form in printed), rest=rest)


def award(name: str, *names: str, rest: str = "") -> str:
    return AWARD.format(name=name, names=", ".join(f'"{one}"' for one in names), rest=rest)


LISTS = {"words/common.txt": "yang\ndi\n", CUES: "raih\nsabet\n", "words/many.txt": "a b\nc d\ne f\n"}


@pytest.mark.parametrize(
    ("name", "before", "now", "literals"),
    [
        (CUES, "raih\nsabet\n", "raih\nsabet\nbawa pulang\n", {"bawapulang"}),
        (CUES, "raih\nsabet\n", "raih\n", {"sabet"}),
        (CUES, "raih = a\nsabet\n", "raih = b\nsabet\n", {"raih"}),
        (CUES, "raih\nsabet\n", "# only a comment\nraih\n\nsabet\n", set()),
        (CUES, "raih\nsabet\n", "sabet\nraih\n", {"raih", "sabet"}),
        (CUES, "raih\nsabet\n", "#! case\nraih\nsabet\n", {"raih", "sabet"}),
        (CUES, "raih\nS.H.\n", "raih\n", {"sh"}),
        (CUES, "raih\n%\n", "raih\n", {"%"}),
        ("vocabulary/heads.txt", "raih\n", "raih\nkepala dinas\n", {"kepaladinas"}),
        ("ranks.toml", forms("juara {number}"), forms("juara {number}", "posisi {number}"), {"posisi"}),
        ("ranks.toml", forms("juara {number}", "posisi {number}"), forms("juara {number}"), {"posisi"}),
        ("ranks.toml", forms("juara|jawara {number}"), forms("juara|jawara ... {number}"), {"juara", "jawara"}),
        ("ranks.toml", forms("juara {number}"), forms("juara {number}", rest='says = { value = 1 }\n'), {"juara"}),
        ("ranks.toml", forms("juara {number}"), forms("juara {number}", id="two"), {"juara"}),
        ("ranks.toml", forms("juara {number}"), "# a comment\n" + forms("juara {number}"), set()),
        ("ranks.toml", forms("juara {number}"), forms("juara {number}", "{many} {cues} {number}"), {"raih", "sabet"}),
        ("awards/a.toml", award("Piala A"), award("Piala A", "Trofi A"), {"trofia"}),
        ("awards/a.toml", award("Piala A", "Trofi A"), award("Piala A"), {"trofia"}),
        ("awards/a.toml", award("Piala A"), award("Piala A", rest='level = "national"\n'), {"pialaa"}),
        ("awards/a.toml", award("Piala A"), award("Piala A", rest='predicates = ["Utama"]\n'), {"pialaa", "utama"}),
        ("awards/a.toml", award("Piala A"), "# a comment\n" + award("Piala A"), set()),
    ],
)
def test_a_change_reaches_texts_with_its_words(name: str, before: str, now: str, literals: set[str]) -> None:
    assert reach(LISTS | {name: before}, LISTS | {name: now}) == Reach(frozenset(literals))


@pytest.mark.parametrize(
    ("before", "now", "literals"),
    [
        ({}, {"awards/b.toml": award("Piala B", "Trofi B")}, {"pialab", "trofib"}),
        ({"awards/b.toml": award("Piala B")}, {}, {"pialab"}),
        ({}, {"words/new.txt": "raih\ntahta\n"}, {"raih", "tahta"}),
        ({"vocabulary/old.txt": "tahta\n"}, {}, {"tahta"}),
    ],
)
def test_a_file_that_comes_or_goes_reaches_texts_with_its_words(
    before: Mapping[str, str], now: Mapping[str, str], literals: set[str]
) -> None:
    assert reach({**LISTS, **before}, {**LISTS, **now}) == Reach(frozenset(literals))


@pytest.mark.parametrize(
    ("name", "before", "now"),
    [
        ("words/common.txt", "yang\ndi\n", "yang\n"),
        ("vocabulary/posts.txt", "Bupati\n", "Bupati\nCamat\n"),
        ("ranks.toml", forms("juara {number}", "posisi {number}"), forms("posisi {number}", "juara {number}")),
        ("ranks.toml", forms("juara {number}"), forms("juara {number}", "{number} ... {year}")),
        ("words/broken.txt", "a = \n", "a\n"),
    ],
)
def test_what_nothing_bounds_reaches_every_text(name: str, before: str, now: str) -> None:
    found = reach(LISTS | {name: before}, LISTS | {name: now})
    assert found.everything is not None
    assert found.everything.startswith(name)


@pytest.mark.parametrize("name", ["program", "regions/provinces.csv", "words/lost.txt", "ranks.toml", "other.toml"])
def test_a_change_that_nobody_kept_reaches_every_text(name: str) -> None:
    assert reach_of({name: "a"}, {name: "b"}, {}).everything == f"{name} changed"


@pytest.mark.parametrize("name", [name + "x.toml" if name.endswith("/") else name for name in ELSEWHERE])
def test_how_pages_are_cleaned_reaches_no_stored_text(name: str) -> None:
    assert reach_of({name: "a"}, {name: "b"}, {}) == Reach()


@pytest.mark.parametrize(
    ("literal", "said", "touched"),
    [
        ("bawapulang", "Kota itu BAWA\npulang piala.", True),
        ("bawapulang", "Kota itu membawa pulang piala.", True),
        ("bawapulang", "Kota itu bawa piala pulang.", False),
        ("sh", "Rina, S.H., M.H.", True),
        ("%", "Naik 5 persen.", False),
        ("%", "Naik 5%.", True),
    ],
)
def test_letters_alone_are_compared(literal: str, said: str, touched: bool) -> None:
    assert Sieve(Reach(frozenset((literal,)))).touches(None, said) is touched


def test_nothing_touches_nothing() -> None:
    assert Sieve(Reach()).touches("Kota itu bawa pulang piala.") is False


def test_every_file_of_the_patterns_is_known_to_be_bounded_or_not() -> None:
    kept = {name for name, digest in pattern_sets.current().files.items() if digest in pattern_sets.current().contents}
    rest = set(pattern_sets.current().files) - kept - {pattern_sets.PROGRAM}
    assert {name for name in rest if not name.startswith((*ELSEWHERE, "regions/"))} == set()
    assert {name for name in UNBOUNDED if name not in kept} == set()


def test_annotation_and_assembly_know_nothing_of_how_pages_are_cleaned() -> None:
    folder = Path(extractor.__file__).parent
    modules = [path for part in ("annotate", "assemble") for path in (folder / part).rglob("*.py")]
    assert modules
    told = {path: path.read_text(encoding="utf-8") for path in modules}
    assert [path for path, said in told.items() if "extractor.clean" in said or "extractor.outlets" in said] == []


class Watched(dict[str, Any]):
    """A list that remembers what it was asked for."""

    def __init__(self, held: Mapping[str, Any], asked: set[str]) -> None:
        super().__init__(held)
        self.asked = asked

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)


Asked = dict[str, set[str]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> tuple[Asked, Callable[[Any], object]]:
    """What readings ask lists and vocabularies for, by their files, and the reading of an article."""
    seen: Asked = defaultdict(set)
    watched: dict[str, Watched] = {}

    def vocabulary(name: str) -> Watched:
        if name not in watched:
            words = read_word_list(folders.patterns() / "vocabulary" / f"{name}.txt")
            held = {entry.phrase: entry.value for entry in words.entries}
            watched[name] = Watched(held, seen[f"vocabulary/{name}.txt"])
        return watched[name]

    for module in _modules_with_vocabularies():
        monkeypatch.setattr(module, "vocabulary", vocabulary)
    book = load(folders.patterns())
    for held in (book.lexicon.values, book.lexicon.entries):
        watching = {name: Watched(words, seen[f"words/{name}.txt"]) for name, words in held.items()}
        held.update(watching)  # type: ignore[arg-type]
    return seen, lambda article: extract(article, book)


def _modules_with_vocabularies() -> list[Any]:
    named = [name for name in sys.modules if name.startswith(("extractor.annotate.", "extractor.assemble."))]
    return [sys.modules[name] for name in named if hasattr(sys.modules[name], "vocabulary")]


ARTICLES = sorted((folders.corpus() / "seen" / "articles").iterdir())


def test_readings_ask_lists_for_words_of_the_text_alone(asked: tuple[Asked, Callable[[Any], object]]) -> None:
    """What a bound rests on: a list that is asked for other words is in `UNBOUNDED`."""
    seen, reading = asked
    strange = {}
    for path in ARTICLES[::2]:
        article = clean(read(str(path)))
        text = squeezed(article.text)
        reading(article)
        for name, words in seen.items():
            if any(squeezed(word) not in text for word in words):
                strange[name] = path.name
            words.clear()
    assert strange.keys() - set(UNBOUNDED) == set()
    assert strange  # posts are: the watch sees what it is to see
