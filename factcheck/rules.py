"""The rules of a desk: what a newsroom asks for before an article may leave, from `factcheck.toml` beside the database.

    evidence = "required"       # what a verified claim needs: none, required (one piece), magazine (see EvidencePolicy)
    evidence_breach = "refuse"  # a verdict without it is refused, or kept and marked: warn
    findings = true             # whether every error and warning must be answered
    recheck_days = 90           # after how many days a verified claim is to be looked at again

    [second]                    # who else must judge
    ask = "sample"              # off, all, disputed, sample
    percent = 10                # how much of all claims the sample draws
    seed = "2026"               # another seed draws others
    blind = true                # each sees nothing of the other until both have judged

    [roles]                     # who is what; without this table everybody may do everything
    ana = ["checker"]
    lea = ["lead", "second"]

    [signoff]
    roles = ["checker", "second", "editor"]   # who must sign an article, in this order

Without the file nothing but a verdict is asked for. Names are those that reviewers give; nobody proves theirs.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from factcheck.errors import ConfigError
from factcheck.model import Act, Evidence, Sources, Standing, Verdict
from factcheck.terms import Ask, Second, Terms

FILE = "factcheck.toml"
LEAD = "lead"
"""The role that decides disputes and sees what the second check keeps from others."""
CHECKER = "checker"
"""The role whose sign-off does not wait for the second check."""
SECOND = "second"
"""The role that judges after another; who signs as checker does not sign as second."""


class EvidencePolicy(StrEnum):
    """What a verified claim must have been held against; a magazine asks for one primary or three secondary sources."""

    NONE = "none"
    REQUIRED = "required"
    MAGAZINE = "magazine"


class Breach(StrEnum):
    """What becomes of a verdict that lacks evidence: it is refused, or kept and marked."""

    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Rules:
    """What must be done before an article may leave, besides a verdict that nobody contests on every claim."""

    evidence: EvidencePolicy = EvidencePolicy.NONE
    findings: bool = False
    evidence_breach: Breach = Breach.REFUSE
    recheck_days: int = 0
    second: Second = field(default_factory=Second)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    signoff: tuple[str, ...] = ()

    @property
    def terms(self) -> Terms:
        """What they say about reading the desk."""
        return Terms(self.second, self.recheck_days)

    def lenient(self) -> "Rules":
        """The same, but a verdict without evidence is kept and marked."""
        return replace(self, evidence_breach=Breach.WARN)

    def lacks(self, verdict: Verdict, sources: Sources) -> str:
        """What a claim with this verdict lacks, in words; empty when the evidence policy is content."""
        return lacking(self.evidence, sources) if verdict is Verdict.VERIFIED else ""

    def is_unsupported(self, standing: Standing) -> bool:
        """Whether a verdict stands that the evidence policy is not content with."""
        return bool(self.lacks(standing.verdict, standing.sources))

    def may(self, reviewer: str, role: str) -> bool:
        """Whether somebody acts in a role: who has it, or anybody where the rules name no roles."""
        return not self.roles or role in self.roles.get(reviewer, ())

    def may_resolve(self, reviewer: str, standing: Standing) -> bool:
        """Whether somebody may decide a dispute: a lead, or where the rules name none, one who did not judge it."""
        if any(LEAD in roles for roles in self.roles.values()):
            return LEAD in self.roles.get(reviewer, ())
        return standing.own(reviewer) is None

    def viewer(self, reviewer: str) -> str | None:
        """As whom somebody looks over the desk: a lead sees everything (None), others what concerns them."""
        return None if LEAD in self.roles.get(reviewer, ()) else reviewer

    def data(self) -> dict[str, Any]:
        """What differs from a desk without rules, as JSON data and in the form of the file."""
        told, plain = _data(self), _data(Rules())
        return {name: value for name, value in told.items() if value != plain[name]}

    def lines(self) -> list[tuple[str, str]]:
        """Each rule with what it asks for, to be shown."""
        asked = self.evidence is not EvidencePolicy.NONE
        breach = f"; a verdict without it is {_BREACHES[self.evidence_breach]}" if asked else ""
        return [
            ("evidence", f"{_POLICIES[self.evidence]}{breach}"),
            ("findings", "every error and warning is answered" if self.findings else "may stay unanswered"),
            ("second check", second_in_words(self.second)),
            ("re-check", f"after {self.recheck_days} days" if self.recheck_days else "only on days of their own"),
            ("sign-off", ", then ".join(self.signoff) or "not asked for"),
            *((reviewer, ", ".join(roles)) for reviewer, roles in self.roles.items()),
        ]


_POLICIES = {
    EvidencePolicy.NONE: "not asked for",
    EvidencePolicy.REQUIRED: "one piece for a verified claim",
    EvidencePolicy.MAGAZINE: "one primary or three secondary sources for a verified claim",
}
_BREACHES = {Breach.REFUSE: "refused", Breach.WARN: "kept and marked"}


def second_in_words(second: Second) -> str:
    """The rule of the second check, to be shown."""
    which = {
        Ask.OFF: "not asked for",
        Ask.ALL: "every claim",
        Ask.DISPUTED: "disputed claims",
        Ask.SAMPLE: f"{second.percent:g} % of the claims" + (f", drawn with “{second.seed}”" if second.seed else ""),
    }[second.ask]
    return which if second.ask is Ask.OFF else f"{which}, {'blind' if second.blind else 'not blind'}"


def changes_in_words(act: Act) -> str:
    """What a RULES_CHANGED act changed, to be shown."""
    before, after = (act.data.get(name) or {} for name in ("before", "rules"))
    changed = [
        f"{name} {_told(before, name)} -> {_told(after, name)}"
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    ]
    return "; ".join(changed) or "no change"


def _told(rules: Mapping[str, Any], name: str) -> str:
    return json.dumps(rules[name], ensure_ascii=False, default=dict) if name in rules else "(not set)"


def lacking(policy: EvidencePolicy, evidence: Sources | Iterable[Evidence]) -> str:
    """What a verified claim lacks, in words; empty when the policy is content. A source counts once."""
    if not isinstance(evidence, Sources):
        evidence = Sources.counted((each.source, each.primary) for each in evidence)
    if policy is EvidencePolicy.REQUIRED and not sum(evidence):
        return "no evidence"
    if policy is EvidencePolicy.MAGAZINE and not evidence.primary and evidence.secondary < 3:
        return f"no primary source and {evidence.secondary} of 3 secondary ones"
    return ""


def _data(rules: Rules) -> dict[str, Any]:
    second = rules.second
    return {
        "evidence": rules.evidence.value,
        "evidence_breach": rules.evidence_breach.value,
        "findings": rules.findings,
        "recheck_days": rules.recheck_days,
        "second": {
            "ask": second.ask.value,
            "percent": second.percent,
            "seed": second.seed,
            "blind": second.blind,
        },
        "roles": {reviewer: list(roles) for reviewer, roles in rules.roles.items()},
        "signoff": {"roles": list(rules.signoff)},
    }


# The file


def load_rules(desk: Path) -> Rules:
    """The rules of the desk at this path; none but the least where it has no file of rules.

    Raises:
        ConfigError: if the file cannot be read, or a rule in it is not understood.
    """
    path = desk.parent / FILE
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Rules()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path} could not be read: {error}. Nothing was done.") from error
    return _Reading(
        path, told, ("evidence", "evidence_breach", "findings", "recheck_days", "second", "roles", "signoff")
    ).rules()


Choice = TypeVar("Choice", bound=StrEnum)


class _Reading:
    """A table of the file, and what is wrong with it."""

    def __init__(self, path: Path, told: Mapping[str, Any], names: Iterable[str], table: str = "") -> None:
        self._path, self._told, self._table = path, told, table
        known = list(names)
        if unknown := sorted(told.keys() - set(known)):
            raise self._wrong(f"there is no rule {unknown[0]!r}. Rules: {', '.join(known)}")

    def rules(self) -> Rules:
        """What the whole file says."""
        second = self._inner("second", ("ask", "percent", "seed", "blind"))
        signoff = self._inner("signoff", ("roles",))
        roles = self._value("roles", dict, {}, "a table")
        people = _Reading(self._path, roles, roles, "roles")
        return Rules(
            self._choice("evidence", EvidencePolicy.NONE),
            self._value("findings", bool, False, "true or false"),
            self._choice("evidence_breach", Breach.REFUSE),
            self._number("recheck_days", 0, 36_500),
            Second(
                second._choice("ask", Ask.OFF),
                second._number("percent", 10, 100, fraction=True),
                second._value("seed", str, "", "text in quotation marks"),
                second._value("blind", bool, True, "true or false"),
            ),
            MappingProxyType({" ".join(name.split()): people._names(name) for name in roles}),
            signoff._names("roles"),
        )

    def _inner(self, name: str, names: Iterable[str]) -> "_Reading":
        return _Reading(self._path, self._value(name, dict, {}, "a table"), names, name)

    def _value(self, name: str, form: type[Any], default: Any, said: str) -> Any:
        value = self._told.get(name, default)
        if not isinstance(value, form):
            raise self._wrong(f"{name} is {said}")
        return value

    def _choice(self, name: str, default: Choice) -> Choice:
        choices = type(default)
        value = self._told.get(name, default)
        if not isinstance(value, str) or value not in set(choices):
            raise self._wrong(f"{name} is one of {', '.join(choices)}, in quotation marks")
        return choices(value)

    def _number(self, name: str, default: float, most: int, *, fraction: bool = False) -> Any:
        value = self._told.get(name, default)
        if (
            isinstance(value, bool)
            or not isinstance(value, (int, float) if fraction else int)
            or not 0 <= value <= most
        ):
            raise self._wrong(f"{name} is a {'' if fraction else 'whole '}number from 0 to {most}")
        return value

    def _names(self, name: str) -> tuple[str, ...]:
        value = self._told.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self._wrong(f"{name} is a list of roles, each in quotation marks")
        if len(set(value)) < len(value):
            raise self._wrong(f"{name} names a role twice")
        return tuple(value)

    def _wrong(self, what: str) -> ConfigError:
        place = f"{self._path}, [{self._table}]" if self._table else str(self._path)
        return ConfigError(f"{place}: {what}. Nothing was done.")
