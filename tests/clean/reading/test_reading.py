"""The choice among the readings of a page: by evidence, and an unverified layout never alone."""

import json
from dataclasses import replace

import pytest
from lxml import html

from extractor.clean.drafts import finish
from extractor.clean.metadata import Metadata
from extractor.clean.reading import Story, read_story
from extractor.clean.tree import parse
from extractor.outlets import Layout, Outlet, System, outlets

PARAGRAPHS = [
    "Pemerintah Kota Ambon menerima piagam perlindungan pekerja rentan di Jakarta, Selasa (3/6/2025), setelah dua "
    "tahun mendaftarkan nelayan dan penjual ikan di lima kecamatan.",
    "“Kami berterima kasih kepada para nelayan yang mau datang ke kantor lurah,” kata Wali Kota Ambon, Yermias "
    "Tupalessy, seusai acara itu di sebuah hotel di Jakarta Pusat.",
    "Sebanyak 3.120 nelayan sudah terdaftar sejak Januari, dan iuran mereka dibayar dari anggaran kota sampai akhir "
    "tahun, menurut catatan dinas tenaga kerja setempat.",
    "Tahun depan kota itu akan mendaftarkan juga para juru parkir dan pengemudi becak yang belum pernah terdaftar "
    "dalam program jaminan sosial mana pun.",
]
STORY = "\n\n".join(PARAGRAPHS)
MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
OTHER = "".join(f"<div class=card><h3><a href=#>Berita lain {n} dari kota</a></h3><p>Isi singkat {n} yang memancing "
                f"pembaca untuk membuka berita lain itu.</p></div>" for n in range(12))  # fmt: skip
TITLE = "Ambon Terima Piagam Pekerja"


def said(**values: object) -> Metadata:
    empty = {name: () if name in ("tags", "told", "conflicts") else None for name in Metadata._fields}
    return Metadata(**{**empty, "title": TITLE, "advertorial": False, **values})


def page(story: str = MARKED, *, container: str = "<div class=tulisan>", head: str = "", after: str = "") -> str:
    return (
        f"<html><head>{head}</head><body><nav><a href=/>Beranda</a></nav><h1>{TITLE}</h1>"
        f"{container}{story}</div></section>{after}<div class=grid>{OTHER}</div>"
        "<footer>Hak cipta</footer></body></html>"
    )


def outlet_of(*layouts: Layout) -> Outlet:
    known = outlets().of("kompas.com")
    assert known is not None
    return replace(known, layouts=layouts)


def text_of(story: Story) -> str:
    return finish(story.draft, tidy=True)[0]


def read(text: str, *layouts: Layout, **values: object) -> Story:
    return read_story(parse(text), outlet=outlet_of(*layouts) if layouts else None, said=said(**values))


@pytest.mark.parametrize(
    "container",
    ["<div class=tulisan>", "<div class=entry-content>", "<div itemprop=articleBody>", "<section id=story>"],
)
def test_the_story_of_an_unknown_outlet_is_found(container: str) -> None:
    story = read(page(container=container))
    assert (text_of(story), story.layout, story.trusted) == (STORY, None, False)
    assert story.reading.reasons


def test_a_verified_layout_is_believed() -> None:
    layout = Layout(story=("div.tulisan",), drop=(".sisipan",), verified="2025-06-01")
    story = read(page(f"{MARKED}<p class=sisipan>Simak terus kabar kami.</p>"), layout)
    assert (text_of(story), story.reading.by, story.layout, story.trusted) == (STORY, "layout", layout, True)
    assert story.reading.reasons == ("`div.tulisan` finds it", "verified 2025-06-01")


def test_what_a_layout_drops_is_on_record() -> None:
    layout = Layout(story=("div.tulisan",), drop=(".sisipan",), verified="2025-06-01")
    story = read(page(f"{MARKED}<p class=sisipan>Simak terus kabar kami.</p>"), layout)
    _, removed = finish(story.draft, tidy=True)
    assert [(piece.text, piece.reason) for piece in removed] == [("Simak terus kabar kami.", "dropped by the layout")]


def test_an_unverified_layout_is_believed_where_a_generic_reading_agrees() -> None:
    story = read(page(), Layout(story=(".tulisan",)))
    assert (text_of(story), story.reading.by, story.trusted) == (STORY, "layout", True)


@pytest.mark.parametrize("selector", [".grid", ".card", "h1"])
def test_an_unverified_layout_never_beats_a_generic_reading_that_disagrees(selector: str) -> None:
    story = read(page(), Layout(story=(selector,)))
    assert text_of(story) == STORY
    assert not story.trusted


