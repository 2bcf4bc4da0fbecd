"""What stands below a story's last paragraph and is none of it: the headings of lists that were cut out."""

from extractor.clean.drafts import Cut, Draft, merged
from extractor.clean.reading.candidates import Candidate
from extractor.clean.reading.lines import Line

_LETTERS = 60  # of a heading that is a heading: some sites write paragraphs as such
_LAST = 12  # lines in which a heading is looked for
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_STOPS = (".", "!", "?", "…", "”", '"', ")")
_REASON = "heading of nothing"


def cut_below(read: Candidate) -> Draft:
    """The draft of a reading without the headings behind the last of its lines that is none."""
    if not any(map(_is_heading, read.lines[-_LAST:])):
        return read.draft
    cuts, known = list[Cut](), merged(read.draft.cuts)
    for line in reversed(read.lines):
        while known and known[-1].start > line.start:
            known.pop()
        if known and known[-1].end > line.start:
            continue
        if not _is_heading(line) or read.draft.text[line.start : line.end].endswith(_STOPS):
            return read.draft.without(cuts) if cuts else read.draft
        cuts.append(Cut(line.start, line.end, _REASON))
    return read.draft


def _is_heading(line: Line) -> bool:
    return line.block is not None and line.block.tag in _HEADINGS and line.letters <= _LETTERS
