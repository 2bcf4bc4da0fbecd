"""Sites that go wrong, each in one way; what stands beside the fault on the same site is whole."""

import gzip
import socket
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count

from tests.sources.scripted import Script, answer, endless, resets, sends
from tests.sources.web import printed
from tests.sources.web.kinds import XML, Site, Special
from tests.sources.web.lists import index_page, rss, sitemap_index
from tests.sources.web.serving import Request
from tests.sources.web.stories import Story

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
RULES = b"User-agent: *\nDisallow: /read/0/\n"
LONGEST_ROBOTS = 500 * 1024
Make = Callable[["Faulty"], None]


class Faulty(Site):
    """A site with a feed of three stories on an award and one that is on none; `wrong` is the second of them."""

    toml = 'feeds = ["http://HOST/feed"]\narticle_addresses = ["/read/{id}/{slug}"]'

    def __init__(self, number: int, stories: Sequence[Story]) -> None:
        super().__init__(number, stories)
        self.wrong = self.path(self.stories[1])

    def path(self, story: Story) -> str:
        return f"/read/{story.number}/{story.slug}"

    def page(self, story: Story, _: Request) -> bytes:
        return printed.wordpress(self.name, self.home + self.path(story), story)

    def list_at(self, request: Request) -> tuple[bytes, str] | None:
        return (rss(self.name, self.home, self.entries(self.stories)), XML) if request.path == "/feed" else None

    def at(self, path: str, *scripts: Script) -> None:
        """What a path answers: the first time the first, and the last one for ever."""
        numbers = count()
        self.special[path] = lambda _: scripts[min(next(numbers), len(scripts) - 1)]


def silent(connection: socket.socket, _: bytes) -> None:
    """No answer, as long as the other side waits."""
    while connection.recv(1):
        pass


def redirect(to: str) -> Script:
    return answer(b"", "302 Found", Location=to)


def story(*scripts: Script) -> Make:
    """The second story goes wrong."""
    return lambda site: site.at(site.wrong, *scripts)


def robots(*scripts: Script) -> Make:
    """The site's robots.txt goes wrong."""
    return lambda site: site.at("/robots.txt", *scripts)


def feed(body: bytes, **headers: str) -> Make:
    """The site's feed goes wrong."""
    return lambda site: site.at("/feed", answer(body, **{"Content_Type": XML, **headers}))


def _text(body: bytes) -> Script:
    return answer(body, Content_Type="text/plain")


def _busy(status: str, seconds: int, *, dated: bool) -> Script:
    """An answer that asks to be left alone for some seconds, by their number or by a date."""

    def script(connection: socket.socket, request: bytes) -> None:
        now = datetime.now(UTC)
        until = format_datetime(now + timedelta(seconds=seconds), usegmt=True)
        after = until if dated else str(seconds)
        answer(b"", status, Retry_After=after, Date=format_datetime(now, usegmt=True))(connection, request)

    return script


