"""Addresses of the net taken apart, whatever stands where one should: pages, archives and people write what is none.

`urllib.parse` raises where brackets hold no IPv6 address, and at letters that stand for others. An address that cannot
be read is no reason to lose an article.
"""

from urllib.parse import SplitResult, urlsplit

_NONE = urlsplit("")


def url_parts(url: str | None) -> SplitResult:
    """Scheme, host, path, query and fragment of an address; all of them empty where it cannot be read."""
    try:
        return urlsplit(url or "")
    except ValueError:  # "http://[::1", "https://[x]/a", "http://\u2100.example/"
        return _NONE


def host_of(url: str | None) -> str:
    """The name of the host in an address, in lower case; empty where it has none."""
    return url_parts(url).hostname or ""
