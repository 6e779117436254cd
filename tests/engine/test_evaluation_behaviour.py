"""A slice of the behaviour suite counts what keeps its route."""

from engine.components.decision import UNSURE
from engine.evaluation.behaviour import by_slice
from engine.evaluation.items import Check
from engine.evaluation.metrics import Prediction


def test_by_slice_keeps_variants_apart_and_takes_no_question_for_an_answer() -> None:
    base, variant = (Check("typos", text, "other", changed) for text, changed in (("x", False), ("y", True)))
    checked = [(base, Prediction("groet", "groet", 1.0)), (variant, Prediction(UNSURE, "groet", 0.3))]

    assert by_slice(checked, {"typos": 0.9})["typos"] == {
        "floor": 0.9,
        "messages": 2,
        "right": 0.5,
        "variants_right": 0.0,
        "asked": 0.5,
        "mistakes": [{"text": "y", "right": "other", "given": UNSURE, "chance": 0.3}],
    }
