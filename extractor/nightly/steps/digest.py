"""The step `digest`: what is new, to whom the settings name."""

from extractor.digest.posting import post, post_all
from extractor.digest.sending import MAIL, SENT, Asked, Result
from extractor.errors import ExtractorError
from extractor.nightly.journal import DONE, Journal
from extractor.nightly.notes import notes_of
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Work
from extractor.times import utc


def digest(work: Work) -> Outcome:
    """Send the digest as `extractor digest` does, by mail and by Apprise; one that is not taken is tried again."""
    settings = work.settings
    if not settings.digest.to and not settings.digest.notify:
        return Outcome(DONE, "digest.to names nobody")
    notes = notes_of(Journal(work.folder).nights(), work.wall())
    asked = Asked(MAIL, settings.digest.period, settings.language, notes=notes, command="extractor nightly")
    results: list[Result] = []
    failed: list[str] = []
    with opened(work) as store:
        now = utc(work.wall())
        try:
            results += [post(store, settings, asked, now)] if settings.digest.to else []
        except ExtractorError as error:
            failed.append(str(error))
        try:
            results += post_all(store, settings, asked, now)
        except ExtractorError as error:
            failed.append(str(error))
    if failed:
        raise ExtractorError("; ".join(failed))
    sent = [result for result in results if result.outcome == SENT]
    missed = next((result.missed for result in results if result.missed), None)
    reason = missed or (None if sent else results[0].outcome)
    return Outcome(DONE, reason, (sent[0].counts if sent else {}) | {"sent": len(sent)}, aside=missed is not None)
