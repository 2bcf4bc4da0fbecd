"""Sums: a headcount that others add up to, and its parts, are covered alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.annotate.worker_counts.headcounts import Headcount

_SHARED: frozenset[str | None] = frozenset(("covered", "target"))
_MOST_PARTS = 4


def share_sums(counts: Sequence[Headcount], statuses: list[str | None]) -> None:
    """Give the parts of a covered sum its status ("1.873 karyawan tetap dan 642 buruh ... total 2.515 pekerja sudah
    dicover"), and a sum of covered parts theirs ("815 pekerja dan 96 porter yang ditanggung. Totalnya 911 orang").
    """
    values = [count.quantity.value for count in counts]
    for index, parts in _sums(values):
        known = {statuses[part] for part in parts}
        if statuses[index] in _SHARED:
            for part in parts:
                statuses[part] = statuses[index] if statuses[part] in (None, "total") else statuses[part]
        elif len(known) == 1 and known <= _SHARED:
            statuses[index] = statuses[parts[0]]


def _sums(values: Sequence[float]) -> Iterator[tuple[int, range]]:
    """The values that are the sum of two to four neighbours, with these."""
    at = defaultdict[float, list[int]](list)
    for index, value in enumerate(values):
        at[value].append(index)
    for first in range(len(values) - 1):
        for size in range(2, min(_MOST_PARTS, len(values) - first) + 1):
            parts = range(first, first + size)
            yield from ((index, parts) for index in at.get(sum(values[first : first + size]), ()) if index not in parts)
