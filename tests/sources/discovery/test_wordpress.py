"""The posts that WordPress lists as JSON."""

import json

import pytest

from extractor.sources.discovery import Candidate, read_wordpress, wordpress

AT = "https://kabar.example/wp-json/wp/v2/posts?search=paritrana"


def answer(*posts: object) -> bytes:
    return json.dumps(posts).encode()


def test_a_post_is_a_story() -> None:
    post = {
        "link": "https://kabar.example/pemkot-raih-penghargaan/",
        "date_gmt": "2021-09-09T01:15:00",
        "title": {"rendered": "Pemkot &#8211; <b>Raih</b> Penghargaan"},
        "excerpt": {"rendered": "<p>Wali Kota menerima.</p>\n"},
    }
    assert read_wordpress(answer(post), AT).stories == (
        Candidate(
            url="https://kabar.example/pemkot-raih-penghargaan",
            as_found="https://kabar.example/pemkot-raih-penghargaan/",
            headline="Pemkot – Raih Penghargaan",
            published="2021-09-09T01:15:00+00:00",
            found_in=AT,
            summary="Wali Kota menerima.",
        ),
    )


def test_a_date_in_the_sites_own_time_has_no_zone() -> None:
    (story,) = read_wordpress(answer({"link": "/a", "date": "2021-09-09T08:15:00"}), AT).stories
    assert story.published == "2021-09-09T08:15:00"


@pytest.mark.parametrize("post", [3, None, [], {}, {"link": 4}, {"link": "https://lain.example/a"}, {"link": "ftp://kabar.example/"}])
def test_what_is_no_post_of_the_site_is_left_out(post: object) -> None:
    listed = read_wordpress(answer(post, {"link": "/a", "title": [], "date_gmt": 7}), AT)
    assert [story.url for story in listed.stories] == ["https://kabar.example/a"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"code":"rest_disabled","message":"REST API <b>tidak</b> aktif"}', "no posts: REST API tidak aktif"),
        (b"<html>404</html>", "no JSON"),
        (b"", "no JSON"),
        (b"null", "no posts"),
        (b"[" * 100_000, "no JSON"),
        (b" " * (wordpress.LONGEST + 1), "longer than 3 MB"),
    ],
)
def test_an_answer_that_is_none_says_why(body: bytes, reason: str) -> None:
    assert read_wordpress(body, AT).said == (reason,)