def test_a_layout_that_finds_nothing_gives_way_to_the_next() -> None:
    old, new = Layout(story=(".tulisan",), verified="2020-01-01"), Layout(story=(".baru",), verified="2025-06-01")
    assert read(page(), new, old).layout == old


@pytest.mark.parametrize(("published", "by"), [("2019-05-01", "old"), ("2025-06-03T08:00:00+07:00", "new")])
def test_a_layout_applies_by_the_day_of_the_page(published: str, by: str) -> None:
    old = Layout(story=("div.tulisan",), until="2022-01-01", verified="2025-06-01")
    new = Layout(story=(".tulisan",), since="2022-01-01", verified="2025-06-01")
    assert read(page(), new, old, published=published).layout == {"old": old, "new": new}[by]


@pytest.mark.parametrize(("selector", "asked"), [("div.tulisan", 0), ("div.lain", 1)])
def test_the_page_system_is_asked_for_where_no_layout_of_the_outlet_finds_a_story(selector: str, asked: int) -> None:
    calls, known = list[str](), next(iter(outlets().systems.values()))
    own, shown = (Layout(story=(story,), verified="2025-06-01") for story in (selector, "div.tulisan"))

    def system() -> System:
        calls.append("asked")
        return replace(known, layouts=(shown,))

    story = read_story(parse(page()), outlet=outlet_of(own), said=said(), system=system)
    assert (len(calls), text_of(story), story.layout) == (asked, STORY, shown if asked else own)


def test_a_layout_takes_all_pages_of_a_story_that_lie_in_one_html() -> None:
    pages = "".join(f"<div class='isi halaman'>{paragraph}</div>" for paragraph in PARAGRAPHS)
    layout = Layout(story=(".isi",), verified="2025-06-01")
    assert text_of(read(page(pages, container="<div>"), layout)) == STORY


def test_generic_readings_take_all_pages_of_a_story_that_lie_in_one_html() -> None:
    halves = "".join(f"<p>{paragraph.replace(' dan ', ' serta juga ')}</p>" for paragraph in reversed(PARAGRAPHS))
    sheets = f"<div class='isi lembar'>{MARKED}</div><div class='isi lembar'>{halves}</div>"
    story = read(page(sheets, container="<div>"))
    assert [text_of(story).count(word) for word in ("piagam", "juru parkir", "Tupalessy")] == [2, 2, 2]


def test_a_reading_that_agrees_with_the_articlebody_needs_no_other() -> None:
    data = json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": STORY}]})
    story = read(page(head=f"<script type='application/ld+json'>{data}</script>"))
    assert (text_of(story), story.reading.by) == (STORY, "density")
    assert story.reading.reasons == ("agrees with the page's articleBody",)


@pytest.mark.parametrize("data", ["{", "[[[[", '{"articleBody": 7}', '{"articleBody": "singkat"}', "[" * 100_000])
def test_an_articlebody_that_is_none_changes_nothing(data: str) -> None:
    block = f"<script type='application/ld+json'>{data} articleBody</script>"
    assert text_of(read(page(head=block))) == STORY


def test_a_story_that_only_the_articlebody_holds_is_read_there() -> None:
    data = json.dumps({"articleBody": STORY * 2})
    text = f"<script type='application/ld+json'>{data}</script><div id=app>Memuat ...</div>"
    assert read(text).reading.by == "json-ld"


def test_a_list_of_links_beside_the_scripts_that_write_a_story_is_not_taken_for_it() -> None:
    data = json.dumps({"articleBody": STORY})
    links = "".join(f"<li><a href=/{n}>Kota Tual Raih Juara {n} Lomba Nelayan Teladan</a></li>" for n in range(5))
    story = read(f"<script type='application/ld+json'>{data}</script><div id=app></div><ul>{links}</ul>")
    assert (story.reading.by, text_of(story)) == ("json-ld", STORY)


def test_lists_and_tables_stay_in_a_generic_reading() -> None:
    lists = "<ul><li>Kota Ambon</li><li>Kota Tual</li></ul><table><tr><td>Ambon</td><td>1.200</td></tr></table>"
    text = text_of(read(page(f"{MARKED}{lists}{MARKED.replace('Ambon', 'Tual')}")))
    assert "\n\n- Kota Ambon\n- Kota Tual\n\nAmbon | 1.200\n\n" in text


def test_the_tree_stays_as_it_is() -> None:
    root = parse(page(after="<aside>Samping</aside>"))
    before = html.tostring(root)
    read_story(root, outlet=None, said=said())
    assert html.tostring(root) == before


@pytest.mark.parametrize("text", ["", "<p></p>", "<nav>Beranda</nav>", "<frameset><frame></frameset>", "<script>1"])
def test_a_page_without_text_has_an_empty_story(text: str) -> None:
    assert text_of(read(text)) == ""
