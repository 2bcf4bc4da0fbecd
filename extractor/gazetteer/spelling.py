"""How names of regions are spelt: what makes two spellings one name, and the spellings that the press uses for one.

Folding drops case, spaces, hyphens, apostrophes and stops: "Tulangbawang" is "Tulang Bawang", "Arang-arang" is "Arang
Arang", "Sa'dan" is "Sadan". Loosening goes further, word by word: "Kumpeh Hulu" is "Kumpeh Ulu", "Sei Rampah" is
"Sungai Rampah", "Ilir Timur 1" is "Ilir Timur I". One letter off is one letter more, less, other, or two exchanged.
"""

import re
import string
from itertools import pairwise

_FOLDED = str.maketrans("áàâéèêëíìïóòôúùü", "aaaeeeeiiiooouuu", " \t\n\u00a0-‐‑–'’‘ʼ`\"“”.,/()*")  # fmt: skip
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = string.ascii_lowercase

# Words of which one place is written with either: dialects, abbreviations, numbers.
_SAME = {
    "ulu": "hulu", "ilir": "hilir", "iliran": "hilir", "kilir": "hilir",
    "muaro": "muara", "moara": "muara", "ma": "muara",
    "sei": "sungai", "sungei": "sungai", "sie": "sungai",
    "tanj": "tanjung", "tj": "tanjung", "tjg": "tanjung", "tg": "tanjung",
    "kep": "kepulauan", "gn": "gunung", "gng": "gunung", "pd": "padang", "pdg": "padang",
    "lb": "lubuk", "lbk": "lubuk", "lubuak": "lubuk", "kr": "krueng", "krung": "krueng",
    "sp": "simpang", "simp": "simpang", "batuang": "batang", "btg": "batang", "bt": "batang",
    "tl": "teluk", "tlk": "teluk", "taluk": "teluk", "telok": "teluk",
    "pulo": "pulau", "pl": "pulau", "p": "pulau", "ps": "pasar", "psr": "pasar",
    "kampuang": "kampung", "kp": "kampung", "kampong": "kampung", "gampong": "kampung",
    "sumatra": "sumatera", "ujong": "ujung", "mesjid": "masjid", "blangkejeren": "blangkejeran",
    "sel": "selatan", "ut": "utara", "tim": "timur", "bar": "barat", "teng": "tengah",
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xx": "20", "xxi": "21",
    "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "ampek": "4", "ampat": "4", "lima": "5", "limo": "5",
    "enam": "6", "anam": "6", "tujuh": "7", "tujuah": "7", "delapan": "8", "salapan": "8", "sembilan": "9",
}  # fmt: skip

# Beginnings of names that the law writes as one word and the press often as two: Tanjungbalai, Gunungkidul.
_HEADS = (
    "banjar", "batang", "bukit", "gunung", "karang", "kota", "labuhan", "lubuk", "padang", "pagar", "palangka",
    "pangkal", "pekan", "pematang", "sawah", "sungai", "tanjung", "tulung",
)  # fmt: skip
_KIND_WORDS = {
    "Provinsi": ("Provinsi", "Propinsi", "Prov.", "Prov"),
    "Kabupaten": ("Kabupaten", "Kab.", "Kab"),
    "Kota": ("Kota", "Kotamadya"),
}


def fold(name: str) -> str:
    """The letters and figures of a name, small: two spellings with one folding are one name."""
    return name.lower().translate(_FOLDED)


def loosen(name: str) -> str:
    """A name's folding with its directions, dialect words, abbreviations and numbers in one form."""
    return "".join(_SAME.get(word, word) for word in _WORDS.findall(name.lower().replace("'", "")))


def keys(name: str) -> list[str]:
    """The foldings by which a name is found: its own, and those of its parts where a slash or brackets part it."""
    if "/" not in name and "(" not in name:
        return [fold(name)]
    parts = re.split(r"[/()]", name)
    return list(dict.fromkeys(key for part in (name, *parts) if (key := fold(part))))


def one_letter_off(key: str) -> set[str]:
    """The foldings one letter more, less, other, or two exchanged away from this one; itself is among them."""
    parts = [(key[:at], key[at:], key[at + 1 :]) for at in range(len(key) + 1)]
    found = {head + less for head, _, less in parts}
    found.update([head + tail[1] + tail[0] + tail[2:] for head, tail, _ in parts if len(tail) > 1])
    found.update([head + letter + rest for head, *rests in parts for rest in rests for letter in _LETTERS])
    return found


def spellings(name: str) -> list[str]:
    """A name as the press spells it: "Tulangbawang", "Fak-Fak", "Tanjung Balai", "Kep. Riau", "Sumatra Utara"."""
    words = name.replace("-", " ").split()
    found = [name, " ".join(words)]
    if words[0] == "Kepulauan":
        found += [f"{short} {' '.join(words[1:])}" for short in ("Kep.", "Kep")]
    elif words[0] == "Sumatera":
        found.append(" ".join(["Sumatra", *words[1:]]))
    elif words[-1] == "Kepulauan":
        found += [f"{' '.join(words[:-1])} {short}" for short in ("Kep.", "Kep")]
    for at, (one, other) in enumerate(pairwise(words)):
        joined = one + other.lower()
        if one.lower() == other.lower():
            found += [_with(words, at, form) for form in (f"{one}-{other}", joined)]
        elif at == 0 and one != "Kepulauan":
            found.append(_with(words, at, joined))
    found += [" ".join([split, *words[1:]]) for split in _split(words[0])]
    return list(dict.fromkeys(found))


def with_kind(kind: str, spelling: str) -> list[str]:
    """A spelling behind the words that say what it is, unless it has one: "Kabupaten Bungo", "Kab. Bungo"."""
    if spelling.startswith(("Kabupaten ", "Kota Administrasi ")):
        return []
    return [f"{word} {spelling}" for word in _KIND_WORDS[kind]]


def _with(words: list[str], at: int, pair: str) -> str:
    return " ".join([*words[:at], pair, *words[at + 2 :]])


def _split(word: str) -> list[str]:
    lower = word.lower()
    return [
        f"{word[: len(head)]} {word[len(head) :].capitalize()}"
        for head in _HEADS
        if lower.startswith(head) and len(word) >= len(head) + 4
    ]
