"""A Data Package 2.0: CSV files with Table Schema, keys and hashes; and the same as a Croissant file."""

import json
from pathlib import Path
from typing import Any

from extractor.export.croissant import write_croissant
from extractor.export.fields import Field, Resource
from extractor.export.folder import sha256
from extractor.export.formats import csv
from extractor.export.licences import DATA, DESCRIPTION, TITLE
from extractor.export.publication import Publication
from extractor.export.resources import KEYS, RESOURCES

ABOUT = f"""\
`datapackage.json` describes the files in `data/` as a Data Package 2.0: types, constraints, primary and foreign keys,
bytes and SHA-256. `croissant.json` says the same to tools for machine learning; since some of them take the codes of
regions for numbers where they read CSV, load the Parquet form by its own croissant.json.

{csv.ABOUT}"""
FILE = "datapackage.json"
FOLDER = "data"
_PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
_TYPES = {"strings": "array", "list": "array", "json": "any"}


def write(folder: Path, publication: Publication) -> None:
    """data/NAME.csv for each table, datapackage.json and croissant.json."""
    (folder / FOLDER).mkdir()
    for resource in RESOURCES:
        csv.write_table(folder / FOLDER / f"{resource.name}.csv", resource, publication)
    told = json.dumps(_package(folder, publication), ensure_ascii=False, indent=1)
    (folder / FILE).write_text(told + "\n", encoding="utf-8")
    write_croissant(folder, "csv", FOLDER, publication)


def _package(folder: Path, publication: Publication) -> dict[str, Any]:
    release = publication.release
    package = {
        "$schema": _PROFILE.format("datapackage"),
        "name": "extractor-register",
        "title": TITLE + release.part,
        "description": DESCRIPTION,
        "version": publication.version,
        "licenses": [{"name": DATA.name, "title": DATA.title, "path": DATA.url}],
        "contributors": [{"title": author, "roles": ["creator"]} for author in release.publisher.authors],
        "keywords": ["awards", "Indonesia", "news", "information extraction"],
    }
    if release.publisher.doi:
        package["id"] = f"https://doi.org/{release.publisher.doi}"
    if release.publisher.address:
        package["homepage"] = release.publisher.address
    if release.day:
        package["created"] = f"{release.day}T00:00:00Z"
    if release.outlets:
        package["sources"] = [{"title": site, **_path(site)} for site, _ in release.outlets]
    return package | {"resources": [_resource(folder, resource) for resource in RESOURCES]}


def _path(site: str) -> dict[str, str]:
    is_host = "." in site and all(part.isalnum() for part in site.replace("-", "x").split(".")) and site.isascii()
    return {"path": f"https://{site}"} if is_host else {}


def _resource(folder: Path, resource: Resource) -> dict[str, Any]:
    path = folder / FOLDER / f"{resource.name}.csv"
    return {
        "$schema": _PROFILE.format("dataresource"),
        "name": resource.name,
        "type": "table",
        "title": resource.title,
        "description": resource.meaning,
        "path": f"{FOLDER}/{path.name}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
        "schema": _schema(resource),
    }


def _schema(resource: Resource) -> dict[str, Any]:
    keys = [
        {"fields": [field.name], "reference": {"resource": refers, "fields": [KEYS[field.refers]]}}
        for field in resource.fields
        if field.refers
        for refers in ["" if field.refers == resource.name else field.refers]
    ]
    schema = {
        "$schema": _PROFILE.format("tableschema"),
        "fields": [_field(field, resource) for field in resource.fields],
        "primaryKey": [resource.key],
        "missingValues": [""],
    }
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(field: Field, resource: Resource) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.name == resource.key:
        constraints["unique"] = True
    if field.values:
        constraints["enum"] = list(field.values)
    if field.minimum is not None:
        constraints["minimum"] = field.minimum
    if field.pattern:
        constraints["pattern"] = field.pattern
    told = {"name": field.name, "type": _TYPES.get(field.type, field.type), "description": field.meaning}
    if field.unit:
        told["unit"] = field.unit
    return told | ({"constraints": constraints} if constraints else {})
