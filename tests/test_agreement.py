"""Agreement as the literature computes it."""

import pytest

from factcheck.agreement import cohens_kappa, krippendorffs_alpha

# Krippendorff (2011), section C: four observers, twelve units, values missing; nominal alpha 0.743.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def test_alpha_of_four_observers() -> None:
    rows = [row.split() for row in OBSERVERS]
    units = [[value for value in unit if value != "."] for unit in zip(*rows, strict=True)]
    assert krippendorffs_alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_alpha_of_two_observers_of_binary_data() -> None:
    """Krippendorff (2011), section A: ten units, alpha 0.095."""
    pairs = list(zip("0100000000", "1110010010", strict=True))
    assert krippendorffs_alpha(pairs) == pytest.approx(0.095, abs=0.0005)


@pytest.mark.parametrize(
    ("both", "first", "second", "neither", "kappa"),
    [(20, 5, 10, 15, 0.4), (45, 15, 25, 15, 0.1304), (25, 35, 5, 35, 0.2593)],
)
def test_kappa_of_two_by_two_tables(both: int, first: int, second: int, neither: int, kappa: float) -> None:
    pairs = [(1, 1)] * both + [(1, 0)] * first + [(0, 1)] * second + [(0, 0)] * neither
    assert cohens_kappa(pairs) == pytest.approx(kappa, abs=0.00005)


def test_whole_agreement_and_none_to_speak_of() -> None:
    assert cohens_kappa([(1, 1), (0, 0)]) == krippendorffs_alpha([(1, 1), (0, 0)]) == 1
    assert cohens_kappa([]) is krippendorffs_alpha([]) is None
    assert cohens_kappa([(1, 1)] * 5) is krippendorffs_alpha([(1, 1)] * 5) is None
    assert krippendorffs_alpha([(1,), (2,)]) is None
