"""What can go wrong, by whose fault it is; every message says in one line what is wrong and what to do."""


class ExtractorError(Exception):
    """Anything that `extractor` refuses; its text is one line for a person."""


class PatternError(ExtractorError):
    """A pattern, word list, award or outlet file that cannot be meant: the start stops.

    `file` and `line` (from 1; 0 where the whole file is meant) say where, `reason` what is wrong.
    """

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class SetAside(ExtractorError):
    """A page that is no article or cannot be read: it is set aside with its reason, and the run goes on."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason = source, reason
