"""The outlets that the project knows, found by host; the page systems, found by what pages show."""

import gc
import time

import pytest

from extractor import folders
from extractor.article import Article
from extractor.gazetteer import gazetteer
from extractor.outlets import load, outlets


@pytest.mark.parametrize(
    ("host", "name", "region"),
    [
        ("jambi.tribunnews.com", "Tribun Jambi", "15"),
        ("www.jambi.tribunnews.com", "Tribun Jambi", "15"),
        ("tribunjambi.com", "Tribun Jambi", "15"),
        ("JAMBI.tribunnews.com:443", "Tribun Jambi", "15"),
        ("jambi.tribunnews.com.", "Tribun Jambi", "15"),
        ("m.tribunnews.com", "Tribunnews.com", None),
        ("baru.tribunnews.com", "Tribunnews.com", None),
        ("jambi.antaranews.com", "ANTARA News Jambi", "15"),
        ("radarbogor.jawapos.com", "Radar Bogor", "32"),
        ("amp.kompas.com", "Kompas.com", None),
        ("regional.kompas.com", "Kompas.com", None),
        ("m.jpnn.com", "JPNN.com", None),
        ("rejogja.republika.co.id", "Republika Jogja", "34"),
        ("galamedia.pikiran-rakyat.com", "Galamedia News", "32"),
        ("kemnaker.go.id", "Kementerian Ketenagakerjaan", None),
        ("jogjapolitan.harianjogja.com", "Harianjogja.com", "34"),
        ("www.gatra.com", "Gatra", None),
        ("kaltimpost.id", "Kaltim Post", "64"),
    ],
)
def test_a_host_is_its_outlets(host: str, name: str, region: str | None) -> None:
    outlet = outlets().of(host)
    assert outlet is not None
    assert (outlet.name, outlet.region) == (name, region)


@pytest.mark.parametrize(
    "host", ["kabar.example", "", "com", "go.id", "tribunnews.com.example", "mytribunnews.com", "xgo.id", "..", "::"]
)
def test_an_unknown_host_is_none(host: str) -> None:
    assert outlets().of(host) is None


@pytest.mark.parametrize(
    ("host", "region"),
    [
        ("jambikota.go.id", "15.71"),
        ("diskominfo.jambikota.go.id", "15.71"),
        ("jambiprov.go.id", "15"),
        ("muarojambikab.go.id", "15.05"),
        ("babelprov.go.id", "19"),
        ("kotabogor.go.id", "32.71"),
        ("pemkomedan.go.id", "12.71"),
        ("kab-solok.go.id", "13.02"),
        ("surabaya.go.id", "35.78"),
        ("bandung.go.id", None),
        ("bps.go.id", None),
        ("negerikota.go.id", None),
        ("sukamaju.desa.id", None),
    ],
)
def test_any_site_of_the_government_is_an_outlet_without_a_name(host: str, region: str | None) -> None:
    outlet = outlets().of(f"www.{host}")
    assert outlet is not None
    assert (outlet.id, outlet.name, outlet.region, outlet.system) == (host, None, region, None)


def test_a_government_site_keeps_its_regions_time() -> None:
    outlet = outlets().of("jayapurakota.go.id")
    assert outlet is not None
    assert outlet.zone == "Asia/Jayapura"


def test_a_blogs_addresses_are_its_own() -> None:
    outlet = outlets().of("warta-desa.blogspot.com")
    assert outlet is not None
    assert outlet.feeds == ("https://warta-desa.blogspot.com/feeds/posts/default",)


NOISE = '<html><head><script src="https://cdn.example/v0.js"></script></head><body>'


@pytest.mark.parametrize(
    ("html", "system"),
    [
        ('<div class="side-article txt-article multi-fontsize">', "tribun"),
        ('<div class="detail__body-text itp_bodycontent">', "detik"),
        ('<div class="read__content"></div><ul class="tag__article__wrap">', "kompas"),
        ('<a href="https://news.okezone.com/"></a><div class="c-detail read">', "okezone"),
        ('<div class="wrap__article-detail-content post-content">', "antara"),
        ('<img src="https://static.promediateknologi.id/a.jpg"><article class="read__content clearfix">', "promedia"),
        ('<a href="https://radarkota.jawapos.com"></a><article class="read__content clearfix">', "jawapos-radar"),
        ('<link href="/wp-content/themes/newspaper/style.css"><div class="td-post-content">', "wordpress"),
        ('<article class="post"><div class="entry-content clear">', "wordpress"),
        ('<div class="article-content-body"><div class="article-content-body__item-page">', "liputan6"),
        ("<meta content='blogger' name='generator'/><div class='post-body'>", "blogger"),
        ('<meta name="generator" content="Joomla! - Open Source"><div class="item-page">', "joomla"),
        ('<script src="https://cdn.ampproject.org/v0.js"></script><img src="/wp-content/a.jpg">', "amp"),
        ('<link href="/wp-content/a.css"><img src="https://cdn.tstatic.net/a.jpg">', "wordpress"),
        ('<a href="https://www.kompas.com/">Kompas</a><div class="isi">', None),
        ("", None),
    ],
)
def test_a_page_shows_its_system(html: str, system: str | None) -> None:
    found = outlets().system_of(NOISE + html)
    assert (found.id if found else None) == system


def test_at_least_sixty_outlets_and_all_systems_of_the_press_are_known() -> None:
    wanted = {"tribun", "detik", "kompas", "antara", "republika", "promedia", "jawapos-radar", "okezone", "sindonews"}
    assert len(outlets().all) >= 60
    assert wanted | {"wordpress", "blogger", "amp"} <= outlets().systems.keys()


def test_the_projects_outlets_pass_the_thorough_check() -> None:
    assert len(load(folders.patterns() / "outlets", thorough=True).all) == len(outlets().all)


def test_every_province_but_the_newest_three_has_an_outlet_of_its_own() -> None:
    told = {outlet.region for outlet in outlets().all if outlet.region}
    codes = [f"{number:02}" for number in range(11, 97) if gazetteer().get(str(number))]
    assert [code for code in codes if code not in told] == ["93", "94", "95"]


def test_what_outlets_expect_are_fields_of_articles() -> None:
    fields = {field for outlet in outlets().all for field in outlet.expectations.fields}
    assert fields <= set(Article._fields)


def test_only_layouts_that_were_seen_on_a_page_are_verified() -> None:
    seen = {outlet.id for outlet in outlets().all for layout in outlet.layouts if layout.verified}
    assert {"jpnn.com", "mediaindonesia.com"} <= seen
    assert "jabar.jpnn.com" not in seen


def test_loading_and_finding_are_fast() -> None:
    folder = folders.patterns() / "outlets"
    load(folder)
    gc.collect()
    started = time.process_time()
    load(folder)
    loaded = time.process_time()
    found = [outlets().of("www.jambi.tribunnews.com") for _ in range(10_000)]
    assert len(found) == 10_000
    assert loaded - started < 0.3  # measured: 0.02 s; the machine may be busy
    assert time.process_time() - loaded < 0.3  # measured: 0.4 microseconds each
