"""The night from end to end over a newspaper on this machine: its report, its end, and what goes wrong."""

import json
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from extractor.nightly.journal import Journal
from extractor.nightly.log import logger
from extractor.nightly.ping import ping
from extractor.nightly.work import Stop
from extractor.sources.exchange import Ask, Exchange
from extractor.store import Store
from extractor.store.check import faults
from extractor.store.tables import articles, entries, records
from tests.nightly.koran import CITIES, check, events, nightly, path_of, scripts, start
from tests.nightly.test_metrics import parsed
from tests.sources.scripted import Server, answer, endless, resets, serving
from tests.store.postgresql import Missing
from tests.store.postgresql import Server as Postgresql

STEPS = ["crawl", "ingest", "rerun", "clusters", "register", "digest", "backup"]
_ADDRESS = re.compile(r"https?://[^\s/]+/[^.\s]")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(scripts(*CITIES[:4])) as made:
        yield made


def counted(where: Path | str) -> tuple[int, int, int]:
    """Articles, records and entries of a store that has no fault."""
    with Store(where) as store:
        assert list(faults(store)) == []
        with store.reading() as connection:
            numbers = [
                connection.execute(select(func.count()).select_from(table)).scalar()
                for table in (articles, records, entries)
            ]
    return numbers[0], numbers[1], numbers[2]


def outcomes(folder: Path) -> dict[str, str | None]:
    """How the steps of the last night ended."""
    return {name: step.outcome for name, step in Journal(folder / "data").nights()[-1].steps.items()}


def test_a_night_brings_articles_into_the_register_and_backs_it_up(tmp_path: Path, server: Server) -> None:
    code, out, err = nightly(server.port, tmp_path)
    assert code == 0, err
    assert [line.replace(":", "").split()[:2] for line in out.splitlines()[:7]] == [[step, "done"] for step in STEPS]
    assert out.splitlines()[1].endswith("(new 4, read 4, records 4)")
    assert counted(tmp_path / "data" / "store.sqlite") == (4, 4, 4)
    [backup] = (tmp_path / "data" / "backups").iterdir()
    assert counted(backup) == (4, 4, 4)


def test_a_second_night_reads_only_what_is_new(tmp_path: Path, server: Server) -> None:
    nightly(server.port, tmp_path)
    server.scripts |= scripts(*CITIES[:5])
    code, out, _ = nightly(server.port, tmp_path)
    assert (code, len(Journal(tmp_path / "data").nights())) == (0, 2)
    assert "stored 1" in out.splitlines()[0]
    assert "new 1" in out.splitlines()[1]
    assert "read 1" in out.splitlines()[1]
    assert counted(tmp_path / "data" / "store.sqlite") == (5, 5, 5)


def test_the_report_as_json(tmp_path: Path, server: Server) -> None:
    code, out, _ = nightly(server.port, tmp_path, "--format", "json")
    told = json.loads(out)
    assert (code, told["outcome"], list(told["steps"]), told["findings"]) == (0, "done", STEPS, [])
    assert told["steps"]["crawl"]["counts"]["outlets"] == {"koran.example": 4}


def test_a_second_one_at_the_same_time_says_who_is_at_work_and_leaves_with_75(tmp_path: Path, server: Server) -> None:
    server.scripts["/feed"] = endless(b"", b"", pause=1)
    first = start(server.port, tmp_path, "nightly", NIGHTLY_WHOLE="60")
    until(lambda: len(server.seen) >= 2)
    second = nightly(server.port, tmp_path)
    crawl = start(server.port, tmp_path, "crawl")
    _, said = crawl.communicate(timeout=60)
    first.kill()
    first.communicate()
    assert second[:2] == (75, "")
    assert f"is held by process {first.pid} on " in second[2]
    assert (crawl.returncode, f"is held by process {first.pid} on " in said) == (75, True)
    assert [event["what"] for event in events(tmp_path)] == ["night begun", "step begun"]


