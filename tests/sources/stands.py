"""How archive and state stand to each other: what a killed crawl must never break."""

from pathlib import Path
from typing import Any

from sqlalchemy import select

from extractor.sources.archive.exchanges import Group, groups
from extractor.sources.archive.writing import files, rebuild_index
from extractor.sources.night import ARCHIVE, STATE
from extractor.sources.state import State
from extractor.sources.state.tables import metadata


def rows(folder: Path, table: str, column: str | None = None, value: object = None) -> list[dict[str, Any]]:
    """The rows of a table of the state."""
    found = metadata.tables[table]
    query = select(found)
    if column:
        query = query.where(found.c[column] == value)
    with State(folder / STATE) as state, state.transaction() as connection:
        return [dict(row._mapping) for row in connection.execute(query)]


def agreement(folder: Path) -> list[str]:
    """What is wrong: damaged records, records that one has and the other lacks, fetches without their records."""
    archive = folder / ARCHIVE
    wrong = [str(one) for name in files(archive) for one in groups(archive / name) if not isinstance(one, Group)]
    index = {(record.file, record.offset): record._asdict() for record in rebuild_index(archive)}
    kept = {(row["file"], row["offset"]): row for row in rows(folder, "records")}
    wrong += [f"the state lacks {place}" for place in index.keys() - kept.keys()]
    wrong += [f"the archive lacks {place}" for place in kept.keys() - index.keys()]
    wrong += [
        f"{place}: {name} differs"
        for place, record in index.items()
        for name, value in record.items()
        if kept.get(place, record)[name] != value
    ]
    firsts = {(row["file"], row["offset"]) for row in rows(folder, "fetches")}
    begins = {place for place, record in index.items() if record["kind"] == "metadata"}
    wrong += [f"a fetch differs at {place}" for place in firsts ^ begins]
    with State(folder / STATE) as state, state.transaction() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    return wrong + ([str(said)] if said != "ok" else [])
