"""The step `crawl`: new articles found, fetched and kept."""

from extractor.nightly.journal import DONE, FAILED, STOPPED
from extractor.nightly.work import Outcome, Work

SHARE = 0.75
"""Of the time to the deadline; the rest is for what is made of the articles: else a slow night would leave none."""


def crawl(work: Work) -> Outcome:
    """Crawl as `extractor crawl` does; what could not be fetched is tried again the next night."""
    from extractor.sources.crawl import Bounds, Clocks, Crawl
    from extractor.sources.discovery.wanted import award_words
    from extractor.sources.finding import Finder
    from extractor.sources.night import Night, gave
    from extractor.sources.night import crawl as crawl_a_night

    def begun(crawl: Crawl) -> None:
        work.stop.listen(crawl.stop)

    settings = work.crawls.settings(work.settings)
    bounds = Bounds(seconds=None if work.stop.left is None else work.stop.left * SHARE)
    night = Night(
        work.folder, settings, work.crawls.fetcher(settings), Finder(award_words()), work.crawls.outlets(), bounds,
        Clocks(wall=work.wall), "extractor nightly", held=True,
    )  # fmt: skip
    try:
        summary = crawl_a_night(night, work.crawls.tell, begun)
    finally:
        work.stop.listen(None)
    counts = {name: number for name, number in summary.to_dict()["total"].items() if number}
    counts |= {"requests": sum(summary.requests.values()), "requests_failed": summary.requests.get("failed", 0)}
    counts["left_alone"] = dict(summary.left)
    counts |= {"outlets": gave(work.folder, work.started)}
    if summary.outcome == FAILED or summary.faults():
        return Outcome(FAILED, summary.reason or f"the counts do not add up: {summary.faults()[0]}", counts)
    if summary.reached_nobody:
        return Outcome(FAILED, "no request was answered: is there a way to the net?", counts)
    if summary.outcome == STOPPED:
        return Outcome(STOPPED, work.stop.reason or "its part of the time is over", counts)
    return Outcome(DONE, None, counts, aside=summary.failed)
