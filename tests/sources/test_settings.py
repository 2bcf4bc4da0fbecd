"""Settings: somebody must be reachable, and what cannot be meant is refused with its place."""

from pathlib import Path

import pytest

from extractor.settings import SettingsError
from extractor.sources.politeness import Hours
from extractor.sources.settings import Own, read_settings

CONTACT = "uji@warta.example"


@pytest.mark.parametrize(
    ("flag", "environment", "file", "expected"),
    [
        ("a@b.example", "c@d.example", 'contact = "e@f.example"', "a@b.example"),
        (None, "c@d.example", 'contact = "e@f.example"', "c@d.example"),
        (None, None, 'contact = "e@f.example"', "e@f.example"),
        ("https://warta.example/perayap", None, "", "https://warta.example/perayap"),
    ],
)
def test_a_contact_comes_from_the_flag_the_environment_or_the_file(
    tmp_path: Path, flag: str | None, environment: str | None, file: str, expected: str
) -> None:
    (tmp_path / "settings.toml").write_text(file)
    said = {"EXTRACTOR_CONTACT": environment} if environment else {}
    assert read_settings(tmp_path, said, flag, None).contact == expected


def test_without_a_contact_it_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"--contact .* EXTRACTOR_CONTACT, .*settings.toml"):
        read_settings(tmp_path, {}, None, None)


@pytest.mark.parametrize(
    "contact", ["saya", "a b@c.example", "a@b", "http://", "a@b.example\r\nCookie: x", "é@b.example"]
)
def test_a_contact_that_reaches_nobody_is_refused(tmp_path: Path, contact: str) -> None:
    with pytest.raises(SettingsError, match="is no address that a site can reach"):
        read_settings(tmp_path, {}, contact, None)


def test_the_user_agent_is_honest(tmp_path: Path) -> None:
    agent = read_settings(tmp_path, {}, CONTACT, None).user_agent
    assert agent.startswith("extractor/")
    assert agent.endswith("(+mailto:uji@warta.example)")


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("contact = 1", "`contact` is to be a text in quotes"),
        ("gap = 0.5", "`gap` is from 2 seconds to a day"),
        ("gap = nan", "`gap` is from 2 seconds to a day"),
        ("gap = inf", "`gap` is from 2 seconds to a day"),
        ("budget = 0", "one request or more"),
        ("workers = 900", "`workers` is from 1 to 200"),
        ("speed = 9", "nobody knows 'speed'"),
        ('[outlet."a.example"]\nhours = [1]', r"`outlet\.\"a\.example\"\.hours` are two"),
        ('[outlet."a.example"]\nhours = [1, 25]', r"`outlet\.\"a\.example\"\.hours` are two"),
        ('[outlet]\n"a.example" = 1', "is to be a table"),
        ("gap = ", "cannot be read"),
        ("gap = true", "`gap` is to be a number"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, file: str, reason: str) -> None:
    (tmp_path / "settings.toml").write_text(file)
    with pytest.raises(SettingsError, match=reason):
        read_settings(tmp_path, {}, CONTACT, None)


def test_an_outlet_has_its_own_manners_and_hours(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('gap = 3\n[outlet."a.example"]\nbudget = 9\nhours = [22, 5]')
    settings = read_settings(tmp_path, {}, CONTACT, 4)
    assert settings.own == {"a.example": Own(settings.manners._replace(budget=9), (22.0, 5.0))}
    assert settings.manners_at("a.example")[:3] == (3.0, 300.0, 9)
    assert settings.hours_at("a.example", "Asia/Jayapura") == Hours(22.0, 5.0, 9 * 3600.0)
    assert settings.hours_at("b.example", None) is None
