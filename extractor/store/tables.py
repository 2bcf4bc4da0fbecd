"""The tables of the store, the same on SQLite and PostgreSQL.

Three layers are never mixed: what the machine read (`articles` to `records`, replaced when patterns improve), what
people said (`decisions`, only ever added to), and what follows from both (`clusters`, `entries`, `claims`, made anew
from the others at any time). Days and moments of the press are ISO texts as they were told; times of ours are ISO texts
in UTC, to the second. Codes of regions are texts. Rows of facts and records belong to a text, and through it to an
article; `spans` are JSON lists of [start, end) offsets into the text's `text`.
"""

from sqlalchemy import (
    DDL,
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    event,
)

from extractor.store import outgoing
from extractor.store.statements import ONLY_ADDED_TO, SEARCH

metadata = outgoing.metadata
"""All tables, those of outgoing.py too."""

BYTEWISE = Text().with_variant(Text(collation="C"), "postgresql")
"""Texts in the order of their bytes on both databases."""

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


def _kind(name: str, *columns: Column[object]) -> Table:
    """The table of a kind: whose text, in which order, the fact's own fields, and the words and pattern behind it."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("text_id", Integer, ForeignKey("texts.id"), nullable=False, index=True),
        Column("position", Integer, nullable=False),  # from 0, as the extraction printed them
        *columns,
        Column("spans", JSON, nullable=False),
        Column("pattern", Text, nullable=False),
    )


regions = _kind(
    "regions",
    Column("code", Text, nullable=False, index=True),
    Column("level", Text, nullable=False),
    Column("name", Text, nullable=False),
)
officials = _kind(
    "officials",
    Column("name", Text, nullable=False),
    Column("honorifics", JSON, nullable=False),
    Column("degrees", JSON, nullable=False),
    Column("role", Text, nullable=False),
    Column("status", Text),
    Column("jurisdiction", Text, index=True),
    Column("organization", Text),
)
regulations = _kind(
    "regulations",
    Column("type", Text, nullable=False),
    Column("number", Text),
    Column("year", Integer),
    Column("subject", Text),
    Column("issuer", Text, index=True),
    Column("status", Text, nullable=False),
)
worker_counts = _kind(
    "worker_counts",
    Column("count", BigInteger, nullable=False),
    Column("bound", Text, nullable=False),
    Column("group", Text, nullable=False),
    Column("status", Text),
    Column("region", Text, index=True),
)
ranks = _kind(
    "ranks",
    Column("kind", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("of", Integer),
    Column("modality", Text, nullable=False),
)
dates = _kind(
    "dates",
    Column("value", Text, nullable=False),
    Column("precision", Text, nullable=False),
    Column("suspect", Boolean, nullable=False),
)
coverage = _kind(
    "coverage",
    Column("value", Float, nullable=False),
    Column("of", Text),
    Column("status", Text, nullable=False),
)
amounts = _kind(
    "amounts",
    Column("value", BigInteger, nullable=False),
    Column("for", Text),
    Column("suspect", Boolean, nullable=False),
)
records = _kind(
    "records",
    Column("award", Text, nullable=False),
    Column("edition", Integer),
    Column("level", Text),
    Column("scope", Text),
    Column("category", Text),
    Column("recipient_type", Text, nullable=False),
    Column("recipient_code", Text),
    Column("recipient", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("rank", Integer),
    Column("shortlist", Integer),
    Column("event_date", Text),
    Column("group", Text, nullable=False, index=True),  # award and recipient as keys: claims meet within a group only
)
KINDS = {
    table.name: table
    for table in (regions, officials, regulations, worker_counts, ranks, dates, coverage, amounts, records)
}
"""The tables of the kinds and of the records, by their names."""

bands = Table(
    "bands",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("text_id", Integer, ForeignKey("texts.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""What near-duplicates are looked up by: texts that share a band's hash may be one text. Written as they are judged."""

clusters = Table(
    "clusters",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("cluster", Integer, ForeignKey("articles.id"), nullable=False, index=True),  # the article published first
    Column("similarity", Float),  # to the nearest other of its cluster, from 0 to 1; None for one alone
)
"""Every article's cluster: one release in ten outlets is one cluster, and one voice."""

near = Table(
    "near",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("other_id", Integer, ForeignKey("articles.id"), primary_key=True, index=True),
    Column("similarity", Float, nullable=False),
    Column("copied", Boolean, nullable=False),  # most sentences of one stand in the other; else one was recast
)
"""Articles whose texts are one release's, each pair in both directions: what the clusters follow from."""

judged = Table(
    "judged",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("text_id", Integer, ForeignKey("texts.id"), nullable=False),
    Column("rule", Integer, nullable=False),  # register.likeness.RULE
    Column("published", Text),
    Column("fetched", Text),
)
"""By what each article was clustered last: where its article or text says something else, it is judged anew."""

