"""The web door against a real server on this machine: bounded, careful with redirects, plain about what went wrong."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from factcheck.errors import InputError
from factcheck.intake import take
from factcheck.intake.web import from_web, is_private
from factcheck.read import read_article

STORY = "Fees rise\n\nThe fee is 5 euros, Zoë said.\n"


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/").replace("-", "_").partition(".")[0]
        getattr(self, f"_{name}", self._missing)()

    def _send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.send_header("Content-Length", headers.get("length", str(len(body))))
        self.end_headers()
        self.wfile.write(body)

    def _story(self) -> None:
        self._send(STORY.encode("cp1252"), Content_Type="text/plain; charset=windows-1252")

    def _zipped(self) -> None:
        self._send(gzip.compress(STORY.encode()), Content_Type="text/plain", Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._send(gzip.compress(b"word " * 1_000_000), Content_Type="text/plain", Content_Encoding="gzip")

    def _brotli(self) -> None:
        self._send(b"xxx", Content_Encoding="br")

    def _picture(self) -> None:
        self._send(b"<svg/>", Content_Type="image/svg+xml")

    def _empty(self) -> None:
        self._send(b"")

    def _moved(self) -> None:
        self._send(b"", 302, Location="/story.txt?from=there")

    def _loop(self) -> None:
        self._send(b"", 302, Location="/loop")

    def _to_file(self) -> None:
        self._send(b"", 302, Location="file:///etc/hostname")

    def _to_ftp(self) -> None:
        self._send(b"", 302, Location="ftp://127.0.0.1/x")

    def _large(self) -> None:
        self._send(b"word " * 30_000)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"word " * 1000)
        except OSError:
            pass

    def _slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"w")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def _silent(self) -> None:
        time.sleep(1)

    def _cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"The fee")

    def _rude(self) -> None:
        self.send_response(500, "\x1b[31m no")
        self.end_headers()

    def _missing(self) -> None:
        self._send(b"no", 404)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_text_with_its_charset(site: str) -> None:
    raw = read_article(f"{site}/story.txt")
    assert (raw.text, raw.title, raw.source) == (STORY, "Fees rise", f"{site}/story.txt")


def test_redirects_and_compression(site: str) -> None:
    raw = read_article(f"{site}/moved")
    assert (raw.text, raw.source) == (STORY, f"{site}/story.txt?from=there")
    assert take(f"{site}/zipped").data == STORY.encode()


def test_names_and_passwords_and_anchors_do_not_travel(site: str) -> None:
    blob = take(site.replace("http://", "HTTP://user:secret@") + "/story.txt#part")
    assert blob.source == f"{site}/story.txt"


def test_addresses_beyond_ascii_are_encoded(site: str) -> None:
    assert take(f"{site}/story.txt?q=é ü").source == f"{site}/story.txt?q=%C3%A9%20%C3%BC"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("none", "the server answered 404"),
        ("rude", "the server answered 500 ␛"),
        ("empty", "is empty"),
        ("loop", "redirect"),
        ("to-file", "is not allowed"),
        ("to-ftp", "not http or https"),
        ("large", "larger than the limit of 0.1 MB"),
        ("endless", "larger than the limit of 0.1 MB"),
        ("bomb", "larger than the limit of 0.1 MB"),
        ("brotli", "not asked for"),
        ("cut", "broke off"),
        ("picture", "is image/svg"),
    ],
)
def test_what_is_refused(site: str, path: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_article(f"{site}/{path}", limit=100_000)
    assert "nothing was stored" in caught.value.message
    assert "\x1b" not in caught.value.message


def test_servers_that_keep_one_waiting(site: str) -> None:
    for path in ("slow", "silent"):
        with pytest.raises(InputError, match="did not answer in time"):
            from_web(f"{site}/{path}", 1000, patience=0.2, deadline=0.2)


@pytest.mark.parametrize(
    "where", ["http://", "https:///x", "http://[::1", "http://127.0.0.1:99999/", "http://127.0.0.1:1/"]
)
def test_addresses_that_lead_nowhere(where: str) -> None:
    with pytest.raises(InputError, match="cannot be had"):
        take(where)


def test_a_public_site_may_not_lead_into_a_private_network() -> None:
    assert all(map(is_private, ["http://127.0.0.1/", "http://10.1.2.3/", "http://[::1]/", "http://169.254.169.254/x"]))
    assert not is_private("http://93.184.215.14/")
