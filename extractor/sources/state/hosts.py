"""What hosts allow, and when their sites may be asked again."""

from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from extractor.sources.permission import Permission
from extractor.sources.state.tables import hosts, sites

_NEW = upsert(sites)
_TIMES = ("asked", "gap", "ready", "night", "requests")
_TIMING = _NEW.on_conflict_do_update(index_elements=["site"], set_={name: _NEW.excluded[name] for name in _TIMES})


def keep_permission(connection: Connection, origin: str, site: str, permission: Permission) -> None:
    """Keep what the robots.txt of an origin ("https://host") allows."""
    told = permission.to_row()
    row = upsert(hosts).values(origin=origin, site=site, **told)
    connection.execute(row.on_conflict_do_update(index_elements=["origin"], set_=told))


def permissions(connection: Connection) -> dict[str, Permission]:
    """What each origin allows, as far as it was asked."""
    rows = ((row.origin, Permission.from_row(dict(row._mapping))) for row in connection.execute(select(hosts)))
    return {origin: permission for origin, permission in rows if permission is not None}


def permission_of(connection: Connection, origin: str) -> Permission | None:
    """What an origin allows; None where it was never asked."""
    row = connection.execute(select(hosts).where(hosts.c.origin == origin)).first()
    return Permission.from_row(dict(row._mapping)) if row else None


def keep_timing(connection: Connection, timing: dict[str, Any]) -> None:
    """Keep when a site may be asked again: a row of `sites`."""
    connection.execute(_TIMING, timing)


def timings(connection: Connection) -> list[dict[str, Any]]:
    """When each site may be asked again."""
    return [dict(row._mapping) for row in connection.execute(select(sites))]
