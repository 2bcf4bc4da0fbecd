"""The day of publication on pages that print it in other languages, in two readings, or beside other days."""

import pytest

from extractor.article import Page
from extractor.clean.metadata import Metadata, metadata
from extractor.clean.tree import parse

TITLE = "Old swimming baths stay open"
STORY = (
    "<p>The council voted to keep the old swimming baths open for another winter, after a petition that was signed by "
    "more than four thousand residents was handed to the mayor on the steps of the town hall last week.</p>"
    "<p>Campaigners, many of them wearing goggles, cheered from the public gallery when the vote was read out.</p>"
)
OTHERS = (
    "<div class=sidebar><p><a href=/1>Bus lanes to be repainted</a> Nov 2, 2011</p>"
    "<p><a href=/2>Market day moved</a> Oct 31, 2011</p></div>"
)


def said(below: str, *, lang: str = "de", before: str = "", behind: str = "", fetched: str | None = None) -> Metadata:
    page = (
        f'<html lang="{lang}"><head><title>{TITLE}</title></head><body>{before}<div><h1>{TITLE}</h1>'
        f"{below}{STORY}</div>{behind}</body></html>"
    )
    return metadata(parse(page), Page("page.html", b"", fetched=fetched))


@pytest.mark.parametrize(
    ("lang", "byline"),
    [
        ("de", "Aktualisiert am: 02.11.2014 08:10 Veröffentlicht am: 28.10.2014 17:30"),
        ("de", "Veröffentlicht: 28. Oktober 2014, zuletzt geändert am Sonntag, den 2. November 2014"),
        ("fr", "Par Odile Marchais - Publié le 28 octobre 2014 à 18h05 | Mis à jour le 2 novembre 2014 à 09h12"),
        ("fr", "Mis à jour le 02/11/2014 à 10:37 Publié le 28/10/2014 à 17:08"),
        ("es", "Publicado: 28/10/2014 20:14 · Actualizado: 02/11/2014 09:00"),
        ("it", "28 ottobre 2014 (modifica il 2 novembre 2014)"),
        ("pl", "28 października 2014, ostatnia aktualizacja: 2 listopada 2014"),
        ("tr", "Giriş Tarihi: 28.10.2014 09:48 Güncelleme Tarihi: 02.11.2014 11:02"),
        ("ru", "28 октября 2014, 15:22, обновлено 2 ноября 2014"),
        ("nl", "Geplaatst op dinsdag 28 oktober 2014, 12:15 | Laatst gewijzigd: 2 november 2014"),
        ("sv", "Publicerad 28 oktober 2014 kl 06.00</div><div>Uppdaterad 2 november 2014 kl 09.12"),
        ("zh", "发布时间:2014年10月28日 来源:河边日报</div><div>更新时间:2014年11月2日"),
        ("en", "Joined: 2 November 2009</div><div>Tue 28 Oct 2014, 21:40"),
        ("de", "Aktuelle Zeit: So 2. November 2014, 10:12</div><div>von wasserratte » 28. Oktober 2014"),
        ("de", "28.10.14"),
        ("en", "Recorded: 26 October 2014</div><div>Published: 28 October 2014"),
        ("en", "UPDATED: 15:20 GMT, 2 November 2014</div><div>PUBLISHED: 08:10 GMT, 28 October 2014"),
        ("en", "Last updated at 3:20 PM on 2nd November 2014</div><div>First published 28 October 2014"),
        ("de", "Termin: 2. November 2014, 14:00 Uhr</div><div>Eingestellt am 28. Oktober 2014"),
        ("en", "Tess Garland, in Millgate since 4 January 2009</div><div>Published: 28 October 2014"),
    ],
)
def test_the_day_of_publication_is_not_that_of_a_change_nor_of_the_visit(lang: str, byline: str) -> None:
    assert (said(f"<div>{byline}</div>", lang=lang).published or "")[:10] == "2014-10-28"


def test_a_day_below_the_heading_is_believed_before_what_is_guessed() -> None:
    found = said("<div>Staff report | Oct. 19, 2011</div>", lang="en", before=OTHERS)
    assert found.published == "2011-10-19"


