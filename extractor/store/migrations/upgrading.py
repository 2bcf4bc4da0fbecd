"""Brings the tables of an older store up to this version's: Alembic's steps, all in one transaction or none."""

import importlib.util
from types import ModuleType

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, text

from extractor.store import migrations
from extractor.store.database import VERSION_TABLE, Store
from extractor.store.failures import StoreError


def upgrade(store: Store, to: str | None = None) -> tuple[str | None, str]:
    """Run the steps that a store lacks, up to a version or the newest; the versions before and after.

    The store is one that was opened with `any_version`.
    """
    with store.altering() as connection:
        before = store.revision(connection)
        if before is not None and before not in migrations.known():
            raise StoreError(f"{store.name}: made by a newer version of extractor (tables {before}); use that one")
        if before is None and to is None:
            raise StoreError(f"{store.name}: no store there yet; `extractor ingest PATH` makes one")
        newest = to or migrations.known()[-1]
        for version in migrations.known():
            if (before or "") < version <= newest:
                step(connection, _module(version))
        return before, newest


def step(connection: Connection, module: ModuleType) -> None:
    """Run one step and note the version that the tables then have."""
    with Operations.context(MigrationContext.configure(connection)):
        module.upgrade()
    connection.execute(text(VERSION_TABLE))
    connection.execute(text("DELETE FROM alembic_version"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:made)"), {"made": module.revision})


def _module(version: str) -> ModuleType:
    path = next(migrations.VERSIONS.glob(f"r{version}_*.py"))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
