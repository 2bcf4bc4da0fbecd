"""The digest by other ways than mail, through Apprise (`pip install 'extractor[notify]'`), loaded only when asked for.

Each address of the settings is a channel of its own: one that fails is tried again and the others are not. Addresses
hold secrets and are never printed, nor is what Apprise says of them.
"""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extractor.digest.contents import Contents
from extractor.digest.rendering import as_text
from extractor.errors import ExtractorError


def channel_of(address: str) -> str:
    """What an address is called in the log of what was sent: of it nobody can tell the address."""
    return f"notify:{hashlib.sha256(address.encode()).hexdigest()[:16]}"


def notify(told: Contents, address: str, number: int) -> None:
    """Send a digest to an address of Apprise, the `number`th of digest.notify."""
    apprise = _apprise()
    with _silent():
        sender = apprise.Apprise()
        if not sender.add(address):
            raise ExtractorError(f"digest.notify: number {number} is no address that Apprise knows")
        taken = sender.notify(body=as_text(told), title=told.subject, body_format=apprise.NotifyFormat.TEXT)
    if not taken:
        raise ExtractorError(f"digest.notify: number {number} did not take the digest; the next one tries again")


def _apprise() -> Any:
    try:
        import apprise
    except ImportError as error:
        raise ExtractorError("digest.notify needs Apprise: pip install 'extractor[notify]'") from error
    return apprise


@contextmanager
def _silent() -> Iterator[None]:
    """What Apprise would log names addresses and what servers answer."""
    log = logging.getLogger("apprise")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before
