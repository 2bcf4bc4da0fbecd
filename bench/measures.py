"""The measures: each is a row with what was measured and the bar that it must stay under."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.clocks import cold, in_turn, printed_by, ratio
from bench.doubled import COMMON, UNMET, doubled
from bench.stock import stock
from bench.texts import corpus, lengths, press, sample, words_in
from extractor.article import Article
from extractor.language import read
from extractor.patterns import Patterns, patterns
from extractor.pipeline import extract

_STOCK_WORDS = 10_000
_LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
_LENGTH_WORDS, _LONGEST_ROUNDS = 100_000, 3
_GAZETTEER = """
import time
began = time.process_time()
from extractor.gazetteer import gazetteer
assert gazetteer().named("Linsowu", level="village")
print(time.process_time() - began)
print(next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


class Measure(NamedTuple):
    """What was measured, of what, how much it came to, the most that it may come to, and the unit of both."""

    name: str
    of: str
    value: float
    bar: float
    unit: str

    @property
    def passed(self) -> bool:
        """Whether the bar holds."""
        return self.value <= self.bar


def measures(rounds: int) -> Iterator[Measure]:
    """All measures, one after the other, each as soon as it is taken."""
    source, texts = press()
    yield from _against_stock(source, texts, 3 * rounds)
    yield from _against_reading(source, texts, rounds)
    yield from _at_lengths(source, texts, rounds)
    yield from _with_more_patterns(source, texts, rounds)
    yield from _from_cold(rounds)


def run(texts: list[str], book: Patterns | None = None) -> Callable[[], None]:
    """All facts and records of texts."""

    def run() -> None:
        for text in texts:
            extract(Article(text), book)

    return run


def _each(texts: list[str], step: Callable[[str], object]) -> Callable[[], None]:
    def run() -> None:
        for text in texts:
            step(text)

    return run


def _against_stock(source: str, texts: list[str], rounds: int) -> Iterator[Measure]:
    chosen = sample(texts, _STOCK_WORDS)
    blank = stock(patterns())
    seconds = in_turn(rounds, ours=run(chosen), stock=_each(chosen, blank.nlp))
    words = words_in(chosen)
    speed = words / min(seconds["stock"]) / 1000
    rows = f"SpanRuler of {blank.phrases:,} phrases and {blank.rows:,} rows for {blank.forms} forms, {speed:.0f} kw/s"
    of = f"{len(chosen)} texts of {source}, {words:,} words; {rows}"
    yield Measure("all facts and records / stock spaCy finding spans", of, ratio(**_pair(seconds)), 1 / 20, "x")


def _pair(seconds: dict[str, list[float]]) -> dict[str, list[float]]:
    over, under = seconds.values()
    return {"over": over, "under": under}


def _against_reading(source: str, texts: list[str], rounds: int) -> Iterator[Measure]:
    seconds = in_turn(rounds, ours=run(texts), read=_each(texts, read))
    words = words_in(texts)
    speeds = ", ".join(f"{name} {words / min(taken) / 1000:.0f} kw/s" for name, taken in seconds.items())
    of = f"{source}, {words:,} words; `read` makes Doc, tokens, sentences; {speeds}"
    yield Measure("all facts and records / reading into Docs", of, ratio(**_pair(seconds)), 8, "x")


def _at_lengths(source: str, texts: list[str], rounds: int) -> Iterator[Measure]:
    """Each length against the first, in turn and of the same words; the longest in three rounds at most and without one
    that warms up, as it takes as long as all else.
    """
    shortest, *longer = _LENGTHS
    for length in longer:
        few, long = (lengths(texts, one, max(length, _LENGTH_WORDS)) for one in (shortest, length))
        is_longest = length == _LENGTHS[-1]
        turns = min(rounds, _LONGEST_ROUNDS) if is_longest else rounds
        seconds = in_turn(turns, warm=not is_longest, long=run(long), short=run(few))
        value = ratio(**_pair(seconds)) * words_in(few) / words_in(long)
        of = f"{source}, joined; {1e6 * min(seconds['short']) / words_in(few):.1f} us a word at {shortest:,}"
        yield Measure(f"a word of a text of {length:,} / of {shortest:,}", of, value, FLAT, "x")


FLAT = 1.25
"""What a word of a long text may cost, where one of a text of a thousand words costs 1."""


def _with_more_patterns(source: str, texts: list[str], rounds: int) -> Iterator[Measure]:
    chosen, book = sample(texts, 100_000), patterns()
    forms = sum(len(pattern.forms) for pattern in book.every)
    for added, how in ((UNMET, "a word never met"), (COMMON, "words never met in a row")):
        seconds = in_turn(rounds, twice=run(chosen, doubled(book, added)), once=run(chosen, book))
        of = f"{source}, {words_in(chosen):,} words; {forms} forms, and as many that end with {how}"
        yield Measure("twice the patterns / once", of, ratio(**_pair(seconds)), 1.1, "x")


def _from_cold(rounds: int) -> Iterator[Measure]:
    busy, _ = cold(rounds, "-m", "extractor", "--help")
    yield Measure("`extractor --help`", "a fresh process, processor time", busy, 0.3, "s")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "short.txt"
        path.write_text(next(text for text in corpus() if len(text) < 2000), encoding="utf-8")
        _, passed = cold(rounds, "-m", "extractor", "extract", str(path), "--format", "json")
    yield Measure("`extractor extract` of a short article", "a fresh process, by the clock", passed, 1.5, "s")
    seconds, megabytes = printed_by(_GAZETTEER)
    yield Measure("gazetteer, first use, villages", "a fresh process, processor time", seconds, 0.5, "s")
    yield Measure("gazetteer, memory, villages", "a fresh process", megabytes, 150, "MB")
