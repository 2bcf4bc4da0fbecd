"""Lessons as examples of patterns: what people corrected must be found, what they rejected is ignored; as TOML.

An example holds the sentences in which the fact stands, [brackets] round its words, and of its fields those that a
person said, those that say which fact it is, and whatever else the sentences alone let the program read.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
from tomlkit.items import Array

from extractor.errors import ExtractorError
from extractor.patterns import Patterns
from extractor.patterns.examples import Example
from extractor.review.effective import CORE
from extractor.review.quoting import sentences
from extractor.review.tasks import flat
from extractor.store.lessons import Lesson
from extractor.wholefiles import whole
from extractor.workbench.trials import Outcome, Trial, differences, run

_LONGEST = 600
"""Characters of an example: what stands further apart is no sentence that a pattern could read."""


class Taught(NamedTuple):
    """An example and where it belongs: `file` below patterns/, `owner` a pattern's id, None in an award's file."""

    file: str
    owner: str | None
    finds: bool
    printed: dict[str, Any]
    reference: str
    passed: bool


def taught(lesson: Lesson, book: Patterns) -> Taught | None:
    """A lesson as an example, tried with these patterns; None where its words stand too far apart for one."""
    passage = _passage(lesson)
    if passage is None:
        return None
    start, end = passage
    text = lesson.text[start:end].translate({ord("["): "(", ord("]"): ")"})
    mark = _mark(lesson, start, end)
    award = book.awards.get(str(lesson.fact.get("award"))) if lesson.kind == "records" else None
    example = Example(text, mark, _expects(lesson, with_award=award is None) if lesson.finds else {}, 0)
    file = award.file if award else f"{lesson.kind}.toml"
    named = {"award": award.name} if award and lesson.finds else {}
    trial = Trial(lesson.kind, "", file, example, lesson.finds, named | example.expects)
    outcome = run(trial, book)
    if lesson.finds and not outcome.passed:
        trial, outcome = _without_context(lesson, trial, outcome, book)
    owner = None if award else _owner(lesson, outcome, book)
    words = f"{text[: mark[0]]}[{text[mark[0] : mark[1]]}]{text[mark[1] :]}"
    expects = {name: value for name, value in trial.expects.items() if name not in named}
    return Taught(file, owner, lesson.finds, {"text": words} | expects, lesson.reference, outcome.passed)


def _passage(lesson: Lesson) -> tuple[int, int] | None:
    """The sentence that holds the fact's words; of a record all sentences that do, where they stand together."""
    holding = [
        (start, end)
        for start, end in sentences(lesson.text)
        if any(start < last and first < end for first, last in lesson.spans)
    ]
    if not holding:
        return None
    whole = holding[0][0], holding[-1][1]
    if lesson.kind == "records" and whole[1] - whole[0] <= _LONGEST:
        return whole
    wanted = _telling(lesson)
    one = next((one for one in holding if one[0] <= wanted[0] and wanted[1] <= one[1]), holding[0])
    return one if one[1] - one[0] <= _LONGEST else None


def _telling(lesson: Lesson) -> tuple[int, int]:
    """The words that say which fact it is: of a record its recipient's, else the longest."""
    if lesson.kind == "records":
        name = str((lesson.fact.get("recipient") or {}).get("name")).split()
        for start, end in lesson.spans:
            if set(lesson.text[start:end].split()) & set(name[1:] or name):
                return start, end
    return max(lesson.spans, key=lambda span: span[1] - span[0])


def _mark(lesson: Lesson, start: int, end: int) -> tuple[int, int]:
    first, last = _telling(lesson)
    if first < start or last > end:
        first, last = next((a, b) for a, b in lesson.spans if start <= a < b <= end)
    return first - start, last - start


def _expects(lesson: Lesson, *, with_award: bool) -> dict[str, Any]:
    """The fields of an example: what a person said is unknown is an empty text, what nobody knows is left out."""
    told = _told(lesson)
    fields = {name: value for name, value in flat(lesson.kind, lesson.fact).items() if with_award or name != "award"}
    return {
        name: "" if value is None else value
        for name, value in fields.items()
        if name in told or value not in (None, [], False)
    }


