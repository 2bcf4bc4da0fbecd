"""Sitemaps: stories and further sitemaps, bounded in depth, entries and size."""

import gzip

import pytest

from extractor.outlets import Outlet
from extractor.sources.discovery import Candidate, Listed, Listing, read_sitemap, sitemaps
from extractor.sources.discovery.sitemaps import named_in_robots

AT = "https://warta.example/sitemap-news.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://www.warta.example/daerah/2021/09/09/pemkot-raih-paritrana?utm_medium=x&page=all</loc>
<image:image><image:loc>https://www.warta.example/a.jpg</image:loc><image:title>Foto</image:title></image:image>
<news:news><news:publication><news:name>Warta</news:name></news:publication>
<news:publication_date>2021-09-09T08:00:00+07:00</news:publication_date>
<news:title><![CDATA[Pemkot & Pemkab raih Paritrana]]></news:title>
<news:keywords>Paritrana, Jambi</news:keywords></news:news></url>
</urlset>"""


def urlset(*entries: str) -> bytes:
    return f"<urlset>{''.join(f'<url>{entry}</url>' for entry in entries)}</urlset>".encode()


def index(*entries: str) -> bytes:
    return f"<sitemapindex>{''.join(f'<sitemap>{entry}</sitemap>' for entry in entries)}</sitemapindex>".encode()


def addresses(listed: Listed) -> list[str]:
    return [story.url for story in listed.candidates]


@pytest.mark.parametrize(
    "body", [NEWS.encode(), gzip.compress(NEWS.encode(), mtime=0), NEWS.replace("UTF-8", "UTF-16").encode("utf-16")]
)
def test_a_story_of_a_news_sitemap_has_its_headline_and_day(body: bytes) -> None:
    (story,) = read_sitemap(body, AT).candidates
    assert story == Candidate(
        url="https://warta.example/daerah/2021/09/09/pemkot-raih-paritrana",
        as_found="https://www.warta.example/daerah/2021/09/09/pemkot-raih-paritrana?utm_medium=x&page=all",
        headline="Pemkot & Pemkab raih Paritrana",
        published="2021-09-09T08:00:00+07:00",
        found_in=AT,
        summary="Paritrana, Jambi",
    )


def test_an_address_that_tells_a_day_gives_it(outlet: Outlet) -> None:
    (story,) = read_sitemap(urlset("<loc>https://warta.example/daerah/2021/09/09/pemkot</loc>"), AT, outlet).candidates
    assert story.published == "2021-09-09"


def test_the_day_of_the_last_change_is_none_of_publication() -> None:
    (story,) = read_sitemap(urlset("<loc>/a-b-c-d</loc><lastmod>2021-09-09</lastmod>"), AT).candidates
    assert story.published is None


def test_lists_and_pages_about_the_site_are_no_stories() -> None:
    others = ("/", "/tag/paritrana-award", "/kategori/daerah", "/pedoman-media-siber", "/tentang-kami", "/a.jpg")
    body = urlset(*(f"<loc>https://warta.example{path}</loc>" for path in others), "<loc>/a-b-c-d</loc>")
    assert addresses(read_sitemap(body, AT)) == ["https://warta.example/a-b-c-d"]


def test_what_is_older_than_asked_for_is_left_out_and_counted() -> None:
    older = "<loc>/a-b-c-d</loc><lastmod>2020-09-09</lastmod>"
    body = urlset(older, "<loc>/e-f-g-h</loc><lastmod>2021-09-09</lastmod>")
    listed = read_sitemap(body, AT, since="2021-01-01")
    assert (addresses(listed), listed.older) == (["https://warta.example/e-f-g-h"], 1)


def test_an_index_leads_to_its_sitemaps_the_newest_first() -> None:
    body = index(
        "<loc>/post-sitemap1.xml</loc><lastmod>2021-08-01</lastmod>",
        "<loc>/post-sitemap2.xml</loc><lastmod>2021-09-01T00:00:00Z</lastmod>",
    )
    assert read_sitemap(body, AT).further == (
        Listing("https://warta.example/post-sitemap2.xml", "sitemap", depth=1),
        Listing("https://warta.example/post-sitemap1.xml", "sitemap", depth=1),
    )


@pytest.mark.parametrize(
    "loc",
    [
        "/category-sitemap.xml", "/post_tag-sitemap.xml", "/author-sitemap.xml", "/wp-sitemap-users-1.xml",
        "/wp-sitemap-taxonomies-post_tag-1.xml", "/sitemap-video.xml", "/sitemap-2019-05.xml", "https://lain.example/s.xml",
    ],
)  # fmt: skip
def test_a_sitemap_that_can_list_nothing_wanted_is_not_asked_for(loc: str) -> None:
    assert read_sitemap(index(f"<loc>{loc}</loc>"), AT, since="2021-01-01").further == ()


@pytest.mark.parametrize(
    "loc", ["/sitemap-2021-01.xml", "/sitemap-news.xml.gz", "/news-video-sitemap.xml", "/sitemap/7.xml"]
)
def test_a_sitemap_that_may_list_something_is(loc: str) -> None:
    (further,) = read_sitemap(index(f"<loc>{loc}</loc>"), AT, since="2021-01-01").further
    assert further.url == f"https://warta.example{loc}"


def test_a_sitemap_that_names_itself_leads_nowhere() -> None:
    assert read_sitemap(index(f"<loc>{AT}</loc>"), AT).further == ()


def asked_in_a_ring(most: int) -> int:
    """How many sitemaps are asked for where two name each other; `most` ends what would not end."""
    depth, asked = 0, ["https://warta.example/a.xml"]
    body = {"a": index("<loc>/b.xml</loc>"), "b": index("<loc>/a.xml</loc>")}
    while len(asked) < most and (further := read_sitemap(body[asked[-1][-5]], asked[-1], depth=depth).further):
        depth = further[0].depth
        asked.append(further[0].url)
    return len(asked)


def test_a_ring_of_sitemaps_ends_at_its_depth() -> None:
    assert asked_in_a_ring(100) == sitemaps.DEEPEST


def test_a_ring_of_sitemaps_would_not_end_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "DEEPEST", 10_000)
    assert asked_in_a_ring(100) == 100


def test_entries_are_capped_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST", 5)
    listed = read_sitemap(urlset(*(f"<loc>/a-b-c-{number}</loc>" for number in range(9))), AT)
    assert (len(listed.candidates), listed.said) == (5, ("only the first 5 entries are read",))


def test_half_a_gzip_gives_its_half_and_says_so() -> None:
    packed = gzip.compress(urlset(*(f"<loc>/a-b-c-{number}</loc>" for number in range(9_999))))
    listed = read_sitemap(packed[: len(packed) // 2], AT)
    assert 1_000 < len(listed.candidates) < 9_000
    assert listed.said[0] == "broken off within gzip"


@pytest.mark.parametrize("body", [b"", b"<html>masuk</html>", b"\x1f\x8b", b"\x1f\x8bxyz", b"<rss/>"])
def test_what_is_no_sitemap_is_said_to_be_none(body: bytes) -> None:
    listed = read_sitemap(body, AT)
    assert (listed.candidates, listed.said[-1]) == ((), "no sitemap")


def test_a_robots_txt_is_followed_to_twenty_sitemaps_of_its_own_site() -> None:
    lines = [*(f"https://www.kabar.example/peta-{number}.xml" for number in range(99)), "https://lain.example/a.xml"]
    named = named_in_robots([*lines, "/sitemap-news.xml", "mailto:a@b.example", ""], "https://kabar.example/robots.txt")
    assert [listing.url for listing in named[:2]] == ["https://kabar.example/sitemap-news.xml", lines[0]]
    assert (len(named), {listing.why for listing in named}) == (20, {"sitemap"})
