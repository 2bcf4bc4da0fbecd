"""How far the memory of this process grows, at its highest."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Growth:
    """The growth in bytes, known at the end."""

    bytes = 0


@contextmanager
def growth() -> Iterator[Growth]:
    """Measure what happens within; Linux keeps the highest resident size since it was last reset."""
    told, before = Growth(), _kilobytes("VmRSS")
    _RESET.write_text("5")
    yield told
    told.bytes = (_kilobytes("VmHWM") - before) * 1024


def _kilobytes(name: str) -> int:
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(name + ":"))
    return int(line.split()[1])
