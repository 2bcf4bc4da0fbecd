"""Cards: teasers of other stories side by side go, a story's own sections stay."""

import pytest

from extractor.clean.reading.rendering import render
from extractor.clean.tree import parse

STORY = "<p>" + "Pemerintah kota mendaftarkan nelayan dan penjual ikan di lima kecamatan sejak Januari. " * 8 + "</p>"
LONG = "Isi yang panjang tentang satu desa yang menang karena sungainya bersih dan sampahnya dipilah warga. " * 4


def kept(body: str) -> str:
    return render([parse(f"<body>{body}").find("body")]).draft.kept


HEADING = "<h3><a href=#>Harga Ikan Naik di Kota {}</a></h3>"


def cards(count: int, *, heading: str = HEADING, text: str = "Isi {}.") -> str:
    return "".join(f"<div class='k a{n}'>{heading}<p>{text}</p></div>".format(n, n) for n in range(count))


@pytest.mark.parametrize("count", [3, 12])
def test_cards_beside_a_story_go(count: int) -> None:
    assert "Isi 1." not in kept(STORY + cards(count))


def test_cards_in_a_list_go() -> None:
    items = "".join(f"<li><a href=#>Harga Ikan Naik di Kota {n}</a> <p>Isi {n}.</p></li>" for n in range(4))
    headed = items.replace("<a ", "<h4><a ").replace("</a>", "</a></h4>").replace("<li>", "<li class=x>")
    assert "Harga" not in kept(f"{STORY}<ul>{cards(3)}</ul>")
    assert "Pemerintah" in kept(f"{STORY}<ul>{headed}</ul>")


@pytest.mark.parametrize(
    "sections",
    [
        cards(2),
        cards(4, text=LONG),
        cards(4, heading="<h3>Juara {}: Desa Suka Maju</h3>"),
        cards(4, heading="<h3><a href=#>Juara {}</a></h3>"),
        cards(4, heading="<p>Juara {}: <a href=#>Desa Suka Maju Sejahtera Raya</a> dari Maluku</p>"),
    ],
)
def test_sections_of_the_story_stay(sections: str) -> None:
    assert kept(STORY + sections).count("Isi") >= 2


def test_a_page_of_nothing_but_cards_stays_as_it_is() -> None:
    assert kept(cards(12)).count("Isi") == 12
