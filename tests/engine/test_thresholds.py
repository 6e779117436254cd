"""The price of a question decides how often one is asked, and what a question without a price is."""

import pytest

from engine import thresholds
from engine.components.decision import UNSURE
from engine.evaluation.items import Item
from engine.thresholds import Chances, chances_of, needless, redecided, table

KLACHT = Item("a", "klacht", ("klacht",), ("klacht",))
FINE = Item("b", "bezwaar", ("bezwaar",), ("bezwaar",))
SURE = Chances({"klacht": 0.95, "bezwaar": 0.05})
TORN = Chances({"klacht": 0.55, "bezwaar": 0.45})
ITEMS, CHANCES = [KLACHT, KLACHT, FINE], [SURE, TORN, TORN]


@pytest.mark.parametrize(
    ("price", "intents"),
    [
        pytest.param(0.01, [UNSURE, UNSURE, UNSURE], id="for nothing: always"),
        pytest.param(0.3, ["klacht", UNSURE, UNSURE], id="cheap: when in doubt"),
        pytest.param(1.0, ["klacht", "klacht", "klacht"], id="dear: never"),
    ],
)
def test_redecided_asks_less_as_a_question_costs_more(price: float, intents: list[str]) -> None:
    assert [prediction.intent for _, prediction in redecided(ITEMS, CHANCES, price)] == intents


def test_needless_is_a_question_whose_answer_was_known() -> None:
    assert needless(redecided(ITEMS, CHANCES, 0.3), CHANCES) == 0.5


def test_needless_of_no_questions_is_nothing() -> None:
    assert needless(redecided(ITEMS, CHANCES, 1.0), CHANCES) == 0.0


@pytest.mark.parametrize(
    ("chances", "expected"),
    [(SURE.of, True), (TORN.of, False)],
    ids=["the price does not explain it", "the price explains it"],
)
def test_chances_of_a_question_tell_whether_the_price_explains_it(chances: dict, expected: bool) -> None:
    names = [{"name": UNSURE, "confidence": 0.5}, *({"name": n, "confidence": c} for n, c in chances.items())]

    assert chances_of({"intent": names[0], "intent_ranking": names}, 0.3) == Chances(chances, expected)


def test_what_is_always_asked_is_asked_at_any_price() -> None:
    (_, prediction), *_ = redecided([KLACHT], [Chances(SURE.of, is_always_asked=True)], 2.0)

    assert prediction.intent == UNSURE


def test_table_marks_the_live_price() -> None:
    lines = table("held_out", ITEMS, CHANCES, 0.35).splitlines()

    assert lines[0].startswith("| held_out, asking | right route |")
    assert [line for line in lines if "(live)" in line] == [
        "| 0.35 (live) | 0.333 | 0.500 | 0.000 | 0.667 | 0.500 | 0.333 |"
    ]


def test_live_price_is_that_of_the_configuration() -> None:
    assert 0 < thresholds.live_price() < 5


def test_no_model_is_one_sentence(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(thresholds, "ROOT", tmp_path)
    monkeypatch.setattr(thresholds, "configure_logging", lambda: None)

    assert thresholds.main() == 1
    assert capsys.readouterr().err.startswith("thresholds: There is no trained model")
