"""A floor fails when it is broken, and cannot be written so that it never fails."""

import pytest

from engine.evaluation.floors import broken

FIGURES = {"held_out": {"route_accuracy": 0.9, "asked": 0.1}}


@pytest.mark.parametrize(
    ("limit", "value", "sentences"),
    [
        ("route_accuracy", 0.9, []),
        (
            "route_accuracy",
            0.91,
            ["held_out: route_accuracy is 0.9000, which is 0.0100 below its floor of 0.9100."],
        ),
        ("asked_at_most", 0.1, []),
        ("asked_at_most", 0.09, ["held_out: asked is 0.1000, which is 0.0100 above its ceiling of 0.0900."]),
    ],
    ids=["floor-held", "floor-broken", "ceiling-held", "ceiling-broken"],
)
def test_broken_says_which_and_by_how_much(limit: str, value: float, sentences: list[str]) -> None:
    assert sentences == broken({"held_out": {limit: value}}, FIGURES)


def test_broken_skips_a_set_that_was_not_measured() -> None:
    assert broken({"outside": {"route_accuracy": 1.0}}, FIGURES) == []


def test_broken_refuses_a_floor_on_nothing() -> None:
    with pytest.raises(KeyError):
        broken({"held_out": {"acuracy": 0.9}}, FIGURES)
