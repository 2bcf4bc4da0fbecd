"""Shapes: what a token looks like by its characters alone."""

PLAIN = frozenset({"Name", "word", "mark"})
"""Shapes of words and signs, which are no numbers and no codes."""


def shape(word: str) -> str:
    """The shape of a token: year, number, slashed, Name, word or mark."""
    first = word[0]
    if first.isalpha():
        return "slashed" if "/" in word and any(c.isdigit() for c in word) else "Name" if first.isupper() else "word"
    if first.isdigit():
        if word.isdigit():
            return "year" if len(word) == 4 and "1900" <= word <= "2099" else "number"
        return "slashed"
    return "word" if any(c.isalnum() for c in word) else "mark"
