"""The comparison rules: when a found fact is gold's, what pairs with what, and what counts."""

import runpy
from typing import Any

import pytest

from tools.scoring import KINDS, STRICT, alike, misses, pairs, right, same, score, words
from tools.splits import ROOT, SPLITS, Split

THEIRS = ROOT.parent / "shared" / "tools" / "score.py"
TEXT = "Wali Kota Lontar meraih juara 1 Paritrana Award, disusul Kabupaten Seberang di tempat kedua."

Facts = dict[str, Any]


def person(name: str, **fields: object) -> Facts:
    return {"name": name, "role": "Wali Kota", "spans": [[0, 16]], "evidence": ["Wali Kota Lontar"]} | fields


def company(name: str, award: str = "Paritrana Award", **fields: object) -> Facts:
    recipient = {"type": "company", "code": None, "name": name}
    fixed = {"award": award, "edition": 2023, "level": "province", "outcome": "winner", "rank": 1}
    return fixed | {"recipient": recipient, "spans": [[24, 31]], "evidence": ["juara 1"]} | fields


def article(**facts: list[Facts]) -> Facts:
    return {"article": {"text": TEXT}, **facts}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("M.K.M.", ["mkm"]),
        (["Dr.", "H."], ["dr", "h"]),
        ("Walikota Batam", ["wali", "kota", "batam"]),
        ("13/2003", ["13", "2003"]),
        (None, []),
    ],
)
def test_words_are_lower_case_and_whole(value: object, said: list[str]) -> None:
    assert words(value) == said


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("pekerja rentan", "pekerja", True),
        ("pekerja rentan", "nelayan rentan", False),
        ("pekerja rentan desa", "pekerja rentan kota", True),
        ("pekerja", "", False),
        ("", None, True),
    ],
)
def test_phrases_are_alike_by_half_their_words_or_one_within_the_other(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is expected


@pytest.mark.parametrize(
    ("kind", "gold", "found", "expected"),
    [
        ("regions", {"code": "21.71", "name": "Kota Batam"}, {"code": "21.71", "name": "Batam"}, True),
        ("regions", {"code": "21.71", "name": "Kota Batam"}, {"code": "21.72", "name": "Kota Batam"}, False),
        ("regions", {"code": None, "level": "city", "name": "Kota A"}, {"level": "city", "name": "kota a"}, True),
        ("officials", person("Sari Tan"), person("Sari"), False),
        ("officials", person("Sari Tan", name_variants=["Sari"]), person("sari"), True),
        ("regulations", {"type": "UU", "number": "24", "year": 2011}, {"type": "UU", "number": "24"}, False),
        ("regulations", {"type": "UU", "number": None, "year": 2011}, {"type": "UU", "year": 2011}, True),
        ("worker_counts", {"count": 9, "group": "nelayan"}, {"count": 9, "group": "nelayan kecil"}, True),
        ("worker_counts", {"count": 9, "group": "nelayan"}, {"count": 9, "group": "petani"}, False),
        ("ranks", {"kind": "place", "value": 1, "of": None}, {"kind": "place", "value": 1, "of": 9}, False),
        ("dates", {"value": "2023-08"}, {"value": "2023-08"}, True),
        ("coverage", {"value": 50}, {"value": 50.0}, True),
        ("amounts", {"value": 5}, {"value": 6}, False),
        ("records", company("Ombak Jaya Abadi"), company("Ombak Jaya"), True),
        ("records", company("Ombak Jaya Abadi"), company("Ombak Indah Abadi"), False),
        ("records", company("Ombak Jaya"), company("Ombak Jaya", award="Naker Award"), False),
    ],
)
def test_a_found_fact_is_golds_where_its_key_agrees(kind: str, gold: Facts, found: Facts, expected: bool) -> None:
    assert same(kind, gold, found) is expected


@pytest.mark.parametrize(
    ("name", "gold", "found", "expected"),
    [
        ("degrees", ["S.H.", "M.Si."], ["SH", "MSi"], True),
        ("organization", "Dinas Kesehatan", "Dinas Kesehatan Batam", True),
        ("organization", None, "Dinas Kesehatan", False),
        ("organization", "Dinas Kesehatan", None, False),
        ("category", None, "", True),
        ("edition", 2023, "2023", False),
    ],
)
def test_names_are_right_by_their_words_and_all_else_to_the_letter(
    name: str, gold: object, found: object, expected: bool
) -> None:
    assert right(name, {name: gold}, {name: found}) is expected


def test_a_gold_fact_pairs_with_the_found_one_that_agrees_best() -> None:
    first, second = company("Ombak", rank=2), company("Ombak")
    assert pairs("records", [company("Ombak")], [first, second]) == [(company("Ombak"), second)]


def test_a_found_fact_is_used_once() -> None:
    gold = company("Ombak")
    assert len(pairs("records", [gold, dict(gold)], [company("Ombak")])) == 1


def test_optional_facts_count_neither_found_nor_missed() -> None:
    found, missed = person("Sari", optional=True), person("Tan", optional=True)
    scores = score([(article(officials=[found, missed, person("Ali")]), article(officials=[person("Sari")]))])
    assert scores.kinds["officials"] == (1, 0, 0)


def test_strict_records_ask_for_edition_level_outcome_and_rank() -> None:
    gold = article(records=[company("Ombak"), company("Karang")])
    found = article(records=[company("Ombak"), company("Karang", rank=None)])
    scores = score([(gold, found)])
    assert (scores.kinds["records"].right, scores.kinds[STRICT].right) == (2, 1)
    assert scores.attributes["records.rank"] == 0.5


def test_precision_recall_and_their_mean() -> None:
    gold = article(dates=[{"value": f"2023-0{month}", "evidence": ["juara"]} for month in (1, 2, 3, 4)])
    found = article(dates=[{"value": f"2023-0{month}", "spans": [[24, 29]]} for month in (1, 2)])
    share = score([(gold, found)]).kinds["dates"]
    assert (share.precision, share.recall) == (1.0, 0.5)
    assert share.f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("spans", "counted"),
    [
        ([[24, 31]], (1, 0, 0)),
        ([[24, 29], [32, 47]], (2, 0, 0)),
        ([[32, 47]], (1, 0, 1)),
        ([[24, 24]], (1, 1, 1)),
        ([[24, 500]], (1, 1, 0)),
        ([], (1, 1, 1)),
    ],
)
def test_spans_lie_in_the_text_and_touch_their_evidence(spans: list[list[int]], counted: tuple[int, ...]) -> None:
    scores = score([(article(records=[company("Ombak")]), article(records=[company("Ombak", spans=spans)]))])
    assert (scores.spans, scores.spans_out, scores.spans_apart) == counted


