"""`extractor review`: what a person types, what is printed, and what is refused in one line."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from click.testing import CliRunner
from sqlalchemy import select

from extractor.cli import group
from extractor.errors import ExtractorError
from extractor.store import Store
from extractor.store.entries import register
from extractor.store.tables import entries
from tests.review.stored import TEXT, URL, bare, ingested, read
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.telling import firm, told
from tests.store.telling import ingested as known

RECORD = "Kota Jambi: winner #2, Paritrana Award 2024 (Jambi)"


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Shell:
    """A command line on a store, by a reviewer."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.environment = {"EXTRACTOR_REVIEWER": "rina", "EXTRACTOR_STORE": url}

    def __call__(self, *arguments: str, **environment: str) -> Done:
        command = ["review", *arguments, "--data", str(self.folder)]
        result = CliRunner(env=self.environment | environment).invoke(group, command, standalone_mode=False)
        if isinstance(result.exception, ExtractorError):
            return Done(1, result.stdout, str(result.exception))
        if isinstance(result.exception, click.UsageError):
            return Done(2, result.stdout, result.exception.format_message())
        if result.exception:
            raise result.exception
        return Done(result.return_value or 0, result.stdout, result.stderr)

    def reference(self, words: str) -> str:
        """How the fact with these words is called."""
        listed = self("list", "--article", URL).out
        return re.findall(rf"([0-9a-f]{{8}}\.[0-9a-f]{{8}}) .*{re.escape(words)}", listed)[0]


@pytest.fixture
def shell(store_url: str, tmp_path: Path) -> Shell:  # noqa: F811
    with Store(store_url) as made:
        ingested(made, read())
    return Shell(store_url, tmp_path)


def test_every_fact_of_an_article_is_listed_with_its_reference(shell: Shell) -> None:
    out = shell("list", "--article", URL).out
    assert RECORD in out
    assert "3000 pekerja rentan" in out.replace(".", "")
    assert out.splitlines()[0] == "Jambi juara"


def test_show_prints_the_words_in_their_sentence_the_values_and_the_pattern(shell: Shell) -> None:
    out = shell("show", shell.reference("3.000 pekerja")).out
    assert "Sebanyak [3.000 pekerja rentan] sudah terdaftar" in out
    assert re.search(r"count +3000", out)
    assert re.search(r"read by +worker_counts\.\w+ \(patterns/worker_counts\.toml:\d+\)", out)
    assert "😀" not in out


def test_a_correction_is_told_and_shown_with_its_history(shell: Shell) -> None:
    reference = shell.reference(RECORD)
    done = shell("correct", reference, "rank=1", "edition=2023", "--why", "as the photograph shows")
    assert done.code == 0
    assert done.err.splitlines()[0].startswith("#1  rank: 1, not 2  ")
    out = shell("show", reference).out
    assert re.search(r"rank +1 +the machine reads: 2", out)
    assert re.search(r"#2 +\d{4}-\d\d-\d\d \d\d:\d\d rina: edition: 2023, not 2024", out)
    assert "“as the photograph shows”" in out
    assert "  records  corrected" in out


