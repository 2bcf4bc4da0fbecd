"""Skeletons: a pattern or an award's file to fill in, with what each line is for."""

import re
from typing import get_args, get_type_hints

from extractor.facts import KINDS, Fact, Facts
from extractor.patterns import Patterns
from extractor.patterns.forms import SHAPES

_RECORD = tuple("award edition level scope category recipient type code outcome rank shortlist event_date".split())
_HEADS = ("Anugerah ", "Penghargaan ", "Piala ", "Trofi ", "Sertifikat ")
_UNASKED = ("spans", "pattern")


def pattern(kind: str, book: Patterns) -> str:
    """A pattern of a kind with everything but its words."""
    lists = sorted(
        {part.list for one in book.by_kind.get(kind, ()) for form in one.forms for part in form.parts if part.list}
    )
    own = ", ".join(f"{{{name}}}" for name in lists if name not in SHAPES)
    says = next((f"{name} = {value!r}" for one in book.by_kind.get(kind, ()) for name, value in one.says.items()), None)
    return f'''
[[pattern]]
id = ""      # a name of your own, once in this file; facts carry it as "{kind}.<name>"
like = ""    # which pattern of this file the program is to read it like: {_models(kind, book)}
form = ""    # how the press writes it, part by part, with spaces between:
             #   kota|kabupaten   one of these words     ...   up to four words of any kind
             #   nomor?           a word that may be there or not
             #   {{list}}           a phrase of patterns/words/list.txt; those of this file are
             #                    {own}
             #   {" ".join(f"{{{name}}}" for name in SHAPES)}   see patterns/README.md
{_says(says)}finds = [
    # A sentence as the press writes it, with [brackets] round the words of the fact, and fields that it must have.
    # The fields are: {", ".join(fields(kind))}
    {{ text = "" }},
]
ignores = [
    # Sentences that look like it and are none.
]
'''


def _models(kind: str, book: Patterns) -> str:
    return ", ".join(pattern.id for pattern in book.by_kind.get(kind, ()) if pattern.like == pattern.id)


def _says(like: str | None) -> str:
    """The line of values that the form itself states, where other patterns of the kind have one."""
    return f"says = {{ }}   # what the form itself states; other patterns of this file have: {like}\n" if like else ""


def fields(kind: str) -> tuple[str, ...]:
    """The fields that an example of a kind may give."""
    if kind == "records":
        return _RECORD
    fact: type[Fact] = get_args(get_type_hints(Facts)[kind])[0]
    return tuple("for" if name == "purpose" else name for name in fact._fields if name not in _UNASKED)


def award(name: str) -> str:
    """The file of an award, ready to be read, with a first example."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    also = "" if name.startswith(_HEADS) else "".join(f'    "{head}{quoted}",\n' for head in _HEADS[:2])
    return f'''\
name = "{quoted}"    # as records carry it
giver = ""    # who gives it, for people who read this file
# level = "national"    # or "province", "regency": where it is given if the story does not say
names = [    # how the press calls it
    "{quoted}",
{also}]
# misspelt = []         # the same, wrongly spelt
# predicates = []       # grades that are printed with it ("Utama", "Madya"); they become the category
# not_after = []        # words behind which the name is no award ("tugu", "jalan")
# edition_words = []    # words behind which the edition's year stands
# to = "person"         # where officials get it for themselves, not for their region
finds = [    # sentences as the press writes them; [brackets] round the one who got it, and fields of the record
    {{ text = "[Kota Tegal] meraih {quoted} 2024.", outcome = "winner", edition = 2024 }},
]
ignores = [    # sentences that name it and report no award
    "Kota Tegal bertekad meraih {quoted} tahun depan.",
]
'''


def file_name(name: str) -> str:
    """The name of an award's file: "Adipura Mini" lies in awards/adipura_mini.toml."""
    return "_".join(re.findall(r"[a-z0-9]+", name.lower())) + ".toml"


def kinds() -> tuple[str, ...]:
    """What a pattern may be of."""
    return (*KINDS, "records")
