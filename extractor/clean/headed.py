"""An article with what the first lines of its story say, where its metadata does not say it."""

from urllib.parse import urlsplit

from extractor.article import Article
from extractor.clean.headings import head, is_paid


def headed(article: Article) -> Article:
    """The article with its title line, its dateline, its outlet by dateline or address, and whether it was paid for."""
    title, dateline, named = head(article.text, article.outlet)
    host = urlsplit(article.url or "").hostname
    return article._replace(
        outlet=article.outlet or named or (host.removeprefix("www.") if host else None),
        title=article.title or (article.text[slice(*title)] if title else None),
        dateline=dateline.place if dateline else None,
        advertorial=article.advertorial or is_paid(article.text),
        title_span=title,
        dateline_span=dateline.span if dateline else None,
    )
