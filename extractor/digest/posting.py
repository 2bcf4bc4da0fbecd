"""The digest to whom the settings name: by mail, and by Apprise's addresses."""

from functools import partial

from extractor.digest.mailing import envelope_of, message, message_id
from extractor.digest.mailing import send as send_mail
from extractor.digest.notifying import channel_of, notify
from extractor.digest.sending import MAIL, Asked, Draft, Result, send
from extractor.errors import ExtractorError
from extractor.settings.model import Configuration
from extractor.store.database import Store


def post(store: Store, settings: Configuration, asked: Asked, now: str) -> Result:
    """Send the digest by mail to all addressees, or to none; raises `MailError`."""
    envelope = envelope_of(settings)

    def deliver(draft: Draft) -> str:
        name = message_id(draft.news, draft.since, envelope)
        mail = message(draft.contents, envelope, str(settings.digest.sender), name, now)
        send_mail(mail, envelope, settings.mail)
        return name

    return send(store, asked._replace(channel=MAIL), now, deliver)


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
