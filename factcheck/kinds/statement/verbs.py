"""Statements around a reporting verb: who stands before it (or after), and what was said."""

from factcheck.kinds.statement.adjuncts import skip_adjuncts
from factcheck.kinds.statement.contents import clause_end, take, turns
from factcheck.kinds.statement.draft import Cue, Draft, Range
from factcheck.kinds.statement.frames import skip_hearer, take_right
from factcheck.kinds.statement.groups import is_cue, verb_group
from factcheck.kinds.statement.lexicon import Reporting, reporting_forms
from factcheck.kinds.statement.phrases import is_measure, phrase_after
from factcheck.kinds.statement.questions import QUIZZED, asked_of
from factcheck.kinds.statement.quoting import inverted, quote_after, quote_before
from factcheck.kinds.statement.reading import REACH, Reading
from factcheck.kinds.statement.sources import source_before
from factcheck.kinds.statement.subjects import clause_floor, light_verb, subject_of
from factcheck.kinds.statement.words import DETERMINERS, NOBODY, PREPOSITIONS, TIME_WORDS

_ANSWERS = frozenset("refuse deny agree request demand".split())
"""Acts whose content may be a noun before the verb: "the plan that the senate rejected"."""
_FUTURE = frozenset("will would could may might should must 'll".split())
_UNNAMED = (
    "not to be ",
    "to be named",
    "to be identified",
    "to be quoted",
    "to give his ",
    "to give her ",
    "to give their ",
    "anonymity",
    "to remain anonymous",
)
_COUNTED = frozenset("say believe want report estimate".split())
"""What bare counts of people do, as surveys give them: "25 said they were tired"."""
_NOT_BEHIND = (["who"], ["which"], ["to"])
"""What follows an agent without being what it said: "announced by the mayor, who left"."""
_PARTICLES = frozenset("up off down out away".split())
_UNSOURCED = frozenset(
    "expect believe think say report allege understand fear estimate know rumor assume suspect project forecast "
    "predict ask urge tell".split()
)
"""Verbs whose passive attributes something to nobody named: "is believed to", "is expected to"."""


def verb_statement(reading: Reading, at: int, previous: Draft | None) -> Draft | None:
    """The statement that the reporting verb at token `at` makes, or None where it makes none."""
    form = reporting_forms()[reading.lowers[at]]
    first, stop = reading.sentence(at)
    cue = verb_group(reading, at, first, stop, form)
    if cue is None:
        return None
    if reading.lowers[at] in QUIZZED and (question := asked_of(reading, cue)):
        return question
    if not is_cue(reading, cue) or _is_told(reading, cue):
        return None
    for verb in form.verbs:
        after = _tail_end(reading, at + 1, verb.tail)
        if after is None or (not verb.tail and _has_particle(reading, after, stop)):
            continue
        passive = cue.passive or _follows_as(reading, cue)
        draft = _passive(reading, cue, verb, after) if passive else _active(reading, cue, verb, after, previous)
        if draft is not None and not (_is_unfit(reading, draft) or _is_unreal(reading, cue, draft)):
            draft.speaks = "quote" in verb.frames
            _negate(reading, draft, cue)
            return draft
    return None


def _is_told(reading: Reading, cue: Cue) -> bool:
    """Whether "told" has no hearer, so that its subject is the one who was told: "was called in and told that"."""
    told = reading.lowers[cue.at] == "told" and not cue.be
    return told and reading.lowers[cue.at + 1 : cue.at + 2] in (["that"], ["to"])


def _has_particle(reading: Reading, at: int, stop: int) -> bool:
    """Whether a particle gives a verb another sense: "showed up", "called off"; not in "estimated up to"."""
    return at + 1 < stop and reading.lowers[at] in _PARTICLES and reading.lowers[at + 1] not in ("to", "that", ",")


def _is_unfit(reading: Reading, draft: Draft) -> bool:
    """Whether nothing is said of anything: by the reader, about being named, or as a bare count of people."""
    source = reading.lowers[slice(*draft.source)] if draft.source else []
    said = draft.content[0].of(reading.text).lower() if draft.content else ""
    if source == ["you"] or said.startswith(_UNNAMED):
        return True
    if said[:1].isdigit() and reading.lowers[draft.cue[0]].startswith("support"):
        return True
    counted = bool(source) and not any(low.isalpha() for low in source)
    return counted and draft.act not in _COUNTED and "%" not in source[:2]


