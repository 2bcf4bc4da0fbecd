"""The tables of every export, with their fields: the one place that says what there is and what it means."""

from extractor.export.evidence import ANNOTATED, FURTHER
from extractor.export.fields import Field, Resource

CODE = r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?"
DIGEST = "[0-9a-f]{16}"
FACT = rf"{DIGEST}\.{DIGEST}"
LEVELS = ("national", "province", "regency")
RECIPIENTS = ("region", "company", "village", "institution", "person")
OUTCOMES = ("winner", "nominee")
STANDINGS = ("machine", "accepted", "corrected", "added", "stale")


def _contest(*, measured: bool) -> tuple[Field, ...]:
    """The fields of an award record, which entries share."""

    def field(name: str, kind: str, meaning: str, **more: object) -> Field:
        score = "records" if name in ("award", "recipient") else f"records.{name}"
        return Field(name, kind, meaning, **{"measured": score if measured else None, **more})  # type: ignore[arg-type]

    return (
        field("award", "string", "The award's canonical name, or the words of the press where it has none.",
              required=True, width=28),
        field("edition", "integer", "The year in the award's name or given to it; not that of the ceremony.",
              minimum=1900, width=8),
        field("level", "string", "On whose behalf it is given: a national, provincial or regency's award.",
              values=LEVELS, width=10),
        field("scope", "string", "Code of the province or regency within which it is held.",
              pattern=CODE, refers="regions", width=8),
        Field("scope_name", "string", "Name of that province or regency.", width=18),
        field("category", "string", "The category as written, without the word for it.", width=26),
        Field("category_normalized", "string", "The category in one spelling for all that are compared as one: what to "
              "count by; none where no category is told.", width=26),
        Field("recipient_type", "string", "What the recipient is; a government is its region.",
              required=True, values=RECIPIENTS, width=12),
        Field("recipient_code", "string", "Code of the recipient where it is a region or village.",
              pattern=CODE, refers="regions", width=12),
        field("recipient", "string", "Name of the recipient; a company's without PT, Tbk, CV.",
              required=True, width=30),
        field("outcome", "string", "Whether it was given to the recipient, or the recipient was nominated for it.",
              required=True, values=OUTCOMES, width=10),
        field("rank", "integer", "Its place, 1 for the first; none where no place is told.", minimum=1, width=6),
        field("shortlist", "integer", "The N of a shortlist of N.", minimum=1, width=9),
        field("event_date", "string", "ISO day on which it was given, or on which the stage told of took place.",
              width=12),
    )  # fmt: skip


ARTICLE = Field("article_id", "string", "The article that says so.", required=True, pattern=DIGEST, refers="articles",
                width=18)  # fmt: skip
