"""Which layouts a page is read by: its outlet's own first, those of the page system that it shows where none fits."""

from dataclasses import replace

import pytest

from extractor.article import Page
from extractor.clean import clean
from extractor.outlets import Layout, Outlet, outlets
from extractor.outlets.directory import Outlets

FIRST = "Pemerintah Kota Ambon menyerahkan kartu jaminan kepada ratusan nelayan di pelabuhan pada Selasa pagi."
NEXT = "Wali kota mengatakan iuran mereka selama setahun ditanggung oleh anggaran daerah sejak awal bulan lalu."
PAGE = (
    '<html lang="id"><head><meta name="generator" content="WordPress 6.5"><link href="/wp-content/themes/x/style.css">'
    "<title>Nelayan Ambon Terima Kartu</title></head><body class=single>"
    "<h1 class=entry-title>Nelayan Ambon Terima Kartu</h1>"
    f"<div class='entry-content isi'><p>{FIRST}</p><p>{NEXT}</p></div></body></html>"
)


def known(*story: str) -> Outlet:
    one = next(iter(outlets().all))
    layouts = (Layout(story=story),) if story else ()
    return replace(one, id="lontar.example", name="Kabar Lontar", domains=("lontar.example",), layouts=layouts)


@pytest.fixture(name="asked")
def _asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sources = list[str]()
    real = Outlets.system_of

    def system_of(self: Outlets, html: str) -> object:
        sources.append(html)
        return real(self, html)

    monkeypatch.setattr(Outlets, "system_of", system_of)
    return sources


@pytest.mark.parametrize(
    ("outlet", "times"),
    [(known("div.isi"), 0), (known("div.hilang"), 1), (known(), 1), (None, 1)],
)
def test_the_page_system_is_asked_for_only_where_no_layout_of_the_outlet_fits(
    outlet: Outlet | None, times: int, asked: list[str]
) -> None:
    article = clean(Page("a.html", PAGE.encode(), media_type="text/html"), outlet)
    assert article.text == f"{FIRST}\n\n{NEXT}"
    assert article.reading is not None
    assert article.reading.by == "layout"
    assert len(asked) == times
