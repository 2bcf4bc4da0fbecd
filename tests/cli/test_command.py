"""The command as a process: what goes where, exit codes, bad input, broken pipes, full disks."""

import csv
import fcntl
import io
import json
import os
import pty
import re
import resource
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests import forks

ROOT = Path(__file__).parent.parent.parent
DRIVER = [sys.executable, str(ROOT / "tests" / "cli" / "driver.py")]
ONE = "Paritrana Award;2024;province;81;pemerintah kota;Kota Ambon;winner;1;;2025-06-03\n"
STORY = "Wali kota mengatakan bahwa dinas akan mendaftarkan semua nelayan di kota itu. " * 2
TWO = '=HYPERLINK("a");;;;;@Kota Tual;nominee;;3;\n'


def run(*arguments: str, cwd: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return forks.run([*DRIVER[1:], *arguments], cwd, {**os.environ, "COLUMNS": "100"}, given)


def from_scratch(*arguments: str, cwd: Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    return subprocess.run([*DRIVER, *arguments], cwd=cwd, capture_output=True, env=environment, check=False, **more)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(ONE)
    (tmp_path / "a.html").write_text(f"<html><body><p>{TWO}</p><p>{STORY}</p>")
    return tmp_path


def test_lines_of_json_are_what_a_pipe_gets(folder: Path) -> None:
    done = run("extract", ".", cwd=folder)
    assert [json.loads(line)["article"]["source"] for line in done.stdout.splitlines()] == ["a.html", "b.txt"]
    assert (done.returncode, done.stderr) == (0, b"2 inputs: 2 read; award records 2\n")


def test_every_input_is_counted_where_pages_of_a_story_are_one(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://lontar.example/kota-ambon-raih-adipura">'
    head = f"<title>Kota Ambon Raih Adipura</title>{link}"
    for name in ("1.html", "2.html"):
        (tmp_path / name).write_text(f"<html><head>{head}</head><body><p>{STORY}</p>")
    done = run("extract", ".", cwd=tmp_path)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b"2 inputs: 1 read with 1 further page of their stories; award records 0\n"


def test_json_is_one_array(folder: Path) -> None:
    assert len(json.loads(run("extract", ".", "--format", "json", cwd=folder).stdout)) == 2


def test_json_of_nothing_is_an_empty_array(folder: Path) -> None:
    assert json.loads(run("extract", "tiada", "--format", "json", cwd=folder).stdout) == []


def test_csv_has_a_row_for_each_record_and_no_formulas(folder: Path) -> None:
    printed = run("extract", ".", "--format", "csv", cwd=folder).stdout.decode()
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [(row["award"], row["recipient"], row["edition"]) for row in rows] == [
        ('\'=HYPERLINK("a")', "'@Kota Tual", ""),
        ("Paritrana Award", "Kota Ambon", "2024"),
    ]


def test_the_table_names_articles_and_their_records(folder: Path) -> None:
    lines = run("extract", ".", "--format", "table", cwd=folder).stdout.decode().splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "Award Level Category Recipient Outcome Date",
        "",
        "a.html",
        '=HYPERLINK("a") @Kota Tual top 3',
        "",
        "b.txt",
        "Paritrana Award 2024 Maluku pemerintah kota Kota Ambon winner #1 2025-06-03",
    ]
    assert max(map(len, lines)) <= 100


def test_a_spreadsheet_gets_the_names_of_codes_and_the_words_around(folder: Path) -> None:
    row = next(csv.DictReader(io.StringIO(run("extract", "b.txt", "--format", "csv", cwd=folder).stdout.decode())))
    assert (row["scope"], row["scope_name"], row["context"]) == ("81", "Provinsi Maluku", ONE.strip())


def test_a_narrow_terminal_gets_lines_in_which_no_word_is_cut(folder: Path) -> None:
    shown, screen = pty.openpty()
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    environment.pop("COLUMNS", None)
    subprocess.run([*DRIVER, "extract", "b.txt"], cwd=folder, stdout=screen, env=environment, check=True)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", os.read(shown, 4096).decode())
    lines = [" ".join(line.split()) for line in plain.splitlines()]
    os.close(shown)
    os.close(screen)
    assert lines == [
        "",
        "b.txt",
        "Kota Ambon",
        "Paritrana Award 2024",
        "Maluku, pemerintah kota",
        "winner #1 2025-06-03",
    ]


@pytest.mark.parametrize(
    ("closing", "code", "said"),
    [
        (">&-", 1, b"extractor: standard output is closed; send it to a file, or to /dev/null with --out\n"),
        ("<&-", 3, b"set aside: -: empty\n"),
        ("2>&-", 0, b""),
    ],
)
def test_a_stream_that_the_shell_closed_is_no_fault(folder: Path, closing: str, code: int, said: bytes) -> None:
    named = "-" if closing == "<&-" else "b.txt"
    script = f"{shlex.join([*DRIVER, 'extract', named])} {closing}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    ],
)
def test_a_bare_environment_is_enough(folder: Path, environment: dict[str, str]) -> None:
    (folder / "é.txt").write_text(ONE, encoding="utf-8")
    command = [*DRIVER, "extract", "é.txt", "--format", "table"]
    bare = {**environment, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, capture_output=True, env=bare, check=False)
    assert done.returncode == 0
    assert b"Kota Ambon" in done.stdout


def test_pipes_that_a_shell_opens_are_read_with_any_number_of_jobs(folder: Path) -> None:
    script = shlex.join([*DRIVER, "extract", "b.txt", "--jobs", "2", "--format", "csv"]) + " <(cat b.txt)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stdout.count(b"Kota Ambon,winner")) == (0, 2)


def test_two_runs_into_one_folder_leave_whole_files(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*DRIVER, "extract", "b.txt", "a.html", "--out", "hasil"]
    runs = [subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL, env=environment) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert sorted(path.name for path in (folder / "hasil").iterdir()) == ["articles.jsonl", "records.csv"]
    assert (folder / "hasil" / "articles.jsonl").read_bytes().count(b"\n") == 2


def test_out_writes_both_files_and_nothing_on_standard_output(folder: Path) -> None:
    done = run("extract", ".", "--out", "hasil/satu", cwd=folder)
    written = folder / "hasil" / "satu"
    assert sorted(path.name for path in written.iterdir()) == ["articles.jsonl", "records.csv"]
    assert (done.returncode, done.stdout) == (0, b"")
    assert (written / "articles.jsonl").read_bytes() == run("extract", ".", cwd=folder).stdout
    assert (written / "records.csv").read_bytes() == run("extract", ".", "--format", "csv", cwd=folder).stdout


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "table"])
def test_a_reader_that_has_seen_enough_costs_no_file(folder: Path, form: str) -> None:
    (folder / "c.txt").write_text(ONE * 3000)
    script = shlex.join([*DRIVER, "extract", ".", "--format", form, "--out", "hasil"]) + " | true; exit $PIPESTATUS"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (folder / "hasil" / "articles.jsonl").read_bytes().count(b"\n") == 3


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "table"])
def test_two_jobs_print_the_same_bytes_as_one(folder: Path, form: str) -> None:
    names = ["extract", ".", "b.txt", "tiada", "a.html", "--format", form]
    one, two = (run(*names, "--jobs", jobs, cwd=folder) for jobs in ("1", "2"))
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)


