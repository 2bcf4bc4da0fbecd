"""Discovery: from an outlet to the lists to ask, from a list's bytes to stories, and from stories to those wanted.

    for listing in plan(outlet, award_words(), since, until):
        listed = read_list(listing, body, url, outlet, charset, since)       # bytes that the crawl has asked for
        why = wanted(candidate, award_words())                                # of each of listed.candidates
        listed.further                                                        # sitemaps of an index
        goes_on(listed.stories, known, since) and next_listing(listing, listed)

Nothing here touches the net, and every reader ends in seconds on anything.
"""

from extractor.sources.discovery.candidate import Candidate, Listed, Listing
from extractor.sources.discovery.canonical import canonical
from extractor.sources.discovery.feeds import read_feed
from extractor.sources.discovery.indexes import feeds_of, read_index
from extractor.sources.discovery.lists import by_hand, read_list
from extractor.sources.discovery.paging import goes_on, next_listing
from extractor.sources.discovery.plan import guesses, plan
from extractor.sources.discovery.sitemaps import read_sitemap
from extractor.sources.discovery.wanted import AwardTerms, AwardWords, award_words, read_award_words, wanted
from extractor.sources.discovery.wordpress import read_wordpress

__all__ = [
    "AwardTerms", "AwardWords", "Candidate", "Listed", "Listing", "award_words", "by_hand", "canonical", "feeds_of",
    "goes_on", "guesses", "next_listing", "plan", "read_award_words", "read_feed", "read_index", "read_list",
    "read_sitemap", "read_wordpress", "wanted",
]  # fmt: skip
