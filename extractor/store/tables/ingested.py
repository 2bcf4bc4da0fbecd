"""What came in and was read: articles, each text that they ever had, inputs, runs, and the patterns behind them."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from extractor.store.tables.schema import metadata

pattern_sets = Table(
    "pattern_sets",
    metadata,
    Column("version", Text, primary_key=True),  # 16 hexadecimal digits of all files and the program
    Column("files", JSON, nullable=False),  # {file below patterns/: its digest}
)
"""Every set of patterns that read something: the version beside a value leads to the files it came from."""

pattern_files = Table(
    "pattern_files",
    metadata,
    Column("digest", Text, primary_key=True),  # as in pattern_sets.files
    Column("content", Text, nullable=False),
)
"""The files of those sets with forms, words and awards, each version once: what changed between two sets is read here.

Other files (regions, outlets, furniture ...) are known by their digests alone.
"""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("command", Text, nullable=False),  # ingest, rerun, nightly
    Column("patterns", Text, ForeignKey("pattern_sets.version"), nullable=False),
    Column("started", Text, nullable=False),
    Column("ended", Text),  # None: at work, or nobody knows
    Column("outcome", Text),  # done, stopped, failed, killed; None: at work
    Column("reason", Text),
    Column("counts", JSON),
)
"""Everything that wrote what the machine read; a run that would write nothing leaves no row."""

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),  # the canonical address, else "sha256:" and the text's hash
    Column("url", Text),  # the canonical address
    Column("outlet", Text),
    Column("site", Text),  # the outlet's id in patterns/outlets, else the host
    Column("text_id", Integer),  # the version that holds now: the latest fetched
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),  # in which it was first met
    Column("set_aside", Text),  # why patterns of today call its pages no article: then nothing is read in it
    Index("ix_articles_site", "site"),
)
"""One row for each article, by its canonical address."""

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.id"), nullable=False),
    Column("hash", Text, nullable=False),  # SHA-256 of the text in UTF-8, 64 hexadecimal digits
    Column("version", Integer, nullable=False),  # 1 for the first of its article
    Column("source", Text, nullable=False),  # as the input was named: a path, an address
    Column("fetched", Text),  # when the server first sent it; None where no archive tells
    Column("seen", Text),  # when the server last sent it, as far as its pages were ingested
    Column("title", Text),
    Column("author", Text),
    Column("published", Text),  # ISO date, or date and time with the zone
    Column("dateline", Text),
    Column("title_span", JSON),  # [start, end) of the title line in `text`, where it stands there
    Column("dateline_span", JSON),  # [start, end) of the dateline in `text`, over its dash
    Column("advertorial", Boolean, nullable=False),
    Column("section", Text),
    Column("tags", JSON, nullable=False),
    Column("language", Text),
    Column("conflicts", JSON, nullable=False),  # fields on which the page's own sources disagree
    Column("pages", JSON),  # {have, of, missing} where the story has several
    Column("words", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("patterns", Text, ForeignKey("pattern_sets.version"), nullable=False),  # by which its facts were read
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),  # which brought it
    UniqueConstraint("article_id", "hash"),
    Index("ix_texts_hash", "hash"),
    Index("ix_texts_published", "published"),
)
"""Every version of every article's text that was met; those of before stay, with what was read in them."""

inputs = Table(
    "inputs",
    metadata,
    Column("source", Text, primary_key=True),  # a path, an address, "FILE.warc.gz#1067"
    Column("digest", Text),  # SHA-256 of the bytes, None where they could not be read
    Column("article_id", Integer, ForeignKey("articles.id")),
    Column("code", Text),  # why it was set aside: a code of SetAside, or "fault"
    Column("reason", Text),
    Column("site", Text),
    Column("patterns", Text, ForeignKey("pattern_sets.version"), nullable=False),  # by which it was read last
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),  # the last that had something to write of it
    Index("ix_inputs_run_id", "run_id"),
)
"""What became of every input: the article that it brought, or why it was set aside."""

archives = Table(
    "archives",
    metadata,
    Column("source", Text, primary_key=True),  # the path of a WARC file, as it was named
    Column("digest", Text, nullable=False),  # SHA-256 of the file
    Column("patterns", Text, ForeignKey("pattern_sets.version"), nullable=False),
)
"""WARC files all of whose pages are in `inputs`: while a file is the same, none of them has to be looked at again."""

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text_id", Integer, ForeignKey("texts.id"), nullable=False),
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
    Column("patterns", Text, ForeignKey("pattern_sets.version"), nullable=False),
    Column("digest", Text, nullable=False),  # SHA-256 of `facts`
    Column("facts", JSON, nullable=False),  # {kind: [...], "records": [...]} as the annotation guideline prints them
    UniqueConstraint("text_id", "run_id"),
)
"""What each run read in a text, where it differs from the reading before: what `extractor diff` compares."""
