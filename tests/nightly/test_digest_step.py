"""The step `digest` of a night: sent once, noted in the backup, tried again where the mail server is ill."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.nightly.journal import NightRecord, StepRecord
from extractor.nightly.notes import notes_of
from tests.digest.postbox import postbox
from tests.nightly.koran import CITIES, nightly, scripts
from tests.nightly.test_nightly import outcomes
from tests.sources.scripted import Server, serving

SETTINGS = """
[digest]
to = ["siti@lembaga.example"]
from = "extractor@lembaga.example"
[mail]
host = "127.0.0.1"
port = {port}
tls = "none"
"""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(scripts(*CITIES[:2])) as made:
        yield made


def settings(folder: Path, port: int) -> None:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "settings.toml").write_text(SETTINGS.format(port=port))


def test_a_night_sends_what_it_brought_and_no_later_one_sends_it_again(tmp_path: Path, server: Server) -> None:
    with postbox() as box:
        settings(tmp_path, box.port)
        code, out, err = nightly(server.port, tmp_path)
        assert code == 0, err
        assert "digest    done (new 2, articles 2, outlets 1, sent 1)" in out
        assert nightly(server.port, tmp_path)[0] == 0
    [mail] = box.mails
    assert "Kota Tegal" in mail.as_string()
    assert "lembaga" not in "".join(path.read_text() for path in (tmp_path / "data" / "log").iterdir())


def test_a_mail_server_that_is_ill_fails_the_step_and_not_the_backup_and_is_tried_again(
    tmp_path: Path, server: Server
) -> None:
    with postbox(at_data="451 later") as box:
        settings(tmp_path, box.port)
        code, _, err = nightly(server.port, tmp_path)
        assert code == 1
        assert "did not take the mail (451)" in err
        assert "siti" not in err
        assert (outcomes(tmp_path)["digest"], outcomes(tmp_path)["backup"]) == ("failed", "done")
        box.at_data = "250 kept"
        assert nightly(server.port, tmp_path)[0] == 0
        assert outcomes(tmp_path)["digest"] == "done"
    assert len(box.taken) == 1


def test_a_dead_address_is_named_by_its_number_and_wakes_nobody(tmp_path: Path, server: Server) -> None:
    with postbox(refused={"mati@lembaga.example": "550 no"}) as box:
        settings(tmp_path, box.port)
        file = tmp_path / "data" / "settings.toml"
        file.write_text(file.read_text().replace('to = [', 'to = ["mati@lembaga.example", '))
        code, out, _ = nightly(server.port, tmp_path)
    assert code == 3
    assert "does not take mail for number 1 (550) of digest.to; the next digest tries again" in " ".join(out.split())
    assert (outcomes(tmp_path)["digest"], len(box.taken)) == ("done", 1)


def test_where_nobody_is_named_nothing_is_sent(tmp_path: Path, server: Server) -> None:
    code, out, _ = nightly(server.port, tmp_path)
    assert code == 0
    assert "digest    done: digest.to names nobody" in out


def test_steps_that_did_not_end_are_noted_while_the_night_is_young() -> None:
    night = NightRecord("2026-11-22T02:00:00Z", 1_795_312_800.0, steps={"crawl": StepRecord(outcome="failed")})
    assert [tuple(note)[:2] for note in notes_of([night], night.started + 3600)] == [("step", "crawl")]
    assert notes_of([night], night.started + 3 * 86_400) == []
    assert notes_of([], 0.0) == []
