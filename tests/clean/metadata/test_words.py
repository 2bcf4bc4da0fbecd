"""patterns/metadata.toml: read whole, refused with its line where it cannot be meant."""

from pathlib import Path

import pytest

from extractor import folders
from extractor.clean.metadata.words import read_words, words
from extractor.errors import PatternError

FILE = folders.patterns() / "metadata.toml"


def test_the_words_of_the_project_can_be_meant() -> None:
    assert words().months["agustus"] == 8
    assert words().zones["wit"] == 9
    assert "penulis" in words().reporter_labels


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('nobody = ["admin"', 'nobody = ["Admin"', "must be in lower case, not 'Admin'"),
        ('nobody = ["admin"', 'nobody = ["admin", "admin"', "holds 'admin' twice"),
        ('nobody = ["admin"', "nobody = [5", "must hold words in quotes, not 5"),
        ("nobody = [", "nobodies = [", "unknown key 'nobodies'"),
        ("[sections]", "[rubrics]", "unknown key 'rubrics'"),
        ("maret = 3", "maret = 13", "'maret' of `months` must be a number that can be meant, not 13"),
        ("wib = 7", 'wib = "7"', "'wib' of `zones` must be a number that can be meant, not '7'"),
        ('english = "en"', 'english = "English"', "'english' of `names` must be a language's code"),
        ("[paid]", "[paid", "no TOML"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "metadata.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PatternError) as refused:
        read_words(path)
    assert reason in refused.value.reason
    assert refused.value.line > 0


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "metadata.toml"
    path.write_text("[dates]\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"\[dates\] lacks weekdays"):
        read_words(path)