def until(done: object, seconds: float = 60.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:  # type: ignore[operator]
        time.sleep(0.01)
    assert done()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("arguments", "done"),
    [
        (("--only", "crawl"), ["crawl"]),
        (("--from", "ingest"), STEPS[1:]),
        (("--only", "ingest"), ["ingest"]),
    ],
)
def test_some_steps_alone(tmp_path: Path, server: Server, arguments: tuple[str, ...], done: list[str]) -> None:
    (tmp_path / "data").mkdir()
    code, _, _ = nightly(server.port, tmp_path, *arguments)
    assert (code, list(outcomes(tmp_path))) == (0, done)
    assert Journal(tmp_path / "data").nights()[-1].whole is False


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "apa"), "no step is called 'apa': there are crawl, ingest,"),
        (("--only", "crawl", "--from", "crawl"), "--only and --from do not go together"),
        (("--deadline", "soon"), "'soon' is not a time such as"),
    ],
)
def test_what_is_called_wrongly_does_nothing(
    tmp_path: Path, server: Server, arguments: tuple[str, ...], said: str
) -> None:
    code, _, err = nightly(server.port, tmp_path, *arguments)
    assert (code, server.seen, list(tmp_path.iterdir())) == (2, [], [])
    assert said in " ".join(err.split())


@pytest.mark.parametrize("arguments", [("--from", "ingest"), ("--only", "backup")])
def test_what_does_not_crawl_begins_no_folder(tmp_path: Path, server: Server, arguments: tuple[str, ...]) -> None:
    code, _, err = nightly(server.port, tmp_path, *arguments)
    assert (code, list(tmp_path.iterdir())) == (1, [])
    assert "data: there is no such folder" in err


def test_a_dry_run_does_nothing_and_says_what_it_would_do(tmp_path: Path, server: Server) -> None:
    code, out, _ = nightly(server.port, tmp_path, "--dry-run", "--deadline", "05:30")
    assert (code, out.splitlines(), server.seen, list(tmp_path.iterdir())) == (0, [*STEPS, "deadline: 05:30"], [], [])


def test_a_dry_run_where_nobody_is_named_says_so_and_what_would_be_done(tmp_path: Path, server: Server) -> None:
    code, out, err = nightly(server.port, tmp_path, "--dry-run", EXTRACTOR_CONTACT="")
    assert (code, out.splitlines()[: len(STEPS)], list(tmp_path.iterdir())) == (1, STEPS, [])
    assert err.startswith("no night would begin: nobody is named whom a site can reach: say --contact")


@pytest.mark.parametrize("arguments", [(), ("--dry-run",)])
def test_where_nobody_is_named_or_a_setting_is_broken_no_night_begins(
    tmp_path: Path, server: Server, arguments: tuple[str, ...]
) -> None:
    assert nightly(server.port, tmp_path, *arguments, EXTRACTOR_CONTACT="")[0] == 1
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "settings.toml").write_text("gap = 1")
    code, _, err = nightly(server.port, tmp_path, *arguments)
    assert (code, err) == (1, "extractor: data/settings.toml:1: `gap` is from 2 seconds to a day\n")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["settings.toml"]


def test_at_the_deadline_the_rest_is_left_for_the_next_night(tmp_path: Path, server: Server) -> None:
    server.scripts[path_of(CITIES[0])] = endless(b"", b"", pause=1)
    code, out, err = nightly(server.port, tmp_path, "--deadline", "4s", NIGHTLY_WHOLE="60")
    assert code == 3
    assert outcomes(tmp_path)["crawl"] == "stopped"
    assert outcomes(tmp_path)["register"] == "left"
    assert "register: left for the next night: the deadline has come" in err
    assert out.splitlines()[-1].endswith(": stopped")
    server.scripts[path_of(CITIES[0])] = scripts(CITIES[0])[path_of(CITIES[0])]
    code, _, err = nightly(server.port, tmp_path)
    assert "goes on with the night of " in err
    assert (code, counted(tmp_path / "data" / "store.sqlite")) == (0, (4, 4, 4))


def test_asked_to_end_it_ends_in_good_order_and_the_next_one_goes_on(tmp_path: Path, server: Server) -> None:
    server.scripts[path_of(CITIES[0])] = endless(b"", b"", pause=1)
    process = start(server.port, tmp_path, "nightly")
    until(lambda: len(server.seen) >= 3)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 3
    assert outcomes(tmp_path) == {"crawl": "stopped", **dict.fromkeys(STEPS[1:], "left")}
    reasons = {event.get("reason") for event in events(tmp_path) if event["what"] == "step ended"}
    assert reasons == {"asked to end (SIGTERM)"}
    server.scripts |= scripts(*CITIES[:4])
    assert nightly(server.port, tmp_path)[0] == 0
    assert len(Journal(tmp_path / "data").nights()) == 1


