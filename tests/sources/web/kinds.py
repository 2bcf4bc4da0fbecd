"""The outlets of the little web, of five kinds: where their stories and lists lie, and what the outlet's file says.

Every kind names its stories in several lists and in several spellings: AMP pages, phones' hosts, utm parameters, pages.
Each of these addresses answers, so that the log shows whether a story was asked for twice.
"""

import gzip
import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import ClassVar

from tests.sources.scripted import Script, answer
from tests.sources.web import printed
from tests.sources.web.lists import Entry, atom, index_page, news_sitemap, plain_sitemap, posts, rss, sitemap_index
from tests.sources.web.serving import Request
from tests.sources.web.stories import AWARD, TAG, Story, stories_of

XML, HTML = "application/xml; charset=utf-8", "text/html; charset=utf-8"
_A_PAGE = 10
_EMPTY = b"<!DOCTYPE html><title>Kosong</title><h1>Kosong</h1><p>Tidak ada berita.</p>"
Special = Callable[[Request], Script]


class Site:
    """An outlet: its stories, the newest first; `special` are paths that answer in a way of their own."""

    toml: ClassVar[str]
    robots = "User-agent: *\nDisallow: /wp-admin/\n"

    def __init__(self, number: int, stories: Sequence[Story]) -> None:
        self.number, self.stories = number, list(stories)
        self.domain = f"kabar{number:02}.example"
        self.name = f"Kabar {number:02}"
        self.hosts = (self.domain, f"www.{self.domain}", f"m.{self.domain}", f"amp.{self.domain}")
        self.home = f"http://www.{self.domain}"
        self.special: dict[str, Special] = {}

    def file(self) -> str:
        """The outlet's file in patterns/outlets."""
        own = self.toml.replace("HOST", f"www.{self.domain}")
        return f'name = "{self.name}"\ndomains = ["{self.domain}"]\nverified = "never"\n{own}\n'

    def path(self, story: Story) -> str:
        """Where a story lies."""
        raise NotImplementedError

    def page(self, story: Story, _: Request) -> bytes:
        """A story's page."""
        raise NotImplementedError

    def list_at(self, request: Request) -> tuple[bytes, str] | None:
        """A list with its media type; None where none lies there."""
        raise NotImplementedError

    def story_at(self, path: str) -> Story | None:
        """The story whose address a path is, in any of its spellings."""
        whole = path.removesuffix("/").removesuffix("/amp").removeprefix("/amp")
        return next((one for one in self.stories if self.path(one).removesuffix("/") == whole), None)

    @property
    def awarded(self) -> list[Story]:
        return [story for story in self.stories if story.told_by]

    def entries(self, stories: Sequence[Story], spelling: str = "{home}{path}") -> list[Entry]:
        """Stories as a list names them, their addresses spelt in a way of the list's own."""
        spell = {"home": self.home, "domain": self.domain, "scheme": self.home.partition("//")[0]}
        return [
            Entry(
                spelling.format(path=self.path(one), **spell),
                one.headline,
                one.lead,
                one.published,
                told=one.told_by is not None,
            )
            for one in stories
        ]

    def listed(self, title: str, stories: Sequence[Story], request: Request, page: int) -> bytes:
        """An index page with ten stories, and the way to the next."""
        shown = stories[(page - 1) * _A_PAGE : page * _A_PAGE]
        if not shown:
            return _EMPTY
        target = request.target.replace(f"page={page}", f"page={page + 1}")
        following = f"{self.home}{target}" if page * _A_PAGE < len(stories) and target != request.target else None
        return index_page(title, self.entries(shown), self.entries(self.stories[:3]), following)

    def respond(self, request: Request) -> Script:
        """What the site answers."""
        if request.path in self.special:
            return self.special[request.path](request)
        if request.path == "/robots.txt":
            return answer(self.robots.encode(), Content_Type="text/plain")
        listed = self.list_at(request)
        if listed:
            return _conditional(request, *listed)
        story = self.story_at(request.path)
        if story is None:
            return answer(b"<h1>404</h1>", "404 Not Found")
        return _conditional(request, self.page(story, request), HTML, story.published)


