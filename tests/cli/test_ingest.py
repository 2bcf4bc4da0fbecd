"""`extractor ingest`: what is named into the store, and what became of it told; the same again has no effect."""

import json
import os
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from extractor.sources.archive import Archive, rebuild_index
from extractor.store import Store
from extractor.store.alone import alone
from tests import forks
from tests.sources.archive.exchanges import article

ROOT = Path(__file__).parent.parent.parent
LEAD = "AMBON – Pemerintah Kota Ambon meraih Piala Adipura 2024 dari Kementerian Lingkungan Hidup, Selasa (3/6/2025)."
NEXT = "“Kami berterima kasih kepada warga di Latuhalat,” kata Wali Kota Ambon, Yermias Tupalessy, seusai acara."
LAST = "Tahun depan pemerintah kota menambah tempat pengolahan sampah agar sampah tidak lagi dibawa jauh ke luar kota."


def page(*paragraphs: str, url: str = "https://kabar.example/berita/ambon-terima-piala-adipura", head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    title = "Ambon Terima Piala Adipura"
    return (
        f'<!DOCTYPE html><html><head><title>{title} - Kabar Lontar</title><link rel="canonical" href="{url}">{head}'
        f'</head><body><h1>{title}</h1><p class="byline">Rabu, 4 Juni 2025 | 08:00 WIT</p>'
        f'<div class="entry-content">{body}</div></body></html>'
    )


def run(*arguments: str, cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: told for name, told in os.environ.items() if name != "EXTRACTOR_STORE"}
    environment |= {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    return forks.told(["-m", "extractor", "ingest", *arguments], cwd, environment, given)


def rows(folder: Path, asked: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "data" / "store.sqlite")) as connection:
        return connection.execute(asked).fetchall()


def dumped(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "data" / "store.sqlite")) as connection:
        return list(connection.iterdump())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(page(LEAD, NEXT, LAST))
    (tmp_path / "b.html").write_text(page(LEAD, LAST, url="https://lain.example/kota/ambon-terima-piala-adipura"))
    return tmp_path


