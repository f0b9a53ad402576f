"""How far reviewers agree beyond chance: Cohen's kappa for two, Krippendorff's alpha for any number of them.

Both are of independent verdicts, as the field has it: what each said before another's verdict lay beside theirs. What
was decided in a dispute is no reviewer's verdict, and one changed to it is no second measurement; the store leaves
both out. Where the second check is not blind, the second person may have seen the first one's verdict: then agreement
says less, and the log cannot tell.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import permutations

from factcheck.figures import Pair, Unit


def cohens_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Agreement of two people who both judged each item: 1 whole, 0 what chance gives; None where it has no value.

    Jacob Cohen, "A coefficient of agreement for nominal scales" (1960).
    """
    return _kappa(Counter(pairs))


def kappas(pairs: Iterable[Pair]) -> list[tuple[str, str, int, float | None]]:
    """Of each two reviewers how many claims both judged, and how far they agree."""
    tables: dict[tuple[str, str], Counter[tuple[Hashable, Hashable]]] = {}
    for pair in pairs:
        tables.setdefault((pair.one, pair.other), Counter())[pair.first, pair.second] += pair.count
    return [(one, other, table.total(), _kappa(table)) for (one, other), table in sorted(tables.items())]


def _kappa(table: Mapping[tuple[Hashable, Hashable], int]) -> float | None:
    total = sum(table.values())
    if not total:
        return None
    observed = sum(count for (one, other), count in table.items() if one == other) / total
    ones: Counter[Hashable] = Counter()
    others: Counter[Hashable] = Counter()
    for (one, other), count in table.items():
        ones[one] += count
        others[other] += count
    expected = sum(ones[verdict] * others[verdict] for verdict in ones) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(items: Iterable[Sequence[Hashable]]) -> float | None:
    """Agreement of any number of people on nominal verdicts, each item with those that were given on it.

    1 is whole agreement, 0 what chance gives; items with fewer than two verdicts tell nothing, and without two
    different verdicts there is no value. Klaus Krippendorff, "Computing Krippendorff's alpha-reliability" (2011).
    """
    return _alpha(Counter(tuple(item) for item in items))


def alpha(units: Iterable[Unit]) -> tuple[int, float | None]:
    """How many claims several people judged, and how far all of them agree."""
    counted: Counter[tuple[Hashable, ...]] = Counter()
    for unit in units:
        given = (("verified", unit.verified), ("disputed", unit.disputed), ("dismissed", unit.dismissed))
        counted[tuple(verdict for verdict, people in given for _ in range(people))] += unit.count
    return counted.total(), _alpha(counted)


def _alpha(items: Mapping[tuple[Hashable, ...], int]) -> float | None:
    weights: dict[tuple[Hashable, Hashable], float] = {}
    for verdicts, times in items.items():
        if len(verdicts) < 2:
            continue
        for pair, count in Counter(permutations(verdicts, 2)).items():
            weights[pair] = weights.get(pair, 0.0) + times * count / (len(verdicts) - 1)
    totals: dict[Hashable, float] = {}
    for (one, _), weight in weights.items():
        totals[one] = totals.get(one, 0.0) + weight
    all_verdicts = sum(totals.values())
    expected = sum(totals[one] * totals[other] for one, other in permutations(totals, 2))
    if not expected:
        return None
    observed = sum(weight for (one, other), weight in weights.items() if one != other)
    return 1 - (all_verdicts - 1) * observed / expected
