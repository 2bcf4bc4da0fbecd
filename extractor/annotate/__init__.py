"""Annotate: the facts of eight kinds that an article states, each with the offsets of the words that prove it.

A kind is a module or a folder of its name; what several kinds look at together is `story.py` (the article in units),
`context.py` (hopes and denials) and `surroundings.py` (the sentence, clause and paragraph round a word).
"""

from extractor.annotate.amounts import amounts
from extractor.annotate.coverage import coverage
from extractor.annotate.dates import dates
from extractor.annotate.officials import officials
from extractor.annotate.ranks import ranks
from extractor.annotate.regions import region_facts, regions
from extractor.annotate.regulations import regulations
from extractor.annotate.story import Story, read_story
from extractor.annotate.worker_counts import worker_counts
from extractor.article import Article
from extractor.facts import Facts
from extractor.patterns import Patterns

__all__ = ["Story", "annotate"]


def annotate(article: Article, book: Patterns | None = None) -> tuple[Story, Facts]:
    """The story in units and the facts that it states; the arguments show which kind needs which."""
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
