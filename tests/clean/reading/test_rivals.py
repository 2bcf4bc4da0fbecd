"""An element is alone where nothing else on the page is as long."""

import pytest

from extractor.clean.reading.candidates import rendered
from extractor.clean.reading.rivals import is_alone
from extractor.clean.tree import parse

LINE = "Pemerintah kota mendaftarkan nelayan dan penjual ikan di lima kecamatan sejak Januari sampai akhir tahun ini. "
STORY = f"<div id=s>{f'<p>{LINE}</p>' * 5}</div>"


def alone(page: str) -> bool:
    tree = parse(f"<body>{page}")
    return is_alone(tree, rendered("layout", [tree.get_element_by_id("s")]))


@pytest.mark.parametrize(
    "beside", ["", f"<footer><p>{LINE}</p></footer>", f"<script>{LINE * 9}</script>", "<p>Pendek.</p>" * 90]
)
def test_a_story_without_a_rival_is_alone(beside: str) -> None:
    assert alone(STORY + beside)


@pytest.mark.parametrize(
    "page",
    [
        f"{STORY}<div>{f'<p>{LINE}</p>' * 4}</div>",
        f"{STORY}<div>{'<br>'.join([LINE] * 4)}</div>",
        f"<div>{STORY}{''.join(f'<section><p>{LINE}</p></section>' * 9)}</div>",
        f"<div id=s><p>{LINE}</p></div>",
        f"<div id=s>{f'<p>{LINE}</p>' * 3}<div>{f'<p>{LINE}</p>' * 3}</div></div>",
    ],
)
def test_a_story_with_a_rival_or_in_two_parts_is_not(page: str) -> None:
    assert not alone(page)
