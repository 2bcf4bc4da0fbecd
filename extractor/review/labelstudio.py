"""Tasks as Label Studio reads and writes them: JSON, offsets in code points (see `offsets`).

A fact is a region with its kind as label, beside it its fields as lines of a text area; where further words prove it,
regions that are related to the first. The configuration (`CONFIGURATION`) shows both. What the facts were when the task
was made stands in the task's data, which Label Studio gives back as it came.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from extractor.review.identity import FIELDS
from extractor.review.offsets import in_code_points, unit_of
from extractor.review.tasks import Marked, Span, Task, from_lines, lines
from extractor.times import utc

_KIND, _FIELDS, _TEXT = "kind", "fields", "text"
_COLORS = ("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22")
CONFIGURATION = "\n".join(
    (
        "<View>",
        f'  <Labels name="{_KIND}" toName="{_TEXT}">',
        *(f'    <Label value="{kind}" background="{color}"/>' for kind, color in zip(FIELDS, _COLORS, strict=True)),
        "  </Labels>",
        '  <Header value="$title"/>',
        f'  <Text name="{_TEXT}" value="$text"/>',
        f'  <TextArea name="{_FIELDS}" toName="{_TEXT}" perRegion="true" editable="true" maxSubmissions="20"',
        '            placeholder="edition: 2024"/>',
        "</View>",
        "",
    )
)
"""The labelling configuration that goes with the tasks."""


def written(task: Task) -> dict[str, Any]:
    """A task as Label Studio imports it, its facts as a prediction that people begin from."""
    shown = [
        {"kind": one.kind, "digest": one.digest, "fields": one.fields, "spans": [list(span) for span in one.spans]}
        for one in task.shown
    ]
    data = {**task.told, "text": task.text, "article": task.key, "hash": task.hash, "shown": shown}
    result = [part for one in task.shown for part in _result(task.text, one)]
    return {"data": data, "predictions": [{"model_version": "extractor", "result": result}]}


def _result(text: str, one: Marked) -> Iterator[dict[str, Any]]:
    """A fact's regions, its fields beside the first, and relations from the first to the others."""
    names = [f"{one.kind}-{one.digest}-{number}" for number in range(len(one.spans))]
    for name, (start, end) in zip(names, one.spans, strict=True):
        value = {"start": start, "end": end, "text": text[start:end]}
        yield _region(name, _KIND, "labels", value | {"labels": [one.kind]})
        if name == names[0]:
            yield _region(name, _FIELDS, "textarea", value | {"text": lines(one.fields)})
    for name in names[1:]:
        yield {"type": "relation", "from_id": names[0], "to_id": name, "direction": "right"}


def _region(name: str, control: str, type_: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "from_name": control, "to_name": _TEXT, "type": type_, "origin": "prediction", "value": value}


def read(told: Any) -> Iterator[Task]:
    """The tasks of an export, one for each annotation that was submitted; `ValueError` where it is no such export."""
    if not isinstance(told, list):
        raise ValueError("an export of Label Studio is a list of tasks (its format JSON)")
    for number, task in enumerate(told, start=1):
        data = task.get("data") if isinstance(task, dict) else None
        if not isinstance(data, dict) or not all(
            isinstance(data.get(name), str) for name in ("text", "article", "hash")
        ):
            raise ValueError(f"task {number} was not made by `extractor review export`: it names no article")
        shown = tuple(_shown(data))
        for annotation in task.get("annotations") or ():
            if not annotation.get("was_cancelled"):
                left, faults = _left(data["text"], annotation.get("result") or ())
                who, at = _who(annotation.get("completed_by")), _moment(annotation)
                yield Task(data["article"], data["hash"], data["text"], shown, left, who, at, faults=faults)