def bomb(megabytes: int) -> bytes:
    """A gzip body of so many megabytes that unpacks to a thousand times as many: the same block again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    return head + block * (megabytes * 1_000_000 // len(block))


def _robots_chain(length: int) -> Make:
    """A robots.txt behind so many redirects."""

    def make(site: Faulty) -> None:
        site.at("/robots.txt", redirect("/r/1" if length else "/robots.txt"))
        for step in range(1, length):
            site.at(f"/r/{step}", redirect(f"/r/{step + 1}"))
        site.at(f"/r/{length}", _text(RULES))

    return make


def _robots_elsewhere(site: Faulty) -> None:
    """A robots.txt that lies on another site: what it says holds here."""
    site.at("/robots.txt", redirect("http://www.kabar00.example/aturan.txt"))


def _rules_for_others(site: Faulty) -> None:
    site.at("/aturan.txt", _text(RULES))


def _broken_feed(site: Faulty) -> None:
    whole = rss(site.name, site.home, site.entries(site.stories)).decode()
    torn = whole.replace("Bupati", "Bupati & Wakil").replace("</item>\n", "</item>\x0b&nbsp;", 1)
    feed(torn.removesuffix("</channel></rss>").encode())(site)


def _feed_in_utf16(site: Faulty) -> None:
    whole = rss(site.name, site.home, site.entries(site.stories)).decode()
    feed(whole.replace("utf-8", "utf-16").encode("utf-16"), Content_Type="application/xml")(site)


def _entity_bomb(site: Faulty) -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    kind = f'<!DOCTYPE rss [<!ENTITY e0 "award">{lines}]>'
    whole = rss(site.name, site.home, site.entries(site.stories)).decode()
    whole = whole.replace("<rss ", kind + "<rss ").replace("</channel>", "<item><title>&e11;</title></item></channel>")
    feed(whole.encode())(site)


def _long_feed(site: Faulty) -> None:
    whole = rss(site.name, site.home, site.entries(site.stories)).decode()
    items = "".join(f"<item><link>/read/{n}/satu-dua-tiga</link><title>A</title></item>" for n in range(10**6, 1100000))
    packed = gzip.compress(whole.replace("</channel>", items + "</channel>").encode(), 1)
    feed(packed, Content_Encoding="gzip")(site)


def _own_sitemap(site: Faulty) -> None:
    """A sitemap that names itself, and two that name each other."""
    site.toml = 'sitemaps = ["http://HOST/peta.xml"]\n' + site.toml
    for name, other in (("/peta.xml", "/peta-2.xml"), ("/peta-2.xml", "/peta.xml")):
        site.at(name, answer(sitemap_index([site.home + name, site.home + other]), Content_Type=XML))


def _calendar(site: Faulty) -> None:
    """An index whose every day leads to the one before it, for ever, with stories that are not there."""
    site.toml = 'indexes = ["http://HOST/kalender"]\n' + site.toml

    def day(request: Request) -> Script:
        back = int(request.query.get("hari", "1"))
        made = [site.stories[3]._replace(number=10_000 + back * 10 + more) for more in range(5)]
        return answer(index_page("Kalender", site.entries(made), [], f"/kalender?hari={back + 1}"))

    site.special["/kalender"] = day


def _sessions(site: Faulty) -> None:
    """Lists that give each visit addresses of its own, and pages that lead on with them."""
    site.toml = 'indexes = ["http://HOST/terkini"]\n' + site.toml
    visits = count(1)

    def terkini(_: Request) -> Script:
        visit = f"{next(visits):032x}"
        listed = site.entries(site.stories, f"{{home}}{{path}};jsessionid={visit}")
        listed += site.entries(site.stories, f"{{home}}{{path}}?PHPSESSID={visit}&sid={visit}")
        return answer(index_page("Terkini", listed, [], f"/terkini?PHPSESSID={visit}"))

    site.special["/terkini"] = terkini


def _same_page(site: Faulty) -> None:
    """A list that answers any page's number with its first page."""
    site.toml = 'indexes = ["http://HOST/indeks?page={page}"]\n' + site.toml
    site.special["/indeks"] = lambda _: answer(index_page("Indeks", site.entries(site.stories), [], None))


def _unsaid_304(site: Faulty) -> None:
    """A feed that answers every condition with 304, whatever is new in it."""

    def listed(request: Request) -> Script:
        if "if-none-match" in request.headers:
            return answer(b"", "304 Not Modified", ETag='"sama"')
        return answer(rss(site.name, site.home, site.entries(site.stories)), Content_Type=XML, ETag='"sama"')

    site.special["/feed"] = listed


_LOGIN = b"""<!DOCTYPE html><title>Masuk</title><h1>Silakan masuk</h1><p>Masuk untuk membaca berita ini.</p>
<form><input name="user"><input type="password" name="sandi"></form>"""
_NOT_FOUND = b"<!DOCTYPE html><title>Halaman tidak ditemukan</title><h1>404</h1><p>Halaman tidak ditemukan.</p>"
_FRONT = b"<!DOCTYPE html><title>Beranda</title><h1>Beranda</h1>"


