"""The gold of the corpus is valid, every article has its own, and there is enough of each sort."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.goldcheck import problems
from tools.splits import SPLITS, sort_of, sorts

Read = dict[str, dict[str, Any]]

FILES = [pytest.param(path, id=path.stem) for split in SPLITS for path in split.gold_files]
NAMES = [path.name for split in SPLITS for path in split.articles]
STORY = "Kota Batam meraih juara 1 Paritrana Award 2023 pada 31 Agustus 2023. Desa Sungai Buluh menyusul."
EVIDENCE = {"evidence": ["Kota Batam"]}


@pytest.fixture(scope="module")
def texts(corpus_read: Read) -> dict[str, str]:
    """The stories of all articles by file name."""
    return {name: read["article"]["text"] for name, read in corpus_read.items()}


def gold(**facts: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = ("regions", "officials", "regulations", "worker_counts", "ranks", "dates", "coverage", "amounts", "records")
    article = {"source": "a.txt", "outlet": None, "title": None, "published": None, "dateline": None}
    return {
        "schema": 1,
        "article": article | {"advertorial": False},
        **{kind: facts.get(kind, []) for kind in kinds},
    }


def region(**fields: object) -> dict[str, Any]:
    return {"code": "21.71", "level": "city", "name": "Kota Batam"} | EVIDENCE | fields


def village(**fields: object) -> dict[str, Any]:
    named = {
        "code": "15.04.03.2019",
        "level": "village",
        "name": "Desa Sungai Buluh",
        "evidence": ["Desa Sungai Buluh"],
    }
    return named | fields


def day(**fields: object) -> dict[str, Any]:
    return {"value": "2023-08-31", "precision": "day", "evidence": ["31 Agustus 2023"]} | fields


def record(**fields: object) -> dict[str, Any]:
    recipient = {"type": "region", "code": "21.71", "name": "Kota Batam"}
    named = {"award": "Paritrana Award", "edition": 2023, "level": "province", "scope": "21", "category": None}
    ended = {"recipient": recipient, "outcome": "winner", "rank": 1, "shortlist": None, "event_date": "2023-08-31"}
    return named | ended | EVIDENCE | fields


@pytest.mark.parametrize("path", FILES)
def test_gold_is_valid(path: Path, texts: dict[str, str]) -> None:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert problems(found, texts[found["article"]["source"]]) == []


def test_every_article_has_gold_and_all_gold_an_article() -> None:
    assert sorted(name for split in SPLITS for name in split.golds()) == sorted(NAMES)


def test_gold_files_are_named_as_their_articles() -> None:
    assert [path.stem for split in SPLITS for path in split.gold_files] == [Path(name).stem for name in NAMES]


def test_every_article_is_read(corpus_read: Read) -> None:
    assert list(corpus_read) == NAMES


@pytest.mark.parametrize(("sort", "least"), [("award", 55), ("protection", 15), ("temptation", 10)])
def test_there_are_enough_articles_of_each_sort(sort: str, least: int, texts: dict[str, str]) -> None:
    assert sum((sorts(split, texts) for split in SPLITS), Counter())[sort] >= least


def test_there_are_enough_articles_in_both_forms() -> None:
    forms = Counter(Path(name).suffix for name in NAMES)
    assert forms.total() >= 80
    assert forms.keys() == {".html", ".txt"}
    assert min(forms.values()) >= 20


def test_articles_on_protection_say_how_many_workers(texts: dict[str, str]) -> None:
    golds = {name: one for split in SPLITS for name, one in split.golds().items()}
    silent = [name for name, one in golds.items() if not one["worker_counts"]]
    assert [name for name in silent if sort_of(golds[name], texts[name]) == "protection"] == []


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"regions": [region()]},
        {"regions": [region(optional=True)]},
        {"regions": [region(evidence=["Kota\nBatam"])]},
        {"regions": [village(), village(code="15.08.13.2004", name="Kampung Sungai Buluh")]},
        {"dates": [day(), day(value="2023-08", precision="month")]},
        {"dates": [day(value="2023-08-01/2023-08-31", precision="interval")]},
        {"records": [record(), record(level="national", scope=None), record(level="regency", scope="21.02")]},
        {"records": [record(recipient={"type": "company", "code": None, "name": "Selat Merapi"})]},
    ],
)
def test_gold_by_the_guideline_has_no_problems(facts: dict[str, Any]) -> None:
    assert problems(gold(**facts), STORY) == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"regions": [region(code="99.99")]}, "regions: code is '99.99'"),
        ({"regions": [region(level="town")]}, "regions: level is 'town'"),
        ({"regions": [region(level="regency")]}, "regions: 21.71 is a city, not a regency"),
        ({"regions": [region(name="Batam")]}, "regions: 21.71 is Kota Batam, not Batam"),
        ({"regions": [region(name="Kota Natuna")]}, "regions: 21.71 is Kota Batam, not Kota Natuna"),
        ({"regions": [region(name="")]}, "regions: name is ''"),
        ({"regions": [village(name="Desa Sungai Bulu")]}, "regions: 15.04.03.2019 is Desa Sungai Buluh, not "),
        ({"regions": [region(evidence=[])]}, "regions: evidence is []"),
        ({"regions": [region(evidence=["Kota Natuna"])]}, "regions: not in the story: 'Kota Natuna'"),
        ({"regions": [region(note="")]}, "regions: unknown field note"),
        ({"regions": [{"code": "21.71", "level": "city"} | EVIDENCE]}, "regions: no field name"),
        ({"regions": [region(), region(evidence=["Batam"])]}, "regions: twice {'code': '21.71'"),
        ({"dates": [day(value="2023-02-30")]}, "dates: value is '2023-02-30'"),
        ({"dates": [day(value="2023-08-31/2023-08-01")]}, "dates: value is '2023-08-31/2023-08-01'"),
        ({"dates": [day(precision="month")]}, "dates: 2023-08-31 is no month"),
        ({"records": [record(level="national")]}, "records: scope 21 at level national"),
        ({"records": [record(scope="21.02")]}, "records: scope 21.02 at level province"),
        ({"records": [record(outcome="host")]}, "records: outcome is 'host'"),
        ({"records": [record(edition="2023")]}, "records: edition is '2023'"),
        ({"records": [record(recipient={"type": "region", "code": None, "name": "X"})]}, "records: recipient is "),
        ({"records": [record(recipient={"type": "company", "code": "21", "name": "X"})]}, "records: recipient is "),
    ],
)
def test_gold_against_the_guideline_has_a_problem(facts: dict[str, Any], said: str) -> None:
    found = problems(gold(**facts), STORY)
    assert len(found) == 1
    assert found[0].startswith(said)


@pytest.mark.parametrize("key", ["schema", "records"])
def test_gold_without_one_of_its_keys_has_a_problem(key: str) -> None:
    assert problems({name: value for name, value in gold().items() if name != key}, STORY) != []


def test_gold_that_does_not_know_its_outlet_has_a_problem() -> None:
    assert problems(gold() | {"article": {"source": "a.txt"}}, STORY)[0] == "article: no field outlet"
