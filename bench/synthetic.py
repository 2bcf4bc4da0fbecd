"""Articles as `extract` gives them, made up: contests, their winners, and stories that tell of them, copied by others.

`article(number)` is the same on every machine and needs no other article, so that any number of them can be made in any
order. Each has four records on the average; a quarter are copies of another outlet's story with a sentence of their
own. Regions are real, everything else is invented.
"""

import csv
import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, NamedTuple

from extractor.folders import patterns

Extracted = dict[str, Any]
"""The object of the annotation guideline, its article with what else is known of it."""

_SUBJECTS = (
    "Jaminan Pekerja|Kota Teduh|Desa Terang|Air Bersih|Sekolah Rindang|Pelayanan Prima|Pasar Tertib|Inovasi Daerah|"
    "Keterbukaan Berita|Layak Anak|Siaga Bencana|Pangan Lestari|Kampung Iklim|Sehat Bersama|Digital Daerah|"
    "Tenaga Terampil|Laporan Jujur|Hutan Lestari|Lalu Lintas Tertib|Wisata Santun"
).split("|")
_FORMS = "{} Award|Anugerah {}|Piala {}".split("|")
AWARDS = tuple(form.format(subject) for form in _FORMS for subject in _SUBJECTS)
"""Sixty awards, most of them held every year."""
_CATEGORIES = (
    "pemerintah provinsi|pemerintah kabupaten/kota|usaha besar|usaha menengah|usaha kecil dan mikro|desa|"
    "utama|madya|nindya|pratama|rumah sakit|perguruan tinggi"
).split("|")
_FIRMS = "Sinar|Karya|Cahaya|Bumi|Tirta|Mitra|Surya|Graha|Nusa|Agung|Prima|Mega|Citra|Panca|Duta".split("|")
_TRADES = "Sawit|Niaga|Logistik|Pangan|Tekstil|Medika|Energi|Bahari|Konstruksi|Swalayan|Farma|Kargo|Ternak".split("|")
_GIVEN = "Rahmat|Siti|Budi|Dewi|Agus|Wahyu|Rina|Hasan|Lestari|Yusuf|Ketut|Marlina|Tigor|Yohana|Fajar|Nurul".split("|")
_FAMILY = "Santosa|Halim|Siregar|Wibowo|Lubis|Kusnadi|Tambunan|Pratiwi|Manurung|Sutanto|Wenda|Nasution".split("|")
_ROLES = ("Wali Kota", "Bupati", "Gubernur", "Kepala Dinas Tenaga Kerja", "Sekretaris Daerah")
_GROUPS = ("pekerja rentan", "petugas keagamaan", "ketua RT", "nelayan", "tenaga honorer", "kader posyandu")
_PLAIN = (
    "Penyerahan berlangsung di aula dan dihadiri para undangan sejak pagi.",
    "Tim penilai datang tiga kali untuk melihat sendiri apa yang sudah berjalan.",
    "Warga berharap perhatian yang sama diberikan kepada mereka yang belum terdaftar.",
    "Panitia menyebut jumlah peserta tahun ini naik dibandingkan penyelenggaraan sebelumnya.",
    "Sejumlah catatan diberikan dewan juri, terutama soal kelengkapan laporan.",
    "Acara ditutup dengan foto bersama dan ramah tamah.",
    "Ia meminta jajarannya tidak berpuas diri dan terus memperbaiki pelayanan.",
    "Anggaran untuk tahun depan sedang dibahas bersama dewan.",
)
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember".split("|")
_RECORDS = (1, 1, 2, 3, 4, 4, 5, 6, 7, 7)
"""How many records an article has, each as likely: four on the average."""
_COPIED, _HOW_FAR = 0.25, 40
_OUTLETS = 150


class Place(NamedTuple):
    """A region with its code, official name and level."""

    code: str
    name: str
    level: str


class Contest(NamedTuple):
    """An award's edition at a level, where it is held, and the day on which it was given."""

    award: str
    edition: int
    level: str
    scope: str | None
    day: date

    def winners(self, category: str) -> Iterator[dict[str, Any]]:
        """Who won in a category, the first first; the same whoever tells of it."""
        chance = Random(f"{self.award}|{self.edition}|{self.scope}|{category}")
        met = set[str]()
        while True:
            found = _recipient(chance, category, self.scope)
            if found["name"] not in met or len(met) > 3:  # a small province has few who can win
                met.add(found["name"])
                yield found


class Story:
    """A text that is written piece by piece, and where each piece stands."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0

    def write(self, text: str) -> list[int]:
        """Add a piece; its [start, end)."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return [start, self.length]


