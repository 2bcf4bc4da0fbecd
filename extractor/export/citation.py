"""CITATION.cff: how a release is cited."""

import json

from extractor.export.licences import CREATOR, DATA, DESCRIPTION, TITLE
from extractor.export.publication import Publication


def citation(publication: Publication) -> str:
    """The file's text, Citation File Format 1.2.0; texts are quoted as JSON quotes them, which YAML reads."""
    release = publication.release
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite this release of them.",
        "type: dataset",
        f"title: {_quoted(TITLE + release.part)}",
        f"abstract: {_quoted(DESCRIPTION)}",
        "authors:",
        f"  - name: {_quoted(CREATOR)}",
        f"version: {_quoted(publication.version)}",
        *([f"date-released: {release.day}"] if release.day else []),
        "identifiers:",
        "  - type: other",
        f"    value: sha256:{publication.fingerprint}",
        "    description: SHA-256 over the rows of all tables, as release.json has it.",
        f"license: {DATA.name}",
        "keywords: [awards, Indonesia, news, information extraction]",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text)
