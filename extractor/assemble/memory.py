"""The memory of a reader: what the story has said so far, in whose light its next sentence is read."""

from collections import Counter
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.categories import fits, is_of_kind, points_to_award, points_to_category
from extractor.assemble.claims import Claim
from extractor.assemble.days import is_to_come, is_too, only_day
from extractor.assemble.editions import coordinated_editions, sentence_edition
from extractor.assemble.frames import is_nameless
from extractor.assemble.levels import in_clause, level_for, level_near
from extractor.assemble.lists import ListState, opens_list
from extractor.assemble.mentions import Holder, Mention, Scene, Sentence, says
from extractor.assemble.onward import level_below
from extractor.assemble.setting import Setting, settings_of
from extractor.assemble.tables import Header
from extractor.facts import Recipient
from extractor.patterns import Units
from extractor.patterns.vocabulary import vocabulary

_BESIDE = ("lain", "lainnya", "bersaing")
_HISTORY = frozenset({"juga", "pernah", "sempat", "sebelumnya", "terakhir"})
_ALIKE = frozenset({"serupa", "penghargaan serupa", "predikat serupa", "gelar serupa"})
_FAILING = ("kurang ", "tidak ")
_POINTING, _COUNTED = ("itu", "tersebut", "ini", ":"), 4
_PROVINCE = 2
_LAST, _LEAD = 12, 2
"""Claims just told among which a place of the same list is looked for; sentences of a story's lead."""
_FAR, _NEAR, _NEXT = 8, 4, 2
"""Sentences after which an award, an outcome and a place are no longer spoken of."""


class Told(NamedTuple):
    """A claim, the award that it is about, and the day that stands in its sentence, if one does; whether it is one of a
    `row` of years or of an earlier one, none of which is the year of a claim that gives none; whether its day is
    `apart` from the event's, by which the story counts it ("sehari sebelumnya").
    """

    claim: Claim
    setting: Setting
    date: str | None
    row: bool = False
    apart: bool = False


class Announced(NamedTuple):
    """What a sentence says of some whom it only counts: "tiga daerah masuk tiga besar"; `at` is its number."""

    at: int
    outcome: str
    shortlist: int | None
    category: str | None
    date: str | None = None


