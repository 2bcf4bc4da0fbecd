"""A list is read as what it is; a tag page's own stories are the award's, if it is that tag's page."""

import pytest

from extractor.sources.discovery import Listed, Listing, by_hand, read_list

TAG = Listing("https://kabar.example/tag/paritrana-award", "index", award="Paritrana Award", tag="paritrana-award")
RSS = b"<rss><channel><title>%s</title><item><title>A</title><link>/a</link></item></channel></rss>"
MAP = b"<urlset><url><loc>/a-b-c-d</loc></url></urlset>"


def page(title: str, extra: str = "") -> bytes:
    own = "".join(f'<li><a href="/pemkot-juara-lomba-{number}">Pemkot {number}</a></li>' for number in range(3))
    box = '<aside><a href="/warta-lain-hari-ini">Warta lain</a></aside>'
    return f"<title>{title}</title><ul>{own}</ul>{box}{extra}".encode()


def awards(listed: Listed) -> list[str | None]:
    return [story.award for story in listed.candidates]


@pytest.mark.parametrize("title", ["Paritrana Award - Kabar Bahari", "Tag: paritrana-award", "#ParitranaAward"])
def test_the_own_stories_of_an_awards_tag_page_are_the_awards(title: str) -> None:
    assert awards(read_list(TAG, page(title))) == ["Paritrana Award"] * 3 + [None]


def test_a_page_that_shows_the_latest_for_an_unknown_tag_is_an_index_like_any() -> None:
    listed = read_list(TAG, page("Kabar Bahari: terkini"))
    assert awards(listed) == [None] * 4
    assert listed.ends
    assert listed.said == ("does not say that it is the list of paritrana-award: read as any other",)


def test_a_soft_404_names_no_story_of_the_award() -> None:
    listed = read_list(TAG, page("Paritrana Award", "<p>Tidak ada berita untuk topik ini</p>"))
    assert awards(listed) == [None] * 4


def test_results_of_a_search_are_judged_by_their_words() -> None:
    assert awards(read_list(TAG._replace(search=True), page("Hasil untuk Paritrana Award"))) == [None] * 4


def test_a_tags_feed_is_the_awards_where_its_title_says_so() -> None:
    feed = TAG._replace(url="https://kabar.example/tag/paritrana-award/feed/", why="feed")
    assert awards(read_list(feed, RSS % b"Paritrana Award Arsip - Kabar")) == ["Paritrana Award"]
    assert awards(read_list(feed, RSS % b"Kabar Bahari")) == [None]


@pytest.mark.parametrize(
    ("why", "body", "url"),
    [
        ("feed", MAP, "https://kabar.example/a-b-c-d"),
        ("sitemap", RSS % b"Kabar", "https://kabar.example/a"),
        ("sitemap", b"https://kabar.example/a-b-c-d\nhttps://kabar.example/e-f-g-h\n", "https://kabar.example/a-b-c-d"),
    ],
)
def test_a_list_is_read_as_what_it_is(why: str, body: bytes, url: str) -> None:
    assert read_list(Listing("https://kabar.example/x", why), body).candidates[0].url == url


def test_a_login_wall_in_place_of_a_feed_is_said_to_be_one() -> None:
    body = b"<html><form><input type='password'></form></html>"
    assert read_list(Listing("https://kabar.example/feed", "feed"), body).said == ("no feed", "a login wall")


def test_stories_older_than_asked_for_are_counted_and_end_the_list() -> None:
    body = b"<rss><channel><item><link>/a</link><pubDate>Thu, 09 Jan 2020 08:00:00 GMT</pubDate></item></channel></rss>"
    listed = read_list(Listing("https://kabar.example/feed", "feed"), body, since="2021-01-01")
    assert (listed.candidates, listed.older, listed.own, listed.ends) == ((), 1, 0, True)


def test_addresses_by_hand_are_stories_one_a_line() -> None:
    lines = ["# dari redaksi", "", "https://m.kabar.example/a?utm_source=x ", "https://kabar.example/a", "bukan alamat"]
    listed = by_hand(lines, "addresses.txt")
    assert [story.url for story in listed.stories] == ["https://kabar.example/a"]
    assert listed.said == ("line 5: no address of the web (https://...): 'bukan alamat'",)
