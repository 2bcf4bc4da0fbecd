"""What a page says itself of its story's text: JSON-LD's `articleBody`, and the description for search engines."""

import html
import json
import re
from collections import Counter
from typing import Any

from lxml.html import HtmlElement

from extractor.clean.reading.candidates import words_of
from extractor.clean.wordcounts import words_in

_LEAST = 60  # words of an articleBody that is one: shorter ones are summaries
_NODES = 2_000  # values of a block of JSON-LD that are looked at
_LARGEST = 1_000_000  # characters
_BREAK = re.compile(r"</(?:p|div|h[1-6])>|<br ?/?>|</li>")
_SENTENCE, _LETTERS = re.compile(r"[.!?。！？\n]"), 20
_SHOWN = "//body//text()[not(parent::script or parent::style or parent::noscript or parent::template)]"
_TAG = re.compile(r"<[^<>]{1,500}>")


def article_body(tree: HtmlElement) -> str | None:
    """The longest `articleBody` in the page's JSON-LD, without markup; None where none is as long as a story."""
    found = ""
    for script in tree.iter("script"):
        source = script.text or ""
        if "articleBody" not in source or len(source) > _LARGEST or "ld+json" not in (script.get("type") or ""):
            continue
        try:
            read = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        found = max(found, _body_in(read), key=len)
    text = html.unescape(_TAG.sub(" ", _BREAK.sub("\n\n", html.unescape(found))))
    return text if len(words_in(text)) >= _LEAST else None


def is_shown(tree: HtmlElement, said: str) -> bool:
    """Whether a page's own text holds a part of an articleBody: one in ten of its sentences, at least."""
    shown = "".join("".join(tree.xpath(_SHOWN)).split())
    told = ("".join(sentence.split()) for sentence in _SENTENCE.split(said))
    long = [sentence for sentence in told if len(sentence) >= _LETTERS]
    return 10 * sum(sentence in shown for sentence in long) >= len(long)


def _body_in(read: Any) -> str:
    """The longest articleBody below a value of JSON; no recursion."""
    stack, seen, best = [read], 0, ""
    while stack and seen < _NODES:
        node = stack.pop()
        seen += 1
        if isinstance(node, dict):
            body = node.get("articleBody")
            if isinstance(body, str) and len(body) > len(best):
                best = body
            stack += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            stack += node
    return best


def starts_of(description: str | None) -> Counter[str]:
    """The words of a description, without the one that its end may have cut; empty where it is too short to tell."""
    words = (description or "").rstrip(" .…").split()[:-1]
    return words_of(" ".join(words)) if len(words) >= 8 else Counter()
