"""A dead man's switch: an address that is told of start, success and failure, and raises the alarm where it hears none.

As healthchecks.io does it: /start behind the address, nothing, /fail. A ping that fails never fails the night. The
address is a secret, and is not printed.
"""

from extractor.sources.exchange import Ask
from extractor.sources.working import Fetches

WHOLE = 10.0
"""Seconds that a ping may take."""
START, SUCCESS, FAIL = "start", "", "fail"


def ping(fetcher: Fetches, address: str, what: str) -> str | None:
    """Tell the switch; why that failed, in one line, or None."""
    base, mark, query = address.partition("?")
    url = f"{base.rstrip('/')}/{what}" if what else base
    exchange = fetcher.fetch(Ask(f"{url}{mark}{query}", "check"))
    if exchange.outcome in ("ok", "unchanged", "truncated"):
        return None
    status = f" ({exchange.status})" if exchange.status else ""
    why = f"{exchange.outcome}{status}"
    if exchange.outcome == "forbidden":
        why = f"{exchange.reason}; `nightly.ping_inside = true` allows it where it is of your own network"
    return f"the ping{f' of {what}' if what else ''} was not heard: {why}"
