"""The pages of stories, in the manner of five page systems: classes and order of parts are the real ones."""

import json
from collections.abc import Sequence
from html import escape

from tests.sources.web.stories import Story

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()


def _day(story: Story) -> str:
    at = story.published
    return f"{_DAYS[at.weekday()]}, {at.day} {_MONTHS[at.month - 1]} {at.year} {at:%H:%M} WIB"


def _document(outlet: str, url: str, story: Story, head: str, body: str) -> bytes:
    """A page with what all systems print in its head."""
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": story.published.isoformat(),
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": outlet},
    }
    return f"""<!DOCTYPE html>
<html lang="id-ID"><head><meta charset="UTF-8"><title>{escape(story.headline)} - {outlet}</title>
<link rel="canonical" href="{escape(url)}"><meta property="og:type" content="article">
<meta property="og:title" content="{escape(story.headline)}"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{story.published.isoformat()}">
<script type="application/ld+json">{json.dumps(told)}</script>{head}</head><body>
<nav class="menu-utama"><a href="/">Beranda</a> <a href="/daerah">Daerah</a></nav>
{body}
<footer class="copyright">Hak cipta {outlet}</footer></body></html>""".encode()


def _in(tag: str, paragraphs: Sequence[str]) -> str:
    return "".join(f"<{tag}>{escape(text, quote=False)}</{tag}>\n" for text in paragraphs)


def wordpress(outlet: str, url: str, story: Story) -> bytes:
    body = f"""<article class="post type-post hentry"><header class="td-post-title">
<h1 class="entry-title">{escape(story.headline)}</h1>
<div class="td-post-author-name"><a href="#">{story.author}</a></div>
<time class="entry-date" datetime="{story.published.isoformat()}">{_day(story)}</time></header>
<div class="td-post-content tagdiv-type">{_in("p", story.paragraphs)}</div>
<div class="td_block_related_posts"><h3><a href="/2023/01/arsip-lama-yang-tidak-dicari/">Arsip Lama</a></h3></div>
</article>"""
    return _document(outlet, url, story, '<link rel="stylesheet" href="/wp-content/themes/a/style.css">', body)


def tribun(outlet: str, url: str, story: Story, page: int | None) -> bytes:
    """Stories with an even number have two pages; `page` None is all of them at once."""
    half = len(story.paragraphs) // 2
    of = 2 if story.number % 2 == 0 else 1
    shown = story.paragraphs if page is None or of == 1 else story.paragraphs[(page - 1) * half :][: half * page]
    path = "/" + url.split("/", 3)[3]
    paging = f"""<div class="paging"><span class="grey">Halaman {page}/{of}</span> <a href="{path}?page=1">1</a>
<a href="{path}?page=2">2</a> <a href="{path}?page=all">Semua Halaman</a></div>"""
    body = f"""<div id="article"><h1 id="arttitle" class="f50">{escape(story.headline)}</h1>
<time class="grey">{_day(story)}</time><div class="credit">Penulis: <a id="penulis">{story.author}</a></div>
<div class="side-article txt-article multi-fontsize">{_in("p", shown)}
<p class="baca"><strong>Baca juga: <a href="/2020/01/01/arsip-lama-yang-tidak-dicari">Arsip Lama</a></strong></p>
{paging if of > 1 and page is not None else ""}</div></div>"""
    return _document(outlet, url, story, "", body)


def detik(outlet: str, url: str, story: Story) -> bytes:
    body = f"""<article class="detail"><h1 class="detail__title">{escape(story.headline)}</h1>
<div class="detail__author">{story.author} - <span class="detail__label">{outlet}</span></div>
<div class="detail__date">{_day(story)}</div><div class="detail__body itp_bodycontent_wrapper">
<div class="detail__body-text itp_bodycontent">{_in("p", story.paragraphs)}
<p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p></div>
<div class="detail__body-tag"><a href="/tag/daerah">daerah</a></div></div></article>"""
    return _document(outlet, url, story, f'<meta name="dtk:author" content="{story.author}">', body)


def promedia(outlet: str, url: str, story: Story) -> bytes:
    body = f"""<article class="read__right"><h1 class="read__title">{escape(story.headline)}</h1>
<div class="read__info"><div class="read__info__author">{story.author}</div>
<div class="read__info__date">- {_day(story)}</div></div>
<article class="read__content clearfix">{_in("p", story.paragraphs)}</article></article>"""
    return _document(outlet, url, story, "<script>var promediateknologi={};</script>", body)


def antara(outlet: str, url: str, story: Story) -> bytes:
    lines = "<br /><br />\n".join(escape(text, quote=False) for text in story.paragraphs)
    body = f"""<div class="wrap__article-detail"><h1>{escape(story.headline)}</h1>
<span class="article__date">{_day(story)}</span>
<div class="wrap__article-detail-content post-content">{lines}<br /><br />
<p class="text-muted small">Pewarta: {story.author}<br>Copyright &copy; {outlet}</p></div></div>"""
    return _document(outlet, url, story, "", body)