def _to_login(site: Faulty) -> None:
    site.at("/masuk", answer(_LOGIN))
    site.at(site.wrong, redirect("/masuk?ke=berita"))


def _to_front(site: Faulty) -> None:
    site.at("/", answer(_FRONT))
    site.at(site.wrong, redirect("/"))


def _login_list(site: Faulty) -> None:
    site.toml = 'indexes = ["http://HOST/indeks"]\n' + site.toml
    site.at("/indeks", answer(_LOGIN))


def _blocked(site: Faulty) -> None:
    """Whoever asks for a story is refused."""
    for path in map(site.path, site.stories):
        site.at(path, answer(b"", "403 Forbidden"))


def _across(path: str, number: int) -> Make:
    """A story that leads to another site, whose story leads back."""

    def make(site: Faulty) -> None:
        other = f"http://www.kabar{site.number + number:02}.example"
        site.at(path, redirect(f"{other}/read/77/mondar-mandir"))
        site.at(site.wrong, redirect(f"{other}/read/77/mondar-mandir"))

    return make


def _sitemaps_without_end(site: Faulty) -> None:
    """A sitemap index that leads to two others, each of which leads to two others, for ever."""
    site.toml = 'sitemaps = ["http://HOST/peta/0.xml"]\n' + site.toml

    def index(number: int) -> Special:
        body = sitemap_index([f"{site.home}/peta/{number * 2 + more}.xml" for more in (1, 2)])
        return lambda _: answer(body, Content_Type=XML)

    site.special.update({f"/peta/{number}.xml": index(number) for number in range(200)})


def _sitemap_bomb(site: Faulty) -> None:
    """A packed sitemap that unpacks to gigabytes, and says nothing of it in its headers."""
    site.toml = 'sitemaps = ["http://HOST/peta.xml.gz"]\n' + site.toml
    site.at("/peta.xml.gz", answer(bomb(4), Content_Type="application/gzip"))


def _another_port(site: Faulty) -> None:
    site.at(site.wrong, redirect(f"{site.home}:8080/read/1/pintu-lain"))


def _cookies(site: Faulty) -> None:
    """A story that sets a cookie and leads to itself until it comes back."""

    def asked(request: Request) -> Script:
        if "cookie" in request.headers:
            return answer(b"<p>Ada</p>")
        return answer(b"", "302 Found", Location=site.wrong, Set_Cookie="kenal=1; Path=/")

    site.special[site.wrong] = asked


def _nothing(_: Faulty) -> None:
    return


