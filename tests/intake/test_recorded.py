"""The widget is tested with what the assistant says now, and says to it what it understands."""

import json
import re

import pytest

from bot.gateway.answers import Complaint, OpenedReply, PublicState, Reply
from bot.gateway.problems import KINDS
from bot.intake.changes import change
from bot.intake.state import Message
from tests.intake.conversation import TODAY, at_summary
from tests.intake.recorded import RECORDING, ROOT, record

TEXTS = (ROOT / "widget" / "src" / "texts.ts").read_text(encoding="utf-8")
CHANGES = re.findall(r"^  (\w+): \{ label: '.*', change: '(.*)' \},$", TEXTS, re.MULTILINE)
FAKE = ROOT / "widget" / "tests" / "recorded" / "fake-gateway.json"
RECORDED = json.loads(FAKE.read_text(encoding="utf-8"))
ANSWERS = [answer for answer in RECORDED if "messages" in answer]
PROBLEMS = [answer for answer in RECORDED if "messages" not in answer]
MESSAGE_ID, BUTTON_ID = re.compile(r"\d+-\d+"), re.compile(r"\d+-\d+-\d+")


def test_recording_for_the_widget_is_what_the_assistant_says() -> None:
    """Otherwise: python -m tests.intake.recorded, and see what the tests of the widget make of it."""
    assert json.loads(RECORDING.read_text(encoding="utf-8")) == record()


@pytest.mark.parametrize(("question", "text"), CHANGES)
def test_what_a_change_button_of_the_widget_says_is_understood(question: str, text: str) -> None:
    """The widget says it for the citizen when the assistant offers no button of its own."""
    outcome = change(at_summary().intake, Message(text, "corrigeren"), TODAY)

    assert outcome is not None
    assert outcome.intake.editing == question


def test_widget_has_a_change_button_for_each_question() -> None:
    """None was missed by reading the source."""
    assert [question for question, _ in CHANGES] == list(record()["labels"])


@pytest.mark.parametrize("answer", ANSWERS, ids=range(len(ANSWERS)))
def test_gateway_that_the_widget_is_tested_with_keeps_the_contract(answer: dict) -> None:
    """What its stand-in answers is what the published description allows, and nothing besides."""
    model = OpenedReply if "token" in answer else Reply
    model.model_validate(answer)

    assert set(answer) == set(model.model_fields)
    assert set(answer["state"]) <= set(PublicState.model_fields)
    assert set(answer["state"]["complaint"]) <= set(Complaint.model_fields)
    for message in answer["messages"]:
        assert MESSAGE_ID.fullmatch(message["id"])
        assert all(BUTTON_ID.fullmatch(button["id"]) for button in message["buttons"])


def test_gateway_that_the_widget_is_tested_with_refuses_as_described() -> None:
    """Its problems have the members and the status that belong to their code."""
    assert [problem["code"] for problem in PROBLEMS] == ["stale_button", "no_token", "expired"]
    for problem in PROBLEMS:
        assert set(problem) == {"type", "title", "status", "detail", "code"}
        assert problem["type"] == f"/openapi.json#/x-problems/{problem['code']}"
        assert problem["status"] == KINDS[problem["code"]].status


def test_gateway_that_the_widget_is_tested_with_offers_the_real_buttons() -> None:
    """At the summary, and for what to change."""
    offered = [[button["title"] for button in answer["messages"][-1]["buttons"]] for answer in ANSWERS]

    assert record()["confirm_buttons"] in offered
    assert record()["change_buttons"] in offered
