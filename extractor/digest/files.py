"""Sheets and digests as files, each there whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from extractor.errors import ExtractorError


def write(files: Mapping[Path, bytes]) -> None:
    """Write files, and the folders above them."""
    for path, content in files.items():
        part = path.with_name(f".{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(content)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
        except OSError as error:
            raise ExtractorError(f"{path.parent}: cannot be written: {error.strerror or error}") from error
