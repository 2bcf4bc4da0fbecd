"""Annotate: the facts of eight kinds that an article states, each with the offsets of the words that prove it."""

from extractor.article import Article
from extractor.annotate.story import Story, read_story
from extractor.facts import Facts
from extractor.patterns import Patterns

__all__ = ["Story", "annotate"]


def annotate(article: Article, book: Patterns | None = None) -> tuple[Story, Facts]:
    """The story in units and the facts that it states; the arguments show which kind needs which."""
    from extractor.annotate.amounts import amounts  # until every kind is there
    from extractor.annotate.coverage import coverage
    from extractor.annotate.dates import dates
    from extractor.annotate.officials import officials
    from extractor.annotate.ranks import ranks
    from extractor.annotate.regions import region_facts, regions
    from extractor.annotate.regulations import regulations
    from extractor.annotate.worker_counts import worker_counts

    story = read_story(article, book)
    places = regions(story)
    holders = officials(story, places)
    return story, Facts(
        regions=region_facts(story, places),
        officials=holders,
        regulations=regulations(story, places),
        worker_counts=worker_counts(story, places, holders),
        ranks=ranks(story),
        dates=dates(story),
        coverage=coverage(story),
        amounts=amounts(story),
    )
