"""The time of a command, which it hands on: nothing below the command line looks at a clock to say when it was."""

import time

from extractor.times import utc


def now() -> str:
    """The time, as the store prints it."""
    return utc(time.time())
