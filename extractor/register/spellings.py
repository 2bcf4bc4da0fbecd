"""What patterns/register.toml says of names: legal forms, short forms written out, idle words of categories."""

from functools import cache
from typing import Any, NamedTuple

from extractor import folders
from extractor.tomlfiles import TomlFile, read_toml

_NAMES: dict[str, type] = {"legal_forms": list, "titles": list, "written_out": dict}
_CATEGORIES: dict[str, type] = {
    "idle": list, "regions": list, "villages": list, "firms": list, "plain": dict, "heads": dict, "written_out": dict,
}  # fmt: skip


class Spellings(NamedTuple):
    """The lists of the file; `implied` has by a recipient's type the words of a category that say nothing beyond it.

    `plain` has what such a category is called in exports, by the recipient's type and by "province", `heads` the word
    that stands for them before others. `grades` has grades by the award's name, `whole` the words that say that parts
    make up a total.
    """

    legal_forms: frozenset[str]
    titles: frozenset[str]
    names: dict[str, str]
    idle: frozenset[str]
    implied: dict[str, frozenset[str]]
    plain: dict[str, str]
    heads: dict[str, str]
    categories: dict[str, str]
    grades: dict[str, tuple[str, ...]]
    whole: frozenset[str]


@cache
def spellings() -> Spellings:
    """The spellings of patterns/register.toml, read when first asked for; a file that cannot be meant is refused."""
    file = read_toml(folders.patterns() / "register.toml", "register.toml")
    file.expect(file.content, {"names": dict, "categories": dict, "grades": dict, "sums": dict}, 0)
    names, categories = _table(file, "names", _NAMES), _table(file, "categories", _CATEGORIES)
    grades = file.content.get("grades", {})
    file.expect(grades, dict.fromkeys(grades, list), 0)
    file.expect_words(grades, tuple(grades), 0)
    firms = frozenset(categories["firms"])
    return Spellings(
        legal_forms=frozenset(names["legal_forms"]),
        titles=frozenset(names["titles"]),
        names=names["written_out"],
        idle=frozenset(categories["idle"]),
        implied={
            "region": frozenset(categories["regions"]),
            "village": frozenset(categories["villages"]),
            "company": firms,
            "institution": firms,
        },
        plain=categories["plain"],
        heads=categories["heads"],
        categories=categories["written_out"],
        grades={award: tuple(some) for award, some in grades.items()},
        whole=frozenset(_table(file, "sums", {"whole": list})["whole"]),
    )


def _table(file: TomlFile, name: str, keys: dict[str, type]) -> dict[str, Any]:
    table: dict[str, Any] = file.content.get(name, {})
    for key in keys:
        if key not in table:
            file.refuse(file.line_of(f"[{name}"), f"[{name}] needs `{key}`")
    file.expect(table, keys, 0)
    lists = tuple(key for key, kind in keys.items() if kind is list)
    file.expect_words(table, lists, 0)
    file.expect_lower(table, lists, 0)
    return table
