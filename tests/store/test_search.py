"""Full text search finds what a query asks for, the same on both databases."""

import random
import time
from collections.abc import Iterator
from functools import cache

import pytest
from sqlalchemy import Connection, select, text

from extractor.store import Store
from extractor.store.queries import Query, QueryError, read_query
from extractor.store.search import Filters, Found, Hit, index_text, search, unindex
from extractor.store.snippets import snippet
from extractor.store.tables import articles, pattern_sets, regions, runs, texts
from extractor.store.tokens import tokens
from tests.store.conftest import server_or_skip
from tests.store.corpus import kept

STORIES = (
    # key, title, day, story
    ("a", "Kota Jambi Raih Paritrana Award", "2025-08-12", "Wali Kota Jambi menerima penghargaan itu Jum'at lalu."),
    ("b", "Penghargaan UHC", "2025-08-12T09:30:00+07:00", "Sebanyak 1.316 pekerja rentan di Kota Solok terdaftar."),
    ("c", "Nominasi", "2024-01-05", "Kota Solok masuk nominasi; wali nagari dan kota lain tidak."),
    ("d", None, None, "Bupati memberi jaminan kepada para pekerja."),
)


def put(
    connection: Connection, key: str, title: str | None, published: str | None, story: str, version: int = 1
) -> int:
    """Write an article with one text, or another version of its text, and index it; the text's number."""
    if not connection.execute(select(pattern_sets).where(pattern_sets.c.version == "0" * 16)).first():
        connection.execute(pattern_sets.insert(), {"version": "0" * 16, "files": {}})
    if not connection.execute(select(runs.c.id)).first():
        run = {"id": 1, "command": "ingest", "patterns": "0" * 16, "started": "2026-11-22T03:20:00Z"}
        connection.execute(runs.insert(), run)
    found = connection.execute(select(articles.c.id).where(articles.c.key == key)).scalar()
    named = {"key": key, "outlet": f"Koran {key.upper()}", "site": f"{key}.example", "run_id": 1}
    article = found or connection.execute(articles.insert().returning(articles.c.id), named).scalar_one()
    row = {"article_id": article, "hash": f"{key}{version}", "version": version, "source": key, "title": title}
    row |= {"published": published, "advertorial": False, "tags": [], "conflicts": [], "words": 1, "text": story}
    row |= {"patterns": "0" * 16, "run_id": 1}
    number = connection.execute(texts.insert().returning(texts.c.id), row).scalar_one()
    connection.execute(articles.update().where(articles.c.id == article), {"text_id": number})
    index_text(connection, number, title, story)
    return int(number)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the stories, on each database."""
    server = server_or_skip() if request.param == "postgresql" else None
    name = server.database() if server else None
    where = server.url(name) if server and name else tmp_path_factory.mktemp("told") / "store.sqlite"
    with Store(where) as store:
        store.create()
        with store.writing() as connection:
            for key, title, day, story in STORIES:
                put(connection, key, title, day, story)
        yield store
    if server and name:
        server.drop(name)


@pytest.fixture
def stories(told: Store) -> Iterator[Connection]:
    """The stories, in a transaction of which nothing is kept."""
    with told.engine.execution_options(begin="BEGIN IMMEDIATE").connect() as connection:
        yield connection
        connection.rollback()


def keys(found: Found) -> str:
    return "".join(hit.key for hit in found.hits)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kota", "abc"),
        ("KOTA", "abc"),
        ('"wali kota"', "a"),
        ('"kota jambi"', "a"),
        ('"award wali"', ""),  # the title's last word and the story's first
        ("wali kota", "ac"),
        ("kota -nominasi", "ab"),
        ('kota -"kota solok"', "a"),
        ("menjamin", "d"),
        ("1.316", "b"),
        ("1316", "b"),
        ("316", ""),
        ("uhc", "b"),
        ("jumat", "a"),
        ("nomin*", "c"),
        ("pengharg*", "ab"),
        ("pekerj* -solok", "d"),
        ("kota -nomin*", "ab"),
        ("tidakada", ""),
        ("text kota", ""),  # the name of a column is a word like any other
        ("kota AND solok", ""),
        ("kota OR bupati", ""),
    ],
)
def test_a_query_finds_the_newest_first(stories: Connection, typed: str, found: str) -> None:
    hits = search(stories, typed)
    assert (keys(hits), hits.total) == (found, len(found))


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(outlet="Koran B"), "b"),
        (Filters(outlet="c.example"), "c"),
        (Filters(outlet="example"), ""),
        (Filters(since="2025-08-12"), "ab"),
        (Filters(until="2025-08-11"), "c"),
        (Filters(since="2024-01-05", until="2024-01-05"), "c"),
        (Filters(region="13"), "bc"),
        (Filters(region="13.72"), "b"),
        (Filters(region="1"), ""),
        (Filters(region="13", since="2025-01-01"), "b"),
    ],
)
def test_filters_hold_beside_the_words(stories: Connection, filters: Filters, found: str) -> None:
    numbers = {row.source: row.id for row in stories.execute(select(texts))}
    placed = [("a", "15.71"), ("b", "13.72"), ("c", "13")]
    told = {"position": 0, "level": "city", "name": "Kota", "spans": [[0, 1]], "pattern": "regions.named"}
    stories.execute(regions.insert(), [told | {"text_id": numbers[key], "code": code} for key, code in placed])
    assert keys(search(stories, "kota", filters)) == found


def test_pages_follow_each_other(stories: Connection) -> None:
    pages = [search(stories, "kota", limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [(keys(page), page.total) for page in pages] == [("ab", 3), ("c", 3), ("", 3)]


def test_another_version_takes_the_place_of_the_one_before(stories: Connection) -> None:
    put(stories, "a", "Judul lain", "2025-08-13", "Ralat: yang menang adalah Kota Bungo.", version=2)
    assert (keys(search(stories, "jambi")), keys(search(stories, "bungo"))) == ("", "a")


def test_a_text_can_be_taken_out_of_the_index(stories: Connection) -> None:
    unindex(stories, stories.execute(select(texts.c.id).where(texts.c.source == "a")).scalar_one())
    assert keys(search(stories, "kota")) == "bc"


@pytest.mark.parametrize("typed", ["", '"', "-kota", "k*", "kota " * 300])
def test_a_query_that_cannot_be_meant_is_refused(stories: Connection, typed: str) -> None:
    with pytest.raises(QueryError):
        search(stories, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "kota'; DELETE FROM texts; --",
        'kota" OR "1"="1',
        "NEAR(kota jambi, 5)",
        "kota) OR (solok",
        "title:kota {text}:kota ^kota + *",
        "kota & !jambi | <-> :* \\",
        "kota%_\\' \x00 \u202e \ud800",
    ],
)
def test_a_hostile_query_is_text(stories: Connection, typed: str) -> None:
    search(stories, typed)
    assert stories.execute(text("SELECT count(*) FROM texts")).scalar() == len(STORIES)


@pytest.mark.parametrize(
    "story", ["kata " * 300_000, "k" * 2_000_000, "\u0600 \U0001f600 " * 9_000, "'\"()*:&|!<->\\ kata"]
)
def test_a_hostile_text_is_indexed(store: Store, story: str) -> None:
    with store.writing() as connection:
        put(connection, "x", story[:10_000], "2025-01-01", story)
        words = [token.word for token in tokens(story)][:1]
        assert [keys(search(connection, word)) for word in words] == ["x"] * len(words)


def test_a_phrase_is_found_far_into_a_long_text(store: Store) -> None:
    with store.writing() as connection:
        put(connection, "x", None, None, "satu kata " * 20_000 + "kabar gembira")
        assert [keys(search(connection, typed)) for typed in ('"kabar gembira"', '"gembira kabar"')] == ["x", ""]


def asked_of(articles: list[tuple[str, str]], chance: random.Random) -> str:
    """A query of words that some article holds, whole, cut short, in a row, or not wanted."""
    said = [token.word for part in chance.choice(articles) for token in tokens(part)]
    terms = []
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(said) - 3)
        term = chance.choice([said[at], f"{said[at][:3]}x*", f"{said[at]}*", f'"{" ".join(said[at : at + 3])}"'])
        terms.append(chance.choice(["", "", "", "-"]) + term)
    return " ".join(terms)


def holds(query: Query, parts: tuple[str, str]) -> bool:
    """Whether an article answers a query, worked out without any database."""
    stems, words = spelled(parts)

    def stands(phrase: tuple[str, ...]) -> bool:
        return any(f" {' '.join(phrase)} " in part for part in stems)

    def begins(prefix: str) -> bool:
        return any(word.startswith(prefix) for word in words)

    wanted = all(map(stands, query.phrases)) and all(map(begins, query.prefixes))
    return wanted and not any(map(stands, query.without_phrases)) and not any(map(begins, query.without_prefixes))


@cache
def spelled(parts: tuple[str, str]) -> tuple[list[str], set[str]]:
    """The stems of each part in a row, and all words."""
    stems = [f" {' '.join(token.stem for token in tokens(part))} " for part in parts]
    return stems, {token.word for part in parts for token in tokens(part)}


def test_random_queries_over_the_corpus_find_the_same_on_any_database(store: Store) -> None:
    articles = [one["article"] for one in kept()]
    told = {f"{number:03}": (one["title"] or "", one["text"]) for number, one in enumerate(articles)}
    chance = random.Random(20261122)
    typed = [query for query in (asked_of(list(told.values()), chance) for _ in range(150)) if is_meant(query)]
    with store.writing() as connection:
        for key, (title, story) in told.items():
            put(connection, key, title, None, story)
        found = {query: {hit.key for hit in search(connection, query, limit=1_000).hits} for query in typed}
    wanted = {query: {key for key, parts in told.items() if holds(read_query(query), parts)} for query in typed}
    assert found == wanted
    assert sum(map(bool, wanted.values())) > len(typed) // 3  # the queries are not idle


def is_meant(typed: str) -> bool:
    try:
        return bool(read_query(typed))
    except QueryError:
        return False


def marked(text: str, typed: str) -> str:
    shown = snippet(text, read_query(typed))
    said = shown.text
    for start, end in reversed(shown.marks):
        said = f"{said[:start]}[{said[start:end]}]{said[end:]}"
    return said


FILLED = "Kata pengisi saja. " * 20


@pytest.mark.parametrize(
    ("story", "typed", "shown"),
    [
        ("Wali Kota\nJambi menerima penghargaan.", "jambi harga", "Wali Kota [Jambi] menerima [penghargaan]."),
        ("Wali Kota, Jambi.", '"kota jambi"', "Wali [Kota], [Jambi]."),
        ("Kota Solok dan Kota Jambi.", '"kota jambi"', "Kota Solok dan [Kota] [Jambi]."),
        ("Kota Jambi.", "bungo", "Kota Jambi."),
        ("!?", "jambi", ""),
    ],
)
def test_a_snippet_marks_the_words_that_were_searched_for(story: str, typed: str, shown: str) -> None:
    assert marked(story, typed) == shown


def test_a_snippet_stands_where_most_of_the_words_stand() -> None:
    story = f"Jambi. {FILLED} Jambi dan Bungo menang. {FILLED}"
    shown = marked(story, "jambi bungo")
    assert shown.startswith("…")
    assert "[Jambi] dan [Bungo] menang" in shown
    assert shown.endswith("…")


def test_a_thousand_articles_are_searched_in_a_twentieth_of_a_second(store: Store) -> None:
    stories = [one["article"]["text"].split() for one in kept()]
    chance = random.Random(1)
    with store.writing() as connection:
        for number in range(1_000):
            said = chance.choice(stories)
            put(connection, f"k{number}", None, "2025-01-01", " ".join(chance.sample(said, min(len(said), 150))))
    with store.reading() as connection:
        taken = [seconds(connection, typed) for typed in ("pekerja rentan", '"wali kota"', "kota -bupati", "peng*") * 3]
    assert sorted(taken)[len(taken) // 4] < 0.05  # others may be at work on the machine


def seconds(connection: Connection, typed: str) -> float:
    begun = time.perf_counter()
    assert search(connection, typed).total
    return time.perf_counter() - begun


def test_what_was_found_says_where_it_stands(stories: Connection) -> None:
    hit = search(stories, "bupati").hits[0]
    assert hit == Hit("d", None, "Koran D", "d.example", None, None, "d", snippet(STORIES[3][3], read_query("bupati")))
