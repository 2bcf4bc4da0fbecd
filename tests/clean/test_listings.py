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


EVENTS = (
    ("Rapat BUMDes Ambon", "12 Mei 2024", "Rapat diikuti wakil dari semua desa dan dibuka sendiri oleh camat."),
    ("Festival Sagu Saparua", "18 Mei 2024", "Acara terbuka bagi umum dan menampilkan beragam masakan khas dari sagu."),
    ("Lomba Dayung Teluk", "2 Juni 2024", "Lomba memperebutkan piala wali kota bagi tiga regu yang terbaik tahun ini."),
    ("Donor Darah Passo", "8 Juni 2024", "Pendonor mendapat bingkisan dan diperiksa dokter dengan cuma-cuma di sana."),
)


def calendar(row: Callable[[str, str, str], str], lead: str = "", title: str = "Agenda - Kota Ambon") -> Page:
    rows = "".join(row(*event) for event in EVENTS)
    html = f"<html lang=id><head><title>{title}</title></head><body><main>{lead}{rows}</main></body></html>"
    return Page("agenda.html", html.encode(), "https://ambon.example/agenda", "text/html")


@pytest.mark.parametrize(
    "row",
    [
        lambda name, day, _: f"<li><a href=/1>{name}</a> {day}, Aula Kantor Camat</li>",
        lambda name, day, _: f"<table><tr><td>{name}<td>{day}<td>Aula Kantor Camat</table>",
        lambda name, day, told: f"<div><h3>{name}</h3><div>{day} | Aula Kantor Camat</div><p>{told}</p></div>",
        lambda name, day, told: f"<div><h3><a href=/1>{name}</a></h3><p>{day}</p><p>{told}</p></div>",
    ],
    ids="list table rows linked".split(),
)
def test_a_calendar_of_events_is_no_article(row: Callable[[str, str, str], str]) -> None:
    with pytest.raises(SetAside) as refused:
        clean(calendar(row))
    assert refused.value.code == "index"


def test_a_story_that_gives_a_schedule_is_one() -> None:
    lead = "<p>Wali Kota Ambon mengumumkan jadwal kegiatan hari jadi kota pada Selasa pagi di Balai Kota Ambon.</p>"
    page = calendar(lambda name, day, told: f"<li>{name}, {day}</li>" * bool(told), lead, "Agenda Kegiatan Kota")
    assert "Lomba Dayung Teluk, 2 Juni 2024" in clean(page).text


TOLD = " ".join(f"{title}, kata wali kota. {teaser}" for title, teaser in STORIES[1:])
OWN = f"<article><h1><a href=/kartu-nelayan>{STORIES[0][0]}</a></h1><p>Ambon - {TOLD}</p>"


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (f"{OWN}<a href=/kartu-nelayan>Baca Selengkapnya »</a></article>", None),
        (f"<a href=/k><h1>{STORIES[0][0]}</h1></a><p>Ambon - {TOLD}</p><a href=/k>Read more</a>", None),
        (f"{OWN}</article>", "https://hunimua.example/"),
    ],
    ids="call linked-heading front".split(),
)
def test_a_story_that_is_told_elsewhere_is_a_lists_only_one(body: str, url: str | None) -> None:
    with pytest.raises(SetAside) as refused:
        clean(Page("depan.html", f"<html lang=id><title>Kabar Hunimua</title><body>{body}".encode(), url))
    assert refused.value.code == "index"


@pytest.mark.parametrize(
    "more",
    ["", "<a href=/kartu-nelayan>Bagikan</a>", "<h3><a href=/lain>Harga Ikan</a></h3><a href=/lain>Selengkapnya</a>"],
)
def test_a_story_whose_title_is_a_link_to_itself_is_one(more: str) -> None:
    page = f"<html lang=id><title>{STORIES[0][0]}</title><body>{OWN}</article>{more}"
    assert clean(Page("kartu.html", page.encode(), "https://hunimua.example/kartu-nelayan")).title == STORIES[0][0]
