"""Hostile pages: each ends as an article or with its reason, in a worker's time, and its neighbours are not touched."""

import time
from pathlib import Path

import pytest

from extractor.article import Page
from extractor.batch import Result, expand, extract_all
from extractor.clean import clean
from tests.batch.hostile_pages import NEXT, READ, REFUSED, STORY, page

NEIGHBOUR = page(f"<p>{STORY}</p><p>{NEXT}</p>" * 2)


def neighbours_and(hostile: str, folder: Path, seconds: float = 30.0) -> list[Result]:
    """The outcomes of a hostile page between two others."""
    for name, content in (("1.html", NEIGHBOUR), ("2.html", hostile), ("3.html", NEIGHBOUR)):
        (folder / name).write_text(content, encoding="utf-8")
    return list(extract_all(expand([str(folder)]), seconds=seconds))


@pytest.mark.parametrize("name", READ)
def test_the_story_of_a_hostile_page_is_read(name: str) -> None:
    started = time.process_time()
    text = clean(Page("hostile.html", READ[name]().encode(), media_type="text/html")).text
    assert "2.300 pekerja rentan" in text.replace("\ufffd", "")
    assert NEXT.split(",", 1)[1] in text.replace("\ufffd", "")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_that_is_too_long_is_set_aside_and_its_neighbours_are_read(name: str, tmp_path: Path) -> None:
    started = time.monotonic()
    before, hostile, after = neighbours_and(REFUSED[name](), tmp_path, seconds=4)
    assert hostile.reason
    assert before.extraction
    assert after.extraction
    assert time.monotonic() - started < 30


MARKUP = {
    "an event handler": '<p onclick="alert(1)" onload=alert(2)>{}</p>',
    "a script in the story": "<p>{}</p><script>alert(1)</script>",
    "a script in a paragraph": "<p>{}<script type=x>alert(1)</script></p>",
    "a script that is not closed": "<p>{}</p><script>alert(1)",
    "a script in SVG": "<p>{}</p><svg><script>alert(1)</script></svg>",
    "a style": "<style>alert(1)</style><p>{}</p>",
    "noscript": "<p>{}<noscript>alert(1)</noscript></p>",
    "a template": "<template>alert(1)</template><p>{}</p>",
    "a frame's source": '<p>{}</p><iframe srcdoc="<p>alert(1)</p>"></iframe>',
    "a comment": "<p>{}<!-- alert(1) --></p>",
    "CDATA in a script": "<script><![CDATA[alert(1)]]></script><p>{}</p>",
    "a link to a script": '<p>{} <a href="javascript:alert(1)">selengkapnya di sini</a></p>',
}


@pytest.mark.parametrize("name", MARKUP)
def test_scripts_and_event_handlers_never_reach_the_text(name: str) -> None:
    body = f"<p>{NEXT} {STORY}</p>" + MARKUP[name].format(STORY)
    article = clean(Page("a.html", page(body).encode(), media_type="text/html"))
    assert "alert" not in str(article._replace(source="", url=""))
    assert STORY in article.text
