"""The digest to whom the settings name: by mail, and by Apprise's addresses."""

from functools import partial

from extractor.digest.mailing import Envelope, RefusedError, addressee, envelope_of, message, message_id, refusal
from extractor.digest.mailing import send as send_mail
from extractor.digest.notifying import channel_of, notify
from extractor.digest.sending import MAIL, Asked, Delivery, Draft, Result, send
from extractor.errors import ExtractorError
from extractor.settings.model import Configuration
from extractor.store.alone import DIGEST, alone
from extractor.store.database import Store
from extractor.store.sent import let_go, waiting


def post(store: Store, settings: Configuration, asked: Asked, now: str) -> Result:
    """Send the digest by mail, first those of before to whom the server refused them; raises `MailError`.

    Whom it refuses now gets the same mail before the next digest.
    """
    envelope = envelope_of(settings)
    refused = _catch_up(store, settings, envelope, asked.command, now)

    def deliver(draft: Draft) -> Delivery:
        name = message_id(draft.news, draft.since, envelope)
        mail = message(draft.contents, envelope, str(settings.digest.sender), name, now).as_bytes()
        missing = send_mail(mail, envelope, settings.mail)
        refused.update(missing)
        missed = tuple(addressee(envelope.to[number - envelope.first]) for number in missing)
        return Delivery(name, mail.decode("ascii"), missed)

    result = send(store, asked._replace(channel=MAIL), now, deliver)
    where = f"{settings.mail.host}:{settings.mail.port}"
    return result._replace(missed=f"{refusal(where, refused)}; the next digest tries again" if refused else None)


def _catch_up(
    store: Store, settings: Configuration, envelope: Envelope, command: str, now: str
) -> dict[int, int]:
    """Send the mails that addressees did not get, each to whom it lacks; who is refused again, with the answer."""
    numbers = {addressee(one): number for number, one in enumerate(envelope.to, envelope.first)}
    refused = dict[int, int]()
    with alone(store, command, now, DIGEST):
        with store.reading() as connection:
            missing = waiting(connection)
        for one in missing:
            number = numbers.get(one.addressee)
            if number in refused:
                continue
            if number is not None:
                try:
                    send_mail(one.mail.encode(), envelope.only(number), settings.mail)
                except RefusedError as error:
                    refused[number] = error.code
                    continue
            with store.writing() as connection:
                let_go(connection, one)
    return refused


def post_all(store: Store, settings: Configuration, asked: Asked, now: str) -> list[Result]:
    """Send the digest to each of Apprise's addresses; raises at the end where one of them did not take it."""
    results, failed = [], []
    for number, secret in enumerate(settings.digest.notify, 1):
        address = secret.get_secret_value()
        own = asked._replace(channel=channel_of(address))
        try:
            results.append(send(store, own, now, partial(_notified, address, number)))
        except ExtractorError as error:
            failed.append(str(error))
    if failed:
        raise ExtractorError("; ".join(failed))
    return results


def _notified(address: str, number: int, draft: Draft) -> None:
    notify(draft.contents, address, number)
