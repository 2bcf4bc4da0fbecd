"""Write a step of extractor/store/migrations/versions/ from what tables/ has and the steps before have not.

    python -m tools.migration WHAT             the next step, to be read and completed by a person

What each database makes in its own words (extractor/store/statements.py) is for that person to add.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent, indent

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext

from extractor.store.database import Store
from extractor.store.migrations import NEWEST, VERSIONS
from extractor.store.migrations.upgrading import upgrade
from extractor.store.tables import metadata

_STEP = '''"""{what}."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    """Make the tables of this version out of those before."""
{commands}
'''


def main() -> None:
    """Write the step."""
    what, revision = sys.argv[1], f"{int(NEWEST) + 1:04d}"
    path = VERSIONS / f"r{revision}_{'_'.join(what.lower().split())}.py"
    told = {"what": what.capitalize(), "revision": revision, "before": NEWEST, "commands": _commands()}
    path.write_text(_STEP.format(**told), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)
    print(f"{path}: read it, and set NEWEST in {VERSIONS.parent / '__init__.py'} to {revision}")


def _commands() -> str:
    """What Alembic finds different between tables/ and a store that the steps before have made."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "old.sqlite"
        file.touch()
        with Store(file, any_version=True) as store:
            upgrade(store, NEWEST)
            with store.writing() as connection:
                context = MigrationContext.configure(connection, opts={"include_object": ours})
                operations = produce_migrations(context, metadata).upgrade_ops
    assert operations is not None
    lines = render_python_code(operations, render_as_batch=True).splitlines()
    return indent(dedent("\n".join(line for line in lines if not line.strip().startswith("#"))), "    ")


def ours(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Whether a table is one of tables/; the search index has its own statements."""
    return kind != "table" or name in metadata.tables


if __name__ == "__main__":
    main()
