"""What `extractor doctor` looks at; nothing is changed by a look."""

from typing import NamedTuple

OK, WARN, FAIL = "ok", "warn", "fail"


class Checked(NamedTuple):
    """What was looked at, how it is (ok, warn, fail), and what is so and what to do."""

    what: str
    level: str
    said: str
