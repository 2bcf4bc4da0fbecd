"""Which of two readings is the story, where they differ."""

from extractor.clean.reading.candidates import rendered
from extractor.clean.reading.choice import choose
from extractor.clean.tree import parse

FERRY = (
    "The ferry ran aground on a sandbank at the mouth of the Teal on Wednesday morning with 64 people on board, and "
    "all of them were taken off by two fishing boats within an hour, as the harbour office said at noon.",
    "The captain told the office that the buoy which marks the channel was not where the chart has it. The office said "
    "that it had moved in a gale, and that a notice was sent to all ships.",
)
TITLE = "Ferry Aground at Teal"
REMARKS = "".join(
    f"<div><b>pip {n}</b><div>I lived there for {n} years; nothing has changed.</div></div>" for n in range(25)
)


def chosen(page: str) -> str:
    tree = parse(f"<html><body><h3>{TITLE}</h3>{page}</body></html>")
    return choose(tree, rendered("density", [tree.get_element_by_id("d")], title=TITLE), TITLE, None)[0].text.strip()


def test_comments_are_not_taken_for_the_story_above_them() -> None:
    lines = "<br><br>".join(FERRY)
    assert chosen(f"<div id=d>{lines}</div><div><h3>25 комментариев</h3>{REMARKS}</div>") == "\n\n".join(FERRY)
