"""The search for cycles is put off, and goes on behind it as it was."""

import gc

import pytest

from extractor.cycles import unsearched


def test_nothing_is_searched_for_within_and_nested() -> None:
    with unsearched():
        with unsearched():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_decorated_function_that_fails_leaves_the_search_as_it_was() -> None:
    @unsearched()
    def fails() -> None:
        assert not gc.isenabled()
        raise ValueError("it fails")

    with pytest.raises(ValueError, match="it fails"):
        fails()
    assert gc.isenabled()


def test_who_searches_for_nothing_goes_on_so() -> None:
    gc.disable()
    try:
        with unsearched():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
