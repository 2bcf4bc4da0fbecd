"""Queries as people type them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.store.queries import Query, QueryError, read_query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Pekerja rentan", Query((("kerja",), ("rentan",)), (), (), ())),
        ('"wali kota" jambi', Query((("wali", "kota"), ("jambi",)), (), (), ())),
        ("“wali kota”", Query((("wali", "kota"),), (), (), ())),
        ('kota -bupati -"kota solok"', Query((("kota",),), (), (("bupat",), ("kota", "solok")), ())),
        ("kota pengharg* -nomin*", Query((("kota",),), ("pengharg",), (), ("nomin",))),
        ("1.316 24/6/2025", Query((("1316",), ("24", "6", "2025")), (), (), ())),
        ("uhc uhc", Query((("uhc",),), (), (), ())),
        ("NEAR(kota", Query((("near", "kota"),), (), (), ())),
        ('kota" NOT (', Query((("kota",), ("not",)), (), (), ())),
        ("'; DROP TABLE texts; --", Query((("drop",), ("table",), ("texts",)), (), (), ())),
        ("text:kota ^kota {kota}", Query((("text", "kota"), ("kota",)), (), (), ())),
    ],
)
def test_a_query_is_read(typed: str, query: Query) -> None:
    assert read_query(typed) == query


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "there is no word to search for"),
        ("  ", "there is no word to search for"),
        ('"', "holds no word to search for"),
        ("*", "holds no word to search for"),
        ("-bupati", "says only what is not to be there"),
        ("p*", "the beginning of too many words"),
        ("kata " * 400, "too long"),
    ],
)
def test_a_query_that_cannot_be_meant_is_refused_in_one_line(typed: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as refused:
        read_query(typed)
    assert "\n" not in str(refused.value)


@given(st.text(alphabet=st.one_of(st.sampled_from('"-*() abNEARORk1.'), st.characters()), max_size=60))
def test_whatever_is_typed_is_plain_words_or_refused(typed: str) -> None:
    try:
        query = read_query(typed)
    except QueryError:
        return
    asked = [*query.prefixes, *query.without_prefixes, *sum((*query.phrases, *query.without_phrases), ())]
    assert [word for word in asked if not re.fullmatch("[a-z0-9]+", word)] == []
    assert query.phrases or query.prefixes
