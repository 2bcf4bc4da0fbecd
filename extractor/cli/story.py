"""Articles as people read them: `extractor clean` on a terminal, with how each was read where that is asked for."""

import sys
from collections import Counter
from typing import Any

FIELDS = ("title", "author", "outlet", "published", "section", "tags", "url", "advertorial", "language", "dateline")
"""The metadata of an article, as `--explain` lists them and as expected articles hold them."""
_RULE = "─" * 60


class Text:
    """Articles for people: the title, who wrote it where and when, the story."""

    def __init__(self, *, removed: bool, explain: bool) -> None:
        self.removed, self.explain = removed, explain
        self.first = True

    def write(self, extraction: dict[str, Any]) -> None:
        """One more article, ruled off from the one before."""
        parts = [_heading(extraction)]
        if self.explain:
            parts.append(explained(extraction))
        parts.append(_with_removed(extraction) if self.removed else extraction["text"])
        rule = "" if self.first else f"\n{_RULE}\n\n"
        self.first = False
        sys.stdout.buffer.write((rule + "\n\n".join(filter(None, parts)) + "\n").encode("utf-8", "replace"))

    def finish(self) -> None:
        """Everything reaches the stream, or says why not."""
        sys.stdout.flush()

    def close(self) -> None:
        """The stream is another's to close."""


def _heading(article: dict[str, Any]) -> str:
    """The title, and below it the outlet, the time, the author and how many pages are here."""
    pages = article["pages"]
    missing = f"pages {pages['have']} of {pages['of']}" if pages and pages["have"] < pages["of"] else None
    published = (article["published"] or "").replace("T", " ")
    paid = "advertorial" if article["advertorial"] else None
    none = f"no article: {article['set_aside']}" if article["set_aside"] else None
    below = [article["outlet"], published, article["author"], paid, missing, none, article["url"]]
    return "\n".join(filter(None, [article["title"], " | ".join(filter(None, below))]))


def explained(article: dict[str, Any]) -> str:
    """How an article was read: where each field comes from, how the story was found, what was removed."""
    lines = [_field(article, name) for name in FIELDS]
    reading, pages = article["reading"], article["pages"]
    if reading:
        lines.append(f"{'read by':12} {reading['by']}: {'; '.join(reading['reasons'])}".rstrip(": "))
    lines.append(f"{'bytes':12} {article['charset'] or 'text as given'}")
    if pages:
        lacking = ", ".join(map(str, pages["missing"]))
        lines.append(f"{'pages':12} {pages['have']} of {pages['of']}" + (f"; missing: {lacking}" if lacking else ""))
    if article["missed"]:
        lines.append(f"{'missed':12} {', '.join(article['missed'])}")
    removed = Counter(piece["reason"] for piece in article["removed"])
    lines.append(f"{'removed':12} {', '.join(f'{count} {reason}' for reason, count in removed.items()) or 'nothing'}")
    return "\n".join(lines)


def _field(article: dict[str, Any], name: str) -> str:
    """A field, its value, and what each source says of it."""
    value = article[name]
    shown = ", ".join(value) if isinstance(value, list) else "-" if value in (None, False) else str(value)
    told = [told for told in article["told"] if told["field"] == name]
    believed = [told["origin"] for told in told if told["value"] == shown]
    others = [f"{told['origin']}: {told['value']}" for told in told if told["value"] != shown]
    mark = " CONFLICT" if name in article["conflicts"] else ""
    sources = "; ".join([", ".join(believed), *others]).strip("; ")
    return f"{name:12} {shown}{mark}" + (f"  [{sources}]" if sources else "")


def _with_removed(article: dict[str, Any]) -> str:
    from extractor.article import Article, Removed
    from extractor.clean.shown import show_removed

    return show_removed(Article(article["text"], removed=tuple(Removed(**piece) for piece in article["removed"])))
