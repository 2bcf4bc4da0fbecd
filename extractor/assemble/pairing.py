"""Pairing: which place and which category of a group goes to which recipient.

"A dan B masing-masing juara 1 dan 2" in order; one place among several names to the nearest; one name with several
places, each in its own edition or category ("merebut juara tiga, lalu juara pertama pada edisi 2022"), to all of them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.assemble.mentions import Mention

_BRACKET = 2


class Pair(NamedTuple):
    """A recipient with the place and the category that are its, where the group gives them."""

    named: Mention
    rank: Mention | None
    category: Mention | None


def pairs(group: list[Mention], named: list[Mention], ranks: list[Mention], carried: list[Mention]) -> Iterator[Pair]:
    """Each recipient with its place and category; `carried` are categories that the sentence named before the group."""
    categories = [mention for mention in group if mention.sort == "category"] or carried[-1:]
    named_first = bool(named and categories) and named[0].start < categories[0].start
    if len(named) == 1 and len(ranks) > 1:
        yield from _several(group, named[0], ranks, categories)
        return
    for index, mention in enumerate(named):
        following = named[index + 1].start if index + 1 < len(named) else None
        yield Pair(
            mention, _rank_of(index, mention, named, ranks), _category_of(mention, categories, named_first, following)
        )


def each_its_own(named: list[Mention], ranks: list[Mention], categories: list[Mention]) -> Iterator[Pair]:
    """Each recipient with its own category, and its own place or the one that all have: "A dan B masing-masing juara I
    kategori X dan Y".
    """
    for index, (mention, category) in enumerate(zip(named, categories, strict=True)):
        alone = ranks[0] if len(ranks) == 1 else None
        yield Pair(mention, ranks[index] if len(ranks) == len(named) else alone, category)


def _several(group: list[Mention], named: Mention, ranks: list[Mention], categories: list[Mention]) -> Iterator[Pair]:
    """One recipient and its places: the first, and each further one that has an edition or a category of its own.

    A category before the name holds for all of them.
    """
    shared = _category_of(named, categories, False, None)
    leads = shared is not None and shared.start < named.start
    for index, rank in enumerate(ranks):
        limit = ranks[index + 1].start if index + 1 < len(ranks) else group[-1].end + 1
        begin = ranks[index - 1].end if index else 0
        own = [
            mention
            for mention in group
            if mention.sort in ("edition", "category", "time") and begin <= mention.start < limit
        ]
        if index:
            named = named._replace(start=rank.start, end=rank.end)
        if index == 0 or own:
            category = next((mention for mention in own if mention.sort == "category"), None)
            yield Pair(named, rank, category or (shared if index == 0 or leads else None))


def _rank_of(index: int, mention: Mention, named: list[Mention], ranks: list[Mention]) -> Mention | None:
    if len(ranks) == len(named):
        return ranks[index]
    if any(_is_bracketed(one, rank) for one in named for rank in ranks):
        return next((rank for rank in ranks if _is_bracketed(mention, rank)), None)
    if len(ranks) == 1:
        nearest = min(named, key=lambda name: abs(name.start - ranks[0].start))
        return ranks[0] if nearest is mention else None
    return None


def _is_bracketed(named: Mention, rank: Mention) -> bool:
    """Whether a place stands in a bracket right behind a name: "Kota B (terbaik I)"."""
    return rank.start - named.end == 1


def _category_of(
    mention: Mention, categories: list[Mention], named_first: bool, following: int | None
) -> Mention | None:
    """The category in brackets behind a name, else the last before it; where names come first, the next behind."""
    after = [category for category in categories if category.start > mention.start]
    beside = [
        category
        for category in after
        if category.start - mention.end <= _BRACKET and (following or category.end) >= category.end
    ]
    if beside:
        return beside[0]
    before = [category for category in categories if category.start <= mention.start]
    if named_first:
        return after[0] if after else None
    return before[-1] if before else after[0] if after else None