def test_misses_say_what_is_missed_wrong_or_otherwise() -> None:
    gold = article(officials=[person("Sari"), person("Tan", optional=True)], records=[company("Ombak")])
    found = article(officials=[person("Ali")], records=[company("Ombak", rank=3)])
    assert misses(gold, found) == [
        "officials missed: Sari",
        "officials wrong: Ali",
        "records Paritrana Award 2023 Ombak: rank 3, gold 1",
    ]


@pytest.mark.skipif(not THEIRS.is_file(), reason="../shared is not there: its scorer cannot be compared with ours")
@pytest.mark.parametrize("split", SPLITS, ids=lambda split: split.name)
def test_the_scorer_of_the_guideline_gives_the_same_numbers(split: Split, corpus_read: dict[str, Facts]) -> None:
    golds = split.golds()
    theirs = runpy.run_path(str(THEIRS))["Tally"]()
    for source, gold in golds.items():
        theirs.add(source, gold, corpus_read[source])
    ours = score([(gold, corpus_read[source]) for source, gold in golds.items()])
    counts = {kind: tuple(row) for kind, *row in theirs.rows()}
    assert {kind: (*ours.kinds[kind], *measures(ours.kinds[kind])) for kind in (*KINDS, STRICT)} == counts
    assert ours.kinds["all"].f1 == pytest.approx(theirs.f1_all())
    assert ours.attributes == {
        f"{kind}.{name}": theirs.attribute_right[kind, name] / count
        for (kind, name), count in theirs.attribute_all.items()
    }
    assert (ours.spans, ours.spans_out, ours.spans_apart) == (theirs.spans, theirs.spans_bad, theirs.spans_apart)


def measures(share: Any) -> tuple[object, ...]:
    return tuple(pytest.approx(measure) for measure in (share.precision, share.recall, share.f1))
