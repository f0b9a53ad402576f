"""Statements that a parser shows and the rules do not see: a clause or an object of a verb, its subject far away."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from factcheck.kinds.statement.contents import take
from factcheck.kinds.statement.draft import Draft, Range
from factcheck.kinds.statement.lexicon import Reporting, reporting_forms
from factcheck.kinds.statement.reading import Reading
from factcheck.syntax import Sentence

_FINITE = frozenset("VBD VBZ VBP MD".split())
_LEADS = frozenset("that whether if how why".split())
"""What a clause must begin with after a verb that is no reporting verb by itself: "radioed that"."""
_NO_REPORTS = frozenset(
    "make let get have help see watch be do keep leave cause allow enable force ensure mean seem appear happen become "
    "turn start begin stop continue try manage fail tend use need go come prevent require cost take give determine "
    "depend matter affect shape hold alter influence hurt guarantee prove learn discover notice realize forget "
    "remember".split()
)
"""Verbs whose clause is no statement of their subject."""
_CLAUSES = frozenset("ROOT advcl conj xcomp pcomp".split())
"""How a verb hangs in its sentence that may report by an object: one of a relative clause tells who somebody is."""
_STEPS = 4
"""How many verbs up a subject is looked for."""


class _Tree:
    """A parsed sentence: what hangs on each word, and how far that reaches."""

    def __init__(self, reading: Reading, words: Sentence) -> None:
        self.reading, self.words = reading, words
        self.children: list[list[int]] = [[] for _ in words]
        self.left, self.right = list(range(len(words))), list(range(len(words)))
        for at, word in enumerate(words):
            if word.head != at:
                self.children[word.head].append(at)
            above = at
            for _ in words:
                if words[above].head == above:
                    break
                above = words[above].head
                self.left[above] = min(self.left[above], at)
                self.right[above] = max(self.right[above], at)

    def child(self, at: int, *relations: str) -> int | None:
        """The first word that hangs on another by one of these relations."""
        return next((child for child in self.children[at] if self.words[child].relation in relations), None)

    def low(self, at: int) -> str:
        word = self.words[at]
        return self.reading.document.view[word.start : word.end].lower()

    def tokens(self, first: int, last: int) -> Range:
        """The document's tokens from word `first` to word `last`."""
        reading = self.reading
        return bisect_left(reading.ends, self.words[first].start + 1), bisect_left(reading.starts, self.words[last].end)

    def is_finite(self, at: int) -> bool:
        """Whether a verb has a tense of its own or by its auxiliary."""
        auxiliaries = [self.words[child] for child in self.children[at] if self.words[child].relation[:3] == "aux"]
        return any(word.tag in _FINITE for word in (self.words[at], *auxiliaries))

    def is_passive(self, at: int) -> bool:
        """Whether a participle is of the passive: "was told", "asked whether he would go, she …"."""
        auxiliaries = [self.words[child] for child in self.children[at] if self.words[child].relation[:3] == "aux"]
        acts = any(word.lemma == "have" for word in auxiliaries)
        return self.words[at].tag == "VBN" and (not acts or any(word.relation == "auxpass" for word in auxiliaries))


