"""The metrics are in the exposition format of Prometheus, by a parser of our own, and put in place whole."""

import re
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.nightly.journal import NightRecord, StepRecord
from extractor.nightly.metrics import exposition, write

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABEL = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
SAMPLE = re.compile(rf"({NAME})(?:\{{({LABEL}(?:,{LABEL})*)\}})? ([0-9.e+-]+)")
ESCAPED = {"\\\\": "\\", '\\"': '"', "\\n": "\n"}


def parsed(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """The samples of a text in the format; a line that is not in it fails, and so does a sample told twice."""
    assert text.endswith("\n")
    found: dict[tuple[str, tuple[tuple[str, str], ...]], float] = {}
    typed, done = "", set[str]()
    for line in text.splitlines():
        if line.startswith("# "):
            kind, name, told = line[2:].split(" ", 2)
            assert kind in ("HELP", "TYPE")
            assert told
            assert name not in done  # the lines of a metric stand together
            if kind == "TYPE":
                assert told == "gauge"
                done |= {typed} - {""}
                typed = name
            continue
        sample = SAMPLE.fullmatch(line)
        assert sample, line
        assert sample[1] == typed
        labels = re.findall(r'([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"', sample[2] or "")
        key = sample[1], tuple((name, re.sub(r"\\.", lambda one: ESCAPED[one[0]], value)) for name, value in labels)
        assert key not in found
        found[key] = float(sample[3])
    return found


def night(at: float, outcome: str | None, **steps: StepRecord) -> NightRecord:
    ended = None if outcome is None else at + 60.0
    return NightRecord(str(at), at, True, ended, outcome, [{"kind": "silent"}, {"kind": "silent"}], steps)


NIGHTS = [
    night(1000.0, "done"),
    night(
        2000.0,
        "failed",
        crawl=StepRecord(2000.0, 2030.0, "done", None, {"stored": 4, "left_alone": {}, "outlets": {"a.example": 4}}),
        ingest=StepRecord(2030.0, 2040.0, "failed", "no", {"aside": {'odd "\\\n reason': 2}, "drift": []}),
    ),
]


def test_the_last_night_in_numbers() -> None:
    samples = parsed(exposition(NIGHTS))
    told = {
        (name.removeprefix("extractor_nightly_"), *dict(labels).values()): value
        for (name, labels), value in samples.items()
    }
    assert told["started_timestamp_seconds",] == 2000.0
    assert told["success_timestamp_seconds",] == 1060.0
    assert (told["outcome", "done"], told["outcome", "failed"]) == (0.0, 1.0)
    assert (told["step_outcome", "ingest", "failed"], told["step_seconds", "crawl"]) == (1.0, 30.0)
    assert (told["step_count", "crawl", "stored"], told["outlet_articles", "a.example"]) == (4.0, 4.0)
    assert told["set_aside", 'odd "\\\n reason'] == 2.0
    assert told["findings", "silent"] == 2.0


@pytest.mark.parametrize("nights", [NIGHTS[:1], [night(5.0, None)], [night(5.0, None, crawl=StepRecord(5.0))]])
def test_whatever_is_known_is_in_the_format(nights: list[NightRecord]) -> None:
    assert parsed(exposition(nights))


def test_no_night_is_no_metrics() -> None:
    assert exposition([]) == ""


@pytest.mark.parametrize("line", ['a{b="c} 1', "a 1 2 3", "1a 2", 'a{b="\\x"} 1', "a{} x"])
def test_the_parser_refuses_what_is_not_in_the_format(line: str) -> None:
    with pytest.raises(AssertionError):
        parsed(f"# TYPE a gauge\n{line}\n")


def test_the_file_is_replaced_whole_and_may_be_read_by_others(tmp_path: Path) -> None:
    path = tmp_path / "extractor.prom"
    path.write_text("old")
    write(path, "new\n")
    assert (path.read_text(), path.stat().st_mode & 0o777, list(tmp_path.iterdir())) == ("new\n", 0o644, [path])


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "extractor.prom").mkdir()
    with pytest.raises(ExtractorError, match="the metrics cannot be written"):
        write(tmp_path / "extractor.prom", "new\n")
    assert [path.name for path in tmp_path.iterdir()] == ["extractor.prom"]
