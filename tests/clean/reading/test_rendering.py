"""Rendering: elements as lines, and cuts over what names itself no story."""

import pytest

from extractor.clean.drafts import finish
from extractor.clean.reading.rendering import render
from extractor.clean.tree import parse

LEAD = "Pemerintah Kota Ambon menerima piagam perlindungan pekerja di Jakarta, Selasa (3/6/2025)."
NEXT = "“Kami berterima kasih kepada para nelayan,” kata Wali Kota Ambon, Yermias Tupalessy, seusai acara."


def read(body: str, title: str | None = None) -> tuple[str, list[tuple[str, str]]]:
    text, removed = finish(render([parse(f"<body>{body}").find("body")], title=title).draft, tidy=True)
    return text, [(piece.reason, piece.text) for piece in removed]


def text_of(body: str) -> str:
    return read(body)[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Satu</p><p>Dua</p>", "Satu\n\nDua"),
        ("<p>Satu<br>Dua</p>", "Satu\nDua"),
        ("Satu<br><br>Dua", "Satu\n\nDua"),
        ("<p>Sa<b>tu</b> <i>dua</i></p>", "Satu dua"),
        ("<p>Satu</p>\n<h2>Judul  kecil</h2><div>Dua</div>", "Satu\n\nJudul kecil\n\nDua"),
        ("<blockquote><p>Satu</p></blockquote>Dua", "Satu\n\nDua"),
        ("<ul><li>Kota Ambon</li><li><p>Kota Tual</p></li></ul>", "- Kota Ambon\n- Kota Tual"),
        ("<p>Juara:</p><ol><li>Ambon</li><li>Tual</li></ol>", "Juara:\n\n1. Ambon\n2. Tual"),
        ("<ol start=4><li>Ambon<li>Tual</ol>", "4. Ambon\n5. Tual"),
        ("<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>", "- A\n- B\n- C"),
        (
            "<table><thead><tr><th>Daerah<th>Peserta</tr></thead><tr><td>Ambon<td>1.200<br>orang</table>",
            "Daerah | Peserta\nAmbon | 1.200 orang",
        ),
        ("<table><tr><td><p>Ambon</p></td><td><p>1</p></td></tr></table>", "Ambon | 1"),
        ("<p>Satu&nbsp;dua&#8203;</p>", "Satu dua\u200b"),
        ("<dl><dt>Satu</dt><dd>Dua</dd></dl>", "Satu\n\nDua"),
    ],
)
def test_elements_become_lines(body: str, expected: str) -> None:
    assert text_of(body) == expected


@pytest.mark.parametrize(
    "piece",
    [
        "<script>var a = '<p>x</p>';</script>",
        "<style>p {}</style>",
        "<noscript><img src=x>x</noscript>",
        "<p onclick=\"alert('x')\"></p>",
        "<iframe src=x>x</iframe>",
        "<svg><text>x</text></svg>",
        "<select><option>x</option></select>",
        "<img alt=x>",
    ],
)
def test_what_is_no_text_is_not_even_removed(piece: str) -> None:
    assert read(f"<p>{LEAD}</p>{piece}<p>{NEXT}</p>") == (f"{LEAD}\n\n{NEXT}", [])


@pytest.mark.parametrize(
    ("piece", "reason", "said"),
    [
        ("<figure><img><figcaption>Piala di meja.</figcaption></figure>", "caption", "Piala di meja."),
        ("<div class='share-buttons'>Bagikan</div>", "share", "Bagikan"),
        ("<div class=baca-juga>Baca juga: <a>Ternate Juara</a></div>", "related", "Baca juga: Ternate Juara"),
        ("<nav>Beranda</nav>", "navigation", "Beranda"),
        ("<div id='disqus_thread'>Komentar Anda</div>", "comments", "Komentar Anda"),
        ("<button>Salin</button>", "button", "Salin"),
        ("<p style='display: none'>tersembunyi</p>", "hidden", "tersembunyi"),
        ("<p><a href=#>Ternate Raih Juara 1 Lomba Desa</a></p>", "link", "Ternate Raih Juara 1 Lomba Desa"),
        ("<div class='tags'>ambon, tual</div>", "tags", "ambon, tual"),
    ],
)  # fmt: skip
def test_what_names_itself_no_story_is_cut_with_its_reason(piece: str, reason: str, said: str) -> None:
    assert read(f"<p>{LEAD}</p>{piece}<p>{NEXT}</p>") == (f"{LEAD}\n\n{NEXT}", [(reason, said)])


def test_the_page_title_goes_and_another_heading_of_the_same_size_stays() -> None:
    body = f"<h1>Ambon Terima Piagam Pekerja</h1><p>{LEAD}</p><h1>Apa kata para nelayan?</h1><p>{NEXT}</p>"
    text, removed = read(body, title="Ambon Terima Piagam Pekerja")
    assert text == f"{LEAD}\n\nApa kata para nelayan?\n\n{NEXT}"
    assert removed == [("title", "Ambon Terima Piagam Pekerja")]


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        (f"{LEAD}<a href=#>Ternate Raih Juara Umum</a>", LEAD),
        ("Iuran dibayar BUMD<a href=#>Daya Group</a>", "Iuran dibayar BUMD"),
        ("Iuran dibayar BUMD <a href=#>Daya Group</a>", "Iuran dibayar BUMD Daya Group"),
        ("Iuran dibayar oleh Bank<a href=#>Maluku Malut</a> kemarin.", "Iuran dibayar oleh BankMaluku Malut kemarin."),
        ("Iuran dibayar oleh (<a href=#>Daya Group</a>)", "Iuran dibayar oleh (Daya Group)"),
        ("Iuran per<a href=#>bulan</a>", "Iuran perbulan"),
    ],
)
def test_a_link_glued_to_the_end_of_a_paragraph_is_a_teaser(paragraph: str, kept: str) -> None:
    assert text_of(f"<p>{paragraph}</p><p>{NEXT}</p>") == f"{kept}\n\n{NEXT}"