ENTRIES = Resource(
    "entries", "Register", "An award x edition x level x category x recipient, with the values that hold.",
    (
        Field("id", "string", "The entry's name, which stays over releases; where it could not, see `former_ids`.",
              required=True, pattern=DIGEST, width=18),
        *_contest(measured=False),
        Field("support", "integer", "Independent clusters of articles that say so, and nothing else of what is "
              "disputed or corrected: one release in ten outlets is one.", required=True, minimum=0, width=8),
        Field("articles", "integer", "Articles that say so.", required=True, minimum=0, width=8),
        Field("first_article_id", "string", "The first of them.", pattern=DIGEST, refers="articles",
              is_technical=True),
        Field("first_published", "string", "When it was published, ISO.", width=12),
        Field("last_published", "string", "When the last of them was published, ISO.", width=12),
        Field("disputed", "strings", "Fields on which articles disagree, copies too; `claims` says who says what. A "
              "field named here that is empty is left open: as many independent clusters say one thing as another.",
              required=True, width=16),
        Field("checks", "list", "Checks that were made: {check, ok, told}.", required=True, width=30),
        Field("review", "string", "machine: nobody looked; accepted or corrected by a person; added by one; stale: the "
              "article changed since.", required=True, values=STANDINGS, width=10),
        Field("year", "integer", "Year of the edition, else of the event, else of the first article.", width=6),
        Field("former_ids", "strings", "Names that it had before, in earlier exports and links: a name follows from "
              "what is known of the contest, and changes where more of that is told.", required=True,
              is_technical=True),
    ),
    key="id", label="recipient",
)  # fmt: skip
CLAIMS = Resource(
    "claims", "Claims", "Which award record of which article speaks of which entry.",
    (
        Field("record_id", "string", "The record that an article gives.", required=True, pattern=FACT,
              refers="records", is_technical=True, width=36),
        Field("entry_id", "string", "The entry that it speaks of.", required=True, pattern=DIGEST, refers="entries",
              width=18),
        ARTICLE,
        Field("cluster_id", "string", "The cluster that the article belongs to: a cluster is one voice.", required=True,
              pattern=DIGEST, refers="clusters", width=18),
    ),
    key="record_id", is_for_people=False,
)  # fmt: skip
ARTICLES = Resource(
    "articles", "Articles", "An article of the press, as its current text stands; the text itself is not here.",
    (
        Field("id", "string", "Sixteen hexadecimal digits of SHA-256 over its address, or over its text's hash.",
              required=True, pattern=DIGEST, width=18),
        Field("url", "string", "Its canonical address (http or https); none where it came as a file.",
              width=40),
        Field("file", "string", "Name of the file that it came as, without its folder, where it has no address.",
              width=24),
        Field("outlet", "string", "The outlet as the page or address names it.", width=20),
        Field("site", "string", "The outlet's id in extractor, else its host.", width=18),
        Field("title", "string", "Its headline.", width=60),
        Field("published", "string", "When it was published: ISO day, or day and time with the zone.",
              width=12),
        Field("dateline", "string", "The place in its dateline.", width=14),
        Field("advertorial", "boolean", "Whether the page says that it was paid for.", required=True, width=11),
        Field("language", "string", "Its language, as a code.", is_technical=True, width=9),
        Field("fetched", "string", "When the server sent it, ISO, UTC.", width=20),
        Field("words", "integer", "Length of its text in words.", required=True, minimum=0, width=8),
        Field("versions", "integer", "How many texts were met at its address; the latest is the one that is read.",
              required=True, minimum=1, width=9),
        Field("text_hash", "string", "SHA-256 of its text in UTF-8: what all offsets count in.", required=True,
              pattern="[0-9a-f]{64}", is_technical=True),
        Field("patterns", "string", "Version of the patterns by which it was read.", required=True, pattern=DIGEST,
              is_technical=True, width=18),
        Field("cluster_id", "string", "The cluster of near-identical articles that it belongs to.", required=True,
              pattern=DIGEST, refers="clusters", width=18),
        Field("similarity", "number", "How near it is to the nearest other of its cluster, from 0 to 1.", width=10),
        Field("set_aside", "string", "Why the patterns call its page no article any more (index, paywall ...), so that "
              "nothing is read in it; none of most.", pattern="[a-z0-9_]+", width=10),
    ),
    key="id", label="title",
)  # fmt: skip
CLUSTERS = Resource(
    "clusters", "Clusters", "One text as several outlets print it; it is named for the article published first.",
    (
        Field("id", "string", "The article that was published first.", required=True, pattern=DIGEST,
              refers="articles", width=18),
        Field("articles", "integer", "How many articles it has.", required=True, minimum=1, width=8),
        Field("outlets", "integer", "How many sites printed it.", required=True, minimum=0, width=8),
        Field("first_published", "string", "When the first was published.", width=12),
        Field("last_published", "string", "When the last was published.", width=12),
    ),
    key="id",
)  # fmt: skip
RECORDS = Resource(
    "records", "Records", "An award record as one article tells it, with the words that prove it.",
    (
        Field("id", "string", "The article's id, a stop, and the digest of the record's values.", required=True,
              pattern=FACT, is_technical=True, width=36),
        ARTICLE,
        Field("entry_id", "string", "The entry of the register that it speaks of.", pattern=DIGEST, refers="entries",
              width=18),
        *_contest(measured=True),
        *ANNOTATED,
        FURTHER,
    ),
    key="id", kind="records", label="recipient",
)  # fmt: skip


