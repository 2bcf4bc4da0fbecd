"""Agreement: what the clusters of an entry say of each field, which value holds, and whether they disagree.

A cluster, one release in however many outlets, has one voice: what most of its articles say, else what the first says.
The value that most clusters say holds; of two that as many say the one that was said first. Whoever says otherwise
disputes it: another cluster, a copy that changed the value, an article that says two things.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from extractor.register.claims import Agreement, Claim, Voice


def agreed(
    claims: Sequence[Claim], value_of: Callable[[Claim], Any], covers: Callable[[Any, Any], bool] | None = None
) -> Agreement:
    """What claims say of a field, those that say nothing of it left aside.

    `covers(exact, vague)` says whether a value is told by another that says more ("2025-08" by "2025-08-05").
    """
    said = [(claim, value) for claim in sorted(claims, key=lambda c: c.order) if (value := value_of(claim)) is not None]
    if not said:
        return Agreement(None, (), disputed=False)
    if covers is not None:
        said = [(claim, _fullest(value, [other for _, other in said], covers)) for claim, value in said]
    clusters = defaultdict[str, list[tuple[Claim, Any]]](list)
    for claim, value in said:
        clusters[claim.cluster].append((claim, value))
    voices = tuple(voice for cluster, some in clusters.items() for voice in _voices(cluster, some))
    first = {value: at for at, (_, value) in reversed(list(enumerate(said)))}
    support = defaultdict[Any, int](int)
    for spoken in {cluster: _spoken(some) for cluster, some in clusters.items()}.values():
        support[spoken] += 1
    value = min(support, key=lambda one: (-support[one], first[one]), default=None)
    return Agreement(value, voices, disputed=len(first) > 1)


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
    """The one value that a cluster says; `max` takes the first of equals."""
    articles = _articles(said)
    return max(articles, key=lambda value: len(articles[value]))


def _articles(said: list[tuple[Claim, Any]]) -> dict[Any, dict[str, None]]:
    articles = defaultdict[Any, dict[str, None]](dict)
    for claim, value in said:
        articles[value][claim.article] = None
    return articles
