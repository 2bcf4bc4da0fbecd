"""One page fetched from the web, with a cap on its size and its time."""

import time

import requests

from extractor.article import Page
from extractor.errors import SetAside

_CONNECT, _BETWEEN_BYTES, _IN_ALL = 10, 15, 25  # seconds
_LIMIT = 5 * 1024 * 1024
_CHUNK = 65_536
_AGENT = "extractor/0.1 (reads articles on awards; one page at a time)"


def fetch(url: str) -> Page:
    """The page at an address; `SetAside` where the server does not give one in time or gives more than 5 MiB."""
    headers = {"User-Agent": _AGENT, "Accept": "text/html, text/plain;q=0.9"}
    started = time.monotonic()
    content = bytearray()
    try:
        with requests.get(url, headers=headers, timeout=(_CONNECT, _BETWEEN_BYTES), stream=True) as response:
            if response.status_code >= requests.codes.bad_request:
                raise SetAside(url, f"the server answers {response.status_code} {response.reason}")
            for chunk in response.iter_content(_CHUNK):
                content += chunk
                if len(content) > _LIMIT:
                    raise SetAside(url, f"longer than {_LIMIT // 1024**2} MiB, which no article is")
                if time.monotonic() - started > _IN_ALL:
                    raise SetAside(url, f"not there after {_IN_ALL} s")
            media_type, _, parameters = response.headers.get("Content-Type", "").partition(";")
    except (requests.RequestException, ValueError) as error:
        raise SetAside(url, f"cannot be fetched: {_reason(error)}") from error
    charset = parameters.partition("charset=")[2].strip(" \"'") or None
    return Page(url, bytes(content), response.url, media_type.strip().lower() or None, charset)


def _reason(error: Exception) -> str:
    """What went wrong, on one line and without the library's names."""
    match error:
        case requests.exceptions.Timeout():
            return "no answer in time"
        case requests.exceptions.SSLError():
            return "its certificate cannot be trusted"
        case requests.exceptions.ContentDecodingError():
            return "the server's packed bytes cannot be unpacked"
        case requests.exceptions.ChunkedEncodingError():
            return "the connection broke off before the end of the page"
        case requests.exceptions.ConnectionError():
            return "no connection; check the address and the network"
        case requests.exceptions.InvalidSchema():
            return "it leads to what is no http:// or https:// address"
        case requests.exceptions.TooManyRedirects():
            return "it redirects without end"
        case _:
            return " ".join(str(error).split())[:120]
