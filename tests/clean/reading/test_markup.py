"""What classes and ids say, and the file that holds the names."""

from pathlib import Path

import pytest

from extractor import folders
from extractor.clean.reading.markup import box_of, heads_comments, markup, rank_of
from extractor.errors import PatternError


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("baca-juga", "related"),
        ("td_block related_posts", "related"),
        ("share-buttons sticky", "share"),
        ("comments-area", "comments"),
        ("disqus_thread", "comments"),
        ("wp-caption-text", "caption"),
        ("entry-meta", "byline"),
        ("breadcrumb", "navigation"),
        ("adsbygoogle", "advertisement"),
        ("Tags", "tags"),
    ],
)
def test_names_say_why_an_element_is_no_story(names: str, reason: str) -> None:
    box = box_of(names)
    assert box is not None
    assert box.reason == reason


@pytest.mark.parametrize(
    "names",
    [
        "",
        "text",
        "post tag-kota-jambi category-berita",
        "elementor-widget elementor-widget-text-editor",
        "wp-block-group",
        "wp--skip-link--target",
        "entry-content share-enabled",
        "shareholder",
        "metadata-free",
        "download",
    ],
)
def test_names_that_only_look_so_say_nothing(names: str) -> None:
    assert box_of(names) is None


def test_the_surest_name_of_several_counts() -> None:
    ranks = [rank_of("post article-body"), rank_of("entry-content"), rank_of("post"), rank_of("kolom")]
    assert ranks[3] is None
    assert [rank for rank in ranks if rank is not None] == sorted(rank for rank in ranks if rank is not None)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("containers = 'entry-content'", 1, "`containers` must be a list"),
        ("containers = ['x']\nkontainer = ['y']", 2, "unknown key 'kontainer'"),
        ("[[box]]\nparts = ['share']", 1, "must say its `reason`"),
        ("[[box]]\nreason = 'share'\nparts = [3]", 3, "must hold words"),
        ("[[box]]\nreason = 'share'\nsure = 'yes'", 3, "`sure` must be"),
        ("containers = [", 0, "no TOML"),
        ("containers = ['x']\n[speech]", 2, "must list its `verbs`"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(
    content: str, line: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reading.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(folders, "patterns", lambda: tmp_path)
    with pytest.raises(PatternError, match=reason) as refused:
        markup.__wrapped__()
    assert (refused.value.file, refused.value.line) == ("patterns/reading.toml", line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Comments", True),
        ("Kommentare (31)", True),
        ("28 комментариев", True),
        ("9 comentarios:", True),
        ("24 Responses to Moving a mail server", True),
        ("5 Gedanken zu „Einmal mit dem Postschiff“", True),
        ("网友评论", True),
        ("1 Kommentar", True),
        ("Kommentar", False),
        ("Discussion", False),
        ("Tanggapan", False),
        ("Komentar bupati tentang nelayan", False),
        ("Responses to the storm differ", False),
        ("2 thoughtful people on a boat", False),
        ("", False),
    ],
)
def test_a_line_heads_comments(line: str, expected: bool) -> None:
    assert heads_comments(line) is expected
