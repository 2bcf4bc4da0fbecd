"""The words by which pages of a story and what is no article are told: a file that cannot be meant is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import folders
from extractor.clean import addresses, languages, no_article
from extractor.clean.several import words
from extractor.errors import PatternError

# the functions under their caches: what a test reads is not what the others see
ADDRESSES, PAGES = addresses.address_words.__wrapped__, words.page_words.__wrapped__
NO_ARTICLE, LANGUAGES = no_article.kinds_of_page.__wrapped__, languages.language_words.__wrapped__


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the files, which the loaders read."""
    for name in ("addresses.toml", "pages.toml", "no_article.toml"):
        shutil.copy(folders.patterns() / name, tmp_path / name)
    shutil.copytree(folders.patterns() / "languages", tmp_path / "languages")
    monkeypatch.setattr(folders, "patterns", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("read", "file", "old", "new", "reason"),
    [
        (ADDRESSES, "addresses.toml", "trackers = [", "tracker = [", "unknown key 'tracker'"),
        (ADDRESSES, "addresses.toml", '"fbclid"', '""', "`trackers` must hold words"),
        (PAGES, "pages.toml", "between = [", "beside = [", "unknown key 'beside'"),
        (PAGES, "pages.toml", 'between = ["/", "dari", "of"]', "between = []", "`between` is missing or empty"),
        (NO_ARTICLE, "no_article.toml", "[login]", "[logon]", "unknown key 'logon'"),
        (NO_ARTICLE, "no_article.toml", "teaser_ends = [", "ends = [", "unknown key 'ends'"),
        (LANGUAGES, "languages/jv.txt", "ing lan", "ing ing lan", "'ing' stands here twice"),
        (LANGUAGES, "languages/jv.txt", "ing lan", "Ing lan", "'Ing' stands here twice, or has capitals"),
        (LANGUAGES, "languages/ms.txt", "kerana iaitu", "karena iaitu", "'karena' stands in id_not_ms.txt too"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(
    copy: Path, read: Callable[[], object], file: str, old: str, new: str, reason: str
) -> None:
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PatternError, match=reason) as refused:
        read()
    assert refused.value.file == file


@pytest.mark.parametrize("read", [ADDRESSES, PAGES, NO_ARTICLE, LANGUAGES])
@pytest.mark.usefixtures("copy")
def test_the_files_that_come_with_the_project_are_read(read: Callable[[], object]) -> None:
    assert read()
