"""A text without markup: a story as somebody copied it, with the lines of its page that came along."""

from extractor.article import Article, Page
from extractor.clean.bylines import byline_date
from extractor.clean.drafts import Cut, Draft, finish
from extractor.clean.furniture import cut_furniture
from extractor.clean.headed import headed

_HEAD, _HEAD_LINES, _PARAGRAPH = 4_000, 30, 150  # characters and lines above a story, and how long its paragraphs are


def read_text(text: str, page: Page, known: Article | None = None) -> Article:
    """The article of a text: what is no furniture of it stays character for character.

    `known` is what need not be read from it: an article of which some fields are there.
    """
    known = known or Article("", page.source, page.url)
    published, bylines = _bylines(text)
    story, removed = finish(cut_furniture(Draft(text).without(bylines)), tidy=False)
    return headed(known._replace(text=story, removed=removed, published=known.published or published))


def _bylines(text: str) -> tuple[str | None, list[Cut]]:
    """The day of the first byline above the first paragraph, and the lines there that are bylines."""
    published, cuts, start = None, list[Cut](), 0
    for line in text[:_HEAD].split("\n")[:-1][:_HEAD_LINES]:
        if len(line) > _PARAGRAPH:
            break
        end = start + len(line) + 1
        day = byline_date(line.strip())
        if day:
            published = published or day
            cuts.append(Cut(start, end, "byline"))
        start = end
    return published, cuts
