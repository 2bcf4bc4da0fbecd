"""The crawl as a process: what it prints, exit codes, signals, a second one, a disk that is full."""

import json
import os
import pty
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import forks
from tests.sources.press import feed
from tests.sources.scripted import Server, answer, endless, resets, serving
from tests.sources.stands import agreement, rows

ROOT = Path(__file__).parent.parent.parent
DRIVER = [sys.executable, str(ROOT / "tests" / "cli" / "crawl_driver.py")]
HOST = "http://koran.example"
WANTED = [(f"{HOST}/berita/kota-{at}-raih-paritrana-award", f"Kota {at} Raih Paritrana") for at in range(3)]
OTHER = (f"{HOST}/berita/pasar-murah-di-kota-ini", "Pasar murah")
WORDS = b"Kota itu menerima Paritrana Award dari menteri pada hari Senin. "
PAGE = b"<html><h1>Kota</h1><p>" + WORDS * 30 + b"</p></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    scripts = {url.removeprefix(HOST): answer(PAGE) for url, _ in (*WANTED, OTHER)}
    scripts["/robots.txt"] = answer(b"User-agent: *\nDisallow: /rahasia", Content_Type="text/plain")
    scripts["/feed"] = answer(feed(*WANTED, OTHER), Content_Type="application/rss+xml")
    with serving(scripts) as made:
        yield made


def surroundings(server: Server) -> dict[str, str]:
    kept = {name: told for name, told in os.environ.items() if name != "EXTRACTOR_CONTACT"}
    return {**kept, "PYTHONPATH": str(ROOT), "PRESS_PORT": str(server.port)}


def command(server: Server, *arguments: str, cwd: Path, **more: object) -> subprocess.Popen[bytes]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*DRIVER, *arguments], cwd=cwd, env=surroundings(server), **pipes, **more)  # type: ignore[call-overload, no-any-return]


def run(server: Server, *arguments: str, cwd: Path) -> tuple[int, str, str]:
    done = forks.told([*DRIVER[1:], *arguments], cwd, surroundings(server))
    return done.returncode, done.stdout, done.stderr


CRAWL = ("crawl", "--contact", "uji@warta.example")


def test_a_crawl_prints_a_summary_that_adds_up(tmp_path: Path, server: Server) -> None:
    code, out, err = run(server, *CRAWL, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines()[:3]] == [
        ["outlet", "discovered", "stored", "unchanged", "refused", "failed", "set", "aside", "waiting"],
        ["koran.example", "4", "3", "0", "0", "0", "1", "0"],
        ["all", "4", "3", "0", "0", "0", "1", "0"],
    ]
    assert out.splitlines()[3] == "requests: 5 (ok 5)"


def test_the_summary_as_json(tmp_path: Path, server: Server) -> None:
    code, out, _ = run(server, *CRAWL, "--format", "json", cwd=tmp_path)
    told = json.loads(out)
    assert (code, told["outcome"], told["faults"]) == (0, "done", [])
    assert told["outlets"]["koran.example"] == {
        "discovered": 4, "stored": 3, "unchanged": 0, "refused": 0, "failed": 0, "set_aside": 1, "waiting": 0,
    }  # fmt: skip


def test_requests_say_who_asks(tmp_path: Path, server: Server) -> None:
    run(server, *CRAWL, cwd=tmp_path)
    assert {b"(+mailto:uji@warta.example)" in request for request in server.seen} == {True}


def test_without_a_contact_nothing_is_asked(tmp_path: Path, server: Server) -> None:
    code, out, err = run(server, "crawl", cwd=tmp_path)
    assert (code, out, server.seen) == (1, "", [])
    assert "--contact" in err
    assert "EXTRACTOR_CONTACT" in err


@pytest.mark.parametrize(
    "arguments", [("--deadline", "soon"), ("--since", "kemarin"), ("--limit", "-1"), ("--workers", "900"), ("apa",)]
)
def test_wrong_usage_is_2(tmp_path: Path, server: Server, arguments: tuple[str, ...]) -> None:
    assert run(server, *CRAWL, *arguments, cwd=tmp_path)[0] == 2


def test_what_could_not_be_fetched_is_told_and_3(tmp_path: Path, server: Server) -> None:
    server.scripts[WANTED[0][0].removeprefix(HOST)] = answer(b"", "404 Not Found")
    code, out, err = run(server, *CRAWL, cwd=tmp_path)
    assert code == 3
    assert f"gone: article {WANTED[0][0]}: 404 Not Found" in err
    assert out.splitlines()[1].split()[-3:-1] == ["1", "1"]


