"""How the tables of a store that an older version made come to be those of this one: a file a step, in `versions`.

`python -m tools.migration WHAT` writes a new step from what tables/ has and the last step has not.
"""

from functools import cache
from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"
"""The folder of the steps; a step is rNUMBER_WHAT.py, and its number is the version of the tables that it makes."""


@cache
def known() -> tuple[str, ...]:
    """All versions of the tables that this program knows, the oldest first."""
    return tuple(sorted(path.stem[1:].partition("_")[0] for path in VERSIONS.glob("r[0-9]*_*.py")))


NEWEST = "0004"
"""The version that this program reads and writes; a test holds it to be the last of `known()`."""
