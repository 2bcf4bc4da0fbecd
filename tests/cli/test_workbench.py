"""`extractor explain` and `extractor patterns`, from their words to what they print."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from extractor import extract, folders
from extractor.cli import main
from extractor.patterns import load

SENTENCE = "Kota Tegal meraih Adipura 2022 dan menempati deret kedua."


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["extractor", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A patterns folder to write into; what is loaded is still the project's."""
    folder = tmp_path / "patterns"
    (folder / "awards").mkdir(parents=True)
    (folder / "ranks.toml").write_text("# Places.\n", encoding="utf-8")
    monkeypatch.setattr(folders, "patterns", lambda: folder)
    return folder


def test_explain_prints_plain_text_for_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "explain", SENTENCE) == 0
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert [head for head in ("Read", "Nearly read", "Known words") if f"{head}\n" not in said] == []
    assert "wanted {rank_heads}, not “deret”" in said
    assert max(map(len, said.splitlines())) <= 100


def test_explain_reads_files_and_prints_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "clipping.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    assert run(monkeypatch, "explain", str(path), "--format", "json", "--kind", "records") == 0
    told = json.loads(capsys.readouterr().out)
    assert [found["fields"]["recipient"] for found in told["found"]] == ["Kota Tegal"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["explain", "gone.txt"], "there is no file gone.txt"),
        (["explain", SENTENCE, "--kind", "laws"], "no kind is called 'laws'"),
        (["patterns", "check", "--kind", "laws"], "no kind is called 'laws'"),
        (["patterns", "new", "laws"], "no kind is called 'laws'"),
        (["patterns", "new", "award"], "an award needs its name"),
        (["patterns", "new", "award", " "], "an award needs its name"),
        (["patterns", "new", "ranks", "Adipura"], "nothing else has one"),
    ],
)
def test_wrong_usage_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert run(monkeypatch, *words) == 2
    assert said in capsys.readouterr().err


def test_an_empty_text_is_refused_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "explain", " ") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_check_runs_the_examples_of_a_kind(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(monkeypatch, "patterns", "check", "--kind", "awards")
    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert (code, "examples are read as they say." in last) == (0, True)


def test_check_names_file_line_and_difference_of_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "laws.txt").write_text("perwal = Perwali\n", encoding="utf-8")
    example = '{ text = "Ada [Perwal 14] itu", number = "15" }'
    pattern = f'[[pattern]]\nid = "a"\nform = "{{laws}} {{number}}"\nfinds = [\n{example},\n]\n'
    (tmp_path / "regulations.toml").write_text(pattern, encoding="utf-8")
    monkeypatch.setattr("extractor.cli.patterns.checking.patterns", lambda: load(tmp_path))
    monkeypatch.setattr("extractor.workbench.trials.extract", lambda text, _: extract(text))
    assert run(monkeypatch, "patterns", "check", "--kind", "regulations") == 1
    said = capsys.readouterr().out
    assert "patterns/regulations.toml:5  regulations.a" in said
    assert "Ada [Perwal 14] itu" in said
    assert "expected  a fact of regulations there: number “15”" in said
    assert "1 of 1 examples are not read as they say." in said


def test_new_writes_a_pattern_at_the_end_of_its_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own: Path
) -> None:
    assert run(monkeypatch, "patterns", "new", "ranks", "--write") == 0
    lines = (own / "ranks.toml").read_text(encoding="utf-8").splitlines()
    assert lines[:3] == ["# Places.", "", "[[pattern]]"]
    assert f"{own / 'ranks.toml'}:3: fill in" in capsys.readouterr().err


def test_new_writes_an_award_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own: Path
) -> None:
    assert run(monkeypatch, "patterns", "new", "award", "Piala Samudra Terang", "--write") == 0
    assert (own / "awards" / "piala_samudra_terang.toml").is_file()
    assert run(monkeypatch, "patterns", "new", "award", "Piala Samudra Terang", "--write") == 1
    assert "is there already" in capsys.readouterr().err


def test_an_award_that_is_known_is_not_begun_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "patterns", "new", "award", "piala adipura") == 1
    assert "is a name of 'Adipura' already, in patterns/awards/adipura.toml" in capsys.readouterr().err


def test_unseen_tells_misspellings_and_what_was_set_aside(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Tegal menempati perinkat ketiga.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    assert run(monkeypatch, "patterns", "unseen", str(tmp_path)) == 3
    said = capsys.readouterr()
    assert "perinkat  {rank_heads}  peringkat?" in said.out
    assert "set aside" in said.err


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def test_diff_tells_what_another_revision_of_the_patterns_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    older = tmp_path / "older"
    copytree(folders.patterns(), older / "patterns")
    heads = older / "patterns" / "words" / "rank_heads.txt"
    heads.write_text(heads.read_text(encoding="utf-8").replace("\nurutan\n", "\n"), encoding="utf-8")
    git(older, "init", "-q")
    git(older, "add", ".")
    git(older, "commit", "-q", "-m", "patterns")
    monkeypatch.setattr(folders, "patterns", lambda: older / "patterns")
    article = tmp_path / "a.txt"
    article.write_text("Kota Tegal menempati urutan kelima.", encoding="utf-8")
    assert run(monkeypatch, "patterns", "diff", str(article)) == 0
    said = capsys.readouterr().out
    assert "+ “urutan kelima”" in said
    assert "1 gained since HEAD" in said


@pytest.mark.parametrize("revision", ["no-such-revision"])
def test_diff_refuses_a_revision_that_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    assert run(monkeypatch, "patterns", "diff", revision) == 1
    assert "git cannot tell what the patterns were" in capsys.readouterr().err