def test_a_crawl_that_reaches_nobody_does_not_keep_the_rest_from_being_done(tmp_path: Path, server: Server) -> None:
    nightly(server.port, tmp_path)
    server.scripts = dict.fromkeys(("/robots.txt", "/feed"), resets())
    code, out, err = nightly(server.port, tmp_path, "--from", "crawl")
    assert code == 1
    assert out.splitlines()[0].startswith("crawl     failed: no request was answered")
    assert outcomes(tmp_path) == {"crawl": "failed", **dict.fromkeys(STEPS[1:], "done")}
    assert err.splitlines()[-1].startswith("extractor: crawl: no request was answered")


@pytest.mark.parametrize("arguments", [(), ("--from", "ingest"), ("--only", "backup")])
def test_a_store_that_is_missing_is_not_replaced_by_an_empty_one(
    tmp_path: Path, server: Server, arguments: tuple[str, ...]
) -> None:
    nightly(server.port, tmp_path)
    data = tmp_path / "data"
    (data / "store.sqlite").rename(tmp_path / "elsewhere.sqlite")
    code, out, err = nightly(server.port, tmp_path, *arguments)
    failed = "backup" if "backup" in arguments else "ingest"
    steps = [step for step, outcome in outcomes(tmp_path).items() if outcome == "failed"]
    assert (code, steps, (data / "store.sqlite").exists()) == (1, [failed], False)
    assert f"data/store.sqlite: no store there: the last night wrote into {data}/store.sqlite" not in err
    assert out.count("data/store.sqlite: no store there any more: the nights of data wrote into one") == 1
    assert len(list((data / "backups").iterdir())) == 1
    (tmp_path / "elsewhere.sqlite").rename(data / "store.sqlite")
    assert nightly(server.port, tmp_path, "--only", "backup")[0] == 0


def test_a_night_is_not_led_to_another_place_by_a_typing_error(tmp_path: Path, server: Server) -> None:
    nightly(server.port, tmp_path)
    code, _, err = nightly(server.port, tmp_path, "--from", "ingest", "--store", "data/stroe.sqlite")
    assert (code, (tmp_path / "data" / "stroe.sqlite").exists()) == (1, False)
    last = tmp_path / "data" / "store.sqlite"
    assert f"data/stroe.sqlite: no store there: the last night wrote into {last}; name that one, or `extr" in err


def test_a_store_that_cannot_be_reached_is_said_once(tmp_path: Path, server: Server) -> None:
    where = "postgresql://nobody@127.0.0.1:9/none"
    code, out, _ = nightly(server.port, tmp_path, "--from", "ingest", "--store", where)
    assert (code, out.count("127.0.0.1:9"), out.count("left: the store cannot be worked on")) == (1, 1, 5)


def test_pages_that_are_set_aside_are_counted_by_reason_and_told_by_3(tmp_path: Path, server: Server) -> None:
    server.scripts[path_of(CITIES[0])] = answer(b"<html><h1>Kota</h1><p>Pendek sekali.</p></html>")
    code, _, _ = nightly(server.port, tmp_path)
    [night] = Journal(tmp_path / "data").nights()
    assert (code, night.steps["ingest"].counts["aside"]) == (3, {"too_short": 1})
    assert nightly(server.port, tmp_path)[0] == 0  # it is told once
    assert Journal(tmp_path / "data").nights()[-1].steps["ingest"].counts["aside"] == {}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=False)


def test_on_a_full_disk_it_fails_and_goes_on_when_there_is_space(small_disk: Path, server: Server) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(2_300_000))
    code, _, err = nightly(server.port, small_disk)
    assert code == 1
    assert "full" in err or "No space left" in err or "disk" in err
    filler.unlink()
    code, _, err = nightly(server.port, small_disk)
    assert (code, counted(small_disk / "data" / "store.sqlite")) == (0, (4, 4, 4)), err
    assert "ingest: begins" in err
    assert "register: begins" in err  # what is behind a step that is done again is done again
    assert check(0, small_disk) == (0, "data/store.sqlite: no faults\n")


