"""What each database makes in its own words beside the tables: the search index, and the guard of decisions."""

SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search USING fts5(title, text, words, tokenize=\"unicode61 remove_diacritics 0\")",
    ),
    "postgresql": (
        "CREATE TABLE search (text_id INTEGER NOT NULL CONSTRAINT pk_search PRIMARY KEY"
        " CONSTRAINT fk_search_text_id_texts REFERENCES texts (id),"
        " title TEXT NOT NULL, text TEXT NOT NULL, stems TSVECTOR NOT NULL, words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_stems ON search USING gin (stems)",
        "CREATE INDEX ix_search_words ON search USING gin (words)",
    ),
}
"""The search index, which each database makes in its own way: one row for the current text of each article.

`title` and `text` hold their words as extractor/store/tokens.py makes them, stemmed, with a space between; `words` are
the words as printed, each once, which prefixes are looked up in. The row's number is the text's id: `rowid` on SQLite.
"""

ONLY_ADDED_TO = {
    "sqlite": tuple(
        f"CREATE TRIGGER decisions_stay_{what} BEFORE {what} ON decisions"
        " BEGIN SELECT RAISE(ABORT, 'decisions are never changed and never deleted'); END"
        for what in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        "CREATE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'decisions are never changed and never deleted'; END $$",
        "CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions"
        " FOR EACH STATEMENT EXECUTE FUNCTION decisions_stay()",
    ),
}
"""What holds people's decisions: the database refuses to change or delete one, whoever asks."""
