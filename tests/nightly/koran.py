"""A newspaper of a few award stories, served on this machine, and the nightly command on it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests import forks
from tests.sources.press import feed
from tests.sources.scripted import Script, answer

ROOT = Path(__file__).parent.parent.parent
DRIVER = [sys.executable, str(ROOT / "tests" / "nightly" / "nightly_driver.py")]
HOST = "http://koran.example"
CITIES = ("Kota Tegal", "Kota Jambi", "Kota Malang", "Kabupaten Bungo", "Kota Bitung", "Kabupaten Sigi")
MORE = (
    "Penghargaan itu diterima wali kota dalam acara di Jakarta, Senin (10/11/2025), bersama kepala daerah lain dari "
    "berbagai provinsi. Pemerintah daerah menilai perlindungan bagi pekerja rentan perlu terus diperluas, sebab masih "
    "banyak warga yang bekerja tanpa jaminan apa pun. Menurut dia, anggaran tahun depan sudah disiapkan untuk itu, dan "
    "perangkat daerah diminta mendata nelayan, petani, serta pedagang kecil agar tidak ada yang terlewat."
)


def path_of(city: str) -> str:
    return f"/berita/{city.lower().replace(' ', '-')}-raih-paritrana-award-2025"


def story(city: str, more: str = MORE) -> bytes:
    """A page with one award record."""
    told = f"{city.upper()} - {city} meraih Paritrana Award 2025 sebagai juara 1 kategori pemerintah daerah."
    return (
        f"<html><head><title>{city} Raih Paritrana Award</title></head><body><article>"
        f"<h1>{city} Raih Paritrana Award</h1><p>{told}</p><p>{more}</p></article></body></html>"
    ).encode()


def scripts(*cities: str) -> dict[str, Script]:
    """What the newspaper answers when it has stories on these cities."""
    stories = [(f"{HOST}{path_of(city)}", f"{city} Raih Paritrana Award") for city in cities]
    made = {path_of(city): answer(story(city)) for city in cities}
    made["/robots.txt"] = answer(b"User-agent: *\nDisallow: /rahasia", Content_Type="text/plain")
    made["/feed"] = answer(feed(*stories), Content_Type="application/rss+xml")
    return made


def surroundings(port: int, **environment: str) -> dict[str, str]:
    """The environment of a command on this press."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EXTRACTOR_")}
    own = {"PYTHONPATH": str(ROOT), "NIGHTLY_PORT": str(port), "EXTRACTOR_CONTACT": "uji@warta.example"}
    return {**kept, **own, **environment}


def start(port: int, folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """The command, begun; `arguments` behind `extractor`."""
    return subprocess.Popen(
        [*DRIVER, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=surroundings(port, **environment),
    )  # fmt: skip


def nightly(port: int, folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """A night: its exit code and what it printed."""
    done = forks.told([*DRIVER[1:], "nightly", *arguments], folder, surroundings(port, **environment))
    return done.returncode, done.stdout, done.stderr


def check(port: int, folder: Path, **environment: str) -> tuple[int, str]:
    """What `extractor db check` says."""
    done = forks.told([*DRIVER[1:], "db", "check"], folder, surroundings(port, **environment))
    return done.returncode, done.stdout + done.stderr


def events(folder: Path) -> list[dict[str, Any]]:
    """The lines of the journal."""
    return [json.loads(line) for line in (folder / "data" / "nights.jsonl").read_text().splitlines()]
