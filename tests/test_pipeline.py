"""The pipeline as a whole: what it leaves behind."""

import gc
from collections.abc import Callable, Iterator

import pytest

from extractor import extract


@pytest.fixture(autouse=True)
def _collection() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_collection_of_garbage_is_afterwards_as_it_was(switch: Callable[[], None]) -> None:
    switch()
    before = gc.isenabled()
    extract("Kabupaten Garut meraih Adipura.")
    assert gc.isenabled() == before


def test_garbage_is_collected_again_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("extractor.pipeline.annotate", failing)
    with pytest.raises(MemoryError):
        extract("Kabupaten Garut meraih Adipura.")
    assert gc.isenabled()
