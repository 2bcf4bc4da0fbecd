"""Where the folders that come with the project lie: beside the code in a checkout, inside the package in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def patterns() -> Path:
    """The folder of the patterns: forms, word lists, awards, regions."""
    return _folder("patterns")


def corpus() -> Path:
    """The folder of the articles that came with the project."""
    return _folder("corpus")


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
