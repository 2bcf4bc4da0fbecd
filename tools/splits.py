"""The corpus as files: its splits, their articles and gold, what is in them, and the fingerprint of it all."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

Gold = dict[str, Any]

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"

SORTS = ("award", "protection", "temptation")
"""What an article is there for: award records, worker protection without any, award words that must give none."""

_AWARD_WORDS = ("penghargaan", "award", "anugerah", "adipura", "juara", "piala", "nominasi")


class Split(NamedTuple):
    """One half of the corpus: a folder with articles/ and gold/."""

    folder: Path

    @property
    def name(self) -> str:
        """What the split is called: "seen"."""
        return self.folder.name

    @property
    def articles(self) -> list[Path]:
        """The files of the articles, in the order of their names."""
        return sorted(path for path in (self.folder / "articles").iterdir() if path.is_file())

    @property
    def gold_files(self) -> list[Path]:
        """The files of gold, in the order of their names."""
        return sorted((self.folder / "gold").glob("*.json"))

    def golds(self) -> dict[str, Gold]:
        """What the articles state, by the file names of the articles."""
        golds = (json.loads(path.read_text(encoding="utf-8")) for path in self.gold_files)
        return {gold["article"]["source"]: gold for gold in golds}

    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal digits, over the names and contents of all articles and gold files."""
        digest = hashlib.sha256()
        for path in (*self.articles, *self.gold_files):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(self.folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()


SPLITS = (Split(CORPUS / "seen"), Split(CORPUS / "held_out"))
SEEN, _ = SPLITS


def sort_of(gold: Gold, text: str) -> str:
    """What an article is there for, by its gold and the words of its story; one of SORTS."""
    if gold["records"]:
        return "award"
    story = text.casefold()
    return "temptation" if any(word in story for word in _AWARD_WORDS) else "protection"


def sorts(split: Split, texts: dict[str, str]) -> Counter[str]:
    """How many articles of a split there are of each sort; `texts` are their stories by file name, where read."""
    return Counter(sort_of(gold, texts.get(name, "")) for name, gold in split.golds().items())
