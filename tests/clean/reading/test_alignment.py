"""What another reader left out and is story none the less, by the lines around it that were kept."""

import pytest

from extractor.clean.reading.alignment import aligned
from extractor.clean.reading.candidates import rendered
from extractor.clean.tree import parse

OPENING = "The ferry ran aground on a sandbank at the mouth of the Teal on Wednesday with 64 people on board."
CAPTAIN = "The captain told the harbour office that the buoy was not where the chart has it, by a hundred metres."
TUG = "A tug is to pull the ferry free at high water, and until then the company carries passengers by bus."
HEAD = "What the captain says"


def story(markup: str, left_out: str) -> str:
    """The text of a page's story of which another reader kept all lines but one."""
    tree = parse(f"<body><main id=m>{markup}</main></body>")
    whole = rendered("density", [tree.get_element_by_id("m")], title="Ferry aground")
    shares = [float(left_out not in whole.draft.text[line.start : line.end]) for line in whole.lines]
    found = aligned(whole, shares)
    assert found is not None
    assert shares.count(0.0) == 1
    return found.text


@pytest.mark.parametrize(
    ("markup", "left_out"),
    [
        (
            f"<div class=leaf><p class='b c'>{OPENING}</p></div><div class=b>{CAPTAIN}</div><div class=b>{TUG}</div>",
            OPENING,
        ),
        (
            f"<div data-a=1><div class=x1>{OPENING}</div></div><div data-a=1><div class=x2>{CAPTAIN}</div></div>",
            OPENING,
        ),
        (f"<p>{OPENING}</p><h2>{HEAD}</h2><figure><figcaption>A tug</figcaption></figure><p>{CAPTAIN}</p>", HEAD),
        (f"<p>{OPENING}</p><details><summary>{HEAD}</summary><div><p>{CAPTAIN}</p></div></details>", HEAD),
        (f"<p>{OPENING}</p><section><h3>{HEAD}</h3><div><p>{CAPTAIN}</p></div></section>", HEAD),
        (f"<p>{OPENING}</p><h2>{HEAD} <i class=mw-editsection>[<a>edit this part</a>]</i></h2><p>{CAPTAIN}</p>", HEAD),
        (f"<p>{OPENING}</p><figure><blockquote><p>{CAPTAIN}</p></blockquote></figure><p>{TUG}</p>", CAPTAIN),
        (
            f"<p>{OPENING}</p><ul><li><a href=/1>The last ferry cat</a>: bring a handkerchief, {HEAD} or not.</li></ul>"
            f"<p>{TUG}</p>",
            HEAD,
        ),
    ],
)
def test_what_was_left_out_of_a_story_comes_back(markup: str, left_out: str) -> None:
    assert left_out in story(markup, left_out)


@pytest.mark.parametrize(
    ("markup", "left_out"),
    [
        (
            f"<section><video src=a></video><p>{OPENING}</p></section><section><div><p>{CAPTAIN}</p></div></section>",
            OPENING,
        ),
        (
            f"<div class=card><p class=x>{OPENING}</p></div><div><p class=b>{CAPTAIN}</p><p class=b>{TUG}</p></div>",
            OPENING,
        ),
        (f"<header><h2>{HEAD}</h2></header><div><p>{OPENING}</p><p>{CAPTAIN}</p></div>", HEAD),
        (f"<div><p>{OPENING}</p><p>{CAPTAIN}</p></div><section><h3>{HEAD}</h3></section>", HEAD),
        (f"<div><p>{OPENING}</p><h3><a href=/x>{HEAD}</a></h3><p>{CAPTAIN}</p></div>", HEAD),
        (f"<p>{OPENING}</p><ul><li><a href=/1>{HEAD} and what he does not</a> 3 May</li></ul><p>{TUG}</p>", HEAD),
    ],
)
def test_what_stands_beside_a_story_stays_out(markup: str, left_out: str) -> None:
    assert left_out not in story(markup, left_out)
