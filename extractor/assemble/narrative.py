"""The narrative: the sentences in order, each read in the light of what the story said before it.

A sentence that names no award speaks of the last one named, if it speaks of places, categories or awards at all; the
lines of a list take their outcome and category from its head and headings.
"""

from collections import Counter
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.categories import fits
from extractor.assemble.claims import Claim, nearest_award, outcome_of, read_group
from extractor.assemble.grouping import groups
from extractor.assemble.lists import (
    ListState,
    is_heading,
    is_item,
    item_category,
    mentions_rank_order,
    opens_list,
    place_by_mark,
    under_heading,
)
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.bare import bare_name
from extractor.assemble.editions import sentence_edition
from extractor.assemble.levels import level_near
from extractor.assemble.setting import Setting, settings_of
from extractor.assemble.tables import Header, is_row, read_columns, read_header, read_row
from extractor.facts import Recipient

_MEMORY = 8
"""Sentences after which an award that was named is no longer spoken of."""
_NEAR = 4


class Told(NamedTuple):
    """A claim, the award that it is about, and the day that stands in its sentence, if one does."""

    claim: Claim
    setting: Setting
    date: str | None


class Announced(NamedTuple):
    """What a sentence says of some whom it only counts: "tiga daerah masuk tiga besar"."""

    at: int
    outcome: str
    shortlist: int | None
    category: str | None


