"""`extractor clean`: what is printed of pages, what is kept for tests, what is said of pages that are none."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests import forks

ROOT = Path(__file__).parent.parent.parent
LEAD = "AMBON – Pemerintah Kota Ambon menerima piagam perlindungan pekerja di Jakarta, Selasa (3/6/2025)."
NEXT = "“Kami berterima kasih kepada para nelayan di Latuhalat,” kata Wali Kota Ambon, Yermias Tupalessy, seusai acara."
PAGER = '<div class="paging">Halaman <a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a></div>'


def page(*paragraphs: str, title: str = "Ambon Terima Piagam Pekerja", head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html><head><title>{title} - Kabar Lontar</title>{head}</head><body><h1>{title}</h1>'
        f'<p class="byline">Rabu, 4 Juni 2025 | 08:00 WIT</p><div class="entry-content">{body}</div></body></html>'
    )


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    return forks.told(["-m", "extractor", "clean", *arguments], cwd, environment)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(page(LEAD, "Baca juga: Kota Tual Juara 1", NEXT))
    return tmp_path


def test_a_page_is_printed_as_its_title_its_data_and_its_story(folder: Path) -> None:
    done = run("a.html", cwd=folder)
    assert done.stdout == f"Ambon Terima Piagam Pekerja\nKabar Lontar | 2025-06-04 08:00:00+09:00\n\n{LEAD}\n\n{NEXT}\n"
    assert (done.returncode, done.stderr) == (0, "")


def test_what_was_removed_is_shown_in_its_place(folder: Path) -> None:
    printed = run("a.html", "--show-removed", cwd=folder).stdout
    assert f"{LEAD}\n\n[- link: Baca juga: Kota Tual Juara 1 -]\n{NEXT}\n" in printed


def test_how_a_page_was_read_is_explained(folder: Path) -> None:
    lines = run("a.html", "--explain", cwd=folder).stdout.splitlines()
    told = {line[:12].strip(): line[13:] for line in lines if line[12:13] == " " and line[:1] != " "}
    assert told["published"] == "2025-06-04T08:00:00+09:00  [byline]"
    assert told["author"] == "-"
    assert told["bytes"] == "utf-8 (its bytes)"
    assert "1 link" in told["removed"]
    assert told["read by"].split(":")[0] in ("layout", "density", "trafilatura")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_holds_everything_that_is_known(folder: Path, form: str) -> None:
    printed = json.loads(run("a.html", "--format", form, cwd=folder).stdout)
    article = printed[0] if form == "json" else printed
    assert (article["title"], article["text"]) == ("Ambon Terima Piagam Pekerja", f"{LEAD}\n\n{NEXT}")
    assert {"source", "charset", "reading", "told", "removed", "conflicts", "pages"} <= article.keys()


def test_articles_are_ruled_off_from_each_other(folder: Path) -> None:
    (folder / "b.html").write_text(page(NEXT, LEAD, title="Wali Kota Ambon Berterima Kasih"))
    done = run(".", cwd=folder)
    assert done.stdout.count("─" * 60) == 1
    assert done.stderr == "2 pages: 2 articles\n"


def test_pages_of_one_story_are_one_article_and_what_is_missing_is_said(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://kabarlontar.example/ambon-terima-piagam{}">'
    for number, paragraphs in ((1, (LEAD, NEXT)), (3, (NEXT.replace("nelayan", "pedagang"), LEAD[8:]))):
        canonical = head.format("" if number == 1 else f"?page={number}")
        html = page(*paragraphs, head=canonical).replace("</body>", f"{PAGER}</body>")
        (tmp_path / f"{number}.html").write_text(html)
    done = run(".", cwd=tmp_path)
    assert done.stdout.splitlines()[1].split(" | ")[2] == "pages 2 of 3"
    assert "note: 1.html: 2 of 3 pages of its story are here; missing: 2" in done.stderr
    assert done.returncode == 0


def test_what_is_no_article_is_set_aside_with_its_reason(folder: Path) -> None:
    (folder / "b.html").write_text("<html><head><title>404</title></head><body><h1>Halaman tidak ditemukan</h1></body>")
    done = run("b.html", "a.html", cwd=folder)
    assert done.stderr.startswith("set aside: b.html: ")
    assert done.returncode == 3
    assert LEAD in done.stdout


ENGLISH = "The mayor of the city received an award for the protection of workers, which he was given in the capital."


def test_another_language_is_read_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(ENGLISH, ENGLISH.replace("mayor", "governor"), title="Mayor Receives Award"))
    assert run("a.html", cwd=tmp_path).returncode == 3
    assert ENGLISH in run("a.html", "--any-language", cwd=tmp_path).stdout


def test_what_was_read_of_a_page_that_is_no_article_can_be_had(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(ENGLISH, ENGLISH.replace("mayor", "governor"), title="Mayor Receives Award"))
    done = run("a.html", "--all", cwd=tmp_path)
    assert ENGLISH in done.stdout
    assert "no article: language" in done.stdout.splitlines()[1]
    assert done.returncode == 0


def test_what_is_kept_waits_for_a_reader_and_what_was_read_is_not_written_over(folder: Path) -> None:
    assert run("a.html", "--keep", "expected", cwd=folder).returncode == 0
    kept = json.loads((folder / "expected" / "a.json").read_text())
    assert (kept["pages"], kept["article"]["text"]) == (["a.html"], f"{LEAD}\n\n{NEXT}")
    assert "Baca juga: Kota Tual Juara 1" in kept["teasers"]
    assert "delete this line" in kept.pop("unread")
    (folder / "expected" / "a.json").write_text(json.dumps(kept))
    again = run("a.html", "--keep", "expected", cwd=folder)
    assert again.stderr == "extractor: expected/a.json: somebody has read it; delete it to have it written anew\n"
    assert again.returncode == 1


def test_two_pages_of_one_name_do_not_share_a_kept_file(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "a.html").write_text(page(NEXT, LEAD, title="Wali Kota Ambon Berterima Kasih"))
    done = run("a.html", "b/a.html", "--keep", "expected", cwd=folder)
    assert done.returncode == 1
    assert "has the same name" in done.stderr


def test_a_file_that_a_full_disk_left_empty_is_written_anew(folder: Path) -> None:
    (folder / "expected").mkdir()
    (folder / "expected" / "a.json").touch()
    assert run("a.html", "--keep", "expected", cwd=folder).returncode == 0
    assert json.loads((folder / "expected" / "a.json").read_text())["pages"] == ["a.html"]


def test_the_same_is_printed_with_any_number_of_jobs(folder: Path) -> None:
    for number in range(4):
        (folder / f"b{number}.html").write_text(page(LEAD, NEXT, title=f"Ambon Terima Piagam Pekerja Nomor {number}"))
    one, two = (run(".", "--format", "jsonl", "--jobs", jobs, cwd=folder).stdout for jobs in "12")
    assert one == two
    assert len(one.splitlines()) == 5
