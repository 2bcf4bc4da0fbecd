"""What a digest says and how it looks: short, in order, and nothing of the press is more than text."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from extractor.digest import wording
from extractor.digest.contents import LINES, Contents, Note, Told, contents
from extractor.digest.mailing import Envelope, message
from extractor.digest.rendering import WIDTH, as_page, as_text
from extractor.digest.wording import LANGUAGES, beginning, period_of, short, words_of
from extractor.register.claims import Agreement, Voice
from extractor.store.news import Arrived, Change, News, Printing

NOW = "2026-11-22T02:00:00Z"
HOSTILE = [
    '=HYPERLINK("http://evil.example";"x")',
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE entries; --",
    "{{ 7 * 7 }}{% raw %}",
    "Judul\r\nBcc: siapa@lain.example\r\n\r\nisi",
    "\x1b[31m\u202eterbalik\x00\x07\u2028\u2066",
    "Z" * 10_000,
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 " * 500,
    "a" + "\u0301" * 10_000,
    "",
]


def row(number: int = 1, **said: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": f"{number:016x}", "group": "paritrana award|jambi", "award": "Paritrana Award", "edition": 2025,
        "level": "province", "scope": "15", "category": None, "recipient_type": "region", "recipient_code": "15.71",
        "recipient": "Kota Jambi", "outcome": "winner", "rank": 1, "shortlist": None, "support": 1, "disputed": [],
        "review": "machine", "year": 2025, "sorting": f"{number:04d}", "changed": NOW, "failed": False,
    }  # fmt: skip
    return made | said


def printing(outlet: str | None = "Antara", day: str | None = "2026-11-21", **said: Any) -> Printing:
    name = (outlet or "x").lower().replace(" ", "")
    made = {"key": f"https://{name}.example/1", "url": f"https://{name}.example/1", "fetched": None, "cluster": 1}
    return Printing(outlet=outlet, published=day, **made | said)  # type: ignore[arg-type]


def news(*new: dict[str, Any], **more: Any) -> News:
    made: dict[str, Any] = {"changed": [], "arrived": [], "known": [], "passed": [], "gone": {}, "open": 0}
    return News(new=list(new), **made | more)


def told(found: News, language: str = "id", last: str | None = None, **more: Any) -> Contents:
    printings = {one["id"]: [printing()] for one in found.new}
    return contents(Told(found, **{"printings": printings, "disputes": {}} | more), language, NOW, last)


def lines(made: Contents) -> list[str]:
    return as_text(made).splitlines()


def test_first_come_the_counts() -> None:
    arrived = [Arrived("a", "Antara", 1), Arrived("b", "Pos", 1), Arrived("c", "Pos", 2)]
    found = news(row(1), row(2, outcome="nominee", rank=None), arrived=arrived)
    assert lines(told(found, last="2026-11-20T18:00:00Z"))[:5] == [
        "Kabar penghargaan, 22 November 2026",
        "",
        "2 entri baru (1 pemenang, 1 nominasi)",
        "3 artikel baru (2 naskah berbeda) dari 2 media",
        "Sejak 21 November 2026.",
    ]


def test_a_place_that_articles_leave_open_is_said_to_be_open() -> None:
    made = lines(told(news(row(1, rank=None, disputed=["rank"], recipient="Kota Jambi"))))
    assert "  - Kota Jambi: pemenang, peringkat belum pasti" in made


def test_a_place_that_was_told_and_is_open_now_is_told_as_a_change() -> None:
    change = Change("1" * 16, row(1, rank=None, disputed=["rank"]), row(1))
    assert "pemenang, peringkat 1 → pemenang, peringkat belum pasti" in " ".join(
        " ".join(lines(told(news(changed=[change])))).split()
    )


def test_an_outlet_of_several_names_is_one() -> None:
    spelt = [("Saibumi.com", None), ("saibumi.com", "saibumi.com"), ("Cendana News", "cendananews.com")]
    spelt += [("cendananews.com", "cendananews.com"), (None, None)]
    arrived = [Arrived(str(at), outlet, at, site) for at, (outlet, site) in enumerate(spelt)]
    made = told(news(arrived=arrived))
    assert [one.name.casefold() for one in made.outlets] == ["cendana news", "saibumi.com", "media tidak diketahui"]
    assert made.press.endswith("dari 3 media")


def test_in_english_one_is_one_and_two_are_two() -> None:
    made = told(news(row(1), arrived=[Arrived("a", "Antara", 1)]), "en")
    assert (made.summary, made.press) == ("1 new entry (1 winner)", "1 new article (1 text) from 1 outlet")
    assert told(news(row(1), row(2)), "en").summary == "2 new entries (2 winners)"


def test_entries_stand_by_award_level_and_category() -> None:
    rows = [
        row(1, category="desa"), row(2, category="usaha besar", recipient_type="company", recipient_code=None,
        recipient="PT Arus", rank=2), row(3, award="Adipura", level="national", scope=None, rank=None),
    ]  # fmt: skip
    text = lines(told(news(*rows)))
    assert text[8:] [:14] == [
        "Paritrana Award 2025",
        "  Jambi · desa",
        "  - Kota Jambi: peringkat 1",
        "  Jambi · usaha besar",
        "  - PT Arus: peringkat 2",
        "    Antara, 21 November 2026",
        "    https://antara.example/1",
        "",
        "Adipura 2025",
        "  Nasional",
        "  - Kota Jambi (Jambi): pemenang",
        "    Antara, 21 November 2026",
        "    https://antara.example/1",
        "",
    ]


def test_copies_of_a_release_are_folded() -> None:
    printings = [printing("Antara"), printing("Pos"), printing("Warta"), printing("Kabar", cluster=2)]
    made = told(news(row(1, support=2)), printings={row(1)["id"]: printings})
    assert made.awards[0].contests[0].voice == (
        "di 4 media, pertama Antara, 21 November 2026; 2 sumber mandiri",
        "https://antara.example/1",
    )


def test_what_is_disputed_or_failed_a_check_is_marked() -> None:
    made = told(news(row(1, failed=True), row(2, disputed=["rank"])))
    outcomes = [line.outcome for line in made.awards[0].contests[0].lines]
    assert outcomes == ["peringkat 1, perlu diperiksa", "peringkat 1, disengketakan"]


def test_an_entry_that_only_a_person_knows_says_so() -> None:
    made = told(news(row(1)), printings={})
    assert made.awards[0].contests[0].voice == ("kata peninjau", None)


def test_what_does_not_fit_is_counted() -> None:
    rows = [row(n, award=f"Anugerah {n // 100:02d}", recipient=f"PT {n}") for n in range(1500)]
    made = told(news(*rows, arrived=[Arrived(str(n), f"Media {n}", n) for n in range(90)]))
    shown = [line for award in made.awards for contest in award.contests for line in contest.lines]
    assert len(shown) == LINES
    assert made.awards[0].more == "dan 76 lagi"
    assert made.others == "Juga: " + ", ".join(f"Anugerah {n} 2025 (100)" for n in range(10, 15))
    assert made.more_outlets == "dan 70 lagi"
    assert "1.500 entri baru" in made.subject


def test_a_dispute_names_who_says_what() -> None:
    disputed = row(1, disputed=["rank"])
    outlets = ("Antara", "Pos", "Warta", "Kabar", "Suara", "Lintas")
    printings = {disputed["id"]: [printing(name) for name in outlets]}
    keys = [one.key for one in printings[disputed["id"]]]
    voices = (Voice(1, keys[0], tuple(keys[:5])), Voice(2, keys[5], (keys[5],)))
    disputes = {disputed["id"]: {"rank": Agreement(1, voices, True)}}
    made = told(news(disputed, open=7), printings=printings, disputes=disputes)
    [(field, said)] = made.disputes[0].fields
    assert field == "peringkat"
    assert [one.told for one in said] == ["1: Antara, Pos, Warta, Kabar, dan 1 lagi", "2: Lintas"]
    assert made.open == "7 entri disengketakan di seluruh register"
    code = f"[{made.disputes[0].id}]"  # as the foot of both says
    assert code in as_text(made)
    assert code in as_page(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_of_the_night_are_told_in_the_readers_language(language: str) -> None:
    kinds = ("silent", "few", "many", "aside", "recordless", "drift", "step")
    made = told(news(row(1)), language, notes=[Note(kind, "all", "2026-11-20") for kind in kinds])
    assert len(made.notes) == len(kinds)
    assert made.notes[0] == {
        "id": "semua media: tidak ada berita baru sejak 20 November 2026",
        "en": "all outlets: nothing new since 20 November 2026",
    }[language]


def keys_of(table: dict[str, Any], above: str = "") -> set[str]:
    found = set[str]()
    for name, value in table.items():
        found |= keys_of(value, f"{above}{name}.") if isinstance(value, dict) else {above + name}
    return found


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    both = tomllib.loads(Path(wording.__file__).with_name("digest.toml").read_text(encoding="utf-8"))
    assert keys_of(both["id"]) == keys_of(both["en"])
    places = [re.findall(r"\{(\w+)\}", str(both[one])) for one in LANGUAGES]
    assert sorted(places[0]) == sorted(places[1])


def hostile(text: str, language: str = "id") -> Contents:
    """A digest in which everything that the press writes is one text."""
    bad = row(1, award=text, category=text, recipient=text, recipient_type="company", recipient_code=None)
    before = {"award": text, "recipient": text, "outcome": "nominee"}
    found = news(
        bad | {"disputed": ["category"]}, arrived=[Arrived("a", text, 1)], changed=[Change("x", None, before)], open=1
    )
    printings = {bad["id"]: [printing(text, text, url=text)]}
    voices = (Voice(text, "k", (printings[bad["id"]][0].key,)), Voice("lain", "l", ("l",)))
    disputes = {bad["id"]: {"category": Agreement(text, voices, True)}}
    return told(found, language, printings=printings, disputes=disputes, notes=[Note("silent", text, text)])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_the_press_writes_is_text_in_the_page(text: str) -> None:
    printed = as_page(hostile(text))
    page = html.fromstring(printed)
    assert page.xpath("//script | //img | //iframe | //form | //@onerror | //@onclick | //body//style") == []
    assert page.xpath("//a/@href") == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u2028]", printed)
    assert len(printed.encode()) < 20_000
    assert page.xpath("string(//h3)") == short(f"{text} 2025")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_the_press_writes_is_no_line_of_its_own_in_the_text(text: str) -> None:
    printed = as_text(hostile(text))
    assert max(map(len, printed.split("\n"))) <= WIDTH
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u2028]", printed)
    assert not any(line.startswith("Bcc:") for line in printed.split("\n"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_the_press_writes_is_no_header(text: str) -> None:
    mail = message(hostile(text), Envelope("a@b.example", ("c@d.example",)), "a@b.example", "<x@b.example>", NOW)
    head = mail.as_bytes().partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert sorted(names) == sorted(
        b"Subject From To Date Message-ID Auto-Submitted MIME-Version Content-Type".split()
    )


def test_a_subject_cannot_break_the_line_even_where_words_of_the_press_stood_in_it() -> None:
    broken = hostile("x")._replace(subject=short(HOSTILE[5]))
    mail = message(broken, Envelope("a@b.example", ("c@d.example",)), "a@b.example", "<x@b.example>", NOW)
    assert mail["Bcc"] is None


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://antara.example/1", "https://antara.example/1"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://a.example/\"onmouseover=alert(1)", None),
        ("https://a.example/" + "a" * 5000, None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, link: str | None) -> None:
    made = told(news(row(1)), printings={row(1)["id"]: [printing(url=url)]})
    assert html.fromstring(as_page(made)).xpath("//a/@href") == ([link] if link else [])


def test_a_full_digest_is_not_cut_by_mail_programs() -> None:
    name = "Dinas Tenaga Kerja dan Transmigrasi " * 4
    rows = [
        row(n, award=f"{name}{n // 10}", recipient=f"{name}{n}", recipient_type="company", recipient_code=None,
            category=f"{name}{n}", disputed=["rank"])
        for n in range(200)
    ]  # fmt: skip
    printings = {one["id"]: [printing(f"{name}{one['id']}", url=f"https://a.example/{'b' * 150}")] for one in rows}
    voices = tuple(Voice(n, str(n), (printings[rows[0]["id"]][0].key,)) for n in range(4))
    disputes = {one["id"]: {"rank": Agreement(1, voices, True)} for one in rows}
    arrived = [Arrived(str(n), f"{name}{n}", n) for n in range(300)]
    made = told(news(*rows, arrived=arrived, open=200), printings=printings, disputes=disputes)
    assert len(as_page(made).encode()) < 102_000  # Gmail shows no more


def test_the_page_needs_nothing_from_outside_and_fits_any_width() -> None:
    page = html.fromstring(as_page(told(news(row(1)))))
    assert page.xpath("//link | //script | //img | //@src") == []
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")
    assert [one for one in page.xpath("//table/@width") if one != "100%"] == []


def test_phone_numbers_do_not_leave() -> None:
    made = told(news(row(1, recipient_type="person", recipient_code=None, recipient="Sari 0812-3456-7890")))
    assert "3456" not in as_text(made) + as_page(made)


@pytest.mark.parametrize(
    ("kind", "period"), [("day", "2026-11-23"), ("week", "2026-W48"), ("month", "2026-11")]
)
def test_periods_are_those_of_jakarta(kind: str, period: str) -> None:
    assert period_of("2026-11-22T17:00:00Z", kind) == period


def test_a_day_begins_at_midnight_in_jakarta() -> None:
    assert beginning("2026-11-22") == "2026-11-21T17:00:00Z"


def test_days_are_those_of_jakarta() -> None:
    words = words_of("id")
    assert words.day("2026-11-21T23:30:00+00:00") == "22 November 2026"
    assert words.day("2026-11-21") == "21 November 2026"
    assert words.day("kemarin") == "kemarin"
