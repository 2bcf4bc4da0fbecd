"""Lists of stories, which no page's words or classes need to name so."""

from collections.abc import Callable

import pytest

from extractor.article import Page
from extractor.clean import clean
from extractor.errors import SetAside

STORIES = (
    ("Wali Kota Serahkan Kartu Nelayan di Hunimua", "Kartu diserahkan kepada 120 orang. Mereka diasuransikan setahun."),
    ("Dinas Sosial Bantu Lansia di Seram", "Bantuan disalurkan kepada 350 warga di empat kecamatan selama dua hari."),
    ("Pelabuhan Tulehu Ditata Ulang Tahun Depan", "Penataan meliputi ruang tunggu dan tempat parkir kendaraan warga."),
    ("Festival Sagu Digelar Tiga Hari di Saparua", "Sebanyak 40 kelompok ikut memasak. Panitia membuka tiga panggung."),
    ("Harga Cengkeh Naik di Pasar Mardika", "Kenaikan itu karena panen berkurang. Sekilo kini dijual Rp125 ribu."),
    ("Siswa Ambon Rakit Mesin Parut Kelapa", "Mesin itu memarut seratus butir dalam setengah jam saja, kata guru."),
)


def page(row: Callable[[str, str], str]) -> str:
    rows = "".join(row(title, teaser) for title, teaser in STORIES)
    return f"<html lang=id><head><title>Kabar Hunimua</title></head><body><main>{rows}</main></body></html>"


@pytest.mark.parametrize(
    "row",
    [
        lambda title, teaser: f"<div><a href=/1>{title}</a><span>Selasa, 14 Mei 2024</span><p>{teaser}</p></div>",
        lambda title, teaser: f"<p><a href=/1><b>{title}</b></a> 14 Mei 2024 | {teaser} <a href=/1>Lihat</a></p>",
        lambda title, teaser: f"<table><tr><td><a href=/1>{title}</a><br>{teaser} <a href=/1>Lihat</a></table>",
        lambda title, teaser: f"<h3><a href=/1>{title}</a></h3><p>{teaser}</p>",
    ],
    ids="date-beside all-in-one table headings".split(),
)
def test_a_list_of_stories_is_no_article(row: Callable[[str, str], str]) -> None:
    with pytest.raises(SetAside) as refused:
        clean(Page("daftar.html", page(row).encode(), media_type="text/html"))
    assert refused.value.code in ("index", "too_short")


def test_a_story_that_begins_its_paragraphs_with_links_is_one() -> None:
    office = "<a href=/1>Badan Pengelola Pelabuhan Rakyat</a>"
    told = page(lambda title, teaser: f"<p>{office} menjawab {title}. {teaser}</p>")
    article = clean(Page("berita.html", told.encode(), media_type="text/html"))
    assert article.text.count("Badan Pengelola Pelabuhan Rakyat") == len(STORIES)