@pytest.fixture
def own_server() -> Iterator[Postgresql]:
    try:
        made = Postgresql()
    except Missing as error:
        pytest.skip(f"PostgreSQL: {error}")
    yield made
    made.remove()


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_a_server_that_is_stopped_in_the_middle_costs_nothing(
    tmp_path: Path, own_server: Postgresql, how: str
) -> None:
    cities = [f"Kota {name}" for name in ("Tegal", "Jambi", "Malang", "Bitung", "Batu", "Blitar", "Kediri", "Bima")]
    name = own_server.database()
    where = own_server.url(name)
    with serving(scripts(*cities)) as press:
        process = start(press.port, tmp_path, "nightly", EXTRACTOR_STORE=where)
        until(lambda: _has_articles(own_server, name))
        own_server.stop(how)
        _, err = process.communicate(timeout=120)
        assert process.returncode == 1
        assert "failed: postgresql://" in err
        assert "Traceback" not in err
        own_server.start()
        asked = len(press.seen)
        code, _, err = nightly(press.port, tmp_path, EXTRACTOR_STORE=where)
        assert (code, len(press.seen)) == (0, asked), err  # the crawl was done
    assert counted(where) == (8, 8, 8)


def _has_articles(server: Postgresql, database: str) -> bool:
    with server.connected(database) as connection:
        there = connection.execute("SELECT to_regclass('public.articles')").fetchone()
        if there is None or there[0] is None:
            return False
        return connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is not None


START, SUCCESS, FAIL = "/p/secret/start?a=1", "/p/secret?a=1", "/p/secret/fail?a=1"


@pytest.mark.parametrize(("break_it", "told"), [(False, [START, SUCCESS]), (True, [START, FAIL])])
def test_the_dead_mans_switch_is_told_of_start_and_end(
    tmp_path: Path, server: Server, break_it: bool, told: list[str]
) -> None:
    if break_it:
        server.scripts = dict.fromkeys(("/robots.txt", "/feed"), resets())
    with serving({path: answer(b"OK") for path in (START, SUCCESS, FAIL)}) as switch:
        address = f"http://switch.example{SUCCESS}"
        _, out, err = nightly(
            server.port, tmp_path, NIGHTLY_SWITCH=str(switch.port), EXTRACTOR_NIGHTLY_PING=address
        )
        assert [request.split(b" ")[1].decode() for request in switch.seen] == told
    assert "secret" not in out + err + (tmp_path / "data" / "log" / "nightly.jsonl").read_text()


def test_a_switch_that_does_not_answer_fails_no_night(tmp_path: Path, server: Server) -> None:
    with serving({}) as switch:
        code, _, err = nightly(
            server.port, tmp_path, "--only", "crawl", NIGHTLY_SWITCH=str(switch.port),
            EXTRACTOR_NIGHTLY_PING="http://switch.example/secret",
        )  # fmt: skip
    assert code == 0
    assert "the ping of start was not heard: gone (404)" in err
    assert "secret" not in err


def test_a_ping_that_is_refused_is_told_without_the_address() -> None:
    asked: list[str] = []

    class Fetches:
        def fetch(self, ask: Ask, _: object = None) -> Exchange:
            asked.append(ask.url)
            return Exchange(ask, "refused", "127.0.0.1 is an inner address, which extractor never asks", ask.url, ())

    assert ping(Fetches(), "https://hc.example/uuid/", "start") == "the ping of start was not heard: refused"  # type: ignore[arg-type]
    assert asked == ["https://hc.example/uuid/start"]


@pytest.mark.parametrize(("inside", "told"), [("", []), ("true", [START, SUCCESS])])
def test_a_switch_of_ones_own_network_is_told_where_the_settings_allow_it(
    tmp_path: Path, server: Server, inside: str, told: list[str]
) -> None:
    (tmp_path / "data").mkdir()
    with serving({path: answer(b"OK") for path in (START, SUCCESS, FAIL)}) as switch:
        own = {"EXTRACTOR_NIGHTLY_PING": f"http://127.0.0.1:{switch.port}{SUCCESS}"}
        _, _, err = nightly(
            server.port, tmp_path, "--only", "ingest", NIGHTLY_GUARDED="1", EXTRACTOR_NIGHTLY_PING_INSIDE=inside, **own
        )
        assert [request.split(b" ")[1].decode() for request in switch.seen] == told
    port = f"the ping of start was not heard: port {switch.port} is none of the web's; `nightly.ping_inside = true` all"
    assert (port in err, "secret" in err) == (not told, False)


