"""The Croissant file of an export: its files and their columns, for tools of machine learning."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from extractor.export.fields import Field, Resource
from extractor.export.folder import sha256
from extractor.export.licences import DATA, DESCRIPTION, TITLE
from extractor.export.publication import Publication
from extractor.export.resources import RESOURCES

FILE = "croissant.json"
_ENCODINGS = {"csv": "text/csv", "parquet": "application/x-parquet"}
_TYPES = {"integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the Croissant 1.0 specification prescribes."""


def write_croissant(folder: Path, form: str, below: str, publication: Publication) -> None:
    """croissant.json of the files of a form, "csv" or "parquet", in a folder below an export's; "" is the same."""
    told = _dataset(_Files(folder, form, f"{below}/" if below else ""), publication)
    (folder / FILE).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


class _Files(NamedTuple):
    """Where the files lie and what they are."""

    folder: Path
    form: str
    below: str

    def name(self, resource: Resource) -> str:
        return f"{resource.name}.{self.form}"


def _dataset(files: _Files, publication: Publication) -> dict[str, Any]:
    release = publication.release
    by = release.publisher
    day = release.day or "1970-01-01"
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": "extractor-register",
        "description": f"{TITLE}. {DESCRIPTION}",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "license": DATA.url,
        "url": by.address or DATA.url,
        "creator": [{"@type": f"sc:{'Person' if ',' in one else 'Organization'}", "name": one} for one in by.authors],
        "datePublished": day,
        "version": ".".join(str(int(part)) for part in day.split("-")) if release.day else "0.0.0",
        "citeAs": f"{TITLE}{release.part}, release {publication.version}, {'; '.join(by.authors)}",
        "distribution": [_file(files, resource) for resource in RESOURCES],
        "recordSet": [_records(files, resource) for resource in RESOURCES],
    }


def _file(files: _Files, resource: Resource) -> dict[str, Any]:
    path = files.folder / files.below / files.name(resource)
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "description": resource.meaning,
        "contentUrl": f"{files.below}{path.name}",
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": _ENCODINGS[files.form],
        "sha256": sha256(path),
    }


def _records(files: _Files, resource: Resource) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": resource.name,
        "name": resource.name,
        "description": resource.meaning,
        "key": {"@id": f"{resource.name}/{resource.key}"},
        "field": [_field(files, resource, field) for field in resource.fields],
    }


def _field(files: _Files, resource: Resource, field: Field) -> dict[str, Any]:
    """A column. `references` are left out: mlcroissant 1.1 joins by them, and fails where they are null or go round."""
    return {
        "@type": "cr:Field",
        "@id": f"{resource.name}/{field.name}",
        "name": field.name,
        "description": field.meaning,
        "dataType": _TYPES.get(field.type, "sc:Text"),
        "source": {"fileObject": {"@id": files.name(resource)}, "extract": {"column": field.name}},
    }