class Memory:
    """What a story has told.

    told         the claims, in order
    setting      the award that it speaks of, with edition, level and scope; named_at, where it did last
    alone        whether it names one award only
    hero, topic  who is named most often in it, and who was named last; honoured, whether its lead says of the hero that
                 it won several awards
    list         the list that the sentence stands in
    header       the header of the table it stands in; columns, the awards in it; row_category, that of its last row
    announced    what was said of some who are only counted; counted, the awards that some of them won; mood, the last
                 outcome and where it was said
    pending      a category that a sentence named and gave to nobody, where, and whether it named anybody or an award
    holders      the officials of the story by the unit behind their name
    days         by level, the day on which it was decided; stage_day, that of the last stage
    """

    def __init__(self, story: Story, mains: dict[str, Setting], scene: Scene) -> None:
        heard = Counter(mention.value for mention in scene.mentions if mention.sort == "recipient")
        named = {one.value for one in scene.mentions if one.sort == "award" and not is_nameless(one)}
        self.story, self.mains = story, mains
        self.holders = scene.holders
        self.told: list[Told] = []
        self.setting: Setting | None = None
        self.named_at = -_FAR
        self.alone = len(named) == 1
        self.hero: Recipient | None = heard.most_common(1)[0][0] if heard else None
        self.honoured = self.hero is not None and _is_honoured(story, scene, self.hero)
        self.topic: Mention | None = None
        self.list: ListState | None = None
        self.header: Header | None = None
        self.columns: dict[Mention, Setting] = {}
        self.row_category: str | None = None
        self.announced: Announced | None = None
        self.counted: set[str] = set()
        self.mood: tuple[int, str] | None = None
        self.pending: tuple[int, str, bool] | None = None
        self.days: dict[str, str] = {}
        self._last: tuple[Sentence, list[tuple[Mention, Setting]]] | None = None
        self.stage_day: str | None = None

    def says(self, sentence: Sentence, *names: str) -> bool:
        """Whether a word of one of these lists stands in a sentence."""
        return says(self.story.units, sentence, *names)

    def settings_in(self, sentence: Sentence) -> list[tuple[Mention, Setting]]:
        """The awards that a sentence names, each with what it does not say taken from what was said of it before."""
        return [(mention, self._filled(setting)) for mention, setting in self._named(sentence)]

    def _named(self, sentence: Sentence) -> list[tuple[Mention, Setting]]:
        """The awards that a sentence names, with what it says of them; those of the last sentence are kept."""
        if self._last is None or self._last[0] is not sentence:
            self._last = (sentence, settings_of(self.story, sentence))
        return self._last[1]

    def _filled(self, setting: Setting) -> Setting:
        main = self.mains[setting.award]
        known = self.setting if self.setting and self.setting.award == setting.award else main
        return Setting(
            setting.award,
            setting.edition or known.edition or main.edition,
            setting.level or known.level or main.level,
            setting.scope or known.scope or main.scope,
        )

    def follow(self, sentence: Sentence, settings: list[tuple[Mention, Setting]]) -> None:
        """Remember the award that a sentence names last; one that tells of a contest ends the award and its list."""
        lasting = [one for mention, one in settings if self.setting is None or not is_nameless(mention)]
        if lasting:
            self.setting, self.named_at = lasting[-1], sentence.number
        elif self.says(sentence, "contests"):
            self.setting = self.list = None
        elif self.setting is not None:
            self.setting = self._now(self.setting, sentence)
        self._keep_day(sentence)

    def pass_over(self, topic: Mention | None) -> None:
        """Remember that sentences followed that tell of no award: a table ends, the edition is the story's own.

        `topic` is whom they spoke of last.
        """
        self.header = self.row_category = None
        self.topic = topic or self.topic
        if self.setting is not None:
            self.setting = self._in_own_edition(self.setting)

    def _in_own_edition(self, setting: Setting) -> Setting:
        return setting._replace(edition=self.mains[setting.award].edition or setting.edition)

    def _now(self, setting: Setting, sentence: Sentence) -> Setting:
        """A setting where a sentence names no award: the story's own edition again, and the level that it says."""
        setting = self._in_own_edition(setting)
        heads = self.says(sentence, "list_heads") or opens_list(self.story, sentence)
        level, scope = level_near(sentence, sentence.start) if heads else (None, None)
        return setting._replace(level=level, scope=scope or setting.scope) if level else setting

    def _keep_day(self, sentence: Sentence) -> None:
        """Remember the day that a sentence gives for a level: "menjuarai tingkat provinsi pada 7 Agustus 2025"."""
        day = only_day(sentence)
        if day and sentence.of("level"):
            self.days.setdefault(level_near(sentence, sentence.of("date")[0].start)[0] or "", day)

    def hear(self, sentence: Sentence) -> None:
        """Remember whether a sentence tells of winners or of nominees, and the one day on which a stage took place."""
        said = [mention.value["outcome"] for mention in sentence.of("trigger")]
        if said:
            self.mood = (sentence.number, "nominee" if "nominee" in said else "winner")
        if "nominee" in said or self.says(sentence, "stage_words"):
            self.stage_day = (None if is_to_come(self.story.units, sentence) else only_day(sentence)) or self.stage_day

    def remembers(self, sentence: Sentence) -> bool:
        """Whether an award that was named before may still be meant in a sentence."""
        return self.remembers_at(sentence.number)

    def remembers_at(self, number: int) -> bool:
        """The same, of the sentence of this number: the only award of the story always is meant."""
        return self.setting is not None and (self.alone or number - self.named_at <= _FAR)

    def awaits(self, number: int) -> bool:
        """Whether the sentence of this number may go on with what was said before: with a list, with those who were
        only counted, or with names that were just told.
        """
        if self.told and number - self.told[-1].claim.at == 1:
            return True
        return self.list is not None or (self.announced is not None and number - self.announced.at <= _NEXT)

    def announced_for(self, sentence: Sentence) -> Announced | None:
        """What the sentence before said of those whom this one lists: "Keempat pemda itu yakni A, B, C dan D".

        One name is no list: "Kuncinya adalah Kota A berhasil menekan inflasi".
        """
        if len({mention.value for mention in sentence.of("recipient")}) < 2 and not sentence.of("trigger"):
            return None
        words = self.story.units.words[sentence.start : sentence.end]
        if not vocabulary("lower_opinions").keys().isdisjoint(words):
            return None
        near = self.announced and sentence.number - self.announced.at <= _NEXT
        lists = self.says(sentence, "list_openers") or self._lists_counted(sentence)
        return self.announced if near and lists else None

    def _lists_counted(self, sentence: Sentence) -> bool:
        """Whether a sentence lists those who were counted: "Ketiga perusahaan itu PT A, PT B dan PT C"."""
        named = sentence.of("recipient")
        if not named or not self.story.units.has(sentence.start, "ordinals"):
            return False
        between = self.story.units.words[sentence.start + 1 : named[0].start]
        return 0 < len(between) <= _COUNTED and between[-1] in _POINTING

    def last_outcome(self, sentence: Sentence) -> str | None:
        """What was said of those whom the last sentences counted or named."""
        if self.announced and sentence.number - self.announced.at <= _NEAR:
            return self.announced.outcome
        last = self.told[-1].claim if self.told else None
        if last and sentence.number - last.at <= _NEAR:
            return last.outcome
        return self.mood[1] if self.mood and sentence.number - self.mood[0] <= _NEAR else None

    def tell(self, claim: Claim, setting: Setting, sentence: Sentence) -> None:
        """Remember a claim in the edition, level and day that its sentence gives; a failing grade is no award."""
        if claim.category and claim.category.lower().startswith(_FAILING):
            return
        claim = self._of_holder(claim, setting.award)
        setting, told = _below(self.story.units, claim, setting, sentence)
        level, scope = level_for(in_clause(self.story.units, told, claim.anchor[0]), claim.anchor[0], setting.award)
        if level and level != setting.level:
            setting = setting._replace(level=level, scope=scope)
        elif level is None and not sentence.of("award") and self._goes_on(claim, setting):
            setting = setting._replace(level=self.told[-1].setting.level, scope=self.told[-1].setting.scope)
        setting = setting._replace(edition=self._edition(claim, setting, sentence))
        announced = self.announced if self.announced and sentence.number - self.announced.at == 1 else None
        listed = self.list or announced
        day = only_day(sentence) or (listed.date if listed else None)
        if claim.outcome == "nominee" and is_to_come(self.story.units, sentence):
            day = None
        own = setting.edition == self.mains[setting.award].edition
        if day is None and claim.outcome == "nominee" and own:
            day = self.stage_day
        claim = self._in_shortlist(self._in_category(claim, setting, sentence), sentence)
        history = self.says_before(sentence) if setting.edition is not None else _is_past(sentence, claim)
        years = coordinated_editions(self.story.units, sentence, setting.edition, setting.award)
        if years:
            if not self.says_before(sentence):
                self._keep_edition(setting.award, max(years))
            self.told += [Told(claim, setting._replace(edition=year), None, row=True) for year in years]
        else:
            self.told.append(Told(claim, setting, day, row=history, apart=is_too(self.story.units, sentence)))

    def _keep_edition(self, award: str, year: int) -> None:
        """Remember the last of a row of years as the story's own edition, where it gives no other."""
        main = self.mains[award]
        if main.edition is None:
            self.mains[award] = main._replace(edition=year)

    def _of_holder(self, claim: Claim, award: str) -> Claim:
        """A claim on an award for persons whose region's official is named where the claim names the region."""
        known = self.story.patterns.awards.get(award)
        if known is None or not known.personal or claim.recipient.type != "region":
            return claim
        starts = {start for start, _ in claim.units}
        ours = [one for one in self.holders.values() if one.code == claim.recipient.code]
        holder = next((one for one in ours if one.start in starts), None) or self._head_of(ours, claim)
        return claim._replace(recipient=holder.person) if holder else claim

    def _head_of(self, ours: list[Holder], claim: Claim) -> Holder | None:
        """The one whose post a claim names without the name, as headlines do: "Bupati Sigi Terima Satyalancana"."""
        units = self.story.units
        posts = [units.said(*part).lower() for part in claim.units if units.has(part[0], "region_posts")]
        heads = (one for one in ours if any(post in units.said(one.start, one.end).lower() for post in posts))
        return next(heads, None)

    def says_before(self, sentence: Sentence) -> bool:
        """Whether a sentence that names no award beside a year tells of an earlier one: "Tahun 2021 juga menerima"."""
        if not sentence.of("edition") or any(one.edition for _, one in self._named(sentence)):
            return False
        return not _HISTORY.isdisjoint(self.story.units.words[sentence.start : sentence.end])

    def _edition(self, claim: Claim, setting: Setting, sentence: Sentence) -> int | None:
        """The edition in the award's name, else the year that the sentence gives, else the one before "tahun lalu"."""
        settings = [one for one in self._named(sentence) if one[0].value == setting.award]
        named = min(settings, key=lambda one: abs(one[0].start - claim.anchor[0]), default=None)
        if named and named[1].edition:
            return named[1].edition + _shift(sentence, claim.anchor[0]) - _shift(sentence, named[0].start)
        award = self.story.patterns.awards.get(setting.award)
        own = sentence_edition(self.story.units, sentence, claim.anchor)
        if own and not (award and award.edition_words):
            return own
        return setting.edition + _shift(sentence, claim.anchor[0]) if setting.edition else None

    def _in_category(self, claim: Claim, setting: Setting, sentence: Sentence) -> Claim:
        """A claim that gives a further place in the category of the one just told has that category."""
        if claim.category is None and self.told and points_to_category(self.story.units, sentence):
            same = self.told[-1].claim.category
            return claim._replace(category=same) if same and is_of_kind(same, claim.recipient) else claim
        at, pending, named = self.pending or (claim.at, "", False)
        meant = claim.at - at == 1 and (not named or points_to_award(self.story.units, sentence))
        if claim.category is None and meant and fits(self.story, pending, claim.recipient.type):
            return claim._replace(category=pending)
        consoled = claim.rank is None and self.says(sentence, "consolations")
        last = self.told[-1].claim if self.told else None
        fitting = last and last.category and fits(self.story, last.category, claim.recipient.type)
        if claim.category is None and last and last.category and fitting and is_of_kind(last.category, claim.recipient):
            alike = self._is_alike(claim, setting, sentence) or self._goes_on(claim, setting, consoled)
            return claim._replace(category=last.category) if alike else claim
        return claim

    def _is_alike(self, claim: Claim, setting: Setting, sentence: Sentence) -> bool:
        """Whether a claim is of what the sentence before it told: "penghargaan serupa diterima Kabupaten B"."""
        last = self.told[-1]
        if claim.pattern not in ("records.passive", "records.received"):
            return False
        same = claim.rank is None and claim.at - last.claim.at == 1 and setting == last.setting
        return same and not _ALIKE.isdisjoint(self.story.units.words[sentence.start : sentence.end])

    def _in_shortlist(self, claim: Claim, sentence: Sentence) -> Claim:
        """A nominee beside those just told is on their shortlist: "Empat daerah lain yang lolos ialah ..."."""
        last = self.told[-1].claim if self.told else None
        if last is None or last.outcome != claim.outcome or claim.shortlist or claim.at - last.at > 1:
            return claim
        others = any(word in _BESIDE for word in self.story.units.words[sentence.start : sentence.end])
        return claim._replace(shortlist=last.shortlist) if others or claim.at == last.at else claim

    def _goes_on(self, claim: Claim, setting: Setting, consoled: bool = False) -> bool:
        """Whether a claim gives a further place, or one that only consoles, in the award of the one just told."""
        last = self.told[-1] if self.told else None
        if last is None or last.setting.award != setting.award or claim.at - last.claim.at > _NEXT:
            return False
        if claim.rank is None:
            return consoled and last.claim.outcome == claim.outcome == "winner"
        return last.claim.rank is not None and (claim.rank > last.claim.rank or self._is_free(claim, last))

    def _is_free(self, claim: Claim, last: Told) -> bool:
        """Whether nobody had a higher place yet in the category told last: "juara 2 kategori A. Juara 1 Kota B"."""
        own = (last.setting.award, last.setting.edition, last.setting.level, last.claim.category)
        places = {
            one.claim.rank
            for one in self.told[-_LAST:]
            if (one.setting.award, one.setting.edition, one.setting.level, one.claim.category) == own
        }
        alike = claim.recipient.type == last.claim.recipient.type
        return alike and claim.at != last.claim.at and claim.rank not in places


