"""Sharing minutes out: whole, within bounds, always to the last minute."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.balancing import shared_out

untimed = settings(deadline=None)
parts = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 59), st.integers(0, 200)), min_size=1, max_size=12)


@untimed
@given(parts, st.integers(0, 2_000))
def test_the_parts_sum_to_the_total_within_their_bounds_or_there_is_no_sharing(drawn, total):
    weights = [weight for weight, _less, _more in drawn]
    fewest = [max(1, weight - less) for weight, less, _more in drawn]
    most = [weight + more for weight, _less, more in drawn]

    shared = shared_out(total, weights, fewest, most)

    if sum(fewest) <= total <= sum(most):
        assert sum(shared) == total
        assert all(low <= part <= high for low, part, high in zip(fewest, shared, most, strict=True))
    else:
        assert shared is None


@untimed
@given(parts)
def test_weights_that_already_sum_to_the_total_come_back(drawn):
    weights = [weight for weight, _less, _more in drawn]
    fewest = [max(1, weight - less) for weight, less, _more in drawn]
    most = [weight + more for weight, _less, more in drawn]

    assert shared_out(sum(weights), weights, fewest, most) == weights


@untimed
@given(parts, st.integers(1, 2_000))
def test_of_stages_with_equal_bounds_the_longer_never_becomes_the_shorter(drawn, total):
    weights = [weight for weight, _less, _more in drawn]
    shared = shared_out(total, weights, [0] * len(weights), [3_000] * len(weights))

    for first, one in zip(weights, shared, strict=True):
        for second, other in zip(weights, shared, strict=True):
            assert first <= second or one >= other


@pytest.mark.parametrize(
    ("total", "weights", "shared"),
    [(10, [1, 1, 1], [4, 3, 3]), (35, [5, 10, 20, 10], [4, 8, 15, 8]), (90, [5, 40], [10, 80])],
)
def test_remainders_go_to_the_largest_and_then_to_the_first(total, weights, shared):
    assert shared_out(total, weights, [1] * len(weights), [99] * len(weights)) == shared


def test_a_part_that_may_not_shrink_leaves_the_shrinking_to_the_others():
    assert shared_out(20, [10, 10, 10], [10, 2, 2], [30, 30, 30]) == [10, 5, 5]
