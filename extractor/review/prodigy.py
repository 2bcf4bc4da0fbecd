"""Tasks as Prodigy reads and writes them: JSON Lines, offsets in characters of Python, which are code points.

A fact's words are spans with its kind as label; `id` says whose they are. Prodigy shows no fields: it can take words
away, move them and mark new ones, and a new one says its values only where a recipe of one's own adds `fields`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from extractor.review.identity import FIELDS
from extractor.review.offsets import in_code_points
from extractor.review.tasks import Marked, Span, Task
from extractor.times import utc


def written(task: Task) -> dict[str, Any]:
    """A task as one line of Prodigy's; its words with their places, so that spans can be marked by hand."""
    from extractor.language import read as read_text

    reading = read_text(task.text)
    tokens = [
        {
            "text": task.text[start:end],
            "start": start,
            "end": end,
            "id": number,
            "ws": task.text[end : end + 1].isspace(),
        }
        for number, (start, end) in enumerate(zip(reading.starts, reading.ends, strict=True))
    ]
    first = {token["start"]: token["id"] for token in tokens}
    last = {token["end"]: token["id"] for token in tokens}
    spans = []
    for one in task.shown:
        for start, end in one.spans:
            span = {"start": start, "end": end, "label": one.kind, "id": f"{one.kind}-{one.digest}"}
            if start in first and end in last:
                span |= {"token_start": first[start], "token_end": last[end]}
            spans.append(span)
    shown = [
        {"kind": one.kind, "digest": one.digest, "fields": one.fields, "spans": [list(span) for span in one.spans]}
        for one in task.shown
    ]
    meta = {**task.told, "article": task.key, "hash": task.hash}
    return {"text": task.text, "tokens": tokens, "spans": spans, "meta": meta, "shown": shown}


def read(lines: Iterator[Any]) -> Iterator[Task]:
    """The tasks that people answered; those that they ignored, rejected or never saw say nothing of single facts."""
    for number, line in enumerate(lines, start=1):
        meta = line.get("meta") if isinstance(line, dict) else None
        if (
            not isinstance(meta, dict)
            or not isinstance(meta.get("article"), str)
            or not isinstance(line.get("text"), str)
        ):
            raise ValueError(f"line {number} was not made by `extractor review export`: it names no article")
        shown = tuple(
            Marked(one["kind"], one["digest"], one["fields"], _spans(one["spans"]), f"{one['kind']}-{one['digest']}")
            for one in line.get("shown") or ()
        )
        if line.get("answer") == "accept":
            left, faults = _left(line, shown)
            who = line.get("_annotator_id") or line.get("_session_id")
            at = _moment(line.get("_timestamp"))
            yield Task(meta["article"], str(meta.get("hash")), line["text"], shown, left, who, at, faults=faults)


def _spans(given: Any) -> tuple[Span, ...]:
    return tuple((int(start), int(end)) for start, end in given)


def _left(line: Mapping[str, Any], shown: tuple[Marked, ...]) -> tuple[tuple[Marked, ...], tuple[str, ...]]:
    known = {one.name: one for one in shown}
    held: dict[str, list[Span]] = {}
    labels: dict[str, tuple[str, dict[str, Any]]] = {}
    faults = []
    for number, span in enumerate(line.get("spans") or ()):
        place = in_code_points(line["text"], (span.get("start", -1), span.get("end", -1)), "code points")
        kind = span.get("label")
        name = str(span.get("id") or "")
        if place is None or kind not in FIELDS:
            reason = "it is not within the text" if place is None else f"no kind is called {kind!r}"
            faults.append(f"{name or f'span {number + 1}'}: {reason}")
            continue
        if name not in known or known[name].kind != kind:
            name = f"{kind} at {place[0]}"
        held.setdefault(name, []).append(place)
        labels[name] = kind, dict(span.get("fields") or {})
    left = []
    faulty = {fault.partition(":")[0] for fault in faults}
    for name, places in held.items():
        if name in faulty:
            continue
        kind, fields = labels[name]
        before = known.get(name)
        said = (before.fields if before else {}) | fields
        left.append(Marked(kind, before.digest if before else None, said, tuple(sorted(places)), name))
    return tuple(left), tuple(faults)


def _moment(stamp: Any) -> str | None:
    if isinstance(stamp, bool) or not isinstance(stamp, int | float):
        return None
    return utc(stamp)
