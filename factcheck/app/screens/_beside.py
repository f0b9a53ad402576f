"""An article beside the original it translates: what the review shows of it under a claim, and what it finds."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from factcheck.model import Article, Claim, Finding
from factcheck.original import Beside, beside, changes, pairs_of

NOTHING: Mapping[str, tuple[Beside, ...]] = MappingProxyType({})


def compared(
    original: Article | None, claims: Sequence[Claim], findings: Sequence[Finding]
) -> tuple[tuple[Finding, ...], Mapping[str, tuple[Beside, ...]]]:
    """The findings with what was changed in translation among them, and what the original has for each claim."""
    if original is None:
        return tuple(findings), NOTHING
    from factcheck.extract import claims_of

    pairs = pairs_of(claims_of(original), claims)
    position = {claim.key: at for at, claim in enumerate(claims)}
    every = sorted([*findings, *changes(pairs)], key=lambda finding: position.get(finding.claims[0], -1))
    return tuple(every), beside(original, pairs)


def rows(held: Sequence[Beside]) -> Iterator[tuple[str, str, bool]]:
    """What the original has for a claim as labelled lines, and whether each tells of a fault."""
    before = ""
    for each in held:
        if each.line != before:
            yield "original", each.line, False
            before = each.line
        if each.told:
            yield "" if each.line else "original", each.told, each.is_fault
        elif each.quote != each.line:
            yield "", f"“{each.quote}”", False
