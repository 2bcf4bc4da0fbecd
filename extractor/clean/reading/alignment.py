"""What another reader kept of a page, found again in our own lines of it, so that the story is written our way."""

from bisect import bisect_right
from itertools import accumulate, pairwise

from lxml.html import HtmlElement

from extractor.clean.drafts import Cut, Draft, merged
from extractor.clean.reading.candidates import Candidate
from extractor.clean.reading.lines import Line

_MISSES = 40  # pieces that are not in our lines: more, and the other reader's own text is the better one
_PIECE = 25  # letters: what is shorter stands in a page more than once
_NEAR = 600  # letters around the long texts in which short ones are looked for
_KEPT = 0.5  # of a line's letters: of a line of which less was kept, the rest goes
_WHOLE = 0.9
_PARAGRAPH = 60  # letters of a line that may be story though it was left out
_LINKED = 0.3
_SURE = ("link", "related", "share", "comments", "caption", "title", "button", "tags")
"""Reasons that hold though the other reader kept the line; of the others, it is asked."""
_LEFT_OUT = "left out by trafilatura"


def aligned(page: Candidate, blocks: list[str], misses: int = _MISSES) -> Candidate | None:
    """The part of a page from the first to the last of these texts, with the lines between that are none cut out.

    None where more than `misses` of the texts do not stand in the page's lines.
    """
    text = page.draft.text
    said = ["".join(text[line.start : line.end].replace("|", "").split()) for line in page.lines]
    letters = "".join(said)
    spans = _spans(letters, blocks, misses)
    if not spans:
        return None
    kept = bytearray(len(letters))
    for start, end in spans:
        kept[start:end] = b"\1" * (end - start)
    ends = list(accumulate(map(len, said), initial=0))
    return _part(page, [kept.count(1, *around) / max(1, around[1] - around[0]) for around in pairwise(ends)])


def _spans(letters: str, blocks: list[str], misses: int) -> list[tuple[int, int]] | None:
    """Where the texts stand among the page's letters; the short ones only near those that they stand between.

    A long text is looked for behind the last one, then from the start; one that is not there as a whole is looked for
    in halves, for the other reader leaves links and spans out.
    """
    spans, short, at, missed = list[tuple[int, int]](), list[tuple[str, int]](), 0, 0
    pieces = [block.replace("|", " ").split() for block in reversed(blocks)]
    while pieces:
        words = pieces.pop()
        said = "".join(words)
        if len(said) < _PIECE:
            short.append((said, len(spans)))
            continue
        start = letters.find(said, at)
        if start < 0:
            start = letters.find(said)
        if start >= 0:
            at = start + len(said)
            spans.append((start, at))
            continue
        missed += 1
        if missed > misses:
            return None
        half = len(words) // 2
        if half:
            pieces += [words[half:], words[:half]]
    return [*spans, *_short_spans(letters, spans, short)]


def _short_spans(letters: str, spans: list[tuple[int, int]], short: list[tuple[str, int]]) -> list[tuple[int, int]]:
    """Where short texts stand: each between the long one before it and the long one behind it."""
    found = list[tuple[int, int]]()
    for said, number in short:
        before = spans[number - 1][1] if number else max(0, spans[0][0] - _NEAR) if spans else 0
        behind = spans[number][0] if number < len(spans) else before + _NEAR
        start = letters.find(said, before, max(behind, before)) if said else -1
        if start >= 0:
            found.append((start, start + len(said)))
    return found


def _part(page: Candidate, shares: list[float]) -> Candidate | None:
    """The part of a page of whose lines the other reader kept these shares."""
    lines = page.lines
    shares.append(0.0)
    story = [number for number, share in enumerate(shares) if share >= _KEPT]
    if not story:
        return None
    first, last = story[0], story[-1]
    around = {_around(lines[number]) for number in story} - {None}
    sure = [cut for cut in page.draft.cuts if cut.reason in _SURE]
    boxed = [0] * (len(page.draft.text) + 1)
    for cut in merged(page.draft.cuts):
        boxed[cut.start] += 1
        boxed[cut.end] -= 1
    boxed = list(accumulate(boxed))
    protected, left_out = list[Line](), list[Cut]()
    for number in range(first, last + 1):
        line = lines[number]
        if shares[number] >= _WHOLE:
            protected.append(line)
        elif shares[number] < _KEPT:
            is_restored = not boxed[line.start] and _around(line) in around and _is_story(line, shares[number + 1])
            left_out += () if is_restored else (Cut(line.start, line.end, _LEFT_OUT),)
    unsure = _apart([cut for cut in page.draft.cuts if cut.reason not in _SURE], protected)
    start, end = lines[first].start, lines[last].end
    cuts = [
        Cut(max(cut.start, start) - start, min(cut.end, end) - start, cut.reason)
        for cut in (*sure, *unsure, *left_out)
        if cut.end > start and cut.start < end
    ]
    inside = [line._replace(start=line.start - start, end=line.end - start) for line in lines[first : last + 1]]
    return Candidate(page.by, Draft(page.draft.text[start:end], tuple(cuts)), tuple(inside), page.elements)


def _around(line: Line) -> HtmlElement | None:
    """The element that a line's paragraph, list or table stands in."""
    node = line.block
    if node is None:
        return None
    up = {"li": 2, "tr": 3}.get(node.tag, 1)
    for _ in range(up):
        above = node.getparent()
        if above is None or node.tag == "body":
            return node
        node = above
        if line.block is not None and line.block.tag == "tr" and node.tag == "table":
            return node.getparent()
    return node


def _is_story(line: Line, share_below: float) -> bool:
    """Whether a line that was left out is story none the less: prose, an item, or the heading of what was kept."""
    if line.linked > _LINKED * line.letters or line.block is None:
        return False
    if line.block.tag in ("h2", "h3", "h4"):
        return share_below >= _KEPT
    return line.is_item or line.in_cells or line.letters >= _PARAGRAPH


def _apart(cuts: list[Cut], protected: list[Line]) -> list[Cut]:
    """What is left of cuts outside the lines that the other reader kept whole."""
    starts, left = [line.start for line in protected], list[Cut]()
    for cut in cuts:
        at = cut.start
        for line in protected[max(0, bisect_right(starts, cut.start) - 1) :]:
            if line.start >= cut.end:
                break
            if line.end > at:
                left.append(Cut(at, max(at, line.start), cut.reason))
                at = line.end
        left.append(Cut(at, max(at, cut.end), cut.reason))
    return [cut for cut in left if cut.end > cut.start]
