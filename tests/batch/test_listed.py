"""Files of articles that somebody else gathered: each line is an input, and what it says of itself holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.article import Article
from extractor.batch import expand
from extractor.batch.inputs import LIMIT, read
from extractor.batch.listed import line_of
from extractor.batch.reader import PIPELINE, load, read_input
from extractor.clean import clean
from extractor.errors import SetAside

TEXT = "SLEMAN, Warta Rimba - Kabupaten Sleman meraih Piala Adipura 2023.\n\nBaca juga: Bantul Raih Adipura 2021"
ROW = {"id": 7, "text": TEXT, "url": "https://warta.example/sleman", "outlet": None, "published": "2024-03-05"}


def listed(folder: Path, *rows: Any) -> str:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    (folder / "gathered.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return str(folder / "gathered.jsonl")


def cleaned(folder: Path, row: Any) -> Article:
    return clean(read(f"{listed(folder, row)}#1"))


def test_each_line_is_an_input_by_its_number_and_empty_ones_are_none(tmp_path: Path) -> None:
    name = listed(tmp_path, ROW, "", "no json", ROW)
    assert [given.name for given in expand([name])] == [f"{name}#1", f"{name}#3", f"{name}#4"]


def test_a_line_can_be_named_alone(tmp_path: Path) -> None:
    name = f"{listed(tmp_path, ROW, ROW | {'text': 'Hujan.'})}#2"
    assert [given.name for given in expand([name])] == [name]
    assert clean(read(name)).text == "Hujan."


def test_a_file_without_lines_says_so(tmp_path: Path) -> None:
    (given,) = expand([listed(tmp_path)])
    assert given.refused == "no line in it"


def test_a_folder_gives_no_lists_for_what_is_written_is_kept_there_too(tmp_path: Path) -> None:
    listed(tmp_path, ROW)
    (given,) = expand([str(tmp_path)])
    lists = "its lists of articles (.jsonl) are read where they are named themselves"
    assert given.refused == f"no .txt, .html or .htm file in this folder; {lists}"


@pytest.mark.parametrize(
    ("said", "published"),
    [
        (1756339200, "2025-08-28"),
        (1756339200000, "2025-08-28"),
        (1756365600.5, "2025-08-28T07:20:00+00:00"),
        (float("nan"), None),
        (2025, None),
        (True, None),
        (10**400, None),
    ],
)
def test_a_number_is_a_time_as_tables_are_written(tmp_path: Path, said: object, published: str | None) -> None:
    assert cleaned(tmp_path, ROW | {"published": said}).published == published


def test_one_object_in_a_json_file_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "satu.json"
    path.write_text(json.dumps(ROW, indent=1))
    (given,) = expand([str(path)])
    article = clean(read(given.name))
    assert article.text.strip() == TEXT.partition("\n")[0]
    assert (article.outlet, article.source) == ("Warta Rimba", str(path))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (json.dumps([ROW, ROW]), "a list in JSON; save its articles one object a line, as .jsonl"),
        ('{"judul": 1}', "no article: no JSON object with its `text` stands there"),
        ("Ambon", "no JSON object stands there"),
    ],
)
def test_another_json_file_is_no_story(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "lain.json"
    path.write_text(content)
    with pytest.raises(SetAside) as refused:
        read(str(path))
    assert refused.value.reason == reason


def test_the_text_is_cleaned_and_what_is_null_is_read_from_it(tmp_path: Path) -> None:
    article = cleaned(tmp_path, ROW)
    assert article.text.strip() == TEXT.partition("\n")[0]
    assert (article.outlet, article.dateline, article.published) == ("Warta Rimba", "SLEMAN", "2024-03-05")
    assert [piece.text.strip() for piece in article.removed] == ["Baca juga: Bantul Raih Adipura 2021"]


def test_what_the_object_says_holds(tmp_path: Path) -> None:
    more = {"title": " Sleman  Juara ", "outlet": "Rimba Pos", "author": "Siti", "published": "5 Maret 2024 10:20 WIB"}
    article = cleaned(tmp_path, ROW | more)
    assert (article.title, article.outlet, article.author) == ("Sleman Juara", "Rimba Pos", "Siti")
    assert article.published == "2024-03-05T10:20:00+07:00"
    assert {told.field: told.origin for told in article.told} == dict.fromkeys(
        ("url", "title", "outlet", "author", "published"), "given"
    )


def test_a_day_that_cannot_be_read_is_unknown_and_on_record(tmp_path: Path) -> None:
    article = cleaned(tmp_path, ROW | {"published": "tempo hari"})
    assert article.published is None
    assert ("published", "tempo hari", "given") in article.told


@pytest.mark.parametrize(("said", "noted"), [("kemarin", True), (12, True), ("5 Maret 2024", False), (None, False)])
def test_a_day_that_is_not_understood_is_noted(tmp_path: Path, said: object, noted: bool) -> None:
    path = listed(tmp_path, ROW | {"published": said})
    notes = read_input(f"{path}#1", load(PIPELINE)).notes
    assert notes == ((f"its `published` is no day that is understood: '{said}'",) if noted else ())


def test_what_extract_prints_is_an_article_too(tmp_path: Path) -> None:
    assert cleaned(tmp_path, {"schema": 1, "article": ROW, "records": []}).url == ROW["url"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no json", "no JSON object stands there"),
        ("[" * 100_000, "no JSON object stands there"),
        ("[1, 2]", "no article: no JSON object with its `text` stands there"),
        ('{"article": {"title": "A"}}', "no article: no JSON object with its `text` stands there"),
        ('{"text": " "}', "holds no words in its `text`"),
        ('{"text": 3}', "no article: no JSON object with its `text` stands there"),
    ],
)
def test_a_line_without_an_article_is_set_aside(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(SetAside, match=said) as refused:
        cleaned(tmp_path, line)
    assert refused.value.source.endswith("gathered.jsonl#1")


@pytest.mark.parametrize("number", [0, 2, 10**11])
def test_a_line_that_is_not_there_is_set_aside(tmp_path: Path, number: int) -> None:
    with pytest.raises(SetAside, match="the file has no such line"):
        read(f"{listed(tmp_path, ROW)}#{number}")


def test_a_line_longer_than_an_article_is_set_aside(tmp_path: Path) -> None:
    with pytest.raises(SetAside, match="which no article is"):
        read(f"{listed(tmp_path, ROW | {'text': 'a' * LIMIT})}#1")


def test_a_file_that_changed_is_read_as_it_is_now(tmp_path: Path) -> None:
    name = f"{listed(tmp_path, ROW)}#1"
    read(name)
    listed(tmp_path, {"text": "Hujan deras.", "more": "x" * 999})
    assert clean(read(name)).text == "Hujan deras."


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl#", "a.jsonl#x", "a.warc#3", "a.jsonl#٣"])
def test_other_names_name_no_line(name: str) -> None:
    assert line_of(name) is None
