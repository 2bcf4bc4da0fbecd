"""An outlet for the tests, with an address of every kind."""

from pathlib import Path

import pytest

from extractor.outlets import Outlet, load

FILE = """\
name = "Warta Bahari"
domains = ["warta.example", "wartabahari.example"]
host = "www.warta.example"
region = "15"
verified = "never"
feeds = ["https://{host}/rss"]
sitemaps = ["https://{host}/sitemap.xml", "https://{host}/sitemap-news.xml"]
indexes = ["https://{host}/indeks?date={year}-{month}-{day}&page={page}"]
tags = ["https://{host}/tag/{tag}/feed/", "https://{host}/tag/{tag}?page={page}"]
search = ["https://{host}/wp-json/wp/v2/posts?search={words}&page={page}", "https://{host}/?s={words}"]
article_addresses = ["/{section}/{year}/{month}/{day}/{slug}", "/{section}/read/{slug}"]
forbidden = ["/amp/", "/*?s="]
"""


@pytest.fixture(scope="session")
def outlet(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return made(tmp_path_factory.mktemp("outlets"), FILE)


def made(folder: Path, file: str) -> Outlet:
    (folder / "systems").mkdir(exist_ok=True)
    (folder / "warta.example.toml").write_text(file, encoding="utf-8")
    found = load(folder).of("warta.example")
    assert found is not None
    return found
