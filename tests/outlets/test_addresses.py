"""Which addresses are stories', and the day that they tell."""

import time
from pathlib import Path

import pytest

from extractor.outlets import Outlet, address, load, outlets

from .folder import outlets_folder


def outlet(host: str) -> Outlet:
    found = outlets().of(host)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://jambi.tribunnews.com/2021/09/09/pekerja-rentan-terlindungi", "2021-09-09"),
        ("https://jambi.tribunnews.com/amp/2021/09/09/pekerja-rentan-terlindungi", "2021-09-09"),
        ("https://jambi.tribunnews.com/2021/09/09/pekerja-rentan-terlindungi?page=all#isi", "2021-09-09"),
        ("https://www.tribunnews.com/regional/7712345/pekerja-rentan-terlindungi", None),
        ("https://regional.kompas.com/read/2021/09/09/165100878/pekerja-rentan-terlindungi", "2021-09-09T16:51:00"),
        ("https://amp.kompas.com/regional/read/2021/09/09/165100878/pekerja-rentan", "2021-09-09T16:51:00"),
        ("https://www.cnnindonesia.com/nasional/20210909165112-20-691234/pekerja-rentan", "2021-09-09T16:51:12"),
        ("https://www.cnnindonesia.com/nasional/20210909165112-20-691234/pekerja-rentan/2", "2021-09-09T16:51:12"),
        ("https://ekonomi.bisnis.com/read/20210909/12/1439123/pekerja-rentan-terlindungi", "2021-09-09"),
        ("https://jabar.suara.com/read/2021/09/09/165112/pekerja-rentan-terlindungi", "2021-09-09T16:51:00"),
        ("https://news.detik.com/berita/d-5712345/pekerja-rentan-terlindungi", None),
        ("https://jambi.antaranews.com/berita/471234/pekerja-rentan-terlindungi", None),
        ("https://kumparan.com/jambikini/pekerja-rentan-terlindungi-jaminan-1wUXabcdefg/full", None),
        ("https://www.suarapapua.com/2021/09/09/pekerja-rentan-terlindungi/", "2021-09-09"),
        ("https://balipost.com/pekerja-rentan-kini-terlindungi/2/", None),
        ("https://www.balipost.com/news/2021/09/09/215123/Pekerja-Rentan-Terlindungi.html", "2021-09-09"),
        ("https://rmol.id/nusantara/read/2026/07/12/603123/pekerja-rentan-terlindungi", "2026-07-12"),
        ("https://jogjapolitan.harianjogja.com/r-1241234/pekerja-rentan-terlindungi", None),
        ("https://voi.id/berita/381234", None),
        ("https://jambi.tribunnews.com//2021/09/09//pekerja-rentan-terlindungi", "2021-09-09"),
    ],
)
def test_a_storys_address_is_known_and_tells_its_day(url: str, published: str | None) -> None:
    found = address(outlet(url.split("/")[2]), url)
    assert found is not None
    assert found.published == published


@pytest.mark.parametrize(
    "url",
    [
        "https://jambi.tribunnews.com/",
        "https://jambi.tribunnews.com/tag/paritrana-award",
        "https://jambi.tribunnews.com/topic/2021/09/09/pekerja-rentan",
        "https://news.detik.com/indeks?page=2&date=09/09/2021",
        "https://www.kompas.com/tag/paritrana-award?page=1",
        "https://mediaindonesia.com/indeks/20/40",
        "https://www.republika.co.id/index/50/2021/09/09",
        "https://balipost.com/tag/jaminan-sosial-tenaga-kerja/",
        "https://balipost.com/category/berita-bali-hari-ini-saja/",
        "https://balipost.com/redaksi/",
        "https://kbr.id/articles/indeks?page=2",
        "https://rm.id/index-berita/12-07-2026",
        "https://jambi.tribunnews.com/2021/09/09/" + "x" * 3_000,
        "http://[::1/2021/09/09/pekerja-rentan",
    ],
)
def test_an_address_of_no_story_is_none(url: str) -> None:
    host = "jambi.tribunnews.com" if "[" in url else url.split("/")[2]
    assert address(outlet(host), url) is None


@pytest.mark.parametrize("date", ["2021/02/30", "2021/13/01", "2021/00/10"])
def test_a_day_that_does_not_exist_is_not_told(date: str) -> None:
    found = address(outlet("jambi.tribunnews.com"), f"https://jambi.tribunnews.com/{date}/pekerja-rentan")
    assert found is not None
    assert found.published is None


def test_a_template_may_name_a_part_twice(tmp_path: Path) -> None:
    text = (
        'name = "Kabar Rimba"\ndomains = ["rimba.example"]\nverified = "never"\n'
        'article_addresses = ["/{year}/{month}/{year}-{slug}"]\n'
    )
    rimba = load(outlets_folder(tmp_path, {"rimba.example.toml": text})).of("rimba.example")
    assert rimba is not None
    assert address(rimba, "https://rimba.example/2021/09/2021-pekerja-rentan") is not None
    assert address(rimba, "https://rimba.example/2021/09/2022-pekerja-rentan") is None


@pytest.mark.parametrize("path", ["a-" * 990, "-" * 1_900, "1" * 1_900, "/a" * 900, "/1" * 900, "2021/" * 380])
def test_no_address_takes_long(path: str) -> None:
    started = time.process_time()
    found = [address(outlet, f"https://x.example/{path}") for outlet in outlets().all]
    assert len(found) == len(outlets().all)
    assert time.process_time() - started < 2