def test_standard_input_is_an_article(folder: Path) -> None:
    done = run("extract", "-", cwd=folder, given=ONE.encode())
    assert json.loads(done.stdout)["article"]["source"] == "-"


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("tiada.txt", None, "tiada.txt: no such file or folder"),
        ("kosong.txt", b"", "kosong.txt: empty"),
        ("gambar.txt", b"\x89PNG\r\n\x1a\n", "gambar.txt: not text: a picture"),
        ("acak.txt", bytes(range(256)) * 9, "acak.txt: not text: its bytes are those of a binary file"),
        ("panjang.txt", b"kata " * 4_000_000, "panjang.txt: longer than 10 MiB, which no article is; split it first"),
        (
            "menu.html",
            b"<html><nav>Beranda</nav></html>",
            "menu.html: no story was found in the page; save its text as .txt",
        ),
        ("arsip.gz", b"\x1f\x8b\x08", "arsip.gz: not text: compressed with gzip; unpack it first"),
        ("putar.txt", "putar.txt", "putar.txt: cannot be read: Too many levels of symbolic links"),
        ("hilang.txt", "tiada", "hilang.txt: cannot be read: No such file or directory"),
        ("", None, "'': names nothing; give a path, an address or -"),
        ("folder/", None, "folder/: no .txt, .html or .htm file in this folder"),
        ("baris\nbaru.txt", None, "baris baru.txt: no such file or folder"),
    ],
)
def test_a_bad_input_gets_one_line_and_the_others_are_done(
    folder: Path, name: str, content: bytes | str | None, line: str
) -> None:
    if name.endswith("/"):
        (folder / name).mkdir()
    elif isinstance(content, str):
        (folder / name).symlink_to(content)
    elif content is not None:
        (folder / name).write_bytes(content)
    started = time.monotonic()
    done = run("extract", "b.txt", name, "a.html", cwd=folder)
    assert time.monotonic() - started < 10
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.decode().splitlines()[:-1] == [f"set aside: {line}"]
    assert done.returncode == 3


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_other_encodings_are_read(folder: Path, encoding: str) -> None:
    (folder / "b.txt").write_bytes(f"“Café”\n{ONE}".encode(encoding))
    read = json.loads(run("extract", "b.txt", cwd=folder).stdout)
    assert read["article"]["text"] == f"“Café”\n{ONE}"


