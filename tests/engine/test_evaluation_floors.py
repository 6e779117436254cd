"""A floor fails when it is broken, and cannot be written so that it never fails."""

import pytest

from engine.evaluation.floors import broken

FIGURES = {"held_out": {"route_accuracy": 0.9, "asked": 0.1}}


@pytest.mark.parametrize(
    ("limit", "value", "count"),
    [
        ("route_accuracy", 0.9, 0),
        ("route_accuracy", 0.91, 1),
        ("asked_at_most", 0.1, 0),
        ("asked_at_most", 0.09, 1),
    ],
    ids=["floor-held", "floor-broken", "ceiling-held", "ceiling-broken"],
)
def test_broken_compares(limit: str, value: float, count: int) -> None:
    assert count == len(broken({"held_out": {limit: value}}, FIGURES))


def test_broken_skips_a_set_that_was_not_measured() -> None:
    assert broken({"outside": {"route_accuracy": 1.0}}, FIGURES) == []


def test_broken_refuses_a_floor_on_nothing() -> None:
    with pytest.raises(KeyError):
        broken({"held_out": {"acuracy": 0.9}}, FIGURES)
