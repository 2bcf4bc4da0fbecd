"""Where an address lies: its origin, whose robots.txt holds for it, its site, which has one gap, and its outlet."""

from functools import lru_cache
from urllib.parse import urlsplit

from extractor import urls
from extractor.outlets import Outlet, outlets


def origin_of(url: str) -> str | None:
    """Scheme, host and port of an address, "https://www.kompas.com"; None where it is none of the web's."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    usual = port in (None, 443 if parts.scheme == "https" else 80)
    return f"{parts.scheme}://{host}" + ("" if usual else f":{port}")


def host_of(url: str) -> str:
    """The name in an address, in lower case; empty where it has none."""
    return urls.host_of(url).rstrip(".")


def site_of(url: str) -> str:
    """The registrable domain of an address; empty where it has no host."""
    return site_of_host(host_of(url))


@lru_cache(maxsize=16_384)
def site_of_host(host: str) -> str:
    """The registrable domain of a host, by the public suffixes that come with tld; a numeric host is its own."""
    from tld import get_fld

    try:
        found = get_fld(f"http://{host}", fail_silently=True)
    except ValueError:  # what no address can hold, "[a"
        return ""
    if found:
        return str(found)
    last = host.split(".")[-2:]
    return host if ":" in host or last[-1].isdigit() else ".".join(last)


def outlet_at(url: str) -> Outlet | None:
    """The outlet at whose host an address lies; None where the project knows none."""
    return outlets().of(urls.host_of(url))


def outlet_name(url: str) -> str:
    """The outlet's id, by which counts are kept; the site where the project knows none."""
    outlet = outlet_at(url)
    return outlet.id if outlet else site_of(url)


def robots_of(origin: str) -> str:
    """Where an origin's robots.txt lies."""
    return f"{origin}/robots.txt"
