"""Markdown: front matter says title, date, source and language; of links only the words stay, all else stands."""

import re

from factcheck.intake.blob import Blob
from factcheck.intake.charset import decode
from factcheck.read import Raw, Reader, first_line_title, stated_published

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<fields>(?:(?!---|\.\.\.).*\n)*)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*)$", re.MULTILINE)
_LINK = re.compile(r"""!?\[([^\[\]\n]*)\]\([^()\s]*(?:[ \t]"[^"\n]*")?\)""")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<title>[^\r\n]*)")


def read(blob: Blob) -> Raw:
    """The text without its front matter and link targets; headings, quotations and lists stand as written.

    Raises:
        InputError: if it is not text.
    """
    text = decode(blob.data, blob.name, blob.charset)
    fields: dict[str, str] = {}
    lines_before = 0
    if front := _FRONT_MATTER.match(text):
        lines_before = front[0].count("\n")
        fields = {name.lower(): _unquoted(value) for name, value in _FIELD.findall(front["fields"])}
        text = text[front.end() :]
    text = _LINK.sub(r"\1", text)
    return Raw(
        fields.get("title") or _heading(text) or first_line_title(text),
        text,
        stated_published(fields.get("date") or fields.get("published") or ""),
        fields.get("source") or fields.get("url") or "",
        fields.get("lang") or fields.get("language") or "",
        lines_before=lines_before,
    )


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _heading(text: str) -> str:
    match = _HEADING.match(text.lstrip("\r\n"))
    return match["title"].rstrip("# \t") if match else ""


READER = Reader("markdown", read, suffixes=(".md", ".markdown", ".mdown"), media_types=("text/markdown",))
