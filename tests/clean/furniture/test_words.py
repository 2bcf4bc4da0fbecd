"""patterns/furniture.toml is read strictly: what cannot be meant is refused with its line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import folders
from extractor.clean.furniture.words import words
from extractor.errors import PatternError


@pytest.fixture
def furniture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "furniture.toml"
    path.write_text((folders.patterns() / "furniture.toml").read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(folders, "patterns", lambda: tmp_path)
    words.cache_clear()
    yield path
    words.cache_clear()


@pytest.mark.parametrize(
    ("printed", "instead", "reason"),
    [
        ("[menus]", "[crates]", "unknown part|must hold the lists"),
        ('reason = "share"', 'because = "share"', "unknown key 'because'"),
        ('reason = "paywall"\nwords = 40', 'reason = "paywall"', "needs `reason`, `words` and `lines`"),
        ('"bagikan ini",', '"Bagikan ini",', "in lower case"),
        ('"bagikan ini",', '"bagikan ini", 3,', "must hold words in quotes"),
        ("labels = [", "labels = {", "no TOML"),
    ],
)
def test_what_cannot_be_meant_is_refused(furniture: Path, printed: str, instead: str, reason: str) -> None:
    text = furniture.read_text(encoding="utf-8")
    assert printed in text
    furniture.write_text(text.replace(printed, instead, 1), encoding="utf-8")
    with pytest.raises(PatternError, match=reason) as caught:
        words()
    assert str(caught.value).startswith("patterns/furniture.toml")


def test_the_file_of_the_project_is_read(furniture: Path) -> None:
    assert furniture.exists()
    assert words().whole["bagikan ini"] == "share"
