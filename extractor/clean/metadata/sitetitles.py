"""Titles of the source that are no story's: many sites give each page their own name, what they are, or a motto.

"Website Resmi Kabupaten X", "Dinas Perikanan Kota Ambon", "Berita Maluku Terkini dan Terpercaya".
"""

import functools
import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from extractor.clean.metadata.claims import Claim, fold
from extractor.clean.metadata.headlines import DIVIDER, agree, is_addressed, title_words
from extractor.clean.metadata.lines import opening
from extractor.clean.metadata.markup import Markup
from extractor.clean.metadata.mastheads import names
from extractor.clean.metadata.words import alternatives, words

MARKS = " -–—|»«›‹•·~:"
"""What stands round the parts of a title."""
NAME = 3
"""Words of an outlet's name."""
_MOTTO, _OPENING = 6, 12  # words of a site's title, and lines below a heading


def site_alone(markup: Markup, machine: Sequence[Claim]) -> str | None:
    """The site's name where all titles of the source are one, the same on each page: "Website Resmi Kabupaten X".

    Such a one starts with what a site is, or is short and the site's own description too.
    """
    if not machine or len({fold(claim.value) for claim in machine}) > 1:
        return None
    whole = machine[0].value
    match = _site_lead().match(whole)
    described = [fold(value) for _, value in markup.first(words().keys["description"])]
    if match is None and (fold(whole) not in described or len(title_words(whole)) > _MOTTO):
        return None
    return without_lead(whole)


def without_lead(name: str) -> str:
    """A site's name without what it is: "Desa Ohoitel" of "Website Resmi Desa Ohoitel"."""
    match = _site_lead().match(name)
    return name[match.end() :].strip(MARKS) or name if match else name


@functools.cache
def _site_lead() -> re.Pattern[str]:
    """What a site is, before its name."""
    leads = frozenset(word for word in words().site_words if " " in word)
    return re.compile(rf"(?:{alternatives(leads)})(?!\w)", re.I)


def is_of_site(markup: Markup, shown: Claim | None, machine: Sequence[Claim]) -> bool | None:
    """Whether the one title that the source tells is the site's on each page, so that a heading is to be asked.

    True where it is printed nowhere ("Berita Maluku Terkini dan Terpercaya") or says that it is a site's; False where
    it may be, since it starts with what a site is of ("Dinas Perikanan Kota Ambon"); else None.
    """
    if not machine or len({fold(claim.value) for claim in machine}) > 1:
        return None
    whole = machine[0].value
    if shown is None:
        text = " ".join(markup.elements.text.split()).casefold()
        return True if without_last(machine[0]).value.casefold() not in text else False if leads(whole) else None
    if not leads(whole) or not agree(shown.value, whole):
        return None
    return fold(shown.value) == fold(whole) and _site_lead().match(whole) is not None


def is_sure(shown: Claim | None, machine: Sequence[Claim], slugs: Iterable[set[str]]) -> bool:
    """Whether a heading has the page's address for a witness, or another source and more words than a motto."""
    if shown is None:
        return False
    return (len(title_words(shown.value)) > _MOTTO and agrees(shown, machine)) or is_addressed(shown.value, slugs)


def agrees(shown: Claim, machine: Iterable[Claim]) -> bool:
    """Whether a heading is a title that another source has."""
    return any(agree(shown.value, claim.value) for claim in machine)


def are_of_site(markup: Markup, heading: HtmlElement | None, machine: Sequence[Claim]) -> bool:
    """Whether all titles of the source are the site's on each page, not only where there is no more than one.

    Such a one starts with what a site is of or leads to the front page, or is printed nowhere and the story's head has
    few of its words.
    """
    others = [claim.value for claim in machine if not leads(claim.value)]
    if others:
        homes = set(map(fold, names(markup, None)))
        others = [value for value in others if fold(value) not in homes]
    if not others:
        return bool(machine)
    text = " ".join(markup.elements.text.split()).casefold()
    if any(value.casefold() in text for value in others):
        return False
    head = set(title_words(" ".join(opening(heading, markup.elements.body, _OPENING))))
    return all(2 * len(head.intersection(title_words(value))) < len(title_words(value)) for value in others)


def leads(whole: str) -> bool:
    """Whether a title is short and starts with what a site is of."""
    listed = title_words(whole)
    return 0 < len(listed) <= _MOTTO and listed[0] in words().site_leads


def without_last(claim: Claim) -> Claim:
    """A title tag that nothing else on the page confirms, without a short last part: sites put their name there."""
    dividers = list(DIVIDER.finditer(claim.value))
    if claim.origin != "title tag" or not dividers:
        return claim
    head, last = claim.value[: dividers[-1].start()], claim.value[dividers[-1].end() :]
    is_name = last[:1].isupper() and len(title_words(last)) <= NAME and len(title_words(head)) > NAME
    return claim._replace(value=head) if is_name else claim