def _shown(data: Mapping[str, Any]) -> Iterator[Marked]:
    for one in data.get("shown") or ():
        spans = tuple((int(start), int(end)) for start, end in one["spans"])
        yield Marked(one["kind"], one["digest"], one["fields"], spans, f"{one['kind']}-{one['digest']}-0")


def _left(text: str, result: Iterable[Mapping[str, Any]]) -> tuple[tuple[Marked, ...], tuple[str, ...]]:
    """The facts that an annotation leaves, and lines on regions whose words are not where they should be."""
    regions: dict[str, Mapping[str, Any]] = {}
    printed: dict[str, list[str]] = {}
    joined: dict[str, str] = {}
    for part in result:
        if part.get("type") == "labels" and (part.get("value") or {}).get("labels"):
            regions[part["id"]] = part["value"]
        elif part.get("type") == "textarea":
            given = (part.get("value") or {}).get("text") or []
            printed[part["id"]] = [given] if isinstance(given, str) else list(given)
        elif part.get("type") == "relation":
            joined[part["to_id"]] = part["from_id"]
    spans = _spans(text, regions)
    firsts: dict[str, list[str]] = {}
    for name in regions:
        firsts.setdefault(_first(name, joined, regions), []).append(name)
    left, faults = [], []
    for first, names in firsts.items():
        kind = str(regions[first]["labels"][0])
        digest = _digest(first, kind)
        name = f"{kind}-{digest}-0" if digest else first
        held = tuple(sorted(spans[one] for one in names if one in spans))
        if kind not in FIELDS:
            faults.append(f"{name}: no kind is called {kind!r}")
        elif len(held) < len(names):
            faults.append(f"{name}: its words are not where its offsets say")
        else:
            left.append(Marked(kind, digest, from_lines(printed.get(first, ())), held, name))
    return tuple(left), tuple(faults)


def _first(name: str, joined: Mapping[str, str], regions: Mapping[str, Any]) -> str:
    """The region that a fact begins with: the one that relations lead back to, else the first of its name."""
    seen = {name}
    while joined.get(name) in regions and joined[name] not in seen:
        name = joined[name]
        seen.add(name)
    kind, digest, _ = (*name.split("-"), "", "")[:3]
    if kind in FIELDS and digest:
        return next((one for one in regions if one.startswith(f"{kind}-{digest}-")), name)
    return name


def _digest(name: str, kind: str) -> str | None:
    """The digest in a region's name, where it was made by us and its label is still that kind."""
    parts = name.split("-")
    return parts[1] if len(parts) == 3 and parts[0] == kind else None


def _spans(text: str, regions: Mapping[str, Mapping[str, Any]]) -> dict[str, Span]:
    """Where the regions are, in code points; those of which that cannot be said are not among them."""
    numbered = {
        name: (value["start"], value["end"])
        for name, value in regions.items()
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int)
    }
    told = {name: (span, regions[name].get("text")) for name, span in numbered.items()}
    unit = unit_of(text, told.values())
    if unit is None:  # some are wrong: those that are right as code points stay
        told = {name: one for name, one in told.items() if unit_of(text, [one]) == "code points"}
    found = {name: in_code_points(text, span, unit or "code points") for name, (span, _) in told.items()}
    return {name: span for name, span in found.items() if span is not None}


def _who(completed_by: Any) -> str | None:
    """Who annotated: a name, that of a mail address too, else a number; the address itself is nobody's business."""
    if isinstance(completed_by, Mapping):
        named = completed_by.get("email") or completed_by.get("username") or completed_by.get("id")
        return _who(named)
    if isinstance(completed_by, int) and not isinstance(completed_by, bool):
        return f"labelstudio:{completed_by}"
    name = completed_by.partition("@")[0].strip() if isinstance(completed_by, str) else ""
    return name or None


def _moment(annotation: Mapping[str, Any]) -> str | None:
    """When it was submitted last, in UTC to the second."""
    told = annotation.get("updated_at") or annotation.get("created_at")
    try:
        moment = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return utc(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment)
