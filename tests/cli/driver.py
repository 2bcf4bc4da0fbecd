"""The command with a pipeline of its own: a page's lines are records, so that tests need no patterns.

A line is `award;edition;level;scope;category;recipient;outcome;rank;shortlist;date`; an empty field is None.
"""

import functools

import extractor.cli.extracting
from extractor.article import Article, Page
from extractor.batch import extract_all
from extractor.batch.whole import clean_story
from extractor.cli import main
from extractor.facts import Extraction, Facts, Recipient, Record


def extract(*pages: Page) -> Extraction:
    article = clean_story(*pages)
    lines = [line for line in article.text.splitlines() if line.count(";") == 9]
    return Extraction(article, Facts(), tuple(record(article, line) for line in lines))


def record(article: Article, line: str) -> Record:
    award, edition, level, scope, category, recipient, outcome, rank, shortlist, date = (
        f or None for f in line.split(";")
    )
    start = article.text.index(line)
    return Record(
        award or "",
        int(edition) if edition else None,
        level,
        scope,
        category,
        Recipient("region", None, recipient or ""),
        outcome or "winner",
        int(rank) if rank else None,
        int(shortlist) if shortlist else None,
        date,
        ((start, start + len(award or "")),),
    )


if __name__ == "__main__":
    extractor.cli.extracting.extract_all = functools.partial(extract_all, pipeline="tests.cli.driver:extract")  # type: ignore[assignment]
    main()
