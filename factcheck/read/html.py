"""A web page: its article without the furniture around it, and what the page says of itself."""

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.intake.blob import Blob, refusal
from factcheck.intake.charset import decode
from factcheck.model import Published
from factcheck.read import Raw, Reader, lowered, raised, stated_published

DEPTH, ELEMENTS, ATTRIBUTES = 250, 100_000, 1_000
"""Past these, parsers lose text in silence or take minutes; no article needs them."""

_DECLARED = re.compile(rb"""<meta\s[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_STATED = "article:published_time og:published_time datepublished date dc.date dc.date.issued dcterms.issued".split()
_ADVICE = "Copy the article into a text file and read that."
_TABLE_RULE = re.compile(r"\|[|:-]+\|")
_LONG_ENOUGH = 60
_POWER_LENGTH = 4
_ENDINGS = tuple('.!?。！？”"»')
_KEPT_SHARE = 0.2
_FINGERPRINT = 40


def looks_like(head: bytes) -> bool:
    """Whether the beginning of a file is that of a page."""
    return _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(blob: Blob) -> Raw:
    """The headline and the article's paragraphs, an empty line between them.

    Raises:
        InputError: if the page is no text, is built so that a parser would lose some of it, or holds no article.
    """
    from lxml import etree, html

    declared = _DECLARED.search(blob.data[:4096])
    page = decode(blob.data, blob.name, blob.charset or (declared[1].decode() if declared else ""))
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        tree = html.document_fromstring(page.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise refusal(blob.name, "is not a page that can be read", _ADVICE) from error
    if _too_complex(tree):
        raise refusal(blob.name, "is built too deeply to be read without losing words", _ADVICE)
    stated = _stated_date(tree)
    _set_powers(tree)
    found = _article(tree)
    if not found or not _is_prose(found["text"]):
        raise refusal(blob.name, "holds no article that can be told from the page around it", _ADVICE)
    text, title = found["text"], found["title"]
    missing = _left_out(tree, text)
    lost = sum(map(len, missing))
    if lost > (1 - _KEPT_SHARE) * (lost + len(text)):
        raise refusal(blob.name, "holds more than one article, or one that cannot be told from the page", _ADVICE)
    if title and _bare(title) not in _bare(text[: 2 * len(title) + 500]):
        text = f"{title}\n\n{text}"
    return Raw(
        title,
        text,
        stated or _guessed_date(found["date"]),
        blob.source or found["url"] or found["sitename"],
        (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()[:35],
        warnings=_warning(missing),
    )


def _too_complex(tree: Any) -> bool:
    from lxml import etree

    depth = elements = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > DEPTH or elements > ELEMENTS or len(element.attrib) > ATTRIBUTES:
            return True
    return False


def _set_powers(tree: Any) -> None:
    """Numbers that stand above or below the line become such characters, in place."""
    for element in tree.iter("sup", "sub"):
        words = element.text_content().strip()
        if 0 < len(words) <= _POWER_LENGTH and any(map(str.isdigit, words)):
            tail = element.tail
            element.clear()
            element.text, element.tail = (raised if element.tag == "sup" else lowered)(words), tail


def _article(tree: Any) -> dict[str, str] | None:
    """Text, title, date, address and name of the site, as trafilatura finds them; None where it finds no text."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not found.text:
        return None
    lines = [line for line in map(str.strip, found.text.splitlines()) if line and not _TABLE_RULE.fullmatch(line)]
    text = "\n\n".join(lines).replace("|\n\n|", "|\n|") + "\n"
    fields = {name: str(getattr(found, name) or "") for name in ("title", "date", "url", "sitename")}
    return {"text": text, **fields, "title": " ".join(fields["title"].split())}


def _is_prose(text: str) -> bool:
    """Whether a line of it is long or ends like a sentence: a page's menu has neither."""
    return any(len(line) >= _LONG_ENOUGH or line.endswith(_ENDINGS) for line in text.splitlines())


def _stated_date(tree: Any) -> Published | None:
    """The one publication date that the page states; None where it states none, or several."""
    dates = {published.value for words in _dates(tree) if (published := stated_published(words))}
    return Published(dates.pop()) if len(dates) == 1 else None


def _dates(tree: Any) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in _STATED:
            yield meta.get("content") or ""
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            yield time.get("datetime") or ""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            yield from _linked_dates(data)


def _linked_dates(data: Any) -> Iterator[str]:
    """`datePublished` of the things that a JSON-LD script is about, not of things they mention."""
    things = data if isinstance(data, list) else [data]
    for thing in things:
        if isinstance(thing, dict):
            if isinstance(date := thing.get("datePublished"), str):
                yield date
            if isinstance(graph := thing.get("@graph"), list):
                yield from _linked_dates([node for node in graph if isinstance(node, dict) and "@graph" not in node])


def _guessed_date(words: str) -> Published | None:
    stated = stated_published(words)
    return Published(stated.value, inferred=True) if stated else None


def _left_out(tree: Any, text: str) -> list[str]:
    """The page's longer paragraphs whose words are not in `text`."""
    kept = {_bare(line)[:_FINGERPRINT] for line in text.splitlines()}
    missing = []
    for paragraph in tree.iter("p", "blockquote", "h2", "h3", "pre", "figcaption"):
        words = " ".join(paragraph.text_content().split())
        if len(words) >= _LONG_ENOUGH and _bare(words)[:_FINGERPRINT] not in kept:
            missing.append(words)
    return missing


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _warning(missing: list[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    what = "1 paragraph of the page was" if len(missing) == 1 else f"{len(missing)} paragraphs of the page were"
    return (f"{what} taken for its furniture and left out; the first begins “{missing[0][:60]}…”.",)


READER = Reader(
    "html",
    read,
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    looks_like=looks_like,
    apart=True,
)
