"""Sheets and digests as files, each there whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.wholefiles import whole


def write(files: Mapping[Path, bytes]) -> None:
    """Write files, and the folders above them."""
    for path, content in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with whole(path) as file:
                file.write(content)
        except OSError as error:
            raise ExtractorError(f"{path.parent}: cannot be written: {error.strerror or error}") from error
