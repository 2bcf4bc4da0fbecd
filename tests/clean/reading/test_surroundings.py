"""Nothing of a story is lost, whatever tags its paragraphs stand in; and what is no story does not come with it."""

import pytest

from extractor.article import Article, Page
from extractor.clean import clean

# fmt: off
LINES = [
    "Pemerintah Kota Ambon menerima piagam perlindungan pekerja di Jakarta, Selasa (3/6/2025), setelah dua tahun.",
    "“Kami berterima kasih kepada para nelayan yang mau datang,” kata Wali Kota Ambon, Yermias Tupalessy, usai acara.",
    "Sebanyak 3.120 nelayan sudah terdaftar sejak Januari, dan iuran mereka dibayar dari anggaran kota tahun ini.",
    "Kepala dinas, Salmon Lewerissa, menambahkan bahwa pendataan dilakukan bersama lurah dan ketua RT tahun lalu.",
    "Tahun depan kota itu akan mendaftarkan juga para juru parkir dan pengemudi becak yang belum pernah terdaftar.",
    "Piagam itu diserahkan oleh Menteri Ketenagakerjaan di hadapan para kepala daerah dari seluruh Indonesia.",
]
# fmt: on
FIRST, SECOND, *REST = LINES
DATED = "AMBON, KABAR LONTAR – "
TITLE = "Ambon Terima Piagam Pekerja"
CARDS = "".join(
    f"<div class=kartu><h4><a href=/b{n}>Harga Ikan di Kota {n} Naik Lagi Pekan Ini</a></h4>"
    f"<p>Panitia mencatat {n} daerah ikut bersaing pada pekan lalu dan ini isinya.</p></div>" for n in range(6)
)  # fmt: skip
AD = "<div class=xq><ins class=adsbygoogle></ins></div>"


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def read(story: str) -> Article:
    page = (
        f"<html><head><title>{TITLE}</title><meta property='og:title' content='{TITLE}'></head><body><nav>Beranda</nav>"
        f"<div class=wrap><div class=kiri><h1>{TITLE}</h1><div class=by>Petrus Latu | Rabu, 4 Juni 2025 10:00 WIT</div>"
        f"{story}<div class=lain>{CARDS}</div></div><div class=kanan>{CARDS}</div></div>"
        "<footer><p>Kabar Lontar adalah media warga yang terbit di kota itu sejak 2010.</p></footer></body></html>"
    )
    return clean(Page("-", page.encode(), media_type="text/html"), languages=None)


BODIES = {
    "a first paragraph in a div": f"<div><b>{DATED}</b>{FIRST}</div>{paragraphs(SECOND, *REST)}",
    "a first paragraph in the container": f"<b>{DATED}</b>{FIRST}{paragraphs(SECOND, *REST)}",
    "a first paragraph in strong": f"<strong>{FIRST}</strong>{paragraphs(SECOND, *REST)}",
    "a first paragraph in a heading": f"<h2>{FIRST}</h2>{paragraphs(SECOND, *REST)}",
    "a first paragraph in a blockquote": f"<blockquote>{FIRST}</blockquote>{paragraphs(SECOND, *REST)}",
    "a first paragraph in a section": f"<section><p>{FIRST}</p></section>{paragraphs(SECOND, *REST)}",
    "divs": "".join(f"<div>{line}</div>" for line in LINES),
    "divs in divs": "".join(f"<div><div><div class=k9>{line}</div></div></div>" for line in LINES),
    "breaks": "<br><br>".join(LINES),
    "single breaks": "<br>".join(LINES),
    "spans and breaks": "<br><br>".join(f"<span>{line}</span>" for line in LINES),
    "one span": f"<span>{'<br><br>'.join(LINES)}</span>",
    "sections": "".join(f"<section><p>{line}</p></section>" for line in LINES),
    "text and paragraphs by turns": "".join(
        f"<p>{line}</p>" if number % 2 else line for number, line in enumerate(LINES)
    ),
    "a last paragraph in a div": f"{paragraphs(*LINES[:-1])}<div>{LINES[-1]}</div>",
    "a last paragraph in a quotation": f"{paragraphs(*LINES[:-1])}<blockquote><p>{LINES[-1]}</p></blockquote>",
    "a last paragraph in the container": f"{paragraphs(*LINES[:-1])}{LINES[-1]}",
    "parts between advertisements": AD.join(
        f"<div>{paragraphs(*LINES[at : at + 2])}</div>" for at in range(0, 6, 2)
    ),
    "unlike parts": f"<div class=a>{paragraphs(*LINES[:3])}</div>{AD}<div class=bawah>{paragraphs(*LINES[3:])}</div>",
    "a lead of its own": f"<div class=teras>{FIRST}</div><div class=isi9>{paragraphs(SECOND, *REST)}</div>",
    "a short rest": f"<div class=isi1>{paragraphs(*LINES[:5])}</div>{AD}<div class=isi2>{paragraphs(LINES[5])}</div>",
}  # fmt: skip
CONTAINERS = ["<div class=post-body>{}</div>", "<div class=qwe>{}</div>", "<table><tr><td>{}</td></tr></table>", "{}"]


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("body", BODIES)
def test_no_paragraph_is_lost_and_no_card_comes_in(body: str, container: str) -> None:
    text = read(container.format(BODIES[body])).text
    assert [line for line in LINES if line not in text] == []
    assert "Panitia" not in text
    assert "Kabar Lontar adalah" not in text


