"""Plain text, Markdown and standard input: what comes in is what is read, and what cannot be read is refused."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from factcheck.errors import InputError, ReadingError
from factcheck.model import Published
from factcheck.read import Raw, read_article, read_published, readers

STORY = "Ministry raises fees\n\nThe “new” fee is £5 million — up 12 % on 2019, Zoë Brûlé said.\n"


def test_every_reader_has_its_own_suffixes() -> None:
    suffixes = [suffix for reader in readers().values() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert sum(reader.fallback for reader in readers().values()) == 1


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "gb18030"]
)
def test_charsets(tmp_path: Path, charset: str) -> None:
    story = STORY if charset != "gb18030" else "部长提高费用\n\n新费用为五百万元，比去年增加百分之十二，部长表示。\n"
    path = tmp_path / "story.txt"
    path.write_bytes(story.encode(charset))
    raw = read_article(str(path))
    assert raw.text == story
    assert raw.title == story.partition("\n")[0]
    assert raw.data == path.read_bytes()


def test_line_ends_are_left_to_clean() -> None:
    assert read_article("-", stdin=BytesIO(b"Head\r\n\r\nBody text.\r\n")).text == "Head\r\n\r\nBody text.\r\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Short head\n\nBody.", "Short head"),
        ("Is it so?\n\nBody.", "Is it so?"),
        ("Short head\nBody without a gap.", "story"),
        ("This line is a sentence.\n\nBody.", "story"),
        ("word " * 50 + "\n\nBody.", "story"),
        ("Only one line", "story"),
        ("\n\n  Head after blanks  \n\nBody.", "Head after blanks"),
    ],
)
def test_title_of_plain_text(tmp_path: Path, text: str, title: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    assert read_article(str(path)).title == title


def test_title_of_standard_input_is_its_first_words() -> None:
    raw = read_article("-", stdin=BytesIO(b"The minister said on Monday that fees would rise by a tenth in spring.\n"))
    assert raw.title == "The minister said on Monday that fees would rise by a tenth…"


def test_what_a_person_says_wins() -> None:
    raw = read_article("-", title="Mine\n", published="6 Dec 2021", source="Our wire", stdin=BytesIO(b"Head\n\nBody."))
    assert (raw.title, raw.published, raw.source) == ("Mine", Published("2021-12-06"), "Our wire")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2021", "2021"),
        ("2021-12", "2021-12"),
        (" 2021-12-06 ", "2021-12-06"),
        ("6 December 2021", "2021-12-06"),
        ("Monday, December 6, 2021", "2021-12-06"),
        ("December 2021", "2021-12"),
        ("25/12/2021", "2021-12-25"),
    ],
)
def test_dates_a_person_types(words: str, value: str) -> None:
    assert read_published(words) == Published(value)


@pytest.mark.parametrize(
    "words", ["2021-13", "2021-02-30", "31 Feb 2021", "6/12/2021", "06 Dec", "yesterday", "1638748800", "", "x" * 1000]
)
def test_dates_that_are_refused(words: str) -> None:
    with pytest.raises(ReadingError):
        read_published(words)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t \n", "is empty"),
        ("\u3000\u00a0\ufeff\u200b***".encode(), "is empty"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0words", "is not text"),
        (b"words\0more", "is not text"),
        (b"\xff\xfe\x00bad", "is in no charset"),
        (b"\xfe\xff\x12\x34\xe0\x10\xab\xcd\xf0\x01 \x20words", "is in no charset"),
        (b"\x01\x02\x03\x04\x05\x06words", "is not text"),
        (b"\x89PNG\r\n\x1a\n....", "is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old Word file"),
        (b"{\\rtf1 words}", "rich text"),
        (b"word " * 300, "larger than the limit of 0.001 MB"),
    ],
)
def test_what_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match="Standard input") as caught:
        read_article("-", stdin=BytesIO(data), limit=1000)
    assert says in caught.value.message
    assert "nothing was stored" in caught.value.message


def test_a_stream_is_not_read_past_the_limit() -> None:
    stream = BytesIO(b"word " * 100_000)
    with pytest.raises(InputError, match="limit"):
        read_article("-", stdin=stream, limit=1000)
    assert stream.tell() <= 1001


def _refused(where: str, **options: int) -> str:
    with pytest.raises(InputError) as caught:
        read_article(where, **options)
    return caught.value.message


def test_places_that_are_no_files(tmp_path: Path) -> None:
    fifo, loop = tmp_path / "fifo", tmp_path / "loop"
    os.mkfifo(fifo)
    loop.symlink_to(loop)
    (tmp_path / "big.txt").write_bytes(b"word " * 300)
    assert "does not exist" in _refused(str(tmp_path / "none.txt"))
    assert "is a folder" in _refused(str(tmp_path))
    assert "is a pipe" in _refused(str(fifo))
    assert "is a device" in _refused("/dev/zero")
    assert "cannot be read" in _refused(str(loop))
    assert "cannot be read" in _refused(str(tmp_path / ("x" * 300)))
    assert "larger than the limit" in _refused(str(tmp_path / "big.txt"), limit=1000)
    assert "not an http" in _refused("ftp://example.org/story.txt")
    assert "No file was named" in _refused("")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("words")
    path.chmod(0)
    assert "may not be read" in _refused(str(path))


def test_hostile_names_stay_words(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    path = os.fsdecode(folder + b"/a\x1b]0;owned\x07\n\xff.txt")
    assert not {"\x1b", "\n", "\udcff"} & set(_refused(path))
    Path(path).write_text("The fee rose.")
    assert read_article(path).text == "The fee rose."
    assert "null byte" in _refused("a\0b")


def test_symbolic_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("The fee rose.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert read_article(str(tmp_path / "link.txt")).text == "The fee rose."


def _markdown(tmp_path: Path, text: str) -> Raw:
    path = tmp_path / "story.md"
    path.write_text(text, encoding="utf-8", newline="")
    return read_article(str(path))


def test_front_matter(tmp_path: Path) -> None:
    raw = _markdown(
        tmp_path,
        '---\ntitle: "Fees: a rise"\ndate: 2021-12-06T23:30:00-05:00\nsource: Our wire\nlang: en\n---\n# Fees\n\n> He said 5.\n',
    )
    assert (raw.title, raw.published, raw.source, raw.language) == (
        "Fees: a rise",
        Published("2021-12-06"),
        "Our wire",
        "en",
    )
    assert raw.text == "# Fees\n\n> He said 5.\n"


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("# Fees rise #\n\nBody.", "Fees rise", None),
        ("Fees rise\n\nBody.", "Fees rise", None),
        ("---\nno end\n\nBody.", "story", None),
        ('A [rise](http://x.org/2021/12) of ![5](a.png "t") and [that].', "story", "A rise of 5 and [that]."),
        ("[" * 50_000, None, None),
        ("---\n" + "a: b\n" * 20_000 + "Body.", "story", None),
    ],
)
def test_markdown(tmp_path: Path, text: str, title: str | None, rest: str | None) -> None:
    if title is None:
        with pytest.raises(InputError):
            _markdown(tmp_path, text)
        return
    raw = _markdown(tmp_path, text)
    assert (raw.title, raw.text) == (title, rest or text)


def test_front_matter_date_that_could_be_two_is_not_taken(tmp_path: Path) -> None:
    assert _markdown(tmp_path, "---\ndate: 6/12/2021\n---\nBody.").published is None