entries = Table(
    "entries",
    metadata,
    Column("id", Text, primary_key=True),  # 16 hexadecimal digits of its key: it stays where the store is made anew
    Column("group", Text, nullable=False, index=True),
    Column("award", Text, nullable=False),
    Column("edition", Integer),
    Column("level", Text),
    Column("scope", Text),
    Column("category", Text),
    Column("recipient_type", Text, nullable=False),
    Column("recipient_code", Text),
    Column("recipient", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("rank", Integer),
    Column("shortlist", Integer),
    Column("event_date", Text),
    Column("support", Integer, nullable=False),  # independent clusters that say so
    Column("articles", Integer, nullable=False),
    Column("first_published", Text),
    Column("last_published", Text),
    Column("disputed", JSON, nullable=False),  # names of the fields on which clusters disagree
    Column("checks", JSON, nullable=False),  # [{check, ok, told}] that were made
    Column("review", Text, nullable=False),  # machine, accepted, corrected, rejected, stale
    Column("year", Integer),  # of the edition, else of the event, else of the first article: what pages are sorted by
    Column("changed", Text, nullable=False),  # the newest run's start that changed it: what `digest` asks for
    Column("award_key", Text, nullable=False, default=""),  # as in extractor.register.keys
    Column("recipient_key", Text, nullable=False, default=""),
    Column("named", BYTEWISE, nullable=False, default=""),  # the recipient in small letters without punctuation
    Column("province", Text),  # two digits: of the recipient, else of the region that holds the award
    Column("contest", Text),  # among whom there is one first place; None where that is not known
    Column("doubtful", Boolean, nullable=False, default=False),  # its claims could mean several
    Column("is_disputed", Boolean, nullable=False, default=False),
    Column("failed", Boolean, nullable=False, default=False),  # a check was not passed
    Column("sorting", BYTEWISE, nullable=False, default=""),  # the newest year, award, level, rank
    Index("ix_entries_sorting", "sorting"),
    Index("ix_entries_award", "award_key", "sorting"),
    Index("ix_entries_scope", "scope", "sorting"),
    Index("ix_entries_province", "province", "sorting"),
    Index("ix_entries_edition", "edition", "sorting"),
    Index("ix_entries_recipient_code", "recipient_code", "sorting"),
    Index("ix_entries_recipient_key", "recipient_key", "sorting"),
    Index("ix_entries_named", "named", "sorting"),
    Index("ix_entries_disputed", "is_disputed", "sorting"),
    Index("ix_entries_failed", "failed", "sorting"),
    Index("ix_entries_contest", "contest"),
    Index("ix_entries_last_published", "last_published"),
)
"""The register: one row for award x edition x level x category x recipient, with the values that hold."""

names = Table(
    "names",
    metadata,
    Column("named", BYTEWISE, primary_key=True),
)
"""The recipients' names, as in entries, each once: what words of a name are looked for in; some may be of no entry."""

claims = Table(
    "claims",
    metadata,
    Column("entry_id", Text, ForeignKey("entries.id"), nullable=False, index=True),
    Column("record_id", Integer, ForeignKey("records.id"), primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.id"), nullable=False, index=True),
    Column("cluster", Integer, nullable=False),
)
"""Which records of which articles speak of an entry."""

added_claims = Table(
    "added_claims",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("digest", Text, primary_key=True),  # of the record's values: with the article it is the fact's name
    Column("entry_id", Text, ForeignKey("entries.id"), nullable=False, index=True),
    Column("cluster", Integer, nullable=False),
)
"""The same of records that people added, or accepted and no pattern reads any more: they have no row in `records`."""

former_ids = Table(
    "former_ids",
    metadata,
    Column("id", Text, primary_key=True),
    Column("entry_id", Text, ForeignKey("entries.id"), nullable=False, index=True),
)
"""Where ids lead that entries had before: an id follows from an entry's key, and changes as more of that is known."""

touched = Table(
    "touched",
    metadata,
    Column("group", Text, primary_key=True),
)
"""Groups whose claims changed since their entries were made: what the step `register` has to do."""

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("action", Text, nullable=False),  # accept, correct, reject, note, undo, same, different
    Column("target", Text, nullable=False),  # "entry", "same", or a kind's name, with what it names in `name`
    Column("name", Text, nullable=False),  # an entry's id; an article's key and a fact's digest; two recipients' keys
    Column("field", Text),  # the field that is corrected
    Column("value", JSON),  # what holds instead
    Column("was", JSON),  # the fact or entry as it stood when the person looked at it, with its quotes
    Column("article_key", Text),
    Column("text_hash", Text),  # the text that the person saw; another now makes the decision stale
    Column("undoes", Integer, ForeignKey("decisions.id")),
    Index("ix_decisions_name", "target", "name"),
    Index("ix_decisions_article_key", "article_key"),
)
"""What people said, in the order in which they said it; rows are never changed and never deleted."""

for _own in (SEARCH, ONLY_ADDED_TO):
    for _dialect, _statements in _own.items():
        for _statement in _statements:
            event.listen(metadata, "after_create", DDL(_statement).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]
