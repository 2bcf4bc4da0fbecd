"""README.md: what an export is, for whoever finds it without knowing the program."""

from extractor.export.licences import DESCRIPTION, TERMS, TITLE
from extractor.export.publication import Publication, Release
from extractor.export.resources import RESOURCES
from extractor.export.scores import held_out, measured

_MOST = 40
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#!&~"})
_MEANT = """\
## What it says, and what not

A row of `entries` is what the press says of one recipient of one award in one edition, level and category, with the
values that hold over all its articles; `support` counts independent voices, so that one press release in ten outlets
counts once. What outlets disagree on stands in `disputed`; a field that is named there and empty is open, since as many
voices say one thing as another. Who says what is found by `claims`, which lead to `records`: one article's own words.
The other tables hold what articles say besides. What the press does not report is
not here; an award without a row was not necessarily not given.

A program read the articles. On articles that its makers did not look at while writing it, award records had
{records} (more in CODEBOOK.md). Where a person looked at a value,
`standing` or `review` says so; a person's word stands above the program's. A rejected value is not here.

## The proof of a value

Facts and records carry a quote of at most 25 words, prefix and suffix included, as the W3C's Web Annotation Data Model
has it: `quote`, `quote_prefix` and `quote_suffix` are a TextQuoteSelector; `start` and `end`, in Unicode code points, a
TextPositionSelector; `text_hash` is the SHA-256 of the text they are of. The texts themselves stay with those who keep
the store. A value proven in several places has them all in `spans`; the quote is the passage that holds most of them.
What an article says once for many awards, the day, the edition, a heading, stands apart from who got one: then the
quote of a record is one that names its recipient, and `further_quotes` holds the others, in the same form.

## What is left out

Phone numbers, mail addresses, names of accounts (@...), the numbers of houses in streets, and those of identity cards,
taxpayers and bank accounts are dots (•) wherever they stood, a person's as an office's, a dot for a character; authors'
names, article texts and the folders of files are left out. Persons are named as holders of a public post or
as recipients of an award, and in quotes as the outlet printed them. Control characters and the marks that turn the
direction of text are \ufffd; so offsets hold.
"""


def card(publication: Publication, form: str, about: str) -> str:
    """The file's text."""
    release = publication.release
    parts = [
        f"# {TITLE}\n\n{DESCRIPTION}\n",
        _identity(publication, form),
        _tables(publication),
        f"## The format\n\n{about}\n",
        _MEANT.format(records=measured("records")),
        f"## Whose is what\n\n{TERMS}",
        _outlets(release),
        _files(),
    ]
    return "\n".join(part for part in parts if part)


def _identity(publication: Publication, form: str) -> str:
    release = publication.release
    patterns = ", ".join(f"`{version}`" for version in release.patterns) or "none"
    lines = [
        f"Release **{marked(release.name)}**, as {form}; made by extractor {release.program}, patterns {patterns}.",
        f"Version **{marked(publication.version)}**: the rows have the fingerprint, in every format of the same data,",
        f"`{publication.fingerprint}`.",
        f"Measured on a corpus with the fingerprint `{held_out()['fingerprint'][:16]}`.",
    ]
    if release.filters:
        late = " What no dated article tells of is left out too." if release.by_days else ""
        lines.append("Not everything: " + "; ".join(marked(told) for told in release.filters) + f".{late}")
    if publication.behind:
        number = publication.behind
        groups = "1 group of records was" if number == 1 else f"{number:,} groups of records were"
        told = f"**The register lags behind**: {groups} not settled"
        lines.append(f"{told} when this was made, so entries and claims say what decisions may have undone.")
    return "\n".join(lines) + "\n"


def _tables(publication: Publication) -> str:
    lines = ["| table | rows | of | what a row is |", "|---|---:|---:|---|"]
    for resource in RESOURCES:
        if resource.name in publication.written:
            written, total = publication.written[resource.name], publication.total(resource)
            lines.append(f"| `{resource.name}` | {written:,} | {total:,} | {resource.meaning} |")
    return "\n".join(lines) + "\n"


def _outlets(release: Release) -> str:
    if not release.outlets:
        return ""
    told = sorted(release.outlets, key=lambda one: (-one[1], one[0]))
    shown = ", ".join(f"{marked(site)} ({count:,})" for site, count in told[:_MOST])
    more = f" and {len(told) - _MOST:,} more" if len(told) > _MOST else ""
    return f"## Sources\n\nArticles by outlet: {shown}{more}.\n"


def _files() -> str:
    return (
        "## Files beside the tables\n\n"
        "CODEBOOK.md has every field; CITATION.cff says how to cite; CHANGELOG.md what changed since the release\n"
        "before, where one was named; release.json lists all files with bytes and SHA-256. The same store gives the\n"
        "same bytes.\n"
    )


def marked(text: str) -> str:
    """A text that is no Markdown, on one line."""
    return " ".join(text.translate(_MARKS).split())
