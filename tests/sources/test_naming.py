"""Outlets by the names that people use: what may be several is not guessed."""

import pytest

from extractor.errors import ExtractorError
from extractor.sources.finding import called, selected


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("kompas.com", "kompas.com"),
        ("Kompas.com", "kompas.com"),
        ("www.kompas.com", "kompas.com"),
        ("kompas.id", "kompas.id"),
        ("detikcom", "detik.com"),
        ("detik", "detik.com"),
    ],
)
def test_an_outlet_is_known_by_id_host_and_name(name: str, outlet: str) -> None:
    assert [one.id for one in selected((name,))] == [outlet]


@pytest.mark.parametrize("name", ["kompas", "Kompas", "radar lampung"])
def test_a_name_that_several_bear_is_refused_with_all_of_them(name: str) -> None:
    with pytest.raises(ExtractorError, match=r"may be \S+, \S+.*: say which"):
        selected((name,))


def test_a_name_that_nobody_bears_is_refused() -> None:
    assert called("asing.example") is None
    with pytest.raises(ExtractorError, match=r"no outlet is called 'asing\.example'"):
        selected(("kompas.com", "asing.example"))
