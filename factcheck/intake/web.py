"""Bytes from an http(s) address that a person gave: bounded in time, in size and in where redirects may lead."""

import gzip
import ipaddress
import socket
import time
import zlib
from http.client import HTTPException, HTTPMessage, HTTPResponse
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from factcheck.errors import InputError
from factcheck.intake.blob import Blob, empty, refusal, too_large

PATIENCE = 20.0
"""Seconds that a server may stay silent."""

DEADLINE = 90.0
"""Seconds that the whole of it may take."""

_HOPS = 5
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "factcheck-desk (a person asked for this page)",
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}


class _Refused(Exception):
    """A redirect that is not followed; the message ends the sentence "ADDRESS ..."."""


class _Redirects(HTTPRedirectHandler):
    max_redirections = _HOPS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise _Refused("redirects to something that is not http or https")
        if is_private(newurl) and not is_private(req.full_url):
            raise _Refused("redirects into a private network")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_private(address: str) -> bool:
    """Whether a host of this address is not on the public internet (loopback, link-local, private, reserved)."""
    try:
        host = urlsplit(address).hostname or ""
        found = {ipaddress.ip_address(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except (OSError, ValueError):
        return False
    return any(not ip.is_global for ip in found)


def from_web(where: str, limit: int, patience: float = PATIENCE, deadline: float = DEADLINE) -> Blob:
    """The bytes at an http(s) address.

    Raises:
        InputError: if it cannot be had whole in time, is empty, or is larger than `limit` bytes.
    """
    until = time.monotonic() + deadline
    opener: OpenerDirector = build_opener(_Redirects())
    try:
        name = _ascii(where)
        with opener.open(Request(name, headers=_HEADERS), timeout=patience) as response:
            data = _body(response, name, limit, until)
            return _blob(response, where, data)
    except _Refused as error:
        raise refusal(where, str(error), "Open it in a browser and save the page.") from error
    except HTTPError as error:
        what = f"cannot be had: the server answered {error.code} {error.reason}"
        raise refusal(where, what, "Open it in a browser and save the page.") from error
    except TimeoutError as error:
        raise refusal(where, "did not answer in time", "Try again later.") from error
    except (URLError, HTTPException, OSError, EOFError, zlib.error, ValueError) as error:
        raise _unreachable(where, error) from error


def _ascii(where: str) -> str:
    """The address as it travels: the host in punycode, everything else percent-encoded, no name, password or anchor."""
    parts = urlsplit(where.strip())
    if not parts.hostname:
        raise ValueError("it names no host")
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    if ":" in host:
        host = f"[{host}]"
    net = f"{host}:{parts.port}" if parts.port else host
    path, query = (quote(part, safe="/%:=&?~#+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme.lower(), net, path or "/", query, ""))


def _body(response: HTTPResponse, name: str, limit: int, until: float) -> bytes:
    if int(response.headers.get("Content-Length") or 0) > limit:
        raise too_large(name, limit)
    stored = bytearray()
    while chunk := response.read1(_CHUNK):
        stored += chunk
        if len(stored) > limit:
            raise too_large(name, limit)
        if time.monotonic() > until:
            raise TimeoutError
    if (expected := response.length) and expected > 0:
        raise EOFError("the connection broke off")
    coding = (response.headers.get("Content-Encoding") or "identity").lower()
    if coding == "gzip":
        stored = bytearray(gzip.GzipFile(fileobj=BytesIO(stored)).read(limit + 1))
        if len(stored) > limit:
            raise too_large(name, limit)
    elif coding != "identity":
        raise ValueError(f"it came in an encoding that was not asked for ({coding})")
    if not stored:
        raise empty(name)
    return bytes(stored)


def _blob(response: HTTPResponse, where: str, data: bytes) -> Blob:
    path = PurePosixPath(unquote(urlsplit(response.url).path))
    declared = response.headers.get("Content-Type")
    return Blob(
        data,
        where,
        stem=path.stem,
        suffix=path.suffix.lower(),
        media_type=response.headers.get_content_type() if declared else "",
        charset=response.headers.get_content_charset() or "",
        source=response.url,
    )


def _unreachable(where: str, error: Exception) -> InputError:
    """What went wrong between here and there, as a sentence."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return refusal(where, "did not answer in time", "Try again later.")
    if isinstance(reason, socket.gaierror):
        return refusal(where, "cannot be found: no such host, or no network", "Check the address.")
    return refusal(where, f"cannot be had ({str(reason) or type(reason).__name__})", "Check the address.")
