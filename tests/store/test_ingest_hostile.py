"""What the press, or who means harm, writes into titles and names is text in the store, and is read back as text."""

import copy
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import select

from bench.synthetic import article
from extractor.store import Store
from extractor.store.ingest import NEW, UNCHANGED, Brought, Ingest
from extractor.store.pattern_sets import PatternSet
from extractor.store.runs import Run
from extractor.store.tables import amounts, articles, inputs, ranks, readings, records, regulations, texts

PATTERNS = PatternSet("a" * 16, {}, {})
HOSTILE = [
    "=HYPERLINK(\"http://evil.example\")",
    "'; DROP TABLE articles; --",
    "Robert\"); DELETE FROM texts; --",
    "<script>alert(1)</script><b onmouseover=x>",
    "{{ 7*7 }} ${7*7} %s %(name)s :name",
    "\u202eterbalik\u202c \u200f\u061c",
    "A" * 10_000,
    "\u00e4" * 10_000,
    "Juara \U0001f3c6\U0001f1ee\U0001f1e9 e\u0301",
    "satu\r\ndua\ttiga\x1b[2J\x07",
    "\\u0000 \\ud800 NaN Infinity null",
]
REPLACED = [("nol\x00di sini", "nol\ufffddi sini"), ("\ud83cseparuh", "\ufffdseparuh"), ("\udfff", "\ufffd")]


def hostile(words: str) -> dict[str, Any]:
    """An article with some words wherever the press has a say."""
    made = copy.deepcopy(article(4))
    made["article"] |= {"title": words, "author": words, "outlet": words, "section": words, "tags": [words]}
    made["article"] |= {"dateline": words, "text": f"{words}\n{made['article']['text']}", "fetched": None}
    made["records"] = [
        record | {"award": words, "category": words, "recipient": {"type": "company", "code": None, "name": words}}
        for record in made["records"]
    ]
    return made


def write(store: Store, made: dict[str, Any], source: str = "a.html") -> str:
    return Ingest(store, Run("ingest", PATTERNS, "2026-11-22T03:20:00Z")).article(made, [Brought(source, "0" * 64)])


def only(store: Store, table: Any) -> Any:
    with store.reading() as connection:
        return connection.execute(select(table)).first()


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:12].encode("unicode_escape").decode())
def test_words_come_back_as_they_were(store: Store, words: str) -> None:
    made = hostile(words)
    assert write(store, made) == NEW
    text, record = only(store, texts), only(store, records)
    told = made["article"]
    assert (text.title, text.author, text.section, text.tags, text.text) == (words, words, words, [words], told["text"])
    assert (record.award, record.category, record.recipient) == (words, words, words)
    assert only(store, articles).outlet == words
    assert only(store, readings).facts["records"] == made["records"]
    assert write(store, made) == UNCHANGED


@pytest.mark.parametrize(("words", "stored"), REPLACED)
def test_what_no_database_takes_is_replaced_sign_by_sign(store: Store, words: str, stored: str) -> None:
    made = hostile(words)
    assert write(store, made, f"{words}.html") == NEW
    text, record = only(store, texts), only(store, records)
    assert (text.title, record.award, text.text) == (stored, stored, f"{stored}\n{article(4)['article']['text']}")
    assert len(text.text) == len(made["article"]["text"])
    assert only(store, inputs).source == f"{stored}.html"
    assert write(store, made, f"{words}.html") == UNCHANGED


@pytest.mark.parametrize(
    "url",
    [
        "https://warta.example/" + "a" * 1_900,
        "https://warta.example/berita/" + "é" * 900,
        "javascript:alert(1)",
        "https://warta.example/<script>",
    ],
)
def test_any_address_can_be_kept(store: Store, url: str) -> None:
    made = copy.deepcopy(article(4))
    made["article"] |= {"url": url, "source": url}
    assert [write(store, made, url), write(store, made, url)] == [NEW, UNCHANGED]


def test_an_address_that_no_index_holds_names_no_article(store: Store) -> None:
    made = copy.deepcopy(article(4))
    made["article"]["url"] = "https://warta.example/" + "".join(sha256(bytes([n])).hexdigest() for n in range(28))
    assert write(store, made) == NEW
    assert only(store, articles).key.startswith("sha256:")
    assert only(store, articles).url == made["article"]["url"]


def test_long_names_of_inputs_stay_apart(store: Store) -> None:
    made = article(4)
    folder = "/".join(sha256(bytes([number])).hexdigest() for number in range(60))
    names = [folder + end for end in ("/a.html", "/b.html")]
    assert [write(store, made, name) for name in names] == [NEW, UNCHANGED]
    with store.reading() as connection:
        assert len(connection.execute(select(inputs)).all()) == 2


def test_numbers_without_room_are_unknown_or_left_to_the_reading(store: Store) -> None:
    made = copy.deepcopy(article(4))
    rank = {"kind": "place", "value": 10**30, "of": None, "modality": "actual", "spans": [[0, 3]], "pattern": "x"}
    law = {"type": "UU", "number": "1", "year": 10**12, "subject": None, "issuer": None, "status": "in_force"}
    made["ranks"] = [rank, rank | {"value": 2, "of": 10**10}]
    made["regulations"] = [law | {"spans": [[0, 3]], "pattern": "x"}]
    made["amounts"] = [{"value": 10**40, "for": None, "suspect": True, "spans": [[0, 3]], "pattern": "x"}]
    made["records"] = [record | {"rank": 2**31} for record in made["records"]]
    assert write(store, made) == NEW
    assert (only(store, ranks).value, only(store, ranks).of, only(store, ranks).position) == (2, None, 1)
    assert (only(store, regulations).year, only(store, amounts), only(store, records).rank) == (None, None, None)
    assert [fact["value"] for fact in only(store, readings).facts["ranks"]] == [10**30, 2]


def test_a_share_that_no_json_can_print_is_unknown(store: Store) -> None:
    made = copy.deepcopy(article(4))
    made["article"]["conflicts"] = [float("inf")]
    assert write(store, made) == NEW
    assert only(store, texts).conflicts == [None]
