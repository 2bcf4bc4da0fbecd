"""An article with what the first lines of its story say, where its metadata does not say it."""

from extractor.article import Article
from extractor.clean.headings import head, is_paid
from extractor.urls import host_of


def headed(article: Article) -> Article:
    """The article with its title line, its dateline, its outlet by dateline or address, and whether it was paid for."""
    title, dateline, named = head(article.text, article.outlet)
    host = host_of(article.url).removeprefix("www.")
    return article._replace(
        outlet=_fuller(named, host) if article.outlet == host else article.outlet or named or host or None,
        title=article.title or (article.text[slice(*title)] if title else None),
        dateline=dateline.place if dateline else None,
        advertorial=article.advertorial or is_paid(article.text),
        title_span=title,
        dateline_span=dateline.span if dateline else None,
    )


def _fuller(named: str | None, host: str) -> str | None:
    """The name in a dateline that the host spells too: "Kabar Lontar" of kabarlontar.com; else the host."""
    spelled = "".join(letter for letter in (named or "").casefold() if letter.isalnum())
    return named if spelled and host.startswith(f"{spelled}.") else host or None
