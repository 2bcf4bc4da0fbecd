"""Examples: sentences as the press writes them, with what must be found in them; every one is a test.

    "melalui [Perwali Nomor 14 Tahun 2025], kita"                        [brackets] round the words of the fact
    { text = "melalui [Perwali Nomor 14 Tahun 2025], kita", year = 2025 }   and fields that the fact must have
"""

from typing import Any, NamedTuple

from extractor.tomlfiles import TomlFile


class Example(NamedTuple):
    """A sentence without its brackets; `marked` are the characters that stood in them, `expects` fields of the fact.

    `line` is where its file has it.
    """

    text: str
    marked: tuple[int, int] | None
    expects: dict[str, Any]
    line: int


def read_examples(file: TomlFile, table: dict[str, Any], line: int) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """What the `finds` and the `ignores` of a table give; refuses an example that finds something and marks nothing."""
    finds = tuple(_example(file, example, line) for example in table.get("finds", ()))
    ignores = tuple(_example(file, example, line) for example in table.get("ignores", ()))
    for example in finds:
        if not example.marked:
            file.refuse(example.line, f"the example {example.text!r} marks nothing: put [brackets] round what is found")
    for example in ignores:
        if example.expects:
            file.refuse(example.line, "an example that is ignored has no fields")
    return finds, ignores


def _example(file: TomlFile, printed: object, line: int) -> Example:
    expects = dict(printed) if isinstance(printed, dict) else {"text": printed}
    text = expects.pop("text", None)
    if not isinstance(text, str) or not text.strip():
        file.refuse(line, f"an example is a sentence, or a table with `text`; found {printed!r}")
    at = file.line_of(text, line)
    start, end = text.find("["), text.find("]")
    if start < 0 and end < 0:
        return Example(text, None, expects, at)
    if not 0 <= start < end - 1 or "[" in text[start + 1 :] or "]" in text[end + 1 :]:
        file.refuse(at, f"the example {text!r} needs one pair of [brackets] with words in it")
    return Example(text[:start] + text[start + 1 : end] + text[end + 1 :], (start, end - 1), expects, at)