def test_odd_characters_keep_one_article_on_one_line(folder: Path) -> None:
    (folder / "b.txt").write_text(f"a\0b\u2028c\x85d\n{ONE}", encoding="utf-8", newline="")
    printed = run("extract", "b.txt", cwd=folder).stdout.decode()
    assert len(printed.splitlines()) == 1
    assert json.loads(printed)["article"]["text"] == f"a\0b\u2028c\x85d\n{ONE}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "--format", "xml", "a"],
        ["ekstrak"],
        ["extract", "a", "--jobs", "0"],
        ["extract", "a", "--jobs", "-1"],
        ["extract", "a", "--jobs", "1000"],
        ["--nothing"],
    ],
)
def test_wrong_usage_ends_with_two(folder: Path, arguments: list[str]) -> None:
    done = run(*arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Usage: extractor")


def test_a_reader_that_has_seen_enough_is_no_reason_to_complain(folder: Path) -> None:
    (folder / "b.txt").write_text(ONE * 20_000)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*DRIVER, "extract", "b.txt", "b.txt", "--format", "csv"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as job:
        assert job.stdout is not None
        assert job.stderr is not None
        job.stdout.read(10)
        job.stdout.close()
        assert job.stderr.read() == b""
    assert job.returncode == 1


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_is_quiet_and_leaves_no_files(folder: Path, sent: signal.Signals) -> None:
    os.mkfifo(folder / "lambat.txt")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*DRIVER, "extract", "b.txt", "lambat.txt", "--out", "hasil"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, env=environment) as job:
        deadline = time.monotonic() + 20
        while not list(folder.glob("hasil/.*partial")) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        job.send_signal(sent)
        assert job.stderr is not None
        assert job.stderr.read() == b""
    assert job.returncode == 130
    assert list((folder / "hasil").iterdir()) == []


def test_a_full_disk_is_said_and_leaves_older_files_whole(folder: Path) -> None:
    run("extract", "b.txt", "--out", "hasil", cwd=folder)
    before = (folder / "hasil" / "articles.jsonl").read_bytes()
    (folder / "b.txt").write_text(ONE * 5_000)

    def full() -> None:  # a file may grow to 64 KiB and no further, as on a disk that is full
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))

    done = from_scratch("extract", "b.txt", "--out", "hasil", cwd=folder, preexec_fn=full)
    assert (done.returncode, done.stderr) == (
        1,
        b"extractor: hasil: cannot be written: File too large; name another folder with --out\n",
    )
    assert (folder / "hasil" / "articles.jsonl").read_bytes() == before
    assert len(list((folder / "hasil").iterdir())) == 2


def test_a_folder_that_cannot_be_made_is_said(folder: Path) -> None:
    done = run("extract", "b.txt", "--out", "b.txt/hasil", cwd=folder)
    said = b"extractor: b.txt/hasil: cannot be written: Not a directory; name another folder with --out\n"
    assert (done.returncode, done.stderr) == (1, said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_standard_output_on_a_full_disk_is_said(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*DRIVER, "extract", "b.txt"], cwd=folder, stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"extractor: No space left on device\n")


def test_help_takes_less_than_a_third_of_a_second_of_cpu(folder: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = from_scratch("--help", cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert b"Examples:" in done.stdout
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


@pytest.mark.parametrize(
    ("arguments", "said"), [(["extract", "--help"], b"Exit codes: 0 done"), (["--version"], b"0.1.0")]
)
def test_help_and_version_are_data(folder: Path, arguments: list[str], said: bytes) -> None:
    done = run(*arguments, cwd=folder)
    assert said in done.stdout
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_learns_to_complete_the_words(folder: Path, shell: str) -> None:
    assert b"_EXTRACTOR_COMPLETE" in run("completion", shell, cwd=folder).stdout


def test_no_module_is_loaded_that_help_does_not_need() -> None:
    code = "import sys, extractor.cli; print(sorted({'spacy', 'rich', 'bs4', 'requests', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
