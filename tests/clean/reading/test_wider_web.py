"""Pages of the wider web, in other languages than Indonesian and in other manners than its press."""

import json

import pytest

from extractor.article import Article, Page
from extractor.clean import clean

FERRY = (
    "The ferry ran aground on a sandbank at the mouth of the Teal on Wednesday morning with 64 people on board. "
    "Nobody was hurt, and all of them were taken off by two fishing boats within an hour.",
    "The captain told the harbour office that the buoy which marks the channel was not where the chart has it. "
    "The office said that it had moved in a gale, and that a notice was sent to all ships.",
    "A tug is to pull the ferry free at high water on Thursday. Until then the company carries its passengers by bus "
    "over the old bridge at Overy, which takes them fifty minutes longer.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in FERRY)
CLOCK = (
    "青叶镇旧小学的大钟二十三日重新走动,这是它二十年来第一次报时。大钟由一九五八年的毕业生捐赠,学校关闭后一直停在三点四十分。"
    "修好它的是七十四岁的钟表匠,他也是这所学校的毕业生。许多零件都是他亲手制作的。"
)


def read(body: str, head: str = "<title>Ferry Aground at Teal - The Post</title>") -> Article:
    html = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return clean(Page("page.html", html.encode(), media_type="text/html"), languages=None)


def test_a_story_in_a_script_without_spaces_is_long_enough() -> None:
    assert read(f"<div class=article><p>{CLOCK}</p></div>", "<title>旧小学大钟重新走动</title>").text == CLOCK


def test_a_heading_with_two_small_words_of_the_title_is_a_heading_of_the_story() -> None:
    story = f"<article><h1>I Deleted My List. Here Is What Happened</h1>{BODY}<h1>What I do now</h1>{BODY}</article>"
    text = read(story, "<title>I Deleted My List. Here Is What Happened</title>").text
    assert "\n\nWhat I do now\n\n" in text
    assert "Happened" not in text


def test_a_story_of_which_the_page_shows_nothing_but_teasers_is_read_in_its_articlebody() -> None:
    teasers = "".join(
        f"<div><h3><a href=/{n}>Bakery number {n} to close in the spring</a></h3><p>The family firm in street {n} "
        f"blames the price of flour, and says that no more than {n} jobs are at risk before May.</p></div>"
        for n in range(3)
    )
    data = json.dumps({"@type": "NewsArticle", "articleBody": "\n\n".join(FERRY)})
    article = read(f"<script type='application/ld+json'>{data}</script><div>{teasers}</div>")
    assert article.text == "\n\n".join(FERRY)


def test_the_first_block_of_a_story_may_have_another_class_than_the_others() -> None:
    blocks = "".join(
        f"<div data-area=text><div class='{name}'><p>{one}</p></div></div>{between}"
        for name, one, between in zip(
            ("rich rich--icons", "rich", "rich"),
            FERRY,
            ("<section><h3>Mehr zum Thema</h3></section>", "", ""),
            strict=True,
        )
    )
    assert read(f"<main><article><section>{blocks}</section></article></main>").text == "\n\n".join(FERRY)


def test_one_card_in_a_story_is_no_part_of_it() -> None:
    card = (
        "<div class=promo><a href=/b><img src=b.jpg></a><h3><a href=/b>Bakery closes nine of its branches</a></h3>"
        "<p>The family firm blames the price of flour.</p></div>"
    )
    assert read(f"<main>{BODY}{card}{BODY}</main>").text == "\n\n".join(FERRY * 2)


def test_a_quotation_in_a_figure_is_no_caption() -> None:
    quoted = "<figure><blockquote><p>Thirty minutes are the only room of my house with a key.</p></blockquote></figure>"
    assert "the only room" in read(f"<div class=entry-content>{BODY}{quoted}{BODY}</div>").text


REMARKS = "".join(
    f"<div><b>pip {n}</b><div>I lived there for {n} years, and nothing has changed since.</div></div>" for n in range(9)
)


@pytest.mark.parametrize(
    "head", ["<h3>9 comentarios:</h3>", "<h4>Reader Interactions</h4>", "<h2>3 thoughts on “Ferry”</h2>"]
)
@pytest.mark.parametrize("story", [f"<div>{'<br><br>'.join(FERRY)}</div>", BODY, f"<div><p>{FERRY[0]}</p></div>"])
def test_comments_without_a_class_are_known_by_their_heading(head: str, story: str) -> None:
    text = read(f"<div><h1>Ferry Aground at Teal</h1>{story}<div>{head}{REMARKS}</div></div>").text
    assert "ferry" in text
    assert "nothing has changed" not in text


@pytest.mark.parametrize("head", ["Comments", "Discussion", "Replies", "Kommentar"])
def test_a_part_of_a_story_may_be_about_comments(head: str) -> None:
    part = f"<section><h2>{head}</h2><p>{FERRY[1]}</p><p>{FERRY[2]}</p></section>"
    assert FERRY[1] in read(f"<main><section><h2>Files</h2><p>{FERRY[0]}</p></section>{part}</main>").text


@pytest.mark.parametrize(
    "part",
    [
        "<h2>{}</h2><figure><img src=a.jpg><figcaption>Photo: J. Sand</figcaption></figure><p>{}</p>",
        "<details><summary>{}</summary><div><p>{}</p></div></details>",
        "<section><h3>{}</h3><div><p>{}</p></div></section>",
    ],
)
def test_a_heading_stays_above_the_part_that_it_opens(part: str) -> None:
    heads = ("1. Overy", "2. Port Ellery", "Who may come?")
    parts = "".join(part.format(head, paragraph) for head, paragraph in zip(heads, FERRY, strict=True))
    text = read(f"<main><p>{FERRY[0]}</p>{parts}</main>").text
    assert [line for line in text.split("\n\n") if line in heads] == list(heads)


@pytest.mark.parametrize(
    "below",
    [
        "<h2>Related Topics</h2><ul><li><a href=/t>Boats on the river Teal</a></li></ul>",
        "<h3>Sur le même sujet</h3>",
        "<p><b>À lire aussi :</b> <a href=/x>Le bac de la Teal de nouveau à quai</a></p>",
        "<p>Lesen Sie auch: <a href=/x>Fähre wieder frei</a></p>",
        "<p>Il vous reste 62.41% de cet article à lire. La suite est réservée aux abonnés.</p>",
        "<p>Follow The Post on Facebook and Twitter.</p>",
        "<p>© RIPRODUZIONE RISERVATA</p>",
        "<p>Was this page helpful?</p>",
        "<p>Rückfragen bitte an:</p><p>Hafenamt<br>Pressestelle<br>Telefon: 0555 174-1111</p>",
    ],
)
def test_what_stands_below_a_story_in_any_language_is_none_of_it(below: str) -> None:
    assert read(f"<div class=body>{BODY}{below}</div>").text == "\n\n".join(FERRY)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the river on foot, and you come to the place where the ferry lay.",
        "Join the crew: on Facebook alone 400 people said that they would come to pull.",
        "Update: the company has apologised on Twitter.",
        "Il vous plaît, ce bac ? Nous aussi, et depuis longtemps.",
        "Leggi: cosa cambia per i traghetti sul fiume.",
    ],
)
def test_a_line_of_a_story_that_begins_like_furniture_stays(line: str) -> None:
    assert line in read(f"<div class=body>{BODY}<p>{line}</p>{BODY}</div>").text


def test_an_encyclopedias_apparatus_is_no_story() -> None:
    page = (
        "<div class=mw-parser-output><div class=hatnote>This article is about the ferry. For the town, see Teal.</div>"
        f"<p>{FERRY[0]}<sup id=cite_ref-1 class=reference><a href=#1>[1]</a></sup></p><h2><span>Salvage</span>"
        f"<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2><p>{FERRY[1]}</p><p>{FERRY[2]}</p>"
        "<h2><span>References</span></h2><ol class=references><li>Harding, P. Boats of the Teal. p. 44.</li></ol></div>"
    )
    assert read(page).text == "\n\n".join([FERRY[0], "Salvage", *FERRY[1:]])
