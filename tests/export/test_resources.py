import pytest

from extractor.export.fields import TYPES, Field, Resource
from extractor.export.resources import FACTS, KEYS, RECORDS, RESOURCES
from extractor.export.scores import held_out, measured
from extractor.review.identity import FIELDS

FIELD_ROWS = [(resource, field) for resource in RESOURCES for field in resource.fields]
IDS = [f"{resource.name}.{field.name}" for resource, field in FIELD_ROWS]


@pytest.mark.parametrize("field", [field for _, field in FIELD_ROWS], ids=IDS)
def test_a_field_says_what_it_is(field: Field) -> None:
    assert field.type in TYPES
    assert field.meaning.endswith(".")
    assert field.refers is None or field.refers in KEYS
    assert field.measured is None or measured(field.measured)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_a_table_has_a_key_and_each_name_once(resource: Resource) -> None:
    assert resource.key in resource.names
    assert len(set(resource.names)) == len(resource.names)


@pytest.mark.parametrize("resource", FACTS, ids=lambda resource: resource.name)
def test_every_field_of_a_kind_leaves(resource: Resource) -> None:
    own = set(FIELDS[str(resource.kind)])
    if resource is RECORDS:
        own |= {"recipient_type", "recipient_code"}
    assert own <= set(resource.names)


def test_every_attribute_that_is_measured_stands_in_the_codebook() -> None:
    names = {field.measured for _, field in FIELD_ROWS}
    assert set(held_out()["attributes"]) <= names
    assert set(held_out()["kinds"]) - {"all", "records, strict"} <= names


def test_neither_texts_nor_authors_nor_paths_have_a_field() -> None:
    names = {field.name for _, field in FIELD_ROWS}
    assert names.isdisjoint({"text", "author", "source", "path", "was"})