def _is_unreal(reading: Reading, cue: Cue, draft: Draft) -> bool:
    """Whether nobody did it yet, or only if something: "will reject the plan", "if the council agrees to it"."""
    if draft.source is None:
        return False
    before = reading.lowers[draft.source[0] - 1] if draft.source[0] > cue.first else ""
    if before in ("if", "unless"):
        return True
    if cue.modal and reading.lowers[slice(*draft.source)] in (["nobody"], ["no", "one"]):
        return True
    modal = any(low in _FUTURE for low in reading.lowers[cue.group : cue.at])
    wished = draft.act in ("believe", "want") or reading.lowers[draft.source[0]] in NOBODY | {"i", "we"}
    return modal and not cue.negated and not wished


def _negate(reading: Reading, draft: Draft, cue: Cue) -> None:
    """Who will not agree refuses; of anything else that was not said, the draft keeps that it was not."""
    nobody = draft.source is not None and reading.lowers[draft.source[0]] in NOBODY
    if cue.negated and cue.modal and draft.act == "agree" and not nobody:
        draft.act = "refuse"
    else:
        draft.negated = cue.negated


def _tail_end(reading: Reading, at: int, tail: tuple[str, ...]) -> int | None:
    """The token after a verb's particles and prepositions, or None when they are not there."""
    for part in tail:
        if at >= reading.size or reading.lowers[at] != part or reading.quote_at[at] >= 0:
            return None
        at += 1
    return at


def _active(reading: Reading, cue: Cue, verb: Reporting, after: int, previous: Draft | None) -> Draft | None:
    quotes = "quote" in verb.frames
    tells = "whom" in verb.frames and verb.act == "say"
    if quotes and not verb.tail and not tells and (found := inverted(reading, cue, verb, after)):
        return found
    source = subject_of(reading, cue, previous)
    if source is None:
        return None
    begins = cue.at
    if cue.form.shape == "ing" and (light := light_verb(reading, cue.at, cue.first)) is not None:
        issuer = source_before(reading, light, cue.first)
        begins, source = (light, issuer) if issuer else (begins, source)
    draft = Draft(verb.act, (begins, after), source, stop=cue.stop)
    shared = cue.form.shape == "ing" or reading.lowers[cue.group - 1] in ("and", "but", "then")
    if quotes and not shared and cue.at >= source[1] and source[0] > 0 and quote_before(reading, cue, source, draft):
        quote_after(reading, after, cue.stop, draft)
        return draft
    if quotes and (verb.tail or "np" in verb.frames) and _quote_behind(reading, after, cue.stop, draft):
        return draft
    take_right(reading, cue, verb, after, draft)
    if not draft.content and ("bare" in verb.frames or (quotes and verb.act == "say")) and not verb.tail:
        told = skip_hearer(reading, after, cue.stop) if "whom" in verb.frames else after
        after = skip_adjuncts(reading, told, cue.stop)
        if after >= cue.stop or not (reading.is_word(after) or reading.quote_at[after] >= 0):
            _take_left(reading, cue, source, after, draft)
    if not draft.content and verb.act in _ANSWERS and "np" in verb.frames:
        _take_antecedent(reading, cue, after, draft)
    return draft if draft.content else None


def _take_antecedent(reading: Reading, cue: Cue, after: int, draft: Draft) -> None:
    """Takes the noun that a relative clause describes: "a request | that the mayor refused"."""
    if draft.source is None or draft.source[0] - 1 <= cue.first or draft.source[1] != cue.group:
        return
    low = reading.lowers[after] if after < cue.stop else "."
    if low[0].isalnum() and not (reading.is_finite(after) or low in PREPOSITIONS or low in TIME_WORDS or low == "as"):
        return
    at = draft.source[0] - 1
    if reading.lowers[at] not in ("that", "which") or not reading.is_word(at - 1):
        return
    antecedent = source_before(reading, at, cue.first)
    if antecedent is not None and reading.lowers[antecedent[0]] in DETERMINERS:
        draft.content += [span for span in [reading.chars(*antecedent)] if span]


def _quote_behind(reading: Reading, after: int, stop: int, draft: Draft) -> bool:
    """Takes the quotation behind what it is about: "said of the plan: “…”"."""
    for at in range(after, min(stop, after + 15)):
        if reading.words[at] == ":" and (number := reading.opens_quotation(at + 1)) >= 0:
            draft.content.append(reading.quotations[number].span)
            draft.quoted = True
            return True
    return False