def _conditional(request: Request, body: bytes, media_type: str, modified: datetime | None = None) -> Script:
    """An answer with its validators, or 304 where the other side has it."""
    etag = f'"{hashlib.sha1(body).hexdigest()[:16]}"'
    told = {"ETag": etag, "Last_Modified": format_datetime(modified)} if modified else {"ETag": etag}
    if request.headers.get("if-none-match") == etag:
        return answer(b"", "304 Not Modified", **told)
    return answer(body, Content_Type=media_type, **told)


def _number(request: Request, name: str = "page") -> int:
    return int(request.query.get(name, "1"))


class WordPress(Site):
    """Feeds, tags with feeds, the API; lists name AMP pages and visits."""

    toml = """
feeds = ["http://HOST/feed/"]
sitemaps = ["http://HOST/news-sitemap.xml"]
tags = ["http://HOST/tag/{tag}/feed/", "http://HOST/tag/{tag}/page/{page}/"]
search = ["http://HOST/wp-json/wp/v2/posts?search={words}&per_page=20&page={page}&_fields=link,date_gmt,title"]
article_addresses = ["/{year}/{month}/{slug}"]
"""

    def path(self, story: Story) -> str:
        return f"/{story.published:%Y/%m}/{story.slug}/"

    def page(self, story: Story, _: Request) -> bytes:
        return printed.wordpress(self.name, self.home + self.path(story), story)

    def list_at(self, request: Request) -> tuple[bytes, str] | None:
        match request.path:
            case "/feed/":
                spelt = self.entries(self.stories[:20], "{home}{path}?utm_source=rss&utm_medium=feed")
                return rss(self.name, self.home, spelt), XML
            case "/news-sitemap.xml":
                return news_sitemap(self.name, self.entries(self.stories, "{home}{path}amp/")), XML
            case "/tag/paritrana-award/feed/":
                return rss(f"{AWARD} - {self.name}", self.home, self.entries(self.awarded)), XML
            case "/wp-json/wp/v2/posts":
                found = [one for one in self.stories if request.query["search"] in one.slug]
                shown = found[(_number(request) - 1) * 20 :][:20]
                return posts(self.entries(shown)), "application/json"
        return None


class Tribun(Site):
    """A sitemap index, an index by day with pages, stories of two pages; tags are forbidden."""

    robots = "User-agent: *\nDisallow: /search\nDisallow: /tag/\nDisallow: /topic/\n"
    toml = """
sitemaps = ["http://HOST/sitemap.xml"]
indexes = ["http://HOST/index-news?date={year}-{month}-{day}&page={page}"]
tags = ["http://HOST/tag/{tag}"]
article_addresses = ["/{year}/{month}/{day}/{slug}"]
forbidden = ["/search", "/tag/"]
[pages]
all = "?page=all"
each = "?page={n}"
"""

    def path(self, story: Story) -> str:
        return f"/{story.published:%Y/%m/%d}/{story.slug}"

    def page(self, story: Story, request: Request) -> bytes:
        asked = request.query.get("page", "1")
        page = None if asked == "all" else int(asked)
        return printed.tribun(self.name, self.home + self.path(story), story, page)

    def list_at(self, request: Request) -> tuple[bytes, str] | None:
        match request.path:
            case "/sitemap.xml":
                lists = ["news", "post-1", "images", "category"]
                return sitemap_index([f"{self.home}/sitemap_{name}.xml" for name in lists]), XML
            case "/sitemap_news.xml":
                return news_sitemap(self.name, self.entries(self.stories, "{scheme}//m.{domain}{path}")), XML
            case "/sitemap_post-1.xml":
                return gzip.compress(plain_sitemap(self.entries(self.stories, "{home}{path}?page=all")), mtime=0), XML
            case "/index-news":
                day = request.query["date"]
                stories = [one for one in self.stories if one.published.date().isoformat() == day]
                return self.listed(f"Indeks Berita {day}", stories, request, _number(request)), HTML
        return None


