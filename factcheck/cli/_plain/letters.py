"""What can be answered: one letter an act, the letter that calls it on the screen too."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factcheck.cli._plain import articles, claiming, findings, going, signing, sources, text, verdicts
from factcheck.cli._plain.review import Review
from factcheck.model import Verdict

QUIT, HELP = "q", "?"


_SIGNS = {".": ". full stop", "=": "= equals sign", "*": "* star", "/": "/ slash"}


@dataclass(frozen=True, slots=True)
class Letter:
    """An act that a letter calls: `takes` names what may stand after it, `says` what it does.

    Where `of_claim`, it needs a claim at hand; where it `writes`, a desk that is open to read only refuses it.
    """

    letter: str
    says: str
    act: Callable[[Review, str], None]
    takes: str = ""
    of_claim: bool = True
    writes: bool = False

    @property
    def name(self) -> str:
        """The letter as it can be told from others by ear."""
        return f"capital {self.letter}" if self.letter.isupper() else _SIGNS.get(self.letter, self.letter)


_ALL = (
    Letter("v", "verified, and on to the next open claim", verdicts.verdict(Verdict.VERIFIED), "NUMBERS", writes=True),
    Letter("d", "disputed, and on", verdicts.verdict(Verdict.DISPUTED), "NUMBERS", writes=True),
    Letter("x", "not a claim, and on", verdicts.verdict(Verdict.DISMISSED), "NUMBERS", writes=True),
    Letter("r", "reopen: take your own verdict back", verdicts.verdict(Verdict.OPEN), "NUMBERS", writes=True),
    Letter("c", "a note on the claim; - takes it away", verdicts.note, "WORDS", writes=True),
    Letter(
        "e", "what it was held against, + if primary; alone it asks part by part", sources.hold, "SOURCE", writes=True
    ),
    Letter(".", "your last evidence, attached here too", sources.again, writes=True),
    Letter("o", "the sources of the claim; copies of files that are attached", sources.sources),
    Letter(
        "=", "the value that is right, or the right words in quotation marks", claiming.correct, "VALUE", writes=True
    ),
    Letter("a", "add a claim of these words of the article", claiming.add, "WORDS", of_claim=False, writes=True),
    Letter("C", "what no claim covers, one by one", claiming.gaps, of_claim=False),
    Letter("u", "undo: take your last act back, and the one before it", verdicts.undo, of_claim=False, writes=True),
    Letter("n", "next open claim", going.open_claim(1)),
    Letter("N", "previous open claim", going.open_claim(-1)),
    Letter("j", "next claim", going.move(1)),
    Letter("k", "previous claim", going.move(-1)),
    Letter("b", "back to the claim you judged last", verdicts.back),
    Letter("B", "a note on the claim you judged last", verdicts.of_judged(verdicts.note), "WORDS", writes=True),
    Letter("E", "what that claim was held against", verdicts.of_judged(sources.hold), "SOURCE", writes=True),
    Letter("w", "next claim with a finding that nobody has answered", findings.following(1)),
    Letter("W", "previous claim with one", findings.following(-1)),
    Letter("g", "the findings one by one, to confirm or explain", findings.answer, of_claim=False),
    Letter("y", "the finding on this claim is right: the claim is disputed", findings.confirm, writes=True),
    Letter("*", "the same value elsewhere, here and in other articles", going.same),
    Letter("/", "go through the claims with these words", going.by_words, "WORDS"),
    Letter("f", "go through the claims of a verdict, kind, finding, evidence or reviewer", going.by_choice, "WHICH"),
    Letter("F", "take the last of those choices away", going.more, of_claim=False),
    Letter("S", "sort by position, kind, value or age", going.sort, "ORDER", of_claim=False),
    Letter("l", "list the claims gone through", going.listed, "NUMBER", of_claim=False),
    Letter("t", "the paragraph; t 3 the third, t + the next, t - one back", text.paragraph, "NUMBER", of_claim=False),
    Letter("s", "say where words stand in the text; s alone finds the next place", text.find, "WORDS", of_claim=False),
    Letter("T", "the dates in order, then the amounts by size", text.timeline, "NUMBER", of_claim=False),
    Letter("h", "history: what was done about the claim", text.history),
    Letter("p", "correct the publication date", claiming.publish, "DATE", of_claim=False, writes=True),
    Letter("D", "a day to check the claim again", verdicts.recheck, "DAY", writes=True),
    Letter("R", "decide where reviewers differ, with a reason", verdicts.resolve, writes=True),
    Letter("Z", "sign the article off, or hear what is missing", signing.sign, "ROLE", of_claim=False, writes=True),
    Letter("L", "the rules of the desk", signing.rules, of_claim=False),
    Letter("G", "go to another article of the desk", articles.other, "WORDS", of_claim=False),
)

LETTERS: Mapping[str, Letter] = MappingProxyType({letter.letter: letter for letter in _ALL})

_ANSWER = re.compile(r"(?:([A-Za-z])(?!\S)|([^\w\s]))\s*(.*)", re.S)


def parted(answer: str) -> tuple[str, str]:
    """An answer as its letter and what stands after it; without a letter where it begins with none."""
    found = _ANSWER.fullmatch(answer)
    return (found[1] or found[2], found[3]) if found else ("", answer)


def help_lines(asked: str = "") -> Iterator[str]:
    """What each letter does, a line each; or what one does."""
    for letter in _ALL:
        if asked in ("", letter.letter):
            takes = f" or {letter.letter} {letter.takes}" if letter.takes else ""
            yield f"{letter.name}{takes}: {letter.says}"
    if not asked:
        yield "12: claim number 12"
        yield "an empty line: the claim again"
        yield f"{QUIT}: quit; everything is saved already"
        yield "NUMBERS are those of claims, as v 3 5-8; v all judges those gone through."


def possible() -> str:
    """The letters there are, on a line or two."""
    return f"Possible are {' '.join(LETTERS)} {QUIT}, a number, or an empty line; ? says what each does."
