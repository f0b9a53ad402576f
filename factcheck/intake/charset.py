"""From bytes to text: by byte order mark, by declaration, by strict UTF-8, and only then by a guess."""

import codecs
import unicodedata
from collections.abc import Iterator

from factcheck.intake.blob import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSED_ON = 65_536
_WESTERN = "cp1252"
_GUESSES = [
    *(f"cp125{n}" for n in (2, 0, 1, 3, 4, 5, 6, 7, 8)),
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
    "koi8_r",
]
_CONTROLS = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0x7F])
_CONTROL_SHARE = 0.02
_COMMON = dict.fromkeys([0x0A, 0x0D, *range(0x20, 0x7F), *range(0x3000, 0x3040), *range(0xFF00, 0xFFF0)])
_COMMON_SHARE = 0.02


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text in `data`; `declared` is the charset that a server or the file itself states, and may be wrong.

    Raises:
        InputError: if it is binary, or no charset fits the whole of it.
    """
    text = next((text for text in _tries(data, declared) if text is not None), None)
    if text is None:
        raise refusal(name, "is in no charset that fits all of it", "Save it as UTF-8.")
    controls = len(text) - len(text.translate(_CONTROLS))
    if "\0" in text or controls > _CONTROL_SHARE * len(text):
        raise refusal(name, "is not text", "Give a text, Markdown, HTML, Word (.docx) or PDF file.")
    return text


def _tries(data: bytes, declared: str) -> Iterator[str | None]:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            yield _likely(_strictly(data[len(mark) :], charset), charset)
    charset = _as_on_the_web(declared)
    if charset == _WESTERN:  # fits any bytes and is declared by habit: what is well-formed UTF-8 is not it
        yield _strictly(data, "utf-8")
    yield _strictly(data, charset)
    yield _strictly(data, _wide(data))
    yield _strictly(data, "utf-8")
    yield _strictly(data, _guessed(data))


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset) if charset else None
    except (UnicodeError, LookupError):
        return None


def _likely(text: str | None, charset: str) -> str | None:
    """The text, unless it is what UTF-16 makes of any bytes: without space, digit or mark, or with unassigned ones."""
    if text is None or charset == "utf-8":
        return text
    head = text[:4096]
    common = len(head) - len(head.translate(_COMMON))
    unknown = sum(unicodedata.category(character) in ("Cn", "Co") for character in head)
    return text if common >= _COMMON_SHARE * len(head) and unknown <= _CONTROL_SHARE * len(head) else None


def _as_on_the_web(declared: str) -> str:
    """The charset that is meant by a declared name: Latin 1 and ASCII mean Windows 1252 (WHATWG Encoding)."""
    try:
        charset = codecs.lookup(declared.strip()).name if declared else ""
    except (LookupError, ValueError):
        return ""
    return _WESTERN if charset in ("ascii", "iso8859-1") else charset


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark shows by the NULs of its ASCII characters, all on one side."""
    head = data[:4096]
    pairs = len(head) // 2
    high, low = head[0::2].count(0), head[1::2].count(0)
    if low * 10 > pairs * 4 and high * 50 < low:
        return "utf-16-le"
    if high * 10 > pairs * 4 and low * 50 < high:
        return "utf-16-be"
    return ""


def _guessed(data: bytes) -> str:
    """What charset-normalizer makes of the first 64 KB, among the charsets that text is still found in."""
    if b"\0" in data[:_GUESSED_ON] or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_ON], cp_isolation=_GUESSES).best()
    return best.encoding if best else ""
