import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.export.evidence import CHARACTERS, WORDS, quote, quotes
from extractor.export.wording import LOST, MASK

STORY = (
    "JAMBI - Kota Jambi meraih juara pertama Piala Teduh 2025 di Gedung Batang Hari, Kamis.\n"
    "Wali kota menyebut 4.316 pekerja rentan sudah terlindungi sejak tahun lalu berkat anggaran kota itu."
)


def span(words: str, text: str = STORY) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def test_a_quote_is_the_words_with_five_on_either_side() -> None:
    found = quote(STORY, [span("juara pertama")])
    assert found == ("JAMBI - Kota Jambi meraih "[8 - 8 :], "juara pertama", " Piala Teduh 2025 di Gedung", 26, 39)


def test_words_around_end_with_the_line() -> None:
    found = quote(STORY, [span("Wali kota")])
    assert found is not None
    assert (found.prefix, found.suffix) == ("", " menyebut 4.316 pekerja rentan sudah")


def test_the_passage_that_holds_most_spans_is_quoted() -> None:
    far = STORY + "\n" + "kata " * 40 + "Piala Teduh"
    spans = [[far.rindex("Piala Teduh"), len(far)], span("Kota Jambi"), span("juara pertama"), span("2025")]
    found = quote(far, spans)
    assert found is not None
    assert found.exact == "Kota Jambi meraih juara pertama Piala Teduh 2025"


FAR = f"Piala Teduh 2025 diserahkan Kamis (28/8/2025).\n{'Acara berlangsung meriah sejak pagi. ' * 9}\n1. Kota Jambi"


def test_quotes_of_a_record_hold_all_of_its_words_between_them() -> None:
    spans = [span(words, FAR) for words in ("Kota Jambi", "Piala Teduh", "2025", "28/8/2025")]
    found = quotes(FAR, spans, [span("Kota Jambi", FAR)])
    assert [one.exact for one in found] == ["Kota Jambi", "Piala Teduh 2025 diserahkan Kamis (28/8/2025"]


def test_the_first_quote_of_a_record_names_its_recipient_though_another_holds_more() -> None:
    spans = [span(words, FAR) for words in ("Piala Teduh", "2025", "28/8/2025", "Kota Jambi")]
    assert quotes(FAR, spans)[0].exact.startswith("Piala Teduh")
    assert quotes(FAR, spans, [span("Kota Jambi", FAR)])[0].exact == "Kota Jambi"


def test_a_long_title_of_a_law_is_cut_at_25_words() -> None:
    text = "tentang " + "perlindungan pekerja " * 30
    found = quote(text, [[0, len(text)]])
    assert found is not None
    assert len(found.exact.split()) == WORDS
    assert (found.prefix, found.suffix) == ("", "")
    assert text[found.start : found.end] == found.exact


def test_a_page_without_a_blank_is_not_one_word() -> None:
    found = quote("x" * 10_000, [[0, 9_000]])
    assert found is not None
    assert len(found.exact) == CHARACTERS


@pytest.mark.parametrize("spans", [[], [[5, 5]], [[-3, 4]], [[0, 10_000]]])
def test_spans_outside_of_the_text_prove_nothing(spans: list[list[int]]) -> None:
    assert quote(STORY, spans) is None


def test_a_phone_that_begins_in_the_prefix_and_ends_in_the_quote_is_masked_whole() -> None:
    text = "hubungi 0812 3456 7890 segera"
    found = quote(text, [[text.index("56"), len(text)]])
    assert found is not None
    assert not any(character.isdigit() for character in found.prefix + found.exact + found.suffix)
    assert found.exact.startswith(MASK * 2)


pieces = st.sampled_from(["kata", " ", "\n", "0812-3456-7890", "a@b.example", "Rp1.500", "\u202e", "\x00", "😀", "é"])
texts = st.one_of(st.lists(pieces, max_size=80).map("".join), st.text(max_size=200))


@given(texts, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=5))
def test_a_quote_has_25_words_at_most_and_stands_where_it_says(text: str, spans: list[tuple[int, int]]) -> None:
    found = quote(text, spans)
    if found is None:
        assert not any(0 <= start < end <= len(text) for start, end in spans)
        return
    whole = found.prefix + found.exact + found.suffix
    assert len(whole.split()) <= WORDS
    assert len(found.exact) <= CHARACTERS
    first = found.start - len(found.prefix)
    printed = text[first : first + len(whole)]
    assert found.end - found.start == len(found.exact)
    assert all(mine in (theirs, MASK, LOST) for mine, theirs in zip(whole, printed, strict=True))
    assert any(start <= found.start and found.end <= max(end, found.end) for start, end in spans)


@given(texts, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=5))
def test_every_place_lies_in_a_quote_or_goes_on_behind_its_25th_word(text: str, spans: list[tuple[int, int]]) -> None:
    found = quotes(text, spans, spans[-1:])
    assert all(len((one.prefix + one.exact + one.suffix).split()) <= WORDS for one in found)
    inside = [(start, end) for start, end in spans if 0 <= start < end <= len(text)]
    for start, end in inside:
        assert any(one.start <= start and (end <= one.end or start == one.start) for one in found)
    assert len(found) <= len(set(inside))