def parsed_drafts(reading: Reading, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Statements of the parsed sentences at cues that no draft has, outside what drafts say was said."""
    covered = _covered(reading, drafts)
    for words in reading.document.parsed:
        tree = _Tree(reading, words)
        for at, word in enumerate(words):
            if not word.tag.startswith("VB"):
                continue
            cue = tree.tokens(at, at)
            if cue[0] >= cue[1] or cue[0] in covered or reading.quote_at[cue[0]] >= 0 or not reading.is_word(cue[0]):
                continue
            draft = _with_clause(tree, at, cue) or _with_object(tree, at, cue)
            if draft is not None and draft.content:
                draft.negated = tree.child(at, "neg") is not None
                yield draft


def _covered(reading: Reading, drafts: Iterable[Draft]) -> set[int]:
    """The tokens that are a cue or lie in what somebody is reported to have said."""
    tokens: set[int] = set()
    for draft in drafts:
        tokens.update(range(*draft.cue))
        for span in draft.content:
            tokens.update(range(bisect_left(reading.starts, span.start), bisect_left(reading.starts, span.end)))
    return tokens


def _with_clause(tree: _Tree, at: int, cue: Range) -> Draft | None:
    """ "Hinted that", "was asked whether": a verb with a clause that has a subject and a tense of its own."""
    clause = tree.child(at, "ccomp")
    if clause is None or tree.words[at].lemma in _NO_REPORTS or tree.left[clause] <= at or not tree.is_finite(clause):
        return None
    if tree.child(clause, "nsubj", "nsubjpass", "expl", "csubj") is None:
        return None
    form = reporting_forms().get(tree.words[at].lemma)
    if form is None and (tree.low(tree.left[clause]) not in _LEADS or tree.child(at, "nsubj") is None):
        return None
    source = _source(tree, at)
    if source is None and not tree.is_passive(at):
        return None
    draft = Draft(form.verbs[0].act if form else "say", cue, source, stop=tree.reading.sentence(cue[0])[1])
    first = tree.left[clause]
    take(tree.reading, *tree.tokens(first + (tree.low(first) == "that"), tree.right[clause]), draft)
    return draft


def _with_object(tree: _Tree, at: int, cue: Range) -> Draft | None:
    """ "Criticizing the plan", "to call for talks": a reporting verb with what it says in a noun phrase."""
    form = reporting_forms().get(tree.low(at))
    if form is None or tree.words[at].relation not in _CLAUSES or tree.is_passive(at):
        return None
    source = _source(tree, at)
    if source is None:
        return None
    for verb in form.verbs:
        if "np" not in verb.frames or (said := _object_of(tree, at, verb)) is None:
            continue
        draft = Draft(verb.act, cue, source, stop=tree.reading.sentence(cue[0])[1])
        take(tree.reading, *tree.tokens(max(tree.left[said], at + 1), tree.right[said]), draft)
        return draft
    return None


def _object_of(tree: _Tree, at: int, verb: Reporting) -> int | None:
    """The object of a verb, or of the particle or preposition that it takes."""
    holder = at
    if verb.tail:
        part = next((child for child in tree.children[at] if tree.low(child) == verb.tail[0]), None)
        if part is None or len(verb.tail) > 1 or tree.words[part].relation not in ("prep", "prt"):
            return None
        holder = part if tree.words[part].relation == "prep" else at
    said = tree.child(holder, "dobj", "pobj", "pcomp")
    return said if said is not None and said > at and tree.words[said].tag != "PRP" else None


def _source(tree: _Tree, at: int) -> Range | None:
    """Who does what a verb says: its agent or subject, or that of the verb it goes on from or hangs on."""
    for here in _up(tree, at):
        word = tree.words[here]
        agent = tree.child(here, "agent")
        if agent is not None and (who := tree.child(agent, "pobj")) is not None:
            return _phrase(tree, who)
        if tree.is_passive(at):
            return None
        subject = tree.child(here, "nsubj", *(("nsubjpass",) if here != at else ()))
        if subject is not None and subject < here:
            if tree.low(subject) in ("that", "which") and word.relation == "relcl":
                return _phrase(tree, word.head, here)
            return _phrase(tree, subject)
        if here == at and word.relation == "acl" and word.tag == "VBG":
            return _phrase(tree, word.head, here)
    return None


def _up(tree: _Tree, at: int) -> Iterator[int]:
    """A verb and those that it shares a subject with, the nearest first."""
    for _ in range(_STEPS):
        yield at
        if tree.words[at].relation not in ("conj", "xcomp", "advcl"):
            return
        at = tree.words[at].head


def _phrase(tree: _Tree, at: int, before: int | None = None) -> Range | None:
    """A word with all that hangs on it, as far as before what hangs on word `before`."""
    last = tree.right[at] if before is None else max(at, min(tree.left[before] - 1, tree.right[at]))
    first, stop = tree.tokens(tree.left[at], last)
    return (first, stop) if first < stop else None
