"""The pages of one story become one article: in order, each paragraph once, and it says what is missing."""

from typing import Any

import pytest

from extractor.article import Article, Pages, Removed, Told
from extractor.clean.several import join

LEAD = "AMBON - Kota Ambon meraih Adipura untuk kedua kalinya setelah enam tahun menanti, kata wali kota, Senin."
SECOND = "Penghargaan itu diserahkan di Jakarta oleh menteri kepada sembilan puluh tujuh kota dan kabupaten."
THIRD = "Kepala dinas menambahkan bahwa bank sampah di lima puluh negeri telah mengurangi sampah sampai sepertiganya."
LAST = "Tahun depan kota itu hendak merawat pasar Mardika dan pantai Losari agar nilainya tidak turun lagi, ujarnya."


def page(number: int, of: int, *paragraphs: str, **said: Any) -> Article:
    others = tuple(at for at in range(1, of + 1) if at != number)
    return Article("\n\n".join(paragraphs), f"{number}.html", pages=Pages(1, of, others))._replace(**said)


def test_pages_are_joined_by_their_numbers() -> None:
    joined = join([page(3, 3, THIRD), page(1, 3, LEAD), page(2, 3, SECOND)])
    assert joined.text == "\n\n".join([LEAD, SECOND, THIRD])
    assert joined.pages == Pages(3, 3)


def test_a_missing_page_is_said() -> None:
    joined = join([page(1, 3, LEAD), page(3, 3, THIRD)])
    assert (joined.text, joined.pages) == (f"{LEAD}\n\n{THIRD}", Pages(2, 3, (2,)))


def test_pages_without_numbers_keep_the_order_in_which_they_are_given() -> None:
    assert join([Article(LEAD), Article(SECOND)]).text == f"{LEAD}\n\n{SECOND}"


def test_a_page_without_a_number_is_the_first_where_that_is_missing() -> None:
    joined = join([page(2, 2, SECOND), Article(LEAD)])
    assert (joined.text, joined.pages) == (f"{LEAD}\n\n{SECOND}", Pages(2, 2))


def test_the_number_may_stand_in_the_address_alone() -> None:
    address = "https://lontar.example/berita/ambon-raih-adipura"
    joined = join([Article(SECOND, url=address + "?page=2"), Article(LEAD, url=address)])
    assert (joined.text, joined.pages, joined.url) == (f"{LEAD}\n\n{SECOND}", Pages(2, 2), address)


@pytest.mark.parametrize("repeated", [(LEAD,), (SECOND,), ("Ambon Raih Adipura", LEAD), ("Ambon Raih Adipura", SECOND)])
def test_what_a_page_repeats_stands_once(repeated: tuple[str, ...]) -> None:
    joined = join([page(1, 2, LEAD, SECOND), page(2, 2, *repeated, THIRD, title="Ambon Raih Adipura")])
    assert joined.text == "\n\n".join([LEAD, SECOND, THIRD])
    assert [(piece.text, piece.reason) for piece in joined.removed] == [(each, "repeated") for each in repeated]


def test_short_lines_of_two_tables_stay() -> None:
    joined = join([page(1, 2, LEAD, "Juara 1: Kota Ambon"), page(2, 2, SECOND, "Juara 1: Kota Ambon")])
    assert joined.text.count("Juara 1: Kota Ambon") == 2


@pytest.mark.parametrize("pages", [Pages(2, 2), None])
def test_all_pages_at_once_beside_the_first_are_one_article(pages: Pages | None) -> None:
    everything = Article("\n\n".join([LEAD, SECOND, THIRD, LAST]), pages=pages)
    joined = join([page(1, 2, LEAD, SECOND), everything])
    assert (joined.text, joined.pages) == (everything.text, Pages(2, 2))


@pytest.mark.parametrize(
    "said",
    [
        {"url": "https://lontar.example/berita/ambon-raih-adipura?page=all"},
        {"told": (Told("title", "Ambon Raih Adipura Halaman all - Lontar", "title tag"),)},
        {"told": (Told("url", "https://lontar.example/berita/ambon-raih-adipura?single=1", "canonical"),)},
    ],
)
def test_all_pages_at_once_tell_it_in_address_or_title(said: dict[str, Any]) -> None:
    everything = Article(f"{LEAD}\n\n{SECOND}\n\nDemikian.")._replace(**said)
    assert join([page(1, 2, LEAD, SECOND), everything]).pages == Pages(2, 2)


def test_amp_beside_the_first_of_two_pages_leaves_the_second_missing() -> None:
    joined = join([page(1, 2, LEAD, SECOND), Article(f"{LEAD}\n{SECOND}")])
    assert joined.pages == Pages(1, 2, (2,))


def test_the_same_story_twice_is_one_article_with_the_fuller_text() -> None:
    fuller = Article(f"{LEAD}\n\n{SECOND}\n\n{THIRD}", "desktop.html")
    joined = join([Article(f"{LEAD}\n\n{SECOND}", "amp.html"), fuller])
    assert (joined.text, joined.source, joined.pages) == ("\n\n".join([LEAD, SECOND, THIRD]), "amp.html", None)


def test_what_was_removed_stands_where_it_stood() -> None:
    link = Removed(len(LEAD), "Baca juga: Kota Tual", "link")
    credit = Removed(len(f"{LEAD}\n\n{SECOND}"), "Editor: Ance", "credit")
    joined = join([page(1, 2, LEAD, removed=(link,)), page(2, 2, LEAD, SECOND, removed=(credit,))])
    assert [(piece.text, joined.text[: piece.at]) for piece in joined.removed] == [
        ("Baca juga: Kota Tual", LEAD),
        (LEAD, f"{LEAD}\n\n"),
        ("Editor: Ance", f"{LEAD}\n\n{SECOND}"),
    ]


def test_a_page_that_only_repeats_adds_nothing() -> None:
    joined = join([page(1, 2, LEAD, SECOND), page(2, 2, LEAD)])
    assert (joined.text, joined.pages) == (f"{LEAD}\n\n{SECOND}", Pages(2, 2))


def test_spans_are_those_of_the_first_page() -> None:
    joined = join([page(2, 2, SECOND, dateline_span=(0, 3)), page(1, 2, LEAD, dateline="Ambon", dateline_span=(0, 8))])
    assert (joined.dateline, joined.text[slice(*(joined.dateline_span or (0, 0)))]) == ("Ambon", "AMBON - ")


def test_what_the_pages_say_of_themselves_is_put_together() -> None:
    told = (Told("title", "Ambon", "h1"),)
    one = page(1, 2, LEAD, title="Ambon", tags=("adipura",), told=told)
    two = page(2, 2, SECOND, title="Ambon", author="Ance", tags=("adipura", "kota"), told=told)
    joined = join([one, two])
    assert (joined.title, joined.author, joined.tags) == ("Ambon", "Ance", ("adipura", "kota"))
    assert (joined.told, joined.conflicts) == (told, ())


def test_pages_of_two_days_are_a_conflict() -> None:
    joined = join([page(1, 2, LEAD, published="2025-06-03"), page(2, 2, SECOND, published="2025-06-04T08:00:00+09:00")])
    assert (joined.published, joined.conflicts) == ("2025-06-03", ("published",))


def test_one_page_stays_as_it_is() -> None:
    alone = page(1, 3, LEAD)
    assert join([alone]) is alone


def test_no_page_is_no_article() -> None:
    with pytest.raises(ValueError, match="no article"):
        join([])
