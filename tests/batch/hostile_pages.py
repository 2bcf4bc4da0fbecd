"""Pages that are written to harm their reader, each around the same story."""

from collections.abc import Callable

STORY = (
    "AMBON – Pemerintah Kota Ambon menerima Paritrana Award 2025 di Jakarta, Selasa (3/6/2025), atas perlindungan "
    "2.300 pekerja rentan yang iurannya dibayar daerah sejak awal tahun."
)
NEXT = "“Kami berterima kasih kepada para nelayan,” kata Wali Kota Ambon, Yermias Tupalessy, seusai acara itu."
BODY = f"<p>{STORY}</p><p>{NEXT}</p>" + f"<p>Penghargaan itu diserahkan di hadapan para kepala daerah. {NEXT}</p>" * 4


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Ambon Terima Piagam</title>{head}</head>'
        f'<body><h1>Ambon Terima Piagam</h1><div class="entry-content">{body}</div></body></html>'
    )


def linked(script: str) -> str:
    """A page with a script of JSON-LD, or of what looks like it."""
    return page(BODY, f'<script type="application/ld+json">{script}</script>')


def billion_laughs() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{entities}]>' + page(f"<p>&e11;</p>{BODY}")


def many_attributes(number: int) -> str:
    attributes = " ".join(f"a{n}" for n in range(number))
    return page(f"<p {attributes}>x</p>{BODY}")


READ: dict[str, Callable[[], str]] = {
    "5,000 nested divs": lambda: page("<div>" * 5_000 + BODY + "</div>" * 5_000),
    "5,000 nested spans": lambda: page("<p>" + "<span>" * 5_000 + "x" + "</span>" * 5_000 + "</p>" + BODY),
    "5,000 lists that never end": lambda: page("<ul><li>" * 5_000 + BODY),
    "an entity bomb": billion_laughs,
    "tags that are not closed": lambda: page(BODY.replace("</p>", "") + "<b><i><p><div><table><tr><td>"),
    "NULs": lambda: page(BODY.replace("Kota", "Kota\0")),
    "10,000 links": lambda: page(BODY + "".join(f'<a href="/{n}">Kota Tual Juara {n}</a> ' for n in range(10_000))),
    "10,000 links before the story": lambda: page(
        "".join(f'<li><a href="/{n}">Kota Tual Juara {n}</a></li>' for n in range(10_000)) + BODY
    ),
    "20,000 paragraphs of one letter": lambda: page(BODY + "<p>a</p>" * 20_000),
    "a script that ends late": lambda: page("<script>" + "var a = '<p>';" * 20_000 + "</script>" + BODY),
    "a comment that never ends": lambda: page(BODY) + "<!--" + "-" * 100_000,
    "1,000 tables in tables": lambda: page(BODY + "<table><tr><td>" * 1_000 + "x" + "</td></tr></table>" * 1_000),
    "a title of 200,000 letters": lambda: page(BODY, f'<meta property="og:title" content="{"a b " * 50_000}">'),
    "20,000 meta tags": lambda: page(BODY, '<meta property="article:tag" content="x">' * 20_000),
    "a million attributes on one tag": lambda: many_attributes(1_000_000),
    "40,000 attributes on each of five tags": lambda: many_attributes(40_000) + many_attributes(40_000) * 4,
    "JSON-LD that is a program": lambda: linked("var a = {'@type': 'NewsArticle'}; alert(1)"),
    "JSON-LD that breaks off": lambda: linked('{"@type": "NewsArticle", "headline": "Ambon'),
    "JSON-LD a list": lambda: linked('[[], 1, null, {"@type": ["NewsArticle"], "author": [[], {"name": 1}]}]'),
    "JSON-LD nested in @graph": lambda: linked('{"@graph": [{"@graph": [{"@type": "NewsArticle", "author": null}]}]}'),
    "JSON-LD 50,000 deep": lambda: linked("[" * 50_000),
    "JSON-LD with 100,000 digits": lambda: linked('{"@type": "NewsArticle", "wordCount": ' + "9" * 100_000 + "}"),
    "JSON-LD of wrong types": lambda: linked(
        '{"@type": "NewsArticle", "headline": {"a": []}, "datePublished": [1], "publisher": "x", "keywords": {}}'
    ),
}
"""Pages whose story can be had, by what is wrong with them."""


REFUSED: dict[str, Callable[[], str]] = {
    "50 MB": lambda: page(BODY + "<p>Kota Ambon menang lagi. </p>" * 1_850_000),
    "a word of 11 MB": lambda: page(BODY) + "a" * 11_000_000,
}
"""Pages that are longer than any story's, by what is wrong with them."""