def test_metrics_are_written_in_the_exposition_format(tmp_path: Path, server: Server) -> None:
    nightly(server.port, tmp_path, EXTRACTOR_NIGHTLY_METRICS=str(tmp_path / "extractor.prom"))
    samples = parsed((tmp_path / "extractor.prom").read_text())
    assert samples["extractor_nightly_outlet_articles", (("outlet", "koran.example"),)] == 4.0
    assert samples["extractor_nightly_outcome", (("outcome", "done"),)] == 1.0


def test_metrics_that_cannot_be_written_fail_no_night(tmp_path: Path, server: Server) -> None:
    code, _, err = nightly(
        server.port, tmp_path, "--only", "crawl", EXTRACTOR_NIGHTLY_METRICS=str(tmp_path / "nowhere" / "x.prom")
    )
    assert (code, "the metrics cannot be written" in err) == (0, True)


def test_the_log_tells_of_steps_in_lines_of_json_and_of_nobody(tmp_path: Path, server: Server) -> None:
    nightly(server.port, tmp_path)
    text = (tmp_path / "data" / "log" / "nightly.jsonl").read_text()
    told = [json.loads(line) for line in text.splitlines()]
    assert {line["event"] for line in told} == {"night begun", "step begun", "step ended", "night ended"}
    assert [line["step"] for line in told if line["event"] == "step ended"] == STEPS
    assert not _ADDRESS.search(text)
    assert "@" not in text


def test_the_log_hides_what_may_be_personal_and_is_set_aside_by_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.nightly.log.SIZE", 2_000)
    write = logger(tmp_path, lambda: "now")
    reason = "https://koran.example/budi-hartono-raih: tell siti@koran.example 081234567890 3273010101800001"
    [write("step ended", {"reason": reason, "counts": {"left": [reason]}}) for _ in range(100)]
    files = sorted(path.name for path in (tmp_path / "log").iterdir())
    text = (tmp_path / "log" / "nightly.jsonl").read_text()
    assert files[:2] == ["nightly.jsonl", "nightly.jsonl.1"]
    assert len(files) == 6
    assert not any(word in text for word in ("budi", "siti", "0812", "3273"))
    assert json.loads(text.splitlines()[0])["reason"] == "https://koran.example/... tell @ # #"


def test_a_log_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("")
    logger(tmp_path, lambda: "now")("step ended", {})
    assert (tmp_path / "log").read_text() == ""


def test_what_is_strange_is_told_and_wakes_somebody(tmp_path: Path, server: Server) -> None:
    journal = Journal(tmp_path / "data")
    (tmp_path / "data").mkdir()
    now = datetime.now(UTC)
    for ago in range(45, 0, -1):
        at = (now - timedelta(days=ago)).timestamp()
        counts = {"outlets": {"koran.example": 5 if ago > 4 else 0}}
        journal.add(str(ago), "night begun", at, whole=True)
        journal.add(str(ago), "step ended", at, step="crawl", outcome="done", counts=counts)
        journal.add(str(ago), "night ended", at, outcome="done")
    server.scripts["/feed"] = scripts()["/feed"]
    code, out, _ = nightly(server.port, tmp_path)
    [finding] = [line for line in out.splitlines() if line.startswith("look at this: ")]
    assert code == 3
    assert finding.startswith("look at this: all: nothing new for 5 nights, since ")
    assert "usually 5" in finding


def test_the_time_to_the_deadline() -> None:
    clock = [100.0]
    stop = Stop(lambda: clock[0], 160.0)
    assert (stop.left, stop.reason) == (60.0, None)
    clock[0] = 161.0
    assert (stop.left, stop.reason) == (0.0, "the deadline has come")


def test_what_is_asked_before_anybody_listens_is_heard() -> None:
    heard: list[str] = []
    stop = Stop(time.monotonic)
    stop.ask("enough")
    stop.listen(heard.append)
    assert (heard, stop.reason, stop.left) == (["enough"], "enough", None)


def test_a_damaged_state_says_what_to_do_and_that_works(tmp_path: Path, server: Server) -> None:
    nightly(server.port, tmp_path)
    state = tmp_path / "data" / "state.sqlite"
    state.write_bytes(b"\xff" * 8192)
    code, _, err = nightly(server.port, tmp_path)
    assert (code, outcomes(tmp_path)["crawl"]) == (1, "failed")
    assert "data/state.sqlite: is damaged (file is not a database): move it away, with -wal and -shm beside it;" in err
    state.unlink()
    assert nightly(server.port, tmp_path)[0] == 0
    assert counted(tmp_path / "data" / "store.sqlite") == (4, 4, 4)