@pytest.mark.parametrize(("action", "standing"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_word_and_its_undoing(shell: Shell, action: str, standing: str) -> None:
    reference = shell.reference(RECORD)
    assert shell(action, reference).code == 0
    assert f"  records  {standing}" in shell("show", reference).out
    assert shell("undo", "#1").code == 0
    out = shell("show", reference).out
    assert "  records  machine" in out
    assert f"{standing} (undone)" in out
    assert shell("undo", "2").code == 0
    assert f"  records  {standing}" in shell("show", reference).out


def test_a_fact_that_the_machine_missed_is_added(shell: Shell) -> None:
    done = shell("add", URL, "officials", "name=Sutan R.", "role=Wali Kota", "jurisdiction=15.71", "--words", "Sutan")
    assert (done.code, "added it" in done.err) == (0, True)
    out = shell("show", shell.reference("Sutan R.,")).out
    assert "Wali Kota Jambi [Sutan] Rimbawan hadir." in out
    assert "  officials  added" in out


def test_other_words_prove_a_fact(shell: Shell) -> None:
    reference = shell.reference("3.000 pekerja")
    assert shell("correct", reference, "--words", "3.000").code == 0
    assert "Sebanyak [3.000] pekerja rentan" in shell("show", reference).out


def test_a_note_changes_nothing(shell: Shell) -> None:
    reference = shell.reference(RECORD)
    shell("note", reference, "ask the reporter")
    out = shell("show", reference).out
    assert "  records  machine" in out
    assert "“ask the reporter”" in out


@pytest.mark.parametrize(
    ("environment", "option", "who"),
    [({}, ["--who", "budi"], "budi"), ({}, [], "rina"), ({"EXTRACTOR_REVIEWER": ""}, [], "sitiuser")],
    ids=["option", "environment", "system"],
)
def test_who_speaks(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], option: list[str], who: str
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "sitiuser")
    reference = shell.reference(RECORD)
    shell("accept", reference, *option, **environment)
    assert f" {who}: accepted" in shell("show", reference).out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("show", "what"), 1, "what: no reference; `extractor review list` prints them"),
        (("accept", "00000000.12345678"), 1, "00000000: no article is called so"),
        (("accept", "0123456789abcdef"), 1, "0123456789abcdef: no entry is called so"),
        (("undo", "9"), 1, "#9: there is no decision of this number"),
        (("undo", "nine"), 2, "'nine' is no number of a decision"),
        (("show",), 2, "name a fact or an entry, or ask for --next"),
        (("correct", "RECORD"), 2, "say what holds instead"),
        (("correct", "RECORD", "rank"), 2, "'rank': write FIELD=VALUE"),
        (("correct", "RECORD", "rank=two"), 1, "records.rank: 'two' is no whole number from 1 on"),
        (("correct", "RECORD", "year=2024"), 1, "records have no field 'year'"),
        (("correct", "RECORD", "rank=2"), 1, "that is what holds already"),
        (("correct", "RECORD", "rank=2", "rank=3"), 2, "rank is given twice"),
        (("note", "RECORD", " "), 2, "say what is to be written down"),
        (
            ("add", "RECORD", "records", "award=Adipura", "recipient=Bank Contoh", "--words", "Jambi"), 1,
            "a recipient needs a type or a code too: write type=region|company|village|institution|person or code=...",
        ),
        (("correct", "RECORD", "scope=99.99"), 1, "records.scope: '99.99' is no code or name of the gazetteer"),
        (("correct", "RECORD", "--words", "Kota Bungo"), 1, "the article does not say 'Kota Bungo'"),
        (("add", URL, "regions", "code=15.71", "--words", "Kota Jambi"), 1, "that is read already"),
        (("add", URL, "regions", "code=15.02", "--words", " "), 1, "no words are given"),
        (("add", "https://nowhere.example", "regions", "code=15.71", "--words", "x"), 1, "no article is called so"),
        (("same", "Bungo Jaya", "Bungo Raya"), 1, "Bungo Jaya: the register has no such recipient"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_line(
    shell: Shell, arguments: tuple[str, ...], code: int, says: str
) -> None:
    record = shell.reference(RECORD)
    done = shell(*(record if argument == "RECORD" else argument for argument in arguments))
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert "what people said" not in shell("show", record).out


def test_what_is_named_twice_is_decided_once(shell: Shell) -> None:
    record = shell.reference(RECORD)
    assert len(shell("accept", record, record).err.splitlines()) == 1
    assert shell("undo", "1", "#1").code == 0


def test_all_or_none_of_several_are_decided(shell: Shell) -> None:
    record = shell.reference(RECORD)
    assert shell("reject", record, "00000000.12345678").code == 1
    assert "  records  machine" in shell("show", record).out


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = Shell("", tmp_path)("list", EXTRACTOR_STORE="")
    assert (done.code, "no store there yet" in done.err) == (1, True)


SUSPECT = {
    "value": 7_699_476_000_000,
    "for": "iuran",
    "suspect": True,
    "spans": [[0, 5]],
    "pattern": "amounts.rupiah",
}


class TestList:
    @pytest.fixture
    def waiting(self, store_url: str, tmp_path: Path) -> Shell:  # noqa: F811
        with Store(store_url) as made:
            record = read()["records"][0] | {"award": "Noken Bersih", "spans": [[8, 18]]}
            ingested(made, bare(amounts=[SUSPECT], records=[record, record | {"rank": 3}]))
            ingested(made, bare(TEXT + " Lagi.", URL + "/2", records=[record | {"edition": 2020}]))
        return Shell(store_url, tmp_path)

    def test_it_says_why_and_how_many(self, waiting: Shell) -> None:
        done = waiting("list")
        assert "suspect values (1)" in done.out
        assert "Rp7.699.476.000.000 for iuran" in done.out
        assert "awards that no file of patterns/awards names (1)" in done.out
        assert "no award is known by this name; 3 records" in done.out
        assert "disputed: articles disagree (1)" in done.out
        assert done.err == "3 to look at\n"

    def test_what_is_decided_goes(self, waiting: Shell) -> None:
        [look] = [one for one in json.loads(waiting("list", "--format", "json").out) if one["why"] == "suspect"]
        waiting("correct", look["reference"], "suspect=no")
        assert "suspect values" not in waiting("list").out

    def test_an_award_that_was_accepted_goes_and_one_rejected_record_does_not_take_the_others(
        self, waiting: Shell
    ) -> None:
        def unnamed() -> list[Any]:
            return json.loads(waiting("list", "--reason", "unnamed", "--format", "json").out)

        [first] = unnamed()
        waiting("reject", first["reference"])
        [second] = unnamed()
        assert second["reference"] != first["reference"]
        waiting("accept", second["reference"])
        assert unnamed() == []

    def test_what_was_decided_on_another_text_comes_back(self, waiting: Shell, store_url: str) -> None:  # noqa: F811
        [look] = [one for one in json.loads(waiting("list", "--format", "json").out) if one["why"] == "suspect"]
        waiting("accept", look["reference"])
        with Store(store_url) as made:
            ingested(made, bare("Ralat. " + TEXT, amounts=[]))
        done = waiting("list", "--reason", "stale")
        assert "stale: the article changed after a person decided (1)" in done.out
        assert look["reference"] in done.out
        assert waiting("show", look["reference"]).out.splitlines()[0].endswith("amounts  stale")
        waiting("accept", look["reference"])
        assert waiting("list", "--reason", "stale").err == "Nothing needs a look.\n"

    @pytest.mark.parametrize(
        ("filters", "number"),
        [
            (("--outlet", "KORAN"), 2),
            (("--outlet", "kompas"), 0),
            (("--award", "noken"), 2),
            (("--since", "2024-11-20"), 3),
            (("--since", "2024-11-21"), 0),
            (("--until", "2024-11-19"), 0),
            (("--kind", "amounts"), 1),
            (("--limit", "1"), 1),
        ],
    )
    def test_it_is_filtered(self, waiting: Shell, filters: tuple[str, ...], number: int) -> None:
        assert len(json.loads(waiting("list", "--format", "json", *filters).out)) == number

    def test_the_next_one_is_shown_in_full(self, waiting: Shell) -> None:
        assert waiting("list", "--next").out == waiting("show", "--next").out
        assert "disputed: articles disagree: on rank" in waiting("show", "--next").out
        suspect = waiting("show", "--next", "--reason", "suspect").out
        assert "suspect values: cannot be meant as printed" in suspect
        assert "[JAMBI]" in suspect

    def test_nothing_to_look_at_is_said(self, shell: Shell) -> None:
        assert shell("list") == Done(0, "", "Nothing needs a look.\n")


class TestEntries:
    OTHER = TEXT.replace("juara 2", "juara 3")

    @pytest.fixture
    def registered(self, store_url: str, tmp_path: Path) -> Shell:  # noqa: F811
        with Store(store_url) as made:
            ingested(made, read(), read(self.OTHER, URL + "/2"))
        shell = Shell(store_url, tmp_path)
        self.build(shell)
        return shell

    def build(self, shell: Shell) -> None:
        with Store(shell.url) as made:
            register(made, "2026-11-22T04:00:00Z")

    def entry(self, shell: Shell) -> str:
        [look] = json.loads(shell("list", "--reason", "disputed", "--format", "json").out)
        return str(look["reference"])

    def test_a_disputed_entry_is_listed_and_shown_with_those_who_say_so(self, registered: Shell) -> None:
        assert "on rank" in registered("list").out
        out = registered("show", self.entry(registered)).out
        assert re.search(r"rank +unknown +disputed", out)
        assert f"{registered.reference(RECORD)}   {RECORD}" in out
        assert "Koran · 2024-11-20 · " + URL + "/2" in out
        assert "said by 2 articles, 2 independent" in out
        assert re.search(r"\[Kota \w+\]", out.partition("said by")[2])

    def test_a_correction_settles_it_and_is_undone(self, registered: Shell) -> None:
        entry = self.entry(registered)
        assert registered("correct", entry[:8], "rank=2").code == 0
        self.build(registered)
        out = registered("show", entry).out
        assert "  entry  corrected" in out
        assert "disputed" not in out
        assert registered("list").err == "Nothing needs a look.\n"
        registered("undo", "1")
        self.build(registered)
        assert self.entry(registered) == entry

    def test_who_accepts_what_is_open_is_told_that_it_stays_so(self, registered: Shell) -> None:
        entry = self.entry(registered)
        assert f"{entry}: rank stays open; `extractor review correct` decides" in registered("accept", entry).err
        self.build(registered)
        assert "on rank" in registered("list").out

    def test_the_records_that_say_otherwise_are_named(self, registered: Shell) -> None:
        said = registered("correct", self.entry(registered), "rank=2").err
        [named] = re.findall("for gold and examples: (.+)", said)
        assert "winner #3" in registered("show", named).out or re.search(r"rank +3", registered("show", named).out)

    def test_what_is_said_of_an_entry_is_no_gold_and_that_is_told(self, registered: Shell, tmp_path: Path) -> None:
        registered("accept", self.entry(registered))
        done = registered("export", str(tmp_path / "gold"), "--format", "gold", "--reviewed-only")
        assert (done.code, done.err.splitlines()[0]) == (0, f"0 articles into {tmp_path / 'gold'}")
        assert "`review show` has its records" in done.err

    def test_what_holds_already_is_not_corrected(self, registered: Shell) -> None:
        entry = self.entry(registered)
        assert "that is what holds already" in registered("correct", entry, "edition=2024").err
        registered("correct", entry, "rank=2")
        self.build(registered)
        assert "that is what holds already" in registered("correct", entry, "rank=2").err

    def test_a_changed_article_brings_it_back(self, registered: Shell) -> None:
        entry = self.entry(registered)
        registered("correct", entry, "rank=2")
        with Store(registered.url) as made:
            ingested(made, read("Ralat. " + self.OTHER, URL + "/2"))
        self.build(registered)
        assert json.loads(registered("list", "--reason", "stale", "--format", "json").out)[0]["reference"] == entry

    def test_an_entry_stands_as_its_corrected_record(self, registered: Shell) -> None:
        registered("correct", registered.reference(RECORD), "rank=3")
        self.build(registered)
        with Store(registered.url) as made, made.reading() as connection:
            assert connection.execute(select(entries.c.rank, entries.c.review)).all() == [(3, "corrected")]

    @pytest.mark.parametrize(
        ("values", "says"),
        [
            (("recipient=Kota Bungo",), "recipient: an entry's edition, level, scope"),
            (("edition=abc",), "records.edition: 'abc' is no year"),
            (("--words", "Kota Jambi"), "an entry has no words of its own"),
        ],
    )
    def test_what_an_entry_cannot_be_corrected_to(self, registered: Shell, values: tuple[str, ...], says: str) -> None:
        done = registered("correct", self.entry(registered), *values)
        assert (done.code, says in done.err) == (1, True)

    def test_a_figure_that_was_rejected_fails_no_check(self, store_url: str, tmp_path: Path) -> None:  # noqa: F811
        text = TEXT + " Pekerja rentan di kota itu seluruhnya 2.000 orang."
        at, total = text.index("3.000"), text.index("2.000")
        counted = {"bound": "exact", "group": "pekerja rentan", "region": "15.71", "pattern": "made.up"}
        counts = [
            counted | {"count": 3000, "status": "covered", "spans": [[at, at + 5]]},
            counted | {"count": 2000, "status": "total", "spans": [[total, total + 5]]},
        ]
        with Store(store_url) as made:
            ingested(made, bare(text, records=read()["records"], worker_counts=counts))
        shell = Shell(store_url, tmp_path)
        self.build(shell)
        assert "parts below totals: 3.000 of 2.000 pekerja rentan" in shell("list", "--reason", "check").out
        shell("reject", shell.reference("2.000 pekerja rentan"))
        self.build(shell)
        assert shell("list", "--reason", "check").err == "Nothing needs a look.\n"

    def test_a_recipient_is_the_same_as_itself(self, registered: Shell) -> None:
        assert "are one recipient already" in registered("same", "Kota Jambi", "at:15.71").err


    def test_a_recipient_that_is_kept_as_another_is_still_known_by_its_key(
        self,
        store_url: str,  # noqa: F811
        tmp_path: Path,
    ) -> None:
        with Store(store_url) as made:
            known(made, *(told(name, firm(f"Sawit {name}")) for name in ("Aman", "Baru", "Cepat")))
        shell = Shell(store_url, tmp_path)
        self.build(shell)
        shell("same", "Sawit Aman", "Sawit Baru")
        self.build(shell)
        assert "are one recipient already: as:sawit aman" in shell("same", "as:sawit baru", "Sawit Aman").err
        assert "as:sawit aman and as:sawit cepat" in shell("same", "as:sawit baru", "Sawit Cepat").err
        assert shell("different", "as:sawit aman", "as:sawit baru").code == 0


class TestExchange:
    def submitted(self, shell: Shell, target: Path) -> Any:
        shell("export", str(target), "--format", "labelstudio")
        told = json.loads(target.read_text(encoding="utf-8"))
        for task in told:
            result = task["predictions"][0]["result"]
            task["annotations"] = [
                {"result": result, "completed_by": {"email": "budi@example.org"}, "created_at": "2026-11-22T05:00:00Z"}
            ]
        return told

    def test_what_was_changed_in_label_studio_is_decided_once(self, shell: Shell, tmp_path: Path) -> None:
        told = self.submitted(shell, tmp_path / "tasks.json")
        for part in told[0]["annotations"][0]["result"]:
            if part["type"] == "textarea" and part["id"].startswith("records"):
                lines = part["value"]["text"]
                lines[lines.index("rank: 2")] = "rank: 1"
        back = tmp_path / "back.json"
        back.write_text(json.dumps(told), encoding="utf-8")
        reference = shell.reference(RECORD)
        assert "1 decision would be written" in shell("import", str(back), "--dry-run").err
        assert "1 decision written, 0 known already, 0 set aside" in shell("import", str(back)).err
        shown = shell("show", reference).out
        assert "2026-11-22 05:00 budi: rank: 1, not 2" in shown
        assert "0 decisions written, 1 known already" in shell("import", str(back)).err
        assert shell("show", reference).out == shown

    def test_what_was_left_as_it_was_is_accepted_only_where_that_is_asked_for(
        self, shell: Shell, tmp_path: Path
    ) -> None:
        back = tmp_path / "back.json"
        back.write_text(json.dumps(self.submitted(shell, tmp_path / "tasks.json")), encoding="utf-8")
        assert "0 decisions written" in shell("import", str(back)).err
        number = len(json.loads(shell("list", "--article", URL, "--format", "json").out))
        assert f"{number} decisions written" in shell("import", str(back), "--accept").err
        assert "  records  accepted" in shell("show", shell.reference(RECORD)).out

    def test_what_was_changed_on_another_text_is_stale(self, shell: Shell, tmp_path: Path, store_url: str) -> None:  # noqa: F811
        told = self.submitted(shell, tmp_path / "tasks.json")
        told[0]["annotations"][0]["result"] = [
            part for part in told[0]["annotations"][0]["result"] if not part.get("id", "").startswith("worker_counts")
        ]
        back = tmp_path / "back.json"
        back.write_text(json.dumps(told), encoding="utf-8")
        with Store(store_url) as made:
            ingested(made, read("Ralat. " + TEXT))
        assert shell("import", str(back)).code == 0
        assert "worker_counts  rejected, stale" in shell("show", shell.reference("3.000 pekerja")).out

    def test_prodigy_and_back(self, shell: Shell, tmp_path: Path) -> None:
        target = tmp_path / "tasks.jsonl"
        shell("export", str(target), "--format", "prodigy")
        [line] = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
        line["spans"] = [span for span in line["spans"] if span["label"] != "worker_counts"]
        target.write_text(json.dumps(line | {"answer": "accept", "_annotator_id": "budi"}) + "\n", encoding="utf-8")
        assert "1 decision written" in shell("import", str(target)).err
        assert "0 decisions written, 1 known already" in shell("import", str(target)).err
        assert "budi: rejected" in shell("show", shell.reference("3.000 pekerja")).out

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("", "0 answered tasks"),
            ("[{", "no JSON in line 1"),
            ('{"a": 1}', "line 1 was not made by `extractor review export`"),
            ("[1]", "task 1 was not made by `extractor review export`"),
            (
                '[{"data": {"text": "x", "article": "y", "hash": "z", "shown": [3]}, "annotations": [{}]}]',
                "was not made from",
            ),
        ],
    )
    def test_a_file_that_is_none_is_said(self, shell: Shell, tmp_path: Path, content: str, says: str) -> None:
        (tmp_path / "x.json").write_text(content, encoding="utf-8")
        assert says in shell("import", str(tmp_path / "x.json")).err

    def test_gold_leaves_out_what_was_rejected(self, shell: Shell, tmp_path: Path) -> None:
        shell("reject", shell.reference("3.000 pekerja"))
        shell("export", str(tmp_path / "out"), "--format", "gold", "--reviewed-only")
        [path] = (tmp_path / "out" / "gold").iterdir()
        told = json.loads(path.read_text(encoding="utf-8"))
        assert told["worker_counts"] == []
        assert told["records"][0]["rank"] == 2
        assert "Kota Jambi" in told["records"][0]["evidence"]
        assert (tmp_path / "out" / "articles" / told["article"]["source"]).read_text(encoding="utf-8") == TEXT

    def test_a_folder_that_cannot_be_written_is_said(self, shell: Shell, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        done = shell("export", str(tmp_path / "file" / "tasks.json"), "--format", "labelstudio")
        assert (done.code, "cannot be written" in done.err) == (1, True)


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\u202eevil", "=1+1", "x" * 10_000, "<script>"])
def test_hostile_words_move_no_cursor(shell: Shell, hostile: str) -> None:
    reference = shell.reference(RECORD)
    shell("correct", reference, f"category={hostile}", "--why", hostile)
    out = shell("show", reference).out
    assert [one for one in out if not one.isprintable() and one != "\n"] == []


class TestPatterns:
    def new(self, shell: Shell, *arguments: str) -> Done:
        command = ["patterns", "new", *arguments, "--data", str(shell.folder)]
        result = CliRunner(env=shell.environment).invoke(group, command, standalone_mode=False)
        if isinstance(result.exception, click.UsageError):
            return Done(2, result.stdout, result.exception.format_message())
        assert result.exception is None
        return Done(result.return_value or 0, result.stdout, result.stderr)

    def test_what_people_corrected_comes_out_as_examples(self, shell: Shell) -> None:
        shell("reject", shell.reference("3.000 pekerja"))
        shell("correct", shell.reference(RECORD), "rank=1")
        done = self.new(shell, "--from-review")
        assert '"Sebanyak [3.000 pekerja rentan] sudah terdaftar di BPJS Ketenagakerjaan."' in done.out
        assert "# patterns/awards/paritrana.toml" in done.out
        assert "rank = 1" in done.out
        assert "2 examples out of what people said, 0 read as they say already" in done.err

    def test_of_one_kind_only(self, shell: Shell) -> None:
        shell("reject", shell.reference("3.000 pekerja"))
        assert self.new(shell, "records", "--from-review").out == ""

    @pytest.mark.parametrize("arguments", [(), ("award", "x", "--from-review"), ("laws", "--from-review")])
    def test_wrong_usage(self, shell: Shell, arguments: tuple[str, ...]) -> None:
        assert self.new(shell, *arguments).code == 2