def test_a_list_of_links_is_related_and_a_list_with_links_is_story() -> None:
    links = "<ul><li><a>Ternate Raih Juara 1 Lomba</a></li><li><a>Tual Panen Raya Ikan Cakalang</a></li></ul>"
    mixed = "<ul><li><a>Dinas Tenaga Kerja Kota Ambon</a></li><li>Dinas Sosial</li></ul>"
    expected = f"{LEAD}\n\n- Dinas Tenaga Kerja Kota Ambon\n- Dinas Sosial\n\n{NEXT * 3}"
    assert text_of(f"<p>{LEAD}</p>{links}{mixed}<p>{NEXT * 3}</p>") == expected


@pytest.mark.parametrize("name", ["widget", "banner", "author", "share", "article-body share", "sidebar"])
def test_a_box_that_holds_the_story_is_none(name: str) -> None:
    assert text_of(f"<div class='{name}'><p>{LEAD}</p><p>{NEXT}</p></div>") == f"{LEAD}\n\n{NEXT}"


def test_many_small_boxes_of_one_name_that_hold_the_story_are_none() -> None:
    body = "".join(f"<div class='widget'><p>Paragraf nomor {number} dari berita itu.</p></div>" for number in range(9))
    assert text_of(body).count("Paragraf") == 9


def test_a_column_of_a_page_laid_out_by_a_table_keeps_its_paragraphs() -> None:
    page = f"<table><tr><td>Menu</td><td><p>{LEAD * 4}</p><p>{NEXT * 4}</p></td></tr></table>"
    assert text_of(page) == f"Menu\n\n{LEAD * 4}\n\n{NEXT * 4}"


def test_a_table_in_a_figure_is_story() -> None:
    assert text_of("<figure><table><tr><td>Ambon</td><td>1</td></tr></table></figure>") == "Ambon | 1"


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        ("<b>Baca juga:</b><br><a>Ternate Raih Juara 1 Lomba Desa</a><br><a>Tual Panen</a><br>", "Baca juga:"),
        ("<a>Ternate Raih Juara 1 Lomba Desa</a><br><br><a>Yermias Tupalessy</a><br>", "Yermias Tupalessy"),
    ],
)
def test_links_line_on_line_under_a_label_go_together(links: str, kept: str) -> None:
    assert text_of(f"<div>{LEAD} {LEAD}<br><br>{links}<br>{NEXT} {NEXT} {NEXT}</div>") == (
        f"{LEAD} {LEAD}\n\n{kept}\n\n{NEXT} {NEXT} {NEXT}"
    )


LINKED = "<tr><td>{0}<td><a href=/{0}>Sri Utami dari Kei Besar</a><td><a href=/k{0}>Laut yang Menunggu Kapal</a>"
ROWS = "".join(map(LINKED.format, (1, 2)))


def test_the_names_in_a_table_of_winners_may_be_links() -> None:
    said = "Sri Utami dari Kei Besar | Laut yang Menunggu Kapal"
    table = f"<table><tr><th>Juara<th>Nama<th>Judul</tr>{ROWS}</table>"
    assert text_of(f"<p>{LEAD}</p>{table}<p>{NEXT}</p>") == (
        f"{LEAD}\n\nJuara | Nama | Judul\n1 | {said}\n2 | {said}\n\n{NEXT}"
    )


def test_a_table_of_nothing_but_links_leads_to_other_stories() -> None:
    story = f"{LEAD} {NEXT}"
    assert text_of(f"<p>{story}</p><table>{ROWS}</table><p>{story}</p>") == f"{story}\n\n{story}"


@pytest.mark.parametrize("name", ["read-more-content", "article-share-wrap", "related-text", "hidden"])
def test_the_rest_of_a_story_behind_a_name_of_a_box_stays(name: str) -> None:
    assert text_of(f"<p>{LEAD * 4}</p><div class={name}><p>{NEXT * 8}</p></div>") == f"{LEAD * 4}\n\n{NEXT * 8}"


def test_comments_longer_than_the_story_go() -> None:
    comments = "".join(f"<li><b>Pembaca {n}</b><p>{NEXT}</p></li>" for n in range(8))
    assert text_of(f"<p>{LEAD * 4}</p><ol class=comment-list>{comments}</ol>") == LEAD * 4


def test_spans_of_one_class_are_paragraphs_where_their_sentences_end() -> None:
    spans = f"<span class=alinea>{LEAD}</span><span class=alinea>{NEXT}</span>"
    assert text_of(f"<div>{spans}</div>") == f"{LEAD}\n\n{NEXT}"
    assert text_of(f"<p>{spans}</p>") == f"{LEAD} {NEXT}"


def test_spans_inside_a_sentence_do_not_part_it() -> None:
    body = f"<div><span class=a>{LEAD[:-1]}</span><span class=a>, kata wali kota itu dalam pidatonya.</span></div>"
    assert text_of(body) == f"{LEAD[:-1]}, kata wali kota itu dalam pidatonya."


@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\ufeff", "\xa0\u2060"])
def test_a_paragraph_of_nothing_that_is_seen_is_no_line(sign: str) -> None:
    assert text_of(f"<p>{LEAD}</p><p>{sign}</p><p>{NEXT}</p>") == f"{LEAD}\n\n{NEXT}"