def articles(count: int, seed: int = 1, first: int = 0) -> Iterator[Extracted]:
    """So many articles, from the one of number `first` on."""
    return (article(number, seed) for number in range(first, first + count))


def article(number: int, seed: int = 1) -> Extracted:
    """The article of a number."""
    own = Random(f"{seed}:{number}")
    told = number if not _is_copy(number, seed) else _original(number, seed)
    chance = Random(f"{seed}:story:{told}")
    contest = _contest(chance)
    outlet = f"kabar{own.randrange(_OUTLETS):03d}.example"
    story, facts = Story(), {kind: [] for kind in ("regions", "officials", "regulations", "worker_counts", "ranks")}
    facts |= {kind: [] for kind in ("dates", "coverage", "amounts", "records")}
    where = chance.choice(_regencies() if not contest.scope else _under(contest.scope))
    span = story.write(where.name.split(" ", 1)[-1].upper())
    facts["regions"].append({**where._asdict(), "spans": [span], "pattern": "regions.name"})
    story.write(f", {outlet} - ")
    _tell_records(story, facts, contest, chance)
    _tell_facts(story, facts, where, contest, chance)
    if told != number:
        story.write(f"\n\n{own.choice(_PLAIN)} Kabar ini dimuat redaksi kami pada edisi ke-{number}.")
    text = "".join(story.pieces)
    title = f"{facts['records'][0]['recipient']['name']} Raih {contest.award} {contest.edition}"
    published = contest.day + timedelta(days=own.randrange(5))
    return {"schema": 1, "article": _article(number, outlet, title, published, where, text), **facts}


def _article(number: int, outlet: str, title: str, published: date, where: Place, text: str) -> dict[str, Any]:
    url = f"https://{outlet}/berita/{number}"
    return {
        "id": hashlib.sha256(text.encode()).hexdigest()[:16],
        "source": url,
        "url": url,
        "outlet": outlet,
        "title": title,
        "author": None,
        "published": published.isoformat(),
        "dateline": where.name.split(" ", 1)[-1],
        "advertorial": number % 50 == 0,
        "text": text,
        "section": "daerah",
        "tags": ["penghargaan", where.name.lower()],
        "language": "id",
        "conflicts": [],
        "pages": None,
        "site": outlet,
    }


def _is_copy(number: int, seed: int) -> bool:
    return number > 0 and Random(f"{seed}:copy:{number}").random() < _COPIED


def _original(number: int, seed: int) -> int:
    """The number of the story that is copied: one of a few before it that is no copy itself."""
    back = Random(f"{seed}:from:{number}").randrange(1, _HOW_FAR)
    found = max(0, number - back)
    while _is_copy(found, seed):
        found -= 1
    return found


def _contest(chance: Random) -> Contest:
    award = AWARDS[min(int(chance.expovariate(1 / 15)), len(AWARDS) - 1)]
    edition = chance.randrange(2014, 2026)
    scope = chance.choice(_provinces()).code if chance.random() < 0.6 else None
    day = date(edition, 1, 1) + timedelta(days=Random(f"{award}|{edition}|{scope}").randrange(60, 364))
    return Contest(award, edition, "province" if scope else "national", scope, day)


