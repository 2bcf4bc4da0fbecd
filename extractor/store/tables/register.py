"""What follows from what was read and said: clusters of articles and the register, made anew at any time."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from extractor.store.tables.schema import BYTEWISE, metadata

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
    Column("scope", BYTEWISE),
    Column("category", Text),
    Column("recipient_type", Text, nullable=False),
    Column("recipient_code", BYTEWISE),
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
