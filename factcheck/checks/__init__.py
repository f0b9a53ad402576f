"""What claims say about each other, one check a module: checks see an article and its claims, nothing else."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.discover import discover
from factcheck.model import Article, Claim, Finding


@dataclass(frozen=True)
class Check:
    """One thing that can be seen wrong without leaving the article; `look` stays silent where it cannot know.

    Of two findings about the same claims the one whose check has the higher `rank` stands alone: it says more.
    """

    name: str
    title: str
    look: Callable[[Article, Sequence[Claim]], Iterable[Finding]]
    rank: int = 0


@cache
def checks() -> Mapping[str, Check]:
    """Every check by name."""
    return discover(sys.modules[__name__], Check)


def findings_of(article: Article, claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """What the checks find in an article's claims (given in reading order), in the order of the accused claims."""
    position = {claim.key: at for at, claim in enumerate(claims)}
    found = [finding for check in checks().values() for finding in check.look(article, claims)]
    return tuple(
        sorted(_most_telling(found), key=lambda finding: (position[finding.claims[0]], finding.check, finding.key))
    )


def _most_telling(found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those whose claims a finding of a higher rank holds too."""
    about: dict[str, list[Finding]] = {}
    for finding in found:
        for key in finding.claims:
            about.setdefault(key, []).append(finding)
    for finding in found:
        rank = checks()[finding.check].rank
        if not any(
            checks()[other.check].rank > rank and set(finding.claims) <= set(other.claims)
            for other in about[finding.claims[0]]
        ):
            yield finding
