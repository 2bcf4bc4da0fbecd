"""Days: which day a sentence gives for what it tells of an award."""

from extractor.assemble.mentions import Sentence
from extractor.patterns import Units

_TO_COME = frozenset({"akan", "bakal", "dijadwalkan", "rencananya", "direncanakan", "mendatang"})


def only_day(sentence: Sentence) -> str | None:
    """The day that stands in a sentence; None where several do."""
    days = {str(mention.value) for mention in sentence.of("date")}
    return days.pop() if len(days) == 1 else None


def is_to_come(units: Units, sentence: Sentence) -> bool:
    """Whether a sentence tells of what is still to come: "akan mengikuti wawancara pada Selasa"."""
    return not _TO_COME.isdisjoint(units.words[sentence.start : sentence.end])


def counts_days_back(units: Units, sentence: Sentence) -> bool:
    """Whether a sentence gives its day by counting back from another: "sepekan sebelumnya"."""
    return any("sebelumnya" in units.said(one.start, one.end).lower() for one in sentence.of("date"))


def is_too(units: Units, sentence: Sentence) -> bool:
    """Whether a sentence counts back to a day on which others got it too: "Sehari sebelumnya Sigi juga meraih"."""
    return "juga" in units.words[sentence.start : sentence.end] and counts_days_back(units, sentence)
