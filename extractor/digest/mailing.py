"""The digest as a mail, and its way to the server; an addressee whom the server refuses holds back no other.

What goes wrong is said in one line, without addresses, passwords or what the server answered, which may hold both.
"""

import hashlib
import json
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from email.utils import format_datetime, parseaddr
from typing import NamedTuple

from extractor.digest.contents import Contents
from extractor.digest.rendering import as_page, as_text
from extractor.errors import ExtractorError
from extractor.settings.model import Configuration, Mail
from extractor.store.news import News, state_of

SECONDS = 30.0
"""For each answer of the server."""
_HERE = ("localhost", "127.0.0.1", "::1")
_AGAIN = "nothing was sent; the next digest tries again"


class MailError(ExtractorError):
    """The mail was not taken; the text says why, and what to do."""


class RefusedError(MailError):
    """The server takes the mail for none of its addressees; `code` is its answer for the last of them."""

    def __init__(self, said: str, code: int) -> None:
        super().__init__(said)
        self.code = code


class Envelope(NamedTuple):
    """Who sends a mail to whom: bare addresses."""

    sender: str
    to: tuple[str, ...]
    first: int = 1
    """What the settings count the first of them as."""

    def only(self, number: int) -> "Envelope":
        """The same to one of them, by the settings' count."""
        return Envelope(self.sender, (self.to[number - self.first],), number)


def addressee(address: str) -> str:
    """The digits that stand for an address in the store."""
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def envelope_of(told: Configuration) -> Envelope:
    """Who sends and who gets the digest; `MailError` where the settings do not say it, or would betray a password."""
    needed = {"digest.to": told.digest.to, "digest.from": told.digest.sender, "mail.host": told.mail.host}
    if lacking := [name for name, value in needed.items() if not value]:
        named = " and ".join(lacking)
        raise MailError(f"no mail can be sent without {named}: set them in settings.toml, see `extractor config init`")
    if told.mail.user and not told.mail.password:
        raise MailError("no mail can be sent: mail.user is set and no password; set EXTRACTOR_MAIL_PASSWORD")
    if told.mail.tls == "none" and told.mail.user and told.mail.host not in _HERE:
        raise MailError('the password would go to another machine in the open: say "starttls" or "tls" for mail.tls')
    to = tuple(_bare(one, "digest.to") for one in told.digest.to)
    return Envelope(_bare(str(told.digest.sender), "digest.from"), to)


def _bare(mailbox: str, setting: str) -> str:
    """An address without the name before it, its host in the letters of the net."""
    local, _, host = parseaddr(mailbox)[1].rpartition("@")
    try:
        found = f"{local}@{host.encode('idna').decode()}"
        found.encode("ascii")
    except UnicodeError:
        raise MailError(f"{setting}: before the @ are letters that not every server takes; name another") from None
    if not local or not host:
        raise MailError(f"{setting}: holds an address that cannot be read; write name@example.org")
    return found


def message_id(news: News, since: str | None, envelope: Envelope) -> str:
    """The name of a mail by what it tells: who gets the same again, after a kill, is shown it once."""
    told = [since, _states(news), [one.key for one in news.arrived]]
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]
    return f"<{digest}.digest@{envelope.sender.rpartition('@')[2]}>"


def _states(news: News) -> list[object]:
    new = [[row["id"], state_of(row)] for row in news.new]
    return [*new, *([one.id, state_of(one.row) if one.row else None] for one in news.changed)]


def message(told: Contents, envelope: Envelope, sender: str, name: str, now: str) -> EmailMessage:
    """The mail, as text and as HTML.

    Several addressees do not see each other: they stand in the envelope only.
    """
    mail = EmailMessage(policy=POLICY)
    mail["Subject"] = told.subject
    mail["From"] = sender
    mail["To"] = envelope.to[0] if len(envelope.to) == 1 else sender
    mail["Date"] = format_datetime(datetime.fromisoformat(now))
    mail["Message-ID"] = name
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence answers it
    mail.set_content(as_text(told), cte="quoted-printable")
    mail.add_alternative(as_page(told), subtype="html", cte="quoted-printable")
    return mail


