"""The layouts of outlets and page systems on pages built as theirs are: the story, and what in it is none."""

import pytest
from lxml import html

from extractor.clean.reading.layouts import dropped
from extractor.outlets import Layout, outlets

STORY = "<p>Kota Samar menjamin 1.200 nelayan.</p>"
LINK = "<a href='/x'>Kota Rona Juara 1</a>"


def layouts(of: str) -> tuple[Layout, ...]:
    if "." in of:
        outlet = outlets().of(of)
        assert outlet is not None
        return outlet.layouts
    return outlets().systems[of].layouts


@pytest.mark.parametrize(
    ("of", "page"),
    [
        ("tribun", "<div class='side-article txt-article multi-fontsize'>[story]<p class='baca'>[link]</p></div>"),
        ("detik", "<div class='detail__body-text itp_bodycontent'>[story]<table class='linksisip'><tr><td>[link]"
                  "</td></tr></table></div>"),
        ("kompas", "<div class='read__content'>[story]<div class='inject-baca-juga'>[link]</div>"
                   "<div class='kompasidRec-list'>[link]</div></div>"),
        ("antara", "<div class='wrap__article-detail-content post-content'>[story]<span class='baca-juga'>[link]"
                   "</span><p class='text-muted mt-2'>Pewarta: [link]</p></div>"),
        ("antara", "<div class='post-content clearfix'>[story]<p class='text-muted'>[link]</p></div>"),
        ("republika", "<div class='article-content'><article>[story]<div class='picked-article'>[link]</div>"
                      "</article></div>"),
        ("promedia", "<article class='read__content clearfix'>[story]<div class='read__paging'>[link]</div></article>"),
        ("sindonews", "<div class='detail-desc' id='detail-desc'>[story]<div class='baca-inline'>[link]</div></div>"),
        ("wordpress", "<div class='td-post-content tagdiv-type'>[story]<div class='td_block_related_posts'>[link]"
                      "</div></div>"),
        ("wordpress", "<div class='jeg_main_content'><div class='entry-content'><div class='content-inner'>[story]"
                      "<div class='jnews_inline_related_post'>[link]</div></div></div></div>"),
        ("wordpress", "<div class='entry-content entry-content-single clearfix'>[story]"
                      "<div class='gmr-related-post-onpage'>[link]</div></div>"),
        ("wordpress", "<article class='inside-article'><div class='entry-content'>[story]<div class='yarpp'>[link]"
                      "</div></div><footer>[link]</footer></article>"),
        ("blogger", "<div class='post-body entry-content'>[story]<div class='related-posts'>[link]</div></div>"),
        ("joomla", "<div class='item-page'><div itemprop='articleBody'>[story]<ul class='pager'><li>[link]</li>"
                   "</ul></div></div>"),
        ("amp", "<div class='amp-wp-article-content'>[story]<amp-embed>[link]</amp-embed></div>"),
        ("jpnn.com", "<div class='' itemprop='articleBody'>[story]<div class='baca-juga'>[link]</div></div>"),
        ("mediaindonesia.com", "<section class='detail'><div class='post-header'></div><div class='article'>"
                               "<figure class='main-img'>[link]</figure>[story]<div class='ext-channel'>[link]"
                               "</div><div class='info-author'>[link]</div></div></section>"),
        ("liputan6.com", "<div class='article-content-body'>"
                         "<div class='article-content-body__item-page' data-page='1'>[story]"
                         "<div class='baca-juga-collections'>[link]</div></div></div>"),
        ("suara.com", "<article class='article-content'>[story]<div class='article-read'>[link]</div></article>"),
        ("tirto.id", "<div class='content-text-editor'>[story]<div class='baca-holder'>[link]</div></div>"),
        ("okezone", "<div class='c-detail read'>[story]<div class='inject-2'>[link]</div></div>"),
        ("pikiran-rakyat.com", "<div class='read__article'>[story]</div>"),
        ("nusabali.com", "<div class='entry-box' itemprop='articleBody'><p>Ringkasan.</p><div class='entry-content'>"
                         "[story]<div class='baca-juga'>[link]</div></div><p>Simak [link]</p></div>"),
        ("metrotvnews.com", "<div class='news-text'>[story]<table><tr><td>Baca juga: [link]</td></tr></table></div>"),
        ("kontan.co.id", "<div class='tmpt-desk-kon' itemprop='articleBody'>[story]"
                         "<p><a class='track-lanjut' href='/x'>Kota Rona Juara 1</a></p></div>"),
        ("cnbcindonesia.com", "<div class='detail-text'>[story]<table class='link_sisip'><tr><td>[link]</td></tr>"
                              "</table></div>"),
        ("bisnis.com", "<article class='detailsContent force-17'>[story]<div class='baca-juga-box2'>[link]</div>"
                       "</article>"),
        ("rmol.id", "<div id='fontResizableText'>[story]<div class='border_black'>[link]</div></div>"),
        ("katadata.co.id", "<div class='detail-main'><div class='ai-summary-box'>[link]</div>[story]"
                           "<div class='widget-baca-juga'>[link]</div></div>"),
    ],
)  # fmt: skip
def test_a_layout_finds_the_story_and_what_in_it_is_none(of: str, page: str) -> None:
    page = f"<body><aside>[link]</aside>{page}<div>[link]</div></body>"
    tree = html.document_fromstring(page.replace("[story]", STORY).replace("[link]", LINK))
    found = [(layout, tree.cssselect(selector)) for layout in layouts(of) for selector in layout.story]
    layout, story = next((layout, elements[0]) for layout, elements in found if elements)
    for element in dropped([story], layout.drop):
        element.drop_tree()
    told = " ".join(story.text_content().split())
    assert told == "Kota Samar menjamin 1.200 nelayan."


def test_the_metadata_of_a_verified_layout() -> None:
    page = """<h1 class="judul">Nelayan Terlindungi</h1><span class="date-publish">Kamis, 9 September 2021</span>
        <p class="waktu">Redaktur : Rani</p><p class="waktu text-center">Silakan baca</p>
        <div class="tags"><a class="text-tags" rel="tag">TAGS</a><a rel="tag">Nelayan</a></div>"""
    tree, layout = html.document_fromstring(page), layouts("jpnn.com")[0]
    parts = (layout.title, layout.published, layout.author, layout.tags)
    told = [[element.text_content() for selector in part for element in tree.cssselect(selector)] for part in parts]
    assert told == [["Nelayan Terlindungi"], ["Kamis, 9 September 2021"], ["Redaktur : Rani"], ["Nelayan"]]