@pytest.mark.parametrize("span", ["14 Oktober 2019 - 20 November 2019", "14 Oktober 2019 s/d 20 November 2019"])
def test_from_when_to_when_something_lasts_is_no_day_of_publication(span: str) -> None:
    assert said(f"<div>{span}</div>", lang="id").published is None


def test_where_only_a_change_is_told_its_day_is_taken_and_flagged() -> None:
    found = said("<div>Aktualisiert am: 02.11.2014</div>")
    assert (found.published, found.conflicts) == ("2014-11-02", ("published",))


@pytest.mark.parametrize(
    ("lang", "beside", "published", "conflicts"),
    [
        ("en-US", "", "2012-03-05", ()),
        ("en-GB", "28/02/2012", "2012-05-03", ()),
        ("en", "02/28/2012", "2012-03-05", ()),
        ("en", "at 7:15 AM EDT", "2012-03-05", ()),
        ("en", "", "2012-05-03", ("published",)),
        ("de", "", "2012-05-03", ()),
    ],
)
def test_a_day_in_figures_is_read_as_the_page_writes_its_dates(
    lang: str, beside: str, published: str, conflicts: tuple[str, ...]
) -> None:
    found = said("<div>Published: 03/05/2012</div>", lang=lang, behind=f"<p>{beside}</p>")
    assert ((found.published or "")[:10], found.conflicts) == (published, conflicts)


def test_of_two_readings_that_is_believed_which_the_address_shares() -> None:
    link = '<link rel="canonical" href="https://baths.example/2012/03/05/stay-open">'
    found = said(f"{link}<div>Published: 03/05/2012</div>", lang="en")
    assert found.published == "2012-03-05"


def test_a_page_in_indonesian_that_calls_itself_american_is_read_in_both_ways() -> None:
    found = said("<div>Penulis: Ona Latupono | 03/05/2016 10:02 WIB</div>", lang="en-US")
    assert (found.published, found.conflicts) == ("2016-05-03T10:02:00+07:00", ("published",))


@pytest.mark.parametrize("fetched", [None, "2014-11-01T00:00:00Z"])
def test_no_day_lies_behind_the_one_on_which_the_page_was_fetched(fetched: str | None) -> None:
    meta = '<meta property="article:published_time" content="2015-10-28T10:00:00+01:00">'
    found = said("<div>28.10.2014</div>", before=meta, fetched=fetched)
    assert (found.published or "")[:10] == ("2014-10-28" if fetched else "2015-10-28")
    assert found.conflicts == ("published",)
    assert "2015-10-28T10:00:00+01:00" in [told.value for told in found.told if told.field == "published"]


@pytest.mark.parametrize(
    ("ending", "day"),
    [
        ("<p>Ditayangkan: Kamis, 9 September 2021 - 16.51 (ris/mel)</p>", "2021-09-09"),
        ("<p><b>Diterbitkan:</b> 9 September 2021</p>", "2021-09-09"),
        ("<p>Posted on Thursday, September 9th, 2021</p>", "2021-09-09"),
        ("<p>Pada 9 September 2021 pendaftaran dibuka.</p>", None),
        ("<p>Hari/Tanggal: Kamis, 9 September 2021</p>", None),
        ("<aside><p>Diterbitkan: 9 September 2021</p></aside>", None),
        ("<div class=related><p>Diterbitkan: 9 September 2021</p></div>", None),
        ("<p>Diterbitkan: 9 September 2021</p><p>Diterbitkan: 8 September 2021</p>", None),
    ],
)
def test_a_day_with_a_label_of_publication_is_the_storys_below_it_too(ending: str, day: str | None) -> None:
    found = said("", lang="id", behind=f"<div>{STORY}{ending}</div>")
    assert ((found.published or "")[:10] or None, found.conflicts) == (day, ())


