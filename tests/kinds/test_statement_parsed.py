"""What the statement kind makes of a parse, with parses written by hand."""

from collections.abc import Iterable, Iterator

import pytest

from factcheck.document import Document
from factcheck.kinds.statement import STATEMENT
from factcheck.kinds.statement.value import Statement
from factcheck.model import Span
from factcheck.syntax import Sentence, Word

RADIOED = """
The the DT det 2
clerk clerk NN nsubj 3
radioed radio VBD ROOT 3
that that IN mark 7
it it PRP nsubj 7
had have VBD aux 7
rained rain VBN ccomp 3
. . . punct 3
"""
TOLD = """
Asked ask VBN advcl 9
whether whether IN mark 4
boats boat NNS nsubj 4
sink sink VBP ccomp 1
, , , punct 9
the the DT det 7
clerk clerk NN nsubj 9
only only RB advmod 9
laughed laugh VBD ROOT 9
"""
MEANT = RADIOED.replace("radioed radio", "meant mean")
QUOTED = (
    "“ “ `` punct 3\n"
    + "\n".join(
        f"{word} {lemma} {tag} {relation} {int(head) + 1}"
        for word, lemma, tag, relation, head in (line.split() for line in RADIOED.strip().splitlines())
    )
    + "\n” ” '' punct 4"
)


def parsed(table: str) -> tuple[str, Sentence]:
    """A sentence's text and words from lines of word, lemma, tag, relation and head, which counts from 1."""
    text, words = "", []
    for line in table.strip().splitlines():
        word, lemma, tag, relation, head = line.split()
        text += " " if text else ""
        words.append(Word(len(text), len(text) + len(word), lemma, tag, relation, int(head) - 1))
        text += word
    return text, tuple(words)


def found(table: str) -> list[tuple[str, str, str, str]]:
    text, words = parsed(table)

    def parser(whole: str, sentences: Iterable[Span]) -> Iterator[Sentence]:
        assert whole == text
        assert [span.of(whole) for span in sentences]
        yield words

    values = [value for _, value in STATEMENT.find(Document(text, parser=parser), []) if isinstance(value, Statement)]
    return [
        (
            value.source.of(text) if value.source else "",
            value.cue.of(text) if value.cue else "",
            value.said,
            value.act,
        )
        for value in values
    ]


@pytest.mark.parametrize(
    ("table", "statements"),
    [
        (RADIOED, [("The clerk", "radioed", "it had rained", "say")]),
        (TOLD, [("", "Asked", "whether boats sink", "ask")]),
        (MEANT, []),
        (QUOTED, []),
    ],
    ids=["a verb of no list", "a question to somebody", "a verb that says nothing", "in a quotation"],
)
def test_a_parse_adds_what_the_rules_miss(table: str, statements: list[tuple[str, str, str, str]]) -> None:
    assert found(table) == statements


def test_what_the_rules_found_is_not_found_again() -> None:
    said = RADIOED.replace("radioed radio", "said say")
    assert found(said) == [("The clerk", "said", "it had rained", "say")]
