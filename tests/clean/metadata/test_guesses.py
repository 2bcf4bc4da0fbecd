"""A day that stands nowhere near the story is another story's, and one that is only guessed is flagged."""

import pytest

from extractor.article import Page
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.tree import parse

TITLE = "Wali Kota Serahkan Kartu Nelayan di Hunimua"
LEAD = "Wali Kota Ambon menyerahkan kartu nelayan kepada 120 orang di Hunimua pada hari Selasa pagi."
NEXT = "Nelayan yang belum mendapat kartu dapat mendaftar di kantor kelurahan sampai akhir bulan ini."
LONG = f"<p>{LEAD} {NEXT}</p><p>{NEXT} {LEAD}</p>"
SHORT = f"<p>{LEAD}</p><p>{NEXT}</p>"
OTHER = "<a href=/2>Harga Cengkeh Naik Lagi di Pasar Mardika</a>"


def said(body: str) -> Metadata:
    page = f'<html lang="id"><head><title>{TITLE}</title></head><body>{body}</body></html>'
    return metadata(parse(page), Page("halaman.html", b"", "https://kabarhunimua.example/index.php?id=12"))


@pytest.mark.parametrize(
    "beside",
    [
        f"<aside><div>{OTHER} <time datetime=2024-06-03>3 Juni 2024</time></div></aside>",
        f"<div class=sidebar><div>{OTHER} <span class=date>3 Juni 2024</span></div></div>",
        f"<div class=widget><p>{OTHER}</p><p class=date>2024-06-03</p></div>",
        f"<ul><li>{OTHER} 3 Juni 2024</li></ul>",
        "<footer>Diperbarui 3 Juni 2024 Copyright 2024</footer>",
        "<div id=footer>Copyright 2019 - 3 Juni 2024</div>",
    ],
    ids="aside sidebar widget list foot named-foot".split(),
)
@pytest.mark.parametrize("story", [f"<h1>{TITLE}</h1>{LONG}", f"<h2>{TITLE}</h2>{LONG}", f"<h2>{TITLE}</h2>{SHORT}"])
def test_the_day_of_what_stands_beside_a_story_is_not_its_own(story: str, beside: str) -> None:
    assert said(f"<div>{story}</div>{beside}").published is None


def test_a_day_that_is_only_guessed_is_flagged() -> None:
    found = said(f"<div><h1>{TITLE}</h1>{LONG}<p class=date>3 Juni 2024</p></div>")
    assert (found.published, found.conflicts) == ("2024-06-03", ("published",))


def test_a_box_that_holds_the_heading_is_the_storys_whatever_it_is_called() -> None:
    found = said(f"<div class=widget><h1>{TITLE}</h1>{LONG}<p class=date>3 Juni 2024</p></div>")
    assert found.published == "2024-06-03"


def test_a_lead_may_stand_between_the_heading_and_the_byline() -> None:
    found = said(f"<h1>{TITLE}</h1><p>{LEAD}</p><div>Selasa, 14 Mei 2024</div>{LONG}")
    assert (found.published, found.conflicts) == ("2024-05-14", ())
