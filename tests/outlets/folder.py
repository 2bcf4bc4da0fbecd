"""A small folder of outlets, and the same with one thing changed."""

from pathlib import Path

SYSTEM = """\
name = "Lentera"
marks = { all = ["lentera-cdn"], any = ["isi-berita", "isi-amp"] }
verified = "never"
feeds = ["https://{host}/rss"]
tags = ["https://{host}/tag/{tag}?page={page}"]
article_addresses = ["/{section}/{year}/{month}/{day}/{slug}"]
stories = ["https://warta.example/daerah/2021/09/09/pekerja-rentan-terlindungi"]
furniture = ["simak pula:"]
robots = "Lentera's."

[pages]
all = "?page=all"

[[layout]]
story = ["div.isi-berita"]
verified = "never"
"""
OUTLET = """\
name = "Warta Bahari"
domains = ["warta.example", "wartabahari.example"]
host = "www.warta.example"
region = "15"
system = "lentera"
verified = "saved page 2024-05-06"
furniture = ["dari redaksi:"]
forbidden = ["/cari"]
outlets = [
    { domain = "ambon.warta.example", name = "Warta Ambon", region = "81" },
]

[pages]
each = "/{n}"

[expectations]
words = 70
fields = ["title", "author"]

[[layout]]
story = ["article.baru"]
since = "2023-01-01"
verified = "2024-05-06"

[[layout]]
story = ["#lama"]
drop = ["p.baca"]
until = "2023-01-01"
verified = "never"
"""
FILES = {"systems/lentera.toml": SYSTEM, "warta.example.toml": OUTLET}


def outlets_folder(root: Path, changed: dict[str, str] | None = None) -> Path:
    """The folder under `root`, with files added or put in place of those of the same name."""
    for name, text in (FILES | (changed or {})).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
