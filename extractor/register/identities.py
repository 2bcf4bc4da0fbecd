"""Identities: recipients of different keys that people said are one, and the groups that so become one."""

from collections.abc import Iterable, Mapping


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By key the key under which it is kept, the first of all that are one; keys that are alone are not named."""
    parents: dict[str, str] = {}

    def top(key: str) -> str:
        while parents.setdefault(key, key) != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        parents[second] = first
    return {key: top(key) for key in sorted(parents)}


def codes_joined(pairs: Iterable[tuple[str, str]], key: str) -> list[str]:
    """The codes of regions that are one with a recipient; more than one never can be."""
    kept = joined(pairs)
    alike = [one for one, top in kept.items() if top == kept.get(key, key)]
    return [one.removeprefix(_PLACE) for one in alike if one.startswith(_PLACE)]


_PLACE = "at:"
"""How the key of a recipient begins that is a region with a code."""


def joined_group(group: str, kept: Mapping[str, str]) -> str:
    """A group under the key that its recipient is kept under."""
    award, _, recipient = group.partition("|")
    return f"{award}|{kept.get(recipient, recipient)}"


def members(group: str, kept: Mapping[str, str]) -> list[str]:
    """All groups that are one with a group under the key that its recipient is kept under, itself among them."""
    award, _, recipient = group.partition("|")
    alike = [key for key, top in kept.items() if top == kept.get(recipient, recipient)]
    return sorted({group, *(f"{award}|{key}" for key in alike)})
