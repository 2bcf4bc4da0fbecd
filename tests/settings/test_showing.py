"""Every setting is shown and explained, and no secret is printed."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from extractor.settings import FILE, settings_of
from extractor.settings.model import Fields, Own
from extractor.settings.origins import leaves
from extractor.settings.reading import model_of, read
from extractor.settings.showing import example, shown, without_secrets
from tests import forks

ROOT = Path(__file__).parent.parent.parent
SECRETS = {
    "EXTRACTOR_STORE": "postgresql://siti:geheim@h.example/d?sslpassword=geheim",
    "EXTRACTOR_MAIL_PASSWORD": "geheim",
    "EXTRACTOR_NIGHTLY_PING": "https://siti:geheim@hc.example/geheim?token=geheim",
}


def config(*arguments: str, **environment: str) -> tuple[int, str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EXTRACTOR_")}
    done = forks.told(["-m", "extractor", "config", *arguments], ROOT, {**kept, **environment})
    return done.returncode, done.stdout, done.stderr


def uncommented() -> str:
    """The example with every setting said."""
    return re.sub(r"(?m)^#(?=\S)", "", example())


def keys_of_the_model() -> set[tuple[str, ...]]:
    found = set()
    for name in Fields.model_fields:
        model = model_of((name,))
        inner = {field.alias or key for key, field in model.model_fields.items()} if model is not Fields else {None}
        found |= {(name, *([key] if key else [])) for key in inner}
    return {(*key[:1], "kompas.com", *key[1:]) if key[0] == "outlet" else key for key in found}


def test_the_example_names_every_setting() -> None:
    assert {key for key, _ in leaves(tomllib.loads(uncommented()))} == keys_of_the_model()


def test_the_example_can_be_meant_as_it_is_and_with_everything_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(example(), encoding="utf-8")
    assert read(tmp_path, {}, {}).configuration == settings_of(tmp_path / "nowhere", {})
    (tmp_path / FILE).write_text(uncommented(), encoding="utf-8")
    assert settings_of(tmp_path, {}).outlet == {"kompas.com": Own(gap=2.0, budget=2000, hours=[22.0, 5.0])}


def test_the_example_that_is_shipped_is_the_one_that_is_written() -> None:
    assert (ROOT / "deploy" / "settings.example.toml").read_text(encoding="utf-8") == example()


def test_every_setting_is_shown_with_its_origin(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('gap = 3\n[outlet."a.example"]\nhours = [22, 5]', encoding="utf-8")
    rows = {row.setting: (row.value, row.origin) for row in shown(read(tmp_path, {"EXTRACTOR_WORKERS": "4"}, {}))}
    assert rows["gap"] == (3.0, f"{tmp_path / FILE}:1")
    assert rows["workers"] == (4, "EXTRACTOR_WORKERS")
    assert rows["budget"] == (2000, "default")
    assert rows['outlet."a.example".hours'] == ([22.0, 5.0], f"{tmp_path / FILE}:3")


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_secret_is_printed(tmp_path: Path, form: str) -> None:
    code, out, err = config("show", "--origin", "--format", form, "--data", str(tmp_path), **SECRETS)
    assert (code, err) == (0, "")
    assert "siti" in out
    assert "EXTRACTOR_MAIL_PASSWORD" in out
    assert "geheim" not in out


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("postgresql://u:p@h/d", "postgresql://u:***@h/d"),
        ("postgresql://u:p@ss:w@h:5/d", "postgresql://u:***@h:5/d"),
        ("postgresql://u@h/d", "postgresql://u@h/d"),
        ("postgresql://h/d?user=u&password=p&sslmode=on", "postgresql://h/d?user=u&password=***&sslmode=on"),
        ("data/store.sqlite", "data/store.sqlite"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, printed: str) -> None:
    assert without_secrets(address) == printed


def test_a_variable_that_is_no_setting_is_told(tmp_path: Path) -> None:
    code, _, told = config("show", "--data", str(tmp_path), EXTRACTOR_GAB="3", EXTRACTOR_GAP="3")
    assert (code, told) == (0, "EXTRACTOR_GAB is no setting\n")


def test_broken_settings_are_told_on_a_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("gap = 1")
    code, out, err = config("show", "--data", str(tmp_path))
    assert (code, out) == (1, "")
    assert err == f"extractor: {tmp_path / FILE}:1: `gap` is from 2 seconds to a day\n"


def test_a_first_file_is_written_for_its_owner_and_never_over_another(tmp_path: Path) -> None:
    assert config("init", "--data", str(tmp_path / "new"))[:2] == (0, f"{tmp_path / 'new' / FILE}\n")
    path = tmp_path / "new" / FILE
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == (example(), 0o600)
    path.write_text("gap = 5\n")
    assert config("init", "--data", str(tmp_path / "new"))[0] == 1
    assert path.read_text() == "gap = 5\n"


def test_json_has_every_setting(tmp_path: Path) -> None:
    rows = json.loads(config("show", "--format", "json", "--data", str(tmp_path))[1])
    assert {row["setting"] for row in rows} == {".".join(key) for key in keys_of_the_model() if key[0] != "outlet"}


def test_what_a_first_file_only_explains_is_a_default(tmp_path: Path) -> None:
    assert config("init", "--data", str(tmp_path))[0] == 0
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert {row.origin for row in shown(read(tmp_path, {}, {}))} == {"default"}
    assert config("init", "--data", str(tmp_path))[0] == 1


def test_a_first_file_on_a_full_disk_is_named_and_not_left_half(tmp_path: Path) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", place], capture_output=True, check=False
    ).returncode
    if mounted:
        pytest.skip("no disk can be mounted here")
    try:
        (place / "filler").write_bytes(bytes(4096))
        code, _, err = config("init", "--data", str(place))
        assert (code, err) == (1, f"extractor: {place}/settings.toml: No space left on device\n")
        assert [path.name for path in place.iterdir()] == ["filler"]
    finally:
        subprocess.run(["umount", "--lazy", place], check=False)
