"""WARC files on the command line: their pages are inputs, and what is read of them is what was read live."""

import gzip
import json
from pathlib import Path

import pytest

from extractor.batch import Input, expand, extract_all
from extractor.batch.archived import place_of
from extractor.batch.fetch import fetch
from extractor.batch.inputs import read
from extractor.batch.reader import PIPELINE, load, read_input
from extractor.errors import SetAside
from extractor.sources.archive import Archive, rebuild_index
from extractor.sources.exchange import Ask
from extractor.sources.fetching import Fetcher
from extractor.sources.network import Network
from tests.sources.archive.exchanges import article
from tests.sources.scripted import answer, serving

STORY = b"""<html><head><title>Bupati Sleman Terima Piala Adipura - Warta Sleman</title></head><body>
<h1>Bupati Sleman Terima Piala Adipura</h1><div class="content">
<p>LANRI - Kabupaten Sleman meraih Piala Adipura 2023 dari Kementerian Lingkungan Hidup pada Selasa (5/3/2024).
Piala itu diterima Bupati Sleman di Jakarta.</p>
<p>Kepala dinas setempat menyebut warga ikut menjaga kebersihan kota, mulai dari pasar sampai terminal, selama setahun
penuh penilaian.</p>
<p>Tahun depan pemerintah kabupaten menambah tempat pengolahan sampah di tiga kecamatan agar sampah tidak lagi dibawa
jauh ke luar daerah.</p></div></body></html>"""
NETWORK = Network("extractor/0 (tests)", inside=True)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive's file with three articles, the second of which is there twice."""
    with Archive(tmp_path / "archive") as writer:
        writer.write(article(1, STORY))
        *_, second = writer.write(article(2, b"<p>Hujan deras mengguyur pesisir sejak dini hari.</p>"))
        writer.write(article(2, b"<p>Hujan deras mengguyur pesisir sejak dini hari.</p>", 1_700_100_000.0), second)
        writer.write(article(3, STORY.replace(b"Sleman", b"Bantul")))
    (path,) = (tmp_path / "archive").iterdir()
    return path


def places(path: Path) -> list[str]:
    return [f"{path}#{row.offset}" for row in rebuild_index(path.parent) if row.kind == "response"]


def test_a_warc_stands_for_its_pages_each_once(archive: Path) -> None:
    assert expand([str(archive)]) == [Input(place) for place in places(archive)]


def test_a_folder_gives_the_pages_of_its_warcs(archive: Path) -> None:
    (archive.parent / "a.html").write_bytes(STORY)
    names = [given.name for given in expand([str(archive.parent)])]
    assert names == [f"{archive.parent}/a.html", *places(archive)]


def test_with_a_filter_only_wanted_pages_are_inputs(archive: Path) -> None:
    first, _, third = places(archive)
    assert expand([str(archive)], lambda content: b"Adipura" in content) == [Input(first), Input(third)]


def test_a_place_can_be_named_by_itself(archive: Path) -> None:
    name = places(archive)[2]
    assert expand([name]) == [Input(name)]
    assert read(name).url == "https://warta.example/berita/3"


@pytest.mark.parametrize("name", ["a.warc.gz#x", "a.warc.gz#", "a.html#12", "#12", "a.warc.gz"])
def test_other_names_are_no_places(name: str) -> None:
    assert place_of(name) is None


def test_a_place_that_holds_nothing_is_set_aside(archive: Path) -> None:
    with pytest.raises(SetAside, match="no record begins here"):
        read(f"{archive}#3")


def test_damage_is_an_input_that_says_so(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    offset = int(places(archive)[1].rpartition("#")[2])
    content[offset + 400] ^= 1
    archive.write_bytes(content)
    refused = [given.refused for given in expand([str(archive)]) if given.refused]
    assert len(refused) == 2  # and its revisit
    assert refused[0].endswith("bytes cannot be read: its packed bytes are damaged")
    assert refused[1].startswith("a revisit of https://warta.example/berita/2")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no page of text in it"),
        (gzip.compress(b"WARC/1.0\r\nContent-Length: 2\r\n\r\nab\r\n\r\n" * 3, mtime=0), "unpack the file with gunzip"),
    ],
)
def test_a_warc_without_pages_says_so(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    (given,) = expand([str(path)])
    assert given.refused is not None
    assert reason in given.refused


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_read_of_pages_in_a_warc_is_read_without_the_net(
    archive: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr("extractor.batch.fetch.fetch", lambda url: pytest.fail(f"asked for {url}"))
    results = list(extract_all(expand([str(archive)]), jobs))
    assert [result.source for result in results] == [f"https://warta.example/berita/{number}" for number in (1, 2, 3)]
    assert results[0].extraction is not None
    assert results[0].extraction["records"][0]["award"] == "Adipura"


SCRIPTS = {
    "/plain": answer(STORY),
    "/packed": answer(gzip.compress(STORY), Content_Encoding="gzip"),
    "/latin": answer(STORY, Content_Type="text/html; charset=iso-8859-1"),
    "/untyped": answer(STORY, Content_Type="text/plain"),
}


@pytest.mark.parametrize("path", SCRIPTS)
def test_a_page_out_of_the_archive_is_the_page_as_it_was_live(tmp_path: Path, path: str) -> None:
    with serving(SCRIPTS) as server, Archive(tmp_path) as archive:
        url = f"http://127.0.0.1:{server.port}{path}"
        live = fetch(url)
        archive.write(Fetcher(NETWORK).fetch(Ask(url, "article")))
    (file,) = tmp_path.iterdir()
    (given,) = expand([str(file)])
    assert read(given.name)._replace(fetched=None, place=None) == live._replace(fetched=None)
    (from_archive,) = extract_all([given])
    from_live = read_input(live, load(PIPELINE))
    assert json.dumps(from_archive.extraction) == json.dumps(from_live.extraction)
    assert from_archive.source == url
