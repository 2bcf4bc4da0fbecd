"""What cannot be meant is refused whole, with its file, its line and the reason."""

from pathlib import Path

import pytest

from extractor.errors import PatternError
from extractor.patterns import load

from .folder import AWARD, FORMS, LAWS, patterns_folder

SECOND = FORMS.replace("{year}", "{year} {word}")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("regulations_toml", "[[pattern]\n", "regulations.toml:1: no TOML"),
        ("regulations_toml", FORMS + "[pattern\n", "regulations.toml:6: no TOML"),
        ("regulations_toml", FORMS + "\n[other]\n", "regulations.toml: a pattern file holds [[pattern]] tables"),
        ("regulations_toml", "pattern = 3\n", "regulations.toml: a pattern file holds [[pattern]] tables"),
        ("regulations_toml", FORMS.replace("ignores", "ignore"), "regulations.toml:5: unknown key 'ignore'; known are"),
        ("regulations_toml", FORMS.replace('id = "numbered"\n', ""), "regulations.toml:1: a pattern needs an id"),
        ("regulations_toml", FORMS.replace("form =", "note ="), "regulations.toml:1: a pattern needs an id and a form"),
        ("regulations_toml", FORMS + SECOND, "regulations.toml:6: the id 'numbered' stands in line 1 already"),
        ("regulations_toml", FORMS.replace("{laws}", "{lawz}"),
         "regulations.toml:3: no word list and no shape is called {lawz}; is {laws} meant?"),
        ("regulations_toml", FORMS.replace("{laws}", "{la-ws}"), "regulations.toml:3: cannot read '{la-ws}' in the"),
        ("regulations_toml", FORMS.replace("{laws}", "{laws"), "regulations.toml:3: cannot read '{laws' in the form"),
        ("regulations_toml", FORMS.replace("{laws} nomor|no. {number} tahun {year}", "{laws?} ...3"),
         "regulations.toml:3: the form '{laws?} ...3' can match nothing at all"),
        ("regulations_toml", FORMS.replace("{laws} nomor|no. {number} tahun {year}", "{word} , {Name}"),
         "regulations.toml:3: the form '{word} , {Name}' would be tried at nearly every word"),
        ("regulations_toml", FORMS.replace("[Perwal No. 14 Tahun 2025]", "Perwal No. 14 Tahun 2025"),
         "regulations.toml:4: the example 'melalui Perwal No. 14 Tahun 2025, kita' marks nothing"),
        ("regulations_toml", FORMS.replace("2025]", "2025"), "regulations.toml:4: the example"),
        ("regulations_toml", FORMS.replace("[Perwal", "[[Perwal"), "regulations.toml:4: the example"),
        ("regulations_toml", FORMS.replace("[Perwal No. 14 Tahun 2025]", "[]"), "regulations.toml:4: the example"),
        ("regulations_toml", FORMS.replace('text = "', 'txt = "'), "regulations.toml:1: an example is a sentence"),
        ("regulations_toml", FORMS.replace("ignores = [", "ignores = [3, "), "regulations.toml:1: an example is a"),
        ("regulations_toml", FORMS.replace("finds = [{", "finds = {").replace('"14" }]', '"14" }'),
         "regulations.toml:4: `finds` must be a list in [brackets]"),
        ("regulations_toml", FORMS.replace('"numbered"', "12"), "regulations.toml:2: `id` must be text in quotes"),
        ("regulations_toml", FORMS.replace('form = "', 'forms = "'), "regulations.toml:3: `forms` must be a list"),
        ("regulations_toml", FORMS.replace('form = "', 'forms = [3, "').replace('{year}"', '{year}"]'),
         "regulations.toml:3: `forms` must hold words in quotes, not 3"),
        ("regulations_toml", FORMS.split("finds")[0], "regulations.toml:1: the pattern 'numbered' has no example"),
        ("regulations_toml", FORMS + 'says = "draft"\n', "regulations.toml:6: `says` must be a table in {braces}"),
        ("regulations_toml", FORMS + 'like = "numberd"\n',
         "regulations.toml:6: `like` names no pattern of this file to be read as; there are "),
        ("amounts_toml", FORMS.replace("{number}", "{year}"), "amounts.toml:3: the form '{laws} nomor|no. {year} tahun "
         "{year}' needs a part {number} or {number:LIST}"),
        ("amounts_toml", FORMS.replace("{number}", "{number?}"), "amounts.toml:3: the form"),
        ("ranks_toml", FORMS + "says = { values = 1 }\n", "ranks.toml:6: patterns of ranks say no 'values'"),
        ("ranks_toml", FORMS + "says = { value = true }\n", "ranks.toml:6: `value` in `says` is a whole number, not"),
        ("records_toml", FORMS, 'records.toml:1: a pattern of records needs a line says = { place = "before"|"after"|'),
        ("records_toml", FORMS + 'says = { place = "front" }\n', 'records.toml:6: `place` in `says` is "before"|"aft'),
        ("records_toml", FORMS + 'says = { place = "after", weak = 1 }\n', "records.toml:6: `weak` in `says` is true"),
        ("worker_counts_toml", FORMS + 'says = { of = "group" }\n',
         "worker_counts.toml:3: the form '{laws} nomor|no. {number} tahun {year}' needs a part {group} or {group:LI"),
        ("words__laws_txt", "# nothing\n\n", "words/laws.txt: a word list without words"),
        ("words__laws_txt", LAWS + "Perwal\n", "words/laws.txt:5: 'Perwal' stands in line 2 already"),
        ("words__laws_txt", LAWS + "perda =\n", "words/laws.txt:5: expected `phrase` or `phrase = value`"),
        ("words__laws_txt", LAWS + "= Perda\n", "words/laws.txt:5: expected `phrase` or `phrase = value`"),
        ("words__laws_txt", "#! capitals\n" + LAWS, "words/laws.txt:1: unknown order '#! capitals'"),
        ("awards__bahari_toml", AWARD.replace("name = ", "title = "), "awards/bahari.toml: an award file needs `name`"),
        ("awards__bahari_toml", AWARD.split("names")[0], "awards/bahari.toml: an award file needs `names`"),
        ("awards__bahari_toml", AWARD.split("finds")[0], "awards/bahari.toml: an award file needs `finds`"),
        ("awards__bahari_toml", AWARD.replace("giver", "given_by"), "awards/bahari.toml:2: unknown key 'given_by'"),
        ("awards__bahari_toml", AWARD.replace('"national"', '"world"'), "awards/bahari.toml:3: `level` is one of"),
        ("awards__bahari_toml", AWARD.replace('"Bahari Award"', "3"), "awards/bahari.toml:4: `names` must hold words"),
        ("awards__bahari_toml", AWARD.replace("[Kota Tegal]", "Kota Tegal"), "awards/bahari.toml:5: the example"),
        ("awards__laut_toml", AWARD.replace('name = "Anugerah', 'name = "Piala'),
         "awards/laut.toml:4: 'Anugerah Bahari' is a name of 'Anugerah Bahari' already"),
        ("awards__laut_toml", AWARD, "awards/laut.toml: awards/bahari.toml describes 'Anugerah Bahari' already"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_with_its_place(tmp_path: Path, file: str, text: str, said: str) -> None:
    with pytest.raises(PatternError) as refused:
        load(patterns_folder(tmp_path, **{file: text}))
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("file", ["regulations.toml", "words/laws.txt", "awards/bahari.toml"])
def test_a_file_in_another_encoding_is_refused(tmp_path: Path, file: str) -> None:
    folder = patterns_folder(tmp_path)
    (folder / file).write_bytes(b"perda = \xe9\n")
    with pytest.raises(PatternError, match=f"^{file}: is not UTF-8 text$"):
        load(folder)


def test_a_folder_without_faults_loads(tmp_path: Path) -> None:
    book = load(patterns_folder(tmp_path))
    assert [pattern.name for pattern in book.every] == ["regulations.numbered"]
    assert list(book.awards) == ["Anugerah Bahari"]


def test_a_name_in_other_capitals_belongs_to_one_award_too(tmp_path: Path) -> None:
    other = AWARD.replace('"Anugerah Bahari"', '"ANUGERAH BAHARI"').replace('"Bahari Award"', '"Laut"')
    with pytest.raises(PatternError, match="is a name of 'Anugerah Bahari' already"):
        load(patterns_folder(tmp_path, awards__laut_toml=other))


@pytest.mark.parametrize("change", [("{laws}", "{law:laws}"), ("tahun {year}", "tahun? {year}")])
def test_a_changed_form_changes_the_version_of_its_pattern(tmp_path: Path, change: tuple[str, str]) -> None:
    before = load(patterns_folder(tmp_path / "before")).every[0].version
    after = load(patterns_folder(tmp_path / "after", regulations_toml=FORMS.replace(*change))).every[0].version
    assert before != after


def test_a_pattern_like_another_says_what_that_one_says(tmp_path: Path) -> None:
    model = FORMS + "says = { value = 2 }\n"
    other = FORMS.replace('"numbered"', '"other"').replace("no.", "nmr") + 'like = "numbered"\n'
    book = load(patterns_folder(tmp_path, ranks_toml=model + other))
    assert [pattern.says for pattern in book.by_kind["ranks"]] == [{"value": 2}, {"value": 2}]


def test_a_changed_example_leaves_the_version(tmp_path: Path) -> None:
    before = load(patterns_folder(tmp_path / "before")).every[0].version
    after = load(patterns_folder(tmp_path / "after", regulations_toml=FORMS.replace("kita", "mereka"))).every[0].version
    assert before == after
