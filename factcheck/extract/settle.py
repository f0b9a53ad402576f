"""Which candidate stands where two of one kind overlap."""

from collections.abc import Iterable

from factcheck.model import Claim


def settle(candidates: Iterable[Claim], nests: bool = False) -> list[Claim]:
    """Of claims of one kind, those that stand, in reading order: the longer wins, then the earlier.

    Where claims may nest, only a second claim of the very same span falls.
    """
    ordered = sorted(candidates, key=lambda claim: (claim.span.start, -claim.span.end))
    kept: list[Claim] = []
    for claim in ordered:
        if nests:
            if not kept or kept[-1].span != claim.span:
                kept.append(claim)
        elif not kept or claim.span.start >= kept[-1].span.end:
            kept.append(claim)
        elif claim.span.length > kept[-1].span.length:
            kept[-1] = claim
    return kept
