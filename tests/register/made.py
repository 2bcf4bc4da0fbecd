"""Claims for tests: what is not said is what most articles say."""

from typing import Any

from extractor.register.claims import Claim, Entry
from extractor.register.settling import settled

GROUP = "paritrana award|at:15.71"


def claim(article: str = "a", **said: Any) -> Claim:
    """A claim of an article that wins Kota Jambi a third place in its province in 2024."""
    usual: dict[str, Any] = {
        "digest": f"{article}-{sorted(said.items())}",
        "cluster": article,
        "outlet": f"{article}.example",
        "published": "2024-06-11",
        "award": "Paritrana Award",
        "edition": 2024,
        "level": "province",
        "scope": "15",
        "category": "kabupaten/kota",
        "type": "region",
        "code": "15.71",
        "recipient": "Kota Jambi",
        "outcome": "winner",
        "rank": 3,
        "event_date": "2024-06-10",
    }
    return Claim(article=article, **usual | said)


def entries(*claims: Claim) -> list[Entry]:
    """The entries of claims of one group."""
    return settled(GROUP, claims)


def entry(*claims: Claim) -> Entry:
    """The one entry of claims."""
    [found] = entries(*claims)
    return found
