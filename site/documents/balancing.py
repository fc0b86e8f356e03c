"""Sharing whole minutes out among the stages of a lesson, in proportion and within bounds."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor


def shared_out(total: int, weights: Sequence[int], fewest: Sequence[int], most: Sequence[int]) -> list[int] | None:
    """Share `total` out in proportion to the positive `weights`, each part between its `fewest` and `most`.

    Whole numbers by largest remainder, the earlier part first among equals; they always sum to `total`. None where
    the bounds leave no such sharing. With `total` the sum of weights that keep the bounds, the weights come back.
    """
    if not sum(fewest) <= total <= sum(most):
        return None
    exact = _at_scale(_scale(total, weights, fewest, most), weights, fewest, most)
    parts = [floor(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts


def _at_scale(
    scale: Fraction, weights: Sequence[int], fewest: Sequence[int], most: Sequence[int]
) -> list[Fraction | int]:
    return [
        max(least, min(scale * weight, greatest)) for weight, least, greatest in zip(weights, fewest, most, strict=True)
    ]


def _scale(total: int, weights: Sequence[int], fewest: Sequence[int], most: Sequence[int]) -> Fraction:
    """Find the one factor for all weights with which the bounded parts sum to `total`.

    The sum grows with the factor along straight pieces, which bend where a part leaves its `fewest` or meets its
    `most`. The piece that reaches `total` is found first, then the place on it.
    """
    bends = sorted(
        {Fraction(bound, weight) for bounds in (fewest, most) for bound, weight in zip(bounds, weights, strict=True)}
    )
    low = Fraction(0)
    low_sum = Fraction(sum(fewest))
    for bend in bends:
        bend_sum = Fraction(sum(_at_scale(bend, weights, fewest, most)))
        if bend_sum >= total:
            if bend_sum == low_sum:
                return bend
            return low + (bend - low) * (total - low_sum) / (bend_sum - low_sum)
        low, low_sum = bend, bend_sum
    return low
