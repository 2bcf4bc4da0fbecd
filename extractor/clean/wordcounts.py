"""The words of a text, also in scripts that set no spaces between them, as Chinese, Japanese, Thai and Khmer do."""

import re

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PAIR = re.compile(f"[{_UNSPACED}]{{1,2}}")
"""A word of such a script has two letters on average; where it begins and ends nobody need know to count or compare."""
_LONG = 9  # characters of a word with its space, on average: with more, the text may be of such a script


def words_in(text: str) -> list[str]:
    """What stands between the spaces of a text; of scripts without spaces each two letters."""
    said = text.split()
    if len(text) <= _LONG * len(said) or text.isascii():
        return said
    return _PAIR.sub(r" \g<0> ", text).split()
