"""Which numeric addresses may be connected to: those of the open net, and none that leads inside.

The lists are requests-hardened's, made complete: a page or a redirect that names an inside address (a router, a cloud's
metadata, the machine itself) in any notation is never asked. What is checked is the address that is connected to, at
every hop, so that a name that resolves in turn to two addresses gains nothing.
"""

import ipaddress
from collections.abc import Iterator

from requests_hardened.ip_filter import EXTRA_BLOCKED_NET_RANGES

Numeric = ipaddress.IPv4Address | ipaddress.IPv6Address

_EXTRA = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8",  # this network: 0.0.0.0 is the machine itself on Linux
            "168.63.129.16/32",  # the metadata of Azure, in the open range
            "192.88.99.0/24",
            "::/96",  # IPv4-compatible, which old stacks route inside
            "fec0::/10",  # site-local, before unique local addresses
            "2001::/32",  # Teredo: IPv4 inside
            "2001:db8::/32",
            "100::/64",
        ),
    )
)


def refusal(address: str) -> str | None:
    """Why a numeric address may not be connected to; None where it may."""
    numeric = ipaddress.ip_address(address.partition("%")[0])
    for form in (numeric, *_inside(numeric)):
        if _is_closed(form):
            return f"{address} is an inner address, which extractor never asks"
    return None


def _is_closed(address: Numeric) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return True
    return any(address in net for net in (*EXTRA_BLOCKED_NET_RANGES, *_EXTRA) if net.version == address.version)


def _inside(address: Numeric) -> Iterator[Numeric]:
    """The IPv4 addresses that an IPv6 address carries: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in ipaddress.ip_network("64:ff9b::/96"):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
