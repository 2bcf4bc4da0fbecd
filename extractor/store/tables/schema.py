"""What all tables belong to, and how what belongs to them is named; what each database makes in its own words."""

from sqlalchemy import DDL, MetaData, Text, event

from extractor.store.statements import ONLY_ADDED_TO, SEARCH

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables of the store, once extractor.store.tables is imported."""

BYTEWISE = Text().with_variant(Text(collation="C"), "postgresql")
"""Texts in the order of their bytes on both databases."""

for _own in (SEARCH, ONLY_ADDED_TO):
    for _dialect, _statements in _own.items():
        for _statement in _statements:
            event.listen(metadata, "after_create", DDL(_statement).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]
