"""Words that look as if a statement stood there: quotations of some length, and unmistakable reporting verbs."""

from collections.abc import Iterator
from functools import cache

from factcheck.document import Document
from factcheck.kinds.statement.lexicon import reporting_forms
from factcheck.kinds.statement.words import BE, DETERMINERS, NOUN_FORMS, PREPOSITIONS
from factcheck.model import Span
from factcheck.quotations import quotations

_WORDS = 3
"""How many words a quotation has at least that is more than a name or a term."""
_SPEECH = frozenset(["quote", "that", "bare"])
_THOUGHTS = frozenset(["believe", "estimate", "want"])
_OTHER_SENSES = frozenset(
    "add find hear learn show prove reflect rule hammer pan rip savage trash bash scream sing snap sigh chant write "
    "read describe discuss outline repeat question request respond decide reveal unveil illustrate indicate "
    "demonstrate reason imply continue conclude float signal quote mention disclose answer swear maintain".split()
)
"""Lemmas whose past and third person do not say by themselves that somebody spoke."""

_NOT_BEFORE = DETERMINERS | PREPOSITIONS | BE | frozenset(["-", "when", "if"])
"""Words after which a form describes a noun, or is said of nobody in particular."""


def hints(document: Document) -> Iterator[Span]:
    """Quotations of three words or more and unmistakable reporting verbs outside them, in reading order."""
    forms, tokens = _speaking_forms(), document.tokens
    quoted = [quotation.span for quotation in quotations(document)]
    number, words = 0, 0
    for at, low in enumerate(tokens.lowers):
        start = tokens.starts[at]
        while number < len(quoted) and quoted[number].end <= start:
            number, words = number + 1, 0
        if number < len(quoted) and start >= quoted[number].start:
            words += low[0].isalnum()
            if words == _WORDS and low[0].isalnum():
                yield quoted[number]
        elif low in forms and _is_verb(tokens.words, tokens.lowers, at):
            yield tokens.span(at, at)


def _is_verb(words: list[str], lowers: list[str], at: int) -> bool:
    """Whether a form stands where a verb can: not within a name, not where it describes a noun."""
    before = lowers[at - 1] if at else ""
    named = words[at][0].isupper() and at > 0 and words[at - 1][0].isalnum()
    return not (named or before in _NOT_BEFORE)


@cache
def _speaking_forms() -> frozenset[str]:
    """Past and third person forms, in lower case, of verbs that report speech and are no nouns."""
    return frozenset(
        word
        for word, form in reporting_forms().items()
        if form.shape in ("past", "third")
        and word not in NOUN_FORMS
        and any(
            not verb.tail and _SPEECH & verb.frames and verb.act not in _THOUGHTS and verb.lemma not in _OTHER_SENSES
            for verb in form.verbs
        )
    )
