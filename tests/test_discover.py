"""Specs are found by walking a package, and a package that breaks the rule is refused."""

from factcheck.checks import checks
from factcheck.kinds import kinds


def test_kinds_come_in_order_of_rank() -> None:
    ranks = [kind.rank for kind in kinds().values()]
    assert ranks == sorted(ranks)


def test_names_are_their_keys() -> None:
    for found in (kinds(), checks()):
        assert all(name == spec.name for name, spec in found.items())
