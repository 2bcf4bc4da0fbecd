"""Text that was once read in the wrong charset: "Ã©" for "é", "â€œ" for "“", "mÂ²" for "m²".

Such text comes as it is from outlets' own stores. ftfy undoes the wrong reading where every step of it can be undone,
line by line, for a story may hold it in one quoted paragraph only. What cannot be undone with certainty stays.
"""

import re

# a letter that windows-1252, latin-1 or macroman show for the first byte of UTF-8, and one that they show for the next
_FIRST = "ÃÂâãäåðÅÄË‚√"
_SUSPECT = re.compile(f"[{_FIRST}][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ√©®°±≤≥]")


def mend(text: str) -> tuple[str, int]:
    """The text without mojibake, and how many of its lines were mended."""
    if not any(letter in text for letter in _FIRST) or not _SUSPECT.search(text):
        return text, 0
    lines = text.split("\n")
    mended = [_mend_line(line) if _SUSPECT.search(line) else line for line in lines]
    changed = sum(before != after for before, after in zip(lines, mended, strict=True))
    return "\n".join(mended), changed


def _mend_line(line: str) -> str:
    """One line; in what ftfy gives back, nothing may still look like mojibake, or nothing is changed."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    mended = fix_encoding(line)
    return mended if "\n" not in mended and not is_bad(mended) else line
