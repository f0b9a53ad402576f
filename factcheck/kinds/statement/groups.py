"""How a reporting verb is built where it stands: its auxiliaries, and whether it is a verb at all."""

from factcheck.kinds.statement.draft import Cue
from factcheck.kinds.statement.lexicon import Form
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import (
    ASKED,
    AUXILIARY,
    BE,
    DETERMINERS,
    MONTHS,
    NOUN_FORMS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
)

_RAISING = frozenset(
    "went going go goes continued continues continue came likes began begins wanted wants want wish has have had used "
    "appeared appears seemed seems seem appear ready refused refuses proceeded tried".split()
)
_UNDONE = frozenset("yet failed fails fail".split())
"""Words before "to" that say it was not done: "has yet to confirm", "failed to agree"."""
_NEGATIONS = frozenset("not never cannot".split())
_AND_MORE = frozenset("only just merely simply".split())
_WILLING = frozenset("will would won't wouldn't can could cannot can't couldn't".split())
_ACTIVE = frozenset("said wrote told added tweeted testified insisted asked continued replied agreed".split())
_CLAUSE_WORDS = frozenset("that to there :".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten several".split())
_PLURALS = frozenset("people who that percent half most many some others police women men".split())
_COMPOUNDS = frozenset([("think", "tank"), ("think", "tanks"), ("call", "centre"), ("call", "center")])
_ADJECTIVE_BEFORE = POSSESSIVES | frozenset("- of from with for the a an 's".split())


def verb_group(reading: Reading, at: int, first: int, stop: int, form: Form) -> Cue | None:
    """The cue at token `at` with the auxiliaries, adverbs and times before it; None behind a verb that unsays it."""
    lowers = reading.lowers
    cue = Cue(at, first, stop, at, form)
    group = at
    while group > first and reading.quote_at[group - 1] < 0:
        low = lowers[group - 1]
        cue.negated = cue.negated or (_negates(low) and lowers[group] not in _AND_MORE)
        cue.modal = cue.modal or low in _WILLING
        if low == "'s" and not (group - 1 > first and lowers[group - 2] in SUBJECT_PRONOUNS):
            break
        if low in BE:
            cue.be = cue.be or low != "'s" or form.shape == "adjective"
        elif low == "to" and not cue.infinitive and group - 1 > first:
            cue.infinitive = True
            group -= 2
            while group > first and (reading.is_adverb(group) or lowers[group] in ("on", "ahead")):
                group -= 1
            cue.negated = cue.negated or lowers[group] in _UNDONE
            if lowers[group] not in _RAISING | _UNDONE and not (group > first and lowers[group - 1] in BE):
                return None
            continue
        elif low == "longer" and group - 1 > first and lowers[group - 2] == "no":
            cue.negated = True
            group -= 1
        elif low in TIME_WORDS and group - 1 > first and low not in MONTHS:
            group -= lowers[group - 2] == "on"
        elif reading.words[group - 1] == "May" or not (
            low in AUXILIARY or low.endswith("n't") or reading.is_adverb(group - 1)
        ):
            break
        group -= 1
    cue.group = group
    return cue


def _negates(low: str) -> bool:
    return low in _NEGATIONS or low.endswith("n't")


def is_cue(reading: Reading, cue: Cue) -> bool:
    """Whether the form is a verb of a clause here, not a noun, an adjective or a part of a name."""
    at = cue.at
    if reading.is_capital(at) and at > cue.first and reading.is_capital(at - 1) and not in_headline(reading, at):
        return False
    if cue.form.shape == "adjective":
        return cue.be
    if cue.form.shape in ("base", "third"):
        return not _is_noun(reading, cue)
    return not (cue.form.shape == "past" and _is_reduced(reading, cue))


def in_headline(reading: Reading, at: int) -> bool:
    """Whether a token stands in a headline: a paragraph without a full stop, or with every long word capitalized."""
    first, stop = reading.paragraph(at)
    if stop - first > 30 or stop - at < 2:
        return False
    if reading.is_word(stop - 1) and stop < reading.size:
        return True
    rest = [reading.is_capital(near) for near in range(at + 1, min(at + 6, stop)) if len(reading.words[near]) > 3]
    return len(rest) >= 2 and all(rest)


def _is_reduced(reading: Reading, cue: Cue) -> bool:
    """Whether a past form describes a noun: "a plan backed by the senate", "pledged delegates"."""
    if cue.be or cue.group < cue.at or cue.at + 1 >= cue.stop:
        return False
    before = reading.lowers[cue.at - 1] if cue.at > cue.first else ""
    if before == "as" and reading.lowers[cue.at + 1] == "by" and cue.at - 1 == cue.first:
        return False
    following = reading.lowers[cue.at + 1]
    counted = (
        (before[:1].isdigit() or before in _NUMBERS)
        and not reading.is_capital(cue.at + 1)
        and following not in SUBJECT_PRONOUNS | DETERMINERS | _CLAUSE_WORDS
    )
    if before == "'s" and reading.is_capital(cue.at - 2) and following in SUBJECT_PRONOUNS | _CLAUSE_WORDS:
        return False
    if (
        before in _ADJECTIVE_BEFORE
        or before in ("into", "by", "against", "over")
        or counted
        or before in ("when", "if")
    ):
        return True
    if cue.at == cue.first and reading.lowers[cue.at] in ASKED:
        return True
    named = reading.is_capital(cue.at - 1 - (before == ","))
    if following in ("in", "at") and named and not _goes_on(reading, cue):
        return False
    return following == "by" or (following in ("as", "in", "at") and reading.lowers[cue.at] not in _ACTIVE)


def _goes_on(reading: Reading, cue: Cue) -> bool:
    """Whether the clause has another verb after this form, so that it only describes: "a plan rejected in May was"."""
    for at in range(cue.at + 1, min(cue.stop, cue.at + 15)):
        if reading.lowers[at] in ("that", "to"):
            return False
        if reading.is_finite(at):
            return True
    return False


def _is_noun(reading: Reading, cue: Cue) -> bool:
    """Whether a form that can be a noun ("claims", "report") is one here."""
    low = reading.lowers[cue.at]
    before = reading.lowers[cue.at - 1] if cue.at > cue.first else ""
    following = reading.lowers[cue.at + 1] if cue.at + 1 < cue.stop else ""
    if cue.group < cue.at:
        group = reading.lowers[cue.group - 1] if cue.group > cue.first else ""
        return group in DETERMINERS and not any(reading.lowers[at] in AUXILIARY for at in range(cue.group, cue.at))
    if not before or before in DETERMINERS or before in PREPOSITIONS or before == "'s":
        return True
    if (low, following) in _COMPOUNDS:
        return True
    if before.split("'")[0] in SUBJECT_PRONOUNS:
        return False
    if before == "," and following == "for" and cue.form.shape == "third":
        return False
    if low not in NOUN_FORMS:
        return before.endswith(("ous", "ful", "ive", "able"))
    if low == "forecast" and following not in ("of", "for", "from", "by", "in", "on", ".", ","):
        return cue.at + 1 < cue.stop and reading.is_verb(cue.at + 1)
    if following in ("of", "from", "by", "in") or (cue.at + 1 < cue.stop and reading.is_verb(cue.at + 1)):
        return True
    if cue.form.shape == "base" and before in ("and", "but") and following == "that":
        return False
    if cue.form.shape == "base":
        return not (before.endswith("s") or before in _PLURALS)
    if following == "that" and reading.lowers[cue.at + 2 : cue.at + 3] and reading.lowers[cue.at + 2] in reading.finite:
        return True
    if following in ("that", ":", '"'):
        return False
    if following in DETERMINERS or following in ("it", "him", "them", "he", "she") or in_headline(reading, cue.at):
        return False
    return not (reading.is_capital(cue.at - 1) or before == "who")
