"""Every file of words under patterns/ is read by `extractor patterns check`, and refused where it cannot be meant."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from extractor import folders
from extractor.errors import PatternError
from extractor.patterns import patterns
from extractor.workbench.wordfiles import LOADERS, read_word_files

FILES = sorted({path.stem for path in folders.patterns().glob("*.toml")} - set(patterns().by_kind))


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the patterns to write into, read anew."""
    copied = copytree(folders.patterns(), tmp_path / "patterns", ignore=ignore_patterns("regions", "awards"))
    monkeypatch.setattr(folders, "patterns", lambda: copied)
    _forget()
    yield copied
    _forget()


def _forget() -> None:
    for load in LOADERS:
        load.cache_clear()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", FILES)
def test_a_word_file_with_an_unknown_list_is_refused(own: Path, name: str) -> None:
    path = own / f"{name}.toml"
    path.write_text("zzz_unknown = 1\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(PatternError, match=name):
        read_word_files()


@pytest.mark.parametrize("name", FILES)
def test_a_word_file_that_is_no_toml_is_refused(own: Path, name: str) -> None:
    (own / f"{name}.toml").write_text("[broken", encoding="utf-8")
    with pytest.raises(PatternError, match=name):
        read_word_files()


@pytest.mark.usefixtures("own")
def test_the_words_of_the_project_can_be_meant() -> None:
    read_word_files()
