"""Remainders: whether "sisanya" names those left out ("baru 4.000 terdaftar, sisanya belum") or the last of a list."""

from extractor.annotate.story import Story
from extractor.annotate.surroundings import clause_round, sentence_round
from extractor.annotate.worker_counts.groups import phrases_in

_LIST_REACH = 30
_LISTING = frozenset(("terdiri", "terdiri atas", "terdiri dari", "rinciannya", "meliputi", "yakni", "yaitu", "rincian"))
_ENDING = frozenset(("dan", "serta"))
LAST_LISTED = frozenset(("sisanya", "selebihnya"))
_PARTING = frozenset(("dari", "baru", "cuma", "hanya", "sudah", "telah"))


def is_last_listed(story: Story, unit: int) -> bool:
    """Whether "sisanya" names the last part of a list: "terdiri dari 900 nelayan, 300 sopir dan sisanya 150 petani";
    two numbers before it are a list too, where nothing says that they are a part.
    """
    words = story.units.words
    if words[unit] not in LAST_LISTED:
        return False
    first, _ = clause_round(story, unit)
    if not _LISTING.isdisjoint(words[max(first, unit - _LIST_REACH) : unit]):
        return True
    first, _ = sentence_round(story, unit)
    first = next((at + 1 for at in range(unit - 1, first, -1) if words[at] == ":"), first)
    numbers = sum(at in story.units.quantities for at in range(first, unit))
    if numbers > 1 and words[unit - 1] in _ENDING:
        return True
    said = any(cue in ("covered", "target") for cue, _ in phrases_in(story, "count_cues", first, unit))
    return numbers > (0 if not said else 1) and _PARTING.isdisjoint(words[first:unit])
