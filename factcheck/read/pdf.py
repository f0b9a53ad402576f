"""A PDF: the text of its pages, lines joined to paragraphs again where they were only wrapped."""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from factcheck.intake.blob import Blob, refusal
from factcheck.read import Raw, Reader, first_line_title

PAGES = 2_000
"""More pages than this are a book, not an article."""

_ADVICE = "Copy the text out of a PDF viewer into a text file."
_TOOLS = re.compile(
    r"^(?:Microsoft|untitled|document\d*$|print|layout)|\.(?:docx?|indd|pdf|qxp|pages|tmp)$", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:\d|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))-$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[-–—|]? ?(?:page )?\d{1,3}(?: ?(?:/|of) ?\d{1,3})? ?[-–—|]?", re.IGNORECASE)
_FULL = 0.72
"""A line shorter than this share of the widest common line ends a paragraph, if a sentence ends there."""

_ENDS = tuple(".!?:。！？”\"’')»")


def read(blob: Blob) -> Raw:
    """The text of all pages.

    Raises:
        InputError: if it has a password, is damaged, is too long, or holds pictures of text instead of text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    broken = (
        *(PyPdfError, DependencyError, zlib.error, struct.error, LookupError, ValueError, TypeError, AttributeError),
        *(ArithmeticError, AssertionError, NotImplementedError, RecursionError, EOFError),
    )
    try:
        reader = PdfReader(BytesIO(blob.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        if len(reader.pages) > PAGES:
            raise refusal(blob.name, f"has more than {PAGES} pages", "Take the pages that are the article.")
        pages = [page.extract_text() for page in reader.pages]
        title, language = _title(reader), _language(reader)
    except (FileNotDecryptedError, DependencyError) as error:
        raise refusal(blob.name, "has a password", "Save a copy without one.") from error
    except broken as error:
        raise refusal(blob.name, "is a damaged PDF, or one that cannot be read", _ADVICE) from error
    silent = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(silent) == len(pages):
        raise refusal(blob.name, "holds no text: its pages are pictures", "Recognise the text first (OCR).")
    text = unwrapped(pages)
    return Raw(first_line_title(text) or title, text, language=language, warnings=_warning(silent))


def unwrapped(pages: Iterable[str]) -> str:
    """The lines of pages joined to paragraphs, an empty line between them; words that were divided are whole again."""
    lines = [line for page in pages for line in _lines(page)]
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    return "\n\n".join(_paragraphs(lines, width)) + "\n"


def _lines(page: str) -> list[str]:
    """The lines of a page without the number at its top or bottom."""
    lines = [" ".join(line.split()) for line in page.replace("\0", "").strip().split("\n")]
    if lines and _PAGE_NUMBER.fullmatch(lines[-1]):
        lines.pop()
    return lines[1:] if lines and _PAGE_NUMBER.fullmatch(lines[0]) else lines


def _paragraphs(lines: Iterable[str], width: int) -> Iterator[str]:
    parts: list[str] = []
    for line in lines:
        if parts and (not line or _ends_paragraph(parts[-1], line, width)):
            yield "".join(parts)
            parts = []
        if line:
            parts[-1:] = _joined(parts[-1], line) if parts else [line]
    if parts:
        yield "".join(parts)


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    if len(line) >= _FULL * width or following[0].islower():
        return False
    return line.endswith(_ENDS) or len(line) < _FULL * width / 2


def _joined(line: str, following: str) -> tuple[str, str]:
    """Two lines of a paragraph as they read on: a divided word becomes whole, a compound keeps its dash."""
    if line.endswith("-") and line[-2:-1].isalpha() and following[0].islower() and not _NUMBERED.search(line):
        return line[:-1], following
    return line if line.endswith("-") else f"{line} ", following


def _title(reader: Any) -> str:
    """The title that the file states, unless a program made it up."""
    stated = reader.metadata.title if reader.metadata else None
    title = " ".join(stated.split()) if isinstance(stated, str) else ""
    return "" if _TOOLS.search(title) else title


def _language(reader: Any) -> str:
    language = reader.trailer["/Root"].get("/Lang")
    return str(language)[:35] if isinstance(language, str) else ""


def _warning(silent: list[int]) -> tuple[str, ...]:
    if not silent:
        return ()
    pages = ", ".join(map(str, silent[:10])) + (" ..." if len(silent) > 10 else "")
    return (f"Pages without text, pictures perhaps, were not read: {pages}.",)


READER = Reader("pdf", read, suffixes=(".pdf",), media_types=("application/pdf",), signature=b"%PDF-", apart=True)
