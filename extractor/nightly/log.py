"""The nightly log: one JSON object a line in DATA/log/nightly.jsonl, old files set aside by size.

It holds steps, counts, outlets and reasons: no texts, no names of people, no addresses of articles. A disk that is full
costs lines of it, never the night.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping
from logging import LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

FILE = Path("log", "nightly.jsonl")
SIZE, KEPT = 2_000_000, 5
"""Bytes of a file, and how many older ones are kept."""
_MAIL = re.compile(r"[^\s@<>\"']{1,64}@[^\s@<>\"']{1,255}")
_PATH = re.compile(r"(https?://[^/\s]{1,255})/[^\s\"']*")
_DIGITS = re.compile(r"\d{9,20}")


class _Quiet(RotatingFileHandler):
    """A handler that keeps silent where the disk does not take a line."""

    def handleError(self, record: LogRecord) -> None:  # noqa: N802  logging calls it so
        """The line is lost."""

    def line(self, message: str) -> None:
        """Write a line; a night has so few that the file is not held open between them."""
        self.handle(LogRecord("nightly", 20, "", 0, message, None, None))
        self.close()

    msg = debug = info = warning = error = line


def logger(folder: Path, printed_now: Callable[[], str]) -> Callable[[str, dict[str, Any]], None]:
    """What writes an event and what is known of it; nothing where the file cannot be made."""
    import structlog

    path = folder / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _Quiet(path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
    except OSError:
        return lambda _event, _told: None

    def stamped(_logger: object, _name: str, told: MutableMapping[str, Any]) -> Mapping[str, Any]:
        return {"at": printed_now(), **{name: _impersonal(value) for name, value in told.items()}}

    printed = structlog.processors.JSONRenderer(ensure_ascii=False)
    log = structlog.wrap_logger(handler, processors=[stamped, printed], wrapper_class=structlog.BoundLogger)

    def write(event: str, told: dict[str, Any]) -> None:
        log.info(event, **told)

    return write


def _impersonal(value: Any) -> Any:
    """A value without addresses of mail, paths of web addresses (headlines stand in them) and long numbers."""
    if isinstance(value, str):
        return _DIGITS.sub("#", _PATH.sub(r"\1/...", _MAIL.sub("@", value)))
    if isinstance(value, dict):
        return {name: _impersonal(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_impersonal(one) for one in value]
    return value
