import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor import folders
from extractor.patterns import load, patterns
from extractor.patterns.patternfiles import read_pattern_file
from extractor.store.lessons import Lesson
from extractor.workbench.lessons import Taught, printed, taught, with_examples, write
from tests.review.said import count, record, region

TEXT = (
    "Pemkab mendaftarkan 4.120 pekerja rentan [baru].\n\nKota Tegal meraih peringkat kedua Paritrana Award 2022 "
    'tingkat Provinsi Jawa Tengah. "Lomba diikuti 48 nelayan," katanya.'
)


def lesson(kind: str, fact: dict[str, Any], *words: str, told: tuple[str, ...] = (), finds: bool = True) -> Lesson:
    spans = tuple((TEXT.index(word), TEXT.index(word) + len(word)) for word in words)
    return Lesson(kind, "1f3a9c02.5b7e01d2", TEXT, spans, fact, frozenset(told), finds, fact["pattern"])


def learnt(one: Lesson) -> Taught:
    found = taught(one, patterns())
    assert found
    return found


def test_a_correction_becomes_an_example_with_brackets_round_its_words() -> None:
    one = learnt(lesson("worker_counts", count(4120) | {"status": None}, "4.120 pekerja rentan"))
    assert one.printed["text"] == "Pemkab mendaftarkan [4.120 pekerja rentan] (baru)."
    assert (one.printed["count"], one.file, one.owner, one.finds) == (4120, "worker_counts.toml", "group", True)
    assert one.passed


def test_a_field_that_a_person_said_stays_and_is_not_read_yet() -> None:
    one = learnt(lesson("worker_counts", count(4120) | {"status": "total"}, "4.120 pekerja rentan", told=("status",)))
    assert (one.printed["status"], one.passed) == ("total", False)


def test_a_field_that_the_sentence_does_not_give_is_left_out() -> None:
    one = learnt(lesson("worker_counts", count(4120) | {"region": "33.28"}, "4.120 pekerja rentan"))
    assert ("region" in one.printed, one.passed) == (False, True)


def test_a_field_that_is_unknown_is_an_empty_text() -> None:
    one = learnt(lesson("worker_counts", count(4120) | {"status": None}, "4.120 pekerja rentan", told=("status",)))
    assert one.printed["status"] == ""


def test_a_rejection_becomes_what_is_ignored() -> None:
    one = learnt(lesson("worker_counts", count(48, group="nelayan"), "48 nelayan", finds=False))
    assert (one.printed, one.finds, one.passed) == ({"text": '"Lomba diikuti [48 nelayan]," katanya.'}, False, True)


def test_a_record_of_a_known_award_belongs_to_its_file() -> None:
    fact = record("Kota Tegal", edition=2022, rank=2, level="province", scope="33")
    fact["recipient"] = {"type": "region", "code": "33.76", "name": "Kota Tegal"}
    one = learnt(lesson("records", fact, "peringkat kedua", "Kota Tegal"))
    assert (one.file, one.owner, one.passed) == ("awards/paritrana.toml", None, True)
    assert one.printed["text"].startswith("[Kota Tegal] meraih peringkat kedua")
    assert "award" not in one.printed


def test_words_that_stand_nowhere_together_are_no_example() -> None:
    long = "Kota Tegal " + "dan " * 300
    far = Lesson("regions", "x", long, ((0, 10),), region("33.76", "Kota Tegal"), frozenset(), True, None)
    assert taught(far, patterns()) is None


def example(**changed: Any) -> Taught:
    text = 'Kata "ia", [45 petani]\n😀.'
    made = Taught("worker_counts.toml", "group", True, {"text": text, "count": 45}, "1f3a9c02.5b7e01d2", True)
    return made._replace(**changed)


def test_what_is_printed_can_be_read_as_toml() -> None:
    ignored = example(finds=False, printed={"text": "x [y]"})
    told = tomllib.loads(printed([example(), ignored]))
    assert told["pattern"] == [{"id": "group", "finds": [example().printed], "ignores": ["x [y]"]}]


FILES = sorted(path.relative_to(folders.patterns()).as_posix() for path in folders.patterns().glob("awards/*.toml"))
KINDS = ["regions", "officials", "regulations", "worker_counts", "ranks", "dates", "coverage", "amounts", "records"]


@pytest.mark.parametrize("file", [f"{kind}.toml" for kind in KINDS] + FILES[:5])
@pytest.mark.parametrize("finds", [True, False])
def test_every_other_line_of_a_file_stays_as_it_was(file: str, finds: bool) -> None:
    content = (folders.patterns() / file).read_text(encoding="utf-8")
    rows = tomllib.loads(content).get("pattern")
    owner = next((row["id"] for row in rows if "\n" in content and row.get("finds")), None) if rows else None
    one = example(file=file, owner=owner, finds=finds, printed={"text": "x [y]"})
    after, number = with_examples(content, [one])
    old, new = tomllib.loads(content), tomllib.loads(after)
    table, changed = (old["pattern"][0], new["pattern"][0]) if owner else (old, new)
    key = "finds" if finds else "ignores"
    added = changed[key].pop()
    assert (number, added) == (1, {"text": "x [y]"} if finds else "x [y]")
    assert (changed[key], {k: v for k, v in new.items() if k not in (key, "pattern")}) == (
        table.get(key, []), {k: v for k, v in old.items() if k not in (key, "pattern")},
    )  # fmt: skip
    comments = [line.strip() for line in content.splitlines() if "#" in line]
    assert [line for line in comments if line not in after] == []


def test_the_same_example_is_written_once(tmp_path: Path) -> None:
    shutil.copy(folders.patterns() / "worker_counts.toml", tmp_path)
    assert write(tmp_path, [example(), example()]) == {"worker_counts.toml": 1}
    content = (tmp_path / "worker_counts.toml").read_text(encoding="utf-8")
    assert write(tmp_path, [example()]) == {"worker_counts.toml": 0}
    assert (tmp_path / "worker_counts.toml").read_text(encoding="utf-8") == content
    [found] = [
        one
        for one in read_pattern_file(tmp_path / "worker_counts.toml")[0].finds
        if "petani]" in one.text or "ia" in one.text
    ]
    assert found.text == 'Kata "ia", 45 petani\n😀.'


def test_a_folder_with_written_examples_still_loads(tmp_path: Path) -> None:
    folder = tmp_path / "patterns"
    shutil.copytree(folders.patterns(), folder, ignore=shutil.ignore_patterns("regions", "outlets"))
    rejected = learnt(lesson("worker_counts", count(48, group="nelayan"), "48 nelayan", finds=False))
    corrected = learnt(lesson("regions", region("33.76", "Kota Tegal"), "Kota Tegal"))
    write(folder, [rejected, corrected])
    book = load(folder)
    texts = {one.text for pattern in book.every for one in (*pattern.finds, *pattern.ignores)}
    assert '"Lomba diikuti 48 nelayan," katanya.' in texts
