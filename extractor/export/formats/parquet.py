"""Parquet: a typed file for each table, written batch by batch."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.export.croissant import write_croissant
from extractor.export.fields import Field, Resource
from extractor.export.publication import Publication, as_json
from extractor.export.resources import RESOURCES

if TYPE_CHECKING:
    import pyarrow

ABOUT = """\
Each table is a Parquet file with typed columns (zstd); `disputed`, `honorifics` and `degrees` are lists of texts, other
lists and objects are texts in JSON. `croissant.json` describes the files to tools for machine learning."""
_BATCH = 10_000


def write(folder: Path, publication: Publication) -> None:
    """NAME.parquet for each table, and croissant.json."""
    for resource in RESOURCES:
        _write(folder / f"{resource.name}.parquet", resource, publication)
    write_croissant(folder, "parquet", "", publication)


def _write(path: Path, resource: Resource, publication: Publication) -> None:
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([pyarrow.field(field.name, _type(field), not field.required) for field in resource.fields])
    rows = publication.rows(resource)
    with path.open("wb") as stream, parquet.ParquetWriter(stream, schema, compression="zstd") as out:
        while batch := list(islice(rows, _BATCH)):
            columns = zip(*batch, strict=True)
            arrays = [_array(field, list(column)) for field, column in zip(resource.fields, columns, strict=True)]
            out.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _array(field: Field, values: list[Any]) -> "pyarrow.Array[Any]":
    import pyarrow

    if field.type in ("list", "object", "json"):
        values = [None if value is None else as_json(value) for value in values]
    return pyarrow.array(values, _type(field))


def _type(field: Field) -> "pyarrow.DataType":
    import pyarrow

    match field.type:
        case "integer":
            return pyarrow.int64()
        case "number":
            return pyarrow.float64()
        case "boolean":
            return pyarrow.bool_()
        case "strings":
            return pyarrow.list_(pyarrow.string())
        case _:
            return pyarrow.string()
