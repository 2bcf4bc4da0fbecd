"""The command `digest`: shown, sent and written; what it says on which stream, and how it ends."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.store import Store
from extractor.store.entries import register
from tests import forks
from tests.digest.postbox import Postbox, postbox
from tests.store.telling import NOW, firm, ingested, record, told

ROOT = Path(__file__).parent.parent.parent
SETTINGS = """
[digest]
to = ["siti@lembaga.example", "budi@lembaga.example"]
from = "extractor@lembaga.example"
period = "week"
[mail]
host = "127.0.0.1"
port = {port}
tls = "none"
user = "siti"
"""
PASSWORD = "rahasia-sekali"


def run(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EXTRACTOR_")}
    own = {**kept, "PYTHONPATH": str(ROOT), **environment}
    done = forks.told(["-m", "extractor", *arguments], folder, own)
    return done.returncode, done.stdout, done.stderr


def fill(folder: Path, *names: str) -> None:
    """A store with an entry of each firm."""
    (folder / "data").mkdir(exist_ok=True)
    with Store(folder / "data" / "store.sqlite") as store:
        store.create()
        ingested(store, *(told(name.replace(" ", ""), firm(name)) for name in names))
        register(store, NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path, "PT Arus")
    return tmp_path


@pytest.fixture
def box(folder: Path) -> Iterator[Postbox]:
    with postbox(password=PASSWORD) as made:
        (folder / "data" / "settings.toml").write_text(SETTINGS.format(port=made.port))
        yield made


def test_where_nobody_is_named_it_is_printed(folder: Path) -> None:
    code, out, err = run(folder, "digest")
    assert (code, out.startswith("Kabar penghargaan, ")) == (0, True)
    assert "PT Arus: peringkat 3" in out
    assert err.endswith(" is sent to stdout: new 1, articles 1, outlets 1\n")


def test_a_second_in_the_same_period_says_that_and_tells_nothing(folder: Path) -> None:
    run(folder, "digest")
    fill(folder, "PT Bina")
    code, out, err = run(folder, "digest")
    assert (code, out) == (0, "")
    assert "went to stdout already" in err
    assert run(folder, "digest", "--preview")[1].count("PT Bina") == 1


def test_a_preview_sends_and_notes_nothing(folder: Path, box: Postbox) -> None:
    code, out, err = run(folder, "digest", "--preview")
    assert (code, out.splitlines()[0][:29], box.said) == (0, "Subject: Kabar penghargaan, 2", [])
    assert err == "a preview for mail: nothing was sent, nothing was noted\n"
    assert run(folder, "digest", "--preview", "--format", "html")[1].startswith("<!DOCTYPE html>")
    assert run(folder, "digest", EXTRACTOR_MAIL_PASSWORD=PASSWORD)[0] == 0
    assert len(box.taken) == 1


def test_nothing_new_sends_nothing(folder: Path, box: Postbox) -> None:
    run(folder, "digest", EXTRACTOR_MAIL_PASSWORD=PASSWORD)
    box.taken.clear()
    again = run(folder, "digest", "--since", "2040-01-01", EXTRACTOR_MAIL_PASSWORD=PASSWORD)
    assert again == (0, "", "nothing is new: nothing is sent\n")
    assert run(folder, "digest", "--since", "2040-01-01", "--preview")[2] == (
        "nothing is new: nothing would be sent\n"
    )
    assert box.taken == []


def test_a_wrong_password_is_one_line_and_the_next_try_sends(folder: Path, box: Postbox) -> None:
    code, out, err = run(folder, "digest", EXTRACTOR_MAIL_PASSWORD="falsch-falsch")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "does not take the user and the password (535): look at mail.user and EXTRACTOR_MAIL_PASSWORD" in err
    assert "falsch" not in err
    assert "lembaga" not in err
    code, _, err = run(folder, "digest", EXTRACTOR_MAIL_PASSWORD=PASSWORD)
    assert (code, len(box.taken)) == (0, 1)
    assert "lembaga" not in err


def test_files_are_written_whole(folder: Path) -> None:
    code, out, _ = run(folder, "digest", "--to", "file", "--out", "kabar", "--language", "en")
    names = sorted(path.suffix for path in (folder / "kabar").iterdir())
    assert (code, out, names) == (0, "", [".html", ".txt"])
    [text] = (folder / "kabar").glob("digest-*.txt")
    assert text.read_text().startswith("Award news, ")


def test_a_folder_that_cannot_be_written_is_one_line_and_nothing_is_noted(folder: Path) -> None:
    (folder / "kabar").write_text("a file")
    code, out, err = run(folder, "digest", "--to", "file", "--out", "kabar")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "kabar: cannot be written" in err
    assert run(folder, "digest", "--to", "file", "--out", "lain")[0] == 0


def test_a_reader_that_has_seen_enough_was_not_told(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m extractor digest | head -c 0; exit ${{PIPESTATUS[0]}}", shell=True, cwd=folder,
        executable="/bin/bash", env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "PT Arus" in run(folder, "digest")[1]


def test_apprise_is_asked_only_where_it_is_named(folder: Path) -> None:
    code, _, err = run(folder, "digest", "--to", "notify")
    assert (code, "digest.notify names no address" in err) == (1, True)
    script = "import sys, extractor.cli.digesting; sys.exit('apprise' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_an_address_that_apprise_does_not_know_is_one_line_without_it(folder: Path) -> None:
    pytest.importorskip("apprise")
    code, _, err = run(folder, "digest", "--to", "notify", EXTRACTOR_DIGEST_NOTIFY="geheim://token@host")
    assert (code, err) == (1, "extractor: digest.notify: number 1 is no address that Apprise knows\n")


def test_each_address_of_apprise_gets_it_once_and_one_that_fails_is_tried_again(folder: Path) -> None:
    pytest.importorskip("apprise")
    with postbox() as one:
        there = f"mailto://127.0.0.1:{one.port}?from=a@b.example&to=c@d.example&mode=insecure"
        gone = "json://127.0.0.1:9/geheim"
        code, _, err = run(folder, "digest", "--to", "notify", EXTRACTOR_DIGEST_NOTIFY=f"{there} , {gone}")
        assert (code, len(one.taken)) == (1, 1)
        assert err == "extractor: digest.notify: number 2 did not take the digest; the next one tries again\n"
        run(folder, "digest", "--to", "notify", EXTRACTOR_DIGEST_NOTIFY=f"{there} , {gone}")
        assert len(one.taken) == 1


def test_without_a_store_it_says_what_makes_one(tmp_path: Path) -> None:
    code, out, err = run(tmp_path, "digest")
    assert (code, out) == (1, "")
    assert "no store there yet" in err


def test_one_killed_at_any_moment_is_sent_again_under_its_name_or_was_noted(folder: Path, box: Postbox) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EXTRACTOR_")}
    own = {**kept, "PYTHONPATH": str(ROOT), "EXTRACTOR_MAIL_PASSWORD": PASSWORD}
    process = subprocess.Popen([sys.executable, "-m", "extractor", "digest"], cwd=folder, env=own)
    end = time.monotonic() + 30
    while not box.taken and time.monotonic() < end:
        time.sleep(0.0005)
    process.kill()
    process.wait()
    run(folder, "digest", EXTRACTOR_MAIL_PASSWORD=PASSWORD)
    run(folder, "digest", EXTRACTOR_MAIL_PASSWORD=PASSWORD)
    assert 1 <= len(box.taken) <= 2
    assert len({mail["Message-ID"] for mail in box.mails}) == 1


def test_the_records_that_make_an_entry_are_told_with_their_region(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with Store(tmp_path / "data" / "store.sqlite") as store:
        store.create()
        ingested(store, told("a", record()))
        register(store, NOW)
    assert "  Jambi\n  - Kota Jambi: peringkat 3\n" in run(tmp_path, "digest", "--preview")[1]
