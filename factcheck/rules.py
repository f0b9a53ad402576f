"""The rules of a desk: what a newsroom asks for before an article may leave, from `factcheck.toml` beside the database.

    evidence = "required"   # what a verified claim needs: none, required (one piece), magazine (see EvidencePolicy)
    findings = true         # whether every error and warning must be answered

Without the file nothing but a verdict is asked for.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

from factcheck.errors import ConfigError
from factcheck.model import Evidence

FILE = "factcheck.toml"


class EvidencePolicy(StrEnum):
    """What a verified claim must have been held against; a magazine asks for one primary or three secondary sources."""

    NONE = "none"
    REQUIRED = "required"
    MAGAZINE = "magazine"


@dataclass(frozen=True, slots=True)
class Rules:
    """What must be done before an article may leave, besides a verdict that nobody contests on every claim."""

    evidence: EvidencePolicy = EvidencePolicy.NONE
    findings: bool = False


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
    names = [field.name for field in fields(Rules)]
    if unknown := sorted(told.keys() - set(names)):
        raise ConfigError(f"{path}: there is no rule {unknown[0]!r}. Rules: {', '.join(names)}.")
    evidence, findings = told.get("evidence", EvidencePolicy.NONE), told.get("findings", False)
    if not isinstance(evidence, str) or evidence not in set(EvidencePolicy):
        raise ConfigError(f"{path}: evidence is one of {', '.join(EvidencePolicy)}, in quotation marks.")
    if not isinstance(findings, bool):
        raise ConfigError(f"{path}: findings is true or false.")
    return Rules(EvidencePolicy(evidence), findings)


def lacking(policy: EvidencePolicy, evidence: Iterable[Evidence]) -> str:
    """What a verified claim lacks, in words; empty when the policy is content. A source counts once."""
    primary = secondary = 0
    seen: set[str] = set()
    for each in sorted(evidence, key=lambda each: not each.primary):
        source = " ".join(each.source.split()).casefold()
        if source in seen:
            continue
        seen.add(source)
        primary += each.primary
        secondary += not each.primary
    if policy is EvidencePolicy.REQUIRED and not primary + secondary:
        return "no evidence"
    if policy is EvidencePolicy.MAGAZINE and not primary and secondary < 3:
        return f"no primary source and {secondary} of 3 secondary ones"
    return ""
