"""Trials: when an example passes, and what is told of one that does not."""

from typing import Any

import pytest

from extractor.patterns.examples import Example
from extractor.workbench.trials import Outcome, Trial, run


def tried(kind: str, text: str, finds: bool = True, **expects: Any) -> Outcome:
    start, end = text.find("["), text.find("]") - 1
    plain = text.replace("[", "").replace("]", "")
    example = Example(plain, (start, end) if start >= 0 else None, expects, 1)
    return run(Trial(kind, f"{kind}.any", "any.toml", example, finds, expects))


@pytest.mark.parametrize(
    ("kind", "text", "expects"),
    [
        ("regulations", "melalui [Perwal Nomor 14 Tahun 2025], kita", {"number": "14", "year": 2025}),
        ("regulations", "melalui [Perwal Nomor 14], kita", {"year": ""}),
        ("amounts", "Iurannya [Rp16.800] per bulan.", {"value": 16800}),
        ("records", "[Kota Tegal] meraih Adipura 2022.", {"recipient": "Kota Tegal", "code": "33.76"}),
        ("officials", "[Bupati Sleman Drs Wiyono Hartadi] hadir.", {"honorifics": ["Drs"]}),
    ],
)
def test_a_fact_at_the_marked_words_with_the_fields_passes(kind: str, text: str, expects: dict[str, Any]) -> None:
    assert tried(kind, text, **expects).passed


@pytest.mark.parametrize(
    ("text", "expects"),
    [
        ("melalui [Perwal Nomor 14 Tahun 2025], kita", {"number": "15"}),
        ("melalui [Perwal Nomor 14 Tahun 2025], kita", {"year": ""}),
        ("melalui [Perwal Nomor 14 Tahun 2025], kita", {"tahun": 2025}),
        ("melalui Perwal Nomor 14 Tahun 2025, [kita]", {}),
        ("[Asisten II] hadir", {}),
    ],
)
def test_another_value_field_or_place_fails(text: str, expects: dict[str, Any]) -> None:
    assert not tried("regulations", text, **expects).passed


def test_a_failure_tells_what_was_found_the_nearest_first() -> None:
    outcome = tried("regulations", "melalui Perwal Nomor 13 Tahun 2024 dan [Perda Nomor 14 Tahun 2025]", number="15")
    assert [fact.number for fact in outcome.found] == ["14", "13"]


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Asisten II hadir", True),
        ("melalui Perwal Nomor 14 Tahun 2025, kita", False),
        ("melalui Perwal Nomor 14 Tahun 2025, kata [Asisten II]", True),
        ("kata Asisten II, melalui [Perwal Nomor 14] Tahun 2025", False),
    ],
)
def test_what_is_ignored_gives_no_fact_at_the_marked_words_or_at_all(text: str, passed: bool) -> None:
    assert tried("regulations", text, finds=False).passed is passed
