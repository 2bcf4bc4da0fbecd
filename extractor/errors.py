"""What can go wrong, by whose fault it is; every message says in one line what is wrong and what to do."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.article import Article


class ExtractorError(Exception):
    """Anything that `extractor` refuses; its text is one line for a person."""


class Locked(ExtractorError):
    """Another process is at work on the same; the text says which."""


class PatternError(ExtractorError):
    """A pattern, word list, award or outlet file that cannot be meant: the start stops.

    `file` and `line` (from 1; 0 where the whole file is meant) say where, `reason` what is wrong.
    """

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class SetAside(ExtractorError):
    """A page that is no article or cannot be read: it is set aside with its reason, and the run goes on.

    `code` names the reason where the page is no article: "index", "soft_404", "paywall", "login", "media", "language",
    "too_short"; `article` is then what was read of it, for a caller who wants it all the same.
    """

    def __init__(self, source: str, reason: str, code: str | None = None, article: "Article | None" = None) -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason = source, reason
        self.code, self.article = code, article