FAULTS: dict[str, Make] = {
    "well": _rules_for_others,
    "well too": _nothing,
    "robots 404": robots(answer(b"", "404 Not Found")),
    "robots 401": robots(answer(b"", "401 Unauthorized")),
    "robots 500": robots(answer(b"", "500 Internal Server Error")),
    "robots 503": robots(answer(b"", "503 Service Unavailable")),
    "robots timeout": robots(silent),
    "robots reset": robots(resets()),
    "robots HTML": robots(answer(b"<!DOCTYPE html><title>Beranda</title><p>Disallow: nothing</p>" * 40)),
    "robots 1 MB": robots(_text(RULES + b"# " + b"a" * 98 + b"\n" + (b"# " + b"a" * 98 + b"\n") * 10_000)),
    "robots late rules": robots(_text((b"#" + b"a" * 98 + b"\n") * 5_200 + RULES)),
    "robots half gzip": robots(answer(gzip.compress(RULES)[:-12], Content_Encoding="gzip")),
    "robots unknown coding": robots(answer(RULES, Content_Encoding="rot13")),
    "robots empty": robots(answer(b"")),
    "robots chain of 4": _robots_chain(4),
    "robots chain of 8": _robots_chain(8),
    "robots later 500": robots(_text(RULES), answer(b"", "500 Internal Server Error")),
    "robots elsewhere": _robots_elsewhere,
    "robots loop": robots(redirect("/robots.txt")),
    "429 seconds": story(_busy("429 Too Many Requests", 1, dated=False), answer(b"<p>Ada</p>")),
    "429 date": story(_busy("429 Too Many Requests", 2, dated=True), answer(b"<p>Ada</p>")),
    "503 date": story(_busy("503 Service Unavailable", 2, dated=True), answer(b"<p>Ada</p>")),
    "403": story(answer(b"", "403 Forbidden")),
    "404": story(answer(b"", "404 Not Found")),
    "500": story(answer(b"", "500 Internal Server Error")),
    "reset": story(resets()),
    "reset in the body": story(resets(OK + b"Content-Length: 5000\r\n\r\n" + b"a" * 700)),
    "wrong length": story(sends(OK + b"Content-Length: 5000\r\n\r\n" + b"a" * 700)),
    "one byte a second": story(endless(OK + b"Content-Length: 5000\r\n\r\n", b"a", pause=0.2)),
    "silent": story(silent),
    "100 Continue": story(endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.002)),
    "endless": story(endless(OK + b"\r\n", b"a" * 1000, pause=0.001)),
    "flood": story(endless(OK + b"\r\n", b"a" * 65_536)),
    "bomb 10 MB": story(answer(bomb(10), Content_Encoding="gzip")),
    "bomb 4 MB": story(answer(bomb(4), Content_Encoding="gzip")),
    "heavy redirect": story(
        endless(b"HTTP/1.1 302 Found\r\nLocation: /read/9/tiada\r\nContent-Length: 1000000000\r\n\r\n", b"a" * 65_536)
    ),
    "redirect loop": lambda site: site.at(site.wrong, redirect(site.wrong)),
    "to 127.0.0.1": story(redirect("http://127.0.0.1/rahasia")),
    "to decimal": story(redirect("http://2130706433/rahasia")),
    "to metadata": story(redirect("http://169.254.169.254/latest/meta-data/")),
    "to [::1]": story(redirect("http://[::1]/rahasia")),
    "to file": story(redirect("file:///etc/passwd")),
    "to ftp": story(redirect("ftp://127.0.0.1/rahasia")),
    "to a user's name": story(redirect("http://nama:sandi@127.0.0.1/rahasia")),
    "to another port": _another_port,
    "there": _across("/read/77/mondar-mandir", 1),
    "and back": _across("/read/77/mondar-mandir", -1),
    "cookies": _cookies,
    "crawl delay": robots(_text(b"User-agent: *\nCrawl-delay: 0.6\n")),
    "no HTTP": story(sends(b"220 surat siap\r\n")),
    "empty": story(answer(b"")),
    "204": story(answer(b"", "204 No Content")),
    "304 unasked": story(answer(b"", "304 Not Modified")),
    "PDF": story(answer(b"%PDF-1.4 Paritrana Award", Content_Type="application/pdf")),
    "unknown coding": story(answer(b"<p>Ada</p>", Content_Encoding="rot13")),
    "half gzip": story(answer(gzip.compress(bytes(range(256)) * 30)[:200], Content_Encoding="gzip")),
    "rebinding": _nothing,
    "slow name": _nothing,
    "refused": _nothing,
    "unknown name": _nothing,
    "calendar": _calendar,
    "sessions": _sessions,
    "same page": _same_page,
    "soft 404": story(answer(_NOT_FOUND)),
    "login": _to_login,
    "login list": _login_list,
    "front page": _to_front,
    "feed broken": _broken_feed,
    "feed in UTF-16": _feed_in_utf16,
    "feed entity bomb": _entity_bomb,
    "feed of 100,000": _long_feed,
    "feed 304": _unsaid_304,
    "own sitemap": _own_sitemap,
    "sitemaps without end": _sitemaps_without_end,
    "sitemap bomb": _sitemap_bomb,
    "blocked": _blocked,
}
"""Every fault by its name, and what makes a site of it; "well" are those that nothing is wrong with."""
