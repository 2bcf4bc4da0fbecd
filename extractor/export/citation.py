"""CITATION.cff: how a release is cited."""

import json

from extractor.export.licences import DATA, DESCRIPTION, TITLE
from extractor.export.publication import Publication


def citation(publication: Publication) -> str:
    """The file's text, Citation File Format 1.2.0; texts are quoted as JSON quotes them, which YAML reads."""
    release = publication.release
    by = release.publisher
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite this release of them.",
        "type: dataset",
        f"title: {_quoted(TITLE + release.part)}",
        f"abstract: {_quoted(DESCRIPTION)}",
        "authors:",
        *(line for author in by.authors for line in _author(author)),
        f"version: {_quoted(publication.version)}",
        *([f"date-released: {release.day}"] if release.day else []),
        "identifiers:",
        "  - type: other",
        f"    value: sha256:{publication.fingerprint}",
        "    description: SHA-256 over the rows of all tables, as release.json has it.",
        *([f"doi: {by.doi}"] if by.doi else []),
        *([f"url: {_quoted(by.address)}"] if by.address else []),
        f"license: {DATA.name}",
        "keywords: [awards, Indonesia, news, information extraction]",
    ]
    return "\n".join(lines) + "\n"


def _author(author: str) -> list[str]:
    family, comma, given = (part.strip() for part in author.partition(","))
    if not comma:
        return [f"  - name: {_quoted(author)}"]
    return [f"  - family-names: {_quoted(family)}", f"    given-names: {_quoted(given)}"]


def _quoted(text: str) -> str:
    return json.dumps(text)
