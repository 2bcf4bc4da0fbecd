"""What comes first below a headline is the story, what comes far behind is comments, a notice or a footer."""

import pytest

from extractor.clean.reading.candidates import rendered
from extractor.clean.reading.headline import is_first_below
from extractor.clean.tree import parse

STORY = "<div id=a><p>The ferry ran aground on a sandbank at the mouth of the Teal on Wednesday.</p></div>"
NOTE = "<div id=b><p>All rights reserved. The Post is not responsible for what other sites print.</p></div>"


@pytest.mark.parametrize(
    ("page", "title", "expected"),
    [
        (f"<h1>Ferry Aground</h1>{STORY}{NOTE}", "Ferry aground", True),
        (f"<title>Ferry Aground | The Post</title><h1>Ferry Aground</h1>{STORY}{NOTE}", "Sign up", True),
        (f"<h2>Ferry Aground</h2>{STORY}{NOTE}", "Ferry aground", True),
        (f"<h1>Ferry Aground</h1>{NOTE}{STORY}", "Ferry aground", False),
        (f"{STORY}<h1>Ferry Aground</h1>{NOTE}", "Ferry aground", False),
        (f"<h1>The Post</h1>{STORY}{NOTE}", "Ferry aground", False),
        (f"{STORY}{NOTE}", None, False),
        ("<h2>Ferry Aground</h2><div id=a><i>1</i><div id=b><p>Ran aground.</p></div></div>", "Ferry aground", False),
    ],
)
def test_the_story_is_the_first_below_the_headline(page: str, title: str | None, expected: bool) -> None:
    tree = parse(f"<html><body>{page}</body></html>")
    one, other = (rendered("density", [tree.get_element_by_id(name)]) for name in ("a", "b"))
    assert is_first_below(tree, title, one, other) is expected