def _recipient(chance: Random, category: str, scope: str | None) -> dict[str, Any]:
    if category.startswith("usaha"):
        number = chance.randrange(20)
        name = f"{chance.choice(_FIRMS)} {chance.choice(_TRADES)}" + (f" {number}" if number > 9 else "")
        return {"type": "company", "code": None, "name": name}
    if category in ("rumah sakit", "perguruan tinggi"):
        kind = "RSUD" if category == "rumah sakit" else "Universitas"
        return {"type": "institution", "code": None, "name": f"{kind} {chance.choice(_FIRMS)} {chance.choice(_FAMILY)}"}
    if chance.random() < 0.03:
        return {"type": "person", "code": None, "name": f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"}
    if category == "pemerintah provinsi":
        place = chance.choice(_provinces())
    else:
        place = chance.choice(_under(scope) if scope else _regencies())
    return {"type": "region", "code": place.code, "name": place.name}


def _tell_records(story: Story, facts: dict[str, Any], contest: Contest, chance: Random) -> None:
    """Winners of two categories in turn; some stories leave the edition, level or category out."""
    edition = contest.edition if chance.random() < 0.75 else None
    told_level = chance.random() < 0.85
    count = chance.choice(_RECORDS)
    categories = chance.sample(_CATEGORIES, 2 if count > 3 else 1)
    winners = {category: contest.winners(category) for category in categories}
    award = story.write(f"{contest.award} {edition}" if edition else contest.award)
    story.write(f" diserahkan {contest.day.day} {_MONTHS[contest.day.month - 1]} {contest.day.year}. Penerimanya:")
    for number in range(count):
        category = categories[number * len(categories) // count]
        place = 1 + sum(record["category"] == category for record in facts["records"])
        recipient = next(winners[category])
        story.write("\n\n")
        spans = [award, story.write(f"juara {place}"), story.write(f" kategori {category}")]
        facts["ranks"].append(_of({"kind": "place", "value": place, "of": None, "modality": "actual"}, [spans[1]]))
        story.write(", ")
        spans.append(story.write(recipient["name"]))
        story.write(".")
        record = {
            "award": contest.award,
            "edition": edition,
            "level": contest.level if told_level else None,
            "scope": contest.scope if told_level else None,
            "category": category,
            "recipient": recipient,
            "outcome": "nominee" if chance.random() < 0.1 else "winner",
            "rank": place if chance.random() < 0.97 else place + 1,  # an article in thirty prints another place
            "shortlist": None,
            "event_date": contest.day.isoformat() if chance.random() < 0.6 else None,
        }
        facts["records"].append(_of(record, spans, "records.list"))
        if recipient["code"] and recipient["code"] not in {region["code"] for region in facts["regions"]}:
            level = "province" if len(recipient["code"]) == 2 else _level(recipient["name"])
            region = {"code": recipient["code"], "level": level, "name": recipient["name"]}
            facts["regions"].append(_of(region, [spans[-1]], "regions.name"))


def _tell_facts(story: Story, facts: dict[str, Any], where: Place, contest: Contest, chance: Random) -> None:
    role, name = chance.choice(_ROLES), f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"
    story.write(f"\n\n{role} ")
    official = {"name": name, "honorifics": ["H."], "degrees": [], "role": role, "status": None}
    official |= {"jurisdiction": where.code, "organization": None}
    facts["officials"].append(_of(official, [story.write(name)], "officials.role_name"))
    workers, group = chance.randrange(100, 90_000), chance.choice(_GROUPS)
    story.write(" menyebut ")
    count = {"count": workers, "bound": "exact", "group": group, "status": "covered", "region": where.code}
    facts["worker_counts"].append(_of(count, [story.write(f"{workers:,} {group}".replace(",", "."))]))
    story.write(" sudah terlindungi. ")
    day = {"value": contest.day.isoformat(), "precision": "day", "suspect": False}
    facts["dates"].append(_of(day, [story.write(f"{contest.day.day}/{contest.day.month}/{contest.day.year}")]))
    story.write(". ")
    if chance.random() < 0.5:
        number, year = str(chance.randrange(1, 90)), contest.edition
        law = {"type": "Perda", "number": number, "year": year, "subject": None, "issuer": where.code}
        words = story.write(f"Perda Nomor {number} Tahun {year}")
        facts["regulations"].append(_of(law | {"status": "in_force"}, [words], "regulations.numbered"))
        story.write(" menjadi dasarnya. ")
    if chance.random() < 0.4:
        millions = chance.randrange(2, 900)
        amount = {"value": millions * 1_000_000, "for": "iuran", "suspect": False}
        facts["amounts"].append(_of(amount, [story.write(f"Rp{millions} juta")]))
        story.write(" disiapkan untuk iuran. ")
    if chance.random() < 0.4:
        share = chance.randrange(1000, 10_000) / 100
        coverage = {"value": share, "of": group, "status": "actual"}
        facts["coverage"].append(_of(coverage, [story.write(f"{share} persen".replace(".", ","))]))
        story.write(" dari mereka sudah terdaftar. ")
    story.write(" ".join(chance.sample(_PLAIN, chance.randrange(3, len(_PLAIN)))))


def _of(fact: dict[str, Any], spans: list[list[int]], pattern: str = "synthetic.words") -> dict[str, Any]:
    return fact | {"spans": spans, "pattern": pattern}


def _level(name: str) -> str:
    return "city" if name.startswith("Kota") else "regency"


@cache
def _provinces() -> tuple[Place, ...]:
    return _places("provinces.csv")


@cache
def _regencies() -> tuple[Place, ...]:
    return _places("regencies.csv")


@cache
def _under(province: str) -> tuple[Place, ...]:
    return tuple(place for place in _regencies() if place.code.startswith(f"{province}."))


def _places(file: str) -> tuple[Place, ...]:
    with (patterns() / "regions" / file).open(encoding="utf-8", newline="") as lines:
        rows = [(row["code"], f"{row['kind']} {row['name']}") for row in csv.DictReader(lines)]
    return tuple(Place(code, name, "province" if len(code) == 2 else _level(name)) for code, name in rows)
