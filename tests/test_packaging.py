"""The wheel and the sdist carry patterns and corpus, and the command works from an empty environment in any folder."""

import json
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = "AMBON, LONTAR.COM – Wali Kota Ambon menyerahkan kartu peserta kepada 1.200 nelayan, Selasa (3/6/2025)."


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the wheel, built from the sdist, and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel; what it depends on is seen where the tests themselves have it."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=False, symlinks=True)
    python, wheel = folder / "bin" / "python", next(built.glob("*.whl"))
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def test_the_wheel_carries_patterns_and_corpus(built: Path) -> None:
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    shipped = {
        f"extractor/shipped/{path.relative_to(ROOT).as_posix()}"
        for folder in ("patterns", "corpus")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert len(shipped) > 100
    assert shipped - names == set()


def test_the_sdist_carries_what_makes_and_tests_it(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"Makefile", "requirements.lock", "requirements-dev.lock", "tests/test_packaging.py", "LICENSE", ".ci/run"}
    assert wanted - names == set()


def test_the_command_works_in_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    printed = run(installed / "bin" / "extractor", "extract", "a.txt", "--format", "jsonl", cwd=tmp_path)
    read = json.loads(printed)
    assert read["article"]["dateline"] == "AMBON"
    assert [region["code"] for region in read["regions"]] == ["81.71"]


def test_python_reads_the_installed_code_and_patterns(installed: Path, tmp_path: Path) -> None:
    code = "import extractor, extractor.folders as f; print(extractor.__file__, f.patterns(), f.corpus(), sep='\\n')"
    paths = run(installed / "bin" / "python", "-c", code, cwd=tmp_path).splitlines()
    assert [Path(path).is_relative_to(installed) and Path(path).exists() for path in paths] == [True, True, True]
