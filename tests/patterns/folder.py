"""A small patterns folder, and the same with one thing changed."""

from pathlib import Path

LAWS = "# What the press calls laws.\nperwal = Perwali\nperaturan wali kota = Perwali\nundang-undang = UU\n"
FORMS = """\
[[pattern]]
id = "numbered"
form = "{laws} nomor|no. {number} tahun {year}"
finds = [{ text = "melalui [Perwal No. 14 Tahun 2025], kita", number = "14" }]
ignores = ["Asisten II Nomor 14 Tahun 2025"]
"""
AWARD = """\
name = "Anugerah Bahari"
giver = "Kementerian Kelautan"
level = "national"
names = ["Anugerah Bahari", "Bahari Award"]
finds = ["[Kota Tegal] meraih Anugerah Bahari 2023."]
"""
FILES = {"words/laws.txt": LAWS, "regulations.toml": FORMS, "awards/bahari.toml": AWARD}


def patterns_folder(root: Path, **changed: str) -> Path:
    """The folder under `root`; a file's name is given with `__` for a slash and `_` for the dot before its ending."""
    for name, text in (FILES | {spelled(name): text for name, text in changed.items()}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def spelled(name: str) -> str:
    folder, _, file = name.rpartition("__")
    return f"{folder}/{'.'.join(file.rsplit('_', 1))}".lstrip("/")
