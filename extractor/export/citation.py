"""CITATION.cff: how a release is cited."""

import json

from extractor.export.licences import CREATOR, DATA, DESCRIPTION, TITLE
from extractor.export.publication import Release


def citation(release: Release) -> str:
    """The file's text, Citation File Format 1.2.0; texts are quoted as JSON quotes them, which YAML reads."""
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite this release of them.",
        "type: dataset",
        f"title: {_quoted(TITLE)}",
        f"abstract: {_quoted(DESCRIPTION)}",
        "authors:",
        f"  - name: {_quoted(CREATOR)}",
        f"version: {_quoted(release.name)}",
        *([f"date-released: {release.day}"] if release.day else []),
        f"license: {DATA.name}",
        "keywords: [awards, Indonesia, news, information extraction]",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text)
