"""Sums over measured times."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Latency:
    """How long turns took, in milliseconds, and how many of them failed."""

    turns: int
    failed: int
    p50: float
    p95: float
    per_second: float


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of *values* that at least *share* (0 to 1) of them do not exceed."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def summary(seconds: Sequence[float], failed: int, duration: float) -> Latency:
    """Return the figures of turns that took *seconds* each, within a *duration* in seconds."""
    return Latency(
        turns=len(seconds),
        failed=failed,
        p50=percentile(seconds, 0.50) * 1000,
        p95=percentile(seconds, 0.95) * 1000,
        per_second=len(seconds) / duration,
    )
