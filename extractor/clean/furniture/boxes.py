"""The elements of a page that say by their classes or their id that they are furniture."""

from collections.abc import Iterable

from extractor.clean.furniture.words import words


def is_box(names: Iterable[str]) -> bool:
    """True where the classes and the id of a page's element say that it is furniture."""
    known = words()
    for name in names:
        lowered = name.lower().replace("_", "-")
        if lowered.startswith(("tag-", "category-", "post-type")):  # WordPress names a story's topics so
            continue
        if lowered in ("tag", "tagging") or not known.boxes.isdisjoint(lowered.split("-")):
            return True
        if any(pair in lowered for pair in known.box_pairs):
            return True
    return False
