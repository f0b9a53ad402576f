"""How far reviewers agree beyond chance: Cohen's kappa for two, Krippendorff's alpha for any number of them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import permutations


def cohens_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Agreement of two people who both judged each item: 1 whole, 0 what chance gives; None where it has no value.

    Jacob Cohen, "A coefficient of agreement for nominal scales" (1960).
    """
    judged = list(pairs)
    if not judged:
        return None
    observed = sum(one == other for one, other in judged) / len(judged)
    ones, others = Counter(one for one, _ in judged), Counter(other for _, other in judged)
    expected = sum(ones[verdict] * others[verdict] for verdict in ones) / len(judged) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(items: Iterable[Sequence[Hashable]]) -> float | None:
    """Agreement of any number of people on nominal verdicts, each item with those that were given on it.

    1 is whole agreement, 0 what chance gives; items with fewer than two verdicts tell nothing, and without two
    different verdicts there is no value. Klaus Krippendorff, "Computing Krippendorff's alpha-reliability" (2011).
    """
    weights: dict[tuple[Hashable, Hashable], float] = {}
    for verdicts in items:
        if len(verdicts) < 2:
            continue
        for pair, count in Counter(permutations(verdicts, 2)).items():
            weights[pair] = weights.get(pair, 0.0) + count / (len(verdicts) - 1)
    totals: dict[Hashable, float] = {}
    for (one, _), weight in weights.items():
        totals[one] = totals.get(one, 0.0) + weight
    all_verdicts = sum(totals.values())
    expected = sum(totals[one] * totals[other] for one, other in permutations(totals, 2))
    if not expected:
        return None
    observed = sum(weight for (one, other), weight in weights.items() if one != other)
    return 1 - (all_verdicts - 1) * observed / expected