class Detik(Site):
    """An Atom feed, an index by day, tag pages; addresses with numbers."""

    toml = """
feeds = ["http://HOST/rss"]
indexes = ["http://HOST/indeks?date={month}/{day}/{year}&page={page}"]
tags = ["http://HOST/tag/{tag}/?page={page}"]
article_addresses = ["/{section}/d-{id}/{slug}"]
"""

    def path(self, story: Story) -> str:
        return f"/daerah/d-{7_000_000 + self.number * 1000 + story.number}/{story.slug}"

    def page(self, story: Story, _: Request) -> bytes:
        return printed.detik(self.name, self.home + self.path(story), story)

    def list_at(self, request: Request) -> tuple[bytes, str] | None:
        match request.path:
            case "/rss":
                return atom(self.name, self.home, self.entries(self.stories[:20], "{scheme}//m.{domain}{path}")), XML
            case "/indeks":
                day = request.query["date"]
                stories = [one for one in self.stories if f"{one.published:%m/%d/%Y}" == day]
                return self.listed(f"Indeks {day}", stories, request, _number(request)), HTML
            case "/tag/paritrana-award/" | "/tag/paritrana/":
                return self.listed(f"Berita {AWARD}", self.awarded, request, _number(request)), HTML
        return None


class Promedia(Site):
    """An index without days, tag pages; any tag's page answers, and the search is filled by a script."""

    toml = """
feeds = ["http://HOST/rss"]
indexes = ["http://HOST/indeks-berita?page={page}"]
tags = ["http://HOST/tag/{tag}?page={page}"]
search = ["http://HOST/search?q={words}&page={page}"]
article_addresses = ["/{section}/{id}/{slug}"]
"""

    def path(self, story: Story) -> str:
        return f"/daerah/{2_210_000_000 + self.number * 1000 + story.number}/{story.slug}"

    def page(self, story: Story, _: Request) -> bytes:
        return printed.promedia(self.name, self.home + self.path(story), story)

    def list_at(self, request: Request) -> tuple[bytes, str] | None:
        match request.path:
            case "/rss":
                return rss(self.name, self.home, self.entries(self.stories[:15]), "windows-1252"), XML
            case "/indeks-berita":
                return self.listed("Indeks Berita", self.stories, request, _number(request)), HTML
            case "/tag/paritrana-award":
                return self.listed(f"{AWARD} Terkini", self.awarded, request, _number(request)), HTML
            case path if path.startswith("/tag/"):
                return self.listed("Terkini", self.stories, request, 1), HTML
            case "/search":
                return b"<!DOCTYPE html><title>Cari</title><div id=\"app\"></div><script>cari()</script>", HTML
        return None


class Antara(Site):
    """An agency: a feed, tag pages numbered in the path, a search page."""

    toml = """
feeds = ["http://HOST/rss/terkini.xml"]
tags = ["http://HOST/tag/{tag}/{page}"]
search = ["http://HOST/search?q={words}&page={page}"]
article_addresses = ["/berita/{id}/{slug}"]
"""

    def path(self, story: Story) -> str:
        return f"/berita/{471_000 + story.number}/{story.slug}"

    def page(self, story: Story, _: Request) -> bytes:
        return printed.antara(self.name, self.home + self.path(story), story)

    def list_at(self, request: Request) -> tuple[bytes, str] | None:
        if request.path == "/rss/terkini.xml":
            return rss(self.name, self.home, self.entries(self.stories), "utf-8"), XML
        if request.path.startswith(f"/tag/{TAG}/"):
            page = int(request.path.rpartition("/")[2])
            return self.listed(f"Berita {AWARD}", self.awarded, request, page), HTML
        if request.path == "/search":
            found = [one for one in self.stories if request.query["q"] in one.slug]
            return self.listed(f"Hasil pencarian {request.query['q']}", found, request, _number(request)), HTML
        return None


KINDS: tuple[type[Site], ...] = (WordPress, Tribun, Detik, Promedia, Antara)


def little_press(outlets: int, stories: int, awarded: int, newest: datetime) -> list[Site]:
    """So many outlets, of each kind in turn, with so many stories each, some of them on an award."""
    return [
        KINDS[number % len(KINDS)](number, stories_of(number, stories, awarded, newest)) for number in range(outlets)
    ]
