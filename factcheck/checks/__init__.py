"""What claims say about each other, one check a module: checks see an article and its claims, nothing else."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.discover import discover
from factcheck.model import Article, Claim, Finding


@dataclass(frozen=True)
class Check:
    """One thing that can be seen wrong without leaving the article; `look` stays silent where it cannot know."""

    name: str
    title: str
    look: Callable[[Article, Sequence[Claim]], Iterable[Finding]]


@cache
def checks() -> Mapping[str, Check]:
    """Every check by name."""
    return discover(sys.modules[__name__], Check)


def findings_of(article: Article, claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """What the checks find in an article's claims (given in reading order), in the order of the accused claims."""
    position = {claim.key: at for at, claim in enumerate(claims)}
    found = [finding for check in checks().values() for finding in check.look(article, claims)]
    return tuple(sorted(found, key=lambda finding: (position[finding.claims[0]], finding.check, finding.key)))