def test_what_is_named_is_stored_and_told_on_one_line(folder: Path) -> None:
    done = run("a.html", "b.html", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "2 inputs into data/store.sqlite: 2 new\n"
    assert rows(folder, "SELECT key, site FROM articles ORDER BY key") == [
        ("https://kabar.example/berita/ambon-terima-piala-adipura", "kabar.example"),
        ("https://lain.example/kota/ambon-terima-piala-adipura", "lain.example"),
    ]
    assert rows(folder, "SELECT award, recipient_code FROM records") == [("Adipura", "81.71")] * 2
    assert rows(folder, "SELECT published, author FROM texts LIMIT 1") == [("2025-06-04T08:00:00+09:00", None)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_again_changes_no_row(folder: Path, jobs: str) -> None:
    run("a.html", "b.html", cwd=folder)
    before = dumped(folder)
    done = run("a.html", "b.html", "--jobs", jobs, cwd=folder)
    assert done.stderr == "2 inputs into data/store.sqlite: 2 unchanged\n"
    assert dumped(folder) == before


def test_what_is_known_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.batch import ingesting

    monkeypatch.chdir(folder)
    with Store("store.sqlite") as store:
        store.create()
        list(ingesting.Ingesting(store, ["a.html", "b.html"], lambda: "2026-11-22T03:20:00Z"))
        read: list[object] = []
        monkeypatch.setattr(ingesting, "extract_each", lambda inputs, *_, **__: read.extend(inputs) or ())
        list(ingesting.Ingesting(store, ["a.html", "b.html"], lambda: "2026-11-22T03:20:00Z"))
        assert read == []
        (folder / "a.html").write_text(page(LEAD, NEXT))
        with pytest.raises(Exception, match="do not add up"):  # for nobody reads it here
            list(ingesting.Ingesting(store, ["a.html", "b.html"], lambda: "2026-11-22T03:20:00Z"))
    assert [given.name for given in read] == ["a.html"]  # type: ignore[attr-defined]


def test_a_page_that_changed_is_a_new_version(folder: Path) -> None:
    run("a.html", cwd=folder)
    (folder / "a.html").write_text(page(LEAD, NEXT, LAST, LAST.replace("Tahun depan", "Pekan depan")))
    assert run("a.html", cwd=folder).stderr == "1 input into data/store.sqlite: 1 changed\n"
    assert rows(folder, "SELECT version FROM texts ORDER BY version") == [(1,), (2,)]


def test_what_cannot_be_read_is_set_aside_each_time_and_takes_nothing_away(folder: Path) -> None:
    run("a.html", cwd=folder)
    (folder / "a.html").unlink()
    (folder / "c.html").write_bytes(b"\x00\x01\x02\xff" * 50)
    first = run("a.html", "c.html", "b.html", cwd=folder)
    assert first.returncode == 3
    assert "set aside: a.html: no such file or folder" in first.stderr
    assert first.stderr.endswith("3 inputs into data/store.sqlite: 1 new, 2 set aside\n")
    assert rows(folder, "SELECT count(*) FROM articles") == [(2,)]
    before = dumped(folder)
    again = run("a.html", "c.html", "b.html", cwd=folder)
    assert again.returncode == 3
    assert again.stderr.replace("1 unchanged", "1 new").splitlines()[-1] == first.stderr.splitlines()[-1]
    assert sorted(again.stderr.splitlines()[:-1]) == sorted(first.stderr.splitlines()[:-1])
    assert dumped(folder) == before
    assert rows(folder, "SELECT source, code IS NOT NULL, article_id IS NOT NULL FROM inputs ORDER BY source") == [
        ("a.html", 1, 1), ("b.html", 0, 1), ("c.html", 1, 0)
    ]  # fmt: skip


def test_further_pages_of_a_story_are_counted_apart(folder: Path) -> None:
    url = "https://kabar.example/berita/ambon-terima-piala-adipura"
    for number, paragraph in ((1, LEAD), (2, NEXT), (3, LAST)):
        links = "".join(f'<a href="{url}?page={other}">{other}</a> ' for other in (1, 2, 3) if other != number)
        body = page(paragraph, NEXT.replace("warga", f"warga {number}"), url=f"{url}?page={number}")
        (folder / f"{number}.html").write_text(body.replace("</body>", f'<div class="paging">{links}</div></body>'))
    first = run("1.html", "2.html", "3.html", cwd=folder)
    assert first.stderr.endswith("3 inputs into data/store.sqlite: 1 new, 2 further pages or fetches of these\n")
    assert rows(folder, "SELECT count(*), count(DISTINCT article_id) FROM inputs") == [(3, 1)]
    again = run("1.html", "2.html", "3.html", cwd=folder)
    assert again.stderr.endswith("3 inputs into data/store.sqlite: 1 unchanged, 2 further pages or fetches of these\n")


def test_lists_in_a_folder_are_not_read_and_that_is_said(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "gathered.jsonl").write_text(json.dumps({"text": LEAD}) + "\n")
    assert "note:" not in run("more", cwd=folder).stderr
    (folder / "more" / "1.txt").write_text(LEAD)
    done = run("more", cwd=folder)
    assert done.stderr.splitlines()[0] == "note: more: 1 list of articles (.jsonl) not read; name what is to be"


def test_what_extract_wrote_is_read_anew(folder: Path) -> None:
    row = {"schema": 1, "article": {"text": LEAD, "url": "https://warta.example/1"}, "records": []}
    (folder / "articles.jsonl").write_text(json.dumps(row) + "\n")
    done = run("articles.jsonl", cwd=folder)
    assert done.stderr == "1 input into data/store.sqlite: 1 new\n"
    assert rows(folder, "SELECT key, source FROM articles JOIN texts ON texts.id = articles.text_id") == [
        ("https://warta.example/1", "articles.jsonl#1")
    ]
    again = run("articles.jsonl", cwd=folder)
    assert again.stderr == "1 input into data/store.sqlite: 1 unchanged\n"


def test_standard_input_is_an_input(folder: Path) -> None:
    done = run("-", cwd=folder, given=f"{LEAD}\n\n{NEXT}\n")
    assert done.stderr == "1 input into data/store.sqlite: 1 new\n"
    ((key, source),) = rows(folder, "SELECT key, source FROM articles JOIN texts ON texts.id = articles.text_id")
    assert re.fullmatch("sha256:[0-9a-f]{64}", str(key))
    assert source == "-"


def test_the_second_of_two_leaves_with_75_and_says_who_is_at_work(folder: Path) -> None:
    run("a.html", cwd=folder)
    before = dumped(folder)
    with Store(folder / "data" / "store.sqlite") as store, alone(store, "another", "2026-11-22T03:20:00Z"):
        done = run("b.html", cwd=folder)
    assert done.returncode == 75
    assert re.fullmatch(r"extractor: data/store.sqlite is held by process \d+ on .*\(another\); .*\n", done.stderr)
    assert dumped(folder) == before
    assert run("b.html", cwd=folder).returncode == 0


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with Archive(tmp_path / "archive") as writer:
        for number, day in ((1, 0), (2, 86_400), (1, 2 * 86_400)):
            url = f"https://warta.example/berita/{number}"
            body = page(LEAD, NEXT, LAST if day < 86_401 else LAST.replace("Tahun", "Bulan"), url=url)
            writer.write(article(number, body.encode(), 1_700_000_000.25 + day))
    return tmp_path / "archive"


def test_an_archive_gives_its_pages_with_the_time_when_they_were_sent(tmp_path: Path, archive: Path) -> None:
    done = run("archive", cwd=tmp_path)
    assert done.stderr == "3 inputs into data/store.sqlite: 2 new, 1 changed\n"
    (path,) = archive.iterdir()
    places = [f"archive/{path.name}#{row.offset}" for row in rebuild_index(archive) if row.kind == "response"]
    assert rows(tmp_path, "SELECT source FROM inputs ORDER BY rowid") == [(place,) for place in places]
    held = "SELECT fetched, version FROM texts JOIN articles ON texts.id = text_id WHERE articles.url LIKE '%/1'"
    assert rows(tmp_path, held) == [("2023-11-16T22:13:20Z", 2)]


@pytest.mark.usefixtures("archive")
def test_an_archive_that_is_the_same_is_not_even_looked_into(tmp_path: Path) -> None:
    run("archive", cwd=tmp_path)
    before = dumped(tmp_path)
    done = run("archive", cwd=tmp_path)
    assert done.stderr == "0 inputs into data/store.sqlite: nothing to do; 1 WARC file as it was\n"
    assert dumped(tmp_path) == before


def test_of_an_archive_that_grew_only_the_new_pages_are_read(tmp_path: Path, archive: Path) -> None:
    run("archive", cwd=tmp_path)
    with Archive(archive) as writer:
        writer.write(article(9, page(LEAD, LAST, url="https://warta.example/berita/9").encode()))
    done = run("archive", cwd=tmp_path)
    assert done.stderr.splitlines()[-1] == "4 inputs into data/store.sqlite: 1 new, 3 unchanged"


def test_a_store_in_no_folder_is_said_in_one_line(folder: Path) -> None:
    (folder / "file").write_text("")
    done = run("a.html", "--data", "file/data", cwd=folder)
    assert done.returncode == 1
    assert re.fullmatch(r"extractor: file/data: cannot be made: .+\n", done.stderr)
