"""The lists that outlets print: RSS, Atom, news sitemaps, sitemap indexes, index pages, WordPress's API."""

import json
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import NamedTuple

from tests.sources.web.stories import AWARD

_NEWS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


class Entry(NamedTuple):
    """A story as a list names it; a `told` one says its award as a keyword."""

    url: str
    headline: str
    summary: str
    published: datetime
    told: bool = False


def rss(title: str, home: str, entries: Sequence[Entry], encoding: str = "utf-8") -> bytes:
    made = "".join(
        f"<item><title>{escape(one.headline)}</title><link>{escape(one.url)}</link>"
        f"<guid isPermaLink=\"false\">{escape(one.url)}</guid><pubDate>{format_datetime(one.published)}</pubDate>"
        f"<description><![CDATA[<p>{one.summary}</p>]]></description>"
        + (f"<category>{AWARD}</category>" if one.told else "<category>Daerah</category>")
        + "</item>\n"
        for one in entries
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"><channel><title>{escape(title)}</title>'
    return f"{head}<link>{home}</link>\n{made}</channel></rss>".encode(encoding, "xmlcharrefreplace")


def atom(title: str, home: str, entries: Sequence[Entry]) -> bytes:
    made = "".join(
        f'<entry><title type="html">{escape(one.headline)}</title><link rel="alternate" href="{escape(one.url)}"/>'
        f"<id>tag:{escape(one.url)}</id><published>{one.published.isoformat()}</published>"
        f'<updated>{one.published.isoformat()}</updated><summary type="html">{escape(one.summary)}</summary></entry>\n'
        for one in entries
    )
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(title)}'
    return f'{head}</title><link href="{home}"/>\n{made}</feed>'.encode()


def news_sitemap(name: str, entries: Sequence[Entry]) -> bytes:
    made = "".join(
        f"<url><loc>{escape(one.url)}</loc><news:news><news:publication><news:name>{name}</news:name>"
        f"<news:language>id</news:language></news:publication><news:publication_date>{one.published.isoformat()}"
        f"</news:publication_date><news:title>{escape(one.headline)}</news:title><news:keywords>"
        + (f"{AWARD}, pekerja rentan" if one.told else "daerah, warga")
        + "</news:keywords></news:news></url>\n"
        for one in entries
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NEWS}>\n{made}</urlset>'.encode()


def plain_sitemap(entries: Sequence[Entry]) -> bytes:
    made = "".join(
        f"<url><loc>{escape(one.url)}</loc><lastmod>{one.published.isoformat()}</lastmod></url>\n" for one in entries
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NEWS}>\n{made}</urlset>'.encode()


def sitemap_index(urls: Sequence[str]) -> bytes:
    made = "".join(f"<sitemap><loc>{escape(url)}</loc></sitemap>\n" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {_NEWS}>\n{made}</sitemapindex>'.encode()


def posts(entries: Sequence[Entry]) -> bytes:
    made = [
        {"link": one.url, "date_gmt": one.published.isoformat()[:19], "title": {"rendered": escape(one.headline)}}
        for one in entries
    ]
    return json.dumps(made).encode()


def index_page(title: str, entries: Sequence[Entry], popular: Sequence[Entry], following: str | None) -> bytes:
    """A page of links with a menu, a box of what is popular, and its next page."""
    listed = "".join(
        f'<li class="ptb15"><h3 class="list__title"><a href="{escape(one.url)}">{escape(one.headline)}</a></h3>'
        f"<time>{one.published:%d/%m/%Y %H:%M} WIB</time></li>\n"
        for one in entries
    )
    beside = "".join(f'<li><a href="{escape(one.url)}">{escape(one.headline)}</a></li>' for one in popular)
    more = f'<a rel="next" class="paging__next" href="{escape(following)}">Selanjutnya</a>' if following else ""
    return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>
<nav class="menu"><a href="/">Beranda</a> <a href="/daerah">Daerah</a> <a href="/tentang-kami">Tentang Kami</a></nav>
<main><h1>{escape(title)}</h1><ul class="lsi">{listed}</ul>{more}</main>
<aside class="sidebar"><h4>Terpopuler</h4><ol class="most-read">{beside}</ol></aside>
<footer><a href="/pedoman-media-siber">Pedoman Media Siber</a></footer></body></html>""".encode()
