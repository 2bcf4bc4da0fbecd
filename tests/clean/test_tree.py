"""The tree of a page: nothing is lost in silence, whatever the markup."""

import time

import pytest

from extractor.clean.tree import parse


def text_of(page: str) -> str:
    return " ".join(" ".join(str(text) for text in parse(page).itertext()).split())


@pytest.mark.parametrize("page", ["", " \n", "<!-- -->", "<html></html>", "<title>x</title>", "<p>a", "teks saja"])
def test_every_page_is_an_html_element_with_a_body(page: str) -> None:
    root = parse(page)
    assert (root.tag, root.find("body") is not None) == ("html", True)


@pytest.mark.parametrize("odd", [*map(chr, range(32)), *(f"&#{number};" for number in range(1, 32)), "&#x0C;"])
def test_every_text_of_a_tree_can_be_written_into_a_tree(odd: str) -> None:
    paragraph = next(parse(f"<p>Kota{odd}<b>Ambon</b>{odd}dan</p>").iter("p"))
    paragraph.text, paragraph[0].tail = str(paragraph.text), str(paragraph[0].tail)
    assert str(paragraph.text_content()).split() == ["Kota", "Ambon", "dan"]


@pytest.mark.parametrize("depth", [100, 253, 254, 300, 5_000, 50_000])
def test_what_stands_deep_is_kept(depth: int) -> None:
    assert text_of(f"<html><body>{'<div>' * depth}<p>Dalam</p>{'</div>' * depth}<p>Akhir</p>") == "Dalam Akhir"


def test_the_elements_of_a_deep_page_do_not_stand_deep() -> None:
    root = parse(f"<body>{'<b>' * 5_000}<p>Dalam</p>")
    assert max(sum(1 for _ in node.iterancestors()) for node in root.iter()) <= 230


@pytest.mark.parametrize("around", ["<div>", "<b>", "<ul><li>"])
@pytest.mark.parametrize("depth", [195, 300, 5_000])
def test_a_script_that_stands_deep_is_no_text(around: str, depth: int) -> None:
    root = parse(f"<body>{around * depth}<script>var a = 1;</script><style>p {{}}</style><p>Dalam</p>")
    silent = {str(text) for node in root.iter("script", "style") for text in node.itertext()}
    texts = [str(text) for text in root.itertext()]
    assert [text.strip() for text in texts if text.strip() and text not in silent] == ["Dalam"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><body><p>Satu</p></body></html><p>Dua</p>", "Satu Dua"),
        ("<html><body><p>Satu</p></BODY ><p>Dua</p></html><div>Tiga</div>", "Satu Dua Tiga"),
        ("<p>Satu</html><html><body><p>Dua", "Satu Dua"),
        ("<?xml version='1.0' encoding='utf-16'?><html><body><p>Café</p></body></html>", "Café"),
        ("<meta charset=iso-8859-1><p>Café “Ambon”</p>", "Café “Ambon”"),
        ("<p>Satu\0Dua\x0bTiga\x1f</p>", "Satu Dua Tiga"),
        ("<p>Satu&#1;Dua&#x1f;Tiga &#13;&#123;</p>", "Satu Dua Tiga {"),
        ("<p>Satu\ud800Dua</p>", "Satu\ufffdDua"),
        ("<p>Satu<!-- komentar -->Dua<?php echo 1 ?></p>", "SatuDua"),
    ],
)
def test_what_parsers_drop_or_refuse_is_read(page: str, expected: str) -> None:
    assert text_of(page) == expected


def test_an_entity_bomb_is_no_entity() -> None:
    bomb = "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};&a{n - 1};'>" for n in range(1, 30))
    assert len(text_of(f"<!DOCTYPE html [{bomb}]><p>&a29; Satu</p>")) < 100


def test_a_text_of_many_millions_of_letters_is_kept() -> None:
    assert len(text_of(f"<p>{'kata ' * 4_000_000}</p><p>akhir</p>")) == 20_000_005


@pytest.mark.parametrize("attribute", ["a{}=1", "a{}='1'", "a{}"])
def test_a_million_attributes_take_no_more_than_seconds(attribute: str) -> None:
    attributes = " ".join(attribute.format(number) for number in range(1_000_000))
    started = time.process_time()
    assert text_of(f"<div {attributes}><p>Satu</p></div>") == "Satu"
    assert time.process_time() - started < 5


def test_a_long_image_in_an_attribute_stays() -> None:
    image = "data:image/png;base64," + "A" * 60_000
    assert parse(f'<p><img src="{image}" alt="x"></p>').find(".//img").attrib == {"src": image, "alt": "x"}
