"""The Croissant file of an export: its CSV files and their columns, for tools of machine learning."""

from pathlib import Path
from typing import Any

from extractor.export.fields import Field, Resource
from extractor.export.folder import sha256
from extractor.export.licences import CREATOR, DATA, DESCRIPTION, TITLE
from extractor.export.publication import Release
from extractor.export.resources import RESOURCES

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


def croissant(folder: Path, below: str, release: Release) -> dict[str, Any]:
    """The description of the CSV files in a folder below an export's."""
    day = release.day or "1970-01-01"
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": "extractor-register",
        "description": f"{TITLE}. {DESCRIPTION}",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "license": DATA.url,
        "url": DATA.url,
        "creator": {"@type": "sc:Organization", "name": CREATOR},
        "datePublished": day,
        "version": ".".join(str(int(part)) for part in day.split("-")) if release.day else "0.0.0",
        "citeAs": f"{TITLE}, release {release.name}, {CREATOR}",
        "distribution": [_file(folder, below, resource) for resource in RESOURCES],
        "recordSet": [_records(resource) for resource in RESOURCES],
    }


def _file(folder: Path, below: str, resource: Resource) -> dict[str, Any]:
    path = folder / below / f"{resource.name}.csv"
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "description": resource.meaning,
        "contentUrl": f"{below}/{path.name}",
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": "text/csv",
        "sha256": sha256(path),
    }


def _records(resource: Resource) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": resource.name,
        "name": resource.name,
        "description": resource.meaning,
        "key": {"@id": f"{resource.name}/{resource.key}"},
        "field": [_field(resource, field) for field in resource.fields],
    }


def _field(resource: Resource, field: Field) -> dict[str, Any]:
    told = {
        "@type": "cr:Field",
        "@id": f"{resource.name}/{field.name}",
        "name": field.name,
        "description": field.meaning,
        "dataType": _TYPES.get(field.type, "sc:Text"),
        "source": {"fileObject": {"@id": f"{resource.name}.csv"}, "extract": {"column": field.name}},
    }
    if field.refers and field.refers != resource.name:
        key = next(other.key for other in RESOURCES if other.name == field.refers)
        told["references"] = {"field": {"@id": f"{field.refers}/{key}"}}
    return told