def _told(lesson: Lesson) -> frozenset[str]:
    return lesson.told | ({"recipient", "type", "code"} if "recipient" in lesson.told else frozenset())


def _without_context(lesson: Lesson, trial: Trial, outcome: Outcome, book: Patterns) -> tuple[Trial, Outcome]:
    """The same without fields that the sentences alone do not give, unless a person said them."""
    kept = _told(lesson) | set(CORE[lesson.kind])
    wrong = set(differences(trial.expects, outcome.found[0])) if outcome.found else set(trial.expects)
    expects = {name: value for name, value in trial.expects.items() if name in kept or name not in wrong}
    again = trial._replace(expects=expects)
    return again, run(again, book)


def _owner(lesson: Lesson, outcome: Outcome, book: Patterns) -> str:
    """The pattern to which an example belongs: the one that read the fact, or reads it now, or the kind's first."""
    ids = [pattern.id for pattern in book.by_kind[lesson.kind]]
    readers = [lesson.pattern or "", *sorted(outcome.readers)]
    return next((one for reader in readers if (one := reader.rpartition(".")[2]) in ids), ids[0])


def printed(examples: Sequence[Taught]) -> str:
    """The examples as TOML, by the files and patterns to which they belong."""
    lines = []
    for file in dict.fromkeys(one.file for one in examples):
        of_file = [one for one in examples if one.file == file]
        for owner in dict.fromkeys(one.owner for one in of_file):
            lines += [f"# patterns/{file}", *(["[[pattern]]", f'id = "{owner}"'] if owner else [])]
            for key, finds in (("finds", True), ("ignores", False)):
                told = [one for one in of_file if one.owner == owner and one.finds is finds]
                if told:
                    lines += [f"{key} = [", *(f"    {_value(one)},   # {_said(one)}" for one in told), "]"]
            lines.append("")
    return "\n".join(lines)


def _said(one: Taught) -> str:
    read = "read as it says" if one.passed else "not read so yet" if one.finds else "still read"
    return f"{one.reference}: {read}"


def _value(one: Taught) -> str:
    """An example as the files print them."""
    if not one.finds:
        return str(tomlkit.item(one.printed["text"]).as_string())
    return "{ " + ", ".join(f"{name} = {tomlkit.item(value).as_string()}" for name, value in one.printed.items()) + " }"


def with_examples(content: str, examples: Iterable[Taught]) -> tuple[str, int]:
    """A file of patterns with further examples, everything else in it as it was; and how many it did not have yet."""
    document = tomlkit.parse(content)
    number = 0
    for one in examples:
        table: Any = document
        if one.owner is not None:
            table = next((row for row in document.get("pattern", ()) if row.get("id") == one.owner), None)
            if table is None:
                raise ExtractorError(f"patterns/{one.file}: has no pattern {one.owner!r}")
        key = "finds" if one.finds else "ignores"
        if key not in table:
            table.add(key, tomlkit.array())
        number += _added(table[key], one)
    return tomlkit.dumps(document), number


def _added(array: Array, one: Taught) -> bool:
    """Put an example at the end of a list, unless it is there."""
    there = {row if isinstance(row, str) else row.get("text") for row in array.unwrap()}
    if one.printed["text"] in there:
        return False
    value = tomlkit.parse(f"value = {_value(one)}")["value"]
    if "\n" in array.as_string():
        array.add_line(value, indent="    ")
    else:  # a list on one line, which can have no comments
        array.multiline(multiline=True)
        array.append(value)
    return True


def write(folder: Path, examples: Sequence[Taught]) -> dict[str, int]:
    """Put examples into the files to which they belong; how many were new, by file."""
    counts = {}
    for file in dict.fromkeys(one.file for one in examples):
        path = folder / file
        before = path.read_text(encoding="utf-8")
        after, counts[file] = with_examples(before, [one for one in examples if one.file == file])
        if after != before:
            with whole(path) as into:
                into.write(after.encode())
    return counts
