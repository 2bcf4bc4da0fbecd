"""The narrative: the sentences in order, each read in the light of what the story said before it.

A sentence that names no award speaks of the last one named, if it speaks of places, categories or awards at all; the
lines of a list take their outcome and category from its head and headings.
"""

from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.claims import Claim, groups, read_group
from extractor.assemble.lists import ListState, is_heading, is_item, mentions_rank_order, opens_list, place_by_mark, under_heading
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.recipients import bare_name
from extractor.assemble.setting import Setting, sentence_edition, settings_of
from extractor.facts import Facts

_MEMORY = 8
"""Sentences after which an award that was named is no longer spoken of."""


class Told(NamedTuple):
    """A claim, the award that it is about, and what stands by it."""

    claim: Claim
    setting: Setting
    own_edition: bool
    date: str | None
    history: bool


class Narrator:
    """Reads a story's sentences in order and remembers the award, the list and the category that they are in."""

    def __init__(self, story: Story, facts: Facts) -> None:
        self.story, self.facts = story, facts
        self.told: list[Told] = []
        self.setting: Setting | None = None
        self.named_at = -_MEMORY
        self.list: ListState | None = None
        self.outcome: str | None = None

    def read(self, scene: list[Sentence]) -> list[Told]:
        """All claims of the story, in order."""
        for sentence in scene:
            self._read(sentence)
        return self.told

    def _read(self, sentence: Sentence) -> None:
        settings = settings_of(self.story, self.facts, sentence)
        if settings:
            self.setting, self.named_at = settings[-1][1], sentence.number
        if self.list is not None:
            if is_item(self.story, sentence):
                return self._read_item(sentence)
            self.list = None
        if self._is_told(sentence, bool(settings)):
            self._read_running(sentence, settings)
        if opens_list(self.story, sentence):
            self._open_list(sentence)
        return None

    def _is_told(self, sentence: Sentence, named: bool) -> bool:
        """Whether a sentence speaks of an award: it names one, or follows one and speaks of places or awards."""
        if named:
            return True
        if self.setting is None or sentence.number - self.named_at > _MEMORY:
            return False
        if sentence.of("rank", "category", "shortlist"):
            return True
        units = self.story.units
        return any(units.has(unit, "award_nouns") for unit in range(sentence.start, sentence.end)) or any(
            mention.value["outcome"] == "nominee" for mention in sentence.of("trigger")
        )

    def _read_running(self, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> None:
        outcome = None
        for group in groups(self.story.units, sentence):
            claims = read_group(self.story, sentence, group, outcome)
            for claim in claims:
                outcome = claim.outcome
                self._tell(claim, self._setting_at(claim, settings), sentence)

    def _setting_at(self, claim: Claim, settings: list[tuple[Mention, Setting]]) -> Setting:
        """The award of a claim: the one of its sentence that stands nearest to its words."""
        if not settings:
            assert self.setting is not None
            return self.setting
        first, last = claim.units[0][0], claim.units[-1][1]
        return min(settings, key=lambda pair: max(pair[0].start - last, first - pair[0].end, 0))[1]

    def _open_list(self, sentence: Sentence) -> None:
        outcome = next((told.claim.outcome for told in self.told[-1:] if told.claim.at == sentence.number), None)
        for mention in sentence.of("trigger"):
            outcome = outcome if outcome == "nominee" else mention.value["outcome"]
        ranked = mentions_rank_order(self.story, sentence)
        if self.setting is not None and sentence.number - self.named_at <= _MEMORY:
            category = next((mention.value for mention in sentence.of("category")), None)
            self.list = ListState(outcome, category, None, ranked)

    def _read_item(self, sentence: Sentence) -> None:
        assert self.list is not None and self.setting is not None
        if is_heading(self.story, sentence):
            self.list = under_heading(self.story, sentence, self.list)
            return
        before = len(self.told)
        for group in groups(self.story.units, sentence):
            for claim in read_group(self.story, sentence, group, self.list.outcome):
                self._tell_item(claim, sentence)
        if len(self.told) == before and self.list.outcome and not sentence.of("recipient"):
            self._read_bare_item(sentence)

    def _read_bare_item(self, sentence: Sentence) -> None:
        start = sentence.start + (1 if sentence.mark else 0)
        name = bare_name(self.story.units, start, sentence.end)
        if name and name.end >= sentence.end - 2:
            assert self.list is not None
            claim = Claim(name.value, str(self.list.outcome), None, None, None, sentence.number, ((name.start, name.end),), "records.list")
            self._tell_item(claim, sentence)

    def _tell_item(self, claim: Claim, sentence: Sentence) -> None:
        assert self.list is not None and self.setting is not None
        rank = claim.rank or self.list.rank or place_by_mark(sentence, self.list)
        self._tell(claim._replace(rank=rank, category=claim.category or self.list.category), self.setting, sentence)

    def _tell(self, claim: Claim, setting: Setting, sentence: Sentence) -> None:
        own = sentence_edition(self.story.units, sentence, claim.units[0][0])
        named = any(mention.value == setting.award for mention in sentence.of("award"))
        edition = setting.edition if named and setting.edition else own or setting.edition
        dates = sentence.of("date")
        date = str(dates[0].value) if len({mention.value for mention in dates}) == 1 else None
        told = Told(claim, setting._replace(edition=edition), edition is not None, date, bool(own and own != setting.edition))
        self.told.append(told)