@pytest.mark.parametrize(
    ("last", "lines"),
    [
        ("<ul><li>Kecamatan Nusaniwe</li><li>Kecamatan Sirimau</li></ul>", ["- Kecamatan Nusaniwe"]),
        ("<ol><li>Nusaniwe</li><li>Sirimau</li></ol>", ["1. Nusaniwe", "2. Sirimau"]),
        ("<table><tr><td>1</td><td>Nusaniwe</td></tr><tr><td>2</td><td>Sirimau</td></tr></table>", ["2 | Sirimau"]),
        ("<ul><li>Pangan<ul><li>Jagung: Nusaniwe</li></ul></li></ul>", ["- Pangan", "- Jagung: Nusaniwe"]),
    ],
)
@pytest.mark.parametrize("container", CONTAINERS)
def test_a_list_or_a_table_at_the_end_stays(last: str, lines: list[str], container: str) -> None:
    text = read(container.format(f"{paragraphs(*LINES)}<p>Daftar pemenang:</p>{last}")).text
    assert [line for line in ["Daftar pemenang:", *lines] if line not in text.split("\n")] == []


@pytest.mark.parametrize(
    "beside",
    [
        "<div class=foto><img src=a.jpg><p>Para nelayan di depan kantor lurah pada hari pendaftaran itu</p></div>",
        "<div class=penulis-2><h4>Petrus Latu</h4><p>Petrus menulis tentang laut dan tinggal di Ambon.</p></div>",
        "<div class=reviews><p>Bagus sekali beritanya, saya senang membacanya.</p><p>Saya juga senang.</p></div>",
    ],
)
@pytest.mark.parametrize("place", ["{0}{1}", "{1}{0}"])
def test_what_stands_beside_a_story_and_is_none_stays_out(beside: str, place: str) -> None:
    story = f"<div class=isi9>{paragraphs(*LINES)}</div>"
    assert read(place.format(beside, story)).text == "\n\n".join(LINES)


@pytest.mark.parametrize(
    "behind", ["<p>{}</p>", "<div><p>{}</p></div>", f"{AD}<p>{{}}</p>", "<figure><img></figure><p>{}</p>"]
)
@pytest.mark.parametrize(
    "last",
    [
        "Tahun depan piagam itu akan dipasang di kantor kelurahan, kata Salmon menutup acara penyerahan itu.",
        "“Kami tidak mau berhenti di sini, masih banyak nelayan yang belum terdaftar,” pungkasnya.",
    ],
)
def test_a_lone_paragraph_behind_a_story_is_its_own_where_somebody_speaks(last: str, behind: str) -> None:
    text = read(f"<div class=isi9>{paragraphs(*LINES)}</div>{behind.format(last)}").text
    assert text == "\n\n".join([*LINES, last])


@pytest.mark.parametrize(
    "last",
    [
        "Dilarang mengutip isi berita ini tanpa izin tertulis dari redaksi, sesuai undang-undang yang berlaku.",
        "Petrus Latu adalah wartawan kota ini sejak 2019 dan meliput bidang kelautan serta perikanan rakyat.",
        "<a href=/3>Gubernur meresmikan jembatan</a> baru yang menghubungkan tiga kecamatan, kata Salmon di sana.",
    ],
    ids="notice author teaser".split(),
)
def test_a_lone_paragraph_behind_a_story_in_which_nobody_speaks_stays_out(last: str) -> None:
    text = read(f"<div class=isi9>{paragraphs(*LINES)}</div><div><p>{last}</p></div>").text
    assert text == "\n\n".join(LINES)


def test_questions_that_open_are_headings() -> None:
    parts = "".join(
        f"<div class=k><h2><button>Apa rencana {n}?</button></h2><div class=c><div class=b>{line}</div></div></div>"
        for n, line in enumerate(REST)
    )
    text = read(f"<div class=pembuka><p>{FIRST}</p></div><div class=acc>{parts}</div>").text
    assert text.split("\n\n")[:3] == [FIRST, "Apa rencana 0?", REST[0]]
    assert text.count("Apa rencana") == len(REST)


def test_what_was_left_out_inside_the_story_is_on_record() -> None:
    article = read(f"<div class=qwe><div class=zz>Kabar kota</div>{paragraphs(*LINES)}<div>Kembali</div></div>")
    assert article.text == "\n\n".join(LINES)
    assert {piece.text for piece in article.removed} >= {"Kabar kota", "Kembali"}


def component(*lines: str) -> str:
    return f"<div class='teks kolom'><div class=cmp>{paragraphs(*lines)}</div></div>"


PICTURE = "<div class=gambar><div><img src=a.jpg><span>Nelayan di Hunimua menunjukkan kartunya.</span></div></div>"


def test_a_story_in_components_with_pictures_between_is_whole() -> None:
    parts = (component(FIRST, SECOND), PICTURE, component(*REST[:2]), PICTURE, component(*REST[2:]))
    assert read("".join(parts)).text == "\n\n".join(LINES)


def test_a_component_of_headlines_ends_a_story_of_components() -> None:
    other = "<div class='teks kolom'><div class=cmp><h3><a href=/p>Harga Pala Naik</a></h3><p>Naik.</p></div></div>"
    notice = component("Pabrik itu dibangun pada 1998 dan memasok semen ke sebelas provinsi di Indonesia bagian timur.")
    assert read(component(FIRST, SECOND, *REST) + other + notice).text == "\n\n".join(LINES)


def test_components_with_a_list_or_under_a_heading_are_the_story() -> None:
    items = "".join(f"<li>{line}</li>" for line in REST[:2])
    listed = f"<div class='teks kolom'><div class=cmp><ul>{items}</ul></div></div>"
    headed = f"<div class='teks kolom'><div class=cmp><h2>Rencana</h2>{paragraphs(*REST[2:])}</div></div>"
    story = read(component(FIRST, SECOND) + PICTURE + listed + headed).text
    assert story == "\n\n".join((FIRST, SECOND, "\n".join(f"- {line}" for line in REST[:2]), "Rencana", *REST[2:]))