class Narrator:
    """Reads a story's sentences in order and remembers the award, the list and the category that they are in."""

    def __init__(self, story: Story, mains: dict[str, Setting]) -> None:
        self.story, self.mains = story, mains
        self.told: list[Told] = []
        self.setting: Setting | None = None
        self.named_at = -_MEMORY
        self.list: ListState | None = None
        self.announced: Announced | None = None
        self.mood: tuple[int, str] | None = None
        self.pending: tuple[int, str] | None = None
        self.stage_day: str | None = None
        self.topic: Mention | None = None
        self.header: Header | None = None
        self.columns: dict[Mention, Setting] = {}
        self.days: dict[str, str] = {}
        self.alone = True
        self.hero: Recipient | None = None

    def read(self, scene: list[Sentence]) -> list[Told]:
        """All claims of the story, in order."""
        heard = Counter(m.value for sentence in scene for m in sentence.of("recipient"))
        self.hero = heard.most_common(1)[0][0] if heard else None
        named = {m.value for sentence in scene for m in sentence.of("award") if m.pattern != "records.framed_open"}
        self.alone = len(named) < 2
        for sentence, following in zip(scene, [*scene[1:], None], strict=True):
            self._read(sentence, following)
        return self.told

    def _read(self, sentence: Sentence, following: Sentence | None) -> None:
        settings = [(mention, self._filled(setting)) for mention, setting in settings_of(self.story, sentence)]
        lasting = [
            setting for mention, setting in settings if self.setting is None or mention.pattern != "records.framed_open"
        ]
        if lasting:
            self.setting, self.named_at = lasting[-1], sentence.number
        elif self._has(sentence, "contests"):
            self.setting = None
        elif self.setting is not None:
            self.setting = self._now(self.setting, sentence)
        self._remember_day(sentence)
        if is_row(self.story.units, sentence):
            self._read_row(sentence)
            return
        self.header = None
        if self.list is not None:
            if is_item(self.story, sentence) and not (settings and sentence.mark is None):
                self._read_item(sentence, following)
                return
            self.list = None
        if self._is_told(sentence, bool(settings)):
            self._hear(sentence)
            self._read_running(sentence, settings)
        named = [*sentence.of("recipient"), *(m for m in sentence.of("place") if m.value.type == "company")]
        self.topic = next(iter(named), self.topic)
        headed = (
            bool(settings) and following is not None and following.mark is not None and is_item(self.story, sentence)
        )
        if headed or opens_list(self.story, sentence) or self._has(sentence, "list_heads"):
            self._open_list(sentence)

    def _remember_day(self, sentence: Sentence) -> None:
        """Remember the day that a sentence gives for a level: "menjuarai tingkat provinsi pada 7 Agustus 2025"."""
        days = {str(mention.value) for mention in sentence.of("date")}
        levels = {mention.value[0] for mention in sentence.of("level")}
        if len(days) == 1 and levels:
            self.days.setdefault(level_near(sentence, sentence.of("date")[0].start)[0] or "", days.pop())

    def _hear(self, sentence: Sentence) -> None:
        """Remember whether a sentence tells of winners or of nominees, and the one day on which a stage took place."""
        said = [mention.value["outcome"] for mention in sentence.of("trigger")]
        if said:
            self.mood = (sentence.number, "nominee" if "nominee" in said else "winner")
        days = {str(mention.value) for mention in sentence.of("date")}
        if len(days) == 1 and ("nominee" in said or self._has(sentence, "stage_words")):
            self.stage_day = days.pop()

    def _filled(self, setting: Setting) -> Setting:
        """A setting with what it does not say taken from what was said of the same award before, or in the whole story."""
        known = self.setting if self.setting and self.setting.award == setting.award else self.mains[setting.award]
        main = self.mains[setting.award]
        return Setting(
            setting.award,
            setting.edition or known.edition or main.edition,
            setting.level or known.level or main.level,
            setting.scope or known.scope or main.scope,
        )

    def _now(self, setting: Setting, sentence: Sentence) -> Setting:
        """A setting when the next sentence names no award: the story's own edition again, and the level that it says."""
        setting = setting._replace(edition=self.mains[setting.award].edition or setting.edition)
        heads = self._has(sentence, "list_heads") or opens_list(self.story, sentence)
        level, scope = level_near(sentence, sentence.start) if heads else (None, None)
        return setting._replace(level=level, scope=scope or setting.scope) if level else setting

    def _is_told(self, sentence: Sentence, named: bool) -> bool:
        """Whether a sentence speaks of an award: it names one, or follows one and speaks of places or awards."""
        if named:
            return True
        if not self._remembers(sentence):
            return False
        if sentence.of("rank", "category", "shortlist") or self._announced_for(sentence):
            return True
        nominee = any(mention.value["outcome"] == "nominee" for mention in sentence.of("trigger"))
        return (
            nominee
            or self._has(sentence, "award_nouns")
            or self._has(sentence, "rank_heads")
            or self._has(sentence, "consolations")
        )

    def _has(self, sentence: Sentence, name: str) -> bool:
        """Whether a word of the list `name` stands in a sentence."""
        return self.story.units.holds(name, sentence.start, sentence.end)

    def _remembers(self, sentence: Sentence) -> bool:
        """Whether an award that was named before may still be meant: the only one of the story always is."""
        return self.setting is not None and (self.alone or sentence.number - self.named_at <= _MEMORY)

    def _announced_for(self, sentence: Sentence) -> bool:
        """Whether the sentence lists those whom the one before counted: "Keempat pemda itu yakni A, B, C dan D"."""
        if self.announced is None or sentence.number - self.announced.at > 2:
            return False
        return self._has(sentence, "list_openers")

    def _read_running(self, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> None:
        announced = self.announced if self._announced_for(sentence) else None
        announced_outcome, before = announced.outcome if announced else None, len(self.told)
        earlier: str | None = None
        for group in groups(self.story.units, sentence):
            told = any(mention.sort in ("rank", "category") for mention in group)
            fallback = earlier or self._graded(sentence, group)
            for claim in read_group(
                self.story, sentence, group, announced_outcome or (fallback if told else None), self._topic(sentence)
            ):
                earlier = claim.outcome
                if not (announced or self._is_known(claim, sentence)):
                    continue
                if announced:
                    shortlist = announced.shortlist if claim.outcome == "nominee" else None
                    claim = claim._replace(
                        shortlist=claim.shortlist or shortlist, category=claim.category or announced.category
                    )
                self._tell(claim, self._setting_at(claim, sentence, settings), sentence)
        if len(self.told) == before:
            self._announce(sentence)

    def _topic(self, sentence: Sentence) -> Mention | None:
        """Whom a verb without a name speaks of: the one named last, or by a nickname the one whom the story is about."""
        units = self.story.units
        nicknamed = any(
            units.has(unit, "nickname_heads") and units.said(unit, unit + 2).istitle()
            for unit in range(sentence.start, sentence.end - 1)
        )
        if nicknamed and self.hero and self.topic:
            return self.topic._replace(value=self.hero)
        return self.topic

    def _graded(self, sentence: Sentence, group: list[Mention]) -> str | None:
        """The outcome for a group without a verb soon after another: a grade, or the next of a row of categories."""
        last = self.told[-1].claim if self.told else None
        if last and last.category and sentence.number - last.at == 1 and group[0].sort == "category":
            return last.outcome
        award = self.story.patterns.awards.get(self.setting.award) if self.setting else None
        grades = {grade.lower() for grade in award.predicates} if award else set()
        graded = any(mention.sort == "category" and mention.value.lower() in grades for mention in group)
        won = (
            any(told.claim.outcome == "winner" and told.setting.award == award.name for told in self.told)
            if award
            else False
        )
        return "winner" if graded and won else None

    def _announce(self, sentence: Sentence) -> None:
        """Remember what a sentence says of some whom it only counts: "tiga daerah masuk tiga besar"."""
        outcome = outcome_of(self.story, sentence)
        if outcome is None and sentence.of("award") and self._has(sentence, "stage_words"):
            outcome = "nominee"
        if outcome:
            shortlist = next((mention.value for mention in sentence.of("shortlist")), None)
            category = next((mention.value for mention in sentence.of("category")), None)
            self.announced = Announced(sentence.number, outcome, shortlist, category)
        elif sentence.of("category") and not sentence.of("recipient", "award"):
            self.pending = (sentence.number, sentence.of("category")[-1].value)

    def _is_known(self, claim: Claim, sentence: Sentence) -> bool:
        """Whether a claim may be made by a sentence that only says "penghargaan": of one already told, or of this award."""
        if sentence.of("award", "rank", "category", "shortlist") or claim.outcome == "nominee":
            return True
        if self._has(sentence, "consolations"):
            return True
        if any((told.claim.recipient, told.claim.outcome) == (claim.recipient, claim.outcome) for told in self.told):
            return True
        units = self.story.units
        return any(
            units.has(unit, "award_nouns")
            and units.words[unit + 1 : unit + 2] in (["ini"], ["itu"], ["tersebut"], ["serupa"], ["yang"])
            for unit in range(sentence.start, sentence.end)
        )

    def _setting_at(self, claim: Claim, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> Setting:
        """The award of a claim: the one of its sentence that stands nearest to its words."""
        if not settings:
            assert self.setting is not None
            return self.setting
        award = nearest_award(sentence, Mention("anchor", *claim.anchor, None))
        return next(setting for mention, setting in settings if mention is award)

    def _read_row(self, sentence: Sentence) -> None:
        """A line of a table: its header, or claims in the award that the story spoke of last."""
        units = self.story.units
        header = None if self.header else read_header(units, sentence)
        if header:
            self.header = header
            self.columns = {mention: self._filled(setting) for mention, setting in settings_of(self.story, sentence)}
        elif self.header and self.header.awards:
            grades = {
                name: frozenset(grade.lower() for grade in award.predicates)
                for name, award in self.story.patterns.awards.items()
            }
            for award, claim in read_columns(units, sentence, self.header, grades):
                self._tell(claim, self.columns[award], sentence)
            self._read_plain_row(sentence)
        else:
            self._read_plain_row(sentence)

    def _read_plain_row(self, sentence: Sentence) -> None:
        units = self.story.units
        if self.setting is not None:
            outcome = self.list.outcome if self.list else self._last_outcome(sentence)
            for claim in read_row(units, sentence, self.header, outcome or "winner"):
                self._tell(claim, self.setting, sentence)

    def _last_outcome(self, sentence: Sentence) -> str | None:
        """What was said of those whom the last sentences counted or named."""
        if self.announced and sentence.number - self.announced.at <= _NEAR:
            return self.announced.outcome
        last = self.told[-1].claim if self.told else None
        if last and sentence.number - last.at <= _NEAR:
            return last.outcome
        return self.mood[1] if self.mood and sentence.number - self.mood[0] <= _NEAR else None

    def _open_list(self, sentence: Sentence) -> None:
        if not self._remembers(sentence):
            return
        outcome = (
            outcome_of(self.story, sentence)
            or self._last_outcome(sentence)
            or ("winner" if sentence.of("award") else None)
        )
        category = next((mention.value for mention in sentence.of("category")), None)
        shortlist = next((mention.value for mention in sentence.of("shortlist")), None)
        days = {str(mention.value) for mention in sentence.of("date")}
        day = days.pop() if len(days) == 1 else None
        self.list = ListState(outcome, category, None, mentions_rank_order(self.story, sentence), shortlist, day)

    def _read_item(self, sentence: Sentence, following: Sentence | None) -> None:
        assert self.list is not None
        if is_heading(self.story, sentence, following):
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
            units = ((name.start, name.end),)
            category = next((mention.value for mention in sentence.of("category")), None)
            outcome = str(self.list.outcome)
            self._tell_item(
                Claim(name.value, outcome, None, None, category, sentence.number, units[0], units, "records.list"),
                sentence,
            )

    def _tell_item(self, claim: Claim, sentence: Sentence) -> None:
        assert self.list is not None and self.setting is not None
        state = self.list
        own = item_category(self.story, sentence) if claim.category is None and claim.rank is None else None
        filled = claim._replace(
            rank=claim.rank or state.rank or place_by_mark(sentence, state),
            category=claim.category or own or state.category,
            shortlist=claim.shortlist or (state.shortlist if claim.outcome == "nominee" else None),
        )
        self._tell(filled, self.setting, sentence)

    def _tell(self, claim: Claim, setting: Setting, sentence: Sentence) -> None:
        own = sentence_edition(self.story.units, sentence, claim.anchor)
        named = next(
            (found for mention, found in settings_of(self.story, sentence) if mention.value == setting.award), None
        )
        award = self.story.patterns.awards.get(setting.award)
        own = None if award and award.edition_words else own
        if own is None and setting.edition and self._has(sentence, "last_year"):
            own = setting.edition - 1
        edition = (named.edition if named else None) or own or setting.edition
        level, scope = level_near(sentence, claim.anchor[0])
        if level and level != setting.level:
            setting = setting._replace(level=level, scope=scope)
        dates = {mention.value for mention in sentence.of("date")}
        date = str(dates.pop()) if len(dates) == 1 else self.list.date if self.list else None
        if date is None and claim.outcome == "nominee":
            date = self.stage_day
        self.told.append(Told(self._in_category(claim, setting), setting._replace(edition=edition), date))

    def _in_category(self, claim: Claim, setting: Setting) -> Claim:
        """A claim that gives a further place in the category of the one just told has that category."""
        kind = claim.recipient.type
        if (
            claim.category is None
            and self.pending
            and claim.at - self.pending[0] == 1
            and fits(self.story, self.pending[1], kind)
        ):
            return claim._replace(category=self.pending[1])
        last = self.told[-1] if self.told else None
        if claim.category or claim.rank is None or last is None or last.setting.award != setting.award:
            return claim
        follows = claim.at - last.claim.at <= 2 and last.claim.rank is not None and claim.rank > last.claim.rank
        return claim._replace(category=last.claim.category) if follows else claim
