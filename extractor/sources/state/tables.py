"""The tables of the state. Times are seconds UTC, days and moments of the press ISO texts as they were told.

An address of a candidate is kept twice: `url` is canonical and the key, `address` is what is asked for. `outlet` is an
outlet's id, or the host where the project knows none.
"""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

sources = Table(
    "sources",
    metadata,
    Column("url", Text, primary_key=True),
    Column("why", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("added", Float, nullable=False),
)
"""Lists that were added by hand: `extractor sources add`."""

lists = Table(
    "lists",
    metadata,
    Column("url", Text, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("listing", Text, nullable=False),  # JSON: discovery's Listing
    Column("found_in", Text),
    Column("due", Float, nullable=False),  # the night for which it is to be asked
    Column("open", Integer, nullable=False),  # 1: it was not asked for it yet
    Column("asked", Float),
    Column("whole", Float),  # when it was last asked without a condition
    Column("outcome", Text),
    Column("reason", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("digest", Text),
    Column("words", Text),  # the awards' words by which its stories were judged
    Column("entries", Integer),
    Column("changed", Float),
    Index("lists_open", "open"),
    Index("lists_found_in", "found_in"),
)
"""Every list that was to be asked, and what came of it the last time."""

candidates = Table(
    "candidates",
    metadata,
    Column("url", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("headline", Text),
    Column("summary", Text),
    Column("published", Text),
    Column("found_in", Text, nullable=False),
    Column("found", Float, nullable=False),
    Column("run", Integer, nullable=False),  # the last run that met it
    Column("became", Text, nullable=False),  # what became of it in that run: a class of the summary
    Column("wanted", Text),  # why, None: it is not
    Column("state", Text, nullable=False),  # waiting, stored, refused, failed, set aside
    Column("reason", Text),
    Column("again", Float),  # when it may be asked again; None: never
    Column("attempts", Integer, nullable=False, default=0),
    Column("moves", Integer, nullable=False, default=0),  # redirects that led here from other sites
    Column("fetched", Float),  # the first time that it was stored
    Column("checked", Float),  # the last time that it was answered
    Column("etag", Text),
    Column("modified", Text),
    Column("digest", Text),
    Index("candidates_address", "address"),
    Index("candidates_state", "state", "outlet"),
    Index("candidates_run", "run", "outlet"),
)
"""Every story that a list named, wanted or not."""

pages = Table(
    "pages",
    metadata,
    Column("address", Text, primary_key=True),
    Column("story", Text, nullable=False),  # the candidate's url
    Column("number", Integer),  # None: all pages at once
    Column("state", Text, nullable=False),  # as above, or spare: asked where all at once are not to be had
    Column("reason", Text),
    Column("again", Float),
    Column("attempts", Integer, nullable=False, default=0),
    Index("pages_story", "story"),
    Index("pages_state", "state"),
)
"""Further pages of stories."""

fetches = Table(
    "fetches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, nullable=False),
    Column("url", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("found_in", Text),
    Column("at", Float, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason", Text),
    Column("status", Integer),
    Column("led_to", Text),
    Column("seconds", Float),
    Column("size", Integer),
    Column("digest", Text),
    Column("file", Text),
    Column("offset", Integer),
    Index("fetches_url", "url"),
    Index("fetches_at", "at"),
)
"""Every exchange, in the order of the archive; `offset` is that of its first record."""

records = Table(
    "records",
    metadata,
    Column("file", Text, primary_key=True),
    Column("offset", Integer, primary_key=True),
    Column("length", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("url", Text),
    Column("at", Float, nullable=False),
    Column("digest", Text),
    Column("status", Integer),
    Column("fetch", Integer),
    Index("records_url", "url", "at"),
    Index("records_digest", "digest"),
)
"""The index of the archive: each of its records."""

hosts = Table(
    "hosts",
    metadata,
    Column("origin", Text, primary_key=True),  # https://host
    Column("site", Text, nullable=False),
    Column("robots_kind", Text),
    Column("robots_reason", Text),
    Column("robots_since", Float),
    Column("robots_until", Float),
    Column("robots_body", LargeBinary),
    Index("hosts_site", "site"),
)
"""What each host allows."""

sites = Table(
    "sites",
    metadata,
    Column("site", Text, primary_key=True),
    Column("asked", Float, nullable=False),
    Column("gap", Float, nullable=False),
    Column("ready", Float, nullable=False),
    Column("night", Float, nullable=False),
    Column("requests", Integer, nullable=False),  # in that night
)
"""When each registrable domain may be asked again."""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("night", Float, nullable=False),
    Column("started", Float, nullable=False),
    Column("ended", Float),
    Column("outcome", Text),
    Column("reason", Text),
    Column("command", Text, nullable=False),
    Column("counts", Text),  # JSON: the summary
)
"""Every crawl; one that did not end has no `ended`, and the next takes its night up again."""

notes = Table(
    "notes",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text),
)
"""Single facts: the version of these tables, the words by which candidates were last judged."""
