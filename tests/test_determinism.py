"""The same input gives the same bytes, for any number of jobs and after any others; spans lie in their text."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Page, extract
from extractor.errors import SetAside
from extractor.facts import KINDS
from tests.corpus.passes import over_the_corpus
from tools.splits import ROOT, SPLITS

ARTICLES = [path for split in SPLITS for path in split.articles]
PRESS = [
    *("Kota Batam", "Kabupaten Natuna", "Pemkab Kukar", "Desa", "Kecamatan", "se-Sultra", "Jambi", "Provinsi"),
    *("Gubernur", "Plt", "Wali Kota", "Dr. H.", "S.Sos", "BPJS Ketenagakerjaan", "PT Ombak Jaya Tbk"),
    *("Paritrana Award", "Adipura", "meraih", "juara 1", "peringkat ke-3", "kategori", "nominasi"),
    *("masing-masing", "dan", "dari", "tidak", "diharapkan", "tanggal", "Agustus 2023", "kemarin", "tentang", "Perda"),
    *("Rp1,5 miliar", "Rp 7.699.476", "117 ribu", "12.000", "pekerja rentan", "orang", "96,52 persen"),
    *("Kamis (7/2)", "31/8/2023", "UU Nomor 24 Tahun 2011", "I", "II", "1", "2", "2023", "1.", "a.", "•"),
    *(",", ".", ":", ";", "-", "–", '"', "“", "”", "(", ")", "/", "%", "Baca juga:"),
    *("\n", "\n\n", "\t", "\u00a0", "\u200b", "\ufeff", "\x00", "\ud800", "😀"),
]


def bytes_of(extraction: dict[str, Any]) -> bytes:
    return json.dumps(extraction).encode()


def spans_of(extraction: dict[str, Any]) -> list[tuple[str, int, int]]:
    facts = [(kind, fact) for kind in (*KINDS, "records") for fact in extraction[kind]]
    return [(kind, start, end) for kind, fact in facts for start, end in fact["spans"] or [(0, 0)]]


def out_of(text: str, spans: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The spans that are empty, blank, or not in the text."""
    return [span for span in spans if not 0 <= span[1] < span[2] <= len(text) or not text[span[1] : span[2]].strip()]


def test_two_jobs_print_the_bytes_of_one(corpus_output: bytes) -> None:
    assert over_the_corpus(jobs=2, seed=2) == corpus_output


def test_articles_are_printed_in_the_order_of_the_inputs(corpus_output: bytes) -> None:
    printed = [json.loads(line)["article"]["source"] for line in corpus_output.splitlines()]
    assert printed == [path.relative_to(ROOT).as_posix() for path in ARTICLES]


def test_what_was_read_before_changes_nothing(corpus_read: dict[str, dict[str, Any]]) -> None:
    pages = [Page(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in reversed(ARTICLES)]
    backwards = {page.source.rpartition("/")[2]: extract(page).to_dict() for page in pages}
    assert [name for name, read in corpus_read.items() if bytes_of(read) != bytes_of(backwards[name])] == []


def test_a_page_read_twice_gives_the_same_bytes() -> None:
    page = Page("a.html", ARTICLES[0].read_bytes())
    assert bytes_of(extract(page).to_dict()) == bytes_of(extract(page).to_dict())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_span_lies_in_its_text(path: Any, corpus_read: dict[str, dict[str, Any]]) -> None:
    read = corpus_read[path.name]
    assert out_of(read["article"]["text"], spans_of(read)) == []


@pytest.mark.parametrize(
    ("span", "is_out"), [((0, 4), False), ((0, 0), True), ((2, 5), True), ((-1, 2), True), ((1, 3), True)]
)
def test_a_span_out_of_its_text_is_seen(span: tuple[int, int], is_out: bool) -> None:
    assert bool(out_of("a  b", [("regions", *span)])) is is_out


def extraction_of(text: str) -> dict[str, Any] | None:
    """What is read in a text; None where it is set aside."""
    try:
        return extract(text).to_dict()
    except SetAside:
        return None


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(st.characters(), max_size=300))
def test_any_text_is_read_or_set_aside(text: str) -> None:
    read = extraction_of(text)
    assert read is None or out_of(read["article"]["text"], spans_of(read)) == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PRESS), min_size=1, max_size=60), st.booleans())
def test_any_heap_of_the_words_of_the_press_is_read_or_set_aside(pieces: list[str], apart: bool) -> None:
    read = extraction_of((" " if apart else "").join(pieces))
    assert read is None or out_of(read["article"]["text"], spans_of(read)) == []


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from(["text/html", "text/plain", None]))
def test_any_bytes_are_read_or_set_aside(content: bytes, media_type: str | None) -> None:
    try:
        read = extract(Page("a", content, media_type=media_type)).to_dict()
    except SetAside:
        return
    assert out_of(read["article"]["text"], spans_of(read)) == []
