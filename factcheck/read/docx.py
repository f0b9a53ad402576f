"""A Word document: its paragraphs, tables and notes in reading order, tracked changes taken as accepted."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from factcheck.intake.blob import Blob, refusal
from factcheck.read import Raw, Reader, first_line_title, lowered, raised

UNPACKED, PARTS = 200_000_000, 5_000
"""The most bytes and parts that a document may unpack to."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "sectPr")} | {_FALLBACK}
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SETTINGS = {"superscript": raised, "subscript": lowered}
_NOTES = ("/footnotes", "/endnotes")
_TITLE_STYLES = ("title", "heading1")
_ADVICE = "Open it in Word, save it again as .docx, or copy the text."


def read(blob: Blob) -> Raw:
    """The text of a document, an empty line between paragraphs, a table row a line, notes at the end.

    Raises:
        InputError: if it is no Word document, is damaged, or unpacks to more than is reasonable.
    """
    _check_archive(blob)
    import zipfile
    import zlib

    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(BytesIO(blob.data))
        body = document.element.body
        roots = [body, *_notes(document.part)]
        title, language = document.core_properties.title, document.core_properties.language
    except (OpcError, PythonDocxError, LxmlError, zipfile.BadZipFile, zlib.error) as error:
        raise refusal(blob.name, "is damaged", _ADVICE) from error
    except (KeyError, ValueError, TypeError, AttributeError, EOFError, NotImplementedError, RuntimeError) as error:
        raise refusal(blob.name, "is not a Word document that can be read", _ADVICE) from error
    paragraphs = [text for root in roots for paragraph in _paragraphs(root) if (text := paragraph.strip(" \t\r\n"))]
    text = "\n\n".join(paragraphs) + "\n" if paragraphs else ""
    return Raw(
        _styled_title(body) or first_line_title(text) or title.strip(),
        text,
        language=language.strip()[:35],
        warnings=_warnings(body),
    )


def _check_archive(blob: Blob) -> None:
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(blob.data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise refusal(blob.name, "is damaged: its parts cannot be unpacked", _ADVICE) from error
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise refusal(blob.name, f"unpacks to more than {UNPACKED // 1_000_000} MB", _ADVICE)
    if not any("document" in part.filename for part in parts):
        raise refusal(blob.name, "is an archive or another kind of office file", _ADVICE)


def _notes(part: Any) -> Iterator[Any]:
    """The roots of the parts that hold footnotes and endnotes."""
    from docx.oxml.parser import parse_xml

    for relation in part.rels.values():
        if relation.reltype.endswith(_NOTES) and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _paragraphs(element: Any) -> Iterator[str]:
    """The paragraphs under an element; a table row is one, its cells divided by bars."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}tr":
            cells = (" ".join(" ".join(_paragraphs(cell)).split()) for cell in child.iter(f"{_W}tc"))
            yield " | ".join(cells)
        elif child.tag == f"{_W}p":
            yield "".join(_words(child))
            for box in child.iter(f"{_W}txbxContent"):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _paragraphs(box)
        else:
            yield from _paragraphs(child)


def _words(element: Any) -> Iterator[str]:
    """The words of a paragraph, without those of a text box that is anchored in it."""
    align = element.find(f"{_W}rPr/{_W}vertAlign")
    if align is not None and (setting := _SETTINGS.get(align.get(f"{_W}val"))):
        yield setting("".join(child.text or "" for child in element.iter(f"{_W}t")))
        return
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != f"{_W}txbxContent":
            yield from _words(child)


def _styled_title(body: Any) -> str:
    """The first paragraph that is styled as a title or as a first heading."""
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and (style.get(f"{_W}val") or "").lower() in _TITLE_STYLES:
            return " ".join("".join(_words(paragraph)).split())
    return ""


def _warnings(body: Any) -> tuple[str, ...]:
    if any(next(body.iter(f"{_W}{name}"), None) is not None for name in ("ins", "del", "moveFrom")):
        return ("The document has tracked changes; it was read as if all of them were accepted.",)
    return ()


READER = Reader(
    "docx",
    read,
    suffixes=(".docx",),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    signature=b"PK\x03\x04",
    apart=True,
)
