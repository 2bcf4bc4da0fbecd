"""Whether anything else on a page could be the story: a quick look at its long texts, before it is read another way.

The density of all elements takes half as long as reading the story does. Where nothing outside a layout's element comes
near it, no container can be denser, and that the element holds little but one run of paragraphs its lines say.
"""

from collections import Counter
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.reading.candidates import Candidate
from extractor.clean.reading.rendering import BLOCKS, SILENT
from extractor.clean.reading.surroundings import around

_LONG = 100  # characters of a text between tags that is a paragraph's
_LEAST = 300  # letters of a story that can be judged so
_RIVAL = 0.4  # of the story's letters
_RUN = 0.8  # of the story's letters: what stands in one element, or in elements side by side
_LEVELS = 6  # elements around a paragraph for which it counts, each half as much
_PARAGRAPH = 25  # letters


def is_alone(tree: HtmlElement, story: Candidate) -> bool:
    """Whether a reading's element holds the page's only text that could be a story."""
    lines = [line for line in story.kept_lines if line.letters - line.linked >= _PARAGRAPH]
    runs, total = Counter[HtmlElement | None](), 0
    for line in lines:
        runs[around(line)] += line.letters - line.linked
        total += line.letters - line.linked
    if total < _LEAST or max(runs.values()) < _RUN * total:
        return False
    own = {node for element in story.elements for node in element.iter()}
    scores = dict[HtmlElement, float]()
    for node in _long_texts(tree):
        if node in own or node.tag in SILENT or node.tag == "a":
            continue
        share = float(len(node.text or "") + sum(len(child.tail or "") for child in node))
        within = node if node.tag in BLOCKS and node.tag != "p" else node.getparent()
        for box in (within, *islice(within.iterancestors(), _LEVELS)):
            scores[box] = scores.get(box, 0.0) + share
            share /= 2
    return max(scores.values(), default=0) <= _RIVAL * total


def _long_texts(tree: HtmlElement) -> list[HtmlElement]:
    found: Any = _FIND(tree)
    return list(found)


_FIND = etree.XPath(f"descendant::text()[string-length() > {_LONG}]/..")  # half the time of a condition on elements
