"""The setting of a claim: which award, its edition, its level and scope.

Each is looked for near the award's name, then in the sentence, then in what was said before, then in the whole story.
"""

from collections import Counter
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.editions import audited, edition_of
from extractor.assemble.levels import level_near, level_of
from extractor.assemble.mentions import Mention, Scene, Sentence

_LEAD, _LEADS = 4, 2
"""Of an award's mentions the first, whose latest edition is the story's own; the sentences of a story's lead."""


class Setting(NamedTuple):
    """What is known of an award at one place of the story."""

    award: str
    edition: int | None
    level: str | None
    scope: str | None


def settings_of(story: Story, sentence: Sentence) -> list[tuple[Mention, Setting]]:
    """The awards that a sentence names, each with the edition, level and scope that stand by it."""
    return [
        (award, Setting(award.value, edition_of(story, sentence, award), *level_of(sentence, award)))
        for award in sentence.of("award")
    ]


def main_settings(story: Story, scene: Scene) -> dict[str, Setting]:
    """By award, what the story says of it where it names it: the latest edition of its first mentions, the
    commonest level and scope; for the first award the level that the lead says, unless it has a level of its own.
    """
    named = [setting for sentence in scene.having("award") for _, setting in settings_of(story, sentence)]
    leads = (sentence for number in range(_LEADS) if (sentence := scene.sentence(number)) and sentence.of("level"))
    leading = next((level_near(sentence, sentence.start)[0] for sentence in leads), None)
    mains: dict[str, Setting] = {}
    for award in dict.fromkeys(setting.award for setting in named):
        of = [setting for setting in named if setting.award == award]
        edition = max((setting.edition for setting in of[:_LEAD] if setting.edition), default=None)
        edition = edition or next((setting.edition for setting in of if setting.edition), None)
        known = story.patterns.awards.get(award)
        if edition is None and known and known.edition_words:
            edition = audited(story.units, scene, known.edition_words)
        level = commonest([setting.level for setting in of])
        if level is None and not mains and not (known and known.level):
            level = leading
        mains[award] = Setting(award, edition, level, commonest([setting.scope for setting in of]))
    return mains


def commonest(values: list[str | None]) -> str | None:
    """The value met most often, the first of equals; None where there is none."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None
