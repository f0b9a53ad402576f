"""PDFs written byte by byte: lines become paragraphs again, and what holds no text is refused."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from factcheck.errors import InputError
from factcheck.intake import Blob
from factcheck.read import Raw, read_article
from factcheck.read.pdf import read, unwrapped


def pdf(pages: list[list[str]], title: str = "") -> bytes:
    """A PDF with one line of text under another."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        words = "".join(f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T*\n" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td\n{words}ET" if lines else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) /CreationDate (D:19990101000000Z) >>")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode() + trailer.encode()


STORY = [
    "Fees rise",
    "",
    "The minister said on Monday that the fee would be 5",
    "million euros, up from 3 million the year before, the sec-",
    "ond rise in thirty-",
    "five years, he added.",
    "Nobody had asked (2+2) for it, said the opposition,",
    "which wants a vote.",
]


def _read(data: bytes) -> Raw:
    return read(Blob(data, "story.pdf"))


def test_lines_become_paragraphs() -> None:
    raw = _read(pdf([STORY]))
    assert raw.text == (
        "Fees rise\n\nThe minister said on Monday that the fee would be 5 million euros, up from 3 million the year "
        "before, the second rise in thirty-five years, he added.\n\n"
        "Nobody had asked (2+2) for it, said the opposition, which wants a vote.\n"
    )
    assert (raw.title, raw.language, raw.published) == ("Fees rise", "en-GB", None)


@pytest.mark.parametrize(
    ("title", "taken"),
    [("Fees of the harbour", "Fees of the harbour"), ("Microsoft Word - x.doc", ""), ("fees.indd", "")],
)
def test_titles_that_programs_make_up_are_not_taken(title: str, taken: str) -> None:
    assert _read(pdf([["The minister said no."]], title)).title == taken


def test_a_sentence_goes_on_over_a_page() -> None:
    raw = _read(pdf([["The minister said on Monday that the fee", "1"], ["Page 2 of 2", "would be 5 million euros."]]))
    assert raw.text == "The minister said on Monday that the fee would be 5 million euros.\n"


def test_pages_without_text_are_named() -> None:
    raw = _read(pdf([["The fee is 5 euros."], [], ["It rose."]]))
    assert raw.warnings == ("Pages without text, pictures perhaps, were not read: 2.",)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["self-", "made"], "selfmade\n"),
        (["mid-", "2021"], "mid-2021\n"),
        (["The 20-", "year plan"], "The 20-year plan\n"),
        (["Anglo-", "French talks"], "Anglo-French talks\n"),
        (["a\0b"], "ab\n"),
        ([], "\n"),
    ],
)
def test_words_divided_at_the_end_of_a_line(lines: list[str], text: str) -> None:
    assert unwrapped(["\n".join(lines)]) == text


def _locked(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([[]]), "holds no text: its pages are pictures"),
        (_locked(pdf([STORY])), "has a password"),
        (b"%PDF-1.4\nand nothing more", "damaged"),
        (b"%PDF-1.4\n" + b"1 0 obj\n<<" * 1000, "damaged"),
        (pdf([STORY]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "damaged"),
    ],
    ids=["pictures", "password", "stump", "garbage", "a loop of pages"],
)
def test_files_that_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        _read(data)
    assert "nothing was stored" in caught.value.message


def test_a_pdf_is_known_by_its_bytes() -> None:
    assert read_article("-", stdin=io.BytesIO(pdf([STORY]))).title == "Fees rise"
