"""One page of a batch: what is no article by its length is set aside before it costs its thirty seconds."""

import pytest

from extractor.article import Page
from extractor.batch.story import LONGEST, extract_story
from extractor.errors import SetAside

STORY = "AMBON, LONTAR.COM – Wali Kota Ambon menyerahkan kartu peserta kepada 1.200 nelayan, Selasa (3/6/2025)."


def test_a_story_becomes_facts() -> None:
    assert [region.code for region in extract_story(Page("a.txt", STORY.encode())).facts.regions] == ["81.71"]


@pytest.mark.parametrize("end", [" ", "\n\n"])
def test_what_is_longer_than_a_book_is_set_aside(end: str) -> None:
    text = (STORY + end) * (LONGEST // len(STORY) + 1)
    with pytest.raises(SetAside, match="longer than 1,000,000 characters, which no article is; split it first"):
        extract_story(Page("a.txt", text.encode()))


def test_a_page_with_a_large_frame_and_a_short_story_is_read() -> None:
    page = f"<html><script>{'x=1;' * LONGEST}</script><body><article><p>{STORY * 3}</p></article></body></html>"
    assert extract_story(Page("a.html", page.encode())).article.text == STORY * 3
