"""Drafts: what is cut is on record with the place where it stood, and what stays is what stood there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import Removed
from extractor.clean.drafts import Cut, Draft, finish


def cut_out(text: str, *pieces: str) -> Draft:
    return Draft(text, tuple(Cut(text.index(piece), text.index(piece) + len(piece), "link") for piece in pieces))


@pytest.mark.parametrize(
    ("text", "pieces", "expected", "at"),
    [
        ("Satu.\n\nBaca juga: X\n\nDua.", ["Baca juga: X\n"], "Satu.\n\nDua.", [7]),
        ("Satu. Baca: X Dua.", ["Baca: X"], "Satu. Dua.", [6]),
        ("Iklan\n\nSatu.", ["Iklan\n"], "Satu.", [0]),
        ("Satu.\n\nIklan", ["Iklan"], "Satu.", [5]),
        ("- Satu\nIklan\n- Dua", ["Iklan\n"], "- Satu\n- Dua", [7]),
        ("Satu.\n\nA\n\nB\n\nDua.", ["A\n", "B\n"], "Satu.\n\nDua.", [7, 7]),
        ("A\n\nB", ["A\n", "B"], "", [0, 0]),
    ],
)
def test_a_cut_leaves_the_white_space_of_a_story(text: str, pieces: list[str], expected: str, at: list[int]) -> None:
    story, removed = finish(cut_out(text, *pieces), tidy=True)
    assert (story, [piece.at for piece in removed]) == (expected, at)


def test_what_is_not_tidied_stays_character_for_character() -> None:
    story, removed = finish(cut_out("Satu.  \n\n\nIklan\nDua. \n", "Iklan\n"), tidy=False)
    assert (story, removed) == ("Satu.  \n\n\nDua. \n", (Removed(10, "Iklan", "link"),))


def test_a_cut_inside_another_is_one_removal() -> None:
    _, removed = finish(Draft("Satu. Baca juga: X", (Cut(6, 18, "box"), Cut(11, 18, "link"))), tidy=True)
    assert removed == (Removed(5, "Baca juga: X", "box"),)


@given(st.text(alphabet="ab \n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_nothing_but_white_space_is_lost_and_offsets_lie_in_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    cuts = tuple(Cut(min(a, len(text)), min(b, len(text)), "x") for a, b in spans if a <= b)
    story, removed = finish(Draft(text, cuts), tidy=True)
    said = [story, *(piece.text for piece in removed)]
    assert sorted("".join("".join(said).split())) == sorted("".join(text.split()))
    assert all(0 <= piece.at <= len(story) for piece in removed)
    assert [piece.at for piece in removed] == sorted(piece.at for piece in removed)


def test_a_draft_of_which_nothing_is_left_ends_in_linear_time() -> None:
    pieces, started = 60_000, time.process_time()
    cuts = tuple(Cut(3 * number, 3 * number + 1, "share") for number in range(pieces))
    text, removed = finish(Draft("x\n\n" * pieces, cuts), tidy=True)
    assert (text, len(removed), {piece.at for piece in removed}) == ("", pieces, {0})
    assert time.process_time() - started < 3


def test_lines_end_where_a_cut_begins_too() -> None:
    assert Draft("Satu dua.Tiga\n\nEmpat", (Cut(9, 13, "link"),)).lines == ["Satu dua.", "Tiga", "Empat"]
