"""Files damaged at random are read or refused with a sentence: no parser's own error gets out."""

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress

import docx
import pytest

from factcheck.errors import InputError
from factcheck.intake import Blob
from factcheck.read import Raw
from factcheck.read.docx import read as read_docx
from factcheck.read.html import read as read_html
from factcheck.read.pdf import read as read_pdf
from tests.read.test_docx import _patched, _saved
from tests.read.test_html import PAGE, STORY
from tests.read.test_pdf import pdf

SPLINTERS = [
    b"<<",
    b">>",
    b"[",
    b"0 R",
    b"99999999999",
    b"-1",
    b"/Kids",
    b"null",
    b"<div>",
    b"</p>",
    b"&#x0;",
    b"\xff\xfe",
    b"<w:p>",
]


def _damaged(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(broken))
        match chance.randrange(4):
            case 0:
                broken[at] = chance.randrange(256)
            case 1:
                del broken[at : min(at + chance.randint(1, 30), len(broken) - 1)]
            case 2:
                broken[at:at] = broken[chance.randrange(len(broken)) :][:60]
            case _:
                broken[at:at] = chance.choice(SPLINTERS)
    return bytes(broken)


def _document(chance: random.Random) -> bytes:
    document = docx.Document()
    document.add_heading("Fees rise", 1)
    document.add_table(2, 2)
    data = _saved(document)
    part = chance.choice(["word/document.xml", "[Content_Types].xml", "_rels/.rels", "docProps/core.xml"])
    return _patched(data, {part: _damaged(PARTS[part], chance)})


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_saved(docx.Document()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PARTS = _parts()
PAGE_BYTES = (
    PAGE.replace("{head}", '<script type="application/ld+json">{"author":[5]}</script>')
    .replace("{body}", STORY)
    .encode()
)
PDF_BYTES = pdf([["The fee is 5 euros."]] * 3, "Fees")
CASES = [
    (read_pdf, lambda chance: _damaged(PDF_BYTES, chance), 100),
    (read_html, lambda chance: _damaged(PAGE_BYTES, chance), 20),
    (read_docx, _document, 30),
]


@pytest.mark.parametrize(("read", "make", "times"), CASES, ids=["pdf", "html", "docx"])
def test_damaged_files(read: Callable[[Blob], Raw], make: Callable[[random.Random], bytes], times: int) -> None:
    texts = []
    for seed in range(times):
        with suppress(InputError):
            texts.append(read(Blob(make(random.Random(seed)), "story")).text)
    assert texts