def test_a_dry_run_asks_nothing_and_keeps_nothing(tmp_path: Path, server: Server) -> None:
    code, out, err = run(server, "crawl", "--dry-run", cwd=tmp_path)
    assert (code, err, server.seen, list(tmp_path.iterdir())) == (0, "", [], [])
    assert out == "koran.example: 1 lists, 0 articles that wait\n  feed     http://koran.example/feed\n"


@pytest.mark.parametrize("arguments", [("crawl", "--dry-run"), CRAWL, ("sources", "check", "koran.example")])
def test_settings_that_cannot_be_meant_stop_everything(
    tmp_path: Path, server: Server, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("gap = 0.5")
    code, out, err = run(server, *arguments, cwd=tmp_path)
    assert (code, out, server.seen) == (1, "", [])
    assert err == "extractor: data/settings.toml:1: `gap` is from 2 seconds to a day\n"


def test_a_site_that_only_sources_add_knows_can_be_crawled_alone(tmp_path: Path, server: Server) -> None:
    story = (WANTED[0][0].replace("koran", "lain"), WANTED[0][1])
    server.scripts["/umpan"] = answer(feed(story), Content_Type="application/rss+xml")
    run(server, "sources", "add", "http://lain.example/umpan", "--as", "feed", cwd=tmp_path)
    code, out, _ = run(server, *CRAWL, "--outlet", "lain.example", cwd=tmp_path)
    asked = {request.split(b" ")[1] for request in server.seen}
    assert (code, asked) == (0, {b"/robots.txt", b"/umpan", b"/berita/kota-0-raih-paritrana-award"})
    assert out.splitlines()[1].split()[:3] == ["lain.example", "1", "1"]


def until(server: Server, count: int) -> None:
    """Wait until so many requests have come."""
    end = time.monotonic() + 20
    while len(server.seen) < count and time.monotonic() < end:
        time.sleep(0.01)
    assert len(server.seen) >= count


def test_a_second_crawl_says_who_is_at_work_and_leaves_with_75(tmp_path: Path, server: Server) -> None:
    server.scripts["/feed"] = endless(b"", b"", pause=1)
    first = command(server, *CRAWL, cwd=tmp_path)
    until(server, 2)
    code, out, err = run(server, *CRAWL, cwd=tmp_path)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert (code, out) == (75, "")
    assert f"is held by process {first.pid} on " in err
    assert "crawl --contact" in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_finish_what_is_under_way(tmp_path: Path, server: Server, number: int) -> None:
    slow = answer(PAGE)

    def late(connection: object, request: bytes) -> None:
        time.sleep(0.3)
        slow(connection, request)  # type: ignore[arg-type]

    server.scripts |= {url.removeprefix(HOST): late for url, _ in WANTED}
    crawling = command(server, *CRAWL, cwd=tmp_path)
    until(server, 3)
    crawling.send_signal(number)
    out, err = crawling.communicate(timeout=20)
    assert (crawling.returncode, err) == (0, b"")
    last = out.decode().splitlines()[-1]
    assert last.startswith("stopped after 0 min ")
    assert last.endswith(f" s: asked to end ({signal.Signals(number).name})")
    assert len(rows(tmp_path / "data", "fetches")) == len(server.seen) == 3
    assert agreement(tmp_path / "data") == []
    run(server, *CRAWL, cwd=tmp_path)
    assert len(server.seen) == len(set(server.seen)) == 5


def full(limit: int) -> None:
    """No file of this process grows beyond so many bytes: a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


@pytest.mark.parametrize("limit", [100, 3_000, 40_000])
def test_a_full_disk_is_named_and_the_next_run_goes_on(tmp_path: Path, server: Server, limit: int) -> None:
    server.scripts |= {url.removeprefix(HOST): answer(os.urandom(30_000)) for url, _ in WANTED}
    crawling = command(server, *CRAWL, cwd=tmp_path, preexec_fn=lambda: full(limit))
    _, printed = crawling.communicate(timeout=60)
    code, err = crawling.returncode, printed.decode()
    assert code == 1
    assert err.splitlines()[-1].startswith("extractor: data/")
    assert "Traceback" not in err
    assert run(server, *CRAWL, cwd=tmp_path)[0] == 0
    assert agreement(tmp_path / "data") == []
    stored = [row["state"] for row in rows(tmp_path / "data", "candidates")]
    assert sorted(stored) == ["set aside", "stored", "stored", "stored"]


SMALL_DISK = """
mkdir data && mount -t tmpfs -o size=300k tmpfs data || exit 77
"$@"; echo $?
mount -o remount,size=9m data
"$@"; echo $?
cp -r data kept
"""


@pytest.mark.skipif(not shutil.which("unshare"), reason="unshare is not there")
def test_a_small_disk_that_fills_up_costs_nothing(tmp_path: Path, server: Server) -> None:
    server.scripts |= {url.removeprefix(HOST): answer(os.urandom(60_000)) for url, _ in WANTED}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PRESS_PORT": str(server.port)}
    script = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, "sh", *DRIVER, *CRAWL]
    done = subprocess.run(script, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    if not (tmp_path / "kept").is_dir():
        pytest.skip("no file system may be mounted here")
    assert [line for line in done.stdout.splitlines() if line.isdecimal()] == ["1", "0"]
    assert ": database or disk is full" in done.stderr or "No space left on device" in done.stderr
    assert agreement(tmp_path / "kept") == []
    stored = [row["state"] for row in rows(tmp_path / "kept", "candidates")]
    assert sorted(stored) == ["set aside", "stored", "stored", "stored"]


def test_a_terminal_sees_how_it_goes_and_a_log_has_plain_lines(tmp_path: Path, server: Server) -> None:
    server.scripts[WANTED[0][0].removeprefix(HOST)] = answer(b"", "404 Not Found")
    seen, terminal = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PRESS_PORT": str(server.port), "TERM": "xterm"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": terminal}
    done = subprocess.run([*DRIVER, *CRAWL], cwd=tmp_path, env=environment, check=False, **quiet)  # type: ignore[call-overload]
    os.close(terminal)
    shown = os.read(seen, 100_000).decode()
    os.close(seen)
    assert (done.returncode, "requests, " in shown) == (3, True)
    assert f"gone: article {WANTED[0][0]}: 404 Not Found\r\n" in shown


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, server: Server) -> None:
    (tmp_path / "data").write_text("")
    code, _, err = run(server, *CRAWL, cwd=tmp_path)
    assert (code, err) == (1, "extractor: data: cannot be made: File exists\n")


def test_the_whole_story_of_an_address_is_told(tmp_path: Path, server: Server) -> None:
    run(server, *CRAWL, cwd=tmp_path)
    code, out, err = run(server, "why", WANTED[0][0], cwd=tmp_path)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0] == f"story: {WANTED[0][0]} (Kota 0 Raih Paritrana)"
    assert " in http://koran.example/feed" in lines[1]
    assert lines[2] == "wanted: headline: Paritrana"
    assert lines[3] == "state: stored"
    assert lines[4].startswith("robots: allows it: robots.txt (200)")
    assert f"{WANTED[0][0]}: ok 200" in lines[5]
    assert [line.split()[0] for line in lines[6:9]] == ["metadata", "request", "response"]
    assert lines[9].startswith("page: an article of ")


def test_why_an_address_was_not_wanted(tmp_path: Path, server: Server) -> None:
    run(server, *CRAWL, cwd=tmp_path)
    told = json.loads(run(server, "why", OTHER[0], "--format", "json", cwd=tmp_path)[1])
    assert (told["candidates"][0]["state"], told["candidates"][0]["reason"]) == ("set aside", "names no award")
    assert (told["fetches"], told["page"]) == ([], None)


def test_what_nobody_has_heard_of_is_told_with_1(tmp_path: Path, server: Server) -> None:
    assert run(server, "why", f"{HOST}/x", cwd=tmp_path)[0] == 1
    run(server, *CRAWL, cwd=tmp_path)
    assert run(server, "why", f"{HOST}/x", cwd=tmp_path)[0] == 1


def test_what_is_added_by_hand_is_asked_for(tmp_path: Path, server: Server) -> None:
    server.scripts["/tulisan/kota-lain-di-timur-sana"] = answer(PAGE)
    server.scripts["/timur/feed"] = answer(feed((f"{HOST}/berita/kota-9-raih-paritrana-award", "Kota 9")))
    code, out, _ = run(
        server, "sources", "add", f"{HOST}/tulisan/kota-lain-di-timur-sana", f"{HOST}/timur/feed", cwd=tmp_path
    )
    assert (code, out) == (0, f"article: {HOST}/tulisan/kota-lain-di-timur-sana\nfeed: {HOST}/timur/feed\n")
    told = run(server, "why", f"{HOST}/timur/feed", cwd=tmp_path)[1]
    assert told.startswith("source: feed of koran.example, added by hand 20")
    run(server, *CRAWL, cwd=tmp_path)
    asked = [request.split()[1] for request in server.seen]
    assert {b"/tulisan/kota-lain-di-timur-sana", b"/timur/feed", b"/berita/kota-9-raih-paritrana-award"} <= set(asked)


def test_a_file_of_addresses_is_added(tmp_path: Path, server: Server) -> None:
    (tmp_path / "daftar.txt").write_text(f"# catatan\n{WANTED[0][0]}\nbukan alamat\n")
    code, out, _ = run(server, "sources", "add", "--file", "daftar.txt", cwd=tmp_path)
    assert (code, out.splitlines()[0]) == (3, f"article: {WANTED[0][0]}")


def test_a_check_says_what_works_after_asking_robots(tmp_path: Path, server: Server) -> None:
    code, out, _ = run(server, "sources", "check", "koran.example", "--contact", "uji@warta.example", cwd=tmp_path)
    assert [request.split()[1] for request in server.seen] == [b"/robots.txt", b"/feed"]
    assert (code, out) == (
        0, "feed     http://koran.example/feed  works: 4 stories\nkoran.example: 1 of 1 lists work\n"
    )  # fmt: skip


def test_a_check_of_what_does_not_work_is_3(tmp_path: Path, server: Server) -> None:
    server.scripts["/feed"] = answer(PAGE)
    code, out, _ = run(server, "sources", "check", "koran.example", "--contact", "uji@warta.example", cwd=tmp_path)
    assert (code, "does not work: no feed" in out) == (3, True)


def test_statistics_count_what_came(tmp_path: Path, server: Server) -> None:
    run(server, *CRAWL, cwd=tmp_path)
    told = json.loads(run(server, "sources", "stats", "--format", "json", cwd=tmp_path)[1])
    assert [(row["outlet"], row["stored"], row["latest"]) for row in told] == [("koran.example", 3, 3)]


def test_every_outlet_is_listed(tmp_path: Path, server: Server) -> None:
    code, out, _ = run(server, "sources", "list", cwd=tmp_path)
    assert code == 0
    assert "kompas.com (Kompas.com): " in out


def test_a_night_in_which_nothing_was_reached_is_no_success(tmp_path: Path, server: Server) -> None:
    server.scripts = dict.fromkeys(("/robots.txt", "/feed"), resets())
    code, out, err = run(server, *CRAWL, cwd=tmp_path)
    assert code == 1
    assert "left alone: http://koran.example: robots.txt cannot be reached: " in out
    assert err.splitlines()[-1] == "extractor: none of 3 requests was answered: is there a way to the net?"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("why", "apa"), "apa: is no address of the web (https://...)"),
        (("sources", "add", "apa"), "not added: line 1: no address of the web (https://...): 'apa'"),
        (("sources", "add", "https://[::1]/x"),
         "not added: https://[::1]/x: ::1 is an inner address, which extractor never asks"),
        (("sources", "stats"), "data: no crawl has been here; name its folder with --data"),
    ],
)
def test_nonsense_is_told_on_one_line_and_leaves_nothing(
    tmp_path: Path, server: Server, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(server, *arguments, cwd=tmp_path)
    assert (code in (1, 3), out, err) == (True, "", f"extractor: {said}\n")
    assert list(tmp_path.iterdir()) == []


NO_LEAVE = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []


@pytest.mark.skipif(bool(NO_LEAVE) and not shutil.which("setpriv"), reason="root writes everywhere")
def test_a_folder_that_may_only_be_read_is_read_and_otherwise_named(tmp_path: Path, server: Server) -> None:
    if subprocess.run([*NO_LEAVE, "true"], check=False, capture_output=True).returncode:
        pytest.skip("root may not give up its leave here")
    run(server, *CRAWL, cwd=tmp_path)
    (tmp_path / "data").chmod(0o555)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PRESS_PORT": str(server.port)}
    ran = [
        subprocess.run([*NO_LEAVE, *DRIVER, *told], cwd=tmp_path, env=environment, capture_output=True, check=False)
        for told in (("why", WANTED[0][0]), ("sources", "stats"), ("sources", "add", f"{HOST}/x"))
    ]
    (tmp_path / "data").chmod(0o755)
    assert [done.returncode for done in ran] == [0, 0, 1]
    assert ran[0].stdout.startswith(b"story: ")
    assert ran[2].stderr.startswith(b"extractor: data/state.sqlite: ")
