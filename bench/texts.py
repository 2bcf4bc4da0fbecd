"""The texts that are measured on, and texts of any length made of them."""

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BULK = ROOT.parent / "shared" / "bulk" / "articles.jsonl"
_CORPUS = ROOT / "corpus" / "seen" / "articles"


def press() -> tuple[str, list[str]]:
    """Where the texts come from and the texts: the bulk of shared articles, or where that is missing the corpus."""
    if _BULK.exists():
        lines = _BULK.read_text(encoding="utf-8").splitlines()
        return "the shared bulk", [json.loads(line)["text"] for line in lines]
    return "the corpus", list(corpus())


def corpus() -> Iterator[str]:
    """The stories of the articles that come with the project."""
    from extractor.article import Page
    from extractor.clean import clean

    for path in sorted(_CORPUS.iterdir()):
        yield clean(Page(path.name, path.read_bytes())).text


def words_in(texts: list[str]) -> int:
    """How many words the texts have, as white space parts them."""
    return sum(len(text.split()) for text in texts)


def sample(texts: list[str], words: int) -> list[str]:
    """Whole texts with about this many words together, taken evenly from all."""
    step = max(1, words_in(texts) // words)
    return texts[::step]


def lengths(texts: list[str], words: int, total: int) -> list[str]:
    """Texts of this many words each, `total` together, made by joining articles again and again."""
    paragraphs = (paragraph for text in cycle(texts) for paragraph in text.splitlines(keepends=True))
    made = []
    for _ in range(max(1, total // words)):
        parts: list[str] = []
        size = 0
        while size < words:
            parts.append(next(paragraphs))
            size += len(parts[-1].split())
            if not parts[-1].endswith("\n"):
                parts.append("\n\n")
        made.append("".join(parts))
    return made
