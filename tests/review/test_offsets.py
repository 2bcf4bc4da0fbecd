import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.review.offsets import from_utf16, in_code_points, to_utf16, unit_of

TEXTS = st.text(st.sampled_from("ab \r\n😀👨‍👩‍👧é́̈中\u2028\U0001f1ee\U0001f1e9"), max_size=30)


@given(TEXTS, st.data())
def test_code_points_and_code_units_lead_back_to_each_other(text: str, data: st.DataObject) -> None:
    offsets = data.draw(st.lists(st.integers(0, len(text)), max_size=5))
    units = to_utf16(text, offsets)
    assert from_utf16(text, units) == offsets
    encoded = text.encode("utf-16-le", "surrogatepass")
    assert [encoded[: 2 * unit].decode("utf-16-le", "surrogatepass") for unit in units] == [text[:o] for o in offsets]


@pytest.mark.parametrize(("text", "offset"), [("😀", 1), ("a", 2), ("a", -1)], ids=["within", "behind", "before"])
def test_what_begins_no_letter_is_refused(text: str, offset: int) -> None:
    with pytest.raises(ValueError, match="no letter begins"):
        from_utf16(text, [offset])


@pytest.mark.parametrize(
    ("span", "unit", "found"),
    [
        ((2, 4), "code points", (2, 4)),
        ((3, 5), "UTF-16", (2, 4)),
        ((2, 3), "UTF-16", None),
        ((3, 3), "code points", None),
        ((4, 3), "code points", None),
        ((3, 9), "code points", None),
    ],
)
def test_a_span_in_code_points(span: tuple[int, int], unit: str, found: object) -> None:
    assert in_code_points("a😀bcd", span, unit) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ([((2, 4), "bc")], "code points"),
        ([((3, 5), "bc")], "UTF-16"),
        ([((0, 1), "a"), ((3, 5), "bc")], "UTF-16"),
        ([((2, 4), None)], "code points"),
        ([((2, 4), "xx")], None),
        ([((2, 4), "bc"), ((3, 5), "bc")], None),
        ([], "code points"),
    ],
)
def test_the_words_tell_the_unit(told: list[tuple[tuple[int, int], str | None]], unit: str | None) -> None:
    assert unit_of("a😀bcd", told) == unit


def test_line_ends_as_the_editor_writes_them_are_white_space() -> None:
    assert unit_of("a\r\nb", [((0, 4), "a\\n\\nb")]) == "code points"
