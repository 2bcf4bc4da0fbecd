"""The steps of a night, in their order. Each goes on with all that waits for it, whichever night left that behind."""

from extractor.nightly.steps.backup import backup
from extractor.nightly.steps.clusters import clusters
from extractor.nightly.steps.crawl import crawl
from extractor.nightly.steps.digest import digest
from extractor.nightly.steps.ingest import ingest
from extractor.nightly.steps.register import register
from extractor.nightly.steps.rerun import rerun
from extractor.nightly.work import Step

STEPS = (
    Step("crawl", crawl, stored=False),
    Step("ingest", ingest),
    Step("rerun", rerun),
    Step("clusters", clusters),
    Step("register", register, needs=("clusters",)),
    Step("digest", digest, needs=("register",)),
    Step("backup", backup),
)