def _kind(name: str, title: str, meaning: str, *fields: Field, people: bool = True) -> Resource:
    """The table of a kind: the article, the fact's own fields, and the words that prove it."""
    kind = "regions" if name == "article_regions" else name
    named = Field("id", "string", "The article's id, a stop, and the digest of the fact's values.", required=True,
                  pattern=FACT, is_technical=True, width=36)  # fmt: skip
    return Resource(name, title, meaning, (named, ARTICLE, *fields, *ANNOTATED), "id", kind, people)


OFFICIALS = _kind(
    "officials", "Officials", "A named person in a public post, as an article gives it.",
    Field("name", "string", "The name without honorifics and degrees.", required=True, width=26,
          measured="officials"),
    Field("honorifics", "strings", "Before the name, as written.", required=True, width=12,
          measured="officials.honorifics"),
    Field("degrees", "strings", "After the name, as written, without separators.", required=True,
          width=14, measured="officials.degrees"),
    Field("role", "string", "The post in full, in standard words, without acting status or place.", required=True,
          width=30, measured="officials.role"),
    Field("status", "string", "Acting: Pj, Plt, Plh, Pjs.", width=8, measured="officials.status"),
    Field("jurisdiction", "string", "Code of the region whose post it is.", pattern=CODE, refers="regions", width=12,
          measured="officials.jurisdiction"),
    Field("organization", "string", "The body, where the post is not the region's own.", width=30,
          measured="officials.organization"),
)  # fmt: skip
REGULATIONS = _kind(
    "regulations", "Regulations", "A law or regulation that an article cites.",
    Field("type", "string", "Its type, as abbreviated in law: UU, PP, Perda, Perwali ...", required=True, width=10,
          measured="regulations"),
    Field("number", "string", "Its number as written.", width=12, measured="regulations"),
    Field("year", "integer", "Its year.", width=6, measured="regulations"),
    Field("subject", "string", "What it is about, in the words of its title.", width=50,
          measured="regulations.subject"),
    Field("issuer", "string", "Code of the region that issued it; none for a national one.", pattern=CODE,
          refers="regions", width=10, measured="regulations.issuer"),
    Field("status", "string", "in_force, or a draft.", required=True, values=("in_force", "draft"), width=10,
          measured="regulations.status"),
)  # fmt: skip
WORKER_COUNTS = _kind(
    "worker_counts", "Worker counts", "A number of people as workers, or as covered by social security.",
    Field("count", "integer", "How many.", required=True, unit="people", width=12, measured="worker_counts"),
    Field("bound", "string", "Whether the number is exact or a bound.", required=True,
          values=("exact", "about", "at_least", "at_most"), width=10, measured="worker_counts.bound"),
    Field("group", "string", "Of whom, as written.", required=True, width=26, measured="worker_counts"),
    Field("status", "string", "Covered, not covered, to be covered, or all there are.",
          values=("covered", "uncovered", "target", "total"), width=10, measured="worker_counts.status"),
    Field("region", "string", "Code of the region that it is for.", pattern=CODE, refers="regions", width=10,
          measured="worker_counts.region"),
)  # fmt: skip
RANKS = _kind(
    "ranks", "Ranks", "A place or a shortlist that an article names, whoever got it.",
    Field("kind", "string", "A place, or a shortlist.", required=True, values=("place", "shortlist"), measured="ranks"),
    Field("value", "integer", "Which place, or how many on the list.", required=True, measured="ranks"),
    Field("of", "integer", "Out of how many.", measured="ranks"),
    Field("modality", "string", "Told as fact, or hoped for.", required=True, values=("actual", "hoped"),
          measured="ranks.modality"),
    people=False,
)  # fmt: skip
DATES = _kind(
    "dates", "Dates", "A date that an article names.",
    Field("value", "string", "ISO day or month, or an interval of two with a stroke between.", required=True,
          measured="dates"),
    Field("precision", "string", "day, month or interval.", required=True, measured="dates.precision"),
    Field("suspect", "boolean", "Whether the printed weekday disagrees with the printed date.", required=True),
    people=False,
)  # fmt: skip
COVERAGE = _kind(
    "coverage", "Coverage", "A percentage of people or workers covered.",
    Field("value", "number", "The share.", required=True, unit="percent", width=10, measured="coverage"),
    Field("of", "string", "What it is a share of, as written.", width=40),
    Field("status", "string", "Told as fact, or a target.", required=True, values=("actual", "target"), width=10,
          measured="coverage.status"),
)  # fmt: skip
AMOUNTS = _kind(
    "amounts", "Amounts", "An amount of money.",
    Field("value", "integer", "How much.", required=True, unit="rupiah", width=20, measured="amounts"),
    Field("for", "string", "What for, as written.", width=40),
    Field("suspect", "boolean", "Whether it cannot be meant as printed.", required=True, width=10,
          measured="amounts.suspect"),
)  # fmt: skip
ARTICLE_REGIONS = _kind(
    "article_regions", "Regions of articles", "A region that an article is about or places something in.",
    Field("code", "string", "Code of the region.", required=True, pattern=CODE, refers="regions", measured="regions"),
    Field("level", "string", "What it is.", required=True, measured="regions.level",
          values=("province", "regency", "city", "district", "village")),
    Field("name", "string", "Its official name with its kind.", required=True, width=26,
          measured="regions.name"),
    people=False,
)  # fmt: skip
REGIONS = Resource(
    "regions", "Regions", "A region of the gazetteer that a row of this export refers to, or that such a one lies in.",
    (
        Field("code", "string", "Code of the Ministry of Home Affairs, with stops.", required=True, pattern=CODE,
              width=14),
        Field("level", "string", "What it is.", width=10,
              values=("province", "regency", "city", "district", "village")),
        Field("name", "string", "Its official name with its kind; none where the gazetteer does not know the code.",
              width=34),
        Field("parent", "string", "Code of the region that it lies in.", pattern=CODE, refers="regions", width=12),
    ),
    key="code", label="name",
)  # fmt: skip
DECISIONS = Resource(
    "decisions", "Decisions", "What a person said of an entry, a fact or two recipients; none is ever changed.",
    (
        Field("decision", "integer", "Its number, in the order in which they were said.", required=True, minimum=1),
        Field("at", "string", "When, ISO, UTC.", required=True, width=20),
        Field("who", "string", "Who said it, as given.", required=True, width=16),
        Field("why", "string", "Why, as given.", width=40),
        Field("action", "string", "accept, correct, reject, note, undo; add: of a fact that the machine missed; same "
              "or different of two recipients.", required=True, width=10),
        Field("target", "string", "What it is about: entry, same, or a kind of facts.", required=True, width=14),
        Field("name", "string", "The entry's id; the fact's id; the two recipients.", required=True,
              width=36),
        Field("field", "string", "The field that is corrected.", width=14),
        Field("value", "json", "What holds instead; of a fact that was added all of it.", width=24),
        Field("undoes", "integer", "The decision that it takes back.", refers="decisions"),
    ),
    key="decision",
)  # fmt: skip
RUNS = Resource(
    "runs", "Runs", "A run that wrote what the machine read.",
    (
        Field("run", "integer", "Its number, in the order in which they began.", required=True, minimum=1),
        Field("command", "string", "What was run.", required=True),
        Field("started", "string", "When it began, ISO, UTC.", required=True, width=20),
        Field("ended", "string", "When it ended; none where it was cut off.", width=20),
        Field("outcome", "string", "How it ended: done, stopped, failed, killed; none: it was at work.", width=10),
        Field("patterns", "string", "Version of the patterns by which it read.", required=True, pattern=DIGEST,
              width=18),
        Field("counts", "object", "What it did, in numbers.", width=60),
    ),
    key="run",
)  # fmt: skip

RESOURCES = (
    ENTRIES, CLAIMS, RECORDS, WORKER_COUNTS, OFFICIALS, REGULATIONS, COVERAGE, AMOUNTS, RANKS, DATES, ARTICLE_REGIONS,
    ARTICLES, CLUSTERS, DECISIONS, RUNS, REGIONS,
)  # fmt: skip
"""All tables in the order in which they are written; the regions last, since they are those that the others name."""
KEYS = {resource.name: resource.key for resource in RESOURCES}
"""The field that names a row, by table."""
FACTS = tuple(resource for resource in RESOURCES if resource.kind)
"""The tables of facts and records: rows of one article with their evidence."""
