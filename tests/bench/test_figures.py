"""The sums of the benchmark."""

import math

import pytest

from bench.figures import percentile, summary


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        pytest.param(0.5, 50, id="median"),
        pytest.param(0.95, 95, id="95th"),
        pytest.param(1.0, 100, id="slowest"),
        pytest.param(0.0, 1, id="fastest"),
    ],
)
def test_percentile_is_a_value_that_occurred(share, expected):
    assert percentile(list(range(100, 0, -1)), share) == expected


def test_percentile_of_nothing_is_no_number():
    assert math.isnan(percentile([], 0.5))


def test_summary_speaks_of_milliseconds_and_turns_per_second():
    latency = summary([0.010, 0.020, 0.030, 0.100], failed=1, duration=2.0)

    assert (latency.turns, latency.failed, latency.per_second) == (4, 1, 2.0)
    assert (latency.p50, latency.p95) == pytest.approx((20.0, 100.0))
