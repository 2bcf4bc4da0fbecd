"""Addresses taken apart, those that are none too."""

import pytest

from extractor.urls import host_of, url_parts

UNREADABLE = ["http://[::1", "https://[x]/a", "http://\u2100.example/a"]


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://WWW.Warta.example:8080/a/b?c=d#e", "www.warta.example", "/a/b"),
        ("https://[2001:db8::1]/a", "2001:db8::1", "/a"),
        ("naskah/berita.txt", "", "naskah/berita.txt"),
        ("", "", ""),
        (None, "", ""),
        *((url, "", "") for url in UNREADABLE),
    ],
)
def test_whatever_stands_for_an_address_has_parts(url: str | None, host: str, path: str) -> None:
    assert (host_of(url), url_parts(url).path) == (host, path)
