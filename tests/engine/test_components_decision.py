"""The decision follows the price of being wrong, not the highest chance."""

import pytest

from engine.components.decision import UNSURE, decide


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ({"klacht": 0.9, "melding_openbare_ruimte": 0.1}, "klacht"),
        ({"klacht": 0.05, "melding_openbare_ruimte": 0.95}, "melding_openbare_ruimte"),
        ({"klacht": 0.2, "melding_openbare_ruimte": 0.8}, UNSURE),
        ({"klacht": 0.55, "melding_openbare_ruimte": 0.45}, "klacht"),
        ({"klacht": 0.2, "groet": 0.8}, "groet"),
        ({"bezwaar": 0.45, "onderwijs": 0.45, "klacht": 0.1}, UNSURE),
        ({"vraag_privacy": 0.5, "vraag_status": 0.5}, "vraag_privacy"),
    ],
    ids=[
        "sure",
        "sure-other",
        "risk-of-sending-away",
        "klacht-likelier",
        "cheap-miss",
        "close",
        "same-route",
    ],
)
def test_decide(chances: dict[str, float], expected: str) -> None:
    assert expected == decide(chances).intent


def test_decide_keeps_the_candidates_when_unsure() -> None:
    decision = decide({"bezwaar": 0.5, "onderwijs": 0.4, "klacht": 0.1})

    assert [name for name, _ in decision.ranking] == [UNSURE, "bezwaar", "onderwijs", "klacht"]
    assert decision.confidence == pytest.approx(0.5)


def test_decide_puts_the_chosen_intent_first() -> None:
    decision = decide({"grofvuil": 0.3, "geluidsoverlast": 0.26, "buiten_onderwerp": 0.44}, asking=0.5)

    assert decision.intent == "grofvuil"
    assert [name for name, _ in decision.ranking] == ["grofvuil", "buiten_onderwerp", "geluidsoverlast"]


def test_decide_asks_less_when_asking_is_dear() -> None:
    chances = {"klacht": 0.2, "melding_openbare_ruimte": 0.8}

    assert decide(chances, asking=2.0).intent == "klacht"


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ({"klacht": 0.12, "melding_openbare_ruimte": 0.88}, UNSURE),
        ({"klacht": 0.09, "melding_openbare_ruimte": 0.91}, "melding_openbare_ruimte"),
        ({"klacht": 0.12, "vraag_termijn": 0.88}, "vraag_termijn"),
        ({"klacht": 0.3, "melding_openbare_ruimte": 0.7}, "klacht"),
    ],
    ids=["one-in-eight", "one-in-eleven", "no-other-desk", "an-intake-for-nothing"],
)
def test_decide_asks_before_sending_away_however_dear_asking_is(
    chances: dict[str, float], expected: str
) -> None:
    assert decide(chances, asking=0.8).intent == expected
