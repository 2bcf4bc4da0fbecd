"""Agreement: what the clusters of an entry say of each field, which value holds, and whether they disagree.

A cluster, one release in however many outlets, has one voice: what most of its articles say, else what the first says;
none where that article says two things. The value that most clusters say holds. Where as many say another, none does:
that is a dispute which articles leave open, and who printed first knows no better. Whoever says otherwise than what
holds disputes it too: another cluster, a copy that changed the value, an article that says two things.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from extractor.register.claims import Agreement, Claim, Voice


def agreed(
    claims: Sequence[Claim], value_of: Callable[[Claim], Any], covers: Callable[[Any, Any], bool] | None = None
) -> Agreement:
    """What claims say of a field, those that say nothing of it left aside; its value is None where it is open.

    `covers(exact, vague)` says whether a value is told by another that says more ("2025-08" by "2025-08-05").
    """
    return _agreement(claims, value_of, covers)[0]


def spelt(claims: Sequence[Claim], value_of: Callable[[Claim], Any]) -> Agreement:
    """What claims say of a field whose values are spellings of one thing: of two that as many print the first."""
    agreement, said = _agreement(claims, value_of)
    return agreement if agreement.value is not None else agreement._replace(value=next(iter(said), None))


def left_open(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields of an entry on which articles disagree and none of whose values holds."""
    return tuple(name for name in entry.get("disputed") or () if entry.get(name) is None)


def _agreement(
    claims: Sequence[Claim], value_of: Callable[[Claim], Any], covers: Callable[[Any, Any], bool] | None = None
) -> tuple[Agreement, list[Any]]:
    """What claims say of a field, and the values that most clusters say, the first that was said first."""
    said = [(claim, value) for claim in sorted(claims, key=lambda c: c.order) if (value := value_of(claim)) is not None]
    if not said:
        return Agreement(None, (), disputed=False), []
    if covers is not None:
        said = [(claim, _fullest(value, [other for _, other in said], covers)) for claim, value in said]
    clusters = defaultdict[str, list[tuple[Claim, Any]]](list)
    for claim, value in said:
        clusters[claim.cluster].append((claim, value))
    voices = tuple(voice for cluster, some in clusters.items() for voice in _voices(cluster, some))
    first = {value: at for at, (_, value) in reversed(list(enumerate(said)))}
    support = dict.fromkeys(first, 0)
    for some in clusters.values():
        spoken = _spoken(some)
        if spoken is not None:
            support[spoken] += 1
    most = max(support.values())
    leading = sorted((value for value, count in support.items() if count == most), key=lambda value: first[value])
    value = leading[0] if len(leading) == 1 else None
    return Agreement(value, voices, disputed=len(first) > 1), leading


def _fullest(value: Any, others: Iterable[Any], covers: Callable[[Any, Any], bool]) -> Any:
    """The one value that tells a vaguer one; the vague one where several do."""
    exact = {other for other in others if other != value and covers(other, value)}
    return next(iter(exact)) if len(exact) == 1 else value


def _voices(cluster: str, said: list[tuple[Claim, Any]]) -> list[Voice]:
    """Everything that a cluster's articles say, what most say first."""
    articles = _articles(said)
    order = sorted(articles, key=lambda value: -len(articles[value]))
    return [Voice(value, cluster, tuple(articles[value])) for value in order]


def _spoken(said: list[tuple[Claim, Any]]) -> Any:
    """The one value that a cluster says; None where its first article says two and no other decides."""
    articles = _articles(said)
    most = max(len(some) for some in articles.values())
    leading = {value: next(iter(some)) for value, some in articles.items() if len(some) == most}
    firsts = [value for value, article in leading.items() if article == next(iter(leading.values()))]
    return firsts[0] if len(firsts) == 1 else None


def _articles(said: list[tuple[Claim, Any]]) -> dict[Any, dict[str, None]]:
    articles = defaultdict[Any, dict[str, None]](dict)
    for claim, value in said:
        articles[value][claim.article] = None
    return articles
