"""Reporting verbs with their frames, and the forms of verbs."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.kinds.statement.words import AUXILIARY, COMMON_VERBS, DOUBLED, IRREGULAR, NOUN_FORMS


def inflections(verb: str) -> tuple[str, str, tuple[str, ...], str]:
    """A verb's third person, its participle in -ing, its past forms, and its bare form, by rule or exception."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    stem = verb + verb[-1] if verb in DOUBLED else verb
    if stem.endswith("ie"):
        ing = stem[:-2] + "ying"
    elif stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        ing = stem[:-1] + "ing"
    else:
        ing = stem + "ing"
    if verb in IRREGULAR:
        past = tuple(IRREGULAR[verb].split())
    elif stem.endswith("e"):
        past = (stem + "d",)
    elif stem.endswith("y") and stem[-2] not in "aeiou":
        past = (stem[:-1] + "ied",)
    else:
        past = (stem + "ed",)
    return third, ing, past, verb


@dataclass(slots=True)
class Reporting:
    """A reporting verb: its lemma, the act, what may follow it, and the particles and prepositions it takes."""

    lemma: str
    act: str
    frames: frozenset[str]
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected form as it stands in a text: base, third, ing or past; longest tails first among `verbs`."""

    shape: str
    verbs: tuple[Reporting, ...]


def _entries() -> dict[tuple[str, ...], Reporting]:
    entries: dict[tuple[str, ...], Reporting] = {}
    act = ""
    for line in files(__package__).joinpath("verbs.txt").read_text("utf-8").splitlines():
        line = line.strip()
        if line.startswith("["):
            act = line[1:-1]
        elif line and not line.startswith("#"):
            frames, verbs = line.split(":")
            for verb in verbs.split():
                parts = tuple(verb.split("+"))
                known = entries.get((act, *parts))
                more = frozenset(frames.split())
                if known is None:
                    entries[(act, *parts)] = Reporting(parts[0], act, more, parts[1:])
                else:
                    known.frames |= more
    return entries


@cache
def reporting_forms() -> dict[str, Form]:
    """Every form of every reporting verb, in lower case."""
    grouped: dict[str, tuple[str, list[Reporting]]] = {}
    for entry in _entries().values():
        if entry.lemma == "be":
            adjective, entry.tail = entry.tail[0], entry.tail[1:]
            grouped.setdefault(adjective, ("adjective", []))[1].append(entry)
            continue
        third, ing, past, base = inflections(entry.lemma)
        for shape, form in [("third", third), ("ing", ing), ("base", base), *(("past", one) for one in past)]:
            grouped.setdefault(form, (shape, []))[1].append(entry)
    return {
        form: Form(shape, tuple(sorted(verbs, key=lambda verb: -len(verb.tail))))
        for form, (shape, verbs) in grouped.items()
    }


@cache
def finite_forms() -> frozenset[str]:
    """Forms that are most likely a verb of a clause: auxiliaries, and past and third person forms of common verbs."""
    forms: set[str] = set(AUXILIARY)
    for verb in COMMON_VERBS.split():
        third, _, past, _ = inflections(verb)
        forms.update(past, [third] if third not in NOUN_FORMS else [])
    for word, form in reporting_forms().items():
        if form.shape == "past" or (form.shape == "third" and word not in NOUN_FORMS):
            forms.add(word)
    return frozenset(forms)
