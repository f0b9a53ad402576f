"""Word documents made by python-docx and by hand: every word in its order, nothing of what was deleted."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from factcheck.errors import InputError
from factcheck.intake import Blob
from factcheck.read import Raw, read_article
from factcheck.read.docx import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def _read(data: bytes) -> Raw:
    return read(Blob(data, "story.docx"))


def _with(*paragraphs: str) -> Raw:
    """A document of paragraphs given as WordprocessingML."""
    document = docx.Document()
    for xml in paragraphs:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1)))
    return _read(_saved(document))


def test_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.core_properties.title = "Template of 2009"
    document.add_heading("Fees rise", 1)
    document.add_paragraph("The fee is 5 million euros.")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Year", "Fee", "2020", "3 million"), strict=True):
        cell.text = words
    document.add_paragraph("")
    document.add_paragraph("It rose\tby 2 million,\nhe said.")
    raw = _read(_saved(document))
    assert raw.text == (
        "Fees rise\n\nThe fee is 5 million euros.\n\nYear | Fee\n\n2020 | 3 million\n\n"
        "It rose\tby 2 million,\nhe said.\n"
    )
    assert raw.title == "Fees rise"
    assert raw.published is None
    assert raw.warnings == ()


def test_tracked_changes_are_taken_as_accepted() -> None:
    raw = _with(
        "<w:p><w:r><w:t xml:space='preserve'>The fee is </w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>3"
        "</w:delText></w:r></w:del><w:ins w:id='2' w:author='a'><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t>"
        " euros.</w:t></w:r></w:p>"
    )
    assert raw.text == "The fee is 5 euros.\n"
    assert "tracked changes" in raw.warnings[0]


def test_links_fields_and_controls_keep_their_words() -> None:
    raw = _with(
        "<w:p><w:hyperlink><w:r><w:t>Five</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> euros</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:r><w:instrText>PAGE 99</w:instrText></w:r><w:fldSimple w:instr='DATE'><w:r><w:t>"
        " today</w:t></w:r></w:fldSimple><w:r><w:noBreakHyphen/><w:t>ish.</w:t></w:r></w:p>"
    )
    assert raw.text == "Five euros today-ish.\n"


def test_powers_and_indexes_are_not_glued_to_numbers() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("About 10")
    paragraph.add_run("6").font.superscript = True
    paragraph.add_run(" tons of CO")
    paragraph.add_run("2").font.subscript = True
    assert _read(_saved(document)).text == "About 10⁶ tons of CO₂\n"


def test_text_boxes_are_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    raw = _with(
        f"<w:p><w:r><w:t>Around it.</w:t></w:r><w:r><mc:AlternateContent {mc}><mc:Choice Requires='x'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert raw.text == "Around it.\n\nIn the box.\n"


def _patched(data: bytes, patch: dict[str, bytes | None]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = patch.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def _plain() -> bytes:
    document = docx.Document()
    document.add_paragraph("The fee is 5 euros.")
    return _saved(document)


BOMB = (
    b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    + f"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>".encode()
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 and then nothing", "damaged"),
        (_plain()[:-300], "damaged"),
        (_patched(_plain(), {"word/document.xml": None}), "not a Word document"),
        (_patched(_plain(), {"word/document.xml": b"<broken"}), "damaged"),
        (_patched(_plain(), {"[Content_Types].xml": b"<Types/>"}), "not a Word document"),
        (_patched(_plain(), {"word/document.xml": b" " * 210_000_000}), "unpacks to more"),
        (_patched(_plain(), {"word/document.xml": f"<w:document {W}><w:body>".encode() + b"<w:p>" * 5000}), "damaged"),
    ],
    ids=["no zip", "cut off", "no document", "broken document", "no types", "zip bomb", "deep"],
)
def test_documents_that_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        _read(data)


def test_entities_are_not_unpacked() -> None:
    assert "aaaa" not in _read(_patched(_plain(), {"word/document.xml": BOMB})).text


def test_other_archives_are_named_as_such() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("story.txt", "The fee is 5 euros.")
    with pytest.raises(InputError, match="another kind of office file"):
        _read(stream.getvalue())


def test_a_document_is_known_by_its_bytes() -> None:
    data = _plain()
    assert read_article("-", stdin=io.BytesIO(data)).text == "The fee is 5 euros.\n"
    with pytest.raises(InputError, match="Standard input is empty"):
        read_article("-", stdin=io.BytesIO(_saved(docx.Document())))
