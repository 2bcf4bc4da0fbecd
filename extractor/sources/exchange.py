"""What is asked of the web and what comes back: one exchange, whatever became of it."""

from typing import NamedTuple

Headers = tuple[tuple[str, str], ...]
"""Names and values in the order in which they were sent."""


class Ask(NamedTuple):
    """A request to be made: an address, why it is asked for, and what is known of it from the last time.

    `why` is one of "robots", "feed", "sitemap", "index", "api", "article", "page" (a story's further page) or "check".
    `etag` and `modified` make it conditional; `found_in` is the list that named the address.
    """

    url: str
    why: str
    found_in: str | None = None
    etag: str | None = None
    modified: str | None = None


class Hop(NamedTuple):
    """One request over the net and the head of its answer; `wire` is the body as it was sent, still packed.

    A redirect's body is never read. `address` is the numeric address connected to. `request` and `head` are the
    request and the status line with the headers, as bytes of HTTP/1.1. `at` is the time of the request (seconds UTC).
    """

    url: str
    at: float
    address: str | None
    request: bytes
    head: bytes
    status: int
    headers: Headers
    wire: bytes = b""


class Exchange(NamedTuple):
    """What became of an `Ask`, after its redirects.

    `outcome` is one of
      ok          2xx, whole
      truncated   2xx, but the body broke off, was too long or cannot be unpacked; what came is kept
      unchanged   304
      moved       a redirect that was not followed; `url` is where it leads
      gone        404, 410
      refused     401, 403, 451 and other 4xx
      later       429, 503; `retry_after` says in how many seconds, where the server says it
      forbidden   an address that may not be asked: by robots.txt, private, another scheme
      failed      the net: timeout, reset, DNS, certificate; 5xx
    `reason` says it on one line. `body` is unpacked; `url` is where the last hop led. `passing` says whether it is
    worth another try later.
    """

    ask: Ask
    outcome: str
    reason: str | None
    url: str
    hops: tuple[Hop, ...]
    body: bytes = b""
    media_type: str | None = None
    charset: str | None = None
    retry_after: float | None = None
    seconds: float = 0.0
    passing: bool = False

    @property
    def status(self) -> int | None:
        """The last answer's status; None where there was none."""
        return self.hops[-1].status if self.hops else None