def _is_honoured(story: Story, scene: Scene, hero: Recipient) -> bool:
    """Whether the headline or the sentence below it says that only the hero won several awards, and names none: "Sigi
    Borong Tiga Penghargaan".
    """
    for sentence in filter(None, map(scene.sentence, range(_LEAD))):
        nouns = [unit for unit in range(sentence.start + 1, sentence.end) if story.units.has(unit, "award_nouns")]
        counted = any(unit - 1 in story.units.quantities for unit in nouns)
        won = any(m.value["outcome"] == "winner" and m.value["place"] == "before" for m in sentence.of("trigger"))
        if counted and won and {mention.value for mention in sentence.of("recipient")} == {hero}:
            return True
    return False


def _shift(sentence: Sentence, unit: int) -> int:
    """By how many editions a unit lies before the story's own, after the last word before it that says so."""
    times = sentence.of("time")
    before = [mention for mention in times if mention.start <= unit]
    return int((before[-1:] or times[:1] or [Mention("time", 0, 0, 0)])[0].value)


def _is_past(sentence: Sentence, claim: Claim) -> bool:
    """Whether a place is one of an earlier time: "Tahun lalu Kabupaten Sigi menjadi juara pertama"."""
    before = [one.value for one in sentence.of("time") if one.start <= claim.anchor[0]]
    return claim.rank is not None and before[-1:] == [-1]


def _below(units: Units, claim: Claim, setting: Setting, sentence: Sentence) -> tuple[Setting, Sentence]:
    """The setting of a claim and what of its sentence may say its level: not the level to which it sends its winner."""
    won = claim.outcome == "winner" and len(claim.recipient.code or "") != _PROVINCE
    below = level_below(units, sentence, claim.anchor) if won else None
    if below is None:
        return setting, sentence
    told, level, region = below
    goal = next(one.value[0] for one in sentence.of("level") if one not in told.mentions)
    if setting.level in (None, goal):
        setting = setting._replace(level=level, scope=region)
    return setting, told
