"""Exports as other people's programs see them: frictionless, mlcroissant, Datasette."""

import asyncio
import json
import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bench.synthetic import articles
from extractor.export import export
from extractor.export.resources import CODE, RESOURCES
from extractor.store import Store
from extractor.store.clusters import cluster
from extractor.store.entries import register
from extractor.store.publishing import Criteria, publication
from tests.export.made import publication as made
from tests.store.filled import LATER, fill

HOSTILE = "=1+1<script>alert(1)</script> \u202e\x00 '; DROP TABLE entries; -- \n{{7*7}}"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of made-up articles in the forms that have validators, whole and filtered."""
    folder = tmp_path_factory.mktemp("exported")
    with Store(folder / "store.sqlite") as store:
        store.create()
        fill(store, list(articles(60)))
        cluster(store)
        register(store, LATER)
        with store.reading() as connection:
            for form in ("datapackage", "parquet", "sqlite"):
                export(publication(connection), folder / form, form)
            export(publication(connection, Criteria(outcome="nominee")), folder / "filtered", "datapackage")
    for form in ("datapackage", "sqlite"):
        export(made(HOSTILE), folder / f"hostile-{form}", form)
    return folder


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["datapackage", "filtered", "hostile-datapackage"])
def test_frictionless_finds_the_data_package_valid(name: str, exported: Path) -> None:
    from frictionless import validate

    report = validate(str(exported / name / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert len(report.tasks) == len(RESOURCES)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("records.csv", "machine", "menurut"), "constraint-error"),
        (("articles.csv", "true", "mungkin"), "type-error"),
        (("regions.csv", "province", "negara"), "constraint-error"),
    ],
)
def test_frictionless_sees_what_does_not_fit(change: tuple[str, str, str], fault: str, tmp_path: Path) -> None:
    from frictionless import validate

    export(made(), tmp_path / "out", "datapackage")
    name, before, after = change
    path = tmp_path / "out" / "data" / name
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    types = [found[0] for found in validate(str(tmp_path / "out" / "datapackage.json")).flatten(["type"])]
    assert fault in types
    assert "hash-count" in types or "byte-count" in types


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("form", ["datapackage", "parquet"])
def test_mlcroissant_reads_every_table(form: str, exported: Path) -> None:
    import mlcroissant

    logging.disable(logging.WARNING)
    try:
        dataset = mlcroissant.Dataset(jsonld=str(exported / form / "croissant.json"))
        assert not dataset.metadata.issues.errors
        told = json.loads((exported / form / "release.json").read_text(encoding="utf-8"))["tables"]
        found = {one.id: sum(1 for _ in dataset.records(one.id)) for one in dataset.metadata.record_sets}
    finally:
        logging.disable(logging.NOTSET)
    assert found == {name: count["rows"] for name, count in told.items()}


@pytest.mark.filterwarnings("ignore")
def test_mlcroissant_reads_codes_out_of_parquet_as_they_are(exported: Path) -> None:
    import re

    import mlcroissant

    logging.disable(logging.WARNING)
    try:
        dataset = mlcroissant.Dataset(jsonld=str(exported / "parquet" / "croissant.json"))
        codes = [row["regions/code"].decode() for row in dataset.records("regions")]
    finally:
        logging.disable(logging.NOTSET)
    assert codes
    assert [code for code in codes if not re.fullmatch(CODE, code)] == []


PAGES = (
    "/", "/register", "/register/entries", "/register/entries?_search=kota",
    "/register/entries?_facet=award&edition__gt=2015", "/register/records",
    "/register/who_says_what", "/register/articles?_search=a*", "/register/regions",
    "/register/worker_counts?_sort_desc=count", "/register/decisions",
)  # fmt: skip


def asked(folder: Path, *pages: str) -> list[Any]:
    """What Datasette answers, in this process."""
    from datasette.app import Datasette

    async def ask() -> list[Any]:
        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        served = Datasette([], immutables=[str(folder / "register.sqlite")], metadata=metadata)
        return [await served.client.get(page) for page in pages]

    return asyncio.run(ask())


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["sqlite", "hostile-sqlite"])
def test_datasette_shows_every_table_and_runs_nothing_of_the_press(name: str, exported: Path) -> None:
    answers = asked(exported / name, *PAGES)
    assert [answer.status_code for answer in answers] == [200] * len(PAGES)
    assert [page for page, answer in zip(PAGES, answers, strict=True) if "<script>alert" in answer.text] == []
    assert "Award records of the Indonesian press" in answers[0].text


@pytest.mark.filterwarnings("ignore")
def test_datasette_knows_labels_meanings_and_the_search(exported: Path) -> None:
    page = "/register/entries.json?_shape=array&_labels=on&recipient_code__notblank=1&_size=1"
    [first] = asked(exported / "sqlite", page)
    [row] = first.json()
    assert row["recipient_code"]["label"].startswith(("Kota", "Kabupaten", "Provinsi", "Desa"))
    word = row["award"].split()[-1]
    found, table = asked(
        exported / "sqlite", f"/register/entries.json?_shape=array&_search={word}", "/register/worker_counts"
    )
    assert row["id"] in [one["id"] for one in found.json()]
    assert "Unit: people." in table.text


def test_the_file_of_sqlite_is_whole_and_its_keys_lead_somewhere(exported: Path) -> None:
    with closing(sqlite3.connect(exported / "sqlite" / "register.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO entries_fts (entries_fts) VALUES ('integrity-check')")
        assert connection.execute("SELECT count(*) FROM who_says_what").fetchone()[0] > 0


def test_parquet_has_types(exported: Path) -> None:
    from pyarrow import parquet

    schema = parquet.read_schema(exported / "parquet" / "entries.parquet")
    assert [str(schema.field(name).type) for name in ("edition", "recipient_code", "disputed")] == [
        "int64", "string", "list<element: string>",
    ]  # fmt: skip
    assert not schema.field("award").nullable
