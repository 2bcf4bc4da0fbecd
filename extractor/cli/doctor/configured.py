"""The settings: whether they can be meant, and whether what belongs together is there."""

import os
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from extractor.cli.doctor.checked import FAIL, OK, WARN, Checked
from extractor.digest.mailing import MailError, envelope_of
from extractor.settings import FILE, SettingsError
from extractor.settings.model import Configuration, Mail
from extractor.settings.reading import Read, read
from extractor.settings.showing import unknown
from extractor.sources.guard import refusal

_HERE = {"localhost", "127.0.0.1", "::1"}


def settings(folder: Path, environment: Mapping[str, str], store: str | None) -> tuple[Read | None, list[Checked]]:
    """The settings, None where they cannot be meant, and what is to be said of them."""
    try:
        told = read(folder, environment, {"store": store})
    except SettingsError as error:
        return None, [Checked("settings", FAIL, str(error))]
    file = f"{folder / FILE}" if (folder / FILE).exists() else f"no {folder / FILE}, which is fine"
    found = [Checked("settings", OK, f"{len(told.origins)} are set; {file}")]
    for name in unknown(told, environment):
        found.append(Checked("settings", WARN, f"{name} is no setting: `extractor config show` names them all"))
    if told.configuration.contact is None:
        do = f"write contact = \"you@example.org\" into {folder / FILE}"
        found.append(Checked("contact", WARN, f"nobody is named whom a site can reach, and no crawl begins: {do}"))
    else:
        found.append(Checked("contact", OK, told.configuration.contact))
    return told, [*found, *_outlets(told.configuration)]


def _outlets(told: Configuration) -> Iterator[Checked]:
    """What is set for an outlet that there is not: the site that was meant is asked like all others."""
    from extractor.outlets import outlets

    known = {outlet.id for outlet in outlets().all} if told.outlet else set()
    for name in sorted(told.outlet.keys() - known):
        said = f'[outlet."{name}"]: no outlet has this id: `extractor sources list` names them all'
        yield Checked("settings", FAIL, said)


def watched(told: Configuration) -> Iterator[Checked]:
    """Whether the dead man's switch may be asked, and the numbers for Prometheus can be written."""
    if told.nightly.ping:
        parts = urlsplit(told.nightly.ping)
        closed = _is_inner(parts.hostname or "") or parts.port not in (None, 80, 443)
        if closed and not told.nightly.ping_inside:
            do = "say `nightly.ping_inside = true` if it is of your own network"
            yield Checked("ping", FAIL, f"{parts.hostname} is an inner address or on no port of the web: {do}")
        else:
            yield Checked("ping", OK, f"{parts.hostname} is told of each night")
    if told.nightly.metrics:
        folder = Path(told.nightly.metrics).absolute().parent
        if folder.is_dir() and os.access(folder, os.W_OK):
            yield Checked("metrics", OK, f"go to {told.nightly.metrics}")
        else:
            do = f"make {folder}, and let this user write it"
            yield Checked("metrics", FAIL, f"{told.nightly.metrics}: cannot be written: {do}")


def _is_inner(host: str) -> bool:
    try:
        return host == "localhost" or refusal(host) is not None
    except ValueError:  # a name: what it stands for is asked at night
        return False


def mail(told: Configuration) -> Checked:
    """Whether a digest could be sent."""
    if told.digest.notify and find_spec("apprise") is None:
        return Checked("mail", FAIL, "digest.notify needs Apprise: pip install 'extractor[notify]'")
    if not told.digest.to:
        return Checked("mail", OK, "no digest is sent by mail: `digest.to` names nobody")
    try:
        envelope_of(told)
    except MailError as error:
        return Checked("mail", FAIL, str(error))
    if _in_the_open(told.mail):
        do = 'say "starttls" or "tls" for `mail.tls`'
        return Checked("mail", WARN, f"goes to {told.mail.host} in the open: {do}")
    return Checked("mail", OK, f"by {told.mail.host}:{told.mail.port} to {len(told.digest.to)} addresses")


def _in_the_open(told: Mail) -> bool:
    return told.tls == "none" and told.host not in _HERE