@pytest.mark.parametrize(
    ("byline", "day"),
    [
        ("Oleh Teuku Razali | Rabu, 20 September 2023 M / 5 Rabiul Awal 1445 H", "2023-09-20"),
        ("Senin, 7 Januari 2013 | Oleh : Ona Latupono | Kategori : Kesejahteraan Sosial | Dibaca : 1204", "2013-01-07"),
        ("03/05/16 - oleh: admin", "2016-05-03"),
        ("versi 1.2.10", None),
    ],
)
def test_a_byline_may_hold_more_than_names(byline: str, day: str | None) -> None:
    assert said(f"<div>{byline}</div>", lang="id").published == day


def test_a_page_that_declares_nothing_is_indonesian_by_its_words() -> None:
    words = "<p>Pemerintah kota yang menyerahkan kartu itu kepada nelayan dan buruh dengan iuran dari daerah</p>"
    found = said("<div>03/05/2016 10:02</div>", lang="", behind=words)
    assert found.published == "2016-05-03T10:02:00+07:00"


@pytest.mark.parametrize(
    "source",
    [
        '<span class="js-date" data-timestamp="1414483200">1 year ago</span>',
        '<time data-datetime="2014-10-28T08:00:00Z">1 year ago</time>',
        '<script>window.__STATE__={"id":4,"publishedAt":"2014-10-28T08:00:00Z","title":"Baths"}</script>',
        '<script>self.push([1,"{\\"publishedAt\\":\\"2014-10-28T08:00:00Z\\"}"])</script>',
    ],
)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_day_that_stands_in_one_attribute_or_script_alone_is_the_storys(source: str, lang: str) -> None:
    found = said(source, lang=lang)
    assert ((found.published or "")[:10], found.conflicts) == ("2014-10-28", ())


def test_a_comments_attribute_is_none_of_the_storys() -> None:
    comment = '<div class="comments"><p data-timestamp="1414483200">Hugo</p></div>'
    assert said("", lang="id", behind=comment).published is None


def test_of_several_such_days_none_is_the_storys() -> None:
    days = "".join(f'<i data-timestamp="14{day}4483200"></i>' for day in (1, 2, 3))
    assert said(days, lang="id").published is None


def test_the_year_in_a_foot_is_a_guess_and_flagged() -> None:
    found = said("", behind="<div>© 2015 Baths Ltd. All rights reserved.</div>")
    assert (found.published, found.conflicts) == ("2015-01-01", ("published",))


def test_comments_have_days_of_their_own() -> None:
    short = "<p>Das Hallenbad bleibt.</p><ol class=commentlist><li>Hugo am 14. Februar 2008 um 09:10: Gut!</li></ol>"
    page = f"<html lang=de><title>{TITLE}</title><div><div>13. Februar 2008</div><h2>{TITLE}</h2>{short}</div></html>"
    found = metadata(parse(page), Page("page.html", b""))
    assert (found.published, found.conflicts) == ("2008-02-13", ())


def test_the_leaf_of_a_calendar_beside_the_heading_is_a_day() -> None:
    leaf = "<div class=cal><div>17</div><div>Aug</div><div>2011</div></div>"
    page = f"<html lang=de><title>{TITLE}</title><div>{leaf}<h2>{TITLE}</h2>{STORY}</div></html>"
    assert metadata(parse(page), Page("page.html", b"")).published == "2011-08-17"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("MILLGATE, Feb. 19, 2009 - The council", "2009-02-19"),
        ("OBERTAL, 19. Februar 2009 /PRNetz/ -- The council", "2009-02-19"),
        ("The old council of Millgate, Feb. 19, 2009 - the council", "2009-01-01"),
    ],
)
def test_a_dateline_from_abroad_tells_the_day_before_anything_is_guessed(opening: str, day: str) -> None:
    page = f"<html lang=en><title>{TITLE}</title><h1>{TITLE}</h1>{STORY.replace('The council', opening, 1)}</html>"
    assert metadata(parse(page), Page("page.html", b"")).published == day


def test_chinese_sentences_end_what_stands_below_the_heading() -> None:
    sentence = "市议会经过长时间讨论后决定,老室内游泳馆今年冬天继续开放,四千多名居民签名的请愿书交给了市长。"
    related = "<div>2012年12月6日 相关新闻</div>"
    assert "2012-12-06" not in str(said(f"<div>2012年12月10日</div><p>{sentence * 2}</p>{related}", lang="zh").told)
