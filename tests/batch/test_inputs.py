"""Names on the command line become inputs, in order, and a name that leads nowhere says so."""

import os
import threading
from pathlib import Path

import pytest

import extractor.batch.inputs
from extractor.batch import Input, expand
from extractor.batch.inputs import LIMIT, read
from extractor.errors import SetAside


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.html", "dalam/c.HTM", "dalam/gambar.png", "kosong/catatan.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Ambon")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "inputs"),
    [
        ("b.txt", [Input("b.txt")]),
        (".", [Input("a.html"), Input("b.txt"), Input("dalam/c.HTM")]),
        ("dalam", [Input("dalam/c.HTM")]),
        ("*.txt", [Input("b.txt")]),
        ("**/*.HTM", [Input("dalam/c.HTM")]),
        ("-", [Input("-")]),
        ("https://lontar.example/a", [Input("https://lontar.example/a")]),
        ("tiada.txt", [Input("tiada.txt", "no such file or folder")]),
        ("*.xml", [Input("*.xml", "no file matches this pattern")]),
        ("kosong", [Input("kosong", "no .txt, .html or .htm file in this folder")]),
        ("a\0b", [Input("a\0b", "no such file or folder")]),
        ("", [Input("''", "names nothing; give a path, an address or -")]),
        ("ftp://a", [Input("ftp://a", "no such file or folder; only http:// and https:// addresses are fetched")]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_name_stands_for_inputs(name: str, inputs: list[Input]) -> None:
    assert expand([name]) == inputs


@pytest.mark.usefixtures("folder")
def test_names_keep_their_order() -> None:
    assert [given.name for given in expand(["b.txt", "dalam", "a.html"])] == ["b.txt", "dalam/c.HTM", "a.html"]


@pytest.mark.parametrize(
    ("name", "media_type"), [("a.html", "text/html"), ("b.txt", "text/plain"), ("kosong/catatan.md", None)]
)
@pytest.mark.usefixtures("folder")
def test_a_file_is_read_with_its_kind(name: str, media_type: str | None) -> None:
    page = read(name)
    assert (page.content, page.source, page.media_type) == (b"Ambon", name, media_type)


def test_a_file_longer_than_any_article_is_set_aside(folder: Path) -> None:
    path = folder / "panjang.txt"
    path.write_bytes(b"kata " * (LIMIT // 5 + 1))
    with pytest.raises(SetAside, match="longer than 10 MiB"):
        read(str(path))


def test_links_and_pipes_in_a_folder_neither_lead_astray_nor_get_lost(folder: Path) -> None:
    (folder / "dalam" / "naik").symlink_to("..")
    (folder / "dalam" / "putus.txt").symlink_to("tiada")
    os.mkfifo(folder / "dalam" / "pipa.txt")
    assert expand(["dalam"]) == [Input("dalam/c.HTM"), Input("dalam/putus.txt")]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_folder_in_a_folder_that_cannot_be_listed_is_said(folder: Path) -> None:
    (folder / "kosong").chmod(0)
    assert expand(["."])[-1] == Input("kosong", "cannot be read: Permission denied")


def test_a_pipe_that_someone_writes_to_is_read(folder: Path) -> None:
    os.mkfifo(folder / "pipa.txt")
    writer = threading.Thread(target=(folder / "pipa.txt").write_bytes, args=(b"kata " * 50_000,))
    writer.start()
    assert read("pipa.txt").content == b"kata " * 50_000
    writer.join()


def test_a_pipe_that_nobody_writes_to_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor.batch.inputs, "_PATIENCE", 0.2)
    os.mkfifo(folder / "pipa.txt")
    with pytest.raises(SetAside, match="a pipe that does not end within 0 s"):
        read("pipa.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_file_without_permission_is_set_aside(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    with pytest.raises(SetAside, match="cannot be read: Permission denied"):
        read("b.txt")


@pytest.mark.parametrize(("name", "reason"), [("kosong", "Is a directory"), ("tiada", "No such file")])
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_set_aside(name: str, reason: str) -> None:
    with pytest.raises(SetAside, match=f"cannot be read: {reason}"):
        read(name)
