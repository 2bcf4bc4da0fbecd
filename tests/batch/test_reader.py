"""The pages of one story are read as one article, and every input ends as an article, as a page of one, or aside."""

from pathlib import Path

import pytest

from extractor.batch import Result, expand, extract_all
from extractor.sources.archive import Archive
from tests.sources.archive.exchanges import article

STORY = "https://lontar.example/berita/kota-ambon-raih-adipura"
SENTENCES = {
    1: "AMBON - Kota Ambon meraih Adipura untuk kedua kalinya setelah enam tahun menanti, kata wali kota, Senin.",
    2: "Penghargaan itu diserahkan di Jakarta oleh menteri kepada sembilan puluh tujuh kota dan kabupaten yang bersih.",
    3: "Kepala dinas menambahkan bahwa bank sampah di lima puluh negeri telah mengurangi sampah sampai sepertiganya.",
}
OTHER = "TUAL - Dua rumah terbakar di Tual pada Minggu malam, dan tidak ada korban jiwa, menurut petugas pemadam."


def page(number: int, of: int = 3, text: str | None = None) -> str:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in [text or SENTENCES[number]] * 2)
    shown = " ".join(f"<a href='{STORY}?page={n}'>{n}</a>" if n != number else f"<b>{n}</b>" for n in range(1, of + 1))
    return (
        f'<!doctype html><html><head><title>Kota Ambon Raih Adipura</title><link rel="canonical" href="{STORY}"></head>'
        f"<body><h1>Kota Ambon Raih Adipura</h1><div class='entry-content'>{paragraphs}</div>"
        + (f"<div class='paging'>Halaman {shown}</div>" if of > 1 else "")
        + "</body></html>"
    )


def outcomes(folder: Path, *pages: str, jobs: int = 1) -> list[Result]:
    for number, content in enumerate(pages, 1):
        (folder / f"{number}.html").write_text(content, encoding="utf-8")
    return list(extract_all(expand([str(folder)]), jobs, pipeline="extractor.batch.story:extract_story"))


def texts(results: list[Result]) -> list[str | None]:
    return [result.extraction and result.extraction["article"]["text"] for result in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_given_in_any_order_are_one_article(tmp_path: Path, jobs: int) -> None:
    (text,) = texts(outcomes(tmp_path, page(3), page(1), page(2), jobs=jobs))
    assert text
    places = [text.index(sentence) for sentence in SENTENCES.values()]
    assert places == sorted(places)


def test_a_page_of_another_story_is_read_apart(tmp_path: Path) -> None:
    results = outcomes(tmp_path, page(1, 1), page(1, 1, OTHER))
    assert [Path(result.source).name for result in results] == ["1.html", "2.html"]
    assert [OTHER in (text or "") for text in texts(results)] == [False, True]


def test_a_page_that_is_no_text_is_set_aside_and_the_others_are_joined(tmp_path: Path) -> None:
    results = outcomes(tmp_path, page(1), page(2) + "\0\1\2\3" * 4_000, page(3))
    assert [Path(result.source).name for result in results] == ["1.html", "2.html"]
    assert [result.reason is None for result in results] == [True, False]


def test_the_same_story_twice_is_one_article(tmp_path: Path) -> None:
    assert len(outcomes(tmp_path, page(1, 1), page(1, 1))) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_page_of_a_story_whose_reader_dies_is_told(tmp_path: Path, jobs: int) -> None:
    for name in ("1.html", "2.html"):
        (tmp_path / name).write_text(page(1).replace("<!doctype html>", "die ") + "kata " * 60_000)
    results = list(extract_all(expand([str(tmp_path)]), jobs, pipeline="tests.batch.stubs:tell_all"))
    assert [(Path(result.source).name, result.reason) for result in results] == [
        ("1.html", "its reader ended with code 9"),
        ("2.html", "its reader ended with code 9"),
    ]


def test_every_page_of_a_story_that_shows_a_fault_is_told(tmp_path: Path) -> None:
    for name in ("1.html", "2.html"):
        (tmp_path / name).write_text(page(1).replace("<!doctype html>", "fault "))
    results = list(extract_all(expand([str(tmp_path)]), pipeline="tests.batch.stubs:tell_all"))
    assert [Path(result.source).name for result in results] == ["1.html", "2.html"]
    assert [str(result.reason).partition(":")[2] for result in results] == [" ValueError: no such word"] * 2


def test_pages_in_an_archive_that_show_a_fault_are_all_told(tmp_path: Path) -> None:
    with Archive(tmp_path) as writer:
        writer.write(article(1, page(1).replace("<!doctype html>", "fault ").encode()))
        writer.write(article(2, page(2).replace("<!doctype html>", "fault ").encode()))
    (given,) = expand([str(tmp_path)])
    results = list(extract_all([given], pipeline="tests.batch.stubs:tell_all"))
    assert [result.source for result in results] == list(given.names)
