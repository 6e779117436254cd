"""The figures follow from the predictions alone, and the cost is the one of the specification."""

import pytest

from engine.components.decision import UNSURE
from engine.evaluation import metrics
from engine.evaluation.items import Item
from engine.evaluation.metrics import Prediction

KLACHT = Item("a", "klacht", ("klacht",), ("klacht",), ("plain",))
LAMP = Item("b", "melding_openbare_ruimte", ("melding_openbare_ruimte",), ("melding",), ("plain", "typo"))
EITHER = Item("c", "klacht", ("klacht", "grofvuil"), ("klacht", "bel_14036"))
WEATHER = Item("d", "out_of_scope", ("out_of_scope",), ("other",))


def said(intent: str, chance: float = 1.0, others: tuple[str, ...] = ()) -> Prediction:
    return Prediction(intent, intent, chance, others)


@pytest.mark.parametrize(
    ("item", "intent", "expected"),
    [
        (KLACHT, "klacht", 0.0),
        (KLACHT, "bezwaar", 5.0),
        (KLACHT, "vraag_status", 2.0),
        (KLACHT, UNSURE, 0.5),
        (LAMP, "klacht", 1.0),
        (LAMP, UNSURE, 0.5),
        (EITHER, "container_niet_geleegd", 0.0),
        (WEATHER, UNSURE, 0.0),
    ],
    ids=["right", "sent-away", "missed", "asked", "wrong", "asked-other", "also-right", "nothing-for-us"],
)
def test_cost_of_a_decision(item: Item, intent: str, expected: float) -> None:
    assert expected == metrics.cost(item, said(intent))


def test_summary_counts_questions_and_klachten() -> None:
    pairs = [
        (KLACHT, said("klacht")),
        (KLACHT, said("bezwaar")),
        (LAMP, said(UNSURE)),
        (WEATHER, said("groet")),
    ]

    summary = metrics.summary(pairs)

    assert summary["route_accuracy"] == 0.5
    assert summary["klacht_recall"] == 0.5
    assert summary["sent_away"] == 0.5
    assert summary["asked"] == 0.25
    assert summary["cost"] == pytest.approx((5 + 0.5) / 4)


def test_intent_accuracy_lets_a_wide_label_stand_for_several_intents() -> None:
    assert metrics.summary([(WEATHER, said("andere_instantie"))])["intent_accuracy"] == 1.0


def test_macro_f1_weighs_rare_intents_as_much() -> None:
    pairs = [(KLACHT, said("klacht"))] * 9 + [(LAMP, said("klacht"))]

    assert metrics.macro_f1(pairs) == pytest.approx((2 * 0.9 / 1.9 + 0) / 2)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [([1.0, 1.0], 0.5), ([0.5, 0.5], 0.0), ([0.9, 0.1], 0.1)],
    ids=["too-sure", "as-it-says", "each-in-its-bin"],
)
def test_calibration_error_is_the_gap_between_chance_and_outcome(chances: list, expected: float) -> None:
    pairs = [(KLACHT, said("klacht", chances[0])), (KLACHT, said("bezwaar", chances[1]))]

    assert metrics.calibration_error(pairs) == pytest.approx(expected)


def test_by_tag_reports_each_slice() -> None:
    rows = metrics.by_tag([(KLACHT, said("klacht")), (LAMP, said("klacht"))])

    assert {tag: row["route_accuracy"] for tag, row in rows.items()} == {"plain": 0.5, "typo": 0.0}


def test_mixed_judges_what_else_was_found() -> None:
    both = Item("e", "klacht", ("klacht",), ("klacht",), ("mixed",), also="bezwaar")
    pairs = [
        (both, said("klacht", others=("bezwaar",))),
        (both, said("klacht")),
        (KLACHT, said("klacht", others=("grofvuil",))),
    ]

    assert metrics.mixed(pairs) == {"messages": 2, "recall": 0.5, "precision": 0.5}


def test_calibration_puts_every_message_in_its_tenth() -> None:
    pairs = [(KLACHT, said("klacht", 1.0)), (KLACHT, said("bezwaar", 0.92)), (LAMP, said("klacht", 0.31))]

    assert metrics.calibration(pairs) == [
        {"from": 0.3, "to": 0.4, "messages": 1, "chance": pytest.approx(0.31), "right": 0.0},
        {"from": 0.9, "to": 1.0, "messages": 2, "chance": pytest.approx(0.96), "right": 0.5},
    ]


@pytest.mark.parametrize(("share", "expected"), [(0.5, 3), (0.95, 4)], ids=["half", "most"])
def test_percentile(share: float, expected: int) -> None:
    assert expected == metrics.percentile([4, 1, 3, 2], share)
