"""A store that is missing is known to be by what its folder keeps of it; on both databases."""

from pathlib import Path

import pytest

from extractor.nightly.journal import Journal
from extractor.nightly.known import STORE, Missing, opened, place
from extractor.store import Store


def night(folder: Path, **counts: str) -> None:
    """A night that had a store."""
    journal = Journal(folder)
    journal.add("n", "night begun", 100.0)
    journal.add("n", "step ended", 110.0, step="backup", outcome="done", counts=counts)


def test_the_first_store_of_a_folder_is_made(tmp_path: Path, empty_url: str) -> None:
    with Store(empty_url) as store:
        assert store.is_there() is False
        assert opened(tmp_path, store, create=True).is_there() is True
        night(tmp_path)
        assert opened(tmp_path, store, create=True) is store


def test_one_that_a_night_had_is_not_made_anew(tmp_path: Path, empty_url: str) -> None:
    night(tmp_path)
    with Store(empty_url) as store:
        with pytest.raises(Missing, match=r"no store there any more: the nights of .* wrote into one; mount its disk"):
            opened(tmp_path, store, create=True)
        assert store.is_there() is False


def test_one_that_no_night_had_is_not_made_in_the_place_of_another(tmp_path: Path, empty_url: str) -> None:
    night(tmp_path, **{STORE: "/var/lib/extractor/store.sqlite"})
    with Store(empty_url) as store:
        with pytest.raises(Missing, match=r"no store there: the last night wrote into /var/lib/extractor"):
            opened(tmp_path, store, create=True)
        night(tmp_path, **{STORE: place(store)})
        with pytest.raises(Missing, match="no store there any more"):
            opened(tmp_path, store, create=True)
