"""Flag, environment, file, default: in this order, each value with its place; what cannot be meant is refused."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from extractor.settings import FILE, SettingsError, settings_of
from extractor.settings.deadlines import deadline_of, seconds_left
from extractor.settings.origins import lines_of, spelled
from extractor.settings.reading import read


def wrong(folder: Path, file: str = "", **environment: str) -> str:
    """How settings are refused."""
    (folder / FILE).write_text(file, encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        settings_of(folder, environment)
    return str(refused.value)


@pytest.mark.parametrize(
    ("flag", "variable", "file", "value", "origin"),
    [
        (9, "8", "workers = 7", 9, "--workers"),
        (None, "8", "workers = 7", 8, "EXTRACTOR_WORKERS"),
        (None, None, "\n\nworkers = 7", 7, "settings.toml:3"),
        (None, "", "", 32, None),
    ],
)
def test_a_value_comes_from_the_first_that_says_it(
    tmp_path: Path, flag: int | None, variable: str | None, file: str, value: int, origin: str | None
) -> None:
    (tmp_path / FILE).write_text(file)
    told = read(tmp_path, {} if variable is None else {"EXTRACTOR_WORKERS": variable}, {"workers": flag})
    assert told.configuration.workers == value
    assert told.origins.get(("workers",), "").removeprefix(f"{tmp_path}/") == (origin or "")


def test_names_in_the_environment_are_apart_by_semicolons_for_those_of_people_have_commas(tmp_path: Path) -> None:
    told = settings_of(tmp_path, {"EXTRACTOR_RELEASE_AUTHORS": "Rahma, Siti; Lembaga Riset Rimba"})
    assert told.release.authors == ["Rahma, Siti", "Lembaga Riset Rimba"]


@pytest.mark.parametrize("doi", ["10.5281/zenodo.7", "https://doi.org/10.5281/zenodo.7", "doi:10.5281/zenodo.7"])
def test_a_doi_is_kept_without_its_resolver(tmp_path: Path, doi: str) -> None:
    assert settings_of(tmp_path, {"EXTRACTOR_RELEASE_DOI": doi}).release.doi == "10.5281/zenodo.7"


def test_what_is_no_doi_is_refused(tmp_path: Path) -> None:
    assert "is to be a DOI: 10.5281/zenodo.0000000" in wrong(tmp_path, EXTRACTOR_RELEASE_DOI="zenodo 7")


def test_tables_of_several_sources_are_laid_over_each_other(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[mail]\nhost = "smtp.example.org"\nport = 25\n')
    told = read(tmp_path, {"EXTRACTOR_MAIL_PORT": "465", "EXTRACTOR_MAIL_PASSWORD": "geheim"}, {})
    mail = told.configuration.mail
    assert (mail.host, mail.port, mail.tls) == ("smtp.example.org", 465, "starttls")
    assert mail.password is not None
    assert mail.password.get_secret_value() == "geheim"
    assert told.origins == {
        ("mail", "host"): f"{tmp_path / FILE}:2",
        ("mail", "port"): "EXTRACTOR_MAIL_PORT",
        ("mail", "password"): "EXTRACTOR_MAIL_PASSWORD",
    }


@pytest.mark.parametrize(
    ("name", "told", "expected"),
    [
        ("EXTRACTOR_DIGEST_TO", "a@b.example, C <c@d.example>", ["a@b.example", "C <c@d.example>"]),
        ("EXTRACTOR_DIGEST_FROM", "a@b.example", "a@b.example"),
        ("EXTRACTOR_OUTLET", '{"a.example": {"gap": 9}}', 9.0),
    ],
)
def test_lists_and_tables_in_the_environment(tmp_path: Path, name: str, told: str, expected: object) -> None:
    made = settings_of(tmp_path, {name: told})
    assert expected in (made.digest.to, made.digest.sender, *(own.gap for own in made.outlet.values()))


def test_what_is_not_ours_in_the_environment_is_no_setting(tmp_path: Path) -> None:
    assert read(tmp_path, {"EXTRACTOR_EVERY_KILL": "1", "GAP": "9", "extractor": "x"}, {}).origins == {}


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("\nspeed = 9", "settings.toml:2: nobody knows 'speed'; there are contact, workers, gap,"),
        ('[mail]\npasword = "geheim"', "settings.toml:2: nobody knows 'mail.pasword'; there are host, port,"),
        ("[mail]\nport = 0", "settings.toml:2: `mail.port` is from 1 to 65535"),
        ("mail.port = 0", "settings.toml:1: `mail.port` is from 1 to 65535"),
        ('mail = { port = 25, tls = "ssl" }', 'settings.toml:1: `mail.tls` is "starttls", "tls" or "none"'),
        ("mail = 3", "settings.toml:1: `mail` is to be a table"),
        ('workers = "4"', "settings.toml:1: `workers` is to be a whole number"),
        ('[digest]\nto = ["a"]', "settings.toml:2: `digest.to` is to hold addresses of mail"),
        ('[digest]\nfrom = "a@b.example\\r\\nBcc: c@d.example"', "settings.toml:2: `digest.from` is to hold addresses"),
        ('[nightly]\ndeadline = "soon"', "settings.toml:2: `nightly.deadline` is to be a time such as"),
        ('[nightly]\nping = "file:///etc/passwd"', "`nightly.ping` is to be an address of the web"),
        ("[backup]\nkeep = 0", "settings.toml:2: `backup.keep` is 1 or more"),
        ('language = "jv"', '`language` is "id" or "en"'),
        ('[outlet."a.example"]\ngap = 1', 'settings.toml:2: `outlet."a.example".gap` is from 2 seconds to a day'),
        ('[outlet."a.example"]\nspeed = 1', "there are gap, budget, hours"),
    ],
)
def test_a_refusal_names_file_line_and_key(tmp_path: Path, file: str, reason: str) -> None:
    assert reason in wrong(tmp_path, file)


@pytest.mark.parametrize(
    ("name", "told", "reason"),
    [
        ("EXTRACTOR_GAP", "cepat", "EXTRACTOR_GAP: `gap` is to be a number"),
        ("EXTRACTOR_MAIL_PORT", "0", "EXTRACTOR_MAIL_PORT: `mail.port` is from 1 to 65535"),
        ("EXTRACTOR_MAIL_POST", "0", "EXTRACTOR_MAIL_POST: nobody knows 'mail.post'"),
        ("EXTRACTOR_MAIL", "geheim", "EXTRACTOR_MAIL: is to be written as JSON"),
        ("EXTRACTOR_OUTLET", '{"a": {"gap": 1}}', "EXTRACTOR_OUTLET: `outlet.a.gap` is from 2 seconds to a day"),
    ],
)
def test_a_refusal_names_the_variable(tmp_path: Path, name: str, told: str, reason: str) -> None:
    assert wrong(tmp_path, **{name: told}).startswith(reason)


@pytest.mark.parametrize(
    ("file", "environment"),
    [
        ('[mail]\npassword = ["geheim"]', {}),
        ('[mail]\npasword = "geheim"', {}),
        ('mail = "geheim"', {}),
        ("", {"EXTRACTOR_MAIL": '{"passwrd": "geheim"}'}),
        ("", {"EXTRACTOR_MAIL": "geheim"}),
        ('store = ["postgresql://u:geheim@h/d"]', {}),
    ],
)
def test_a_refusal_repeats_no_secret(tmp_path: Path, file: str, environment: dict[str, str]) -> None:
    assert "geheim" not in wrong(tmp_path, file, **environment)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a = 1\n[b]\nc = 2", {("a",): 1, ("b",): 2, ("b", "c"): 3}),
        ('[outlet."x.example"]\ngap = 3', {("outlet", "x.example"): 1, ("outlet", "x.example", "gap"): 2}),
        ("b.c = 2  # = 3", {("b", "c"): 1}),
        ("# a = 1\n  a = 2", {("a",): 2}),
    ],
)
def test_the_lines_of_keys(text: str, lines: dict[tuple[str, ...], int]) -> None:
    assert lines_of(text) == lines


def test_a_key_is_spelled_as_the_file_does() -> None:
    assert spelled(("outlet", "a.example", "gap")) == 'outlet."a.example".gap'


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("05:30", time(5, 30)),
        ("5:30", time(5, 30)),
        ("360", timedelta(hours=6)),
        ("6h", timedelta(hours=6)),
        ("1h30m", timedelta(minutes=90)),
    ],
)
def test_a_deadline_is_a_time_or_a_duration(text: str, means: time | timedelta) -> None:
    assert deadline_of(text) == means


@pytest.mark.parametrize("text", ["", "soon", "25:00", "5:3", "0", "0h", "-5", "h", "1d"])
def test_what_is_no_deadline_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="05:30"):
        deadline_of(text)


@pytest.mark.parametrize(("text", "seconds"), [("05:30", 12_600), ("02:00", 86_400), ("01:00", 82_800), ("10", 600)])
def test_a_time_of_the_day_is_the_next_one(text: str, seconds: float) -> None:
    assert seconds_left(text, datetime(2026, 11, 22, 2, tzinfo=UTC)) == seconds
