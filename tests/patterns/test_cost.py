"""What patterns cost: no line makes one slow, and patterns that never match cost next to nothing."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import extract
from extractor.language import read
from extractor.patterns import load, patterns
from extractor.patterns.forms import Form

from .folder import patterns_folder
from .hostile import LENGTH, lines

ALLOWED = 0.05
"""Seconds for the forms of one hostile line of 5,000 characters (HAZARDS.md, "Pages")."""
READ = 3.0
"""Seconds for all that is read in two of them on one line; an article may take ten."""


def seconds(work: Callable[[], object]) -> float:
    """How long this process works at something."""
    start = time.process_time()
    work()
    return time.process_time() - start


def least(work: Callable[[], object], allowed: float) -> float:
    """The time of the first run that stays within what is allowed, or else the least of three."""
    found: list[float] = []
    while len(found) < 3 and (not found or found[-1] >= allowed):
        found.append(seconds(work))
    return min(found)


FORMS = [
    pytest.param(form, id=f"{pattern.name}: {form.printed}")
    for pattern in patterns().every
    for form in pattern.forms
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sort", ["whole", "no end", "no start", "anchor"])
def test_no_hostile_line_makes_the_forms_slow(form: Form, sort: str) -> None:
    book = patterns()
    line = lines(form, book)[sort]
    units = book.units(read(line))
    assert len(line) == LENGTH
    assert least(lambda: book.find(units), ALLOWED) < ALLOWED


@pytest.mark.parametrize("form", FORMS)
def test_no_hostile_line_makes_the_readers_slow(form: Form) -> None:
    line = lines(form, patterns())["whole"] * 2
    assert seconds(lambda: extract(line)) < READ


PARAGRAPH = """Pemerintah Kota Contoh melindungi 4.120 pekerja rentan melalui Perwal Nomor 14 Tahun 2025. Kepala dinas
berharap jumlah itu bertambah menjadi lima ribu orang pada tahun depan, kata Rahman di Contoh, Selasa (11/3/2025).

"""
STRANGE = '[[pattern]]\nid = "n{0}"\nform = "xa{0} {{number}} {{year}}"\nfinds = ["[x]"]\n'


def test_patterns_that_never_match_cost_next_to_nothing(tmp_path: Path) -> None:
    few = load(patterns_folder(tmp_path / "few"))
    many = load(patterns_folder(tmp_path / "many", dates_toml="".join(map(STRANGE.format, range(300)))))
    reading = read(PARAGRAPH * 60)
    ratios = []
    for _ in range(7):
        before = seconds(lambda: few.find(few.units(reading)))
        after = seconds(lambda: many.find(many.units(reading)))
        ratios.append(after / before)
    assert len(many.every) > 100 * len(few.every)
    assert min(ratios) < 1.25