def _take_left(reading: Reading, cue: Cue, source: Range, after: int, draft: Draft) -> None:
    """Takes what stands before "…, Smith said on Monday"; where it goes on at `after`, both parts."""
    at = source[0] - 1
    if reading.lowers[source[0]] in ("who", "which"):
        return
    if at <= cue.first or reading.words[at] != "," or source[1] > cue.at:
        return
    goes_on = after + 1 < cue.stop and reading.words[after] == "," and reading.quote_at[after + 1] < 0
    goes_on = goes_on and not turns(reading, after + 1)
    span = reading.chars(max(clause_floor(reading, cue), at - REACH), at)
    if span is None or (at - cue.first < 4 and not goes_on):
        return
    draft.content.append(span)
    if goes_on:
        take(reading, after + 1, clause_end(reading, after + 1, cue.stop), draft)


def _passive(reading: Reading, cue: Cue, verb: Reporting, after: int) -> Draft | None:
    """ "was accused by X of", "it is said by X that", "is expected to"."""
    lowers = reading.lowers
    by = next((at for at in range(after, min(cue.stop, after + 12)) if lowers[at] == "by"), None)
    subject = source_before(reading, cue.group, cue.first)
    draft = Draft(verb.act, (cue.at, after), None, stop=cue.stop)
    if _follows_as(reading, cue) and by == after and (agent := phrase_after(reading, by + 1, cue.stop)):
        return _as_reported(reading, cue, draft, agent)
    if by is not None and reading.quote_at[by] < 0 and verb.act not in ("believe", "want"):
        return _by_agent(reading, cue, draft, by, subject)
    if subject and verb.lemma == "quote" and (said := _quoted_as(reading, after, cue.stop)):
        draft.source, draft.cue = subject, (cue.at, said)
        said += reading.lowers[said : said + 1] == ["that"]
        take(reading, said, clause_end(reading, said, cue.stop), draft)
        return draft if draft.content else None
    if subject is None or after >= cue.stop or verb.lemma not in _UNSOURCED or verb.tail:
        return None
    if lowers[subject[0]] in ("who", "which"):
        return None
    if lowers[after] == "to" or (lowers[after] == "that" and lowers[subject[0]] == "it"):
        first = after + (lowers[after] == "that")
        if lowers[after] == "to" and (span := reading.chars(*subject)):
            draft.content.append(span)
        take(reading, first, clause_end(reading, first, cue.stop), draft)
    return draft if draft.content else None


def _follows_as(reading: Reading, cue: Cue) -> bool:
    """Whether a sentence begins with "As reported by"."""
    return (
        cue.at - 1 == cue.first
        and reading.lowers[cue.first] == "as"
        and reading.lowers[cue.at + 1 : cue.at + 2] == ["by"]
    )


def _as_reported(reading: Reading, cue: Cue, draft: Draft, agent: Range) -> Draft | None:
    """ "As reported by the Herald, the bridge was closed"."""
    draft.source = agent
    if reading.words[agent[1] : agent[1] + 1] == [","]:
        take(reading, agent[1] + 1, clause_end(reading, agent[1] + 1, cue.stop), draft)
    return draft if draft.content else None


def _quoted_as(reading: Reading, after: int, stop: int) -> int | None:
    """The token after "as saying", which may follow a time or a place."""
    for at in range(after, min(stop - 1, after + 10)):
        if reading.lowers[at] == "as" and reading.lowers[at + 1] == "saying":
            return at + 2
    return None


def _by_agent(reading: Reading, cue: Cue, draft: Draft, by: int, subject: Range | None) -> Draft | None:
    agent = phrase_after(reading, by + 1, cue.stop)
    if (
        agent is None
        or is_measure(reading, agent)
        or not reading.is_word(agent[0])
        or reading.lowers[agent[0]][0].isdigit()
    ):
        return None
    if any(reading.lowers[at] in TIME_WORDS or reading.lowers[at] == "end" for at in range(*agent)):
        return None
    after = draft.cue[1]
    for at in range(agent[0] + 1, agent[1] - 1):
        if reading.lowers[at] == "of" and reading.lowers[at + 1].endswith("ing"):
            agent = (agent[0], at)
            break
    draft.source = agent
    rest = agent[1] + (reading.lowers[agent[1] : agent[1] + 1] == ["that"])
    asked = skip_adjuncts(reading, agent[1], cue.stop)
    to_do = reading.lowers[asked : asked + 1] == ["to"] and draft.act in ("ask", "request")
    if to_do and draft.act == "ask":
        return None
    rest = asked if to_do else rest
    behind = rest + (reading.words[rest : rest + 1] == [","])
    if by > after + 1:
        take(reading, after, by, draft)
    elif to_do or reading.lowers[behind : behind + 1] not in _NOT_BEHIND:
        take(reading, rest, clause_end(reading, rest, cue.stop), draft)
    if subject and (draft.act == "accuse" or not draft.content) and (span := reading.chars(*subject)):
        draft.content.append(span)
    return draft if draft.content else None