def send(mail: bytes, envelope: Envelope, told: Mail, *, seconds: float = SECONDS) -> dict[int, int]:
    """Give a mail to the server; the addressees whom it refuses, by the settings' count, with its answers.

    `MailError` where it takes the mail for nobody.
    """
    where = f"{told.host}:{told.port}"
    with _failing(where, told):
        server = _reached(told, envelope, seconds)
        try:
            return _hand_over(server, mail, envelope, where)
        finally:
            _leave(server)


def refusal(where: str, refused: Mapping[int, int]) -> str:
    """Whom a server refused, in words."""
    which = ", ".join(f"number {number} ({code})" for number, code in sorted(refused.items()))
    return f"{where}: does not take mail for {which} of digest.to"


def _reached(told: Mail, envelope: Envelope, seconds: float) -> smtplib.SMTP:
    host, own = str(told.host), envelope.sender.rpartition("@")[2]
    context = ssl.create_default_context()
    if told.tls == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, told.port, own, timeout=seconds, context=context)
    else:
        server = smtplib.SMTP(host, told.port, own, timeout=seconds)
    try:
        if told.tls == "starttls":
            server.starttls(context=context)
        if told.user and told.password:
            server.login(told.user, told.password.get_secret_value())
    except BaseException:
        server.close()
        raise
    return server


def _hand_over(server: smtplib.SMTP, mail: bytes, envelope: Envelope, where: str) -> dict[int, int]:
    """The envelope, and the mail where an addressee is taken; those who are not."""
    server.ehlo_or_helo_if_needed()
    code, _ = server.mail(envelope.sender)
    if code != 250:  # RFC 5321
        raise MailError(f"{where}: does not take mail of digest.from ({code}); {_AGAIN}")
    answers = {number: server.rcpt(to)[0] for number, to in enumerate(envelope.to, envelope.first)}
    refused = {number: code for number, code in answers.items() if code not in (250, 251)}
    if len(refused) == len(answers):
        raise RefusedError(f"{refusal(where, refused)}; {_AGAIN}", [*refused.values()][-1])
    code, _ = server.data(mail)
    if code != 250:
        raise MailError(f"{where}: did not take the mail ({code}); {_AGAIN}")
    return refused


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; a mail that was taken is taken, whatever comes of this."""
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        server.close()


@contextmanager
def _failing(where: str, told: Mail) -> Iterator[None]:
    """Failures of the way as one line."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        do = "look at mail.user and EXTRACTOR_MAIL_PASSWORD"
        raise MailError(f"{where}: does not take the user and the password ({error.smtp_code}): {do}") from None
    except smtplib.SMTPNotSupportedError:
        lacks = "TLS after the beginning: say \"tls\" for mail.tls, or another port" if told.tls == "starttls" else "it"
        raise MailError(f"{where}: does not offer {lacks}") from None
    except smtplib.SMTPResponseException as error:
        raise MailError(f"{where}: refused ({error.smtp_code}); {_AGAIN}") from None
    except smtplib.SMTPServerDisconnected as error:
        how = "gave no answer in time" if isinstance(error.__context__, TimeoutError) else "hung up"
        raise MailError(f"{where}: {how}; {_AGAIN}") from None
    except smtplib.SMTPException as error:
        raise MailError(f"{where}: cannot be talked to ({type(error).__name__}); {_AGAIN}") from None
    except ssl.SSLError as error:
        reason = error.verify_message if isinstance(error, ssl.SSLCertVerificationError) else error.reason or "no TLS"
        raise MailError(f"{where}: no safe connection ({reason}): look at mail.tls and mail.port") from None
    except OSError as error:
        reason = "no answer in time" if isinstance(error, TimeoutError) else error.strerror or type(error).__name__
        raise MailError(f"{where}: cannot be reached ({reason}); {_AGAIN}") from None

