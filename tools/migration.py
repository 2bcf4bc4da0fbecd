"""Write a step of extractor/store/migrations/versions/ from what tables.py has and the steps before have not.

    python -m tools.migration WHAT             the next step, to be read and completed by a person
    python -m tools.migration --again          the first step anew, while it is the only one and no store is in use
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from pprint import pformat

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext

from extractor.store.database import Store
from extractor.store.migrations import NEWEST, VERSIONS
from extractor.store.migrations.upgrading import upgrade
from extractor.store.tables import SEARCH, metadata

_STEP = '''"""{what}."""

# ruff: noqa: PLR0915  as Alembic writes it

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before}
{more}

def upgrade() -> None:
    """Make the tables of this version out of those before."""
{commands}
'''
_SEARCH = '''SEARCH = {search}
"""The search index, as each database makes it."""
'''
_MAKE_SEARCH = """
    for statement in SEARCH[op.get_context().dialect.name]:
        op.execute(statement)"""


def main() -> None:
    """Write the step."""
    is_first = sys.argv[1] == "--again"
    what = "first tables" if is_first else sys.argv[1]
    number = 1 if is_first else int(NEWEST) + 1
    commands, more = _commands(is_first), ""
    if is_first:
        commands += _MAKE_SEARCH
        more = _SEARCH.format(search=pformat(SEARCH, width=110))
    path = VERSIONS / f"r{number:04d}_{'_'.join(what.lower().split())}.py"
    before = None if is_first else NEWEST
    told = {"what": what.capitalize(), "revision": f"{number:04d}", "before": repr(before)}
    path.write_text(_STEP.format(**told, commands=commands, more=more), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)
    print(path)


def _commands(is_first: bool) -> str:
    """What Alembic finds different between tables.py and a store that the steps before have made."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "old.sqlite"
        file.touch()
        with Store(file, any_version=True) as store:
            if not is_first:
                upgrade(store, NEWEST)
            with store.writing() as connection:
                context = MigrationContext.configure(connection, opts={"include_object": ours})
                operations = produce_migrations(context, metadata).upgrade_ops
    assert operations is not None
    lines = render_python_code(operations, render_as_batch=not is_first).splitlines()
    return "\n".join(f"    {line.strip()}" for line in lines if not line.strip().startswith("#"))


def ours(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Whether a table is one of tables.py; the search index has its own statements."""
    return kind != "table" or name in metadata.tables


if __name__ == "__main__":
    main()
