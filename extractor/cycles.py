"""Python's search for cycles of objects, put off while many objects are made of which few go in circles.

The search runs the more often the more objects are made, and looks at all that there are: for little that it finds, it
takes a tenth to a third of the time of a long export, and much of that of a page.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """Nothing is searched for within, or while a function runs that this decorates; it is found behind it. Nests."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
