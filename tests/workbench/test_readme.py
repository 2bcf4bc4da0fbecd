"""The worked example of patterns/README.md is read as it says, and only because it is there."""

from pathlib import Path
from shutil import copytree, ignore_patterns
from textwrap import dedent

from extractor import folders
from extractor.patterns import load
from extractor.workbench.trials import run, trials

README = Path(__file__).parents[2] / "patterns" / "README.md"


def example() -> str:
    text = README.read_text(encoding="utf-8")
    start = text.index('    [[pattern]]\n    id = "top"')
    return dedent(text[start : text.index("\n\n", start)])


def passed(folder: Path) -> list[bool]:
    book = load(folder)
    return [run(trial, book).passed for trial in trials(book) if trial.owner == "ranks.top"]


def test_a_pattern_of_ones_own_reads_what_nothing_read_before(tmp_path: Path) -> None:
    folder = copytree(folders.patterns(), tmp_path / "patterns", ignore=ignore_patterns("regions", "outlets"))
    with (folder / "ranks.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{example()}\n")
    assert passed(folder) == [True, True]


def test_the_control_the_same_words_without_what_they_say_are_no_place(tmp_path: Path) -> None:
    folder = copytree(folders.patterns(), tmp_path / "patterns", ignore=ignore_patterns("regions", "outlets"))
    with (folder / "ranks.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + example().replace("says = { value = 1 }\n", "") + "\n")
    assert passed(folder) == [False, True]
