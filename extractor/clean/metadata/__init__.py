"""What a page says of itself: title, author, outlet, publication, section, tags, address, and whether it was paid for.

Each field has its own module, which asks several sources and says which it believes and why: titles, authors, sites
(the outlet), published, topics, addresses. `told` keeps what every source says, `conflicts` the fields on which they
really disagree: a field that is wrong should stand there.
"""

from typing import TYPE_CHECKING, NamedTuple

from extractor.article import Page, Told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from extractor.clean.elements import Elements
    from extractor.outlets import Outlet

__all__ = ["Metadata", "metadata"]


class Metadata(NamedTuple):
    """The metadata of a page; None where it does not say.

    `published` is an ISO date, with time and zone where both are known. `language` is what the page declares, "id".
    `description` is its own summary. `told` keeps what each source says, the believed one first in each field, and
    `conflicts` names the fields on which sources really disagree.
    """

    title: str | None
    author: str | None
    outlet: str | None
    published: str | None
    section: str | None
    tags: tuple[str, ...]
    url: str | None
    advertorial: bool
    language: str | None
    description: str | None
    told: tuple[Told, ...]
    conflicts: tuple[str, ...]


def metadata(
    tree: "HtmlElement", page: Page, outlet: "Outlet | None" = None, *, elements: "Elements | None" = None
) -> Metadata:
    """What the page says of itself.

    `tree` is the whole page, `elements` are those of the tree, if they are at hand; `outlet` what is known of its site.
    """
    from extractor.clean.elements import Elements  # lxml: the bylines of plain texts need none of it
    from extractor.clean.metadata.fields import fields

    return fields(elements or Elements(tree), page, outlet)
