"""Which of two texts comes first below a page's headline: the story does, comments and whatever else is read do not."""

from lxml.html import HtmlElement

from extractor.clean.reading.candidates import Candidate, share_in

_HEADINGS = ("h1", "h2", "h3")
_MARKS = ".,:;!?\"'“”‘’«»"
_WITHIN = 0.5  # of the words of the other reading
_ALIKE = 0.8  # of the words of title and heading together


def is_first_below(tree: HtmlElement, title: str | None, one: Candidate, other: Candidate) -> bool:
    """Whether the first line of one reading stands below the page's headline, and that of the other behind it.

    The headline is a heading that is the title, or one of the first rank with which the title tag begins. A reading
    that holds most of the other is no text apart from it.
    """
    if share_in(other.words, one.words) >= _WITHIN:
        return False
    wanted = [next((line.block for line in read.kept_lines if line.block is not None), None) for read in (one, other)]
    if None in wanted:
        return False
    known, tag, headed = _words(title or ""), " ".join((tree.findtext(".//title") or "").split()), False
    for node in tree.iter():
        if node in wanted:
            return headed and node is wanted[0] and node is not wanted[1]
        if not headed and node.tag in _HEADINGS:
            said = " ".join("".join(node.itertext()).split())
            headed = _is_alike(_words(said), known) or (node.tag == "h1" and said != "" and tag.startswith(said))
    return False


def _words(text: str) -> set[str]:
    return {word.strip(_MARKS).casefold() for word in text.split()}


def _is_alike(said: set[str], known: set[str]) -> bool:
    return len(said & known) >= _ALIKE * max(1, len(said | known))
